//! Why something that was asked could not be done: one shape for all that the worker does, put in words in one place
//! (`Desk::refusal`), so that what was interrupted is known to be, wherever in an answer that was.

use super::find::FindError;
use super::log::Log;
use crate::app::exchange::{ReadOnly, Refusal, RefusalKind};
use crate::domain::{Lang, Shown};
use crate::i18n::texts::app as t;
use crate::query::QueryError;
use crate::stats::{GoalsError, TooLarge};
use crate::store::Error;

/// Why something could not be done.
#[derive(Debug)]
pub enum Fault {
    Store(Error),
    /// A filter or period that cannot be read.
    Query(QueryError),
    /// An indicator that cannot be counted, of the goal with that number.
    Indicator {
        goal: u32,
        label: String,
        error: QueryError,
    },
    TooLarge(TooLarge),
    /// The record is no longer there.
    Gone,
    /// Said in words already.
    Said(Refusal),
}

impl Fault {
    /// One that is about nothing in particular, in words.
    pub fn said(message: impl Into<String>) -> Fault {
        Fault::Said(Refusal { message: Shown::line(message), kind: RefusalKind::Other })
    }

    /// The same in words. A disk that takes no more is said on one line, with what to do, where the store is open.
    pub fn refusal(self, log: Option<&Log>, lang: Lang) -> Refusal {
        let (message, kind) = match self {
            Fault::Store(error) => return of_store(&error, log, lang),
            Fault::Query(error) => (error.say(lang), RefusalKind::Other),
            Fault::Indicator { goal, label, error } => {
                (format!("{goal} {label}: {}", error.say(lang)), RefusalKind::Other)
            }
            Fault::TooLarge(error) => (error.say(lang), RefusalKind::Other),
            Fault::Gone => (t::RECORD_GONE.get(lang).to_owned(), RefusalKind::Gone),
            Fault::Said(refusal) => return refusal,
        };
        Refusal { message: Shown::line(message), kind }
    }
}

fn of_store(error: &Error, log: Option<&Log>, lang: Lang) -> Refusal {
    let kind = match error {
        Error::WrongPassphrase => RefusalKind::WrongPassphrase,
        Error::Stopped => RefusalKind::Stopped,
        _ => RefusalKind::Other,
    };
    let message = match (error, log.and_then(|log| log.store.trouble(error))) {
        (Error::Newer { .. }, _) => Shown::line(ReadOnly::Newer.why().get(lang)),
        (_, Some(trouble)) => Shown::line(trouble.words(lang)),
        (error, None) if log.is_some() => Shown::line(error.message(lang).as_str()),
        (error, None) => error.message(lang),
    };
    Refusal { message, kind }
}

impl From<Error> for Fault {
    fn from(error: Error) -> Fault {
        Fault::Store(error)
    }
}

impl From<QueryError> for Fault {
    fn from(error: QueryError) -> Fault {
        Fault::Query(error)
    }
}

impl From<FindError> for Fault {
    fn from(error: FindError) -> Fault {
        match error {
            FindError::Query(error) => Fault::Query(error),
            FindError::Store(error) => Fault::Store(error),
        }
    }
}

impl From<GoalsError<Error>> for Fault {
    fn from(error: GoalsError<Error>) -> Fault {
        match error {
            GoalsError::Indicator { goal, label, error } => Fault::Indicator { goal, label, error },
            GoalsError::LookUp(error) => Fault::Store(error),
        }
    }
}

impl From<TooLarge> for Fault {
    fn from(error: TooLarge) -> Fault {
        Fault::TooLarge(error)
    }
}
