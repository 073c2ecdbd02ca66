//! One field of a form: how it is edited, what it means so far, and what is wrong with it.

use super::choice::{Choice, Source};
use crate::app::exchange::Typed;
use crate::app::text_field::TextField;
use crate::app::when;
use crate::app::world::World;
use crate::domain::field::follow_up;
use crate::domain::identity::{identity_numbers, with_its_space};
use crate::domain::{Field, Kind, Moment, Problem, Record, Shown, Type, Value};
use crate::entry::{Lean, read_day};
use crate::i18n::{self, fill, texts::app as t};

/// The room that is left is told from the last so-manieth of a limit on.
const NEARLY_FULL: usize = 8;

/// How a field is edited.
#[derive(Clone, Debug, PartialEq)]
pub enum Editor {
    Text(TextField),
    Note(TextField),
    Choice(Choice),
    /// Kept as it is and not shown: a protected person's, until she is revealed.
    Hidden(Value),
}

impl Editor {
    /// Puts the cursor at a byte of what is typed.
    pub fn put_cursor(&mut self, cursor: usize) {
        let text = match self {
            Editor::Text(text) | Editor::Note(text) => text,
            Editor::Choice(choice) => &mut choice.typed,
            Editor::Hidden(_) => return,
        };
        *text = TextField::at(text.text(), cursor);
    }
}

/// A field of a form.
#[derive(Clone, Debug, PartialEq)]
pub struct FormField {
    kind: Kind,
    /// Place among the kind's fields.
    pub place: usize,
    pub editor: Editor,
    /// What it was when the form opened.
    start: Value,
    start_text: String,
}

/// A value as it stands in a field that is typed, where it can be read again.
pub(super) fn typed_as(value: &Value, world: &World) -> String {
    match value {
        Value::Names(names) => names.join("; "),
        Value::Moment(moment) => moment.to_string().replace('T', " "),
        Value::Every(every) => when::every_text(*every, world.lang),
        value => value.to_string(),
    }
}

/// What keeps a field from having a value.
#[derive(Clone, Debug, PartialEq)]
pub enum Fault {
    Problem(Problem),
    /// Nothing fits what is typed.
    NoMatch(String),
    /// Several records fit; one must be pointed at.
    Several(String),
}

impl FormField {
    /// A field of a kind with a value in it.
    pub fn new(kind: Kind, place: usize, value: &Value, linked: &[Record], world: &World) -> FormField {
        let ty = kind.fields().get(place).map_or(Type::Line, |f| f.ty);
        let text = typed_as(value, world);
        let editor = match (Choice::of(ty), ty) {
            (Some(mut choice), _) => {
                choice.set(value, linked, world);
                Editor::Choice(choice)
            }
            (None, Type::Note) => Editor::Note(TextField::new(text.clone())),
            (None, _) => Editor::Text(TextField::new(text.clone())),
        };
        FormField { kind, place, editor, start: value.clone(), start_text: text }
    }

    /// A field that is kept as it is.
    pub fn hidden(kind: Kind, place: usize, value: &Value) -> FormField {
        FormField {
            kind,
            place,
            editor: Editor::Hidden(value.clone()),
            start: value.clone(),
            start_text: String::new(),
        }
    }

    /// The field's declaration.
    pub fn declared(&self) -> Option<&'static Field> {
        self.kind.fields().get(self.place)
    }

    fn ty(&self) -> Type {
        self.declared().map_or(Type::Line, |f| f.ty)
    }

    /// Whether it was changed since the form opened.
    pub fn is_changed(&self) -> bool {
        match &self.editor {
            Editor::Text(field) | Editor::Note(field) => field.text() != self.start_text,
            Editor::Choice(choice) => {
                let same = choice.value() == self.start || (choice.chosen.is_empty() && self.start.is_empty());
                !same || !choice.typed.is_empty()
            }
            Editor::Hidden(value) => *value != self.start,
        }
    }

    /// What was typed or chosen since the form opened.
    pub fn typed(&self) -> Option<Typed> {
        self.is_changed().then(|| match &self.editor {
            Editor::Text(field) | Editor::Note(field) => Typed { chosen: String::new(), text: field.text().to_owned() },
            Editor::Choice(choice) => {
                Typed { chosen: choice.value().to_string(), text: choice.typed.text().to_owned() }
            }
            Editor::Hidden(value) => Typed { chosen: String::new(), text: value.to_string() },
        })
    }

    /// Puts in what was typed before.
    pub fn put(&mut self, typed: &Typed, linked: &[Record], world: &World) {
        let ty = self.ty();
        match &mut self.editor {
            Editor::Text(field) | Editor::Note(field) => *field = TextField::new(typed.text.clone()),
            Editor::Choice(choice) => {
                choice.set(&Value::parse(ty, &typed.chosen).unwrap_or_default(), linked, world);
                choice.typed = TextField::new(typed.text.clone());
            }
            Editor::Hidden(value) => {
                if let Ok(read) = Value::parse(ty, &typed.text) {
                    *value = read;
                }
            }
        }
    }

    /// The value as it stands.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn value(&self, world: &World) -> Result<Value, Fault> {
        match &self.editor {
            Editor::Hidden(value) => Ok(value.clone()),
            Editor::Choice(choice) => {
                let typed = choice.typed.text().trim();
                if choice.stepped && choice.on_new().is_some() {
                    return Err(Fault::NoMatch(typed.to_owned()));
                }
                if choice.stepped && !typed.is_empty() && choice.highlighted().is_some() {
                    return Ok(self.with_offer(choice));
                }
                match (typed.is_empty(), choice.offered.len()) {
                    (true, _) if choice.chosen.is_empty() => self.parse(""),
                    (true, _) => Ok(choice.value()),
                    (false, 0) => Err(Fault::NoMatch(typed.to_owned())),
                    (false, 1) => Ok(self.with_offer(choice)),
                    (false, _) if matches!(choice.source, Source::Records(_)) && !choice.stepped => {
                        Err(Fault::Several(typed.to_owned()))
                    }
                    (false, _) => Ok(self.with_offer(choice)),
                }
            }
            Editor::Note(field) => self.parse(field.text()),
            Editor::Text(field) => match self.said(field.text(), world) {
                Some(value) => Ok(value),
                None => self.parse(field.text()),
            },
        }
    }

    fn parse(&self, text: &str) -> Result<Value, Fault> {
        Value::parse(self.ty(), text).map_err(Fault::Problem)
    }

    fn with_offer(&self, choice: &Choice) -> Value {
        let mut taken = choice.clone();
        taken.take_highlighted();
        taken.value()
    }

    /// A date, time, birth or interval said in people's own way.
    fn said(&self, text: &str, world: &World) -> Option<Value> {
        let today = world.today();
        match self.ty() {
            Type::Date => read_day(text, today, self.lean()).map(Value::Date),
            Type::Moment => when::read_moment(text, world.now, self.lean()).map(Value::Moment),
            Type::Birth => when::read_birth(text).map(Value::Birth),
            Type::Every => when::read_every(text).map(Value::Every),
            _ => None,
        }
    }

    /// What is to be done lies ahead; all else has happened.
    fn lean(&self) -> Lean {
        let ahead = self.kind == Kind::FollowUp && self.place == follow_up::DUE;
        if ahead { Lean::Future } else { Lean::Past }
    }

    /// Takes typed text. A day that stands in a new form beforehand gives way to the first letter, as what is chosen
    /// does in other fields.
    pub fn write(&mut self, typed: &str, is_new: bool) {
        let gives_way = is_new && !self.is_changed() && matches!(self.ty(), Type::Date | Type::Moment);
        let Editor::Text(field) = &mut self.editor else { return };
        if gives_way && field.cursor() == field.text().len() {
            field.change(0..field.text().len(), "");
        }
        field.insert(typed, false);
    }

    /// How a date, a time or an interval reads, to stand beside what is typed.
    pub fn reading(&self, world: &World) -> Option<Shown> {
        let moment = match self.value(world).ok()? {
            Value::Every(every) => return Some(Shown::line(i18n::interval(every, world.lang))),
            Value::Date(date) => Moment { date, time: None },
            Value::Moment(moment) => moment,
            _ => return None,
        };
        Some(Shown::line(when::reading(moment, world.today(), world.lang)))
    }

    /// What is wrong, in words.
    pub fn say(&self, fault: &Fault, world: &World) -> Shown {
        let given = |text, typed: &String| fill(text, world.lang, &[("given", typed)]);
        Shown::line(match fault {
            // How dates are said here has more forms than the stored one.
            Fault::Problem(Problem::Date) => t::NOT_A_DAY.get(world.lang).to_owned(),
            Fault::Problem(Problem::Moment) => t::NOT_A_TIME.get(world.lang).to_owned(),
            Fault::Problem(problem) => i18n::problem(problem, world.lang),
            Fault::NoMatch(typed) => match &self.editor {
                Editor::Choice(choice) if choice.makes().is_some() => given(t::NO_MATCH_NEW, typed),
                _ => given(t::NO_MATCH, typed),
            },
            Fault::Several(typed) => given(t::SEVERAL_MATCH, typed),
        })
    }

    /// What is typed in it freely, where it is.
    pub fn free_text(&self) -> Option<&TextField> {
        match &self.editor {
            Editor::Text(field) | Editor::Note(field) if self.kind.is_free_text(self.place) => Some(field),
            _ => None,
        }
    }

    /// Takes the first personal identity number out of what is typed freely. `false`: there is none.
    pub fn take_out_number(&mut self) -> bool {
        let found = self.free_text().and_then(|field| {
            let number = identity_numbers(field.text()).into_iter().next()?;
            Some(with_its_space(field.text(), &number))
        });
        match (&mut self.editor, found) {
            (Editor::Text(field) | Editor::Note(field), Some(range)) => {
                field.change(range, "");
                true
            }
            _ => false,
        }
    }

    /// How much more it can hold, as soon as that is little.
    pub fn room(&self) -> Option<usize> {
        let (Editor::Text(field) | Editor::Note(field)) = &self.editor else { return None };
        let limit = self.ty().limit();
        let left = limit.most().checked_sub(limit.length(field.text()))?;
        (left * NEARLY_FULL < limit.most()).then_some(left)
    }

    /// The record that a field of names has chosen.
    pub fn record(&self) -> Option<&Record> {
        match &self.editor {
            Editor::Choice(choice) => choice.chosen.first()?.record.as_ref(),
            _ => None,
        }
    }

    /// Whether the cursor can stand in it.
    pub fn is_open(&self) -> bool {
        !matches!(self.editor, Editor::Hidden(_))
    }
}
