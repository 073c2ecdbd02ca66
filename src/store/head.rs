//! `journal.head`: the newest entry of the journal, in a file beside the database, authenticated with a key derived
//! from the data key. It shows when an older database has been put in the place of a newer one.

use super::digest::{Hash, from_hex, hash, hex};
use super::journal::Newest;

/// The first line of the file; another one is another version.
const TITLE: &str = "caselog journal head 1";

/// The text of the file.
pub fn write(newest: &Newest, key: &Hash) -> String {
    let tag = hash("caselog journal head", &[key, &newest.seq.to_le_bytes(), &newest.hash]);
    format!("{TITLE}\n{}\n{}\n{}\n", newest.seq, hex(&newest.hash), hex(&tag))
}

/// The entry that the file names; `None` if a single bit of it is not as it was written with that key.
pub fn read(text: &[u8], key: &Hash) -> Option<Newest> {
    let mut lines = std::str::from_utf8(text).ok()?.lines().skip(1);
    let newest = Newest { seq: lines.next()?.parse().ok()?, hash: from_hex(lines.next()?)? };
    (text == write(&newest, key).as_bytes()).then_some(newest)
}

/// The number that the file gives, whoever wrote it: for what only lists backups.
pub fn seq(text: &[u8]) -> Option<i64> {
    let text = std::str::from_utf8(text).ok()?.strip_prefix(TITLE)?;
    text.lines().nth(1)?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_flipped_bit_and_another_key_are_told() {
        let newest = Newest { seq: 42, hash: [7; 32] };
        let text = write(&newest, &[1; 32]).into_bytes();
        assert_eq!(read(&text, &[1; 32]), Some(newest));
        assert_eq!(read(&text, &[2; 32]), None);
        for at in 0..text.len() {
            for bit in 0..8 {
                let mut flipped = text.clone();
                flipped[at] ^= 1 << bit;
                assert_eq!(read(&flipped, &[1; 32]), None, "byte {at}, bit {bit}");
            }
        }
    }
}
