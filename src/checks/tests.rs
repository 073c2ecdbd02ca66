use super::*;
use crate::domain::date::parse_date;
use crate::domain::{Lists, Project, Record};
use std::collections::HashMap;

fn record(kind: Kind, values: &[(&str, &str)]) -> Record {
    let given: HashMap<_, _> = values.iter().copied().collect();
    let texts: Vec<&str> = kind.fields().iter().map(|f| *given.get(f.code).unwrap_or(&"")).collect();
    Record::from_texts(kind, &texts).unwrap()
}

fn person(own: &str, birth: &str) -> Record {
    record(Kind::Person, &[("ref", own), ("birth", birth)])
}

fn contact(own: &str, at: &str, person: &str, more: &[(&str, &str)]) -> Record {
    let mut values = vec![("ref", own), ("at", at), ("person", person), ("role", "victim"), ("source", "self")];
    values.extend_from_slice(more);
    record(Kind::Contact, &values)
}

fn referral(own: &str, person: &str, more: &[(&str, &str)]) -> Record {
    let mut values = vec![("ref", own), ("date", "2010-05-01"), ("person", person), ("kind", "report")];
    values.extend_from_slice(more);
    record(Kind::Referral, &values)
}

/// What is found on 1 June 2010: rule and refs.
fn found(records: &[Record]) -> Vec<(&'static str, Vec<String>)> {
    let today = parse_date("2010-06-01").unwrap();
    let facts = Facts::of(&Lists::default(), &Project::default(), today, records);
    let refs = |finding: &Finding| finding.refs.iter().map(Ref::to_string).collect();
    findings(&facts, &[]).unwrap().iter().map(|f| (f.rule.code, refs(f))).collect()
}

#[test]
fn codes_stand_once_and_filters_are_read() {
    let mut codes: Vec<_> = RULES.iter().map(|r| r.code).collect();
    codes.sort_unstable();
    codes.dedup();
    assert_eq!(codes.len(), RULES.len());
    assert!(found(&[]).is_empty());
}

#[test]
fn a_child_that_nobody_reported() {
    let young = contact("C1", "2010-05-20", "P1", &[]);
    assert_eq!(found(&[person("P1", "1993-01-01"), young.clone()]), [("child_not_reported", vec!["P1".into()])]);
    // Perhaps under 18 counts as under 18, though a figure would have it unknown.
    let perhaps = found(&[person("P1", "1992"), young.clone()]);
    assert_eq!(perhaps.first().unwrap().0, "child_not_reported");
    assert!(found(&[person("P1", "1990-01-01"), young.clone()]).is_empty());
    let sent = referral("R1", "P1", &[("sent", "2010-05-30")]);
    assert!(found(&[person("P1", "1993-01-01"), young, sent]).is_empty());
}

#[test]
fn the_clock_of_a_report() {
    let adult = person("P1", "1970-01-01");
    let with = |more: &[(&str, &str)]| found(&[adult.clone(), referral("R1", "P1", more)]);
    assert_eq!(with(&[])[0].0, "report_not_sent");
    assert_eq!(with(&[("sent", "2010-05-24")])[0].0, "report_not_confirmed");
    assert!(with(&[("sent", "2010-05-25")]).is_empty());
    let confirmed = [("sent", "2010-05-02"), ("confirmed", "2010-05-17")];
    assert_eq!(with(&confirmed)[0].0, "report_not_decided");
    assert!(with(&[confirmed[0], confirmed[1], ("result", "inquiry_opened")]).is_empty());
}

#[test]
fn offers() {
    let adult = person("P1", "1970-01-01");
    let came = contact("C1", "2010-05-01", "P1", &[("source", "trafficking_commission"), ("offer", "")]);
    let came = Record::from_texts(Kind::Contact, &came.texts()).unwrap();
    assert_eq!(found(&[adult.clone(), came])[0], ("offer_not_recorded", vec!["C1".into()]));
    let asked = contact("C1", "2010-05-01", "P1", &[("offer", "pending")]);
    let answered = contact("C2", "2010-05-03", "P1", &[("offer", "declined")]);
    assert_eq!(found(&[adult.clone(), asked.clone()])[0].0, "offer_not_answered");
    assert!(found(&[adult, asked, answered]).is_empty());
}

#[test]
fn what_is_missing_or_odd() {
    let records = [
        person("P1", ""),
        contact("C1", "2010-05-01", "P1", &[("role", "")]),
        contact("C2", "2011-05-01", "P1", &[("source", "")]),
    ];
    let codes: Vec<_> = found(&records).into_iter().map(|(code, _)| code).collect();
    assert_eq!(codes, ["in_future", "role_missing", "source_missing", "age_unknown"]);
    let today = parse_date("2010-06-01").unwrap();
    let facts = Facts::of(&Lists::default(), &Project::default(), today, &records);
    let off = ["in_future".to_owned(), "age_unknown".to_owned()];
    assert_eq!(findings(&facts, &off).unwrap().len(), 2);
    assert_eq!(RULES.iter().find(|r| r.code == "source_missing").unwrap().label(Lang::Sv), "källa saknas");
}

#[test]
fn a_child_heard_alone() {
    let records = [
        person("P1", "1995-05-05"),
        contact("C1", "2010-05-01", "P1", &[("interview", "not_attended")]),
        referral("R1", "P1", &[("sent", "2010-05-31")]),
    ];
    assert_eq!(found(&records), [("child_interview_alone", vec!["C1".into()])]);
}
