//! The connection to the database, with the settings that keep the records safe (safety: "Encryption at rest").

use super::error::Error;
use rusqlite::Connection;
use rusqlite::config::DbConfig;

/// A database that lives in memory and is never written anywhere.
pub fn in_memory() -> Result<Connection, Error> {
    let connection = Connection::open_in_memory()?;
    connection.execute_batch("PRAGMA cipher_log_level = NONE; PRAGMA cipher_memory_security = ON;")?;
    harden(&connection)?;
    Ok(connection)
}

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
         PRAGMA synchronous = EXTRA;",
    )?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DML, false)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DDL, false)?;
    Ok(())
}
