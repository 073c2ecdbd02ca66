//! The refs of a table and the rows that have them: texts one after the other, and a table of row numbers to find them.

use crate::domain::Ref;
use hashbrown::{DefaultHashBuilder, HashTable};
use std::hash::BuildHasher;

/// Which row stands for which ref. A row is never given to another.
#[derive(Clone, Debug, Default)]
pub struct Rows {
    /// All refs, one after the other.
    text: String,
    /// By row: where its ref ends.
    ends: Vec<u32>,
    /// By row: whether a record stands there.
    live: Vec<bool>,
    /// How many rows are not live.
    empty: usize,
    index: HashTable<u32>,
    hasher: DefaultHashBuilder,
}

impl Rows {
    /// How many rows there are, live or not.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// The text of a row's ref.
    pub fn text(&self, row: usize) -> &str {
        &self.text[span(&self.ends, row)]
    }

    /// The ref of a row.
    pub fn own(&self, row: usize) -> Ref {
        Ref::known(self.text(row))
    }

    /// The row of a ref, live or not.
    pub fn row(&self, own: &Ref) -> Option<u32> {
        self.find(own.as_str())
    }

    /// The row of the ref with that text.
    pub fn row_of_text(&self, own: &str) -> Option<u32> {
        self.find(&crate::domain::text::normalise(own))
    }

    pub fn is_live(&self, row: usize) -> bool {
        self.live[row]
    }

    /// All rows in which a record stands.
    pub fn live(&self) -> impl Iterator<Item = usize> + '_ {
        (0..self.len()).filter(|&row| self.live[row])
    }

    /// By row, whether a record stands there; `None` if one stands in every row.
    pub fn gaps(&self) -> Option<&[bool]> {
        (self.empty > 0).then_some(&self.live)
    }

    pub(super) fn set_live(&mut self, row: usize, live: bool) {
        match (self.live[row], live) {
            (true, false) => self.empty += 1,
            (false, true) => self.empty -= 1,
            _ => {}
        }
        self.live[row] = live;
    }

    /// The row for a ref, a new one if it has none, and whether it is new.
    pub(super) fn row_for(&mut self, own: &Ref) -> (u32, bool) {
        if let Some(row) = self.row(own) {
            return (row, false);
        }
        let row = self.len() as u32;
        self.text.push_str(own.as_str());
        self.ends.push(self.text.len() as u32);
        self.live.push(false);
        self.empty += 1;
        let (text, ends, hasher) = (&self.text, &self.ends, &self.hasher);
        let hash = |row: &u32| hasher.hash_one(&text[span(ends, *row as usize)]);
        self.index.insert_unique(hash(&row), row, hash);
        (row, true)
    }

    fn find(&self, own: &str) -> Option<u32> {
        self.index.find(self.hasher.hash_one(own), |&row| self.text(row as usize) == own).copied()
    }

    /// Puts the rows in another order: by new row the old one.
    pub(super) fn reorder(&mut self, order: &[u32]) {
        let mut ordered = Rows { hasher: self.hasher.clone(), ..Rows::default() };
        for &old in order {
            let (row, _) = ordered.row_for(&self.own(old as usize));
            ordered.set_live(row as usize, self.live[old as usize]);
        }
        *self = ordered;
    }
}

fn span(ends: &[u32], row: usize) -> std::ops::Range<usize> {
    let start = row.checked_sub(1).map_or(0, |before| ends[before] as usize);
    start..ends[row] as usize
}
