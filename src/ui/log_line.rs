//! The log line: what is typed, what every word is taken for, and what is missing.

use super::canvas::Canvas;
use super::form::kept;
use super::theme::Role;
use crate::app::log_line::LogLine;
use crate::app::world::World;
use crate::domain::Shown;
use crate::i18n::texts::app as t;
use ratatui::layout::Rect;

/// The longest that a typed word is shown in the list of readings, in columns.
const WORD: u16 = 24;

/// Draws the line.
pub fn draw(line: &LogLine, world: &World, body: Rect, canvas: &mut Canvas) {
    let area = Rect { x: body.x + 1, width: body.width.saturating_sub(2), ..body };
    let title = canvas.label(area.x, area.y, area.width, t::LINE_TITLE, Role::Title);
    kept(&line.draft, title, area, canvas);
    let (text, column) = line.field.window(area.width.into());
    canvas.put(area.x, area.y + 2, area.width, &Shown::line(text), Role::Plain);
    canvas.set_cursor(area.x + column as u16, area.y + 2);
    let below = Rect { y: area.y + 4, height: area.height.saturating_sub(4), ..area };
    let Some(reading) = line.reading.as_ref().filter(|_| !line.field.is_empty()) else {
        canvas.wrapped(below, &Shown::new(t::LINE_EXAMPLE.get(world.lang)), Role::Quiet);
        return;
    };
    // The last words are the ones being typed.
    let rows = usize::from(below.height.saturating_sub(2)).saturating_sub(reading.assumed.len());
    let first = reading.parts.len().saturating_sub(rows);
    let mut y = below.y;
    for part in reading.parts.iter().skip(first) {
        let (sign, role) = if part.is_understood { ("  ", Role::Quiet) } else { ("! ", Role::Wrong) };
        canvas.put(area.x, y, WORD, &Shown::line(format!("{sign}{}", part.typed)), Role::Plain);
        canvas.put(area.x + WORD + 1, y, area.width.saturating_sub(WORD + 1), &part.meaning, role);
        y += 1;
    }
    for assumed in &reading.assumed {
        canvas.put(area.x + WORD + 1, y, area.width.saturating_sub(WORD + 1), assumed, Role::Quiet);
        y += 1;
    }
    match line.missing() {
        Some(missing) => canvas.label(area.x, y + 1, area.width, missing, Role::Wrong),
        None => canvas.label(area.x, y + 1, area.width, t::LINE_WHOLE, Role::Done),
    };
}
