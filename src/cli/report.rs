//! `report`: the period summary or the funder's report, to standard output or to a new file.

use super::failure::{FAILED, Failure};
use super::output;
use super::session::Session;
use crate::i18n::{fill, texts::cli as t};
use crate::query::Period;
use crate::report::{ReportError, ReportKind, Wanted, pages, text};
use crate::worker::{document, new_file};
use clap::ArgMatches;
use std::io::ErrorKind;
use std::path::Path;

/// Prints a report.
///
/// # Errors
/// Wrong use, a store that cannot be read, a file that stands already or cannot be written.
pub fn run(session: &Session, matches: &ArgMatches) -> Result<(), Failure> {
    let (lang, facts) = (session.lang, session.facts()?);
    let period = session.period(matches)?.unwrap_or(Period::ALL);
    let kind = matches.get_one::<String>("kind").and_then(|code| ReportKind::from_code(code));
    let suppress = matches.get_one::<u64>("suppress").copied().filter(|&under| under > 1);
    let wanted = Wanted { period, lang, made: session.today, suppress, refs: false };
    let document = document(&session.store, &facts, kind.unwrap_or(ReportKind::Summary), &wanted);
    let document = document.map_err(|error| match error {
        ReportError::LookUp(error) => session.failed(&error),
        ReportError::Indicator { goal, label, error } => {
            super::goals::failure(ReportError::Indicator { goal, label, error }, lang)
        }
    })?;
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
