//! Kept prints: they come out as they were, and say what has changed since.

use crate::harness::{Log, at, printed};
use caselog::domain::field::{contact, person};
use caselog::domain::{Change, Kind, Lang, Record, Ref, Value};
use caselog::report::{ReportKind, Wanted};
use caselog::worker::prints;

fn keep(log: &mut Log, kind: ReportKind) -> (i64, String) {
    let wanted = Wanted { refs: true, ..log.wanted(Lang::Sv) };
    let document = log.made(kind, &wanted);
    let text = printed(&document);
    (prints::keep(&mut log.store, kind, &wanted, &document, at("2011-01-17")).unwrap(), text)
}

fn first(log: &Log, of: Kind, which: impl Fn(&Record) -> bool) -> Record {
    let mut found = None;
    log.store.for_each(of, |record| found = found.take().or_else(|| which(&record).then_some(record))).unwrap();
    found.unwrap()
}

fn changed(log: &Log, seq: i64) -> Vec<prints::Changed> {
    let kept = prints::kept(&log.store, seq).unwrap().unwrap();
    prints::compared(&log.store, &log.facts(), seq, &kept).unwrap()
}

#[test]
fn a_print_comes_out_as_it_was_and_a_changed_record_shows_up() {
    let mut log = Log::sample();
    let (seq, text) = keep(&mut log, ReportKind::Funder);
    assert_eq!(changed(&log, seq).len(), 0);

    let is_relative = |record: &Record| record.values[contact::ROLE].code() == Some("victim_relative");
    let before = first(&log, Kind::Contact, |record| is_relative(record) && record.is_reached());
    let own = before.own_ref().unwrap().clone();
    let after = before.clone().with(contact::ROLE, Value::Code("witness".into()));
    log.store.apply(Change::replace(before, after), at("2011-01-17")).unwrap();

    let kept = prints::kept(&log.store, seq).unwrap().unwrap();
    assert_eq!(kept.text, text);
    assert_eq!(printed(&kept.document), text);
    let changed = changed(&log, seq);
    let relatives = changed.iter().filter(|changed| {
        let question = changed.difference.question.as_ref().unwrap();
        question.filter.to_string() == "role:victim_relative"
    });
    let relatives: Vec<_> = relatives.collect();
    assert!(!relatives.is_empty());
    for figure in relatives {
        let causes: Vec<(Kind, &Ref, Option<bool>)> =
            figure.causes.iter().map(|cause| (cause.kind, &cause.own, cause.came)).collect();
        assert_eq!(causes, [(Kind::Contact, &own, Some(false))]);
    }
    let contacts =
        changed.iter().find(|c| c.difference.then.is_some_and(|then| c.difference.now.is_some_and(|now| now < then)));
    assert!(contacts.is_some());
    assert_eq!(log.store.verify().unwrap(), []);
}

#[test]
fn a_changed_person_is_the_cause_where_her_contacts_are_not() {
    let mut log = Log::sample();
    let (seq, _) = keep(&mut log, ReportKind::Funder);
    let before = first(&log, Kind::Person, |record| {
        record.values[person::BIRTH].to_string().starts_with("199")
            && log.store.referring(Kind::Person, record.own_ref().unwrap()).unwrap().iter().any(|(kind, own)| {
                *kind == Kind::Referral
                    && log.store.get(Kind::Referral, own).unwrap().unwrap().values[4].code() == Some("report")
            })
    });
    let own = before.own_ref().unwrap().clone();
    let after = before.clone().with(person::BIRTH, Value::Birth(caselog::domain::Birth::parse("1960").unwrap()));
    log.store.apply(Change::replace(before, after), at("2011-01-17")).unwrap();
    let changed = changed(&log, seq);
    let causes: Vec<_> = changed.iter().flat_map(|changed| &changed.causes).collect();
    assert!(!causes.is_empty());
    assert!(causes.iter().all(|cause| cause.kind == Kind::Person && cause.own == own), "{causes:?}");
}

#[test]
fn the_same_report_is_kept_once_and_every_kind_can_be_kept() {
    let mut log = Log::sample();
    let (seq, _) = keep(&mut log, ReportKind::Funder);
    assert_eq!(keep(&mut log, ReportKind::Funder).0, seq);
    let (summary, text) = keep(&mut log, ReportKind::Summary);
    assert_ne!(summary, seq);
    let kept = prints::kept(&log.store, summary).unwrap().unwrap();
    assert_eq!(kept.text, text);
    assert!(kept.document.figures.iter().any(|figure| !figure.refs.is_empty()));
    let kinds: Vec<String> = prints::listed(&log.store).unwrap().into_iter().map(|listed| listed.about.kind).collect();
    assert_eq!(kinds, ["summary", "funder"]);
}

#[test]
fn no_alias_is_kept_with_a_print() {
    let mut log = Log::sample();
    let (seq, _) = keep(&mut log, ReportKind::Funder);
    let print = log.store.print(seq).unwrap().unwrap();
    log.store
        .for_each(Kind::Person, |record| {
            let alias = record.values[person::ALIAS].text();
            assert!(
                alias.chars().count() < 2 || !caselog::domain::NameFinder::new([alias]).is_in(&print.content),
                "{alias}"
            );
        })
        .unwrap();
}

#[test]
fn somebody_erased_is_gone_from_what_is_kept_and_changes_no_number() {
    let mut log = Log::sample();
    let (seq, text) = keep(&mut log, ReportKind::Funder);
    let contact = first(&log, Kind::Contact, |record| {
        record.is_reached() && !record.values[contact::PERSON].is_empty() && record.values[contact::AT].date().is_some()
    });
    let own = contact.own_ref().unwrap().clone();
    let person = contact.values[contact::PERSON].link().unwrap().clone();
    let names = |print: &caselog::store::Print| {
        print.refs.iter().any(|figure| figure.kind == Kind::Contact && figure.refs.contains(&own))
    };
    assert!(names(&log.store.print(seq).unwrap().unwrap()));
    log.store.erase(&person, at("2011-01-17")).unwrap();
    assert!(!names(&log.store.print(seq).unwrap().unwrap()));
    assert_eq!(prints::kept(&log.store, seq).unwrap().unwrap().text, text);
    assert_eq!(log.store.verify().unwrap(), []);
    let came: Vec<_> = changed(&log, seq).into_iter().flat_map(|changed| changed.difference.come).collect();
    assert!(came.is_empty(), "{came:?}");
}
