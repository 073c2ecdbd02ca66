//! The reference of a record.

use super::field::Kind;
use super::problem::Problem;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use std::fmt;

/// What provisional refs begin with: a sign that no keyboard has.
const PROVISIONAL: char = '\u{2042}';

/// A record's own short reference, unique in its kind, never changed and never used again.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Ref(Box<str>);

impl Ref {
    /// Reads a reference.
    ///
    /// # Errors
    /// `Problem::Ref` unless it has 1 to 64 characters, none of them a space, `;` or a control character.
    pub fn parse(text: &str) -> Result<Ref, Problem> {
        // First of all, since NFC can lengthen a text, and makes a `;` of U+037E.
        let text = super::text::normalise(text);
        let fits = (1..=64).contains(&text.chars().count())
            && !text.chars().any(|c| c == ';' || c.is_whitespace() || super::text::is_unseen(c));
        if fits { Ok(Ref(text.into())) } else { Err(Problem::Ref) }
    }

    /// A reference that was read before.
    pub(crate) fn known(text: &str) -> Ref {
        Ref(text.into())
    }

    /// The reference that the program makes: the kind's letter and a number of at least `width` digits.
    pub fn made(kind: Kind, number: u64, width: usize) -> Ref {
        Ref(format!("{}{number:0width$}", kind.letter()).into())
    }

    /// The number and its width, if the reference could have been made by the program.
    pub fn number(&self, kind: Kind) -> Option<(u64, usize)> {
        let number = self.0.strip_prefix(kind.letter())?;
        let plain = (1..=18).contains(&number.len()) && number.bytes().all(|b| b.is_ascii_digit());
        if plain { Some((number.parse().ok()?, number.len())) } else { None }
    }

    /// What a record is called that is still to be made, where another of the same change names it. The store's own
    /// ref takes its place before anything is written.
    pub fn provisional(number: usize) -> Ref {
        Ref(format!("{PROVISIONAL}{number}").into())
    }

    /// Whether it stands for a record that is still to be made.
    pub fn is_provisional(&self) -> bool {
        self.0.starts_with(PROVISIONAL)
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Ref {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl Serialize for Ref {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Ref {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Ref, D::Error> {
        let text = String::deserialize(deserializer)?;
        Ref::parse(&text).map_err(|_| de::Error::custom(format!("{text:?} is not a reference")))
    }
}

impl AsRef<str> for Ref {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn refs_are_made_and_recognised() {
        let made = Ref::made(Kind::Contact, 42, 4);
        assert_eq!(made.as_str(), "C0042");
        assert_eq!(made.number(Kind::Contact), Some((42, 4)));
        assert_eq!(made.number(Kind::Person), None);
        let new = Ref::provisional(1);
        assert!(new.is_provisional() && !made.is_provisional() && Ref::parse(new.as_str()) == Ok(new));
        for wrong in ["", "a b", "a;b", "a\u{37e}b", "a\n", "a\u{200b}", &"x".repeat(65)] {
            assert_eq!(Ref::parse(wrong), Err(Problem::Ref), "{wrong:?}");
        }
    }
}
