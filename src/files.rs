//! Files that only their owner can read, written so that each stands whole or not at all: the one place for it, below all
//! rooms that write any.

use std::ffi::OsString;
use std::fs::{DirBuilder, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// A new file, empty. What stands there already, a link included, is an error.
///
/// # Errors
/// What the system said; `AlreadyExists`.
pub fn create(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

/// Writes a new file and brings it to the disk. If that cannot be done nothing of it is left.
///
/// # Errors
/// What the system said; `AlreadyExists` if something stands there, which stays.
pub fn write_new(path: &Path, content: &[u8]) -> io::Result<()> {
    let mut file = create(path)?;
    let written = file.write_all(content).and_then(|()| file.sync_all());
    if written.is_err() {
        let _ = std::fs::remove_file(path);
    }
    written
}

/// Writes a file in the place of one that may stand there: beside it, under a name that nothing has, brought to the disk,
/// then renamed. The old one stands until the new one is whole.
///
/// # Errors
/// What the system said; the old file stands then, and nothing of the new one.
pub fn replace(path: &Path, content: &[u8]) -> io::Result<()> {
    let beside = beside(path)?;
    write_new(&beside, content)?;
    std::fs::rename(&beside, path).inspect_err(|_| drop(std::fs::remove_file(&beside)))?;
    // A file system that cannot do this leaves the old file or the new one after a power cut, whole either way.
    let _ = sync_folder(path.parent().unwrap_or(path));
    Ok(())
}

/// Brings to the disk which files a folder has; no name is the folder that the program runs in.
///
/// # Errors
/// What the system said.
pub fn sync_folder(path: &Path) -> io::Result<()> {
    let here = path.as_os_str().is_empty();
    File::open(if here { Path::new(".") } else { path })?.sync_all()
}

/// Makes a folder that only its owner can open, and those it stands in, as far as they are missing.
///
/// # Errors
/// What the system said.
pub fn folder(path: &Path) -> io::Result<()> {
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(path)
}

/// A name beside a file that nothing has: what a power cut left of another try is in nobody's way.
fn beside(path: &Path) -> io::Result<PathBuf> {
    let mut name = OsString::from(path.file_name().unwrap_or_default());
    let random = getrandom::u32().map_err(|error| io::Error::other(error.to_string()))?;
    name.push(format!(".{random:08x}.new"));
    Ok(path.with_file_name(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(folder: &Path) -> Vec<String> {
        let entries = std::fs::read_dir(folder).unwrap();
        let mut names: Vec<String> = entries.map(|e| e.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    #[test]
    fn a_file_is_replaced_whole_whatever_stands_beside_it() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("x.csv");
        std::fs::write(folder.path().join("x.csv.new"), "of somebody else").unwrap();
        replace(&path, b"one").unwrap();
        replace(&path, b"two").unwrap();
        assert_eq!(std::fs::read(&path).unwrap(), b"two");
        assert_eq!(names(folder.path()), ["x.csv", "x.csv.new"]);
        #[cfg(unix)]
        {
            let mode = std::os::unix::fs::PermissionsExt::mode(&std::fs::metadata(&path).unwrap().permissions());
            assert_eq!(mode & 0o777, 0o600);
        }
    }

    #[test]
    fn a_file_that_stands_is_not_written_over_and_what_fails_leaves_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("x.csv");
        write_new(&path, b"one").unwrap();
        assert_eq!(write_new(&path, b"two").unwrap_err().kind(), io::ErrorKind::AlreadyExists);
        assert_eq!(std::fs::read(&path).unwrap(), b"one");
        let taken = folder.path().join("taken");
        std::fs::create_dir_all(taken.join("inner")).unwrap();
        assert!(replace(&taken, b"one").is_err());
        assert_eq!(names(folder.path()), ["taken", "x.csv"]);
    }
}
