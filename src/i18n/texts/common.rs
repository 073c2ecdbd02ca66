//! Texts that several rooms use: values, problems, periods, what a kind of record is called.

crate::texts! {
    UNKNOWN = "uppgift saknas", "not known";
    YES = "ja", "yes";
    NO = "nej", "no";
    TOTAL = "Totalt", "Total";
    PERIOD_SPAN = "{from} till och med {to}", "{from} to {to}";

    DAY_ONE = "{n} dag", "{n} day";
    DAY_MANY = "{n} dagar", "{n} days";
    WEEK_ONE = "{n} vecka", "{n} week";
    WEEK_MANY = "{n} veckor", "{n} weeks";
    MONTH_ONE = "{n} månad", "{n} month";
    MONTH_MANY = "{n} månader", "{n} months";
    YEAR_ONE = "{n} år", "{n} year";
    YEAR_MANY = "{n} år", "{n} years";

    NOT_A_DATE = "inte ett datum; skriv som 2010-12-31", "not a date; write it as 2010-12-31";
    NOT_A_MOMENT = "inte ett datum, med eller utan klockslag; skriv som 2010-12-31 eller 2010-12-31T14:20",
        "not a date, with or without a time; write it as 2010-12-31 or 2010-12-31T14:20";
    NOT_A_BIRTH = "inte en födelsetid; skriv som 1992, 1992-04 eller 1992-04-28",
        "not a time of birth; write it as 1992, 1992-04 or 1992-04-28";
    NOT_AN_INTERVAL = "inte ett intervall; skriv som 3d, 2w, 1m eller 1y",
        "not an interval; write it as 3d, 2w, 1m or 1y";
    NOT_A_FLAG = "varken ja eller nej; skriv true eller false", "neither yes nor no; write true or false";
    NOT_A_NUMBER = "inte ett heltal från 0 och uppåt", "not a whole number from 0 upwards";
    NOT_A_REF = "inte en ref; 1 till 64 tecken utan mellanslag och semikolon, som C0042",
        "not a ref; 1 to 64 characters without space or semicolon, such as C0042";
    HAS_NUL = "innehåller ett NUL-tecken; ta bort det", "has a NUL character; take it out";
    LINE_TOO_LONG = "för långt; högst {limit} tecken", "too long; at most {limit} characters";
    NOTE_TOO_LONG = "för lång; högst {limit} byte", "too long; at most {limit} bytes";
    NOT_A_COUNTRY = "inte en landskod; två bokstäver enligt ISO 3166, som SE",
        "not a country code; two letters as in ISO 3166, such as SE";
    /// What was meant, behind what is wrong.
    NEAREST = "; närmast är {word}", "; the nearest is {word}";
    ONE_OF = "; här finns: {words}", "; there are: {words}";
    WRITTEN = "; skriv {form}", "; write {form}";
    SEVERAL = "; flera skiljs åt med ”{apart}”", "; several are kept apart by “{apart}”";
    UNKNOWN_CODE = "okänt värde ”{given}”", "unknown value “{given}”";
    NO_SUCH_REF = "ingen post har ref {given}", "no record has the ref {given}";
    REQUIRED = "måste fyllas i", "must be filled in";
    BEFORE_THE_FIRST = "före {field}; måste vara samma dag eller senare", "before {field}; must be the same day or later";
    MEETING_CYCLE = "pekar runt i ring; ange den kontakt som står för mötet",
        "points round in a ring; name the contact that stands for the meeting";
    SAME_PERSON = "samma person på båda sidor", "the same person on both sides";

    NEW_COMMON = "ny", "new";
    NEW_NEUTER = "nytt", "new";
    PERSON_ONE = "person", "person";
    PERSON_MANY = "personer", "people";
    CONTACT_ONE = "kontakt", "contact";
    CONTACT_MANY = "kontakter", "contacts";
    REFERRAL_ONE = "länkning", "referral";
    REFERRAL_MANY = "länkningar", "referrals";
    FOLLOW_UP_ONE = "uppföljning", "follow-up";
    FOLLOW_UP_MANY = "uppföljningar", "follow-ups";
    ACTIVITY_ONE = "aktivitet", "activity";
    ACTIVITY_MANY = "aktiviteter", "activities";
    MATTER_ONE = "ärende", "matter";
    MATTER_MANY = "ärenden", "matters";
    ORGANISATION_ONE = "organisation", "organisation";
    ORGANISATION_MANY = "organisationer", "organisations";
    RELATION_ONE = "relation", "relation";
    RELATION_MANY = "relationer", "relations";
}

use crate::domain::{Kind, Lang};

/// What one record of a kind is called.
pub fn kind_one(kind: Kind, lang: Lang) -> &'static str {
    kind_texts(kind).0.get(lang)
}

/// What several records of a kind are called.
pub fn kind_many(kind: Kind, lang: Lang) -> &'static str {
    kind_texts(kind).1.get(lang)
}

/// A new record of a kind: `ny kontakt`, `nytt ärende`.
pub fn kind_new(kind: Kind, lang: Lang) -> String {
    let new = if kind == Kind::Matter { NEW_NEUTER } else { NEW_COMMON };
    format!("{} {}", new.get(lang), kind_one(kind, lang))
}

fn kind_texts(kind: Kind) -> (crate::domain::Text, crate::domain::Text) {
    match kind {
        Kind::Person => (PERSON_ONE, PERSON_MANY),
        Kind::Contact => (CONTACT_ONE, CONTACT_MANY),
        Kind::Referral => (REFERRAL_ONE, REFERRAL_MANY),
        Kind::FollowUp => (FOLLOW_UP_ONE, FOLLOW_UP_MANY),
        Kind::Activity => (ACTIVITY_ONE, ACTIVITY_MANY),
        Kind::Matter => (MATTER_ONE, MATTER_MANY),
        Kind::Organisation => (ORGANISATION_ONE, ORGANISATION_MANY),
        Kind::Relation => (RELATION_ONE, RELATION_MANY),
    }
}
