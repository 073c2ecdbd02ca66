//! The refs of a table and the rows that have them: texts one after the other, and a table of row numbers to find them.

use super::packed::{Columns, Pack, Packed, pack_texts, unpack_texts};
use crate::domain::Ref;
use hashbrown::{DefaultHashBuilder, HashTable};
use std::hash::BuildHasher;
use std::sync::OnceLock;

/// Which row stands for which ref. A row is never given to another.
#[derive(Clone, Debug, Default)]
pub struct Rows {
    refs: Packed<Refs>,
    live: Packed<Live>,
}

/// By row its ref.
#[derive(Clone, Debug, Default)]
struct Refs {
    /// All refs, one after the other.
    text: String,
    /// By row: where its ref ends.
    ends: Vec<u32>,
    index: OnceLock<Index>,
}

/// Finds the row of a ref. Made when the first one is looked for.
#[derive(Clone, Debug, Default)]
struct Index {
    rows: HashTable<u32>,
    hasher: DefaultHashBuilder,
}

/// By row, whether a record stands there.
#[derive(Clone, Debug, Default)]
struct Live {
    rows: Vec<bool>,
    /// How many rows are not live.
    empty: usize,
}

impl Rows {
    /// How many rows there are, live or not.
    pub fn len(&self) -> usize {
        self.live.rows.len()
    }

    pub fn is_empty(&self) -> bool {
        self.live.rows.is_empty()
    }

    /// The text of a row's ref.
    pub fn text(&self, row: usize) -> &str {
        self.refs.text(row)
    }

    /// The ref of a row.
    pub fn own(&self, row: usize) -> Ref {
        Ref::known(self.text(row))
    }

    /// The row of a ref, live or not.
    pub fn row(&self, own: &Ref) -> Option<u32> {
        self.refs.find(own.as_str())
    }

    /// The row of the ref with that text.
    pub fn row_of_text(&self, own: &str) -> Option<u32> {
        self.refs.find(&crate::domain::text::normalise(own))
    }

    /// The row in which a record stands whose ref is that text.
    pub fn live_row(&self, own: &str) -> Option<usize> {
        self.row_of_text(own).map(|row| row as usize).filter(|&row| self.is_live(row))
    }

    /// The rows in which records stand whose ref is that text but for small letters and capitals.
    pub fn rows_like<'r>(&'r self, own: &str) -> impl Iterator<Item = usize> + use<'r> {
        let own = crate::domain::text::normalise(own);
        self.live().filter(move |&row| self.text(row).eq_ignore_ascii_case(&own))
    }

    pub fn is_live(&self, row: usize) -> bool {
        self.live.rows[row]
    }

    /// All rows in which a record stands.
    pub fn live(&self) -> impl Iterator<Item = usize> + '_ {
        let live = &self.live.rows;
        (0..live.len()).filter(|&row| live[row])
    }

    /// By row, whether a record stands there; `None` if one stands in every row.
    pub fn gaps(&self) -> Option<&[bool]> {
        (self.live.empty > 0).then_some(&self.live.rows)
    }

    /// How many records stand here.
    pub fn count(&self) -> usize {
        self.len() - self.live.empty
    }

    pub(super) fn set_live(&mut self, row: usize, live: bool) {
        let Live { rows, empty } = &mut *self.live;
        match (rows[row], live) {
            (true, false) => *empty += 1,
            (false, true) => *empty -= 1,
            _ => {}
        }
        rows[row] = live;
    }

    /// The row for a ref, a new one if it has none, and whether it is new.
    pub(super) fn row_for(&mut self, own: &Ref) -> (u32, bool) {
        if let Some(row) = self.row(own) {
            return (row, false);
        }
        self.live.rows.push(false);
        self.live.empty += 1;
        (self.refs.push(own.as_str()), true)
    }

    /// Puts the rows in another order: by new row the old one.
    pub(super) fn reorder(&mut self, order: &[u32]) {
        let mut ordered = Rows::default();
        for &old in order {
            let (row, _) = ordered.row_for(&self.own(old as usize));
            ordered.set_live(row as usize, self.is_live(old as usize));
        }
        *self = ordered;
    }

    pub(super) fn columns(&mut self, columns: &mut impl Columns) {
        columns.column(&mut self.refs);
        columns.column(&mut self.live);
    }
}

impl Refs {
    fn text(&self, row: usize) -> &str {
        &self.text[span(&self.ends, row)]
    }

    /// A row more, and its number.
    fn push(&mut self, own: &str) -> u32 {
        let row = self.ends.len() as u32;
        self.text.push_str(own);
        self.ends.push(self.text.len() as u32);
        let Refs { text, ends, index } = self;
        if let Some(index) = index.get_mut() {
            index.add(row, text, ends);
        }
        row
    }

    fn find(&self, own: &str) -> Option<u32> {
        let Index { rows, hasher } = self.index.get_or_init(|| self.indexed());
        rows.find(hasher.hash_one(own), |&row| self.text(row as usize) == own).copied()
    }

    fn indexed(&self) -> Index {
        let mut index = Index { rows: HashTable::with_capacity(self.ends.len()), ..Index::default() };
        (0..self.ends.len() as u32).for_each(|row| index.add(row, &self.text, &self.ends));
        index
    }
}

impl Index {
    fn add(&mut self, row: u32, text: &str, ends: &[u32]) {
        let hash = |row: &u32| self.hasher.hash_one(&text[span(ends, *row as usize)]);
        self.rows.insert_unique(hash(&row), row, hash);
    }
}

impl Pack for Refs {
    fn pack(&self) -> Vec<u8> {
        pack_texts((0..self.ends.len()).map(|row| self.text(row)))
    }

    fn unpack(bytes: &[u8]) -> Refs {
        unpack_texts(bytes).fold(Refs::default(), |mut refs, text| {
            refs.push(text);
            refs
        })
    }
}

impl Pack for Live {
    fn pack(&self) -> Vec<u8> {
        self.rows.iter().map(|live| u8::from(*live)).collect()
    }

    fn unpack(bytes: &[u8]) -> Live {
        let rows: Vec<bool> = bytes.iter().map(|live| *live != 0).collect();
        Live { empty: rows.iter().filter(|live| !**live).count(), rows }
    }
}

fn span(ends: &[u32], row: usize) -> std::ops::Range<usize> {
    let start = row.checked_sub(1).map_or(0, |before| ends[before] as usize);
    start..ends[row] as usize
}
