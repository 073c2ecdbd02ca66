//! What follows from several records: who is one person, and what came before what.

use super::columns::{Contacts, NONE, People};
use chrono::{Months, NaiveDate};
use std::cmp::Ordering;

/// Worked out from people, their `same` relations and contacts; kept up with every change.
#[derive(Clone, Debug, Default)]
pub struct History {
    /// By person row: the row of the person with the lowest ref among those joined.
    group: Vec<u32>,
    /// By that row: the contacts of all who are joined, by time (later time wins, none is earliest, then the higher
    /// ref).
    contacts: Vec<Vec<u32>>,
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
        let mut history = History { contacts: vec![Vec::new(); group.len()], group, offered: Vec::new() };
        history.offered = contacts.offer.iter().map(|offer| OFFER_MADE.contains(offer)).collect();
        for row in contacts.live().filter(|&row| contacts.person[row] != NONE) {
            let group = history.group(contacts.person[row]);
            history.contacts[group as usize].push(row as u32);
        }
        for group in 0..history.contacts.len() {
            history.contacts[group].sort_unstable_by(|&a, &b| by_time(contacts, a, b));
            history.mark_offered(group, contacts);
        }
        history
    }

    /// Takes a contact out of its person's history, before it is changed or removed.
    pub(super) fn take_out(&mut self, contact: u32, contacts: &Contacts) {
        let person = contacts.person[contact as usize];
        if person == NONE || !contacts.live[contact as usize] {
            return;
        }
        let group = self.group(person) as usize;
        if let Some(history) = self.contacts.get_mut(group) {
            history.retain(|&row| row != contact);
            self.mark_offered(group, contacts);
        }
    }

    /// Puts a contact, new or changed, into its person's history.
    pub(super) fn put_in(&mut self, contact: u32, people: &People, contacts: &Contacts) {
        self.group.extend(self.group.len() as u32..people.refs.len() as u32);
        self.contacts.resize(self.group.len(), Vec::new());
        self.offered.resize(contacts.refs.len(), false);
        self.offered[contact as usize] = OFFER_MADE.contains(&contacts.offer[contact as usize]);
        let person = contacts.person[contact as usize];
        if person == NONE {
            return;
        }
        let group = self.group(person) as usize;
        let history = &mut self.contacts[group];
        let place = history.partition_point(|&row| by_time(contacts, row, contact).is_lt());
        history.insert(place, contact);
        self.mark_offered(group, contacts);
    }

    fn mark_offered(&mut self, group: usize, contacts: &Contacts) {
        let mut any = false;
        for &row in &self.contacts[group] {
            any |= OFFER_MADE.contains(&contacts.offer[row as usize]);
            self.offered[row as usize] = any;
        }
    }

    /// The row that stands for a person and all who are joined with her.
    pub fn group(&self, person: u32) -> u32 {
        self.group.get(person as usize).copied().unwrap_or(person)
    }

    /// Whether an offer stands on this or on an earlier contact of the person.
    pub fn offered(&self, contact: u32) -> bool {
        self.offered.get(contact as usize).copied().unwrap_or(false)
    }

    /// All contacts of a person and those joined with her, reached or not, oldest first.
    pub fn contacts_of(&self, person: u32) -> &[u32] {
        self.contacts.get(self.group(person) as usize).map_or(&[], Vec::as_slice)
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

fn by_time(contacts: &Contacts, a: u32, b: u32) -> Ordering {
    let key = |row: u32| (contacts.day[row as usize], contacts.minute_of_day[row as usize]);
    key(a).cmp(&key(b)).then_with(|| contacts.refs[a as usize].cmp(&contacts.refs[b as usize]))
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
