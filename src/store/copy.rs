//! A whole copy of a store in a new folder: made through SQLite's backup interface, opened, verified, and compared with
//! its source, before it is put in its place. Backups and stores with a new key are made so.

use super::digest::{Hash, hash};
use super::error::Error;
use super::folder::{DATABASE, Draft, Folder, HEAD, KEYS, at, new_file};
use super::keys::KeyFile;
use super::progress::{Step, Watch, tell};
use super::secret::DataKey;
use super::{Store, connection, head};
use blake2::digest::consts::U32;
use blake2::{Blake2b, Digest};
use rusqlite::Connection;
use rusqlite::backup::{Backup, StepResult};
use rusqlite::types::ValueRef;
use std::sync::Arc;

/// Pages copied at a time: about a megabyte.
const PAGES: i32 = 256;

impl Store {
    /// Fills the folder in the making with a copy of this store under a data key, and gives it back open, verified and
    /// found to hold the same.
    ///
    /// # Errors
    /// `Damaged` if this store or the copy is not whole, `Differs` if the copy holds something else; `Stopped`; `File`,
    /// `Database`. Then nothing stands anywhere.
    pub(super) fn copy_into(
        &self,
        draft: &Draft,
        keys: &KeyFile,
        key: DataKey,
        watch: &mut Watch,
    ) -> Result<Store, Error> {
        let folder = draft.folder();
        let keys = keys.to_text();
        for name in KEYS {
            folder.replace(name, &keys)?;
        }
        self.copy_database(folder, &key, watch)?;
        folder.replace(HEAD, &head::write(&self.newest, &key.for_head()))?;
        let copy = Store::with_key(folder, key)?;
        copy.must_be_whole(watch)?;
        if digest(&self.connection, watch)? != digest(&copy.connection, watch)? {
            return Err(Error::Differs { copy: folder.file(DATABASE) });
        }
        Ok(copy)
    }

    fn copy_database(&self, folder: &Arc<Folder>, key: &DataKey, watch: &mut Watch) -> Result<(), Error> {
        let path = folder.file(DATABASE);
        new_file(&path)?.sync_all().map_err(at(&path))?;
        let mut copy = connection::open(&path, key)?;
        {
            let backup = Backup::new(&self.connection, &mut copy)?;
            while backup.step(PAGES)? == StepResult::More {
                let progress = backup.progress();
                let done = progress.pagecount - progress.remaining;
                tell(watch, Step::Copying, done.unsigned_abs().into(), progress.pagecount.unsigned_abs().into())?;
            }
        }
        // Closing brings it to the disk: its last transaction is confirmed.
        copy.close().map_err(|(_, error)| error)?;
        if connection::is_in_the_clear(&path).map_err(at(&path))? {
            return Err(Error::NotEncrypted);
        }
        Ok(())
    }

    /// Verifies the store, for what must not go on with one that is not whole.
    ///
    /// # Errors
    /// `Findings`; those of `verify`.
    pub(super) fn must_be_whole(&self, watch: &mut Watch) -> Result<(), Error> {
        let findings = self.verify_watched(watch)?;
        if findings.is_empty() { Ok(()) } else { Err(Error::Findings(findings)) }
    }
}

/// A digest over every row of every table, those of the search index included.
fn digest(connection: &Connection, watch: &mut Watch) -> Result<Hash, Error> {
    let sql = "SELECT name FROM sqlite_schema WHERE type = 'table' AND rootpage > 0 ORDER BY name";
    let names =
        connection.prepare(sql)?.query_map([], |row| row.get::<_, String>(0))?.collect::<Result<Vec<_>, _>>()?;
    let mut hasher = Blake2b::<U32>::new();
    let mut take = |mark: u8, bytes: &[u8]| {
        hasher.update([mark]);
        hasher.update((bytes.len() as u64).to_le_bytes());
        hasher.update(bytes);
    };
    for (done, name) in names.iter().enumerate() {
        tell(watch, Step::Comparing, done as u64, names.len() as u64)?;
        take(b't', name.as_bytes());
        let mut statement = connection.prepare(&format!("SELECT * FROM \"{name}\""))?;
        let columns = statement.column_count();
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            take(b'r', &[]);
            for column in 0..columns {
                match row.get_ref(column)? {
                    ValueRef::Null => take(b'n', &[]),
                    ValueRef::Integer(number) => take(b'i', &number.to_le_bytes()),
                    ValueRef::Real(number) => take(b'f', &number.to_le_bytes()),
                    ValueRef::Text(text) => take(b's', text),
                    ValueRef::Blob(blob) => take(b'b', blob),
                }
            }
        }
    }
    let rows: Hash = hasher.finalize().into();
    let version = super::schema::version(connection)?;
    Ok(hash("caselog store content", &[&version.to_le_bytes(), &rows]))
}
