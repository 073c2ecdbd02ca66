//! The cross table: rows by columns with counted totals, the cursor on a number.

use super::canvas::Canvas;
use super::theme::Role;
use crate::app::cross_table::CrossTable;
use crate::app::text_field::{columns as width_of, wrap};
use crate::app::world::World;
use crate::domain::Shown;
use crate::i18n::{capital, fill, number, texts::app as t, texts::common};
use crate::query::Dimension;
use crate::stats::{Answer, Axis};
use ratatui::layout::Rect;

/// The widest that a row's label is, as a part of the view.
const LABEL_PART: u16 = 3;

/// Draws the table.
pub fn draw(table: &CrossTable, world: &World, body: Rect, canvas: &mut Canvas) {
    let area = Rect { x: body.x + 1, width: body.width.saturating_sub(2), ..body };
    heads(table, world, area, canvas);
    let Some(answer) = table.table.as_ref().map(|table| &table.answer) else {
        canvas.label(area.x, area.y + 3, area.width, t::LOADING, Role::Quiet);
        return;
    };
    let notes = notes(table, answer, world);
    let rows = Rect { y: area.y + 3, height: area.height.saturating_sub(3 + notes.len() as u16), ..area };
    grid(table, answer, world, rows, canvas);
    for (row, note) in notes.iter().enumerate() {
        canvas.put(area.x, rows.bottom() + row as u16, area.width, note, Role::Quiet);
    }
}

/// What is counted, by what, when and which.
fn heads(table: &CrossTable, world: &World, area: Rect, canvas: &mut Canvas) {
    let lang = world.lang;
    let question = &table.question;
    let title = Shown::line(fill(t::TABLE_TITLE, lang, &[("measure", &question.measure.label(lang))]));
    let period = Shown::line(question.period.to_string());
    canvas.put(area.x, area.y, area.width, &title, Role::Title);
    canvas.right(area.x, area.y, area.width, &period, Role::Title);
    let axis = |dimension: Option<Dimension>| dimension.map_or(t::NO_AXIS.get(lang), |d| d.label(lang)).to_owned();
    let axes = fill(t::TABLE_AXES, lang, &[("rows", &axis(question.rows)), ("columns", &axis(question.columns))]);
    let taken = canvas.put(area.x, area.y + 1, area.width, &Shown::line(axes), Role::Plain) + 3;
    if let Some(filter) = table.table.as_ref().map(|table| &table.filter) {
        canvas.put(area.x + taken, area.y + 1, area.width.saturating_sub(taken), filter, Role::Plain);
    }
}

/// What must be said of the numbers.
fn notes(table: &CrossTable, answer: &Answer, world: &World) -> Vec<Shown> {
    let lang = world.lang;
    let mut notes = Vec::new();
    let sum: u64 = answer.cells.iter().flatten().sum();
    if table.question.measure.counts_people() && sum != answer.total {
        notes.push(Shown::new(t::DOES_NOT_ADD_UP.get(lang)));
    }
    if answer.without_person > 0 {
        notes.push(Shown::new(fill(t::WITHOUT_PERSON, lang, &[("n", &number(answer.without_person as i64, lang))])));
    }
    if answer.without_value > 0 {
        notes.push(Shown::new(fill(t::WITHOUT_VALUE, lang, &[("n", &number(answer.without_value as i64, lang))])));
    }
    notes
}

/// The label of a row or column; the one after the last is the total.
fn label(axis: &Axis, place: usize, world: &World) -> Shown {
    match axis.values.get(place) {
        Some(_) if axis.dimension.is_none() => Shown::new(t::NUMBER.get(world.lang)),
        Some(value) => Shown::line(&value.label),
        None => Shown::new(common::TOTAL.get(world.lang)),
    }
}

/// Which columns are seen: as many as fit from the first that keeps the cursor in sight. The last, the total, always
/// is, so that it needs no place here.
fn seen(widths: &[u16], cursor: usize, room: u16) -> std::ops::Range<usize> {
    let cursor = cursor.min(widths.len().saturating_sub(1));
    let taken = |first: usize, last: usize| widths.get(first..=last).unwrap_or_default().iter().sum::<u16>();
    let first = (0..=cursor).find(|&first| taken(first, cursor) <= room).unwrap_or(cursor);
    let last = (first..widths.len()).take_while(|&last| last == first || taken(first, last) <= room).count();
    first..first + last
}

/// The widest line of a head that is wrapped into two.
const HEAD: usize = 10;

fn grid(table: &CrossTable, answer: &Answer, world: &World, area: Rect, canvas: &mut Canvas) {
    let (rows, columns) = table.size();
    let head = match answer.rows.dimension {
        Some(dimension) => Shown::line(capital(dimension.label(world.lang))),
        None => Shown::default(),
    };
    let labels: Vec<Shown> = (0..rows).map(|row| label(&answer.rows, row, world)).collect();
    let widest = labels.iter().chain([&head]).map(|label| width_of(label.as_str()) as u16).max().unwrap_or(0);
    let label_width = (widest + 1).min(area.width / LABEL_PART).max(8);
    let heads: Vec<Shown> = (0..columns).map(|column| label(&answer.columns, column, world)).collect();
    let widths: Vec<u16> = heads.iter().map(head_width).collect();
    let total = usize::from(answer.columns.dimension.is_some());
    let (total_width, others) = match widths.split_last().filter(|_| total == 1) {
        Some((last, others)) => (*last, others),
        None => (0, widths.as_slice()),
    };
    let seen = seen(others, table.cursor.1, area.width.saturating_sub(label_width + total_width));
    let places: Vec<usize> = seen.clone().chain((total == 1).then_some(columns - 1)).collect();
    canvas.put(area.x, area.y + 1, label_width, &head, Role::Label);
    let mut x = area.x + label_width;
    for &column in &places {
        let width = widths.get(column).copied().unwrap_or(0);
        let lines = heads.get(column).map(in_two).unwrap_or_default();
        for (line, y) in lines.iter().zip([area.y, area.y + 1]) {
            canvas.right(x, y, width - 1, line, Role::Label);
        }
        x += width;
    }
    let body = Rect { y: area.y + 2, height: area.height.saturating_sub(2), ..area };
    let first = (table.cursor.0 + 1).saturating_sub(usize::from(body.height).max(1));
    for (row, y) in (first..rows).zip(body.y..body.bottom()) {
        let role = if row >= answer.rows.len() { Role::Title } else { Role::Plain };
        let name = labels.get(row).cloned().unwrap_or_default();
        canvas.put(body.x, y, label_width - 1, &name, role);
        let mut x = body.x + label_width;
        for &column in &places {
            let width = widths.get(column).copied().unwrap_or(0);
            cell(table, answer, (row, column), Rect { x, y, width, height: 1 }, canvas);
            x += width;
        }
    }
    if seen.len() < others.len() {
        let said = [("from", seen.start + 1), ("to", seen.end), ("all", others.len())];
        let text =
            fill(t::MORE_COLUMNS, world.lang, &said.each_ref().map(|(name, n)| (*name, n as &dyn std::fmt::Display)));
        canvas.right(area.x, area.y.saturating_sub(1), area.width, &Shown::new(text), Role::Quiet);
    }
}

/// A head in two lines: the lower one is filled first.
fn in_two(head: &Shown) -> [Shown; 2] {
    match wrap(head.as_str(), HEAD).as_slice() {
        [_] | [] => [Shown::default(), head.clone()],
        [first, ..] => {
            let (first, rest) = head.as_str().split_at(first.end);
            [Shown::line(first.trim_end()), Shown::line(rest)]
        }
    }
}

fn head_width(head: &Shown) -> u16 {
    let widest = in_two(head).iter().map(|line| width_of(line.as_str()) as u16).max().unwrap_or(0);
    widest.clamp(4, 14) + 2
}

/// A number; zeros are a dot, so that the others stand out; the one under the cursor stands in brackets too.
fn cell(table: &CrossTable, answer: &Answer, (row, column): (usize, usize), area: Rect, canvas: &mut Canvas) {
    let n = table.number(row, column).unwrap_or(0);
    let text = if n == 0 { "·".to_owned() } else { number(n as i64, canvas.lang) };
    let total = row >= answer.rows.len() || column >= answer.columns.len();
    let here = table.cursor == (row, column);
    let (text, role) = match (here, total) {
        (true, _) => (format!("[{text}]"), Role::Cursor),
        (false, true) => (format!("{text} "), Role::Title),
        (false, false) => (format!("{text} "), Role::Plain),
    };
    canvas.right(area.x, area.y, area.width, &Shown::new(text), role);
}
