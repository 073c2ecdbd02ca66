//! The pane Reports: what can be printed and written, then the kept prints.

use super::canvas::Canvas;
use super::scroll::Scroll;
use super::theme::Role;
use crate::app::exchange::PrintLine;
use crate::app::reports::{Item, Reports};
use crate::app::world::World;
use crate::domain::date::minute;
use crate::domain::{Lang, Shown};
use crate::i18n::{fill, texts::app as a, texts::reports as t};
use ratatui::layout::Rect;

/// Draws the list.
pub fn draw(reports: &Reports, world: &World, body: Rect, canvas: &mut Canvas) {
    let lang = world.lang;
    let area = Rect { x: body.x + 1, width: body.width.saturating_sub(2), ..body };
    let title = fill(t::TITLE, lang, &[("period", &reports.period.in_words(lang))]);
    canvas.put(area.x, area.y, area.width, &Shown::line(title), Role::Title);
    let mut scroll = Scroll::default();
    for (place, item) in Item::ALL.into_iter().enumerate() {
        scroll.choice(place == reports.cursor, vec![(Shown::line(item.label().get(lang)), Role::Plain)]);
    }
    scroll.heading(t::PRINTED, canvas);
    match reports.prints.told() {
        None => scroll.text(a::LOADING.get(lang), Role::Quiet),
        Some(Err(fault)) => scroll.wrapped(fault.as_str(), Role::Wrong, area.width),
        Some(Ok(prints)) if prints.is_empty() => scroll.wrapped(t::NOTHING_PRINTED.get(lang), Role::Quiet, area.width),
        Some(Ok(prints)) => {
            for (place, print) in prints.iter().enumerate() {
                let at = Shown::line(format!("{}  ", minute(print.at)));
                let here = Item::ALL.len() + place == reports.cursor;
                scroll.choice(here, vec![(at, Role::Label), (words(print, lang), Role::Plain)]);
            }
        }
    }
    scroll.draw(Rect { y: area.y + 2, height: area.height.saturating_sub(2), ..area }, canvas);
}

/// What was printed, of which period, in which language.
fn words(print: &PrintLine, lang: Lang) -> Shown {
    let public = if print.asked.public { format!(" · {}", t::PUBLIC.get(lang)) } else { String::new() };
    Shown::line(format!("{} · {} · {}{public}", print.title, print.period, language(print.asked.lang).get(lang)))
}

/// In which language.
pub fn language(lang: Lang) -> crate::domain::Text {
    if lang == Lang::Sv { t::IN_SWEDISH } else { t::IN_ENGLISH }
}
