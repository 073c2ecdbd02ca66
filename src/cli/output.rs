//! The one place that writes to standard output and standard error.

use super::failure::{FAILED, Failure};
use crate::domain::{Lang, Shown};
use crate::i18n::{fill, texts::cli as t};
use std::io::{ErrorKind, Write};

/// Writes a finished text to standard output as it stands: CSV, JSON, a script. What people read goes through `show`.
///
/// # Errors
/// Exit 0 if the reader of the pipe went away, else 1 with the reason.
pub fn write(text: &str, lang: Lang) -> Result<(), Failure> {
    let mut out = std::io::stdout().lock();
    out.write_all(text.as_bytes()).and_then(|()| out.flush()).map_err(|error| match error.kind() {
        ErrorKind::BrokenPipe => Failure::reader_gone(),
        _ => Failure::new(FAILED, fill(t::OUTPUT_FAILED, lang, &[("reason", &error)])),
    })
}

/// Writes text for people to standard output, with a line end after it.
///
/// # Errors
/// As `write`.
pub fn show(text: &Shown, lang: Lang) -> Result<(), Failure> {
    write(&format!("{text}\n"), lang)
}

/// Tells people something beside the result: to standard error. That nobody listens there is no fault.
pub fn tell(text: &str) {
    let _ = writeln!(std::io::stderr().lock(), "{}", Shown::new(text));
}
