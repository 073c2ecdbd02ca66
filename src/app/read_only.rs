//! A store that can be read and not written: why, what is not offered there, and what is said when it is tried all the
//! same. The store refuses by itself; here she is told before she has typed anything.

use super::App;
use super::keys::{Action, Binding};
use super::marks::is_of_one;
use super::prompt::Purpose;
use super::view::{Message, Step, View};
use super::world::World;

/// Whether an action changes the store, or keeps something in it.
fn changes(action: Action) -> bool {
    use Action::*;
    matches!(
        action,
        Undo | Redo
            | New
            | LogLine
            | Change
            | Delete
            | NewReferral
            | SameMeeting
            | SameAgain
            | NewFollowUp
            | Done
            | Reveal
            | NewRelation
            | Erase
            | Join
            | TellApart
            | Retire
            | LeaveOut
            | MoveUp
            | MoveDown
            | SaveView
            | NewGoal
            | ChangeGoal
            | Print
            | WriteFile
    )
}

/// Whether what a view asks for leads to a change.
fn leads_to_change(step: &Step) -> bool {
    match step {
        Step::Fill(_) | Step::Resume(_) => true,
        Step::Push(view) => {
            matches!(
                view,
                View::Form(_) | View::LogLine(_) | View::GoalForm(_) | View::Manuscript(_) | View::Secrets(_)
            )
        }
        Step::Prompt(prompt) => matches!(
            prompt.purpose,
            Purpose::NewValue(_)
                | Purpose::Labels
                | Purpose::Setting(_)
                | Purpose::Limit(_)
                | Purpose::ViewName
                | Purpose::ViewRename
                | Purpose::Section
        ),
        _ => false,
    }
}

impl World {
    /// Whether an action is offered: one that changes something is not where nothing can be changed.
    pub fn offers(&self, action: Action) -> bool {
        self.read_only.is_none() || !changes(action)
    }
}

impl App {
    /// Whether a binding holds here and is offered.
    pub fn offers(&self, binding: &Binding) -> bool {
        let is_of_too_many = self.top().part().marked() > 0 && is_of_one(binding.action);
        let leads_nowhere = binding.action == Action::Out && self.is_outermost();
        self.holds(binding.when) && self.world.offers(binding.action) && !is_of_too_many && !leads_nowhere
    }

    /// Whether nothing is left that a step back could close or take away.
    fn is_outermost(&self) -> bool {
        let part = self.top().part();
        self.panes.stack().depth() == 0 && !part.narrows() && self.focus() == part.focus()
    }

    /// Whether an action is refused because nothing can be changed here: then it is said.
    pub(super) fn refuses(&mut self, action: Action) -> bool {
        let is_refused = self.lock.is_none() && !self.world.offers(action);
        if is_refused {
            self.say_read_only();
        }
        is_refused
    }

    /// The same for what a view asked for.
    pub(super) fn refuses_step(&mut self, step: &Step) -> bool {
        let is_refused = self.world.read_only.is_some() && leads_to_change(step);
        if is_refused {
            self.say_read_only();
        }
        is_refused
    }

    fn say_read_only(&mut self) {
        self.message = self.world.read_only.map(|why| Message::wrong(why.why().get(self.world.lang)));
    }
}
