//! Random questions on random logs: the program's figures, lists and cells against the reference's.

use crate::log::{Log, Row, get};
use crate::questions::{Asked, MEASURES, organisations, question};
use crate::random::{self, Random};
use crate::reference::{self, Answer};
use crate::terms::words_of;
use crate::{calendar, filter, rounds};
use caselog::domain::{Action, AgeGroups, Change, Edit, Kind, Lang, List, Project, Record, Ref};
use caselog::facts::Facts;
use caselog::query::{Dimension, Filter, Measure, Period, Question, Words};
use caselog::stats;
use std::collections::{BTreeMap, BTreeSet};

/// How many cells of an answer are asked again, one by one.
const CELLS: usize = 8;

#[test]
fn figures_lists_and_cells_agree() {
    let mut differences = Vec::new();
    for seed in rounds(500) {
        let mut random = Random::new(seed);
        let log = random::log(&mut random);
        let facts = facts(&mut random, &log);
        for _ in 0..4 {
            let asked = question(&mut random, &log);
            let compared = Compared { log: &log, facts: &facts, asked: &asked };
            differences
                .extend(compared.all(&mut random).into_iter().map(|what| format!("seed {seed}, {asked:?}: {what}")));
        }
    }
    none(&differences);
}

#[test]
fn a_change_counts_at_once_and_its_inverse_takes_it_back() {
    let mut differences = Vec::new();
    for seed in rounds(100) {
        let mut random = Random::new(seed);
        let before = random::log(&mut random);
        let after = random::changed(&mut random, &before);
        let mut facts = facts(&mut random, &before);
        let change = change(&before, &after);
        let mut compare = |log: &Log, facts: &Facts, when: &str| {
            for _ in 0..4 {
                let asked = question(&mut random, log);
                let found = Compared { log, facts, asked: &asked }.figures();
                differences.extend(found.map(|what| format!("seed {seed}, {when}, {asked:?}: {what}")));
            }
        };
        facts.apply(&change);
        compare(&after, &facts, "after the change");
        facts.apply(&Change { action: Action::Undo(1), edits: change.inverse_edits() });
        compare(&before, &facts, "taken back");
    }
    none(&differences);
}

#[test]
fn whole_lists_have_all_there_are() {
    for seed in rounds(40) {
        let mut random = Random::new(seed);
        let log = random::log(&mut random);
        let facts = facts(&mut random, &log);
        for measure in MEASURES.into_iter().chain(["organisations"]) {
            let asked = Asked { measure, rows: None, columns: None, period: "all".to_owned(), filter: String::new() };
            let expected = match measure {
                "persons" => log.table("persons").iter().map(|row| get(row, "ref").to_owned()).collect(),
                _ => reference::records(&log, &Compared { log: &log, facts: &facts, asked: &asked }.reference()),
            };
            let measure = Measure::from_code(measure).expect("a measure");
            let list = stats::list(&facts, measure, None, None, &Words::default());
            let listed: BTreeSet<String> = list.iter().map(Ref::to_string).collect();
            assert_eq!((&listed, list.len()), (&expected, expected.len()), "{measure:?}, seed {seed}");
        }
    }
}

#[test]
fn organisations_are_found_by_filter() {
    for seed in rounds(200) {
        let mut random = Random::new(seed);
        let log = random::log(&mut random);
        let facts = facts(&mut random, &log);
        let asked = organisations(&mut random, &log);
        let compared = Compared { log: &log, facts: &facts, asked: &asked };
        let question = compared.question().unwrap_or_else(|e| panic!("seed {seed}, {asked:?}: {e}"));
        let list = stats::records(&facts, &question, &compared.words(&question));
        let listed: BTreeSet<String> = list.iter().map(Ref::to_string).collect();
        assert_eq!(listed, reference::records(&log, &compared.reference()), "seed {seed}, {asked:?}");
    }
}

fn none(differences: &[String]) {
    let first = differences.iter().take(5).map(String::as_str).collect::<Vec<_>>().join("\n\n");
    assert!(differences.is_empty(), "{} differences, the first:\n{first}", differences.len());
}

/// One question put to the program and to the reference.
struct Compared<'a> {
    log: &'a Log,
    facts: &'a Facts,
    asked: &'a Asked,
}

impl Compared<'_> {
    /// All that differs.
    fn all(&self, random: &mut Random) -> Vec<String> {
        let question = match self.question() {
            Ok(question) => question,
            Err(error) => return vec![error],
        };
        let answer = self.answer(&question);
        let mut found: Vec<String> = self.figures().into_iter().collect();
        found.extend(self.list(&question, &answer));
        found.extend(self.cells(&question, &answer, random));
        found
    }

    /// The question as the program reads it.
    fn question(&self) -> Result<Question, String> {
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
    fn reference(&self) -> reference::Question {
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
    fn words(&self, question: &Question) -> Words {
        let matching = |kind: Kind, word: &str| -> Result<Vec<Ref>, ()> {
            let rows = self.log.table(kind.table()).iter();
            let word = word.to_lowercase();
            let found = rows.filter(|row| words_of(kind.table(), row).iter().any(|one| one.starts_with(&word)));
            Ok(found.filter_map(|row| Ref::parse(get(row, "ref")).ok()).collect())
        };
        Words::look_up(&question.filter, question.measure.source(), matching).unwrap_or_default()
    }

    /// Every number, code and day of the answer.
    fn figures(&self) -> Option<String> {
        let question = match self.question() {
            Ok(question) => question,
            Err(error) => return Some(error),
        };
        let (answer, expected) = (self.answer(&question), reference::answer(self.log, &self.reference()));
        (answer != expected).then(|| difference(&answer, &expected))
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

fn record(kind: Kind, row: &Row) -> Record {
    let texts: Vec<&str> = kind.fields().iter().map(|field| get(row, field.code)).collect();
    Record::from_texts(kind, &texts).unwrap_or_else(|e| panic!("{row:?}: {e:?}"))
}

fn records(log: &Log, kind: Kind) -> BTreeMap<&str, Record> {
    log.table(kind.table()).iter().map(|row| (get(row, "ref"), record(kind, row))).collect()
}

fn project(log: &Log) -> Project {
    let groups = AgeGroups::new(log.age_groups.iter().map(|&age| age as u16).collect()).expect("age groups");
    Project { age_groups: groups, returning_after_months: log.returning_after_months, ..Project::default() }
}

/// The facts of a log, its records put in in any order.
fn facts(random: &mut Random, log: &Log) -> Facts {
    let mut all: Vec<Record> = Kind::ALL.into_iter().flat_map(|kind| records(log, kind).into_values()).collect();
    (1..all.len()).for_each(|i| all.swap(i, random.below(i + 1)));
    Facts::of(&log.lists, &project(log), log.today, &all)
}

/// The change that makes one log of another.
fn change(before: &Log, after: &Log) -> Change {
    let mut edits = Vec::new();
    for list in List::ALL {
        let (before, after) = (before.list(list).to_vec(), after.list(list).to_vec());
        if before != after {
            edits.push(Edit::List { list, before, after });
        }
    }
    if project(before) != project(after) {
        edits.push(Edit::Project { before: Box::new(project(before)), after: Box::new(project(after)) });
    }
    for kind in Kind::ALL {
        let (before, after) = (records(before, kind), records(after, kind));
        let refs: BTreeSet<&str> = before.keys().chain(after.keys()).copied().collect();
        for reference in refs {
            let (before, after) = (before.get(reference).cloned(), after.get(reference).cloned());
            if before != after {
                edits.push(Edit::Record { before, after });
            }
        }
    }
    Change { action: Action::Import, edits }
}
