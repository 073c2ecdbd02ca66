//! The reference gives every figure of the sample period: what makes it fit to judge the program.

use crate::calendar::Period;
use crate::compared::Compared;
use crate::filter;
use crate::log::Log;
use crate::questions::{Asked, MEASURES, dimensions};
use crate::random::Random;
use crate::records::facts;
use crate::reference::{Answer, Question, answer};
use serde_json::Value;
use std::path::{Path, PathBuf};

/// The sample period's files.
fn sample() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src/demo/period-2009-2010")
}

/// The sample period's figures.
fn expected() -> Value {
    json(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/period-2009-2010/expected.json"))
}

fn json(path: &Path) -> Value {
    let text = std::fs::read_to_string(path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    serde_json::from_str(&text).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
}

fn count(log: &Log, measure: &str, period: &str, filter: &str) -> Answer {
    let period = Period::read(period, log.today).unwrap();
    let measure = measure.to_owned();
    answer(log, &Question { measure, rows: None, columns: None, period, filter: filter::read(filter) })
}

fn log() -> Log {
    Log::read(&sample(), "2011-01-17".parse().unwrap())
}

/// Value and whole of every indicator of project.json in a period, in order.
fn indicators(log: &Log, period: &str) -> Vec<(u64, String, u64, Option<u64>)> {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let mut found = Vec::new();
    for goal in json(&sample().join("project.json"))["goals"].as_array().unwrap() {
        for indicator in goal["indicators"].as_array().unwrap() {
            let figure = |filter: &Value| count(log, &text(&indicator["measure"]), period, &text(filter)).total;
            let of = indicator.get("of").map(figure);
            let number = goal["number"].as_u64().unwrap();
            found.push((number, text(&indicator["label"]), figure(&indicator["filter"]), of));
        }
    }
    found
}

#[test]
fn every_indicator_of_the_sample() {
    let expected: Vec<_> = expected()["indicators"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| {
            let label = one["label"].as_str().unwrap().to_owned();
            (one["goal"].as_u64().unwrap(), label, one["value"].as_u64().unwrap(), one["of"].as_u64())
        })
        .collect();
    assert_eq!(indicators(&log(), "2009..2010"), expected);
}

#[test]
fn every_total_of_the_sample() {
    let log = log();
    let expected = expected();
    for (measure, total) in expected["totals"].as_object().unwrap() {
        let counted = match measure.as_str() {
            "without_person" => count(&log, "persons", "2009..2010", "").without_person,
            measure => count(&log, measure, "2009..2010", "").total,
        };
        assert_eq!(Some(counted), total.as_u64(), "{measure}");
    }
}

#[test]
fn who_was_offered_before_the_period_has_been_offered() {
    let log = log();
    for (period, all) in [("2009", 23), ("2010", 24), ("2010-H1", 15)] {
        let (_, _, value, of) = indicators(&log, period).remove(0);
        assert_eq!((value, of), (all, Some(all)), "{period}");
    }
}

#[test]
fn every_table_of_the_sample_is_the_programs_too() {
    let log = log();
    let facts = facts(&mut Random::new(0), &log);
    for measure in MEASURES {
        for rows in dimensions(measure) {
            let (period, filter) = ("2009-H2..2010-11".to_owned(), String::new());
            let asked = Asked { measure, rows: Some(rows), columns: Some("year"), period, filter };
            let difference = Compared { log: &log, facts: &facts, asked: &asked }.figures();
            assert_eq!(difference, None, "{asked:?}");
        }
    }
}
