//! Looking up from anywhere, key by key, on the sample.

use crate::desk::{self, Screen};
use caselog::domain::{Change, Kind, Lang, Record};

fn sample() -> Screen {
    Screen::sample(Lang::En, (80, 24))
}

#[test]
fn a_person_is_found_while_typing_and_opened() {
    let mut screen = sample();
    screen.keys("3<Ctrl-K>").sees("Look up").sees("further names").keys("I.O-").sees("> person        I.O-37");
    screen.keys("<Enter>").sees("Person P001").keys("<Esc>").sees("Referrals");
}

#[test]
fn the_way_out_leads_back_to_the_same_line() {
    let mut screen = sample();
    screen.keys("2jjj");
    let before = screen.picture();
    screen.keys("<Ctrl-K>orolig<↓><Esc>");
    assert_eq!(screen.picture(), before);
    screen.keys("<Ctrl-K>E.M-53<Enter>").sees("Person P002").keys("<Esc>");
    assert_eq!(screen.picture(), before);
    // A question that was being answered stands as it stood.
    screen.keys("frole:vi");
    let before = screen.picture();
    screen.keys("<Ctrl-K>zzz<Esc>");
    assert_eq!(screen.picture(), before);
}

#[test]
fn in_a_form_the_person_is_put_in() {
    let mut screen = sample();
    screen.keys("2n<F1><Esc>zz");
    screen
        .keys("<Ctrl-K>E.M-53<Enter>")
        .sees("E.M-53 now stands in the form")
        .sees("New contact · E.M-53")
        .sees("age 21");
    // Every field that is not of people keeps its text, and the cursor its character.
    screen.keys("<Shift-Tab><Ctrl-U>yesterday 1420<←><←>");
    let before = screen.picture();
    screen.keys("<Ctrl-K>kast<Esc>");
    assert_eq!(screen.picture(), before);
    screen.keys("5").sees("yesterday 14520");
}

#[test]
fn days_are_found_as_people_say_them() {
    let mut screen = sample();
    screen.keys("<Ctrl-K>17/12").sees("2010-12-17");
    screen.keys("<Ctrl-U>2010-12-17").sees("2010-12-17").keys("<Ctrl-U>c0101").sees("> contact");
    screen.keys("<Enter>").sees("Contact C0101");
}

#[test]
fn near_names_are_offered_and_never_taken() {
    let mut screen = sample();
    screen.keys("<Ctrl-K>E.M-54").sees("Nothing found").sees("Did you mean?").sees("E.M-53");
    screen.keys("<Enter>").sees("Did you mean?").keys("<↓><Enter>").sees("Person P002");
    screen.keys("<Ctrl-K>zzzzzz").sees("Nothing found").misses("Did you mean?");
}

#[test]
fn nothing_hidden_is_found_or_shown() {
    let mut screen = sample();
    screen.keys("5fprotected:yes<Enter>V");
    let shown = screen.picture();
    let district = ["Farsta", "Södermalm", "Norrmalm", "Rinkeby", "Älvsjö", "Skärholmen", "Hässelby", "Enskede"]
        .into_iter()
        .find(|district| shown.contains(district))
        .expect("a district is revealed");
    screen.keys(&format!("<Ctrl-K>{district}")).misses("▲").keys("<Ctrl-U>A.").misses(&format!("▲ {district}"));
}

/// Keys counted with the text apart.
#[test]
fn how_to_reach_a_person_takes_at_most_eight_keys_from_any_pane() {
    let path = ["<Ctrl-K>", "<Enter>"];
    assert!(path.len() <= 8);
    for place in ["1", "2", "3", "4", "5", "6", "7", "8", "6<Enter>", "2f", "2<Enter>", "?"] {
        let mut screen = sample();
        screen.keys(place).keys(path[0]).keys("I.O-37").keys(path[1]);
        screen.sees("Person P001").sees("Reach: ").sees("nås via Socialjouren");
    }
}

#[test]
fn a_person_shows_what_is_open_first_and_leads_back_to_the_same_line() {
    let mut screen = sample();
    screen.keys("<Ctrl-K>E.M-53<Enter>").sees("Open").sees("2011-01-10").keys("jj");
    let before = screen.picture();
    screen.keys("<Enter>").keys("<Esc>");
    assert_eq!(screen.picture(), before);
    let at = |text: &str| before.find(text).unwrap_or(usize::MAX);
    assert!(at("Open") < at("Belongs here"));
}

#[test]
fn whom_she_is_related_to_is_a_key_away() {
    let mut store = desk::sample();
    let relation = Record::from_texts(Kind::Relation, &["", "P001", "same", "P002", ""]).unwrap();
    store.apply(Change::add(relation), desk::now()).unwrap();
    let mut screen = Screen::new(store, Lang::En, (80, 24));
    screen.keys("<Ctrl-K>I.O-37<Enter>").sees("Relations").sees("The same person as E.M-53 (P002); counted as one.");
    screen.keys("j").sees("> relation").keys("<Enter>").sees("Person P002").sees("The same person as I.O-37 (P001)");
    screen.keys("<Esc>").sees("Person P001").sees("> relation");
    // The keys of a record are the relation's here, since Enter leads past it.
    screen.keys("d").sees("Deleted: relation").misses("The same person as").keys("u").sees("The same person as");
}

#[test]
fn filter_terms_narrow_what_is_looked_up() {
    let mut screen = Screen::sample(Lang::En, (120, 40));
    screen.keys("<Ctrl-K>role:victim E.M").sees("E.M-53").keys("<Ctrl-U>rol:witness").sees("! ").sees("role");
    // What was found for other words is not taken.
    screen.misses("E.M-53").keys("<Enter>").misses("Person P").keys("<Ctrl-U>kind:report").sees("report to social");
}
