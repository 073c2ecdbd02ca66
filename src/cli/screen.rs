//! `caselog` without a command: the screen.

use super::failure::{FAILED, Failure};
use super::session::Globals;
use super::{output, passphrase};
use crate::config::Theme;
use crate::i18n::texts::cli as t;
use crate::store::{Error, Folder};
use crate::term::{self, Source, Start};
use chrono::NaiveDate;
use std::sync::Arc;

/// Opens the screen on the store, or on the sample.
///
/// # Errors
/// Exit 2 without a terminal; those of the store; what the terminal refused.
pub fn run(globals: &Globals, theme: Theme) -> Result<(), Failure> {
    let lang = globals.lang;
    if !output::is_terminal() {
        return Err(Failure::usage(t::NO_TERMINAL.get(lang)));
    }
    let (source, today) = match globals.demo() {
        Some(_) => {
            let session = globals.open()?;
            (Source::Demo(Box::new(session.store)), Some(session.today))
        }
        None => {
            globals.refuse_today()?;
            let folder = match Folder::hold(&globals.store()?) {
                Ok(folder) => Arc::new(folder),
                // Where none is yet she is led through making one.
                Err(Error::NoStore { folder }) if globals.passphrase_file().is_none() => {
                    return start(globals, Source::New(folder), None, theme);
                }
                Err(error) => return Err(Failure::of_store(&error, lang)),
            };
            let typed = globals.passphrase_file().map(|file| passphrase::of_store(Some(file), lang)).transpose()?;
            (Source::Folder { folder, typed }, None)
        }
    };
    start(globals, source, today, theme)
}

fn start(globals: &Globals, source: Source, today: Option<NaiveDate>, theme: Theme) -> Result<(), Failure> {
    let lang = globals.lang;
    let colour = theme != Theme::Monochrome && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty());
    term::run(Start { source, lang, today, colour }).map_err(|error| Failure::new(FAILED, error.to_string()))
}
