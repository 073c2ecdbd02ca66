//! The page of the project: each setting with its value, and what the one under the cursor means.

use super::canvas::Canvas;
use super::scroll::Scroll;
use super::theme::Role;
use crate::app::project::{ProjectPage, Setting};
use crate::app::world::World;
use crate::domain::Shown;
use crate::i18n::texts::{start as t, upkeep};
use ratatui::layout::Rect;

/// Columns of the labels.
const LABELS: usize = 34;
/// Rows of what a setting means.
const MEANING: u16 = 4;

/// Draws the page.
pub fn draw(page: &ProjectPage, world: &World, body: Rect, canvas: &mut Canvas) {
    let area = Rect { x: body.x + 1, width: body.width.saturating_sub(2), ..body };
    canvas.label(area.x, area.y, area.width, t::PROJECT_TITLE, Role::Title);
    let mut scroll = Scroll::default();
    for (place, setting) in Setting::ALL.into_iter().enumerate() {
        let value = setting.text(&world.project, world.lang);
        let (value, role) = match value.is_empty() {
            true => (upkeep::EMPTY.get(world.lang).to_owned(), Role::Quiet),
            false => (value, Role::Plain),
        };
        let label = Canvas::padded(setting.label().get(world.lang), LABELS);
        scroll.choice(place == page.cursor, vec![(label, Role::Label), (Shown::line(value), role)]);
    }
    let list = Rect { y: area.y + 2, height: area.height.saturating_sub(2 + MEANING), ..area };
    scroll.draw(list, canvas);
    let here = Setting::ALL.get(page.cursor).copied().unwrap_or(Setting::Name);
    let below = Rect { y: list.bottom(), height: area.bottom().saturating_sub(list.bottom()), ..area };
    canvas.wrapped(below, &Shown::new(here.meaning().get(world.lang)), Role::Quiet);
}
