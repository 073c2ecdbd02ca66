//! What waits: follow-ups overdue and due, and what the checks found.

use super::desk::Log;
use super::entries::entries;
use super::listing::counted;
use crate::app::exchange::{Section, Waiting};
use crate::checks;
use crate::domain::Ref;
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
    parts.extend(found(log).into_iter().map(|finding| (Section::Rule(finding.rule), finding.refs)));
    let mut waiting = Vec::new();
    for (section, refs) in parts.into_iter().filter(|(_, refs)| !refs.is_empty()) {
        let first = refs.get(..SHOWN).unwrap_or(&refs);
        let first = entries(log, section.measure().kind(), first)?;
        waiting.push(Waiting { section, count: refs.len(), first });
    }
    Ok(waiting)
}

/// A rule that cannot be read, because a code was taken out of its list, finds nothing.
fn found(log: &Log) -> Vec<checks::Finding> {
    checks::findings(&log.facts, &[]).unwrap_or_default()
}

/// The refs of one part, oldest first.
///
/// # Errors
/// Those of the store.
pub fn refs(log: &Log, section: Section) -> Result<Vec<Ref>, Error> {
    match section {
        Section::Rule(rule) => {
            let finding = found(log).into_iter().find(|finding| finding.rule.code == rule.code);
            Ok(finding.map(|finding| finding.refs).unwrap_or_default())
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
