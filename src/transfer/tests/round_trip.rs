//! Export, import into a new store, export again: the same bytes; and any bytes at all come in without a panic.

use super::*;
use crate::domain::field::{organisation, person};
use crate::domain::text::normalise;
use crate::domain::{List, ListValue};
use crate::transfer::{CsvRows, JsonRows};
use proptest::prelude::*;

fn round_trip(store: &Store) -> Store {
    let files = exported(store);
    let mut second = new_store();
    take_in(&mut second, as_sources(&files));
    for ((name, first), (_, second)) in files.iter().zip(exported(&second)) {
        assert_eq!(String::from_utf8_lossy(first), String::from_utf8_lossy(&second), "{name}");
    }
    second
}

#[test]
fn the_sample_comes_back() {
    let mut store = new_store();
    let plan = take_in(&mut store, crate::demo::files());
    assert_eq!(plan.total().added, records(&store).len());
    assert_eq!(plan.made_organisations, Vec::<String>::new());
    let second = round_trip(&store);
    assert_eq!(records(&store), records(&second));
    assert_eq!(store.project(), second.project());
    let names: Vec<_> = exported(&store).into_iter().map(|(name, _)| name).collect();
    assert_eq!(names.len(), 10);
    assert_eq!(names[3], "follow_ups.csv");
}

/// Texts with what can go wrong in them.
fn text() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        Just("\"".to_owned()),
        Just("\n".to_owned()),
        Just("\r\n".to_owned()),
        Just("\r".to_owned()),
        Just(",".to_owned()),
        Just(";".to_owned()),
        Just("\u{37e}".to_owned()),
        Just("'".to_owned()),
        "[=+@\t-]",
        Just("å".to_owned()),
        Just("a\u{30a}".to_owned()),
        Just("\u{feff}".to_owned()),
        Just("\u{202e}".to_owned()),
        Just("\u{1b}[2J".to_owned()),
        Just("\u{2028}".to_owned()),
        Just(" ".to_owned()),
        any::<char>().prop_filter("a NUL is a fault", |c| *c != '\0').prop_map(String::from),
        "[a-zåäö]{1,8}",
    ];
    prop::collection::vec(part, 0..12).prop_map(|parts| parts.concat())
}

/// The text as a cell that leaves the program unescaped for CSV holds it.
fn cell(text: &str) -> String {
    let cell = crate::transfer::formula::disarm(text);
    format!("\"{}\"", cell.replace('"', "\"\""))
}

proptest! {
    // Each case makes two stores.
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn every_text_comes_back(alias in text(), note in text(), aka in text(), label in text(), name in text()) {
        let mut store = new_store();
        let persons = format!("ref,alias,note,aka\r\nP1,{},{},{}\r\n", cell(&alias), cell(&note), cell(&aka));
        let value = ListValue { code: "x".into(), sv: normalise(&label), en: "x".into(), retired: true };
        let lists = format!("list,code,label_sv,label_en,retired\nrole,x,{},x,true\n", cell(&label));
        let project = serde_json::json!({ "name": name, "sections": { &*name: name } }).to_string();
        take_in(&mut store, sources(&[("persons.csv", &persons), ("lists.csv", &lists), ("project.json", &project)]));
        let record = record(&store, Kind::Person, "P1");
        prop_assert_eq!(record.values[person::ALIAS].text(), normalise(&alias));
        prop_assert_eq!(record.values[person::NOTE].text(), normalise(&note));
        prop_assert_eq!(&store.project().name, &normalise(&name));
        prop_assert_eq!(store.lists().value(List::Role, "x"), Some(&value));
        let second = round_trip(&store);
        prop_assert_eq!(&records(&store), &records(&second));
        prop_assert_eq!(store.lists(), second.lists());
        prop_assert_eq!(store.project(), second.project());
    }

    #[test]
    fn every_name_of_an_organisation_finds_it(name in text()) {
        prop_assume!(!name.trim().is_empty() && Ref::parse(name.trim()).is_err());
        let organisations = format!("ref,name\nO1,{}\n", cell(&name));
        let referrals = format!("ref,date,organisation\nR1,2010-01-01,{}\n", cell(&name));
        let mut store = new_store();
        let plan = take_in(&mut store, sources(&[("organisations.csv", &organisations), ("referrals.csv", &referrals)]));
        prop_assert_eq!(plan.made_organisations, Vec::<String>::new());
        let stored = record(&store, Kind::Organisation, "O1").values[organisation::NAME].text().to_owned();
        prop_assert_eq!(stored, normalise(&name));
    }
}

#[test]
fn whatever_comes_is_read_or_refused() {
    let store = new_store();
    proptest!(|(bytes in prop::collection::vec(any::<u8>(), 0..200), file in 0..10usize)| {
        let name = crate::transfer::Content::all().nth(file).unwrap().file_name();
        let _ = read(sources(&[(name.as_str(), &bytes)]), &store, false);
    });
    let cell = prop_oneof![text(), Just("P1".to_owned()), Just("2010-01-01".to_owned())];
    proptest!(|(cells in prop::collection::vec(cell, 0..20), file in 0..8usize)| {
        let kind = Kind::ALL[file];
        let header = crate::transfer::records::column_names(kind)[..2].join(",");
        let text = format!("{header}\n{}", cells.join(","));
        let _ = read(sources(&[(format!("{}.csv", kind.table()).as_str(), &text)]), &store, false);
    });
    proptest!(|(text in text(), cut in 0..200usize)| {
        let goals = serde_json::json!([{ "text": text, "indicators": [{ "target": text }, {}] }, {}]);
        let json = serde_json::json!({ "goals": goals, &*text: [[1], {}] }).to_string();
        let json: String = json.chars().take(cut).collect();
        let _ = read(sources(&[("project.json", &json)]), &store, false);
    });
}

#[test]
fn rows_end_with_crlf_and_have_their_status() {
    let mut store = new_store();
    let follow_ups = "ref,due,task\nF10,2011-01-16,\"ring,\nfråga\"\nF1,2011-01-17,\"=1+1\"\n";
    take_in(&mut store, sources(&[("follow_ups.csv", follow_ups)]));
    let files = exported(&store);
    let (_, bytes) = files.iter().find(|(name, _)| name == "follow_ups.csv").unwrap();
    assert_eq!(
        String::from_utf8_lossy(bytes),
        "ref,due,person,contact,referral,task,every,done,cancelled,outcome,note,status\r\n\
         F1,2011-01-17,,,,'=1+1,,,,,,open\r\n\
         F10,2011-01-16,,,,\"ring,\nfråga\",,,,,,overdue\r\n"
    );
    assert!(read(as_sources(&files), &store, false).unwrap().change.edits.is_empty(), "status is not read");
}

#[test]
fn rows_as_json_are_texts_without_anything_unseen() {
    let mut store = new_store();
    let organisations = "ref,name,agreement\nO1,'=\u{202e}\"x\",\n".replace("\"x\"", "x");
    take_in(&mut store, sources(&[("organisations.csv", organisations)]));
    let mut out = Vec::new();
    let mut rows = JsonRows::new(&mut out, parse_date("2011-01-17").unwrap());
    rows.push(&record(&store, Kind::Organisation, "O1")).unwrap();
    rows.finish().unwrap();
    let text = String::from_utf8(out).unwrap();
    assert_eq!(
        text,
        "[\n{\"ref\":\"O1\",\"name\":\"=\\u202ex\",\"kind\":\"\",\"agreement\":\"\",\"commitment\":\"\",\"fulfilled\":\"\",\
         \"note\":\"\"}\n]\n"
    );
    let mut out = Vec::new();
    JsonRows::new(&mut out, parse_date("2011-01-17").unwrap()).finish().unwrap();
    assert_eq!(out, b"[]\n");
}

#[test]
fn a_closed_pipe_is_an_error() {
    struct Closed;
    impl std::io::Write for Closed {
        fn write(&mut self, _: &[u8]) -> std::io::Result<usize> {
            Err(std::io::ErrorKind::BrokenPipe.into())
        }
        fn flush(&mut self) -> std::io::Result<()> {
            Ok(())
        }
    }
    let rows = CsvRows::new(Closed, Kind::Person, parse_date("2011-01-17").unwrap());
    let error = rows.and_then(CsvRows::finish).unwrap_err();
    assert_eq!(error.kind(), std::io::ErrorKind::BrokenPipe);
}
