//! The pane Statistics: the line of its views, and the one in front.
//!
//! ```text
//!  Översikt  Korstabell  Trend  Tratt  Ledtider  Balans  Mål
//!  the view
//! ```

use super::canvas::Canvas;
use super::theme::Role;
use super::{cross_table, sheet};
use crate::app::statistics::{Front, Statistics};
use crate::app::world::World;
use crate::domain::Shown;
use ratatui::layout::Rect;

/// Draws the pane.
pub fn draw(statistics: &Statistics, world: &World, body: Rect, canvas: &mut Canvas) {
    let mut x = body.x + 1;
    for (place, view) in statistics.views.iter().enumerate() {
        let role = if place == statistics.front { Role::Here } else { Role::Label };
        let room = body.right().saturating_sub(x);
        x += canvas.put(x, body.y, room, &Shown::new(view.label().get(world.lang)), role) + 1;
    }
    let rest = Rect { x: body.x + 1, y: body.y + 1, width: body.width.saturating_sub(2), height: body.height - 1 };
    match statistics.front() {
        Some(Front::Table(table)) => cross_table::draw(table, world, rest, canvas),
        Some(Front::Sheet(part)) => sheet::draw(part, world, rest, canvas),
        None => {}
    }
}
