//! Two people who look alike, side by side: joined as one, told apart, or left. Either decision is a relation, so that
//! undo takes it back, and deleting the relation does.

use super::entry::is_protected;
use super::exchange::{Alike, Ask, Entry, Refusal, RefusalKind, Section, Ticket, Told};
use super::keys::{Action, Focus};
use super::page::Page;
use super::view::{Cx, Message, Part, Step, View};
use super::world::World;
use crate::checks::Condition;
use crate::domain::field::relation;
use crate::domain::{Change, Kind, Record, Ref, Value};
use crate::i18n::texts::upkeep as t;

/// A person beside those who look like her.
#[derive(Debug)]
pub struct Pair {
    own: Ref,
    pub alike: Option<Alike>,
    /// Which of the others is shown.
    pub other: usize,
    ticket: Option<Ticket>,
    deciding: Option<Ticket>,
}

impl Pair {
    pub fn new(own: Ref) -> Pair {
        Pair { own, alike: None, other: 0, ticket: None, deciding: None }
    }

    /// The two who are side by side.
    pub fn pair(&self) -> Option<(&Entry, &Entry)> {
        let alike = self.alike.as_ref()?;
        Some((&alike.person, &alike.others.get(self.other)?.0))
    }

    fn decide(&mut self, code: &str, cx: &mut Cx) {
        let Some(other) = self.pair().and_then(|(_, other)| other.own_ref()).cloned() else { return };
        let decision = Record::new(Kind::Relation)
            .with(relation::PERSON, Value::Link(self.own.clone()))
            .with(relation::RELATION, Value::Code(code.to_owned()))
            .with(relation::OTHER, Value::Link(other));
        self.deciding = Some(cx.ask(Ask::Apply(Change::add(decision))));
    }
}

/// What a record of a list opens: its page, or for one that looks like another the two side by side.
pub fn opened(section: Option<Section>, kind: Kind, own: Ref) -> View {
    match section {
        Some(Section::Rule(rule, _)) if rule.condition == Condition::LooksAlike => View::Pair(Pair::new(own)),
        _ => View::Page(Page::new(kind, own)),
    }
}

impl Part for Pair {
    fn focus(&self) -> Focus {
        Focus::Pair
    }

    fn refresh(&mut self, cx: &mut Cx) {
        self.ticket = Some(cx.ask(Ask::Alike(self.own.clone())));
    }

    fn act(&mut self, action: Action, cx: &mut Cx) -> bool {
        match action {
            Action::Join => self.decide("same", cx),
            Action::TellApart => self.decide("not_same", cx),
            Action::NextOther => {
                let count = self.alike.as_ref().map_or(0, |alike| alike.others.len());
                self.other = (self.other + 1) % count.max(1);
            }
            Action::In => {
                if let Some(own) = self.pair().and_then(|(_, other)| other.own_ref()).cloned() {
                    cx.step(Step::Push(View::Page(Page::new(Kind::Person, own))));
                }
            }
            _ => return false,
        }
        true
    }

    /// The one of the two who keeps something to herself, so that it can be revealed here.
    fn under(&self, _world: &World) -> Option<&Entry> {
        let (one, other) = self.pair()?;
        [one, other].into_iter().find(|entry| is_protected(&entry.record))
    }

    fn awaits(&self, ticket: Ticket) -> bool {
        self.ticket == Some(ticket) || self.deciding == Some(ticket)
    }

    fn is_waiting(&self) -> bool {
        self.ticket.is_some() || self.deciding.is_some()
    }

    fn take(&mut self, ticket: Ticket, told: Result<Told, Refusal>, cx: &mut Cx) {
        if self.deciding == Some(ticket) {
            self.deciding = None;
        } else {
            self.ticket = None;
        }
        match told {
            Ok(Told::Alike(alike)) => {
                self.other = self.other.min(alike.others.len().saturating_sub(1));
                self.alike = Some(*alike);
            }
            Ok(Told::Applied(change)) => {
                let same =
                    |record: &Record| record.values.get(relation::RELATION).and_then(Value::code) == Some("same");
                let joined = change.edits.iter().any(|edit| match edit {
                    crate::domain::Edit::Record { after: Some(record), .. } => same(record),
                    _ => false,
                });
                let text = if joined { t::JOINED } else { t::TOLD_APART };
                cx.say(Message::done(text.get(cx.world.lang)));
                self.refresh(cx);
            }
            Err(refusal) if refusal.kind == RefusalKind::Gone => cx.step(Step::Pop),
            Err(refusal) => cx.refuse(refusal),
            Ok(_) => {}
        }
    }
}
