//! What waits: follow-ups overdue and due, and what the checks found.

use super::entries::entries;
use super::listing::words;
use super::log::Log;
use crate::app::exchange::{Entry, Section, Waiting};
use crate::checks::{self, Condition, Finding, Rule};
use crate::domain::{Kind, Ref};
use crate::query::{Filter, Key, Measure, Period, Question, Term, Test};
use crate::stats;
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
    parts
        .extend(found(log)?.iter().map(|finding| (Section::Rule(finding.rule, finding.measure), finding.refs.clone())));
    let mut waiting = Vec::new();
    for (section, refs) in parts.into_iter().filter(|(_, refs)| !refs.is_empty()) {
        let first = refs.get(..SHOWN).unwrap_or(&refs);
        let mut first = entries(log, section.measure().kind(), first)?;
        if matches!(section, Section::Rule(rule, _) if rule.condition == Condition::LooksAlike) {
            first = first.into_iter().map(|entry| with_alike(log, entry)).collect::<Result<_, _>>()?;
        }
        waiting.push(Waiting { section, count: refs.len(), first });
    }
    Ok(waiting)
}

/// What the checks find. A rule that cannot be read, because a code was taken out of its list, finds nothing.
fn found(log: &Log) -> Result<&[Finding], Error> {
    if let Some(found) = log.findings.get() {
        return Ok(found);
    }
    // Before anything is kept: what could not be read is not taken for what there is.
    let erased = log.store.erased()?;
    let alike = || alike(log).iter().map(|(own, _)| own.clone()).collect();
    let found = checks::findings(&log.facts, log.store.project(), alike);
    Ok(log.findings.get_or_init(|| checks::without_erased(found, &erased)))
}

/// The people who look like somebody before them, with whom.
fn alike(log: &Log) -> &[(Ref, Ref)] {
    log.alike.get_or_init(|| checks::alike::found(&log.facts))
}

/// Whom somebody looks like goes with her, so that it can be said why she stands there.
fn with_alike(log: &Log, mut entry: Entry) -> Result<Entry, Error> {
    let other = entry.own_ref().and_then(|own| alike(log).iter().find(|(of, _)| of == own)).map(|(_, other)| other);
    if let Some(other) = other {
        entry.linked.extend(log.store.get(Kind::Person, other)?);
    }
    Ok(entry)
}

/// The checks that a record is found by.
///
/// # Errors
/// Those of the store.
pub fn found_by(log: &Log, kind: Kind, own: &Ref) -> Result<Vec<&'static Rule>, Error> {
    let found = found(log)?.iter();
    let found = found.filter(|finding| finding.measure.kind() == kind && finding.refs.contains(own));
    Ok(found.map(|finding| finding.rule).collect())
}

/// The refs of one part, oldest first.
///
/// # Errors
/// Those of the store.
pub fn refs(log: &Log, section: Section) -> Result<Vec<Ref>, Error> {
    match section {
        Section::Rule(rule, measure) => {
            let finding = found(log)?.iter().find(|finding| finding.rule == rule && finding.measure == measure);
            Ok(finding.map(|finding| finding.refs.clone()).unwrap_or_default())
        }
        Section::Overdue => listed(log, &follow_ups("overdue", Period::ALL)),
        Section::Due => {
            let today = log.today;
            let last = today.checked_add_days(Days::new(DAYS_AHEAD));
            listed(log, &follow_ups("open", Period::days(Some(today), last)))
        }
    }
}

fn listed(log: &Log, question: &Question) -> Result<Vec<Ref>, Error> {
    Ok(stats::records(&log.facts, question, &words(log, question)?))
}

fn follow_ups(status: &str, period: Period) -> Question {
    let term = Term { key: Key::Status, negated: false, tests: vec![Test::Code(status.to_owned())] };
    Question::count(Measure::FollowUps, period, Filter::default().and(term))
}
