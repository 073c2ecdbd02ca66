//! The tables of facts: one vector a column, one row a record.

use super::codes::Codes;
use super::days::{Days, NO_DAY};
use super::packed::{Columns, Packed};
use super::rows::Rows;
use super::texts::{Births, Texts};
use crate::domain::Ref;
use std::ops::{Deref, DerefMut};

/// No row, or no number.
pub const NONE: u32 = u32::MAX;

/// A column that can be put in another order.
trait Column {
    fn reordered(&self, order: &[u32]) -> Self;
}

impl<T: Clone> Column for Vec<T> {
    fn reordered(&self, order: &[u32]) -> Self {
        order.iter().map(|&old| self[old as usize].clone()).collect()
    }
}

impl Column for Codes {
    fn reordered(&self, order: &[u32]) -> Self {
        order.iter().map(|&old| self.get(old as usize)).collect()
    }
}

impl Column for Texts {
    fn reordered(&self, order: &[u32]) -> Self {
        order.iter().map(|&old| &self[old as usize]).collect()
    }
}

impl Column for Births {
    fn reordered(&self, order: &[u32]) -> Self {
        order.iter().fold(Births::default(), |mut births, &old| {
            births.push(self.get(old as usize));
            births
        })
    }
}

impl Column for Days {
    fn reordered(&self, order: &[u32]) -> Self {
        order.iter().map(|&old| self[old as usize]).collect()
    }
}

/// A table whose rows can be put in another order.
pub(super) trait Reorder {
    /// By new row the old one.
    fn reorder(&mut self, order: &[u32]);
}

macro_rules! table {
    ($(#[$doc:meta])* $name:ident { $($(#[$field_doc:meta])* $field:ident: $type:ty = $empty:expr),* $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Debug, Default)]
        pub struct $name {
            pub rows: Rows,
            $($(#[$field_doc])* pub $field: Packed<$type>,)*
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
                self.rows.set_live(row, true);
                row
            }

            /// Every column, in a fixed order.
            pub(super) fn columns(&mut self, columns: &mut impl Columns) {
                self.rows.columns(columns);
                $(columns.column(&mut self.$field);)*
            }
        }

        impl Reorder for $name {
            fn reorder(&mut self, order: &[u32]) {
                self.rows.reorder(order);
                $(self.$field = Packed::new(self.$field.reordered(order));)*
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
        alias: Texts = "",
        /// Further names, with `;` between them; see `People::names`.
        aka: Texts = "",
        birth: Births = None,
        sex: Codes = 0,
        country: Codes = 0,
        district: Codes = 0,
        language: Codes = 0,
        protected: Codes = 0,
        /// The digits of the phone number, to find look-alikes by; see `phone_number`.
        phone: Vec<u64> = 1,
    }
}
table! {
    /// Contacts, reached or not.
    Contacts {
        day: Days = NO_DAY,
        /// Minutes after midnight; -1 without a time, so that it comes before any.
        minute_of_day: Vec<i16> = -1,
        /// Row of the person.
        person: Vec<u32> = NONE,
        /// Row of the contact that stands for the same meeting.
        meeting: Vec<u32> = NONE,
        matter: Vec<u32> = NONE,
        role: Codes = 0,
        source: Codes = 0,
        channel: Codes = 0,
        /// 1 if somebody was reached, else 2.
        reached: Codes = 1,
        offer: Codes = 0,
        /// Number of the set of services.
        services: Codes = 0,
        interview: Codes = 0,
        offence: Codes = 0,
        /// Length in minutes.
        minutes: Vec<u32> = NONE,
    }
}

impl People {
    /// All names of a person, the alias first.
    pub fn names(&self, row: usize) -> impl Iterator<Item = &str> {
        let further = self.aka[row].split(';').filter(|name| !name.is_empty());
        std::iter::once(&self.alias[row]).chain(further)
    }
}

impl Contacts {
    /// Whether somebody was reached.
    pub fn is_reached(&self, row: usize) -> bool {
        self.reached.get(row) == 1
    }

    /// The row of the contact that stands for the meeting of a contact: "same meeting as" followed to its end. In a
    /// ring, which only a damaged log has, the row itself.
    pub fn head(&self, contact: u32) -> u32 {
        let mut head = contact;
        for _ in 0..self.len() {
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
        day: Days = NO_DAY,
        person: Vec<u32> = NONE,
        contact: Vec<u32> = NONE,
        organisation: Vec<u32> = NONE,
        kind: Codes = 0,
        basis: Codes = 0,
        consent: Codes = 0,
        answer: Codes = 0,
        result: Codes = 0,
        status: Codes = 0,
        answered: Vec<i32> = NO_DAY,
        sent: Vec<i32> = NO_DAY,
        confirmed: Vec<i32> = NO_DAY,
        started: Vec<i32> = NO_DAY,
        closed: Vec<i32> = NO_DAY,
    }
}
table! {
    /// Follow-ups; `day` is the day they are due.
    FollowUps {
        day: Days = NO_DAY,
        person: Vec<u32> = NONE,
        task: Codes = 0,
        done: Vec<i32> = NO_DAY,
        cancelled: Vec<i32> = NO_DAY,
    }
}
table! {
    /// Activities, from their first to their last day.
    Activities {
        start: Vec<i32> = NO_DAY,
        end: Vec<i32> = NO_DAY,
        kind: Codes = 0,
        /// Number of the set of organisations (their rows plus 1).
        organisations: Codes = 0,
        place: Codes = 0,
        planned: Codes = 0,
        audience: Vec<u32> = NONE,
    }
}
table! {
    /// Matters, from the day they were opened to the day they were closed.
    Matters {
        title: Texts = "",
        opened: Vec<i32> = NO_DAY,
        closed: Vec<i32> = NO_DAY,
        offence: Codes = 0,
        outcome: Codes = 0,
        participated: Codes = 0,
    }
}
table! {
    /// Organisations.
    Organisations {
        name: Texts = "",
        kind: Codes = 0,
        agreement: Codes = 0,
    }
}

/// The digits of a phone number behind a leading 1, so that zeros in front count; the last 18 of more.
pub fn phone_number(text: &str) -> u64 {
    let digits: Vec<u64> = text.chars().filter_map(|c| c.to_digit(10)).map(u64::from).collect();
    let last = digits.len().saturating_sub(18);
    digits[last..].iter().fold(1, |number, digit| number * 10 + digit)
}
