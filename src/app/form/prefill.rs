//! What a new form knows beforehand: the day, and from the record it is made from the person, contact or referral.

use super::Form;
use crate::app::exchange::{Entry, PageContent};
use crate::app::world::World;
use crate::domain::field::{activity, contact, follow_up, referral, relation};
use crate::domain::{Kind, Moment, Record, Value};
use crate::entry::HABITS;
use chrono::{Days, NaiveTime, Timelike};

/// Days until a new follow-up is due, unless she says otherwise.
const FOLLOW_UP_DAYS: u64 = 7;

/// A new record of a kind; relations are made on a person's page.
pub fn empty(kind: Kind, world: &World) -> Option<Form> {
    (kind != Kind::Relation).then(|| Form::new(dated(kind, world), Vec::new(), world))
}

/// A new contact, now.
pub fn contact_now(world: &World) -> Form {
    Form::new(dated(Kind::Contact, world), Vec::new(), world)
}

fn dated(kind: Kind, world: &World) -> Record {
    let record = Record::new(kind);
    let today = world.today();
    match kind {
        Kind::Contact => {
            let time = NaiveTime::from_hms_opt(world.now.hour(), world.now.minute(), 0);
            record.with(contact::AT, Value::Moment(Moment { date: today, time }))
        }
        Kind::Activity => record.with(activity::START, Value::Date(today)),
        Kind::Referral => record.with(referral::DATE, Value::Date(today)),
        Kind::FollowUp => {
            let due = today.checked_add_days(Days::new(FOLLOW_UP_DAYS)).unwrap_or(today);
            record.with(follow_up::DUE, Value::Date(due))
        }
        _ => record,
    }
}

/// What is made from a record's page: a contact of its person or in its matter, a referral to an organisation, one more
/// activity.
pub fn from_page(page: &PageContent, world: &World) -> Form {
    let entry = &page.entry;
    let record = match entry.record.kind {
        Kind::Matter => dated(Kind::Contact, world).with(contact::MATTER, own(entry)),
        Kind::Organisation => dated(Kind::Referral, world).with(referral::ORGANISATION, own(entry)),
        Kind::Activity => return Form::new(dated(Kind::Activity, world), Vec::new(), world),
        _ => return contact(page, world),
    };
    let mut form = Form::new(record, linked(entry), world).from_record();
    // What it is made from stands far down; who it is about comes first.
    form.focus = form.fields.iter().position(|field| Some(field.place) == form.kind.person_field()).unwrap_or(0);
    form
}

/// A contact with the person of a page, in the role and from the source that she had last.
fn contact(page: &PageContent, world: &World) -> Form {
    let entry = &page.entry;
    let last = std::iter::once(&entry.record)
        .chain(page.belonging.iter().map(|belonging| &belonging.record))
        .find(|record| record.kind == Kind::Contact);
    let mut record = about(dated(Kind::Contact, world), entry);
    if let Some(last) = last.filter(|_| entry.person().is_some()) {
        record = copied(record, last, &HABITS);
    }
    Form::new(record, linked(entry), world).from_record()
}

/// A contact with another person of the same meeting: the same time, channel, source and matter.
pub fn same_meeting(entry: &Entry, world: &World) -> Form {
    let head = entry.record.values.get(contact::MEETING).filter(|head| !head.is_empty()).cloned();
    let record = Record::new(Kind::Contact).with(contact::MEETING, head.unwrap_or_else(|| own(entry)));
    let same = [contact::AT, contact::CHANNEL, contact::SOURCE, contact::MATTER];
    with_somebody_else(copied(record, &entry.record, &same), entry, world)
}

/// The same once more, now, with somebody else: the same role, source, channel and services.
pub fn same_again(entry: &Entry, world: &World) -> Form {
    let same = [contact::ROLE, contact::SOURCE, contact::CHANNEL, contact::SERVICES];
    with_somebody_else(copied(dated(Kind::Contact, world), &entry.record, &same), entry, world)
}

fn copied(record: Record, from: &Record, fields: &[usize]) -> Record {
    let value = |field: usize| from.values.get(field).cloned().unwrap_or_default();
    fields.iter().fold(record, |record, &field| record.with(field, value(field)))
}

/// The form of a contact whose person is still to be said.
fn with_somebody_else(record: Record, entry: &Entry, world: &World) -> Form {
    let mut form = Form::new(record, linked(entry), world).from_record();
    form.focus = form.fields.iter().position(|field| field.place == contact::PERSON).unwrap_or(form.focus);
    form
}

/// A referral from a contact, or of a person.
pub fn referral(entry: &Entry, world: &World) -> Form {
    let mut record = about(dated(Kind::Referral, world), entry);
    if entry.record.kind == Kind::Contact {
        record = record.with(referral::CONTACT, own(entry));
        if let Some(day) = entry.day() {
            record = record.with(referral::DATE, Value::Date(day));
        }
    }
    Form::new(record, linked(entry), world).from_record()
}

/// A follow-up of a contact, a referral or a person.
pub fn follow_up(entry: &Entry, world: &World) -> Form {
    let mut record = about(dated(Kind::FollowUp, world), entry);
    let from = match entry.record.kind {
        Kind::Contact => Some(follow_up::CONTACT),
        Kind::Referral => Some(follow_up::REFERRAL),
        _ => None,
    };
    if let Some(field) = from {
        record = record.with(field, own(entry));
    }
    Form::new(record, linked(entry), world).from_record()
}

/// A relation of a person to another.
pub fn relation(entry: &Entry, world: &World) -> Form {
    Form::new(Record::new(Kind::Relation).with(relation::PERSON, own(entry)), linked(entry), world)
}

/// The record with the person that an entry is about.
fn about(record: Record, entry: &Entry) -> Record {
    let person = entry.person().and_then(Record::own_ref).cloned();
    match (record.kind.person_field(), person) {
        (Some(field), Some(person)) => record.with(field, Value::Link(person)),
        _ => record,
    }
}

fn own(entry: &Entry) -> Value {
    entry.own_ref().cloned().map_or(Value::Empty, Value::Link)
}

fn linked(entry: &Entry) -> Vec<Record> {
    std::iter::once(&entry.record).chain(&entry.linked).cloned().collect()
}
