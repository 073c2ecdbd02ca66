//! Stores on the disk: exit codes, and the same bytes after export, import and export.

use crate::harness::Home;
use caselog::store::{Folder, Kdf, Passphrase, Store};

const PASSPHRASE: &str = "fyra gröna katter sover";

/// A home with a store `s` whose key is quickly derived, and the passphrase in a file `p`.
fn with_store() -> Home {
    let home = Home::new();
    home.write("p", &format!("{PASSPHRASE}\n"));
    let cheap = Kdf { memory: 8, passes: 1 };
    Store::create(&home.path("s"), &Passphrase::new(PASSPHRASE.to_owned()), cheap).unwrap();
    home
}

/// The arguments for a store, with more.
fn on<'a>(store: &'a str, more: &[&'a str]) -> Vec<&'a str> {
    [&["--store", store, "--passphrase-file", "p"], more].concat()
}

fn sample() -> String {
    format!("{}/src/demo/period-2009-2010", env!("CARGO_MANIFEST_DIR"))
}

#[test]
fn a_store_is_made_with_its_sheet_and_opens_with_the_code() {
    let home = Home::new();
    home.write("p", &format!("{PASSPHRASE}\n"));
    let sheet =
        home.run(&on("s", &["init", "--lang", "sv"])).assert(0, &["ÅTERSTÄLLNINGSBLAD", "skilt från datorn"]).out;
    let is_code = |line: &&str| line.starts_with("    ");
    let code = sheet.lines().filter(is_code).collect::<Vec<_>>().join(" ");
    let opened = home.run_with(&["--store", "s", "--passphrase-file", "-", "verify"], &format!("{code}\n"));
    opened.assert(0, &["whole"]);
    home.run(&on("s", &["init"])).assert(1, &["not empty"]);
    home.run_with(&["--store", "t", "--passphrase-file", "-", "init"], "\n").assert(1, &["empty"]);
    assert!(!home.path("t").exists());
    if let Ok(full) = std::fs::OpenOptions::new().write(true).open("/dev/full") {
        let done = home.command(&["--store", "u", "--passphrase-file", "p", "init"]).stdout(full).output().unwrap();
        let said = String::from_utf8(done.stderr).unwrap();
        assert_eq!(done.status.code(), Some(1), "{said}");
        assert!(said.contains("The store is made") && said.contains("caselog recovery-sheet"), "{said}");
    }
}

#[test]
fn every_way_not_to_open_has_its_exit_code() {
    let home = with_store();
    home.write("wrong", "fem gröna katter\n");
    home.run(&on("nowhere", &["list", "persons"])).assert(1, &["init"]);
    home.run(&["--store", "s", "--passphrase-file", "wrong", "list", "persons"]).assert(3, &["passphrase"]);
    home.run(&["--store", "s", "list", "persons"]).assert(1, &["--passphrase-file"]);
    let held = Folder::hold(&home.path("s")).unwrap();
    home.run(&on("s", &["list", "persons"])).assert(4, &[]);
    drop(held);
    home.run(&on("s", &["list", "persons"])).assert(0, &["No records"]);

    let database = std::fs::read_dir(home.path("s")).unwrap().map(|e| e.unwrap().path());
    let database = database.max_by_key(|path| std::fs::metadata(path).unwrap().len()).unwrap();
    let whole = std::fs::read(&database).unwrap();
    let mut damaged = whole.clone();
    damaged[100] ^= 1;
    std::fs::write(&database, damaged).unwrap();
    home.run(&on("s", &["list", "persons"])).assert(5, &[]);
    for command in ["list persons", "verify", "backup"] {
        std::fs::write(&database, []).unwrap();
        home.run(&on("s", &command.split(' ').collect::<Vec<_>>())).assert(5, &[]);
        assert_eq!(std::fs::metadata(&database).unwrap().len(), 0, "{command}: an emptied file is made anew");
    }
    std::fs::remove_file(&database).unwrap();
    home.run(&on("s", &["list", "persons"])).assert(5, &[]);
    assert!(!database.exists(), "a missing file is made anew");
    std::fs::write(&database, whole).unwrap();
    home.run(&on("s", &["verify"])).assert(0, &["whole"]);
}

#[test]
fn export_import_export_gives_the_same_bytes() {
    let home = with_store();
    let cheap = Kdf { memory: 8, passes: 1 };
    Store::create(&home.path("t"), &Passphrase::new(PASSPHRASE.to_owned()), cheap).unwrap();
    home.run(&on("s", &["import", &sample()])).assert(0, &["423 added"]);
    home.run(&on("s", &["import", &sample()])).assert(0, &["423 unchanged"]);
    home.run(&on("s", &["export", "first"])).assert(0, &["in the clear"]);
    home.run(&on("t", &["import", "first"])).assert(0, &[]);
    home.run(&on("t", &["export", "second"])).assert(0, &[]);
    let files = |folder| {
        let entries = std::fs::read_dir(home.path(folder)).unwrap().map(|e| e.unwrap());
        let mut files: Vec<_> = entries.map(|e| (e.file_name(), std::fs::read(e.path()).unwrap())).collect();
        files.sort();
        files
    };
    assert_eq!(files("first").len(), 10);
    assert!(files("first") == files("second"));
    home.run(&on("s", &["export", "first"])).assert(1, &["overwritten"]);
    home.run(&on("s", &["verify"])).assert(0, &["whole"]);
}

#[test]
fn an_indicator_about_somebody_who_is_not_in_the_log_is_exported_and_comes_back() {
    let home = with_store();
    let goal =
        r#"{"goals": [{"number": 1, "indicators": [{"measure": "contacts", "filter": "person:Ingen ref:C9"}]}]}"#;
    home.write("goals/project.json", goal);
    home.run(&on("s", &["import", "goals"])).assert(0, &[]);
    home.run(&on("s", &["goals", "--period", "2010"])).assert(1, &["Ingen"]);
    home.run(&on("s", &["export", "out"])).assert(0, &[]);
    Store::create(&home.path("t"), &Passphrase::new(PASSPHRASE.to_owned()), Kdf { memory: 8, passes: 1 }).unwrap();
    home.run(&on("t", &["import", "out"])).assert(0, &[]);
}

#[test]
fn a_broken_file_is_told_line_by_line_and_nothing_is_written() {
    let home = with_store();
    home.write("in/persons.csv", "ref,alias,sex,colour\nP1,A.B-1,womn,red\nP2,C.D-2,woman,blue\n");
    home.write("in/contacts.csv", "at,person,role\n2010-02-30,P1,victim\n2010-02-03,P9,victm\n");
    let faults = [
        "in/persons.csv:1: colour: ",
        "in/persons.csv:2: sex: ",
        "woman",
        "in/contacts.csv:2: at: ",
        "in/contacts.csv:3: role: ",
        "nothing is written",
    ];
    home.run(&on("s", &["import", "in"])).assert(6, &faults);
    home.run(&on("s", &["list", "persons"])).assert(0, &["No records"]);
    let goal = r#"{"goals": [{"indicators": [{"measure": "organisations"}]}]}"#;
    home.write("goals/project.json", goal);
    home.run(&on("s", &["import", "goals"])).assert(6, &["project.json:1: measure: organisations can be listed"]);
    home.run(&on("s", &["import", "nowhere"])).assert(1, &["nowhere"]);
    home.write("in/persons.csv", "ref,alias,sex\nP1,A.B-1,woman\n");
    home.run(&on("s", &["import", "in/persons.csv", "--dry-run"])).assert(0, &["trial"]);
    home.run(&on("s", &["list", "persons"])).assert(0, &["No records"]);
    home.run(&on("s", &["import", "in/persons.csv"])).assert(0, &["1 added"]);
    home.write("in/persons.csv", "ref,alias,sex\nP1,A.B-1,man\n");
    home.run(&on("s", &["import", "in/persons.csv"])).assert(6, &["in/persons.csv:2: sex: "]);
    home.run(&on("s", &["import", "in/persons.csv", "--update"])).assert(0, &["1 changed"]);
}

#[test]
fn records_are_added_without_naming_anybody_in_the_arguments() {
    let home = with_store();
    let person =
        home.run_with(&on("s", &["add", "person", "--alias", "-", "--sex", "woman"]), "A.B-12\n").assert(0, &[]).out;
    let person = person.trim();
    let contact = format!("at: 2010-03-05T14:20\nperson: {person}\nrole: victim\nnote: ringde: vill återkomma\n");
    home.run_with(&on("s", &["add", "contact"]), &contact).assert(0, &["C"]);
    let referral =
        ["add", "referral", "--date", "2010-03-06", "--kind", "link", "--organisation", "Kvinnojouren", "--person"];
    home.run(&on("s", &[&referral[..], &[person]].concat())).assert(0, &["R"]);
    let found =
        home.run_with(&on("s", &["list", "contacts", "--format", "json", "--filter", "-"]), "person:A.B-12\n").json();
    assert_eq!(found[0]["note"], "ringde: vill återkomma");
    home.run(&on("s", &["list", "referrals", "--filter", "organisation:kvinnojouren"])).assert(0, &["A.B-12", "1 row"]);
    // The lines stand as the options do, not as the columns.
    let two = ["add", "person", "--note", "-", "--alias", "-"];
    home.run_with(&on("s", &two), "vill inte ringas\nÅ.K-7\n").assert(0, &["P"]);
    home.run(&on("s", &["find", "Å.K-7", "--format", "csv"])).assert(0, &["Å.K-7", "vill inte ringas"]);
    home.run(&on("s", &["add", "contact", "--person", "P999"])).assert(6, &["at: ", "person: "]);
    home.run(&on("s", &["add", "contact", "--at", "5/3"])).assert(2, &["at: "]);
    home.run_with(&on("s", &["add", "person"]), "alais: x\n").assert(2, &["alias"]);
    home.run_with(&on("s", &["add", "person"]), "x\n").assert(6, &["column: value"]);
    home.run_with(&on("s", &["add", "person"]), "\n").assert(6, &["nothing to add"]);
}

#[test]
fn a_report_in_a_file_is_kept_as_printed_and_one_on_standard_output_is_not() {
    let home = with_store();
    home.run(&on("s", &["import", &sample()])).assert(0, &[]);
    let printed = home.run(&on("s", &["report", "--period", "2010", "--lang", "sv"])).assert(0, &[]).out;
    home.run(&on("s", &["report", "--period", "2010", "--lang", "sv", "-o", "a.html"])).assert(0, &["i klartext"]);
    home.run(&on("s", &["verify"])).assert(0, &[]);
    let folder = std::sync::Arc::new(Folder::hold(&home.path("s")).unwrap());
    let store = Store::unlock_as_typed(&folder, PASSPHRASE.to_owned().into()).unwrap();
    let listed = caselog::worker::prints::listed(&store).unwrap();
    assert_eq!(listed.len(), 1);
    let kept = caselog::worker::prints::kept(&store, listed[0].seq).unwrap().unwrap();
    assert_eq!(kept.text, printed);
    assert!(kept.document.figures.iter().any(|figure| !figure.refs.is_empty()));
}
