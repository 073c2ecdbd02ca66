//! The manual: one list of commands and their options, taken from the grammar, written as a manual page and as
//! docs/commands.md.

use super::arguments;
use super::failure::Failure;
use super::output;
use crate::domain::Lang;
use crate::i18n::texts::cli as t;
use clap::{Arg, ArgMatches, Command};
use clap_complete::Shell;
use roff::{Roff, bold, italic, roman};

/// The script that completes commands in a shell.
pub fn completions(matches: &ArgMatches, lang: Lang) -> Result<(), Failure> {
    use clap::ValueEnum;
    let name = matches.get_one::<String>("shell").map_or("", String::as_str);
    let mut script = Vec::new();
    if let Ok(shell) = Shell::from_str(name, true) {
        clap_complete::generate(shell, &mut arguments::command(lang), "caselog", &mut script);
    }
    output::write(&String::from_utf8_lossy(&script), lang)
}

/// The manual page, for `man -l -`.
pub fn page(lang: Lang) -> String {
    let root = arguments::command(lang);
    let mut page = Roff::new();
    page.control("TH", ["caselog", "1", "", &format!("caselog {}", env!("CARGO_PKG_VERSION"))]);
    page.control("SH", [t::MAN_NAME.get(lang)]);
    page.text([roman(format!("caselog - {}", about(&root)))]);
    page.control("SH", [t::MAN_SYNOPSIS.get(lang)]);
    page.text([roman(usage(&root))]);
    page.control("SH", [t::MAN_OPTIONS.get(lang)]);
    options(&mut page, &root);
    page.control("SH", [t::MAN_COMMANDS.get(lang)]);
    let mut said = None;
    for command in all(&root) {
        page.control("SS", [usage(command).as_str()]);
        page.text([roman(about(command))]);
        options(&mut page, command);
        if let Some(after) = remark(command, &mut said) {
            page.control("PP", []);
            page.text([roman(after)]);
        }
    }
    page.control("SH", [t::MAN_EXIT.get(lang)]);
    page.text([roman(t::MAN_EXIT_CODES.get(lang))]);
    page.to_roff()
}

fn options(page: &mut Roff, command: &Command) {
    for arg in shown(command) {
        page.control("TP", []);
        page.text([bold(flags(arg)), italic(option_value(arg))]);
        page.text([roman(help(arg))]);
    }
}

/// docs/commands.md.
pub fn reference(lang: Lang) -> String {
    let root = arguments::command(lang);
    let mut text = format!("# {}\n\n{}\n\n", t::DOCS_COMMANDS.get(lang), t::DOCS_MADE.get(lang));
    text += &format!("## {}\n\n{}\n", t::GLOBAL_OPTIONS.get(lang), table(&root));
    let mut said = None;
    for command in all(&root) {
        text += &format!("\n## {}\n\n```text\n{}\n```\n\n{}.\n", title(command), usage(command), about(command));
        if shown(command).next().is_some() {
            text += &format!("\n{}", table(command));
        }
        if let Some(after) = remark(command, &mut said) {
            text += &format!("\n{after}\n");
        }
    }
    text
}

/// What is said after a command's help, once for several commands in a row.
fn remark(command: &Command, said: &mut Option<String>) -> Option<String> {
    let after = command.get_after_help().map(ToString::to_string);
    if *said == after {
        return None;
    }
    said.clone_from(&after);
    after
}

fn table(command: &Command) -> String {
    let row = |arg: &Arg| {
        let value = option_value(arg);
        format!("| `{}{value}` | {} |\n", flags(arg), help(arg).replace('|', "\\|"))
    };
    "| | |\n|---|---|\n".to_owned() + &shown(command).map(row).collect::<String>()
}

/// Every command but those that only hold others, which stand for themselves.
fn all(root: &Command) -> Vec<&Command> {
    let below = |command| std::iter::once(command).chain(Command::get_subcommands(command));
    root.get_subcommands().flat_map(below).collect()
}

/// The options of a command's own.
fn shown(command: &Command) -> impl Iterator<Item = &Arg> {
    command.get_arguments().filter(|arg| !arg.is_hide_set())
}

/// The command's line of usage, without the word for it.
fn usage(command: &Command) -> String {
    let usage = command.clone().render_usage().to_string();
    usage.strip_prefix("Usage: ").unwrap_or(&usage).to_owned()
}

/// The command's own words: the usage up to its first argument.
fn title(command: &Command) -> String {
    let usage = usage(command);
    let own = usage.split(' ').take_while(|word| word.starts_with(|c: char| c.is_ascii_lowercase()));
    own.collect::<Vec<_>>().join(" ")
}

fn about(command: &Command) -> String {
    command.get_about().map(ToString::to_string).unwrap_or_default()
}

fn help(arg: &Arg) -> String {
    arg.get_help().map(ToString::to_string).unwrap_or_default()
}

fn value_name(arg: &Arg) -> Option<String> {
    let name = arg.get_value_names()?.first()?.to_string();
    arg.get_action().takes_values().then_some(name)
}

/// How the value of an option is written after it: ` FILE`, `[=DIR]`.
fn option_value(arg: &Arg) -> String {
    match (arg.get_long(), value_name(arg)) {
        (Some(_), Some(value)) if arg.is_require_equals_set() => format!("[={value}]"),
        (Some(_), Some(value)) => format!(" {value}"),
        _ => String::new(),
    }
}

fn flags(arg: &Arg) -> String {
    match (arg.get_short(), arg.get_long()) {
        (Some(short), Some(long)) => format!("-{short}, --{long}"),
        (None, Some(long)) => format!("--{long}"),
        _ => value_name(arg).unwrap_or_default(),
    }
}
