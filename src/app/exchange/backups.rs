//! The store's own backups, as the screen knows them.

use crate::domain::Shown;
use chrono::{NaiveDate, NaiveDateTime};

/// The store's own backups.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Backups {
    /// Where they are; nowhere for the sample.
    pub folder: Option<Shown>,
    /// When each was made, and its name, newest first.
    pub made: Vec<(NaiveDateTime, Shown)>,
    /// Something has changed since the last, and none was made today.
    pub is_behind: bool,
}

impl Backups {
    /// How many days old the last one is.
    pub fn age(&self, today: NaiveDate) -> Option<i64> {
        self.made.first().map(|(made, _)| (today - made.date()).num_days())
    }

    /// Whether the last is old enough to be pointed out: more than a week, and something has changed since.
    pub fn is_old(&self, today: NaiveDate) -> bool {
        self.is_behind && self.age(today).is_some_and(|days| days > 7)
    }
}
