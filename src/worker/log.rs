//! An open log: the store and the facts that are counted from it, changed together.

use crate::app::exchange::{Refusal, RefusalKind};
use crate::checks::Finding;
use crate::domain::{Change, Lang, Shown};
use crate::facts::Facts;
use crate::stats::GoalsError;
use crate::store::{Error, Store};
use chrono::NaiveDate;
use std::cell::OnceCell;

/// An open log.
pub struct Log {
    pub store: Store,
    pub facts: Facts,
    pub today: NaiveDate,
    /// What the checks find, worked out when it is asked for.
    pub findings: OnceCell<Vec<Finding>>,
}

impl Log {
    /// Changes the store, and the facts with it.
    ///
    /// # Errors
    /// Those of the store; nothing was changed then.
    pub fn apply(
        &mut self,
        change: impl FnOnce(&mut Store) -> Result<Option<Change>, Error>,
    ) -> Result<Option<Change>, Error> {
        let done = change(&mut self.store)?;
        if let Some(done) = &done {
            self.facts.apply(done);
            self.findings.take();
        }
        Ok(done)
    }
}

/// A refusal that is about nothing in particular.
pub fn other(message: impl AsRef<str>) -> Refusal {
    Refusal { message: Shown::line(message), kind: RefusalKind::Other }
}

/// Why the goals cannot be counted.
pub fn goals_refusal(error: GoalsError<Error>, lang: Lang) -> Refusal {
    match error {
        GoalsError::Indicator { goal, label, error } => other(format!("{goal} {label}: {}", error.say(lang))),
        GoalsError::LookUp(error) => other(error.message(lang).as_str()),
    }
}
