//! Drafts: what is being typed, kept in the encrypted store until it is saved (safety: "Nothing lost").

use super::Store;
use super::error::Error;
use super::journal::TIME;
use chrono::NaiveDateTime;
use rusqlite::Connection;

/// What was being typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// Which form it belongs to, in the words of the one who keeps it.
    pub key: String,
    pub content: String,
    /// When it was kept; local time as written.
    pub at: String,
}

/// Drops what was kept under a key, in whatever transaction is under way.
pub(super) fn drop_in(connection: &Connection, key: &str) -> Result<(), Error> {
    connection.execute("DELETE FROM drafts WHERE key = ?", [key])?;
    Ok(())
}

impl Store {
    /// Keeps what is being typed, in the place of what was kept under that key. Not journalled.
    pub fn save_draft(&mut self, key: &str, content: &str, now: NaiveDateTime) -> Result<(), Error> {
        self.reach()?;
        let sql = "INSERT OR REPLACE INTO drafts (key, content, at) VALUES (?, ?, ?)";
        self.connection.execute(sql, [key, content, &now.format(TIME).to_string()])?;
        Ok(())
    }

    /// Drops what was kept under that key.
    pub fn drop_draft(&mut self, key: &str) -> Result<(), Error> {
        self.reach()?;
        drop_in(&self.connection, key)
    }

    /// Everything that was being typed, newest first.
    pub fn drafts(&self) -> Result<Vec<Draft>, Error> {
        let mut statement = self.connection.prepare("SELECT key, content, at FROM drafts ORDER BY at DESC, key")?;
        let draft = |row: &rusqlite::Row| Ok(Draft { key: row.get(0)?, content: row.get(1)?, at: row.get(2)? });
        Ok(statement.query_map([], draft)?.collect::<Result<_, _>>()?)
    }
}
