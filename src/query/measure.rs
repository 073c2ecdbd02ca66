//! What can be counted (contract section 5).

use super::error::QueryError;
use crate::domain::{Kind, Lang, Text, lists::nearest};
use crate::i18n::texts::query as t;

/// A thing that is counted, or a sum.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Measure {
    /// Contacts that reached somebody.
    Contacts,
    /// Contacts that did not.
    Attempts,
    /// Distinct meetings of the reached contacts.
    Meetings,
    /// Contacts, reached or not, with a police interview.
    Interviews,
    /// Distinct people among the reached contacts.
    Persons,
    Referrals,
    /// Distinct people among the referrals.
    ReferredPersons,
    FollowUps,
    Activities,
    Matters,
    /// Minutes of the meetings, the longest of each one's contacts.
    Minutes,
    /// Audience of the activities.
    Audience,
    /// Organisations can be listed, not counted.
    Organisations,
}

impl Measure {
    pub const ALL: [Measure; 13] = [
        Measure::Contacts,
        Measure::Attempts,
        Measure::Meetings,
        Measure::Interviews,
        Measure::Persons,
        Measure::Referrals,
        Measure::ReferredPersons,
        Measure::FollowUps,
        Measure::Activities,
        Measure::Matters,
        Measure::Minutes,
        Measure::Audience,
        Measure::Organisations,
    ];

    /// The measure's code; in commands `-` may stand for `_`.
    pub fn code(self) -> &'static str {
        self.declaration().0
    }

    /// Reads a measure's code.
    ///
    /// # Errors
    /// `QueryError::UnknownMeasure` with the nearest code.
    pub fn from_code(code: &str) -> Result<Measure, QueryError> {
        let folded = code.trim().replace('-', "_");
        Measure::ALL.into_iter().find(|m| m.code() == folded).ok_or_else(|| QueryError::UnknownMeasure {
            given: code.to_owned(),
            nearest: nearest(&folded, Measure::ALL.iter().map(|m| m.code())),
        })
    }

    /// What is counted, in words: `kontakter`.
    pub fn label(self, lang: Lang) -> &'static str {
        self.declaration().1.get(lang)
    }

    fn declaration(self) -> (&'static str, Text) {
        match self {
            Measure::Contacts => ("contacts", t::CONTACTS),
            Measure::Attempts => ("attempts", t::ATTEMPTS),
            Measure::Meetings => ("meetings", t::MEETINGS),
            Measure::Interviews => ("interviews", t::INTERVIEWS),
            Measure::Persons => ("persons", t::PERSONS),
            Measure::Referrals => ("referrals", t::REFERRALS),
            Measure::ReferredPersons => ("referred_persons", t::REFERRED_PERSONS),
            Measure::FollowUps => ("follow_ups", t::FOLLOW_UPS),
            Measure::Activities => ("activities", t::ACTIVITIES),
            Measure::Matters => ("matters", t::MATTERS),
            Measure::Minutes => ("minutes", t::MINUTES),
            Measure::Audience => ("audience", t::AUDIENCE),
            Measure::Organisations => ("organisations", t::ORGANISATIONS),
        }
    }

    /// The kind of the records that its list shows.
    pub fn kind(self) -> Kind {
        match self {
            Measure::Persons | Measure::ReferredPersons => Kind::Person,
            other => other.source(),
        }
    }

    /// The kind of the records that terms are held against: a person is counted by her contacts or referrals.
    pub fn source(self) -> Kind {
        match self {
            Measure::Contacts
            | Measure::Attempts
            | Measure::Meetings
            | Measure::Interviews
            | Measure::Persons
            | Measure::Minutes => Kind::Contact,
            Measure::Referrals | Measure::ReferredPersons => Kind::Referral,
            Measure::FollowUps => Kind::FollowUp,
            Measure::Activities | Measure::Audience => Kind::Activity,
            Measure::Matters => Kind::Matter,
            Measure::Organisations => Kind::Organisation,
        }
    }

    /// Whether it can be counted, and not only listed.
    pub fn is_counted(self) -> bool {
        self != Measure::Organisations
    }

    /// Whether a cell counts distinct people, so that cells do not add up.
    pub fn counts_people(self) -> bool {
        matches!(self, Measure::Persons | Measure::ReferredPersons)
    }

    /// Whether it is a sum over records, and not a number of records.
    pub fn is_sum(self) -> bool {
        matches!(self, Measure::Minutes | Measure::Audience)
    }
}
