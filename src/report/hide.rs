//! Which figures of a print are hidden in the copy for the public (contract section 5, "Suppression"): all that stands
//! in it is taken together.

use super::figures::{Figures, Unasked};
use crate::query::Question;
use crate::stats::Print;
use crate::stats::suppress::{Limit, Worth};
use std::collections::HashSet;

/// What may not be printed.
#[derive(Debug, Default)]
pub struct HiddenFigures {
    pub questions: HashSet<Question>,
    pub unasked: HashSet<Unasked>,
}

/// What may not be printed of a report's figures. Amounts of money are no counts of people, and stay.
pub fn hidden(figures: &Figures, limit: Limit) -> HiddenFigures {
    let mut print = Print::default();
    let tables: Vec<_> =
        figures.tables().map(|(question, answer)| (question, answer, print.table(question, answer))).collect();
    // In the order of the report, so that the same print hides the same.
    let singles: Vec<_> = figures.asked().map(|(question, count)| (question, print.figure(question, count))).collect();
    let unasked: Vec<_> =
        figures.unasked().map(|(what, count)| (what, print.numbers().add(count, Worth::Cell))).collect();
    for (what, _) in &unasked {
        // Whatever way they came in, they are among the period's records of the kind, where all of these are printed; so is what lacks a value.
        let asked = |question: &Question| singles.iter().find(|(other, _)| *other == question).map(|(_, id)| *id);
        let beside: Vec<_> = unasked.iter().filter(|(other, _)| what.is_beside(*other)).map(|(_, id)| *id).collect();
        if let Some(all) = figures.among(*what).iter().map(asked).collect::<Option<Vec<_>>>() {
            print.numbers().not_more(&beside, &all);
        }
    }
    // A part of a sum that is printed as unknown says that all of it lacks a value.
    for (what, id) in &unasked {
        let Unasked::WithoutValue(sum) = what else { continue };
        let asked = |question: Question| singles.iter().find(|(other, _)| **other == question).map(|(_, id)| *id);
        let mut parts: Vec<_> = figures.unknown_parts(*sum).filter_map(asked).collect();
        parts.sort_unstable();
        parts.dedup();
        print.numbers().not_more(&parts, &[*id]);
    }
    let hidden = print.suppress(limit);
    let unasked = unasked.into_iter().filter(|(_, id)| hidden.is_hidden(*id)).map(|(what, _)| what).collect();
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
    HiddenFigures { questions: found, unasked }
}
