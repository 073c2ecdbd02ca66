//! A table as lines: column widths, wrapped cells, and bands of columns where a table is wider than the page.

use super::document::{Align, Cell, Table};
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
    let sizes: Vec<Size> = (0..table.columns.len()).map(|i| Size::of(table, i, limit)).collect();
    split(&sizes, limit).into_iter().map(|columns| band(table, &columns, &fit(&sizes, &columns, limit))).collect()
}

/// What a column wants and what it can do with.
#[derive(Clone, Copy)]
struct Size {
    least: usize,
    most: usize,
}

impl Size {
    fn of(table: &Table, column: usize, limit: usize) -> Size {
        let cells = table.rows.iter().filter_map(|row| row.get(column)).chain([&table.columns[column].head]);
        let most = cells.map(|cell| width(&marked(cell))).max().unwrap_or(0).clamp(1, limit);
        let longest_word = |cell: &Cell| marked(cell).split(' ').map(width).max().unwrap_or(0);
        let least = match table.columns[column].align {
            Align::Left => most.min(NARROWEST),
            // A head may take several lines, a figure never.
            Align::Right => {
                let figures = table.rows.iter().filter_map(|row| row.get(column)).map(|c| width(&marked(c)));
                figures.chain([longest_word(&table.columns[column].head)]).max().unwrap_or(0)
            }
        };
        // Two columns must fit beside each other.
        Size { least: least.clamp(1, (limit.saturating_sub(GAP) / 2).max(1)), most }
    }
}

/// The columns of each band: the first, and as many of the others as fit.
fn split(sizes: &[Size], limit: usize) -> Vec<Vec<usize>> {
    let Some(first) = sizes.first() else { return Vec::new() };
    let mut bands = vec![vec![0]];
    let mut used = first.least;
    for (i, size) in sizes.iter().enumerate().skip(1) {
        used += GAP + size.least;
        if used > limit {
            bands.push(vec![0]);
            used = first.least + GAP + size.least;
        }
        if let Some(band) = bands.last_mut() {
            band.push(i);
        }
    }
    bands
}

/// The widths of a band's columns: at least what they need, and the rest of the line to those that want more, the
/// narrowest first.
fn fit(sizes: &[Size], columns: &[usize], limit: usize) -> Vec<usize> {
    let mut widths: Vec<usize> = columns.iter().map(|&i| sizes[i].least).collect();
    let mut left = limit.saturating_sub(widths.iter().sum::<usize>() + GAP * (columns.len() - 1));
    while left > 0 {
        let wanting = columns.iter().zip(&mut widths).filter(|(i, w)| **w < sizes[**i].most);
        let Some((_, narrowest)) = wanting.min_by_key(|(_, w)| **w) else { break };
        *narrowest += 1;
        left -= 1;
    }
    widths
}

fn band(table: &Table, columns: &[usize], widths: &[usize]) -> Band {
    let empty = Cell::default();
    let lines = |row: &dyn Fn(usize) -> Cell| {
        let cells: Vec<Vec<String>> =
            columns.iter().zip(widths).map(|(&i, &width)| wrap(&marked(&row(i)), width)).collect();
        let height = cells.iter().map(Vec::len).max().unwrap_or(0);
        let line = |n: usize| {
            let parts = columns.iter().zip(widths).zip(&cells).map(|((&i, &width), cell)| {
                let right = table.columns[i].align == Align::Right;
                pad(cell.get(n).map_or("", String::as_str), width, right)
            });
            parts.collect::<Vec<_>>().join(&" ".repeat(GAP)).trim_end().to_owned()
        };
        (0..height).map(line).collect::<Vec<_>>()
    };
    let rule = "-".repeat(widths.iter().sum::<usize>() + GAP * (widths.len() - 1));
    let mut head = lines(&|i| table.columns[i].head.clone());
    head.push(rule.clone());
    let mut rows: Vec<Vec<String>> =
        table.rows.iter().map(|row| lines(&|i| row.get(i).unwrap_or(&empty).clone())).collect();
    if let (true, Some(total)) = (table.total, rows.last_mut()) {
        total.insert(0, rule);
    }
    Band { head, rows }
}

/// A cell's text with the mark of its note, which stays on the line of the last word.
fn marked(cell: &Cell) -> String {
    match cell.note {
        Some(mark) => format!("{}\u{a0}[{mark}]", cell.text),
        None => cell.text.as_str().to_owned(),
    }
}
