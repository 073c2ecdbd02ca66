//! The funnel: how far the referrals of a period came, and where those that did not start are (contract section 5).

use super::cohort::cohort;
use crate::domain::Text;
use crate::facts::{Facts, NO_DAY, NONE};
use crate::i18n::texts::{query as q, stats as t};
use crate::query::{Question, Words};
use roaring::RoaringBitmap;

/// A step of a referral, in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    Offered,
    Accepted,
    Sent,
    Confirmed,
    Started,
}

impl Step {
    pub const ALL: [Step; 5] = [Step::Offered, Step::Accepted, Step::Sent, Step::Confirmed, Step::Started];

    pub fn code(self) -> &'static str {
        match self {
            Step::Offered => "offered",
            Step::Accepted => "accepted",
            Step::Sent => "sent",
            Step::Confirmed => "confirmed",
            Step::Started => "started",
        }
    }

    pub fn label(self) -> Text {
        match self {
            Step::Offered => q::OFFERED,
            Step::Accepted => q::ACCEPTED,
            Step::Sent => q::SENT,
            Step::Confirmed => q::CONFIRMED,
            Step::Started => q::STARTED,
        }
    }
}

/// Where a referral is that has not started. Each is in one of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Left {
    Declined,
    NoAnswerYet,
    /// Under way: it may still start.
    Waiting,
    ClosedWithoutStart,
}

impl Left {
    pub const ALL: [Left; 4] = [Left::Declined, Left::NoAnswerYet, Left::Waiting, Left::ClosedWithoutStart];

    pub fn code(self) -> &'static str {
        match self {
            Left::Declined => "declined",
            Left::NoAnswerYet => "no_answer_yet",
            Left::Waiting => "waiting",
            Left::ClosedWithoutStart => "closed_without_start",
        }
    }

    pub fn label(self) -> Text {
        match self {
            Left::Declined => q::DECLINED,
            Left::NoAnswerYet => t::NO_ANSWER_YET,
            Left::Waiting => t::WAITING,
            Left::ClosedWithoutStart => t::CLOSED_WITHOUT_START,
        }
    }
}

/// How many passed a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StepCount {
    pub step: Step,
    /// Referrals.
    pub n: u64,
    /// Distinct people among them.
    pub persons: u64,
}

/// The referrals of a period by step. `steps[0].n` is the number that started plus all who are `left`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Funnel {
    /// Without the step `accepted` where nothing in the cohort has it.
    pub steps: Vec<StepCount>,
    pub left: Vec<(Left, u64)>,
    /// Referrals that name no person: so many people more at most.
    pub without_person: u64,
}

/// Counts the referrals of the question's period and filter by step.
pub fn funnel(facts: &Facts, question: &Question, words: &Words) -> Funnel {
    let rows = cohort(facts, question, words);
    let mut counts = Step::ALL.map(|step| (step, 0, RoaringBitmap::new()));
    let mut left = Left::ALL.map(|left| (left, 0));
    let (mut is_answered, mut without_person) = (false, 0);
    for &row in &rows {
        let person = facts.referrals.person[row];
        without_person += u64::from(person == NONE);
        is_answered |= has_answer(facts, row);
        for (step, n, people) in &mut counts {
            if passed(facts, row, *step) {
                *n += 1;
                if person != NONE {
                    people.insert(facts.history().group(person));
                }
            }
        }
        if let Some(found) = left_at(facts, row) {
            left.iter_mut().filter(|(left, _)| *left == found).for_each(|(_, n)| *n += 1);
        }
    }
    let shown = counts.into_iter().filter(|(step, ..)| *step != Step::Accepted || is_answered);
    let steps = shown.map(|(step, n, people)| StepCount { step, n, persons: people.len() }).collect();
    Funnel { steps, left: left.into(), without_person }
}

/// Whether it is of a kind that the person answers: reports and applications are not.
fn has_answer(facts: &Facts, row: usize) -> bool {
    let kind =
        facts.codes(crate::domain::List::ReferralKind).and_then(|codes| codes.text(facts.referrals.kind.get(row)));
    !matches!(kind, Some("report" | "application"))
}

/// What the person answered, by the list's code.
pub(super) fn answered(facts: &Facts, row: usize, code: &str) -> bool {
    let number = facts.codes(crate::domain::List::Answer).and_then(|codes| codes.number(code));
    number.is_some_and(|number| facts.referrals.answer.get(row) == number)
}

/// Whether a referral passed a step: it or a later one has a date or says so.
pub(super) fn passed(facts: &Facts, row: usize, step: Step) -> bool {
    let referrals = &facts.referrals;
    let started = referrals.started[row] != NO_DAY;
    let confirmed = started || referrals.confirmed[row] != NO_DAY;
    let sent = confirmed || referrals.sent[row] != NO_DAY;
    match step {
        Step::Offered => true,
        Step::Accepted => sent || !has_answer(facts, row) || answered(facts, row, "accepted"),
        Step::Sent => sent,
        Step::Confirmed => confirmed,
        Step::Started => started,
    }
}

/// Where a referral is that has not started; `None` if it has.
pub(super) fn left_at(facts: &Facts, row: usize) -> Option<Left> {
    if passed(facts, row, Step::Started) {
        return None;
    }
    Some(if answered(facts, row, "declined") {
        Left::Declined
    } else if facts.referrals.closed[row] != NO_DAY {
        Left::ClosedWithoutStart
    } else if passed(facts, row, Step::Accepted) {
        Left::Waiting
    } else {
        Left::NoAnswerYet
    })
}
