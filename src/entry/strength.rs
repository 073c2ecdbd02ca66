//! How hard a passphrase is to guess: a hint, not a gate.

use crate::domain::Text;
use crate::i18n::texts::cli as t;

/// A word on a passphrase, by its length and how many words it has.
pub fn strength(typed: &str) -> Text {
    let (letters, words) = (typed.chars().count(), typed.split_whitespace().count());
    match (letters, words) {
        (20.., 4..) | (25.., _) => t::STRENGTH_GOOD,
        (14.., _) => t::STRENGTH_FAIR,
        _ => t::STRENGTH_WEAK,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_passphrases_of_several_words_are_strong() {
        assert_eq!(strength("sommar2010"), t::STRENGTH_WEAK);
        assert_eq!(strength("en liten ko går"), t::STRENGTH_FAIR);
        assert_eq!(strength("fyra gröna katter sover"), t::STRENGTH_GOOD);
    }
}
