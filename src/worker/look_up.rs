//! Looking up: everything that has the words, and people of nearly that name where nothing has.

use super::entries::complete;
use crate::app::exchange::{Entry, LookedUp};
use crate::domain::text::plain_letters;
use crate::domain::{Kind, Ref};
use crate::facts::Facts;
use crate::store::{Error, Store};
use std::collections::HashMap;

/// So many records of each kind are shown for each reading.
const SHOWN: usize = 20;

/// So many people of nearly that name are offered.
const OFFERED: usize = 5;

/// The records that have the words, in any of the ways to read them.
///
/// # Errors
/// Those of the store.
pub fn look_up(store: &Store, readings: &[String]) -> Result<LookedUp, Error> {
    let found = store.look_up(readings, SHOWN)?;
    let mut count: HashMap<Kind, usize> = HashMap::new();
    found.iter().for_each(|record| *count.entry(record.kind).or_default() += 1);
    let more = count.values().any(|&count| count >= SHOWN);
    Ok(LookedUp { found: complete(store, found)?, more, near: Vec::new() })
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
        let further = people.aka.get(row).into_iter().flatten().map(|name| &**name);
        let names = people.alias.get(row).map(|alias| &**alias).into_iter().chain(further);
        let distance = |name: &str| {
            let name: String = plain_letters(name).collect();
            let is_as_long = name.chars().count().abs_diff(typed.len()) <= slips;
            is_as_long.then(|| strsim::osa_distance(&word, &name)).filter(|&distance| distance <= slips)
        };
        near.extend(names.filter_map(distance).min().map(|distance| (distance, people.own(row))));
    }
    near.sort_unstable();
    let refs: Vec<Ref> = near.into_iter().take(OFFERED).map(|(_, own)| own).collect();
    Ok(store.fetch(Kind::Person, &refs)?.into_iter().map(Entry::alone).collect())
}
