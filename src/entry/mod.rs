//! What people type on a shift, read as they mean it: days, times of day, and a whole contact on one line. Pure.
//!
//! Nothing is guessed: what cannot be read with certainty is pointed out, and every reading is shown before it is kept.

pub mod day;
pub mod line;
mod relative;
mod strength;
pub mod words;

pub use day::{Lean, read_day, read_time, say_day};
pub use line::{HABITS, Line, Meaning, Part, read_line};
pub use strength::strength;
pub use words::readings;
