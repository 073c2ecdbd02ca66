//! Which figures of a print are hidden in the copy for the public (contract section 5, "Suppression"): all that stands
//! in it is taken together.

use super::figures::{EnteredCount, Figures};
use crate::query::Question;
use crate::stats::Print;
use crate::stats::suppress::{Limit, Worth};
use std::collections::HashSet;

/// What may not be printed.
#[derive(Debug, Default)]
pub struct HiddenFigures {
    pub questions: HashSet<Question>,
    pub entered: HashSet<EnteredCount>,
}

/// What may not be printed of a report's figures. Amounts of money are no counts of people, and stay.
pub fn hidden(figures: &Figures, limit: Limit) -> HiddenFigures {
    let mut print = Print::default();
    let tables: Vec<_> =
        figures.tables().map(|(question, answer)| (question, answer, print.table(question, answer))).collect();
    // In the order of the report, so that the same print hides the same.
    let singles: Vec<_> = figures.asked().map(|(question, count)| (question, print.figure(question, count))).collect();
    let entered: Vec<_> =
        figures.entered().map(|(what, count)| (what, print.numbers().add(count, Worth::Cell))).collect();
    for (what, _) in &entered {
        // Whatever way they came in, they are among the period's records of the kind, where all of these are printed.
        let asked = |question: &Question| singles.iter().find(|(other, _)| *other == question).map(|(_, id)| *id);
        let of_kind: Vec<_> = entered.iter().filter(|(other, _)| other.kind == what.kind).map(|(_, id)| *id).collect();
        if let Some(all) = figures.whole(what.kind).iter().map(asked).collect::<Option<Vec<_>>>() {
            print.numbers().not_more(&of_kind, &all);
        }
    }
    let hidden = print.suppress(limit);
    let entered = entered.into_iter().filter(|(_, id)| hidden.is_hidden(*id)).map(|(what, _)| what).collect();
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
    HiddenFigures { questions: found, entered }
}
