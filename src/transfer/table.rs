//! A CSV file as a table with named columns: encoding, header row, number of cells; cells as text, armed again.

use super::fault::{Fault, What};
use super::formula;
use super::sheet::{Row, Sheet};
use crate::domain::{Meant, Problem};
use std::borrow::Cow;

const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

/// The columns that a kind of file can have.
pub struct Columns<'c> {
    /// Read, in the order in which the cells are handed over.
    pub read: &'c [&'c str],
    /// Accepted and not read.
    pub passed_by: &'c [&'c str],
}

/// One row below the header.
pub struct TableRow<'a> {
    pub line: usize,
    /// The cells by the places of `Columns::read`: empty where the file lacks the column, `None` where the fault of
    /// the cell has been told.
    pub cells: Vec<Option<Cow<'a, str>>>,
    /// Whether cells and columns belong together. Otherwise the row's fault has been told.
    pub sound: bool,
}

/// Reads a file row by row, and tells its faults. Whether all rows and columns could be read is the answer: if not,
/// what seems to be missing may well be there.
pub fn read(
    file: &str,
    bytes: &[u8],
    columns: &Columns<'_>,
    faults: &mut Vec<Fault>,
    mut each: impl FnMut(TableRow<'_>, &mut Vec<Fault>),
) -> bool {
    let bytes = bytes.strip_prefix(BYTE_ORDER_MARK).unwrap_or(bytes);
    if is_utf_16(bytes) {
        faults.push(Fault::at(file, 1, first(columns), What::Utf16));
        return false;
    }
    let mut sheet = Sheet::new(bytes);
    let told = faults.len();
    let Some(header) = Header::read(file, sheet.next_row(), columns, faults) else { return false };
    let mut complete = faults.len() == told;
    while let Some(row) = sheet.next_row() {
        complete &= row.misquote.is_none();
        let row = header.row(file, &row, faults);
        each(row, faults);
    }
    complete
}

/// UTF-16, with its mark or without: one of the two bytes of the first character is zero.
pub fn is_utf_16(bytes: &[u8]) -> bool {
    matches!(bytes, [0xff, 0xfe, ..] | [0xfe, 0xff, ..] | [0, 1..=255, ..] | [1..=255, 0, ..])
}

fn first(columns: &Columns<'_>) -> String {
    columns.read.first().copied().unwrap_or_default().to_owned()
}

struct Header {
    /// The columns' names as the file has them.
    names: Vec<String>,
    /// For each of the file's columns, its place among those to be read.
    places: Vec<Option<usize>>,
    /// How many columns are handed over.
    width: usize,
}

impl Header {
    fn read(file: &str, row: Option<Row<'_>>, columns: &Columns<'_>, faults: &mut Vec<Fault>) -> Option<Header> {
        let Some(row) = row else {
            let what = What::NoHeader { columns: columns.read.join(",") };
            faults.push(Fault::at(file, 1, first(columns), what));
            return None;
        };
        let names: Vec<_> = row.cells.iter().map(|c| String::from_utf8_lossy(c).trim().to_owned()).collect();
        if let Some(separator) = other_separator(&names, columns) {
            faults.push(Fault::at(file, row.line, first(columns), What::Separator(separator)));
            return None;
        }
        let header = Header {
            places: names.iter().map(|name| columns.read.iter().position(|c| c == name)).collect(),
            names,
            width: columns.read.len(),
        };
        header.check(file, &row, columns, faults);
        Some(header)
    }

    fn check(&self, file: &str, row: &Row<'_>, columns: &Columns<'_>, faults: &mut Vec<Fault>) {
        let mut tell = |cell, what| faults.push(Fault::at(file, row.line, self.name(cell), what));
        if let Some(quote) = row.misquote {
            tell(quote.cell, What::Misquoted { unclosed: quote.unclosed });
        }
        for (i, (cell, name)) in row.cells.iter().zip(&self.names).enumerate() {
            if let Err(byte) = decode(cell) {
                tell(i, What::NotUtf8(byte));
            } else if name.contains('\0') {
                tell(i, What::Value(Problem::Nul));
            } else if name.is_empty() {
                tell(i, What::ColumnWithoutName);
            } else if self.names[..i].contains(name) {
                tell(i, What::DoubledColumn);
            } else if self.places[i].is_none() && !columns.passed_by.contains(&name.as_str()) {
                tell(i, What::UnknownColumn { meant: Meant::among(name, columns.read.iter().copied()) });
            }
        }
    }

    /// The name of one of the file's columns; of one without a name its number, from 1.
    fn name(&self, cell: usize) -> String {
        self.names.get(cell).filter(|name| !name.is_empty()).cloned().unwrap_or_else(|| (cell + 1).to_string())
    }

    fn row<'a>(&self, file: &str, row: &Row<'a>, faults: &mut Vec<Fault>) -> TableRow<'a> {
        let (found, expected) = (row.cells.len(), self.names.len());
        if let Some(quote) = row.misquote {
            let what = What::Misquoted { unclosed: quote.unclosed };
            faults.push(Fault::at(file, quote.line, self.name(quote.cell), what));
        } else if found != expected {
            // The first cell that is missing, or the first without a column.
            faults.push(Fault::at(file, row.line, self.name(found.min(expected)), What::CellCount { found, expected }));
        }
        let sound = row.misquote.is_none() && found == expected;
        let mut cells = vec![Some(Cow::Borrowed("")); self.width];
        for (i, cell) in row.cells.iter().enumerate() {
            let Some(place) = self.places.get(i).copied().flatten() else { continue };
            cells[place] = match decode(cell) {
                Ok(text) => Some(Cow::Borrowed(formula::arm(text))),
                Err(byte) => {
                    if sound {
                        faults.push(Fault::at(file, row.line, self.name(i), What::NotUtf8(byte)));
                    }
                    None
                }
            };
        }
        TableRow { line: row.line, cells, sound }
    }
}

/// The cell as text, or its first byte that is not UTF-8.
fn decode(cell: &[u8]) -> Result<&str, u8> {
    std::str::from_utf8(cell).map_err(|e| cell.get(e.valid_up_to()).copied().unwrap_or_default())
}

/// The character that keeps the columns apart where commas do not: a single cell that it would part into columns.
fn other_separator(names: &[String], columns: &Columns<'_>) -> Option<char> {
    let [only] = names else { return None };
    [';', '\t'].into_iter().find(|&separator| {
        only.contains(separator)
            && only.split(separator).any(|name| columns.read.contains(&name.trim().trim_matches('"')))
    })
}
