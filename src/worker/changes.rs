//! What was done, with the records that it takes to say it in words.

use super::entries::each_once;
use super::log::Log;
use crate::app::exchange::{Changes, Deed, Told, Turned};
use crate::domain::{Edit, Kind, Record, Ref};
use crate::store::{Error, Glimpse};
use chrono::NaiveDateTime;

/// So many of the latest changes, of everything or of one record; and what undo and redo would do.
///
/// # Errors
/// Those of the store.
pub fn changes(log: &Log, about: Option<&(Kind, Ref)>, limit: usize) -> Result<Changes, Error> {
    let store = &log.store;
    let about = about.map(|(kind, own)| (*kind, own));
    let found = store.changes(about, limit)?;
    let deeds = found.into_iter().map(|glimpse| deed(log, glimpse)).collect::<Result<_, _>>()?;
    let numbered = |seq: Option<i64>| match seq {
        Some(seq) => store.change(seq)?.map(|glimpse| deed(log, glimpse)).transpose(),
        None => Ok(None),
    };
    Ok(Changes { deeds, undo: numbered(store.undoable()?)?, redo: numbered(store.redoable()?)? })
}

/// Undoes what was done last; an import only if it is meant.
///
/// # Errors
/// Those of the store.
pub fn undo(log: &mut Log, is_meant: bool, now: NaiveDateTime) -> Result<Told, Error> {
    let import = log.store.undoable()?.map(|seq| log.store.import(seq)).transpose()?.flatten();
    if let Some(count) = import.filter(|_| !is_meant) {
        return Ok(Told::UndoesImport(count));
    }
    let done = log.apply(|store| store.undo(now))?;
    Ok(Told::Undone(done.map(|change| Turned { change, is_import: import.is_some() })))
}

/// Does again what was undone last.
///
/// # Errors
/// Those of the store.
pub fn redo(log: &mut Log, now: NaiveDateTime) -> Result<Told, Error> {
    let import = log.store.redoable()?.map(|seq| log.store.import(seq)).transpose()?.flatten();
    let done = log.apply(|store| store.redo(now))?;
    Ok(Told::Redone(done.map(|change| Turned { change, is_import: import.is_some() })))
}

fn deed(log: &Log, glimpse: Glimpse) -> Result<Deed, Error> {
    let Glimpse { at, action, count, edits, .. } = glimpse;
    let own = edits.iter().filter_map(Edit::record).map(|(kind, own)| (kind, own.clone()));
    let named = edits.iter().flat_map(records).flat_map(Record::links).map(|(_, kind, own)| (kind, own.clone()));
    let linked = each_once(&log.store, own.chain(named))?;
    Ok(Deed { at, action, count, edits, linked })
}

fn records(edit: &Edit) -> impl Iterator<Item = &Record> {
    let (before, after) = match edit {
        Edit::Record { before, after } => (before.as_ref(), after.as_ref()),
        Edit::List { .. } | Edit::Project { .. } => (None, None),
    };
    before.into_iter().chain(after)
}
