//! Every kind of fault, with its file, line and column.

use super::super::What;
use super::*;
use crate::domain::Problem;

/// The faults of files as `FILE:LINE: COLUMN:` with the beginning of what is wrong.
fn faults<B: AsRef<[u8]>>(files: &[(&str, B)]) -> Vec<String> {
    match read(sources(files), &new_store(), false) {
        Ok(_) => Vec::new(),
        Err(faults) => in_english(&faults),
    }
}

#[track_caller]
fn assert_faults<B: AsRef<[u8]>>(files: &[(&str, B)], expected: &[&str]) {
    let found = faults(files);
    let fits = found.len() == expected.len() && found.iter().zip(expected).all(|(f, e)| f.starts_with(e));
    assert!(fits, "found {found:#?}, expected {expected:#?}");
}

#[test]
fn columns() {
    let cases: [(&str, &[&str]); 11] = [
        ("", &["persons.csv:1: ref: there is no header row; the first line names the columns: ref,alias,aka,birth"]),
        ("\n\n", &["persons.csv:1: ref: there is no header row"]),
        ("ref,alais\n", &["persons.csv:1: alais: unknown column; the nearest is alias"]),
        (
            "ref,shoe_size\n",
            &["persons.csv:1: shoe_size: unknown column; there are: ref, alias, aka, birth, sex, country"],
        ),
        ("ref,status\n", &["persons.csv:1: status: unknown column"]),
        ("ref,alias,ref\nP1,A,P1\n", &["persons.csv:1: ref: the column stands twice"]),
        ("ref,alias,\nP1,A,\n", &["persons.csv:1: 3: the column has no name"]),
        ("ref;alias\nP1;A\n", &["persons.csv:1: ref: the columns are kept apart by “;”"]),
        ("\"ref\";\"alias\"\n", &["persons.csv:1: ref: the columns are kept apart by “;”; save"]),
        ("alias\tbirth\n", &["persons.csv:1: ref: the columns are kept apart by tabs"]),
        (
            "ref,alias\nP1\nP2,A,B\n",
            &[
                "persons.csv:2: alias: number of cells: 1 here, 2 in the header row; text with a comma belongs in quotes",
                "persons.csv:3: 3: number of cells: 3 here",
            ],
        ),
    ];
    for (text, expected) in cases {
        assert_faults(&[("persons.csv", text)], expected);
    }
    assert_faults(&[("persons.csv", "\u{feff}birth,ref\r\n1990,P1\r\n"), ("matters.csv", "title")], &[]);
}

#[test]
fn quotes() {
    let cases: [(&str, &[&str]); 4] = [
        ("ref,note\nP1,\"a\nb\nP2,c\n", &["persons.csv:2: note: the quote that opens the cell is never closed"]),
        ("ref,note\nP1,a \"b\"\n", &["persons.csv:2: note: a quote stands inside the cell"]),
        (
            "ref,note,birth\nP1,\"a\nb\",90\nP2,\"a\nb\"c,1990\n",
            &["persons.csv:2: birth: not a time of birth", "persons.csv:4: note: a quote stands inside the cell"],
        ),
        ("ref,note\nP1,\"a \"\"b\"\"\"\n", &[]),
    ];
    for (text, expected) in cases {
        assert_faults(&[("persons.csv", text)], expected);
    }
}

#[test]
fn encodings() {
    let utf_16 = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<_>>();
    let latin_1 = b"ref,alias,birth\nP1,\xc5sa,90\nP2,Bo,1990\nP3,\"a\nb\",\xe5\n".to_vec();
    // "Wang" in Big5.
    let big_5 = b"ref,alias\nP1,\xa4\xfd\n".to_vec();
    let cases: [(Vec<u8>, &[&str]); 5] = [
        (
            latin_1,
            &[
                "persons.csv:2: alias: the byte C5 is not UTF-8; save the file as UTF-8",
                "persons.csv:2: birth: not a time of birth",
                "persons.csv:4: birth: the byte E5 is not UTF-8",
            ],
        ),
        (big_5, &["persons.csv:2: alias: the byte A4 is not UTF-8"]),
        (utf_16("\u{feff}ref,alias\n"), &["persons.csv:1: ref: the file is saved as UTF-16"]),
        (utf_16("ref,alias\n"), &["persons.csv:1: ref: the file is saved as UTF-16"]),
        (b"ref,ali\xe5s\nP1,\n".to_vec(), &["persons.csv:1: ali\u{fffd}s: the byte E5 is not UTF-8"]),
    ];
    for (bytes, expected) in cases {
        assert_faults(&[("persons.csv", bytes)], expected);
    }
    assert_faults(&[("project.json", b"{\n\"name\": \"\xc5\"}".to_vec())], &["project.json:2: project: the byte C5"]);
    assert_faults(&[("project.json", utf_16("{}"))], &["project.json:1: project: the file is saved as UTF-16"]);
}

#[test]
fn values() {
    let cases: [(&str, &str, &[&str]); 15] = [
        ("contacts.csv", "ref,at\nC1,\n", &["contacts.csv:2: at: must be filled in"]),
        ("contacts.csv", "ref,at\nC1,2010-02-30\n", &["contacts.csv:2: at: not a date"]),
        (
            "contacts.csv",
            "at,role\n2010-01-01,vitness\n",
            &["contacts.csv:2: role: unknown value “vitness”; the nearest is witness"],
        ),
        (
            "contacts.csv",
            "at,reached,minutes\n2010-01-01,ja,-5\n",
            &[
                "contacts.csv:2: reached: neither yes nor no; write true or false",
                "contacts.csv:2: minutes: not a whole number",
            ],
        ),
        (
            "persons.csv",
            "ref,country\nP 1,ZZ\n",
            &["persons.csv:2: ref: not a ref", "persons.csv:2: country: not a country"],
        ),
        ("persons.csv", "ref,note\nP1,a\0b\n", &["persons.csv:2: note: has a NUL"]),
        ("persons.csv", "ref,no\0te\nP1,a\n", &["persons.csv:1: note: has a NUL"]),
        ("persons.csv", "ref,phone\nP1,0\0\n", &["persons.csv:2: phone: has a NUL"]),
        ("follow_ups.csv", "due,every\n2010-01-01,2\n", &["follow_ups.csv:2: every: not an interval"]),
        ("activities.csv", "start,end\n2010-02-02,2010-02-01\n", &["activities.csv:2: end: before start"]),
        (
            "persons.csv",
            "ref\nP1\nP2\nP1\n",
            &["persons.csv:4: ref: the same ref stands in persons.csv line 2 already"],
        ),
        (
            "contacts.csv",
            "at,person,matter\n2010-01-01,P1,M1\n",
            &["contacts.csv:2: person: no record has the ref P1", "contacts.csv:2: matter: no record has the ref M1"],
        ),
        (
            "referrals.csv",
            "date,organisation\n2010-01-01,O7\n",
            &["referrals.csv:2: organisation: no record has the ref O7"],
        ),
        ("referrals.csv", "date,organisation\n2010-01-01,a\0\n", &["referrals.csv:2: organisation: has a NUL"]),
        ("organisations.csv", "ref,name\nO1,\n", &["organisations.csv:2: name: must be filled in"]),
    ];
    for (file, text, expected) in cases {
        assert_faults(&[(file, text)], expected);
    }
    let long = format!("alias,note\n{},{}\n", "å".repeat(201), "å".repeat(40_000));
    assert_faults(&[("persons.csv", long)], &["persons.csv:2: alias: too long", "persons.csv:2: note: too long"]);
    let relation = "person,relation,other\nP1,parent,P1\n";
    assert_faults(
        &[("persons.csv", "ref\nP1\n"), ("relations.csv", relation)],
        &["relations.csv:2: other: the same person"],
    );
    let several = [
        ("organisations.csv", "ref,name\nO1,KAST\nO2,kast\n"),
        ("referrals.csv", "date,organisation\n2010-01-01,Kast\n"),
    ];
    assert_faults(
        &several,
        &["referrals.csv:2: organisation: several organisations are called “Kast”; write the ref of one: O1, O2"],
    );
}

#[test]
fn meetings_are_no_ring() {
    let text =
        "ref,at,meeting\nC1,2010-01-01,C1\nC2,2010-01-01,C3\nC3,2010-01-01,C4\nC4,2010-01-01,C3\nC5,2010-01-01,C1\n";
    assert_faults(
        &[("contacts.csv", text)],
        &["contacts.csv:4: meeting: points round in a ring", "contacts.csv:5: meeting: points round in a ring"],
    );
}

#[test]
fn value_lists() {
    let text = "list,code,label_sv,label_en,retired\nrole,Volunteer,Volontär,Volunteer,maybe\nsex,unsure,,,\nrol,a,,,\n\
                role,ok,,,\nrole,ok,,,\nrole,unknown,,,\n";
    assert_faults(
        &[("lists.csv", text)],
        &[
            "lists.csv:2: retired: neither yes nor no",
            "lists.csv:2: code: “Volunteer” cannot be a code",
            "lists.csv:3: list: the list sex is fixed",
            "lists.csv:4: list: there is no list “rol”; the nearest is role",
            "lists.csv:6: code: the same value stands on line 5",
            "lists.csv:7: code: “unknown” cannot be a code",
        ],
    );
}

#[test]
fn projects() {
    let text = "{\n\"nmae\": \"\",\n\"start\": \"2009-13-01\",\n\"goals\": [\n {\"number\": \"1\",\n  \"indicators\": [{\n  \
                \"label\": 1}]}],\n\"age_groups\": [1],\n\"costs\": [{\"amount\": \"1,5\"}],\n\"unit\": \"a\\u0000\"}";
    assert_faults(
        &[("project.json", text)],
        &[
            "project.json:2: nmae: unknown key; the nearest is name",
            "project.json:3: start: not a date",
            "project.json:5: number: the text “1” stands where a whole number from 0 belongs",
            "project.json:7: label: the number 1 stands where a text in quotes belongs",
            "project.json:8: age_groups: not age groups: the lowest age of each, rising from 0",
            "project.json:9: amount: not an amount; write it as \"1289000.00\"",
            "project.json:10: unit: has a NUL",
        ],
    );
    assert_faults(
        &[("project.json", "{\n\"name\":,")],
        &["project.json:2: project: a value belongs here: a text in quotes"],
    );
    assert_faults(
        &[("project.json", "{\"name\": \"\",\n\"name\": \"\"}")],
        &["project.json:2: project: the key name stands twice"],
    );
    assert_faults(&[("project.json", "[]")], &["project.json:1: project: cannot be read: not an object"]);
    assert_faults(&[("project.json", "{}")], &[]);
}

#[test]
fn indicators() {
    let text = "{\"goals\": [{\"indicators\": [\n{\"measure\": \"persons\", \"filter\": \"good\",\n\"target\": \"90%\"},\n\
                {\"measure\": \"persons\", \"filter\": \"bad\", \"of\": \"bad\",\n\"target\": \">10\"},\n\
                {\"filter\": \"good\", \"of\": \"good\", \"target\": \"90%\"},\n\
                {\"filter\": \"\", \"of\": \"\",\n\"measure\": \"bad\"}]}]}";
    let check = |_: &Change, measure: &str, filter: &str| match [measure, filter].contains(&"bad") {
        true => Err("unreadable".to_owned()),
        false => Ok(()),
    };
    let Err(Refused::Faults(faults)) = import(sources(&[("project.json", text)]), &new_store(), false, &check) else {
        panic!("there are faults")
    };
    assert_eq!(
        in_english(&faults),
        [
            "project.json:3: target: a target in per cent needs “of”, the whole that the share is of",
            "project.json:4: filter: unreadable",
            "project.json:4: of: unreadable",
            "project.json:5: target: not a target; write it as 80%, 12, >=12, <=12 or =12",
            "project.json:8: measure: unreadable",
        ]
    );
}

#[test]
fn saved_views_have_names_of_their_own() {
    let views = "{\"views\": [{\"name\": \"A\"},\n{\"name\": \" \"},\n{\"name\": \"A\"}]}";
    let kinds = "{\"views\": [{\"name\": \"A\",\n\"view\": \"pie\", \"filtre\": \"\"}]}";
    assert_faults(
        &[("project.json", views)],
        &["project.json:2: name: must be filled in", "project.json:3: name: the same value stands on line 1 already"],
    );
    assert_faults(
        &[("project.json", kinds)],
        &[
            "project.json:2: view: unknown value “pie”; there are: list, counted, overview",
            "project.json:2: filtre: unknown key; the nearest",
        ],
    );
}

#[test]
fn files() {
    assert_faults(&[("persons.csv", "ref\n"), ("b/people.csv", "")], &["b/people.csv: the file's name does not say"]);
    assert_faults(
        &[("a/project.json", "{}"), ("b/project.json", "{}")],
        &["b/project.json: a project.json has been read"],
    );
    assert_faults(
        &[("a/persons.csv", "ref\nP1\n"), ("b/persons.csv", "ref\nP1\n")],
        &["b/persons.csv:2: ref: the same ref stands in a/persons.csv line 2"],
    );
}

/// One unreadable file is one fault: what names its records is none.
#[test]
fn what_follows_from_a_fault_is_no_fault() {
    let contacts = "ref,at,person,role\nC1,2010-01-01,P1,volunteer\n";
    let persons =
        [("contacts.csv", contacts.replace("volunteer", "")), ("persons.csv", "ref;alias\nP1;A\n".to_owned())];
    assert_faults(&persons, &["persons.csv:1: ref: the columns are kept apart"]);
    let count = [("contacts.csv", contacts.replace("volunteer", "")), ("persons.csv", "ref,alias\nP1\n".to_owned())];
    assert_faults(&count, &["persons.csv:2: alias: number of cells"]);
    let lists = [("contacts.csv", contacts.replace("P1", "")), ("lists.csv", "list;code\n".to_owned())];
    assert_faults(&lists, &["lists.csv:1: list: the columns are kept apart"]);
}

#[test]
fn faults_stand_in_the_order_of_files_and_lines_in_both_languages() {
    let files = [("referrals.csv", "date\n\n2010\n"), ("contacts.csv", "at,person\n2010,P9\n2010-01-01,P9\n")];
    let faults = read(sources(&files), &new_store(), false).unwrap_err();
    let english = [
        "referrals.csv:3: date: not a date; write it as 2010-12-31",
        "contacts.csv:2: at: not a date, with or without a time; write it as 2010-12-31 or 2010-12-31T14:20",
        "contacts.csv:2: person: no record has the ref P9",
        "contacts.csv:3: person: no record has the ref P9",
    ];
    assert_eq!(in_english(&faults), english);
    let swedish = faults[0].in_words(Lang::Sv).into_string();
    assert_eq!(swedish, "referrals.csv:3: date: inte ett datum; skriv som 2010-12-31");
}

#[test]
fn a_fault_shows_nothing_unseen_and_stays_short() {
    let given = format!("\u{202e}\u{1b}[2J\n{}", "x".repeat(10_000));
    let problem = Problem::UnknownCode { given, meant: crate::domain::Meant::OneOf(Vec::new()) };
    let what = What::Value(problem);
    let shown = Fault::at("a\u{202e}.csv", 1, "role", what).in_words(Lang::En).into_string();
    assert!(shown.chars().count() < 200 && !shown.contains(crate::domain::text::is_unseen), "{shown}");
}
