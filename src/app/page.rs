//! A record's page: its fields, what it belongs to and what belongs to it, newest first, each a key away. A person's
//! page says first how she is reached safely.

use super::exchange::{Ask, Entry, PageContent, Refusal, RefusalKind, Ticket, Told};
use super::form::prefill;
use super::keys::{Action, Focus};
use super::view::{Cx, Part, Step, View};
use super::world::World;
use crate::checks::Rule;
use crate::domain::{Kind, Ref};

/// One record in full.
#[derive(Debug)]
pub struct Page {
    pub kind: Kind,
    pub own: Ref,
    pub content: Option<PageContent>,
    /// The line that the cursor is on: 0 is the record itself, then what it names, then what names it.
    pub cursor: usize,
    /// The checks that the record is found by.
    pub found: Vec<&'static Rule>,
    ticket: Option<Ticket>,
    found_ticket: Option<Ticket>,
}

impl Page {
    pub fn new(kind: Kind, own: Ref) -> Page {
        Page { kind, own, content: None, cursor: 0, found: Vec::new(), ticket: None, found_ticket: None }
    }

    /// What the record names and what names it: the lines that can be opened.
    pub fn lines(&self) -> Vec<Entry> {
        let Some(content) = &self.content else { return Vec::new() };
        let named = content.entry.record.links().filter_map(|(_, kind, own)| content.entry.linked(kind, own));
        named.cloned().map(Entry::alone).chain(content.belonging.iter().cloned()).collect()
    }

    /// How many of the lines are what the record names.
    pub fn named(&self) -> usize {
        self.content
            .as_ref()
            .map_or(0, |c| c.entry.record.links().filter(|(_, kind, own)| c.entry.linked(*kind, own).is_some()).count())
    }

    fn opened(&self) -> Option<Entry> {
        self.lines().into_iter().nth(self.cursor.checked_sub(1)?)
    }
}

impl Part for Page {
    fn focus(&self) -> Focus {
        Focus::Page
    }

    fn refresh(&mut self, cx: &mut Cx) {
        self.ticket = Some(cx.ask(Ask::Page(self.kind, self.own.clone())));
        self.found_ticket = Some(cx.ask(Ask::Found(self.kind, self.own.clone())));
    }

    fn act(&mut self, action: Action, cx: &mut Cx) -> bool {
        let last = self.lines().len();
        match action {
            Action::Up => self.cursor = self.cursor.saturating_sub(1),
            Action::Down => self.cursor = (self.cursor + 1).min(last),
            Action::PageUp | Action::First => self.cursor = 0,
            Action::PageDown | Action::Last => self.cursor = last,
            Action::In | Action::Right => {
                if let Some((kind, own)) = self.opened().and_then(|e| Some((e.record.kind, e.own_ref()?.clone()))) {
                    cx.step(Step::Push(View::Page(Page::new(kind, own))));
                }
            }
            Action::New => match &self.content {
                Some(content) => {
                    let form = prefill::contact(content, cx.world);
                    cx.step(Step::Fill(Box::new(form)));
                }
                None => return false,
            },
            _ => return false,
        }
        true
    }

    fn awaits(&self, ticket: Ticket) -> bool {
        self.ticket == Some(ticket) || self.found_ticket == Some(ticket)
    }

    fn is_waiting(&self) -> bool {
        self.ticket.is_some()
    }

    fn take(&mut self, ticket: Ticket, told: Result<Told, Refusal>, cx: &mut Cx) {
        if self.found_ticket == Some(ticket) {
            self.found_ticket = None;
        } else {
            self.ticket = None;
        }
        match told {
            Ok(Told::Found(found)) => self.found = found,
            Ok(Told::Page(content)) => {
                self.content = Some(*content);
                self.cursor = self.cursor.min(self.lines().len());
            }
            // It was deleted, or its making undone; what was done has been said.
            Err(refusal) if refusal.kind == RefusalKind::Gone => cx.step(Step::Pop),
            Err(refusal) => cx.refuse(refusal),
            Ok(_) => {}
        }
    }

    fn under(&self, _world: &World) -> Option<&Entry> {
        self.content.as_ref().map(|content| &content.entry)
    }
}
