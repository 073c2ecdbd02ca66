//! The funder's report: the form's sections in her order, each with its figures and her words, as one `Document`.

use super::budget;
use super::collaboration;
use super::deviations;
use super::document::{Align, Block, Cell, Column, Document, Heading, Prose, Row, Signature, Table};
use super::goals;
use super::late;
use super::writer::{ReportError, Wanted, Writer, made};
use crate::domain::outline::{OutlineSection, sections};
use crate::domain::{Kind, Project, Record, Ref, Shown, Text};
use crate::facts::Facts;
use crate::i18n::{fill, period_of_days, texts::funder as t, texts::report as r};
use crate::query::{Dimension, Measure};

pub use late::Entered;

/// The sections of the form, in its order: code, heading, and whether it is numbered.
pub const SECTIONS: [(&str, Text, bool); 8] = [
    ("goals", t::GOALS, true),
    ("activities", t::ACTIVITIES, true),
    ("timetable", t::TIMETABLE, true),
    ("collaboration", t::COLLABORATION, true),
    ("budget", t::BUDGET, true),
    ("experiences", t::EXPERIENCES, true),
    ("continuation", t::CONTINUATION, true),
    ("signatures", t::SIGNATURES, false),
];

/// What the report is made from.
#[derive(Clone, Copy)]
pub struct Material<'a> {
    pub facts: &'a Facts,
    pub project: &'a Project,
    pub organisations: &'a [Record],
    /// At least those with a day in the period.
    pub activities: &'a [Record],
    pub entered: &'a Entered,
}

/// The funder's report of a log. `matching` looks up the words of filters.
///
/// # Errors
/// A goal's indicator that asks for something that there is not, or a look-up that failed.
pub fn funder<E>(
    material: Material,
    wanted: &Wanted,
    matching: impl FnMut(Kind, &str) -> Result<Vec<Ref>, E>,
) -> Result<Document, ReportError<E>> {
    made(material.facts, material.project, wanted, matching, |writer| written(writer, &material))
}

/// A text as it would be printed in the report, with its fields counted and numbers typed by hand looked at.
///
/// # Errors
/// As `funder`.
pub fn preview<E>(
    material: Material,
    wanted: &Wanted,
    text: &str,
    matching: impl FnMut(Kind, &str) -> Result<Vec<Ref>, E>,
) -> Result<Prose, ReportError<E>> {
    let document = made(material.facts, material.project, wanted, matching, |writer| {
        written(writer, &material);
        (Shown::default(), vec![Block::Paragraph(writer.prose(text))])
    })?;
    Ok(match document.blocks.into_iter().next() {
        Some(Block::Paragraph(prose)) => prose,
        _ => Prose::default(),
    })
}

/// The title and the blocks of the report.
fn written(writer: &mut Writer, material: &Material) -> (Shown, Vec<Block>) {
    let mut blocks = head(writer, material);
    let own: Vec<&str> = SECTIONS.iter().map(|(code, ..)| *code).collect();
    let mut number = 0;
    for section in sections(&material.project.outlines.funder, &own) {
        if section.left_out {
            continue;
        }
        let form = SECTIONS.iter().find(|(code, ..)| *code == section.section);
        let text = heading_of(&section, writer.lang);
        let mut heading = Heading::new(1, writer.plain(&text));
        if form.is_none_or(|(_, _, numbered)| *numbered) {
            number += 1;
            heading = heading.numbered(number.to_string());
        }
        blocks.push(Block::Heading(heading));
        if !section.question.is_empty() {
            blocks.push(Block::Paragraph(writer.plain(&section.question).into()));
        }
        blocks.extend(body(writer, &section, material));
    }
    blocks.extend(late::appendix(writer, material.entered));
    let title = match material.project.name.as_str() {
        "" => t::TITLE.get(writer.lang).to_owned(),
        name => fill(t::TITLE_OF, writer.lang, &[("project", &writer.plain(name))]),
    };
    (Shown::line(title), blocks)
}

/// A section's heading: hers, else the form's, else its code.
pub fn heading_of(section: &OutlineSection, lang: crate::domain::Lang) -> String {
    let form = SECTIONS.iter().find(|(code, ..)| *code == section.section).map(|(_, text, _)| text.get(lang));
    match section.heading.as_str() {
        "" => form.unwrap_or(&section.section).to_owned(),
        own => own.to_owned(),
    }
}

/// What the report is about.
fn head(writer: &Writer, material: &Material) -> Vec<Block> {
    let (lang, project) = (writer.lang, material.project);
    let time = project.start.zip(project.end).map(|(start, end)| period_of_days(start, end, lang));
    let period = writer.figures.period.in_words(lang);
    let lines = [
        (t::IS_PROJECT, project.name.as_str()),
        (t::IS_UNIT, &project.unit),
        (t::IS_FUNDER, &project.funder),
        (t::IS_TIME, time.as_deref().unwrap_or_default()),
        (t::IS_PERIOD, &period),
    ];
    let lines = lines.into_iter().filter(|(_, what)| !what.is_empty());
    let lines: Vec<String> = lines.map(|(text, what)| fill(text, lang, &[("what", &writer.plain(what))])).collect();
    let mut blocks = vec![Block::Paragraph(lines.join("\n").into())];
    if let Some(limit) = writer.suppressed() {
        blocks.push(Block::Paragraph(fill(t::FOR_PUBLIC, lang, &[("k", &limit.k())]).into()));
    }
    blocks
}

fn body(writer: &mut Writer, section: &OutlineSection, material: &Material) -> Vec<Block> {
    let prose = |code: &str| material.project.sections.get(code).cloned().unwrap_or_default();
    let own = writer.own_figures(&section.figures);
    let mut blocks = Vec::new();
    match section.section.as_str() {
        "goals" => {
            blocks.extend(writer.prose_block(&prose("goals")));
            blocks.extend(whole_period(writer));
            blocks.extend(goals::blocks(writer, material.project));
            blocks.extend(own);
        }
        "activities" => {
            blocks.extend(writer.prose_block(&prose("activities")));
            blocks.extend(deviations::blocks(writer, material.activities));
            blocks.extend(own);
        }
        "timetable" => {
            blocks.extend(writer.prose_block(&prose("timetable")));
            blocks.extend(timetable(writer));
            blocks.extend(own);
        }
        "collaboration" => {
            blocks.extend(writer.prose_block(&prose("collaboration")));
            blocks.extend(collaboration::blocks(writer, material.organisations));
            blocks.extend(own);
        }
        "budget" => {
            blocks.extend(budget::blocks(writer, material.project));
            blocks.extend(own);
        }
        "experiences" => {
            for (letter, heading, code) in [("A", t::RESULTS, "results"), ("B", t::NEEDS, "needs")] {
                let heading = Heading::new(2, heading.get(writer.lang)).numbered(letter);
                blocks.push(Block::Heading(heading));
                blocks.extend(writer.prose_or_unwritten(&prose(code)));
            }
            blocks.extend(own);
        }
        "signatures" => {
            blocks.extend(writer.prose_block(&prose("signatures")));
            blocks.extend(own);
            blocks.push(signatures(writer, material.project));
        }
        other => {
            blocks.extend(own);
            let text = prose(other);
            if !text.trim().is_empty() || blocks.is_empty() {
                blocks.extend(writer.prose_or_unwritten(&text));
            }
        }
    }
    blocks
}

/// The measures of the whole period, events beside people.
const WHOLE: [(Text, Measure); 7] = [
    (t::CONTACTS, Measure::Contacts),
    (r::ATTEMPTS, Measure::Attempts),
    (r::MEETINGS, Measure::Meetings),
    (t::REFERRALS, Measure::Referrals),
    (r::ACTIVITIES, Measure::Activities),
    (t::AUDIENCE, Measure::Audience),
    (r::MATTERS, Measure::Matters),
];

fn whole_period(writer: &mut Writer) -> Vec<Block> {
    let lang = writer.lang;
    let mut rows = Vec::new();
    for (label, measure) in WHOLE {
        let Some(question) = writer.figures.question(measure, "") else { continue };
        let events = writer.figures.noted_cell(&question);
        let people = writer.counterpart(&question);
        rows.push(Row::Cells(vec![Cell::new(label.get(lang)), events, people]));
    }
    let column = |head: Text, align| Column { head: Cell::new(head.get(lang)), align };
    let columns =
        vec![column(r::FIGURE, Align::Left), column(t::EVENTS, Align::Right), column(t::PERSONS, Align::Right)];
    let mut blocks = vec![
        Block::Heading(Heading::new(2, t::WHOLE_PERIOD.get(lang))),
        Block::Table(Table { caption: None, columns, rows }),
    ];
    blocks.extend(writer.without_person());
    blocks
}

/// The measures that the timetable lays out.
const OVER_TIME: [(Text, Measure); 4] = [
    (t::CONTACTS, Measure::Contacts),
    (t::PERSONS, Measure::Persons),
    (t::REFERRALS, Measure::Referrals),
    (r::ACTIVITIES, Measure::Activities),
];

/// The period in parts, and what was done in each.
fn timetable(writer: &mut Writer) -> Vec<Block> {
    let Some(unit) = writer.unit() else { return Vec::new() };
    let measures = OVER_TIME.iter().copied();
    let figures: Vec<(Text, Measure, &str)> = measures.map(|(label, measure)| (label, measure, "")).collect();
    let Some(label) = Dimension::parse(unit, Measure::Contacts).ok().map(|d| d.label(writer.lang)) else {
        return Vec::new();
    };
    let caption = fill(t::PER_UNIT, writer.lang, &[("unit", &label)]);
    writer.breakdown(unit, &figures, Some(&caption), true).into_iter().collect()
}

/// Two to sign: place and date, and the name.
fn signatures(writer: &Writer, project: &Project) -> Block {
    let lang = writer.lang;
    let name = |place: usize| match project.signatories.get(place).map(|name| name.trim()) {
        Some(name) if !name.is_empty() => Shown::line(name),
        _ => Shown::line(t::NAME.get(lang)),
    };
    let signature = |place| Signature { place: Shown::line(t::PLACE_AND_DATE.get(lang)), name: name(place) };
    Block::Signatures((0..project.signatories.len().max(2)).map(signature).collect())
}
