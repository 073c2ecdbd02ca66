//! The pane Statistics: its views of the same period, one in front.

use super::cross_table::CrossTable;
use super::dialog::Then;
use super::exchange::{Refusal, Ticket, Told};
use super::goals::Goals;
use super::keys::{Action, Focus};
use super::prompt::Answer;
use super::view::{Cx, Part};
use crate::query::Period;

/// The views of statistics.
#[derive(Debug)]
pub struct Statistics {
    pub table: CrossTable,
    pub goals: Goals,
    /// Which is in front.
    pub front: Front,
}

/// A view of statistics.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Front {
    Table,
    Goals,
}

impl Statistics {
    pub fn new(period: Period) -> Statistics {
        Statistics { table: CrossTable::new(period), goals: Goals::new(period), front: Front::Table }
    }

    fn front(&self) -> &dyn Part {
        match self.front {
            Front::Table => &self.table,
            Front::Goals => &self.goals,
        }
    }

    fn front_mut(&mut self) -> &mut dyn Part {
        match self.front {
            Front::Table => &mut self.table,
            Front::Goals => &mut self.goals,
        }
    }

    /// The other view, of the same period.
    fn turn(&mut self, cx: &mut Cx) {
        match self.front {
            Front::Table => {
                self.goals.period = self.table.question.period;
                self.front = Front::Goals;
            }
            Front::Goals => {
                self.table.question.period = self.goals.period;
                self.front = Front::Table;
            }
        }
        self.refresh(cx);
    }
}

impl Part for Statistics {
    fn focus(&self) -> Focus {
        self.front().focus()
    }

    fn refresh(&mut self, cx: &mut Cx) {
        self.front_mut().refresh(cx);
    }

    fn act(&mut self, action: Action, cx: &mut Cx) -> bool {
        if action == Action::NextView {
            self.turn(cx);
            return true;
        }
        self.front_mut().act(action, cx)
    }

    fn awaits(&self, ticket: Ticket) -> bool {
        self.table.awaits(ticket) || self.goals.awaits(ticket)
    }

    fn is_waiting(&self) -> bool {
        self.front().is_waiting()
    }

    fn take(&mut self, ticket: Ticket, told: Result<Told, Refusal>, cx: &mut Cx) {
        if self.table.awaits(ticket) {
            self.table.take(ticket, told, cx);
        } else {
            self.goals.take(ticket, told, cx);
        }
    }

    fn prompted(&mut self, answer: Answer, cx: &mut Cx) {
        self.front_mut().prompted(answer, cx);
    }

    fn chosen(&mut self, then: Then, cx: &mut Cx) {
        self.front_mut().chosen(then, cx);
    }
}
