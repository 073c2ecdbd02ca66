//! Where the figures of a column stand under each other: at their decimal sign, or at their end; the marks of notes
//! hang after that.

use super::document::{Align, Cell, Row, Table};
use super::wrap::width;

/// A cell's text before and after the place where the figures of its column meet.
pub fn parts(cell: &Cell, align: Align) -> (String, String) {
    let text = cell.text.as_str();
    let (before, after) = match align {
        Align::Left | Align::Right => (text, ""),
        Align::Decimal => text.split_at(decimal_place(text)),
    };
    let mark = cell.note.map(|mark| format!("\u{a0}[{mark}]")).unwrap_or_default();
    (before.to_owned(), after.to_owned() + &mark)
}

/// The cells of a column under its head.
pub fn cells(table: &Table, column: usize) -> impl Iterator<Item = &Cell> {
    let in_columns = table.rows.iter().filter(|row| !matches!(row, Row::Group(_)));
    in_columns.filter_map(move |row| row.cells().get(column))
}

/// How far, in columns of text, the figures of a column reach before and after where they meet.
#[derive(Clone, Copy, Default)]
pub struct Reach {
    before: usize,
    after: usize,
}

impl Reach {
    /// That of a column; of one of words nothing.
    pub fn of(table: &Table, column: usize) -> Reach {
        let align = table.columns.get(column).map_or(Align::Left, |column| column.align);
        if align == Align::Left {
            return Reach::default();
        }
        let parts = cells(table, column).map(|cell| parts(cell, align));
        parts.fold(Reach::default(), |most, (before, after)| Reach {
            before: most.before.max(width(&before)),
            after: most.after.max(width(&after)),
        })
    }

    pub fn width(self) -> usize {
        self.before + self.after
    }

    /// How many columns stay free after a figure, so that it meets the others.
    pub fn free(self, cell: &Cell, align: Align) -> usize {
        if align == Align::Left { 0 } else { self.after.saturating_sub(width(&parts(cell, align).1)) }
    }
}

/// Where the decimal sign of a figure stands, or where it would: after its last digit. The sign is the last comma or
/// point with one or two digits after it; before three it parts thousands. The end of the text if it has no digit.
fn decimal_place(text: &str) -> usize {
    let is_digit = |c: char| c.is_ascii_digit();
    let Some(last) = text.rfind(is_digit) else { return text.len() };
    let figure = text.get(..=last).unwrap_or(text);
    match figure.rfind([',', '.']) {
        Some(sign) if figure.len() - sign <= 3 && figure.get(sign + 1..).is_some_and(|d| d.chars().all(is_digit)) => {
            sign
        }
        _ => figure.len(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_decimal_sign_has_one_or_two_digits_after_it() {
        for (text, before) in [("1,006,698.50", "1,006,698"), ("1,006,698", "1,006,698"), ("2,5", "2"), ("67 %", "67")]
        {
            assert_eq!(&text[..decimal_place(text)], before, "{text}");
        }
        assert_eq!(decimal_place("kr"), 2);
    }

    #[test]
    fn marks_hang_after_the_figure() {
        let cell = Cell::new("20,5").with_note(12);
        assert_eq!(parts(&cell, Align::Right), ("20,5".to_owned(), "\u{a0}[12]".to_owned()));
        assert_eq!(parts(&cell, Align::Decimal), ("20".to_owned(), ",5\u{a0}[12]".to_owned()));
    }
}
