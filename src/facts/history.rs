//! What follows from several records: who is one person, which contacts are one meeting, what came before what.

use super::columns::{Contacts, NONE, People};
use chrono::{Months, NaiveDate};
use std::collections::HashMap;

/// Worked out from people, their `same` relations and contacts.
#[derive(Clone, Debug, Default)]
pub struct History {
    /// By person row: the row of the person with the lowest ref among those joined.
    group: Vec<u32>,
    /// By contact row: the row of the contact that stands for its meeting.
    head: Vec<u32>,
    /// Contact rows with a person, by person and then by time (later time wins, none is earliest, then the higher ref).
    contacts: Vec<u32>,
    /// By group: its part of `contacts`.
    parts: HashMap<u32, (u32, u32)>,
    /// By contact row: an offer stands on this or on an earlier contact of the person.
    offered: Vec<bool>,
}

/// Whether a person is new in a period (contract section 5).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Newness {
    New,
    Returning,
    Continuing,
}

/// Codes of the list `offer` that stand for an offer made; they are the list's first three.
const OFFER_MADE: std::ops::RangeInclusive<u32> = 1..=3;

impl History {
    pub(super) fn of(people: &People, contacts: &Contacts, same: impl Iterator<Item = (u32, u32)>) -> History {
        let group = groups(people, same);
        let head = (0..contacts.refs.len() as u32).map(|row| head_of(row, contacts)).collect();
        let mut rows: Vec<u32> =
            contacts.live().filter(|&row| contacts.person[row] != NONE).map(|row| row as u32).collect();
        let of_person = |row: u32| group[contacts.person[row as usize] as usize];
        rows.sort_unstable_by(|&a, &b| {
            let key = |row: u32| (of_person(row), contacts.day[row as usize], contacts.minute_of_day[row as usize]);
            key(a).cmp(&key(b)).then_with(|| contacts.refs[a as usize].cmp(&contacts.refs[b as usize]))
        });
        let mut parts = HashMap::new();
        let mut offered: Vec<bool> = contacts.offer.iter().map(|offer| OFFER_MADE.contains(offer)).collect();
        let mut start = 0;
        for part in rows.chunk_by(|&a, &b| of_person(a) == of_person(b)) {
            parts.insert(of_person(part[0]), (start, start + part.len() as u32));
            start += part.len() as u32;
            let mut any = false;
            for &row in part {
                any |= offered[row as usize];
                offered[row as usize] = any;
            }
        }
        History { group, head, contacts: rows, parts, offered }
    }

    /// The row that stands for a person and all who are joined with her.
    pub fn group(&self, person: u32) -> u32 {
        self.group.get(person as usize).copied().unwrap_or(person)
    }

    /// The contact that stands for the meeting of a contact.
    pub fn head(&self, contact: u32) -> u32 {
        self.head.get(contact as usize).copied().unwrap_or(contact)
    }

    /// Whether an offer stands on this or on an earlier contact of the person.
    pub fn offered(&self, contact: u32) -> bool {
        self.offered.get(contact as usize).copied().unwrap_or(false)
    }

    /// All contacts of a person and those joined with her, reached or not, oldest first.
    pub fn contacts_of(&self, person: u32) -> &[u32] {
        let part = self.parts.get(&self.group(person));
        part.and_then(|&(from, to)| self.contacts.get(from as usize..to as usize)).unwrap_or(&[])
    }

    /// The person's latest contact, reached or not, on or before a day.
    pub fn latest_by(&self, person: u32, day: i32, contacts: &Contacts) -> Option<u32> {
        let all = self.contacts_of(person);
        let until = all.partition_point(|&row| contacts.day[row as usize] <= day);
        until.checked_sub(1).map(|last| all[last])
    }

    /// Whether a person is new, returning or continuing in a period; `None` if she was not reached in it. Without a
    /// start everyone is new.
    pub fn newness(
        &self,
        person: u32,
        from: Option<i32>,
        to: Option<i32>,
        after_months: u32,
        contacts: &Contacts,
    ) -> Option<Newness> {
        let reached = || self.contacts_of(person).iter().map(|&r| r as usize).filter(|&r| contacts.reached[r]);
        let in_period = |day: i32| from.is_none_or(|from| from <= day) && to.is_none_or(|to| day <= to);
        let first = reached().map(|row| contacts.day[row]).find(|&day| in_period(day))?;
        let before = from.and_then(|from| reached().map(|row| contacts.day[row]).take_while(|&day| day < from).last());
        let Some(before) = before else { return Some(Newness::New) };
        let until = date(before)?.checked_add_months(Months::new(after_months))?;
        Some(if date(first)? > until { Newness::Returning } else { Newness::Continuing })
    }
}

/// The date of a day number.
fn date(day: i32) -> Option<NaiveDate> {
    NaiveDate::from_num_days_from_ce_opt(day)
}

fn groups(people: &People, same: impl Iterator<Item = (u32, u32)>) -> Vec<u32> {
    let mut group: Vec<u32> = (0..people.refs.len() as u32).collect();
    fn root(group: &mut [u32], mut row: u32) -> u32 {
        while group[row as usize] != row {
            let parent = group[row as usize];
            group[row as usize] = group[parent as usize];
            row = parent;
        }
        row
    }
    for (a, b) in same {
        let (a, b) = (root(&mut group, a), root(&mut group, b));
        let (low, high) = if people.refs[a as usize] <= people.refs[b as usize] { (a, b) } else { (b, a) };
        group[high as usize] = low;
    }
    (0..group.len() as u32).map(|row| root(&mut group, row)).collect()
}

/// Follows "same meeting as" to its end. In a ring, which only a damaged log has, the row itself.
fn head_of(row: u32, contacts: &Contacts) -> u32 {
    let mut head = row;
    for _ in 0..contacts.refs.len() {
        match contacts.meeting[head as usize] {
            next if next == NONE || next == head => return head,
            next => head = next,
        }
    }
    row
}

impl Newness {
    /// The place in `query::key::NEWNESS`, from 1.
    pub fn code(self) -> u32 {
        match self {
            Newness::New => 1,
            Newness::Returning => 2,
            Newness::Continuing => 3,
        }
    }
}
