//! Backups and erasing on the screen.

use crate::desk::{Screen, now, sample};
use crate::upkeep::{LIKE, people};
use caselog::domain::{Action, Change, Edit, Lang, SavedView};
use caselog::store::Store;

#[test]
fn a_person_is_erased_after_being_asked() {
    let mut screen = Screen::sample(Lang::En, (100, 40));
    screen.keys("5/E.M-53<Enter><Enter>").sees("Person P002").sees("E.M-53");
    screen.keys("X").sees("Take P002 out for good?").sees("This cannot be undone").keys("<Enter>").sees("E.M-53");
    screen.keys("X<↓><Enter>").sees("Taken out for good").misses("E.M-53");
    screen.keys("u").sees("There is nothing to undo");
    screen.keys("8<End><Enter>").sees("took a person out for good");
    let mut screen = Screen::sample(Lang::Sv, (80, 24));
    screen.keys("5/E.M-53<Enter><Enter>X").sees("Ta bort P002 för gott?").keys("<Esc>").sees("E.M-53");
}

#[test]
fn the_sample_has_no_backups_and_says_so() {
    let mut screen = Screen::sample(Lang::En, (80, 24));
    screen.keys("8<End><↑><↑><↑><Enter>").sees("Backups").sees("in memory only");
    screen.keys("n").sees("The sample is in memory only");
    let mut empty = Screen::new(Store::in_memory().unwrap(), Lang::Sv, (60, 20));
    empty.keys("8<End><↑><↑><↑><Enter>").sees("Säkerhetskopior").sees("finns bara i minnet");
}

#[test]
fn who_is_erased_is_offered_nowhere_and_looks_like_nobody() {
    let mut screen = Screen::sample(Lang::En, (100, 40));
    screen.keys("2nE.M-5").sees("E.M-53").keys("<Esc><Esc>");
    screen.keys("5/E.M-53<Enter><Enter>X<↓><Enter>").sees("Taken out for good");
    screen.keys("2nE.M-5").misses("E.M-53");
    let mut screen = people(LIKE, Lang::En);
    screen.sees("Looks like the same person as another  2").keys("5/C.D<Enter><Enter>X<↓><Enter>").keys("1");
    screen.sees("Looks like the same person as another  1");
}

#[test]
fn an_erasure_that_changes_the_project_is_known_to_the_screen() {
    let mut store = sample();
    let before = Box::new(store.project().clone());
    let mut after = before.clone();
    after.views.push(SavedView { name: "Hers".into(), filter: "person:e.m-53".into(), ..SavedView::default() });
    let edits = vec![Edit::Project { before, after }];
    store.apply(Change { action: Action::Settings, edits }, now()).unwrap();
    let mut screen = Screen::new(store, Lang::En, (100, 40));
    screen.keys("v").sees("person:e.m-53").keys("<Esc>");
    screen.keys("5/E.M-53<Enter><Enter>X<↓><Enter>").sees("Taken out for good");
    screen.keys("v").sees("person:P002").misses("e.m-53");
    screen.keys("d").sees("Deleted: the saved view Hers");
}
