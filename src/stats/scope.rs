//! Which rows a measure looks at, and the days of a period as the log has them.

use crate::domain::Kind;
use crate::facts::{Facts, NO_DAY, NONE};
use crate::query::{Measure, Period};
use chrono::{Datelike, NaiveDate};

/// A measure and a period over the facts.
pub(super) struct Scope<'a> {
    pub facts: &'a Facts,
    pub measure: Measure,
    pub kind: Kind,
    /// The period's own ends; `None` is open.
    pub from: Option<i32>,
    pub to: Option<i32>,
    /// The same with an open end stopped at the first or last record of the kind; `None` if there is none there.
    pub span: Option<(i32, i32)>,
}

impl<'a> Scope<'a> {
    pub fn new(facts: &'a Facts, measure: Measure, period: &Period) -> Scope<'a> {
        let kind = measure.source();
        let number = |date: Option<NaiveDate>| date.map(|d| d.num_days_from_ce());
        let mut scope =
            Scope { facts, measure, kind, from: number(period.from()), to: number(period.to()), span: None };
        let (first, last) = match (scope.from, scope.to) {
            (Some(from), Some(to)) => (Some(from), Some(to)),
            (from, to) => {
                let extent = scope.extent();
                (from.or(extent.map(|e| e.0)), to.or(extent.map(|e| e.1)))
            }
        };
        scope.span = first.zip(last).filter(|(first, last)| first <= last);
        scope
    }

    /// All time, without working out where that begins and ends: for single rows.
    pub fn at(facts: &'a Facts, measure: Measure) -> Scope<'a> {
        Scope { facts, measure, kind: measure.source(), from: None, to: None, span: None }
    }

    /// The first and last day of any record of the kind.
    fn extent(&self) -> Option<(i32, i32)> {
        let days = self.facts.rows(self.kind).live().filter_map(|row| {
            let (first, last) = self.raw_days(row);
            let known = [first, last].map(|day| (day != NO_DAY).then_some(day));
            Some((known[0].or(known[1])?, known[1].or(known[0])?))
        });
        days.reduce(|a, b| (a.0.min(b.0), a.1.max(b.1)))
    }

    /// The first and last day of a record as it says; `NO_DAY` where it does not.
    fn raw_days(&self, row: usize) -> (i32, i32) {
        let facts = self.facts;
        match self.kind {
            Kind::Contact => (facts.contacts.day[row], facts.contacts.day[row]),
            Kind::Referral => (facts.referrals.day[row], facts.referrals.day[row]),
            Kind::FollowUp => (facts.follow_ups.day[row], facts.follow_ups.day[row]),
            Kind::Activity => (facts.activities.start[row], facts.activities.end[row]),
            Kind::Matter => (facts.matters.opened[row], facts.matters.closed[row]),
            Kind::Person | Kind::Organisation | Kind::Relation => (NO_DAY, NO_DAY),
        }
    }

    /// The days on which a record lies in the period; an open end of the period stops at the first or last record. A
    /// matter is open since ever if nobody knows when it was opened, and until further notice if it is not closed.
    /// `None` if there is none; what has no date lies in all time only.
    pub fn days(&self, row: usize) -> Option<(i32, i32)> {
        let (mut first, mut last) = self.raw_days(row);
        if self.kind == Kind::Matter {
            first = if first == NO_DAY { i32::MIN } else { first };
            last = if last == NO_DAY { i32::MAX } else { last };
        } else if first == NO_DAY {
            return (self.from.is_none() && self.to.is_none()).then_some((i32::MIN, i32::MAX));
        }
        let (from, to) = (self.from.or(self.span.map(|s| s.0)), self.to.or(self.span.map(|s| s.1)));
        first = from.map_or(first, |from| first.max(from));
        last = to.map_or(last, |to| last.min(to));
        (first <= last).then_some((first, last))
    }

    /// Whether the measure looks at a row at all.
    pub fn counts(&self, row: usize) -> bool {
        let contacts = &self.facts.contacts;
        match self.measure {
            Measure::Contacts | Measure::Meetings | Measure::Minutes => contacts.reached[row],
            Measure::Attempts => !contacts.reached[row],
            Measure::Interviews => contacts.interview[row] != 0,
            Measure::Persons => contacts.reached[row] && contacts.person[row] != NONE,
            Measure::ReferredPersons => self.facts.referrals.person[row] != NONE,
            _ => true,
        }
    }

    /// Whether a row would count, had it a person: what `without_person` is about.
    pub fn lacks_person(&self, row: usize) -> bool {
        match self.measure {
            Measure::Persons => self.facts.contacts.reached[row] && self.facts.contacts.person[row] == NONE,
            Measure::ReferredPersons => self.facts.referrals.person[row] == NONE,
            _ => false,
        }
    }

    /// The row of the person that a record is about; `NONE` without one.
    pub fn person(&self, row: usize) -> u32 {
        match self.kind {
            Kind::Contact => self.facts.contacts.person[row],
            Kind::Referral => self.facts.referrals.person[row],
            Kind::FollowUp => self.facts.follow_ups.person[row],
            _ => NONE,
        }
    }

    /// The day of a contact, referral or follow-up.
    pub fn day(&self, row: usize) -> i32 {
        self.raw_days(row).0
    }

    /// The contact that says the role and the source of a referral: its own, else the person's latest on or before
    /// its date.
    pub fn contact_of_referral(&self, row: usize) -> Option<usize> {
        let referrals = &self.facts.referrals;
        match (referrals.contact[row], referrals.person[row]) {
            (NONE, NONE) => None,
            (NONE, person) => {
                self.facts.history().latest_by(person, referrals.day[row], &self.facts.contacts).map(|row| row as usize)
            }
            (contact, _) => Some(contact as usize),
        }
    }

    /// The youngest and the oldest age that the person may have had on the day of the record.
    pub fn ages(&self, row: usize) -> Option<(u16, u16)> {
        let person = self.person(row);
        let birth = (person != NONE).then(|| self.facts.people.birth[person as usize]).flatten()?;
        birth.ages_on(NaiveDate::from_num_days_from_ce_opt(self.day(row))?)
    }
}
