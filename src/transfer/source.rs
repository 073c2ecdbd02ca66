//! The files to import, read from the disk: the one place of import that touches it.

use super::Content;
use super::fault::{Fault, What};
use crate::domain::{Lang, Shown};
use crate::i18n::{fill, texts::transfer as t};
use std::borrow::Cow;
use std::path::{Path, PathBuf};
use std::{fs, io};

/// One file to import, under the name that messages give it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceFile {
    pub name: String,
    pub bytes: Cow<'static, [u8]>,
}

/// All files of one import.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sources {
    pub files: Vec<SourceFile>,
    /// What else a folder holds.
    pub not_read: Vec<String>,
}

/// Why the files could not be read.
#[derive(Debug)]
pub enum ReadError {
    /// A file or folder that is not there or cannot be opened.
    Io { path: PathBuf, source: io::Error },
    /// Files that cannot be imported whatever they hold.
    Faults(Vec<Fault>),
}

impl ReadError {
    /// What is wrong, in words, line by line.
    pub fn in_words(&self, lang: Lang) -> Vec<Shown> {
        match self {
            ReadError::Io { path, source } => {
                let words = fill(t::CANNOT_READ, lang, &[("path", &path.display()), ("reason", source)]);
                vec![Shown::line(words)]
            }
            ReadError::Faults(faults) => faults.iter().map(|fault| fault.in_words(lang)).collect(),
        }
    }
}

/// Reads the files and folders that were named. Of a folder the files of contract section 3 are read, by name, and
/// the others listed.
///
/// # Errors
/// A path that cannot be read, or every folder without such a file and every file whose name is none of them.
pub fn read_paths(paths: &[PathBuf]) -> Result<Sources, ReadError> {
    let mut sources = Sources::default();
    let mut faults = Vec::new();
    for path in paths {
        let io = |source| ReadError::Io { path: path.clone(), source };
        if fs::metadata(path).map_err(io)?.is_dir() {
            let held = sources.files.len();
            read_folder(path, &mut sources)?;
            if sources.files.len() == held {
                faults.push(Fault::of_file(&path.display().to_string(), What::NoFiles));
            }
        } else if Content::of_path(&path.display().to_string()).is_none() {
            faults.push(Fault::of_file(&path.display().to_string(), What::UnknownFile));
        } else {
            sources.files.push(read_file(path)?);
        }
    }
    if faults.is_empty() { Ok(sources) } else { Err(ReadError::Faults(faults)) }
}

fn read_folder(folder: &Path, sources: &mut Sources) -> Result<(), ReadError> {
    let io = |source| ReadError::Io { path: folder.to_owned(), source };
    let mut names = fs::read_dir(folder)
        .and_then(|entries| entries.map(|entry| entry.map(|e| e.file_name())).collect::<io::Result<Vec<_>>>())
        .map_err(io)?;
    names.sort();
    for content in Content::all() {
        let path = folder.join(content.file_name());
        if names.iter().any(|name| *name == *content.file_name()) {
            sources.files.push(read_file(&path)?);
        }
    }
    let others = names.into_iter().filter(|name| Content::of_path(&name.to_string_lossy()).is_none());
    sources.not_read.extend(others.map(|name| folder.join(name).display().to_string()));
    Ok(())
}

fn read_file(path: &Path) -> Result<SourceFile, ReadError> {
    let bytes = fs::read(path).map_err(|source| ReadError::Io { path: path.to_owned(), source })?;
    Ok(SourceFile { name: path.display().to_string(), bytes: bytes.into() })
}
