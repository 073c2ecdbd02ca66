//! The value lists, or the values of one with their labels in both languages.

use super::canvas::Canvas;
use super::scroll::Scroll;
use super::theme::Role;
use crate::app::deed::list_name;
use crate::app::value_lists::{ValueLists, lists};
use crate::app::world::World;
use crate::domain::Shown;
use crate::i18n::{capital, fill, texts::upkeep as t};
use ratatui::layout::Rect;

/// Draws the lists or the values.
pub fn draw(shown: &ValueLists, world: &World, body: Rect, canvas: &mut Canvas) {
    let lang = world.lang;
    let area = Rect { x: body.x + 1, width: body.width.saturating_sub(2), ..body };
    let title = match shown.list {
        Some(list) => capital(&fill(t::THE_LIST, lang, &[("list", &list_name(list, lang))])),
        None => t::LISTS_TITLE.get(lang).to_owned(),
    };
    canvas.put(area.x, area.y, area.width, &Shown::line(title), Role::Title);
    let mut scroll = Scroll::default();
    if shown.list.is_none() {
        for (place, (_, name)) in lists(world).iter().enumerate() {
            scroll.choice(place == shown.cursor, vec![(Shown::line(capital(name)), Role::Plain)]);
        }
    }
    let width = usize::from(area.width / 3);
    for (place, value) in shown.values(world).iter().enumerate() {
        let state = if value.retired { t::RETIRED_MARK.get(lang) } else { "" };
        let role = if value.retired { Role::Quiet } else { Role::Plain };
        let words =
            format!("{}{}{}  {state}", Canvas::padded(&value.sv, width), Canvas::padded(&value.en, width), value.code);
        scroll.choice(place == shown.cursor, vec![(Shown::line(words), role)]);
    }
    let list = Rect { y: area.y + 2, height: area.height.saturating_sub(3), ..area };
    scroll.draw(list, canvas);
    if shown.list.is_some() {
        canvas.label(area.x, area.bottom().saturating_sub(1), area.width, t::LISTS_MEANING, Role::Quiet);
    }
}
