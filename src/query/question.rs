//! A question to the log: what is counted, when, which, and by what it is laid out.

use super::filter::Filter;
use super::key::{Dimension, Values};
use super::measure::Measure;
use super::period::{Bucket, Period};
use super::term::{Term, Test};
use crate::domain::{Kind, Ref};
use std::collections::{HashMap, HashSet};

/// The code of the row or column of records that lack a value.
pub const UNKNOWN: &str = "unknown";

/// What is counted, in which period, by which filter, laid out by up to two dimensions.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Question {
    pub measure: Measure,
    pub rows: Option<Dimension>,
    pub columns: Option<Dimension>,
    pub period: Period,
    pub filter: Filter,
}

impl Question {
    /// A number of a measure, of everything.
    pub fn count(measure: Measure, period: Period, filter: Filter) -> Question {
        Question { measure, rows: None, columns: None, period, filter }
    }

    /// The question behind a number of the table: this one with the row's and the column's term added, and no
    /// layout. `None` for a total of rows or columns.
    pub fn cell(&self, row: Option<&str>, column: Option<&str>) -> Question {
        let mut filter = self.filter.clone();
        for (dimension, code) in [(self.rows, row), (self.columns, column)] {
            if let (Some(dimension), Some(code)) = (dimension, code) {
                filter = filter.and(self.term(dimension, code));
            }
        }
        Question { rows: None, columns: None, filter, ..self.clone() }
    }

    /// The term that a row or column with that code stands for.
    fn term(&self, dimension: Dimension, code: &str) -> Term {
        let key = dimension.key();
        let test = match key.values(self.measure) {
            _ if code == UNKNOWN && dimension.can_be_unknown(self.measure) => Test::Unknown,
            Values::Age => age_range(code),
            Values::Time(_) => match Bucket::parse(code) {
                Some(bucket) => Test::Days(Period::of(bucket)),
                None => Test::Code(code.to_owned()),
            },
            // A free text that is the word itself stands in a table in quotes.
            Values::Names(_) if code.trim_matches('"') == UNKNOWN => Test::Code(UNKNOWN.to_owned()),
            _ => Test::Code(code.to_owned()),
        };
        Term { key, negated: false, tests: vec![test] }
    }
}

/// The range of an age group's code: `0-14`, `65+`, `18`.
fn age_range(code: &str) -> Test {
    let (low, high) = match code.strip_suffix('+') {
        Some(low) => (low, None),
        None => code.split_once('-').map_or((code, Some(code)), |(low, high)| (low, Some(high))),
    };
    Test::Range { low: low.parse().ok(), high: high.and_then(|high| high.parse().ok()) }
}

/// The records whose text has the words of a filter, looked up beforehand, since the facts hold no text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words {
    hits: HashMap<(Kind, String), HashSet<Ref>>,
}

impl Words {
    /// Looks up every word of a filter among records of a kind.
    ///
    /// # Errors
    /// Those of `matching`.
    pub fn look_up<E>(
        filter: &Filter,
        kind: Kind,
        mut matching: impl FnMut(Kind, &str) -> Result<Vec<Ref>, E>,
    ) -> Result<Words, E> {
        let mut words = Words::default();
        for word in filter.words() {
            words.hits.insert((kind, word.to_owned()), matching(kind, word)?.into_iter().collect());
        }
        Ok(words)
    }

    /// The words of another filter too.
    pub fn join(mut self, other: Words) -> Words {
        self.hits.extend(other.hits);
        self
    }

    /// The refs that have a word; none for a word that was not looked up.
    pub fn refs(&self, kind: Kind, word: &str) -> impl Iterator<Item = &Ref> {
        self.hits.get(&(kind, word.to_owned())).into_iter().flatten()
    }
}
