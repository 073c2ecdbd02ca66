//! Records made in place: a person, an organisation or a matter that a field names and that is not in the log yet. It
//! is written in a form of its own over this one, and saved in the same change, so that one undo takes both back.

use super::field::Editor;
use super::{Form, FormField};
use crate::app::view::{Cx, Message, Step, View};
use crate::domain::{Change, Edit, Record, Ref, Value};
use crate::i18n::texts::forms as t;

impl Form {
    /// The same form for itself: what it was made for is no longer behind it.
    pub fn alone(mut self) -> Form {
        self.for_field = None;
        self
    }

    /// The field of the form behind it that it is written for.
    pub fn made_for(&self) -> Option<usize> {
        self.for_field
    }

    /// The same form, written for a field of the form behind it.
    pub fn written_for(mut self, field: Option<usize>) -> Form {
        self.for_field = field;
        self
    }

    /// Whether it is written for a field of the form behind it.
    pub fn is_for_another(&self) -> bool {
        self.for_field.is_some()
    }

    /// Opens the form of what the list offers to make, with the name that was typed. `false`: that is not highlighted.
    pub(super) fn make(&mut self, cx: &mut Cx) -> bool {
        let Some(field) = self.fields.get_mut(self.focus) else { return false };
        let place = field.place;
        let Editor::Choice(choice) = &mut field.editor else { return false };
        let Some((kind, name)) = choice.on_new().and_then(|kind| Some((kind, kind.name_field()?))) else {
            return false;
        };
        choice.open = false;
        let typed = Value::Text(choice.typed.text().trim().to_owned());
        let mut form = Form::new(Record::new(kind).with(name, typed), Vec::new(), cx.world);
        form.for_field = Some(place);
        cx.step(Step::Push(View::Form(Box::new(form))));
        true
    }

    /// Takes a record that is made together with this one; gives it back under its provisional ref.
    pub fn adopt(&mut self, record: Record) -> Record {
        let record = record.with(0, Value::Link(Ref::provisional(self.made.len() + 1)));
        self.made.push(record.clone());
        record
    }

    /// The change with the records that are made with it, as far as the record still names them, before it.
    pub(super) fn with_made(&mut self, change: Change) -> Change {
        let is_named = |record: &&Record| {
            change.edits.iter().any(|edit| match edit {
                Edit::Record { after: Some(after), .. } => {
                    after.links().any(|(_, kind, own)| kind == record.kind && record.own_ref() == Some(own))
                }
                _ => false,
            })
        };
        let made: Vec<Record> = self.made.iter().filter(is_named).cloned().collect();
        self.sent = made.len();
        let edits = made.into_iter().map(|record| Edit::Record { before: None, after: Some(record) });
        Change { action: change.action, edits: edits.chain(change.edits).collect() }
    }

    /// The field that seems to hold a personal identity number, the one with the cursor before others.
    pub(super) fn has_number(&self) -> Option<usize> {
        let holds = |field: &FormField| {
            field.free_text().is_some_and(|text| crate::domain::identity::holds_identity_number(text.text()))
        };
        let here = self.current().filter(|field| holds(field)).map(|_| self.focus);
        here.or_else(|| self.fields.iter().position(holds))
    }

    /// Takes one number out.
    pub(super) fn take_out_number(&mut self, cx: &mut Cx) {
        let field = self.has_number().and_then(|place| self.fields.get_mut(place));
        if field.is_some_and(FormField::take_out_number) {
            cx.say(Message::done(t::NUMBER_TAKEN_OUT.get(cx.world.lang)));
        }
    }
}
