//! Making and opening a store in a folder: the keys, the database, the journal's head.

use super::connection;
use super::error::{Damage, Error};
use super::folder::{DATABASE, Draft, Folder, HEAD, KEYS, at, new_file};
use super::head;
use super::journal::{self, Newest};
use super::kdf::Kdf;
use super::keys::{KeyFile, Unlock, Unreadable};
use super::recovery::RecoveryCode;
use super::schema;
use super::secret::{DataKey, Passphrase};
use super::state::State;
use super::{Beside, Store};
use chrono::Local;
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
    /// `NoStore`, `InUse`, `WrongPassphrase`, `WrongRecoveryCode`, `Damaged`, `Newer`, `NoMemory`, `File`, `Database`.
    pub fn open(path: &Path, unlock: &Unlock) -> Result<Store, Error> {
        Store::unlock(&Arc::new(Folder::hold(path)?), unlock)
    }

    /// Opens the store in a folder that is held already with what was typed: a recovery code in the place of the
    /// passphrase is known by its form.
    ///
    /// # Errors
    /// As `open`.
    pub fn unlock_as_typed(folder: &Arc<Folder>, mut typed: Zeroizing<String>) -> Result<Store, Error> {
        match RecoveryCode::parse(&typed) {
            Ok(code) => Store::unlock(folder, &Unlock::Recovery(&code)),
            Err(_) => Store::unlock(folder, &Unlock::Passphrase(&Passphrase::new(std::mem::take(&mut *typed)))),
        }
    }

    /// Opens the store in a folder that is held already. When the store is dropped the folder is still held, as long
    /// as the caller keeps it: the lock of the screen rests on that.
    ///
    /// # Errors
    /// As `open`.
    pub fn unlock(folder: &Arc<Folder>, unlock: &Unlock) -> Result<Store, Error> {
        let keys = read_keys(folder)?;
        let head = folder.require(HEAD)?;
        let database = folder.file(DATABASE);
        if database.symlink_metadata().is_err() {
            return Err(Error::Damaged(Damage::Missing { file: database }));
        }
        let key = keys.newest().unlock(unlock)?;
        let mut connection = connection::open(&database, &key)?;
        let newer = Some(schema::version(&connection)?).filter(|&version| version > schema::VERSION);
        if newer.is_none() {
            schema::migrate(&mut connection)?;
        }
        let state = State::load(&connection)?;
        let newest = journal::newest(&connection)?;
        let head_key = key.for_head();
        let behind = compare(&connection, newest, &head, &head_key, folder)?;
        let beside = Beside { folder: Arc::clone(folder), head_key, behind };
        let mut store = Store { connection, state, newest, newer, beside: Some(beside) };
        if newer.is_none() {
            // What a power cut left one step behind is brought up to date.
            store.settle()?;
            keys.settle(folder)?;
        }
        Ok(store)
    }

    /// Brings `journal.head` up to date if the last change could not. More than one change must never be ahead of it.
    ///
    /// # Errors
    /// `File`.
    pub(super) fn settle(&mut self) -> Result<(), Error> {
        match &mut self.beside {
            Some(beside) if beside.behind => {
                beside.folder.replace(HEAD, &head::write(&self.newest, &beside.head_key))?;
                beside.behind = false;
                Ok(())
            }
            _ => Ok(()),
        }
    }
}

/// Makes the tables of a new database and its first journal entry.
fn fill(mut connection: Connection) -> Result<Newest, Error> {
    schema::migrate(&mut connection)?;
    let mut store = Store { connection, state: State::empty(), newest: Newest::NONE, newer: None, beside: None };
    store.begin(Local::now().naive_local())?;
    store.connection.close().map_err(|(_, error)| error)?;
    Ok(store.newest)
}

/// Both copies of the key file, whole.
pub(super) struct Keys([KeyFile; 2]);

/// Reads both copies of the key file.
///
/// # Errors
/// `KeyCopy` if one of them is missing or damaged, `Keys` if both are; `Newer`.
pub(super) fn read_keys(folder: &Folder) -> Result<Keys, Error> {
    let mut copies = [None, None];
    for (name, copy) in KEYS.iter().zip(&mut copies) {
        *copy = match folder.read(name)?.map(|text| KeyFile::parse(&text)) {
            Some(Err(Unreadable::Newer(version))) => return Err(Error::Newer { version: version.into() }),
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
    fn newest(&self) -> &KeyFile {
        let [first, second] = &self.0;
        if second.generation > first.generation { second } else { first }
    }

    /// Puts the newest copy in both places, once it has opened the store.
    fn settle(&self, folder: &Folder) -> Result<(), Error> {
        let newest = self.newest();
        for (name, keys) in KEYS.iter().zip(&self.0) {
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
