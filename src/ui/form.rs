//! The form: labels and fields in tab order, what is wrong under its field, the list of choices open below.

use super::canvas::Canvas;
use super::detail;
use super::scroll;
use super::theme::Role;
use crate::app::form::Form;
use crate::app::form::choice::Choice;
use crate::app::form::field::{Editor, FormField};
use crate::app::form::remarks;
use crate::app::geometry::{LABEL_COLUMNS, field_columns, form_columns};
use crate::app::text_field::{TextField, columns, wrap};
use crate::app::unfinished::Writing;
use crate::app::world::World;
use crate::domain::Shown;
use crate::i18n::texts::{app as t, common::kind_new, forms};
use crate::i18n::{capital, fill, number};
use ratatui::layout::Rect;

/// A note is seen in so many rows at least and at most.
const NOTE_ROWS: (usize, usize) = (2, 8);

/// So many choices are seen at once.
const OPTIONS: usize = 10;

/// Says at the end of the title's row how far the store has got with what is typed, where the title leaves room.
pub fn kept(writing: &dyn Writing, title: u16, area: Rect, canvas: &mut Canvas) {
    if let Some(mark) = writing.keeping().mark(&writing.content()) {
        let mark = Shown::new(mark.get(canvas.lang));
        let taken = columns(mark.as_str()) as u16;
        if title + 2 + taken <= area.width {
            canvas.put(area.right() - taken, area.y, taken, &mark, Role::Quiet);
        }
    }
}

/// Draws the form.
pub fn draw(form: &Form, world: &World, body: Rect, canvas: &mut Canvas) {
    let (width, beside) = form_columns(world.size);
    let area = Rect { x: body.x + 1, width: width.saturating_sub(2), ..body };
    if let Some(card) = form.card.as_ref().filter(|_| beside > 0) {
        let card_area = Rect { x: body.x + width + 1, width: beside.saturating_sub(2), ..body };
        canvas.column(Rect { x: body.x + width - 1, ..body });
        detail::draw(card, world, true, card_area, canvas);
    }
    let title = canvas.put(area.x, area.y, area.width, &form.title(world), Role::Title);
    kept(form, title, area, canvas);
    let rest = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
    let (record, wrong) = form.record(world);
    let remarked = remarks::remarks(form, &record, world);
    // While a list is open, what is typed is not yet what is meant.
    let is_open = |field: &FormField| matches!(&field.editor, Editor::Choice(choice) if choice.open);
    let told = |field: &FormField| {
        let said =
            |all: &[(usize, Shown)]| all.iter().find(|(place, _)| *place == field.place).map(|(_, said)| said.clone());
        let wrong = said(&wrong).filter(|_| !is_open(field)).map(|said| ("!", said, Role::Wrong));
        let (sign, said, role) = wrong.or_else(|| Some((remarks::SIGN, said(&remarked)?, Role::Care)))?;
        Some((Shown::new(format!("{sign} {said}")), role))
    };
    let said: Vec<Option<(Shown, Role)>> = form.fields.iter().map(told).collect();
    let heights: Vec<u16> = form.fields.iter().zip(&said).map(|(f, told)| height(f, told, rest.width, world)).collect();
    let first = first(&heights, form.focus, rest.height.saturating_sub(2));
    let mut y = rest.y;
    let mut open = None;
    for (place, field) in form.fields.iter().enumerate().skip(first) {
        let needed = heights.get(place).copied().unwrap_or(1);
        if y + needed > rest.bottom() {
            scroll::below(form.fields.len() + 1 - place, rest, canvas);
            return options(open, rest, canvas);
        }
        let here = place == form.focus;
        let row = Rect { y, height: needed, ..rest };
        let told = said.get(place).and_then(Option::as_ref);
        field_rows(form, field, here, told, world, row, canvas);
        if here && let Editor::Choice(choice) = &field.editor {
            open = choice.open.then_some((choice, y + 1));
        }
        y += needed;
    }
    if y < rest.bottom() {
        let row = Rect { y, height: 1, ..rest };
        end(form, world, row, canvas);
    } else {
        scroll::below(1, rest, canvas);
    }
    options(open, rest, canvas);
}

/// The rows of a field: its value, and what is said below it.
fn height(field: &FormField, told: &Option<(Shown, Role)>, width: u16, world: &World) -> u16 {
    let rows = match &field.editor {
        Editor::Note(text) => text.lines(field_columns(world.size)).len().clamp(NOTE_ROWS.0, NOTE_ROWS.1),
        _ => 1,
    };
    rows as u16 + told.as_ref().map_or(0, |(said, _)| said_rows(said, width))
}

/// Columns of what is said under a field: all to the end of the form.
fn said_columns(width: u16) -> u16 {
    width.saturating_sub(LABEL_COLUMNS).max(1)
}

fn said_rows(said: &Shown, width: u16) -> u16 {
    wrap(said.as_str(), said_columns(width).into()).len() as u16
}

/// The first field that is seen, so that the one with the cursor is.
fn first(heights: &[u16], focus: usize, room: u16) -> usize {
    let mut first = 0;
    let taken = |first: usize| heights.iter().skip(first).take(focus + 1 - first.min(focus)).sum::<u16>();
    while first < focus && taken(first) > room {
        first += 1;
    }
    first
}

fn field_rows(
    form: &Form,
    field: &FormField,
    here: bool,
    told: Option<&(Shown, Role)>,
    world: &World,
    row: Rect,
    canvas: &mut Canvas,
) {
    let Some(declared) = field.declared() else { return };
    let mark = if declared.required { t::REQUIRED_MARK.get(world.lang) } else { "" };
    let label = Shown::line(format!("{}{mark}", declared.label.get(world.lang)));
    if here {
        canvas.sign(row.x - 1, row.y, 1, ">", Role::Key);
    }
    canvas.put(row.x, row.y, LABEL_COLUMNS - 1, &label, if here { Role::Title } else { Role::Label });
    let width = field_columns(world.size) as u16;
    let taken = told.map_or(0, |(said, _)| said_rows(said, row.width)).min(row.height - 1);
    let area = Rect { x: row.x + LABEL_COLUMNS, width, height: row.height - taken, ..row };
    match &field.editor {
        Editor::Text(text) => {
            let taken = line(text, here, area, canvas);
            beside(field.reading(world), taken, area, canvas);
        }
        Editor::Note(text) => note(text, here, area, canvas),
        Editor::Choice(choice) => {
            let taken = chosen(choice, here, area, canvas);
            let is_person = form.person().is_some() && field.record() == form.person();
            let said = match (is_person, here && choice.typed.is_empty() && choice.chosen.is_empty() && !choice.open) {
                (true, _) => form.age(world),
                (false, true) => Some(numbered(choice, world)),
                (false, false) => None,
            };
            beside(said, taken, area, canvas);
        }
        Editor::Hidden(_) => {
            canvas.label(area.x, area.y, area.width, t::HIDDEN, Role::Care);
        }
    }
    if let Some((said, role)) = told {
        let below = Rect { y: area.bottom(), height: taken, width: said_columns(row.width), ..area };
        canvas.wrapped(below, said, *role);
    }
    if let Some(left) = field.room().filter(|_| here) {
        let left = Shown::new(fill(forms::ROOM_LEFT, world.lang, &[("n", &number(left as i64, world.lang))]));
        canvas.right(area.x, area.y, area.width, &left, Role::Quiet);
    }
}

/// A text of one line with the cursor in it; how many columns it takes.
fn line(text: &TextField, here: bool, area: Rect, canvas: &mut Canvas) -> u16 {
    let (shown, column) = if here { text.window(area.width.into()) } else { (text.text(), 0) };
    if here {
        canvas.set_cursor(area.x + column as u16, area.y);
    }
    let shown = Shown::line(shown);
    canvas.put(area.x, area.y, area.width, &shown, Role::Plain)
}

/// What stands beside a field: a date's reading, an age, the choices.
fn beside(said: Option<Shown>, taken: u16, area: Rect, canvas: &mut Canvas) {
    let gap = if taken == 0 { 2 } else { taken + 2 };
    if let Some(said) = said.filter(|said| !said.as_str().is_empty()) {
        canvas.put(area.x + gap, area.y, area.width.saturating_sub(gap), &said, Role::Quiet);
    }
}

fn note(text: &TextField, here: bool, area: Rect, canvas: &mut Canvas) {
    let lines = text.lines(area.width.into());
    let (cursor_line, column) = text.place(area.width.into());
    let rows = usize::from(area.height).min(NOTE_ROWS.1).max(1);
    let first = if here { (cursor_line + 1).saturating_sub(rows) } else { 0 };
    for (row, range) in (0..rows as u16).zip(lines.into_iter().skip(first)) {
        let line = Shown::line(text.text().get(range).unwrap_or_default().trim_end_matches('\n'));
        canvas.put(area.x, area.y + row, area.width, &line, Role::Plain);
    }
    if here {
        canvas.set_cursor(area.x + column as u16, area.y + (cursor_line - first) as u16);
    }
}

/// What is chosen, and what is being typed after it; how many columns it takes.
fn chosen(choice: &Choice, here: bool, area: Rect, canvas: &mut Canvas) -> u16 {
    let labels: Vec<&str> = choice.chosen.iter().map(|item| item.label.as_str()).collect();
    let mut text = labels.join(", ");
    if (choice.open || !choice.typed.is_empty()) && !choice.several {
        text.clear();
    } else if choice.several && here && !text.is_empty() {
        text.push_str(", ");
    }
    let before = canvas.put(area.x, area.y, area.width, &Shown::line(text), Role::Plain);
    let (typed, column) = choice.typed.window(area.width.saturating_sub(before).into());
    let after =
        canvas.put(area.x + before, area.y, area.width.saturating_sub(before), &Shown::line(typed), Role::Field);
    if here {
        canvas.set_cursor(area.x + before + column as u16, area.y);
    }
    before + after
}

/// The choices with their numbers, in one line.
fn numbered(choice: &Choice, world: &World) -> Shown {
    let items = choice.first_offers(world).into_iter().enumerate();
    Shown::line(items.map(|(place, item)| format!("{} {}", place + 1, item.label)).collect::<Vec<_>>().join(" · "))
}

/// The open list of choices, below its field or above it where there is no room.
fn options(open: Option<(&Choice, u16)>, body: Rect, canvas: &mut Canvas) {
    let Some((choice, below)) = open else { return };
    let mut texts: Vec<Shown> = choice
        .offered
        .iter()
        .map(|item| match item.more.as_str() {
            "" => item.label.clone(),
            more => Shown::line(format!("{}  {more}", item.label)),
        })
        .collect();
    texts.extend(choice.near.iter().map(|item| {
        let near = fill(forms::NEAR, canvas.lang, &[("name", &item.label)]);
        Shown::line(format!("{near}  {}", item.more).trim_end())
    }));
    if let Some(kind) = choice.makes().filter(|_| !choice.is_searching()) {
        let (new, name) = (capital(&kind_new(kind, canvas.lang)), choice.typed.text().trim());
        texts.push(Shown::line(fill(forms::MAKE_NEW, canvas.lang, &[("new", &new), ("name", &name)])));
    }
    let count = texts.len().clamp(1, OPTIONS) as u16;
    let height = count + 2;
    let widest = texts.iter().map(|text| columns(text.as_str()) as u16).max().unwrap_or(20) + 2;
    let x = body.x + LABEL_COLUMNS - 2;
    let fits_below = below + height <= body.bottom();
    let y = if fits_below { below } else { (below - 1).saturating_sub(height).max(body.y) };
    let width = (widest + 4).min(body.right().saturating_sub(x));
    let inside = canvas.framed(Rect { x, y, width, height });
    if texts.is_empty() {
        canvas.label(inside.x, inside.y, inside.width, t::NONE_FOUND, Role::Quiet);
    }
    let first = (choice.highlight + 1).saturating_sub(OPTIONS);
    for (row, (place, text)) in (0..inside.height).zip(texts.iter().enumerate().skip(first)) {
        let here = place == choice.highlight;
        let row = Rect { y: inside.y + row, height: 1, ..inside };
        let sign = Shown::new(if here { "> " } else { "  " });
        canvas.line(row, &vec![(sign, Role::Plain), (text.clone(), Role::Plain)]);
        if here {
            canvas.mark(row, Role::Cursor);
        }
    }
}

/// The end of the form, where Enter saves.
fn end(form: &Form, world: &World, row: Rect, canvas: &mut Canvas) {
    let here = form.current().is_none();
    let label = Shown::new(format!("[ {} ]", t::FORM_END.get(world.lang)));
    let taken = canvas.put(row.x, row.y, row.width, &label, if here { Role::Cursor } else { Role::Title });
    if here {
        canvas.sign(row.x - 1, row.y, 1, ">", Role::Key);
    }
    let after = row.x + taken + 2;
    match &form.refused {
        Some(refused) => {
            let refused = Shown::line(format!("! {refused}"));
            canvas.put(after, row.y, row.right().saturating_sub(after), &refused, Role::Wrong)
        }
        None => {
            let hint = if form.is_for_another() { forms::MADE_END } else { t::FORM_END_HINT };
            canvas.label(after, row.y, row.right().saturating_sub(after), hint, Role::Quiet)
        }
    };
}
