//! The checks and proposals: all of them, which are on, why each is there and where its limit comes from. Whoever
//! changes one does so for the whole log, so that it is a change like others and can be undone.

use super::cursor::moved;
use super::dialog::{Dialog, Then};
use super::keys::{Action, Focus};
use super::prompt::{Prompt, Purpose};
use super::view::{Cx, Part, Step};
use super::when::every_text;
use super::world::World;
use crate::checks::{About, PROPOSALS};
use crate::i18n::texts::{app as a, checks as texts, upkeep as t};
use crate::i18n::{capital, date_long, fill, interval};

/// The list of all checks and proposals.
#[derive(Debug, Default)]
pub struct Checks {
    pub cursor: usize,
}

/// Why a check or proposal is there and where its limit comes from, with the choice to switch it off or on.
pub fn explained(about: &'static About, world: &World) -> Dialog {
    let (lang, today) = (world.lang, world.today());
    let is_on = about.is_on(&world.project);
    let switch = match (PROPOSALS.iter().any(|proposal| proposal.about == *about), is_on) {
        (true, true) => t::PROPOSE_NOT,
        (true, false) => t::PROPOSE_AGAIN,
        (false, true) => t::SWITCH_OFF,
        (false, false) => t::SWITCH_ON,
    };
    let mut dialog = Dialog::new(capital(&world.label_of(about)))
        .line(about.why(&world.project, today, lang))
        .lines(limit(about, world));
    dialog = dialog.choice(a::CLOSE.get(lang), Then::Nothing).choice(switch.get(lang), Then::SwitchCheck(about));
    match about.limits.is_empty() {
        true => dialog,
        false => dialog.choice(texts::CHANGE_LIMIT.get(lang), Then::AskLimit(about)),
    }
}

/// The limit that holds and its source, in words; nothing where time plays no part.
fn limit(about: &About, world: &World) -> Vec<String> {
    let lang = world.lang;
    let Some(limit) = about.limit(world.today()) else { return Vec::new() };
    let span = interval(limit.span, lang);
    let built_in = match limit.from {
        Some(from) => fill(texts::LIMIT_FROM, lang, &[("span", &span), ("day", &date_long(from, lang))]),
        None => fill(texts::LIMIT, lang, &[("span", &span)]),
    };
    let own = world.project.limits.get(about.code).map(|own| interval(*own, lang));
    let told = own.map_or(built_in, |own| fill(texts::LIMIT_OWN, lang, &[("own", &own), ("span", &span)]));
    vec![told, fill(texts::LIMIT_SOURCE, lang, &[("source", &limit.source.get(lang))])]
}

/// The prompt for another limit.
pub fn ask_limit(about: &'static About, world: &World) -> Prompt {
    let own = world.project.limits.get(about.code).map(|own| every_text(*own, world.lang)).unwrap_or_default();
    Prompt::new(Purpose::Limit(about), &own)
}

impl Part for Checks {
    fn focus(&self) -> Focus {
        Focus::Checks
    }

    fn refresh(&mut self, _cx: &mut Cx) {}

    fn act(&mut self, action: Action, cx: &mut Cx) -> bool {
        let last = About::all().count() - 1;
        if let Some(moved) = moved(self.cursor, action, last, last) {
            self.cursor = moved;
            return true;
        }
        match action {
            Action::In | Action::Right => {
                let about = self.finding(cx.world);
                about.into_iter().for_each(|about| cx.step(Step::Open(explained(about, cx.world))));
            }
            Action::Change => {
                let about = self.finding(cx.world).filter(|about| !about.limits.is_empty());
                about.into_iter().for_each(|about| cx.step(Step::Prompt(ask_limit(about, cx.world))));
            }
            _ => return false,
        }
        true
    }

    fn finding(&self, _world: &World) -> Option<&'static About> {
        About::all().nth(self.cursor)
    }
}
