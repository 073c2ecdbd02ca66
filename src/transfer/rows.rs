//! Records as rows of CSV or JSON: the columns of contract section 3, the derived status last.

use super::formula::disarm;
use super::json::json_text;
use super::records::column_names;
use crate::domain::{Kind, Record};
use chrono::NaiveDate;
use std::io::{self, Write};

/// The columns of a kind, the derived status last.
pub(super) fn columns(kind: Kind) -> Vec<&'static str> {
    let mut columns = column_names(kind);
    columns.extend(kind.has_status().then_some("status"));
    columns
}

/// The cells of a record, the derived status on a day last.
pub(super) fn cells(record: &Record, today: NaiveDate) -> Vec<String> {
    let mut cells = record.texts();
    cells.extend(record.status(today).map(str::to_owned));
    cells
}

/// A writer of CSV as RFC 4180 has it: CRLF after each row, quotes where they are needed.
pub(super) fn csv_writer<W: Write>(out: W) -> csv::Writer<W> {
    csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(out)
}

/// What the `csv` crate could not write, as the error below it, so that a closed pipe is known as one.
fn io_error(error: csv::Error) -> io::Error {
    match error.into_kind() {
        csv::ErrorKind::Io(error) => error,
        other => io::Error::other(format!("{other:?}")),
    }
}

/// Rows of plain texts as CSV, formulas disarmed. Rows may differ in length.
pub fn csv_text(rows: &[Vec<String>]) -> String {
    let mut csv = csv::WriterBuilder::new().flexible(true).terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    for row in rows {
        // Writing to memory cannot fail.
        let _ = csv.write_record(row.iter().map(|cell| disarm(cell)).map(Cell));
    }
    String::from_utf8_lossy(&csv.into_inner().unwrap_or_default()).into_owned()
}

/// Writes records of one kind as CSV.
pub struct CsvRows<W: Write> {
    csv: csv::Writer<W>,
    today: NaiveDate,
}

impl<W: Write> CsvRows<W> {
    /// Begins with the header row. `today` is the day that a follow-up's status is of.
    ///
    /// # Errors
    /// `out` could not be written.
    pub fn new(out: W, kind: Kind, today: NaiveDate) -> io::Result<CsvRows<W>> {
        let mut csv = csv_writer(out);
        csv.write_record(columns(kind)).map_err(io_error)?;
        Ok(CsvRows { csv, today })
    }

    /// Adds a row.
    ///
    /// # Errors
    /// `out` could not be written.
    pub fn push(&mut self, record: &Record) -> io::Result<()> {
        let cells = cells(record, self.today);
        self.csv.write_record(cells.iter().map(|cell| disarm(cell)).map(Cell)).map_err(io_error)
    }

    /// Writes what is left.
    ///
    /// # Errors
    /// `out` could not be written.
    pub fn finish(mut self) -> io::Result<()> {
        self.csv.flush()
    }
}

/// A cell as the bytes that the `csv` crate takes.
struct Cell<'a>(std::borrow::Cow<'a, str>);

impl AsRef<[u8]> for Cell<'_> {
    fn as_ref(&self) -> &[u8] {
        self.0.as_bytes()
    }
}

/// Writes records of one kind as a JSON array with one object to a line; all values are texts (contract section 6).
pub struct JsonRows<W: Write> {
    out: W,
    today: NaiveDate,
    begun: bool,
}

impl<W: Write> JsonRows<W> {
    /// Nothing is written before the first row. `today` is the day that a follow-up's status is of.
    pub fn new(out: W, today: NaiveDate) -> JsonRows<W> {
        JsonRows { out, today, begun: false }
    }

    /// Adds an object.
    ///
    /// # Errors
    /// `out` could not be written.
    pub fn push(&mut self, record: &Record) -> io::Result<()> {
        let cells = columns(record.kind).into_iter().zip(cells(record, self.today));
        let object = cells.map(|(column, cell)| (column.to_owned(), cell.into())).collect();
        let lead = if self.begun { ",\n" } else { "[\n" };
        self.begun = true;
        write!(self.out, "{lead}{}", json_text(&serde_json::Value::Object(object)))
    }

    /// Closes the array.
    ///
    /// # Errors
    /// `out` could not be written.
    pub fn finish(mut self) -> io::Result<()> {
        self.out.write_all(if self.begun { b"\n]\n" } else { b"[]\n" })?;
        self.out.flush()
    }
}
