//! The next step that is offered, under a rule over the foot of the view; the keys stand in the line of hints.

use super::canvas::Canvas;
use super::theme::Role;
use crate::app::App;
use crate::app::text_field::wrap;
use ratatui::layout::Rect;

/// Draws what is offered, if anything is.
pub fn draw(app: &App, body: Rect, canvas: &mut Canvas) {
    let Some(line) = app.offer_line() else { return };
    let width = body.width.saturating_sub(2);
    let height = (1 + wrap(line.as_str(), width.into()).len() as u16).min(body.height);
    let area = Rect { y: body.bottom() - height, height, ..body };
    canvas.clear(area);
    canvas.rule(Rect { height: 1, ..area });
    canvas.wrapped(Rect { x: area.x + 1, y: area.y + 1, width, height: height - 1 }, &line, Role::Care);
}
