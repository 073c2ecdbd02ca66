//! `verify`: whether everything in the store is as it was written.

use super::failure::{DAMAGED, Failure};
use super::output;
use super::progress::Meter;
use super::session::Session;
use crate::domain::Shown;
use crate::i18n::texts::cli as t;

/// Checks the whole store, and tells every finding.
///
/// # Errors
/// Exit 5 if something was found; the store's own.
pub fn run(session: &Session) -> Result<(), Failure> {
    let lang = session.lang;
    let mut meter = Meter::new(lang);
    let findings = session.store.verify_watched(&mut |progress| meter.tell(progress));
    drop(meter);
    let findings = findings.map_err(|error| session.failed(&error))?;
    if findings.is_empty() {
        return output::show(&Shown::new(t::VERIFIED.get(lang)), lang);
    }
    let lines: Vec<String> = findings.iter().map(|finding| finding.message(lang).into_string()).collect();
    Err(Failure::new(DAMAGED, lines.join("\n")))
}
