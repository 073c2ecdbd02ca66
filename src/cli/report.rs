//! `report`: the period summary, to standard output or to a new file.

use super::failure::{FAILED, Failure};
use super::output;
use super::session::Session;
use crate::i18n::{fill, texts::cli as t};
use crate::query::Period;
use crate::report::{pages, summary, text};
use crate::worker::new_file;
use clap::ArgMatches;
use std::io::ErrorKind;
use std::path::Path;

/// Prints the period summary.
///
/// # Errors
/// Wrong use, a store that cannot be read, a file that stands already or cannot be written.
pub fn run(session: &Session, matches: &ArgMatches) -> Result<(), Failure> {
    let (lang, facts) = (session.lang, session.facts()?);
    let period = session.period(matches)?.unwrap_or(Period::ALL);
    let matching = |kind, word: &str| session.matching(kind, word);
    let document = summary(&facts, session.store.project(), &period, lang, session.today, matching)
        .map_err(|error| super::goals::failure(error, lang))?;
    let printed = text::plain(&pages(&document));
    match matches.get_one::<String>("output") {
        None => output::write(&printed, lang),
        Some(file) => {
            new_file(Path::new(file), &printed).map_err(|error| {
                let words = if error.kind() == ErrorKind::AlreadyExists { t::FILE_EXISTS } else { t::FILE_FAILED };
                Failure::new(FAILED, fill(words, lang, &[("file", file), ("reason", &error)]))
            })?;
            output::tell(&fill(t::FILE_WRITTEN, lang, &[("file", file)]));
            Ok(())
        }
    }
}
