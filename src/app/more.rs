//! The pane More: the lists that have no key of their own.

use super::exchange::{Refusal, Ticket, Told};
use super::keys::{Action, Focus};
use super::records::Records;
use super::view::{Cx, Part, Step, View};
use crate::query::Measure;

/// The lists that More leads to.
pub const LISTS: [Measure; 3] = [Measure::Activities, Measure::Matters, Measure::Organisations];

/// The choice of a list.
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
        let last = LISTS.len() - 1;
        match action {
            Action::Up => self.cursor = self.cursor.saturating_sub(1),
            Action::Down => self.cursor = (self.cursor + 1).min(last),
            Action::PageUp | Action::First => self.cursor = 0,
            Action::PageDown | Action::Last => self.cursor = last,
            Action::In | Action::Right => {
                if let Some(measure) = LISTS.get(self.cursor) {
                    cx.step(Step::Push(View::Records(Box::new(Records::pane(*measure)))));
                }
            }
            _ => return false,
        }
        true
    }

    fn awaits(&self, _ticket: Ticket) -> bool {
        false
    }

    fn is_waiting(&self) -> bool {
        false
    }

    fn take(&mut self, _ticket: Ticket, _told: Result<Told, Refusal>, _cx: &mut Cx) {}
}
