//! `goals`: every goal's indicators.

use super::failure::{FAILED, Failure};
use super::output;
use super::session::Session;
use super::table::{self, Align};
use crate::domain::{Lang, Shown};
use crate::i18n::{fill, number, percent, target, texts::cli as t, texts::common};
use crate::query::Period;
use crate::report::Cell;
use crate::stats::{self, GoalLine, GoalsError};
use crate::transfer::{csv_text, json_text};
use clap::ArgMatches;
use serde_json::{Value, json};

/// Counts the goals' indicators.
///
/// # Errors
/// Wrong use, a store that cannot be read, output that cannot be written.
pub fn run(session: &mut Session, matches: &ArgMatches) -> Result<(), Failure> {
    let (lang, facts) = (session.lang, session.facts()?);
    let period = session.period(matches)?.unwrap_or(Period::ALL);
    let lines = stats::goals(&facts, session.store.project(), &period, lang, |kind, word| session.matching(kind, word))
        .map_err(|error| failure(error, lang))?;
    match matches.get_one::<String>("format").map(String::as_str) {
        Some("json") => {
            let lines: Vec<Value> = lines.iter().map(as_json).collect();
            output::write(&(json_text(&Value::Array(lines)) + "\n"), lang)
        }
        Some("csv") => output::write(&csv_text(&as_csv(&lines)), lang),
        _ => show(&lines, lang),
    }
}

/// Why the goals cannot be counted, in words.
pub fn failure(error: GoalsError<Failure>, lang: Lang) -> Failure {
    match error {
        GoalsError::LookUp(failure) => failure,
        GoalsError::Indicator { goal, label, error } => {
            let parts: [(&str, &dyn std::fmt::Display); 3] =
                [("goal", &goal), ("problem", &error.say(lang)), ("label", &label)];
            Failure::new(FAILED, fill(t::WRONG_INDICATOR, lang, &parts))
        }
    }
}

/// An indicator as contract section 6 has it.
fn as_json(line: &GoalLine) -> Value {
    json!({
        "goal": line.goal,
        "label": line.label,
        "measure": line.measure.code(),
        "filter": line.filter,
        "value": line.value,
        "of": line.of,
        "target": line.target,
        "met": line.met,
    })
}

/// The same columns; an empty cell is none.
fn as_csv(lines: &[GoalLine]) -> Vec<Vec<String>> {
    let head = ["goal", "label", "measure", "filter", "value", "of", "target", "met"].map(str::to_owned).to_vec();
    let row = |line: &GoalLine| {
        vec![
            line.goal.to_string(),
            line.label.clone(),
            line.measure.code().to_owned(),
            line.filter.clone(),
            line.value.to_string(),
            line.of.map(|of| of.to_string()).unwrap_or_default(),
            line.target.clone().unwrap_or_default(),
            line.met.map(|met| met.to_string()).unwrap_or_default(),
        ]
    };
    std::iter::once(head).chain(lines.iter().map(row)).collect()
}

fn show(lines: &[GoalLine], lang: Lang) -> Result<(), Failure> {
    if lines.is_empty() {
        return output::show(&Shown::new(t::NO_GOALS.get(lang)), lang);
    }
    let heads = [
        (t::GOAL, Align::Right),
        (t::INDICATOR, Align::Left),
        (t::VALUE, Align::Right),
        (t::OF, Align::Right),
        (t::SHARE, Align::Right),
        (t::TARGET, Align::Right),
        (t::MET, Align::Left),
    ]
    .map(|(head, align)| (head.get(lang), align));
    let count = |n: u64| Cell::new(number(n as i64, lang));
    let row = |line: &GoalLine| {
        let met = line.met.map(|met| if met { common::YES } else { common::NO }.get(lang));
        vec![
            Cell::new(line.goal.to_string()),
            Cell::new(&line.label),
            count(line.value),
            line.of.map(count).unwrap_or_default(),
            line.of.map(|of| Cell::new(percent(line.value, of, lang))).unwrap_or_default(),
            Cell::new(target(line.target.as_deref().unwrap_or_default(), lang)),
            Cell::new(met.unwrap_or_default()),
        ]
    };
    table::print(&heads, lines.iter().map(row).collect(), false, lang)
}
