//! Columns of what is not a number: names, one after the other in one text, and births, packed.

use super::packed::{Pack, pack_texts, unpack_texts};
use crate::domain::Birth;
use std::ops::Index;

/// A text a row.
#[derive(Clone, Debug, Default)]
pub struct Texts {
    text: String,
    /// By row: where its text begins and ends.
    spans: Vec<(u32, u32)>,
    /// How much of `text` is nobody's any more.
    waste: usize,
}

/// So much may be nobody's before the texts are put together anew, and no more than what is somebody's.
const WASTE: usize = 1 << 16;

impl Texts {
    /// A row more.
    pub fn push(&mut self, text: &str) {
        let start = self.text.len() as u32;
        self.text.push_str(text);
        self.spans.push((start, self.text.len() as u32));
    }

    /// Puts a text in the place of a row's.
    pub fn set(&mut self, row: usize, text: &str) {
        let known = self[row].len();
        if &self[row] == text {
            return;
        }
        self.waste += known;
        let start = self.text.len() as u32;
        self.text.push_str(text);
        self.spans[row] = (start, self.text.len() as u32);
        if self.waste > WASTE.max(self.text.len() / 2) {
            *self = (0..self.spans.len()).map(|row| &self[row]).collect();
        }
    }

    pub fn get(&self, row: usize) -> Option<&str> {
        self.spans.get(row).map(|&(start, end)| &self.text[start as usize..end as usize])
    }
}

impl Index<usize> for Texts {
    type Output = str;
    fn index(&self, row: usize) -> &str {
        let (start, end) = self.spans[row];
        &self.text[start as usize..end as usize]
    }
}

impl Pack for Texts {
    fn pack(&self) -> Vec<u8> {
        pack_texts((0..self.spans.len()).map(|row| &self[row]))
    }

    fn unpack(bytes: &[u8]) -> Texts {
        unpack_texts(bytes).collect()
    }
}

impl<'t> FromIterator<&'t str> for Texts {
    fn from_iter<I: IntoIterator<Item = &'t str>>(texts: I) -> Texts {
        let mut column = Texts::default();
        texts.into_iter().for_each(|text| column.push(text));
        column
    }
}

/// Births, four bytes a row: the digits of `YYYYMMDD`, with 00 for what is not known; 0 for none.
#[derive(Clone, Debug, Default)]
pub struct Births(Vec<u32>);

impl Births {
    pub fn push(&mut self, birth: Option<Birth>) {
        self.0.push(packed(birth));
    }

    pub fn set(&mut self, row: usize, birth: Option<Birth>) {
        self.0[row] = packed(birth);
    }

    pub fn get(&self, row: usize) -> Option<Birth> {
        let (packed, known) = (self.0[row], |number: u32| (number > 0).then_some(number));
        known(packed).map(|packed| Birth {
            year: (packed / 10_000) as i32,
            month: known(packed / 100 % 100),
            day: known(packed % 100),
        })
    }
}

impl Pack for Births {
    fn pack(&self) -> Vec<u8> {
        self.0.pack()
    }

    fn unpack(bytes: &[u8]) -> Births {
        Births(Vec::unpack(bytes))
    }
}

/// Years are positive: a birth lies from 1900 on.
fn packed(birth: Option<Birth>) -> u32 {
    birth
        .map_or(0, |birth| birth.year.unsigned_abs() * 10_000 + birth.month.unwrap_or(0) * 100 + birth.day.unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_changed_without_keeping_what_stood_there() {
        let mut texts: Texts = ["Åsa", "", "B.C-12"].into_iter().collect();
        texts.set(0, "Bo");
        texts.set(1, "ö");
        assert_eq!([0, 1, 2].map(|row| texts[row].to_owned()), ["Bo", "ö", "B.C-12"]);
        assert_eq!(texts.get(3), None);
        let long = "å".repeat(1_000);
        for number in 0..1_000 {
            texts.set(1, &format!("{long}{number}"));
        }
        assert!(texts.text.len() < 4 * WASTE, "{}", texts.text.len());
        assert_eq!((&texts[0], &texts[2], texts[1].ends_with("å999")), ("Bo", "B.C-12", true));
    }

    #[test]
    fn births_come_back_as_they_were() {
        let mut births = Births::default();
        births.push(None);
        for text in ["1900", "1990-07", "2024-02-29", "2199-12-31"] {
            births.push(None);
            let birth = Birth::parse(text).ok();
            births.set(births.0.len() - 1, birth);
            assert_eq!((births.get(births.0.len() - 1), birth.is_some()), (birth, true), "{text}");
        }
        assert_eq!(births.get(0), None);
    }
}
