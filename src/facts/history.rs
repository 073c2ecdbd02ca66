//! What follows from several records: who is one person, and what came before what.

use super::codes::{Code, Codes};
use super::columns::{Contacts, NONE, People};
use crate::domain::Birth;
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
    /// Those of whom another stands in `group`, with that other.
    joined: Vec<(u32, u32)>,
    /// By contact row: 1 if an offer stands on this or on an earlier contact of the person, else 2.
    offered: Codes,
    /// By contact row: the person's age that day (`age_code`).
    ages: Codes,
    /// By contact row: the day on which the person was reached the last time before; see `earlier`.
    earlier: Vec<i32>,
}

/// Nobody was reached before.
const NEVER: i32 = i32::MIN;

/// Somebody was reached, and nobody knows who.
pub const NOBODY: i32 = i32::MAX - 1;

/// Nobody was reached.
const NOT_REACHED: i32 = i32::MAX;

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
        let joined =
            group.iter().copied().zip(0..).filter(|(group, row)| group != row).map(|(group, row)| (row, group));
        let mut history = History {
            contacts: vec![Vec::new(); group.len()],
            joined: joined.collect(),
            offered: (0..contacts.len()).map(|row| offered(OFFER_MADE.contains(&contacts.offer.get(row)))).collect(),
            ages: (0..contacts.len()).map(|row| age_of(row, people, contacts)).collect(),
            earlier: (0..contacts.len()).map(|row| without_person(row, contacts)).collect(),
            group,
        };
        for row in contacts.live().filter(|&row| contacts.person[row] != NONE) {
            let group = history.group(contacts.person[row]);
            history.contacts[group as usize].push(row as u32);
        }
        for group in 0..history.contacts.len() {
            history.contacts[group].sort_unstable_by(|&a, &b| contacts.by_time(a, b));
            history.mark(group, contacts);
        }
        history
    }

    /// Takes a contact out of its person's history, before it is changed or removed. One that was only named so far
    /// stands in none.
    pub(super) fn take_out(&mut self, contact: u32, contacts: &Contacts) {
        let Some(earlier) = self.earlier.get_mut(contact as usize) else { return };
        *earlier = NOT_REACHED;
        let person = contacts.person[contact as usize];
        if person == NONE || !contacts.is_live(contact as usize) {
            return;
        }
        let group = self.group(person) as usize;
        if let Some(history) = self.contacts.get_mut(group) {
            history.retain(|&row| row != contact);
            self.mark(group, contacts);
        }
    }

    /// Puts a contact, new or changed, into its person's history.
    pub(super) fn put_in(&mut self, contact: u32, people: &People, contacts: &Contacts) {
        self.group.extend(self.group.len() as u32..people.len() as u32);
        self.contacts.resize(self.group.len(), Vec::new());
        while self.offered.len() < contacts.len() {
            self.offered.push(offered(false));
            self.ages.push(0);
            self.earlier.push(NOT_REACHED);
        }
        let row = contact as usize;
        self.offered.set(row, offered(OFFER_MADE.contains(&contacts.offer.get(row))));
        self.ages.set(row, age_of(row, people, contacts));
        self.earlier[row] = without_person(row, contacts);
        let person = contacts.person[row];
        if person == NONE {
            return;
        }
        let group = self.group(person) as usize;
        let history = &mut self.contacts[group];
        let place = history.partition_point(|&row| contacts.by_time(row, contact).is_lt());
        history.insert(place, contact);
        self.mark(group, contacts);
    }

    /// Works out a person's ages anew, whose birth may have changed.
    pub(super) fn set_ages(&mut self, person: u32, people: &People, contacts: &Contacts) {
        let History { group, contacts: histories, ages, .. } = self;
        let group = group.get(person as usize).copied().unwrap_or(person);
        for &row in histories.get(group as usize).into_iter().flatten() {
            ages.set(row as usize, age_of(row as usize, people, contacts));
        }
    }

    /// Works out what each of a person's contacts has before it.
    fn mark(&mut self, group: usize, contacts: &Contacts) {
        let (mut any, mut before) = (false, NEVER);
        for row in self.contacts[group].iter().map(|&row| row as usize) {
            any |= OFFER_MADE.contains(&contacts.offer.get(row));
            self.offered.set(row, offered(any));
            if contacts.is_reached(row) {
                self.earlier[row] = before;
                before = contacts.day[row];
            }
        }
    }

    /// The row that stands for a person and all who are joined with her.
    pub fn group(&self, person: u32) -> u32 {
        self.group.get(person as usize).copied().unwrap_or(person)
    }

    /// The rows of people for whom another row stands, with that row.
    pub fn joined(&self) -> &[(u32, u32)] {
        &self.joined
    }

    /// By contact row: 1 if an offer stands on this or on an earlier contact of the person, else 2.
    pub fn offered(&self) -> &Codes {
        &self.offered
    }

    /// By contact row: the person's age that day; see `ages_of_code`.
    pub fn ages(&self) -> &Codes {
        &self.ages
    }

    /// By contact row: the day on which the person, or one joined with her, was reached the last time before. It lies
    /// before every day if that never was, and after every day if nobody was reached now; `NOBODY` if the contact
    /// names nobody. So the contacts of a span of days that have an earlier day than its first are as many as the
    /// people reached in it.
    pub fn earlier(&self) -> &[i32] {
        &self.earlier
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
        let reached = || self.contacts_of(person).iter().map(|&r| r as usize).filter(|&r| contacts.is_reached(r));
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

/// The code of `OFFERED` in the query language: 1 for yes, 2 for no.
fn offered(is_offered: bool) -> Code {
    if is_offered { 1 } else { 2 }
}

/// What stands in `earlier` for a contact that names nobody, and at first for all.
fn without_person(contact: usize, contacts: &Contacts) -> i32 {
    let is_reached = contacts.is_live(contact) && contacts.is_reached(contact);
    if is_reached && contacts.person[contact] == NONE { NOBODY } else { NOT_REACHED }
}

fn age_of(contact: usize, people: &People, contacts: &Contacts) -> Code {
    match contacts.person[contact] {
        NONE => 0,
        person => age_code(people.birth.get(person as usize), contacts.day[contact]),
    }
}

/// The youngest and the oldest age that somebody born so may have had on a day, as one number; 0 if it is not known.
pub fn age_code(birth: Option<Birth>, day: i32) -> Code {
    let ages = birth.zip(date(day)).and_then(|(birth, day)| birth.ages_on(day));
    // The oldest is at most a year more: a birth is known at least to the year.
    ages.map_or(0, |(youngest, oldest)| 1 + 2 * Code::from(youngest) + Code::from(oldest > youngest))
}

/// The youngest and the oldest age that a number stands for.
pub fn ages_of_code(code: Code) -> Option<(u16, u16)> {
    let code = code.checked_sub(1)?;
    let youngest = (code / 2) as u16;
    Some((youngest, youngest + (code % 2) as u16))
}

fn groups(people: &People, same: impl Iterator<Item = (u32, u32)>) -> Vec<u32> {
    let mut group: Vec<u32> = (0..people.len() as u32).collect();
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
        let (low, high) = if people.text(a as usize) <= people.text(b as usize) { (a, b) } else { (b, a) };
        group[high as usize] = low;
    }
    (0..group.len() as u32).map(|row| root(&mut group, row)).collect()
}

impl Contacts {
    /// The order of contacts: later time wins, none is earliest, then the higher ref.
    pub fn by_time(&self, a: u32, b: u32) -> Ordering {
        let key = |row: u32| (self.day[row as usize], self.minute_of_day[row as usize]);
        key(a).cmp(&key(b)).then_with(|| self.text(a as usize).cmp(self.text(b as usize)))
    }
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

#[cfg(test)]
mod tests {
    use crate::domain::date::parse_date;
    use crate::domain::{Action, Change, Edit, Kind, Lists, Project, Record};
    use crate::facts::Facts;

    #[test]
    fn a_contact_that_was_named_before_it_came_is_put_in_like_any_other() {
        let record = |kind: Kind, values: &[(&str, &str)]| {
            let value = |code: &str| values.iter().find(|(known, _)| *known == code).map_or("", |(_, value)| value);
            let texts: Vec<&str> = kind.fields().iter().map(|field| value(field.code)).collect();
            Record::from_texts(kind, &texts).unwrap()
        };
        let records = [
            record(Kind::Referral, &[("ref", "R1"), ("date", "2010-05-02"), ("person", "P1"), ("contact", "C1")]),
            record(Kind::Contact, &[("ref", "C1"), ("at", "2010-05-01"), ("person", "P1"), ("offer", "accepted")]),
            record(Kind::Person, &[("ref", "P1"), ("birth", "1990")]),
        ];
        let today = parse_date("2010-06-01").unwrap();
        let mut facts = Facts::of(&Lists::default(), &Project::default(), today, []);
        let edits = records.iter().map(|record| Edit::Record { before: None, after: Some(record.clone()) });
        facts.apply(&Change { action: Action::Import, edits: edits.collect() });
        let all = Facts::of(&Lists::default(), &Project::default(), today, &records);
        assert_eq!(facts.history().earlier(), all.history().earlier());
        assert_eq!(facts.history().contacts_of(0), [0]);
        assert_eq!(facts.history().offered().get(0), 1);
    }
}
