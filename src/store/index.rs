//! The search index, kept in step with the rows that a change touches.
//!
//! FTS5 takes a deletion only with the text as it was indexed, and is quick only where rows come in rising order: so
//! all touched rows leave the index before the change is made, and come back after it.

use super::error::Error;
use super::rows::{Rows, first_number};
use crate::domain::{Edit, Kind, Record};
use rusqlite::Connection;
use std::collections::{BTreeSet, HashSet};

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

/// Whether the index holds the words of the records, and leads to all of them.
///
/// FTS5's own check compares the words with the records, and each entry of its table of contents (`search_idx`) with
/// the page that it leads to. It does not see that an entry is missing: then words are there and never found.
///
/// # Errors
/// `Database`.
pub fn is_whole(connection: &Connection) -> Result<bool, Error> {
    let check = "INSERT INTO search (search, rank) VALUES ('integrity-check', 1)";
    match connection.execute(check, []).map_err(Error::from) {
        Err(Error::Damaged(_)) => return Ok(false),
        done => drop(done?),
    }
    // The format is FTS5's: the number of a page is that of its segment times 2^37 and, if it is a leaf, its own below
    // 2^31. A leaf that a word begins on has a list of them at its end, from where its second number says.
    let mut entries = connection.prepare("SELECT segid, pgno >> 1 FROM search_idx")?;
    let entries: HashSet<(i64, i64)> =
        entries.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<Result<_, _>>()?;
    let mut leaves = connection.prepare(
        "SELECT id >> 37, id & 0x7fffffff, length(block), substr(block, 3, 2) FROM search_data
         WHERE id >= 1 << 37 AND id >> 31 & 63 = 0",
    )?;
    let mut rows = leaves.query([])?;
    while let Some(row) = rows.next()? {
        let (leaf, length): (_, i64) = ((row.get(0)?, row.get(1)?), row.get(2)?);
        let begins = row.get_ref(3)?.as_blob().ok().and_then(|bytes| bytes.try_into().ok()).map(u16::from_be_bytes);
        if begins.is_none_or(|at| length > at.into()) && !entries.contains(&leaf) {
            return Ok(false);
        }
    }
    Ok(true)
}

fn text_differs(before: &Record, after: Option<&Record>) -> bool {
    let Some(after) = after else { return true };
    let fields = before.kind.fields().iter().zip(before.values.iter().zip(&after.values));
    fields.into_iter().any(|(field, (before, after))| field.text && before != after)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::field::person;
    use crate::domain::{Action, Change, Value};
    use crate::store::Store;
    use chrono::NaiveDateTime;

    /// Changes of all sizes, for so long that FTS5 has merged its segments many times over.
    #[test]
    fn an_index_that_was_changed_for_long_is_whole_and_one_without_an_entry_is_not() {
        let rounds = std::env::var("CASELOG_TEST_INDEX").ok().and_then(|text| text.parse().ok()).unwrap_or(20);
        let mut store = Store::in_memory().unwrap();
        let mut dice = 0x5eed_0017_u64;
        let mut roll = |sides: u64| {
            dice ^= dice << 13;
            dice ^= dice >> 7;
            dice ^= dice << 17;
            dice % sides
        };
        let mut standing: Vec<Record> = Vec::new();
        for round in 0..rounds {
            let many = if round % 20 == 7 { 200 } else { 1 + roll(4) };
            let mut edits = Vec::new();
            for _ in 0..many {
                let words: Vec<String> = (0..roll(80)).map(|_| format!("ord{:x}", roll(20_000))).collect();
                let note = Value::Text(words.join(" "));
                match roll(3) {
                    0 if standing.len() > 5 => {
                        let before = standing.swap_remove(roll(standing.len() as u64) as usize);
                        edits.push(Edit::Record { before: Some(before), after: None });
                    }
                    1 if standing.len() > 5 => {
                        let before = standing.swap_remove(roll(standing.len() as u64) as usize);
                        let after = before.clone().with(person::NOTE, note);
                        edits.push(Edit::Record { before: Some(before), after: Some(after) });
                    }
                    _ => {
                        let new = Record::new(Kind::Person).with(person::NOTE, note);
                        edits.push(Edit::Record { before: None, after: Some(new) });
                    }
                }
            }
            let done = store.apply(Change { action: Action::Change, edits }, NaiveDateTime::default()).unwrap();
            standing.extend(done.edits.into_iter().filter_map(|edit| match edit {
                Edit::Record { after, .. } => after,
                _ => None,
            }));
            let is_looked_at = round % 10 == 9 || rounds > 20;
            assert!(!is_looked_at || is_whole(&store.connection).unwrap(), "after round {round}");
        }
        let count = |sql: &str| store.connection.query_row(sql, [], |row| row.get::<_, i64>(0)).unwrap();
        assert!(count("SELECT count(*) FROM search_idx") > 20);
        for (segment, page) in [("min", "max"), ("max", "min")] {
            store.connection.execute_batch("SAVEPOINT one").unwrap();
            let which =
                format!("SELECT {page}(pgno) FROM search_idx WHERE segid = (SELECT {segment}(segid) FROM search_idx)");
            let gone = format!(
                "DELETE FROM search_idx WHERE pgno = ({which}) AND segid = (SELECT {segment}(segid) FROM search_idx)"
            );
            store.connection.set_db_config(rusqlite::config::DbConfig::SQLITE_DBCONFIG_DEFENSIVE, false).unwrap();
            assert_eq!(store.connection.execute(&gone, []), Ok(1));
            assert!(!is_whole(&store.connection).unwrap());
            store.connection.execute_batch("ROLLBACK TO one; RELEASE one").unwrap();
            assert!(is_whole(&store.connection).unwrap());
        }
    }
}
