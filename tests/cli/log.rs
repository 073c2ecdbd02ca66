//! `log`: a contact from one line.

use crate::harness::Home;

#[test]
fn a_line_is_shown_as_it_was_understood_and_saved() {
    let home = Home::new();
    let done = home.run_with(&["--demo", "log"], "yesterday 14:20 E.M-53 support 45m: worried\n");
    let done = done.assert(0, &["Sun 16 Jan 2011, yesterday", "services: support talk", "45 minutes"]);
    assert_eq!(done.out, "C0424\n");
    home.run(&["--demo", "log", "22:10", "new", "woman", "~1990", "seller"]).assert(0, &["new person", "C0424"]);
    home.run_with(&["--demo", "--lang", "sv", "log", "-"], "ig\u{e5}r E.M-53 ej nådd\n")
        .assert(0, &["ej nådd", "C0424"]);
}

#[test]
fn what_is_not_understood_is_named_and_nothing_is_written() {
    let home = Home::new();
    home.run_with(&["--demo", "log"], "E.M-53 suport zzz\n").assert(6, &["! suport", "Not understood: suport, zzz"]);
    home.run_with(&["--demo", "log"], "14:20 support\n").assert(6, &["Who?"]);
    home.run_with(&["--demo", "log"], "").assert(6, &["Who?"]);
}
