//! What can be wrong with a question, with the nearest right word, in words for people.

use super::key::Key;
use super::measure::Measure;
use crate::domain::Lang;
use crate::i18n::{fill, texts::query as t};

/// What is wrong with a measure, a dimension or a filter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum QueryError {
    UnknownMeasure {
        given: String,
        nearest: Option<String>,
    },
    UnknownDimension {
        given: String,
        nearest: Option<String>,
        measure: Measure,
    },
    UnknownKey {
        given: String,
        nearest: Option<String>,
    },
    /// A key of other measures.
    KeyNotHere {
        key: Key,
        measure: Measure,
    },
    UnknownValue {
        key: Key,
        given: String,
        nearest: Option<String>,
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
    /// What is wrong and what would be right, in words.
    pub fn say(&self, lang: Lang) -> String {
        match self {
            QueryError::UnknownMeasure { given, nearest } => match nearest {
                Some(nearest) => fill(t::UNKNOWN_MEASURE_NEAR, lang, &[("given", given), ("nearest", nearest)]),
                None => fill(t::UNKNOWN_MEASURE, lang, &[("given", given)]),
            },
            QueryError::UnknownDimension { given, nearest, measure } => {
                let measure = measure.label(lang);
                match nearest {
                    Some(nearest) => fill(
                        t::UNKNOWN_DIMENSION_NEAR,
                        lang,
                        &[("given", given), ("measure", &measure), ("nearest", nearest)],
                    ),
                    None => fill(t::UNKNOWN_DIMENSION, lang, &[("given", given), ("measure", &measure)]),
                }
            }
            QueryError::UnknownKey { given, nearest } => match nearest {
                Some(nearest) => fill(t::UNKNOWN_KEY_NEAR, lang, &[("given", given), ("nearest", nearest)]),
                None => fill(t::UNKNOWN_KEY, lang, &[("given", given)]),
            },
            QueryError::KeyNotHere { key, measure } => {
                let here = Key::ALL.into_iter().filter(|k| k.is_for(*measure)).map(Key::code).collect::<Vec<_>>();
                fill(
                    t::KEY_NOT_HERE,
                    lang,
                    &[("key", &key.code()), ("measure", &measure.label(lang)), ("keys", &here.join(", "))],
                )
            }
            QueryError::UnknownValue { key, given, nearest } => match nearest {
                Some(nearest) => {
                    fill(t::UNKNOWN_VALUE_NEAR, lang, &[("given", given), ("key", &key.code()), ("nearest", nearest)])
                }
                None => fill(t::UNKNOWN_VALUE, lang, &[("given", given), ("key", &key.code())]),
            },
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
