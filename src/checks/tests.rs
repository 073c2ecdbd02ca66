use super::*;
use crate::domain::date::parse_date;
use crate::domain::{Every, Kind, Lang, Lists, Project, Record, Value, field};
use crate::facts::Facts;
use std::collections::{BTreeMap, HashMap};

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
    findings(&facts, &Project::default(), || looks_alike(&facts)).iter().map(|f| (f.rule.about.code, refs(f))).collect()
}

#[test]
fn codes_stand_once_and_filters_are_read() {
    let mut codes: Vec<_> = About::all().map(|about| about.code).collect();
    codes.sort_unstable();
    codes.dedup();
    assert_eq!(codes.len(), RULES.len() + PROPOSALS.len());
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
    let checks_off = vec!["in_future".to_owned(), "age_unknown".to_owned()];
    assert_eq!(findings(&facts, &Project { checks_off, ..Project::default() }, || looks_alike(&facts)).len(), 2);
}

#[test]
fn a_rule_whose_code_was_taken_out_of_its_list_stops_no_other() {
    let records = [person("P1", ""), contact("C1", "2010-05-01", "P1", &[("role", "")])];
    let mut lists = Lists::default();
    for list in crate::domain::List::ALL {
        lists.set(list, Vec::new());
    }
    let today = parse_date("2010-06-01").unwrap();
    let facts = Facts::of(&lists, &Project::default(), today, &records);
    let found = findings(&facts, &Project::default(), Vec::new);
    assert!(found.iter().any(|finding| finding.rule.about.code == "role_missing"), "{found:?}");
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

#[test]
fn a_link_on_its_way() {
    let adult = person("P1", "1970-01-01");
    let with = |more: &[(&str, &str)]| {
        let mut values = vec![("ref", "R1"), ("date", "2010-05-01"), ("person", "P1"), ("kind", "link")];
        values.extend_from_slice(more);
        found(&[adult.clone(), record(Kind::Referral, &values)]).first().map(|(code, _)| *code)
    };
    assert_eq!(with(&[]), Some("link_not_answered"));
    assert_eq!(with(&[("answer", "accepted")]), Some("link_not_sent"));
    assert_eq!(with(&[("answer", "declined")]), None);
    assert_eq!(with(&[("sent", "2010-05-17")]), Some("link_not_confirmed"));
    assert_eq!(with(&[("confirmed", "2010-05-01")]), Some("link_not_started"));
    assert_eq!(with(&[("confirmed", "2010-05-02")]), None);
}

#[test]
fn a_limit_is_the_users_to_change_and_says_where_it_comes_from() {
    let rule = RULES.iter().find(|rule| rule.about.code == "report_not_decided").unwrap();
    let day = |text| parse_date(text).unwrap();
    let days = |project: &Project, on| rule.about.span(project, day(on)).unwrap().to_string();
    assert_eq!(days(&Project::default(), "2010-06-01"), "14d");
    // The act before 2013 had no such limit; what holds first is taken, and each has its own source.
    let sources: Vec<_> =
        ["2010-06-01", "2025-06-30", "2025-07-01"].map(|on| rule.about.limit(day(on)).unwrap().source).into();
    assert!(sources[0] == sources[1] && sources[1] != sources[2]);
    let own = Every::parse("3w").unwrap();
    let project = Project { limits: BTreeMap::from([("report_not_decided".to_owned(), own)]), ..Project::default() };
    assert_eq!(days(&project, "2026-01-01"), "3w");
    assert_eq!(rule.about.label(&project, day("2026-01-01"), Lang::Sv), "inget besked på 3 veckor");
    let records =
        [person("P1", "1970-01-01"), referral("R1", "P1", &[("sent", "2010-05-02"), ("confirmed", "2010-05-17")])];
    let facts = Facts::of(&Lists::default(), &project, day("2010-06-01"), &records);
    assert!(findings(&facts, &project, || looks_alike(&facts)).is_empty());
    assert_eq!(findings(&facts, &Project::default(), || looks_alike(&facts)).len(), 1);
}

#[test]
fn numbers_that_identify_are_found_in_every_kind() {
    let records = [
        record(Kind::Person, &[("ref", "P1"), ("birth", "1970-01-01"), ("alias", "900101-0017")]),
        contact("C1", "2010-05-01", "P1", &[("reached", "false"), ("note", "Sa 9001010017.")]),
        record(Kind::Matter, &[("ref", "M1"), ("note", "900101-0018")]),
        record(Kind::Person, &[("ref", "P2"), ("birth", "1970-01-01"), ("phone", "900101-0017")]),
        record(
            Kind::Relation,
            &[("ref", "L1"), ("person", "P2"), ("relation", "friend"), ("other", "P1"), ("note", "900101-0017")],
        ),
    ];
    // A relation has no list of its own: it is told on the page of its person.
    let expected =
        [("identity_number", vec!["C1".to_owned()]), ("identity_number", vec!["P1".to_owned(), "P2".to_owned()])];
    let found = found(&records);
    assert_eq!(found.into_iter().filter(|(code, _)| *code == "identity_number").collect::<Vec<_>>(), expected);
    let mut facts = Facts::of(&Lists::default(), &Project::default(), parse_date("2010-06-01").unwrap(), &records);
    facts.insert(&contact("C1", "2010-05-01", "P1", &[("note", "Sa inget.")]));
    facts.remove(Kind::Person, &Ref::parse("P1").unwrap());
    assert_eq!(facts.with_identity_number(Kind::Person).len(), 1);
    facts.remove(Kind::Relation, &Ref::parse("L1").unwrap());
    assert!(Kind::ALL.into_iter().all(|kind| facts.with_identity_number(kind).is_empty()));
}

#[test]
fn people_of_whom_nothing_was_heard_for_long() {
    let old = contact("C1", "2005-05-31", "P1", &[]);
    assert_eq!(found(&[person("P1", "1970-01-01"), old.clone()]), [("due_for_erasure", vec!["P1".to_owned()])]);
    let lately = referral("R1", "P1", &[("date", "2009-01-01"), ("closed", "2009-02-01")]);
    assert!(found(&[person("P1", "1970-01-01"), old, lately]).is_empty());
    // Somebody who was never met is not known to be old.
    assert!(found(&[person("P1", "1970-01-01")]).is_empty());
}

/// What is proposed on 1 June 2010 after the last of the records: rule, and the record's texts that are filled in.
fn next(records: &[Record], planned: bool) -> Option<(&'static str, Record)> {
    let today = parse_date("2010-06-01").unwrap();
    let project = Project::default();
    let facts = Facts::of(&Lists::default(), &project, today, records);
    let proposed = proposed(&facts, &project, records.last().unwrap(), planned, Lang::En)?;
    Some((proposed.proposal.about.code, proposed.record))
}

fn due(record: &Record) -> String {
    record.values[field::follow_up::DUE].to_string()
}

#[test]
fn a_contact_leads_to_the_next() {
    let adult = person("P1", "1970-01-01");
    let with = |more: &[(&str, &str)]| next(&[adult.clone(), contact("C1", "2010-05-31", "P1", more)], false).unwrap();
    let (code, made) = with(&[]);
    assert_eq!((code, due(&made).as_str()), ("next_contact", "2010-06-07"));
    assert_eq!(made.values[field::follow_up::PERSON].to_string(), "P1");
    assert_eq!(made.values[field::follow_up::CONTACT].to_string(), "C1");
    assert_eq!(made.values[field::follow_up::TASK].text(), "Ask how things are");
    assert_eq!(with(&[("offer", "pending")]).0, "next_offer");
    let (code, made) = with(&[("reached", "false")]);
    assert_eq!((code, due(&made).as_str()), ("next_attempt", "2010-06-02"));
    // What waits already is not proposed again, and neither is what was long ago or has nobody.
    let records = [adult.clone(), contact("C1", "2010-05-31", "P1", &[])];
    assert_eq!(next(&records, true), None);
    assert_eq!(next(&[adult, contact("C1", "2010-05-01", "P1", &[])], false), None);
    assert_eq!(next(&[contact("C1", "2010-05-31", "", &[])], false), None);
}

#[test]
fn a_child_without_a_report_leads_to_one() {
    let met = contact("C1", "2010-05-31", "P1", &[]);
    let (code, made) = next(&[person("P1", "1993"), met.clone()], true).unwrap();
    assert_eq!(code, "next_report");
    let text = |place: usize| made.values[place].to_string();
    assert_eq!(
        [field::referral::DATE, field::referral::KIND, field::referral::BASIS, field::referral::CONTACT].map(text),
        ["2010-05-31", "report", "under_18", "C1"]
    );
    let reported = [person("P1", "1993"), referral("R1", "P1", &[]), met];
    assert_eq!(next(&reported, false).unwrap().0, "next_contact");
}

#[test]
fn a_referral_leads_to_the_question_about_its_next_step() {
    let adult = person("P1", "1970-01-01");
    let with = |kind: &str, more: &[(&str, &str)]| {
        let mut values = vec![("ref", "R1"), ("date", "2010-05-28"), ("person", "P1"), ("kind", kind)];
        values.extend_from_slice(more);
        let (code, made) = next(&[adult.clone(), record(Kind::Referral, &values)], false)?;
        assert_eq!(made.values[field::follow_up::REFERRAL], Value::Link(Ref::parse("R1").unwrap()));
        Some(format!("{code} {}", due(&made)))
    };
    assert_eq!(with("report", &[]).as_deref(), Some("next_decision 2010-06-11"));
    // The clock runs from the latest step.
    assert_eq!(with("report", &[("sent", "2010-06-01")]).as_deref(), Some("next_decision 2010-06-15"));
    assert_eq!(with("report", &[("result", "inquiry_opened")]), None);
    assert_eq!(with("link", &[]).as_deref(), Some("next_answer 2010-06-04"));
    assert_eq!(with("link", &[("answer", "accepted")]).as_deref(), Some("next_start 2010-06-11"));
    assert_eq!(with("link", &[("answer", "declined")]), None);
    assert_eq!(with("link", &[("started", "2010-06-01")]).as_deref(), Some("next_result 2010-07-01"));
    assert_eq!(with("link", &[("started", "2010-06-01"), ("closed", "2010-06-01")]), None);
    // What should have been asked by now is asked tomorrow.
    assert_eq!(with("link", &[("date", "2010-05-22")]).as_deref(), Some("next_answer 2010-06-02"));
}

#[test]
fn a_follow_up_that_was_done_leads_to_the_same_again() {
    let done = |more: &[(&str, &str)]| {
        let mut values = vec![("ref", "F1"), ("due", "2010-05-20"), ("task", "Ring"), ("done", "2010-06-01")];
        values.extend_from_slice(more);
        next(&[record(Kind::FollowUp, &values)], false)
    };
    let (code, made) = done(&[]).unwrap();
    assert_eq!((code, due(&made).as_str()), ("next_again", "2010-06-08"));
    assert_eq!(made.values[field::follow_up::TASK].text(), "Ring");
    assert!(made.values[field::follow_up::DONE].is_empty() && made.own_ref().is_none());
    assert_eq!(done(&[("every", "1w")]), None);
    assert_eq!(done(&[("done", ""), ("cancelled", "2010-06-01")]), None);
}

#[test]
fn a_proposal_is_switched_off() {
    let records = [person("P1", "1993"), contact("C1", "2010-05-31", "P1", &[])];
    let project = Project { checks_off: vec!["next_report".into(), "next_contact".into()], ..Project::default() };
    let facts = Facts::of(&Lists::default(), &project, parse_date("2010-06-01").unwrap(), &records);
    assert_eq!(proposed(&facts, &project, &records[1], false, Lang::Sv), None);
}

/// The people who look like others.
fn looks_alike(facts: &Facts) -> Vec<Ref> {
    alike::found(facts).into_iter().map(|(own, _)| own).collect()
}
