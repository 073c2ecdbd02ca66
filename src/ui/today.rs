//! The pane Today: unfinished forms, then what waits, part by part.

use super::canvas::{Canvas, Line};
use super::scroll::Scroll;
use super::theme::Role;
use crate::app::exchange::{Entry, Section};
use crate::app::today::{Today, reason, section_text};
use crate::app::world::World;
use crate::domain::{Kind, Shown};
use crate::i18n::{capital, date_with_weekday, fill, number, texts::app as t, texts::safe};
use ratatui::layout::Rect;

/// Columns of a person's name; a longer one takes what it needs.
const NAME: usize = 12;

/// Draws the pane.
pub fn draw(today: &Today, world: &World, body: Rect, canvas: &mut Canvas) {
    let area = Rect { x: body.x + 1, width: body.width.saturating_sub(2), ..body };
    let day = date_with_weekday(world.today(), world.lang);
    let title = Shown::new(fill(t::TODAY_TITLE, world.lang, &[("day", &day)]));
    canvas.put(area.x, area.y, area.width, &title, Role::Title);
    let mut rest = Rect { y: area.y + 2, height: area.height.saturating_sub(2), ..area };
    if today.backups.is_old(world.today())
        && let Some(days) = today.backups.age(world.today())
    {
        let old = Shown::new(fill(safe::BACKUP_OLD, world.lang, &[("days", &days)]));
        let taken = canvas.wrapped(rest, &old, Role::Wrong) + 1;
        rest = Rect { y: rest.y + taken, height: rest.height.saturating_sub(taken), ..rest };
    }
    if !today.loaded {
        canvas.label(rest.x, rest.y, rest.width, t::LOADING, Role::Quiet);
        return;
    }
    if today.waiting.is_empty() && world.drafts.is_empty() {
        canvas.wrapped(rest, &Shown::new(t::TODAY_EMPTY.get(world.lang)), Role::Quiet);
        return;
    }
    lines(today, world, canvas).draw(rest, canvas);
}

fn lines(today: &Today, world: &World, canvas: &Canvas) -> Scroll<'static> {
    let mut scroll = Scroll::default();
    let mut place = 0;
    let mut choice = |scroll: &mut Scroll, line: Line| {
        scroll.choice(place == today.cursor, line);
        place += 1;
    };
    if !world.drafts.is_empty() {
        scroll.heading(t::SECTION_DRAFTS, canvas);
    }
    for draft in &world.drafts {
        choice(&mut scroll, vec![(draft.title(world), Role::Plain)]);
    }
    for waiting in &today.waiting {
        scroll.gap();
        let late = waiting.section == Section::Overdue;
        let sign = if late { "▲ " } else { "" };
        let heading = format!("{sign}{}", capital(section_text(waiting.section, world).as_str()));
        let role = if late { Role::Wrong } else { Role::Title };
        let count = format!("  {}", number(waiting.count as i64, world.lang));
        scroll.line(vec![(Shown::line(heading), role), (Shown::new(count), Role::Quiet)]);
        for entry in &waiting.first {
            choice(&mut scroll, line(waiting.section, entry, world));
        }
        let rest = waiting.count.saturating_sub(waiting.first.len());
        if rest > 0 {
            let text = fill(t::AND_MORE, world.lang, &[("n", &number(rest as i64, world.lang))]);
            choice(&mut scroll, vec![(Shown::new(text), Role::Quiet)]);
        }
    }
    scroll
}

fn line(section: Section, entry: &Entry, world: &World) -> Line {
    let naming = world.naming();
    let name = Shown::new(format!("{:<NAME$} ", naming.person(entry)));
    // That it is late or due is said by the heading.
    let words = match entry.record.kind {
        Kind::FollowUp => naming.named(&entry.record),
        _ => naming.line(entry, world.today()),
    };
    match entry.record.kind {
        Kind::Person => {
            let why = match section {
                Section::Rule(rule, _) => reason(&rule.about, entry, world),
                Section::Overdue | Section::Due => Shown::default(),
            };
            vec![(name, Role::Plain), (why, Role::Quiet)]
        }
        _ => vec![(name, Role::Title), (words, Role::Plain)],
    }
}
