//! A CSV file row by row, with the line on which each row begins, and strict about quotes.
//!
//! The `csv` crate splits the cells. It takes any misplaced quote without a word, so every row that has one is
//! checked against RFC 4180 as well.

use csv::{ByteRecord, Reader, ReaderBuilder};

/// The rows of a CSV file; lines are counted from 1.
pub struct Sheet<'a> {
    bytes: &'a [u8],
    reader: Reader<&'a [u8]>,
    row: ByteRecord,
    /// What ends a line: LF, also after CR; CR in a file without any.
    line_end: u8,
    /// Bytes behind us, and the line that begins with the next one.
    read: usize,
    line: usize,
}

/// One row. Blank lines are none.
pub struct Row<'a> {
    pub line: usize,
    pub cells: &'a ByteRecord,
    pub misquote: Option<Misquote>,
}

/// A quote where RFC 4180 has none, or none where it has one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Misquote {
    /// The number of the cell in its row, from 0.
    pub cell: usize,
    /// The line on which the quoted cell opens; of an unquoted one, the line of the quote.
    pub line: usize,
    pub unclosed: bool,
}

impl<'a> Sheet<'a> {
    /// Reads a file without its byte order mark.
    pub fn new(bytes: &'a [u8]) -> Sheet<'a> {
        let reader = ReaderBuilder::new().has_headers(false).flexible(true).from_reader(bytes);
        let line_end = if bytes.contains(&b'\n') { b'\n' } else { b'\r' };
        Sheet { bytes, reader, row: ByteRecord::new(), line_end, read: 0, line: 1 }
    }

    /// The next row, if there is one.
    pub fn next_row(&mut self) -> Option<Row<'_>> {
        if !self.reader.read_byte_record(&mut self.row).unwrap_or(false) {
            return None;
        }
        let end = (self.reader.position().byte() as usize).min(self.bytes.len());
        let raw = self.bytes.get(self.read..end).unwrap_or_default();
        // A row's slice begins with the line ends that the reader left over from the row before, or passed by.
        let blank = raw.iter().take_while(|b| matches!(b, b'\r' | b'\n')).count();
        let (blank, raw) = raw.split_at(blank);
        let lines = |bytes: &[u8]| bytes.iter().filter(|&&b| b == self.line_end).count();
        let line = self.line + lines(blank);
        self.read = end;
        self.line = line + lines(raw);
        Some(Row { line, cells: &self.row, misquote: misquote(raw, line, self.line_end) })
    }
}

/// The first misplaced quote of a row.
fn misquote(raw: &[u8], first_line: usize, line_end: u8) -> Option<Misquote> {
    enum At {
        Start,
        Bare,
        Quoted { opened: usize },
        Closed { opened: usize },
    }
    if !raw.contains(&b'"') {
        return None;
    }
    let (mut at, mut cell, mut line) = (At::Start, 0, first_line);
    for &byte in raw {
        at = match (at, byte) {
            (At::Start, b'"') => At::Quoted { opened: line },
            (At::Quoted { opened }, b'"') => At::Closed { opened },
            // A doubled quote stands for one.
            (At::Quoted { opened }, _) | (At::Closed { opened }, b'"') => At::Quoted { opened },
            (_, b',') => {
                cell += 1;
                At::Start
            }
            (at, b'\r' | b'\n') => at,
            (At::Bare, b'"') => return Some(Misquote { cell, line, unclosed: false }),
            (At::Closed { opened }, _) => return Some(Misquote { cell, line: opened, unclosed: false }),
            (At::Start | At::Bare, _) => At::Bare,
        };
        line += usize::from(byte == line_end);
    }
    match at {
        At::Quoted { opened } => Some(Misquote { cell, line: opened, unclosed: true }),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<(usize, Vec<String>, Option<Misquote>)> {
        let mut sheet = Sheet::new(text.as_bytes());
        std::iter::from_fn(|| {
            let row = sheet.next_row()?;
            let cells = row.cells.iter().map(|c| String::from_utf8_lossy(c).into_owned()).collect();
            Some((row.line, cells, row.misquote))
        })
        .collect()
    }

    #[test]
    fn rows_know_the_line_they_begin_on() {
        for end in ["\n", "\r\n", "\r"] {
            let text = ["a,b", "1,\"x", "y\"", "", "", "2,z", "3,\"\"\"\""].join(end);
            let rows = read(&text);
            assert_eq!(rows.iter().map(|r| r.0).collect::<Vec<_>>(), [1, 2, 6, 7], "{end:?}");
            assert_eq!(rows[1].1, ["1".to_owned(), format!("x{end}y")]);
            assert_eq!(rows[3].1, ["3", "\""]);
            assert!(rows.iter().all(|r| r.2.is_none()));
        }
        assert_eq!(read("\n\na,b\n\n").iter().map(|r| r.0).collect::<Vec<_>>(), [3]);
    }

    #[test]
    fn misplaced_quotes_are_found() {
        let cases = [
            ("a,b\"c", Some((1, 1, false))),
            ("a,\"b\"c\n", Some((1, 1, false))),
            ("a,\"b\" \n", Some((1, 1, false))),
            (" \"a\"", Some((0, 1, false))),
            ("\"a\nb\",c\"\n", Some((1, 2, false))),
            ("\"a\nb,c\nd", Some((0, 1, true))),
            ("a,\"\"\"", Some((1, 1, true))),
            ("a,\"b\n\"\"\nc", Some((1, 1, true))),
            ("a,\"b\n1,\"c\"\n", Some((1, 1, false))),
            ("a,\"\"\"\"", None),
            ("\"\",\"a,\"\"b\"\"\"\r\n", None),
        ];
        for (text, expected) in cases {
            let found = read(text)[0].2;
            assert_eq!(found.map(|m| (m.cell, m.line, m.unclosed)), expected, "{text:?}");
        }
    }
}
