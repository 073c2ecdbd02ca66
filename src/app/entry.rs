//! What can be said of a record together with the records that it names: its person, the age at the event.

use super::exchange::Entry;
use crate::domain::field::person;
use crate::domain::{Kind, Record, Ref};
use chrono::NaiveDate;

impl Entry {
    /// The record without what it names.
    pub fn alone(record: Record) -> Entry {
        Entry { record, linked: Vec::new() }
    }

    /// The record's own ref; before the first save none.
    pub fn own_ref(&self) -> Option<&Ref> {
        self.record.own_ref()
    }

    /// A record that this one names.
    pub fn linked(&self, kind: Kind, own: &Ref) -> Option<&Record> {
        self.linked.iter().find(|r| r.kind == kind && r.own_ref() == Some(own))
    }

    /// The person that the record is, or is about.
    pub fn person(&self) -> Option<&Record> {
        match self.record.kind.person_field() {
            None if self.record.kind == Kind::Person => Some(&self.record),
            None => None,
            Some(field) => self.linked(Kind::Person, self.record.values.get(field)?.link()?),
        }
    }

    /// The day of the event: of a contact, referral, follow-up, activity or matter.
    pub fn day(&self) -> Option<NaiveDate> {
        self.record.values.get(self.record.kind.date_field()?)?.date()
    }

    /// The youngest and the oldest age that the person may have had on the day of the event.
    pub fn ages(&self) -> Option<(u16, u16)> {
        ages(self.person()?, self.day()?)
    }
}

/// The ages that a person may have had on a day.
pub fn ages(record: &Record, day: NaiveDate) -> Option<(u16, u16)> {
    match record.values.get(person::BIRTH)? {
        crate::domain::Value::Birth(birth) => birth.ages_on(day),
        _ => None,
    }
}

/// Whether a record is a person with protected identity.
pub fn is_protected(record: &Record) -> bool {
    record.kind == Kind::Person && record.values.get(person::PROTECTED).and_then(|v| v.flag()) == Some(true)
}
