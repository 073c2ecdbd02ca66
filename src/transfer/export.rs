//! Export: all ten files of contract section 3, whole.

use super::existing::Existing;
use super::rows::CsvRows;
use super::{Content, lists, project};
use crate::domain::{Lang, Shown};
use crate::files;
use crate::i18n::{fill, texts::transfer as t};
use chrono::NaiveDate;
use std::fs;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

/// Why an export could not be made. Nothing of it is left behind.
#[derive(Debug)]
pub enum ExportError<E> {
    /// The folder holds a file of that name already.
    Stands {
        path: PathBuf,
    },
    Io {
        path: PathBuf,
        source: io::Error,
    },
    /// The store could not be read.
    Existing(E),
}

impl<E> ExportError<E> {
    /// What is wrong and what to do, in words; of a store that could not be read nothing, since it has its own.
    pub fn in_words(&self, lang: Lang) -> Option<Shown> {
        match self {
            ExportError::Stands { path } => Some(fill(t::STANDS_ALREADY, lang, &[("path", &path.display())])),
            ExportError::Io { path, source } => {
                Some(fill(t::CANNOT_WRITE, lang, &[("path", &path.display()), ("reason", source)]))
            }
            ExportError::Existing(_) => None,
        }
        .map(Shown::line)
    }
}

/// The first of an export's files, as CSV or as a workbook, that stands in a folder already.
pub fn standing(folder: &Path, is_workbook: bool) -> Option<PathBuf> {
    let names = Content::all().map(Content::file_name).filter(|_| !is_workbook);
    let names = names.chain(is_workbook.then(|| super::workbook::NAME.to_owned()));
    names.map(|name| folder.join(name)).find(|path| path.symlink_metadata().is_ok())
}

/// Writes all files into a folder that only its owner can open, made if need be. Nothing is overwritten.
///
/// # Errors
/// The folder holds such a file, or cannot be written; the store could not be read.
pub fn export_folder<E: Existing>(existing: &E, today: NaiveDate, folder: &Path) -> Result<(), ExportError<E::Error>> {
    if let Some(path) = standing(folder, false) {
        return Err(ExportError::Stands { path });
    }
    let paths: Vec<_> = Content::all().map(|content| (content, folder.join(content.file_name()))).collect();
    let made = !folder.exists();
    if made {
        files::folder(folder).map_err(|source| ExportError::Io { path: folder.to_owned(), source })?;
    }
    let mut written = Vec::new();
    let done = paths.iter().try_for_each(|(content, path)| {
        let io = |source| ExportError::Io { path: path.clone(), source };
        let file = files::create(path).map_err(io)?;
        written.push(path);
        let mut out = BufWriter::new(file);
        write_file(*content, existing, today, &mut out).map_err(ExportError::Existing)?.map_err(io)?;
        out.into_inner().map_err(|e| io(e.into_error()))?.sync_all().map_err(io)
    });
    if done.is_err() {
        // Half an export could be taken for a whole one. What cannot be taken away either has its error told above.
        written.iter().for_each(|path| drop(fs::remove_file(path)));
        if made {
            let _ = fs::remove_dir(folder);
        }
    }
    done
}

/// Writes one file: outside whether the store could be read, inside whether `out` could be written. `today` is the day
/// that a follow-up's status is of.
///
/// # Errors
/// The store could not be read.
pub fn write_file<E: Existing>(
    content: Content,
    existing: &E,
    today: NaiveDate,
    mut out: &mut dyn Write,
) -> Result<io::Result<()>, E::Error> {
    match content {
        Content::Lists => Ok(lists::write(existing.lists(), out)),
        Content::Project => Ok(out.write_all(project::write(existing.project()).as_bytes())),
        Content::Records(kind) => {
            let mut rows = CsvRows::new(&mut out, kind, today);
            existing.for_each(kind, &mut |record| {
                if let Ok(csv) = &mut rows
                    && let Err(e) = csv.push(&record)
                {
                    rows = Err(e);
                }
            })?;
            Ok(rows.and_then(CsvRows::finish))
        }
    }
}
