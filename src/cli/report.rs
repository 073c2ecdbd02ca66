//! `report`: the period summary or the funder's report.

use super::deliver::{deliver, leaves};
use super::failure::Failure;
use super::output;
use super::session::Session;
use crate::config;
use crate::i18n::{fill, texts::print as t};
use crate::query::Period;
use crate::report::{ReportError, ReportKind, Wanted};
use crate::worker::{checks_document, document, prints};
use clap::ArgMatches;

/// Prints a report, or what to look at before it is signed. A report that goes to a file or a printer is kept as it was,
/// beside the log.
///
/// # Errors
/// Wrong use, a store that cannot be read, a file that stands already or cannot be written.
pub fn run(session: &mut Session, matches: &ArgMatches) -> Result<(), Failure> {
    if leaves(matches) {
        // What leaves the program is kept, and here it could not be.
        session.writable()?;
    }
    let (lang, facts) = (session.lang, session.facts()?);
    let period = session.period(matches)?.unwrap_or(Period::ALL);
    let kind = matches.get_one::<String>("kind").and_then(|code| ReportKind::from_code(code));
    let suppress = Some(super::stats::limit(matches, lang)?).filter(|limit| limit.k() > 1);
    let only_checks = matches.get_flag("checks");
    if only_checks && kind == Some(ReportKind::Summary) {
        return Err(Failure::usage(t::CHECKS_OF_FUNDER.get(lang)));
    }
    let wanted = Wanted { period, lang, made: session.today, suppress, refs: leaves(matches) && !only_checks };
    let kind = kind.unwrap_or(ReportKind::Summary);
    let document = match only_checks {
        true => checks_document(&session.store, &facts, &wanted),
        false => document(&session.store, &facts, kind, &wanted),
    };
    let document = document.map_err(|error| match error {
        ReportError::LookUp(error) => session.failed(&error),
        ReportError::Indicator { goal, label, error } => {
            super::goals::failure(ReportError::Indicator { goal, label, error }, lang)
        }
    })?;
    deliver(&document, matches, lang)?;
    if leaves(matches) && !only_checks {
        // What is out is out: a store that cannot keep it is no reason to call the print failed.
        if let Err(error) = prints::keep(&mut session.store, kind, &wanted, &document, config::now()) {
            output::tell(&fill(t::NOT_KEPT, lang, &[("reason", &error.message(lang))]));
        }
    }
    Ok(())
}
