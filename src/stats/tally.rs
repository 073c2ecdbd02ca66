//! What is added up in one number of a table.

use super::scope::Scope;
use crate::facts::NONE;
use crate::query::Measure;
use roaring::RoaringBitmap;
use std::collections::HashMap;

/// A running count of one cell or total. Totals are counted, never summed from cells.
#[derive(Clone)]
pub(super) enum Tally {
    Rows(u64),
    /// Meetings by their head, people by their group.
    Distinct(RoaringBitmap),
    /// Minutes: the longest of each meeting's contacts; `NONE` where none has any.
    Longest(HashMap<u32, u32>),
    /// Audience, and how many activities lack one.
    Sum {
        sum: u64,
        without: u64,
    },
}

impl Tally {
    pub fn of(measure: Measure) -> Tally {
        match measure {
            Measure::Meetings | Measure::Persons | Measure::ReferredPersons => Tally::Distinct(RoaringBitmap::new()),
            Measure::Minutes => Tally::Longest(HashMap::new()),
            Measure::Audience => Tally::Sum { sum: 0, without: 0 },
            _ => Tally::Rows(0),
        }
    }

    pub fn add(&mut self, scope: &Scope, row: usize) {
        let facts = scope.facts;
        match self {
            Tally::Rows(count) => *count += 1,
            Tally::Distinct(seen) => _ = seen.insert(unit(scope, row)),
            Tally::Longest(longest) => {
                let minutes = facts.contacts.minutes[row];
                let known = longest.entry(facts.contacts.head(row as u32)).or_insert(NONE);
                if minutes != NONE && (*known == NONE || minutes > *known) {
                    *known = minutes;
                }
            }
            Tally::Sum { sum, without } => match facts.activities.audience[row] {
                NONE => *without += 1,
                audience => *sum += u64::from(audience),
            },
        }
    }

    pub fn value(&self) -> u64 {
        match self {
            Tally::Rows(count) => *count,
            Tally::Distinct(seen) => seen.len(),
            Tally::Longest(longest) => longest.values().filter(|&&m| m != NONE).map(|&m| u64::from(m)).sum(),
            Tally::Sum { sum, .. } => *sum,
        }
    }

    /// How many of what was added up lack a value.
    pub fn without_value(&self) -> u64 {
        match self {
            Tally::Longest(longest) => longest.values().filter(|&&m| m == NONE).count() as u64,
            Tally::Sum { without, .. } => *without,
            Tally::Rows(_) | Tally::Distinct(_) => 0,
        }
    }
}

/// The row that stands for what is counted: the meeting's head, the person's group, else the record itself.
pub(super) fn unit(scope: &Scope, row: usize) -> u32 {
    match scope.measure {
        Measure::Meetings | Measure::Minutes => scope.facts.contacts.head(row as u32),
        Measure::Persons | Measure::ReferredPersons => scope.facts.history().group(scope.person(row)),
        _ => row as u32,
    }
}
