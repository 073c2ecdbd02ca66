//! What a period is compared with.

use super::period::{Period, PeriodError};
use chrono::NaiveDate;
use std::fmt;

/// The period beside another. `Display` gives a text that reads as the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Compare {
    /// The one before, whatever the period is (contract section 5: `previous`).
    Previous,
    With(Period),
}

impl Compare {
    /// Reads `previous` or a period.
    ///
    /// # Errors
    /// Those of periods.
    pub fn parse(text: &str, today: NaiveDate) -> Result<Compare, PeriodError> {
        match text.trim() {
            "previous" => Ok(Compare::Previous),
            text => Period::parse(text, today).map(Compare::With),
        }
    }

    /// The period to compare with; `None` where there is none before.
    pub fn period(self, with: &Period, today: NaiveDate) -> Option<Period> {
        match self {
            Compare::Previous => with.previous(today),
            Compare::With(period) => Some(period),
        }
    }
}

impl fmt::Display for Compare {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Compare::Previous => f.write_str("previous"),
            Compare::With(period) => period.fmt(f),
        }
    }
}
