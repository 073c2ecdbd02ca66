//! The rows of a list: by its question, its words and its order.

use super::log::Log;
use super::{order, today};
use crate::app::exchange::{ListQuestion, Listing, Row, Scope};
use crate::domain::text::{fold, sort_key};
use crate::domain::{Kind, Lang, Ref, Shown};
use crate::facts::{Facts, NONE};
use crate::query::{Measure, Period, Question, Words};
use crate::stats;
use crate::stats::sheet::{Lead, lead_rows};
use crate::store::Error;
use std::collections::HashSet;

/// The code of a person with protected identity: the first of `query::key::FLAGS`, counted from 1.
const PROTECTED: u32 = 1;

/// Answers a list; the place of one record in it, if that is wanted.
///
/// # Errors
/// Those of the store.
pub fn list(log: &Log, asked: &ListQuestion, wanted: Option<&Ref>, lang: Lang) -> Result<Listing, Error> {
    let (question, kind) = (&asked.question, asked.question.measure.kind());
    let (rows, all) = match &asked.scope {
        Scope::Whole => (whole(log, question)?, log.facts.rows(kind).count()),
        scope => {
            let rows = match scope {
                Scope::Part(part) => behind(log, &Lead { question: question.clone(), part: Some(*part) })?,
                Scope::Except(both) => {
                    let without: HashSet<u32> = behind(log, &both.1)?.into_iter().collect();
                    behind(log, &both.0)?.into_iter().filter(|row| !without.contains(row)).collect()
                }
                Scope::Waiting(section) => rows(&log.facts, kind, today::refs(log, *section)?),
                Scope::Whole | Scope::Counted => counted(log, question)?,
            };
            let count = rows.len();
            (rows, count)
        }
    };
    let found = find(log, kind, rows, &asked.find)?;
    let filter = filter_in_words(log, question, lang);
    let rows = order::ordered(log, kind, asked.order, found, lang)?;
    let wanted = wanted.and_then(|own| log.facts.rows(kind).row(own));
    let at = wanted.and_then(|wanted| rows.iter().position(|&row| row == wanted));
    Ok(Listing { rows: rows.into_iter().map(Row).collect(), at, all, filter })
}

/// A question's filter in words; nothing where it has none.
pub fn filter_in_words(log: &Log, question: &Question, lang: Lang) -> Shown {
    match question.filter.is_empty() {
        true => Shown::default(),
        false => Shown::line(question.filter.in_words(question.measure, &log.facts, lang)),
    }
}

/// The rows of the records that a question counts.
pub fn counted(log: &Log, question: &Question) -> Result<Vec<u32>, Error> {
    Ok(stats::rows(&log.facts, question, &words(log, question)?))
}

/// The rows of the records behind a number.
fn behind(log: &Log, lead: &Lead) -> Result<Vec<u32>, Error> {
    Ok(lead_rows(&log.facts, lead, &words(log, &lead.question)?))
}

/// The words of a question's filter, looked up.
pub fn words(log: &Log, question: &Question) -> Result<Words, Error> {
    Words::look_up(&question.filter, question.measure.source(), |kind, word| log.store.matching(kind, word))
}

/// Everything of the kind that fits: attempts beside contacts, and people whom nobody has met.
fn whole(log: &Log, question: &Question) -> Result<Vec<u32>, Error> {
    let (words, facts) = (words(log, question)?, &log.facts);
    if question.measure == Measure::Contacts {
        let attempts = Question { measure: Measure::Attempts, ..question.clone() };
        let mut rows = stats::rows(facts, question, &words);
        rows.extend(stats::rows(facts, &attempts, &words));
        rows.sort_by(|&a, &b| facts.contacts.by_time(a, b));
        return Ok(rows);
    }
    let period = Some(question.period).filter(|period| *period != Period::ALL);
    let filter = Some(question.filter.clone()).filter(|filter| !filter.is_empty());
    Ok(stats::listed(facts, question.measure, period, filter, &words))
}

/// Those that have every word: in their text, their person's or organisation's, or as the beginning of their ref.
fn find(log: &Log, kind: Kind, mut left: Vec<u32>, text: &str) -> Result<Vec<u32>, Error> {
    let facts = &log.facts;
    for word in text.split_whitespace() {
        let set = |kind: Kind, refs: Vec<Ref>| rows(facts, kind, refs).into_iter().collect::<HashSet<u32>>();
        let own = set(kind, named(log, kind, word)?);
        let people = set(Kind::Person, named(log, Kind::Person, word)?);
        let organisations = match kind {
            Kind::Referral => set(Kind::Organisation, log.store.matching(Kind::Organisation, word)?),
            _ => HashSet::new(),
        };
        let folded = fold(word);
        left.retain(|&row| {
            own.contains(&row)
                || fold(facts.rows(kind).text(row as usize)).starts_with(&folded)
                || person_row(facts, kind, row as usize).is_some_and(|row| people.contains(&row))
                || organisation_row(facts, kind, row as usize).is_some_and(|row| organisations.contains(&row))
        });
    }
    Ok(left)
}

/// The rows that have those refs.
pub fn rows(facts: &Facts, kind: Kind, refs: Vec<Ref>) -> Vec<u32> {
    refs.iter().filter_map(|own| facts.rows(kind).row(own)).collect()
}

/// The records of a kind with a word in their text. A protected person is found only by what is not hidden.
pub fn named(log: &Log, kind: Kind, word: &str) -> Result<Vec<Ref>, Error> {
    let mut refs = log.store.matching(kind, word)?;
    if kind == Kind::Person {
        let hidden = protected(&log.facts, &refs);
        if !hidden.is_empty() {
            let folded = sort_key(word);
            let open = log.store.fetch(kind, &hidden)?.into_iter().filter(|record| {
                let fields = record.kind.fields().iter().zip(&record.values);
                let mut texts =
                    fields.filter(|(field, _)| field.text && !field.sensitive).map(|(_, value)| value.to_string());
                texts.any(|text| words_of(&text).any(|known| sort_key(known).starts_with(&folded)))
            });
            let open: HashSet<Ref> = open.filter_map(|record| record.own_ref().cloned()).collect();
            refs.retain(|own| !hidden.contains(own) || open.contains(own));
        }
    }
    Ok(refs)
}

fn words_of(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric()).chain(std::iter::once(text))
}

fn protected(facts: &Facts, refs: &[Ref]) -> Vec<Ref> {
    refs.iter().filter(|own| is_protected(facts, own)).cloned().collect()
}

/// Whether a person's identity is protected.
pub fn is_protected(facts: &Facts, own: &Ref) -> bool {
    facts.people.row(own).is_some_and(|row| facts.people.protected.get(row as usize) == PROTECTED)
}

fn person_row(facts: &Facts, kind: Kind, row: usize) -> Option<u32> {
    let person = match kind {
        Kind::Contact => facts.contacts.person.get(row),
        Kind::Referral => facts.referrals.person.get(row),
        Kind::FollowUp => facts.follow_ups.person.get(row),
        _ => None,
    };
    person.copied().filter(|&person| person != NONE)
}

fn organisation_row(facts: &Facts, kind: Kind, row: usize) -> Option<u32> {
    let organisations = Some(&facts.referrals.organisation).filter(|_| kind == Kind::Referral)?;
    organisations.get(row).copied().filter(|&organisation| organisation != NONE)
}
