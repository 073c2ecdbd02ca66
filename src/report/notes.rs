//! The notes at the end of a report: for every figure its filter in words, and the command that shows its records.

use super::document::{Block, Note};
use crate::domain::{Lang, Shown, Text};
use crate::facts::Facts;
use crate::i18n::{fill, texts::report as t};
use crate::query::{Dimension, Filter, Measure, Period, Question};
use crate::stats::GoalLine;

/// Collects the notes of a report while it is made.
pub struct Notes<'a> {
    facts: &'a Facts,
    period: &'a Period,
    lang: Lang,
    notes: Vec<Note>,
    measures: Vec<Measure>,
}

impl<'a> Notes<'a> {
    pub fn new(facts: &'a Facts, period: &'a Period, lang: Lang) -> Notes<'a> {
        Notes { facts, period, lang, notes: Vec::new(), measures: Vec::new() }
    }

    /// The mark of the note on a figure, or on a row or column of figures by a dimension.
    pub fn of_question(&mut self, term: &str, question: &Question, by: Option<Dimension>) -> usize {
        let measure = question.measure.label(self.lang);
        let filter = self.in_words(&question.filter, question.measure);
        let dimension = by.map(|d| d.label(self.lang)).unwrap_or_default();
        let text = match (by, question.filter.is_empty()) {
            (None, true) => t::NOTE_ALL,
            (None, false) => t::NOTE_FILTER,
            (Some(_), true) => t::NOTE_BY,
            (Some(_), false) => t::NOTE_BY_FILTER,
        };
        let text = fill(text, self.lang, &[("measure", &measure), ("filter", &filter), ("dimension", &dimension)]);
        self.add(term, text, question)
    }

    /// The mark of the note on an indicator.
    pub fn of_goal(&mut self, line: &GoalLine) -> usize {
        let filter = self.in_words(&line.question.filter, line.measure);
        let measure = line.measure.label(self.lang);
        let text = match &line.of_question {
            None => fill(t::NOTE_FILTER, self.lang, &[("measure", &measure), ("filter", &filter)]),
            Some(of) => {
                let of = self.in_words(&of.filter, of.measure);
                fill(t::NOTE_OF, self.lang, &[("measure", &measure), ("filter", &filter), ("of", &of)])
            }
        };
        self.add(&line.label, text, &line.question)
    }

    /// How the measures are counted, then the notes, by mark.
    pub fn blocks(&mut self) -> Vec<Block> {
        let define =
            |&measure: &Measure| format!("{}: {}.", measure.label(self.lang), definition(measure).get(self.lang));
        let definitions = self.measures.iter().map(define).collect::<Vec<_>>().join("\n");
        vec![
            Block::Paragraph(Shown::new(t::DEFINITIONS.get(self.lang))),
            Block::Paragraph(Shown::new(definitions)),
            Block::Notes(std::mem::take(&mut self.notes)),
        ]
    }

    /// A figure that stands in the report twice has one note.
    fn add(&mut self, term: &str, text: String, question: &Question) -> usize {
        let text = Shown::line(text);
        let command = self.command(question);
        let term = Shown::line(term);
        if let Some(same) = self.notes.iter().find(|n| n.term == term && n.text == text && n.command == command) {
            return same.mark;
        }
        if !self.measures.contains(&question.measure) {
            self.measures.push(question.measure);
        }
        let mark = self.notes.len() + 1;
        self.notes.push(Note { mark, term, text, command });
        mark
    }

    /// `caselog list` with the measure whose list has a row for each thing counted.
    fn command(&self, question: &Question) -> Vec<Shown> {
        let listed = match question.measure {
            // Of a sum, the things that were added up.
            Measure::Minutes => Measure::Meetings,
            Measure::Audience => Measure::Activities,
            counted => counted,
        };
        let mut words =
            vec!["caselog list".to_owned(), listed.code().replace('_', "-"), format!("--period {}", self.period)];
        if !question.filter.is_empty() {
            words.push(format!("--filter {}", quoted(&question.filter.to_string())));
        }
        words.iter().map(Shown::line).collect()
    }

    fn in_words(&self, filter: &Filter, measure: Measure) -> String {
        filter.in_words(measure, self.facts, self.lang)
    }
}

/// A word as a shell takes it.
fn quoted(word: &str) -> String {
    let plain = word.chars().all(|c| c.is_ascii_alphanumeric() || ":,.-_".contains(c));
    if plain { word.to_owned() } else { format!("'{}'", word.replace('\'', "'\\''")) }
}

/// How a measure is counted, in words (contract section 5).
fn definition(measure: Measure) -> Text {
    match measure {
        Measure::Contacts => t::DEFINE_CONTACTS,
        Measure::Attempts => t::DEFINE_ATTEMPTS,
        Measure::Meetings => t::DEFINE_MEETINGS,
        Measure::Interviews => t::DEFINE_INTERVIEWS,
        Measure::Persons => t::DEFINE_PERSONS,
        Measure::Referrals => t::DEFINE_REFERRALS,
        Measure::ReferredPersons => t::DEFINE_REFERRED_PERSONS,
        Measure::FollowUps => t::DEFINE_FOLLOW_UPS,
        Measure::Activities => t::DEFINE_ACTIVITIES,
        Measure::Matters => t::DEFINE_MATTERS,
        Measure::Organisations => t::DEFINE_ORGANISATIONS,
        Measure::Minutes => t::DEFINE_MINUTES,
        Measure::Audience => t::DEFINE_AUDIENCE,
    }
}
