//! Backups and erasing on the screen.

use crate::desk::Screen;
use caselog::domain::Lang;
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
