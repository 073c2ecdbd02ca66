//! The one place that writes to standard output and standard error.

use super::failure::{FAILED, Failure};
use crate::domain::{Lang, Shown};
use crate::i18n::{fill, texts::cli as t};
use std::io::{BufWriter, Error, ErrorKind, IsTerminal, StdoutLock, Write};

/// Writes a finished text to standard output as it stands: CSV, JSON, a script. What people read goes through `show`.
///
/// # Errors
/// Exit 0 if the reader of the pipe went away, else 1 with the reason.
pub fn write(text: &str, lang: Lang) -> Result<(), Failure> {
    write_bytes(text.as_bytes(), lang)
}

/// The same with what is not text.
///
/// # Errors
/// As `write`.
pub fn write_bytes(bytes: &[u8], lang: Lang) -> Result<(), Failure> {
    let mut out = std::io::stdout().lock();
    out.write_all(bytes).and_then(|()| out.flush()).map_err(|error| failure(&error, lang))
}

/// Standard output for a long text, written piece by piece. Who uses it flushes it.
pub fn stream() -> BufWriter<StdoutLock<'static>> {
    BufWriter::new(std::io::stdout().lock())
}

/// What an error in writing to standard output means: exit 0 if the reader of the pipe went away, else 1.
pub fn failure(error: &Error, lang: Lang) -> Failure {
    match error.kind() {
        ErrorKind::BrokenPipe => Failure::reader_gone(),
        _ => Failure::new(FAILED, fill(t::OUTPUT_FAILED, lang, &[("reason", error)])),
    }
}

/// The columns of a line: those of the terminal, else no limit that a table could reach.
pub fn width() -> usize {
    match terminal_size::terminal_size_of(std::io::stdout()) {
        Some((terminal_size::Width(columns), _)) => usize::from(columns).max(20),
        None => 100_000,
    }
}

/// Whether the screen can be opened: standard input and output are a terminal.
pub fn is_terminal() -> bool {
    std::io::stdin().is_terminal() && std::io::stdout().is_terminal()
}

/// Whether people can be asked: standard input and standard error are a terminal.
pub fn can_ask() -> bool {
    std::io::stdin().is_terminal() && std::io::stderr().is_terminal()
}

/// Asks for a line: the words to standard error, without a line end.
pub fn ask(words: &str) {
    let mut err = std::io::stderr().lock();
    let _ = write!(err, "{}", Shown::new(words)).and_then(|()| err.flush());
}

/// Writes text for people to standard output, with a line end after it.
///
/// # Errors
/// As `write`.
pub fn show(text: &Shown, lang: Lang) -> Result<(), Failure> {
    write(&format!("{text}\n"), lang)
}

/// Writes over the line that the cursor is on, if standard error is a terminal.
pub fn over(text: &str) {
    let mut err = std::io::stderr().lock();
    if err.is_terminal() {
        let _ = write!(err, "\r\x1b[K{}", Shown::line(text)).and_then(|()| err.flush());
    }
}

/// Tells people something beside the result: to standard error. That nobody listens there is no fault.
pub fn tell(text: &str) {
    let _ = writeln!(std::io::stderr().lock(), "{}", Shown::new(text));
}
