//! Changing what opens a store: the passphrase, the recovery code, and with `renew` the data key itself.
//!
//! A slot is written beside the key file in force, brought to the disk, read back and opened, before it takes its
//! place: what opened the store goes on doing so until the new one is known to.

use super::folder::{Draft, Folder, KEYS, at};
use super::journal::Newest;
use super::kdf::Kdf;
use super::keys::{KeyFile, Typed, Unlock};
use super::open::read_keys;
use super::progress::Watch;
use super::recovery::RecoveryCode;
use super::secret::{DataKey, Passphrase};
use super::{Beside, Error, Store};
use std::sync::Arc;
use zeroize::Zeroizing;

/// A recovery code that is ready and not yet in force: the old one is until `Store::put_in_force`. Dropped, it never
/// was.
pub struct NewRecovery {
    pub code: RecoveryCode,
    folder: Arc<Folder>,
    keys: KeyFile,
}

/// A store with a new data key that is ready and not yet in its place. Dropped, it never was.
pub struct Renewal {
    pub code: RecoveryCode,
    draft: Draft,
    /// The newest change in it.
    newest: Newest,
}

impl Drop for NewRecovery {
    fn drop(&mut self) {
        discard(&self.folder);
    }
}

impl Store {
    /// Lets another passphrase open the store. The old one then opens only older copies of the key file.
    ///
    /// # Errors
    /// `EmptyPassphrase`, `Newer`, `NoFolder`, `NoMemory`, `Damaged` if the key file is not whole; `File`: the old
    /// passphrase holds then.
    pub fn change_passphrase(&mut self, new: &Passphrase, kdf: Kdf) -> Result<(), Error> {
        if new.is_empty() {
            return Err(Error::EmptyPassphrase);
        }
        self.reach()?;
        let Beside { folder, key, .. } = self.beside()?;
        let keys = read_keys(folder)?.newest().with_passphrase(key, new, kdf)?;
        prepare(folder, &keys, key, &Unlock::Passphrase(new))?;
        put(folder)
    }

    /// That what was typed, the passphrase or the recovery code in its place, opens this store.
    ///
    /// # Errors
    /// `WrongPassphrase`, `WrongRecoveryCode`, `NoFolder`, `NoMemory`, `Damaged`, `File`.
    pub fn opens_with(&self, typed: Zeroizing<String>) -> Result<(), Error> {
        let keys = read_keys(&self.beside()?.folder)?;
        keys.newest().unlock(&Typed::of(typed).as_unlock()).map(drop)
    }

    /// Makes a new recovery code ready. The old one holds until it is put in force: first the new one is on paper.
    ///
    /// # Errors
    /// As `change_passphrase`.
    pub fn new_recovery(&mut self, kdf: Kdf) -> Result<NewRecovery, Error> {
        self.reach()?;
        let Beside { folder, key, .. } = self.beside()?;
        let code = RecoveryCode::random()?;
        let keys = read_keys(folder)?.newest().with_recovery(key, &code, kdf)?;
        prepare(folder, &keys, key, &Unlock::Recovery(&code))?;
        Ok(NewRecovery { code, folder: Arc::clone(folder), keys })
    }

    /// Puts a new recovery code in force: from here on the old one opens nothing.
    ///
    /// # Errors
    /// `NewKeyUnproved` if the keys were changed since; `File`. The old one holds then.
    pub fn put_in_force(&mut self, recovery: NewRecovery) -> Result<(), Error> {
        // Another change of keys that came between is not taken back.
        if read_keys(&recovery.folder)?.newest().generation + 1 != recovery.keys.generation {
            return Err(Error::NewKeyUnproved);
        }
        put(&recovery.folder)
    }

    /// Copies everything into a new store with a new data key and a new recovery code, ready to take the place of this
    /// one and not yet in it.
    ///
    /// # Errors
    /// As `change_passphrase`; `Damaged`, `Findings`, `Differs`, `Stopped`, `Database`.
    pub fn renewal(&mut self, passphrase: &Passphrase, kdf: Kdf, watch: &mut Watch) -> Result<Renewal, Error> {
        if passphrase.is_empty() {
            return Err(Error::EmptyPassphrase);
        }
        self.ready()?;
        let folder = &self.beside()?.folder;
        remove_old(folder)?;
        let (key, code) = (DataKey::random()?, RecoveryCode::random()?);
        let keys = KeyFile::new(&key, passphrase, &code, kdf)?;
        let draft = Draft::beside(folder.path())?;
        drop(self.copy_into(&draft, &keys, key, watch)?);
        Ok(Renewal { code, draft, newest: self.newest })
    }

    /// Puts the new store in the place of this one, and takes this one away: what opened it opens nothing of the new.
    ///
    /// # Errors
    /// `NewKeyUnproved` if something was changed since the copy was made; `File`. This store stands as before then.
    /// `OldKeyLeft` if the new one stands, and this one could not be taken away.
    pub fn renew(self, renewal: Renewal) -> Result<(), Error> {
        if renewal.newest != self.newest {
            return Err(Error::NewKeyUnproved);
        }
        let folder = Arc::clone(&self.beside()?.folder);
        renewal.draft.exchange(&old_name(&folder))?;
        drop(self);
        let left = || Error::OldKeyLeft { folder: folder.path().with_file_name(old_name(&folder)) };
        remove_old(&folder).map_err(|_| left())
    }
}

/// The name that a store with an old data key has until it is taken away.
fn old_name(folder: &Folder) -> String {
    format!(".{}-old-key", folder.place().1)
}

/// Takes away a store with an old data key. Only while the store in its place is known to open.
pub(super) fn remove_old(folder: &Folder) -> Result<(), Error> {
    let old = folder.path().with_file_name(old_name(folder));
    match std::fs::remove_dir_all(&old) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(at(&old)(error)),
        _ => Ok(()),
    }
}

/// Writes both copies of the key file beside those in force, and proves that they open.
fn prepare(folder: &Folder, keys: &KeyFile, key: &DataKey, unlock: &Unlock) -> Result<(), Error> {
    let text = keys.to_text();
    let prepared = KEYS.iter().try_for_each(|name| folder.prepare(name, &text)).and_then(|()| {
        let opens = KeyFile::parse(text.as_bytes()).ok().map(|keys| keys.unlock(unlock)).transpose()?;
        if opens.is_some_and(|opened| opened.as_bytes() == key.as_bytes()) {
            Ok(())
        } else {
            Err(Error::NewKeyUnproved)
        }
    });
    prepared.inspect_err(|_| discard(folder))
}

/// Puts both prepared copies in their places. If the second cannot be, the first goes back.
fn put(folder: &Folder) -> Result<(), Error> {
    let old = folder.read(KEYS[0])?;
    let done = folder.put(KEYS[0]).and_then(|()| folder.put(KEYS[1]));
    done.inspect_err(|_| {
        if let Some(old) = old.and_then(|old| String::from_utf8(old).ok()) {
            let _ = folder.replace(KEYS[0], &old);
            let _ = folder.replace(KEYS[1], &old);
        }
        discard(folder);
    })
}

fn discard(folder: &Folder) {
    for name in KEYS {
        let _ = folder.discard(name);
    }
}
