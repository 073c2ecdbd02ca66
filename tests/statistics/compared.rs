//! One question put to the program and to the reference, and all in which their answers differ.

use crate::log::{Log, get};
use crate::questions::Asked;
use crate::random::Random;
use crate::reference::{self, Answer};
use crate::terms::words_of;
use crate::{calendar, filter};
use caselog::domain::{Kind, Lang, Ref};
use caselog::facts::Facts;
use caselog::query::{Dimension, Filter, Measure, Period, Question, Words};
use caselog::stats;
use std::collections::BTreeSet;

/// How many cells of an answer are asked again, one by one.
const CELLS: usize = 8;

/// One question put to the program and to the reference.
pub struct Compared<'a> {
    pub log: &'a Log,
    pub facts: &'a Facts,
    pub asked: &'a Asked,
}

impl Compared<'_> {
    /// All that differs.
    pub fn all(&self, random: &mut Random) -> Vec<String> {
        let question = match self.question() {
            Ok(question) => question,
            Err(error) => return vec![error],
        };
        let answer = self.answer(&question);
        let mut found: Vec<String> = self.figures().into_iter().collect();
        found.extend(self.written(&question));
        found.extend(self.list(&question, &answer));
        found.extend(self.cells(&question, &answer, random));
        found
    }

    /// The question as the program reads it.
    pub fn question(&self) -> Result<Question, String> {
        let asked = self.asked;
        let measure = Measure::from_code(asked.measure).map_err(|e| format!("{e:?}"))?;
        let dimension = |code: Option<&'static str>| code.map(|code| Dimension::parse(code, measure)).transpose();
        Ok(Question {
            measure,
            rows: dimension(asked.rows).map_err(|e| format!("{e:?}"))?,
            columns: dimension(asked.columns).map_err(|e| format!("{e:?}"))?,
            period: Period::parse(&asked.period, self.log.today).map_err(|e| format!("{e:?}"))?,
            filter: Filter::parse(&asked.filter, measure, self.facts).map_err(|e| format!("{e:?}"))?,
        })
    }

    /// The question as the reference reads it.
    pub fn reference(&self) -> reference::Question {
        reference::Question {
            measure: self.asked.measure.to_owned(),
            rows: self.asked.rows.map(str::to_owned),
            columns: self.asked.columns.map(str::to_owned),
            period: calendar::Period::read(&self.asked.period, self.log.today).expect("a period"),
            filter: filter::read(&self.asked.filter),
        }
    }

    fn answer(&self, question: &Question) -> Answer {
        let answer = stats::answer(self.facts, question, &self.words(question), Lang::Sv);
        let codes = |axis: stats::Axis| match axis.dimension {
            Some(_) => axis.values.into_iter().map(|value| value.code).collect(),
            None => Vec::new(),
        };
        Answer {
            from: answer.from,
            to: answer.to,
            rows: codes(answer.rows),
            columns: codes(answer.columns),
            cells: answer.cells,
            row_totals: answer.row_totals,
            column_totals: answer.column_totals,
            total: answer.total,
            without_person: answer.without_person,
            without_value: answer.without_value,
        }
    }

    /// The records that have the words of a question's filter.
    pub fn words(&self, question: &Question) -> Words {
        let matching = |kind: Kind, word: &str| -> Result<Vec<Ref>, ()> {
            let rows = self.log.table(kind.table()).iter();
            let word = word.to_lowercase();
            let found = rows.filter(|row| words_of(kind.table(), row).iter().any(|one| one.starts_with(&word)));
            Ok(found.filter_map(|row| Ref::parse(get(row, "ref")).ok()).collect())
        };
        Words::look_up(&question.filter, question.measure.source(), matching).unwrap_or_default()
    }

    /// Every number, code and day of the answer.
    pub fn figures(&self) -> Option<String> {
        let question = match self.question() {
            Ok(question) => question,
            Err(error) => return Some(error),
        };
        let (answer, expected) = (self.answer(&question), reference::answer(self.log, &self.reference()));
        (answer != expected).then(|| difference(&answer, &expected))
    }

    /// The filter as it is written reads as the same filter.
    fn written(&self, question: &Question) -> Option<String> {
        let text = question.filter.to_string();
        let again = Filter::parse(&text, question.measure, self.facts);
        (again.as_ref() != Ok(&question.filter)).then(|| format!("written as {text:?}, which reads {again:?}"))
    }

    /// The list has as many rows as the answer counts, and the reference's.
    fn list(&self, question: &Question, answer: &Answer) -> Option<String> {
        let list = stats::records(self.facts, question, &self.words(question));
        let refs: BTreeSet<String> = list.iter().map(Ref::to_string).collect();
        let expected = reference::records(self.log, &self.reference());
        if refs != expected {
            return Some(format!("lists {refs:?}, not {expected:?}"));
        }
        let is_sum = matches!(self.asked.measure, "minutes" | "audience");
        (list.len() != refs.len() || !is_sum && list.len() as u64 != answer.total)
            .then(|| format!("lists {} rows for {}", list.len(), answer.total))
    }

    /// Some cells and totals, asked again as questions of their own, by term and by text.
    fn cells(&self, question: &Question, answer: &Answer, random: &mut Random) -> Vec<String> {
        let mut found = Vec::new();
        let row_codes: Vec<Option<&str>> = answer.rows.iter().map(|code| Some(code.as_str())).chain([None]).collect();
        let column_codes: Vec<Option<&str>> =
            answer.columns.iter().map(|code| Some(code.as_str())).chain([None]).collect();
        for _ in 0..CELLS {
            let (row, column) = (random.below(row_codes.len()), random.below(column_codes.len()));
            let number = match (row_codes[row], column_codes[column]) {
                (Some(_), Some(_)) => answer.cells[row][column],
                (Some(_), None) => answer.row_totals[row],
                (None, Some(_)) => answer.column_totals[column],
                (None, None) => answer.total,
            };
            let cell = question.cell(row_codes[row], column_codes[column]);
            let again = self.answer(&cell).total;
            let text = cell.filter.to_string();
            let typed = Filter::parse(&text, cell.measure, self.facts)
                .map(|filter| self.answer(&Question { filter, ..cell }).total)
                .map_err(|e| format!("{e:?}"));
            if again != number || typed != Ok(number) {
                found.push(format!("the cell {text:?} shows {number}, asked again {again}, as typed {typed:?}"));
            }
        }
        found
    }
}

/// What differs, part by part.
fn difference(answer: &Answer, expected: &Answer) -> String {
    let mut found = Vec::new();
    let mut part = |name: &str, ours: String, theirs: String| {
        if ours != theirs {
            found.push(format!("{name} {ours}, not {theirs}"));
        }
    };
    part("period", format!("{:?}", (answer.from, answer.to)), format!("{:?}", (expected.from, expected.to)));
    part("rows", format!("{:?}", answer.rows), format!("{:?}", expected.rows));
    part("columns", format!("{:?}", answer.columns), format!("{:?}", expected.columns));
    part("cells", format!("{:?}", answer.cells), format!("{:?}", expected.cells));
    part("row totals", format!("{:?}", answer.row_totals), format!("{:?}", expected.row_totals));
    part("column totals", format!("{:?}", answer.column_totals), format!("{:?}", expected.column_totals));
    part("total", answer.total.to_string(), expected.total.to_string());
    part("without person", answer.without_person.to_string(), expected.without_person.to_string());
    part("without value", answer.without_value.to_string(), expected.without_value.to_string());
    found.join("; ")
}
