//! The tables of every version of the store, and the way from one to the next.

use super::error::Error;
use rusqlite::Connection;

/// The steps from an empty database to the newest version, in order. Each stays as it was released.
const MIGRATIONS: &[&str] = &[include_str!("schema/1.sql"), include_str!("schema/2.sql"), include_str!("schema/3.sql")];

/// The version that this program writes.
pub const VERSION: i64 = MIGRATIONS.len() as i64;

/// The version of the tables as they stand; 0 is an empty database.
pub fn version(connection: &Connection) -> Result<i64, Error> {
    Ok(connection.pragma_query_value(None, "user_version", |row| row.get(0))?)
}

/// Brings the tables to the newest version, all in one transaction. A newer store is left as it is.
pub fn migrate(connection: &mut Connection) -> Result<(), Error> {
    let transaction = connection.transaction()?;
    let done = version(&transaction)?.clamp(0, VERSION) as usize;
    for step in MIGRATIONS.iter().skip(done) {
        transaction.execute_batch(step)?;
    }
    if done < MIGRATIONS.len() {
        transaction.pragma_update(None, "user_version", VERSION)?;
    }
    Ok(transaction.commit()?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Kind, Type};
    use crate::store::connection::in_memory;

    fn newest() -> Connection {
        let mut connection = in_memory().unwrap();
        migrate(&mut connection).unwrap();
        connection
    }

    #[test]
    fn every_kind_has_a_table_with_its_fields_in_order() {
        let connection = newest();
        for kind in Kind::ALL {
            let mut statement = connection.prepare("SELECT name FROM pragma_table_info(?)").unwrap();
            let columns: Vec<String> =
                statement.query_map([kind.table()], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
            let mut expected = vec!["id"];
            expected.extend(kind.fields().iter().map(|f| f.code));
            assert_eq!(columns, expected);
        }
    }

    #[test]
    fn every_link_and_date_has_its_index_and_every_link_its_foreign_key() {
        let connection = newest();
        for kind in Kind::ALL {
            let mut statement =
                connection.prepare("SELECT \"from\", \"table\" FROM pragma_foreign_key_list(?)").unwrap();
            let mut keys: Vec<(String, String)> = statement
                .query_map([kind.table()], |r| Ok((r.get(0)?, r.get(1)?)))
                .unwrap()
                .map(Result::unwrap)
                .collect();
            keys.sort();
            let mut links: Vec<_> = kind
                .fields()
                .iter()
                .filter_map(|f| match f.ty {
                    Type::Link(to) => Some((f.code.to_owned(), to.table().to_owned())),
                    _ => None,
                })
                .collect();
            links.sort();
            assert_eq!(keys, links, "{kind:?}");
            let dated = kind.date_field().map(|f| kind.fields()[f].code);
            for column in links.iter().map(|l| l.0.as_str()).chain(dated) {
                let name = format!("{}_{column}", kind.table());
                let found: i64 = connection
                    .query_row("SELECT count(*) FROM sqlite_schema WHERE type = 'index' AND name = ?", [&name], |r| {
                        r.get(0)
                    })
                    .unwrap();
                assert_eq!(found, 1, "{name}");
            }
        }
    }

    #[test]
    fn a_store_of_every_older_version_becomes_the_newest() {
        let tables = |connection: &Connection| -> Vec<String> {
            let mut statement =
                connection.prepare("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name").unwrap();
            statement.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
        };
        for older in 1..VERSION {
            let mut connection = in_memory().unwrap();
            for step in &MIGRATIONS[..older as usize] {
                connection.execute_batch(step).unwrap();
            }
            connection.pragma_update(None, "user_version", older).unwrap();
            connection.execute("INSERT INTO persons (ref, alias) VALUES ('P1', 'Anna')", []).unwrap();
            migrate(&mut connection).unwrap();
            assert_eq!(version(&connection).unwrap(), VERSION);
            assert_eq!(tables(&connection), tables(&newest()), "from version {older}");
            let alias: String = connection.query_row("SELECT alias FROM persons", [], |row| row.get(0)).unwrap();
            assert_eq!(alias, "Anna");
        }
    }

    #[test]
    fn migrating_again_changes_nothing() {
        let mut connection = newest();
        migrate(&mut connection).unwrap();
        assert_eq!(version(&connection).unwrap(), VERSION);
    }
}
