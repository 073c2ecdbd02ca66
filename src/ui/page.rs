//! A record's page: its fields one below the other, then what it belongs to and what belongs to it.

use super::canvas::{Canvas, Line};
use super::detail::{fields, labels, who};
use super::scroll::Scroll;
use super::theme::Role;
use crate::app::exchange::{Entry, PageContent};
use crate::app::page::Page;
use crate::app::relation;
use crate::app::today::reason;
use crate::app::world::World;
use crate::domain::{Record, Ref, Shown};
use crate::i18n::texts::{app as t, common::kind_one, look_up, upkeep};
use crate::i18n::{capital, fill};
use ratatui::layout::Rect;

/// Rows that the way to reach her takes at most.
const REACH_ROWS: u16 = 4;

/// Draws a page.
pub fn draw(page: &Page, world: &World, body: Rect, canvas: &mut Canvas) {
    let area = Rect { x: body.x + 1, width: body.width.saturating_sub(2), ..body };
    let Some(content) = &page.content else {
        canvas.label(area.x, area.y, area.width, t::LOADING, Role::Quiet);
        return;
    };
    let mut title = who(content, world);
    let kind = capital(kind_one(page.kind, world.lang));
    title.insert(0, (Shown::line(format!("{kind} {} · ", page.own)), Role::Label));
    canvas.line(Rect { height: 1, ..area }, &title);
    let (reach, role) = reach(page, content, world);
    let below = Rect { y: area.y + 1, height: area.height.saturating_sub(1).min(REACH_ROWS), ..area };
    let taken = 1 + canvas.wrapped(below, &reach, role);
    let mut scroll = Scroll::default();
    fields(content, world, area.width.into(), &mut scroll);
    let labels = labels(content, world, area.width.into());
    for (place, rule) in page.found.iter().enumerate() {
        let label = if place == 0 { upkeep::FOUND_BY.get(world.lang) } else { "" };
        let why = match rule.about.code {
            "age_unknown" => reason(&rule.about, &content.entry, world),
            _ => Shown::default(),
        };
        let found = if why.as_str().is_empty() { Shown::new(world.label_of(&rule.about)) } else { why };
        scroll.line(vec![(Canvas::padded(label, labels), Role::Label), (found, Role::Care)]);
    }
    let mut place = 1;
    for (heading, entries) in &page.sections {
        scroll.heading(*heading, canvas);
        for entry in entries {
            scroll.choice_when_seen(place == page.cursor, || line(&content.entry, entry, world));
            place += 1;
        }
    }
    if content.belonging.is_empty() {
        scroll.gap();
        scroll.text(t::BELONGING_NONE.get(world.lang), Role::Quiet);
    }
    let rest = Rect { y: area.y + taken + 1, height: area.height.saturating_sub(taken + 1), ..area };
    scroll.draw(rest, canvas);
}

/// The line of a record that belongs to the page's, or that it belongs to.
fn line(of: &Entry, entry: &Entry, world: &World) -> Line {
    let kind = format!("{:<14}", kind_one(entry.record.kind, world.lang));
    let words = relation::belonging(of, entry, &world.naming(), world.today());
    vec![(Shown::new(kind), Role::Label), (words, Role::Plain)]
}

/// How the person is reached safely, and who else she is; nothing for a record without a person.
fn reach(page: &Page, content: &PageContent, world: &World) -> (Shown, Role) {
    let (lang, naming) = (world.lang, world.naming());
    let Some(person) = content.entry.person() else { return (Shown::default(), Role::Plain) };
    let how = naming.reach(person);
    let mut words = fill(look_up::REACH, lang, &[("how", &how)]);
    let name = |record: &&Record| {
        let own = record.own_ref().map(Ref::as_str).unwrap_or_default();
        format!("{} ({own})", naming.named(record))
    };
    let joined = page.joined().iter().map(name).collect::<Vec<_>>().join(", ");
    if !joined.is_empty() {
        words += &format!("\n{}", fill(look_up::JOINED, lang, &[("names", &joined)]));
    }
    let hidden = how.as_str() == t::HIDDEN.get(lang);
    (Shown::new(words), if hidden { Role::Care } else { Role::Plain })
}
