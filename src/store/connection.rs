//! The connection to the database, with the settings that keep the records safe (safety: "Encryption at rest").

use super::error::Error;
use super::secret::DataKey;
use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags, OptionalExtension};
use std::fs::File;
use std::io::Read;
use std::path::Path;
use std::sync::Once;

/// Opens the encrypted database, which must be there, with its key.
///
/// # Errors
/// `Damaged` if that key does not open it; `NotEncrypted` if the program was built without SQLCipher; `Database`.
pub fn open(path: &Path, key: &DataKey) -> Result<Connection, Error> {
    // Without CREATE nothing is made anew, and no link is followed.
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX | OpenFlags::SQLITE_OPEN_NOFOLLOW;
    start();
    let connection = Connection::open_with_flags(path, flags)?;
    quiet(&connection)?;
    connection.key(Some("main"), key.for_sqlcipher(), false)?;
    harden(&connection)?;
    Ok(connection)
}

/// A database that lives in memory and is never written anywhere.
pub fn in_memory() -> Result<Connection, Error> {
    start();
    let connection = Connection::open_in_memory()?;
    quiet(&connection)?;
    harden(&connection)?;
    Ok(connection)
}

/// Lets SQLite and SQLCipher get ready before anybody opens a database. The first connection of a process does that on
/// its way, but SQLite says that it is ready before SQLCipher is: a second connection at that moment finds no cipher
/// ("SQL logic error").
fn start() {
    static STARTED: Once = Once::new();
    // Where this does not open, neither does what is opened next, and that says why.
    STARTED.call_once(|| drop(Connection::open_in_memory()));
}

/// Whether anybody can read the database file.
pub fn is_in_the_clear(path: &Path) -> std::io::Result<bool> {
    const CLEAR: &[u8] = b"SQLite format 3";
    let mut beginning = [0; CLEAR.len()];
    File::open(path)?.read_exact(&mut beginning)?;
    Ok(beginning == CLEAR)
}

/// What comes before anything else on a connection: no log of SQLCipher's, and proof that it is SQLCipher.
fn quiet(connection: &Connection) -> Result<(), Error> {
    connection.execute_batch("PRAGMA cipher_log_level = NONE; PRAGMA cipher_memory_security = ON;")?;
    let version = connection.query_row("PRAGMA cipher_version", [], |row| row.get::<_, String>(0)).optional()?;
    if version.is_some_and(|v| !v.is_empty()) { Ok(()) } else { Err(Error::NotEncrypted) }
}

/// So many statements are kept: those of every kind for reading and for finding who names whom.
const STATEMENTS: usize = 64;

/// Everything but the key: nothing is trusted that stands in the file, nothing deleted stays in it, a confirmed
/// change survives a power cut.
fn harden(connection: &Connection) -> Result<(), Error> {
    connection.execute_batch(
        "PRAGMA temp_store = MEMORY;
         PRAGMA trusted_schema = OFF;
         PRAGMA cell_size_check = ON;
         PRAGMA secure_delete = ON;
         PRAGMA foreign_keys = ON;
         PRAGMA locking_mode = EXCLUSIVE;
         PRAGMA journal_mode = DELETE;
         PRAGMA synchronous = EXTRA;
         PRAGMA cache_size = -16000;",
    )?;
    connection.set_prepared_statement_cache_capacity(STATEMENTS);
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    // Else a statement whose plan may hang on a bound value (`LIMIT ?`) is prepared anew each time that it is run, which
    // takes longer than running it.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DML, false)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DDL, false)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::folder::new_file;
    use rusqlite::StatementStatus;
    use std::process::Command;
    use std::sync::Barrier;

    fn pragma(connection: &Connection, name: &str) -> String {
        let value = connection.query_row(&format!("PRAGMA {name}"), [], |row| row.get::<_, rusqlite::types::Value>(0));
        match value.unwrap() {
            rusqlite::types::Value::Integer(number) => number.to_string(),
            rusqlite::types::Value::Text(text) => text,
            other => panic!("{name}: {other:?}"),
        }
    }

    #[test]
    fn the_file_opens_with_the_raw_key_and_not_with_the_same_bytes_as_a_passphrase() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().canonicalize().unwrap().join("x.db");
        let key = DataKey::random().unwrap();
        new_file(&path).unwrap();
        open(&path, &key).unwrap().execute_batch("CREATE TABLE t (a); INSERT INTO t VALUES (1)").unwrap();
        assert!(!is_in_the_clear(&path).unwrap());
        let count = |key: &[u8]| {
            let connection = Connection::open(&path).unwrap();
            connection.key(Some("main"), key, false).unwrap();
            connection.query_row("SELECT count(*) FROM t", [], |row| row.get::<_, i64>(0))
        };
        assert_eq!(count(&key.for_sqlcipher()), Ok(1));
        assert!(count(key.as_bytes()).is_err());
        assert!(count(&DataKey::random().unwrap().for_sqlcipher()).is_err());
        assert!(matches!(open(&path, &DataKey::random().unwrap()), Err(Error::Damaged(_))));
    }

    #[test]
    fn nothing_is_made_where_nothing_is_and_no_link_is_followed() {
        let folder = tempfile::tempdir().unwrap();
        let folder = folder.path().canonicalize().unwrap();
        let key = DataKey::random().unwrap();
        assert!(open(&folder.join("x.db"), &key).is_err());
        assert!(!folder.join("x.db").exists());
        new_file(&folder.join("y.db")).unwrap();
        std::os::unix::fs::symlink(folder.join("y.db"), folder.join("z.db")).unwrap();
        assert!(open(&folder.join("z.db"), &key).is_err());
    }

    #[test]
    fn a_statement_is_prepared_once() {
        let connection = in_memory().unwrap();
        connection.execute_batch("CREATE TABLE t (a, b); INSERT INTO t VALUES (1, 2)").unwrap();
        let mut statement = connection.prepare("SELECT a FROM t WHERE b = ? LIMIT ?").unwrap();
        for number in [2, 2, 2] {
            assert_eq!(statement.query_row([number, number], |row| row.get(0)), Ok(1));
        }
        assert_eq!(statement.get_status(StatementStatus::RePrepare), 0);
    }

    /// The first connections of a process, opened at the same moment.
    #[test]
    #[ignore = "run by the test below, in a process of its own"]
    fn first() {
        let folder = tempfile::tempdir().unwrap();
        let folder = folder.path().canonicalize().unwrap();
        let together = Barrier::new(8);
        let open_one = &|number: usize| {
            let path = folder.join(number.to_string());
            new_file(&path).unwrap();
            let key = DataKey::random().unwrap();
            together.wait();
            open(&path, &key).unwrap().execute_batch("CREATE TABLE t (a)").unwrap();
        };
        std::thread::scope(|scope| (0..8).for_each(|number| drop(scope.spawn(move || open_one(number)))));
    }

    #[test]
    fn several_threads_may_open_the_first() {
        for _ in 0..40 {
            let mut child = Command::new(std::env::current_exe().unwrap());
            let done = child.args(["--ignored", "--exact", "store::connection::tests::first"]).output().unwrap();
            let said = String::from_utf8_lossy(&done.stdout);
            assert!(done.status.success() && said.contains("1 passed"), "{said}");
        }
    }

    #[test]
    fn every_setting_holds() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().canonicalize().unwrap().join("x.db");
        new_file(&path).unwrap();
        let connection = open(&path, &DataKey::random().unwrap()).unwrap();
        for (name, value) in [
            ("temp_store", "2"),
            ("trusted_schema", "0"),
            ("cell_size_check", "1"),
            ("secure_delete", "1"),
            ("foreign_keys", "1"),
            ("locking_mode", "exclusive"),
            ("journal_mode", "delete"),
            ("synchronous", "3"),
            ("cache_size", "-16000"),
            ("cipher_memory_security", "1"),
        ] {
            assert_eq!(pragma(&connection, name), value, "{name}");
        }
        assert!(connection.db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE).unwrap());
    }
}
