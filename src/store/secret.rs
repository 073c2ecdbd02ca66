//! Passphrases and keys: types that zero themselves when dropped and print nothing.

use super::digest::{Hash, hash};
use super::error::Error;
use std::fmt;
use unicode_normalization::UnicodeNormalization;
use zeroize::{Zeroize, Zeroizing};

/// A passphrase in NFC, so that å typed on any keyboard opens the same store.
pub struct Passphrase(Zeroizing<String>);

impl Passphrase {
    /// Takes over a text as typed, without its line end; the text itself is zeroed.
    pub fn new(mut typed: String) -> Passphrase {
        // NFC is at most three times as long: without room for that, growing would leave a copy behind.
        let mut normalised = Zeroizing::new(String::with_capacity(typed.len() * 3));
        normalised.extend(typed.nfc());
        typed.zeroize();
        Passphrase(normalised)
    }

    /// Whether nothing was typed.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(super) fn as_bytes(&self) -> &[u8] {
        self.0.as_bytes()
    }
}

impl fmt::Debug for Passphrase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Passphrase")
    }
}

/// The random key that the database is encrypted with. In a box, so that moving it leaves no copy behind.
pub struct DataKey(Box<Zeroizing<[u8; 32]>>);

impl DataKey {
    /// A new key from the system's random numbers.
    pub fn random() -> Result<DataKey, Error> {
        let mut key = DataKey(Box::default());
        getrandom::fill(&mut **key.0)?;
        Ok(key)
    }

    /// The key with those bytes, which must be 32.
    pub fn from_bytes(bytes: &[u8]) -> Option<DataKey> {
        let mut key = DataKey(Box::default());
        if bytes.len() != key.0.len() {
            return None;
        }
        key.0.copy_from_slice(bytes);
        Some(key)
    }

    /// The same key once more, for a second connection.
    pub fn again(&self) -> DataKey {
        let mut key = DataKey(Box::default());
        key.0.copy_from_slice(self.as_bytes());
        key
    }

    pub fn as_bytes(&self) -> &[u8] {
        &**self.0
    }

    /// The form in which SQLCipher takes a key as it is: `x'` + 64 hexadecimal digits + `'`. Anything else, the 32
    /// bytes too, is a passphrase to it.
    pub fn for_sqlcipher(&self) -> Zeroizing<Vec<u8>> {
        const DIGITS: &[u8; 16] = b"0123456789abcdef";
        let mut raw = Zeroizing::new(Vec::with_capacity(67));
        raw.extend(b"x'");
        raw.extend(self.0.iter().flat_map(|b| [DIGITS[usize::from(b >> 4)], DIGITS[usize::from(b & 15)]]));
        raw.push(b'\'');
        raw
    }

    /// The key that authenticates `journal.head`.
    pub fn for_head(&self) -> Zeroizing<Hash> {
        Zeroizing::new(hash("caselog journal head key", &[self.as_bytes()]))
    }
}

impl fmt::Debug for DataKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("DataKey")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn passphrases_are_nfc_and_print_nothing() {
        let typed = |text: &str| Passphrase::new(text.to_owned());
        assert_eq!(typed("a\u{30a}ng").as_bytes(), typed("ång").as_bytes());
        assert_eq!(format!("{:?} {:?}", typed("hemligt"), DataKey::random().unwrap()), "Passphrase DataKey");
    }

    #[test]
    fn sqlcipher_gets_67_bytes() {
        let key = DataKey::from_bytes(&[0xa5; 32]).unwrap();
        assert_eq!(key.for_sqlcipher().as_slice(), format!("x'{}'", "a5".repeat(32)).as_bytes());
        assert!(DataKey::from_bytes(&[0; 31]).is_none());
    }
}
