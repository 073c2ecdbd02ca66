//! `find`: what it finds, its formats, and what it keeps to itself.

use crate::harness::Home;
use serde_json::Value;

fn found(arguments: &[&str], input: &str) -> Value {
    Home::new().run_with(&[&["--demo", "find", "--format", "json"], arguments].concat(), input).json()
}

#[test]
fn people_come_first_then_the_newest() {
    let hits = found(&["E.M-53"], "");
    let keys: Vec<&String> = hits[0].as_object().unwrap().keys().collect();
    assert_eq!(keys, ["kind", "ref", "date", "title", "snippet"]);
    assert_eq!((&hits[0]["kind"], &hits[0]["ref"]), (&"person".into(), &"P002".into()));
    let hits = found(&["17", "dec", "2010"], "");
    let hits = hits.as_array().unwrap();
    assert!(hits.iter().any(|hit| hit["kind"] == "contact" && hit["date"] == "2010-12-17"));
    let kinds = hits.iter().map(|hit| hit["kind"] != "person").collect::<Vec<_>>();
    assert!(kinds.is_sorted(), "{hits:?}");
}

#[test]
fn the_words_may_come_from_standard_input() {
    for arguments in [&[][..], &["-"]] {
        assert_eq!(found(arguments, "E.M-53\n"), found(&["E.M-53"], ""));
    }
    assert_eq!(found(&["c0101"], "")[0]["ref"], "C0101");
}

#[test]
fn nothing_found_is_an_empty_answer_with_near_names_apart() {
    let home = Home::new();
    home.run(&["--demo", "find", "E.M-54"]).assert(0, &["Nothing found.", "Did you mean E.M-53"]);
    let done = home.run(&["--demo", "find", "E.M-54", "--format", "json"]);
    assert_eq!(done.json(), Value::Array(Vec::new()));
    home.run(&["--demo", "--lang", "sv", "find", "zzzzzz"]).assert(0, &["Inget hittat."]);
}

#[test]
fn tables_for_people_and_for_spreadsheets() {
    let home = Home::new();
    home.run(&["--demo", "find", "E.M-53"]).assert(0, &["Kind", "person", "P002"]);
    let csv = home.run(&["--demo", "find", "E.M-53", "--format", "csv"]).out;
    assert!(csv.starts_with("kind,ref,date,title,snippet\r\nperson,P002,,"), "{csv}");
}

#[test]
fn what_is_hidden_is_neither_found_nor_shown() {
    let home = Home::new();
    let person = ["alias,protected,district,phone,note", "Vargtass,true,Hemlighult,0709998877,ringer"].join("\n");
    home.write("sample/persons.csv", &person);
    let find = |words: &str| {
        let done = home.run(&["--demo=sample", "find", words, "--format", "json"]);
        assert!(!done.out.contains("Hemlighult") && !done.out.contains("0709998877"), "{}", done.out);
        done.json().as_array().unwrap().len()
    };
    assert_eq!((find("vargtass"), find("ring"), find("hemlig"), find("0709998877")), (1, 1, 0, 0));
}

#[test]
fn terms_of_the_filter_language_narrow_what_is_found() {
    let hits = found(&["role:victim", "age:<18"], "");
    let hits = hits.as_array().unwrap();
    assert!(!hits.is_empty());
    let kinds: Vec<&Value> = hits.iter().map(|hit| &hit["kind"]).collect();
    assert!(kinds.contains(&&"person".into()) && kinds.contains(&&"contact".into()), "{kinds:?}");
    // The words may stand in the name of the record's person.
    let hers = found(&["kind:link", "E.M-53"], "");
    let hers = hers.as_array().unwrap();
    assert!(!hers.is_empty() && hers.iter().all(|hit| hit["title"].as_str().unwrap().contains("E.M-53")), "{hers:?}");
    let home = Home::new();
    home.run(&["--demo", "find", "role:victm"]).assert(2, &["victim"]);
    home.run(&["--demo", "find", "rol:victim"]).assert(2, &["role"]);
    home.run(&["--demo", "find", "kön:kvinna"]).assert(2, &["nearest is sex"]);
    // A word's complement takes away what has the word.
    let (all, some) = (found(&["vill"], ""), found(&[], "vill -lugnt\n"));
    let (all, some) = (all.as_array().unwrap(), some.as_array().unwrap());
    assert!(!some.is_empty() && some.len() < all.len() && some.iter().all(|hit| all.contains(hit)), "{some:?}");
}

#[test]
fn a_command_finds_all_there_is() {
    for words in ["samtal", "role:seller"] {
        let hits = found(&[words], "");
        let contacts = hits.as_array().unwrap().iter().filter(|hit| hit["kind"] == "contact").count();
        let listed = Home::new().run(&["--demo", "list", "contacts", "--format", "json", "--filter", words]).json();
        let attempts = Home::new().run(&["--demo", "list", "attempts", "--format", "json", "--filter", words]).json();
        let all = listed.as_array().unwrap().len() + attempts.as_array().unwrap().len();
        assert!(contacts == all && all > 20, "{words}: {contacts} of {all}");
    }
}

#[test]
fn contacts_are_found_by_the_name_of_their_person() {
    let hits = found(&["E.M-53"], "");
    let hits = hits.as_array().unwrap();
    let contacts = hits.iter().filter(|hit| hit["kind"] == "contact").count();
    assert!(contacts > 3, "{hits:?}");
    // Another word narrows them.
    let fewer = found(&["E.M-53", "möte"], "");
    assert!(fewer.as_array().unwrap().len() < hits.len(), "{fewer:?}");
}
