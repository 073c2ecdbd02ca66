//! A record's page: its fields one below the other, then what it belongs to and what belongs to it.

use super::canvas::{Canvas, Line};
use super::detail::{fields, head};
use super::scroll::Scroll;
use super::theme::Role;
use crate::app::page::Page;
use crate::app::relation;
use crate::app::world::World;
use crate::domain::Shown;
use crate::i18n::texts::common::kind_one;
use crate::i18n::{capital, texts::app as t};
use ratatui::layout::Rect;

/// Draws a page.
pub fn draw(page: &Page, world: &World, body: Rect, canvas: &mut Canvas) {
    let area = Rect { x: body.x + 1, width: body.width.saturating_sub(2), ..body };
    let Some(content) = &page.content else {
        canvas.label(area.x, area.y, area.width, t::LOADING, Role::Quiet);
        return;
    };
    let mut title = head(content, world);
    let kind = capital(kind_one(page.kind, world.lang));
    title.insert(0, (Shown::line(format!("{kind} {} · ", page.own)), Role::Label));
    canvas.line(Rect { height: 1, ..area }, &title);
    let mut scroll = Scroll::default();
    fields(content, world, area.width.into(), &mut scroll);
    let sections = page.sections(world.today());
    let mut place = 1;
    for (heading, entries) in &sections {
        scroll.heading(*heading, canvas);
        for entry in entries {
            let kind = format!("{:<14}", kind_one(entry.record.kind, world.lang));
            let words = relation::belonging(Some(&page.own), entry, &world.naming(), world.today());
            let line: Line = vec![(Shown::new(kind), Role::Label), (words, Role::Plain)];
            scroll.choice(place == page.cursor, line);
            place += 1;
        }
    }
    if content.belonging.is_empty() {
        scroll.gap();
        scroll.text(t::BELONGING_NONE.get(world.lang), Role::Quiet);
    }
    let rest = Rect { y: area.y + 2, height: area.height.saturating_sub(2), ..area };
    scroll.draw(rest, canvas);
}
