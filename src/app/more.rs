//! The pane More: what has no key of its own.

use super::backups::Backups;
use super::checks::Checks;
use super::cursor::moved;
use super::history::History;
use super::keys::{Action, Focus};
use super::project::ProjectPage;
use super::records::Records;
use super::settings::SettingsPage;
use super::value_lists::ValueLists;
use super::view::{Cx, Part, Step, View};
use crate::domain::{Lang, Shown};
use crate::i18n::capital;
use crate::i18n::texts::{safe, settings, start, upkeep as t};
use crate::query::Measure;

/// What More leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Item {
    List(Measure),
    Project,
    /// The six steps.
    Guide,
    ValueLists,
    Backups,
    Checks,
    Settings,
    History,
}

impl Item {
    /// All of it, in its order.
    pub const ALL: &'static [Item] = &[
        Item::List(Measure::Activities),
        Item::List(Measure::Matters),
        Item::List(Measure::Organisations),
        Item::Project,
        Item::Guide,
        Item::Settings,
        Item::Backups,
        Item::ValueLists,
        Item::Checks,
        Item::History,
    ];

    pub fn label(self, lang: Lang) -> Shown {
        match self {
            Item::List(measure) => Shown::new(capital(measure.label(lang))),
            Item::Project => Shown::new(start::MORE_PROJECT.get(lang)),
            Item::Guide => Shown::new(start::MORE_GUIDE.get(lang)),
            Item::ValueLists => Shown::new(t::MORE_LISTS.get(lang)),
            Item::Backups => Shown::new(safe::MORE_BACKUPS.get(lang)),
            Item::Checks => Shown::new(t::MORE_CHECKS.get(lang)),
            Item::Settings => Shown::new(settings::MORE.get(lang)),
            Item::History => Shown::new(t::MORE_HISTORY.get(lang)),
        }
    }

    /// What leads to it.
    pub fn step(self) -> Step {
        Step::Push(match self {
            Item::List(measure) => View::Records(Box::new(Records::pane(measure))),
            Item::Project => View::Project(ProjectPage::default()),
            Item::Guide => return Step::Guide,
            Item::ValueLists => View::ValueLists(ValueLists::default()),
            Item::Backups => View::Backups(Backups::default()),
            Item::Checks => View::Checks(Checks::default()),
            Item::Settings => View::Settings(SettingsPage::default()),
            Item::History => View::History(History::new(None)),
        })
    }
}

/// The choice of what to go to.
#[derive(Debug, Default)]
pub struct More {
    pub cursor: usize,
}

impl Part for More {
    fn focus(&self) -> Focus {
        Focus::More
    }

    fn refresh(&mut self, _cx: &mut Cx) {}

    fn act(&mut self, action: Action, cx: &mut Cx) -> bool {
        let last = Item::ALL.len() - 1;
        if let Some(moved) = moved(self.cursor, action, last, last) {
            self.cursor = moved;
            return true;
        }
        match action {
            Action::In | Action::Right => {
                Item::ALL.get(self.cursor).into_iter().for_each(|item| cx.step(item.step()));
            }
            _ => return false,
        }
        true
    }
}
