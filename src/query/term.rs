//! One term of a filter: what it asks of a record, and its canonical text.

use super::key::Key;
use super::period::Period;
use std::fmt;

/// What a value of a term asks of a record.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Test {
    /// Filled in.
    Any,
    /// Not known.
    Unknown,
    /// Has that code: of a list, of a fixed value, a ref, or a free text.
    Code(String),
    /// A whole number (age, minutes) from `low` to `high`; `None` is open.
    Range { low: Option<i64>, high: Option<i64> },
    /// On one of those days.
    Days(Period),
    /// The record's text has all these words, by their beginnings.
    Words(String),
}

/// One term. Alternatives are one set; `negated` is its complement.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Term {
    pub key: Key,
    pub negated: bool,
    pub tests: Vec<Test>,
}

impl fmt::Display for Term {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let values = self.tests.iter().map(|test| written(test, self.key)).collect::<Vec<_>>().join(",");
        write!(f, "{}{}:{values}", if self.negated { "-" } else { "" }, self.key.code())
    }
}

const RESERVED: [&str; 4] = ["any", "none", "unknown", "made"];

fn written(test: &Test, key: Key) -> String {
    match test {
        Test::Any => "any".to_owned(),
        Test::Unknown => "unknown".to_owned(),
        Test::Range { low: None, high: Some(high) } => format!("<{}", high + 1),
        Test::Range { low: Some(low), high: Some(high) } if low == high => low.to_string(),
        Test::Range { low, high } => {
            let end = |n: &Option<i64>| n.map(|n| n.to_string()).unwrap_or_default();
            format!("{}..{}", end(low), end(high))
        }
        Test::Days(period) => period.to_string(),
        Test::Code(text) | Test::Words(text) => {
            let free = !RESERVED.contains(&text.as_str()) || key == Key::Offer;
            if is_plain(text) && free { text.clone() } else { quoted(text) }
        }
    }
}

/// Whether a value can stand in a filter without quotes.
pub(super) fn is_plain(text: &str) -> bool {
    !text.is_empty() && !text.contains(|c: char| c.is_whitespace() || c == ',' || c == '"')
}

/// A value in quotes.
pub(super) fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('"', "\"\""))
}
