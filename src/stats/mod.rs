//! Answers a `Question` from the facts. Counting happens here and nowhere else, so that screen, print and export
//! cannot differ. Pure.
//!
//! Every number is itself a question (`Question::cell`); its records are that question's list (`records`). The numbers
//! of funnel, timeliness and balance are parts of a cohort (`Part`), with their own list (`part_rows`).

mod answer;
mod axis;
mod balance;
mod by_day;
mod cohort;
mod column;
mod firsts;
mod funnel;
mod goals;
mod grid;
mod print;
pub mod said;
mod scope;
pub mod sheet;
pub mod suppress;
mod tally;
mod terms;
mod timeliness;
mod view_print;

pub use answer::{Answer, MOST_CELLS, TooLarge, answer, answer_within, holds, list, listed, records, rows, sources};
pub use axis::{Axis, AxisValue};
pub use balance::{BALANCED, BalanceLine, Flow, balance};
pub use cohort::{Part, part_rows};
pub use funnel::{Funnel, Left, Step, StepCount, funnel};
pub use goals::{GoalLine, GoalsError, goals, indicator};
pub use print::{Print, Published, TableIds};
pub use timeliness::{Span, Timed, timeliness};
pub use view_print::{ShownFunnel, ShownTimed, shown_balance};
