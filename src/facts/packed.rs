//! Columns as they are kept on disk: bytes, compressed, and unpacked when they are first looked at, so that a question
//! to a log that was just opened costs what its own columns cost.

use std::ops::{Deref, DerefMut};
use std::sync::LazyLock;

/// The level of compression: on columns of codes a higher one gains little and takes long.
const LEVEL: i32 = 1;

/// What can be written as bytes and read from them.
pub trait Pack: Sized + Send + 'static {
    fn pack(&self) -> Vec<u8>;

    /// The same again, from bytes that `pack` made.
    fn unpack(bytes: &[u8]) -> Self;
}

/// A column, unpacked or still packed. It reads and changes as the column itself does.
pub struct Packed<T>(LazyLock<T, Unpack<T>>);

/// What unpacks a column; it is dropped, and the packed bytes with it, once that is done.
type Unpack<T> = Box<dyn FnOnce() -> T + Send>;

/// What is done to every column of the facts, one after the other.
pub(super) trait Columns {
    fn column<T: Pack>(&mut self, column: &mut Packed<T>);

    /// Something small, which is not left packed.
    fn value<T: Pack>(&mut self, value: &mut T);
}

/// Writes columns.
pub(super) struct Writer {
    /// `None` if there was no memory for it.
    pub bytes: Option<Vec<u8>>,
}

/// Reads the columns that a `Writer` wrote, in the same order.
pub(super) struct Reader<'b> {
    /// What has not been read; `None` once something was not as it should be.
    pub bytes: Option<&'b [u8]>,
}

impl<T: Send + 'static> Packed<T> {
    pub fn new(column: T) -> Packed<T> {
        let packed = LazyLock::new(Box::new(move || column) as Unpack<T>);
        LazyLock::force(&packed);
        Packed(packed)
    }
}

impl<T: Default + Send + 'static> Default for Packed<T> {
    fn default() -> Self {
        Packed::new(T::default())
    }
}

impl<T: Clone + Send + 'static> Clone for Packed<T> {
    fn clone(&self) -> Self {
        Packed::new(T::clone(self))
    }
}

impl<T: std::fmt::Debug> std::fmt::Debug for Packed<T> {
    fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        T::fmt(self, f)
    }
}

impl<T> Deref for Packed<T> {
    type Target = T;

    #[inline]
    fn deref(&self) -> &T {
        &self.0
    }
}

impl<T> DerefMut for Packed<T> {
    fn deref_mut(&mut self) -> &mut T {
        &mut self.0
    }
}

impl Columns for Writer {
    fn column<T: Pack>(&mut self, column: &mut Packed<T>) {
        self.value::<T>(column);
    }

    fn value<T: Pack>(&mut self, value: &mut T) {
        let packed = value.pack();
        match (&mut self.bytes, zstd::bulk::compress(&packed, LEVEL)) {
            (Some(bytes), Ok(compressed)) => {
                for length in [packed.len(), compressed.len()] {
                    bytes.extend((length as u64).to_le_bytes());
                }
                bytes.extend(compressed);
            }
            (bytes, _) => *bytes = None,
        }
    }
}

impl Reader<'_> {
    fn length(&mut self) -> Option<usize> {
        let (length, rest) = self.bytes?.split_first_chunk()?;
        self.bytes = Some(rest);
        usize::try_from(u64::from_le_bytes(*length)).ok()
    }

    /// How long a column is unpacked, and its packed bytes.
    fn packed(&mut self) -> Option<(usize, Vec<u8>)> {
        let (size, length) = (self.length()?, self.length()?);
        let (compressed, rest) = self.bytes?.split_at_checked(length)?;
        self.bytes = Some(rest);
        Some((size, compressed.to_vec()))
    }
}

impl Columns for Reader<'_> {
    fn column<T: Pack>(&mut self, column: &mut Packed<T>) {
        let Some((size, compressed)) = self.packed() else {
            self.bytes = None;
            return;
        };
        *column = Packed(LazyLock::new(Box::new(move || unpacked(size, &compressed))));
    }

    fn value<T: Pack>(&mut self, value: &mut T) {
        match self.packed() {
            Some((size, compressed)) => *value = unpacked(size, &compressed),
            None => self.bytes = None,
        }
    }
}

/// A column again. Whoever reads the bytes has held them against their checksum: they are what was compressed.
fn unpacked<T: Pack>(size: usize, compressed: &[u8]) -> T {
    T::unpack(&zstd::bulk::decompress(compressed, size).unwrap_or_default())
}

/// Numbers of a few bytes each: first the lowest byte of all, then the next one of all and so on, since the higher ones
/// hardly differ and compress to nothing.
fn planes<const N: usize>(numbers: impl ExactSizeIterator<Item = [u8; N]>) -> Vec<u8> {
    let count = numbers.len();
    let mut bytes = vec![0; N * count];
    for (row, number) in numbers.enumerate() {
        (0..N).for_each(|plane| bytes[plane * count + row] = number[plane]);
    }
    bytes
}

/// The numbers again.
fn numbers<const N: usize>(bytes: &[u8]) -> impl ExactSizeIterator<Item = [u8; N]> {
    let count = bytes.len() / N;
    let planes: [&[u8]; N] = std::array::from_fn(|plane| &bytes[plane * count..(plane + 1) * count]);
    (0..count).map(move |row| planes.map(|plane| plane[row]))
}

macro_rules! pack_numbers {
    ($($number:ty),*) => {$(
        impl Pack for Vec<$number> {
            fn pack(&self) -> Vec<u8> {
                planes(self.iter().map(|number| number.to_le_bytes()))
            }

            fn unpack(bytes: &[u8]) -> Self {
                numbers(bytes).map(<$number>::from_le_bytes).collect()
            }
        }
    )*};
}

pack_numbers!(i16, u32, i32, u64);

/// Texts, each with a NUL behind it, which no text of a record holds.
pub(super) fn pack_texts<'t>(texts: impl Iterator<Item = &'t str>) -> Vec<u8> {
    let mut bytes = Vec::new();
    for text in texts {
        bytes.extend(text.as_bytes());
        bytes.push(0);
    }
    bytes
}

/// The texts again.
pub(super) fn unpack_texts(bytes: &[u8]) -> impl Iterator<Item = &str> {
    let text = std::str::from_utf8(bytes).unwrap_or_default();
    text.split_terminator('\0')
}

#[cfg(test)]
mod tests {
    use super::super::{Births, Codes, Days, Dictionary, NO_DAY, STRETCH, Sets, Texts};
    use super::*;
    use crate::domain::Birth;

    /// What comes back of a column that was written and read again.
    fn again<T: Pack>(column: T) -> Packed<T> {
        let mut column = Packed::new(column);
        let mut writer = Writer { bytes: Some(Vec::new()) };
        writer.column(&mut column);
        let bytes = writer.bytes.unwrap();
        let mut reader = Reader { bytes: Some(&bytes) };
        reader.column(&mut column);
        assert_eq!(reader.bytes, Some(&[][..]));
        column
    }

    #[test]
    fn columns_come_back_as_they_were() {
        assert_eq!(*again(vec![-1_i16, 0, 1439, i16::MIN]), [-1, 0, 1439, i16::MIN]);
        assert_eq!(*again(vec![u32::MAX, 0, 70_000]), [u32::MAX, 0, 70_000]);
        assert_eq!(*again(vec![1_000_701_234_567_u64]), [1_000_701_234_567]);
        assert_eq!(*again(Vec::<i32>::new()), [0; 0]);
        for codes in [vec![], vec![0, 255, 7], vec![0, 256, 7]] {
            let column = again(codes.iter().copied().collect::<Codes>());
            assert_eq!((0..column.len()).map(|row| column.get(row)).collect::<Vec<_>>(), codes);
            assert_eq!(column.highest(), codes.iter().copied().max().unwrap_or(0));
        }
        let texts = again(["Åsa", "", "B.C-12"].into_iter().collect::<Texts>());
        assert_eq!([0, 1, 2].map(|row| texts[row].to_owned()), ["Åsa", "", "B.C-12"]);
        assert_eq!(texts.get(3), None);
        let mut births = Births::default();
        let birth = Birth::parse("1990-07").ok();
        births.push(None);
        births.push(birth);
        assert_eq!([0, 1].map(|row| again(births.clone()).get(row)), [None, birth]);
        let mut dictionary = Dictionary::default();
        let number = ["ring", "skriv brev"].map(|text| dictionary.add(text))[1];
        assert_eq!(again(dictionary).number("skriv brev"), Some(number));
        let mut sets = Sets::default();
        let numbers = [vec![7, 3], vec![], vec![3]].map(|set| sets.add(set));
        assert_eq!(numbers.map(|number| again(sets.clone()).members(number).to_vec()), [vec![3, 7], vec![], vec![3]]);
    }

    #[test]
    fn days_come_back_with_spans_that_hold_every_day() {
        let mut days = Days::default();
        let given: Vec<i32> =
            (0..2 * STRETCH as i32 + 3).map(|row| if row == 5 { NO_DAY } else { 733_000 + row }).collect();
        for (row, &day) in given.iter().enumerate() {
            days.push(NO_DAY);
            days.set(row, day);
        }
        let days = again(days);
        assert_eq!(**days, given);
        for (rows, (first, last)) in days.stretches() {
            assert!(rows.clone().all(|row| (first..=last).contains(&days[row])), "{rows:?}");
        }
        assert_eq!(days.stretches().count(), 3);
    }

    #[test]
    fn what_was_cut_short_is_not_read() {
        let mut column = Packed::new(vec![1_u32, 2, 3]);
        let mut writer = Writer { bytes: Some(Vec::new()) };
        writer.column(&mut column);
        let bytes = writer.bytes.unwrap();
        for length in 0..bytes.len() {
            let mut reader = Reader { bytes: Some(&bytes[..length]) };
            reader.column(&mut column);
            assert_eq!(reader.bytes, None, "{length}");
        }
        assert_eq!(*column, [1, 2, 3]);
    }
}
