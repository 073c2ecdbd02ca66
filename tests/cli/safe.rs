//! Backups, restoring, and the change of what opens the store, from the command line.

use crate::harness::{Done, Home};
use caselog::store::{Kdf, Passphrase, Store};

const STORE: [&str; 4] = ["--store", "log", "--passphrase-file", "pass"];

fn home() -> Home {
    let home = Home::new();
    home.write("pass", "grön katt\n");
    let cheap = Kdf { memory: 8, passes: 1 };
    drop(Store::create(&home.path("log"), &Passphrase::new("grön katt".to_owned()), cheap).unwrap());
    home.run_with(&[&["add", "person"], &STORE[..]].concat(), "alias: A.B-12\n").assert(0, &["P00001"]);
    home
}

fn on_store(home: &Home, arguments: &[&str]) -> Done {
    home.run(&[arguments, &STORE[..]].concat())
}

fn people(home: &Home, store: &str, file: &str) -> usize {
    let listed = home.run(&["list", "persons", "--format", "json", "--store", store, "--passphrase-file", file]);
    listed.json().as_array().map_or(0, Vec::len)
}

#[test]
fn a_backup_prints_its_path_opens_as_a_store_and_can_be_put_back() {
    let home = home();
    let own = on_store(&home, &["backup"]).assert(0, &["log-backups/caselog-"]).out;
    let made = on_store(&home, &["backup", "usb"]).assert(0, &["usb/caselog-"]).out;
    let made = made.trim_end();
    assert!(std::path::Path::new(made).is_absolute());
    home.run_with(&[&["add", "person"], &STORE[..]].concat(), "alias: E.M-53\n").assert(0, &["P00002"]);
    assert_eq!(people(&home, made, "pass"), 1);
    assert_eq!(people(&home, own.trim_end(), "pass"), 1);
    on_store(&home, &["restore", made]).assert(1, &["--replace"]);
    assert_eq!(people(&home, "log", "pass"), 2);
    on_store(&home, &["restore", made, "--replace"]).assert(0, &["is restored from", "log-replaced-"]);
    assert_eq!(people(&home, "log", "pass"), 1);
    on_store(&home, &["verify"]).assert(0, &[]);
    on_store(&home, &["restore", "log", "--replace"]).assert(2, &["is the store itself"]);
    for folder in ["nowhere", "log-backups"] {
        let newest =
            ["There is no backup in", folder, "The newest is: ", &own.trim_end()[own.find("log-backups").unwrap()..]];
        on_store(&home, &["restore", folder, "--replace"]).assert(1, &newest);
    }
    home.run(&["restore", "nowhere", "--store", "other"]).assert(1, &["are put in other-backups, and there is none"]);
    on_store(&home, &["backup", "--today", "2010-01-01"]).assert(2, &[]);
    home.run(&["backup", "--demo"]).assert(2, &["leave --demo out"]);
    home.run(&["restore", made, "--demo"]).assert(2, &["leave --demo out"]);
    home.write("wrong", "röd katt\n");
    home.run(&["restore", made, "--store", "other", "--passphrase-file", "wrong"]).assert(3, &[]);
    assert!(!home.path("other").exists());
    std::fs::write(std::path::Path::new(made).join("caselog.db"), "x").unwrap();
    home.run(&["restore", made, "--store", "other", "--passphrase-file", "pass"]).assert(5, &["damaged"]);
    assert!(!home.path("other").exists());
}

#[test]
fn verify_says_in_plain_words_that_the_file_is_not_as_it_was_written() {
    let home = home();
    on_store(&home, &["import", &format!("{}/src/demo/period-2009-2010", env!("CARGO_MANIFEST_DIR"))]).assert(0, &[]);
    let backup = on_store(&home, &["backup"]).assert(0, &[]).out;
    let database = home.path("log").join("caselog.db");
    let mut bytes = std::fs::read(&database).unwrap();
    // Pages in the middle, which opening does not read.
    let pages = bytes.len() / 4096;
    (pages / 2..pages / 2 + 8).for_each(|page| bytes[page * 4096 + 1000] ^= 1);
    std::fs::write(&database, bytes).unwrap();
    let said = on_store(&home, &["verify"]).assert(5, &["caselog.db is not as it was written", backup.trim_end()]).err;
    assert_eq!(said.lines().count(), 3, "what is wrong, what to do, and with what: {said}");
}

#[test]
fn another_passphrase_and_another_sheet_open_it_from_then_on() {
    let home = home();
    home.write("new", "fyra gröna katter\n");
    home.write("empty", "\n");
    on_store(&home, &["passphrase", "--new-passphrase-file", "empty"]).assert(1, &["empty"]);
    on_store(&home, &["passphrase"]).assert(1, &["give --new-passphrase-file"]);
    on_store(&home, &["passphrase", "--new-passphrase-file", "new"]).assert(0, &["passphrase is changed"]);
    on_store(&home, &["verify"]).assert(3, &[]);
    assert_eq!(people(&home, "log", "new"), 1);
    let sheet = |done: Done| {
        let code = done.out.lines().filter(|line| line.starts_with("    ")).collect::<Vec<_>>().join(" ");
        assert_eq!(code.split_whitespace().count(), 8, "{}", done.out);
        code
    };
    let new = ["--store", "log", "--passphrase-file", "new"];
    let first = sheet(home.run(&[&["recovery-sheet"], &new[..]].concat()).assert(0, &["The sheet holds"]));
    home.write("first", &first);
    assert_eq!(people(&home, "log", "first"), 1);
    // Both passphrases from standard input, one line each; a new key makes a new sheet.
    let lines = "fyra gröna katter\nfem blåa katter\n";
    let arguments =
        ["passphrase", "--new-key", "--store", "log", "--passphrase-file", "-", "--new-passphrase-file", "-"];
    let second = sheet(home.run_with(&arguments, lines).assert(0, &["new key"]));
    for file in ["first", "new"] {
        home.run(&["verify", "--store", "log", "--passphrase-file", file]).assert(3, &[]);
    }
    home.write("second", &second);
    home.write("newest", "fem blåa katter");
    assert_eq!(people(&home, "log", "second"), 1);
    home.run(&["verify", "--store", "log", "--passphrase-file", "newest"]).assert(0, &[]);
    home.run(&["passphrase", "--demo", "--new-passphrase-file", "new"]).assert(2, &["leave --demo out"]);
    home.run(&["recovery-sheet", "--demo"]).assert(2, &["leave --demo out"]);
}

#[test]
fn erasing_says_what_it_takes_and_asks() {
    let home = home();
    let arguments =
        [&["add", "contact", "--at", "2010-03-05", "--person", "P00001", "--note", "hemligt"], &STORE[..]].concat();
    home.run(&arguments).assert(0, &["C00001"]);
    on_store(&home, &["erase", "P00001"]).assert(1, &["P00001, with 1 contact", "cannot be undone", "--yes"]);
    on_store(&home, &["erase", "nobody"]).assert(2, &["nobody has that name"]);
    let export = |name: &str| {
        on_store(&home, &["export", name]).assert(0, &[]);
        std::fs::read_to_string(home.path(name).join("persons.csv")).unwrap()
            + &std::fs::read_to_string(home.path(name).join("contacts.csv")).unwrap()
    };
    assert!(export("before").contains("hemligt"));
    // The name from standard input, after the question of who.
    home.run_with(&[&["erase", "-", "--yes"], &STORE[..]].concat(), "a.b-12\n")
        .assert(0, &["P00001 is taken out for good"]);
    let after = export("after");
    assert!(!after.contains("hemligt") && !after.contains("A.B-12") && after.contains("2010-03-01"), "{after}");
    on_store(&home, &["verify"]).assert(0, &[]);
    on_store(&home, &["erase"]).assert(0, &["Nobody is due"]);
    home.run(&["erase", "P001", "--yes", "--demo"]).assert(0, &["P001 is taken out"]);
}

#[test]
fn settings_are_shown_and_set() {
    let home = Home::new();
    home.run(&["settings"]).assert(0, &["lock_after = 5", "theme = default", "settings.toml"]);
    home.run(&["settings", "lock_after", "10"]).assert(0, &[]);
    home.run(&["settings", "lang", "sv"]).assert(0, &[]);
    assert_eq!(home.run(&["settings", "lock_after"]).assert(0, &[]).out, "10\n");
    home.run(&["settings"]).assert(0, &["lang = sv", "lock_after = 10", "Inställningsfilen"]);
    home.run(&["settings", "lock_after", "61"]).assert(2, &["1–60"]);
    let wrong = home.run(&["settings", "langg", "sv"]).assert(2, &["”langg”; närmast är lang"]).err;
    assert!(!wrong.contains("settings:1"), "an argument has no line: {wrong}");
    home.run(&["settings", "foo", "--lang", "en"]).assert(2, &["unknown setting “foo”; there are: lang, theme, "]);
    // A file that cannot be read is not written over.
    for content in [&b"# mina inst\xe4llningar\nlang = \"sv\"\n"[..], b"lang = = 3\n"] {
        let file = home.path(".config/caselog/settings.toml");
        std::fs::write(&file, content).unwrap();
        home.run(&["settings", "lock_after", "10"]).assert(1, &["settings.toml"]);
        assert_eq!(std::fs::read(&file).unwrap(), content);
    }
}

#[test]
fn a_workbook_has_every_sheet_and_no_formula() {
    let home = Home::new();
    home.write("files/persons.csv", "ref,alias,note\nP1,=1+1,@x\n");
    home.run(&["export", "out", "--demo=files", "--format", "xlsx"]).assert(0, &["caselog.xlsx"]);
    let bytes = std::fs::read(home.path("out").join("caselog.xlsx")).unwrap();
    assert!(bytes.starts_with(b"PK"));
    home.run(&["export", "out", "--demo=files", "--format", "xlsx"]).assert(1, &["caselog.xlsx"]);
    home.run(&["export", "other", "--demo", "--format", "pdf"]).assert(2, &["xlsx"]);
}
