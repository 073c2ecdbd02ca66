//! The command line: reads the arguments, opens the store that they name, does the command, ends with its exit code.

mod arguments;
mod failure;
mod language;
mod manual;
mod output;

pub use failure::Failure;

use clap::ArgMatches;
use clap::error::ErrorKind;
use std::ffi::OsString;
use std::process::ExitCode;

/// Does what the arguments say, the program's name first; the exit code is that of contract section 1.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    let words: Vec<String> = arguments.iter().skip(1).map(|a| a.to_string_lossy().into_owned()).collect();
    let (settings, warnings) = crate::config::load();
    let lang = language::of(&words, settings.lang);
    for warning in &warnings {
        output::tell(warning.say(lang));
    }
    let done = match arguments::command(lang).try_get_matches_from(arguments) {
        Ok(matches) => command(&matches, lang),
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

fn command(matches: &ArgMatches, lang: crate::domain::Lang) -> Result<(), Failure> {
    match matches.subcommand() {
        Some(("completions", matches)) => manual::completions(matches, lang),
        Some(("man", _)) => output::write(&manual::page(lang), lang),
        _ => Ok(()),
    }
}
