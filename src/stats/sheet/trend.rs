//! The trend: a number by day, week, month … with the same a year before, and the activities of that time.

use super::{Figure, Lead, Line, Section, Sheet, SheetQuestion, Source};
use crate::i18n::{capital, date_long, fill, number, texts::common, texts::report as r, texts::stats as t};
use crate::query::{Bucket, Dimension, Filter, Key, Measure, Period, Question, Unit, Vocabulary};
use crate::stats::said::not_additive;
use crate::stats::{Answer, answer};
use chrono::{Days, Months, NaiveDate};
use std::collections::HashMap;

/// The day a year before; of weeks the same weekday.
fn year_before(day: NaiveDate, unit: Unit) -> Option<NaiveDate> {
    match unit {
        Unit::Week => day.checked_sub_days(Days::new(364)),
        _ => day.checked_sub_months(Months::new(12)),
    }
}

pub(super) fn trend<E>(source: &Source<E>, asked: &SheetQuestion) -> Result<Sheet, E> {
    let lang = source.lang;
    let measure = asked.question.measure;
    let unit = match asked.question.rows.map(Dimension::key) {
        Some(Key::Time(unit)) => unit,
        _ => Unit::Month,
    };
    let by = |measure: Measure| Dimension::of(Key::Time(unit), measure);
    let question = Question { rows: by(measure), columns: None, ..asked.question.clone() };
    let ask = |question: &Question| -> Result<Answer, E> {
        Ok(answer(source.facts, question, &(source.words)(question)?, lang))
    };
    let now = ask(&question)?;
    let shift = |day: Option<NaiveDate>| day.and_then(|day| year_before(day, unit));
    let today = source.facts.today();
    let is_open = now.from.is_some_and(|from| from <= today) && now.to.is_some_and(|to| today < to);
    // An unfinished period is held against as many days of the year before (product: "Statistics").
    let last = if is_open { Some(today) } else { now.to };
    let before = match (shift(now.from), shift(last)) {
        (Some(from), Some(to)) => {
            // Whole against whole: February has a day more in leap years.
            let is_whole = last.is_some_and(|last| Bucket::containing(unit, last).last() == last);
            let to = if is_whole { Bucket::containing(unit, to).last() } else { to };
            Some(Question { period: Period::days(Some(from), Some(to)), ..question.clone() })
        }
        _ => None,
    };
    let old = before.as_ref().map(&ask).transpose()?;
    let events = Question {
        rows: by(Measure::Activities),
        columns: None,
        ..Question::count(Measure::Activities, question.period, Filter::default())
    };
    let marked = if measure == Measure::Activities { None } else { Some(ask(&events)?) };
    let by_code = |answer: &Answer| -> HashMap<String, u64> {
        answer.rows.values.iter().zip(&answer.row_totals).map(|(value, n)| (value.code.clone(), *n)).collect()
    };
    let (olds, marks) =
        (old.as_ref().map(by_code).unwrap_or_default(), marked.as_ref().map(by_code).unwrap_or_default());
    let mut lines = Vec::new();
    for (value, &n) in now.rows.values.iter().zip(&now.row_totals) {
        let lead = Lead::count(question.cell(Some(&value.code), None));
        let mut figures = vec![Figure::number(n, lead.clone(), lang)];
        let earlier = Bucket::parse(&value.code)
            .filter(|bucket| !is_open || bucket.first() <= today)
            .and_then(|bucket| Some(Bucket::containing(unit, year_before(bucket.first(), unit)?).to_string()));
        match (earlier, &before) {
            (Some(earlier), Some(before)) => {
                let was = olds.get(&earlier).copied().unwrap_or(0);
                let then = Lead::count(before.cell(Some(&earlier), None));
                figures.push(Figure::number(was, then.clone(), lang));
                figures.push(Figure::change((n, lead.clone()), (was, then), lang));
            }
            _ => figures.extend([Figure::empty(), Figure::empty()]),
        }
        figures.push(Figure::bar(n, lead));
        if let Some(&n) = marks.get(&value.code) {
            let figure = Figure::number(n, Lead::count(events.cell(Some(&value.code), None)), lang);
            let text = if n == 0 { String::new() } else { format!("▲{}", number(n as i64, lang)) };
            figures.push(Figure { text, ..figure });
        }
        lines.push(Line::new(&value.label, figures));
    }
    let whole = Lead::count(question.cell(None, None));
    let mut total = vec![Figure::number(now.total, whole.clone(), lang)];
    if let (Some(before), Some(old)) = (&before, &old) {
        let then = Lead::count(before.cell(None, None));
        total.push(Figure::number(old.total, then.clone(), lang));
        total.push(Figure::change((now.total, whole), (old.total, then), lang));
    }
    lines.push(Line { is_total: true, ..Line::new(common::TOTAL.get(lang), total) });
    let head = |text: crate::domain::Text| text.get(lang).to_owned();
    let mut heads = vec![capital(measure.label(lang)), head(t::YEAR_BEFORE), head(r::CHANGE), String::new()];
    if marked.is_some() {
        heads.push(head(r::ACTIVITIES));
    }
    let mut notes = Vec::new();
    if now.row_totals.iter().sum::<u64>() != now.total {
        notes.push(not_additive(measure, lang));
    }
    notes.extend(now.besides(measure, lang));
    if is_open && before.is_some() {
        notes.push(fill(t::UNFINISHED_YEAR, lang, &[("day", &date_long(today, lang))]));
    }
    let title = capital(by(measure).map_or("", |dimension| dimension.label(lang)));
    let most = now.row_totals.iter().copied().max().unwrap_or(0);
    let is_empty = now.total == 0 && old.is_none_or(|old| old.total == 0);
    Ok(Sheet { sections: vec![Section { title, heads, lines, ..Section::default() }], notes, most, is_empty })
}
