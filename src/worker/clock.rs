//! The time that is taken as now: the clock's, on the day taken as today.

use chrono::{Local, NaiveDate, NaiveDateTime};

/// The clock, with another day if one was asked for (`--today`, the sample's own).
#[derive(Clone, Copy, Debug)]
pub struct Clock {
    pub today: Option<NaiveDate>,
}

impl Clock {
    /// Local time.
    pub fn now(&self) -> NaiveDateTime {
        let now = Local::now().naive_local();
        self.today.map_or(now, |today| today.and_time(now.time()))
    }
}
