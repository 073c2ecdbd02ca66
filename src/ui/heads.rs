//! What stands over and beside long tables: heads of columns in two lines, and which of the rows and columns are seen.

use crate::app::text_field::{columns, wrap};
use crate::domain::{Lang, Shown};
use crate::i18n::{fill, texts::app as t};
use std::fmt::Display;
use std::ops::Range;

/// The widest line of a head that is wrapped, longer words apart.
const HEAD: usize = 10;
/// Words so long are kept whole.
pub const WORD: usize = 14;
/// The same where there is room.
pub const LONG_WORD: usize = 24;

/// A head in two lines, the lower one filled first. Words of at most so many columns stay whole; longer ones are parted
/// with a hyphen.
pub fn in_two(head: &Shown, word: usize) -> [Shown; 2] {
    let text = head.as_str();
    let longest = text.split_whitespace().map(columns).max().unwrap_or(0);
    let width = longest.clamp(HEAD, word);
    let lines = wrap(text, width);
    let Some(first) = lines.first().filter(|_| lines.len() > 1) else { return [Shown::default(), head.clone()] };
    let is_parted = |end: usize| {
        let (before, after) = text.split_at(end);
        !before.ends_with(char::is_whitespace) && !after.starts_with(char::is_whitespace) && !before.ends_with('-')
    };
    if !is_parted(first.end) {
        let (first, rest) = text.split_at(first.end);
        return [Shown::line(first.trim_end()), Shown::line(rest)];
    }
    let end = wrap(text, width.saturating_sub(1)).first().map_or(first.end, |first| first.end);
    let (first, rest) = text.split_at(end);
    let hyphen = if is_parted(end) { "-" } else { "" };
    [Shown::line(format!("{}{hyphen}", first.trim_end())), Shown::line(rest)]
}

/// Which rows and columns are seen, of how many; nothing where all are.
pub fn more(
    (rows, all_rows): (Range<usize>, usize),
    (columns, all_columns): (Range<usize>, usize),
    lang: Lang,
) -> Shown {
    let said = |text, seen: Range<usize>, all: usize| {
        let parts: [(&str, &dyn Display); 3] = [("from", &(seen.start + 1)), ("to", &seen.end), ("all", &all)];
        (seen.len() < all).then(|| fill(text, lang, &parts))
    };
    let parts = [said(t::SEEN_ROWS, rows, all_rows), said(t::SEEN_COLUMNS, columns, all_columns)];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    match parts.is_empty() {
        true => Shown::default(),
        false => Shown::line(format!("{}{}", parts.join(" · "), t::ARROWS_SHOW_MORE.get(lang))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn two(head: &str, word: usize) -> [String; 2] {
        in_two(&Shown::line(head), word).map(|line| line.as_str().to_owned())
    }

    #[test]
    fn words_stay_whole_or_are_parted_with_a_hyphen() {
        assert_eq!(two("Totalt", WORD), ["", "Totalt"]);
        assert_eq!(two("brottsutsatt", WORD), ["", "brottsutsatt"]);
        assert_eq!(two("anhörig till brottsutsatt", WORD), ["anhörig till", "brottsutsatt"]);
        assert_eq!(two("prostitutionsgruppen", WORD), ["prostitutions-", "gruppen"]);
        assert_eq!(two("prostitutionsgruppen", LONG_WORD), ["", "prostitutionsgruppen"]);
        assert_eq!(two("halvår 1 2009", WORD), ["halvår 1", "2009"]);
    }

    #[test]
    fn what_is_not_seen_is_said() {
        let said = |rows, columns| more(rows, columns, Lang::Sv).as_str().to_owned();
        assert_eq!(said((0..24, 24), (0..4, 4)), "");
        assert_eq!(said((0..18, 24), (0..4, 4)), "rad 1–18 av 24; pilarna visar fler");
        assert_eq!(said((0..24, 24), (2..6, 8)), "kolumn 3–6 av 8; pilarna visar fler");
        assert_eq!(said((0..18, 24), (2..6, 8)), "rad 1–18 av 24 · kolumn 3–6 av 8; pilarna visar fler");
    }
}
