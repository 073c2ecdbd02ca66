//! Every Unicode scalar value, and a list of attacks on terminals, through what people are shown: no control,
//! direction-changing or invisible character comes out.

#[path = "scalars/mod.rs"]
mod scalars;

use caselog::domain::Shown;
use caselog::domain::text::is_unseen;
use std::process::Command;

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
            let bad = shown.as_str().chars().find(|&c| scalars::is_harmful(c) && c != '\n');
            assert_eq!(bad, None, "U+{:04X} came out of U+{:04X}", bad.map_or(0, |c| c as u32), c as u32);
        }
        assert!(!Shown::line(&text).as_str().contains('\n'), "U+{:04X} broke a line", c as u32);
        // Nothing that can be seen is lost.
        if !scalars::is_harmful(c) && !is_unseen(c) && !c.is_whitespace() {
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
            assert_eq!(scalars::harm(&said), None, "{arguments:?}: {said:?}");
        }
    }
    assert_eq!(Shown::line(ATTACKS[9]).as_str(), "gnp.exe");
}

#[test]
fn every_scalar_value_in_messages_comes_out_harmless() {
    // With the letters between them no character has more than five bytes, and an argument 128 KiB at most.
    for text in scalars::texts(50_000) {
        for before in [&[][..], &["--demo", "list", "contacts", "--filter"], &["--demo", "find"]] {
            let mut command = Command::new(env!("CARGO_BIN_EXE_caselog"));
            let done = command.args(before).arg(&text).args(["--lang", "sv"]).output().unwrap();
            let said = String::from_utf8([done.stdout, done.stderr].concat()).unwrap();
            assert_eq!(scalars::harm(&said), None, "{before:?}");
            assert!(!said.is_empty());
        }
    }
}
