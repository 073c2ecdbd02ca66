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
    screen.keys("8<End><Enter>").sees("loggen skapades").misses("kvinna").sees("u ångrar:       inget");
    assert!(sample().changes(None, 1).unwrap()[0].count > 400);
}

#[test]
fn a_protected_person_keeps_her_secrets_in_her_history() {
    let mut screen = screen();
    screen.keys("5fprotected:yes<Enter>V<Enter>");
    screen.keys("V").keys("e<Tab><Tab><Tab><Tab><Tab><Ctrl-U>Vasastan<Ctrl-S>").sees("Saved: person");
    screen.keys("H").sees("district: ▒ protected → ▒ protected").misses("Vasastan");
}

/// A log with people only, one a line: alias, birth, sex, country, phone.
pub fn people(lines: &[[&str; 5]], lang: Lang) -> Screen {
    use caselog::domain::{Action, Change, Edit, Kind, Record};
    let mut store = caselog::store::Store::in_memory().unwrap();
    let fields = ["alias", "birth", "sex", "country", "phone"];
    let person = |values: &[&str; 5]| {
        let value = |code: &str| fields.iter().position(|field| *field == code).map_or("", |place| values[place]);
        let texts: Vec<&str> = Kind::Person.fields().iter().map(|field| value(field.code)).collect();
        Edit::Record { before: None, after: Some(Record::from_texts(Kind::Person, &texts).unwrap()) }
    };
    let edits = lines.iter().map(person).collect();
    store.apply(Change { action: Action::Import, edits }, crate::desk::now()).unwrap();
    Screen::new(store, lang, (80, 24))
}

pub const LIKE: &[[&str; 5]] = &[
    ["A.B", "1990-01-02", "woman", "SE", ""],
    ["C.D", "1990-01-02", "woman", "SE", ""],
    ["E.F", "", "", "", "070-123 45 67"],
    ["G.H", "", "", "", "0701234567"],
];

#[test]
fn people_who_look_alike_are_joined_or_told_apart() {
    let mut screen = people(LIKE, Lang::En);
    screen.sees("Looks like the same person as another  2").keys("<Enter>");
    screen.sees("One person or two?").sees("In common: birth, sex and country").sees("C.D").sees("≠ A.B");
    screen.keys("J").sees("They are one person now").sees("Nobody else looks like the same person as C.D");
    screen.keys("<Esc>").sees("another  1").keys("u").sees("another  2");
    screen.keys("j<Enter>").sees("In common: phone").keys("S").sees("They are two people now");
    screen.keys("<Esc>").sees("another  1");
    // The decision is a relation, and goes with it.
    screen.keys("5/G.H<Enter><Enter>").sees("not the same person as E.F").keys("jd").sees("Deleted: relation");
    screen.keys("1").sees("another  2");
    screen
        .keys("55/<Ctrl-U>A.B<Enter>A")
        .sees("One person or two?")
        .sees("1 of 1")
        .keys("<Enter>")
        .sees("Person P00002");
}

#[test]
fn what_is_protected_stays_hidden_side_by_side() {
    let mut screen = people(LIKE, Lang::Sv);
    screen.keys("5/G.H<Enter>e").sees("Skyddade").keys("<Tab><Tab><Tab><Tab><Tab><Tab><Tab>ja<Ctrl-S>");
    screen.sees("Sparat").keys("A").sees("En person eller två?").sees("▒ skyddad uppgift");
    screen.sees("Gemensamt: något som är skyddat").misses("070").misses("telefon");
    // Revealed, which is noted, both numbers are seen; and hidden again when she is left.
    screen.keys("V").sees("Gemensamt: telefon").sees("0701234567").sees("070-123 45 67");
    screen.keys("<Esc>A").sees("Gemensamt: något som är skyddat").misses("070");
}

#[test]
fn relations_are_made_changed_and_deleted_and_seen_from_both_sides() {
    let mut screen = people(LIKE, Lang::Sv);
    screen.keys("5/A.B<Enter><Enter>R").sees("Ny relation").sees("A.B").keys("förälder<Tab>E.F<Tab><Ctrl-S>");
    screen.sees("Sparat: relation").sees("förälder till E.F");
    screen.keys("55/<Ctrl-U>E.F<Enter><Enter>").sees("barn till A.B");
    screen.keys("je").sees("Ändra relation").keys("<Tab><Ctrl-U>syskon<Tab><Ctrl-S>").sees("syskon till A.B");
    screen.keys("d").sees("Borttaget: relation").sees("Person P00003").misses("syskon till");
    screen.keys("u").sees("syskon till A.B");
    screen.keys("Rvän<Tab>E.F<Tab><Ctrl-S>").sees("! ").sees("samma person på båda sidor");
}

#[test]
fn value_lists_are_edited_and_every_edit_undone() {
    let mut screen = screen();
    screen.keys("8<End>kk<Enter>").sees("Value lists").keys("<Enter>").sees("The value list role");
    screen.keys("n<Enter>").sees("New value").keys("Granne; granne; neighbour<Enter>").sees("! the code is 1 to 64");
    screen
        .keys("<Ctrl-U>victim; x; y")
        .sees("already in the list")
        .keys("<Ctrl-U>neighbour; granne")
        .sees("! write three parts");
    screen.keys("; neighbour<Enter>").sees("Saved: the value list role").sees("> granne");
    screen.keys("e<Ctrl-U>en granne; a neighbour<Enter>").sees("> en granne").sees("a neighbour");
    screen.keys("-").keys("d").sees("(not offered)");
    // It stands in its new place, and is not offered any more.
    let picture = screen.picture();
    assert!(picture.find("vittne").unwrap() < picture.find("en granne").unwrap(), "{picture}");
    screen.keys("2n<Tab><Ctrl-O>").misses("a neighbour").keys("<Esc><Esc>");
    screen.keys("8uu").misses("(not offered)").sees("Undone: the value list role").keys("uu").misses("granne");
    screen.keys("<Ctrl-R>").sees("granne");
    screen.keys("<Esc><Esc><End><Enter>").sees("value list role (contacts) · + neighbour");
}

#[test]
fn an_empty_label_is_refused() {
    let mut screen = Screen::sample(Lang::Sv, (80, 24));
    screen.keys("8<End>kk<Enter><Enter>e<Ctrl-U>; x<Enter>").sees("! skriv båda").keys("<Esc>").sees("brottsutsatt");
}

#[test]
fn a_check_is_explained_and_switched_off_and_on() {
    let mut screen = people(LIKE, Lang::En);
    screen.keys("W").sees("decide whether they are one or two").keys("<↓><Enter>");
    screen.sees("Saved: the project and its settings").misses("looks like").misses("Looks like");
    screen.keys("u").sees("Looks like the same person").keys("<Ctrl-R>").misses("Looks like");
    // It stays off when the log is opened again.
    screen.keys("<Ctrl-L><Enter>").misses("Looks like");
    let place = caselog::checks::RULES.iter().position(|rule| rule.about.code == "look_alike").unwrap();
    screen
        .keys("8<End>k<Enter>")
        .sees("Checks, reminders and proposals")
        .keys(&"j".repeat(place))
        .sees("no   Looks like the same person");
    screen.keys("<Enter>").sees("Look for this again").keys("<↓><Enter>").sees("yes  Looks like the same person");
    screen.keys("1").sees("Looks like the same person").keys("j<Enter><Esc>");
    screen
        .keys("5<Enter>")
        .misses("To look at")
        .keys("<Esc>j<Enter>")
        .sees("To look at            looks like the same");
    screen.keys("8<Esc><End><Enter>").sees("looks like the same person as another: on again");
}
