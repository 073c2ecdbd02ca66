//! Undo and redo, read from the journal, so that they outlive a restart.
//!
//! Undo is linear: what was undone can be done again until something else is done. Which change is next follows from
//! the journal's newest entries alone, nothing is kept beside it.

use super::Store;
use super::error::Error;
use super::journal;
use crate::domain::{Action, Change};
use chrono::NaiveDateTime;
use rusqlite::{Connection, OptionalExtension};

impl Store {
    /// Takes back the newest change that stands, and returns what that did; `None` if there is nothing to take back.
    ///
    /// # Errors
    /// As `apply`.
    pub fn undo(&mut self, now: NaiveDateTime) -> Result<Option<Change>, Error> {
        let Some(seq) = self.undoable()? else { return Ok(None) };
        let Some(edits) = journal::edits(&self.connection, seq)? else { return Ok(None) };
        let action = Action::Undo(seq);
        let edits = Change { action, edits }.inverse_edits();
        self.perform(Change { action, edits }, None, now).map(Some)
    }

    /// Does again what was undone last, and returns what that did; `None` if there is nothing, or something else was
    /// done since.
    ///
    /// # Errors
    /// As `apply`.
    pub fn redo(&mut self, now: NaiveDateTime) -> Result<Option<Change>, Error> {
        let Some(seq) = self.redoable()? else { return Ok(None) };
        let Some(edits) = journal::edits(&self.connection, seq)? else { return Ok(None) };
        self.perform(Change { action: Action::Redo(seq), edits }, None, now).map(Some)
    }

    /// The number of the change that `undo` would take back.
    ///
    /// # Errors
    /// `Database` if the journal cannot be read.
    pub fn undoable(&self) -> Result<Option<i64>, Error> {
        Ok(next_to_undo(&self.connection)?.filter(|&seq| seq > self.sealed))
    }

    /// The change with that number, if it is an import: how many edits it has.
    ///
    /// # Errors
    /// `Database` if the journal cannot be read.
    pub fn import(&self, seq: i64) -> Result<Option<usize>, Error> {
        let change = self.change(seq)?.filter(|glimpse| glimpse.action == Action::Import.code());
        Ok(change.map(|glimpse| glimpse.count))
    }

    /// The number of the change that `redo` would do again.
    ///
    /// # Errors
    /// As `undoable`.
    pub fn redoable(&self) -> Result<Option<i64>, Error> {
        next_to_redo(&self.connection)
    }
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
            None if journal::is_note(&entry.action) => at = entry.seq,
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
            None if journal::is_note(&entry.action) => at = entry.seq,
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
