//! The period summary as lines of text, and as a file that only its owner can read.

use super::desk::{Log, other};
use crate::app::exchange::{Refusal, RefusalKind};
use crate::domain::{Lang, Shown};
use crate::i18n::{fill, texts::app as t};
use crate::query::Period;
use std::fs::OpenOptions;
use std::io::{ErrorKind, Write};
use std::path::Path;

/// The period summary.
///
/// # Errors
/// An indicator that cannot be counted, or a store that cannot be read.
pub fn report(_log: &Log, period: &Period, lang: Lang) -> Result<Vec<Shown>, Refusal> {
    Ok(vec![Shown::line(period.in_words(lang))])
}

/// Writes a file that was not there before, unless it may be replaced.
///
/// # Errors
/// `Exists`, or what the system said.
pub fn write(path: &Path, lines: &[Shown], replace: bool, lang: Lang) -> Result<(), Refusal> {
    let text: String = lines.iter().flat_map(|line| [line.as_str(), "\n"]).collect();
    let written = if replace { replaced(path, &text) } else { created(path, &text) };
    written.map_err(|error| {
        let message = fill(t::WRITE_FAILED, lang, &[("path", &path.display()), ("reason", &error)]);
        match error.kind() {
            ErrorKind::AlreadyExists => Refusal { message: Shown::line(message), kind: RefusalKind::Exists },
            _ => other(message),
        }
    })
}

fn created(path: &Path, text: &str) -> std::io::Result<()> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(path)?;
    file.write_all(text.as_bytes())?;
    file.sync_all()
}

/// Writes beside, then puts it in place of the file: the old one stands until the new one is whole.
fn replaced(path: &Path, text: &str) -> std::io::Result<()> {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(".new");
    let beside = path.with_file_name(name);
    created(&beside, text)?;
    std::fs::rename(&beside, path)
}
