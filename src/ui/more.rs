//! The pane More.

use super::canvas::Canvas;
use super::scroll::Scroll;
use super::theme::Role;
use crate::app::more::{Item, More};
use crate::i18n::texts::app as t;
use ratatui::layout::Rect;

/// Draws the pane.
pub fn draw(more: &More, body: Rect, canvas: &mut Canvas) {
    let area = Rect { x: body.x + 1, width: body.width.saturating_sub(2), ..body };
    canvas.label(area.x, area.y, area.width, t::MORE_TITLE, Role::Title);
    let mut scroll = Scroll::default();
    for (place, item) in Item::ALL.iter().enumerate() {
        scroll.choice(place == more.cursor, vec![(item.label(canvas.lang), Role::Plain)]);
    }
    scroll.draw(Rect { y: area.y + 2, height: area.height.saturating_sub(2), ..area }, canvas);
}
