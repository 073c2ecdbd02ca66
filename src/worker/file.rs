//! Files that only their owner can read.

use super::fault::Fault;
use crate::app::exchange::{Refusal, RefusalKind};
use crate::domain::{Lang, Shown};
use crate::i18n::{fill, texts::app as t};
use std::fs::OpenOptions;
use std::io::{ErrorKind, Write};
use std::path::Path;

/// Writes a file that was not there before, unless it may be replaced.
///
/// # Errors
/// `Exists`, or what the system said.
pub fn write(path: &Path, content: &[u8], replace: bool, lang: Lang) -> Result<(), Fault> {
    let written = if replace { replaced(path, content) } else { new_file(path, content) };
    written.map_err(|error| {
        let message = fill(t::WRITE_FAILED, lang, &[("path", &path.display()), ("reason", &error)]);
        match error.kind() {
            ErrorKind::AlreadyExists => {
                Fault::Said(Refusal { message: Shown::line(message), kind: RefusalKind::Exists })
            }
            _ => Fault::said(message),
        }
    })
}

/// Writes a file that was not there before and that only its owner can read.
///
/// # Errors
/// What the system said; `AlreadyExists` if a file stands there.
pub fn new_file(path: &Path, content: &[u8]) -> std::io::Result<()> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(path)?;
    file.write_all(content)?;
    file.sync_all()
}

/// Writes beside, then puts it in place of the file: the old one stands until the new one is whole.
fn replaced(path: &Path, content: &[u8]) -> std::io::Result<()> {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(".new");
    let beside = path.with_file_name(name);
    new_file(&beside, content)?;
    std::fs::rename(&beside, path)
}
