//! What was done, newest first: of the whole log, or to one record. Says what undo would take back and what redo would
//! do again. As much is fetched as was looked at, and some more.

use super::awaited::Awaited;
use super::cursor::moved;
use super::deed;
use super::exchange::{Ask, Changes, Deed, Refusal, Ticket, Told};
use super::geometry::body_rows;
use super::keys::{Action, Focus};
use super::page::Page;
use super::view::{Cx, Part, Step, View};
use super::world::World;
use crate::domain::{Edit, Kind, Ref, Shown};

/// So many changes are fetched at first, and each time the cursor reaches the last.
const WINDOW: usize = 200;

/// The list of what was done.
#[derive(Debug)]
pub struct History {
    /// The record that it is about; `None` is everything.
    pub about: Option<(Kind, Ref)>,
    pub changes: Awaited<Changes>,
    pub cursor: usize,
    limit: usize,
}

impl History {
    /// The history of everything, or of one record.
    pub fn new(about: Option<(Kind, Ref)>) -> History {
        History { about, changes: Awaited::default(), cursor: 0, limit: WINDOW }
    }

    /// The changes that have been fetched.
    pub fn deeds(&self) -> &[Deed] {
        self.changes.answer().map_or(&[], |changes| &changes.deeds)
    }

    /// The change under the cursor, from what to what.
    pub fn detail(&self, world: &World) -> Vec<Shown> {
        self.deeds().get(self.cursor).map(|under| deed::detail(under, world)).unwrap_or_default()
    }

    fn open(&self, cx: &mut Cx) {
        let Some(under) = self.deeds().get(self.cursor) else { return };
        let stands = |(kind, own): &(Kind, &Ref)| {
            under.linked.iter().any(|record| record.kind == *kind && record.own_ref() == Some(*own))
        };
        if let Some((kind, own)) = under.edits.iter().filter_map(Edit::record).find(stands)
            && self.about.is_none()
        {
            cx.step(Step::Push(View::Page(Page::new(kind, own.clone()))));
        }
    }
}

impl Part for History {
    fn focus(&self) -> Focus {
        Focus::History
    }

    fn refresh(&mut self, cx: &mut Cx) {
        self.changes.ask(Ask::Changes(self.about.clone(), self.limit), cx);
    }

    fn act(&mut self, action: Action, cx: &mut Cx) -> bool {
        let last = self.deeds().len().saturating_sub(1);
        let page = body_rows(cx.world.size) / 2;
        match moved(self.cursor, action, last, page) {
            Some(moved) => self.cursor = moved,
            None if matches!(action, Action::In | Action::Right) => self.open(cx),
            None => return false,
        }
        if self.cursor == last && last + 1 == self.limit {
            self.limit += WINDOW;
            self.refresh(cx);
        }
        true
    }

    fn awaits(&self, ticket: Ticket) -> bool {
        self.changes.awaits(ticket)
    }

    fn is_waiting(&self) -> bool {
        self.changes.is_waiting()
    }

    fn take(&mut self, _ticket: Ticket, told: Result<Told, Refusal>, _cx: &mut Cx) {
        self.changes.take(told, |told| match told {
            Told::Changes(changes) => Some(*changes),
            _ => None,
        });
        self.cursor = self.cursor.min(self.deeds().len().saturating_sub(1));
    }
}
