//! The command line: reads the arguments, opens the store that they name, does the command, ends with its exit code.

mod add;
mod arguments;
mod backup;
mod deliver;
mod erase;
mod export;
mod failure;
mod find;
mod goals;
mod guard;
mod import;
mod init;
mod input;
mod keys;
mod language;
mod list;
mod log;
mod manual;
mod output;
mod passphrase;
mod progress;
mod report;
mod screen;
mod session;
mod settings;
mod stats;
mod table;
mod verify;
mod views;

pub use manual::reference as commands_page;

use crate::config::Settings;
use crate::domain::{Kind, Lang};
use crate::i18n::texts::cli as t;
use clap::ArgMatches;
use clap::error::ErrorKind;
use failure::Failure;
use session::Globals;
use std::ffi::OsString;
use std::process::ExitCode;

/// Does what the arguments say, the program's name first; the exit code is that of contract section 1.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    guard::close();
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    let words: Vec<String> = arguments.iter().skip(1).map(|a| a.to_string_lossy().into_owned()).collect();
    let (settings, warnings) = crate::config::load();
    let lang = language::of(&words, settings.lang);
    for warning in &warnings {
        output::tell(warning.say(lang));
    }
    let done = match arguments::command(lang).try_get_matches_from(arguments) {
        Ok(matches) => command(&matches, lang, &settings),
        Err(error) if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) => {
            output::write(&error.to_string(), lang)
        }
        Err(error) => Err(Failure::from_clap(&error, &words, lang)),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            if !failure.message.is_empty() {
                output::tell(&format!("caselog: {}", failure.message));
            }
            ExitCode::from(failure.exit)
        }
    }
}

fn command(matches: &ArgMatches, lang: Lang, settings: &Settings) -> Result<(), Failure> {
    let globals = Globals::new(matches, lang)?;
    let Some((name, own)) = matches.subcommand() else { return screen::run(&globals, settings) };
    if arguments::writes(name) {
        globals.refuse_today()?;
    }
    match name {
        "completions" => manual::completions(own, lang),
        "man" => output::write(&manual::page(lang), lang),
        "settings" => settings::run(own, lang),
        "init" => init::run(&globals),
        "list" => list::run(&mut globals.open()?, own),
        "log" => log::run(&mut globals.open_to_write()?, own),
        "find" => find::run(globals.open()?, own),
        "stats" => stats::run(&mut globals.open()?, own),
        "goals" => goals::run(&mut globals.open()?, own),
        "report" => report::run(&mut globals.open()?, own),
        "import" if own.get_flag("dry-run") => import::run(&mut globals.open()?, own),
        "import" => import::run(&mut globals.open_to_write()?, own),
        "export" => export::run(&mut globals.open_to_write()?, own),
        "backup" => {
            globals.refuse_demo()?;
            backup::run(&mut globals.open_to_write()?, own)
        }
        "restore" => backup::restore(&globals, own),
        "erase" => erase::run(&mut globals.open()?, own),
        "verify" => verify::run(&globals.open()?),
        "passphrase" => keys::passphrase(&globals, own),
        "recovery-sheet" => keys::recovery_sheet(&globals),
        _ => match own.subcommand().and_then(|(word, own)| Some((Kind::from_code(word)?, own))) {
            Some((kind, own)) => add::run(&mut globals.open_to_write()?, kind, own),
            None => Err(Failure::usage(t::MISSING_COMMAND.get(lang))),
        },
    }
}
