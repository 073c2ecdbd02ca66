//! What is worth saying under a field and refuses nothing: the checks that one record can show while it is being
//! written, dates out of their order, numbers that have no place here. A check that is switched off is not said here
//! either.

use super::Form;
use super::alike::common;
use crate::app::entry::ages;
use crate::app::world::World;
use crate::checks::{About, RULES};
use crate::domain::field::{contact, follow_up, person, referral};
use crate::domain::identity::holds_identity_number;
use crate::domain::{Kind, Record, Shown, Text, Value};
use crate::i18n::fill;
use crate::i18n::texts::{app, forms as t};

/// A child is younger than so many years.
const CHILD: u16 = 18;

/// What is worth saying of a form, by the place of the field; at most one thing for each.
pub fn remarks(form: &Form, record: &Record, world: &World) -> Vec<(usize, Shown)> {
    let mut found = Remarks { form, record, world, said: Vec::new() };
    found.numbers();
    match record.kind {
        Kind::Contact => found.contact(),
        Kind::Referral => found.referral(),
        Kind::FollowUp => found.follow_up(),
        Kind::Person => found.person(),
        _ => {}
    }
    found.alikes();
    found.said
}

struct Remarks<'a> {
    form: &'a Form,
    record: &'a Record,
    world: &'a World,
    said: Vec<(usize, Shown)>,
}

impl Remarks<'_> {
    fn say(&mut self, field: usize, text: impl Into<String>) {
        if self.said.iter().all(|(place, _)| *place != field) {
            self.said.push((field, Shown::line(text)));
        }
    }

    fn say_text(&mut self, field: usize, text: Text) {
        self.say(field, text.get(self.world.lang));
    }

    fn about(&self, code: &str) -> Option<&'static About> {
        let rule = RULES.iter().find(|rule| rule.about.code == code);
        rule.map(|rule| &rule.about).filter(|about| about.is_on(&self.world.project))
    }

    /// Says what a check is called, unless it is switched off.
    fn check(&mut self, field: usize, code: &str) {
        if let Some(about) = self.about(code) {
            let label = self.world.label_of(about);
            self.say(field, label);
        }
    }

    fn code(&self, field: usize) -> Option<&str> {
        self.record.values.get(field).and_then(Value::code)
    }

    fn is_empty(&self, field: usize) -> bool {
        self.record.values.get(field).is_none_or(Value::is_empty)
    }

    /// Whether the cursor has passed a field of a new record: what is empty there was left empty.
    fn is_passed(&self, field: usize) -> bool {
        let place = self.form.fields.iter().position(|f| f.place == field);
        place.is_some_and(|place| place < self.form.focus)
    }

    fn numbers(&mut self) {
        if self.about("identity_number").is_none() {
            return;
        }
        for field in &self.form.fields {
            if field.free_text().is_some_and(|text| holds_identity_number(text.text())) {
                self.say_text(field.place, t::HAS_NUMBER);
            }
        }
    }

    fn contact(&mut self) {
        let day = self.record.values.get(contact::AT).and_then(Value::date);
        if day.is_some_and(|day| day > self.world.today()) {
            self.check(contact::AT, "in_future");
        }
        for (field, code) in [(contact::ROLE, "role_missing"), (contact::SOURCE, "source_missing")] {
            if self.is_empty(field) && self.is_passed(field) {
                self.check(field, code);
            }
        }
        let came = self.code(contact::SOURCE) == Some("trafficking_commission")
            && matches!(self.code(contact::ROLE), Some("victim" | "witness"));
        if came && self.is_empty(contact::OFFER) && self.is_passed(contact::OFFER) && !self.was_offered() {
            self.check(contact::OFFER, "offer_not_recorded");
        }
        let youngest = self.form.person().zip(day).and_then(|(person, day)| ages(person, day)).map(|(young, _)| young);
        if self.code(contact::INTERVIEW) == Some("not_attended") && youngest.is_some_and(|age| age < CHILD) {
            self.check(contact::INTERVIEW, "child_interview_alone");
        }
    }

    /// Whether another contact of the person says that an offer was made; while that is on its way, as if.
    fn was_offered(&self) -> bool {
        let Some(card) = &self.form.card else {
            return self.form.person().and_then(Record::own_ref).is_some_and(|own| !own.is_provisional());
        };
        card.belonging.iter().any(|entry| {
            let offer = entry.record.values.get(contact::OFFER).and_then(Value::code);
            let other = entry.own_ref() != self.record.own_ref();
            entry.record.kind == Kind::Contact && other && matches!(offer, Some("accepted" | "declined" | "pending"))
        })
    }

    /// Every step comes on or after those before it, and has been taken.
    fn referral(&mut self) {
        let steps = [
            referral::DATE,
            referral::ANSWERED,
            referral::SENT,
            referral::CONFIRMED,
            referral::STARTED,
            referral::CLOSED,
        ];
        let mut latest = None;
        for field in steps {
            let Some(day) = self.record.values.get(field).and_then(Value::date) else { continue };
            match latest {
                Some((before, then)) if then > day => {
                    let label = Kind::Referral.fields().get(before).map(|f: &crate::domain::Field| f.label);
                    let label = label.map_or("", |label| label.get(self.world.lang)).to_lowercase();
                    let text = fill(t::BEFORE_STEP, self.world.lang, &[("field", &label)]);
                    self.say(field, text);
                }
                _ => latest = Some((field, day)),
            }
            if day > self.world.today() {
                self.say_text(field, t::IN_FUTURE);
            }
        }
    }

    fn follow_up(&mut self) {
        let value = |field: usize| self.record.values.get(field).and_then(Value::date);
        let today = self.world.today();
        let (due, done) = (value(follow_up::DUE), value(follow_up::DONE));
        let over = done.is_some() || value(follow_up::CANCELLED).is_some();
        if due.is_some_and(|due| due < today) && !over {
            self.say_text(follow_up::DUE, t::OVERDUE);
        }
        if done.is_some_and(|done| done > today) {
            self.say_text(follow_up::DONE, t::IN_FUTURE);
        }
    }

    fn person(&mut self) {
        if self.about("age_unknown").is_none() {
            return;
        }
        match self.record.values.get(person::BIRTH) {
            Some(Value::Birth(birth)) => match birth.ages_on(self.world.today()) {
                None => self.say_text(person::BIRTH, t::IN_FUTURE),
                Some((youngest, oldest)) => {
                    let groups = &self.world.project.age_groups;
                    let (low, high) = (groups.group_of(youngest), groups.group_of(oldest));
                    if low != high {
                        let codes = groups.codes();
                        let code = |group: usize| codes.get(group).cloned().unwrap_or_default();
                        let parts: [(&str, &dyn std::fmt::Display); 2] = [("low", &code(low)), ("high", &code(high))];
                        let text = fill(t::VAGUE_BIRTH, self.world.lang, &parts);
                        self.say(person::BIRTH, text);
                    }
                }
            },
            _ if self.is_empty(person::BIRTH) && self.is_passed(person::BIRTH) => {
                self.say_text(person::BIRTH, app::AGE_NOT_KNOWN);
            }
            _ => {}
        }
    }

    /// Who looks the same stands under the name, whatever else is said there.
    fn alikes(&mut self) {
        let Some((first, likeness)) = self.form.alike.found.first() else { return };
        let Some(field) = self.record.kind.name_field() else { return };
        let lang = self.world.lang;
        let (name, more) = (self.world.naming().title(first), self.form.alike.found.len() - 1);
        let more = if more > 0 { fill(t::ALIKE_MORE, lang, &[("n", &more)]) } else { String::new() };
        let common = common(likeness, self.record, &first.record, &self.world.naming());
        let text = fill(t::ALIKE, lang, &[("name", &name), ("more", &more), ("common", &common)]);
        self.said.retain(|(place, _)| *place != field);
        self.say(field, text);
    }
}

/// The sign before a remark, beside the `!` of what is wrong.
pub const SIGN: &str = "?";
