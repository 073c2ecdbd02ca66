//! The box of looking up: what is typed, and a line for each record found: kind, name, day, and where the word stands.
//! Nothing hidden is shown here, also of a person who is revealed.

use super::canvas::{Canvas, Line};
use super::scroll::Scroll;
use super::theme::Role;
use crate::app::exchange::Entry;
use crate::app::look_up::LookUp;
use crate::app::naming::Naming;
use crate::app::snippet::snippet;
use crate::app::text_field::columns;
use crate::app::world::World;
use crate::domain::field::person;
use crate::domain::{Kind, Shown};
use crate::i18n::texts::{common::kind_one, look_up as t};
use ratatui::layout::Rect;

/// Columns of the kind and of the day.
const KIND: u16 = 14;
const DAY: u16 = 11;

/// Columns between a name and what follows it.
const GAP: usize = 2;

/// Draws the box, which takes the whole body.
pub fn draw(look_up: &LookUp, world: &World, body: Rect, canvas: &mut Canvas) {
    let inside = canvas.frame(body);
    let label = canvas.label(inside.x, inside.y, inside.width, t::LABEL, Role::Label) + 1;
    let (x, width) = (inside.x + label, inside.width.saturating_sub(label));
    let (text, column) = look_up.field.window(width.into());
    canvas.put(x, inside.y, width, &Shown::line(text), Role::Plain);
    canvas.set_cursor(x + column as u16, inside.y);
    let rest = Rect { y: inside.y + 2, height: inside.height.saturating_sub(2), ..inside };
    let result = &look_up.result;
    if look_up.field.text().trim().is_empty() {
        canvas.wrapped(rest, &Shown::new(t::EXAMPLE.get(world.lang)), Role::Quiet);
        return;
    }
    let naming = Naming { revealed: None, ..world.naming() };
    let line = |entry: &Entry| line(entry, look_up.field.text(), &naming, inside.width.saturating_sub(2));
    let line = &line;
    let mut scroll = Scroll::default();
    for (place, entry) in result.found.iter().enumerate() {
        scroll.choice_when_seen(look_up.cursor == Some(place), move || line(entry));
    }
    if result.more {
        scroll.gap();
        scroll.text(t::MORE.get(world.lang), Role::Quiet);
    }
    if result.found.is_empty() && look_up.is_answered() {
        scroll.text(t::NONE.get(world.lang), Role::Quiet);
    }
    if !result.near.is_empty() {
        scroll.heading(t::NEAR, canvas);
    }
    for (place, entry) in result.near.iter().enumerate() {
        scroll.choice_when_seen(look_up.cursor == Some(result.found.len() + place), move || line(entry));
    }
    scroll.draw(rest, canvas);
}

/// A record's line: kind and, if it has one, day in columns, then what it is, what tells a person from another, and
/// where the word stands; the room is theirs as they need it.
fn line(entry: &Entry, words: &str, naming: &Naming, width: u16) -> Line {
    let day = entry.day().map(|day| day.to_string()).unwrap_or_default();
    let subject = naming.subject(entry);
    let about = if entry.record.kind == Kind::Person { apart(entry, naming) } else { Shown::default() };
    let found = snippet(entry, words, naming);
    let found = if about.as_str().contains(found.as_str()) { Shown::default() } else { found };
    let days = if day.is_empty() { 0 } else { DAY };
    let rest = usize::from(width.saturating_sub(KIND + days));
    // A long name leaves half of it to the rest.
    let is_alone = found.as_str().is_empty() && about.as_str().is_empty();
    let name = if is_alone { rest } else { (columns(subject.as_str()) + GAP).min(rest.div_ceil(2)) };
    let mut line = vec![
        (Canvas::padded(kind_one(entry.record.kind, naming.lang), KIND.into()), Role::Label),
        (Canvas::padded(&day, days.into()), Role::Plain),
        (Canvas::padded(subject.as_str(), name), Role::Plain),
    ];
    for text in [about, found].into_iter().filter(|text| !text.as_str().is_empty()) {
        line.extend([(text, Role::Quiet), (Shown::new("  "), Role::Quiet)]);
    }
    line
}

/// What tells a person from another: birth, sex, where she lives, as far as it may be seen.
fn apart(entry: &Entry, naming: &Naming) -> Shown {
    let open = |field: &usize| !naming.hides(&entry.record, *field);
    let parts = [person::BIRTH, person::SEX, person::DISTRICT].into_iter().filter(open);
    let parts: Vec<Shown> = parts.map(|field| naming.value(entry, field)).filter(|p| !p.as_str().is_empty()).collect();
    Shown::line(parts.iter().map(Shown::as_str).collect::<Vec<_>>().join(", "))
}
