//! The notes at the end of a report: for every figure what is counted, its filter in words, and the command that shows
//! its records.

use super::counted::{Unit, rules};
use super::document::{Block, Note};
use crate::domain::{Lang, Shown, Text};
use crate::facts::Facts;
use crate::i18n::{fill, texts::report as t};
use crate::query::{Filter, Measure, Period, Question};

/// Collects the notes of a report while it is made. Figures of the same measure and filter share one.
pub struct Notes<'a> {
    facts: &'a Facts,
    period: &'a Period,
    lang: Lang,
    notes: Vec<(Option<(Measure, Filter)>, Note)>,
    /// The rules that bear on any of the figures.
    rules: Vec<Text>,
}

impl<'a> Notes<'a> {
    pub fn new(facts: &'a Facts, period: &'a Period, lang: Lang) -> Notes<'a> {
        Notes { facts, period, lang, notes: Vec::new(), rules: Vec::new() }
    }

    /// The mark of the note on a figure, or on the rows that a question is laid out in.
    pub fn of_question(&mut self, question: &Question) -> usize {
        let counted = Some((question.measure, question.filter.clone()));
        if let Some((_, same)) = self.notes.iter().find(|(of, _)| *of == counted) {
            return same.mark;
        }
        let named = self.notes.iter().flat_map(|(of, _)| of).any(|(measure, _)| *measure == question.measure);
        self.say_rules(question);
        let unit = Unit::of(question, self.facts, self.lang);
        // What a measure is, is said once.
        let text = if named { unit.filter } else { unit.whole() };
        self.add(counted, text, list_command(question))
    }

    /// The rules that bear on a question stand above the notes, each once.
    pub fn say_rules(&mut self, question: &Question) {
        for rule in rules(question, self.facts) {
            if !self.rules.contains(&rule) {
                self.rules.push(rule);
            }
        }
    }

    /// The mark of the note on the goals, whose measures and filters `caselog goals` shows.
    pub fn of_goals(&mut self) -> usize {
        self.add(None, t::NOTE_GOALS.get(self.lang).to_owned(), "goals --format csv".to_owned())
    }

    /// Whether nothing has a note.
    pub fn is_empty(&self) -> bool {
        self.notes.is_empty()
    }

    /// What holds for all figures, then the notes by mark.
    pub fn blocks(&mut self) -> Vec<Block> {
        self.blocks_saying(t::ALL_FIGURES)
    }

    /// The same after other words, in which `{period}` is the period.
    pub fn blocks_saying(&mut self, words: Text) -> Vec<Block> {
        let notes = std::mem::take(&mut self.notes).into_iter().map(|(_, note)| note).collect();
        let said = fill(words, self.lang, &[("period", self.period)]);
        let rules = std::mem::take(&mut self.rules).into_iter().map(|rule| rule.get(self.lang).to_owned());
        let said = std::iter::once(said).chain(rules).collect::<Vec<_>>().join(" ");
        vec![Block::Paragraph(said.into()), Block::Notes(notes)]
    }

    fn add(&mut self, counted: Option<(Measure, Filter)>, text: String, command: String) -> usize {
        let mark = self.notes.len() + 1;
        self.notes.push((counted, Note { mark, command: Shown::line(command), text: Shown::line(text) }));
        mark
    }
}

/// `list` with the measure whose list has a row for each thing counted. What all commands share, the program's name and
/// the period, is said once for all notes.
pub(super) fn list_command(question: &Question) -> String {
    let listed = match question.measure {
        // Of a sum, the things that were added up.
        Measure::Minutes => Measure::Meetings,
        Measure::Audience => Measure::Activities,
        counted => counted,
    };
    let list = format!("list {}", listed.code().replace('_', "-"));
    match question.filter.is_empty() {
        true => list,
        false => format!("{list} --filter {}", quoted(&question.filter.to_string())),
    }
}

/// The whole command that shows the records behind a figure.
pub fn command(question: &Question) -> String {
    format!("caselog {} --period {}", list_command(question), question.period)
}

/// A word as a shell takes it.
fn quoted(word: &str) -> String {
    let plain = word.chars().all(|c| c.is_ascii_alphanumeric() || ":,.-_".contains(c));
    if plain { word.to_owned() } else { format!("'{}'", word.replace('\'', "'\\''")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_filter_stands_in_the_command_as_a_shell_takes_it() {
        assert_eq!(quoted("kind:report"), "kind:report");
        assert_eq!(quoted("age:<18"), "'age:<18'");
        assert_eq!(quoted("it's"), "'it'\\''s'");
    }
}
