//! The tables of facts: one vector a column, one row a record.

use crate::domain::{Birth, Ref};
use std::collections::HashMap;
use std::ops::{Deref, DerefMut};

/// The number of a code, name or text in its dictionary; 0 is not known.
pub type Code = u32;
/// No row, or no number.
pub const NONE: u32 = u32::MAX;
/// No day. Days are counted from the first of January of the year 1, which is 1.
pub const NO_DAY: i32 = i32::MIN;

/// The refs of a table and the rows that have them.
#[derive(Clone, Debug, Default)]
pub struct Rows {
    pub refs: Vec<Ref>,
    /// Whether a record stands in the row.
    pub live: Vec<bool>,
    index: HashMap<Ref, u32>,
}

impl Rows {
    /// The row of a ref, live or not.
    pub fn row(&self, own: &Ref) -> Option<u32> {
        self.index.get(own).copied()
    }

    /// The row of the ref with that text.
    pub fn row_of_text(&self, own: &str) -> Option<u32> {
        Ref::parse(own).ok().and_then(|own| self.row(&own))
    }

    /// All rows in which a record stands.
    pub fn live(&self) -> impl Iterator<Item = usize> + '_ {
        (0..self.refs.len()).filter(|&row| self.live[row])
    }

    /// The row for a ref, a new one if it has none, and whether it is new.
    fn row_for(&mut self, own: &Ref) -> (u32, bool) {
        if let Some(row) = self.row(own) {
            return (row, false);
        }
        let row = self.refs.len() as u32;
        self.index.insert(own.clone(), row);
        self.refs.push(own.clone());
        self.live.push(false);
        (row, true)
    }
}

macro_rules! table {
    ($(#[$doc:meta])* $name:ident { $($(#[$field_doc:meta])* $field:ident: $type:ty = $empty:expr),* $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Debug, Default)]
        pub struct $name {
            pub rows: Rows,
            $($(#[$field_doc])* pub $field: Vec<$type>,)*
        }

        impl $name {
            /// The row for a ref; a new one holds nothing and is not live.
            pub fn row_for(&mut self, own: &Ref) -> u32 {
                let (row, is_new) = self.rows.row_for(own);
                if is_new {
                    $(self.$field.push($empty);)*
                }
                row
            }

            /// The row for a record that is put in: live.
            pub(super) fn put(&mut self, own: &Ref) -> usize {
                let row = self.row_for(own) as usize;
                self.rows.live[row] = true;
                row
            }
        }

        impl Deref for $name {
            type Target = Rows;
            fn deref(&self) -> &Rows {
                &self.rows
            }
        }

        impl DerefMut for $name {
            fn deref_mut(&mut self) -> &mut Rows {
                &mut self.rows
            }
        }
    };
}

table! {
    /// People. Names are kept because filters and rows name people by them.
    People {
        alias: Box<str> = Box::default(),
        aka: Box<[String]> = Box::default(),
        birth: Option<Birth> = None,
        sex: Code = 0,
        country: Code = 0,
        district: Code = 0,
        language: Code = 0,
        protected: Code = 0,
        /// The digits of the phone number, to find look-alikes by.
        phone: Box<str> = Box::default(),
    }
}
table! {
    /// Contacts, reached or not.
    Contacts {
        day: i32 = NO_DAY,
        /// Minutes after midnight; -1 without a time, so that it comes before any.
        minute_of_day: i16 = -1,
        /// Row of the person.
        person: u32 = NONE,
        /// Row of the contact that stands for the same meeting.
        meeting: u32 = NONE,
        matter: u32 = NONE,
        role: Code = 0,
        source: Code = 0,
        channel: Code = 0,
        reached: bool = true,
        offer: Code = 0,
        /// Number of the set of services.
        services: Code = 0,
        interview: Code = 0,
        offence: Code = 0,
        /// Length in minutes.
        minutes: u32 = NONE,
    }
}

impl Contacts {
    /// The row of the contact that stands for the meeting of a contact: "same meeting as" followed to its end. In a
    /// ring, which only a damaged log has, the row itself.
    pub fn head(&self, contact: u32) -> u32 {
        let mut head = contact;
        for _ in 0..self.refs.len() {
            match self.meeting[head as usize] {
                next if next == NONE || next == head => return head,
                next => head = next,
            }
        }
        contact
    }
}

table! {
    /// Referrals.
    Referrals {
        day: i32 = NO_DAY,
        person: u32 = NONE,
        contact: u32 = NONE,
        organisation: u32 = NONE,
        kind: Code = 0,
        basis: Code = 0,
        consent: Code = 0,
        answer: Code = 0,
        result: Code = 0,
        status: Code = 0,
        answered: i32 = NO_DAY,
        sent: i32 = NO_DAY,
        confirmed: i32 = NO_DAY,
        started: i32 = NO_DAY,
        closed: i32 = NO_DAY,
    }
}
table! {
    /// Follow-ups; `day` is the day they are due.
    FollowUps {
        day: i32 = NO_DAY,
        person: u32 = NONE,
        task: Code = 0,
        done: i32 = NO_DAY,
        cancelled: i32 = NO_DAY,
    }
}
table! {
    /// Activities, from their first to their last day.
    Activities {
        start: i32 = NO_DAY,
        end: i32 = NO_DAY,
        kind: Code = 0,
        /// Number of the set of organisations (their rows plus 1).
        organisations: Code = 0,
        place: Code = 0,
        planned: Code = 0,
        audience: u32 = NONE,
    }
}
table! {
    /// Matters, from the day they were opened to the day they were closed.
    Matters {
        title: Box<str> = Box::default(),
        opened: i32 = NO_DAY,
        closed: i32 = NO_DAY,
        offence: Code = 0,
        outcome: Code = 0,
        participated: Code = 0,
    }
}
table! {
    /// Organisations.
    Organisations {
        name: Box<str> = Box::default(),
        kind: Code = 0,
        agreement: Code = 0,
    }
}
