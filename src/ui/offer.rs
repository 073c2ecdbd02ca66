//! The next step that is offered, in one line over the foot of the view; the keys stand in the line of hints.

use super::canvas::Canvas;
use super::theme::Role;
use crate::app::App;
use ratatui::layout::Rect;

/// Rows that it takes: a rule and the line.
const ROWS: u16 = 2;

/// Draws what is offered, if anything is.
pub fn draw(app: &App, body: Rect, canvas: &mut Canvas) {
    let Some(line) = app.offer_line() else { return };
    let area = Rect { y: body.bottom().saturating_sub(ROWS), height: ROWS.min(body.height), ..body };
    canvas.clear(area);
    canvas.rule(Rect { height: 1, ..area });
    canvas.put(area.x + 1, area.bottom() - 1, area.width.saturating_sub(2), &line, Role::Care);
}
