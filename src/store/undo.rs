//! Undo, redo and history, all read from the journal, so that they outlive a restart.
//!
//! Undo is linear: what was undone can be done again until something else is done. Which change is next follows from
//! the journal's newest entries alone, nothing is kept beside it.

use super::Store;
use super::error::{Damage, Error};
use super::journal::{self, Entry, TIME};
use crate::domain::{Action, Change, Edit, Kind, Ref};
use chrono::NaiveDateTime;
use rusqlite::{Connection, OptionalExtension};

/// A change as the list of what can be undone, or a record's history, shows it.
#[derive(Clone, Debug, PartialEq)]
pub struct Done {
    /// The number of its journal entry.
    pub seq: i64,
    /// Local time.
    pub at: NaiveDateTime,
    pub action: Action,
    /// For a history: the edits of that record. For undo: all edits.
    pub edits: Vec<Edit>,
}

impl Store {
    /// Takes back the newest change that stands, and returns what that did; `None` if there is nothing to take back.
    ///
    /// # Errors
    /// As `apply`.
    pub fn undo(&mut self, now: NaiveDateTime) -> Result<Option<Change>, Error> {
        let Some(done) = self.undoable()? else { return Ok(None) };
        let edits = Change { action: done.action, edits: done.edits }.inverse_edits();
        self.perform(Change { action: Action::Undo(done.seq), edits }, now).map(Some)
    }

    /// Does again what was undone last, and returns what that did; `None` if there is nothing, or something else was
    /// done since.
    ///
    /// # Errors
    /// As `apply`.
    pub fn redo(&mut self, now: NaiveDateTime) -> Result<Option<Change>, Error> {
        let Some(done) = self.redoable()? else { return Ok(None) };
        self.perform(Change { action: Action::Redo(done.seq), edits: done.edits }, now).map(Some)
    }

    /// The change that `undo` would take back.
    pub fn undoable(&self) -> Result<Option<Done>, Error> {
        next_to_undo(&self.connection)?.map_or(Ok(None), |seq| done(&self.connection, seq))
    }

    /// The change that `redo` would do again.
    pub fn redoable(&self) -> Result<Option<Done>, Error> {
        next_to_redo(&self.connection)?.map_or(Ok(None), |seq| done(&self.connection, seq))
    }

    /// What was done to a record, oldest first.
    pub fn history(&self, kind: Kind, own: &Ref) -> Result<Vec<Done>, Error> {
        let mut statement = self.connection.prepare(
            "SELECT journal.*, content FROM journal_edits JOIN journal USING (seq)
             WHERE kind = ? AND ref = ? ORDER BY journal_edits.id",
        )?;
        let mut rows = statement.query([kind.code(), own.as_str()])?;
        let mut history = Vec::new();
        while let Some(row) = rows.next()? {
            let edit = journal::edit(row.get_ref("content")?.as_str().unwrap_or_default())?;
            history.push(shown(&Entry::read(row)?, vec![edit])?);
        }
        Ok(history)
    }
}

fn done(connection: &Connection, seq: i64) -> Result<Option<Done>, Error> {
    let (Some(entry), Some(edits)) = (journal::entry(connection, seq)?, journal::edits(connection, seq)?) else {
        return Ok(None);
    };
    shown(&entry, edits).map(Some)
}

fn shown(entry: &Entry, edits: Vec<Edit>) -> Result<Done, Error> {
    let at = NaiveDateTime::parse_from_str(&entry.at, TIME).ok();
    let (Some(at), Some(action)) = (at, entry.action()) else {
        return Err(Error::Damaged(Damage::Row { table: "journal" }));
    };
    Ok(Done { seq: entry.seq, at, action, edits })
}

/// The newest change that stands. After an undo it is what was newest before the change undone; after a redo it is
/// the change done again.
fn next_to_undo(connection: &Connection) -> Result<Option<i64>, Error> {
    let mut at = i64::MAX;
    while let Some(entry) = journal::last_before(connection, at)? {
        match entry.action() {
            Some(Action::Undo(seq)) => at = seq,
            Some(Action::Redo(seq)) => return Ok(Some(seq)),
            Some(_) => return Ok(Some(entry.seq)),
            None if entry.action == journal::EXPORT => at = entry.seq,
            None => break,
        }
    }
    Ok(None)
}

/// The change undone last. After a redo it is what could be done again before that change was undone.
fn next_to_redo(connection: &Connection) -> Result<Option<i64>, Error> {
    let mut at = i64::MAX;
    while let Some(entry) = journal::last_before(connection, at)? {
        match entry.action() {
            Some(Action::Undo(seq)) => return Ok(Some(seq)),
            Some(Action::Redo(seq)) => match undone_before(connection, seq, entry.seq)? {
                Some(undo) => at = undo,
                None => break,
            },
            None if entry.action == journal::EXPORT => at = entry.seq,
            _ => break,
        }
    }
    Ok(None)
}

/// The last entry before another that took back a change.
fn undone_before(connection: &Connection, seq: i64, before: i64) -> Result<Option<i64>, Error> {
    let sql = "SELECT max(seq) FROM journal WHERE undoes = ? AND action = 'undo' AND seq < ?";
    Ok(connection.query_row(sql, [seq, before], |row| row.get(0)).optional()?.flatten())
}
