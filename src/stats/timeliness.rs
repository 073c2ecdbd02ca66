//! Timeliness: the days between the steps of the referrals of a period, and how many still wait (contract section 5).

use super::cohort::cohort;
use super::funnel::answered;
use crate::domain::Text;
use crate::facts::{Facts, NO_DAY};
use crate::i18n::texts::{query as q, stats as t};
use crate::query::{Question, Words};

/// From one day of a referral to the next.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Span {
    DateToAnswered,
    DateToSent,
    SentToConfirmed,
    ConfirmedToStarted,
    StartedToClosed,
}

impl Span {
    pub const ALL: [Span; 5] = [
        Span::DateToAnswered,
        Span::DateToSent,
        Span::SentToConfirmed,
        Span::ConfirmedToStarted,
        Span::StartedToClosed,
    ];

    /// The columns of the two days.
    pub fn codes(self) -> (&'static str, &'static str) {
        match self {
            Span::DateToAnswered => ("date", "answered"),
            Span::DateToSent => ("date", "sent"),
            Span::SentToConfirmed => ("sent", "confirmed"),
            Span::ConfirmedToStarted => ("confirmed", "started"),
            Span::StartedToClosed => ("started", "closed"),
        }
    }

    /// What the two days are called.
    pub fn labels(self) -> (Text, Text) {
        match self {
            Span::DateToAnswered => (q::OFFERED, t::ANSWERED),
            Span::DateToSent => (q::OFFERED, q::SENT),
            Span::SentToConfirmed => (q::SENT, q::CONFIRMED),
            Span::ConfirmedToStarted => (q::CONFIRMED, q::STARTED),
            Span::StartedToClosed => (q::STARTED, q::CLOSED),
        }
    }
}

/// The days of a span.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Timed {
    pub span: Span,
    /// Referrals that have both days.
    pub n: u64,
    /// Referrals that have the first day, wait for the second, and are neither declined nor closed.
    pub waiting: u64,
    /// The median in half days: of an even number of referrals it is the mean of the two in the middle.
    pub median_halves: Option<i64>,
    /// The ninth decile in days, by nearest rank.
    pub p90: Option<i64>,
}

/// Counts the days between the steps of the referrals of the question's period and filter.
pub fn timeliness(facts: &Facts, question: &Question, words: &Words) -> Vec<Timed> {
    let rows = cohort(facts, question, words);
    let timed = |span| {
        let mut found: Vec<i64> = rows.iter().filter_map(|&row| days(facts, row, span)).collect();
        found.sort_unstable();
        let waiting = rows.iter().filter(|&&row| waits(facts, row, span)).count() as u64;
        Timed { span, n: found.len() as u64, waiting, median_halves: median_halves(&found), p90: ninth_decile(&found) }
    };
    Span::ALL.map(timed).into()
}

/// The first and the second day of a referral; `NO_DAY` where there is none.
fn ends(facts: &Facts, row: usize, span: Span) -> (i32, i32) {
    let referrals = &facts.referrals;
    match span {
        Span::DateToAnswered => (referrals.day[row], referrals.answered[row]),
        Span::DateToSent => (referrals.day[row], referrals.sent[row]),
        Span::SentToConfirmed => (referrals.sent[row], referrals.confirmed[row]),
        Span::ConfirmedToStarted => (referrals.confirmed[row], referrals.started[row]),
        Span::StartedToClosed => (referrals.started[row], referrals.closed[row]),
    }
}

/// The days of a referral between the two ends of a span, if it has both.
pub(super) fn days(facts: &Facts, row: usize, span: Span) -> Option<i64> {
    let (from, to) = ends(facts, row, span);
    (from != NO_DAY && to != NO_DAY).then(|| i64::from(to) - i64::from(from))
}

/// Whether a referral waits for the second day of a span: it has the first, lacks the second, and is neither declined
/// nor closed.
pub(super) fn waits(facts: &Facts, row: usize, span: Span) -> bool {
    let (from, to) = ends(facts, row, span);
    let is_over = answered(facts, row, "declined") || facts.referrals.closed[row] != NO_DAY;
    from != NO_DAY && to == NO_DAY && !is_over
}

/// Twice the median of sorted numbers.
fn median_halves(sorted: &[i64]) -> Option<i64> {
    let middle = sorted.len() / 2;
    match sorted.len() {
        0 => None,
        n if n % 2 == 1 => sorted.get(middle).map(|n| n * 2),
        _ => Some(sorted.get(middle - 1)? + sorted.get(middle)?),
    }
}

/// The smallest of sorted numbers that at least nine tenths of them do not exceed.
fn ninth_decile(sorted: &[i64]) -> Option<i64> {
    let rank = (sorted.len() * 9).div_ceil(10);
    sorted.get(rank.checked_sub(1)?).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn median_and_ninth_decile() {
        let cases: [(&[i64], Option<i64>, Option<i64>); 5] = [
            (&[], None, None),
            (&[3], Some(6), Some(3)),
            (&[1, 2], Some(3), Some(2)),
            (&[1, 2, 3, 4, 5, 6, 7, 8, 9, 10], Some(11), Some(9)),
            (&[0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 9], Some(0), Some(0)),
        ];
        for (days, halves, decile) in cases {
            assert_eq!((median_halves(days), ninth_decile(days)), (halves, decile), "{days:?}");
        }
    }
}
