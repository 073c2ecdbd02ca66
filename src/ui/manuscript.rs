//! A manuscript: labels and fields, what is wrong under its field, and below the prose as it will be printed.

use super::canvas::Canvas;
use super::form::kept;
use super::theme::Role;
use crate::app::geometry::{LABEL_COLUMNS, field_columns};
use crate::app::manuscript::{Manuscript, ManuscriptField};
use crate::app::text_field::wrap;
use crate::app::world::World;
use crate::domain::Shown;
use crate::i18n::texts::{app as a, reports as t};
use ratatui::layout::Rect;

/// A text is seen in so many rows at least and at most.
const NOTE_ROWS: (usize, usize) = (2, 8);
/// Rows of the preview at most.
const PREVIEW: usize = 5;

/// Draws the manuscript.
pub fn draw(manuscript: &Manuscript, world: &World, body: Rect, canvas: &mut Canvas) {
    let area = Rect { x: body.x + 1, width: body.width.saturating_sub(2), ..body };
    let title = canvas.put(area.x, area.y, area.width, &manuscript.title(world), Role::Title);
    kept(manuscript, title, area, canvas);
    let below = below(manuscript, world, area.width.into());
    let rest = Rect { y: area.y + 1, height: area.height.saturating_sub(1 + below.len() as u16), ..area };
    let width = field_columns(world.size);
    let heights: Vec<u16> = manuscript.fields.iter().map(|field| height(manuscript, field, width)).collect();
    let mut first = 0;
    let taken =
        |first: usize| heights.iter().skip(first).take(manuscript.focus + 1 - first.min(manuscript.focus)).sum::<u16>();
    while first < manuscript.focus && taken(first) > rest.height.saturating_sub(1) {
        first += 1;
    }
    let mut y = rest.y;
    let mut is_whole = true;
    for (place, field) in manuscript.fields.iter().enumerate().skip(first) {
        let needed = heights.get(place).copied().unwrap_or(1);
        if y + needed > rest.bottom() {
            is_whole = false;
            break;
        }
        row(
            manuscript,
            field,
            place == manuscript.focus,
            world,
            Rect { y, height: needed, width: rest.width, ..rest },
            canvas,
        );
        y += needed;
    }
    if is_whole && y < rest.bottom() {
        let here = manuscript.current().is_none();
        let label = Shown::new(format!("[ {} ]", a::FORM_END.get(world.lang)));
        canvas.put(rest.x, y, rest.width, &label, if here { Role::Cursor } else { Role::Title });
    }
    for (row, (text, role)) in below.iter().enumerate() {
        canvas.put(area.x, rest.bottom() + row as u16, area.width, text, *role);
    }
}

/// The prose of the field with the cursor as it will be printed.
fn below(manuscript: &Manuscript, world: &World, width: usize) -> Vec<(Shown, Role)> {
    let lang = world.lang;
    if !manuscript.current().is_some_and(|field| field.place.is_prose()) {
        return Vec::new();
    }
    let hint = (Shown::new(t::INSERT_HINT.get(lang)), Role::Quiet);
    if manuscript.preview.is_empty() {
        return vec![hint];
    }
    let words: String = manuscript.preview.iter().map(|span| span.text.as_str()).collect();
    let is_doubtful = manuscript.preview.iter().any(|span| span.is_doubtful);
    let role = if is_doubtful { Role::Wrong } else { Role::Plain };
    let mut lines = vec![(Shown::new(t::PREVIEW.get(lang)), Role::Label)];
    let wrapped = wrap(&words, width);
    let skipped = wrapped.len().saturating_sub(PREVIEW);
    lines.extend(wrapped.into_iter().skip(skipped).map(|range| {
        let line = words.get(range).unwrap_or_default();
        (Shown::line(line.trim_end()), role)
    }));
    lines.push(hint);
    lines
}

fn height(manuscript: &Manuscript, field: &ManuscriptField, width: usize) -> u16 {
    let rows = if field.place.is_note() { field.text.lines(width).len().clamp(NOTE_ROWS.0, NOTE_ROWS.1) } else { 1 };
    rows as u16 + u16::from(manuscript.wrong(field).is_some())
}

fn row(manuscript: &Manuscript, field: &ManuscriptField, here: bool, world: &World, row: Rect, canvas: &mut Canvas) {
    if here {
        canvas.sign(row.x - 1, row.y, 1, ">", Role::Key);
    }
    let label = Shown::line(field.place.label(&world.project, world.lang));
    canvas.put(row.x, row.y, LABEL_COLUMNS - 1, &label, if here { Role::Title } else { Role::Label });
    let width = field_columns(world.size) as u16;
    let area = Rect { x: row.x + LABEL_COLUMNS, width, ..row };
    match field.place.is_note() {
        true => note(field, here, area, canvas),
        false => {
            let (shown, column) = if here { field.text.window(width.into()) } else { (field.text.text(), 0) };
            canvas.put(area.x, area.y, area.width, &Shown::line(shown), Role::Plain);
            if here {
                canvas.set_cursor(area.x + column as u16, area.y);
            }
        }
    }
    if let Some(wrong) = manuscript.wrong(field) {
        let below = Shown::new(format!("! {}", wrong.get(world.lang)));
        canvas.put(area.x, row.bottom() - 1, area.width, &below, Role::Wrong);
    }
}

fn note(field: &ManuscriptField, here: bool, area: Rect, canvas: &mut Canvas) {
    let lines = field.text.lines(area.width.into());
    let (cursor_line, column) = field.text.place(area.width.into());
    let rows = usize::from(area.height).min(NOTE_ROWS.1).max(1);
    let first = if here { (cursor_line + 1).saturating_sub(rows) } else { 0 };
    for (row, range) in (0..rows as u16).zip(lines.into_iter().skip(first)) {
        let line = Shown::line(field.text.text().get(range).unwrap_or_default().trim_end());
        canvas.put(area.x, area.y + row, area.width, &line, Role::Plain);
    }
    if here {
        canvas.set_cursor(area.x + column as u16, area.y + (cursor_line - first) as u16);
    }
}
