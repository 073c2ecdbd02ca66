//! Standard input, line by line: the passphrase may be its first line, a filter or a value the next.

use super::failure::{FAILED, Failure};
use crate::domain::Lang;
use crate::i18n::{fill, texts::cli as t};

/// The next line without its end; `None` after the last.
///
/// # Errors
/// Exit 1 if standard input cannot be read, or is not UTF-8.
pub fn line(lang: Lang) -> Result<Option<String>, Failure> {
    let mut line = String::new();
    let read = std::io::stdin().read_line(&mut line);
    let read = read.map_err(|error| Failure::new(FAILED, fill(t::STDIN_UNREAD, lang, &[("reason", &error)])))?;
    // In place, so that a passphrase leaves no second copy behind.
    line.truncate(line.trim_end_matches(['\n', '\r']).len());
    Ok((read > 0).then_some(line))
}

/// Whether the next line is a yes, in either language. An empty one is a no: nothing is done by a slip.
///
/// # Errors
/// As `line`.
pub fn yes(lang: Lang) -> Result<bool, Failure> {
    let answer = line(lang)?.unwrap_or_default();
    Ok(["yes", "y", "ja", "j"].contains(&answer.trim().to_lowercase().as_str()))
}
