//! Records as rows: the statements that read, write and index them, made once and used for a whole change.

use super::error::{Damage, Error};
use crate::domain::{Kind, Record, Ref};
use rusqlite::{Connection, OptionalExtension, Row, Statement, params_from_iter};

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
    number << 40
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

struct Table<'c> {
    find: Statement<'c>,
    exists: Statement<'c>,
    insert: Statement<'c>,
    update: Statement<'c>,
    delete: Statement<'c>,
    index: Statement<'c>,
    unindex: Statement<'c>,
}

const TEXTS: &str = "text_1, text_2, text_3, text_4, text_5, text_6, text_7, text_8";

impl<'c> Rows<'c> {
    pub fn new(connection: &'c Connection) -> Rows<'c> {
        Rows { connection, tables: Vec::new() }
    }

    /// The record with that ref and the number of its row.
    pub fn find(&mut self, kind: Kind, own: &Ref) -> Result<Option<(i64, Record)>, Error> {
        let found = &mut self.table(kind)?.find;
        let mut rows = found.query([own.as_str()])?;
        let Some(row) = rows.next()? else { return Ok(None) };
        Ok(Some((row.get(0)?, record(kind, row, 1)?)))
    }

    /// Whether a record with that ref stands.
    pub fn exists(&mut self, kind: Kind, own: &Ref) -> Result<bool, Error> {
        Ok(self.table(kind)?.exists.query_row([own.as_str()], |_| Ok(())).optional()?.is_some())
    }

    pub fn insert(&mut self, record: &Record) -> Result<(), Error> {
        let table = self.table(record.kind)?;
        let row = table.insert.insert(params_from_iter(cells(record)))?;
        table.index.execute([row])?;
        Ok(())
    }

    pub fn update(&mut self, row: i64, record: &Record) -> Result<(), Error> {
        let table = self.table(record.kind)?;
        table.unindex.execute([row])?;
        table.update.execute(params_from_iter(cells(record).chain([Some(row.to_string())])))?;
        table.index.execute([row])?;
        Ok(())
    }

    pub fn delete(&mut self, kind: Kind, row: i64) -> Result<(), Error> {
        let table = self.table(kind)?;
        table.unindex.execute([row])?;
        table.delete.execute([row])?;
        Ok(())
    }

    fn table(&mut self, kind: Kind) -> Result<&mut Table<'c>, Error> {
        let place = match self.tables.iter().position(|(k, _)| *k == kind) {
            Some(place) => place,
            None => {
                self.tables.push((kind, Table::new(self.connection, kind)?));
                self.tables.len() - 1
            }
        };
        Ok(&mut self.tables[place].1)
    }
}

impl<'c> Table<'c> {
    fn new(connection: &'c Connection, kind: Kind) -> Result<Table<'c>, Error> {
        let (table, all) = (kind.table(), columns(kind, "{}"));
        let places = vec!["?"; kind.fields().len()].join(", ");
        let text_row = format!("SELECT {} + row, {TEXTS} FROM {table}_text WHERE row = ?", first_number(kind));
        Ok(Table {
            find: connection.prepare(&format!("SELECT id, {all} FROM {table} WHERE ref = ?"))?,
            exists: connection.prepare(&format!("SELECT 1 FROM {table} WHERE ref = ?"))?,
            insert: connection.prepare(&format!("INSERT INTO {table} ({all}) VALUES ({places})"))?,
            update: connection.prepare(&format!("UPDATE {table} SET {} WHERE id = ?", columns(kind, "{} = ?")))?,
            delete: connection.prepare(&format!("DELETE FROM {table} WHERE id = ?"))?,
            index: connection.prepare(&format!("INSERT INTO search (rowid, {TEXTS}) {text_row}"))?,
            unindex: connection.prepare(&format!(
                "INSERT INTO search (search, rowid, {TEXTS}) SELECT 'delete', * FROM ({text_row})"
            ))?,
        })
    }
}

/// What stands in the columns: canonical text, or NULL for nothing.
fn cells(record: &Record) -> impl Iterator<Item = Option<String>> + '_ {
    record.values.iter().map(|value| (!value.is_empty()).then(|| value.to_string()))
}
