//! Swedish and English: every text people read, and how dates, numbers and problems are put in words.
//!
//! Texts stand in one table per room (`texts!`), each with both languages; one that lacks a language does not compile.

mod format;
pub mod texts;

pub use format::{
    capital, date_long, date_with_weekday, decimal, money, month, number, percent, period_of_days, problem, weekday,
};

use crate::domain::{Lang, Text};
use std::fmt::Display;

/// Declares texts as constants, and `ALL`, the list of them by name, for the tests that hold the tables.
#[macro_export]
macro_rules! texts {
    ($($(#[$doc:meta])* $name:ident = $sv:literal, $en:literal;)*) => {
        $($(#[$doc])* pub const $name: $crate::domain::Text = $crate::domain::Text::new($sv, $en);)*
        /// Every text of this table by name.
        pub const ALL: &[(&str, $crate::domain::Text)] = &[$((stringify!($name), $name)),*];
    };
}

/// The text in one language with its `{name}` places filled.
pub fn fill(text: Text, lang: Lang, parts: &[(&str, &dyn Display)]) -> String {
    parts
        .iter()
        .fold(text.get(lang).to_owned(), |done, (name, part)| done.replace(&format!("{{{name}}}"), &part.to_string()))
}

/// The text for one or for another number of things, with `{n}` filled.
pub fn plural(count: u64, one: Text, other: Text, lang: Lang) -> String {
    fill(if count == 1 { one } else { other }, lang, &[("n", &number(count as i64, lang))])
}
