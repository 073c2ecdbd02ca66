//! `caselog` without a command: the screen.

use super::failure::{FAILED, Failure};
use super::session::Globals;
use super::{output, passphrase};
use crate::app::exchange::Preferences;
use crate::app::keys::{Keymap, Override};
use crate::config::{LOCK_AFTER, Settings, Theme, Warning, settings_file};
use crate::domain::{Lang, Shown};
use crate::i18n::texts::cli as t;
use crate::store::{Error, Folder};
use crate::term::{self, Side, Source, Start};
use chrono::NaiveDate;
use std::sync::Arc;

/// Opens the screen on the store, or on the sample.
///
/// # Errors
/// Exit 2 without a terminal; those of the store; what the terminal refused.
pub fn run(globals: &Globals, settings: &Settings) -> Result<(), Failure> {
    let lang = globals.lang;
    if !output::is_terminal() {
        return Err(Failure::usage(t::NO_TERMINAL.get(lang)));
    }
    if let Side::Parent(exit) = term::split() {
        return if exit == 0 { Ok(()) } else { Err(Failure::new(exit, "")) };
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
                    return start(globals, settings, Source::New(folder), None);
                }
                Err(error) => return Err(Failure::of_store(&error, lang)),
            };
            let typed = globals.passphrase_file().map(|file| passphrase::of_store(Some(file), lang)).transpose()?;
            (Source::Folder { folder, typed }, None)
        }
    };
    start(globals, settings, source, today)
}

fn start(globals: &Globals, settings: &Settings, source: Source, today: Option<NaiveDate>) -> Result<(), Failure> {
    let lang = globals.lang;
    let (keymap, faults) = keymap(settings, lang);
    faults.iter().for_each(|fault| output::tell(fault));
    let notice = faults.into_iter().next();
    let preferences = Preferences {
        is_monochrome: settings.theme == Theme::Monochrome,
        is_without_colour: std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty()),
        lock_after: settings.lock_after.unwrap_or(LOCK_AFTER),
        file: Shown::line(settings_file().map(|file| file.display().to_string()).unwrap_or_default()),
        has_passphrase: false,
    };
    term::run(Start { source, lang, today, preferences, keymap, notice })
        .map_err(|error| Failure::new(FAILED, error.to_string()))
}

/// The keys with those of the settings file, and what is wrong with these, each with its line.
fn keymap(settings: &Settings, lang: Lang) -> (Keymap, Vec<String>) {
    let overrides: Vec<Override> = settings
        .keys
        .iter()
        .map(|set| Override { line: set.line, action: set.action.clone(), keys: set.keys.clone() })
        .collect();
    let (keymap, reproaches) = Keymap::with(&overrides);
    let file = settings_file().map(|file| file.to_string_lossy().into_owned()).unwrap_or_default();
    let say = |line: usize, problem: String| Warning::at(&file, line, |_| problem.clone()).say(lang).to_owned();
    let faults = reproaches.into_iter().map(|reproach| say(reproach.line, reproach.say(lang))).collect();
    (keymap, faults)
}
