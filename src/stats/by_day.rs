//! Numbers that go by the day, and the runs of rows next to each other that have the same one.

use super::scope::Scope;
use crate::facts::Code;
use std::ops::Range;

/// The number of each day from the first one on; other days have 0.
pub(super) struct ByDay {
    first: i32,
    codes: Vec<Code>,
}

/// Spans of more days are not looked through: it would take longer than looking at the rows.
const MANY_DAYS: i64 = 1024;

/// Where a stretch would have runs shorter than this on the average, it is left whole. Low in debug builds, so that
/// the short stretches of tests have runs.
const SHORT: usize = if cfg!(debug_assertions) { 4 } else { 32 };

impl ByDay {
    pub fn new(first: i32, codes: Vec<Code>) -> ByDay {
        ByDay { first, codes }
    }

    pub fn highest(&self) -> Code {
        self.codes.iter().copied().max().unwrap_or(0)
    }

    pub fn code(&self, day: i32) -> Code {
        let place = day.checked_sub(self.first).and_then(|place| usize::try_from(place).ok());
        place.and_then(|place| self.codes.get(place)).copied().unwrap_or(0)
    }

    /// The number that all days of a span have; `None` if they differ, or are too many to tell.
    pub fn same(&self, (first, last): (i32, i32)) -> Option<Code> {
        let same = self.code(first);
        let is_same = self.codes.is_empty() || (is_short((first, last)) && self.run(first, last) == last);
        is_same.then_some(same)
    }

    /// By number the first day that has it.
    pub fn first_days(&self) -> Vec<i32> {
        let mut days = vec![i32::MIN; self.highest() as usize + 1];
        let last = self.first + self.codes.len() as i32 - 1;
        for (&code, day) in self.codes.iter().rev().zip((self.first..=last).rev()) {
            days[code as usize] = day;
        }
        days
    }

    /// Calls `each` with the rows of a stretch whose days lie in a span: run by run with the days of each, if there are
    /// a few long ones as where rows are in order, else with all of them.
    pub fn runs(
        &self,
        scope: &Scope,
        rows: Range<usize>,
        span: (i32, i32),
        mut each: impl FnMut(Range<usize>, (i32, i32)),
    ) {
        let is_worth_it = |runs: usize| runs > 1 && rows.len() / runs >= SHORT;
        let Some(days) = scope.dated().filter(|_| self.runs_in(span).is_some_and(is_worth_it)) else {
            return each(rows, span);
        };
        let mut start = rows.start;
        while start < rows.end {
            let days = &days[start..rows.end];
            let run = self.around(days[0], span);
            let end = start + leading(days, run);
            each(start..end, run);
            start = end;
        }
    }

    /// How many runs of days with the same number a span has; `None` if its days are too many to tell.
    fn runs_in(&self, (first, last): (i32, i32)) -> Option<usize> {
        let mut runs = 1;
        if !self.codes.is_empty() {
            let mut end = is_short((first, last)).then(|| self.run(first, last))?;
            while end < last {
                end = self.run(end + 1, last);
                runs += 1;
            }
        }
        Some(runs)
    }

    /// The last of the days from the first one on that have the same number.
    fn run(&self, first: i32, last: i32) -> i32 {
        let same = self.code(first);
        (first..=last).take_while(|&day| self.code(day) == same).last().unwrap_or(first)
    }

    /// The days around one that have the same number, within a span; the day alone if it lies outside.
    fn around(&self, day: i32, (first, last): (i32, i32)) -> (i32, i32) {
        if !(first..=last).contains(&day) {
            return (day, day);
        }
        let same = self.code(day);
        let from = (first..day).rev().take_while(|&day| self.code(day) == same).last().unwrap_or(day);
        (from, self.run(day, last))
    }
}

fn is_short((first, last): (i32, i32)) -> bool {
    i64::from(last) - i64::from(first) < MANY_DAYS
}

/// How many of the first days lie in a span: sixteen at a time, which are compared at once.
fn leading(days: &[i32], (first, last): (i32, i32)) -> usize {
    let is_in = |day: &i32| (first <= *day) & (*day <= last);
    let (groups, _) = days.as_chunks::<16>();
    let whole = groups.iter().take_while(|group| group.iter().fold(true, |all, day| all & is_in(day))).count() * 16;
    whole + days[whole..].iter().take_while(|day| is_in(day)).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_run_ends_where_the_number_changes_or_a_day_lies_outside() {
        let numbers = ByDay::new(100, vec![1, 1, 2, 2, 2, 1]);
        assert_eq!([99, 100, 105, 106].map(|day| numbers.code(day)), [0, 1, 1, 0]);
        assert_eq!((numbers.same((102, 104)), numbers.same((101, 102))), (Some(2), None));
        assert_eq!([(100, 105), (98, 105), (103, 103)].map(|span| numbers.runs_in(span)), [Some(3), Some(4), Some(1)]);
        assert_eq!(numbers.runs_in((0, i32::MAX)), None);
        assert_eq!((numbers.around(103, (100, 105)), numbers.around(103, (103, 110))), ((102, 104), (103, 104)));
        assert_eq!(numbers.around(i32::MIN, (100, 105)), (i32::MIN, i32::MIN));
        let mut days = vec![103; 40];
        assert_eq!(leading(&days, (102, 104)), 40);
        days[37] = 105;
        assert_eq!((leading(&days, (102, 104)), leading(&days, (105, 105))), (37, 0));
    }
}
