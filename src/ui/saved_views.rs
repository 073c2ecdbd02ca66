//! The saved views, each with what it is of.

use super::canvas::Canvas;
use super::scroll::Scroll;
use super::theme::Role;
use crate::app::saved_views::{SavedViews, in_words};
use crate::app::world::World;
use crate::domain::Shown;
use crate::i18n::texts::lists as t;
use ratatui::layout::Rect;

/// Draws the list.
pub fn draw(views: &SavedViews, world: &World, body: Rect, canvas: &mut Canvas) {
    let area = Rect { x: body.x + 1, width: body.width.saturating_sub(2), ..body };
    canvas.label(area.x, area.y, area.width, t::VIEWS_TITLE, Role::Title);
    let list = Rect { y: area.y + 2, height: area.height.saturating_sub(2), ..area };
    if world.project.views.is_empty() {
        canvas.wrapped(list, &Shown::new(t::VIEWS_EMPTY.get(world.lang)), Role::Quiet);
        return;
    }
    let name = usize::from(area.width / 3);
    let mut scroll = Scroll::default();
    for (place, view) in world.project.views.iter().enumerate() {
        let cells = vec![(Canvas::padded(&view.name, name), Role::Plain), (in_words(view, world), Role::Quiet)];
        scroll.choice(place == views.cursor, cells);
    }
    scroll.draw(list, canvas);
}
