//! What stands in the cells of a cross table: counts and totals, the period compared with and the change, shares, and
//! the question behind each.

use super::cross_table::{CrossTable, Shares};
use super::exchange::Sheet;
use crate::domain::Lang;
use crate::i18n::{percent, texts::common, texts::report};
use crate::query::{Dimension, Key, Question};
use crate::stats::{Answer as Counts, Axis};

impl CrossTable {
    /// The table of the period that it is compared with.
    pub fn compared(&self) -> Option<&(Question, Counts)> {
        self.table.as_ref()?.compared.as_ref()
    }

    /// How many rows and columns the cursor moves over, totals included where there are any, and what is compared: the
    /// period and the change.
    pub fn size(&self) -> (usize, usize) {
        let places = |axis: &Axis| axis.len() + usize::from(axis.dimension.is_some());
        let (rows, columns) = self.counts().map_or((1, 1), |counts| (places(&counts.rows), places(&counts.columns)));
        (rows, columns + self.comparing())
    }

    /// How many columns the comparison takes.
    pub fn comparing(&self) -> usize {
        if self.compared().is_some() { 2 } else { 0 }
    }

    /// Which row of the answer is shown at a place; the total stays last.
    pub fn row_at(&self, place: usize) -> usize {
        self.order.get(place).copied().unwrap_or(place)
    }

    /// Whether a column is that of the period compared with.
    pub fn is_compared(&self, column: usize) -> bool {
        self.compared().is_some() && column + 2 == self.size().1
    }

    /// Whether a column is that of the change since that period.
    pub fn is_change(&self, column: usize) -> bool {
        self.compared().is_some() && column + 1 == self.size().1
    }

    /// The number in a row of the answer and a column; the place after the last is the total. A change is none.
    pub fn number(&self, row: usize, column: usize) -> Option<u64> {
        if self.is_change(column) {
            return None;
        }
        if self.is_compared(column) {
            return self.before(row);
        }
        let counts = self.counts()?;
        match (row < counts.rows.len(), column < counts.columns.len()) {
            (true, true) => counts.cells.get(row)?.get(column).copied(),
            (true, false) => counts.row_totals.get(row).copied(),
            (false, true) => counts.column_totals.get(column).copied(),
            (false, false) => Some(counts.total),
        }
    }

    /// The total of a row in the period compared with: its row has the same code, or stands at the same place in time.
    fn before(&self, row: usize) -> Option<u64> {
        let (counts, (_, compared)) = (self.counts()?, self.compared()?);
        match counts.rows.values.get(row) {
            None if row >= counts.rows.len() => Some(compared.total),
            None => Some(compared.row_totals.first().copied().unwrap_or(compared.total)),
            Some(_) => Some(self.row_before(row).and_then(|row| compared.row_totals.get(row).copied()).unwrap_or(0)),
        }
    }

    /// How much more or less a row has than in the period compared with.
    pub fn change(&self, row: usize) -> i64 {
        let now = self.counts().map_or(0, |counts| counts.row_totals.get(row).copied().unwrap_or(counts.total));
        now as i64 - self.before(row).unwrap_or(0) as i64
    }

    /// What rows are sorted by.
    pub(super) fn weight(&self, row: usize, column: usize) -> i64 {
        match self.is_change(column) {
            true => self.change(row),
            false => self.number(row, column).unwrap_or(0) as i64,
        }
    }

    /// The row of the period compared with that stands beside a row.
    fn row_before(&self, row: usize) -> Option<usize> {
        let (counts, (_, compared)) = (self.counts()?, self.compared()?);
        let code = counts.rows.code(row)?;
        match counts.rows.dimension.map(Dimension::key) {
            Some(Key::Time(_)) => (row < compared.rows.len()).then_some(row),
            _ => compared.rows.values.iter().position(|value| value.code == code),
        }
    }

    /// The question behind the number under the cursor; behind a change that of now.
    pub(super) fn cell(&self) -> Option<Question> {
        let counts = self.counts()?;
        let (row, column) = (self.row_at(self.cursor.0), self.cursor.1);
        match self.is_compared(column) {
            true => self.cell_before(row),
            false => Some(self.question.cell(counts.rows.code(row), counts.columns.code(column))),
        }
    }

    /// The question behind a row's number in the period compared with.
    pub(super) fn cell_before(&self, row: usize) -> Option<Question> {
        let (counts, (question, compared)) = (self.counts()?, self.compared()?);
        // A row that the other period does not have is none of its records.
        let code = match counts.rows.code(row) {
            Some(code) => Some(self.row_before(row).and_then(|row| compared.rows.code(row)).unwrap_or(code)),
            None => None,
        };
        Some(question.cell(code, None))
    }

    /// Whether a column is shown as shares.
    pub fn has_shares(&self, column: usize) -> bool {
        self.shares != Shares::Off && !self.is_compared(column) && !self.is_change(column)
    }

    /// What a number is a share of.
    pub fn whole(&self, row: usize, column: usize) -> u64 {
        let Some(counts) = self.counts() else { return 0 };
        let (last_row, last_column) = (counts.rows.len(), counts.columns.len());
        match self.shares {
            Shares::Row => self.number(row, last_column),
            Shares::Column => self.number(last_row, column),
            Shares::All | Shares::Off => Some(counts.total),
        }
        .unwrap_or(0)
    }

    /// The table for a file or the clipboard: numbers as they are counted, and beside each its share where shares are
    /// shown.
    pub(super) fn written(&self, lang: Lang) -> Option<Sheet> {
        let counts = self.counts()?;
        let (rows, columns) = self.size();
        let label = |axis: &Axis, place: usize| match axis.values.get(place) {
            Some(value) => value.label.clone(),
            None => common::TOTAL.get(lang).to_owned(),
        };
        let heads = |column: usize| match self.compared() {
            Some((compared, _)) if self.is_compared(column) => vec![compared.period.to_string()],
            Some(_) if self.is_change(column) => vec![report::CHANGE.get(lang).to_owned()],
            _ if self.has_shares(column) => {
                let head = label(&counts.columns, column);
                let share = format!("{head}, {}", report::SHARE.get(lang).to_lowercase());
                vec![head, share]
            }
            _ => vec![label(&counts.columns, column)],
        };
        let cells = |row: usize, column: usize| {
            let number = self.number(row, column).unwrap_or(0);
            match self.is_change(column) {
                true => vec![self.change(row).to_string()],
                false if self.has_shares(column) => {
                    vec![number.to_string(), percent(number, self.whole(row, column), lang)]
                }
                false => vec![number.to_string()],
            }
        };
        let line = |place: usize| {
            let row = self.row_at(place);
            let numbers = (0..columns).flat_map(|column| cells(row, column));
            std::iter::once(label(&counts.rows, row)).chain(numbers).collect()
        };
        let rows_are = counts.rows.dimension.map_or("", |dimension| dimension.label(lang)).to_owned();
        let head = std::iter::once(rows_are).chain((0..columns).flat_map(heads)).collect();
        Some(Sheet { head, rows: (0..rows).map(line).collect() })
    }
}
