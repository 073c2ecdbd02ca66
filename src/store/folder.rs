//! The store's folder: who holds it, and its small files, written so that a power cut leaves the old or the new one.

use super::error::{Damage, Error};
use crate::files;
use chrono::Local;
use std::fs::{DirBuilder, File, OpenOptions, TryLockError};
use std::io::{ErrorKind, Read};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The encrypted database.
pub const DATABASE: &str = "caselog.db";
/// The rollback journal: there while the store is open, and after that only if it was not closed.
pub const ROLLBACK: &str = "caselog.db-journal";
/// The key file and its copy.
pub const KEYS: [&str; 2] = ["keys.json", "keys.copy.json"];
/// The newest entry of the journal.
pub const HEAD: &str = "journal.head";
/// Every file of a whole store.
const FILES: [&str; 4] = [DATABASE, KEYS[0], KEYS[1], HEAD];
/// Who has the store open, for a second start to say. Missing or stale it means nothing: the lock is what counts.
const OPENED_BY: &str = "opened-by";
/// No small file of ours is longer, in bytes.
const LONGEST: u64 = 64 * 1024;

/// A store's folder, held by this process until it is dropped. Nobody else can open the store meanwhile.
pub struct Folder {
    path: PathBuf,
    /// Locked while it is open.
    handle: File,
    /// It says in it who has it open.
    is_noted: bool,
}

/// The name of a folder, and the one that it stands in.
pub fn place_of(path: &Path) -> (&Path, String) {
    let name = path.file_name().map_or_else(|| "caselog".to_owned(), |n| n.to_string_lossy().into_owned());
    (path.parent().unwrap_or(path), name)
}

impl Folder {
    /// Takes hold of a store's folder, before anything is asked for or read.
    ///
    /// # Errors
    /// `NoStore` if no store stands there; `InUse`; `File`.
    pub fn hold(path: &Path) -> Result<Folder, Error> {
        let mut folder = Folder::take(path)?;
        folder.is_noted = true;
        let since = Local::now().format("%Y-%m-%d %H:%M");
        // Only information: a disk that cannot be written to still opens.
        let _ = folder.replace(OPENED_BY, &format!("{} {since}\n", std::process::id()));
        Ok(folder)
    }

    /// Takes hold of a store's folder and leaves no word in it: nothing there is changed.
    ///
    /// # Errors
    /// As `hold`.
    pub fn take(path: &Path) -> Result<Folder, Error> {
        let no_store = || Error::NoStore { folder: path.to_owned() };
        let path = match path.canonicalize() {
            Err(error) if error.kind() == ErrorKind::NotFound => return Err(no_store()),
            found => found.map_err(at(path))?,
        };
        if !FILES.iter().any(|name| path.join(name).symlink_metadata().is_ok()) {
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
        Ok(Folder { path, handle, is_noted: false })
    }

    /// The folder itself.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// What the system says of the folder that is held.
    pub fn held(&self) -> std::io::Result<std::fs::Metadata> {
        self.handle.metadata()
    }

    /// The name of the folder, and the one that it stands in.
    pub fn place(&self) -> (&Path, String) {
        place_of(&self.path)
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

    /// Puts a new file in the place of an old one: written beside, brought to the disk, read back, renamed.
    pub fn replace(&self, name: &str, text: &str) -> Result<(), Error> {
        self.prepare(name, text)?;
        self.put(name)?;
        if read(&self.file(name))?.as_deref() == Some(text.as_bytes()) {
            Ok(())
        } else {
            Err(at(&self.file(name))(ErrorKind::InvalidData.into()))
        }
    }

    /// Writes a file beside the one whose place it is to take, brings it to the disk and reads it back. If that cannot
    /// be done, nothing is left.
    pub fn prepare(&self, name: &str, text: &str) -> Result<(), Error> {
        let beside = self.beside(name);
        self.discard(name)?;
        let written = files::write_new(&beside, text.as_bytes()).map_err(at(&beside));
        let read_back = written.and_then(|()| match read(&beside)?.as_deref() == Some(text.as_bytes()) {
            true => Ok(()),
            false => Err(at(&beside)(ErrorKind::InvalidData.into())),
        });
        if read_back.is_err() {
            let _ = self.discard(name);
        }
        read_back
    }

    /// Puts a file that was prepared in its place: from here on it is the one that counts.
    pub fn put(&self, name: &str) -> Result<(), Error> {
        let path = self.file(name);
        std::fs::rename(self.beside(name), &path).map_err(at(&path))?;
        self.sync()
    }

    /// Takes away a file that was prepared and is not to be put in place.
    pub fn discard(&self, name: &str) -> Result<(), Error> {
        let beside = self.beside(name);
        // Where nothing is to be taken away a disk that can only be read will do.
        if beside.symlink_metadata().is_err_and(|error| error.kind() == ErrorKind::NotFound) {
            return Ok(());
        }
        match std::fs::remove_file(&beside) {
            Err(error) if error.kind() != ErrorKind::NotFound => Err(at(&beside)(error)),
            _ => Ok(()),
        }
    }

    fn beside(&self, name: &str) -> PathBuf {
        self.file(&format!("{name}.new"))
    }

    /// Brings to the disk which files the folder has.
    pub fn sync(&self) -> Result<(), Error> {
        self.handle.sync_all().map_err(at(&self.path))
    }

    /// Copies the store's files of another folder into this one byte for byte, the rollback journal of a change that
    /// was cut short included, and brings them to the disk.
    ///
    /// # Errors
    /// `Damaged` if one is missing there; `File`.
    pub fn copy_files(&self, from: &Folder) -> Result<(), Error> {
        for (name, is_required) in FILES.iter().map(|name| (*name, true)).chain([(ROLLBACK, false)]) {
            let source = from.file(name);
            let mut reader = match OpenOptions::new().read(true).custom_flags(libc::O_NOFOLLOW).open(&source) {
                Err(error) if error.kind() == ErrorKind::NotFound && !is_required => continue,
                Err(error) if error.kind() == ErrorKind::NotFound => {
                    return Err(Error::Damaged(Damage::Missing { file: source }));
                }
                opened => opened.map_err(at(&source))?,
            };
            let copy = self.file(name);
            let mut writer = new_file(&copy)?;
            std::io::copy(&mut reader, &mut writer).and_then(|_| writer.sync_all()).map_err(at(&copy))?;
        }
        self.sync()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        if self.is_noted {
            let _ = std::fs::remove_file(self.file(OPENED_BY));
        }
    }
}

/// A folder in the making, beside the place where it will stand, so that a half-made store never stands anywhere.
/// What is not put in its place is removed.
pub struct Draft {
    folder: Arc<Folder>,
    place: PathBuf,
}

impl Draft {
    /// Begins a new folder that is to stand at `place`, which must be absent or empty.
    ///
    /// # Errors
    /// `NotEmpty`; `File`.
    pub fn begin(place: &Path) -> Result<Draft, Error> {
        match std::fs::read_dir(place).map(|mut entries| entries.next().is_some()) {
            Ok(true) => Err(Error::NotEmpty { folder: place.to_owned() }),
            Err(error) if error.kind() != ErrorKind::NotFound => Err(at(place)(error)),
            _ => Draft::beside(place),
        }
    }

    /// Begins a new folder beside a place where something may stand.
    ///
    /// # Errors
    /// `File`.
    pub fn beside(place: &Path) -> Result<Draft, Error> {
        let place = std::path::absolute(place).map_err(at(place))?;
        let (Some(parent), Some(name)) = (place.parent(), place.file_name()) else {
            return Err(at(&place)(ErrorKind::InvalidInput.into()));
        };
        make_folders(parent)?;
        let parent = parent.canonicalize().map_err(at(parent))?;
        let path = parent.join(format!(".{}{HALF_MADE}{:08x}", name.to_string_lossy(), getrandom::u32()?));
        DirBuilder::new().mode(0o700).create(&path).map_err(at(&path))?;
        let handle = File::open(&path).map_err(at(&path))?;
        Ok(Draft { place: parent.join(name), folder: Arc::new(Folder { path, handle, is_noted: false }) })
    }

    /// The folder as it is being made.
    pub fn folder(&self) -> &Arc<Folder> {
        &self.folder
    }

    /// Puts the finished folder in its place.
    pub fn finish(self) -> Result<PathBuf, Error> {
        self.folder.sync()?;
        std::fs::rename(&self.folder.path, &self.place).map_err(at(&self.place))?;
        sync_folder(self.parent())?;
        Ok(self.place.clone())
    }

    /// Puts the finished folder in the place of the one that stands there, which is kept beside it under another name.
    /// The two change names in one step where the system can, so that a store stands in the place at every moment;
    /// where it cannot, a power cut between two renames leaves the old store under that other name.
    ///
    /// # Errors
    /// `File`: then everything stands as before.
    pub fn exchange(self, name: &str) -> Result<(PathBuf, PathBuf), Error> {
        let kept = self.parent().join(name);
        if kept.symlink_metadata().is_ok() {
            return Err(at(&kept)(ErrorKind::AlreadyExists.into()));
        }
        self.folder.sync()?;
        let path = &self.folder.path;
        std::fs::rename(path, &kept).map_err(at(&kept))?;
        let swapped = match swap(&kept, &self.place) {
            Err(error) if error.kind() == ErrorKind::Unsupported => {
                // Back under the name of what is half-made, and the old one out of its way.
                std::fs::rename(&kept, path).map_err(at(path))?;
                std::fs::rename(&self.place, &kept).map_err(at(&kept))?;
                std::fs::rename(path, &self.place)
                    .inspect_err(|_| drop(std::fs::rename(&kept, &self.place)))
                    .map_err(at(&self.place))
            }
            swapped => swapped.inspect_err(|_| drop(std::fs::rename(&kept, path))).map_err(at(&self.place)),
        };
        swapped?;
        sync_folder(self.parent())?;
        Ok((self.place.clone(), kept))
    }

    fn parent(&self) -> &Path {
        self.place.parent().unwrap_or(Path::new("/"))
    }
}

/// What the name of a folder in the making has after the name that it is to have.
const HALF_MADE: &str = ".new-";

/// Lets two folders change names in one step.
#[cfg(target_os = "linux")]
fn swap(one: &Path, other: &Path) -> std::io::Result<()> {
    use std::os::unix::ffi::OsStrExt;
    let text = |path: &Path| std::ffi::CString::new(path.as_os_str().as_bytes());
    let (one, other) = (text(one)?, text(other)?);
    // SAFETY: renameat2 reads two texts that end with NUL and live until it returns, and keeps nothing.
    let done = unsafe {
        libc::syscall(
            libc::SYS_renameat2,
            libc::AT_FDCWD,
            one.as_ptr(),
            libc::AT_FDCWD,
            other.as_ptr(),
            libc::RENAME_EXCHANGE,
        )
    };
    match done {
        0 => Ok(()),
        _ => match std::io::Error::last_os_error() {
            // What the file system, or the system, does not have.
            error if matches!(error.raw_os_error(), Some(libc::EINVAL | libc::ENOSYS | libc::EOPNOTSUPP)) => {
                Err(ErrorKind::Unsupported.into())
            }
            error => Err(error),
        },
    }
}

#[cfg(not(target_os = "linux"))]
fn swap(_one: &Path, _other: &Path) -> std::io::Result<()> {
    Err(ErrorKind::Unsupported.into())
}

/// Makes a folder and those it stands in, as far as they are missing, and brings each to the disk.
fn make_folders(path: &Path) -> Result<(), Error> {
    if path.is_dir() {
        return Ok(());
    }
    let parent = path.parent().filter(|parent| !parent.as_os_str().is_empty());
    if let Some(parent) = parent {
        make_folders(parent)?;
    }
    match DirBuilder::new().mode(0o700).create(path) {
        Err(error) if error.kind() != ErrorKind::AlreadyExists => Err(at(path)(error)),
        _ => parent.map_or(Ok(()), sync_folder),
    }
}

/// Brings to the disk what stands in a folder.
fn sync_folder(path: &Path) -> Result<(), Error> {
    files::sync_folder(path).map_err(at(path))
}

/// The folders that stand in a folder, by name; none if it is not there.
///
/// # Errors
/// `File`.
pub fn folders_in(path: &Path) -> Result<Vec<String>, Error> {
    let entries = match std::fs::read_dir(path) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
        entries => entries.map_err(at(path))?,
    };
    let mut names = Vec::new();
    for entry in entries {
        let entry = entry.map_err(at(path))?;
        if entry.file_type().map_err(at(path))?.is_dir() {
            names.extend(entry.file_name().into_string());
        }
    }
    names.sort();
    Ok(names)
}

/// Takes a folder away with all that is in it. It goes out of sight first, so that no half of it ever stands under its
/// name.
///
/// # Errors
/// `File`.
pub fn remove(folder: &Path, name: &str) -> Result<(), Error> {
    let hidden = folder.join(format!(".{name}{HALF_MADE}gone"));
    if hidden.symlink_metadata().is_ok() {
        std::fs::remove_dir_all(&hidden).map_err(at(&hidden))?;
    }
    std::fs::rename(folder.join(name), &hidden).map_err(at(&hidden))?;
    sync_folder(folder)?;
    std::fs::remove_dir_all(&hidden).map_err(at(&hidden))
}

/// Takes away what a power cut left half-made or half-removed in a folder that is ours alone.
pub fn sweep(folder: &Path) -> Result<(), Error> {
    let names = folders_in(folder)?;
    for name in names.iter().filter(|name| name.starts_with('.') && name.contains(HALF_MADE)) {
        let path = folder.join(name);
        std::fs::remove_dir_all(&path).map_err(at(&path))?;
    }
    Ok(())
}

impl Drop for Draft {
    fn drop(&mut self) {
        // After `finish` nothing stands at this path any more.
        let _ = std::fs::remove_dir_all(&self.folder.path);
    }
}

/// A new file that only its owner may read; an existing one, or a link in its place, is an error.
pub fn new_file(path: &Path) -> Result<File, Error> {
    files::create(path).map_err(at(path))
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
