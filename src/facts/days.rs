//! A column of days, and the span of days of each stretch of rows, so that a question about a period passes by whole
//! stretches. Rows are filled in by day; a row that is changed or added later only widens its stretch's span.

use super::packed::Pack;
use std::ops::{Deref, Range};

/// No day. Days are counted from the first of January of the year 1, which is 1.
pub const NO_DAY: i32 = i32::MIN;

/// Rows in a stretch; few in debug builds, so that the small logs of tests have many stretches.
pub const STRETCH: usize = if cfg!(debug_assertions) { 16 } else { 1024 };

/// A column of days.
#[derive(Clone, Debug, Default)]
pub struct Days {
    days: Vec<i32>,
    /// Of each stretch, no day that is set lies outside.
    spans: Vec<(i32, i32)>,
}

impl Days {
    /// A row without a day, which no span speaks of until one is set.
    pub fn push(&mut self, day: i32) {
        if self.days.len().is_multiple_of(STRETCH) {
            self.spans.push((i32::MAX, i32::MIN));
        }
        self.days.push(day);
    }

    pub fn set(&mut self, row: usize, day: i32) {
        self.days[row] = day;
        let span = &mut self.spans[row / STRETCH];
        *span = (span.0.min(day), span.1.max(day));
    }

    /// The rows of each stretch and the first and last day that a record in it may have.
    pub fn stretches(&self) -> impl Iterator<Item = (Range<usize>, (i32, i32))> {
        let rows = (0..self.days.len()).step_by(STRETCH).map(|first| first..(first + STRETCH).min(self.days.len()));
        rows.zip(self.spans.iter().copied())
    }
}

/// The days between each row and the one before: mostly none, since rows are filled in by day.
impl Pack for Days {
    fn pack(&self) -> Vec<u8> {
        let before = std::iter::once(&0).chain(&self.days);
        self.days.iter().zip(before).map(|(day, before)| day.wrapping_sub(*before)).collect::<Vec<i32>>().pack()
    }

    fn unpack(bytes: &[u8]) -> Days {
        let mut days: Vec<i32> = Vec::unpack(bytes);
        let mut before = 0;
        for day in &mut days {
            *day = day.wrapping_add(before);
            before = *day;
        }
        days.into_iter().collect()
    }
}

impl FromIterator<i32> for Days {
    fn from_iter<I: IntoIterator<Item = i32>>(days: I) -> Days {
        let days: Vec<i32> = days.into_iter().collect();
        // Also of a row without a day: whether none was ever set there is not known.
        let span = |rows: &[i32]| {
            rows.iter().fold((i32::MAX, i32::MIN), |(first, last), &day| (first.min(day), last.max(day)))
        };
        Days { spans: days.chunks(STRETCH).map(span).collect(), days }
    }
}

impl Deref for Days {
    type Target = [i32];
    fn deref(&self) -> &[i32] {
        &self.days
    }
}
