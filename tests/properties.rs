//! Whatever is typed or read from a file: nothing panics, what is printed reads back as it was, and what is wrong is
//! told with its place. `PROPTEST_CASES` sets how many of each are tried.

use caselog::app::exchange::{Draft, Place};
use caselog::domain::{Change, Lang, Project, Record, Value};
use caselog::entry::read_line;
use caselog::facts::Facts;
use caselog::query::{Filter, Measure, Period};
use caselog::store::{RecoveryCode, Store};
use caselog::transfer::import;
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
    for kind in caselog::domain::Kind::ALL {
        store.for_each(kind, |record: Record| facts.insert(&record)).unwrap();
    }
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
