//! Looking up with terms of the filter language (contract section 4): `role:victim anna`. Each kind that has the keys is
//! listed by the terms, and found in by the words, as the pane of the kind finds.

use super::entries::at;
use super::listing::list;
use super::log::Log;
use super::look_up::Extent;
use crate::app::exchange::{ListQuestion, LookedUp, Order, Row, Scope};
use crate::domain::{Kind, Lang};
use crate::facts::Facts;
use crate::query::{Filter, Key, Measure, Period, QueryError, Question, Term, Test};
use crate::store::{Error, Store};
use chrono::NaiveDate;
use std::cmp::Reverse;

/// What is listed, people first; contacts are those of everybody, attempts too.
const LISTED: [Measure; 7] = [
    Measure::Persons,
    Measure::Contacts,
    Measure::Referrals,
    Measure::FollowUps,
    Measure::Activities,
    Measure::Matters,
    Measure::Organisations,
];

/// Why nothing could be looked up.
#[derive(Debug)]
pub enum FindError {
    Query(QueryError),
    Store(Error),
}

impl From<Error> for FindError {
    fn from(error: Error) -> FindError {
        FindError::Store(error)
    }
}

/// Whether what is typed has a term of the filter language: a key of letters, a colon; or the complement of a word. A time
/// of day has none, nor `-2d`, which is a day.
pub fn has_terms(typed: &str) -> bool {
    typed.split_whitespace().any(|word| {
        let after_sign = word.strip_prefix('-');
        let key = after_sign.unwrap_or(word).split_once(':').map_or("", |(key, _)| key);
        let is_key = !key.is_empty() && key.chars().all(|c| c.is_alphabetic() || c == '_');
        is_key || after_sign.is_some_and(|word| word.starts_with(|c: char| c.is_alphabetic() || c == '"'))
    })
}

/// The records that the terms hold of and that have the words, people first, then the newest.
///
/// # Errors
/// A key or value that there is not, with the nearest right one; those of the store.
pub fn find(log: &Log, typed: &str, extent: Extent, lang: Lang) -> Result<LookedUp, FindError> {
    let read = LISTED.map(|measure| (measure, Filter::parse(typed, measure, &log.facts)));
    let mut found = LookedUp::default();
    let mut faults = Vec::new();
    let mut is_read = false;
    for (measure, filter) in read {
        match filter {
            Err(fault) => faults.push(fault),
            Ok(filter) => {
                is_read = true;
                let rows = listed(log, measure, &filter, lang)?;
                let shown = rows.len().min(extent.each());
                found.more |= rows.len() > shown;
                found.found.extend(at(log, measure.kind(), &rows[..shown])?.into_iter().map(|(_, entry)| entry));
            }
        }
    }
    match QueryError::telling(faults) {
        Some(fault) if !is_read => Err(FindError::Query(fault)),
        _ => {
            found.found.sort_by_key(|entry| (entry.record.kind != Kind::Person, Reverse(entry.day())));
            Ok(found)
        }
    }
}

/// The records of a kind that fit.
fn listed(log: &Log, measure: Measure, filter: &Filter, lang: Lang) -> Result<Vec<Row>, Error> {
    let (words, filter) = apart(filter);
    let kind = measure.kind();
    let question = Question::count(measure, Period::ALL, filter);
    let asked = ListQuestion { question, scope: Scope::Whole, find: words, order: Order::usual(kind) };
    Ok(list(log, &asked, None, lang)?.rows)
}

/// The words of a filter, which may stand in the name of the record's person too, and its other terms.
fn apart(filter: &Filter) -> (String, Filter) {
    let word = |term: &Term| match term.tests.as_slice() {
        [Test::Words(word)] if term.key == Key::Text && !term.negated => Some(word.clone()),
        _ => None,
    };
    let words: Vec<String> = filter.terms().iter().filter_map(word).collect();
    let rest = filter.terms().iter().filter(|term| word(term).is_none());
    (words.join(" "), rest.cloned().fold(Filter::default(), Filter::and))
}

/// The same in a store that no screen has open: everything.
///
/// # Errors
/// Those of `find`.
pub fn find_in(store: Store, facts: Facts, today: NaiveDate, typed: &str, lang: Lang) -> Result<LookedUp, FindError> {
    find(&Log::new(store, facts, today), typed, Extent::Everything, lang)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_term_is_told_from_words_and_times() {
        for typed in ["role:victim", "anna role:victim", "-offer:made", "role:", "kön:kvinna", "anna -karin"] {
            assert!(has_terms(typed), "{typed}");
        }
        for typed in ["14:20", "anna", "http//x", ":", "a-b:c", "-2d", "anna - karin", "anna-karin", ""] {
            assert!(!has_terms(typed), "{typed}");
        }
    }
}
