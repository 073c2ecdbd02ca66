//! Ticking off a follow-up. One that repeats makes the next one (contract section 3, `every`).

use super::deed;
use super::exchange::Entry;
use super::world::World;
use crate::domain::field::follow_up;
use crate::domain::{Action, Change, Edit, Kind, Record, Value};
use crate::i18n::{date_with_weekday, fill, texts::app as t};
use chrono::NaiveDate;

/// So many repetitions are passed by at most: a century of days.
const LONGEST_DELAY: usize = 36_525;

/// The change that marks a follow-up as done on a day.
pub fn tick_off(record: Record, day: NaiveDate) -> Change {
    let after = record.clone().with(follow_up::DONE, Value::Date(day));
    change(record, after)
}

/// The change of a record. A follow-up that repeats and was not done before makes the next one.
pub fn change(before: Record, after: Record) -> Change {
    let next = next(&before, &after).map(|next| Edit::Record { before: None, after: Some(next) });
    let edit = Edit::Record { before: Some(before), after: Some(after) };
    Change { action: Action::Change, edits: std::iter::once(edit).chain(next).collect() }
}

/// The follow-up that a change ticks off, first among what it does.
pub fn ticked_off(change: &Change) -> Option<&Record> {
    let is_done = |record: &Record| record.values.get(follow_up::DONE).is_some_and(|done| !done.is_empty());
    match change.edits.first() {
        Some(Edit::Record { before: Some(before), after: Some(after) }) => {
            (after.kind == Kind::FollowUp && is_done(after) && !is_done(before)).then_some(after)
        }
        _ => None,
    }
}

/// What came of ticking off one follow-up, in words: what was done, and when it is to be done next.
pub fn told(change: &Change, world: &World) -> Option<String> {
    let lang = world.lang;
    let done = ticked_off(change)?;
    let what = world.naming().value(&Entry::alone(done.clone()), follow_up::TASK);
    let what = if what.as_str().is_empty() { deed::subject(change.edits.first()?, lang) } else { what.into_string() };
    let next = change.edits.get(1..).unwrap_or_default();
    match next {
        [] => Some(fill(t::DONE, lang, &[("what", &what)])),
        [Edit::Record { before: None, after: Some(next) }] => {
            let day = next.values.get(follow_up::DUE).and_then(Value::date)?;
            Some(fill(t::DONE_NEXT, lang, &[("what", &what), ("day", &date_with_weekday(day, lang))]))
        }
        _ => None,
    }
}

fn next(before: &Record, after: &Record) -> Option<Record> {
    let empty = |record: &Record, field: usize| record.values.get(field).is_none_or(Value::is_empty);
    if after.kind != Kind::FollowUp || !empty(before, follow_up::DONE) || empty(after, follow_up::DONE) {
        return None;
    }
    let Some(Value::Every(every)) = after.values.get(follow_up::EVERY) else { return None };
    let (due, done) = (after.values.get(follow_up::DUE)?.date()?, after.values.get(follow_up::DONE)?.date()?);
    // One that was done late is not due again on a day that has passed.
    let days = std::iter::successors(Some(due), |day| every.after(*day));
    let due = days.skip(1).take(LONGEST_DELAY).find(|due| *due > done)?;
    let cleared = [follow_up::REF, follow_up::DONE, follow_up::CANCELLED, follow_up::OUTCOME, follow_up::NOTE];
    let next = cleared.into_iter().fold(after.clone(), |record, field| record.with(field, Value::Empty));
    Some(next.with(follow_up::DUE, Value::Date(due)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::date::parse_date;
    use crate::domain::{Every, Ref};

    #[test]
    fn a_repeating_follow_up_makes_the_next_one() {
        let day = |text| parse_date(text).unwrap();
        let record = Record::new(Kind::FollowUp)
            .with(follow_up::REF, Value::Link(Ref::parse("F1").unwrap()))
            .with(follow_up::DUE, Value::Date(day("2010-01-31")))
            .with(follow_up::TASK, Value::Text("Ring".into()))
            .with(follow_up::EVERY, Value::Every(Every::parse("1m").unwrap()));
        let change = tick_off(record.clone(), day("2010-02-03"));
        let Edit::Record { before: None, after: Some(next) } = &change.edits[1] else { panic!("{change:?}") };
        assert_eq!(next.values[follow_up::DUE].date(), Some(day("2010-02-28")));
        assert_eq!(next.values[follow_up::TASK].text(), "Ring");
        assert!(next.values[follow_up::REF].is_empty() && next.values[follow_up::DONE].is_empty());
        let late = tick_off(record.clone(), day("2010-05-20"));
        let Edit::Record { after: Some(next), .. } = &late.edits[1] else { panic!("{late:?}") };
        assert_eq!(next.values[follow_up::DUE].date(), Some(day("2010-05-28")));
        let once = record.with(follow_up::EVERY, Value::Empty);
        assert_eq!(tick_off(once, day("2010-02-03")).edits.len(), 1);
    }
}
