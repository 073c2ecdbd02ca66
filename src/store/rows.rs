//! Records as rows: the statements that read, write and index them, made once and used for a whole change.

use super::error::{Damage, Error};
use crate::domain::{Kind, Record, Ref};
use rusqlite::{CachedStatement, Connection, OptionalExtension, Row, params_from_iter};

/// The room that each kind has in the search index.
pub const ROWS: i64 = 1 << 40;

/// Rows of a kind stand in the search index from this number on (schema/1.sql); never changed.
pub fn first_number(kind: Kind) -> i64 {
    let number: i64 = match kind {
        Kind::Person => 0,
        Kind::Contact => 1,
        Kind::Referral => 2,
        Kind::FollowUp => 3,
        Kind::Activity => 4,
        Kind::Matter => 5,
        Kind::Organisation => 6,
        Kind::Relation => 7,
    };
    number * ROWS
}

/// The columns of a kind's table, quoted and in the order of its fields, each put in a pattern (`{}`).
pub fn columns(kind: Kind, pattern: &str) -> String {
    let columns = kind.fields().iter().map(|f| pattern.replace("{}", &format!("\"{}\"", f.code)));
    columns.collect::<Vec<_>>().join(", ")
}

/// The record that a row holds, from a column on.
///
/// # Errors
/// `Damage::Row` if a value is none that was ever written.
pub fn record(kind: Kind, row: &Row, from: usize) -> Result<Record, Error> {
    let damaged = || Error::Damaged(Damage::Row { table: kind.table() });
    let text = |i| match row.get_ref(i)? {
        rusqlite::types::ValueRef::Null => Ok(""),
        value => value.as_str().map_err(|_| damaged()),
    };
    let texts = (from..from + kind.fields().len()).map(text).collect::<Result<Vec<&str>, Error>>()?;
    Record::from_texts(kind, &texts).map_err(|_| damaged())
}

/// The ref that a column holds.
pub fn own_ref(kind: Kind, row: &Row, column: usize) -> Result<Ref, Error> {
    let text = row.get_ref(column)?.as_str().ok();
    text.and_then(|t| Ref::parse(t).ok()).ok_or(Error::Damaged(Damage::Row { table: kind.table() }))
}

/// The statements for the rows of every kind that a change meets.
pub struct Rows<'c> {
    connection: &'c Connection,
    tables: Vec<(Kind, Table<'c>)>,
}

/// The statements for one table, each made when it is first needed.
struct Table<'c> {
    connection: &'c Connection,
    kind: Kind,
    find: Option<CachedStatement<'c>>,
    row: Option<CachedStatement<'c>>,
    insert: Option<CachedStatement<'c>>,
    update: Option<CachedStatement<'c>>,
    delete: Option<CachedStatement<'c>>,
}

impl<'c> Rows<'c> {
    pub fn new(connection: &'c Connection) -> Rows<'c> {
        Rows { connection, tables: Vec::new() }
    }

    /// The record with that ref and the number of its row.
    pub fn find(&mut self, kind: Kind, own: &Ref) -> Result<Option<(i64, Record)>, Error> {
        let mut rows = self.table(kind).find()?.query([own.as_str()])?;
        let Some(row) = rows.next()? else { return Ok(None) };
        Ok(Some((row.get(0)?, record(kind, row, 1)?)))
    }

    /// The number of the row of the record with that ref, if it stands.
    pub fn row(&mut self, kind: Kind, own: &Ref) -> Result<Option<i64>, Error> {
        Ok(self.table(kind).row()?.query_row([own.as_str()], |row| row.get(0)).optional()?)
    }

    /// Writes a new row and returns its number.
    pub fn insert(&mut self, record: &Record) -> Result<i64, Error> {
        Ok(self.table(record.kind).insert()?.insert(params_from_iter(cells(record)))?)
    }

    pub fn update(&mut self, row: i64, record: &Record) -> Result<(), Error> {
        let cells = cells(record).chain([Some(row.to_string())]);
        self.table(record.kind).update()?.execute(params_from_iter(cells))?;
        Ok(())
    }

    pub fn delete(&mut self, kind: Kind, row: i64) -> Result<(), Error> {
        self.table(kind).delete()?.execute([row])?;
        Ok(())
    }

    fn table(&mut self, kind: Kind) -> &mut Table<'c> {
        let place = self.tables.iter().position(|(k, _)| *k == kind).unwrap_or_else(|| {
            self.tables.push((kind, Table::new(self.connection, kind)));
            self.tables.len() - 1
        });
        &mut self.tables[place].1
    }
}

impl<'c> Table<'c> {
    fn new(connection: &'c Connection, kind: Kind) -> Table<'c> {
        Table { connection, kind, find: None, row: None, insert: None, update: None, delete: None }
    }

    fn find(&mut self) -> Result<&mut CachedStatement<'c>, Error> {
        let kind = self.kind;
        made(self.connection, &mut self.find, || {
            format!("SELECT id, {} FROM {} WHERE ref = ?", columns(kind, "{}"), kind.table())
        })
    }

    fn row(&mut self) -> Result<&mut CachedStatement<'c>, Error> {
        let table = self.kind.table();
        made(self.connection, &mut self.row, || format!("SELECT id FROM {table} WHERE ref = ?"))
    }

    fn insert(&mut self) -> Result<&mut CachedStatement<'c>, Error> {
        let kind = self.kind;
        made(self.connection, &mut self.insert, || {
            let places = vec!["?"; kind.fields().len()].join(", ");
            format!("INSERT INTO {} ({}) VALUES ({places})", kind.table(), columns(kind, "{}"))
        })
    }

    fn update(&mut self) -> Result<&mut CachedStatement<'c>, Error> {
        let kind = self.kind;
        made(self.connection, &mut self.update, || {
            format!("UPDATE {} SET {} WHERE id = ?", kind.table(), columns(kind, "{} = ?"))
        })
    }

    fn delete(&mut self) -> Result<&mut CachedStatement<'c>, Error> {
        let table = self.kind.table();
        made(self.connection, &mut self.delete, || format!("DELETE FROM {table} WHERE id = ?"))
    }
}

/// The statement in its place, out of the connection's cache or made if it is not there.
fn made<'s, 'c>(
    connection: &'c Connection,
    place: &'s mut Option<CachedStatement<'c>>,
    sql: impl FnOnce() -> String,
) -> Result<&'s mut CachedStatement<'c>, Error> {
    match place {
        Some(statement) => Ok(statement),
        empty => Ok(empty.insert(connection.prepare_cached(&sql())?)),
    }
}

/// What stands in the columns: canonical text, or NULL for nothing.
fn cells(record: &Record) -> impl Iterator<Item = Option<String>> + '_ {
    record.values.iter().map(|value| (!value.is_empty()).then(|| value.to_string()))
}
