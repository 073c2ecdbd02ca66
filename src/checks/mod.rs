//! Reminders and checks: what somebody should look at, found in the facts by rules that are data. Pure.
//!
//! A rule is a question in the filter language, with at most one condition that the language has no word for. Each
//! can be switched off, says why it is there, and leads to its records.

mod about;
pub mod alike;
mod proposals;
mod rules;

pub use about::{About, Limit};
pub use alike::Likeness;
pub use proposals::{Makes, PROPOSALS, Proposal, Proposed, proposed};
pub use rules::{Condition, RULES, Rule, Since};

use crate::domain::{Every, Kind, Project, Ref};
use crate::facts::{Facts, NO_DAY, NONE, ages_of_code};
use crate::query::{Filter, Measure, Period, QueryError, Question, Vocabulary, Words};
use crate::stats;
use chrono::{Datelike, Days};
use std::collections::{BTreeSet, HashMap, HashSet};

/// What a rule found: records of one kind, oldest first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    pub rule: &'static Rule,
    /// What the records are listed as.
    pub measure: Measure,
    pub refs: Vec<Ref>,
}

/// What is found without the people who have been erased: nothing more can be known about them.
pub fn without_erased(findings: Vec<Finding>, erased: &BTreeSet<Ref>) -> Vec<Finding> {
    let left = |mut finding: Finding| {
        if finding.measure.kind() == Kind::Person {
            finding.refs.retain(|own| !erased.contains(own));
        }
        (!finding.refs.is_empty()).then_some(finding)
    };
    findings.into_iter().filter_map(left).collect()
}

/// What all rules find on the log's today, those with findings only, in the order of the rules. Those that the project
/// has switched off are passed over. `alike` gives the people who look like others (`alike::found`), which takes the
/// longest and changes seldom. A rule that this log cannot read, because one of its codes has been taken out of a list,
/// finds nothing.
pub fn findings(facts: &Facts, project: &Project, alike: impl Fn() -> Vec<Ref>) -> Vec<Finding> {
    let mut found = Vec::new();
    for rule in RULES.iter().filter(|rule| rule.about.is_on(project)) {
        let refs = match rule.condition {
            Condition::IdentityNumber => {
                found.extend(identity_numbers(facts, rule));
                continue;
            }
            Condition::LooksAlike => alike(),
            _ => records(facts, project, rule).unwrap_or_default(),
        };
        found.push(Finding { rule, measure: rule.measure, refs });
    }
    found.retain(|finding| !finding.refs.is_empty());
    found
}

/// The records with a text that seems to hold a personal identity number, of every kind that has a list.
fn identity_numbers<'a>(facts: &'a Facts, rule: &'static Rule) -> impl Iterator<Item = Finding> + 'a {
    let listed = [
        Measure::Contacts,
        Measure::Persons,
        Measure::Referrals,
        Measure::FollowUps,
        Measure::Activities,
        Measure::Matters,
        Measure::Organisations,
    ];
    listed.into_iter().map(move |measure| Finding {
        rule,
        measure,
        refs: facts.with_identity_number(measure.kind()).into_iter().cloned().collect(),
    })
}

fn records(facts: &Facts, project: &Project, rule: &Rule) -> Result<Vec<Ref>, QueryError> {
    let span = rule.about.span(project, facts.today());
    if let (Condition::NothingSince, Some(span)) = (rule.condition, span) {
        return Ok(nothing_since(facts, span));
    }
    let filter = Filter::parse(rule.filter, rule.measure, facts)?;
    let question = Question::count(rule.measure, Period::ALL, filter);
    let refs = stats::records(facts, &question, &Words::default());
    let test = match rule.condition {
        Condition::ChildNotReported => Test::of_reports(facts),
        _ => Test { facts, reported: HashSet::new() },
    };
    Ok(refs.into_iter().filter(|own| test.holds(rule, span, own)).collect())
}

/// The people about whom nothing was entered for so long: no contact, referral or follow-up, and somebody who was
/// never met at all is not known to be old.
fn nothing_since(facts: &Facts, span: Every) -> Vec<Ref> {
    let mut latest: HashMap<u32, i32> = HashMap::new();
    let mut note = |person: u32, day: i32| {
        if person != NONE && day != NO_DAY {
            let known = latest.entry(facts.history().group(person)).or_insert(day);
            *known = day.max(*known);
        }
    };
    facts.contacts.live().for_each(|row| note(facts.contacts.person[row], facts.contacts.day[row]));
    facts.referrals.live().for_each(|row| {
        let referrals = &facts.referrals;
        [referrals.day[row], referrals.closed[row]].into_iter().for_each(|day| note(referrals.person[row], day));
    });
    facts.follow_ups.live().for_each(|row| {
        let follow_ups = &facts.follow_ups;
        [follow_ups.day[row], follow_ups.done[row]].into_iter().for_each(|day| note(follow_ups.person[row], day));
    });
    let is_due = |day: i32| {
        let due = chrono::NaiveDate::from_num_days_from_ce_opt(day).and_then(|day| span.after(day));
        due.is_some_and(|due| due < facts.today())
    };
    let people = &facts.people;
    let old =
        people.live().filter(|&row| latest.get(&facts.history().group(row as u32)).is_some_and(|&day| is_due(day)));
    let mut refs: Vec<Ref> = old.map(|row| people.own(row)).collect();
    refs.sort_unstable();
    refs
}

struct Test<'a> {
    facts: &'a Facts,
    reported: HashSet<u32>,
}

impl<'a> Test<'a> {
    /// With the people for whom a report to social services stands.
    fn of_reports(facts: &'a Facts) -> Test<'a> {
        let report = facts.codes(crate::domain::List::ReferralKind).and_then(|codes| codes.number("report"));
        let referrals = &facts.referrals;
        let reports =
            referrals.live().filter(|&row| Some(referrals.kind.get(row)) == report && referrals.person[row] != NONE);
        let reported = reports.map(|row| facts.history().group(referrals.person[row])).collect();
        Test { facts, reported }
    }

    fn holds(&self, rule: &Rule, span: Option<Every>, own: &Ref) -> bool {
        let Some(row) = self.facts.rows(rule.measure.kind()).row(own).map(|row| row as usize) else { return false };
        match rule.condition {
            Condition::None | Condition::LooksAlike | Condition::IdentityNumber | Condition::NothingSince => true,
            Condition::OlderThan(since) => span.is_some_and(|span| self.is_older(row, span, since)),
            Condition::Child => self.may_be_child(row),
            Condition::ChildNotReported => self.is_unreported_child(row as u32),
            Condition::NoLaterAnswer => self.has_no_later_answer(row),
            Condition::InFuture => self.facts.contacts.day[row] > self.today(),
        }
    }

    fn today(&self) -> i32 {
        self.facts.today().num_days_from_ce()
    }

    fn is_older(&self, row: usize, span: Every, since: Since) -> bool {
        let referrals = &self.facts.referrals;
        let day = match since {
            Since::Made => referrals.day[row],
            Since::Sent => referrals.sent[row],
            Since::Confirmed => referrals.confirmed[row],
        };
        let since = (day != NO_DAY).then(|| chrono::NaiveDate::from_num_days_from_ce_opt(day)).flatten();
        since.and_then(|day| span.after(day)).is_some_and(|last| last < self.facts.today())
    }

    /// Whether the person of a contact may have been under 18 on its day: the youngest age that fits counts.
    fn may_be_child(&self, contact: usize) -> bool {
        let ages = ages_of_code(self.facts.history().ages().get(contact));
        ages.is_some_and(|(youngest, _)| youngest < 18)
    }

    /// A child now or perhaps, met as one, and never reported.
    fn is_unreported_child(&self, person: u32) -> bool {
        let facts = self.facts;
        let young = |row: &&u32| facts.contacts.is_reached(**row as usize) && self.may_be_child(**row as usize);
        let recently = facts.today().checked_sub_days(Days::new(365)).map_or(0, |d| d.num_days_from_ce());
        let met = facts.history().contacts_of(person).iter().rev().find(young);
        let is_recent = met.is_some_and(|&row| facts.contacts.day[row as usize] >= recently);
        is_recent && !self.reported.contains(&facts.history().group(person))
    }

    /// Whether the person of a contact may have been a child then and was never reported.
    fn is_child_to_report(&self, contact: usize) -> bool {
        let person = self.facts.contacts.person[contact];
        person != NONE && self.may_be_child(contact) && !self.reported.contains(&self.facts.history().group(person))
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

#[cfg(test)]
mod tests;
