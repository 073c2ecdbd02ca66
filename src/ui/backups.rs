//! The store's own backups.

use super::canvas::Canvas;
use super::scroll::Scroll;
use super::theme::Role;
use crate::app::backups::Backups;
use crate::app::world::World;
use crate::domain::Shown;
use crate::domain::date::minute;
use crate::i18n::{fill, texts::app as a, texts::safe as t};
use ratatui::layout::Rect;

/// Draws the list.
pub fn draw(backups: &Backups, world: &World, body: Rect, canvas: &mut Canvas) {
    let lang = world.lang;
    let area = Rect { x: body.x + 1, width: body.width.saturating_sub(2), ..body };
    canvas.label(area.x, area.y, area.width, t::BACKUPS_TITLE, Role::Title);
    let mut rest = Rect { y: area.y + 2, height: area.height.saturating_sub(2), ..area };
    let Some(standing) = &backups.standing else {
        canvas.label(rest.x, rest.y, rest.width, a::LOADING, Role::Quiet);
        return;
    };
    let said = match (&standing.folder, standing.age(world.today())) {
        (None, _) => Shown::new(t::BACKUPS_SAMPLE.get(lang)),
        (Some(_), None) => Shown::new(t::BACKUPS_NONE.get(lang)),
        (Some(_), Some(age)) => age_in_words(age, lang),
    };
    let role = if standing.is_old(world.today()) { Role::Wrong } else { Role::Plain };
    let folder = standing.folder.as_ref().map(|folder| fill(t::BACKUPS_FOLDER, lang, &[("folder", folder)]));
    let how = Shown::new(t::BACKUPS_HOW.get(lang));
    for (line, role) in [(Some(said), role), (folder.map(Shown::line), Role::Quiet), (Some(how), Role::Quiet)] {
        let Some(line) = line else { continue };
        let taken = canvas.wrapped(rest, &line, role);
        rest = Rect { y: rest.y + taken, height: rest.height.saturating_sub(taken), ..rest };
    }
    let mut scroll = Scroll::default();
    for (place, (made, name)) in standing.made.iter().enumerate() {
        let at = Shown::new(format!("{}  ", minute(*made)));
        scroll.choice(place == backups.cursor, vec![(at, Role::Label), (name.clone(), Role::Plain)]);
    }
    scroll.draw(Rect { y: rest.y + 1, height: rest.height.saturating_sub(1), ..rest }, canvas);
}

/// How old the last one is.
pub fn age_in_words(days: i64, lang: crate::domain::Lang) -> Shown {
    Shown::new(match days {
        ..=0 => t::BACKUP_TODAY.get(lang).to_owned(),
        1 => t::BACKUP_YESTERDAY.get(lang).to_owned(),
        days => fill(t::BACKUP_AGE, lang, &[("days", &days)]),
    })
}
