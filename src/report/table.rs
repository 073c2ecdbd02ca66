//! A table as lines: column widths, wrapped cells, and bands of columns where a table is wider than the page.

use super::align::{Reach, cells};
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
    let Some(Column { head, align }) = table.columns.get(column) else {
        return Size { is_words: true, least: 1, most: 1 };
    };
    let texts = cells(table, column).map(|cell| width(&cell.plain())).max().unwrap_or(0);
    let figures = texts.max(Reach::of(table, column).width());
    let most = figures.max(width(&head.plain())).clamp(1, limit);
    let longest_word = head.plain().split(' ').map(width).max().unwrap_or(0);
    let least = match align {
        Align::Left => most.min(NARROWEST),
        // A head may take several lines, a figure never.
        Align::Right | Align::Decimal => figures.max(longest_word),
    };
    // Two columns must fit beside each other.
    let is_words = *align == Align::Left;
    Size { is_words, least: least.clamp(1, (limit.saturating_sub(GAP) / 2).max(1)), most }
}

fn band(table: &Table, columns: &[usize], widths: &[usize]) -> Band {
    let empty = Cell::default();
    let reaches: Vec<Reach> = columns.iter().map(|&i| Reach::of(table, i)).collect();
    let align = |i: usize| table.columns.get(i).map_or(Align::Left, |column| column.align);
    let line_up = |cells: &[&Cell], is_head: bool| {
        let texts = cells.iter().zip(columns).zip(widths).zip(&reaches).map(|(((cell, &i), &limit), reach)| {
            let mut lines = wrap(&cell.plain(), limit);
            if let (false, [figure]) = (is_head, lines.as_mut_slice()) {
                let free = reach.free(cell, align(i)).min(limit.saturating_sub(width(figure)));
                figure.push_str(&" ".repeat(free));
            }
            lines
        });
        let texts: Vec<Vec<String>> = texts.collect();
        let height = texts.iter().map(Vec::len).max().unwrap_or(0);
        let line = |n: usize| {
            let parts = columns.iter().zip(widths).zip(&texts).map(|((&i, &width), text)| {
                let right = align(i) != Align::Left;
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
    fn figures_with_marks_stand_under_each_other() {
        let row = |cell: Cell| Row::Cells(vec![Cell::new("x"), cell]);
        let column = |head: &str, align| Column { head: Cell::new(head), align };
        let table = Table {
            columns: vec![column("a", Align::Left), column("Tal", Align::Right)],
            rows: vec![row(Cell::new("381").with_note(1)), row(Cell::new("24").with_note(12)), row(Cell::new("5"))],
            ..Table::default()
        };
        let lines = bands(&table, 40).remove(0).rows.concat();
        assert_eq!(lines, ["x  381\u{a0}[1]", "x   24\u{a0}[12]", "x    5"]);
    }
}
