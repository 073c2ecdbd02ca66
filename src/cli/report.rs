//! `report`: the period summary or the funder's report.

use super::deliver::deliver;
use super::failure::Failure;
use super::session::Session;
use crate::query::Period;
use crate::report::{ReportError, ReportKind, Wanted};
use crate::worker::document;
use clap::ArgMatches;

/// Prints a report.
///
/// # Errors
/// Wrong use, a store that cannot be read, a file that stands already or cannot be written.
pub fn run(session: &Session, matches: &ArgMatches) -> Result<(), Failure> {
    let (lang, facts) = (session.lang, session.facts()?);
    let period = session.period(matches)?.unwrap_or(Period::ALL);
    let kind = matches.get_one::<String>("kind").and_then(|code| ReportKind::from_code(code));
    let suppress = Some(super::stats::limit(matches, lang)?).filter(|limit| limit.k() > 1);
    let wanted = Wanted { period, lang, made: session.today, suppress, refs: false };
    let document = document(&session.store, &facts, kind.unwrap_or(ReportKind::Summary), &wanted);
    let document = document.map_err(|error| match error {
        ReportError::LookUp(error) => session.failed(&error),
        ReportError::Indicator { goal, label, error } => {
            super::goals::failure(ReportError::Indicator { goal, label, error }, lang)
        }
    })?;
    deliver(&document, matches, lang)
}
