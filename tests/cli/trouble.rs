//! A disk that takes no more, in the words of the commands.

use crate::harness::Home;
use crate::shims;
use caselog::store::{Kdf, Passphrase, Store};

const PASSPHRASE: &str = "fyra gröna katter sover";

/// Runs a command whose disk fails from the first call that writes to the store on; its exit code and what it said.
fn run(home: &Home, error: &str, arguments: &[&str]) -> (i32, String) {
    home.write("trouble", error);
    let mut command = home.command(&[&["--store", "s", "--passphrase-file", "p"], arguments].concat());
    let path = |name: &str| home.path("").canonicalize().unwrap().join(name);
    command.env("LD_PRELOAD", shims::library("disk")).env("CASELOG_TEST_WATCH", path("s"));
    let output = command.env("CASELOG_TEST_TROUBLE", path("trouble")).output().unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    (output.status.code().unwrap(), said)
}

#[test]
fn a_full_a_read_only_and_a_silent_disk_are_told_apart() {
    let home = Home::new();
    home.write("p", &format!("{PASSPHRASE}\n"));
    let cheap = Kdf { memory: 8, passes: 1 };
    drop(Store::create(&home.path("s"), &Passphrase::new(PASSPHRASE.to_owned()), cheap).unwrap());
    let commands: [&[&str]; 4] = [
        &["add", "organisation", "--name", "Jouren"],
        &["log", "idag ny kvinna information"],
        &["passphrase", "--new-passphrase-file", "p"],
        &["export", "out"],
    ];
    for (error, en, sv) in [
        ("28", "The disk is full: nothing was saved. Make room", "Disken är full: inget sparades. Frigör plats"),
        ("30", "The disk is read-only: nothing was saved. Allow writing", "Disken är skrivskyddad: inget sparades."),
        ("5", "The disk does not answer: nothing was saved. Connect it", "Disken svarar inte: inget sparades."),
    ] {
        for (lang, words) in [("en", en), ("sv", sv)] {
            for command in commands.iter().filter(|command| error != "5" || command[0] == "add") {
                let (exit, said) = run(&home, error, &[command, &["--lang", lang][..]].concat());
                assert!(exit == 1 && said.contains(words), "{error} {command:?}: {exit} {said}");
            }
        }
    }
    assert!(!home.path("out").exists(), "nothing is in the clear that the journal does not note");
    std::fs::remove_file(home.path("trouble")).unwrap();
    home.run(&["--store", "s", "--passphrase-file", "p", "list", "organisations"]).assert(0, &["No records"]);
    home.run(&["--store", "s", "--passphrase-file", "p", "verify"]).assert(0, &["whole"]);
}
