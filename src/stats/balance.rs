//! The balance: open at the start + new - closed = open at the end (contract section 5).

use super::cohort::whenever;
use super::funnel::answered;
use crate::domain::{Kind, Text};
use crate::facts::{Facts, NO_DAY};
use crate::i18n::texts::stats as t;
use crate::query::{Measure, Question, Words};
use chrono::{Datelike, NaiveDate};

/// A number of the balance.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Flow {
    OpenAtStart,
    New,
    Closed,
    OpenAtEnd,
}

impl Flow {
    pub const ALL: [Flow; 4] = [Flow::OpenAtStart, Flow::New, Flow::Closed, Flow::OpenAtEnd];

    pub fn code(self) -> &'static str {
        match self {
            Flow::OpenAtStart => "open_at_start",
            Flow::New => "new",
            Flow::Closed => "closed",
            Flow::OpenAtEnd => "open_at_end",
        }
    }

    pub fn label(self) -> Text {
        match self {
            Flow::OpenAtStart => t::OPEN_AT_START,
            Flow::New => t::FLOW_NEW,
            Flow::Closed => t::FLOW_CLOSED,
            Flow::OpenAtEnd => t::OPEN_AT_END,
        }
    }
}

/// What can be open: the measures that have a line in the balance.
pub const BALANCED: [Measure; 3] = [Measure::Referrals, Measure::FollowUps, Measure::Matters];

/// A line of the balance.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BalanceLine {
    pub measure: Measure,
    /// In the order of `Flow::ALL`.
    pub counts: [u64; 4],
}

impl BalanceLine {
    pub fn count(&self, flow: Flow) -> u64 {
        self.counts[flow as usize]
    }
}

/// Which numbers of the balance a record is in.
#[derive(Clone, Copy, Debug)]
pub(super) struct Flows([bool; 4]);

impl Flows {
    pub fn contains(self, flow: Flow) -> bool {
        self.0[flow as usize]
    }
}

/// Balances the records of the question's measure and filter over its period. An open end of the period has no bound:
/// nothing was open before all time, and what is closed by now is closed.
pub fn balance(facts: &Facts, question: &Question, words: &Words) -> BalanceLine {
    let of = flows(facts, question);
    let mut line = BalanceLine { measure: question.measure, counts: [0; 4] };
    for row in whenever(facts, question, words) {
        let flows = of(row);
        Flow::ALL.into_iter().for_each(|flow| line.counts[flow as usize] += u64::from(flows.contains(flow)));
    }
    line
}

/// By row: the numbers of the balance that it is in.
pub(super) fn flows<'a>(facts: &'a Facts, question: &Question) -> impl Fn(usize) -> Flows + 'a {
    let day = |date: Option<NaiveDate>, open: i32| date.map_or(open, |date| date.num_days_from_ce());
    // Nothing has the lowest day but what is open since ever.
    let from = day(question.period.from(), EVER + 1);
    let to = day(question.period.to(), NEVER - 1);
    let kind = question.measure.kind();
    move |row| {
        let (opened, closed) = open_days(facts, kind, row);
        let within = |day: i32| from <= day && day <= to;
        Flows([opened < from && closed >= from, within(opened), within(closed), opened <= to && closed > to])
    }
}

/// The day before all days: open since ever.
const EVER: i32 = i32::MIN;
/// The day after all days: not closed.
const NEVER: i32 = i32::MAX;

/// The days on which a record was opened and closed. Nothing is closed before it was opened.
fn open_days(facts: &Facts, kind: Kind, row: usize) -> (i32, i32) {
    let known = |day: i32, else_: i32| if day == NO_DAY { else_ } else { day };
    let (opened, closed) = match kind {
        Kind::Referral => {
            let referrals = &facts.referrals;
            let opened = referrals.day[row];
            let declined = answered(facts, row, "declined");
            // Declined on a day that nobody noted: at once.
            let end = if declined { known(referrals.answered[row], opened) } else { NEVER };
            (known(opened, EVER), known(referrals.closed[row], end))
        }
        Kind::FollowUp => {
            let follow_ups = &facts.follow_ups;
            let closed = known(follow_ups.done[row], known(follow_ups.cancelled[row], NEVER));
            (known(follow_ups.day[row], EVER).min(closed), closed)
        }
        _ => (known(facts.matters.opened[row], EVER), known(facts.matters.closed[row], NEVER)),
    };
    (opened, closed.max(opened))
}
