//! Records and values in words for people. Every list, detail and search shows them through here, so that what a
//! protected person keeps to herself is hidden everywhere until it is revealed.

use super::entry::is_protected;
use super::exchange::Entry;
use crate::domain::countries::country_name;
use crate::domain::field::{contact, follow_up, person, referral, relation};
use crate::domain::{Kind, Lang, Lists, Record, Ref, Shown, Type, Value};
use crate::i18n::{self, texts::app as t, texts::common, texts::look_up};

/// The fields that say how a person is reached.
pub const REACH: [usize; 2] = [person::SAFE_CONTACT, person::PHONE];

/// What it takes to put a record in words.
#[derive(Clone, Copy)]
pub struct Naming<'a> {
    pub lists: &'a Lists,
    pub lang: Lang,
    /// The one person whose protected fields are shown.
    pub revealed: Option<&'a Ref>,
}

impl Naming<'_> {
    /// Whether a field of a record is hidden.
    pub fn hides(&self, record: &Record, field: usize) -> bool {
        let sensitive = record.kind.fields().get(field).is_some_and(|f| f.sensitive);
        let filled = record.values.get(field).is_some_and(|value| !value.is_empty());
        sensitive && filled && is_protected(record) && record.own_ref() != self.revealed
    }

    /// A field's value in words; hidden, if it must be.
    pub fn value(&self, entry: &Entry, field: usize) -> Shown {
        self.value_of(&entry.record, field, |kind, own| entry.linked(kind, own))
    }

    /// The same, with what is known of the records that the field names.
    fn value_of<'r>(&self, record: &Record, field: usize, linked: impl Fn(Kind, &Ref) -> Option<&'r Record>) -> Shown {
        if self.hides(record, field) {
            return Shown::new(t::HIDDEN.get(self.lang));
        }
        let Some((value, declared)) = record.values.get(field).zip(record.kind.fields().get(field)) else {
            return Shown::default();
        };
        let words = match (value, declared.ty) {
            (Value::Flag(true), _) => common::YES.get(self.lang).to_owned(),
            (Value::Flag(false), _) => common::NO.get(self.lang).to_owned(),
            (Value::Code(code), Type::Country) => country_name(code, self.lang).into_owned(),
            (Value::Code(_) | Value::Codes(_), Type::Code(list) | Type::Codes(list)) => {
                join(value.codes().iter().map(|code| self.lists.label(list, code, self.lang)))
            }
            (Value::Link(_) | Value::Links(_), Type::Link(kind) | Type::Links(kind)) => {
                let name = |own: &Ref| match linked(kind, own) {
                    Some(linked) => self.name(linked),
                    None => own.to_string(),
                };
                join(value.links().iter().map(name))
            }
            (Value::Moment(moment), _) => moment.in_words(),
            (Value::Names(names), _) => join(names),
            (Value::Every(every), _) => i18n::interval(*every, self.lang),
            _ => value.to_string(),
        };
        Shown::new(words)
    }

    /// What a record is called where another names it: alias, name, title, or day and kind.
    pub fn named(&self, record: &Record) -> Shown {
        Shown::line(self.name(record))
    }

    fn name(&self, record: &Record) -> String {
        let or_ref = |text: String| {
            if text.is_empty() { record.own_ref().map(Ref::to_string).unwrap_or_default() } else { text }
        };
        let label = |field: usize| match (record.values.get(field), record.kind.fields().get(field).map(|f| f.ty)) {
            (Some(Value::Code(code)), Some(Type::Code(list))) => self.lists.label(list, code, self.lang).to_owned(),
            (Some(Value::Moment(moment)), _) => moment.in_words(),
            (Some(value), _) => value.to_string(),
            (None, _) => String::new(),
        };
        match record.kind {
            Kind::Contact => join([label(contact::AT), label(contact::ROLE)]),
            Kind::Referral => join([label(referral::DATE), label(referral::KIND)]),
            Kind::FollowUp => join([label(follow_up::DUE), label(follow_up::TASK)]),
            Kind::Relation => label(relation::RELATION),
            kind => or_ref(kind.name_field().map(label).unwrap_or_default()),
        }
    }

    /// A record in one line, with whom it is about: `2010-12-15 anmälan till socialtjänsten, Farsta, bekräftad`.
    pub fn line(&self, entry: &Entry, today: chrono::NaiveDate) -> Shown {
        let record = &entry.record;
        let value = |field| self.value(entry, field).into_string();
        let words = match record.kind {
            Kind::Contact => join([
                value(contact::AT),
                value(contact::ROLE),
                value(contact::SERVICES),
                if record.is_reached() { String::new() } else { t::NOT_REACHED.get(self.lang).to_owned() },
            ]),
            Kind::Referral => join([
                value(referral::DATE),
                value(referral::KIND),
                value(referral::ORGANISATION),
                self.status(record, today).into_string(),
            ]),
            Kind::FollowUp => {
                join([value(follow_up::DUE), value(follow_up::TASK), self.status(record, today).into_string()])
            }
            Kind::Relation => {
                let role = value(relation::RELATION);
                format!("{} {role} {} {}", value(relation::PERSON), t::OF.get(self.lang), value(relation::OTHER))
            }
            kind => {
                let day = kind.date_field().map(value).unwrap_or_default();
                join([day, self.name(record)])
            }
        };
        Shown::line(words)
    }

    /// The derived status of a referral or follow-up in words.
    pub fn status(&self, record: &Record, today: chrono::NaiveDate) -> Shown {
        use crate::query::key::{FOLLOW_UP_STATUS, REFERRAL_STATUS};
        let table = if record.kind == Kind::FollowUp { FOLLOW_UP_STATUS } else { REFERRAL_STATUS };
        let code = record.status(today).unwrap_or_default();
        Shown::new(table.iter().find(|(c, _)| *c == code).map_or("", |(_, label)| label.get(self.lang)))
    }

    /// What a record is called on its own: a person's alias, an organisation's name, or its kind and ref.
    pub fn title(&self, entry: &Entry) -> Shown {
        let record = &entry.record;
        let name = record.kind.name_field().and_then(|field| record.values.get(field)).map(Value::to_string);
        match (name.filter(|n| !n.is_empty()), record.own_ref()) {
            (Some(name), _) => Shown::line(name),
            (None, Some(own)) => {
                Shown::line(format!("{} {own}", i18n::texts::common::kind_one(record.kind, self.lang)))
            }
            (None, None) => Shown::line(i18n::texts::common::kind_one(record.kind, self.lang)),
        }
    }

    /// What a record is called where it stands alone, its day apart: whom it is about and what it was.
    pub fn subject(&self, entry: &Entry) -> Shown {
        let value = |field| self.value(entry, field).into_string();
        let person = self.person(entry).into_string();
        let words = match entry.record.kind {
            Kind::Person => person,
            Kind::Contact => join([person, value(contact::ROLE)]),
            Kind::Referral => join([person, value(referral::KIND), value(referral::ORGANISATION)]),
            Kind::FollowUp => join([person, value(follow_up::TASK)]),
            _ => self.title(entry).into_string(),
        };
        if words.is_empty() { self.title(entry) } else { Shown::line(words) }
    }

    /// An age, or two where the birth is not known to the day: `17 år`, `17–18 år`.
    pub fn age(&self, ages: (u16, u16)) -> Shown {
        let (young, old) = ages;
        let span = if young == old { format!("{young}") } else { format!("{young}–{old}") };
        Shown::new(i18n::fill(t::AGE, self.lang, &[("age", &span)]))
    }

    /// The refs of people named with the sign of protected identity.
    pub fn person(&self, entry: &Entry) -> Shown {
        match entry.person() {
            Some(record) if is_protected(record) => Shown::line(format!("{} ▲", self.name(record))),
            Some(record) => Shown::line(self.name(record)),
            None => Shown::default(),
        }
    }

    /// How a person is reached, in one line: first how that is safe, or that nothing of it is noted, then her number;
    /// hidden, if it must be.
    pub fn reach(&self, record: &Record) -> Shown {
        if REACH.iter().any(|&field| self.hides(record, field)) {
            return Shown::new(t::HIDDEN.get(self.lang));
        }
        let [safe, phone] = REACH.map(|field| self.value_of(record, field, |_, _| None).into_string());
        let safe = if safe.is_empty() { look_up::REACH_UNKNOWN.get(self.lang).to_owned() } else { safe };
        let parts = [safe, phone].into_iter().filter(|part| !part.is_empty());
        Shown::line(parts.collect::<Vec<_>>().join(" · "))
    }
}

/// Texts one after the other, with commas between those that are not empty.
fn join<T: AsRef<str>>(parts: impl IntoIterator<Item = T>) -> String {
    let mut words = String::new();
    for part in parts {
        let part = part.as_ref();
        if !words.is_empty() && !part.is_empty() {
            words.push_str(", ");
        }
        words.push_str(part);
    }
    words
}
