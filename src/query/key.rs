//! The keys of the filter language, which are the dimensions of statistics too (contract sections 4 and 5).

use super::error::QueryError;
use super::measure::Measure;
use super::period::Unit;
use crate::domain::meant::names;
use crate::domain::{Kind, Lang, List, Meant, Text};
use crate::i18n::texts::{common, query as t};

/// What a record can be asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Key {
    Role,
    Source,
    Channel,
    Reached,
    Offer,
    Offered,
    Service,
    Interview,
    Offence,
    Matter,
    Minutes,
    New,
    Weekday,
    Hour,
    Kind,
    Organisation,
    Basis,
    Consent,
    Answer,
    Status,
    Result,
    Person,
    Age,
    Sex,
    Country,
    Origin,
    District,
    Language,
    Protected,
    Due,
    Task,
    Place,
    Planned,
    Participated,
    Outcome,
    Agreement,
    Date,
    Ref,
    Text,
    Time(Unit),
}

/// Values of a key that are not a list of the store: their codes, in order, and their labels.
pub type FixedValues = &'static [(&'static str, Text)];

/// True and false.
pub const FLAGS: FixedValues = &[("true", common::YES), ("false", common::NO)];
/// Whether an offer was ever made.
pub const OFFERED: FixedValues = &[("yes", common::YES), ("no", common::NO)];
/// Where a person comes from.
pub const ORIGINS: FixedValues = &[("swedish", t::SWEDISH), ("foreign", t::FOREIGN)];
/// Whether a person is new in a period.
pub const NEWNESS: FixedValues = &[("new", t::NEW), ("returning", t::RETURNING), ("continuing", t::CONTINUING)];
/// Steps of a referral.
pub const REFERRAL_STATUS: FixedValues = &[
    ("offered", t::OFFERED),
    ("accepted", t::ACCEPTED),
    ("declined", t::DECLINED),
    ("sent", t::SENT),
    ("confirmed", t::CONFIRMED),
    ("started", t::STARTED),
    ("closed", t::CLOSED),
];
/// States of a follow-up.
pub const FOLLOW_UP_STATUS: FixedValues =
    &[("open", t::OPEN), ("overdue", t::OVERDUE), ("done", t::DONE), ("cancelled", t::CANCELLED)];

/// Names that people give, which a filter may use for what they name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Names {
    /// Refs of people; an alias names its person.
    Person,
    /// Refs of organisations, by name.
    Organisation,
    /// Refs of matters, by title.
    Matter,
    District,
    Language,
    Place,
    Task,
}

impl Names {
    /// Whether they stand for records, and not for themselves.
    pub fn are_of_records(self) -> bool {
        matches!(self, Names::Person | Names::Organisation | Names::Matter)
    }
}

/// What kind of values a key has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Values {
    /// The codes of a value list.
    List(List),
    Fixed(FixedValues),
    /// Names, or free text: those that occur.
    Names(Names),
    Country,
    /// Complete years, and age groups.
    Age,
    /// 1 (Monday) to 7.
    Weekday,
    /// 00 to 23.
    Hour,
    /// Calendar buckets.
    Time(Unit),
    /// Whole numbers.
    Number,
    /// Days.
    Date,
    Ref,
    Text,
}

impl Key {
    /// All keys, in the order in which they are offered.
    pub const ALL: [Key; 46] = [
        Key::Role,
        Key::Source,
        Key::Channel,
        Key::Reached,
        Key::Offer,
        Key::Offered,
        Key::Service,
        Key::Interview,
        Key::Offence,
        Key::Matter,
        Key::Minutes,
        Key::New,
        Key::Kind,
        Key::Organisation,
        Key::Basis,
        Key::Consent,
        Key::Answer,
        Key::Status,
        Key::Result,
        Key::Due,
        Key::Task,
        Key::Place,
        Key::Planned,
        Key::Participated,
        Key::Outcome,
        Key::Agreement,
        Key::Age,
        Key::Sex,
        Key::Country,
        Key::Origin,
        Key::District,
        Key::Language,
        Key::Protected,
        Key::Person,
        Key::Weekday,
        Key::Hour,
        Key::Time(Unit::Day),
        Key::Time(Unit::Week),
        Key::Time(Unit::Month),
        Key::Time(Unit::Quarter),
        Key::Time(Unit::Tertial),
        Key::Time(Unit::Half),
        Key::Time(Unit::Year),
        Key::Date,
        Key::Ref,
        Key::Text,
    ];

    /// The key's word in a filter.
    pub fn code(self) -> &'static str {
        self.declaration().0
    }

    /// The key's name to people.
    pub fn label(self, lang: Lang) -> &'static str {
        self.declaration().1.get(lang)
    }

    /// The key's code with all that it is called.
    fn names(self) -> [(&'static str, &'static str); 3] {
        let (code, label) = self.declaration();
        names(code, label)
    }

    fn declaration(self) -> (&'static str, Text) {
        match self {
            Key::Role => ("role", t::KEY_ROLE),
            Key::Source => ("source", t::KEY_SOURCE),
            Key::Channel => ("channel", t::KEY_CHANNEL),
            Key::Reached => ("reached", t::KEY_REACHED),
            Key::Offer => ("offer", t::KEY_OFFER),
            Key::Offered => ("offered", t::KEY_OFFERED),
            Key::Service => ("service", t::KEY_SERVICE),
            Key::Interview => ("interview", t::KEY_INTERVIEW),
            Key::Offence => ("offence", t::KEY_OFFENCE),
            Key::Matter => ("matter", t::KEY_MATTER),
            Key::Minutes => ("minutes", t::KEY_MINUTES),
            Key::New => ("new", t::KEY_NEW),
            Key::Weekday => ("weekday", t::KEY_WEEKDAY),
            Key::Hour => ("hour", t::KEY_HOUR),
            Key::Kind => ("kind", t::KEY_KIND),
            Key::Organisation => ("organisation", t::KEY_ORGANISATION),
            Key::Basis => ("basis", t::KEY_BASIS),
            Key::Consent => ("consent", t::KEY_CONSENT),
            Key::Answer => ("answer", t::KEY_ANSWER),
            Key::Status => ("status", t::KEY_STATUS),
            Key::Result => ("result", t::KEY_RESULT),
            Key::Person => ("person", t::KEY_PERSON),
            Key::Age => ("age", t::KEY_AGE),
            Key::Sex => ("sex", t::KEY_SEX),
            Key::Country => ("country", t::KEY_COUNTRY),
            Key::Origin => ("origin", t::KEY_ORIGIN),
            Key::District => ("district", t::KEY_DISTRICT),
            Key::Language => ("language", t::KEY_LANGUAGE),
            Key::Protected => ("protected", t::KEY_PROTECTED),
            Key::Due => ("due", t::KEY_DUE),
            Key::Task => ("task", t::KEY_TASK),
            Key::Place => ("place", t::KEY_PLACE),
            Key::Planned => ("planned", t::KEY_PLANNED),
            Key::Participated => ("participated", t::KEY_PARTICIPATED),
            Key::Outcome => ("outcome", t::KEY_OUTCOME),
            Key::Agreement => ("agreement", t::KEY_AGREEMENT),
            Key::Date => ("date", t::KEY_DATE),
            Key::Ref => ("ref", t::KEY_REF),
            Key::Text => ("text", t::KEY_TEXT),
            Key::Time(unit) => (
                unit.code(),
                match unit {
                    Unit::Day => t::KEY_DAY,
                    Unit::Week => t::KEY_WEEK,
                    Unit::Month => t::KEY_MONTH,
                    Unit::Quarter => t::KEY_QUARTER,
                    Unit::Tertial => t::KEY_TERTIAL,
                    Unit::Half => t::KEY_HALF,
                    Unit::Year => t::KEY_YEAR,
                },
            ),
        }
    }

    /// Whether records counted by a measure can be asked for the key (contract section 4).
    pub fn is_for(self, measure: Measure) -> bool {
        let source = measure.source();
        match self {
            Key::Date | Key::Ref | Key::Text => true,
            Key::Time(_) => source != Kind::Organisation,
            Key::Person
            | Key::Age
            | Key::Sex
            | Key::Country
            | Key::Origin
            | Key::District
            | Key::Language
            | Key::Protected => matches!(source, Kind::Contact | Kind::Referral | Kind::FollowUp),
            Key::Role | Key::Source => matches!(source, Kind::Contact | Kind::Referral),
            Key::Channel
            | Key::Reached
            | Key::Offer
            | Key::Offered
            | Key::Service
            | Key::Interview
            | Key::Matter
            | Key::Minutes
            | Key::New
            | Key::Weekday
            | Key::Hour => source == Kind::Contact,
            Key::Offence => matches!(source, Kind::Contact | Kind::Matter),
            Key::Kind => matches!(source, Kind::Referral | Kind::Activity | Kind::Organisation),
            Key::Organisation => matches!(source, Kind::Referral | Kind::Activity),
            Key::Basis | Key::Consent | Key::Answer | Key::Result => source == Kind::Referral,
            Key::Status => matches!(source, Kind::Referral | Kind::FollowUp),
            Key::Due | Key::Task => source == Kind::FollowUp,
            Key::Place | Key::Planned => source == Kind::Activity,
            Key::Participated | Key::Outcome => source == Kind::Matter,
            Key::Agreement => source == Kind::Organisation,
        }
    }

    /// What values the key has for a measure.
    pub fn values(self, measure: Measure) -> Values {
        match self {
            Key::Role => Values::List(List::Role),
            Key::Source => Values::List(List::Source),
            Key::Channel => Values::List(List::Channel),
            Key::Offer => Values::List(List::Offer),
            Key::Service => Values::List(List::Services),
            Key::Interview => Values::List(List::Interview),
            Key::Offence => Values::List(List::Offence),
            Key::Basis => Values::List(List::Basis),
            Key::Consent => Values::List(List::Consent),
            Key::Answer => Values::List(List::Answer),
            Key::Result => Values::List(List::Result),
            Key::Sex => Values::List(List::Sex),
            Key::Outcome => Values::List(List::MatterOutcome),
            Key::Kind => Values::List(match measure.source() {
                Kind::Activity => List::ActivityKind,
                Kind::Organisation => List::OrganisationKind,
                _ => List::ReferralKind,
            }),
            Key::Reached | Key::Protected | Key::Planned | Key::Participated | Key::Agreement => Values::Fixed(FLAGS),
            Key::Offered => Values::Fixed(OFFERED),
            Key::Origin => Values::Fixed(ORIGINS),
            Key::New => Values::Fixed(NEWNESS),
            Key::Status if measure.source() == Kind::FollowUp => Values::Fixed(FOLLOW_UP_STATUS),
            Key::Status => Values::Fixed(REFERRAL_STATUS),
            Key::Matter => Values::Names(Names::Matter),
            Key::Organisation => Values::Names(Names::Organisation),
            Key::Person => Values::Names(Names::Person),
            Key::District => Values::Names(Names::District),
            Key::Language => Values::Names(Names::Language),
            Key::Place => Values::Names(Names::Place),
            Key::Task => Values::Names(Names::Task),
            Key::Country => Values::Country,
            Key::Age => Values::Age,
            Key::Weekday => Values::Weekday,
            Key::Hour => Values::Hour,
            Key::Minutes => Values::Number,
            Key::Due | Key::Date => Values::Date,
            Key::Ref => Values::Ref,
            Key::Text => Values::Text,
            Key::Time(unit) => Values::Time(unit),
        }
    }

    /// The key with that word, for a measure.
    ///
    /// # Errors
    /// `QueryError::UnknownKey` with what was meant, by its code or label, or `KeyNotHere` if it is a key of other measures.
    pub fn parse(word: &str, measure: Measure) -> Result<Key, QueryError> {
        let keys = || Key::ALL.into_iter().filter(move |k| k.is_for(measure));
        match Key::ALL.into_iter().find(|k| k.code() == word) {
            Some(key) if key.is_for(measure) => Ok(key),
            Some(key) => Err(QueryError::KeyNotHere { key, measure }),
            None => Err(QueryError::UnknownKey {
                given: word.to_owned(),
                meant: Meant::called(word, keys().flat_map(Key::names)),
            }),
        }
    }
}

/// A key that statistics can be laid out by: one with values that are listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Dimension(Key);

impl Dimension {
    /// The dimension with that word, for a measure.
    ///
    /// # Errors
    /// `QueryError::UnknownDimension` with what was meant, by its code or label.
    pub fn parse(word: &str, measure: Measure) -> Result<Dimension, QueryError> {
        let word = word.trim().to_lowercase();
        Dimension::all(measure).find(|d| d.code() == word).ok_or_else(|| QueryError::UnknownDimension {
            meant: Meant::called(&word, Dimension::all(measure).flat_map(|dimension| dimension.key().names())),
            given: word.clone(),
            measure,
        })
    }

    /// All dimensions of a measure.
    pub fn all(measure: Measure) -> impl Iterator<Item = Dimension> {
        Key::ALL.into_iter().filter_map(move |key| Dimension::of(key, measure))
    }

    /// The dimension of a key, if it is one for the measure.
    pub fn of(key: Key, measure: Measure) -> Option<Dimension> {
        let listed = !matches!(key.values(measure), Values::Number | Values::Date | Values::Ref | Values::Text);
        (listed && key.is_for(measure) && measure.is_counted()).then_some(Dimension(key))
    }

    pub fn key(self) -> Key {
        self.0
    }

    pub fn code(self) -> &'static str {
        self.0.code()
    }

    pub fn label(self, lang: Lang) -> &'static str {
        self.0.label(lang)
    }

    /// Whether a record counted by the measure can lack a value, so that the row "not known" stands.
    pub fn can_be_unknown(self, measure: Measure) -> bool {
        match self.0 {
            Key::Reached | Key::Offered | Key::Status | Key::Weekday => false,
            // A matter may have no day on which it was opened; it then falls in whatever the period has.
            Key::Time(_) => false,
            Key::Person => !measure.counts_people(),
            Key::New => measure != Measure::Persons,
            Key::Interview => measure != Measure::Interviews,
            _ => true,
        }
    }
}
