//! Swedish and English: every text people read, and how dates, numbers and problems are put in words.
//!
//! Texts stand in one table per room (`texts!`), each with both languages; one that lacks a language does not compile.

mod format;
pub mod texts;

pub use format::{
    capital, date_long, date_with_weekday, decimal, interval, meant, money, month, number, per_cent, percent,
    period_of_days, problem, target, weekday,
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

/// The text in one language with its `{name}` places filled. What is filled in is not looked at again, whatever it
/// holds.
pub fn fill(text: Text, lang: Lang, parts: &[(&str, &dyn Display)]) -> String {
    let mut filled = String::new();
    let mut rest = text.get(lang);
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        let place = after.split_once('}').and_then(|(name, after)| {
            let (_, part) = parts.iter().find(|(known, _)| *known == name)?;
            Some((part.to_string(), after))
        });
        let (part, after) = place.unwrap_or_else(|| ("{".to_owned(), after));
        filled.push_str(&part);
        rest = after;
    }
    filled + rest
}

/// The text for one or for another number of things, with `{n}` filled.
pub fn plural(count: u64, one: Text, other: Text, lang: Lang) -> String {
    fill(if count == 1 { one } else { other }, lang, &[("n", &number(count as i64, lang))])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_filled_in_is_not_filled_again() {
        let text = Text::new("{a} och {b}, {c}", "{a} and {b}, {c}");
        assert_eq!(fill(text, Lang::Sv, &[("a", &"{b}"), ("b", &1)]), "{b} och 1, {c}");
        assert_eq!(fill(text, Lang::En, &[]), "{a} and {b}, {c}");
    }
}
