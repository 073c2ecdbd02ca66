//! A key as the terminal sends it, and its name in tables, hints and settings.

use std::fmt;

/// What was pressed, modifiers apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Code {
    /// A character; Shift is already in it.
    Char(char),
    Enter,
    Esc,
    Backspace,
    Tab,
    /// Tab with Shift.
    BackTab,
    Up,
    Down,
    Left,
    Right,
    Home,
    End,
    PageUp,
    PageDown,
    Delete,
    F(u8),
}

/// A key with its modifiers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Key {
    pub code: Code,
    pub ctrl: bool,
    pub alt: bool,
}

const NAMES: [(&str, Code); 15] = [
    ("Enter", Code::Enter),
    ("Esc", Code::Esc),
    ("Backspace", Code::Backspace),
    ("Tab", Code::Tab),
    ("Shift-Tab", Code::BackTab),
    ("↑", Code::Up),
    ("↓", Code::Down),
    ("←", Code::Left),
    ("→", Code::Right),
    ("Home", Code::Home),
    ("End", Code::End),
    ("PgUp", Code::PageUp),
    ("PgDn", Code::PageDown),
    ("Del", Code::Delete),
    ("Space", Code::Char(' ')),
];

impl Key {
    /// The key without modifiers.
    pub const fn plain(code: Code) -> Key {
        Key { code, ctrl: false, alt: false }
    }

    /// Reads a key's name: `n`, `Ctrl-L`, `F12`, `Shift-Tab`.
    pub fn parse(name: &str) -> Option<Key> {
        if let Some(rest) = name.strip_prefix("Ctrl-") {
            let key = Key::parse(rest)?;
            let code = match key.code {
                Code::Char(c) => Code::Char(c.to_ascii_lowercase()),
                other => other,
            };
            return Some(Key { code, ctrl: true, ..key });
        }
        if let Some(rest) = name.strip_prefix("Alt-") {
            return Key::parse(rest).map(|key| Key { alt: true, ..key });
        }
        if let Some(&(_, code)) = NAMES.iter().find(|(n, _)| *n == name) {
            return Some(Key::plain(code));
        }
        let function = name.strip_prefix('F').and_then(|n| n.parse().ok());
        if let Some(number @ 1..=12) = function {
            return Some(Key::plain(Code::F(number)));
        }
        let mut characters = name.chars();
        match (characters.next(), characters.next()) {
            (Some(c), None) => Some(Key::plain(Code::Char(c))),
            _ => None,
        }
    }

    /// The character that the key types into a text.
    pub fn typed(&self) -> Option<char> {
        match self.code {
            Code::Char(c) if !self.ctrl && !self.alt => Some(c),
            _ => None,
        }
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.ctrl {
            f.write_str("Ctrl-")?;
        }
        if self.alt {
            f.write_str("Alt-")?;
        }
        match self.code {
            code if NAMES.iter().any(|(_, c)| *c == code) => {
                f.write_str(NAMES.iter().find(|(_, c)| *c == code).map_or("", |(name, _)| name))
            }
            Code::Char(c) if self.ctrl => write!(f, "{}", c.to_ascii_uppercase()),
            Code::Char(c) => write!(f, "{c}"),
            Code::F(number) => write!(f, "F{number}"),
            _ => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_read_and_written() {
        for name in ["n", "N", "å", "?", "Ctrl-L", "Ctrl-←", "Alt-x", "F12", "Shift-Tab", "Space", "↑", "PgDn"] {
            assert_eq!(Key::parse(name).map(|key| key.to_string()).as_deref(), Some(name));
        }
        assert_eq!(Key::parse("ctrl"), None);
        assert_eq!(Key::parse(""), None);
    }
}
