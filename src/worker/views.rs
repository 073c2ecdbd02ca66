//! Saved views: what one means today, and the change that saves, renames or deletes one.

use super::fault::Fault;
use super::log::Log;
use crate::app::exchange::ReadView;
use crate::domain::{Change, Lang, SavedView, ViewEdit};
use crate::i18n::{fill, texts::lists as t};
use crate::query::{Filter, Measure, Period, QueryError};

/// Reads a saved view: its filter by the names and values of the log as it stands, its period as seen from today.
///
/// # Errors
/// What in it can no longer be read.
pub fn read(log: &Log, saved: SavedView, lang: Lang) -> Result<ReadView, Fault> {
    let name = saved.name.clone();
    let refuse = |reason: String| Fault::said(fill(t::VIEW_UNREADABLE, lang, &[("name", &name), ("reason", &reason)]));
    let read = |error: QueryError| refuse(error.say(lang));
    let measure = match saved.measure.as_str() {
        "" => Measure::Contacts,
        code => Measure::from_code(code).map_err(read)?,
    };
    let filter = Filter::parse(&saved.filter, measure, &log.facts).map_err(read)?;
    let period = match saved.period.as_str() {
        "" => Period::ALL,
        text => Period::parse(text, log.today).map_err(|error| refuse(error.say(lang)))?,
    };
    Ok(ReadView { saved, measure, filter, period })
}

/// The change that does something to the saved views.
pub fn edit(log: &Log, edit: &ViewEdit) -> Change {
    let before = log.store.project();
    let mut after = before.clone();
    edit.apply(&mut after.views);
    Change::project(before, after)
}
