//! Help: the keys by group, those of the view it was called from first.

use super::canvas::Canvas;
use super::scroll::Scroll;
use super::theme::Role;
use crate::app::help::{Help, KEYS, Line, rows};
use crate::app::world::World;
use crate::domain::Shown;
use crate::i18n::texts::app as t;
use ratatui::layout::Rect;

/// Draws help.
pub fn draw(help: &Help, world: &World, body: Rect, canvas: &mut Canvas) {
    let area = Rect { x: body.x + 1, width: body.width.saturating_sub(2), ..body };
    let label = canvas.label(area.x, area.y, area.width, t::HELP_TITLE, Role::Title) + 2;
    let (text, column) = help.search.window(area.width.saturating_sub(label).into());
    canvas.put(area.x + label, area.y, area.width.saturating_sub(label), &Shown::line(text), Role::Field);
    canvas.set_cursor(area.x + label + column as u16, area.y);
    let lines = help.lines(world);
    let rest = Rect { y: area.y + 2, height: area.height.saturating_sub(2), ..area };
    if lines.is_empty() {
        canvas.label(rest.x, rest.y, rest.width, t::HELP_NONE, Role::Quiet);
    }
    let mut scroll = Scroll::default();
    for line in lines {
        match line {
            Line::Heading(text) => scroll.text(text.get(canvas.lang), Role::Title),
            Line::More(item) => {
                let keys = Shown::new(" ".repeat(KEYS + 2));
                scroll.line(vec![(keys, Role::Key), (item.label(canvas.lang), Role::Plain)]);
            }
            Line::Key(binding) => {
                let long = binding.action.long().get(canvas.lang);
                let mut keys = binding.keys.as_ref();
                for range in rows(long, area.width) {
                    let keys = Shown::new(format!("  {:<KEYS$}", std::mem::take(&mut keys)));
                    let text = Shown::new(long.get(range).unwrap_or_default().trim_end());
                    scroll.line(vec![(keys, Role::Key), (text, Role::Plain)]);
                }
            }
        }
    }
    scroll.draw_from(help.top, rest, canvas);
}
