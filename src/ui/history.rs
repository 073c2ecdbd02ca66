//! What was done, with the change under the cursor in full below.

use super::canvas::Canvas;
use super::scroll::Scroll;
use super::theme::Role;
use crate::app::deed;
use crate::app::history::History;
use crate::app::world::World;
use crate::domain::Shown;
use crate::domain::date::minute;
use crate::i18n::texts::common::kind_one;
use crate::i18n::{fill, texts::upkeep as t};
use ratatui::layout::Rect;

/// Rows below the list for the change under the cursor.
const DETAIL: u16 = 6;

/// Draws the list.
pub fn draw(history: &History, world: &World, body: Rect, canvas: &mut Canvas) {
    let lang = world.lang;
    let area = Rect { x: body.x + 1, width: body.width.saturating_sub(2), ..body };
    let title = match &history.about {
        Some((kind, own)) => fill(t::HISTORY_OF, lang, &[("kind", &kind_one(*kind, lang)), ("ref", own)]),
        None => t::HISTORY_TITLE.get(lang).to_owned(),
    };
    canvas.put(area.x, area.y, area.width, &Shown::line(title), Role::Title);
    let below = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
    let Some(changes) = canvas.answer(below, &history.changes) else { return };
    for (row, (label, next)) in [(t::UNDO_NEXT, &changes.undo), (t::REDO_NEXT, &changes.redo)].into_iter().enumerate() {
        let words = next.as_ref().map_or(Shown::new(t::NOTHING.get(lang)), |next| deed::in_words(next, world));
        let line = vec![(Shown::new(label.get(lang)), Role::Label), (words, Role::Quiet)];
        canvas.line(Rect { y: area.y + 1 + row as u16, height: 1, ..area }, &line);
    }
    let mut scroll = Scroll::default();
    for (place, done) in changes.deeds.iter().enumerate() {
        let at = Shown::new(format!("{}  ", minute(done.at)));
        scroll.choice(place == history.cursor, vec![(at, Role::Label), (deed::in_words(done, world), Role::Plain)]);
    }
    let head = 4;
    let foot = DETAIL.min(area.height.saturating_sub(head) / 2);
    let list = Rect { y: area.y + head, height: area.height.saturating_sub(head + foot), ..area };
    scroll.draw(list, canvas);
    if foot > 0 {
        canvas.rule(Rect { y: list.bottom(), height: 1, ..body });
        let mut left = Rect { y: list.bottom() + 1, height: foot - 1, ..area };
        for line in history.detail(world) {
            let taken = canvas.wrapped(left, &line, Role::Plain);
            left = Rect { y: left.y + taken, height: left.height - taken, ..left };
        }
    }
}
