//! The checks and proposals, each with whether it is on.

use super::canvas::Canvas;
use super::scroll::Scroll;
use super::theme::Role;
use crate::app::checks::Checks;
use crate::app::world::World;
use crate::checks::{About, RULES};
use crate::domain::Shown;
use crate::i18n::{capital, texts::checks as texts, texts::common, texts::upkeep as t};
use ratatui::layout::Rect;

/// Draws the list.
pub fn draw(checks: &Checks, world: &World, body: Rect, canvas: &mut Canvas) {
    let lang = world.lang;
    let area = Rect { x: body.x + 1, width: body.width.saturating_sub(2), ..body };
    canvas.label(area.x, area.y, area.width, t::MORE_CHECKS, Role::Title);
    let mut scroll = Scroll::default();
    for (place, about) in About::all().enumerate() {
        if place == RULES.len() {
            scroll.heading(texts::NEXT_TITLE, canvas);
        }
        let (state, role) = match about.is_on(&world.project) {
            true => (common::YES, Role::Plain),
            false => (common::NO, Role::Quiet),
        };
        let state = format!("{:<5}", state.get(lang));
        let label = Shown::line(capital(&world.label_of(about)));
        scroll.choice(place == checks.cursor, vec![(Shown::new(state), Role::Label), (label, role)]);
    }
    scroll.draw(Rect { y: area.y + 2, height: area.height.saturating_sub(2), ..area }, canvas);
}
