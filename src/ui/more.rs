//! The pane More.

use super::canvas::Canvas;
use super::scroll::Scroll;
use super::theme::Role;
use crate::app::more::{LISTS, More};
use crate::domain::Shown;
use crate::i18n::{capital, texts::app as t};
use ratatui::layout::Rect;

/// Draws the pane.
pub fn draw(more: &More, body: Rect, canvas: &mut Canvas) {
    let area = Rect { x: body.x + 1, width: body.width.saturating_sub(2), ..body };
    canvas.label(area.x, area.y, area.width, t::MORE_TITLE, Role::Title);
    let mut scroll = Scroll::default();
    for (place, measure) in LISTS.iter().enumerate() {
        let name = Shown::new(capital(measure.label(canvas.lang)));
        scroll.choice(place == more.cursor, vec![(name, Role::Plain)]);
    }
    scroll.draw(Rect { y: area.y + 2, height: area.height.saturating_sub(2), ..area }, canvas);
}
