//! Goal fulfilment: each goal with the figures that show it, events beside people, and the comment.

use super::document::{Align, Block, Cell, Column, Heading, Row, Table};
use super::writer::{Writer, questions};
use crate::domain::project::Indicator;
use crate::domain::{Project, Target, Text};
use crate::i18n::{self, fill, percent, texts::funder as t, texts::report as r};
use crate::query::Question;

/// Every goal of the project.
pub fn blocks(writer: &mut Writer, project: &Project) -> Vec<Block> {
    let lang = writer.lang;
    if project.goals.is_empty() {
        return vec![Block::Paragraph(t::NO_GOALS.get(lang).into())];
    }
    let mut blocks = Vec::new();
    for goal in &project.goals {
        let number = fill(t::GOAL, lang, &[("n", &goal.number)]);
        blocks.push(Block::Heading(Heading::new(2, writer.plain(&goal.text)).numbered(format!("{number}."))));
        blocks.extend(table(writer, &goal.indicators).map(Block::Table));
        blocks.extend(writer.prose_block(&goal.comment));
    }
    blocks
}

/// Indicators as a table; `None` without any. One that cannot be counted says why in its row.
pub fn table(writer: &mut Writer, indicators: &[Indicator]) -> Option<Table> {
    if indicators.is_empty() {
        return None;
    }
    let lang = writer.lang;
    let has_share = indicators.iter().any(|indicator| indicator.of.is_some());
    let has_target = indicators.iter().any(|indicator| indicator.target.is_some());
    let mut heads = vec![(r::INDICATOR, Align::Left), (t::EVENTS, Align::Right), (t::PERSONS, Align::Right)];
    heads.extend(has_share.then_some([(r::OF, Align::Right), (r::SHARE, Align::Right)]).into_iter().flatten());
    heads.extend(has_target.then_some((r::TARGET, Align::Left)));
    let column = |(head, align): (Text, Align)| Column { head: Cell::new(head.get(lang)), align };
    let mut rows = Vec::new();
    for indicator in indicators {
        rows.push(Row::Cells(row(writer, indicator, has_share, has_target)));
    }
    Some(Table { caption: None, columns: heads.into_iter().map(column).collect(), rows })
}

fn row(writer: &mut Writer, indicator: &Indicator, has_share: bool, has_target: bool) -> Vec<Cell> {
    let lang = writer.lang;
    let label = writer.plain(&indicator.label);
    let (question, of) = match questions(indicator, writer.figures.period, writer.figures.facts) {
        Ok(questions) => questions,
        Err(error) => return vec![Cell::new(format!("{label}: {}", writer.plain(&error.say(lang))))],
    };
    let counted = writer.figures.noted_cell(&question);
    let other = writer.counterpart(&question);
    let (events, people) = if question.measure.counts_people() { (other, counted) } else { (counted, other) };
    let mut cells = vec![Cell::new(label), events, people];
    let value = writer.figures.number(&question).value;
    let whole = of.as_ref().map(|of| writer.figures.number(of).value);
    if has_share {
        cells.push(of.as_ref().map(|of: &Question| writer.figures.noted_cell(of)).unwrap_or_default());
        let share = value.zip(whole.flatten()).map(|(value, of)| percent(value, of, lang));
        let hidden = || whole.map(|_| super::figures::HIDDEN.to_owned());
        cells.push(Cell::new(share.or_else(hidden).unwrap_or_default()));
    }
    if has_target {
        cells.push(Cell::new(target(indicator, value, whole, lang)));
    }
    cells
}

/// The target, and whether it is met where that can be said.
fn target(indicator: &Indicator, value: Option<u64>, whole: Option<Option<u64>>, lang: crate::domain::Lang) -> String {
    let Some(text) = indicator.target.as_deref() else { return String::new() };
    let met = match (Target::parse(text), value, whole) {
        (Some(target), Some(value), None) => target.is_met(value, None),
        (Some(target), Some(value), Some(Some(of))) => target.is_met(value, Some(of)),
        _ => None,
    };
    let text = i18n::target(text, lang);
    match met {
        Some(met) => fill(if met { t::MET } else { t::NOT_MET }, lang, &[("target", &text)]),
        None => text,
    }
}
