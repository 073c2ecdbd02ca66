//! The whole log as one workbook (XLSX): a sheet for each kind of record, every cell a text, never a formula.

use super::existing::Existing;
use super::export::{ExportError, standing};
use super::rows::{cells, columns};
use crate::domain::{Kind, List};
use crate::files;
use chrono::NaiveDate;
use rust_xlsxwriter::{Workbook, Worksheet, XlsxError};
use std::io;
use std::path::{Path, PathBuf};

/// The name of the file.
pub(super) const NAME: &str = "caselog.xlsx";
/// So many characters a cell of a workbook holds at most.
const CELL: usize = 32_767;
/// So many rows a sheet holds at most.
const ROWS: u32 = 1_048_576;

/// Writes the workbook into a folder that only its owner can open, made if need be. Nothing is overwritten. The path,
/// and how many texts were too long for a cell and are cut there.
///
/// # Errors
/// The folder holds such a file, or cannot be written; the store could not be read, or has more records of a kind than
/// a sheet has rows.
pub fn export_workbook<E: Existing>(
    existing: &E,
    today: NaiveDate,
    folder: &Path,
) -> Result<(PathBuf, usize), ExportError<E::Error>> {
    if let Some(path) = standing(folder, true) {
        return Err(ExportError::Stands { path });
    }
    let path = folder.join(NAME);
    let io = |source| ExportError::Io { path: path.clone(), source };
    let (mut workbook, mut cut) = (Workbook::new(), 0);
    for kind in Kind::ALL {
        let mut sheet = Sheet::new(kind.table(), &columns(kind)).map_err(|e| io(refused(&e)))?;
        let mut filled = Ok(());
        let each = existing.for_each(kind, &mut |record| {
            if filled.is_ok() {
                filled = sheet.push(&cells(&record, today));
            }
        });
        each.map_err(ExportError::Existing)?;
        filled.map_err(|e| io(refused(&e)))?;
        cut += sheet.cut;
        workbook.push_worksheet(sheet.sheet);
    }
    let lists = lists(existing).map_err(|e| io(refused(&e)))?;
    workbook.push_worksheet(lists.sheet);
    let bytes = workbook.save_to_buffer().map_err(|e| io(refused(&e)))?;
    files::folder(folder).map_err(io)?;
    files::write_new(&path, &bytes).map_err(io)?;
    Ok((path, cut))
}

fn lists<E: Existing>(existing: &E) -> Result<Sheet, XlsxError> {
    let mut sheet = Sheet::new("lists", &["list", "code", "label_sv", "label_en", "retired"])?;
    for list in List::ALL.into_iter().filter(|list| list.is_extendable()) {
        for value in existing.lists().values(list) {
            sheet.push(&[
                list.code(),
                &value.code,
                &value.sv,
                &value.en,
                if value.retired { "true" } else { "false" },
            ])?;
        }
    }
    Ok(sheet)
}

fn refused(error: &XlsxError) -> io::Error {
    io::Error::other(error.to_string())
}

/// A sheet of texts that is filled row by row.
struct Sheet {
    sheet: Worksheet,
    row: u32,
    cut: usize,
}

impl Sheet {
    fn new(name: &str, columns: &[&str]) -> Result<Sheet, XlsxError> {
        let mut sheet = Worksheet::new();
        sheet.set_name(name)?;
        sheet.set_freeze_panes(1, 0)?;
        let mut sheet = Sheet { sheet, row: 0, cut: 0 };
        sheet.push(columns)?;
        Ok(sheet)
    }

    fn push<S: AsRef<str>>(&mut self, cells: &[S]) -> Result<(), XlsxError> {
        if self.row >= ROWS {
            return Err(XlsxError::RowColumnLimitError);
        }
        for (column, cell) in cells.iter().map(AsRef::as_ref).enumerate().filter(|(_, cell)| !cell.is_empty()) {
            // A cell counts as UTF-16 does.
            if cell.encode_utf16().count() > CELL {
                self.cut += 1;
                let kept: String = cell.chars().take(CELL / 2 - 1).chain(['…']).collect();
                self.sheet.write_string(self.row, column as u16, kept)?;
            } else {
                self.sheet.write_string(self.row, column as u16, cell)?;
            }
        }
        self.row += 1;
        Ok(())
    }
}
