//! Which figures of a print are hidden in the copy for the public (contract section 5, "Suppression"): all that stands
//! in it is taken together.

use super::figures::Figures;
use crate::query::Question;
use crate::stats::Print;
use crate::stats::suppress::Limit;
use std::collections::HashSet;

/// The questions whose number may not be printed.
pub fn hidden(figures: &Figures, limit: Limit) -> HashSet<Question> {
    let mut print = Print::default();
    let tables: Vec<_> =
        figures.tables().map(|(question, answer)| (question, answer, print.table(question, answer))).collect();
    // In the order of the report, so that the same print hides the same.
    let singles: Vec<_> = figures.asked().map(|(question, count)| (question, print.figure(question, count))).collect();
    let hidden = print.suppress(limit);
    let mut found = HashSet::new();
    for (question, answer, ids) in tables {
        let shown = ids.publish(answer, &hidden);
        let mut note = |row: Option<&str>, column: Option<&str>, value: Option<u64>| {
            if value.is_none() {
                found.insert(question.cell(row, column));
            }
        };
        note(None, None, shown.total);
        for (row, &value) in shown.row_totals.iter().enumerate() {
            note(answer.rows.code(row), None, value);
        }
        for (column, &value) in shown.column_totals.iter().enumerate() {
            note(None, answer.columns.code(column), value);
        }
        for (row, cells) in shown.cells.iter().enumerate() {
            for (column, &value) in cells.iter().enumerate() {
                note(answer.rows.code(row), answer.columns.code(column), value);
            }
        }
    }
    found.extend(singles.into_iter().filter(|(_, id)| hidden.is_hidden(*id)).map(|(question, _)| question.clone()));
    found
}
