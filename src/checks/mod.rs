//! Reminders and checks: what somebody should look at, found in the facts by rules that are data. Pure.
//!
//! A rule is a question in the filter language, with at most one condition that the language has no word for. Each
//! can be switched off, says why it is there, and leads to its records.

pub mod alike;
mod rules;

pub use alike::Likeness;
pub use rules::{Condition, RULES, Rule, Since};

use crate::domain::{Kind, Lang, Ref};
use crate::facts::{Facts, NO_DAY, NONE, ages_of_code};
use crate::query::{Filter, Period, QueryError, Question, Vocabulary, Words};
use crate::stats;
use chrono::{Datelike, Days};
use std::collections::HashSet;

/// What a rule found: records of one kind, oldest first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    pub rule: &'static Rule,
    pub kind: Kind,
    pub refs: Vec<Ref>,
}

/// What all rules find on the log's today, those with findings only, in the order of the rules. Rules with a code
/// among `off` are passed over.
///
/// # Errors
/// A rule's filter that this log cannot read: one of its codes has been taken out of a list.
pub fn findings(facts: &Facts, off: &[String]) -> Result<Vec<Finding>, QueryError> {
    let mut found = Vec::new();
    for rule in RULES.iter().filter(|rule| !off.iter().any(|code| code == rule.code)) {
        let refs = records(facts, rule)?;
        if !refs.is_empty() {
            found.push(Finding { rule, kind: rule.measure.kind(), refs });
        }
    }
    Ok(found)
}

fn records(facts: &Facts, rule: &Rule) -> Result<Vec<Ref>, QueryError> {
    if rule.condition == Condition::LooksAlike {
        return Ok(alike::found(facts));
    }
    let filter = Filter::parse(rule.filter, rule.measure, facts)?;
    let question = Question::count(rule.measure, Period::ALL, filter);
    let refs = stats::records(facts, &question, &Words::default());
    let test = Test { facts, reported: reported(facts, rule) };
    Ok(refs.into_iter().filter(|own| test.holds(rule, own)).collect())
}

/// People for whom a report to social services stands, by the row that stands for them.
fn reported(facts: &Facts, rule: &Rule) -> HashSet<u32> {
    if rule.condition != Condition::ChildNotReported {
        return HashSet::new();
    }
    let report = facts.codes(crate::domain::List::ReferralKind).and_then(|codes| codes.number("report"));
    let referrals = &facts.referrals;
    let reports =
        referrals.live().filter(|&row| Some(referrals.kind.get(row)) == report && referrals.person[row] != NONE);
    reports.map(|row| facts.history().group(referrals.person[row])).collect()
}

struct Test<'a> {
    facts: &'a Facts,
    reported: HashSet<u32>,
}

impl Test<'_> {
    fn holds(&self, rule: &Rule, own: &Ref) -> bool {
        let Some(row) = self.facts.rows(rule.measure.kind()).row(own).map(|row| row as usize) else { return false };
        match rule.condition {
            Condition::None | Condition::LooksAlike => true,
            Condition::OlderThan { days, since } => self.is_older(row, days, since),
            Condition::Child => self.may_be_child(row),
            Condition::ChildNotReported => self.is_unreported_child(row as u32),
            Condition::NoLaterAnswer => self.has_no_later_answer(row),
            Condition::InFuture => self.facts.contacts.day[row] > self.today(),
        }
    }

    fn today(&self) -> i32 {
        self.facts.today().num_days_from_ce()
    }

    fn is_older(&self, row: usize, days: u32, since: Since) -> bool {
        let facts = self.facts;
        let day = match since {
            Since::Contact => facts.contacts.day[row],
            Since::Made => facts.referrals.day[row],
            Since::Sent => facts.referrals.sent[row],
            Since::Confirmed => facts.referrals.confirmed[row],
        };
        day != NO_DAY && self.today() - day > days as i32
    }

    /// Whether the person of a contact may have been under 18 on its day: the youngest age that fits counts.
    fn may_be_child(&self, contact: usize) -> bool {
        let ages = ages_of_code(self.facts.history().ages().get(contact));
        ages.is_some_and(|(youngest, _)| youngest < 18)
    }

    /// A child now or perhaps, met as one, and never reported.
    fn is_unreported_child(&self, person: u32) -> bool {
        let facts = self.facts;
        let young = |row: &&u32| facts.contacts.reached.get(**row as usize) == 1 && self.may_be_child(**row as usize);
        let recently = facts.today().checked_sub_days(Days::new(365)).map_or(0, |d| d.num_days_from_ce());
        let met = facts.history().contacts_of(person).iter().rev().find(young);
        let is_recent = met.is_some_and(|&row| facts.contacts.day[row as usize] >= recently);
        is_recent && !self.reported.contains(&facts.history().group(person))
    }

    /// An offer to which no later contact of the person has an answer.
    fn has_no_later_answer(&self, contact: usize) -> bool {
        let facts = self.facts;
        let person = facts.contacts.person[contact];
        if person == NONE {
            return true;
        }
        let answers: Vec<_> = ["accepted", "declined"]
            .iter()
            .filter_map(|code| facts.codes(crate::domain::List::Offer)?.number(code))
            .collect();
        let history = facts.history().contacts_of(person);
        let later = history.iter().skip_while(|&&row| row as usize != contact).skip(1);
        !later.into_iter().any(|&row| answers.contains(&facts.contacts.offer.get(row as usize)))
    }
}

impl Rule {
    /// The rule's name, with its number of days filled in.
    pub fn label(&self, lang: Lang) -> String {
        crate::i18n::fill(self.label, lang, &[("n", &self.days())])
    }

    /// Why the rule is there and what to do.
    pub fn why(&self, lang: Lang) -> String {
        crate::i18n::fill(self.why, lang, &[("n", &self.days())])
    }

    fn days(&self) -> u32 {
        match self.condition {
            Condition::OlderThan { days, .. } => days,
            _ => 0,
        }
    }
}

#[cfg(test)]
mod tests;
