//! What can be counted (contract section 5).

use super::error::QueryError;
use crate::domain::meant::names;
use crate::domain::{Kind, Lang, Meant, Text};
use crate::i18n::{number, texts::query as t};

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
    /// `QueryError::UnknownMeasure` with what was meant, by its code or label.
    pub fn from_code(code: &str) -> Result<Measure, QueryError> {
        let folded = code.trim().replace('-', "_");
        Measure::ALL.into_iter().find(|m| m.code() == folded).ok_or_else(|| QueryError::UnknownMeasure {
            given: code.to_owned(),
            meant: Measure::meant(&folded, Measure::is_counted),
        })
    }

    /// What was meant by a word that is no measure, among some of them.
    pub fn meant(given: &str, here: impl Fn(Measure) -> bool) -> Meant {
        let measures = Measure::ALL.into_iter().filter(|measure| here(*measure)).map(Measure::declaration);
        Meant::called(given, measures.flat_map(|(code, label, _)| names(code, label)))
    }

    /// What is counted, in words: `kontakter`.
    pub fn label(self, lang: Lang) -> &'static str {
        self.declaration().1.get(lang)
    }

    /// One of what is counted, in words: `kontakt`.
    pub fn one(self, lang: Lang) -> &'static str {
        self.declaration().2.get(lang)
    }

    /// So many of what is counted, in words: `1 kontakt`, `12 kontakter`.
    pub fn said(self, count: u64, lang: Lang) -> String {
        let noun = if count == 1 { self.one(lang) } else { self.label(lang) };
        format!("{} {noun}", number(count as i64, lang))
    }

    /// What a number of people, or a sum, is drawn from: contacts, referrals, meetings, activities; else itself.
    pub fn drawn_from(self) -> Measure {
        match self {
            Measure::Persons => Measure::Contacts,
            Measure::ReferredPersons => Measure::Referrals,
            Measure::Minutes => Measure::Meetings,
            Measure::Audience => Measure::Activities,
            itself => itself,
        }
    }

    fn declaration(self) -> (&'static str, Text, Text) {
        match self {
            Measure::Contacts => ("contacts", t::CONTACTS, t::ONE_CONTACT),
            Measure::Attempts => ("attempts", t::ATTEMPTS, t::ONE_ATTEMPT),
            Measure::Meetings => ("meetings", t::MEETINGS, t::ONE_MEETING),
            Measure::Interviews => ("interviews", t::INTERVIEWS, t::ONE_INTERVIEW),
            Measure::Persons => ("persons", t::PERSONS, t::ONE_PERSON),
            Measure::Referrals => ("referrals", t::REFERRALS, t::ONE_REFERRAL),
            Measure::ReferredPersons => ("referred_persons", t::REFERRED_PERSONS, t::ONE_REFERRED_PERSON),
            Measure::FollowUps => ("follow_ups", t::FOLLOW_UPS, t::ONE_FOLLOW_UP),
            Measure::Activities => ("activities", t::ACTIVITIES, t::ONE_ACTIVITY),
            Measure::Matters => ("matters", t::MATTERS, t::ONE_MATTER),
            Measure::Minutes => ("minutes", t::MINUTES, t::ONE_MINUTE),
            Measure::Audience => ("audience", t::AUDIENCE, t::ONE_OF_AUDIENCE),
            Measure::Organisations => ("organisations", t::ORGANISATIONS, t::ONE_ORGANISATION),
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
