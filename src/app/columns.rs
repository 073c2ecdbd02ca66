//! Which fields a list shows of each kind, and how wide: the fields' own labels and values, a choice per kind.

use super::exchange::Entry;
use super::naming::Naming;
use crate::domain::field::{activity, contact, follow_up, matter, organisation, person, referral, relation};
use crate::domain::{Kind, Lang, Shown, Text, Value};
use crate::i18n::texts::app as t;
use chrono::NaiveDate;

/// What a column shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    Field(usize),
    /// The day of a moment.
    Day(usize),
    /// The time of a moment.
    Time(usize),
    /// The person's name, with the sign of protected identity.
    Person,
    Status,
}

/// A column: what it shows, its narrowest and widest width, and how early it goes where there is no room (highest
/// first).
#[derive(Clone, Copy, Debug)]
pub struct Column {
    pub what: What,
    pub least: u16,
    pub most: u16,
    pub rank: u8,
}

const fn column(what: What, least: u16, most: u16, rank: u8) -> Column {
    Column { what, least, most, rank }
}

use What::{Day, Field, Person, Status, Time};

/// The columns of a kind's list, in order.
pub fn columns(kind: Kind) -> &'static [Column] {
    match kind {
        Kind::Contact => {
            const {
                &[
                    column(Day(contact::AT), 10, 10, 0),
                    column(Time(contact::AT), 5, 5, 3),
                    column(Person, 9, 20, 1),
                    column(Field(contact::ROLE), 12, 22, 2),
                    column(Field(contact::SOURCE), 14, 32, 5),
                    column(Field(contact::OFFER), 8, 16, 6),
                    column(Field(contact::SERVICES), 12, 60, 4),
                ]
            }
        }
        Kind::Referral => {
            const {
                &[
                    column(Day(referral::DATE), 10, 10, 0),
                    column(Person, 9, 20, 1),
                    column(Field(referral::KIND), 10, 28, 2),
                    column(Field(referral::ORGANISATION), 14, 50, 4),
                    column(Status, 10, 12, 3),
                ]
            }
        }
        Kind::FollowUp => {
            const {
                &[
                    column(Day(follow_up::DUE), 10, 10, 0),
                    column(Status, 9, 11, 1),
                    column(Person, 9, 20, 2),
                    column(Field(follow_up::TASK), 16, 60, 3),
                    column(Field(follow_up::OUTCOME), 12, 40, 4),
                ]
            }
        }
        Kind::Person => {
            const {
                &[
                    column(Person, 10, 24, 0),
                    column(Field(person::BIRTH), 10, 10, 1),
                    column(Field(person::SEX), 6, 6, 4),
                    column(Field(person::DISTRICT), 12, 24, 3),
                    column(Field(person::AKA), 8, 24, 5),
                    column(Field(person::SAFE_CONTACT), 16, 60, 2),
                ]
            }
        }
        Kind::Activity => {
            const {
                &[
                    column(Day(activity::START), 10, 10, 0),
                    column(Field(activity::KIND), 10, 20, 2),
                    column(Field(activity::TITLE), 16, 60, 1),
                    column(Field(activity::PLACE), 10, 24, 4),
                    column(Field(activity::AUDIENCE), 7, 7, 3),
                ]
            }
        }
        Kind::Matter => {
            const {
                &[
                    column(Day(matter::OPENED), 10, 10, 1),
                    column(Field(matter::TITLE), 16, 60, 0),
                    column(Field(matter::OFFENCE), 14, 40, 2),
                    column(Field(matter::OUTCOME), 10, 20, 3),
                ]
            }
        }
        Kind::Organisation => {
            const {
                &[
                    column(Field(organisation::NAME), 20, 50, 0),
                    column(Field(organisation::KIND), 12, 24, 1),
                    column(Field(organisation::AGREEMENT), 6, 6, 3),
                    column(Field(organisation::COMMITMENT), 16, 60, 2),
                ]
            }
        }
        Kind::Relation => {
            const {
                &[
                    column(Field(relation::PERSON), 10, 24, 0),
                    column(Field(relation::RELATION), 10, 16, 1),
                    column(Field(relation::OTHER), 10, 24, 2),
                    column(Field(relation::NOTE), 10, 60, 3),
                ]
            }
        }
    }
}

/// The columns that fit a width, each with its own: those of high rank go first, what is left over widens the others.
pub fn fit(kind: Kind, width: u16) -> Vec<(Column, u16)> {
    let mut fitting = columns(kind).to_vec();
    let least = |columns: &[Column]| columns.iter().map(|c| c.least + 1).sum::<u16>();
    while fitting.len() > 1 && least(&fitting) > width {
        if let Some(last) = (0..fitting.len()).max_by_key(|&i| fitting[i].rank) {
            fitting.remove(last);
        }
    }
    let mut left = width.saturating_sub(least(&fitting));
    let mut widths: Vec<u16> = fitting.iter().map(|c| c.least).collect();
    while left > 0 {
        let before = left;
        for (width, column) in widths.iter_mut().zip(&fitting) {
            if *width < column.most && left > 0 {
                *width += 1;
                left -= 1;
            }
        }
        if left == before {
            break;
        }
    }
    fitting.into_iter().zip(widths).collect()
}

impl Column {
    /// The column's head.
    pub fn label(&self, kind: Kind, lang: Lang) -> &'static str {
        let text: Option<Text> = match self.what {
            What::Day(_) if kind == Kind::Contact => Some(t::COLUMN_DAY),
            What::Field(field) | What::Day(field) => kind.fields().get(field).map(|f| f.label),
            What::Time(_) => Some(t::COLUMN_TIME),
            What::Person => Some(if kind == Kind::Person { t::COLUMN_ALIAS } else { t::COLUMN_PERSON }),
            What::Status => Some(t::COLUMN_STATUS),
        };
        text.map_or("", |text| text.get(lang))
    }

    /// What it shows of a record.
    pub fn value(&self, entry: &Entry, naming: &Naming, today: NaiveDate) -> Shown {
        let raw = |field: usize| entry.record.values.get(field);
        match self.what {
            What::Field(field) => naming.value(entry, field),
            What::Day(field) => Shown::new(raw(field).and_then(Value::date).map(|d| d.to_string()).unwrap_or_default()),
            What::Time(field) => match raw(field) {
                Some(Value::Moment(moment)) => {
                    Shown::new(moment.time.map(|time| time.format("%H:%M").to_string()).unwrap_or_default())
                }
                _ => Shown::default(),
            },
            What::Person => naming.person(entry),
            What::Status => naming.status(&entry.record, today),
        }
    }
}
