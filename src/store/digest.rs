//! Hashes over several parts (BLAKE2b, 256 bits). With a secret key among the parts only who knows it can make one.

use blake2::digest::consts::U32;
use blake2::{Blake2b, Digest};

/// A BLAKE2b hash of 256 bits.
pub type Hash = [u8; 32];

/// The hash of some parts, for one purpose. Each part counts with its length, so that no two lists of parts are
/// alike.
pub fn hash(purpose: &str, parts: &[&[u8]]) -> Hash {
    let mut hasher = Blake2b::<U32>::new();
    for part in [purpose.as_bytes()].iter().chain(parts) {
        hasher.update((part.len() as u64).to_le_bytes());
        hasher.update(part);
    }
    hasher.finalize().into()
}

/// Bytes as small hexadecimal digits.
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|b| format!("{b:02x}")).collect()
}

/// The bytes that small hexadecimal digits write; `None` for anything else.
pub fn from_hex<const N: usize>(text: &str) -> Option<[u8; N]> {
    let digits = text.as_bytes();
    let digit = |i: usize| match digits.get(i)? {
        d @ b'0'..=b'9' => Some(d - b'0'),
        d @ b'a'..=b'f' => Some(d - b'a' + 10),
        _ => None,
    };
    let mut bytes = [0; N];
    for (i, byte) in bytes.iter_mut().enumerate() {
        *byte = digit(2 * i)? << 4 | digit(2 * i + 1)?;
    }
    (digits.len() == 2 * N).then_some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_do_not_run_together() {
        assert_ne!(hash("p", &[b"ab", b"c"]), hash("p", &[b"a", b"bc"]));
        assert_ne!(hash("p", &[b"a"]), hash("q", &[b"a"]));
    }

    #[test]
    fn hexadecimal_comes_back() {
        assert_eq!(from_hex(&hex(&[0, 9, 255])), Some([0, 9, 255]));
        for wrong in ["0", "0g", "0A", "000", ""] {
            assert_eq!(from_hex::<1>(wrong), None, "{wrong}");
        }
    }
}
