//! The box of looking up: what is typed, and a line for each record found: kind, name, day, and where the word stands.
//! Nothing hidden is shown here, also of a person who is revealed.

use super::canvas::{Canvas, Line};
use super::scroll::Scroll;
use super::theme::Role;
use crate::app::exchange::Entry;
use crate::app::look_up::LookUp;
use crate::app::naming::Naming;
use crate::app::snippet::snippet;
use crate::app::world::World;
use crate::domain::Shown;
use crate::i18n::texts::{common::kind_one, look_up as t};
use ratatui::layout::Rect;

/// Columns of the kind and of the day.
const KIND: u16 = 14;
const DAY: u16 = 11;

/// Draws the box over the body.
pub fn draw(look_up: &LookUp, world: &World, body: Rect, canvas: &mut Canvas) {
    let inside = canvas.framed(body);
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

/// A record's line, its parts in columns.
fn line(entry: &Entry, words: &str, naming: &Naming, width: u16) -> Line {
    let name = width.saturating_sub(KIND + DAY) * 2 / 5;
    let day = entry.day().map(|day| day.to_string()).unwrap_or_default();
    let column = |text: &str, width: u16| Canvas::padded(text, width.into());
    vec![
        (column(kind_one(entry.record.kind, naming.lang), KIND), Role::Label),
        (column(naming.subject(entry).as_str(), name), Role::Plain),
        (column(&day, DAY), Role::Plain),
        (snippet(entry, words, naming), Role::Quiet),
    ]
}
