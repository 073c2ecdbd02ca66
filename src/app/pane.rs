//! The panes and the stack of views in each: every pane remembers its place.

use super::cross_table::first_period;
use super::keys::Action;
use super::more::More;
use super::records::Records;
use super::reports::Reports;
use super::statistics::Statistics;
use super::today::Today;
use super::view::{Stack, View};
use super::world::World;
use crate::domain::Text;
use crate::i18n::texts::help as t;
use crate::query::Measure;

/// A pane of the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pane {
    Today,
    Contacts,
    Referrals,
    FollowUps,
    People,
    Statistics,
    Reports,
    More,
}

impl Pane {
    /// All panes in the order of their keys.
    pub const ALL: [Pane; 8] = [
        Pane::Today,
        Pane::Contacts,
        Pane::Referrals,
        Pane::FollowUps,
        Pane::People,
        Pane::Statistics,
        Pane::Reports,
        Pane::More,
    ];

    /// The pane's name in the bar.
    pub fn label(self) -> Text {
        match self {
            Pane::Today => t::TODAY,
            Pane::Contacts => t::CONTACTS,
            Pane::Referrals => t::REFERRALS,
            Pane::FollowUps => t::FOLLOW_UPS,
            Pane::People => t::PEOPLE,
            Pane::Statistics => t::STATISTICS,
            Pane::Reports => t::REPORTS,
            Pane::More => t::MORE,
        }
    }

    /// The pane that an action leads to.
    pub fn of(action: Action) -> Option<Pane> {
        Some(match action {
            Action::PaneToday => Pane::Today,
            Action::PaneContacts => Pane::Contacts,
            Action::PaneReferrals => Pane::Referrals,
            Action::PaneFollowUps => Pane::FollowUps,
            Action::PanePeople => Pane::People,
            Action::PaneStatistics => Pane::Statistics,
            Action::PaneReports => Pane::Reports,
            Action::PaneMore => Pane::More,
            _ => return None,
        })
    }

    fn root(self, world: &World) -> View {
        match self {
            Pane::Today => View::Today(Today::default()),
            Pane::Contacts => View::Records(Box::new(Records::pane(Measure::Contacts))),
            Pane::Referrals => View::Records(Box::new(Records::pane(Measure::Referrals))),
            Pane::FollowUps => View::Records(Box::new(Records::pane(Measure::FollowUps))),
            Pane::People => View::Records(Box::new(Records::pane(Measure::Persons))),
            Pane::Statistics => View::Statistics(Box::new(Statistics::new(first_period(world)))),
            Pane::Reports => View::Reports(Reports::new(first_period(world))),
            Pane::More => View::More(More::default()),
        }
    }
}

/// The stacks of all panes, and which is in front.
#[derive(Debug)]
pub struct Panes {
    stacks: [Stack; 8],
    current: Pane,
}

impl Panes {
    /// Every pane at its root, Today in front.
    pub fn new(world: &World) -> Panes {
        Panes { stacks: Pane::ALL.map(|pane| Stack::new(pane.root(world))), current: Pane::Today }
    }

    pub fn current(&self) -> Pane {
        self.current
    }

    pub fn go_to(&mut self, pane: Pane) {
        self.current = pane;
    }

    /// The stack of the pane in front.
    pub fn stack(&self) -> &Stack {
        &self.stacks[self.current as usize]
    }

    pub fn stack_mut(&mut self) -> &mut Stack {
        &mut self.stacks[self.current as usize]
    }

    /// The stacks in the order of their keys.
    pub fn stacks(&self) -> impl Iterator<Item = &Stack> {
        self.stacks.iter()
    }

    /// The stack of a pane.
    pub fn stack_of(&mut self, pane: Pane) -> &mut Stack {
        &mut self.stacks[pane as usize]
    }

    /// All views of all panes.
    pub fn views(&self) -> impl Iterator<Item = &View> {
        self.stacks.iter().flat_map(Stack::views)
    }

    /// The same, when the panes are let go of.
    pub fn into_views(self) -> impl Iterator<Item = View> {
        self.stacks.into_iter().flat_map(Stack::into_views)
    }

    pub fn views_mut(&mut self) -> impl Iterator<Item = &mut View> {
        self.stacks.iter_mut().flat_map(Stack::views_mut)
    }
}
