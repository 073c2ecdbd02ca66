//! Pictures of every main view at three sizes in both languages, and what they look like without colours.

use crate::desk::{Screen, drawn, pictured};
use caselog::app::App;
use caselog::domain::Lang;
use caselog::store::Store;
use ratatui::buffer::Buffer;
use ratatui::style::Color;

/// Keeps the pictures of what keys lead to.
fn pictures(name: &str, keys: &str) {
    insta::assert_snapshot!(name, pictured(keys));
}

#[test]
fn today() {
    pictures("today", "");
}

#[test]
fn contacts() {
    pictures("contacts", "2frole:victim,witness<Enter>");
}

#[test]
fn look_up() {
    pictures("look_up", "3<Ctrl-K>ring");
}

#[test]
fn near_names() {
    pictures("near_names", "<Ctrl-K>E.M-54");
}

#[test]
fn referrals() {
    pictures("referrals", "3");
}

#[test]
fn follow_ups() {
    pictures("follow_ups", "4");
}

#[test]
fn people() {
    pictures("people", "5/E.M-53<Enter>");
}

#[test]
fn person() {
    pictures("person", "5/I.O-37<Enter><Enter>");
}

#[test]
fn form() {
    pictures("form", "5/I.O-37<Enter><Enter>n2<Tab><Tab><Tab><Tab><Tab><Tab>info s");
}

#[test]
fn cross_table() {
    pictures("cross_table", "6<Tab>mp<Enter>l");
}

#[test]
fn goals() {
    pictures("goals", "6<Shift-Tab>jjjjjjjjjjjjjj");
}

#[test]
fn report() {
    pictures("report", "P");
}

#[test]
fn reports() {
    pictures("reports", "7");
}

#[test]
fn manuscript() {
    pictures("manuscript", "7jjj<Enter>jjjjjj<Enter>");
}

#[test]
fn help() {
    pictures("help", "2?");
}

#[test]
fn empty_log() {
    let mut all = String::new();
    for lang in [Lang::Sv, Lang::En] {
        for keys in ["1", "2", "3", "4", "5", "6", "6<Tab>", "6<Shift-Tab>", "7", "8<Enter>"] {
            let mut screen = Screen::new(Store::in_memory().unwrap(), lang, (80, 24));
            screen.keys(keys);
            all += &format!("── {} {keys} ──\n{}\n", lang.code(), screen.picture());
        }
    }
    insta::assert_snapshot!("empty_log", all);
}

fn buffer(app: &App) -> Buffer {
    drawn(app, (80, 24)).0
}

#[test]
fn without_colours_there_are_none_and_nothing_is_lost() {
    let mut screen = Screen::sample(Lang::Sv, (80, 24));
    for keys in ["1", "2", "5fprotected:yes<Enter>", "6", "6<Tab>", "2nX<Tab>"] {
        screen.keys(keys);
        screen.app.colour = true;
        let coloured = buffer(&screen.app);
        screen.app.colour = false;
        let plain = buffer(&screen.app);
        let symbols = |buffer: &Buffer| buffer.content.iter().map(|cell| cell.symbol().to_owned()).collect::<String>();
        assert_eq!(symbols(&coloured), symbols(&plain), "{keys}");
        let hues = |buffer: &Buffer| buffer.content.iter().filter(|cell| cell.fg != Color::Reset).count();
        assert!(hues(&coloured) > 0 && hues(&plain) == 0, "{keys}");
    }
}
