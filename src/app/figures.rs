//! Statistics on their way out: the figure under the cursor in one line, and the table in front as rows of texts.

use super::cross_table::CrossTable;
use super::exchange::Sheet;
use super::sheet::SheetPart;
use super::world::World;
use crate::domain::Lang;
use crate::i18n::{texts::app as t, texts::common};
use crate::stats::Axis;
use crate::stats::sheet::{Section, before_head};

/// The number under the cursor of a cross table: `kontakter, brottsutsatt, 2010-H1: 44`.
pub fn of_cell(table: &CrossTable, world: &World) -> Option<String> {
    let answer = &table.table.as_ref()?.answer;
    let (row, column) = (table.row_at(table.cursor.0), table.cursor.1);
    let number = table.number(row, column)?;
    let question = &table.question;
    let row_label = answer.rows.dimension.map(|_| label(&answer.rows, row, world.lang));
    let column_label = (answer.columns.dimension.is_some() || table.is_compared(column))
        .then(|| column_head(table, &answer.columns, column, world.lang));
    let filter = Some(table.table.as_ref()?.filter.to_string()).filter(|filter| !filter.is_empty());
    let parts = [
        Some(question.measure.label(world.lang).to_owned()),
        row_label,
        column_label,
        filter,
        Some(question.period.to_string()),
    ];
    Some(format!("{}: {number}", parts.into_iter().flatten().collect::<Vec<_>>().join(", ")))
}

/// A cross table as it stands: its counts with the totals, and the period compared with.
pub fn of_table(table: &CrossTable, world: &World) -> Option<Sheet> {
    let answer = &table.table.as_ref()?.answer;
    let (rows, columns) = table.size();
    let corner = answer.rows.dimension.map_or("", |dimension| dimension.label(world.lang));
    let heads = (0..columns).map(|column| column_head(table, &answer.columns, column, world.lang));
    let row = |place: usize| {
        let row = table.row_at(place);
        let number = |column| table.number(row, column).map(|n| n.to_string()).unwrap_or_default();
        std::iter::once(label(&answer.rows, row, world.lang)).chain((0..columns).map(number)).collect()
    };
    Some(Sheet { head: std::iter::once(corner.to_owned()).chain(heads).collect(), rows: (0..rows).map(row).collect() })
}

fn column_head(table: &CrossTable, axis: &Axis, column: usize, lang: Lang) -> String {
    match table.compared() {
        Some((compared, _)) if table.is_compared(column) => before_head(&compared.period, lang).to_string(),
        _ => label(axis, column, lang),
    }
}

/// What a row or column is called; the one after the last is the total.
fn label(axis: &Axis, place: usize, lang: Lang) -> String {
    match axis.values.get(place) {
        Some(_) if axis.dimension.is_none() => t::NUMBER.get(lang).to_owned(),
        Some(value) => value.label.clone(),
        None => common::TOTAL.get(lang).to_owned(),
    }
}

/// The figure under the cursor of another view: `Länkningar erbjudna: 12`.
pub fn of_figure(sheet: &SheetPart) -> Option<String> {
    let (line, figure) = (sheet.line()?, sheet.figure()?);
    let value = figure.value.map_or_else(|| figure.text.clone(), |n| n.to_string());
    Some(format!("{}, {}: {value}", line.label, sheet.asked.question.period))
}

/// All sections of another view, each with its heads, one under the other.
pub fn of_sheet(sheet: &SheetPart) -> Option<Sheet> {
    let head = |section: &Section| std::iter::once(&section.title).chain(&section.heads).cloned().collect();
    let mut rows: Vec<Vec<String>> = Vec::new();
    for section in &sheet.answer.as_ref()?.sheet.sections {
        rows.push(head(section));
        for line in &section.lines {
            let figures = line.figures.iter().map(|figure| figure.text.trim().to_owned());
            rows.push(std::iter::once(line.label.clone()).chain(figures).collect());
        }
    }
    let mut rows = rows.into_iter();
    Some(Sheet { head: rows.next()?, rows: rows.collect() })
}
