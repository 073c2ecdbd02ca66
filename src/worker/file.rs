//! Files that she writes from the screen.

use super::fault::Fault;
use crate::app::exchange::{Refusal, RefusalKind};
use crate::domain::{Lang, Shown};
use crate::files;
use crate::i18n::{fill, texts::app as t};
use std::io::ErrorKind;
use std::path::Path;

/// Writes a file that was not there before, unless it may be replaced. What fails leaves what was there.
///
/// # Errors
/// `Exists`, or what the system said.
pub fn write(path: &Path, content: &[u8], replace: bool, lang: Lang) -> Result<(), Fault> {
    let written = if replace { files::replace(path, content) } else { files::write_new(path, content) };
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
