//! Every Unicode scalar value onto the screen: in a list, in a record, in a form and in what is typed, nothing is drawn
//! that controls, turns or hides.

use crate::desk::{Screen, now};
use crate::scalars::{harm, is_harmful, texts};
use caselog::app::exchange::Msg;
use caselog::domain::field::person;
use caselog::domain::{Change, Kind, Lang, Record, Value};
use caselog::store::Store;
use std::collections::HashSet;

/// Wide and high enough for a whole note.
const SIZE: (u16, u16) = (300, 200);

#[test]
fn every_scalar_value_onto_the_screen() {
    for text in texts(20_000) {
        let seen: HashSet<char> = text.chars().filter(|&c| !is_harmful(c) && !c.is_whitespace()).collect();
        let mut store = Store::in_memory().unwrap();
        let line: String = text.chars().take(150).collect();
        let somebody = Record::new(Kind::Person)
            .with(person::ALIAS, Value::Text(line.clone()))
            .with(person::PHONE, Value::Text(line.clone()))
            .with(person::NOTE, Value::Text(text.clone()));
        store.apply(Change::add(somebody), now()).unwrap();
        let mut screen = Screen::new(store, Lang::Sv, SIZE);
        // The list with what stands of the record beside it, the record, its form, what was done.
        for keys in ["5", "<Enter>", "e", "<Esc><Esc>8<Enter>"] {
            screen.keys(keys);
            drawn(&screen);
        }
        screen.keys("5<Enter>");
        let lost: Vec<_> = seen.difference(&drawn(&screen)).copied().filter(|&c| has_a_place(c)).collect();
        // A line is cut where it is wider as a whole than its characters are.
        assert!(lost.len() <= 1, "lost {lost:?}");
        // Typed into a form, and into what is asked.
        screen.keys("1").keys("5n").send(Msg::Paste(line.clone()));
        drawn(&screen);
        screen.keys("<Ctrl-U><Esc>/").send(Msg::Paste(line.clone()));
        drawn(&screen);
    }
}

/// The characters on the screen, none of which does harm.
#[track_caller]
fn drawn(screen: &Screen) -> HashSet<char> {
    let picture = screen.picture();
    assert_eq!(harm(&picture), None);
    picture.chars().collect()
}

/// Whether a character has a place of its own, and is stored as it is and not as others that mean the same.
fn has_a_place(c: char) -> bool {
    let stored = caselog::domain::text::normalise(&c.to_string());
    unicode_width::UnicodeWidthChar::width(c).is_some_and(|width| width > 0) && stored == c.to_string()
}
