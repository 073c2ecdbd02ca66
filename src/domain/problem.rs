//! What can be wrong with a value or a record.

use super::field::Limit;
use super::meant::Meant;

/// What is wrong with a value, or a record. The words for people are in i18n.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// Not `YYYY-MM-DD`, or no such day.
    Date,
    /// Not `YYYY-MM-DD` or `YYYY-MM-DDTHH:MM`.
    Moment,
    /// Not `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
    Birth,
    /// Not `Nd`, `Nw`, `Nm` or `Ny`.
    Every,
    /// Neither `true` nor `false`.
    Flag,
    /// Not a whole number from 0.
    Number,
    /// Not a reference: 1 to 64 characters, none of them a space, `;` or a control character.
    Ref,
    /// A NUL character.
    Nul,
    /// Longer than the limit.
    TooLong { limit: Limit },
    /// Not a country code of ISO 3166-1 alpha-2.
    Country,
    /// A code that its list lacks.
    UnknownCode { given: String, meant: Meant },
    /// No record has that ref.
    NoSuchRef { given: String },
    /// Nothing given where something must be.
    Required,
    /// The first of two dates is after the second.
    Order { later: &'static str },
    /// A contact that is said to be the same meeting as one that is said to be the same meeting as this one.
    MeetingCycle,
    /// A relation of a person to the same person.
    SamePerson,
}
