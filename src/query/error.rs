//! What can be wrong with a question, with what was meant, in words for people.

use super::key::Key;
use super::measure::Measure;
use crate::domain::{Lang, Meant};
use crate::i18n::{fill, meant as said, texts::query as t};

/// What is wrong with a measure, a dimension or a filter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum QueryError {
    UnknownMeasure {
        given: String,
        meant: Meant,
    },
    UnknownDimension {
        given: String,
        meant: Meant,
        measure: Measure,
    },
    UnknownKey {
        given: String,
        meant: Meant,
    },
    /// A key of other measures.
    KeyNotHere {
        key: Key,
        measure: Measure,
    },
    UnknownValue {
        key: Key,
        given: String,
        meant: Meant,
    },
    /// A name that several have; the codes of those.
    AmbiguousValue {
        key: Key,
        given: String,
        candidates: Vec<String>,
    },
    EmptyValue {
        key: String,
    },
    OpenQuote {
        given: String,
    },
}

impl QueryError {
    /// Of what is wrong with one text for several measures, what to tell: a key of other measures says less than a value
    /// that is wrong where the key belongs.
    pub fn telling(faults: impl IntoIterator<Item = QueryError>) -> Option<QueryError> {
        faults.into_iter().min_by_key(|fault| matches!(fault, QueryError::KeyNotHere { .. }))
    }

    /// What is wrong and what would be right, in words.
    pub fn say(&self, lang: Lang) -> String {
        match self {
            QueryError::UnknownMeasure { given, meant } => {
                fill(t::UNKNOWN_MEASURE, lang, &[("given", given)]) + &said(meant, lang)
            }
            QueryError::UnknownDimension { given, meant, measure } => {
                let measure = measure.label(lang);
                fill(t::UNKNOWN_DIMENSION, lang, &[("given", given), ("measure", &measure)]) + &said(meant, lang)
            }
            QueryError::UnknownKey { given, meant } => {
                fill(t::UNKNOWN_KEY, lang, &[("given", given)]) + &said(meant, lang)
            }
            QueryError::KeyNotHere { key, measure } => {
                let here = Key::ALL.into_iter().filter(|k| k.is_for(*measure)).map(|k| k.code().to_owned()).collect();
                let wrong = fill(t::KEY_NOT_HERE, lang, &[("key", &key.code()), ("measure", &measure.label(lang))]);
                wrong + &said(&Meant::OneOf(here), lang)
            }
            QueryError::UnknownValue { key, given, meant } => {
                fill(t::UNKNOWN_VALUE, lang, &[("given", given), ("key", &key.code())]) + &said(meant, lang)
            }
            QueryError::AmbiguousValue { key, given, candidates } => fill(
                t::AMBIGUOUS_VALUE,
                lang,
                &[("given", given), ("key", &key.code()), ("candidates", &candidates.join(", "))],
            ),
            QueryError::EmptyValue { key } => fill(t::EMPTY_VALUE, lang, &[("key", key)]),
            QueryError::OpenQuote { given } => fill(t::OPEN_QUOTE, lang, &[("given", given)]),
        }
    }
}
