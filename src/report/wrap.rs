//! Text broken into lines of a width in columns: at spaces, and inside a word only where it is wider than a line.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// The columns that a text takes in a terminal or on a line printer.
pub fn width(text: &str) -> usize {
    text.width()
}

/// The lines of a text, none wider than `limit` columns (a limit of 0 counts as 1). A line end in the text is one in
/// the result; an empty text is one empty line. Only the plain space breaks: a no-break space holds its words together.
pub fn wrap(text: &str, limit: usize) -> Vec<String> {
    text.split('\n').flat_map(|line| wrap_line(line, limit.max(1))).collect()
}

fn wrap_line(text: &str, limit: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in text.split(' ').filter(|w| !w.is_empty()) {
        for part in cut(word, limit) {
            let Some(line) = lines.last_mut() else { continue };
            let joined = if line.is_empty() { part.clone() } else { format!("{line} {part}") };
            if width(&joined) <= limit { *line = joined } else { lines.push(part) }
        }
    }
    lines
}

/// A text padded with spaces to `limit` columns, before it if `right`.
pub fn pad(text: &str, limit: usize, right: bool) -> String {
    let spaces = " ".repeat(limit.saturating_sub(width(text)));
    if right { spaces + text } else { text.to_owned() + &spaces }
}

/// A text that fits in `limit` columns, its end replaced by `…` where it does not.
pub fn shorten(text: &str, limit: usize) -> String {
    if width(text) <= limit {
        return text.to_owned();
    }
    let first = cut(text, limit.saturating_sub(1).max(1)).into_iter().next().unwrap_or_default();
    if limit < 2 { "…".repeat(limit) } else { first.trim_end().to_owned() + "…" }
}

/// A word in parts that fit in `limit` columns, cut between grapheme clusters. A cluster that is wider by itself
/// becomes a `?`.
fn cut(word: &str, limit: usize) -> Vec<String> {
    if width(word) <= limit {
        return vec![word.to_owned()];
    }
    let mut parts = vec![String::new()];
    for cluster in word.graphemes(true) {
        let cluster = if width(cluster) > limit { "?" } else { cluster };
        let Some(part) = parts.last_mut() else { continue };
        part.push_str(cluster);
        if width(part) > limit {
            part.truncate(part.len() - cluster.len());
            parts.push(cluster.to_owned());
        }
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn lines_break_at_spaces() {
        assert_eq!(wrap("Alla som kom fick frågan.", 10), ["Alla som", "kom fick", "frågan."]);
        assert_eq!(wrap("1\u{a0}006\u{a0}698 kr", 10), ["1\u{a0}006\u{a0}698", "kr"]);
        assert_eq!(wrap("a\n\nb", 10), ["a", "", "b"]);
        assert_eq!(wrap("förundersökning", 6), ["förund", "ersökn", "ing"]);
    }

    #[test]
    fn wide_letters_take_two_columns() {
        assert_eq!(wrap("日本語", 4), ["日本", "語"]);
        assert_eq!(wrap("日", 1), ["?"]);
        assert_eq!(shorten("Södermalms stadsdelsförvaltning", 10), "Södermalm…");
        assert_eq!(pad("å", 3, true), "  å");
    }

    proptest! {
        #[test]
        fn no_line_is_wider_than_asked(text in "\\PC{0,60}", limit in 0usize..20) {
            for line in wrap(&text, limit) {
                prop_assert!(width(&line) <= limit.max(1), "{line:?}");
            }
            prop_assert!(width(&shorten(&text, limit)) <= limit);
        }
    }
}
