//! Restoring: a store made from a backup. The backup itself is not changed in any way; its copy is opened and verified
//! before it takes the place of what stands.

use super::Store;
use super::error::{Damage, Error};
use super::folder::{Draft, Folder, KEYS};
use super::keys::{KeyFile, Typed};
use super::open::read_keys;
use super::progress::Watch;
use chrono::NaiveDateTime;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use zeroize::Zeroizing;

/// What was restored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Restored {
    /// Where it stands.
    pub place: PathBuf,
    /// Where the store is that stood there before.
    pub kept: Option<PathBuf>,
    /// It opens with the passphrase and the recovery sheet of the store that stood there, which are newer than those
    /// that the backup had.
    pub keeps_passphrase: bool,
}

/// What stands in the place that a store is to be restored to.
pub enum Place {
    Free,
    /// A store, held, that is to be kept under another name.
    Taken(Box<Folder>),
}

impl Place {
    /// Looks at the place before anything is asked for.
    ///
    /// # Errors
    /// `Standing` if a store stands there and is not to be replaced; `NotEmpty` if something else does; `InUse`; `File`.
    pub fn look(path: &Path, replace: bool) -> Result<Place, Error> {
        match Folder::take(path) {
            Err(Error::NoStore { .. }) => Ok(Place::Free),
            Err(error) => Err(error),
            Ok(folder) if replace => Ok(Place::Taken(Box::new(folder))),
            Ok(folder) => Err(Error::Standing { folder: folder.path().to_owned() }),
        }
    }
}

/// Makes the store in a place from a backup. `typed` opens the backup: the passphrase or recovery code that it had, or
/// that of the store in its place, if both have the same data key; then the newer ones stay in force. `now` is local
/// time.
///
/// # Errors
/// `NoStore` if the folder is no backup; `InUse`; `WrongPassphrase`; `Damaged` or `Findings` if the backup is not whole;
/// `Newer`; `NotEmpty`; `Stopped`; `File`, `Database`. Then everything stands as before.
pub fn restore(
    from: &Folder,
    to: &Path,
    place: Place,
    typed: Zeroizing<String>,
    now: NaiveDateTime,
    watch: &mut Watch,
) -> Result<Restored, Error> {
    let draft = match place {
        Place::Free => Draft::begin(to)?,
        Place::Taken(_) => Draft::beside(to)?,
    };
    let folder = draft.folder();
    folder.copy_files(from)?;
    let standing = match &place {
        Place::Taken(standing) => read_keys(standing).ok().map(|keys| keys.newest().clone()),
        Place::Free => None,
    };
    let (mut store, keys, keeps_passphrase) = open(folder, standing, typed)?;
    store.writable()?;
    store.settle()?;
    store.must_be_whole(watch)?;
    drop(store);
    let keys = keys.to_text();
    for name in KEYS {
        folder.replace(name, &keys)?;
    }
    let (place, kept) = match place {
        Place::Free => (draft.finish()?, None),
        Place::Taken(standing) => {
            let (_, name) = standing.place();
            let (place, kept) = draft.exchange(&format!("{name}-replaced-{}", now.format("%Y-%m-%d-%H%M%S")))?;
            (place, Some(kept))
        }
    };
    Ok(Restored { place, kept, keeps_passphrase })
}

/// Opens the copied files: with the keys of the store that is to be replaced if they fit, else with their own.
fn open(
    folder: &Arc<Folder>,
    standing: Option<KeyFile>,
    typed: Zeroizing<String>,
) -> Result<(Store, KeyFile, bool), Error> {
    let own = read_keys(folder)?.newest().clone();
    let secret = Typed::of(typed);
    if let Some(standing) = standing.filter(|standing| *standing != own)
        && let Ok(key) = standing.unlock(&secret.as_unlock())
    {
        match Store::with_key(folder, key) {
            // Another data key: the store was given a new one since.
            Err(Error::Damaged(Damage::Database)) => {}
            opened => return Ok((opened?, standing, true)),
        }
    }
    let key = own.unlock(&secret.as_unlock())?;
    Ok((Store::with_key(folder, key)?, own, false))
}
