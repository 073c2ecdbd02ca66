//! The order of a list.

use crate::domain::Kind;
use serde::{Deserialize, Serialize};

/// The order of a list. What is empty stands last, whichever way; among equals the newest is first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Order {
    pub by: By,
    pub descending: bool,
}

/// What a list is sorted by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum By {
    /// A field: days and numbers by size, codes in the order of their list, names by the alphabet, what names another
    /// record by that one's name.
    Field(usize),
    /// The derived status, in its order.
    Status,
    /// Follow-ups: those that wait, the most urgent first, then the others, newest first.
    Waiting,
}

impl Order {
    /// The order that a kind's list has at first: by name, or the newest first.
    pub fn usual(kind: Kind) -> Order {
        match kind {
            Kind::Person | Kind::Organisation => Order::up(By::Field(kind.name_field().unwrap_or(0))),
            kind => Order::down(By::Field(Order::day(kind))),
        }
    }

    /// The oldest first.
    pub fn oldest(kind: Kind) -> Order {
        Order::up(By::Field(Order::day(kind)))
    }

    pub fn up(by: By) -> Order {
        Order { by, descending: false }
    }

    pub fn down(by: By) -> Order {
        Order { by, descending: true }
    }

    /// The field that says how old a record is: its day, else the order of making.
    fn day(kind: Kind) -> usize {
        kind.date_field().unwrap_or(0)
    }
}
