//! Answers a `Question` from the facts. Counting happens here and nowhere else, so that screen, print and export
//! cannot differ. Pure.
//!
//! Every number is itself a question (`Question::cell`); its records are that question's list (`records`).

mod answer;
mod axis;
mod column;
mod goals;
mod scope;
mod tally;
mod terms;

pub use answer::{Answer, answer, list, records, rows};
pub use axis::{Axis, AxisValue};
pub use goals::{GoalLine, GoalsError, goals};
