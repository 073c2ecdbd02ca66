//! The log line: a whole contact typed on one line, with what every word is taken for below it. It is saved only when
//! nothing in it is left to guess.

use super::exchange::{Ask, KeptDraft, LineReading, Refusal, Ticket, Told};
use super::form::{Form, prefill};
use super::keys::{Action, Focus};
use super::text_field::TextField;
use super::view::{Cx, Message, Part, Step, View};
use super::world::World;
use crate::domain::field::contact;
use crate::domain::{Text, Value};
use crate::i18n::texts::app as t;

/// A contact being typed on one line.
#[derive(Debug)]
pub struct LogLine {
    pub field: TextField,
    /// How the line reads, once that is known.
    pub reading: Option<LineReading>,
    /// What is kept of it until it is saved: a contact with the line as its note.
    pub draft: Form,
    reads: Option<Ticket>,
    saves: Option<Ticket>,
}

impl LogLine {
    pub fn new(world: &World) -> LogLine {
        let draft = prefill::contact_now(world);
        LogLine { field: TextField::default(), reading: None, draft, reads: None, saves: None }
    }

    /// The line as it stood when the screen was locked; `cursor` is the byte that the cursor is at.
    pub fn return_to(kept: &KeptDraft, key: Option<u64>, cursor: usize, world: &World) -> Option<LogLine> {
        let draft = Form::return_to(kept, key, 0, 0, world)?;
        let place = draft.fields.iter().find(|field| field.place == contact::NOTE)?;
        let text = place.typed().map(|typed| typed.text).unwrap_or_default();
        Some(LogLine { field: TextField::at(text, cursor), draft, ..LogLine::new(world) })
    }

    /// What keeps the line from being saved; `None` if it is whole.
    pub fn missing(&self) -> Option<Text> {
        let reading = self.reading.as_ref()?;
        if reading.parts.iter().any(|part| !part.is_understood) {
            Some(t::LINE_NOT_UNDERSTOOD)
        } else if reading.line.is_whole() {
            None
        } else {
            Some(t::LINE_NOBODY)
        }
    }

    /// Asks what the line means.
    pub fn read(&mut self, cx: &mut Cx) {
        self.draft.set_text(contact::NOTE, self.field.text());
        self.reads = Some(cx.ask(Ask::ReadLine(self.field.text().to_owned())));
    }

    fn save(&mut self, cx: &mut Cx) {
        let Some(reading) = &self.reading else { return };
        match self.missing() {
            Some(missing) => cx.say(Message::wrong(missing.get(cx.world.lang))),
            None => self.saves = Some(cx.ask(self.draft.keeping.save(reading.line.change()))),
        }
    }

    /// The whole form, filled with what was understood. Somebody new is made together with it.
    fn open_form(&mut self, cx: &mut Cx) {
        let Some(reading) = &self.reading else { return };
        let mut form = prefill::contact_now(cx.world);
        let (mut contact, mut linked) = (reading.line.contact.clone(), reading.linked.clone());
        if let Some(person) = reading.line.new_person.clone() {
            let made = form.adopt(person);
            contact = contact.with(contact::PERSON, made.own_ref().cloned().map_or(Value::Empty, Value::Link));
            linked.push(made);
        }
        form.fill_in(&contact, &linked, cx.world);
        self.draft.keeping.forget(cx);
        cx.step(Step::Replace(View::Form(Box::new(form))));
    }

    fn leave(&mut self, cx: &mut Cx) {
        if self.draft.is_changed() {
            cx.say(Message::done(t::DRAFT_KEPT.get(cx.world.lang)));
            cx.step(Step::KeepDraft(Box::new(self.draft.clone())));
        } else {
            self.draft.keeping.forget(cx);
        }
        cx.step(Step::Pop);
    }
}

impl Part for LogLine {
    fn focus(&self) -> Focus {
        Focus::LogLine
    }

    fn refresh(&mut self, _cx: &mut Cx) {}

    fn act(&mut self, action: Action, cx: &mut Cx) -> bool {
        match action {
            Action::Accept => self.save(cx),
            Action::ToForm => self.open_form(cx),
            Action::Out => self.leave(cx),
            action if self.field.act(action) => self.read(cx),
            _ => return false,
        }
        true
    }

    fn awaits(&self, ticket: Ticket) -> bool {
        self.reads == Some(ticket) || self.saves == Some(ticket)
    }

    fn is_waiting(&self) -> bool {
        self.reads.is_some() || self.saves.is_some()
    }

    fn is_saving(&self) -> bool {
        self.saves.is_some()
    }

    fn take(&mut self, ticket: Ticket, told: Result<Told, Refusal>, cx: &mut Cx) {
        if self.saves == Some(ticket) {
            self.saves = None;
        } else {
            self.reads = None;
        }
        match told {
            Ok(Told::Line(reading)) => self.reading = Some(*reading),
            Ok(Told::Applied(mut change)) => {
                self.draft.keeping.forget(cx);
                // The contact is what was logged; the person came with it.
                change.edits.reverse();
                cx.step(Step::Pop);
                cx.step(Step::Saved(change));
            }
            Ok(_) => {}
            Err(refusal) => cx.refuse(refusal),
        }
    }

    fn insert(&mut self, text: &str, cx: &mut Cx) {
        self.field.insert(text, false);
        self.read(cx);
    }
}
