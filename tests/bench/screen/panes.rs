//! The panes that are measured: how one gets there, and the keys that are pressed.

use crate::terminal::Effect;

const UP: &str = "\x1b[A";
const DOWN: &str = "\x1b[B";
const RIGHT: &str = "\x1b[C";
const LEFT: &str = "\x1b[D";
const HOME: &str = "\x1b[H";
const END: &str = "\x1b[F";
const PAGE_UP: &str = "\x1b[5~";
const PAGE_DOWN: &str = "\x1b[6~";

/// A pane, or one thing done in it.
pub struct Pane {
    pub name: &'static str,
    /// Keys that lead there, each with a text to wait for.
    pub way: &'static [(&'static str, &'static str)],
    /// The keys that are measured, over and over.
    pub keys: &'static [&'static str],
    /// What the keys do, one after the other, over and over.
    pub effects: &'static [Effect],
    pub rounds: usize,
}

const MARK: &[Effect] = &[Effect::Marks('>')];
const CELL: &[Effect] = &[Effect::Marks('[')];

/// Twenty periods back and twenty forth.
const PERIODS: &[&str] = &[
    ",", ",", ",", ",", ",", ",", ",", ",", ",", ",", ",", ",", ",", ",", ",", ",", ",", ",", ",", ",", //
    ".", ".", ".", ".", ".", ".", ".", ".", ".", ".", ".", ".", ".", ".", ".", ".", ".", ".", ".", ".",
];

const MOVES: &[&str] = &[DOWN, DOWN, DOWN, UP, DOWN, UP, UP, UP];
const JUMPS: &[&str] = &[PAGE_DOWN, PAGE_DOWN, PAGE_DOWN, PAGE_UP, END, PAGE_UP, UP, HOME];

/// The beginning of many names, typed and taken back.
const NAME: &[&str] = &["0", "0", "0", "\x7f", "\x7f", "\x7f"];
const NAMED: &[Effect] = &[
    Effect::Shows("x.0"),
    Effect::Shows("x.00"),
    Effect::Shows("x.000"),
    Effect::Loses("x.000"),
    Effect::Loses("x.00"),
    Effect::Loses("x.0"),
];

/// Every pane, in the order in which they are walked through.
pub const PANES: &[Pane] = &[
    Pane { name: "Today, moving", way: &[("1", "Follow-ups overdue")], keys: MOVES, effects: MARK, rounds: 50 },
    Pane { name: "contacts, moving", way: &[("2", " Contacts  ")], keys: MOVES, effects: MARK, rounds: 50 },
    Pane { name: "contacts, far", way: &[], keys: JUMPS, effects: MARK, rounds: 50 },
    Pane { name: "referrals, far", way: &[("3", " Referrals  ")], keys: JUMPS, effects: MARK, rounds: 50 },
    Pane { name: "follow-ups, far", way: &[("4", " Follow-ups  ")], keys: JUMPS, effects: MARK, rounds: 50 },
    Pane { name: "people, moving", way: &[("5", " People  ")], keys: MOVES, effects: MARK, rounds: 50 },
    Pane { name: "people, far", way: &[], keys: JUMPS, effects: MARK, rounds: 50 },
    Pane {
        name: "a person's page",
        way: &[("\r", "Person P0000000"), (DOWN, "> ")],
        keys: MOVES,
        effects: MARK,
        rounds: 50,
    },
    Pane {
        name: "statistics, moving",
        way: &[("6", " Key figures"), ("\t", " Total")],
        keys: &[RIGHT, DOWN, RIGHT, DOWN, UP, LEFT, LEFT, UP],
        effects: CELL,
        rounds: 50,
    },
    Pane {
        name: "statistics, new table",
        way: &[],
        keys: &["x"],
        effects: &[Effect::Shows(" Half-year "), Effect::Shows(" Role ")],
        rounds: 400,
    },
    // More tables than are kept, so that those that come are not those that were left.
    Pane {
        name: "statistics, new period",
        way: &[("x", " Half-year "), ("p\x152019-Q4\r", "2019-Q4")],
        keys: PERIODS,
        effects: CELL,
        rounds: 10,
    },
    Pane {
        name: "report, scrolling",
        way: &[("7", "Period summary"), ("\r", "Key figures")],
        keys: &[PAGE_DOWN, PAGE_UP],
        effects: &[Effect::Changes],
        rounds: 200,
    },
    Pane {
        name: "form, moving",
        way: &[("2", " Contacts  "), ("n", "New contact")],
        keys: &["\t", "\t", "\t", "\x1b[Z", "\x1b[Z", "\x1b[Z"],
        effects: MARK,
        rounds: 68,
    },
    Pane { name: "form, a name found", way: &[("x.", "x.")], keys: NAME, effects: NAMED, rounds: 68 },
    Pane {
        name: "form, typing a note",
        way: &[("\x7f\x7f", "New contact"), ("\t\t\t\t\t\t\t\t\t\t\t\t\t\t", ">Note")],
        keys: &["a", "b", "c", "d", "e", "f", "g", "h"],
        effects: &[Effect::Changes],
        rounds: 50,
    },
    Pane {
        name: "look-up, typing",
        way: &[("\x0b", "further names"), ("x.", "x.")],
        keys: NAME,
        effects: NAMED,
        rounds: 68,
    },
];
