//! The pane Reports: what is written for the funder's report, what to look at before it is signed, and what was printed.

use crate::desk::Screen;
use caselog::domain::Lang;
use caselog::store::Store;

fn sample() -> Screen {
    Screen::sample(Lang::En, (80, 24))
}

/// The outline of the funder's report.
const OUTLINE: &str = "7jjj<Enter>";

#[test]
fn sections_are_moved_left_out_added_and_brought_back() {
    let mut screen = sample();
    screen.keys(OUTLINE).sees("> Goal fulfilment").keys("-").sees("> Goal fulfilment");
    let order = |screen: &Screen| {
        let picture = screen.picture();
        let at = |words: &str| picture.find(words).unwrap();
        at("Goal fulfilment") > at("Activities carried out")
    };
    assert!(order(&screen));
    screen.keys("d").sees("Goal fulfilment  left out").keys("u").keys("u");
    assert!(!order(&screen));
    screen.keys("nEquality<Enter>").sees("> Equality  nothing written");
    screen.keys("7<Home>j<Enter>").sees("Page 1 of").keys("<Esc>").sees("Report to the funder");
}

#[test]
fn prose_is_written_beside_figures_that_follow_the_log() {
    let mut screen = sample();
    screen.keys(OUTLINE).keys("jjjjjj<Enter>").sees("Report to the funder: Continuation");
    screen.keys("<Ctrl-U>We met <Ctrl-O>").sees("Put in a figure that follows the log");
    screen.keys("<Enter> people and 999 contacts.").sees("We met 44 people and 999 (log: ");
    screen.keys("<Ctrl-S>").sees("Saved. u undoes.").sees("Continuation  ");
    screen
        .keys("7<Home>jj<Enter>")
        .sees("Continuation: “999” – log:")
        .keys("<End><Enter>")
        .sees("Report to the funder:");
}

#[test]
fn esc_saves_and_what_is_wrong_is_told_without_losing_it() {
    let mut screen = sample();
    screen.keys(OUTLINE).keys("jjjj<Enter>").sees("Staff, SEK").sees("1006698");
    screen
        .keys("<Tab><Ctrl-U>a million<Esc>")
        .sees("Not saved")
        .keys("<Enter>")
        .sees("a million")
        .sees("not an amount");
    screen.keys("<Ctrl-U>1 000 000<Esc>").sees("Saved. u undoes.");
    screen.keys("7<Home>jj<Enter>").sees("Before you sign");
    screen.sees("Budget: SEK\u{a0}168,091 were requisitioned and not spent");
}

#[test]
fn a_check_leads_to_its_records_and_back() {
    let mut screen = sample();
    screen.keys("7jj<Enter>").sees("> 2 offers wait for an answer").keys("<Enter>").sees("behind the number");
    screen.keys("<Esc>").sees("> 2 offers wait for an answer");
}

#[test]
fn the_checks_are_printed_and_not_kept() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("checks.html");
    let mut screen = sample();
    screen.keys("7jj<Enter>P").sees("Print in English").keys("<Enter>").sees("Sent to Hall, job Hall-1");
    screen.keys("w").sees("before-you-sign-").keys("<Ctrl-U>").keys(&file.to_string_lossy()).keys("<Enter>");
    screen.sees("Saved in the clear").sees("> 2 offers wait for an answer");
    assert!(std::fs::read_to_string(&file).unwrap().contains("2 offers wait for an"));
    screen
        .keys("w<Ctrl-U>")
        .keys(&file.to_string_lossy())
        .keys("<Enter>")
        .sees("The file is already there")
        .keys("<Esc>");
    screen.keys("PR<Enter>").sees("Print in Swedish").keys("<Esc><Esc>").sees("Nothing has been printed yet.");
}

#[test]
fn a_print_is_kept_and_says_what_has_changed() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("report.txt");
    let mut screen = sample();
    screen.keys("7j<Enter>w<Ctrl-U>").keys(&file.to_string_lossy()).keys("<Enter>").sees("Saved in the clear");
    screen.keys("<Esc>").sees("Printed, as it was").sees("2011-01-17").keys("<End><Enter>");
    screen.sees("Every figure is the same today.").keys("<Enter>").sees("Page 1 of").keys("<Esc>");
    screen.keys(
        "2frole:victim_relative period<Ctrl-U>role:victim_relative date:..2010<Enter>e<Tab><Tab>witn<Enter><Ctrl-S>",
    );
    screen.sees("Saved: contact");
    screen.keys("7<Esc><End><Enter>").sees("Figures that have changed since").sees("role: relative of victim");
    screen.sees("fell out: contact C");
    screen.keys("jjj<Enter>").keys("<Esc>").sees("Figures that have changed since");
    screen.keys("<Home><Enter>").sees("Page 1 of");
    let printed = std::fs::read_to_string(file).unwrap();
    assert!(printed.contains("1,027,607"));
}

#[test]
fn a_kept_print_is_printed_and_written_again_as_it_was() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name);
    let write = |screen: &mut Screen, name: &str| {
        screen.keys("w<Ctrl-U>").keys(&path(name).to_string_lossy()).keys("<Enter>").sees("Saved in the clear");
    };
    let mut screen = sample();
    screen.keys("7j<Enter>");
    let formats = ["txt", "pdf", "html", "md"];
    formats.iter().for_each(|format| write(&mut screen, &format!("then.{format}")));
    // The log goes on, and the print stays what it was.
    screen
        .keys("2p<Ctrl-U>2010<Enter>d")
        .sees("Deleted")
        .keys("7<Esc><Home>jjjjjj<Enter>")
        .sees("Figures that have changed since");
    screen.keys("w").sees("report-to-the-funder-2009--2010-2011-01-17.").keys("<Esc>");
    formats.iter().for_each(|format| write(&mut screen, &format!("page.{format}")));
    screen.keys("P").sees("Print as it was on 2011-01-17").misses("Rather").keys("<Enter>").sees("Sent to Hall");
    screen.keys("?").sees("Right here").sees("Print").keys("<Esc>");
    screen.keys("<Enter>").sees("Page 1 of");
    formats.iter().for_each(|format| write(&mut screen, &format!("document.{format}")));
    screen.keys("P").sees("Print as it was on 2011-01-17").keys("<Esc>").sees("Page 1 of");
    screen.keys("?").sees("Right here").keys("<Esc>");
    for format in formats {
        let read = |name: &str| std::fs::read(path(&format!("{name}.{format}"))).unwrap();
        assert!(read("then") == read("page") && read("then") == read("document"), "{format}");
    }
    // It is kept once, however often it goes out.
    screen.keys("<Esc><Esc><Esc>");
    assert_eq!(screen.picture().matches("2011-01-17 ").count(), 1, "{}", screen.picture());
}

#[test]
fn printing_says_what_there_is_to_look_at() {
    let mut screen = sample();
    screen.keys("7jj<Enter>").sees("> 2 offers wait for an answer").keys("<Esc>");
    screen.keys("kP").misses("to look at").keys("<Esc>");
    screen.keys("7<Home>j<Enter>P").sees("things to look at before you sign");
    screen.keys("<Esc>oP").sees("things to look at before you sign");
}

#[test]
fn an_empty_log_has_its_reports_too() {
    let mut screen = Screen::new(Store::in_memory().unwrap(), Lang::En, (80, 24));
    screen.keys("7").sees("Nothing has been printed yet.").keys("jj<Enter>").sees("nothing is written");
    screen
        .keys("<End><Enter>")
        .sees("Report to the funder:")
        .keys("Nothing was done.<Ctrl-S>")
        .sees("Saved. u undoes.");
    screen.keys("<Esc><Esc>").keys("<End><Enter>").sees("Funder");
}

#[test]
fn a_report_that_cannot_be_made_says_why_in_its_place() {
    use caselog::domain::{Action, Change, Edit};
    let mut store = crate::desk::sample();
    let before = store.project().clone();
    let mut after = before.clone();
    after.goals[0].indicators[0].filter = "role:nobody".to_owned();
    let edit = Edit::Project { before: Box::new(before), after: Box::new(after) };
    store.apply(Change { action: Action::Settings, edits: vec![edit] }, crate::desk::now()).unwrap();
    let mut screen = Screen::new(store, Lang::En, (80, 24));
    screen.keys("7j<Enter>").sees("nobody").misses("fetching").keys("<Esc>j<Enter>").sees("nobody").misses("fetching");
}
