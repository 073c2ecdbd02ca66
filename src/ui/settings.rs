//! The page of settings: each with its value, and what the one under the cursor means.

use super::canvas::Canvas;
use super::scroll::Scroll;
use super::theme::Role;
use crate::app::settings::{Item, SettingsPage};
use crate::app::world::World;
use crate::domain::Shown;
use crate::i18n::{fill, texts::settings as t};
use ratatui::layout::Rect;

/// Columns of the labels.
const LABELS: usize = 28;
/// Rows of what a setting means, and of where the file is.
const MEANING: u16 = 6;

/// Draws the page.
pub fn draw(page: &SettingsPage, world: &World, body: Rect, canvas: &mut Canvas) {
    let area = Rect { x: body.x + 1, width: body.width.saturating_sub(2), ..body };
    canvas.label(area.x, area.y, area.width, t::TITLE, Role::Title);
    let mut scroll = Scroll::default();
    for (place, item) in Item::ALL.into_iter().enumerate() {
        let label = Canvas::padded(item.label().get(world.lang), LABELS);
        scroll.choice(place == page.cursor, vec![(label, Role::Label), (item.value(world), Role::Plain)]);
    }
    let list = Rect { y: area.y + 2, height: area.height.saturating_sub(2 + MEANING), ..area };
    scroll.draw(list, canvas);
    let below = Rect { y: list.bottom(), height: area.bottom().saturating_sub(list.bottom() + 1), ..area };
    canvas.wrapped(below, &Shown::new(page.item().meaning().get(world.lang)), Role::Quiet);
    if !world.preferences.file.as_str().is_empty() {
        let file = fill(t::FILE, world.lang, &[("file", &world.preferences.file)]);
        canvas.put(area.x, area.bottom().saturating_sub(1), area.width, &Shown::line(file), Role::Quiet);
    }
}
