//! Reading: single records, many in the order asked, all of a kind as a stream, words, and who names whom.

use super::error::{Damage, Error};
use super::rows::{self, Rows, columns, own_ref};
use super::{Stop, Store};
use crate::domain::{Kind, Record, Ref, Type};
use rusqlite::{CachedStatement, Connection};
use std::sync::Arc;

/// So many steps of the database's machine take about a millisecond.
const STEPS: i32 = 10_000;

impl Store {
    /// The record with that ref.
    pub fn get(&self, kind: Kind, own: &Ref) -> Result<Option<Record>, Error> {
        Ok(Rows::new(&self.connection).find(kind, own)?.map(|(_, record)| record))
    }

    /// The records with those refs, in the order asked; those that do not stand are left out.
    pub fn fetch(&self, kind: Kind, refs: &[Ref]) -> Result<Vec<Record>, Error> {
        let mut rows = Rows::new(&self.connection);
        let found = refs.iter().map(|own| Ok(rows.find(kind, own)?.map(|(_, record)| record)));
        found.filter_map(Result::transpose).collect()
    }

    /// Hands out every record of a kind, by ref, one at a time.
    pub fn for_each(&self, kind: Kind, mut each: impl FnMut(Record)) -> Result<(), Error> {
        let sql = format!("SELECT {} FROM {} ORDER BY ref", columns(kind, "{}"), kind.table());
        let mut statement = self.connection.prepare(&sql)?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            each(rows::record(kind, row, 0)?);
        }
        Ok(())
    }

    /// So many records of a kind at most that come after a ref, by ref: a part of `for_each`, between whose parts other
    /// things can be done.
    pub fn part(&self, kind: Kind, after: Option<&Ref>, count: usize) -> Result<Vec<Record>, Error> {
        let (columns, table) = (columns(kind, "{}"), kind.table());
        let sql = format!("SELECT {columns} FROM {table} WHERE ref > ? ORDER BY ref LIMIT ?");
        let mut statement = self.connection.prepare_cached(&sql)?;
        let mut rows = statement.query((after.map_or("", Ref::as_str), count as i64))?;
        let mut records = Vec::with_capacity(count);
        while let Some(row) = rows.next()? {
            records.push(rows::record(kind, row, 0)?);
        }
        Ok(records)
    }

    /// About how many records of a kind there are: no fewer, and more if some were deleted. At once, at any size.
    pub fn about(&self, kind: Kind) -> Result<u64, Error> {
        let sql = format!("SELECT coalesce(max(id), 0) FROM {}", kind.table());
        Ok(self.connection.query_row(&sql, [], |row| row.get::<_, i64>(0))?.unsigned_abs())
    }

    /// Stops reading when something says so, which is asked every few thousandths of a second; what is stopped fails
    /// with `Stopped`. It must not say so while something is written.
    pub fn stop_when(&mut self, stop: Stop) -> Result<(), Error> {
        let asked = Arc::clone(&stop);
        self.connection.progress_handler(STEPS, Some(move || asked()))?;
        self.stop = Some(stop);
        Ok(())
    }

    /// Hands out what stands in one field of every record of a kind, where something does.
    pub fn column(&self, kind: Kind, field: usize, mut each: impl FnMut(Ref, &str)) -> Result<(), Error> {
        let Some(field) = kind.fields().get(field) else { return Ok(()) };
        let (table, code) = (kind.table(), field.code);
        let sql = format!("SELECT ref, \"{code}\" FROM {table} WHERE \"{code}\" IS NOT NULL");
        let mut statement = self.connection.prepare_cached(&sql)?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let text = row.get_ref(1)?.as_str().map_err(|_| Error::Damaged(Damage::Row { table }))?;
            each(own_ref(kind, row, 0)?, text);
        }
        Ok(())
    }

    /// How many records of a kind there are.
    pub fn count(&self, kind: Kind) -> Result<u64, Error> {
        let sql = format!("SELECT count(*) FROM {}", kind.table());
        Ok(self.connection.query_row(&sql, [], |row| row.get::<_, i64>(0))?.unsigned_abs())
    }

    /// The records that name a record, by kind and in the order of their refs.
    pub fn referring(&self, kind: Kind, own: &Ref) -> Result<Vec<(Kind, Ref)>, Error> {
        Referring::new(&self.connection).to(kind, own)
    }
}

/// The statements that find who names a record, made once for each kind.
pub(super) struct Referring<'c> {
    connection: &'c Connection,
    /// By the kind that is named: the kind that names it.
    statements: Vec<(Kind, Vec<(Kind, CachedStatement<'c>)>)>,
}

impl<'c> Referring<'c> {
    pub fn new(connection: &'c Connection) -> Referring<'c> {
        Referring { connection, statements: Vec::new() }
    }

    /// The records that name a record, by kind and in the order of their refs.
    pub fn to(&mut self, named: Kind, own: &Ref) -> Result<Vec<(Kind, Ref)>, Error> {
        let place = match self.statements.iter().position(|(k, _)| *k == named) {
            Some(place) => place,
            None => {
                self.statements.push((named, self.prepare(named)?));
                self.statements.len() - 1
            }
        };
        let mut found = Vec::new();
        for (kind, statement) in &mut self.statements[place].1 {
            let mut rows = statement.query([own.as_str()])?;
            while let Some(row) = rows.next()? {
                found.push((*kind, own_ref(*kind, row, 0)?));
            }
        }
        Ok(found)
    }

    fn prepare(&self, named: Kind) -> Result<Vec<(Kind, CachedStatement<'c>)>, Error> {
        let mut statements = Vec::new();
        for kind in Kind::ALL {
            let holds = kind.fields().iter().filter_map(|field| match field.ty {
                Type::Link(to) if to == named => Some(format!("\"{}\" = ?1", field.code)),
                Type::Links(to) if to == named => {
                    Some(format!("instr(';' || \"{}\" || ';', ';' || ?1 || ';')", field.code))
                }
                _ => None,
            });
            let holds: Vec<String> = holds.collect();
            if !holds.is_empty() {
                let sql = format!("SELECT ref FROM {} WHERE {} ORDER BY ref", kind.table(), holds.join(" OR "));
                statements.push((kind, self.connection.prepare_cached(&sql)?));
            }
        }
        Ok(statements)
    }
}
