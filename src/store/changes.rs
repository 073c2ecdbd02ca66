//! What was done, newest first and in windows: the whole journal, or the history of one record. Of a change of many
//! records only the first edits are read.

use super::Store;
use super::error::{Damage, Error};
use super::journal::{self, Entry, TIME};
use super::rows::own_ref;
use crate::domain::{Edit, Kind, Ref};
use chrono::NaiveDateTime;
use rusqlite::params;
use std::collections::HashSet;

/// So many edits of a change are read.
const EDITS: i64 = 20;

/// A change as the list of what was done shows it.
#[derive(Clone, Debug, PartialEq)]
pub struct Glimpse {
    /// The number of its journal entry.
    pub seq: i64,
    /// Local time.
    pub at: NaiveDateTime,
    /// What was done, as the journal says it: the code of a `domain::Action`, `create` or `export`.
    pub action: String,
    /// How many edits it has; for a record's history, how many of that record.
    pub count: usize,
    /// The first of them, without those that have been erased.
    pub edits: Vec<Edit>,
}

impl Store {
    /// The latest so many changes, newest first: of everything, or of one record.
    ///
    /// # Errors
    /// `Database`, or `Damaged` if an entry cannot be read.
    pub fn changes(&self, about: Option<(Kind, &Ref)>, limit: usize) -> Result<Vec<Glimpse>, Error> {
        let connection = &self.connection;
        let of_record = "seq IN (SELECT seq FROM journal_edits WHERE kind = ?2 AND ref = ?3)";
        let which = if about.is_some() { of_record } else { "?2 IS ?3" };
        let sql = format!("SELECT * FROM journal WHERE {which} ORDER BY seq DESC LIMIT ?1");
        let (kind, own) = about.map(|(kind, own)| (kind.code(), own.as_str())).unzip();
        let mut statement = connection.prepare(&sql)?;
        let mut rows = statement.query(params![limit as i64, kind, own])?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            found.push(self.glimpse(&Entry::read(row)?, about)?);
        }
        Ok(found)
    }

    /// The records that have been added, changed or deleted since an entry.
    ///
    /// # Errors
    /// `Database`, or `Damaged` if an entry cannot be read.
    pub fn changed_since(&self, seq: i64) -> Result<HashSet<(Kind, Ref)>, Error> {
        self.named("SELECT DISTINCT kind, ref FROM journal_edits INDEXED BY journal_edits_seq WHERE seq > ? AND ref IS NOT NULL", [seq])
    }

    fn named(&self, sql: &str, parameters: impl rusqlite::Params) -> Result<HashSet<(Kind, Ref)>, Error> {
        let mut statement = self.connection.prepare(sql)?;
        let mut rows = statement.query(parameters)?;
        let mut found = HashSet::new();
        while let Some(row) = rows.next()? {
            if let Some(kind) = self.kind_named(row.get_ref(0)?.as_str().unwrap_or_default())? {
                found.insert((kind, own_ref(kind, row, 1)?));
            }
        }
        Ok(found)
    }

    /// The records of people who have been erased: what stands of them says nothing of anybody.
    ///
    /// # Errors
    /// `Database`, or `Damaged` if an entry cannot be read.
    pub fn erased_records(&self) -> Result<HashSet<(Kind, Ref)>, Error> {
        let sql = "SELECT DISTINCT kind, ref FROM journal_edits JOIN journal USING (seq) WHERE action = 'erase' \
            AND ref IS NOT NULL";
        self.named(sql, [])
    }

    /// The change with that number.
    ///
    /// # Errors
    /// As `changes`.
    pub fn change(&self, seq: i64) -> Result<Option<Glimpse>, Error> {
        let entry = journal::entry(&self.connection, seq)?;
        entry.map(|entry| self.glimpse(&entry, None)).transpose()
    }

    /// The kind of record that the journal names; `None` for one that only a newer program knows.
    ///
    /// # Errors
    /// `Damaged` if no program has it.
    pub(super) fn kind_named(&self, code: &str) -> Result<Option<Kind>, Error> {
        match Kind::from_code(code) {
            None if self.newer.is_none() => Err(Error::Damaged(Damage::Row { table: "journal_edits" })),
            kind => Ok(kind),
        }
    }

    fn glimpse(&self, entry: &Entry, about: Option<(Kind, &Ref)>) -> Result<Glimpse, Error> {
        let connection = &self.connection;
        let at = NaiveDateTime::parse_from_str(&entry.at, TIME);
        let at = at.map_err(|_| Error::Damaged(Damage::Row { table: "journal" }))?;
        let which = if about.is_some() { "kind = ?2 AND ref = ?3" } else { "?2 IS ?3" };
        let (kind, own) = about.map(|(kind, own)| (kind.code(), own.as_str())).unzip();
        let count = format!("SELECT count(*) FROM journal_edits WHERE seq = ?1 AND {which}");
        let count: i64 = connection.query_row(&count, params![entry.seq, kind, own], |row| row.get(0))?;
        let sql = format!("SELECT content FROM journal_edits WHERE seq = ?1 AND {which} ORDER BY id LIMIT {EDITS}");
        let mut statement = connection.prepare(&sql)?;
        let contents = statement.query_map(params![entry.seq, kind, own], |row| row.get::<_, Option<String>>(0))?;
        let contents: Vec<Option<String>> = contents.collect::<Result<_, _>>()?;
        let mut edits = Vec::new();
        for content in contents.iter().flatten() {
            match journal::edit(content) {
                // What only a newer program knows is left out.
                Err(_) if self.newer.is_some() => {}
                edit => edits.push(edit?),
            }
        }
        Ok(Glimpse { seq: entry.seq, at, action: entry.action.clone(), count: count as usize, edits })
    }
}
