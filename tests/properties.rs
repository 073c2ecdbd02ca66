//! Whatever is typed or read from a file: nothing panics, what is printed reads back as it was, and what is wrong is
//! told with its place. `PROPTEST_CASES` sets how many of each are tried.

use caselog::app::exchange::{Draft, Place};
use caselog::domain::{Change, Lang, Project, Value};
use caselog::entry::read_line;
use caselog::facts::Facts;
use caselog::query::{Filter, Measure, Period};
use caselog::store::{Passphrase, RecoveryCode, Store, Unlock};
use caselog::transfer::{Content, SourceFile, Sources, import, write_file};
use chrono::{NaiveDate, NaiveDateTime};
use proptest::prelude::*;
use std::sync::OnceLock;

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2011, 1, 17).unwrap()
}

fn now() -> NaiveDateTime {
    today().and_hms_opt(9, 10, 0).unwrap()
}

/// The sample in memory, and its facts.
fn sample() -> (Store, Facts) {
    let mut store = Store::in_memory().unwrap();
    let plan = import(caselog::demo::files(), &store, false, &|_: &Change, _: &str, _: &str| Ok(()));
    store.apply(plan.unwrap_or_else(|_| panic!("the sample")).change, now()).unwrap();
    let mut facts = Facts::new(store.lists(), store.project(), today());
    store.fill(&mut facts).unwrap();
    facts.settle();
    (store, facts)
}

fn facts() -> &'static Facts {
    static FACTS: OnceLock<Facts> = OnceLock::new();
    FACTS.get_or_init(|| sample().1)
}

/// Pieces of the languages, and pieces of nothing: what they make together is nearly right.
fn nearly(pieces: &'static [&'static str]) -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        8 => prop::sample::select(pieces).prop_map(str::to_owned),
        1 => any::<char>().prop_map(String::from),
        1 => ".{0,6}",
    ];
    prop::collection::vec(piece, 0..10).prop_map(|pieces| pieces.concat())
}

const FILTER: &[&str] = &[
    "role:",
    "victim",
    "witness",
    ",",
    " ",
    "-",
    "age:",
    "<18",
    "18..19",
    "20..",
    "..",
    "unknown",
    "any",
    "none",
    "\"",
    "\"\"",
    "offer:made",
    "offered:no",
    "person:",
    "I.O-37",
    "P001",
    "date:",
    "2010",
    "2010-Q1",
    "text:",
    "orolig",
    "district:",
    "Södermalm",
    "new:",
    "returning",
    "weekday:",
    "7",
    "hour:",
    "23",
    "ref:",
    "C0042",
    "roll:",
    ":",
    "å",
];

const PERIOD: &[&str] = &[
    "2010", "-", "..", "Q1", "T2", "H1", "W14", "W53", "03", "05", "29", "02", "all", "today", "this-", "last-",
    "week", "month", "tertial", "2009", "1900", "2199", "0000", "99999", "13", "00", " ", "å",
];

const LINE: &[&str] = &[
    "igår",
    " ",
    "14:20",
    "1120",
    "A.B-12",
    "I.O-37",
    "ny",
    "kvinna",
    "~1990",
    "säljare",
    "information",
    "stödsamtal",
    "förhör",
    "45m",
    ":",
    "orolig",
    "20/11",
    "v48",
    "-2d",
    ",",
    "\"",
    "brottsutsatt",
    "in_person",
    "imorgon",
    "99:99",
    "å",
];

const JSON: &[&str] = &[
    "{",
    "}",
    "[",
    "]",
    ":",
    ",",
    "\"name\"",
    "\"start\"",
    "\"2010-01-01\"",
    "\"goals\"",
    "\"indicators\"",
    "\"measure\"",
    "\"contacts\"",
    "\"filter\"",
    "\"role:victim\"",
    "null",
    "true",
    "1",
    "-1",
    "1e99",
    "\"\\u0000\"",
    "\"å\"",
    "\n",
    "\"costs\"",
    "\"target\"",
    "\"age_groups\"",
    "\"views\"",
    "\"checks_off\"",
];

proptest! {
    #[test]
    fn a_filter_reads_back_as_it_is_printed(text in nearly(FILTER), measure in 0..8_usize, lang in any::<bool>()) {
        let measures = [Measure::Contacts, Measure::Persons, Measure::Referrals, Measure::FollowUps, Measure::Activities,
            Measure::Matters, Measure::Attempts, Measure::Meetings];
        let (measure, lang) = (measures[measure], if lang { Lang::Sv } else { Lang::En });
        match Filter::parse(&text, measure, facts()) {
            Ok(filter) => {
                let printed = filter.to_string();
                let again = Filter::parse(&printed, measure, facts());
                prop_assert!(again.as_ref() == Ok(&filter), "{:?} is {:?}, printed {:?}, reads {:?}", text, filter, printed, again);
                prop_assert!(!filter.in_words(measure, facts(), lang).is_empty() || filter.is_empty());
            }
            Err(error) => prop_assert!(!error.say(lang).is_empty()),
        }
    }

    #[test]
    fn a_period_reads_back_as_it_is_printed(text in nearly(PERIOD)) {
        match Period::parse(&text, today()) {
            Ok(period) => {
                let printed = period.to_string();
                let again = Period::parse(&printed, today());
                prop_assert!(again.as_ref() == Ok(&period), "{:?} is {:?}, printed {:?}, reads {:?}", text, period, printed, again);
                prop_assert!(!period.in_words(Lang::Sv).is_empty());
            }
            Err(error) => prop_assert!(!error.say(Lang::En).is_empty()),
        }
    }

    #[test]
    fn a_log_line_keeps_every_word(text in nearly(LINE)) {
        let line = read_line(&text, now(), facts());
        let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
        let parts: String = line.parts.iter().map(|part| part.typed.as_str()).collect();
        prop_assert_eq!(letters(&parts), letters(&text));
        let _ = (line.is_whole(), line.contact.problems());
    }

    #[test]
    fn project_json_reads_back_or_its_fault_has_a_line(text in nearly(JSON)) {
        match Project::from_json(&text) {
            Ok(project) => prop_assert_eq!(Project::from_json(&project.to_json()), Ok(project)),
            Err((line, said)) => prop_assert!(line <= text.matches('\n').count() + 1 && !said.is_empty()),
        }
    }

    #[test]
    fn what_the_store_kept_of_a_screen_never_breaks_it(text in nearly(JSON)) {
        let _ = (Draft::parse(&text), Place::parse(&text));
    }

    #[test]
    fn a_recovery_code_is_read_or_its_group_is_named(text in "[A-Za-z0-9 -]{0,60}") {
        let _ = RecoveryCode::parse(&text);
    }

    #[test]
    fn a_value_reads_back_as_it_is_printed(text in ".{0,40}") {
        use caselog::domain::Kind;
        for field in Kind::ALL.into_iter().flat_map(Kind::fields) {
            if let Ok(value) = Value::parse(field.ty, &text) {
                prop_assert_eq!(Value::parse(field.ty, &value.to_string()), Ok(value), "{}", field.code);
            }
        }
    }
}

/// Bytes changed as a disk, an editor or an attacker may change them.
#[derive(Clone, Debug)]
enum Harm {
    Flip(prop::sample::Index, u8),
    Put(prop::sample::Index, Vec<u8>),
    Drop(prop::sample::Index, usize),
    Cut(prop::sample::Index),
    All(Vec<u8>),
}

impl Harm {
    fn apply(&self, bytes: &mut Vec<u8>) {
        let length = bytes.len();
        match self {
            _ if length == 0 => {}
            Harm::Flip(at, bit) => bytes[at.index(length)] ^= 1 << (bit % 8),
            Harm::Put(at, more) => drop(bytes.splice(at.index(length)..at.index(length), more.iter().copied())),
            Harm::Drop(at, count) => drop(bytes.drain(at.index(length)..(at.index(length) + count).min(length))),
            Harm::Cut(at) => bytes.truncate(at.index(length)),
            Harm::All(all) => bytes.clone_from(all),
        }
    }
}

fn harm(pieces: &'static [&'static str]) -> impl Strategy<Value = Harm> {
    let at = any::<prop::sample::Index>;
    let some = prop_oneof![
        prop::collection::vec(any::<u8>(), 0..8),
        prop::sample::select(pieces).prop_map(|piece| piece.as_bytes().to_vec()),
    ];
    prop_oneof![
        4 => (at(), any::<u8>()).prop_map(|(at, bit)| Harm::Flip(at, bit)),
        4 => (at(), some).prop_map(|(at, more)| Harm::Put(at, more)),
        2 => (at(), 1..20_usize).prop_map(|(at, count)| Harm::Drop(at, count)),
        1 => at().prop_map(Harm::Cut),
        1 => prop::collection::vec(any::<u8>(), 0..300).prop_map(Harm::All),
    ]
}

const CELLS: &[&str] = &[
    ",",
    "\"",
    "\"\"",
    "\r\n",
    "\n",
    ";",
    "'",
    "=1+1",
    "ref,",
    "note",
    "P001",
    "C0001",
    "2010-02-30",
    "true",
    "\u{feff}",
    "\u{202e}",
    "victim",
    "a\u{30a}",
    "\0",
    "~1990",
    "2010-02-03T10:00",
];

/// All files that a log is exported to, by name.
fn exported(store: &Store) -> Vec<(String, Vec<u8>)> {
    let file = |content: Content| {
        let mut bytes = Vec::new();
        write_file(content, store, today(), &mut bytes).unwrap().unwrap();
        (content.file_name(), bytes)
    };
    Content::all().map(file).collect()
}

/// A small log as the files that it is exported to.
fn files() -> &'static [(String, Vec<u8>)] {
    static FILES: OnceLock<Vec<(String, Vec<u8>)>> = OnceLock::new();
    FILES.get_or_init(|| {
        let all = exported(&sample().0);
        let few = |(name, bytes): (String, Vec<u8>)| {
            let is_whole = !name.ends_with(".csv") || name.starts_with("organisations") || name.starts_with("lists");
            let lines = bytes.split_inclusive(|byte| *byte == b'\n');
            let bytes = if is_whole { bytes } else { lines.take(8).flatten().copied().collect() };
            (name, bytes)
        };
        all.into_iter().map(few).collect()
    })
}

fn sources(files: &[(String, Vec<u8>)]) -> Sources {
    let file = |(name, bytes): &(String, Vec<u8>)| SourceFile { name: name.clone(), bytes: bytes.clone().into() };
    Sources { files: files.iter().map(file).collect(), not_read: Vec::new() }
}

/// Imports and applies: `false` if it was refused, and then nothing has changed.
fn taken_in(store: &mut Store, files: &[(String, Vec<u8>)]) -> bool {
    let Ok(plan) = import(sources(files), store, false, &|_: &Change, _: &str, _: &str| Ok(())) else { return false };
    let before = exported(store);
    let is_done = store.apply(plan.change, now()).is_ok();
    if !is_done {
        assert_eq!(exported(store), before, "a refused import has left something");
    }
    is_done
}

/// A store on the disk, the bytes of its key file, and a passphrase for it.
fn locked() -> &'static (tempfile::TempDir, Vec<u8>) {
    static LOCKED: OnceLock<(tempfile::TempDir, Vec<u8>)> = OnceLock::new();
    LOCKED.get_or_init(|| {
        let folder = tempfile::tempdir().unwrap();
        let kdf = caselog::store::Kdf { memory: 8, passes: 1 };
        drop(Store::create(&folder.path().join("s"), &Passphrase::new("hemligt".to_owned()), kdf).unwrap());
        let keys = std::fs::read(folder.path().join("s/keys.json")).unwrap();
        (folder, keys)
    })
}

/// What opening says: 0, or the exit code of the error.
fn opens(with: &str) -> i32 {
    let passphrase = Passphrase::new(with.to_owned());
    Store::open(&locked().0.path().join("s"), &Unlock::Passphrase(&passphrase))
        .map_or_else(|e| e.exit_code().into(), |_| 0)
}

proptest! {
    // Each case makes two stores.
    #![proptest_config(ProptestConfig { cases: ProptestConfig::default().cases / 4, ..ProptestConfig::default() })]
    #[test]
    fn an_import_is_whole_or_nothing_and_what_came_in_comes_out_and_in_again(
        harms in prop::collection::vec((any::<prop::sample::Index>(), harm(CELLS)), 1..4),
    ) {
        let mut given = files().to_vec();
        for (which, harm) in &harms {
            let which = which.index(given.len());
            harm.apply(&mut given[which].1);
        }
        let mut store = Store::in_memory().unwrap();
        if taken_in(&mut store, &given) {
            let out = exported(&store);
            let mut second = Store::in_memory().unwrap();
            prop_assert!(taken_in(&mut second, &out), "{harms:?}");
            prop_assert!(exported(&second) == out, "{harms:?}");
        }
    }

}

proptest! {
    #[test]
    fn a_key_file_that_is_not_as_it_was_written_is_damage_and_a_wrong_passphrase_is_none(
        harms in prop::collection::vec(harm(JSON), 0..4),
        both in any::<bool>(),
        guess in ".{0,20}",
    ) {
        let (folder, keys) = locked();
        let mut changed = keys.clone();
        harms.iter().for_each(|harm| harm.apply(&mut changed));
        let path = |name: &str| folder.path().join("s").join(name);
        std::fs::write(path("keys.json"), &changed).unwrap();
        std::fs::write(path("keys.copy.json"), if both { &changed } else { keys }).unwrap();
        let wrong = if guess == "hemligt" { "fel" } else { &guess };
        let expected = if changed == *keys { (0, 3) } else { (5, 5) };
        prop_assert_eq!((opens("hemligt"), opens(wrong)), expected, "{:?}", harms);
    }
}
