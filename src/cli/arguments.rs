//! The command line's grammar: every command and option, with its help in one language.

use crate::domain::{Field, Kind, Lang, Lists, Text, Type};
use crate::i18n::fill;
use crate::i18n::texts::{cli as t, common, safe as s};
use crate::query::Measure;
use crate::report::Format;
use clap::builder::{NonEmptyStringValueParser, PossibleValuesParser};
use clap::{Arg, ArgAction, ColorChoice, Command, ValueHint};

/// The formats of tables.
pub const TABLE_FORMATS: [&str; 3] = ["table", "json", "csv"];
/// The views of `stats`.
pub const VIEWS: [&str; 3] = ["funnel", "timeliness", "balance"];
/// The kinds of report.
pub const REPORT_KINDS: [&str; 2] = ["summary", "funder"];

/// The whole grammar (contract section 2).
pub fn command(lang: Lang) -> Command {
    let root = base(Command::new("caselog"), t::ABOUT, "[OPTION…] [COMMAND]", lang)
        .version(env!("CARGO_PKG_VERSION"))
        .disable_help_subcommand(true)
        .disable_version_flag(true)
        .color(ColorChoice::Never)
        .subcommand_help_heading(t::COMMANDS.get(lang))
        .after_help(t::MORE_HELP.get(lang))
        .args(globals(lang))
        .arg(
            Arg::new("version")
                .long("version")
                .short('V')
                .action(ArgAction::Version)
                .help(t::OPTION_VERSION.get(lang))
                .help_heading(t::GLOBAL_OPTIONS.get(lang)),
        );
    root.subcommands([
        base(Command::new("init"), t::INIT, "", lang),
        add(lang),
        base(Command::new("list"), t::LIST, "WHAT [--filter F] [--period P]", lang)
            .arg(positional("what", "WHAT", fill(t::LIST_WHAT, lang, &[("measures", &listed().join(", "))]), lang))
            .args([filter(lang), period(lang), format(&TABLE_FORMATS, t::OPTION_FORMAT, lang)]),
        base(Command::new("log"), t::LOG, "[LINE|-]", lang)
            .arg(positional("line", "LINE", t::LOG_LINE.get(lang).to_owned(), lang).required(false).num_args(0..))
            .after_help(t::LOG_PRIVATE.get(lang)),
        base(Command::new("find"), t::FIND, "[WORDS|-]", lang)
            .after_help(t::FIND_PRIVATE.get(lang))
            .arg(
                positional("words", "WORDS", t::FIND_WORDS.get(lang).to_owned(), lang)
                    .required(false)
                    .num_args(0..)
                    .allow_hyphen_values(false),
            )
            .arg(format(&TABLE_FORMATS, t::OPTION_FORMAT, lang)),
        base(
            Command::new("stats"),
            t::STATS,
            "--measure M|--view V [--rows D] [--columns D] [--period P] [--filter F] [--compare previous|P] [--suppress K]",
            lang,
        )
        .arg(
            option("measure", "M", fill(t::OPTION_MEASURE, lang, &[("measures", &counted().join(", "))]), lang)
                .required_unless_present("view"),
        )
        .arg(
            option("view", "V", fill(t::OPTION_VIEW, lang, &[("views", &VIEWS.join(", "))]), lang)
                .value_parser(PossibleValuesParser::new(VIEWS))
                .conflicts_with_all(["measure", "rows", "columns", "compare"]),
        )
        .arg(option("rows", "D", t::OPTION_ROWS.get(lang), lang))
        .arg(option("columns", "D", t::OPTION_COLUMNS.get(lang), lang))
        .args([period(lang), filter(lang)])
        .arg(option("compare", "P", t::OPTION_COMPARE.get(lang), lang))
        .arg(suppress(lang))
        .arg(format(&TABLE_FORMATS, t::OPTION_FORMAT, lang)),
        base(Command::new("goals"), t::GOALS, "--period P", lang)
            .args([period(lang).required(true), format(&TABLE_FORMATS, t::OPTION_FORMAT, lang)]),
        base(
            Command::new("report"),
            t::REPORT,
            "[--kind summary|funder] --period P [--suppress K|--checks] [-o FILE] [--print [--printer NAME]]",
            lang,
        )
        .arg(
            option("kind", "KIND", t::OPTION_KIND.get(lang), lang)
                .value_parser(PossibleValuesParser::new(REPORT_KINDS)),
        )
        .arg(period(lang).required(true))
        .arg(
            option("suppress", "K", t::OPTION_SUPPRESS_PRINT.get(lang), lang)
                .value_parser(clap::value_parser!(u64)),
        )
        .arg(flag("checks", t::OPTION_CHECKS, lang).conflicts_with("suppress"))
        .arg(place(option("output", "FILE", t::OPTION_OUTPUT.get(lang), lang).short('o'), ValueHint::FilePath))
        .args([flag("print", t::OPTION_PRINT, lang), option("printer", "NAME", t::OPTION_PRINTER.get(lang), lang)])
        .arg(
            option("format", "FORMAT", t::OPTION_REPORT_FORMAT.get(lang), lang)
                .value_parser(PossibleValuesParser::new(Format::ALL.iter().map(|format| format.code()))),
        ),
        base(Command::new("import"), t::IMPORT, "PATH… [--dry-run] [--update]", lang)
            .arg(place(
                positional("path", "PATH", t::IMPORT_PATH.get(lang).to_owned(), lang).num_args(1..),
                ValueHint::AnyPath,
            ))
            .args([flag("dry-run", t::OPTION_DRY_RUN, lang), flag("update", t::OPTION_UPDATE, lang)]),
        base(Command::new("settings"), s::SETTINGS, "[KEY [VALUE]]", lang)
            .after_help(s::SETTINGS_SAYS.get(lang))
            .arg(positional("key", "KEY", s::SETTINGS_KEY.get(lang).to_owned(), lang).required(false))
            .arg(positional("value", "VALUE", s::SETTINGS_VALUE.get(lang).to_owned(), lang).required(false)),
        base(Command::new("export"), t::EXPORT, "DIR", lang)
            .arg(format(&["csv", "xlsx"], s::OPTION_EXPORT_FORMAT, lang))
            .arg(place(positional("dir", "DIR", t::EXPORT_DIR.get(lang).to_owned(), lang), ValueHint::DirPath)),
        base(Command::new("backup"), s::BACKUP, "[DIR]", lang).after_help(s::BACKUP_SAYS.get(lang)).arg(place(
            positional("dir", "DIR", s::BACKUP_DIR.get(lang).to_owned(), lang).required(false),
            ValueHint::DirPath,
        )),
        base(Command::new("restore"), s::RESTORE, "DIR [--replace]", lang)
            .after_help(s::RESTORE_SAYS.get(lang))
            .arg(place(positional("dir", "DIR", s::RESTORE_DIR.get(lang).to_owned(), lang), ValueHint::DirPath))
            .arg(flag("replace", s::OPTION_REPLACE, lang)),
        base(Command::new("erase"), s::ERASE, "[PERSON|-] [--yes]", lang)
            .after_help(s::ERASE_SAYS.get(lang))
            .arg(positional("person", "PERSON", s::ERASE_PERSON.get(lang).to_owned(), lang).required(false))
            .arg(flag("yes", s::OPTION_YES, lang)),
        base(Command::new("verify"), t::VERIFY, "", lang),
        base(Command::new("passphrase"), s::PASSPHRASE, "[--new-key]", lang)
            .after_help(s::PASSPHRASE_SAYS.get(lang))
            .arg(
                option("new-passphrase-file", "FILE", s::OPTION_NEW_PASSPHRASE_FILE.get(lang), lang)
                    .value_hint(ValueHint::FilePath),
            )
            .arg(flag("new-key", s::OPTION_NEW_KEY, lang)),
        base(Command::new("recovery-sheet"), s::RECOVERY, "", lang),
        base(Command::new("completions"), t::COMPLETIONS, "SHELL", lang).arg(
            positional("shell", "SHELL", fill(t::COMPLETIONS_SHELL, lang, &[("shells", &shells().join(", "))]), lang)
                .value_parser(PossibleValuesParser::new(shells())),
        ),
        base(Command::new("man"), t::MAN, "", lang),
    ])
}

/// Whether the command changes a store, or makes one.
pub fn writes(command: &str) -> bool {
    matches!(
        command,
        "init" | "add" | "log" | "import" | "export" | "backup" | "erase" | "restore" | "passphrase" | "recovery-sheet"
    )
}

/// What `list` can list: every measure but the sums, in the form of commands (`follow-ups`).
pub fn listed() -> Vec<String> {
    Measure::ALL.into_iter().filter(|m| !m.is_sum()).map(|m| m.code().replace('_', "-")).collect()
}

/// What `stats` can count.
fn counted() -> Vec<&'static str> {
    Measure::ALL.into_iter().filter(|m| m.is_counted()).map(Measure::code).collect()
}

fn shells() -> Vec<String> {
    use clap::ValueEnum;
    clap_complete::Shell::value_variants().iter().map(|shell| shell.to_string()).collect()
}

/// What all commands share. `usage` is what follows the command's own words.
fn base(command: Command, about: Text, usage: &str, lang: Lang) -> Command {
    let name = command.get_name().to_owned();
    let path = if name == "caselog" { name } else { format!("caselog {name}") };
    let template = format!("{{about-with-newline}}\n{}: {{usage}}\n\n{{all-args}}{{after-help}}", t::USAGE.get(lang));
    command
        .about(about.get(lang))
        .override_usage(format!("{path} {usage}").trim_end().to_owned())
        .help_template(template)
        .disable_help_flag(true)
        .next_help_heading(t::OPTIONS.get(lang))
}

fn add(lang: Lang) -> Command {
    let after = format!("{}\n\n{}", t::ADD_CODES.get(lang), t::ADD_PRIVATE.get(lang));
    let kind_command = |kind: Kind| {
        let about = fill(t::ADD_KIND, lang, &[("kind", &common::kind_one(kind, lang))]);
        base(Command::new(kind.code()), t::ADD, "", lang)
            .about(about)
            .override_usage(format!("caselog add {} [--COLUMN VALUE|-]…", kind.code()))
            .after_help(after.clone())
            .args(kind.fields().iter().map(|field| column(field, lang)))
    };
    base(Command::new("add"), t::ADD, "KIND [--COLUMN VALUE|-]…", lang)
        .subcommand_required(true)
        .disable_help_subcommand(true)
        .subcommand_help_heading(t::COMMANDS.get(lang))
        .after_help(after.clone())
        .subcommands(Kind::ALL.map(kind_command))
}

/// How a value is written: the codes of its list as the program comes with them, the form of a date, what joins several.
/// Text is written as it is.
fn written(ty: Type, lang: Lang) -> Vec<String> {
    let one = |text: Text| vec![text.get(lang).to_owned()];
    let codes = |list| Lists::default().values(list).iter().map(|v| v.code.as_str()).collect::<Vec<_>>().join(", ");
    let record = |kind: Kind| {
        // An organisation may be named: add is an import of one row.
        let text = if kind == Kind::Organisation { t::FORM_REF_OR_NAME } else { t::FORM_LINK };
        fill(text, lang, &[("kind", &common::kind_one(kind, lang))])
    };
    let several = || t::FORM_SEVERAL.get(lang).to_owned();
    match ty {
        Type::Line | Type::Note => Vec::new(),
        Type::Ref => one(t::FORM_OWN_REF),
        Type::Names => vec![several()],
        Type::Flag => one(t::FORM_FLAG),
        Type::FlagElseTrue => one(t::FORM_FLAG_ELSE_TRUE),
        Type::Number => one(t::FORM_NUMBER),
        Type::Date => one(t::FORM_DATE),
        Type::Moment => one(t::FORM_MOMENT),
        Type::Birth => one(t::FORM_BIRTH),
        Type::Every => one(t::FORM_EVERY),
        Type::Country => one(t::FORM_COUNTRY),
        Type::Code(list) => vec![codes(list)],
        Type::Codes(list) => vec![codes(list), several()],
        Type::Link(kind) => vec![record(kind)],
        Type::Links(kind) => vec![record(kind), several()],
    }
}

/// The option of a record's column; `_` may be written `-`.
fn column(field: &Field, lang: Lang) -> Arg {
    let required = field.required.then(|| common::REQUIRED.get(lang).to_owned());
    let said: Vec<String> = written(field.ty, lang).into_iter().chain(required).collect();
    let label = field.label.get(lang);
    let help = if said.is_empty() { label.to_owned() } else { format!("{label}: {}", said.join("; ")) };
    let arg = Arg::new(field.code)
        .long(field.code)
        .value_name("VALUE")
        .allow_hyphen_values(true)
        .help(help)
        .help_heading(t::COLUMNS.get(lang));
    if field.code.contains('_') { arg.alias(field.code.replace('_', "-")) } else { arg }
}

fn globals(lang: Lang) -> Vec<Arg> {
    let global = |name: &'static str, value: &'static str, help: Text| {
        option(name, value, help.get(lang), lang).global(true).help_heading(t::GLOBAL_OPTIONS.get(lang))
    };
    vec![
        place(global("store", "DIR", t::OPTION_STORE), ValueHint::DirPath),
        global("passphrase-file", "FILE", t::OPTION_PASSPHRASE_FILE).value_hint(ValueHint::FilePath),
        global("demo", "DIR", t::OPTION_DEMO)
            .num_args(0..=1)
            .require_equals(true)
            .default_missing_value("")
            .value_hint(ValueHint::DirPath),
        global("today", "DATE", t::OPTION_TODAY),
        global("lang", "LANG", t::OPTION_LANG).value_parser(PossibleValuesParser::new(["sv", "en"])),
        Arg::new("help")
            .long("help")
            .short('h')
            .action(ArgAction::Help)
            .global(true)
            .help(t::OPTION_HELP.get(lang))
            .help_heading(t::GLOBAL_OPTIONS.get(lang)),
    ]
}

fn option(name: &'static str, value: &'static str, help: impl Into<clap::builder::StyledStr>, lang: Lang) -> Arg {
    Arg::new(name)
        .long(name)
        .value_name(value)
        .help(help.into())
        .help_heading(t::OPTIONS.get(lang))
        .hide_possible_values(true)
        .hide_default_value(true)
}

/// An argument that names a file or a folder: never nothing, which would be the folder that the program runs in.
fn place(arg: Arg, hint: ValueHint) -> Arg {
    arg.value_parser(NonEmptyStringValueParser::new()).value_hint(hint)
}

fn flag(name: &'static str, help: Text, lang: Lang) -> Arg {
    Arg::new(name).long(name).action(ArgAction::SetTrue).help(help.get(lang)).help_heading(t::OPTIONS.get(lang))
}

fn positional(name: &'static str, value: &'static str, help: String, lang: Lang) -> Arg {
    Arg::new(name)
        .value_name(value)
        .required(true)
        .help(help)
        .help_heading(t::ARGUMENTS.get(lang))
        .hide_possible_values(true)
}

/// `--suppress K`: whole numbers; what K must be is said by `stats::Suppress`.
fn suppress(lang: Lang) -> Arg {
    option("suppress", "K", t::OPTION_SUPPRESS.get(lang), lang).value_parser(clap::value_parser!(u64))
}

fn filter(lang: Lang) -> Arg {
    option("filter", "F", t::OPTION_FILTER.get(lang), lang).allow_hyphen_values(true)
}

fn period(lang: Lang) -> Arg {
    option("period", "P", t::OPTION_PERIOD.get(lang), lang)
}

fn format(formats: &'static [&'static str], help: Text, lang: Lang) -> Arg {
    option("format", "FORMAT", help.get(lang), lang)
        .value_parser(PossibleValuesParser::new(formats.iter().copied()))
        .default_value(formats[0])
}
