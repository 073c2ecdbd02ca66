//! The checks, each with whether it is on.

use super::canvas::Canvas;
use super::scroll::Scroll;
use super::theme::Role;
use crate::app::checks::{Checks, is_on};
use crate::app::world::World;
use crate::checks::RULES;
use crate::domain::Shown;
use crate::i18n::{capital, texts::common, texts::upkeep as t};
use ratatui::layout::Rect;

/// Draws the list.
pub fn draw(checks: &Checks, world: &World, body: Rect, canvas: &mut Canvas) {
    let lang = world.lang;
    let area = Rect { x: body.x + 1, width: body.width.saturating_sub(2), ..body };
    canvas.label(area.x, area.y, area.width, t::CHECKS_TITLE, Role::Title);
    let mut scroll = Scroll::default();
    for (place, rule) in RULES.iter().enumerate() {
        let (state, role) = match is_on(rule, world) {
            true => (common::YES, Role::Plain),
            false => (common::NO, Role::Quiet),
        };
        let state = format!("{:<5}", state.get(lang));
        let label = Shown::line(capital(&rule.label(lang)));
        scroll.choice(place == checks.cursor, vec![(Shown::new(state), Role::Label), (label, role)]);
    }
    scroll.draw(Rect { y: area.y + 2, height: area.height.saturating_sub(2), ..area }, canvas);
}
