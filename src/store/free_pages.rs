//! Pages that nothing stands on.
//!
//! SQLite does not note in its rollback journal what stood on a page that was free before: a change that takes it and is
//! cut short leaves it as it happens to be, half of one content and half of another. Nothing is ever read from it, but
//! SQLCipher finds it not authentic when all pages are read, for a backup or by `verify`, and takes no more changes until
//! the store is opened anew. So after a change that was cut short all free pages are written anew.

use super::error::Error;
use rusqlite::Connection;

/// Writes every free page anew, without reading any: a table takes them all, and is gone again in the same transaction.
///
/// # Errors
/// `Database`.
pub fn write_anew(connection: &mut Connection) -> Result<(), Error> {
    let transaction = connection.transaction()?;
    let free = |connection: &Connection| connection.query_row("PRAGMA freelist_count", [], |row| row.get::<_, i64>(0));
    if free(&transaction)? == 0 {
        return Ok(());
    }
    transaction.execute_batch("CREATE TABLE main.free_pages (content BLOB) STRICT")?;
    {
        // Longer than what has room beside others, a row takes one page for itself.
        let sql = "INSERT INTO free_pages SELECT zeroblob(page_size) FROM pragma_page_size";
        let mut take = transaction.prepare(sql)?;
        while free(&transaction)? > 0 {
            take.execute([])?;
        }
    }
    transaction.execute_batch("DROP TABLE main.free_pages")?;
    Ok(transaction.commit()?)
}

#[cfg(test)]
mod tests {
    use super::super::connection;
    use super::super::folder::new_file;
    use super::super::secret::DataKey;
    use super::*;

    /// A database with pages that nothing stands on, the last of which is torn; whether it is found.
    #[test]
    fn a_torn_page_that_nothing_stands_on_is_as_good_as_new() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().canonicalize().unwrap().join("x.db");
        let key = DataKey::random().unwrap();
        new_file(&path).unwrap();
        let filled = "CREATE TABLE kept (a); INSERT INTO kept VALUES (7);
            CREATE TABLE gone (a); INSERT INTO gone VALUES (zeroblob(400000)); DROP TABLE gone;";
        connection::open(&path, &key).unwrap().execute_batch(filled).unwrap();
        let mut bytes = std::fs::read(&path).unwrap();
        for at in bytes.len() - 1000..bytes.len() {
            bytes[at] = !bytes[at];
        }
        std::fs::write(&path, bytes).unwrap();
        let found = |connection: &Connection| {
            let mut statement = connection.prepare("PRAGMA cipher_integrity_check").unwrap();
            statement.query([]).unwrap().next().unwrap().is_some()
        };
        assert!(found(&connection::open(&path, &key).unwrap()));
        let length = std::fs::metadata(&path).unwrap().len();
        let mut connection = connection::open(&path, &key).unwrap();
        write_anew(&mut connection).unwrap();
        assert!(!found(&connection));
        write_anew(&mut connection).unwrap();
        connection.execute_batch("INSERT INTO kept VALUES (8)").unwrap();
        assert_eq!(connection.query_row("SELECT sum(a) FROM kept", [], |row| row.get(0)), Ok(15));
        let tables = "SELECT count(*) FROM sqlite_schema";
        assert_eq!(connection.query_row(tables, [], |row| row.get(0)), Ok(1));
        drop(connection);
        assert_eq!(std::fs::metadata(&path).unwrap().len(), length, "nothing was added");
    }
}
