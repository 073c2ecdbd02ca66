//! Before you sign: what to look at, a line each.

use super::canvas::Canvas;
use super::scroll::Scroll;
use super::theme::Role;
use crate::app::signing::Signing;
use crate::app::world::World;
use crate::domain::Shown;
use crate::i18n::{fill, texts::app as a, texts::signing as t};
use ratatui::layout::Rect;

/// Draws the checks.
pub fn draw(signing: &Signing, world: &World, body: Rect, canvas: &mut Canvas) {
    let lang = world.lang;
    let area = Rect { x: body.x + 1, width: body.width.saturating_sub(2), ..body };
    let title = fill(t::TITLE, lang, &[("period", &signing.period.in_words(lang))]);
    canvas.put(area.x, area.y, area.width, &Shown::line(title), Role::Title);
    let mut scroll = Scroll::default();
    match signing.checks.told() {
        None => scroll.text(a::LOADING.get(lang), Role::Quiet),
        Some(Err(fault)) => scroll.wrapped(fault.as_str(), Role::Wrong, area.width),
        Some(Ok(checks)) if checks.is_empty() => scroll.text(t::NOTHING.get(lang), Role::Done),
        Some(Ok(checks)) => {
            for (place, check) in checks.iter().enumerate() {
                scroll.wrapped_choice(place == signing.cursor, &check.text, Role::Plain, area.width);
            }
        }
    }
    scroll.draw(Rect { y: area.y + 2, height: area.height.saturating_sub(2), ..area }, canvas);
}
