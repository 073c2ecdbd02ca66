//! The one text field: its cursor moves by grapheme cluster, its width is counted in columns, never in bytes, and what
//! was typed is undone and done again a word at a time, a paste at once.

use super::keys::Action;
use super::strokes::Strokes;
use crate::domain::text::is_unseen;
use std::ops::Range;
use unicode_segmentation::{GraphemeCursor, UnicodeSegmentation};
use unicode_width::UnicodeWidthStr;

/// Text being typed, of one or several lines.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TextField {
    text: String,
    /// Byte place of the cursor, always between two grapheme clusters.
    cursor: usize,
    /// The column that the cursor keeps to while it moves over lines.
    column: Option<usize>,
    strokes: Strokes,
}

impl TextField {
    /// A field with that text and the cursor at its end.
    pub fn new(text: impl Into<String>) -> TextField {
        let text = text.into();
        TextField { cursor: text.len(), text, ..TextField::default() }
    }

    /// A field with that text and the cursor at a byte of it, or at the next place where it can stand.
    pub fn at(text: impl Into<String>, cursor: usize) -> TextField {
        let mut field = TextField::new(text);
        field.cursor = cursor.min(field.text.len());
        field.settle();
        field
    }

    pub fn text(&self) -> &str {
        &self.text
    }

    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// Byte place of the cursor.
    pub fn cursor(&self) -> usize {
        self.cursor
    }

    /// Puts text in at the cursor. Control characters are left out; line ends stay only where `lines` allows them.
    pub fn insert(&mut self, text: &str, lines: bool) {
        let text = text.replace("\r\n", "\n").replace('\r', "\n");
        let fit = |c: char| match c {
            '\n' if lines => Some('\n'),
            '\n' | '\t' => Some(' '),
            c if c.is_control() => None,
            c => Some(c),
        };
        let text: String = text.chars().filter_map(fit).collect();
        self.change(self.cursor..self.cursor, &text);
    }

    /// Puts a text in the place of a range. The cursor stands after it.
    pub fn change(&mut self, range: Range<usize>, text: &str) {
        self.column = None;
        let taken = self.text.get(range.clone()).unwrap_or_default();
        self.strokes.note(range.start, taken, text, self.cursor);
        self.text.replace_range(range.clone(), text);
        self.cursor = range.start + text.len();
        self.settle();
    }

    /// After an insertion the cursor may stand inside a cluster (a combining mark joined the letter before it).
    fn settle(&mut self) {
        let between = |at| GraphemeCursor::new(at, self.text.len(), true).is_boundary(&self.text, 0).unwrap_or(true);
        while self.cursor < self.text.len() && !(self.text.is_char_boundary(self.cursor) && between(self.cursor)) {
            self.cursor += 1;
        }
    }

    /// Moves the cursor or cuts. `false`: the action is none of the editor's.
    pub fn act(&mut self, action: Action) -> bool {
        let (left, right) = (self.left_of(self.cursor), self.right_of(self.cursor));
        let cuts = matches!(action, Action::DeleteLeft | Action::DeleteRight | Action::DeleteWord | Action::ClearText);
        if !cuts {
            self.strokes.pause();
        }
        self.column = None;
        match action {
            Action::UndoText => self.turn(Strokes::undo),
            Action::RedoText => self.turn(Strokes::redo),
            Action::TextStart => self.cursor = 0,
            Action::TextEnd => self.cursor = self.text.len(),
            Action::TextLeft => self.cursor = left,
            Action::TextRight => self.cursor = right,
            Action::WordLeft => self.cursor = self.word_left(),
            Action::WordRight => self.cursor = self.word_right(),
            Action::LineStart => self.cursor = self.line_start(),
            Action::LineEnd => self.cursor = self.line_end(),
            Action::DeleteLeft => self.cut(left..self.cursor),
            Action::DeleteRight => self.cut(self.cursor..right),
            Action::DeleteWord => self.cut(self.word_left()..self.cursor),
            Action::ClearText => self.cut(0..self.text.len()),
            _ => return false,
        }
        true
    }

    fn cut(&mut self, range: Range<usize>) {
        if !range.is_empty() {
            self.change(range, "");
        }
    }

    /// Takes back the latest stroke, or does again the latest that was taken back.
    fn turn(&mut self, stroke: fn(&mut Strokes, &mut String) -> Option<usize>) {
        if let Some(cursor) = stroke(&mut self.strokes, &mut self.text) {
            self.cursor = cursor;
            self.settle();
        }
    }

    fn left_of(&self, place: usize) -> usize {
        self.text[..place].grapheme_indices(true).next_back().map_or(0, |(start, _)| start)
    }

    fn right_of(&self, place: usize) -> usize {
        self.text[place..].graphemes(true).next().map_or(place, |cluster| place + cluster.len())
    }

    fn word_left(&self) -> usize {
        self.text[..self.cursor].unicode_word_indices().next_back().map_or(0, |(start, _)| start)
    }

    fn word_right(&self) -> usize {
        let rest = &self.text[self.cursor..];
        rest.unicode_word_indices().next().map_or(self.text.len(), |(start, word)| self.cursor + start + word.len())
    }

    fn line_start(&self) -> usize {
        self.text[..self.cursor].rfind('\n').map_or(0, |end| end + 1)
    }

    fn line_end(&self) -> usize {
        self.text[self.cursor..].find('\n').map_or(self.text.len(), |end| self.cursor + end)
    }

    /// The lines of the text wrapped at words to a width in columns, as byte ranges. There is always one.
    pub fn lines(&self, width: usize) -> Vec<Range<usize>> {
        wrap(&self.text, width)
    }

    /// Which of the wrapped lines the cursor is on, and its column there.
    pub fn place(&self, width: usize) -> (usize, usize) {
        let lines = self.lines(width);
        let line = lines.iter().rposition(|line| line.start <= self.cursor).unwrap_or(0);
        let start = lines.get(line).map_or(0, |line| line.start);
        (line, columns(&self.text[start..self.cursor]))
    }

    /// Moves the cursor some wrapped lines up (negative) or down, keeping its column. `false` where there is none.
    pub fn move_lines(&mut self, by: isize, width: usize) -> bool {
        let lines = self.lines(width);
        let (line, column) = self.place(width);
        let column = self.column.unwrap_or(column);
        let Some(target) = line.checked_add_signed(by).and_then(|line| lines.get(line)) else { return false };
        let text = self.text[target.clone()].trim_end_matches('\n');
        let mut reached = 0;
        let mut place = target.start;
        for cluster in text.graphemes(true) {
            reached += columns(cluster);
            if reached > column {
                break;
            }
            place += cluster.len();
        }
        self.cursor = place;
        self.column = Some(column);
        self.strokes.pause();
        true
    }

    /// The part of a one-line text that fits a width with the cursor in it, and the cursor's column there.
    pub fn window(&self, width: usize) -> (&str, usize) {
        let room = width.saturating_sub(1);
        let mut start = self.cursor;
        let mut column = 0;
        for (at, cluster) in self.text[..self.cursor].grapheme_indices(true).rev() {
            if column + columns(cluster) > room {
                break;
            }
            column += columns(cluster);
            start = at;
        }
        (&self.text[start..], column)
    }
}

/// The width of a text in terminal columns, as it is shown: what `Shown` drops has none.
pub fn columns(text: &str) -> usize {
    one_each(text).unwrap_or_else(|| text.chars().filter(|&c| !is_unseen(c)).collect::<String>().width())
}

/// The number of a text's characters, where each takes a column and none joins another: so is nearly every text, and
/// needs no look at its clusters.
pub fn one_each(text: &str) -> Option<usize> {
    let mut count = 0;
    text.chars().inspect(|_| count += 1).all(is_narrow).then_some(count)
}

/// Whether a character takes one column beside any of its like: Latin letters and signs; dashes and dots, arrows, lines
/// and blocks.
fn is_narrow(c: char) -> bool {
    match c {
        ' '..='~' => true,
        '\u{a0}'..='\u{2ff}' => c != '\u{ad}',
        _ => matches!(c, '\u{2010}'..='\u{2027}' | '\u{2190}'..='\u{21ff}' | '\u{2500}'..='\u{25fc}'),
    }
}

/// Wraps a text at spaces to a width in columns; words longer than a line are cut between clusters.
pub fn wrap(text: &str, width: usize) -> Vec<Range<usize>> {
    let width = width.max(1);
    let mut lines = Vec::new();
    let (mut start, mut used, mut at) = (0, 0, 0);
    for word in text.split_inclusive([' ', '\n']) {
        let needed = columns(word.trim_end());
        if used + needed > width && used > 0 {
            lines.push(start..at);
            (start, used) = (at, 0);
        }
        if needed > width {
            for (offset, cluster) in word.grapheme_indices(true) {
                if used + columns(cluster) > width && used > 0 && !cluster.trim().is_empty() {
                    lines.push(start..at + offset);
                    (start, used) = (at + offset, 0);
                }
                used += columns(cluster);
            }
        } else {
            used += columns(word);
        }
        at += word.len();
        if word.ends_with('\n') {
            lines.push(start..at);
            (start, used) = (at, 0);
        }
    }
    lines.push(start..text.len());
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wrapped(text: &str, width: usize) -> Vec<&str> {
        wrap(text, width).into_iter().map(|line| &text[line]).collect()
    }

    #[test]
    fn the_cursor_moves_by_cluster() {
        let mut field = TextField::new("ab\u{30a}👩\u{200d}👧c");
        for expected in ["ab\u{30a}👩\u{200d}👧", "ab\u{30a}", "a", ""] {
            field.act(Action::TextLeft);
            assert_eq!(&field.text()[..field.cursor()], expected);
        }
        field.act(Action::TextRight);
        field.act(Action::DeleteRight);
        assert_eq!(field.text(), "a👩\u{200d}👧c");
        field.act(Action::LineEnd);
        field.act(Action::DeleteLeft);
        field.act(Action::DeleteLeft);
        assert_eq!(field.text(), "a");
    }

    #[test]
    fn a_mark_typed_after_a_letter_joins_it() {
        let mut field = TextField::new("ax");
        field.act(Action::TextLeft);
        field.insert("\u{30a}", false);
        field.insert("b", false);
        assert_eq!(field.text(), "a\u{30a}bx");
    }

    #[test]
    fn words_and_ends() {
        let mut field = TextField::new("orolig för brodern");
        field.act(Action::WordLeft);
        assert_eq!(&field.text()[field.cursor()..], "brodern");
        field.act(Action::DeleteWord);
        assert_eq!(field.text(), "orolig brodern");
        field.act(Action::LineStart);
        field.act(Action::WordRight);
        assert_eq!(field.cursor(), "orolig".len());
        field.act(Action::ClearText);
        assert!(field.is_empty());
    }

    #[test]
    fn what_was_typed_is_undone_by_words_and_done_again() {
        let mut field = TextField::default();
        for letter in "orolig för".chars() {
            field.insert(letter.encode_utf8(&mut [0; 4]), false);
        }
        field.insert(" brodern och Åsa", false);
        let mut undone = Vec::new();
        for _ in 0..4 {
            field.act(Action::UndoText);
            undone.push(field.text().to_owned());
        }
        assert_eq!(undone, ["orolig för", "orolig ", "", ""]);
        for _ in 0..4 {
            field.act(Action::RedoText);
        }
        assert_eq!((field.text(), field.cursor()), ("orolig för brodern och Åsa", "orolig för brodern och Åsa".len()));
        // Erasing letter by letter is one stroke, clearing another; what is typed after an undo ends what was undone.
        (0..3).for_each(|_| assert!(field.act(Action::DeleteLeft)));
        field.act(Action::ClearText);
        field.act(Action::UndoText);
        assert_eq!(field.text(), "orolig för brodern och ");
        field.act(Action::UndoText);
        assert_eq!((field.text(), field.cursor()), ("orolig för brodern och Åsa", "orolig för brodern och Åsa".len()));
        field.insert("!", false);
        field.act(Action::RedoText);
        assert_eq!(field.text(), "orolig för brodern och Åsa!");
    }

    #[test]
    fn a_cursor_that_moved_begins_a_new_stroke() {
        let mut field = TextField::default();
        field.insert("a", true);
        field.act(Action::TextStart);
        field.insert("b", true);
        field.act(Action::UndoText);
        assert_eq!((field.text(), field.cursor()), ("a", 0));
        field.act(Action::TextEnd);
        assert_eq!(field.cursor(), 1);
    }

    #[test]
    fn only_notes_keep_line_ends() {
        let mut line = TextField::default();
        line.insert("a\r\nb\tc\u{1b}", false);
        assert_eq!(line.text(), "a b c");
        let mut note = TextField::default();
        note.insert("a\r\nb", true);
        assert_eq!(note.text(), "a\nb");
    }

    #[test]
    fn lines_wrap_at_words_and_columns() {
        assert_eq!(wrapped("ett två tre", 7), ["ett två ", "tre"]);
        assert_eq!(wrapped("abcdefgh ij", 4), ["abcd", "efgh ", "ij"]);
        assert_eq!(wrapped("a\nb", 9), ["a\n", "b"]);
        assert_eq!(wrapped("漢字漢字", 5), ["漢字", "漢字"]);
        assert_eq!(wrapped("", 5), [""]);
    }

    #[test]
    fn the_cursor_moves_over_wrapped_lines() {
        let mut field = TextField::new("ett två tre\nfyra");
        assert_eq!(field.place(8), (2, 4));
        assert!(field.move_lines(-1, 8));
        assert_eq!(&field.text()[..field.cursor()], "ett två tre");
        assert!(field.move_lines(-1, 8));
        assert!(!field.move_lines(-1, 8));
        assert_eq!(field.place(8), (0, 4));
        // A short line on the way does not lose the column.
        let mut field = TextField::new("abcdef\nab\nabcdef");
        assert!(field.move_lines(-1, 9) && field.place(9) == (1, 2));
        assert!(field.move_lines(-1, 9) && field.place(9) == (0, 6));
    }

    #[test]
    fn a_long_line_shows_the_part_with_the_cursor() {
        let mut field = TextField::new("abcdef");
        assert_eq!(field.window(4), ("def", 3));
        field.act(Action::LineStart);
        assert_eq!(field.window(4), ("abcdef", 0));
        assert_eq!(TextField::new("a漢b").window(3), ("b", 1));
    }
}
