//! The journal: every change with what stood before and after, chained so that none can be altered or taken out.
//!
//! An entry is a change; its edits stand beside it. Each edit has a commitment (a hash of a random salt and the
//! content), the entry's commitment is over those, and its hash over that and the hash of the entry before. Erasing
//! drops salt and content of single edits: the chain still verifies, and what was there cannot be guessed.

use super::content;
use super::digest::{Hash, hash};
use super::error::{Damage, Error};
use crate::domain::{Action, Edit};
use chrono::NaiveDateTime;
use rusqlite::{Connection, OptionalExtension, Row, params};

/// The action of the first entry, which holds what a new store began with. It cannot be undone.
pub const CREATE: &str = "create";
/// The action of an entry that notes an export: without edits, and nothing to undo.
pub const EXPORT: &str = "export";
/// The action of an entry that notes whose protected fields were shown: its one edit leaves her record as it was, and
/// there is nothing to undo.
pub const REVEAL: &str = "reveal";
/// The action of an entry that keeps a print: its parts stand in the table of prints, and there is nothing to undo.
pub const PRINT: &str = "print";
/// The action of an entry that takes people out for good: its edits say what is left of them. It cannot be undone, and
/// nothing before it can.
pub const ERASE: &str = "erase";
/// How an entry's time is written: local time, whole seconds.
pub const TIME: &str = "%Y-%m-%dT%H:%M:%S";

/// The newest entry: all entries before it follow from its hash.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Newest {
    /// The entry's number; 0 is none yet.
    pub seq: i64,
    pub hash: Hash,
}

impl Newest {
    /// Before the first entry.
    pub const NONE: Newest = Newest { seq: 0, hash: [0; 32] };
}

/// One entry without its edits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    pub seq: i64,
    /// Local time, as written.
    pub at: String,
    pub action: String,
    /// The entry that this one takes back or does again.
    pub undoes: Option<i64>,
    pub commitment: Hash,
    pub hash: Hash,
}

impl Entry {
    /// The hash that the entry must have after the one before.
    pub fn chained(&self, before: &Hash) -> Hash {
        let undoes = self.undoes.unwrap_or(0).to_le_bytes();
        let parts: [&[u8]; 6] =
            [before, &self.seq.to_le_bytes(), self.at.as_bytes(), self.action.as_bytes(), &undoes, &self.commitment];
        hash("caselog journal entry", &parts)
    }

    /// What the entry did, if it is something that people do.
    pub fn action(&self) -> Option<Action> {
        let plain = [Action::Add, Action::Change, Action::Delete, Action::Import, Action::Settings];
        match (self.action.as_str(), self.undoes) {
            ("undo", Some(seq)) => Some(Action::Undo(seq)),
            ("redo", Some(seq)) => Some(Action::Redo(seq)),
            (code, None) => plain.into_iter().find(|a| a.code() == code),
            _ => None,
        }
    }

    pub(super) fn read(row: &Row) -> Result<Entry, Error> {
        Ok(Entry {
            seq: row.get("seq")?,
            at: row.get("at")?,
            action: row.get("action")?,
            undoes: row.get("undoes")?,
            commitment: fixed(row, "commitment")?,
            hash: fixed(row, "hash")?,
        })
    }
}

/// A blob of 32 bytes.
pub(super) fn fixed(row: &Row, column: &str) -> Result<Hash, Error> {
    let blob: Vec<u8> = row.get(column)?;
    blob.try_into().map_err(|_| Error::Damaged(Damage::Row { table: "journal" }))
}

/// The commitment to an edit's content.
pub fn commitment(salt: &[u8], content: &str) -> Hash {
    hash("caselog journal edit", &[salt, content.as_bytes()])
}

/// The commitment of an entry, over those of its edits in their order.
pub fn commitment_of_all(edits: &[Hash]) -> Hash {
    let parts: Vec<&[u8]> = edits.iter().map(|c| c.as_slice()).collect();
    hash("caselog journal edits", &parts)
}

/// Whether an entry only notes something, so that undo and redo pass it by.
pub fn is_note(action: &str) -> bool {
    [EXPORT, PRINT, REVEAL].contains(&action)
}

/// One of the things that an entry commits to.
pub struct Part<'a> {
    kind: Option<&'a str>,
    own: Option<&'a str>,
    salt: [u8; 16],
    /// `None` where it stands in another table.
    content: Option<String>,
    commitment: Hash,
}

impl Part<'_> {
    /// A content that stands in another table.
    pub fn of<'a>(kind: &'a str, content: &str) -> Result<Part<'a>, Error> {
        let salt = salt()?;
        Ok(Part { kind: Some(kind), own: None, salt, content: None, commitment: commitment(&salt, content) })
    }

    fn edit(edit: &Edit) -> Result<Part<'_>, Error> {
        let ((kind, own), salt, content) = (subject(edit), salt()?, content::write(edit));
        let commitment = commitment(&salt, &content);
        Ok(Part { kind, own, salt, content: Some(content), commitment })
    }
}

fn salt() -> Result<[u8; 16], Error> {
    let mut salt = [0; 16];
    getrandom::fill(&mut salt)?;
    Ok(salt)
}

/// Writes an entry with its edits after the newest one. Part of the change's own transaction.
pub fn append(
    connection: &Connection,
    newest: Newest,
    action: &str,
    undoes: Option<i64>,
    at: NaiveDateTime,
    edits: &[Edit],
) -> Result<Newest, Error> {
    let parts: Vec<Part> = edits.iter().map(Part::edit).collect::<Result<_, _>>()?;
    append_parts(connection, newest, action, undoes, at, &parts)
}

/// Writes an entry with what it commits to after the newest one.
pub fn append_parts(
    connection: &Connection,
    newest: Newest,
    action: &str,
    undoes: Option<i64>,
    at: NaiveDateTime,
    parts: &[Part],
) -> Result<Newest, Error> {
    let seq = newest.seq + 1;
    let commitments: Vec<Hash> = parts.iter().map(|part| part.commitment).collect();
    let at = at.format(TIME).to_string();
    let commitment = commitment_of_all(&commitments);
    let mut entry = Entry { seq, at, action: action.to_owned(), undoes, commitment, hash: [0; 32] };
    entry.hash = entry.chained(&newest.hash);
    connection.execute(
        "INSERT INTO journal (seq, at, action, undoes, commitment, hash) VALUES (?, ?, ?, ?, ?, ?)",
        params![seq, entry.at, entry.action, undoes, entry.commitment, entry.hash],
    )?;
    let mut insert = connection
        .prepare("INSERT INTO journal_edits (seq, kind, ref, salt, content, commitment) VALUES (?, ?, ?, ?, ?, ?)")?;
    for Part { kind, own, salt, content, commitment } in parts {
        insert.execute(params![seq, kind, own, salt, content, commitment])?;
    }
    Ok(Newest { seq, hash: entry.hash })
}

/// What stands beside an edit's content, to find the history of a record by.
fn subject(edit: &Edit) -> (Option<&str>, Option<&str>) {
    edit.record().map_or((None, None), |(kind, own)| (Some(kind.code()), Some(own.as_str())))
}

/// The newest entry of the journal.
pub fn newest(connection: &Connection) -> Result<Newest, Error> {
    let entry = last_before(connection, i64::MAX)?;
    Ok(entry.map_or(Newest::NONE, |e| Newest { seq: e.seq, hash: e.hash }))
}

/// The entry with that number.
pub fn entry(connection: &Connection, seq: i64) -> Result<Option<Entry>, Error> {
    one(connection, "SELECT * FROM journal WHERE seq = ?", seq)
}

/// The last entry before the one with that number.
pub fn last_before(connection: &Connection, seq: i64) -> Result<Option<Entry>, Error> {
    one(connection, "SELECT * FROM journal WHERE seq < ? ORDER BY seq DESC LIMIT 1", seq)
}

fn one(connection: &Connection, sql: &str, seq: i64) -> Result<Option<Entry>, Error> {
    connection.prepare(sql)?.query_row([seq], |row| Ok(Entry::read(row))).optional()?.transpose()
}

/// The edits of an entry, in the order in which they were done. `None` if one of them has been erased.
pub fn edits(connection: &Connection, seq: i64) -> Result<Option<Vec<Edit>>, Error> {
    let mut statement = connection.prepare("SELECT content FROM journal_edits WHERE seq = ? ORDER BY id")?;
    let mut rows = statement.query([seq])?;
    let mut edits = Vec::new();
    while let Some(row) = rows.next()? {
        let Some(content) = row.get::<_, Option<String>>(0)? else { return Ok(None) };
        edits.push(edit(&content)?);
    }
    Ok(Some(edits))
}

/// The edit that a content holds.
pub fn edit(content: &str) -> Result<Edit, Error> {
    content::read(content).ok_or(Error::Damaged(Damage::Row { table: "journal_edits" }))
}
