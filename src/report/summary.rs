//! The period summary: the outline's questions answered and put in words, as one `Document`.

use super::document::{Align, Bar, Block, Cell, Chart, Column, Document, Heading, Prose, Row, Span, Table};
use super::figures::{HIDDEN, NOT_KNOWN, Number};
use super::outline::{Figure, Part, SUMMARY};
use super::writer::{ReportError, Wanted, Writer, made, questions};
use crate::domain::outline::{OutlineSection, sections};
use crate::domain::{Kind, Lang, Project, Ref, Shown, Target, Text};
use crate::facts::Facts;
use crate::i18n::{self, capital, fill, number, percent, texts::common, texts::funder, texts::report as t};
use crate::query::{Bucket, Dimension, Filter, Measure, Question, Unit};
use crate::stats::Answer;
use chrono::NaiveDate;

/// The period summary of a log. `matching` looks up the words of the goals' filters.
///
/// # Errors
/// An indicator that asks for something that there is not, or a look-up that failed.
pub fn summary<E>(
    facts: &Facts,
    project: &Project,
    wanted: &Wanted,
    matching: impl FnMut(Kind, &str) -> Result<Vec<Ref>, E>,
) -> Result<Document, ReportError<E>> {
    made(facts, project, wanted, matching, |writer| {
        let mut blocks = Vec::new();
        if let Some(limit) = writer.suppressed() {
            let text = fill(funder::FOR_PUBLIC, writer.lang, &[("k", &limit.k())]);
            blocks.push(Block::Paragraph(text.into()));
        }
        let own: Vec<&str> = SUMMARY.iter().map(|section| section.code).collect();
        for section in sections(&project.outlines.summary, &own).iter().filter(|section| !section.left_out) {
            let parts = body(writer, section, project);
            if !parts.is_empty() {
                let heading = writer.plain(&heading_of(section, writer.lang));
                blocks.push(Block::Heading(Heading::new(1, heading)));
                blocks.extend(parts);
            }
        }
        let title = match project.name.as_str() {
            "" => t::SUMMARY.get(writer.lang).to_owned(),
            name => fill(t::SUMMARY_OF, writer.lang, &[("project", &writer.plain(name))]),
        };
        (Shown::line(title), blocks)
    })
}

/// A section's heading: hers, else the summary's own, else its code.
pub fn heading_of(section: &OutlineSection, lang: Lang) -> String {
    let own = SUMMARY.iter().find(|own| own.code == section.section).map(|own| own.heading.get(lang));
    match section.heading.as_str() {
        "" => own.unwrap_or(&section.section).to_owned(),
        heading => heading.to_owned(),
    }
}

/// Under which key of the project's prose a section's words stand: those of the summary are not the funder's.
pub fn prose_key(section: &str) -> String {
    format!("summary.{section}")
}

fn body(writer: &mut Writer, section: &OutlineSection, project: &Project) -> Vec<Block> {
    let own = SUMMARY.iter().find(|own| own.code == section.section);
    let words = project.sections.get(&prose_key(&section.section)).cloned().unwrap_or_default();
    let mut blocks = Vec::new();
    if !section.question.is_empty() {
        blocks.push(Block::Paragraph(writer.plain(&section.question).into()));
    }
    blocks.extend(writer.prose_block(&words));
    for part in own.map(|own| own.parts).unwrap_or_default() {
        // Lines to write on by hand stand where nothing is written.
        if words.trim().is_empty() || !matches!(part, Part::Comment) {
            blocks.extend(written(writer, part, project));
        }
    }
    blocks.extend(writer.own_figures(&section.figures));
    blocks
}

fn written(writer: &mut Writer, part: &Part, project: &Project) -> Vec<Block> {
    match part {
        Part::Figures(figures) => key_figures(writer, figures),
        Part::Breakdown { rows, figures } => {
            let figures: Vec<_> = figures.iter().map(|f| (f.label, f.measure, f.filter)).collect();
            writer.breakdown(rows, &figures, None, false).into_iter().collect()
        }
        Part::Missing(figures, sums) => missing(writer, figures, sums),
        Part::Cross { rows, columns, measure } => cross(writer, rows, columns, *measure),
        Part::OverTime(figure) => over_time(writer, figure).map(Block::Chart).into_iter().collect(),
        Part::Goals => goals(writer, project),
        Part::Comment => vec![Block::Writing { lines: 2 }],
        Part::Notes => writer.figures.notes.blocks(),
    }
}

/// Figures beside those of the period before.
fn key_figures(writer: &mut Writer, figures: &[Figure]) -> Vec<Block> {
    let (lang, period, today) = (writer.lang, *writer.figures.period, writer.today());
    let before = period.previous(today);
    let mut columns = vec![column(t::FIGURE, Align::Left, lang), column(t::THIS_PERIOD, Align::Right, lang)];
    if before.is_some() {
        columns.extend([t::BEFORE, t::CHANGE].map(|head| column(head, Align::Right, lang)));
    }
    let mut rows = Vec::new();
    for figure in figures {
        let Some(question) = writer.figures.question(figure.measure, figure.filter) else { continue };
        let now = writer.figures.number(&question);
        let label = Cell::new(figure.label.get(lang)).with_note(now.mark);
        let mut row = vec![label, writer.figures.cell_of(&question, now)];
        if let Some(period) = before {
            let question_before = Question { period, ..question.clone() };
            let then = writer.figures.number_beside(&question_before, now.mark);
            let change = match writer.figures.is_known(&question) && writer.figures.is_known(&question_before) {
                true => now.value.zip(then.value).map_or(HIDDEN.to_owned(), |(now, then)| change(now, then, lang)),
                false => NOT_KNOWN.to_owned(),
            };
            row.extend([writer.figures.cell_of(&question_before, then), Cell::new(change)]);
        }
        rows.push(Row::Cells(row));
    }
    let mut said = Vec::new();
    match before {
        Some(before) => said.push(fill(t::BEFORE_IS, lang, &[("period", &before.in_words(lang))])),
        None => said.push(t::NO_BEFORE.get(lang).to_owned()),
    }
    if before.is_some() && period.contains(today) && period.to().is_some_and(|to| today < to) {
        said.push(t::UNFINISHED.get(lang).to_owned());
    }
    said.extend(writer.without_person_words());
    vec![Block::Table(Table { caption: None, columns, rows }), Block::Paragraph(said.join(" ").into())]
}

/// What is missing, in one sentence: figures, and of sums what lacks a value.
fn missing(writer: &mut Writer, figures: &[Figure], sums: &[Measure]) -> Vec<Block> {
    let lang = writer.lang;
    let mut said = Vec::new();
    for figure in figures {
        let Some(question) = writer.figures.question(figure.measure, figure.filter) else { continue };
        let before = if said.is_empty() { "" } else { "; " };
        let number = writer.figures.number(&question);
        let label = Cell::new(figure.label.get(lang)).with_note(number.mark).with_figure(number.place);
        said.extend([
            Span::Text(Shown::line(before)),
            Span::Figure(label),
            Span::Text(Shown::line(format!(":\u{a0}{}", writer.figures.say(number)))),
        ]);
    }
    said.extend(writer.without_value(sums));
    vec![Block::Paragraph(Prose(said))]
}

/// One measure by one dimension across and several down, with the totals, which are the same for each of them.
fn cross(writer: &mut Writer, rows: &[&str], columns: &str, measure: Measure) -> Vec<Block> {
    let lang = writer.lang;
    let plain = Question::count(measure, *writer.figures.period, Filter::default());
    let total = writer.figures.number(&plain);
    let across = Dimension::parse(columns, measure).ok();
    let down = rows.iter().filter_map(|code| Dimension::parse(code, measure).ok());
    let tables: Vec<(Question, Answer)> = down
        .map(|down| {
            let question = Question { rows: Some(down), columns: across, ..plain.clone() };
            let answer = writer.figures.answer(&question).clone();
            (question, answer)
        })
        .collect();
    let Some((question, first)) = tables.first() else { return Vec::new() };
    let printed = |place: &usize| first.column_totals.get(*place).is_some_and(|&total| total > 0);
    let places: Vec<usize> = (0..first.columns.values.len()).filter(printed).collect();
    let right = |label: &str| Column { head: Cell::new(capital(label)), align: Align::Right };
    let label = |answer: &Answer| answer.rows.dimension.map_or_else(String::new, |d| capital(d.label(lang)));
    let mut heads = vec![Column { head: Cell::new(label(first)).with_note(total.mark), align: Align::Left }];
    heads.extend(places.iter().filter_map(|&place| Some(right(&first.columns.values.get(place)?.label))));
    heads.push(right(common::TOTAL.get(lang)));
    let mut line = |label: &str, of: &Question, row: Option<&str>, cells: &[u64], sum: u64| {
        let mut line = vec![Cell::new(capital(label))];
        for &place in &places {
            let count = cells.get(place).copied().unwrap_or_default();
            let number = writer.figures.cell_number(of, row, first.columns.code(place), count, total.mark);
            line.push(cell(writer, number));
        }
        let number = writer.figures.cell_number(of, row, None, sum, total.mark);
        line.push(cell(writer, number));
        line
    };
    let mut lines = Vec::new();
    for (i, (question, answer)) in tables.iter().enumerate() {
        if i > 0 {
            lines.push(Row::Group(Cell::new(format!("{}:", label(answer)))));
        }
        let values = answer.rows.values.iter().zip(&answer.cells).zip(&answer.row_totals);
        for ((value, cells), &sum) in values.filter(|(_, total)| **total > 0) {
            lines.push(Row::Cells(line(&value.label, question, Some(&value.code), cells, sum)));
        }
    }
    lines.push(Row::Total(line(common::TOTAL.get(lang), question, None, &first.column_totals, first.total)));
    vec![Block::Table(Table { caption: None, columns: heads, rows: lines })]
}

/// One figure over the period, in the smallest unit that gives a short chart.
fn over_time(writer: &mut Writer, figure: &Figure) -> Option<Chart> {
    let lang = writer.lang;
    let plain = writer.figures.question(figure.measure, figure.filter)?;
    let total = writer.figures.number(&plain);
    let answer = writer.figures.answer(&plain);
    let unit = unit_of(answer.from?, answer.to?);
    let question = Question { rows: Dimension::parse(unit.code(), figure.measure).ok(), ..plain };
    let answer = writer.figures.answer(&question).clone();
    let mut bars = Vec::new();
    let mut is_whole = true;
    for (value, &count) in answer.rows.values.iter().zip(&answer.row_totals) {
        let number = writer.figures.cell_number(&question, Some(&value.code), None, count, total.mark);
        is_whole &= number.value.is_some();
        let figure = cell(writer, number);
        bars.push(Bar { label: Shown::line(&value.label), value: number.value.unwrap_or_default(), figure });
    }
    let what = figure.label.get(lang);
    let unit = question.rows?.label(lang);
    let words = match bars.iter().rev().max_by_key(|bar| bar.value) {
        // Which is the most is not said where one that is hidden may be.
        _ if !is_whole => {
            let said: [(&str, &dyn std::fmt::Display); 3] =
                [("what", &what), ("unit", &unit), ("total", &writer.figures.say(total))];
            fill(t::OVER_TIME_HIDDEN, lang, &said)
        }
        Some(most) if most.value > 0 => {
            let parts: [(&str, &dyn std::fmt::Display); 5] = [
                ("what", &what),
                ("unit", &unit),
                ("most", &most.figure.text),
                ("at", &most.label),
                ("total", &writer.figures.say(total)),
            ];
            fill(t::OVER_TIME_WORDS, lang, &parts)
        }
        _ => t::NONE.get(lang).to_owned(),
    };
    let title = fill(t::OVER_TIME, lang, &[("what", &what), ("unit", &unit)]);
    Some(Chart { title: Shown::line(title), bars, replacement: Shown::line(words) })
}

/// The goals' indicators.
fn goals(writer: &mut Writer, project: &Project) -> Vec<Block> {
    let lang = writer.lang;
    if project.goals.iter().all(|goal| goal.indicators.is_empty()) {
        return Vec::new();
    }
    let mark = writer.figures.notes.of_goals();
    let indicator = Cell::new(t::INDICATOR.get(lang)).with_note(mark);
    let mut columns = vec![column(t::GOAL, Align::Right, lang), Column { head: indicator, align: Align::Left }];
    columns.extend([t::VALUE, t::OF, t::SHARE, t::TARGET, t::MET].map(|head| column(head, Align::Right, lang)));
    let mut rows = Vec::new();
    for goal in &project.goals {
        for indicator in &goal.indicators {
            let Ok((question, of)) = questions(indicator, writer.figures.period, writer.figures.facts) else {
                continue;
            };
            let value = writer.figures.number_beside(&question, mark);
            let whole = of.map(|of| writer.figures.number_beside(&of, mark));
            let both = value.value.zip(whole.and_then(|whole| whole.value));
            let share = both.map(|(value, of)| percent(value, of, lang));
            let is_known = value.value.is_some() && whole.is_none_or(|whole| whole.value.is_some());
            let target = indicator.target.as_deref().and_then(Target::parse).filter(|_| is_known);
            let met = target.and_then(|target| target.is_met(value.value?, whole.and_then(|whole| whole.value)));
            let met = met.map(|met| if met { common::YES } else { common::NO }.get(lang));
            let hidden = || whole.map(|_| HIDDEN.to_owned());
            rows.push(Row::Cells(vec![
                Cell::new(goal.number.to_string()),
                Cell::new(writer.plain(&indicator.label)),
                cell(writer, value),
                whole.map(|whole| cell(writer, whole)).unwrap_or_default(),
                Cell::new(share.or_else(hidden).unwrap_or_default()),
                Cell::new(i18n::target(indicator.target.as_deref().unwrap_or_default(), lang)),
                Cell::new(met.unwrap_or_default()),
            ]));
        }
    }
    vec![Block::Table(Table { caption: None, columns, rows })]
}

fn cell(writer: &Writer, number: Number) -> Cell {
    Cell::new(writer.figures.say(number)).with_figure(number.place)
}

fn column(head: Text, align: Align, lang: Lang) -> Column {
    Column { head: Cell::new(head.get(lang)), align }
}

/// The difference with its sign; `0` without one.
fn change(now: u64, then: u64, lang: Lang) -> String {
    let difference = now as i64 - then as i64;
    let sign = if difference > 0 { "+" } else { "" };
    format!("{sign}{}", number(difference, lang))
}

/// Bars of a chart at most.
const MOST_BARS: usize = 9;

/// The smallest unit that has at most `MOST_BARS` of them from day to day.
pub(super) fn unit_of(from: NaiveDate, to: NaiveDate) -> Unit {
    let short = |unit: &Unit| Bucket::all(*unit, from, to).nth(MOST_BARS).is_none();
    [Unit::Day, Unit::Week, Unit::Month, Unit::Quarter].into_iter().find(short).unwrap_or(Unit::Year)
}
