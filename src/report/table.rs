//! A table as lines: column widths, wrapped cells, and bands of columns where a table is wider than the page.

use super::columns::{Size, fit, split};
use super::document::{Align, Cell, Column, Row, Table};
use super::wrap::{pad, width, wrap};

/// Columns between two columns.
const GAP: usize = 2;
/// No column of words is made narrower than this, if it has more to say.
const NARROWEST: usize = 14;

/// Part of a table that fits across the page: the lines of its head, and the lines of each row.
pub struct Band {
    pub head: Vec<String>,
    pub rows: Vec<Vec<String>>,
}

/// The table in bands, each with the first column, no line wider than `limit` columns.
pub fn bands(table: &Table, limit: usize) -> Vec<Band> {
    let sizes: Vec<Size> = (0..table.columns.len()).map(|i| size(table, i, limit)).collect();
    let bands = split(&sizes, GAP, limit);
    bands.into_iter().map(|columns| band(table, &columns, &fit(&sizes, &columns, GAP, limit))).collect()
}

fn size(table: &Table, column: usize, limit: usize) -> Size {
    let Some(Column { head, align }) = table.columns.get(column) else { return Size { least: 1, most: 1 } };
    let figures = cells(table, column).map(|cell| width(&cell.plain())).max().unwrap_or(0);
    let figures = figures.max(if *align == Align::Decimal { Decimals::of(table, column).width() } else { 0 });
    let most = figures.max(width(&head.plain())).clamp(1, limit);
    let longest_word = head.plain().split(' ').map(width).max().unwrap_or(0);
    let least = match align {
        Align::Left => most.min(NARROWEST),
        // A head may take several lines, a figure never.
        Align::Right | Align::Decimal => figures.max(longest_word),
    };
    // Two columns must fit beside each other.
    Size { least: least.clamp(1, (limit.saturating_sub(GAP) / 2).max(1)), most }
}

fn band(table: &Table, columns: &[usize], widths: &[usize]) -> Band {
    let empty = Cell::default();
    let decimals: Vec<Option<Decimals>> = columns.iter().map(|&i| Decimals::asked(table, i)).collect();
    let line_up = |cells: &[&Cell], is_head: bool| {
        let texts = cells.iter().zip(widths).zip(&decimals).map(|((cell, &width), decimals)| {
            let lines = wrap(&cell.plain(), width);
            match (decimals, lines.as_slice()) {
                (Some(decimals), [figure]) if !is_head => vec![decimals.aligned(figure, width)],
                _ => lines,
            }
        });
        let texts: Vec<Vec<String>> = texts.collect();
        let height = texts.iter().map(Vec::len).max().unwrap_or(0);
        let line = |n: usize| {
            let parts = columns.iter().zip(widths).zip(&texts).map(|((&i, &width), text)| {
                let right = table.columns.get(i).is_some_and(|column| column.align != Align::Left);
                pad(text.get(n).map_or("", String::as_str), width, right)
            });
            parts.collect::<Vec<_>>().join(&" ".repeat(GAP)).trim_end().to_owned()
        };
        (0..height).map(line).collect::<Vec<_>>()
    };
    let across = widths.iter().sum::<usize>() + GAP * widths.len().saturating_sub(1);
    let rule = "-".repeat(across);
    let heads: Vec<&Cell> = columns.iter().filter_map(|&i| Some(&table.columns.get(i)?.head)).collect();
    let mut head = line_up(&heads, true);
    head.push(rule.clone());
    let row = |row: &Row| {
        let cells: Vec<&Cell> = columns.iter().map(|&i| row.cells().get(i).unwrap_or(&empty)).collect();
        match row {
            Row::Cells(_) => line_up(&cells, false),
            Row::Total(_) => std::iter::once(rule.clone()).chain(line_up(&cells, false)).collect(),
            Row::Group(cell) => wrap(&cell.plain(), across),
        }
    };
    let rows = table.rows.iter().map(row).collect();
    Band { head, rows }
}

/// The cells of a column under its head.
fn cells(table: &Table, column: usize) -> impl Iterator<Item = &Cell> {
    let in_columns = table.rows.iter().filter(|row| !matches!(row, Row::Group(_)));
    in_columns.filter_map(move |row| row.cells().get(column))
}

/// How far the figures of a column reach before and after where their decimal signs stand.
struct Decimals {
    before: usize,
    after: usize,
}

impl Decimals {
    /// Those of a column, if its figures stand by their decimal signs.
    fn asked(table: &Table, column: usize) -> Option<Decimals> {
        let decimal = table.columns.get(column).is_some_and(|column| column.align == Align::Decimal);
        decimal.then(|| Decimals::of(table, column))
    }

    fn of(table: &Table, column: usize) -> Decimals {
        let parts = cells(table, column).map(|cell| {
            let text = cell.plain();
            let (before, after) = text.split_at(decimal_place(&text));
            (width(before), width(after))
        });
        parts.fold(Decimals { before: 0, after: 0 }, |most, (before, after)| Decimals {
            before: most.before.max(before),
            after: most.after.max(after),
        })
    }

    fn width(&self) -> usize {
        self.before + self.after
    }

    /// A figure with as many spaces after it as the longest decimals of the column need, unless it is too wide.
    fn aligned(&self, figure: &str, limit: usize) -> String {
        let after = width(figure.split_at(decimal_place(figure)).1);
        let spaces = self.after.saturating_sub(after).min(limit.saturating_sub(width(figure)));
        figure.to_owned() + &" ".repeat(spaces)
    }
}

/// What the longest figure of a column has from its decimal sign on.
pub struct Rests(Option<String>);

/// The rests of a table's columns; empty for those whose figures do not stand by their decimal signs.
pub fn rests(table: &Table) -> Vec<Rests> {
    let rest = |column: usize| {
        let rests = cells(table, column).map(|cell| cell.text.as_str().split_at(decimal_place(cell.text.as_str())).1);
        rests.max_by_key(|rest| width(rest)).map(str::to_owned).filter(|rest| !rest.is_empty())
    };
    let decimal = |(i, column): (usize, &Column)| Rests((column.align == Align::Decimal).then(|| rest(i)).flatten());
    table.columns.iter().enumerate().map(decimal).collect()
}

impl Rests {
    /// What a figure lacks of the longest rest, to be kept free after it.
    pub fn missing(&self, cell: &Cell) -> Option<String> {
        let own = cell.text.as_str().split_at(decimal_place(cell.text.as_str())).1;
        let missing: String = self.0.as_ref()?.chars().skip(own.chars().count()).collect();
        (!missing.is_empty() && !cell.text.as_str().is_empty()).then_some(missing)
    }
}

/// Where the decimal sign of a figure stands, or where it would: after its last digit. The sign is the last comma or
/// point with one or two digits after it; before three it parts thousands. The end of the text if it has no digit.
pub fn decimal_place(text: &str) -> usize {
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
    fn decimal_signs_stand_under_each_other() {
        let figures = ["1 006 698", "20 609,5", "300,25 kr", "-", ""];
        let column = |head: &str, align| Column { head: Cell::new(head), align };
        let rows = figures.map(|figure| Row::Cells(vec![Cell::new("x"), Cell::new(figure.replace(' ', "\u{a0}"))]));
        let table = Table {
            columns: vec![column("a", Align::Left), column("Kronor", Align::Decimal)],
            rows: rows.to_vec(),
            ..Table::default()
        };
        let band = bands(&table, 40).remove(0);
        let lines: Vec<String> = band.rows.concat().iter().map(|line| line.replace('\u{a0}', " ")).collect();
        assert_eq!(lines, ["x  1 006 698", "x     20 609,5", "x        300,25 kr", "x          -", "x"]);
    }

    #[test]
    fn a_decimal_sign_has_one_or_two_digits_after_it() {
        for (text, before) in [("1,006,698.50", "1,006,698"), ("1,006,698", "1,006,698"), ("2,5", "2"), ("67 %", "67")]
        {
            assert_eq!(&text[..decimal_place(text)], before, "{text}");
        }
        assert_eq!(decimal_place("kr"), 2);
    }
}
