//! The one filter language and the one `Question`. Lists, look-up, statistics, goals, saved views, reports and the
//! command line all speak it (contract sections 4 and 5). Pure.

mod any_names;
mod compare;
mod error;
mod filter;
pub mod key;
mod measure;
mod period;
mod question;
mod term;
mod values;

pub use any_names::AnyNames;
pub use compare::Compare;
pub use error::QueryError;
pub use filter::{Filter, with_values};
pub use key::{Dimension, Key, Names, Values};
pub use measure::Measure;
pub use period::{Bucket, Period, PeriodError, Unit};
pub use question::{Question, UNKNOWN, Words};
pub use term::{Term, Test};
pub use values::{Vocabulary, code_label};

/// The error of `Filter::parse` and its kin.
pub type FilterError = QueryError;
