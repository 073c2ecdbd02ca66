//! The one declaration of every record kind's fields. Forms, list columns, CSV and JSON columns, database columns,
//! `add` options, the search index and docs/records.md are derived from it (contract section 3).

use super::lists::List;
use super::text::Text;

/// How much a text may hold (safety: "Text that attacks").
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Limit {
    Characters(usize),
    Bytes(usize),
}

impl Limit {
    /// A text of one line: a name, a label, a task.
    pub const LINE: Limit = Limit::Characters(200);
    /// A text of several lines.
    pub const NOTE: Limit = Limit::Bytes(64 * 1024);
    /// Several names, codes or refs with what joins them.
    pub const SEVERAL: Limit = Limit::Characters(2000);
    /// A ref.
    pub const REF: Limit = Limit::Characters(64);
    /// project.json.
    pub const PROJECT: Limit = Limit::Bytes(1024 * 1024);

    /// How long a text is, in what the limit counts.
    pub fn length(self, text: &str) -> usize {
        match self {
            Limit::Characters(_) => text.chars().count(),
            Limit::Bytes(_) => text.len(),
        }
    }

    /// How much a text may hold, in what the limit counts.
    pub fn most(self) -> usize {
        match self {
            Limit::Characters(most) | Limit::Bytes(most) => most,
        }
    }

    /// Whether a text keeps within it.
    pub fn holds(self, text: &str) -> bool {
        // No text has more characters than bytes: most need not be counted.
        text.len() <= self.most() || self.length(text) <= self.most()
    }
}

/// A kind of record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    Person,
    Contact,
    Referral,
    FollowUp,
    Activity,
    Matter,
    Organisation,
    Relation,
}

impl Kind {
    /// All kinds, in the order in which files and tables are listed.
    pub const ALL: [Kind; 8] = [
        Kind::Person,
        Kind::Contact,
        Kind::Referral,
        Kind::FollowUp,
        Kind::Activity,
        Kind::Matter,
        Kind::Organisation,
        Kind::Relation,
    ];

    /// The fields of the kind, in column order; the first is `ref`.
    pub fn fields(self) -> &'static [Field] {
        match self {
            Kind::Person => person::FIELDS,
            Kind::Contact => contact::FIELDS,
            Kind::Referral => referral::FIELDS,
            Kind::FollowUp => follow_up::FIELDS,
            Kind::Activity => activity::FIELDS,
            Kind::Matter => matter::FIELDS,
            Kind::Organisation => organisation::FIELDS,
            Kind::Relation => relation::FIELDS,
        }
    }

    /// Whether people write freely in a field. A phone number is text that is looked for, and not written freely.
    pub fn is_free_text(self, place: usize) -> bool {
        let is_phone = self == Kind::Person && place == person::PHONE;
        self.fields().get(place).is_some_and(|field| field.text) && !is_phone
    }

    /// The place of a field among `fields`, by its code.
    pub fn field(self, code: &str) -> Option<usize> {
        self.fields().iter().position(|f| f.code == code)
    }

    /// The word for one record in commands: `follow-up`.
    pub fn code(self) -> &'static str {
        match self {
            Kind::Person => "person",
            Kind::Contact => "contact",
            Kind::Referral => "referral",
            Kind::FollowUp => "follow-up",
            Kind::Activity => "activity",
            Kind::Matter => "matter",
            Kind::Organisation => "organisation",
            Kind::Relation => "relation",
        }
    }

    /// The name of the table, and of the CSV file without its ending: `follow_ups`.
    pub fn table(self) -> &'static str {
        match self {
            Kind::Person => "persons",
            Kind::Contact => "contacts",
            Kind::Referral => "referrals",
            Kind::FollowUp => "follow_ups",
            Kind::Activity => "activities",
            Kind::Matter => "matters",
            Kind::Organisation => "organisations",
            Kind::Relation => "relations",
        }
    }

    /// The kind with that `code`.
    pub fn from_code(code: &str) -> Option<Kind> {
        Kind::ALL.into_iter().find(|k| k.code() == code)
    }

    /// The letter that refs made by the program begin with.
    pub fn letter(self) -> char {
        match self {
            Kind::Person => 'P',
            Kind::Contact => 'C',
            Kind::Referral => 'R',
            Kind::FollowUp => 'F',
            Kind::Activity => 'A',
            Kind::Matter => 'M',
            Kind::Organisation => 'O',
            Kind::Relation => 'L',
        }
    }

    /// Whether records of the kind have a derived status, the last column of an export.
    pub fn has_status(self) -> bool {
        matches!(self, Kind::Referral | Kind::FollowUp)
    }

    /// The field that dates a record of the kind, if there is one.
    pub fn date_field(self) -> Option<usize> {
        match self {
            Kind::Contact => Some(contact::AT),
            Kind::Referral => Some(referral::DATE),
            Kind::FollowUp => Some(follow_up::DUE),
            Kind::Activity => Some(activity::START),
            Kind::Matter => Some(matter::OPENED),
            Kind::Person | Kind::Organisation | Kind::Relation => None,
        }
    }

    /// The field that names the person whom a record of the kind is about.
    pub fn person_field(self) -> Option<usize> {
        match self {
            Kind::Contact => Some(contact::PERSON),
            Kind::Referral => Some(referral::PERSON),
            Kind::FollowUp => Some(follow_up::PERSON),
            Kind::Person | Kind::Activity | Kind::Matter | Kind::Organisation | Kind::Relation => None,
        }
    }

    /// The field that names a record of the kind to people: alias, name or title.
    pub fn name_field(self) -> Option<usize> {
        match self {
            Kind::Person => Some(person::ALIAS),
            Kind::Organisation => Some(organisation::NAME),
            Kind::Activity => Some(activity::TITLE),
            Kind::Matter => Some(matter::TITLE),
            Kind::FollowUp => Some(follow_up::TASK),
            Kind::Contact | Kind::Referral | Kind::Relation => None,
        }
    }
}

/// What a field holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Type {
    /// The record's own reference.
    Ref,
    /// Text of one line.
    Line,
    /// Text of several lines.
    Note,
    /// Several texts, joined with `;`.
    Names,
    /// True, false or not known.
    Flag,
    /// True or false; empty is true.
    FlagElseTrue,
    /// A whole number from 0.
    Number,
    Date,
    Moment,
    Birth,
    Every,
    /// A code of a value list.
    Code(List),
    /// Several codes of a value list, joined with `;`.
    Codes(List),
    /// An ISO 3166-1 alpha-2 code.
    Country,
    /// The ref of a record of that kind.
    Link(Kind),
    /// Several refs, joined with `;`.
    Links(Kind),
}

impl Type {
    /// How much the canonical text of a value may hold. Forms, import and the store hold to it.
    pub const fn limit(self) -> Limit {
        match self {
            Type::Note => Limit::NOTE,
            Type::Names | Type::Codes(_) | Type::Links(_) => Limit::SEVERAL,
            Type::Ref | Type::Link(_) => Limit::REF,
            _ => Limit::LINE,
        }
    }
}

/// One field of a record kind.
#[derive(Clone, Copy, Debug)]
pub struct Field {
    /// The column's name.
    pub code: &'static str,
    pub ty: Type,
    pub label: Text,
    /// A record cannot be saved without it.
    pub required: bool,
    /// Part of the record's text: looked through by words in a filter and by look-up.
    pub text: bool,
    /// Hidden for a person with protected identity until revealed (safety: "Nobody looks in").
    pub sensitive: bool,
}

impl Field {
    const fn new(code: &'static str, ty: Type, sv: &'static str, en: &'static str) -> Field {
        Field { code, ty, label: Text::new(sv, en), required: false, text: false, sensitive: false }
    }
    const fn required(mut self) -> Field {
        self.required = true;
        self
    }
    const fn text(mut self) -> Field {
        self.text = true;
        self
    }
    const fn sensitive(mut self) -> Field {
        self.sensitive = true;
        self
    }
}

macro_rules! fields {
    ($(#[$doc:meta])* $module:ident: $($name:ident = $code:literal, $ty:expr, $sv:literal, $en:literal $(, $mark:ident)*;)*) => {
        $(#[$doc])*
        #[allow(missing_docs)]
        pub mod $module {
            use super::{Field, Kind, List, Type};
            #[allow(non_camel_case_types, clippy::upper_case_acronyms)]
            enum Place { $($name),* }
            $(pub const $name: usize = Place::$name as usize;)*
            pub(super) const FIELDS: &[Field] = {
                let _ = (Kind::Person, List::Sex);
                &[$(Field::new($code, $ty, $sv, $en)$(.$mark())*),*]
            };
        }
    };
}

fields! {
    /// Places of a person's fields.
    person:
    REF = "ref", Type::Ref, "Ref", "Ref";
    ALIAS = "alias", Type::Line, "Alias", "Alias", text;
    AKA = "aka", Type::Names, "Kallas även", "Also known as", text;
    BIRTH = "birth", Type::Birth, "Född", "Born";
    SEX = "sex", Type::Code(List::Sex), "Kön", "Sex";
    COUNTRY = "country", Type::Country, "Land", "Country";
    DISTRICT = "district", Type::Line, "Stadsdel", "District", text, sensitive;
    LANGUAGE = "language", Type::Line, "Språk", "Language", text;
    PROTECTED = "protected", Type::Flag, "Skyddade uppgifter", "Protected identity";
    PHONE = "phone", Type::Line, "Telefon", "Phone", text, sensitive;
    SAFE_CONTACT = "safe_contact", Type::Line, "Nås säkert", "Reach safely", text, sensitive;
    NOTE = "note", Type::Note, "Anteckning", "Note", text;
}
fields! {
    /// Places of a contact's fields.
    contact:
    REF = "ref", Type::Ref, "Ref", "Ref";
    AT = "at", Type::Moment, "När", "When", required;
    PERSON = "person", Type::Link(Kind::Person), "Person", "Person";
    ROLE = "role", Type::Code(List::Role), "Roll", "Role";
    SOURCE = "source", Type::Code(List::Source), "Källa", "Source";
    CHANNEL = "channel", Type::Code(List::Channel), "Kontaktväg", "Channel";
    REACHED = "reached", Type::FlagElseTrue, "Nådd", "Reached";
    MEETING = "meeting", Type::Link(Kind::Contact), "Samma möte som", "Same meeting as";
    OFFER = "offer", Type::Code(List::Offer), "Erbjudande om möte", "Offer of a meeting";
    OFFER_ANSWERED = "offer_answered", Type::Date, "Erbjudandet besvarat", "Offer answered";
    OFFER_REASON = "offer_reason", Type::Line, "Skäl, ej erbjuden", "Reason, no offer", text;
    SERVICES = "services", Type::Codes(List::Services), "Insatser", "Services";
    INTERVIEW = "interview", Type::Code(List::Interview), "Förhör", "Police interview";
    OFFENCE = "offence", Type::Code(List::Offence), "Brott", "Offence";
    MATTER = "matter", Type::Link(Kind::Matter), "Ärende", "Matter";
    MINUTES = "minutes", Type::Number, "Minuter", "Minutes";
    NOTE = "note", Type::Note, "Anteckning", "Note", text;
}
fields! {
    /// Places of a referral's fields.
    referral:
    REF = "ref", Type::Ref, "Ref", "Ref";
    DATE = "date", Type::Date, "Datum", "Date", required;
    PERSON = "person", Type::Link(Kind::Person), "Person", "Person";
    CONTACT = "contact", Type::Link(Kind::Contact), "Vid kontakt", "From contact";
    KIND = "kind", Type::Code(List::ReferralKind), "Slag", "Kind";
    ORGANISATION = "organisation", Type::Link(Kind::Organisation), "Till", "To";
    BASIS = "basis", Type::Code(List::Basis), "Grund", "Basis";
    CONSENT = "consent", Type::Code(List::Consent), "Samtycke", "Consent";
    ANSWER = "answer", Type::Code(List::Answer), "Svar", "Answer";
    ANSWERED = "answered", Type::Date, "Besvarad", "Answered";
    SENT = "sent", Type::Date, "Skickad", "Sent";
    CONFIRMED = "confirmed", Type::Date, "Bekräftad", "Confirmed";
    STARTED = "started", Type::Date, "Påbörjad", "Started";
    CLOSED = "closed", Type::Date, "Avslutad", "Closed";
    RESULT = "result", Type::Code(List::Result), "Resultat", "Result";
    NOTE = "note", Type::Note, "Anteckning", "Note", text;
}
fields! {
    /// Places of a follow-up's fields.
    follow_up:
    REF = "ref", Type::Ref, "Ref", "Ref";
    DUE = "due", Type::Date, "Senast", "Due", required;
    PERSON = "person", Type::Link(Kind::Person), "Person", "Person";
    CONTACT = "contact", Type::Link(Kind::Contact), "Från kontakt", "From contact";
    REFERRAL = "referral", Type::Link(Kind::Referral), "Från länkning", "From referral";
    TASK = "task", Type::Line, "Att göra", "Task", text;
    EVERY = "every", Type::Every, "Återkommer var", "Repeats every";
    DONE = "done", Type::Date, "Gjord", "Done";
    CANCELLED = "cancelled", Type::Date, "Inställd", "Cancelled";
    OUTCOME = "outcome", Type::Line, "Utfall", "Outcome", text;
    NOTE = "note", Type::Note, "Anteckning", "Note", text;
}
fields! {
    /// Places of an activity's fields.
    activity:
    REF = "ref", Type::Ref, "Ref", "Ref";
    START = "start", Type::Date, "Första dag", "First day", required;
    END = "end", Type::Date, "Sista dag", "Last day";
    KIND = "kind", Type::Code(List::ActivityKind), "Slag", "Kind";
    TITLE = "title", Type::Line, "Rubrik", "Title", text;
    ORGANISATIONS = "organisations", Type::Links(Kind::Organisation), "Tillsammans med", "Together with";
    AUDIENCE = "audience", Type::Number, "Åhörare", "Audience";
    STAFF = "staff", Type::Number, "Egen personal", "Own staff";
    PLACE = "place", Type::Line, "Plats", "Place", text;
    PLANNED = "planned", Type::Flag, "Enligt ansökan", "As applied for";
    NOTE = "note", Type::Note, "Anteckning", "Note", text;
}
fields! {
    /// Places of a matter's fields.
    matter:
    REF = "ref", Type::Ref, "Ref", "Ref";
    TITLE = "title", Type::Line, "Rubrik", "Title", text;
    OFFENCE = "offence", Type::Code(List::Offence), "Brott", "Offence";
    OPENED = "opened", Type::Date, "Öppnat", "Opened";
    CLOSED = "closed", Type::Date, "Avslutat", "Closed";
    PARTICIPATED = "participated", Type::Flag, "Enheten deltog", "Unit took part";
    OUTCOME = "outcome", Type::Code(List::MatterOutcome), "Utgång", "Outcome";
    NOTE = "note", Type::Note, "Anteckning", "Note", text;
}
fields! {
    /// Places of an organisation's fields.
    organisation:
    REF = "ref", Type::Ref, "Ref", "Ref";
    NAME = "name", Type::Line, "Namn", "Name", required, text;
    KIND = "kind", Type::Code(List::OrganisationKind), "Slag", "Kind";
    AGREEMENT = "agreement", Type::Flag, "Avtal", "Agreement";
    COMMITMENT = "commitment", Type::Line, "Åtagande", "Commitment", text;
    FULFILLED = "fulfilled", Type::Flag, "Åtagandet uppfyllt", "Commitment fulfilled";
    NOTE = "note", Type::Note, "Anteckning", "Note", text;
}
fields! {
    /// Places of a relation's fields: `person` is the `relation` of `other`.
    relation:
    REF = "ref", Type::Ref, "Ref", "Ref";
    PERSON = "person", Type::Link(Kind::Person), "Person", "Person", required;
    RELATION = "relation", Type::Code(List::Relation), "Relation", "Relation", required;
    OTHER = "other", Type::Link(Kind::Person), "Till", "Of", required;
    NOTE = "note", Type::Note, "Anteckning", "Note", text;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_those_of_the_contract() {
        let columns = |kind: Kind| kind.fields().iter().map(|f| f.code).collect::<Vec<_>>().join(", ");
        let expected = [
            "ref, alias, aka, birth, sex, country, district, language, protected, phone, safe_contact, note",
            "ref, at, person, role, source, channel, reached, meeting, offer, offer_answered, offer_reason, services, \
             interview, offence, matter, minutes, note",
            "ref, date, person, contact, kind, organisation, basis, consent, answer, answered, sent, confirmed, \
             started, closed, result, note",
            "ref, due, person, contact, referral, task, every, done, cancelled, outcome, note",
            "ref, start, end, kind, title, organisations, audience, staff, place, planned, note",
            "ref, title, offence, opened, closed, participated, outcome, note",
            "ref, name, kind, agreement, commitment, fulfilled, note",
            "ref, person, relation, other, note",
        ];
        for (kind, expected) in Kind::ALL.into_iter().zip(expected) {
            assert_eq!(columns(kind), expected, "{kind:?}");
            assert_eq!(kind.fields()[0].ty, Type::Ref);
        }
        assert_eq!(contact::FIELDS[contact::NOTE].code, "note");
    }
}
