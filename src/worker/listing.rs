//! The refs of a list: by its question, its words and its order.

use super::log::Log;
use super::{order, today};
use crate::app::exchange::{ListQuestion, Listing, Scope};
use crate::domain::text::{fold, sort_key};
use crate::domain::{Kind, Lang, Ref, Shown};
use crate::facts::{Facts, NONE};
use crate::query::{Measure, Period, Question, Words};
use crate::stats;
use crate::stats::sheet::{Lead, lead_records};
use crate::store::Error;
use std::collections::HashSet;

/// The code of a person with protected identity: the first of `query::key::FLAGS`, counted from 1.
const PROTECTED: u32 = 1;

/// Answers a list.
///
/// # Errors
/// Those of the store.
pub fn list(log: &Log, asked: &ListQuestion, lang: Lang) -> Result<Listing, Error> {
    let question = &asked.question;
    let (refs, all) = match &asked.scope {
        Scope::Whole => (whole(log, question)?, log.facts.rows(question.measure.kind()).live().count()),
        Scope::Counted => {
            let refs = counted(log, question)?;
            let count = refs.len();
            (refs, count)
        }
        Scope::Part(part) => {
            let lead = Lead { question: question.clone(), part: Some(*part) };
            let refs = behind(log, &lead)?;
            let count = refs.len();
            (refs, count)
        }
        Scope::Except(both) => {
            let without: HashSet<Ref> = behind(log, &both.1)?.into_iter().collect();
            let refs: Vec<Ref> = behind(log, &both.0)?.into_iter().filter(|own| !without.contains(own)).collect();
            let count = refs.len();
            (refs, count)
        }
        Scope::Waiting(section) => {
            let refs = today::refs(log, *section)?;
            let count = refs.len();
            (refs, count)
        }
    };
    let found = find(log, question.measure.kind(), refs, &asked.find)?;
    let filter = match question.filter.is_empty() {
        true => Shown::default(),
        false => Shown::line(question.filter.in_words(question.measure, &log.facts, lang)),
    };
    let refs = order::ordered(log, question.measure.kind(), asked.order, found, lang)?;
    Ok(Listing { refs, all, filter })
}

/// The records that a question counts.
pub fn counted(log: &Log, question: &Question) -> Result<Vec<Ref>, Error> {
    Ok(stats::records(&log.facts, question, &words(log, question)?))
}

/// The records behind a number.
fn behind(log: &Log, lead: &Lead) -> Result<Vec<Ref>, Error> {
    Ok(lead_records(&log.facts, lead, &words(log, &lead.question)?))
}

/// The words of a question's filter, looked up.
pub fn words(log: &Log, question: &Question) -> Result<Words, Error> {
    Words::look_up(&question.filter, question.measure.source(), |kind, word| log.store.matching(kind, word))
}

/// Everything of the kind that fits: attempts beside contacts, and people whom nobody has met.
fn whole(log: &Log, question: &Question) -> Result<Vec<Ref>, Error> {
    let (words, facts) = (words(log, question)?, &log.facts);
    if question.measure == Measure::Contacts {
        let attempts = Question { measure: Measure::Attempts, ..question.clone() };
        let mut rows = stats::rows(facts, question, &words);
        rows.extend(stats::rows(facts, &attempts, &words));
        rows.sort_by(|&a, &b| facts.contacts.by_time(a, b));
        return Ok(rows.into_iter().map(|row| facts.contacts.own(row as usize)).collect());
    }
    let period = Some(question.period).filter(|period| *period != Period::ALL);
    let filter = Some(question.filter.clone()).filter(|filter| !filter.is_empty());
    Ok(stats::list(facts, question.measure, period, filter, &words))
}

/// Those that have every word: in their text, their person's or organisation's, or as the beginning of their ref.
fn find(log: &Log, kind: Kind, refs: Vec<Ref>, text: &str) -> Result<Vec<Ref>, Error> {
    let mut left = refs;
    for word in text.split_whitespace() {
        let own: HashSet<Ref> = named(log, kind, word)?.into_iter().collect();
        let people: HashSet<u32> = rows(&log.facts, Kind::Person, named(log, Kind::Person, word)?);
        let organisations: HashSet<u32> = match kind {
            Kind::Referral => rows(&log.facts, Kind::Organisation, log.store.matching(Kind::Organisation, word)?),
            _ => HashSet::new(),
        };
        let folded = fold(word);
        left.retain(|found| {
            own.contains(found)
                || fold(found.as_str()).starts_with(&folded)
                || person_row(&log.facts, kind, found).is_some_and(|row| people.contains(&row))
                || organisation_row(&log.facts, kind, found).is_some_and(|row| organisations.contains(&row))
        });
    }
    Ok(left)
}

fn rows(facts: &Facts, kind: Kind, refs: Vec<Ref>) -> HashSet<u32> {
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

fn person_row(facts: &Facts, kind: Kind, own: &Ref) -> Option<u32> {
    let row = facts.rows(kind).row(own)? as usize;
    let person = match kind {
        Kind::Contact => facts.contacts.person.get(row),
        Kind::Referral => facts.referrals.person.get(row),
        Kind::FollowUp => facts.follow_ups.person.get(row),
        _ => None,
    };
    person.copied().filter(|&person| person != NONE)
}

fn organisation_row(facts: &Facts, kind: Kind, own: &Ref) -> Option<u32> {
    let row = facts.rows(kind).row(own).filter(|_| kind == Kind::Referral)? as usize;
    facts.referrals.organisation.get(row).copied().filter(|&organisation| organisation != NONE)
}
