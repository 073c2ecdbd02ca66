//! Looking up: everything that has the words, and people of nearly that name where nothing has.

use super::called::begins_word;
use super::entries::complete;
use crate::app::exchange::{Entry, LookedUp};
use crate::domain::field::person;
use crate::domain::text::{fold, plain_letters, sort_key};
use crate::domain::{Kind, Record, Ref};
use crate::facts::Facts;
use crate::store::{Error, Store};
use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};

/// How much is looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extent {
    /// What a box on the screen shows, found as quickly in a log of any size.
    Box,
    /// All there is, for a command and what reads its output.
    Everything,
}

impl Extent {
    /// More than any log holds, and no more than the store can be asked for.
    const ALL: usize = i64::MAX as usize;

    fn of(self, some: usize) -> usize {
        if self == Extent::Box { some } else { Extent::ALL }
    }

    /// So many records of each kind are found for each reading.
    pub fn each(self) -> usize {
        self.of(20)
    }
}

/// A name is told by so many letters, so that the first letter typed does not bring everything of everybody.
const NAME: usize = 2;

/// The records of so many people of a name are looked through, so many of each, the newest.
const PEOPLE: usize = 5;
const RECENT: usize = 50;

/// So many people of nearly that name are offered.
const OFFERED: usize = 5;

/// The records that have the words, in any of the ways to read them.
///
/// # Errors
/// Those of the store.
pub fn look_up(store: &Store, readings: &[String], extent: Extent) -> Result<LookedUp, Error> {
    let mut found = store.look_up(readings, extent.each())?;
    if let Some(typed) = readings.first() {
        found.extend(of_people(store, typed, &found, extent)?);
        let date = |record: &Record| Entry::alone(record.clone()).day();
        // A record named outright and people stand in front as they are.
        let ahead = found.iter().take_while(|record| record.kind == Kind::Person || is_outright(record, typed)).count();
        found[ahead..].sort_by_key(|record| (record.kind != Kind::Person, Reverse(date(record))));
    }
    let mut count: HashMap<Kind, usize> = HashMap::new();
    let most = extent.each().saturating_mul(readings.len());
    found.retain(|record| {
        let count = count.entry(record.kind).or_default();
        *count += 1;
        *count <= most
    });
    let more = count.values().any(|&count| count >= extent.each());
    Ok(LookedUp { found: complete(store, found)?, more, near: Vec::new() })
}

fn is_outright(record: &Record, typed: &str) -> bool {
    record.own_ref().is_some_and(|own| fold(own.as_str()) == fold(typed.trim()))
}

/// What belongs to people who are named by one of the words, and has the other words: contacts, referrals, follow-ups,
/// the newest, without what has been found already.
fn of_people(store: &Store, typed: &str, found: &[Record], extent: Extent) -> Result<Vec<Record>, Error> {
    let words: Vec<String> = typed.split_whitespace().map(sort_key).collect();
    let mut hers: Vec<Record> = Vec::new();
    for (place, word) in words.iter().enumerate().filter(|(_, word)| word.chars().count() >= NAME) {
        let rest = words.iter().enumerate().filter(|(other, _)| *other != place).map(|(_, word)| word);
        let rest: Vec<&String> = rest.collect();
        for person in store.people_with(word, extent.of(PEOPLE))?.iter().filter(|person| is_called(person, word)) {
            let Some(own) = person.own_ref() else { continue };
            let mut belonging: Vec<(Kind, Ref)> = store.referring(Kind::Person, own)?;
            belonging.retain(|(kind, _)| kind.person_field().is_some());
            for kind in [Kind::Contact, Kind::Referral, Kind::FollowUp] {
                let refs = belonging.iter().rev().filter(|(of, _)| *of == kind).map(|(_, own)| own.clone());
                // Without other words every one of them is found.
                let looked_at = if rest.is_empty() { extent.each() } else { extent.of(RECENT) };
                let refs: Vec<Ref> = refs.take(looked_at).collect();
                let records = store.fetch(kind, &refs)?.into_iter();
                let has_rest = |record: &Record| {
                    let said = sort_key(&record.texts().join(" "));
                    rest.iter().all(|word| begins_word(&said, word))
                };
                hers.extend(records.filter(has_rest).take(extent.each()));
            }
        }
    }
    let mut seen: HashSet<(Kind, Ref)> =
        found.iter().filter_map(|record| Some((record.kind, record.own_ref()?.clone()))).collect();
    hers.retain(|record| record.own_ref().is_some_and(|own| seen.insert((record.kind, own.clone()))));
    Ok(hers)
}

/// Whether a word of a person's alias or further names begins so.
fn is_called(person: &Record, word: &str) -> bool {
    let names = [person::ALIAS, person::AKA].map(|field| person.values.get(field).map(ToString::to_string));
    begins_word(&sort_key(&names.into_iter().flatten().collect::<Vec<_>>().join(" ")), word)
}

/// The people whose alias or further name is nearly what was typed, diacritics apart, the nearest first.
///
/// # Errors
/// Those of the store.
pub fn near(store: &Store, facts: &Facts, typed: &str) -> Result<Vec<Entry>, Error> {
    let typed: Vec<char> = plain_letters(typed.trim()).collect();
    // One slip in a short name, two in a longer one; of one or two letters every name would be near.
    let slips = match typed.len() {
        0..=2 => return Ok(Vec::new()),
        3..=7 => 1,
        _ => 2,
    };
    let word: String = typed.iter().collect();
    let people = &facts.people;
    let mut near: Vec<(usize, Ref)> = Vec::new();
    for row in people.live() {
        let distance = |name: &str| {
            let name: String = plain_letters(name).collect();
            let is_as_long = name.chars().count().abs_diff(typed.len()) <= slips;
            is_as_long.then(|| strsim::osa_distance(&word, &name)).filter(|&distance| distance <= slips)
        };
        near.extend(people.names(row).filter_map(distance).min().map(|distance| (distance, people.own(row))));
    }
    near.sort_unstable();
    let refs: Vec<Ref> = near.into_iter().take(OFFERED).map(|(_, own)| own).collect();
    Ok(store.fetch(Kind::Person, &refs)?.into_iter().map(Entry::alone).collect())
}
