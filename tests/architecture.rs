//! The rooms and the one direction of their imports (docs/architecture.md), held by reading the sources.

use std::fs;
use std::path::{Path, PathBuf};

/// The rooms that each room may import. What is missing here may import nothing of ours.
const MAY_IMPORT: &[(&str, &[&str])] = &[
    ("domain", &[]),
    ("i18n", &["domain"]),
    ("query", &["domain", "i18n"]),
    ("facts", &["domain", "i18n", "query"]),
    ("stats", &["domain", "i18n", "query", "facts"]),
    ("report", &["domain", "i18n", "query", "facts", "stats"]),
    ("app", &["domain", "i18n", "entry", "checks", "query", "facts", "stats", "report"]),
    ("ui", &["domain", "i18n", "checks", "query", "facts", "stats", "report", "app"]),
    ("files", &[]),
    ("store", &["domain", "i18n", "query", "facts", "files"]),
    ("transfer", &["domain", "i18n", "store", "files"]),
    ("demo", &["domain", "i18n", "store", "transfer"]),
    ("entry", &["domain", "i18n", "query"]),
    ("checks", &["domain", "i18n", "query", "facts", "stats"]),
    ("config", &["domain", "i18n", "files"]),
    (
        "worker",
        &[
            "domain", "i18n", "entry", "query", "facts", "stats", "checks", "report", "store", "app", "config",
            "transfer", "files",
        ],
    ),
    ("term", &["domain", "i18n", "query", "facts", "stats", "report", "store", "app", "ui", "worker", "config"]),
    (
        "cli",
        &[
            "domain", "i18n", "checks", "query", "facts", "stats", "report", "store", "transfer", "demo", "entry",
            "config", "worker", "app", "ui", "term", "files",
        ],
    ),
    ("memory", &[]),
    ("main", &["cli"]),
];

/// Of `app`, the worker takes only what goes in and out.
const OF_APP_FOR_WORKER: &str = "exchange";

/// The rooms without clock, file, terminal or SQL.
const PURE: &[&str] = &["domain", "i18n", "entry", "checks", "query", "facts", "stats", "report", "app", "ui"];

/// Clocks and files, which pure rooms have none of.
const IMPURE: &[&str] = &[
    "Local::now",
    "Utc::now",
    "SystemTime",
    "Instant",
    "std::fs",
    "std::env",
    "std::io",
    "std::process",
    "std::net",
    "std::thread",
];

/// What only some places may name: the words, and the rooms or files that may.
const ONLY_IN: &[(&[&str], &[&str])] = &[
    (&["rusqlite"], &["store"]),
    (&["ratatui", "crossterm"], &["ui", "term"]),
    (&["println!", "print!", "eprintln!", "eprint!", "io::stdout", "io::stderr"], &["cli/output.rs", "term"]),
];

/// Longest file of code, tests apart, in lines.
const LONGEST: usize = 600;
/// Files that are longer, and why.
const LONGER: &[(&str, &str)] = &[];

/// A source file: its path under `src`, and its text without tests and comments.
struct Source {
    path: String,
    code: Vec<String>,
    lines: usize,
}

impl Source {
    fn new(path: &str, text: &str) -> Source {
        let (mut code, mut lines) = (Vec::new(), 0);
        // The last line of what is compiled for tests only.
        let mut end: Option<String> = None;
        for line in text.lines() {
            if line.trim() == "#[cfg(test)]" {
                end = Some(line.replace("#[cfg(test)]", "}"));
            }
            if let Some(last) = &end {
                // One item: to what ends as far in as it began, a brace or a line of its own.
                if line.find(|c| c != ' ') == last.find('}') && line.ends_with([';', '}']) {
                    end = None;
                }
                code.push(String::new());
                continue;
            }
            lines += 1;
            code.push(line.split_once("//").map_or(line, |(code, _)| code).to_owned());
        }
        Source { path: path.to_owned(), lines, code }
    }

    fn room(&self) -> &str {
        self.path.split('/').next().unwrap_or(&self.path).trim_end_matches(".rs")
    }

    /// The rooms that the file imports, with the line, and what of them.
    fn imports(&self) -> Vec<(usize, String, String)> {
        let text = self.code.join("\n");
        let inner = self.path.trim_end_matches(".rs").split('/').filter(|part| *part != "mod").count();
        let up = "super::".repeat(inner);
        let mut found = Vec::new();
        for prefix in ["crate::", "caselog::", up.as_str()].into_iter().filter(|prefix| !prefix.is_empty()) {
            for (at, _) in text.match_indices(prefix) {
                let line = text[..at].matches('\n').count() + 1;
                let rest = &text[at + prefix.len()..];
                // `use crate::{a, b::c}` names several rooms.
                let named = rest.strip_prefix('{').map_or_else(|| vec![rest], top_level_items);
                for name in named.into_iter().map(str::trim) {
                    let room: String = name.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
                    let of = name[room.len()..].trim_start_matches("::").to_owned();
                    found.push((line, room, of));
                }
            }
        }
        found
    }
}

/// The items of `a, b::{c, d}, e}` that stand outside inner braces.
fn top_level_items(list: &str) -> Vec<&str> {
    let (mut depth, mut start, mut items) = (0, 0, Vec::new());
    for (at, c) in list.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => {
                items.push(&list[start..at]);
                return items;
            }
            '}' => depth -= 1,
            ',' if depth == 0 => {
                items.push(&list[start..at]);
                start = at + 1;
            }
            _ => {}
        }
    }
    items.push(&list[start..]);
    items
}

/// Everything in the sources that breaks a rule.
fn breaches(sources: &[Source]) -> Vec<String> {
    let mut found = Vec::new();
    for source in sources {
        let room = source.room();
        if room == "lib" {
            continue;
        }
        let Some((_, allowed)) = MAY_IMPORT.iter().find(|(name, _)| *name == room) else {
            found.push(format!("{}: a room that tests/architecture.rs does not know", source.path));
            continue;
        };
        for (line, import, of) in source.imports() {
            let known = MAY_IMPORT.iter().any(|(name, _)| *name == import);
            if known && import != room && !allowed.contains(&import.as_str()) {
                found.push(format!("{}:{line}: {room} imports {import}", source.path));
            }
            if room == "worker" && import == "app" && !of.starts_with(OF_APP_FOR_WORKER) {
                found.push(format!("{}:{line}: of app, worker takes only what goes in and out", source.path));
            }
        }
        for (number, line) in source.code.iter().enumerate() {
            for (words, places) in ONLY_IN {
                let here = places.iter().any(|place| source.path.starts_with(place));
                if let (false, Some(word)) = (here, words.iter().find(|word| names(line, word))) {
                    found.push(format!("{}:{}: {word} outside {}", source.path, number + 1, places.join(", ")));
                }
            }
            if let (true, Some(word)) = (PURE.contains(&room), IMPURE.iter().find(|word| names(line, word))) {
                found.push(format!("{}:{}: {word} in a pure room", source.path, number + 1));
            }
        }
        if source.lines > LONGEST && !LONGER.iter().any(|(path, _)| *path == source.path) {
            found.push(format!("{}: {} lines; look for the second thing in it", source.path, source.lines));
        }
    }
    found
}

/// Whether a line has a word, and not a longer one that ends or begins with it.
fn names(line: &str, word: &str) -> bool {
    let part_of_word = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || c == '_');
    line.match_indices(word).any(|(at, _)| {
        let after = line[at + word.len()..].chars().next();
        !part_of_word(line[..at].chars().last()) && (word.ends_with('!') || !part_of_word(after))
    })
}

fn all_sources() -> Vec<Source> {
    fn walk(dir: &Path, files: &mut Vec<PathBuf>) {
        for entry in fs::read_dir(dir).unwrap() {
            let path = entry.unwrap().path();
            if path.file_stem().is_some_and(|name| name == "tests") {
                continue;
            }
            if path.is_dir() {
                walk(&path, files);
            } else if path.extension().is_some_and(|e| e == "rs") {
                files.push(path);
            }
        }
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    walk(&root, &mut files);
    files.sort();
    files
        .iter()
        .map(|file| {
            let path = file.strip_prefix(&root).unwrap().to_string_lossy().replace('\\', "/");
            Source::new(&path, &fs::read_to_string(file).unwrap())
        })
        .collect()
}

#[test]
fn the_house_stands_as_planned() {
    let found = breaches(&all_sources());
    assert!(found.is_empty(), "\n{}", found.join("\n"));
}

#[test]
fn every_breach_is_found() {
    let long = "fn f() {}\n".repeat(LONGEST + 1);
    let cases = [
        ("domain/a.rs", "use crate::query::Filter;", Some("domain/a.rs:1: domain imports query")),
        ("stats/a.rs", "use crate::{domain::Kind, store::Store};", Some("stats/a.rs:1: stats imports store")),
        (
            "stats/a.rs",
            "use crate::{\n    domain::{Kind, Ref},\n    store::Store,\n};",
            Some("stats/a.rs:1: stats imports store"),
        ),
        ("stats/a.rs", "let x = crate::report::text();", Some("stats imports report")),
        ("stats/a.rs", "use super::super::store::Store;", Some("stats imports store")),
        ("stats/mod.rs", "use super::store::Store;", Some("stats imports store")),
        ("stats/a.rs", "use super::answer::Answer;", None),
        ("store/a.rs", "use crate::stats::answer;", Some("store imports stats")),
        ("worker/a.rs", "use crate::app::App;", Some("of app, worker takes only what goes in and out")),
        ("worker/a.rs", "use crate::app::exchange::{Ask, Reply};", None),
        ("app/a.rs", "use rusqlite::Connection;", Some("rusqlite outside store")),
        ("report/a.rs", "use ratatui::text::Line;", Some("ratatui outside ui, term")),
        ("cli/a.rs", "use crossterm::event;", Some("crossterm outside ui, term")),
        ("ui/a.rs", "let now = Instant::now();", Some("Instant in a pure room")),
        ("facts/a.rs", "let today = chrono::Local::now();", Some("Local::now in a pure room")),
        ("domain/a.rs", "std::fs::read(path)", Some("std::fs in a pure room")),
        ("query/a.rs", "std::env::var(\"HOME\")", Some("std::env in a pure room")),
        ("cli/a.rs", "println!(\"{secret}\");", Some("println! outside cli/output.rs, term")),
        ("store/a.rs", "eprintln!(\"x\");", Some("eprintln! outside")),
        ("cli/output.rs", "std::io::stdout().lock()", None),
        ("cli/a.rs", "std::fs::read(path)", None),
        ("cellar/a.rs", "", Some("a room that tests/architecture.rs does not know")),
        ("app/a.rs", long.as_str(), Some("look for the second thing in it")),
        ("domain/a.rs", "// crate::query is not imported", None),
        ("domain/a.rs", "fn f() {}\n#[cfg(test)]\nmod tests { use std::fs; }", None),
        ("domain/a.rs", "#[cfg(test)]\nmod a;\nuse crate::query::Filter;", Some("domain/a.rs:3: domain imports query")),
        ("domain/a.rs", "#[cfg(test)]\nmod a {\n    use std::fs;\n}\nuse crate::i18n;", Some("domain/a.rs:5: domain")),
        ("domain/a.rs", "    #[cfg(test)]\n    fn a() {\n        std::fs::read();\n    }\n}\n", None),
        ("domain/a.rs", "struct Instantly;", None),
    ];
    for (path, text, expected) in cases {
        let found = breaches(&[Source::new(path, text)]);
        match expected {
            Some(expected) => assert!(found.iter().any(|f| f.contains(expected)), "{path}: {text}: {found:?}"),
            None => assert!(found.is_empty(), "{path}: {text}: {found:?}"),
        }
    }
}

#[test]
fn the_plan_has_one_direction() {
    // A room is never imported, through others, by what it imports.
    fn reaches(from: &str, to: &str, seen: &mut Vec<String>) -> bool {
        let below = MAY_IMPORT.iter().find(|(room, _)| *room == from).map_or(&[] as &[&str], |(_, below)| below);
        below.iter().any(|room| {
            *room == to
                || (!seen.contains(&(*room).to_owned()) && {
                    seen.push((*room).to_owned());
                    reaches(room, to, seen)
                })
        })
    }
    for (room, _) in MAY_IMPORT {
        assert!(!reaches(room, room, &mut Vec::new()), "{room} imports itself through others");
    }
}
