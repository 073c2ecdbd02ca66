//! Making and opening a store in a folder: the keys, the database, the journal's head.

use super::connection;
use super::error::{Damage, Error};
use super::folder::{DATABASE, Draft, Folder, HEAD, KEYS, ROLLBACK, at, new_file};
use super::free_pages;
use super::head;
use super::journal::{self, Newest};
use super::kdf::Kdf;
use super::keys::{KeyFile, Typed, Unlock, Unreadable};
use super::recovery::RecoveryCode;
use super::rekey::remove_old;
use super::schema;
use super::secret::{DataKey, Passphrase};
use super::state::State;
use super::{Beside, Store, Trouble};
use rusqlite::Connection;
use std::path::Path;
use std::sync::Arc;
use zeroize::Zeroizing;

impl Store {
    /// Makes a new store in a folder that is absent or empty, and opens it. The recovery code is shown to the user and
    /// kept nowhere.
    ///
    /// # Errors
    /// `NotEmpty`, `EmptyPassphrase`, `NoMemory`, `File`, `Database`. Then nothing stands there.
    pub fn create(path: &Path, passphrase: &Passphrase, kdf: Kdf) -> Result<(Store, RecoveryCode), Error> {
        if passphrase.is_empty() {
            return Err(Error::EmptyPassphrase);
        }
        let draft = Draft::begin(path)?;
        let folder = draft.folder();
        let (key, recovery) = (DataKey::random()?, RecoveryCode::random()?);
        let keys = KeyFile::new(&key, passphrase, &recovery, kdf)?.to_text();
        for name in KEYS {
            folder.replace(name, &keys)?;
        }
        let database = folder.file(DATABASE);
        new_file(&database)?.sync_all().map_err(at(&database))?;
        let newest = fill(connection::open(&database, &key)?)?;
        if connection::is_in_the_clear(&database).map_err(at(&database))? {
            return Err(Error::NotEncrypted);
        }
        folder.replace(HEAD, &head::write(&newest, &key.for_head()))?;
        let path = draft.finish()?;
        let store = Store::open(&path, &Unlock::Passphrase(passphrase))?;
        Ok((store, recovery))
    }

    /// Opens the store in a folder.
    ///
    /// # Errors
    /// `NoStore`, `InUse`, `WrongPassphrase`, `WrongRecoveryCode`, `Damaged`, `TooNew`, `NoMemory`, `File`, `Database`.
    pub fn open(path: &Path, unlock: &Unlock) -> Result<Store, Error> {
        Store::unlock(&Arc::new(Folder::hold(path)?), unlock)
    }

    /// Opens the store in a folder that is held already with what was typed: a recovery code in the place of the
    /// passphrase is known by its form.
    ///
    /// # Errors
    /// As `open`.
    pub fn unlock_as_typed(folder: &Arc<Folder>, typed: Zeroizing<String>) -> Result<Store, Error> {
        Store::unlock(folder, &Typed::of(typed).as_unlock())
    }

    /// Opens the store in a folder that is held already. When the store is dropped the folder is still held, as long
    /// as the caller keeps it: the lock of the screen rests on that.
    ///
    /// # Errors
    /// As `open`.
    pub fn unlock(folder: &Arc<Folder>, unlock: &Unlock) -> Result<Store, Error> {
        let keys = read_keys(folder)?;
        folder.require(HEAD)?;
        let database = folder.file(DATABASE);
        if database.symlink_metadata().is_err() {
            return Err(Error::Damaged(Damage::Missing { file: database }));
        }
        let key = keys.newest().unlock(unlock)?;
        let mut store = Store::with_key(folder, key)?;
        if store.newer.is_none() {
            // What a power cut left one step behind is brought up to date. If the disk refuses that now, the next change
            // does it first; if it can only be read, the rest waits too.
            let _ = store.settle();
            let tidied = keys.settle(folder).and_then(|()| remove_old(folder));
            tidied.or_else(|error| match store.trouble(&error) {
                Some(Trouble::ReadOnly) => Ok(()),
                _ => Err(error),
            })?;
        }
        Ok(store)
    }

    /// Opens the store in a folder with its data key. What a power cut left one step behind is left so.
    ///
    /// # Errors
    /// As `open`.
    pub(super) fn with_key(folder: &Arc<Folder>, key: DataKey) -> Result<Store, Error> {
        let head = folder.require(HEAD)?;
        let torn = folder.file(ROLLBACK).symlink_metadata().is_ok();
        let mut connection = connection::open(&folder.file(DATABASE), &key)?;
        let version = schema::version(&connection)?;
        if version == 0 {
            // To SQLite an empty file is a new database. Here it was emptied, and nothing is made anew.
            return Err(Error::Damaged(Damage::Database));
        }
        let newer = Some(version).filter(|&version| version > schema::VERSION);
        match newer {
            Some(_) => connection.pragma_update(None, "query_only", true)?,
            None => schema::migrate(&mut connection)?,
        }
        let read = || {
            let state = State::load(&connection, newer.is_some())?;
            let newest = journal::newest(&connection)?;
            let behind = compare(&connection, newest, &head, &key.for_head(), folder)?;
            Ok((state, newest, behind))
        };
        let (state, newest, behind) = read().map_err(|error| unknown_there(error, newer))?;
        let beside = Beside { folder: Arc::clone(folder), key, behind, torn };
        Ok(Store { connection, state, newest, newer, beside: Some(beside), stop: None, sealed: 0 })
    }

    /// Brings up to date what a change that was cut short left: `journal.head`, which must never be more than one change
    /// behind, and pages that nothing stands on.
    ///
    /// # Errors
    /// `File`, `Database`.
    pub(super) fn settle(&mut self) -> Result<(), Error> {
        let Some(beside) = &mut self.beside else { return Ok(()) };
        if beside.behind {
            beside.folder.replace(HEAD, &head::write(&self.newest, &beside.key.for_head()))?;
            beside.behind = false;
        }
        if beside.torn {
            free_pages::write_anew(&mut self.connection)?;
            beside.torn = false;
        }
        Ok(())
    }
}

/// Makes the tables of a new database and its first journal entry, and closes it.
fn fill(connection: Connection) -> Result<Newest, Error> {
    let store = Store::begun(connection)?;
    store.connection.close().map_err(|(_, error)| error)?;
    Ok(store.newest)
}

/// What this program cannot make out in a store of a newer one is no damage: it is for the newer one to judge.
fn unknown_there(error: Error, newer: Option<i64>) -> Error {
    let is_unknown = match &error {
        Error::Damaged(Damage::Row { .. } | Damage::Head { .. }) => true,
        // A table or a column that is no more.
        Error::Database(error) => error.sqlite_error_code() == Some(rusqlite::ErrorCode::Unknown),
        _ => false,
    };
    match newer {
        Some(version) if is_unknown => Error::TooNew { version },
        _ => error,
    }
}

/// Both copies of the key file, whole.
pub(super) struct Keys([KeyFile; 2]);

/// Reads both copies of the key file.
///
/// # Errors
/// `KeyCopy` if one of them is missing or damaged, `Keys` if both are; `TooNew`.
pub(super) fn read_keys(folder: &Folder) -> Result<Keys, Error> {
    let mut copies = [None, None];
    for (name, copy) in KEYS.iter().zip(&mut copies) {
        *copy = match folder.read(name)?.map(|text| KeyFile::parse(&text)) {
            Some(Err(Unreadable::Newer(version))) => return Err(Error::TooNew { version: version.into() }),
            Some(Ok(keys)) => Some(keys),
            Some(Err(Unreadable::Damaged)) | None => None,
        };
    }
    let [file, copy] = KEYS.map(|name| folder.file(name));
    match copies {
        [Some(first), Some(second)] => Ok(Keys([first, second])),
        [Some(_), None] => Err(Error::Damaged(Damage::KeyCopy { file: copy, whole: file })),
        [None, Some(_)] => Err(Error::Damaged(Damage::KeyCopy { file, whole: copy })),
        [None, None] => Err(Error::Damaged(Damage::Keys { file, copy })),
    }
}

impl Keys {
    /// The copy that was written last: they differ only after a power cut between the two.
    pub(super) fn newest(&self) -> &KeyFile {
        let [first, second] = &self.0;
        if second.generation > first.generation { second } else { first }
    }

    /// Puts the newest copy in both places, once it has opened the store.
    fn settle(&self, folder: &Folder) -> Result<(), Error> {
        let newest = self.newest();
        for (name, keys) in KEYS.iter().zip(&self.0) {
            folder.discard(name)?;
            if keys != newest {
                folder.replace(name, &newest.to_text())?;
            }
        }
        Ok(())
    }
}

/// Whether `journal.head` is one change behind the journal, as a crash between the two leaves it.
///
/// # Errors
/// `Head` if it is not as it was written, or names another journal's entry; `HeadApart` if it is further behind, or
/// ahead.
pub(super) fn compare(
    connection: &Connection,
    newest: Newest,
    text: &[u8],
    key: &[u8; 32],
    folder: &Folder,
) -> Result<bool, Error> {
    let file = folder.file(HEAD);
    let Some(head) = head::read(text, key) else { return Err(Error::Damaged(Damage::Head { file })) };
    if head.seq > newest.seq || head.seq + 1 < newest.seq {
        return Err(Error::Damaged(Damage::HeadApart { file, head: head.seq, journal: newest.seq }));
    }
    match journal::entry(connection, head.seq)? {
        Some(entry) if entry.hash == head.hash => Ok(head.seq < newest.seq),
        _ => Err(Error::Damaged(Damage::Head { file })),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Change, Kind, Record};
    use chrono::NaiveDateTime;
    use std::path::PathBuf;

    const CHEAP: Kdf = Kdf { memory: 8, passes: 1 };

    fn passphrase(text: &str) -> Passphrase {
        Passphrase::new(text.to_owned())
    }

    fn created() -> (tempfile::TempDir, PathBuf, Store) {
        let place = tempfile::tempdir().unwrap();
        let path = place.path().join("log");
        let (store, _) = Store::create(&path, &passphrase("hemligt"), CHEAP).unwrap();
        (place, path, store)
    }

    fn open(path: &Path, with: &str) -> Result<Store, Error> {
        Store::open(path, &Unlock::Passphrase(&passphrase(with)))
    }

    fn add(store: &mut Store) -> Result<Change, Error> {
        store.apply(Change::add(Record::new(Kind::Person)), NaiveDateTime::default())
    }

    #[test]
    fn a_newer_store_is_read_and_never_written() {
        let (_place, path, mut store) = created();
        add(&mut store).unwrap();
        store.connection.pragma_update(None, "user_version", 99).unwrap();
        drop(store);
        let before = std::fs::read(path.join(DATABASE)).unwrap();
        let mut store = open(&path, "hemligt").unwrap();
        assert_eq!(store.newer(), Some(99));
        assert_eq!(store.count(Kind::Person).unwrap(), 1);
        assert!(matches!(add(&mut store), Err(Error::Newer { version: 99 })));
        assert!(matches!(store.undo(NaiveDateTime::default()), Err(Error::Newer { .. })));
        assert!(matches!(store.save_draft("k", "c", NaiveDateTime::default()), Err(Error::Newer { .. })));
        drop(store);
        assert_eq!(std::fs::read(path.join(DATABASE)).unwrap(), before);
    }

    #[test]
    fn a_confirmed_change_stands_even_if_its_head_cannot_be_written_but_no_second_one_follows() {
        let (_place, path, mut store) = created();
        // A folder in the way of the file that is written beside.
        let obstacle = path.join("journal.head.new");
        std::fs::create_dir(&obstacle).unwrap();
        add(&mut store).unwrap();
        assert!(matches!(add(&mut store), Err(Error::File { .. })));
        assert_eq!(store.verify().unwrap(), []);
        std::fs::remove_dir(&obstacle).unwrap();
        add(&mut store).unwrap();
        drop(store);
        assert_eq!(open(&path, "hemligt").unwrap().count(Kind::Person).unwrap(), 2);
    }

    #[test]
    fn a_change_of_keys_cut_short_is_finished_at_the_next_opening() {
        for written in KEYS {
            let (_place, path, store) = created();
            let old = std::fs::read(path.join(KEYS[0])).unwrap();
            let key = KeyFile::parse(&old).unwrap().unlock(&Unlock::Passphrase(&passphrase("hemligt"))).unwrap();
            let mut new = KeyFile::new(&key, &passphrase("nytt"), &RecoveryCode::random().unwrap(), CHEAP).unwrap();
            new.generation = 2;
            std::fs::write(path.join(written), new.to_text()).unwrap();
            drop(store);
            assert!(matches!(open(&path, "hemligt"), Err(Error::WrongPassphrase)));
            open(&path, "nytt").unwrap();
            for name in KEYS {
                assert_eq!(std::fs::read_to_string(path.join(name)).unwrap(), new.to_text());
            }
        }
    }

    #[test]
    fn what_was_kept_as_a_draft_goes_with_its_saving_or_stays_with_its_refusal() {
        let (_place, _, mut store) = created();
        let now = NaiveDateTime::default();
        store.save_draft("7", "half", now).unwrap();
        let wrong = Change::add(Record::new(Kind::Contact));
        assert!(matches!(store.save(wrong, "7", now), Err(Error::Rejected(_))));
        assert_eq!(store.drafts().unwrap().len(), 1);
        store.save(Change::add(Record::new(Kind::Person)), "7", now).unwrap();
        assert_eq!(store.drafts().unwrap(), []);
        assert_eq!(store.verify().unwrap(), []);
    }

    #[test]
    fn drafts_are_kept_until_they_are_dropped() {
        let (_place, path, mut store) = created();
        for content in ["half", "half a line"] {
            store.save_draft("contact", content, NaiveDateTime::default()).unwrap();
        }
        store.save_draft("person", "x", NaiveDateTime::default()).unwrap();
        store.drop_draft("person").unwrap();
        drop(store);
        let drafts = open(&path, "hemligt").unwrap().drafts().unwrap();
        assert_eq!(drafts.iter().map(|d| d.content.as_str()).collect::<Vec<_>>(), ["half a line"]);
    }
}
