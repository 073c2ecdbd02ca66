//! Which rows a measure looks at, and the days of a period as the log has them.

use crate::domain::Kind;
use crate::facts::{Days, Facts, NO_DAY, NONE};
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
    /// The first and last day of any record of the kind.
    pub extent: Option<(i32, i32)>,
}

impl<'a> Scope<'a> {
    pub fn new(facts: &'a Facts, measure: Measure, period: &Period) -> Scope<'a> {
        let kind = measure.source();
        let number = |date: Option<NaiveDate>| date.map(|d| d.num_days_from_ce());
        let (from, to) = (number(period.from()), number(period.to()));
        let mut scope = Scope { facts, measure, kind, from, to, span: None, extent: None };
        scope.extent = scope.all_days();
        let first = from.or(scope.extent.map(|extent| extent.0));
        let last = to.or(scope.extent.map(|extent| extent.1));
        scope.span = first.zip(last).filter(|(first, last)| first <= last);
        scope
    }

    /// All time, without working out where that begins and ends: for single rows.
    pub fn at(facts: &'a Facts, measure: Measure) -> Scope<'a> {
        Scope { facts, measure, kind: measure.source(), from: None, to: None, span: None, extent: None }
    }

    /// The days of a kind whose records have one each, in stretches.
    pub fn dated(&self) -> Option<&'a Days> {
        match self.kind {
            Kind::Contact => Some(&self.facts.contacts.day),
            Kind::Referral => Some(&self.facts.referrals.day),
            Kind::FollowUp => Some(&self.facts.follow_ups.day),
            _ => None,
        }
    }

    /// The first and last day of any record of the kind. Only stretches that may hold them are looked through.
    fn all_days(&self) -> Option<(i32, i32)> {
        let table = self.facts.rows(self.kind);
        let known = |row: usize| {
            let (first, last) = self.raw_days(row);
            let [first, last] = [first, last].map(|day| (day != NO_DAY).then_some(day));
            Some((first.or(last)?, last.or(first)?))
        };
        let widest = |a: (i32, i32), b: (i32, i32)| (a.0.min(b.0), a.1.max(b.1));
        let Some(days) = self.dated() else { return table.live().filter_map(known).reduce(widest) };
        let mut found: Option<(i32, i32)> = None;
        let (first, last) = (days.stretches(), days.stretches().collect::<Vec<_>>().into_iter().rev());
        for (rows, span) in first.zip(last).flat_map(|(first, last)| [first, last]) {
            if found.is_none_or(|found| span.0 < found.0 || span.1 > found.1) {
                found = rows.filter(|&row| table.is_live(row)).filter_map(known).chain(found).reduce(widest);
            }
        }
        found
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

    /// The row of the person that a record is about; `NONE` without one.
    pub fn person(&self, row: usize) -> u32 {
        self.people().map_or(NONE, |people| people[row])
    }

    /// By row, the row of the person that a record is about; `None` for kinds that are about nobody.
    pub fn people(&self) -> Option<&'a [u32]> {
        match self.kind {
            Kind::Contact => Some(&self.facts.contacts.person),
            Kind::Referral => Some(&self.facts.referrals.person),
            Kind::FollowUp => Some(&self.facts.follow_ups.person),
            _ => None,
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
}
