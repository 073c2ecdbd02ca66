//! The pane Today: what waits. Follow-ups overdue and due, reports sent and not confirmed, unfinished forms.

use super::exchange::{Ask, Entry, Refusal, Section, Ticket, Told};
use super::form::prefill;
use super::keys::{Action, Focus};
use super::page::Page;
use super::view::{Cx, Part, Step, View};
use crate::domain::Kind;

/// What waits today.
#[derive(Debug, Default)]
pub struct Today {
    pub sections: Vec<(Section, Vec<Entry>)>,
    /// The first answer has come.
    pub loaded: bool,
    /// Place among the lines of all sections, then the unfinished forms.
    pub cursor: usize,
    ticket: Option<Ticket>,
}

impl Today {
    /// How many lines there are.
    pub fn len(&self) -> usize {
        self.sections.iter().map(|(_, entries)| entries.len()).sum()
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    fn current(&self) -> Option<&Entry> {
        self.sections.iter().flat_map(|(_, entries)| entries).nth(self.cursor)
    }
}

impl Part for Today {
    fn focus(&self) -> Focus {
        Focus::Today
    }

    fn refresh(&mut self, cx: &mut Cx) {
        self.ticket = Some(cx.ask(Ask::Today));
    }

    fn act(&mut self, action: Action, cx: &mut Cx) -> bool {
        let drafts = cx.world.drafts.len();
        let last = (self.len() + drafts).saturating_sub(1);
        match action {
            Action::Up => self.cursor = self.cursor.saturating_sub(1),
            Action::Down => self.cursor = (self.cursor + 1).min(last),
            Action::PageUp => self.cursor = self.cursor.saturating_sub(10),
            Action::PageDown => self.cursor = (self.cursor + 10).min(last),
            Action::First => self.cursor = 0,
            Action::Last => self.cursor = last,
            Action::In | Action::Right => {
                if let Some(draft) = self.cursor.checked_sub(self.len()).filter(|&draft| draft < drafts) {
                    cx.step(Step::Resume(draft));
                } else if let Some((kind, own)) = self.current().and_then(|e| Some((e.record.kind, e.own_ref()?.clone()))) {
                    cx.step(Step::Push(View::Page(Page::new(kind, own))));
                }
            }
            Action::New => {
                let form = prefill::empty(Kind::Contact, cx.world);
                form.into_iter().for_each(|form| cx.step(Step::Fill(Box::new(form))));
            }
            _ => return false,
        }
        true
    }

    fn awaits(&self, ticket: Ticket) -> bool {
        self.ticket == Some(ticket)
    }

    fn take(&mut self, _ticket: Ticket, told: Result<Told, Refusal>, cx: &mut Cx) {
        self.ticket = None;
        match told {
            Ok(Told::Today(sections)) => {
                self.sections = sections;
                self.loaded = true;
                self.cursor = self.cursor.min((self.len() + cx.world.drafts.len()).saturating_sub(1));
            }
            Ok(_) => {}
            Err(refusal) => cx.refuse(refusal),
        }
    }

    fn under(&self) -> Option<&Entry> {
        self.current()
    }
}
