//! `verify`: whether everything in the store is as it was written.

use super::failure::{DAMAGED, Failure};
use super::output;
use super::progress::Meter;
use super::session::Session;
use crate::domain::Shown;
use crate::i18n::fill;
use crate::i18n::texts::{cli as t, safe};
use crate::store::Finding;

/// Checks the whole store, and tells every finding, what to do, and which backup is the newest.
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
    let newest = session.store.folder().and_then(|folder| folder.backups().ok()?.into_iter().next());
    let newest = newest.map(|backup| fill(safe::NEWEST_BACKUP, lang, &[("newest", &backup.path.display())]));
    let lines = [Some(Finding::in_words(&findings, lang).into_string()), newest];
    Err(Failure::new(DAMAGED, lines.into_iter().flatten().collect::<Vec<_>>().join("\n")))
}
