//! `stats`: a table of counts, and the same of another period beside it.

use super::failure::Failure;
use super::output;
use super::session::Session;
use super::table::{self, Align};
use crate::domain::{Lang, Shown};
use crate::i18n::{capital, fill, number, period_of_days, texts::cli as t, texts::common, texts::report};
use crate::query::{Dimension, Measure, Period, Question, Vocabulary};
use crate::report::Cell;
use crate::stats::{Answer, Axis, answer};
use crate::transfer::{csv_text, json_text};
use clap::ArgMatches;
use serde_json::{Value, json};

/// Counts what the arguments ask for.
///
/// # Errors
/// Wrong use, a store that cannot be read, output that cannot be written.
pub fn run(session: &Session, matches: &ArgMatches) -> Result<(), Failure> {
    let (lang, facts) = (session.lang, session.facts()?);
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
    let answers: Vec<(Question, Answer)> = asked
        .into_iter()
        .map(|question| {
            let answer = answer(&facts, &question, &words, lang);
            (question, answer)
        })
        .collect();
    match text("format") {
        Some("json") => output::write(&(json_text(&as_json(&answers)) + "\n"), lang),
        Some("csv") => output::write(&csv_text(&as_csv(&answers)), lang),
        _ => {
            let filter = question.filter.in_words(measure, &facts, lang);
            output::show(&Shown::line(format!("{} · {filter}", capital(measure.label(lang)))), lang)?;
            answers.iter().try_for_each(|(question, answer)| show(question, answer, lang))
        }
    }
}

/// The answer as contract section 6 has it, one compared with it inside.
fn as_json(answers: &[(Question, Answer)]) -> Value {
    let axis = |axis: &Axis| match axis.dimension {
        None => Value::Null,
        Some(dimension) => {
            let value = |v: &crate::stats::AxisValue| json!({"code": v.code, "label": v.label});
            json!({"key": dimension.code(), "values": axis.values.iter().map(value).collect::<Vec<_>>()})
        }
    };
    let one = |(question, answer): &(Question, Answer)| {
        json!({
            "measure": question.measure.code(),
            "filter": question.filter.to_string(),
            "period": {
                "from": answer.from.map(|day| day.to_string()),
                "to": answer.to.map(|day| day.to_string()),
            },
            "rows": axis(&answer.rows),
            "columns": axis(&answer.columns),
            "cells": answer.cells,
            "row_totals": answer.row_totals,
            "column_totals": answer.column_totals,
            "total": answer.total,
            "without_person": answer.without_person,
            "without_value": answer.without_value,
        })
    };
    let mut answers = answers.iter().map(one);
    let mut first = answers.next().unwrap_or_default();
    if let (Some(object), Some(compared)) = (first.as_object_mut(), answers.next()) {
        object.insert("compared".to_owned(), compared);
    }
    first
}

/// The answers one under the other: a row for each row of the table, with its period, code and label, the total last.
fn as_csv(answers: &[(Question, Answer)]) -> Vec<Vec<String>> {
    let mut table = Vec::new();
    for (_, answer) in answers {
        let period = span(answer).map(|(from, to)| format!("{from}..{to}")).unwrap_or_default();
        let across = answer.columns.dimension.is_some();
        let rows = answer.rows.dimension.map(|d| [d.code().to_owned(), "label".to_owned()]);
        if table.is_empty() || across {
            let codes = answer.columns.values.iter().map(|v| v.code.clone());
            let head = std::iter::once("period".to_owned()).chain(rows.iter().flatten().cloned()).chain(codes);
            table.push(head.chain(["total".to_owned()]).collect());
        }
        let line = |names: [String; 2], cells: &[u64], total: u64| {
            let names = names.into_iter().filter(|_| rows.is_some());
            let cells = cells.iter().filter(|_| across).chain([&total]).map(u64::to_string);
            std::iter::once(period.clone()).chain(names).chain(cells).collect::<Vec<String>>()
        };
        for ((value, cells), total) in answer.rows.values.iter().zip(&answer.cells).zip(&answer.row_totals) {
            table.push(line([value.code.clone(), value.label.clone()], cells, *total));
        }
        table.push(line(["total".to_owned(), String::new()], &answer.column_totals, answer.total));
    }
    table
}

/// One answer as a table for people, with what does not stand in its cells.
fn show(question: &Question, answer: &Answer, lang: Lang) -> Result<(), Failure> {
    let period = match span(answer) {
        Some((from, to)) => period_of_days(from, to, lang),
        None => question.period.in_words(lang),
    };
    output::show(&Shown::line(period), lang)?;
    let count = |n: u64| Cell::new(number(n as i64, lang));
    let rows_label = answer.rows.dimension.map_or_else(String::new, |d| capital(d.label(lang)));
    let mut heads = vec![(rows_label.as_str(), Align::Left)];
    heads.extend(answer.columns.values.iter().map(|value| (value.label.as_str(), Align::Right)));
    let total_label = if answer.columns.dimension.is_some() { common::TOTAL } else { t::COUNT };
    heads.push((total_label.get(lang), Align::Right));
    let across = answer.columns.dimension.is_some();
    let line = |label: &str, cells: &[u64], total: u64| {
        let cells = cells.iter().filter(|_| across).chain([&total]);
        std::iter::once(Cell::new(label)).chain(cells.map(|&n| count(n))).collect::<Vec<_>>()
    };
    let values = answer.rows.values.iter().zip(&answer.cells).zip(&answer.row_totals);
    let mut rows: Vec<_> = values.map(|((value, cells), total)| line(&value.label, cells, *total)).collect();
    let has_rows = !rows.is_empty();
    rows.push(line(common::TOTAL.get(lang), &answer.column_totals, answer.total));
    table::print(&heads, rows, has_rows, lang)?;
    let mut remarks = Vec::new();
    if answer.without_person > 0 {
        let most = answer.total + answer.without_person;
        let parts: [(&str, &dyn std::fmt::Display); 3] =
            [("n", &answer.without_person), ("least", &answer.total), ("most", &most)];
        remarks.push(fill(report::WITHOUT_PERSON, lang, &parts));
    }
    if answer.without_value > 0 {
        remarks.push(fill(t::WITHOUT_VALUE, lang, &[("n", &answer.without_value)]));
    }
    let sum = |totals: &[u64]| totals.iter().sum::<u64>();
    if sum(&answer.row_totals) > answer.total || sum(&answer.column_totals) > answer.total {
        remarks.push(report::NOT_ADDITIVE.get(lang).to_owned());
    }
    remarks.iter().try_for_each(|remark| output::show(&Shown::line(remark), lang))
}

fn span(answer: &Answer) -> Option<(chrono::NaiveDate, chrono::NaiveDate)> {
    Some((answer.from?, answer.to?))
}
