//! A record's page: its fields, what it belongs to and what belongs to it, newest first, each a key away. A person's
//! page says first how she is reached safely.

use super::cursor::moved;
use super::exchange::{Ask, Entry, PageContent, Refusal, RefusalKind, Ticket, Told};
use super::form::prefill;
use super::keys::{Action, Focus};
use super::view::{Cx, Part, Step, View};
use super::world::World;
use crate::checks::Rule;
use crate::domain::field::relation;
use crate::domain::{Kind, Record, Ref, Text, Value};
use crate::i18n::texts::{app as t, look_up};
use chrono::NaiveDate;

/// The relation of two records of one person.
const SAME: &str = "same";

/// So many lines are a page.
const PAGE: usize = 10;

/// A heading and the lines under it.
pub type Section = (Text, Vec<Entry>);

/// One record in full.
#[derive(Debug)]
pub struct Page {
    pub kind: Kind,
    pub own: Ref,
    pub content: Option<PageContent>,
    /// The lines that can be opened, under their headings.
    pub sections: Vec<Section>,
    /// The line that the cursor is on: 0 is the record itself, then those of the sections.
    pub cursor: usize,
    /// The checks that the record is found by.
    pub found: Vec<&'static Rule>,
    ticket: Option<Ticket>,
    found_ticket: Option<Ticket>,
}

impl Page {
    pub fn new(kind: Kind, own: Ref) -> Page {
        Page {
            kind,
            own,
            content: None,
            sections: Vec::new(),
            cursor: 0,
            found: Vec::new(),
            ticket: None,
            found_ticket: None,
        }
    }

    /// The lines of all sections.
    fn lines(&self) -> impl Iterator<Item = &Entry> {
        self.sections.iter().flat_map(|(_, entries)| entries)
    }

    /// The people who are the same person as the one of this page.
    pub fn joined(&self) -> Vec<&Record> {
        let Some(content) = &self.content else { return Vec::new() };
        let is_same = |entry: &&Entry| {
            entry.record.kind == Kind::Relation
                && entry.record.values.get(relation::RELATION).and_then(Value::code) == Some(SAME)
        };
        content.belonging.iter().filter(is_same).filter_map(|entry| self.other(entry)).collect()
    }

    /// The person at the other end of a relation.
    fn other<'a>(&self, entry: &'a Entry) -> Option<&'a Record> {
        entry.linked.iter().find(|record| record.kind == Kind::Person && record.own_ref() != Some(&self.own))
    }

    fn line(&self) -> Option<&Entry> {
        self.lines().nth(self.cursor.checked_sub(1)?)
    }

    /// What Enter opens: the record of the line, or whom the person is related to.
    fn opened(&self) -> Option<View> {
        let entry = self.line()?;
        let is_relation = self.kind == Kind::Person && entry.record.kind == Kind::Relation;
        let record = if is_relation { self.other(entry)? } else { &entry.record };
        Some(View::Page(Page::new(record.kind, record.own_ref()?.clone())))
    }
}

/// The lines that can be opened, under their headings: of a person what is open first, then her relations, then
/// everything else; of other records what they belong to and what belongs to them.
fn sections(content: &PageContent, today: NaiveDate) -> Vec<Section> {
    let belonging = content.belonging.clone();
    let mut sections = if content.entry.record.kind == Kind::Person {
        let (relations, rest): (Vec<_>, Vec<_>) =
            belonging.into_iter().partition(|entry| entry.record.kind == Kind::Relation);
        let (open, rest) = rest.into_iter().partition(|entry| is_open(&entry.record, today));
        vec![(look_up::OPEN, open), (look_up::RELATIONS, relations), (t::BELONGING, rest)]
    } else {
        let named = content.entry.record.links().filter_map(|(_, kind, own)| content.entry.linked(kind, own));
        vec![(t::BELONGS_TO, named.cloned().map(Entry::alone).collect()), (t::BELONGING, belonging)]
    };
    sections.retain(|(_, entries): &Section| !entries.is_empty());
    sections
}

/// Whether a record waits for something to be done.
fn is_open(record: &Record, today: NaiveDate) -> bool {
    match record.kind {
        Kind::Referral => !matches!(record.status(today), Some("closed" | "declined")),
        Kind::FollowUp => matches!(record.status(today), Some("open" | "overdue")),
        _ => false,
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
        let last = self.lines().count();
        if let Some(moved) = moved(self.cursor, action, last, PAGE) {
            self.cursor = moved;
            return true;
        }
        match action {
            Action::In | Action::Right => {
                self.opened().into_iter().for_each(|view| cx.step(Step::Push(view)));
            }
            Action::New => match &self.content {
                Some(content) => {
                    let form = prefill::from_page(content, cx.world);
                    cx.step(Step::Fill(form.into()));
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
                // The cursor stays on its line, wherever that stands now.
                let line = self.line().map(|entry| (entry.record.kind, entry.own_ref().cloned()));
                self.sections = sections(&content, cx.world.today());
                self.content = Some(*content);
                let same = |entry: &Entry| Some((entry.record.kind, entry.own_ref().cloned())) == line;
                let place = self.lines().position(same).map(|place| place + 1);
                self.cursor = place.unwrap_or(self.cursor.min(self.lines().count()));
            }
            // It was deleted, or its making undone; what was done has been said.
            Err(refusal) if refusal.kind == RefusalKind::Gone => cx.step(Step::Pop),
            Err(refusal) => cx.refuse(refusal),
            Ok(_) => {}
        }
    }

    /// The page's record; on a relation of a person that relation, since Enter leads past it to whom it names.
    fn under(&self, _world: &World) -> Option<&Entry> {
        let content = self.content.as_ref()?;
        let is_relation = |line: &&Entry| self.kind == Kind::Person && line.record.kind == Kind::Relation;
        Some(self.line().filter(is_relation).unwrap_or(&content.entry))
    }
}
