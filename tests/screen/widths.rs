//! Letters in one or two code points, wide, joined and invisible ones: typed, listed, found and cut at every width, with
//! no half character and no column out of its place.

use crate::desk::Screen;
use caselog::app::text_field::columns;
use caselog::domain::Lang;
use caselog::store::Store;
use ratatui::buffer::Buffer;
use unicode_segmentation::UnicodeSegmentation;

/// Names as they are typed, and the word each is found by. The last three are all `Åsa` with something unseen in it.
const NAMES: [(&str, &str); 8] = [
    ("Åäö Öberg-Ängström", "angstrom"),
    ("A\u{30a}a\u{308}o\u{308} Vinter", "vinter"),
    ("漢字漢字漢字漢字漢字", "漢字"),
    ("👩\u{200d}👧\u{200d}👦 Lilla familjen", "lilla"),
    ("🇸🇪🇳🇴 Två flaggor", "flaggor"),
    ("Å\u{200b}sa Ett", "ett"),
    ("Å\u{ad}sa Två", "två"),
    ("Å\u{fe0f}sa Tre", "tre"),
];

/// People with those names, all born in the same year, made in the form.
fn screen() -> Screen {
    let mut screen = Screen::new(Store::in_memory().unwrap(), Lang::Sv, (80, 24));
    for (name, _) in NAMES {
        screen.keys("5n").keys(name).keys("<Tab><Tab>1987<Ctrl-S>").keys("<Esc><Esc>");
    }
    screen
}

/// No cell holds half a character, and every row is as wide as the screen.
#[track_caller]
fn assert_whole(buffer: &Buffer) {
    for y in 0..buffer.area.height {
        let mut x = 0;
        while x < buffer.area.width {
            let symbol = buffer[(x, y)].symbol();
            assert_eq!(symbol.graphemes(true).count(), 1, "{symbol:?} at {x},{y}");
            assert!(columns(symbol) > 0, "{symbol:?} at {x},{y}");
            x += columns(symbol) as u16;
        }
        assert_eq!(x, buffer.area.width, "row {y} ends with half a character");
    }
}

/// The columns where a text begins, row by row.
fn places(buffer: &Buffer, text: &str) -> Vec<u16> {
    let begins = |x: u16, y: u16| {
        let cells = (x..buffer.area.width).map(|x| buffer[(x, y)].symbol());
        cells.take(text.len()).collect::<String>() == text
    };
    let area = buffer.area;
    (0..area.height).flat_map(|y| (0..area.width).filter(move |&x| begins(x, y))).collect()
}

#[test]
fn names_of_all_kinds_are_listed_and_cut_at_every_width() {
    let mut screen = screen();
    screen.keys("5").sees("Lilla").sees("Två fla");
    for width in 1..=120 {
        screen.resize(width, 40);
        let buffer = screen.buffer();
        assert_whole(&buffer);
        if width >= 60 {
            // One column of the list for all; beside it the page of the record under the cursor has its own.
            let places = places(&buffer, "1987");
            let first = places[0];
            assert_eq!(places.iter().filter(|&&place| place == first).count(), NAMES.len(), "{width}: {places:?}");
        }
    }
}

#[test]
fn names_of_all_kinds_are_found() {
    let mut screen = screen();
    for (_, word) in NAMES {
        screen.keys("5/").keys(word).keys("<Enter>").sees("1987").keys("<Esc>");
    }
}

#[test]
fn a_form_with_every_kind_of_letter_is_drawn_at_every_width() {
    let mut screen = screen();
    screen.keys("5n");
    for (name, _) in NAMES {
        screen.keys(name).keys("<Home>→<End><Backspace>é");
    }
    for width in 1..=120 {
        screen.resize(width, 24);
        assert_whole(&screen.buffer());
        screen.keys("<←>");
        assert_whole(&screen.buffer());
    }
}
