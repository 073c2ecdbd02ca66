//! What the settings file holds, as the screen knows and changes it.

use crate::domain::{Lang, Shown};

/// The settings in force.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Preferences {
    /// No colours: every distinction by glyph and attribute.
    pub is_monochrome: bool,
    /// The environment forbids colours (`NO_COLOR`).
    pub is_without_colour: bool,
    /// The screen locks after so many minutes without a key.
    pub lock_after: u64,
    /// The settings file; nothing where the system has no place for one.
    pub file: Shown,
    /// A passphrase opens the store; the sample has none.
    pub has_passphrase: bool,
}

/// One setting with the value that it is to have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Preference {
    Lang(Lang),
    Monochrome(bool),
    LockAfter(u64),
}

impl Preference {
    /// Its key and its value in the settings file.
    pub fn in_file(self) -> (&'static str, String) {
        match self {
            Preference::Lang(lang) => ("lang", lang.code().to_owned()),
            Preference::Monochrome(is_on) => ("theme", if is_on { "monochrome" } else { "default" }.to_owned()),
            Preference::LockAfter(minutes) => ("lock_after", minutes.to_string()),
        }
    }
}
