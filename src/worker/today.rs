//! What waits: follow-ups overdue and due, and what the checks found.

use super::entries::entries;
use super::listing::counted;
use super::log::Log;
use crate::app::exchange::{Section, Waiting};
use crate::checks::{self, Finding, Rule};
use crate::domain::{Action, Change, Edit, Kind, Ref};
use crate::query::{Filter, Key, Measure, Period, Question, Term, Test};
use crate::store::Error;
use chrono::Days;

/// Follow-ups are due soon within so many days.
const DAYS_AHEAD: u64 = 7;

/// So many records of a part are shown; the rest is a list of its own.
const SHOWN: usize = 4;

/// Everything that waits, part by part, those with something only.
///
/// # Errors
/// Those of the store.
pub fn today(log: &Log) -> Result<Vec<Waiting>, Error> {
    let mut parts = Vec::new();
    for section in [Section::Overdue, Section::Due] {
        parts.push((section, refs(log, section)?));
    }
    parts.extend(found(log).iter().map(|finding| (Section::Rule(finding.rule), finding.refs.clone())));
    let mut waiting = Vec::new();
    for (section, refs) in parts.into_iter().filter(|(_, refs)| !refs.is_empty()) {
        let first = refs.get(..SHOWN).unwrap_or(&refs);
        let first = entries(log, section.measure().kind(), first)?;
        waiting.push(Waiting { section, count: refs.len(), first });
    }
    Ok(waiting)
}

/// A rule that cannot be read, because a code was taken out of its list, finds nothing.
fn found(log: &Log) -> &[Finding] {
    let off = &log.store.project().checks_off;
    log.findings.get_or_init(|| checks::findings(&log.facts, off).unwrap_or_default())
}

/// The checks that a record is found by.
pub fn found_by(log: &Log, kind: Kind, own: &Ref) -> Vec<&'static Rule> {
    let found = found(log).iter().filter(|finding| finding.kind == kind && finding.refs.contains(own));
    found.map(|finding| finding.rule).collect()
}

/// The change that switches a check off, or on again.
pub fn switch(log: &Log, rule: &Rule) -> Change {
    let before = log.store.project();
    let mut after = before.clone();
    match after.checks_off.iter().position(|code| code == rule.code) {
        Some(place) => drop(after.checks_off.remove(place)),
        None => after.checks_off.push(rule.code.to_owned()),
    }
    let edit = Edit::Project { before: Box::new(before.clone()), after: Box::new(after) };
    Change { action: Action::Settings, edits: vec![edit] }
}

/// The refs of one part, oldest first.
///
/// # Errors
/// Those of the store.
pub fn refs(log: &Log, section: Section) -> Result<Vec<Ref>, Error> {
    match section {
        Section::Rule(rule) => {
            let finding = found(log).iter().find(|finding| finding.rule.code == rule.code);
            Ok(finding.map(|finding| finding.refs.clone()).unwrap_or_default())
        }
        Section::Overdue => counted(log, &follow_ups("overdue", Period::ALL)),
        Section::Due => {
            let today = log.today;
            let last = today.checked_add_days(Days::new(DAYS_AHEAD));
            counted(log, &follow_ups("open", Period::days(Some(today), last)))
        }
    }
}

fn follow_ups(status: &str, period: Period) -> Question {
    let term = Term { key: Key::Status, negated: false, tests: vec![Test::Code(status.to_owned())] };
    Question::count(Measure::FollowUps, period, Filter::default().and(term))
}
