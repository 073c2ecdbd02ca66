//! `stats`: a table of counts, and the same of another period beside it.

use super::failure::Failure;
use super::output;
use super::session::Session;
use super::table::{self, Align};
use crate::domain::{Lang, Shown};
use crate::i18n::{capital, fill, number, period_of_days, texts::cli as t, texts::common};
use crate::query::{Dimension, Measure, Period, Question, Vocabulary};
use crate::report::Cell;
use crate::stats::said::{self, HIDDEN};
use crate::stats::suppress::Limit;
use crate::stats::{Answer, Axis, Print, Published, answer_within};
use crate::transfer::{csv_text, json_text};
use clap::ArgMatches;
use serde_json::{Value, json};

/// A question, its answer, and what of it is shown.
struct Answered {
    question: Question,
    answer: Answer,
    shown: Published,
}

/// Counts what the arguments ask for.
///
/// # Errors
/// Wrong use, a store that cannot be read, output that cannot be written.
pub fn run(session: &mut Session, matches: &ArgMatches) -> Result<(), Failure> {
    if let Some(view) = matches.get_one::<String>("view") {
        return super::views::run(session, view, matches);
    }
    let (lang, facts) = (session.lang, session.facts()?);
    let limit = limit(matches, lang)?;
    let text = |name: &str| matches.get_one::<String>(name).map(String::as_str);
    let wrong = |error: crate::query::QueryError| Failure::usage(error.say(lang));
    let measure = Measure::from_code(text("measure").unwrap_or_default()).map_err(wrong)?;
    if !measure.is_counted() {
        return Err(Failure::usage(fill(t::NOT_COUNTED, lang, &[("measure", &measure.code())])));
    }
    let dimension = |name| text(name).map(|word| Dimension::parse(word, measure)).transpose().map_err(wrong);
    let question = Question {
        measure,
        rows: dimension("rows")?,
        columns: dimension("columns")?,
        period: session.period(matches)?.unwrap_or(Period::ALL),
        filter: session.filter(matches, measure, &facts)?.unwrap_or_default(),
    };
    let words = session.words(&question.filter, measure)?;
    let mut asked = vec![question.clone()];
    if let Some(compared) = text("compare") {
        let period = match compared {
            "previous" => question
                .period
                .previous(facts.today())
                .ok_or_else(|| Failure::usage(fill(t::NO_PREVIOUS, lang, &[("period", &question.period)])))?,
            other => session.read_period(other)?,
        };
        asked.push(Question { period, ..question.clone() });
    }
    let answers = asked.into_iter().map(|question| {
        let answer = answer_within(&facts, &question, &words, lang);
        answer.map(|answer| (question, answer)).map_err(|too_large| Failure::usage(too_large.say(lang)))
    });
    let answers = published(answers.collect::<Result<_, _>>()?, limit);
    match text("format") {
        Some("json") => output::write(&(json_text(&as_json(&answers)) + "\n"), lang),
        Some("csv") => output::write(&csv_text(&as_csv(&answers)), lang),
        _ => {
            let filter = question.filter.in_words(measure, &facts, lang);
            output::show(&Shown::line(format!("{} · {filter}", capital(measure.label(lang)))), lang)?;
            answers.iter().try_for_each(|answered| show(answered, lang))?;
            match answers.iter().any(|answered| answered.shown.hidden().0 > 0) {
                true => output::show(&suppressed(limit, lang), lang),
                false => Ok(()),
            }
        }
    }
}

/// Reads `--suppress`; without it nothing is hidden.
pub fn limit(matches: &ArgMatches, lang: Lang) -> Result<Limit, Failure> {
    let k = matches.get_one::<u64>("suppress").copied().unwrap_or(0);
    Limit::new(k).ok_or_else(|| Failure::usage(t::SUPPRESS_TWO.get(lang)))
}

/// What is hidden, and what is not covered.
pub fn suppressed(limit: Limit, lang: Lang) -> Shown {
    Shown::line(fill(t::SUPPRESSED, lang, &[("most", &limit.k().saturating_sub(1))]))
}

/// The answers as they are shown together.
fn published(answers: Vec<(Question, Answer)>, limit: Limit) -> Vec<Answered> {
    let mut print = Print::default();
    let ids: Vec<_> = answers.iter().map(|(question, answer)| print.table(question, answer)).collect();
    let hidden = print.suppress(limit);
    let shown: Vec<Published> =
        ids.iter().zip(&answers).map(|(ids, (_, answer))| ids.publish(answer, &hidden)).collect();
    let answered = |((question, answer), shown)| Answered { question, answer, shown };
    answers.into_iter().zip(shown).map(answered).collect()
}

/// The answer as contract section 6 has it, one compared with it inside.
fn as_json(answers: &[Answered]) -> Value {
    let axis = |axis: &Axis| match axis.dimension {
        None => Value::Null,
        Some(dimension) => {
            let value = |v: &crate::stats::AxisValue| json!({"code": v.code, "label": v.label});
            json!({"key": dimension.code(), "values": axis.values.iter().map(value).collect::<Vec<_>>()})
        }
    };
    let one = |Answered { question, answer, shown }: &Answered| {
        json!({
            "measure": question.measure.code(),
            "filter": question.filter.to_string(),
            "period": {
                "from": answer.from.map(|day| day.to_string()),
                "to": answer.to.map(|day| day.to_string()),
            },
            "rows": axis(&answer.rows),
            "columns": axis(&answer.columns),
            "cells": shown.cells,
            "row_totals": shown.row_totals,
            "column_totals": shown.column_totals,
            "total": shown.total,
            "without_person": shown.without_person,
            "without_value": shown.without_value,
        })
    };
    let mut answers = answers.iter().map(one);
    let mut first = answers.next().unwrap_or_default();
    if let (Some(object), Some(compared)) = (first.as_object_mut(), answers.next()) {
        object.insert("compared".to_owned(), compared);
    }
    first
}

/// The answers one under the other: a row for each row of the table, with its period, code and label, the total last. A
/// hidden number is an empty cell.
fn as_csv(answers: &[Answered]) -> Vec<Vec<String>> {
    let mut table = Vec::new();
    let written = |n: &Option<u64>| n.map(|n| n.to_string()).unwrap_or_default();
    for Answered { answer, shown, .. } in answers {
        let period = span(answer).map(|(from, to)| format!("{from}..{to}")).unwrap_or_default();
        let across = answer.columns.dimension.is_some();
        let rows = answer.rows.dimension.map(|d| [d.code().to_owned(), "label".to_owned()]);
        if table.is_empty() || across {
            let codes = answer.columns.values.iter().map(|v| v.code.clone());
            let head = std::iter::once("period".to_owned()).chain(rows.iter().flatten().cloned()).chain(codes);
            table.push(head.chain(["total".to_owned()]).collect());
        }
        let line = |names: [String; 2], cells: &[Option<u64>], total: Option<u64>| {
            let names = names.into_iter().filter(|_| rows.is_some());
            let cells = cells.iter().filter(|_| across).chain([&total]).map(written);
            std::iter::once(period.clone()).chain(names).chain(cells).collect::<Vec<String>>()
        };
        for ((value, cells), total) in answer.rows.values.iter().zip(&shown.cells).zip(&shown.row_totals) {
            table.push(line([value.code.clone(), value.label.clone()], cells, *total));
        }
        table.push(line(["total".to_owned(), String::new()], &shown.column_totals, shown.total));
    }
    table
}

/// One answer as a table for people, with what does not stand in its cells.
fn show(Answered { question, answer, shown }: &Answered, lang: Lang) -> Result<(), Failure> {
    let period = match span(answer) {
        Some((from, to)) => period_of_days(from, to, lang),
        None => question.period.in_words(lang),
    };
    output::show(&Shown::line(period), lang)?;
    let count = |n: Option<u64>| Cell::new(n.map_or(HIDDEN.to_owned(), |n| number(n as i64, lang)));
    let rows_label = answer.rows.dimension.map_or_else(String::new, |d| capital(d.label(lang)));
    let mut heads = vec![(rows_label.as_str(), Align::Left)];
    heads.extend(answer.columns.values.iter().map(|value| (value.label.as_str(), Align::Right)));
    let total_label = if answer.columns.dimension.is_some() { common::TOTAL } else { t::COUNT };
    heads.push((total_label.get(lang), Align::Right));
    let across = answer.columns.dimension.is_some();
    let line = |label: &str, cells: &[Option<u64>], total: Option<u64>| {
        let cells = cells.iter().filter(|_| across).chain([&total]);
        std::iter::once(Cell::new(label)).chain(cells.map(|&n| count(n))).collect::<Vec<_>>()
    };
    let values = answer.rows.values.iter().zip(&shown.cells).zip(&shown.row_totals);
    let mut rows: Vec<_> = values.map(|((value, cells), total)| line(&value.label, cells, *total)).collect();
    let has_rows = !rows.is_empty();
    rows.push(line(common::TOTAL.get(lang), &shown.column_totals, shown.total));
    table::print(&heads, rows, has_rows, lang)?;
    let mut remarks = Vec::new();
    remarks.extend(said::without_person(question.measure, shown.without_person, shown.total, lang));
    remarks.extend(said::without_value(question.measure, shown.without_value, lang));
    let sum = |totals: &[u64]| totals.iter().sum::<u64>();
    if sum(&answer.row_totals) > answer.total || sum(&answer.column_totals) > answer.total {
        remarks.push(said::not_additive(question.measure, lang));
    }
    remarks.iter().try_for_each(|remark| output::show(&Shown::line(remark), lang))
}

fn span(answer: &Answer) -> Option<(chrono::NaiveDate, chrono::NaiveDate)> {
    Some((answer.from?, answer.to?))
}
