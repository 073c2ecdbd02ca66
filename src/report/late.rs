//! The end of the report: what is missing, what was entered after the period ended, and how everything was counted.

use super::document::{Block, Cell, Heading, Prose, Span};
use super::figures::{Unasked, say};
use super::writer::Writer;
use crate::domain::{Kind, Ref, Shown, Text};
use crate::i18n::{fill, texts::common, texts::funder as t, texts::report as r};
use crate::query::{Measure, Period, Vocabulary};
use crate::stats;
use chrono::NaiveDate;
use std::collections::HashSet;

/// Records that were entered after the period ended, as the journal says.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Entered {
    /// Typed in after its end.
    pub late: HashSet<(Kind, Ref)>,
    /// Read from files after its end, so that nobody can say when they were written.
    pub imported: HashSet<(Kind, Ref)>,
}

impl Entered {
    /// The last day of a period, after which what is entered is late; `None` while it goes on.
    pub fn after(period: &Period, today: NaiveDate) -> Option<NaiveDate> {
        period.to().filter(|end| *end < today)
    }
}

/// What may be missing: label, measure and filter.
const MISSING: [(Text, Measure, &str); 5] = [
    (r::MISSING_PERSON, Measure::Contacts, "person:unknown"),
    (r::MISSING_ROLE, Measure::Contacts, "role:unknown"),
    (r::MISSING_SOURCE, Measure::Contacts, "source:unknown"),
    (r::MISSING_AGE, Measure::Contacts, "age:unknown person:any"),
    (r::MISSING_RESULT, Measure::Referrals, "result:unknown"),
];

/// Missing, late, and how the figures were counted.
pub fn appendix(writer: &mut Writer, entered: &Entered) -> Vec<Block> {
    let lang = writer.lang;
    let mut said = Vec::new();
    for (label, measure, filter) in MISSING {
        let Some(question) = writer.figures.question(measure, filter) else { continue };
        let number = writer.figures.number(&question);
        let gap = if said.is_empty() { "" } else { "; " };
        said.push(Span::Text(Shown::line(format!("{gap}{}:\u{a0}", label.get(lang)))));
        let cell = Cell::new(writer.figures.say(number)).with_figure(number.place);
        said.push(Span::Figure(cell.with_note(number.mark)));
    }
    said.extend(writer.without_value(&[Measure::Audience]));
    let mut blocks = vec![Block::Heading(Heading::new(1, t::MISSING.get(lang))), Block::Paragraph(Prose(said))];
    if Entered::after(writer.figures.period, writer.figures.facts.today()).is_some() {
        let late = listed(writer, &entered.late, false);
        let text = match late.is_empty() {
            true => t::LATE_NONE.get(lang).to_owned(),
            false => fill(t::LATE, lang, &[("what", &late)]),
        };
        blocks.push(Block::Paragraph(text.into()));
        let imported = listed(writer, &entered.imported, true);
        if !imported.is_empty() {
            blocks.push(Block::Paragraph(fill(t::IMPORTED, lang, &[("what", &imported)]).into()));
        }
    }
    blocks.push(Block::Heading(Heading::new(1, r::HOW_COUNTED.get(lang))));
    blocks.extend(writer.figures.notes.blocks());
    blocks
}

/// The kinds that fall in a period.
const KINDS: [Kind; 5] = [Kind::Contact, Kind::Referral, Kind::FollowUp, Kind::Activity, Kind::Matter];

/// How many of the period's records of each kind are among those that were entered in one way; nothing where none is.
fn listed(writer: &mut Writer, among: &HashSet<(Kind, Ref)>, is_imported: bool) -> String {
    let (facts, lang) = (writer.figures.facts, writer.lang);
    let mut said = Vec::new();
    for kind in KINDS {
        let whole = writer.figures.whole(kind);
        let refs = whole.iter().flat_map(|question| stats::records(facts, question, &Default::default()));
        let count = refs.filter(|own| among.contains(&(kind, own.clone()))).count() as u64;
        if count > 0 {
            let value = writer.figures.take_unasked(Unasked::Entered { kind, is_imported }, count);
            let noun = if value == Some(1) { common::kind_one(kind, lang) } else { common::kind_many(kind, lang) };
            said.push(format!("{}\u{a0}{noun}", say(value, lang)));
        }
    }
    said.join(", ")
}
