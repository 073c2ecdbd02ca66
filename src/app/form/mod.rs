//! The one form: the fields of a kind in their order, checked while typing, refused only when saving. Left unfinished
//! it is kept as a draft.

mod alike;
pub mod choice;
mod draft;
pub mod field;
mod filed;
mod habits;
mod making;
pub mod prefill;
pub mod remarks;

pub use alike::common;

use super::dialog::Then;
use super::done;
use super::entry::ages;
use super::exchange::{Ask, Entry, PageContent, Refusal, Ticket, Told};
use super::geometry::field_columns;
use super::keeping::Keeping;
use super::keys::{Action, Focus, When};
use super::page::Page;
use super::view::{Cx, Message, Part, Step, View};
use super::world::World;
use crate::domain::{Change, Kind, Problem, Record, Ref, Shown, Type, Value};
use crate::i18n::texts::{
    app as t,
    common::{kind_new, kind_one},
    forms,
};
use crate::i18n::{capital, fill};
use alike::Alikes;
use choice::{Choice, Source};
use field::{Editor, Fault, FormField};
use habits::Habits;

/// A record being written.
#[derive(Clone, Debug)]
pub struct Form {
    pub kind: Kind,
    /// The record that is changed; `None` for a new one.
    before: Option<Record>,
    pub fields: Vec<FormField>,
    /// The field with the cursor; one past the last is the end of the form.
    pub focus: usize,
    /// Saving was tried: what is missing is told too.
    tried: bool,
    /// Made from another record, so that its page is shown when it is saved.
    is_from_record: bool,
    /// What the store said against it.
    pub refused: Option<Shown>,
    saving: Option<Ticket>,
    /// What it began with.
    start: Record,
    /// How far the store has got with what is typed.
    pub keeping: Keeping,
    /// The page of the person that is chosen, to be seen beside where there is room.
    pub card: Option<PageContent>,
    card_ticket: Option<Ticket>,
    /// Records that are made together with this one, each under a provisional ref.
    made: Vec<Record>,
    /// How many of them are on their way to the store with it.
    sent: usize,
    /// What is written is made for that field of the form behind, and saved with it.
    for_field: Option<usize>,
    /// Who looks like the person, or has the name, that is being written.
    pub alike: Alikes,
    habits: Habits,
}

impl Form {
    /// A form for a new record with what is known beforehand. The cursor is in the field after that.
    pub fn new(record: Record, linked: Vec<Record>, world: &World) -> Form {
        let mut form = Form::of(&record, &linked, world);
        let known = |field: &FormField| match record.values.get(field.place) {
            Some(Value::Empty | Value::Flag(_)) | None => false,
            Some(_) => true,
        };
        form.focus = form.fields.iter().rposition(known).map_or(0, |last| last + 1);
        form
    }

    /// A form for a record that stands.
    pub fn change(entry: &Entry, world: &World) -> Form {
        let mut form = Form::of(&entry.record, &entry.linked, world);
        form.before = Some(entry.record.clone());
        form.alike = Alikes::of(&entry.record);
        form
    }

    fn of(record: &Record, linked: &[Record], world: &World) -> Form {
        let kind = record.kind;
        let field = |(place, value): (usize, &Value)| match world.naming().hides(record, place) {
            true => FormField::hidden(kind, place, value),
            false => FormField::new(kind, place, value, linked, world),
        };
        let own = |(place, _): &(usize, &Value)| kind.fields().get(*place).is_some_and(|f| f.ty != Type::Ref);
        Form {
            kind,
            before: None,
            fields: record.values.iter().enumerate().filter(own).map(field).collect(),
            focus: 0,
            tried: false,
            is_from_record: false,
            refused: None,
            saving: None,
            start: record.clone(),
            keeping: Keeping::default(),
            card: None,
            card_ticket: None,
            made: Vec::new(),
            sent: 0,
            for_field: None,
            alike: Alikes::default(),
            habits: Habits::default(),
        }
        .settled_for()
    }

    /// The same form, whose person is no news: nothing is filled in for her any more.
    fn settled_for(mut self) -> Form {
        self.habits.of = self.person_ref();
        self
    }

    /// The byte that the cursor stands at in its field.
    pub fn text_cursor(&self) -> usize {
        match self.current().map(|field| &field.editor) {
            Some(Editor::Text(text) | Editor::Note(text)) => text.cursor(),
            Some(Editor::Choice(choice)) => choice.typed.cursor(),
            Some(Editor::Hidden(_)) | None => 0,
        }
    }

    /// Puts in the values of a record, as if they had been typed.
    pub fn fill_in(&mut self, record: &Record, linked: &[Record], world: &World) {
        for field in &mut self.fields {
            if let Some(value) = record.values.get(field.place).filter(|value| !value.is_empty()) {
                field.editor = FormField::new(self.kind, field.place, value, linked, world).editor;
            }
        }
        self.habits.of = self.person_ref();
    }

    /// Puts a text into a field, as if it had been typed.
    pub fn set_text(&mut self, place: usize, text: &str) {
        if let Some(Editor::Text(field) | Editor::Note(field)) =
            self.fields.iter_mut().find(|field| field.place == place).map(|field| &mut field.editor)
        {
            *field = super::text_field::TextField::new(text);
        }
    }

    /// The same form, said to be made from another record.
    pub fn from_record(mut self) -> Form {
        self.is_from_record = true;
        self
    }

    /// Whether another form is about the same record, or also about a new one of the kind.
    pub fn is_same(&self, other: &Form) -> bool {
        let own = |form: &Form| form.before.as_ref().and_then(|r| r.own_ref().cloned());
        self.kind == other.kind && own(self) == own(other)
    }

    /// Whether something was typed or chosen.
    pub fn is_changed(&self) -> bool {
        self.fields.iter().any(FormField::is_changed)
    }

    /// `Ny kontakt`, `Ändra kontakt C0042`, with the person.
    pub fn title(&self, world: &World) -> Shown {
        let kind = kind_one(self.kind, world.lang);
        let title = match self.before.as_ref().and_then(Record::own_ref) {
            Some(own) => fill(t::TITLE_CHANGE, world.lang, &[("kind", &kind), ("ref", own)]),
            None => capital(&kind_new(self.kind, world.lang)),
        };
        let named = self.person().map(|record| world.naming().named(record));
        let made_for = self.for_field.map(|_| Shown::new(forms::MADE_ALONG.get(world.lang)));
        let more = named.or(made_for);
        Shown::line(more.map_or(title.clone(), |more| format!("{title} · {more}")))
    }

    /// The person that the record is about, if one is chosen.
    pub fn person(&self) -> Option<&Record> {
        self.fields.iter().find(|f| Some(f.place) == self.kind.person_field())?.record()
    }

    /// Her ref.
    pub fn person_ref(&self) -> Option<Ref> {
        self.person().and_then(Record::own_ref).cloned()
    }

    /// The age of the person on the day of the event, as soon as both are known.
    pub fn age(&self, world: &World) -> Option<Shown> {
        let day = match self.kind.date_field() {
            Some(place) => self.fields.iter().find(|f| f.place == place)?.value(world).ok()?.date()?,
            None => return None,
        };
        Some(world.naming().age(ages(self.person()?, day)?))
    }

    /// The field with the cursor; `None` at the end of the form.
    pub fn current(&self) -> Option<&FormField> {
        self.fields.get(self.focus)
    }

    /// The choice that waits for an answer.
    fn choice_awaiting(&mut self, ticket: Ticket) -> Option<&mut Choice> {
        self.fields.iter_mut().find_map(|field| match &mut field.editor {
            Editor::Choice(choice) if choice.awaits(ticket) => Some(choice),
            _ => None,
        })
    }

    /// The record as it stands, with what is wrong: fields that have no value, and values that cannot both be right.
    /// What is missing is told only when saving was tried.
    pub fn record(&self, world: &World) -> (Record, Vec<(usize, Shown)>) {
        let mut record = self.before.clone().unwrap_or_else(|| Record::new(self.kind));
        let mut wrong = Vec::new();
        for field in &self.fields {
            match field.value(world) {
                Ok(value) => record = record.with(field.place, value),
                Err(fault) => wrong.push((field.place, field.say(&fault, world))),
            }
        }
        for (place, problem) in record.problems() {
            let known = wrong.iter().any(|(other, _)| *other == place);
            let early = problem == Problem::Required && !self.tried;
            if let Some(field) = self.fields.iter().find(|f| f.place == place && !known && !early) {
                let problem = in_words(problem, self.kind, world);
                wrong.push((place, field.say(&Fault::Problem(problem), world)));
            }
        }
        (record, wrong)
    }

    /// Asks for the card of the person that is chosen now.
    fn look(&mut self, cx: &mut Cx) {
        self.look_for_alikes(cx);
        if self.person_ref().is_some_and(|own| own.is_provisional()) {
            self.card = None;
            self.take_habits(cx.world);
        }
        let person = self.person_ref().filter(|own| self.kind != Kind::Person && !own.is_provisional());
        if self.card.as_ref().and_then(|card| card.entry.own_ref()) != person.as_ref() {
            self.card = None;
            self.card_ticket = person.map(|own| cx.ask(Ask::Page(Kind::Person, own)));
        }
    }

    fn save(&mut self, cx: &mut Cx) {
        if self.saving.is_some() {
            return;
        }
        self.settle(cx.world);
        self.tried = true;
        self.refused = None;
        let (record, wrong) = self.record(cx.world);
        if let Some((place, _)) = wrong.first() {
            self.focus = self.fields.iter().position(|f| f.place == *place).unwrap_or(self.focus);
            cx.say(Message::wrong(t::NOT_SAVED.get(cx.world.lang)));
            return;
        }
        if let Some(field) = self.for_field {
            self.keeping.forget(cx);
            return cx.step(Step::Made(field, Box::new(record)));
        }
        let change = match self.before.clone() {
            Some(before) if before == record => {
                self.keeping.forget(cx);
                return cx.step(Step::Pop);
            }
            Some(before) => done::change(before, record),
            None => Change::add(record),
        };
        let change = self.with_made(change);
        self.saving = Some(cx.ask(self.keeping.save(change)));
    }

    /// Lets the field with the cursor take what is typed in it, if it is clear. A date as people say it becomes the
    /// date, so that it reads the same tomorrow.
    fn settle(&mut self, world: &World) {
        let Some(field) = self.fields.get_mut(self.focus) else { return };
        let value = field.value(world);
        match &mut field.editor {
            Editor::Choice(choice) => choice.settle(),
            Editor::Text(text) => {
                if let Ok(value @ (Value::Date(_) | Value::Moment(_) | Value::Birth(_) | Value::Every(_))) = value {
                    *text = super::text_field::TextField::new(field::typed_as(&value, world));
                }
            }
            Editor::Note(_) | Editor::Hidden(_) => {}
        }
    }

    fn go(&mut self, later: bool, world: &World) {
        self.settle(world);
        let open = |place: &usize| self.fields.get(*place).is_none_or(FormField::is_open);
        self.focus = match later {
            true => (self.focus + 1..=self.fields.len()).find(open).unwrap_or(self.focus),
            false => (0..self.focus).rev().find(open).unwrap_or(self.focus),
        };
    }

    /// Does something to the field with the cursor, if it is one of choices.
    fn with_choice(&mut self, f: impl FnOnce(&mut Choice)) {
        if let Some(Editor::Choice(choice)) = self.fields.get_mut(self.focus).map(|field| &mut field.editor) {
            f(choice);
        }
    }

    fn search(&mut self, cx: &mut Cx) {
        let is_person = self.current().is_some_and(|f| Some(f.place) == self.kind.person_field());
        let person = self.person_ref().filter(|_| !is_person);
        let person = person.filter(|own| !own.is_provisional());
        self.with_choice(|choice| choice.search(person, cx));
    }

    fn leave(&mut self, cx: &mut Cx) {
        if let Some(Editor::Choice(choice)) = self.fields.get_mut(self.focus).map(|f| &mut f.editor)
            && choice.open
        {
            choice.open = false;
            choice.forget_found();
            return;
        }
        if self.is_changed() {
            cx.say(Message::done(t::DRAFT_KEPT.get(cx.world.lang)));
            cx.step(Step::KeepDraft(Box::new(self.clone())));
        } else {
            self.keeping.forget(cx);
        }
        cx.step(Step::Pop);
    }

    /// Edits the field with the cursor.
    fn edit(&mut self, action: Action, cx: &mut Cx) -> bool {
        let width = field_columns(cx.world.size);
        let Some(field) = self.fields.get_mut(self.focus) else { return false };
        match &mut field.editor {
            Editor::Text(text) => text.act(action),
            Editor::Note(text) => match action {
                Action::LineUp if !text.move_lines(-1, width) => {
                    self.go(false, cx.world);
                    true
                }
                Action::LineDown if !text.move_lines(1, width) => {
                    self.go(true, cx.world);
                    true
                }
                Action::LineUp | Action::LineDown => true,
                Action::NewLine => {
                    text.insert("\n", true);
                    true
                }
                action => text.act(action),
            },
            Editor::Choice(choice) => match choice.edit(action) {
                Some(true) => {
                    self.search(cx);
                    true
                }
                Some(false) => true,
                None => false,
            },
            Editor::Hidden(_) => false,
        }
    }
}

/// Whether a field names a person.
fn is_of_people(field: &FormField) -> bool {
    matches!(&field.editor, Editor::Choice(choice) if choice.source == Source::Records(Kind::Person))
}

/// A problem that names another field by its code names it by its label here.
fn in_words(problem: Problem, kind: Kind, world: &World) -> Problem {
    match problem {
        Problem::Order { later } => {
            let label = kind.field(later).and_then(|place| kind.fields().get(place)).map(|f| f.label.get(world.lang));
            Problem::Order { later: label.unwrap_or(later) }
        }
        other => other,
    }
}

impl Part for Form {
    fn focus(&self) -> Focus {
        match self.current().map(|field| &field.editor) {
            None | Some(Editor::Hidden(_)) => Focus::FormEnd,
            Some(Editor::Text(_)) => Focus::Line,
            Some(Editor::Note(_)) => Focus::Note,
            Some(Editor::Choice(choice)) if choice.open => Focus::Options,
            Some(Editor::Choice(_)) => Focus::Choice,
        }
    }

    fn refresh(&mut self, cx: &mut Cx) {
        self.look(cx);
        // What was typed in a draft is looked for again, so that it means what it meant.
        let person = self.person_ref();
        for field in &mut self.fields {
            let narrowed = person.clone().filter(|_| Some(field.place) != self.kind.person_field());
            if let Editor::Choice(choice) = &mut field.editor
                && choice.is_unread()
            {
                choice.search(narrowed, cx);
            }
        }
    }

    fn act(&mut self, action: Action, cx: &mut Cx) -> bool {
        match action {
            Action::Save => self.save(cx),
            Action::NextField if self.focus == self.fields.len() => self.save(cx),
            Action::NextField => self.go(true, cx.world),
            Action::PreviousField => self.go(false, cx.world),
            Action::OpenOptions => {
                self.with_choice(|choice| choice.open = true);
                self.search(cx);
            }
            Action::NextOption => self.with_choice(|choice| choice.step(1)),
            Action::PreviousOption => self.with_choice(|choice| choice.step(-1)),
            Action::TakeOption => {
                if !self.make(cx) {
                    self.with_choice(Choice::take_highlighted);
                    self.go(true, cx.world);
                }
            }
            Action::TakeOutNumber => self.take_out_number(cx),
            Action::MarkFiled => self.turn_filed(cx.world),
            Action::Alikes => self.ask_about_alikes(cx),
            Action::Out => self.leave(cx),
            action => return self.edit(action, cx),
        }
        self.look(cx);
        true
    }

    fn awaits(&self, ticket: Ticket) -> bool {
        let searched = |field: &FormField| matches!(&field.editor, Editor::Choice(choice) if choice.awaits(ticket));
        self.saving == Some(ticket)
            || self.card_ticket == Some(ticket)
            || self.alike.awaits(ticket)
            || self.fields.iter().any(searched)
    }

    fn is_waiting(&self) -> bool {
        let searching = |field: &FormField| matches!(&field.editor, Editor::Choice(choice) if choice.is_searching());
        self.saving.is_some() || self.current().is_some_and(searching)
    }

    fn is_saving(&self) -> bool {
        self.saving.is_some()
    }

    fn take(&mut self, ticket: Ticket, told: Result<Told, Refusal>, cx: &mut Cx) {
        let is_of_save = self.saving.take_if(|saving| *saving == ticket).is_some();
        match told {
            _ if self.card_ticket.take_if(|waits| *waits == ticket).is_some() => {
                self.card = match told {
                    Ok(Told::Page(page)) => Some(*page),
                    _ => None,
                };
                if self.card.is_some() {
                    self.take_habits(cx.world);
                }
            }
            Ok(Told::Names { found, near }) => {
                if let Some(choice) = self.choice_awaiting(ticket) {
                    choice.take_found(&found, &near, cx.world);
                }
            }
            Ok(Told::Likely(found)) => self.alike.take(found),
            Ok(Told::Applied(mut change)) => {
                // The record itself is what was saved; what it names came with it.
                change.edits.rotate_left(self.sent);
                self.keeping.forget(cx);
                let made = change.edits.first().and_then(|edit| edit.record()).map(|(kind, own)| (kind, own.clone()));
                match made.filter(|_| self.is_from_record) {
                    Some((kind, own)) => cx.step(Step::Replace(View::Page(Page::new(kind, own)))),
                    None => cx.step(Step::Pop),
                }
                cx.step(Step::Saved(change));
            }
            Ok(_) => {}
            Err(_) if self.alike.awaits(ticket) => {}
            Err(refusal) => {
                if is_of_save {
                    self.refused = Some(refusal.message.clone());
                } else if let Some(choice) = self.choice_awaiting(ticket) {
                    choice.take_found(&[], &[], cx.world);
                }
                cx.refuse(refusal);
            }
        }
    }

    fn holds(&self, when: When, _world: &World) -> bool {
        match when {
            When::HasNumber => self.has_number().is_some(),
            When::IsAlike => !self.alike.found.is_empty(),
            _ => false,
        }
    }

    fn chosen(&mut self, then: Then, cx: &mut Cx) {
        if let Then::Instead(entry) = then {
            self.give_way(&entry, cx);
        }
    }

    fn take_made(&mut self, field: usize, record: Record, cx: &mut Cx) {
        let record = if record.own_ref().is_some() { record } else { self.adopt(record) };
        let place = self.fields.iter().position(|f| f.place == field);
        let Some(field) = place.and_then(|place| self.fields.get_mut(place)) else { return };
        if let Editor::Choice(choice) = &mut field.editor {
            choice.take_record(&Entry::alone(record), cx.world);
        }
        self.go(true, cx.world);
        self.look(cx);
    }

    fn has_person_field(&self) -> bool {
        self.fields.iter().any(is_of_people)
    }

    fn take_person(&mut self, person: &Entry, cx: &mut Cx) -> bool {
        let here = Some(self.focus).filter(|&place| self.fields.get(place).is_some_and(is_of_people));
        let place = here.or_else(|| self.fields.iter().position(is_of_people));
        let field = place.and_then(|place| self.fields.get_mut(place));
        let Some(Editor::Choice(choice)) = field.map(|field| &mut field.editor) else { return false };
        choice.take_record(person, cx.world);
        self.look(cx);
        true
    }

    fn insert(&mut self, text: &str, cx: &mut Cx) {
        let is_new = self.before.is_none();
        let Some(field) = self.fields.get_mut(self.focus) else { return };
        match &mut field.editor {
            Editor::Text(_) => field.write(text, is_new),
            Editor::Note(note) => note.insert(text, true),
            Editor::Choice(choice) => {
                if choice.insert(text) {
                    self.search(cx);
                }
            }
            Editor::Hidden(_) => {}
        }
    }
}
