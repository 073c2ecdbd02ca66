//! The sample's figures, by command.

use crate::harness::{Home, expected};
use serde_json::{Value, json};

/// The measures that can be listed and counted, in the form of `list`.
const MEASURES: [&str; 10] = [
    "contacts",
    "attempts",
    "meetings",
    "interviews",
    "persons",
    "referrals",
    "referred-persons",
    "follow-ups",
    "activities",
    "matters",
];

fn stats(home: &Home, arguments: &[&str]) -> Value {
    home.run(&[&["--demo", "stats", "--format", "json", "--measure"], arguments].concat()).json()
}

#[test]
fn goals_give_every_indicator_of_the_final_report() {
    let lines = Home::new().run(&["--demo", "goals", "--period", "2009..2010", "--format", "json"]).json();
    let figures = |lines: &Value| {
        let of = |line: &Value| json!([line["goal"], line["label"], line["value"], line["of"]]);
        lines.as_array().unwrap().iter().map(of).collect::<Vec<_>>()
    };
    assert_eq!(figures(&lines), figures(&expected()["indicators"]));
    let keys: Vec<&String> = lines[0].as_object().unwrap().keys().collect();
    assert_eq!(keys, ["goal", "label", "measure", "filter", "value", "of", "target", "met"]);
    assert_eq!((&lines[0]["target"], &lines[0]["met"]), (&json!("100%"), &json!(true)));
    assert_eq!((&lines[1]["of"], &lines[1]["target"], &lines[1]["met"]), (&Value::Null, &Value::Null, &Value::Null));
}

#[test]
fn who_was_offered_in_one_year_has_been_offered_in_the_next() {
    let home = Home::new();
    for (period, n) in [("2009", 23), ("2010", 24), ("2010-H1", 15)] {
        let lines = home.run(&["goals", "--period", period, "--format", "json", "--demo"]).json();
        assert_eq!((&lines[0]["value"], &lines[0]["of"]), (&json!(n), &json!(n)), "{period}");
    }
}

#[test]
fn stats_give_the_totals() {
    let home = Home::new();
    let expected = &expected()["totals"];
    for measure in ["contacts", "attempts", "meetings", "persons", "referrals", "referred_persons", "activities"] {
        let answer = stats(&home, &[measure, "--period", "2009..2010"]);
        assert_eq!(answer["total"], expected[measure], "{measure}");
        assert_eq!(answer["cells"], json!([[expected[measure]]]), "{measure}");
        assert_eq!((&answer["rows"], &answer["columns"]), (&Value::Null, &Value::Null));
        if measure == "persons" {
            assert_eq!(answer["without_person"], expected["without_person"]);
        }
    }
}

#[test]
fn a_table_has_the_shape_of_the_contract() {
    let home = Home::new();
    let table = stats(
        &home,
        &["referrals", "--rows", "age", "--columns", "kind", "--period", "2010", "--filter", "-role:buyer"],
    );
    let keys: Vec<&String> = table.as_object().unwrap().keys().collect();
    let expected = [
        "measure",
        "filter",
        "period",
        "rows",
        "columns",
        "cells",
        "row_totals",
        "column_totals",
        "total",
        "without_person",
        "without_value",
    ];
    assert_eq!(keys, expected);
    assert_eq!(table["period"], json!({"from": "2010-01-01", "to": "2010-12-31"}));
    assert_eq!((&table["rows"]["key"], &table["columns"]["key"]), (&json!("age"), &json!("kind")));
    assert_eq!(table["rows"]["values"][0], json!({"code": "0-14", "label": "0–14"}));
    let rows = table["rows"]["values"].as_array().unwrap().len();
    assert_eq!(table["cells"].as_array().unwrap().len(), rows);
    let compared = stats(&home, &["contacts", "--period", "2010-Q1", "--compare", "previous"]);
    assert_eq!(compared["compared"]["period"], json!({"from": "2009-10-01", "to": "2009-12-31"}));
    assert_eq!(compared["compared"]["total"], stats(&home, &["contacts", "--period", "2009-Q4"])["total"]);
}

#[test]
fn a_list_has_as_many_rows_as_stats_count() {
    let home = Home::new();
    for measure in MEASURES {
        for what in [&["--period", "2010-H1"][..], &["--period", "..2009", "--filter", "-ref:none"]] {
            let count = stats(&home, &[&[measure], what].concat());
            let list = home.run(&[&["--demo", "list", measure, "--format", "json"], what].concat()).json();
            assert_eq!(json!(list.as_array().unwrap().len()), count["total"], "{measure} {what:?}");
        }
    }
}

#[test]
fn lists_are_the_same_in_every_format() {
    let home = Home::new();
    let what = ["--demo", "list", "follow-ups", "--period", "2010-03", "--format"];
    let rows = home.run(&[&what[..], &["json"]].concat()).json();
    let rows = rows.as_array().unwrap();
    let csv = home.run(&[&what[..], &["csv"]].concat()).assert(0, &[]).out;
    let mut lines = csv.split("\r\n");
    assert_eq!(lines.next(), Some("ref,due,person,contact,referral,task,every,done,cancelled,outcome,note,status"));
    assert_eq!(lines.filter(|line| !line.is_empty()).count(), rows.len());
    assert!(rows[0].as_object().unwrap().values().all(Value::is_string));
    let table = home.run(&[&what[..], &["table"]].concat()).assert(0, &["Due"]);
    assert_eq!(table.out.lines().count(), rows.len() + 2, "{}", table.out);
}

#[test]
fn protected_people_show_nothing_that_finds_them() {
    let home = Home::new();
    for format in ["table", "json", "csv"] {
        let what = ["--demo", "list", "persons", "--filter", "protected:yes", "--format", format];
        let found = home.run(&what).assert(0, &[]);
        assert!(found.out.contains("P0"), "{}", found.out);
        if format == "json" {
            for person in found.json().as_array().unwrap() {
                for hidden in ["district", "phone", "safe_contact"] {
                    assert_eq!(person[hidden], "", "{hidden} of {}", person["ref"]);
                }
            }
        }
    }
}

#[test]
fn the_summary_fits_its_pages_in_both_languages() {
    let home = Home::new();
    for (lang, period) in [("sv", "Sida 1 av 3"), ("en", "Page 1 of 3")] {
        let done = home
            .run(&["--demo", "report", "--period", "2009..2010", "--lang", lang])
            .assert(0, &[period, "381", "196"]);
        for page in done.out.split('\u{c}') {
            assert!(page.lines().count() <= 58);
            assert!(page.lines().all(|line| line.chars().count() <= 72));
        }
    }
    insta::assert_snapshot!(home.run(&["--demo", "report", "--period", "2010-03", "--lang", "sv"]).out);
}

#[test]
fn every_command_of_a_report_shows_as_many_records_as_its_figure_says() {
    let home = Home::new();
    let report = home.run(&["--demo", "report", "--period", "2010", "--lang", "en"]).assert(0, &[]).out;
    let figure = |mark: &str| {
        let mark = &format!("\u{a0}{mark}");
        let line = report.lines().find(|line| line.contains(mark)).unwrap();
        line.split_once(mark).unwrap().1.split_whitespace().next().unwrap().replace(',', "")
    };
    for (mark, command) in [
        ("[1]", &["contacts"][..]),
        ("[5]", &["persons"]),
        ("[6]", &["persons", "--filter", "new:new"]),
        ("[9]", &["referrals", "--filter", "kind:report age:<18"]),
    ] {
        let note = report.lines().find(|line| line.starts_with(mark)).unwrap();
        assert!(note.contains(&format!("list {}", command[0])), "{note}");
        let list = home.run(&[&["--demo", "list"], command, &["--period", "2010", "--format", "json"]].concat()).json();
        assert_eq!(figure(mark), list.as_array().unwrap().len().to_string(), "{mark}");
    }
}

#[test]
fn a_report_goes_to_a_new_file_only() {
    let home = Home::new();
    home.run(&["--demo", "report", "--period", "2010", "-o", "r.txt"]).assert(0, &["in the clear"]);
    let written = std::fs::read_to_string(home.path("r.txt")).unwrap();
    assert_eq!(written, home.run(&["--demo", "report", "--period", "2010"]).out);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        assert_eq!(std::fs::metadata(home.path("r.txt")).unwrap().permissions().mode() & 0o777, 0o600);
    }
    home.run(&["--demo", "report", "--period", "2010", "-o", "r.txt"]).assert(1, &["r.txt exists already"]);
}

#[test]
fn other_files_can_be_the_sample() {
    let home = Home::new();
    home.write("log/persons.csv", "ref,alias\nP1,A.B-1\nP2,C.D-2\n");
    home.write("log/contacts.csv", "at,person,reached\n2010-01-01,P1,\n2010-01-02T10:00,P2,false\n");
    home.run(&["--demo=log", "list", "contacts"]).assert(0, &["A.B-1", "1 row"]);
    home.write("log/contacts.csv", "at,person\n2010-13-01,P1\n");
    home.run(&["--demo=log", "list", "contacts"]).assert(6, &["log/contacts.csv:2: at: "]);
}

#[test]
fn texts_that_only_spaces_tell_apart_are_two_values() {
    let home = Home::new();
    home.write("files/persons.csv", "ref,district\nP1,Farsta\nP2, Farsta\nP3,farsta\n");
    home.write("files/contacts.csv", "at,person\n2010-01-01,P1\n2010-01-01,P2\n2010-01-01,P3\n2010-01-02,P3\n");
    let demo = format!("--demo={}", home.path("files").display());
    for (filter, n) in [("Farsta", 1), ("\" Farsta\"", 1), ("farsta", 2), ("\"farsta \"", 2)] {
        let filter = format!("district:{filter}");
        let counted =
            home.run(&[&demo, "stats", "--measure", "contacts", "--filter", &filter, "--format", "json"]).json();
        assert_eq!(
            (&counted["total"], &counted["filter"]),
            (&json!(n), &json!(filter.replace("\"farsta \"", "farsta")))
        );
    }
}

#[test]
fn the_day_of_the_sample_is_today() {
    let home = Home::new();
    let today = |arguments: &[&str]| {
        let command =
            [&["--demo", "stats", "--measure", "contacts", "--period", "this-month", "--format", "json"], arguments];
        home.run(&command.concat()).json()["period"]["from"].clone()
    };
    assert_eq!(today(&[]), "2011-01-01");
    assert_eq!(today(&["--today", "2010-05-05"]), "2010-05-01");
}
