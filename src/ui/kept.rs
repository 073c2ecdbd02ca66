//! A kept print: what has changed since, and the print itself.

use super::canvas::Canvas;
use super::reports::language;
use super::scroll::Scroll;
use super::theme::Role;
use crate::app::exchange::Cause;
use crate::app::kept::{CAUSES, Kept, Pages, Place};
use crate::app::world::World;
use crate::domain::Shown;
use crate::domain::date::minute;
use crate::i18n::{fill, number, texts::app as a, texts::common::kind_one, texts::reports as t};
use ratatui::layout::Rect;

/// Draws the comparison.
pub fn draw(kept: &Kept, world: &World, body: Rect, canvas: &mut Canvas) {
    let lang = world.lang;
    let area = Rect { x: body.x + 1, width: body.width.saturating_sub(2), ..body };
    let line = &kept.line;
    let title = fill(t::KEPT_TITLE, lang, &[("title", &line.title), ("period", &line.period)]);
    canvas.put(area.x, area.y, area.width, &Shown::line(title), Role::Title);
    let at = minute(line.at);
    let mut said = fill(t::KEPT_AT, lang, &[("at", &at), ("language", &language(line.asked.lang).get(lang))]);
    if line.asked.public {
        said += &format!(", {}", t::PUBLIC.get(lang));
    }
    canvas.put(area.x, area.y + 1, area.width, &Shown::line(said), Role::Quiet);
    let mut scroll = Scroll::default();
    scroll.choice(kept.cursor == 0, vec![(Shown::new(t::SHOW_PRINT.get(lang)), Role::Plain)]);
    match kept.print.told() {
        None => scroll.text(a::LOADING.get(lang), Role::Quiet),
        Some(Err(fault)) => scroll.wrapped(fault.as_str(), Role::Wrong, area.width),
        Some(Ok(print)) if print.changed.is_empty() => {
            scroll.gap();
            scroll.text(t::SAME.get(lang), Role::Done);
        }
        Some(Ok(print)) => {
            scroll.heading(t::OTHER_NUMBERS, canvas);
            for (line, place) in kept.places().into_iter().enumerate() {
                let here = line + 1 == kept.cursor;
                match place {
                    Place::Figure(figure) => {
                        let Some(figure) = print.changed.get(figure) else { continue };
                        let parts: [(&str, &dyn std::fmt::Display); 3] =
                            [("what", &figure.label), ("then", &figure.then), ("now", &figure.now)];
                        let text = if figure.then == figure.now { t::OTHER_RECORDS } else { t::THEN_NOW };
                        scroll.wrapped_choice(here, &fill(text, lang, &parts), Role::Plain, area.width);
                    }
                    Place::Cause(figure, at) => {
                        let Some(figure) = print.changed.get(figure) else { continue };
                        let Some(cause) = figure.causes.get(at) else { continue };
                        scroll.choice(here, vec![(Shown::line(format!("   {}", said_of(cause, world))), Role::Quiet)]);
                        let more = figure.causes.len().saturating_sub(CAUSES);
                        if at + 1 == CAUSES && more > 0 {
                            let more = number(more as i64, lang);
                            scroll.text(format!("     {}", fill(t::MORE, lang, &[("n", &more)])), Role::Quiet);
                        }
                    }
                }
            }
        }
    }
    scroll.draw(Rect { y: area.y + 3, height: area.height.saturating_sub(3), ..area }, canvas);
}

/// A record that made a difference, as it stands now.
fn said_of(cause: &Cause, world: &World) -> String {
    let lang = world.lang;
    let how = match cause.came {
        Some(true) => t::CAME,
        Some(false) => t::WENT,
        None => t::CHANGED,
    };
    let (kind, own) = (kind_one(cause.kind, lang), &cause.own);
    let what = match &cause.entry {
        Some(entry) => format!("{kind} {own} · {}", world.naming().line(entry, world.today())),
        None => fill(t::GONE, lang, &[("kind", &kind), ("ref", own)]),
    };
    format!("{}: {what}", how.get(lang))
}

/// Draws the pages as they were printed.
pub fn pages(pages: &Pages, body: Rect, canvas: &mut Canvas) {
    let area = Rect { x: body.x + 1, width: body.width.saturating_sub(2), ..body };
    canvas.put(area.x, area.y, area.width, &pages.title, Role::Title);
    for (row, line) in (1..area.height).zip(pages.lines.iter().skip(pages.top)) {
        canvas.put(area.x, area.y + row, area.width, line, Role::Plain);
    }
}
