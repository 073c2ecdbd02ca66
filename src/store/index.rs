//! The search index, kept in step with the rows that a change touches.
//!
//! FTS5 takes a deletion only with the text as it was indexed, and is quick only where rows come in rising order: so
//! all touched rows leave the index before the change is made, and come back after it.

use super::error::Error;
use super::rows::{Rows, first_number};
use crate::domain::{Edit, Kind, Record};
use rusqlite::Connection;
use std::collections::BTreeSet;

/// Taking a row's words out for good costs far more than putting them in: beyond so many the index is made anew.
const MANY: usize = 500;
const TEXTS: &str = "text_1, text_2, text_3, text_4, text_5, text_6, text_7, text_8";

/// The rows of the index that a change touches.
pub struct Index<'c> {
    connection: &'c Connection,
    /// Numbers in the index (schema/1.sql), with the kind of each.
    touched: BTreeSet<(i64, Kind)>,
}

impl<'c> Index<'c> {
    /// Takes out of the index what a change is about to alter.
    pub fn before(connection: &'c Connection, edits: &[Edit]) -> Result<Index<'c>, Error> {
        let mut rows = Rows::new(connection);
        let mut touched = BTreeSet::new();
        for edit in edits {
            let Edit::Record { before: Some(before), after } = edit else { continue };
            if let Some(own) = before.own_ref()
                && text_differs(before, after.as_ref())
                && let Some(row) = rows.row(before.kind, own)?
            {
                touched.insert((first_number(before.kind) + row, before.kind));
            }
        }
        let index = Index { connection, touched };
        if !index.is_made_anew() {
            index.each(|texts| {
                format!("INSERT INTO search (search, rowid, {TEXTS}) SELECT 'delete', * FROM ({texts})")
            })?;
        }
        Ok(index)
    }

    /// Puts into the index what now stands, new rows (kind and row) included.
    pub fn after(mut self, new: &[(Kind, i64)]) -> Result<(), Error> {
        if self.is_made_anew() {
            self.connection.execute("INSERT INTO search (search) VALUES ('rebuild')", [])?;
            return Ok(());
        }
        self.touched.extend(new.iter().map(|&(kind, row)| (first_number(kind) + row, kind)));
        self.each(|texts| format!("INSERT INTO search (rowid, {TEXTS}) {texts}"))
    }

    fn is_made_anew(&self) -> bool {
        self.touched.len() > MANY
    }

    /// Does the same with the texts of every touched row that stands.
    fn each(&self, sql: impl Fn(&str) -> String) -> Result<(), Error> {
        for &(number, kind) in &self.touched {
            let (first, table) = (first_number(kind), kind.table());
            let texts = format!("SELECT {first} + row, {TEXTS} FROM {table}_text WHERE row = ?");
            self.connection.prepare_cached(&sql(&texts))?.execute([number - first])?;
        }
        Ok(())
    }
}

fn text_differs(before: &Record, after: Option<&Record>) -> bool {
    let Some(after) = after else { return true };
    let fields = before.kind.fields().iter().zip(before.values.iter().zip(&after.values));
    fields.into_iter().any(|(field, (before, after))| field.text && before != after)
}
