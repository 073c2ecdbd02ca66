//! Every Unicode scalar value, and a list of attacks on terminals, through what people are shown: no control,
//! direction-changing or invisible character comes out.

use caselog::domain::Shown;
use caselog::domain::text::is_unseen;
use std::process::Command;
use unicode_properties::{GeneralCategory, UnicodeGeneralCategory};

/// What a terminal, or a reader, can be attacked with.
const ATTACKS: &[&str] = &[
    "\u{1b}[2J\u{1b}[H",
    "\u{1b}]0;title\u{7}",
    "\u{1b}]52;c;ZXZpbA==\u{7}",
    "\u{1b}]8;;http://evil\u{1b}\\link\u{1b}]8;;\u{1b}\\",
    "\u{9b}31m",
    "\u{90}$q\"p\u{9c}",
    "\u{1b}[6n\u{1b}[c",
    "a\rb",
    "a\u{8}\u{8}b",
    "\u{202e}gnp.exe\u{202c}",
    "\u{2066}x\u{2069}\u{200f}\u{61c}",
    "a\u{200b}b\u{200d}c\u{2060}d\u{feff}",
    "\u{e0041}\u{e007f}",
    "\u{3164}\u{115f}\u{ffa0}\u{2800}",
    "x\u{0}y\u{7f}z",
    "line\u{2028}line\u{2029}line\u{85}",
    "\u{fff9}\u{fffa}\u{fffb}\u{fffc}",
];

/// What must never come out, by the categories and not by the program's own list; a line end is the caller's.
fn is_forbidden(c: char) -> bool {
    let invisible = [
        '\u{34f}', '\u{115f}', '\u{1160}', '\u{17b4}', '\u{17b5}', '\u{180b}', '\u{180c}', '\u{180d}', '\u{180e}',
        '\u{180f}', '\u{2800}', '\u{3164}', '\u{ffa0}',
    ];
    let default_ignorable =
        matches!(c, '\u{2065}' | '\u{fff0}'..='\u{fff8}' | '\u{e0000}'..='\u{e00ff}' | '\u{e01f0}'..='\u{e0fff}');
    let category = matches!(
        c.general_category(),
        GeneralCategory::Control
            | GeneralCategory::Format
            | GeneralCategory::LineSeparator
            | GeneralCategory::ParagraphSeparator
    );
    category || invisible.contains(&c) || default_ignorable
}

/// All 1,112,064.
fn scalars() -> impl Iterator<Item = char> {
    '\0'..=char::MAX
}

#[test]
fn every_scalar_value_through_the_one_type_for_what_people_see() {
    assert_eq!(scalars().count(), 1_112_064);
    for c in scalars() {
        let text = format!("a{c}b");
        for shown in [Shown::new(&text), Shown::line(&text)] {
            let bad = shown.as_str().chars().find(|&c| is_forbidden(c) && c != '\n');
            assert_eq!(bad, None, "U+{:04X} came out of U+{:04X}", bad.map_or(0, |c| c as u32), c as u32);
        }
        assert!(!Shown::line(&text).as_str().contains('\n'), "U+{:04X} broke a line", c as u32);
        // Nothing that can be seen is lost.
        if !is_forbidden(c) && !is_unseen(c) && !c.is_whitespace() {
            assert!(Shown::line(&text).as_str().contains(c), "U+{:04X} was dropped", c as u32);
        }
    }
}

#[test]
fn attacks_in_messages_come_out_harmless() {
    let all = ATTACKS.concat().replace('\0', "");
    let mut runs: Vec<Vec<&str>> = vec![
        vec!["--demo", "list", "contacts", "--filter", &all],
        vec!["--demo", "list", "contacts", "--period", &all],
        vec!["--demo", "find", &all],
        vec!["--store", &all, "verify"],
        vec!["--demo=x", "--passphrase-file", &all, "stats"],
    ];
    runs.extend(ATTACKS.iter().filter(|attack| !attack.contains('\0')).map(|attack| vec![*attack]));
    for arguments in runs {
        let done =
            Command::new(env!("CARGO_BIN_EXE_caselog")).args(&arguments).args(["--lang", "en"]).output().unwrap();
        for said in [done.stdout, done.stderr] {
            let said = String::from_utf8(said).unwrap();
            let bad = said.chars().find(|&c| is_forbidden(c) && c != '\n');
            assert_eq!(bad, None, "{arguments:?}: U+{:04X} in {said:?}", bad.map_or(0, |c| c as u32));
        }
    }
    assert_eq!(Shown::line(ATTACKS[9]).as_str(), "gnp.exe");
}
