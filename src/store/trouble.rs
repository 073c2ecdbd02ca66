//! A disk that takes no more: which of three it is, and finding a store again whose disk was away.

use super::error::Error;
use super::folder::{Folder, at};
use super::{Beside, Store};
use crate::domain::{Lang, Text};
use crate::i18n::texts::trouble as t;
use rusqlite::ErrorCode;
use std::io::{self, ErrorKind};
use std::os::unix::fs::MetadataExt;
use std::sync::Arc;

/// What keeps a disk from being written to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// There is no room on it.
    Full,
    /// It, or the store's folder, may only be read.
    ReadOnly,
    /// It is not there, or does not answer.
    Gone,
}

/// SQLite's code for a database whose file was moved away under it.
const MOVED: i32 = rusqlite::ffi::SQLITE_READONLY_DBMOVED;
/// What is written to find out what a disk refuses, and how much of it: more than is left over in a block.
const PROBE: &str = "probe";
const PROBE_SIZE: usize = 16 * 1024;

impl Trouble {
    /// What happened and what to do, in one sentence that fits a line of news.
    pub fn words(self, lang: Lang) -> &'static str {
        let text: Text = match self {
            Trouble::Full => t::DISK_FULL,
            Trouble::ReadOnly => t::DISK_READ_ONLY,
            Trouble::Gone => t::DISK_GONE,
        };
        text.get(lang)
    }

    /// What an error says by itself, whatever was being done.
    pub fn told_by(error: &Error) -> Option<Trouble> {
        match error {
            Error::File { source, .. } => Trouble::of(source).filter(|trouble| match trouble {
                Trouble::Full => true,
                // A file that is not there, or may not be read, can be quite another matter.
                Trouble::ReadOnly => source.raw_os_error() == Some(libc::EROFS),
                Trouble::Gone => !matches!(source.raw_os_error(), Some(libc::ENOENT | libc::ENOTDIR)),
            }),
            Error::Database(error) => match error.sqlite_error()? {
                error if error.code == ErrorCode::DiskFull => Some(Trouble::Full),
                error if error.extended_code == MOVED => Some(Trouble::Gone),
                error if error.code == ErrorCode::ReadOnly => Some(Trouble::ReadOnly),
                _ => None,
            },
            _ => None,
        }
    }

    /// What the system says about a disk that it could not write to.
    fn of(error: &io::Error) -> Option<Trouble> {
        match error.raw_os_error()? {
            libc::ENOSPC | libc::EDQUOT => Some(Trouble::Full),
            libc::EROFS | libc::EACCES | libc::EPERM => Some(Trouble::ReadOnly),
            libc::EIO | libc::ENOENT | libc::ENOTDIR | libc::ENODEV | libc::ENXIO | libc::ESTALE => Some(Trouble::Gone),
            _ => None,
        }
    }
}

impl Store {
    /// What is wrong with the disk, if it is that which an error comes from. Where the database does not say which of
    /// the three it is, writing a small file beside it shows.
    pub fn trouble(&self, error: &Error) -> Option<Trouble> {
        let Beside { folder, .. } = self.beside.as_ref()?;
        let is_asked = match error {
            Error::File { path, source } if path.starts_with(folder.path()) => return Trouble::of(source),
            Error::Database(error) => {
                matches!(error.sqlite_error_code(), Some(ErrorCode::SystemIoFailure | ErrorCode::CannotOpen))
            }
            _ => false,
        };
        let probed = || match folder.probe() {
            Err(Error::File { source, .. }) => Trouble::of(&source),
            _ => None,
        };
        Trouble::told_by(error).or_else(|| is_asked.then(probed).flatten())
    }

    /// That the store may be written to, and still stands where it was opened. One that was opened on a disk that could
    /// only be read, or whose disk was away and came back as another one, is opened anew, if it has the very same log.
    ///
    /// # Errors
    /// `Newer`; `File` if it is gone; `Replaced` if another log stands there now, and what opening says.
    pub(super) fn reach(&mut self) -> Result<(), Error> {
        self.writable()?;
        let Some(beside) = &self.beside else { return Ok(()) };
        let is_in_place = beside.folder.is_in_place()?;
        if is_in_place && !self.connection.is_readonly("main")? {
            return Ok(());
        }
        let folder = if is_in_place { Arc::clone(&beside.folder) } else { beside.folder.again()? };
        let found = Store::with_key(&folder, beside.key.again())?;
        if found.newest != self.newest {
            return Err(Error::Replaced { folder: folder.path().to_owned() });
        }
        let stop = self.stop.take();
        *self = found;
        stop.map_or(Ok(()), |stop| self.stop_when(stop))
    }

    /// The same, with `journal.head` brought up to date if the last change could not: before anything is written.
    pub(super) fn ready(&mut self) -> Result<(), Error> {
        self.reach()?;
        self.settle()
    }
}

impl Folder {
    /// Whether what stands at its path is the folder that is held.
    ///
    /// # Errors
    /// `File` if nothing stands there.
    pub fn is_in_place(&self) -> Result<bool, Error> {
        let there = std::fs::metadata(self.path()).map_err(at(self.path()))?;
        let held = self.held().map_err(at(self.path()))?;
        Ok((there.dev(), there.ino()) == (held.dev(), held.ino()))
    }

    /// The folder at the same path, held anew: its disk was away and came back as another one.
    ///
    /// # Errors
    /// As `hold`, but that no store is there is said as a disk that is gone.
    pub fn again(&self) -> Result<Arc<Folder>, Error> {
        match Folder::hold(self.path()) {
            Err(Error::NoStore { folder }) => Err(at(&folder)(ErrorKind::NotFound.into())),
            held => held.map(Arc::new),
        }
    }

    /// Writes a small file and takes it away again.
    fn probe(&self) -> Result<(), Error> {
        let written = self.prepare(PROBE, &" ".repeat(PROBE_SIZE));
        written.and_then(|()| self.discard(PROBE))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Change, Kind, Record};
    use crate::store::{Kdf, Passphrase};
    use chrono::NaiveDateTime;
    use std::path::{Path, PathBuf};
    use std::process::Command;

    fn created() -> (tempfile::TempDir, PathBuf, Store) {
        let place = tempfile::tempdir().unwrap();
        let path = place.path().join("log");
        let cheap = Kdf { memory: 8, passes: 1 };
        let (store, _) = Store::create(&path, &Passphrase::new("hemligt".to_owned()), cheap).unwrap();
        (place, path, store)
    }

    fn add(store: &mut Store) -> Result<Change, Error> {
        store.apply(Change::add(Record::new(Kind::Person)), NaiveDateTime::default())
    }

    fn copy(from: &Path, to: &Path) {
        assert!(Command::new("cp").arg("-a").args([from, to]).status().unwrap().success());
    }

    #[test]
    fn a_disk_that_was_away_is_gone_on_with_when_it_is_back() {
        let (place, path, mut store) = created();
        add(&mut store).unwrap();
        let away = place.path().join("away");
        std::fs::rename(&path, &away).unwrap();
        for refused in [add(&mut store).unwrap_err(), store.save_draft("1", "x", NaiveDateTime::default()).unwrap_err()]
        {
            assert_eq!(store.trouble(&refused), Some(Trouble::Gone), "{refused:?}");
        }
        std::fs::rename(&away, &path).unwrap();
        add(&mut store).unwrap();
        // Back as another folder, as a disk that is mounted again is.
        copy(&path, &away);
        std::fs::rename(&path, place.path().join("old")).unwrap();
        let refused = add(&mut store).unwrap_err();
        assert_eq!(store.trouble(&refused), Some(Trouble::Gone));
        std::fs::rename(&away, &path).unwrap();
        add(&mut store).unwrap();
        store.save_draft("1", "x", NaiveDateTime::default()).unwrap();
        assert!(matches!(Folder::hold(&path), Err(Error::InUse { .. })), "what came back is not held");
        assert_eq!(store.verify().unwrap(), []);
        drop(store);
        let store = Store::open(&path, &crate::store::Unlock::Passphrase(&Passphrase::new("hemligt".to_owned())));
        assert_eq!(store.unwrap().count(Kind::Person).unwrap(), 3);
    }

    #[test]
    fn another_log_in_its_place_is_never_written() {
        let (place, path, mut store) = created();
        let older = place.path().join("older");
        copy(&path, &older);
        add(&mut store).unwrap();
        std::fs::rename(&path, place.path().join("away")).unwrap();
        std::fs::rename(&older, &path).unwrap();
        let before = std::fs::read(path.join("caselog.db")).unwrap();
        assert!(matches!(add(&mut store), Err(Error::Replaced { .. })));
        assert!(matches!(store.undo(NaiveDateTime::default()), Err(Error::Replaced { .. })));
        assert_eq!(std::fs::read(path.join("caselog.db")).unwrap(), before);
    }
}
