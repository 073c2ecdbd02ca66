//! Tables for people, as wide as the terminal; where there is none, as wide as they are.

use super::failure::Failure;
use super::output;
use crate::domain::{Lang, Shown};
use crate::report::{Cell, Column, Row, Table, text};

pub use crate::report::Align;

/// Prints a table under its heads; with `total`, the last row is the total of the others.
///
/// # Errors
/// Output that cannot be written.
pub fn print(heads: &[(&str, Align)], rows: Vec<Vec<Cell>>, total: bool, lang: Lang) -> Result<(), Failure> {
    let columns = heads.iter().map(|(head, align)| Column { head: Cell::new(*head), align: *align }).collect();
    let last = rows.len().saturating_sub(1);
    let row = |(i, cells)| if total && i == last { Row::Total(cells) } else { Row::Cells(cells) };
    let rows = rows.into_iter().enumerate().map(row).collect();
    let lines = text::table(&Table { caption: None, columns, rows }, output::width());
    output::show(&Shown::new(lines.join("\n")), lang)
}
