//! `report`: the period summary.

use super::deliver::deliver;
use super::failure::Failure;
use super::session::Session;
use crate::query::Period;
use crate::report::summary;
use clap::ArgMatches;

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
    deliver(&document, matches, lang)
}
