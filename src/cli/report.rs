//! `report`: the period summary or the funder's report.

use super::deliver::deliver;
use super::failure::Failure;
use super::output;
use super::session::Session;
use crate::config;
use crate::query::Period;
use crate::report::{ReportError, ReportKind, Wanted};
use crate::worker::{document, prints};
use clap::ArgMatches;

/// Prints a report.
///
/// # Errors
/// Wrong use, a store that cannot be read, a file that stands already or cannot be written.
pub fn run(session: &mut Session, matches: &ArgMatches) -> Result<(), Failure> {
    let (lang, facts) = (session.lang, session.facts()?);
    let period = session.period(matches)?.unwrap_or(Period::ALL);
    let kind = matches.get_one::<String>("kind").and_then(|code| ReportKind::from_code(code));
    let suppress = Some(super::stats::limit(matches, lang)?).filter(|limit| limit.k() > 1);
    // What is written or printed is kept; what goes to standard output is only read.
    let goes_out = ["output", "printer"].iter().any(|option| matches.contains_id(option)) || matches.get_flag("print");
    let kind = kind.unwrap_or(ReportKind::Summary);
    let wanted = Wanted { period, lang, made: session.today, suppress, refs: goes_out };
    let document = document(&session.store, &facts, kind, &wanted);
    let document = document.map_err(|error| match error {
        ReportError::LookUp(error) => session.failed(&error),
        ReportError::Indicator { goal, label, error } => {
            super::goals::failure(ReportError::Indicator { goal, label, error }, lang)
        }
    })?;
    deliver(&document, matches, lang)?;
    if goes_out {
        // It has left already: that it could not be kept is told, and is no failure to print.
        let kept = prints::keep(&mut session.store, kind, &wanted, &document, config::now());
        kept.err().into_iter().for_each(|error| output::tell(error.message(lang).as_str()));
    }
    Ok(())
}
