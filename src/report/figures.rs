//! The figures of a report while it is made: each question is counted once, gets the mark of its note, and is kept with
//! the records behind it.

use super::document::{Cell, Figure};
use super::hide::HiddenFigures;
use super::notes::{Notes, command};
use crate::domain::{Kind, Lang, Ref, Shown};
use crate::facts::Facts;
use crate::i18n::number;
use crate::query::{Filter, Measure, Period, Question, Words};
use crate::stats::{self, Answer};
use std::collections::HashMap;

pub use crate::stats::said::HIDDEN;

/// Stands for a sum of which nothing has a value.
pub const NOT_KNOWN: &str = "–";

/// Counts the figures of a report, and collects them.
pub struct Figures<'a> {
    pub facts: &'a Facts,
    pub period: &'a Period,
    pub lang: Lang,
    pub notes: Notes<'a>,
    /// Looks up the words of a filter.
    words: &'a mut dyn FnMut(&Filter, Measure) -> Words,
    /// What has been counted, kept over several goes at the same report.
    counted: &'a mut HashMap<Question, Answer>,
    /// What may not be printed.
    hidden: &'a HiddenFigures,
    /// The records behind each figure are wanted.
    wants_refs: bool,
    places: HashMap<Question, usize>,
    /// Questions laid out as tables.
    tables: Vec<Question>,
    figures: Vec<Figure>,
    /// What was counted for each, hidden or not.
    counts: Vec<(Measure, u64)>,
    /// Counts that no question asks for.
    unasked: Vec<(Unasked, u64)>,
    /// Sums of which nothing has a value, so that they are printed as unknown.
    unknown: Vec<Question>,
}

/// A count in the report's period that no question asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Unasked {
    /// The records of a kind that were entered after the period ended.
    Entered {
        kind: Kind,
        /// Read from a file, not typed.
        is_imported: bool,
    },
    /// What lacks a value and is not in a sum.
    WithoutValue(Measure),
}

impl Unasked {
    /// Whether two are of the same records, which may be in one of them only.
    pub fn is_beside(self, other: Unasked) -> bool {
        match (self, other) {
            (Unasked::Entered { kind, .. }, Unasked::Entered { kind: other, .. }) => kind == other,
            _ => self == other,
        }
    }
}

/// One number of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Number {
    /// `None` where it is hidden.
    pub value: Option<u64>,
    /// Its place among the report's figures, and the mark of its note.
    pub place: usize,
    pub mark: usize,
}

impl<'a> Figures<'a> {
    pub fn new(
        facts: &'a Facts,
        period: &'a Period,
        lang: Lang,
        words: &'a mut dyn FnMut(&Filter, Measure) -> Words,
        counted: &'a mut HashMap<Question, Answer>,
        hidden: &'a HiddenFigures,
        wants_refs: bool,
    ) -> Figures<'a> {
        Figures {
            facts,
            period,
            lang,
            notes: Notes::new(facts, period, lang),
            words,
            counted,
            hidden,
            wants_refs,
            places: HashMap::new(),
            tables: Vec::new(),
            figures: Vec::new(),
            counts: Vec::new(),
            unasked: Vec::new(),
            unknown: Vec::new(),
        }
    }

    /// The question of a measure and a filter of the program's own in the report's period; `None` if this log lacks a
    /// code that it asks for.
    pub fn question(&self, measure: Measure, filter: &str) -> Option<Question> {
        Some(Question::count(measure, *self.period, Filter::parse(filter, measure, self.facts).ok()?))
    }

    /// The answer to a question, which may be laid out in rows and columns.
    pub fn answer(&mut self, question: &Question) -> &Answer {
        if !self.counted.contains_key(question) {
            let words = (self.words)(&question.filter, question.measure);
            let answer = stats::answer(self.facts, question, &words, self.lang);
            self.counted.insert(question.clone(), answer);
        }
        &self.counted[question]
    }

    /// The number of a question without a layout, as a figure of the report.
    pub fn number(&mut self, question: &Question) -> Number {
        let total = self.answer(question).total;
        let plain = Question { rows: None, columns: None, ..question.clone() };
        self.take(plain, total, None)
    }

    /// The number of a question that shares the note of another figure.
    pub fn number_beside(&mut self, question: &Question, mark: usize) -> Number {
        let total = self.answer(question).total;
        self.take(question.clone(), total, Some(mark))
    }

    /// The number of one cell of a table, counted with the table.
    pub fn cell_number(
        &mut self,
        question: &Question,
        row: Option<&str>,
        column: Option<&str>,
        count: u64,
        mark: usize,
    ) -> Number {
        if !self.tables.contains(question) {
            self.notes.say_rules(question);
            self.tables.push(question.clone());
        }
        self.take(question.cell(row, column), count, Some(mark))
    }

    /// Collects a figure. `mark` is that of the table it stands in; without one it gets a note of its own.
    fn take(&mut self, question: Question, count: u64, mark: Option<usize>) -> Number {
        let value = (!self.hidden.questions.contains(&question)).then_some(count);
        let mark = mark.unwrap_or_else(|| self.notes.of_question(&question));
        if let Some(&place) = self.places.get(&question) {
            return Number { value, place, mark };
        }
        let refs = match self.wants_refs {
            true => {
                let words = (self.words)(&question.filter, question.measure);
                stats::sources(self.facts, &question, &words)
            }
            false => Vec::new(),
        };
        let place = self.figures.len();
        self.figures.push(figure(&question, value, mark, refs));
        self.counts.push((question.measure, count));
        self.places.insert(question, place);
        Number { value, place, mark }
    }

    /// The number in words, without its note's mark.
    pub fn say(&self, number: Number) -> String {
        say(number.value, self.lang)
    }

    /// A cell with the number of a question.
    pub fn cell(&mut self, question: &Question) -> Cell {
        let number = self.number(question);
        Cell::new(self.say(number)).with_figure(number.place)
    }

    /// A cell with the number of a question and the mark of its note.
    pub fn noted_cell(&mut self, question: &Question) -> Cell {
        let number = self.number(question);
        self.cell_of(question, number).with_note(number.mark)
    }

    /// A cell with a number that was counted; a dash where nothing that is added up has a value.
    pub fn cell_of(&mut self, question: &Question, number: Number) -> Cell {
        let is_known = number.value != Some(0) || self.is_known(question);
        let text = if is_known { self.say(number) } else { NOT_KNOWN.to_owned() };
        Cell::new(text).with_figure(number.place)
    }

    /// Collects a count that no question asks for; `None` where it is hidden.
    pub fn take_unasked(&mut self, what: Unasked, count: u64) -> Option<u64> {
        self.unasked.push((what, count));
        (!self.hidden.unasked.contains(&what)).then_some(count)
    }

    /// The counts that no question asks for.
    pub fn unasked(&self) -> impl Iterator<Item = (Unasked, u64)> {
        self.unasked.iter().copied()
    }

    /// Whether anything that is added up in a sum has a value, or there is nothing to add up: else the sum is not 0 but
    /// unknown.
    pub fn is_known(&mut self, question: &Question) -> bool {
        if !question.measure.is_sum() {
            return true;
        }
        let sum = self.answer(question);
        let (total, without) = (sum.total, sum.without_value);
        let drawn_from = Question { measure: question.measure.drawn_from(), ..question.clone() };
        let is_known = total > 0 || without == 0 || self.answer(&drawn_from).total > without;
        if !is_known {
            self.unknown.push(question.clone());
        }
        is_known
    }

    /// What is added up in the parts of a sum that are printed as unknown, if they are of the report's period: all of
    /// it lacks a value.
    pub fn unknown_parts(&self, sum: Measure) -> impl Iterator<Item = Question> + '_ {
        let parts = self.unknown.iter().filter(move |question| {
            question.measure == sum && question.period == *self.period && !question.filter.is_empty()
        });
        parts.map(move |question| Question { measure: sum.drawn_from(), ..question.clone() })
    }

    /// The questions that count all that a count which no question asks for is among.
    pub fn among(&self, what: Unasked) -> Vec<Question> {
        match what {
            Unasked::Entered { kind, .. } => self.whole(kind),
            Unasked::WithoutValue(sum) => {
                vec![Question::count(sum.drawn_from(), *self.period, Filter::default())]
            }
        }
    }

    /// The questions that count all the period's records of a kind.
    pub fn whole(&self, kind: Kind) -> Vec<Question> {
        let measures: &[Measure] = match kind {
            Kind::Contact => &[Measure::Contacts, Measure::Attempts],
            Kind::Referral => &[Measure::Referrals],
            Kind::FollowUp => &[Measure::FollowUps],
            Kind::Activity => &[Measure::Activities],
            Kind::Matter => &[Measure::Matters],
            _ => &[],
        };
        measures.iter().map(|measure| Question::count(*measure, *self.period, Filter::default())).collect()
    }

    /// Every figure, by its place.
    pub fn into_figures(self) -> Vec<Figure> {
        self.figures
    }

    /// The questions of all figures with their counts, hidden or not.
    pub fn asked(&self) -> impl Iterator<Item = (&Question, u64)> {
        let mut asked: Vec<(&Question, usize)> =
            self.places.iter().map(|(question, &place)| (question, place)).collect();
        asked.sort_by_key(|(_, place)| *place);
        asked.into_iter().map(|(question, place)| (question, self.counts[place].1))
    }

    /// The tables whose cells are figures.
    pub fn tables(&self) -> impl Iterator<Item = (&Question, &Answer)> {
        self.tables.iter().filter_map(|question| Some((question, self.counted.get(question)?)))
    }

    /// Every count with its measure, by its place.
    pub fn counts(&self) -> Vec<(Measure, u64)> {
        self.counts.clone()
    }
}

/// A number in words; a hidden one is a sign.
pub fn say(value: Option<u64>, lang: Lang) -> String {
    value.map_or_else(|| HIDDEN.to_owned(), |value| number(value as i64, lang))
}

fn figure(question: &Question, value: Option<u64>, mark: usize, refs: Vec<Ref>) -> Figure {
    Figure {
        value,
        note: Some(mark),
        measure: question.measure.code().to_owned(),
        filter: question.filter.to_string(),
        period: question.period.to_string(),
        command: Shown::line(command(question)),
        refs,
    }
}
