//! "Before you sign" in print: what to look at, as a document of its own. It is for who signs, and no part of a report.

use super::document::{Block, Cell, Document, Heading, List, Prose, Span};
use super::notes::Notes;
use super::signing::{Check, Lead};
use super::writer::Wanted;
use crate::domain::{Project, Shown};
use crate::facts::Facts;
use crate::i18n::{date_long, fill, texts::report as r, texts::signing as t};

/// The checks as a document: a list, and how the records behind each of them are shown.
pub fn checklist(checks: &[Check], facts: &Facts, project: &Project, wanted: &Wanted) -> Document {
    let lang = wanted.lang;
    let mut notes = Notes::new(facts, &wanted.period, lang);
    let items: Vec<Prose> = checks.iter().map(|check| item(check, &mut notes)).collect();
    let mut blocks = vec![Block::Paragraph(t::FOR_WHO_SIGNS.get(lang).into())];
    match items.is_empty() {
        true => blocks.push(Block::Paragraph(t::NOTHING.get(lang).into())),
        false => blocks.push(Block::List(List { numbered: true, items })),
    }
    if !notes.is_empty() {
        blocks.push(Block::Heading(Heading::new(1, t::HOW_SHOWN.get(lang))));
        blocks.extend(notes.blocks_saying(t::ALL_CHECKS));
    }
    let title = match project.name.as_str() {
        "" => t::PAGE_TITLE.get(lang).to_owned(),
        name => fill(t::PAGE_TITLE_OF, lang, &[("project", &name)]),
    };
    Document {
        title: Shown::line(title),
        period: Shown::line(wanted.period.in_words(lang)),
        made: Shown::line(fill(r::MADE, lang, &[("date", &date_long(wanted.made, lang))])),
        page: Shown::line(r::PAGE.get(lang)),
        lang,
        blocks,
        figures: Vec::new(),
    }
}

/// A check in print: the mark of the note that shows its records stands at its last word.
fn item(check: &Check, notes: &mut Notes) -> Prose {
    let Lead::Records(question) = &check.lead else { return check.text.as_str().into() };
    let (before, last) = check.text.rsplit_once(' ').unwrap_or(("", &check.text));
    let before = if before.is_empty() { String::new() } else { format!("{before} ") };
    let mark = notes.of_question(question);
    Prose(vec![Span::Text(Shown::new(before)), Span::Figure(Cell::new(last).with_note(mark))])
}
