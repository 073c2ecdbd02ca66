//! The passphrase: asked for on the terminal, or read from a file or the first line of standard input; never an
//! argument or an environment variable (contract section 1).

use super::failure::{FAILED, Failure};
use super::{input, output};
use crate::domain::{Lang, Text};
use crate::entry::strength;
use crate::i18n::{fill, texts::cli as t};
use crate::store::Passphrase;
use zeroize::Zeroizing;

/// The option that names the file of the passphrase.
pub const OPTION: &str = "--passphrase-file";

/// What was typed to open a store: the passphrase, or the recovery code in its place.
///
/// # Errors
/// Exit 1 if it cannot be read, or not be asked for.
pub fn of_store(file: Option<&str>, lang: Lang) -> Result<Zeroizing<String>, Failure> {
    match file {
        Some(file) => read(file, lang),
        None => ask(t::PASSPHRASE_ASK, OPTION, lang),
    }
}

/// The passphrase of a new store: on the terminal typed twice, with a word on its strength. `option` is the one that
/// names its file.
///
/// # Errors
/// Exit 1 if it cannot be read, is empty, or is not the same twice.
pub fn of_new_store(file: Option<&str>, option: &str, lang: Lang) -> Result<Passphrase, Failure> {
    let typed = match file {
        Some(file) => read(file, lang)?,
        None => {
            let typed = ask(t::PASSPHRASE_NEW, option, lang)?;
            if !typed.is_empty() {
                output::tell(strength(&typed).get(lang));
                if *ask(t::PASSPHRASE_AGAIN, option, lang)? != *typed {
                    return Err(Failure::new(FAILED, t::PASSPHRASE_DIFFERS.get(lang)));
                }
            }
            typed
        }
    };
    if typed.is_empty() {
        return Err(Failure::new(FAILED, t::PASSPHRASE_EMPTY.get(lang)));
    }
    Ok(Passphrase::new(take(typed)))
}

/// Hands over a text to a type that zeroes it.
pub fn take(mut typed: Zeroizing<String>) -> String {
    std::mem::take(&mut *typed)
}

/// The first line of a file, or of standard input for `-`.
fn read(file: &str, lang: Lang) -> Result<Zeroizing<String>, Failure> {
    if file == "-" {
        return Ok(Zeroizing::new(input::line(lang)?.unwrap_or_default()));
    }
    let read = std::fs::read_to_string(file).map(Zeroizing::new);
    let mut text = read.map_err(|error| {
        Failure::new(FAILED, fill(t::PASSPHRASE_UNREAD, lang, &[("file", &file), ("reason", &error)]))
    })?;
    let end = text.find(['\n', '\r']).unwrap_or(text.len());
    text.truncate(end);
    Ok(text)
}

fn ask(words: Text, option: &str, lang: Lang) -> Result<Zeroizing<String>, Failure> {
    if !output::can_ask() {
        return Err(Failure::new(FAILED, fill(t::NO_PASSPHRASE, lang, &[("option", &option)])));
    }
    output::ask(words.get(lang));
    let typed = rpassword::read_password();
    let failed = |error| Failure::new(FAILED, fill(t::STDIN_UNREAD, lang, &[("reason", &error)]));
    typed.map(Zeroizing::new).map_err(failed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_gives_its_first_line() {
        let file = tempfile::NamedTempFile::new().unwrap();
        std::fs::write(file.path(), "grön katt\r\nannat\n").unwrap();
        assert_eq!(*read(&file.path().to_string_lossy(), Lang::En).unwrap(), "grön katt");
        assert_eq!(read("/nowhere/at/all", Lang::En).unwrap_err().exit, FAILED);
    }
}
