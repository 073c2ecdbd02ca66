//! Importing beside what stands: skipping, --update, organisations by name, lists and projects.

use super::*;
use crate::domain::List;
use crate::domain::field::{activity, organisation, person, referral};
use crate::transfer::Counts;

fn with(files: &[(&str, &str)]) -> Store {
    let mut store = new_store();
    take_in(&mut store, sources(files));
    store
}

#[track_caller]
fn refused(store: &Store, files: &[(&str, &str)], expected: &[&str]) {
    let faults = in_english(&read(sources(files), store, false).map(|_| ()).unwrap_err());
    let fits = faults.len() == expected.len() && faults.iter().zip(expected).all(|(f, e)| f.starts_with(e));
    assert!(fits, "found {faults:#?}, expected {expected:#?}");
}

#[test]
fn what_stands_is_skipped_and_changed_only_on_request() {
    let store = with(&[("persons.csv", "ref,alias,birth\nP1,A,1990\nP2,B,\n")]);
    let files = [("persons.csv", "ref,birth,alias\nP1,1990,A\nP2,1991,B\nP3,,C\n")];
    refused(&store, &files, &["persons.csv:3: birth: the record stands already with other content"]);
    let plan = read(sources(&files), &store, true).unwrap();
    assert_eq!(plan.counts, [(Kind::Person, Counts { added: 1, changed: 1, skipped: 1 })]);
    assert_eq!(plan.change.edits.len(), 2);
    let words: Vec<_> = plan.in_words(Lang::En).into_iter().map(|line| line.into_string()).collect();
    assert_eq!(words, ["people: 1 added, 1 changed, 1 unchanged"]);
}

#[test]
fn a_second_import_changes_nothing() {
    let mut store = with(&[]);
    take_in(&mut store, crate::demo::files());
    let plan = read(crate::demo::files(), &store, false).unwrap();
    assert_eq!((plan.change.edits.len(), plan.total().added, plan.total().changed), (0, 0, 0));
}

#[test]
fn links_may_lead_to_what_stands() {
    let store =
        with(&[("persons.csv", "ref\nP1\n"), ("contacts.csv", "ref,at,meeting\nC1,2010-01-01,C1\nC2,2010-01-01,C1\n")]);
    assert!(read(sources(&[("contacts.csv", "at,person,meeting\n2010-01-01,P1,C2\n")]), &store, false).is_ok());
    let ring = sources(&[("contacts.csv", "ref,at,meeting\nC1,2010-01-01,C2\n")]);
    let faults = in_english(&read(ring, &store, true).unwrap_err());
    assert_eq!(faults.len(), 1);
    assert!(faults[0].starts_with("contacts.csv:2: meeting: points round in a ring"), "{faults:?}");
}

#[test]
fn a_record_without_ref_gets_its_own() {
    let mut store = new_store();
    let plan = take_in(&mut store, sources(&[("persons.csv", "alias\nA\nB\n")]));
    assert_eq!(plan.total().added, 2);
    assert_eq!(record(&store, Kind::Person, "P00002").values[person::ALIAS].text(), "B");
}

#[test]
fn organisations_by_name_are_made_once() {
    let mut store = with(&[("organisations.csv", "ref,name\nO08,Socialjouren\nhelp,Hjälpen\n")]);
    let plan = take_in(
        &mut store,
        sources(&[
            (
                "referrals.csv",
                "ref,date,organisation\nR1,2010-01-01,socialjouren \nR2,2010-01-01,KAST\nR3,2010-01-01,help\n",
            ),
            ("activities.csv", "ref,start,organisations\nA1,2010-01-01,kast;Ny förening; HJA\u{308}LPEN;O08;KAST\n"),
            ("organisations.csv", "name,kind\nEgen,ngo\n"),
        ]),
    );
    assert_eq!(plan.made_organisations, ["KAST", "Ny förening"]);
    let organisation = |r: &str| record(&store, Kind::Organisation, r).values[organisation::NAME].text().to_owned();
    assert_eq!([organisation("O09"), organisation("O10"), organisation("O11")], ["Egen", "KAST", "Ny förening"]);
    let links = |kind, r: &str, field: usize| record(&store, kind, r).values[field].to_string();
    let referred = ["R1", "R2", "R3"].map(|r| links(Kind::Referral, r, referral::ORGANISATION));
    assert_eq!(referred, ["O08", "O10", "help"]);
    assert_eq!(links(Kind::Activity, "A1", activity::ORGANISATIONS), "O10;O11;help;O08");
}

#[test]
fn an_organisation_of_the_import_is_found_by_name_without_ref() {
    let mut store = new_store();
    let files =
        [("organisations.csv", "name\nKAST\n"), ("referrals.csv", "ref,date,organisation\nR1,2010-01-01,KAST\n")];
    let plan = take_in(&mut store, sources(&files));
    assert!(plan.made_organisations.is_empty());
    assert_eq!(records(&store).len(), 2);
}

#[test]
fn lists_grow_and_keep_what_they_have() {
    let header = "list,code,label_sv,label_en,retired\n";
    let rows = |rows: &str| format!("{header}{rows}");
    let first = rows("role,volunteer,volontär,,\nrole,witness,vittne (ny),witness,\n");
    let contacts = "at,role\n2010-01-01,volunteer\n";
    let mut store = with(&[("lists.csv", &first), ("contacts.csv", contacts)]);
    let codes: Vec<_> = store.lists().values(List::Role).iter().map(|v| v.code.as_str()).collect();
    assert_eq!(codes.len(), 11);
    assert_eq!((codes[0], &codes[9..]), ("victim", ["volunteer", "witness"].as_slice()));
    assert_eq!(store.lists().label(List::Role, "volunteer", Lang::En), "volontär");

    let other = rows("role,witness,vittne,witness,\nrole,volunteer,volontär,,true\n");
    refused(
        &store,
        &[("lists.csv", &other)],
        &[
            "lists.csv:2: label_sv: the value stands already with other content",
            "lists.csv:3: retired: the value stands already with other content",
        ],
    );
    let plan = read(sources(&[("lists.csv", &other)]), &store, true).unwrap();
    apply(&mut store, plan.change);
    assert!(store.lists().value(List::Role, "volunteer").unwrap().retired);
}

#[test]
fn a_project_is_replaced_only_on_request() {
    let project = "{\n\"name\": \"A\",\n\"unit\": \"A\u{30a}\"}";
    let store = with(&[("project.json", project)]);
    assert_eq!(store.project().unit, "Å");
    assert!(read(sources(&[("project.json", project)]), &store, false).unwrap().change.edits.is_empty());
    let other = project.replace("\"A\u{30a}\"", "\"B\"");
    refused(&store, &[("project.json", &other)], &["project.json:3: unit: another project stands already"]);
    assert_eq!(read(sources(&[("project.json", &other)]), &store, true).unwrap().change.edits.len(), 1);
}

#[test]
fn the_filter_check_sees_what_the_import_brings() {
    let files = [
        (
            "project.json",
            "{\"goals\": [{\"indicators\": [{\"measure\": \"referrals\", \"filter\": \"organisation:KAST\"}]}]}",
        ),
        ("referrals.csv", "date,organisation\n2010-01-01,KAST\n"),
    ];
    let check = |change: &Change, measure: &str, filter: &str| {
        assert_eq!((measure, filter), ("referrals", "organisation:KAST"));
        let brings =
            |edit: &Edit| edit.record().is_some_and(|(kind, r)| kind == Kind::Organisation && r.as_str() == "O00001");
        change.edits.iter().any(brings).then_some(()).ok_or_else(|| "unknown".to_owned())
    };
    assert!(import(sources(&files), &new_store(), false, &check).is_ok());
}
