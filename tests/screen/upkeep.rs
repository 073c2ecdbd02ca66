//! Keeping the log in order: what was done, people that look alike, relations, value lists, checks.

use crate::desk::{Screen, sample};
use caselog::domain::Lang;

fn screen() -> Screen {
    Screen::sample(Lang::En, (80, 24))
}

#[test]
fn what_was_done_is_listed_and_undone() {
    let mut screen = screen();
    screen.keys("5/E.M-53<Enter><Enter>").sees("Person P002");
    screen.keys("e<Tab><Tab><Tab><Tab><Tab><Ctrl-U>Vasastan<Ctrl-S>").sees("Saved: person P002");
    screen
        .keys("H")
        .sees("What was done to person P002")
        .sees("changed person P002")
        .sees("district: ")
        .sees("→ Vasastan");
    screen.keys("u").sees("undid: person P002 · district: Vasastan → Rinkeby-Kista");
}

#[test]
fn the_list_is_kept_in_the_journal() {
    let mut screen = screen();
    screen.keys("3d").sees("Deleted: referral R088");
    screen.keys("8<End>").keys("<Ctrl-L><Enter>").keys("8<End><Enter>");
    screen.sees("What was done, newest first").sees("deleted referral R088").sees("imported");
    screen.keys("u").sees("undid: referral R088").sees("Ctrl-R does again:  deleted referral R088");
    screen.keys("<Ctrl-R>").sees("did again: referral R088").sees("u undoes:           deleted referral R088");
}

#[test]
fn an_empty_log_has_a_beginning() {
    let mut screen = Screen::new(caselog::store::Store::in_memory().unwrap(), Lang::Sv, (80, 24));
    screen.keys("8<End><Enter>").sees("loggen skapades").sees("u ångrar:       inget");
    assert!(sample().changes(None, 1).unwrap()[0].count > 400);
}

#[test]
fn a_protected_person_keeps_her_secrets_in_her_history() {
    let mut screen = screen();
    screen.keys("5fprotected:yes<Enter>V<Enter>");
    screen.keys("V").keys("e<Tab><Tab><Tab><Tab><Tab><Ctrl-U>Vasastan<Ctrl-S>").sees("Saved: person");
    screen.keys("H").sees("district: ▒ protected → ▒ protected").misses("Vasastan");
}
