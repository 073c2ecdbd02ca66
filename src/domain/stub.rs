//! What is left of a person who is erased (safety: "Erasing"): nothing that says who she was, and enough that reports by
//! month or longer count as before.
//!
//! Codes, flags, numbers and links stay, since they are counted; texts and the country go; a day becomes the first of
//! its month, a birth the vaguest one that leaves her in the same age group on every day that counts.

use super::date::{AgeGroups, Birth, Moment};
use super::field::{Kind, Type, follow_up, person};
use super::record::Record;
use super::value::Value;
use chrono::{Datelike, NaiveDate};

/// The record without what says who it is about. A person's birth is left out: `birth` says what it becomes. What was
/// still to be done is cancelled in the month of `today`.
pub fn stub(record: &Record, today: NaiveDate) -> Record {
    let values = record.kind.fields().iter().zip(&record.values).map(|(field, value)| match (field.ty, value) {
        (Type::Line | Type::Note | Type::Names | Type::Every | Type::Country | Type::Birth, _) => Value::Empty,
        (_, Value::Date(day)) => Value::Date(month_of(*day)),
        (_, Value::Moment(moment)) => Value::Moment(Moment { date: month_of(moment.date), time: None }),
        _ => value.clone(),
    });
    let left = Record { kind: record.kind, values: values.collect() };
    let is_open = record.kind == Kind::FollowUp
        && record.values[follow_up::DONE].is_empty()
        && record.values[follow_up::CANCELLED].is_empty();
    if is_open { left.with(follow_up::CANCELLED, Value::Date(month_of(today))) } else { left }
}

/// The person with the vaguest birth that leaves her in the same age group, unknown included, on the days of her
/// records. Where none does, the one that does so on most of them.
pub fn stub_of_person(record: &Record, days: &[NaiveDate], groups: &AgeGroups, today: NaiveDate) -> Record {
    let left = stub(record, today);
    match record.values[person::BIRTH] {
        Value::Birth(birth) => left.with(person::BIRTH, Value::Birth(vague(birth, days, groups))),
        _ => left,
    }
}

fn vague(birth: Birth, days: &[NaiveDate], groups: &AgeGroups) -> Birth {
    let month = |year: i32, month: u32| Birth { year, month: Some(month), day: None };
    let years = [0, -1, 1].map(|by| birth.year + by);
    let own = birth.month.map(|own| month(birth.year, own));
    let candidates = years
        .map(|year| Birth { year, month: None, day: None })
        .into_iter()
        .chain(years.into_iter().flat_map(|year| [month(year, 1), month(year, 7)]))
        .chain(own)
        .chain(own.map(|own| Birth { day: Some(1), ..own }));
    let group = |birth: &Birth, day: NaiveDate| {
        let (youngest, oldest) = birth.ages_on(day)?;
        Some(groups.group_of(youngest)).filter(|&group| group == groups.group_of(oldest))
    };
    let right =
        |candidate: &Birth| days.iter().filter(|&&day| group(&birth, day) == group(candidate, month_of(day))).count();
    // The first of the best: the vaguest.
    let best = |best: (usize, Birth), candidate: Birth| match right(&candidate) {
        count if count > best.0 => (count, candidate),
        _ => best,
    };
    let vaguest = Birth { month: None, day: None, ..birth };
    candidates.fold((right(&vaguest), vaguest), best).1
}

fn month_of(day: NaiveDate) -> NaiveDate {
    day.with_day(1).unwrap_or(day)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::field::contact;

    fn day(text: &str) -> NaiveDate {
        crate::domain::date::parse_date(text).unwrap()
    }

    fn record(kind: Kind, values: &[(usize, &str)]) -> Record {
        values.iter().fold(Record::new(kind), |record, &(field, text)| {
            record.with(field, Value::parse(kind.fields()[field].ty, text).unwrap())
        })
    }

    #[test]
    fn no_text_stays_and_every_code_does() {
        let contact = record(
            Kind::Contact,
            &[
                (contact::AT, "2010-03-05T14:20"),
                (contact::PERSON, "P1"),
                (contact::ROLE, "victim"),
                (contact::SERVICES, "information;motivation"),
                (contact::OFFER_ANSWERED, "2010-04-09"),
                (contact::OFFER_REASON, "hemligt"),
                (contact::MINUTES, "45"),
                (contact::NOTE, "hemligt"),
            ],
        );
        let texts = stub(&contact, day("2020-01-01")).texts();
        assert!(!texts.join(" ").contains("hemligt"));
        assert_eq!(texts[contact::AT], "2010-03-01");
        assert_eq!(texts[contact::OFFER_ANSWERED], "2010-04-01");
        assert_eq!(texts[contact::SERVICES], "information;motivation");
        assert_eq!((texts[contact::ROLE].as_str(), texts[contact::MINUTES].as_str()), ("victim", "45"));
        for kind in Kind::ALL {
            let full = kind.fields().iter().enumerate().fold(Record::new(kind), |record, (i, field)| match field.ty {
                Type::Line | Type::Note => record.with(i, Value::Text("x".into())),
                Type::Names => record.with(i, Value::Names(vec!["x".into()])),
                _ => record,
            });
            assert!(stub(&full, day("2020-01-01")).texts().iter().all(|text| text != "x"), "{kind:?}");
        }
    }

    #[test]
    fn what_was_to_be_done_is_cancelled() {
        let open = record(Kind::FollowUp, &[(follow_up::DUE, "2010-03-05"), (follow_up::TASK, "Ring Anna")]);
        assert_eq!(stub(&open, day("2015-05-20")).texts()[follow_up::CANCELLED], "2015-05-01");
        let done = open.with(follow_up::DONE, Value::Date(day("2010-03-09")));
        assert_eq!(stub(&done, day("2015-05-20")).texts()[follow_up::CANCELLED], "");
    }

    #[test]
    fn a_birth_is_as_vague_as_the_age_groups_allow() {
        let left = |birth: &str, days: &[&str]| {
            let person = record(Kind::Person, &[(person::BIRTH, birth)]);
            let days: Vec<_> = days.iter().map(|text| day(text)).collect();
            stub_of_person(&person, &days, &AgeGroups::default(), day("2020-01-01")).texts()[person::BIRTH].clone()
        };
        assert_eq!(left("1985-04-28", &[]), "1985");
        assert_eq!(left("1985-04-28", &["2010-05-05"]), "1984", "1985 would leave open whether she was 25");
        assert_eq!(left("1980-04-28", &["2010-05-05", "2012-01-01"]), "1980");
        // 17 on that day, and the year alone would leave it open whether she was 18.
        assert_eq!(left("1992-04-28", &["2010-04-01"]), "1993");
        // 17 in spring and 18 in autumn of the same year.
        assert_eq!(left("1992-04-28", &["2010-03-05", "2010-10-05"]), "1992-07");
        assert_eq!(left("1992", &["2010-03-05"]), "1992", "unknown stays unknown");
        assert_eq!(left("", &["2010-03-05"]), "");
    }
}
