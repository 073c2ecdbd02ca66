//! Collaboration: each party, its agreement, what it undertook and whether that was done, and what was done with it in
//! the period.

use super::document::{Align, Block, Cell, Column, Prose, Row, Span, Table};
use super::writer::Writer;
use crate::domain::field::organisation;
use crate::domain::text::fold;
use crate::domain::{Lang, List, Record, Shown, Text};
use crate::i18n::{texts::common, texts::funder as t};
use crate::query::{Dimension, Filter, Measure, Question, Vocabulary};

/// The parties, and what was done with them.
pub fn blocks(writer: &mut Writer, organisations: &[Record]) -> Vec<Block> {
    let lang = writer.lang;
    if organisations.is_empty() {
        return vec![Block::Paragraph(t::NO_PARTIES.get(lang).into())];
    }
    let mut parties: Vec<&Record> = organisations.iter().collect();
    parties.sort_by_key(|record| record.own_ref().cloned());
    let columns = [t::PARTY, t::AGREEMENT, t::COMMITMENT, t::FULFILLED].map(|head| column(head, Align::Left, lang));
    let rows = parties.iter().map(|party| Row::Cells(undertaking(writer, party))).collect();
    let undertakings = Table { caption: None, columns: columns.into(), rows };

    let asked = asked(writer);
    let mut columns = vec![column(t::PARTY, Align::Left, lang)];
    columns.extend(asked.iter().map(|asked| column(asked.head, Align::Right, lang)));
    let mut rows = Vec::new();
    for party in parties {
        let (cells, is_seen) = in_period(writer, party, &asked);
        if is_seen {
            rows.push(Row::Cells(cells));
        }
    }
    let caption = Some(Shown::line(t::IN_PERIOD.get(lang)));
    let mut blocks = vec![Block::Table(undertakings)];
    if !rows.is_empty() {
        blocks.push(Block::Table(Table { caption, columns, rows }));
        blocks.push(Block::Paragraph(counted(&asked, lang)));
    }
    blocks
}

/// A column of what was done with the parties: its head, its question, and the mark of the note on that.
struct Asked {
    head: Text,
    question: Question,
    mark: usize,
    /// Parties are found by the source of contacts, and not by themselves.
    by_source: bool,
}

/// Events beside people, for activities, referrals and contacts.
fn asked(writer: &mut Writer) -> Vec<Asked> {
    let columns = [
        (t::JOINT, Measure::Activities, "organisation", false),
        (t::LINKED, Measure::Referrals, "organisation", false),
        (t::LINKED_PERSONS, Measure::ReferredPersons, "organisation", false),
        (t::FROM_PARTY, Measure::Contacts, "source", true),
        (t::FROM_PERSONS, Measure::Persons, "source", true),
    ];
    let mut asked = Vec::new();
    for (head, measure, key, by_source) in columns {
        let Some(any) = writer.figures.question(measure, &format!("{key}:any")) else { continue };
        let mark = writer.figures.notes.of_question(&any);
        let rows = Dimension::parse(key, measure).ok();
        let question = Question { rows, ..Question::count(measure, *writer.figures.period, Filter::default()) };
        asked.push(Asked { head, question, mark, by_source });
    }
    asked
}

/// What the columns count.
fn counted(asked: &[Asked], lang: Lang) -> Prose {
    let mut spans = vec![Span::Text(Shown::new(t::COLUMNS_COUNTED.get(lang)))];
    for (place, asked) in asked.iter().enumerate() {
        let gap = if place == 0 { "" } else { ", " };
        spans.push(Span::Text(Shown::line(gap)));
        spans.push(Span::Figure(Cell::new(asked.head.get(lang).to_lowercase()).with_note(asked.mark)));
    }
    spans.push(Span::Text(Shown::line(format!(". {}", t::FROM_PARTY_NOTE.get(lang)))));
    Prose(spans)
}

fn column(head: Text, align: Align, lang: Lang) -> Column {
    Column { head: Cell::new(head.get(lang)), align }
}

fn undertaking(writer: &Writer, party: &Record) -> Vec<Cell> {
    let flag = |field: usize| match party.values.get(field).and_then(|value| value.flag()) {
        Some(true) => common::YES.get(writer.lang),
        Some(false) => common::NO.get(writer.lang),
        None => "",
    };
    let commitment = text(party, organisation::COMMITMENT);
    // Whether it was done is asked only of what was undertaken.
    let fulfilled = match flag(organisation::FULFILLED) {
        "" if !commitment.is_empty() => common::UNKNOWN.get(writer.lang),
        said => said,
    };
    vec![
        Cell::new(writer.plain(text(party, organisation::NAME))),
        Cell::new(flag(organisation::AGREEMENT)),
        Cell::new(writer.plain(commitment)),
        Cell::new(fulfilled),
    ]
}

fn text(record: &Record, field: usize) -> &str {
    record.values.get(field).map(|value| value.text()).unwrap_or_default()
}

/// What was done with a party, and whether that is anything.
fn in_period(writer: &mut Writer, party: &Record, asked: &[Asked]) -> (Vec<Cell>, bool) {
    let mut cells = vec![Cell::new(writer.plain(text(party, organisation::NAME)))];
    let mut is_seen = false;
    let own = party.own_ref().map(|own| own.as_str().to_owned());
    let source = source_of(writer, text(party, organisation::NAME));
    for asked in asked {
        let Some(code) = (if asked.by_source { &source } else { &own }) else {
            cells.push(Cell::new(t::NO_PERSONS.get(writer.lang)));
            continue;
        };
        let answer = writer.figures.answer(&asked.question);
        let place = answer.rows.values.iter().position(|value| value.code == *code);
        let count = place.and_then(|place| answer.row_totals.get(place)).copied().unwrap_or_default();
        is_seen |= count > 0;
        let number = writer.figures.cell_number(&asked.question, Some(code), None, count, asked.mark);
        cells.push(Cell::new(writer.figures.say(number)).with_figure(number.place));
    }
    (cells, is_seen)
}

/// The source of contacts that is called like a party.
fn source_of(writer: &Writer, name: &str) -> Option<String> {
    let values = writer.figures.facts.lists().values(List::Source);
    let is_same = |label: &str| fold(label) == fold(name);
    values.iter().find(|value| is_same(&value.sv) || is_same(&value.en)).map(|value| value.code.clone())
}
