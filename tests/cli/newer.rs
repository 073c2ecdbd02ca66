//! A store that a newer program wrote: read, told, and never written.

use crate::harness::Home;
use crate::raw;
use caselog::store::{Kdf, Passphrase, Store};

const PASSPHRASE: &str = "fyra gröna katter sover";

/// A home with the sample in a store `s` of a later program, and the passphrase in a file `p`.
fn with_newer_store() -> Home {
    let home = Home::new();
    home.write("p", &format!("{PASSPHRASE}\n"));
    let cheap = Kdf { memory: 8, passes: 1 };
    drop(Store::create(&home.path("s"), &Passphrase::new(PASSPHRASE.to_owned()), cheap).unwrap());
    home.run(&on(&["import", &sample()])).assert(0, &["423 added"]);
    raw::make_newer(&home.path("s"), PASSPHRASE);
    home
}

fn sample() -> String {
    format!("{}/src/demo/period-2009-2010", env!("CARGO_MANIFEST_DIR"))
}

fn on<'a>(more: &[&'a str]) -> Vec<&'a str> {
    [&["--store", "s", "--passphrase-file", "p"], more].concat()
}

#[test]
fn it_is_read_with_a_word_on_why_it_is_only_read() {
    let home = with_newer_store();
    let before = raw::files(&home.path("s"));
    let told = ["newer version", "version 99", "Update the program", "nothing is lost"];
    let listed = home.run(&on(&["list", "persons", "--format", "json"])).assert(0, &told);
    assert!(listed.out.contains("I.O-37"), "{}", listed.out);
    assert_eq!(home.run(&on(&["stats", "--measure", "contacts", "--format", "json"])).json()["total"], 399);
    home.run(&on(&["find", "I.O-37"])).assert(0, &["I.O-37"]);
    home.run(&on(&["goals", "--period", "2010"])).assert(0, &told);
    home.run(&on(&["report", "--period", "2010"])).assert(0, &told);
    home.run(&on(&["import", &sample(), "--dry-run"])).assert(0, &["423 unchanged"]);
    assert!(raw::files(&home.path("s")) == before, "a store of a newer program was written");
}

#[test]
fn what_would_write_is_refused_before_anything_is_asked() {
    let home = with_newer_store();
    let before = raw::files(&home.path("s"));
    let commands: [&[&str]; 12] = [
        &["add", "person", "--alias", "A.B-12"],
        &["log", "idag A.B-12 information"],
        &["import", &sample()],
        &["export", "out"],
        &["erase", "P001", "--yes"],
        &["backup"],
        &["backup", "elsewhere"],
        &["passphrase", "--new-passphrase-file", "p"],
        &["recovery-sheet"],
        &["report", "--period", "2010", "-o", "a.pdf"],
        &["report", "--period", "2010", "--print"],
        &["verify"],
    ];
    for command in commands {
        let done = home.run(&on(command)).assert(1, &["newer version", "Update the program"]);
        assert!(done.out.is_empty(), "{command:?}: {}", done.out);
    }
    home.run(&on(&["import", &sample(), "--lang", "sv"])).assert(1, &["Uppdatera programmet", "inget är förlorat"]);
    assert!(raw::files(&home.path("s")) == before, "a store of a newer program was written");
    for made in ["out", "a.pdf", "elsewhere", "s-backups"] {
        assert!(!home.path(made).exists(), "{made}");
    }
}

#[test]
fn one_that_cannot_be_read_is_not_called_damaged() {
    let home = with_newer_store();
    raw::open(&home.path("s"), PASSPHRASE).execute_batch("ALTER TABLE list_values RENAME TO terms").unwrap();
    let done = home.run(&on(&["list", "persons"])).assert(1, &["newer version", "cannot read", "nothing is lost"]);
    assert!(!done.err.contains("restore"), "{}", done.err);
    // In a store of this version the same is damage.
    raw::open(&home.path("s"), PASSPHRASE).pragma_update(None, "user_version", raw::VERSION).unwrap();
    assert_ne!(home.run(&on(&["list", "persons"])).exit, 0);
}

#[test]
fn what_is_unknown_in_a_store_of_this_version_and_in_a_file_is_a_fault() {
    let home = with_newer_store();
    raw::open(&home.path("s"), PASSPHRASE).pragma_update(None, "user_version", raw::VERSION).unwrap();
    home.run(&on(&["list", "persons"])).assert(5, &["project"]);
    home.write("in/project.json", "{\n\"colour\": \"blue\"\n}\n");
    home.run(&["--demo", "--lang", "en", "import", "in"]).assert(6, &["in/project.json:2: ", "colour"]);
}
