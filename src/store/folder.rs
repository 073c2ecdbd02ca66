//! The store's folder: who holds it, and its small files, written so that a power cut leaves the old or the new one.

use super::error::{Damage, Error};
use chrono::Local;
use std::fs::{DirBuilder, File, OpenOptions, TryLockError};
use std::io::{ErrorKind, Read, Write};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::{Path, PathBuf};

/// The encrypted database.
pub const DATABASE: &str = "caselog.db";
/// The key file and its copy.
pub const KEYS: [&str; 2] = ["keys.json", "keys.copy.json"];
/// The newest entry of the journal.
pub const HEAD: &str = "journal.head";
/// Who has the store open, for a second start to say. Missing or stale it means nothing: the lock is what counts.
const OPENED_BY: &str = "opened-by";
/// No small file of ours is longer, in bytes.
const LONGEST: u64 = 64 * 1024;

/// A store's folder, held by this process until it is dropped. Nobody else can open the store meanwhile.
pub struct Folder {
    path: PathBuf,
    /// Locked while it is open.
    handle: File,
}

impl Folder {
    /// Takes hold of a store's folder, before anything is asked for or read.
    ///
    /// # Errors
    /// `NoStore` if no store stands there; `InUse`; `File`.
    pub fn hold(path: &Path) -> Result<Folder, Error> {
        let no_store = || Error::NoStore { folder: path.to_owned() };
        let path = match path.canonicalize() {
            Err(error) if error.kind() == ErrorKind::NotFound => return Err(no_store()),
            found => found.map_err(at(path))?,
        };
        let ours = [DATABASE, KEYS[0], KEYS[1], HEAD];
        if !ours.iter().any(|name| path.join(name).symlink_metadata().is_ok()) {
            return Err(no_store());
        }
        let handle = File::open(&path).map_err(at(&path))?;
        match handle.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                let by = read(&path.join(OPENED_BY)).ok().flatten();
                let by = by.map(|text| String::from_utf8_lossy(&text).trim().to_owned());
                return Err(Error::InUse { folder: path, by });
            }
            Err(TryLockError::Error(error)) => return Err(at(&path)(error)),
        }
        let folder = Folder { path, handle };
        let since = Local::now().format("%Y-%m-%d %H:%M");
        // Only information: a disk that cannot be written to still opens.
        let _ = folder.replace(OPENED_BY, &format!("{} {since}\n", std::process::id()));
        Ok(folder)
    }

    /// The path of a file in the folder.
    pub fn file(&self, name: &str) -> PathBuf {
        self.path.join(name)
    }

    /// What stands in a small file; `None` if there is none.
    pub fn read(&self, name: &str) -> Result<Option<Vec<u8>>, Error> {
        read(&self.file(name))
    }

    /// What stands in a small file that a whole store has.
    pub fn require(&self, name: &str) -> Result<Vec<u8>, Error> {
        self.read(name)?.ok_or_else(|| Error::Damaged(Damage::Missing { file: self.file(name) }))
    }

    /// Puts a new file in the place of an old one: written beside, brought to the disk, renamed, read back.
    pub fn replace(&self, name: &str, text: &str) -> Result<(), Error> {
        let (path, beside) = (self.file(name), self.file(&format!("{name}.new")));
        match std::fs::remove_file(&beside) {
            Err(error) if error.kind() != ErrorKind::NotFound => return Err(at(&beside)(error)),
            _ => {}
        }
        let mut file = new_file(&beside)?;
        file.write_all(text.as_bytes()).and_then(|()| file.sync_all()).map_err(at(&beside))?;
        std::fs::rename(&beside, &path).map_err(at(&path))?;
        self.handle.sync_all().map_err(at(&self.path))?;
        if read(&path)?.as_deref() == Some(text.as_bytes()) {
            Ok(())
        } else {
            Err(at(&path)(ErrorKind::InvalidData.into()))
        }
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(self.file(OPENED_BY));
    }
}

/// A folder in the making, beside the place where it will stand, so that a half-made store never stands anywhere.
/// What is not put in its place is removed.
pub struct Draft {
    folder: Folder,
    place: PathBuf,
}

impl Draft {
    /// Begins a new folder that is to stand at `place`, which must be absent or empty.
    ///
    /// # Errors
    /// `NotEmpty`; `File`.
    pub fn begin(place: &Path) -> Result<Draft, Error> {
        match std::fs::read_dir(place).map(|mut entries| entries.next().is_some()) {
            Ok(true) => return Err(Error::NotEmpty { folder: place.to_owned() }),
            Err(error) if error.kind() != ErrorKind::NotFound => return Err(at(place)(error)),
            _ => {}
        }
        let place = std::path::absolute(place).map_err(at(place))?;
        let (Some(parent), Some(name)) = (place.parent(), place.file_name()) else {
            return Err(at(&place)(ErrorKind::InvalidInput.into()));
        };
        DirBuilder::new().recursive(true).mode(0o700).create(parent).map_err(at(parent))?;
        let parent = parent.canonicalize().map_err(at(parent))?;
        let path = parent.join(format!(".{}.new-{:08x}", name.to_string_lossy(), getrandom::u32()?));
        DirBuilder::new().mode(0o700).create(&path).map_err(at(&path))?;
        let handle = File::open(&path).map_err(at(&path))?;
        Ok(Draft { place: parent.join(name), folder: Folder { path, handle } })
    }

    /// The folder as it is being made.
    pub fn folder(&self) -> &Folder {
        &self.folder
    }

    /// Puts the finished folder in its place.
    pub fn finish(self) -> Result<PathBuf, Error> {
        std::fs::rename(&self.folder.path, &self.place).map_err(at(&self.place))?;
        let parent = self.place.parent().unwrap_or(Path::new("/"));
        File::open(parent).and_then(|parent| parent.sync_all()).map_err(at(parent))?;
        Ok(self.place.clone())
    }
}

impl Drop for Draft {
    fn drop(&mut self) {
        // After `finish` nothing stands at this path any more.
        let _ = std::fs::remove_dir_all(&self.folder.path);
    }
}

/// A new file that only its owner may read; an existing one, or a link in its place, is an error.
pub fn new_file(path: &Path) -> Result<File, Error> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true).mode(0o600).custom_flags(libc::O_NOFOLLOW);
    options.open(path).map_err(at(path))
}

fn read(path: &Path) -> Result<Option<Vec<u8>>, Error> {
    let file = match OpenOptions::new().read(true).custom_flags(libc::O_NOFOLLOW).open(path) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        file => file.map_err(at(path))?,
    };
    let mut text = Vec::new();
    file.take(LONGEST).read_to_end(&mut text).map_err(at(path))?;
    Ok(Some(text))
}

/// Says which file the system refused.
pub fn at(path: &Path) -> impl Fn(std::io::Error) -> Error + '_ {
    move |source| Error::File { path: path.to_owned(), source }
}
