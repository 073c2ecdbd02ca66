//! The facts as they were counted from, kept in the store so that the next start need not read every record. The records
//! are what holds: a snapshot that is missing, or does not fit, is passed over, and what was changed after it is read
//! from the records.

use super::Store;
use super::error::Error;
use super::journal::{self, fixed};
use crate::domain::Kind;
use crate::facts::Facts;
use chrono::NaiveDate;
use rusqlite::{Connection, params};

/// One record looked up by its ref costs about as much as so many read in their order. With more changed than that, all
/// records are read.
const LOOKED_UP: u64 = 20;

/// What stands where the snapshot is kept.
enum Kept {
    Nothing,
    /// One that another version of the program made, or that too much has happened since.
    Old,
    /// Not what was ever kept.
    Broken,
    Facts(Box<Facts>),
}

impl Store {
    /// The facts as the records stand, from the snapshot; `None` if there is none that fits.
    ///
    /// # Errors
    /// Those of reading the records that were changed since.
    pub fn kept_facts(&self, today: NaiveDate) -> Result<Option<Facts>, Error> {
        match self.kept(today)? {
            Kept::Facts(facts) => Ok(Some(*facts)),
            Kept::Nothing | Kept::Old | Kept::Broken => Ok(None),
        }
    }

    /// Keeps the facts. They must be those of the records as they stand. A store in memory, which is read only once,
    /// keeps none.
    ///
    /// # Errors
    /// Those of writing; the snapshot that was kept before stands then, and the records do not depend on it.
    pub fn keep_facts(&mut self, facts: &mut Facts) -> Result<(), Error> {
        self.writable()?;
        if self.beside.is_none() {
            return Ok(());
        }
        let Some(content) = facts.snapshot() else { return Ok(()) };
        self.ready()?;
        self.connection.execute(
            "INSERT OR REPLACE INTO facts_snapshot (id, seq, hash, checksum, content) VALUES (1, ?, ?, ?, ?)",
            params![self.newest.seq, self.newest.hash, crc32fast::hash(&content), content],
        )?;
        Ok(())
    }

    /// The facts as the records stand: kept ones, else from every record, and then they are kept for the next time
    /// where that can be.
    ///
    /// # Errors
    /// Those of reading.
    pub fn facts(&mut self, today: NaiveDate) -> Result<Facts, Error> {
        if let Some(facts) = self.kept_facts(today)? {
            return Ok(facts);
        }
        let mut facts = Facts::new(self.lists(), self.project(), today);
        for kind in Kind::ALL {
            self.for_each(kind, |record| facts.insert(&record))?;
        }
        facts.settle();
        // The answer does not depend on it, and a disk that takes nothing is said where something is to be saved.
        let _ = self.keep_facts(&mut facts);
        Ok(facts)
    }

    /// Whether what is kept is what the records say.
    ///
    /// # Errors
    /// Those of reading.
    pub(super) fn kept_facts_are_right(&self, today: NaiveDate) -> Result<bool, Error> {
        let mut facts = match self.kept(today)? {
            Kept::Nothing | Kept::Old => return Ok(true),
            Kept::Broken => return Ok(false),
            Kept::Facts(facts) => facts,
        };
        let kept = facts.snapshot();
        facts.clear();
        for kind in Kind::ALL {
            self.for_each(kind, |record| facts.insert(&record))?;
        }
        Ok(facts.snapshot() == kept)
    }

    fn kept(&self, today: NaiveDate) -> Result<Kept, Error> {
        if self.newer.is_some() {
            return Ok(Kept::Old);
        }
        let sql = "SELECT seq, hash, checksum, content FROM facts_snapshot";
        let mut statement = self.connection.prepare(sql)?;
        let mut rows = statement.query([])?;
        let Some(row) = rows.next()? else { return Ok(Kept::Nothing) };
        let (seq, hash): (i64, _) = (row.get("seq")?, fixed(row, "hash")?);
        let content = row.get_ref("content")?.as_blob().unwrap_or_default();
        let is_whole = row.get::<_, u32>("checksum").is_ok_and(|checksum| checksum == crc32fast::hash(content));
        if !is_whole || journal::entry(&self.connection, seq)?.is_none_or(|entry| entry.hash != hash) {
            return Ok(Kept::Broken);
        }
        let changed: u64 = self.connection.query_row("SELECT count(*) FROM journal_edits WHERE seq > ?", [seq], |row| {
            row.get::<_, i64>(0).map(i64::unsigned_abs)
        })?;
        let all = Kind::ALL.into_iter().map(|kind| self.about(kind)).sum::<Result<u64, Error>>()?;
        if changed * LOOKED_UP > all {
            return Ok(Kept::Old);
        }
        let facts = Facts::from_snapshot(content, self.lists(), self.project(), today);
        let Some(mut facts) = facts else { return Ok(Kept::Old) };
        for (kind, own) in self.changed_since(seq)? {
            match self.get(kind, &own)? {
                Some(record) => facts.insert(&record),
                None => facts.remove(kind, &own),
            }
        }
        Ok(Kept::Facts(Box::new(facts)))
    }
}

/// Takes the snapshot out, in whatever transaction is under way.
pub(super) fn forget(connection: &Connection) -> Result<(), Error> {
    connection.execute("DELETE FROM facts_snapshot", [])?;
    Ok(())
}
