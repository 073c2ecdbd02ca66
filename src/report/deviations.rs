//! Activities: by kind, as applied for or beyond, and those that deviate from the application.

use super::document::{Block, Heading, List, Prose};
use super::writer::Writer;
use crate::domain::List as Values;
use crate::domain::field::activity;
use crate::domain::{Lists, Record};
use crate::i18n::{date_long, texts::funder as t};
use crate::query::{Measure, Vocabulary};
use std::collections::HashSet;

/// The activities of the period.
pub fn blocks(writer: &mut Writer, activities: &[Record]) -> Vec<Block> {
    let lang = writer.lang;
    let figures = [
        (t::COUNT, Measure::Activities, ""),
        (t::PLANNED, Measure::Activities, "planned:yes"),
        (t::NOT_PLANNED, Measure::Activities, "planned:no"),
        (t::AUDIENCE, Measure::Audience, ""),
    ];
    let Some(table) = writer.breakdown("kind", &figures, None, false) else {
        return vec![Block::Paragraph(t::NO_ACTIVITIES.get(lang).into())];
    };
    let mut blocks = vec![table, Block::Heading(Heading::new(2, t::DEVIATIONS.get(lang)))];
    let deviating = deviating(writer, activities);
    blocks.push(match deviating.is_empty() {
        true => Block::Paragraph(t::NO_DEVIATIONS.get(lang).into()),
        false => Block::List(List { numbered: false, items: deviating }),
    });
    blocks
}

/// The activities of the period that were not applied for: day, kind, title, and in the funder's copy what is noted.
fn deviating(writer: &mut Writer, activities: &[Record]) -> Vec<Prose> {
    let Some(question) = writer.figures.question(Measure::Activities, "planned:no") else { return Vec::new() };
    let facts = writer.figures.facts;
    let refs: HashSet<_> = crate::stats::records(facts, &question, &Default::default()).into_iter().collect();
    let lists: &Lists = facts.lists();
    let mut found: Vec<&Record> =
        activities.iter().filter(|record| record.own_ref().is_some_and(|own| refs.contains(own))).collect();
    found.sort_by_key(|record| record.values.get(activity::START).and_then(|start| start.date()));
    let line = |record: &&Record| {
        let value = |field: usize| record.values.get(field).map(|value| value.text()).unwrap_or_default();
        let day = |field: usize| record.values.get(field).and_then(|value| value.date());
        let mut parts = Vec::new();
        parts.extend(day(activity::START).map(|day| date_long(day, writer.lang)));
        let kind = record.values.get(activity::KIND).and_then(|kind| kind.code());
        parts.extend(kind.map(|kind| lists.label(Values::ActivityKind, kind, writer.lang).to_owned()));
        parts.extend([activity::TITLE, activity::PLACE].map(|field| value(field).to_owned()));
        parts.retain(|part| !part.is_empty());
        let note = value(activity::NOTE);
        let text = match note.is_empty() || writer.suppressed().is_some() {
            true => parts.join(", "),
            false => format!("{}. {note}", parts.join(", ")),
        };
        Prose::from(writer.plain(&text))
    };
    found.iter().map(line).collect()
}
