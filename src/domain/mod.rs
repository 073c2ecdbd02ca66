//! What a record is: kinds and their fields, values, value lists, dates and ages, and the change that every edit is.
//!
//! Pure: no clock, file, terminal or SQL. Everything here is fixed by `contract` sections 3 and 5.

pub mod budget;
pub mod change;
pub mod countries;
pub mod date;
pub mod field;
pub mod identity;
pub mod lists;
pub mod meant;
pub mod money;
pub mod names;
pub mod outline;
pub mod problem;
pub mod project;
pub mod record;
pub mod reference;
pub mod saved_view;
pub mod stub;
pub mod target;
pub mod text;
pub mod value;

pub use budget::Budget;
pub use change::{Action, Change, Edit};
pub use date::{AgeGroups, Birth, Every, Moment, Unit};
pub use field::{Field, Kind, Limit, Type};
pub use lists::{List, ListValue, Lists};
pub use meant::Meant;
pub use money::Money;
pub use names::NameFinder;
pub use outline::{OutlineSection, Outlines};
pub use problem::Problem;
pub use project::{Goal, Indicator, Project};
pub use record::Record;
pub use reference::Ref;
pub use saved_view::{SavedView, ViewEdit, ViewKind};
pub use target::Target;
pub use text::{Lang, Shown, Text};
pub use value::Value;
