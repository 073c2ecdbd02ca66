//! Tables and figures that are printed together, with what a reader can work out between them, so that suppression
//! holds for all of them at once. Pure.
//!
//! Every number is known by what it counts: its measure, its terms and its days. From that follow the relations between
//! numbers of different tables: the same count twice, a part of another, months that make a quarter, a term and its
//! complement, alternatives and their parts, people who are never more than their contacts.

use super::answer::Answer;
use super::axis::Axis;
use super::suppress::{Hidden, Id, Limit, Numbers, Worth};
use crate::query::{Key, Measure, Question, Term, Test};
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// The numbers of one print.
#[derive(Debug, Default)]
pub struct Print {
    numbers: Numbers,
    counts: Vec<Count>,
    /// How many tables and figures there are.
    sources: usize,
}

/// A number by what it counts.
#[derive(Debug)]
struct Count {
    id: Id,
    /// The table or figure that it stands in.
    source: usize,
    measure: Measure,
    terms: BTreeSet<String>,
    /// Terms that can be taken apart.
    open: Vec<Term>,
    days: Days,
}

/// The first and the last day; `None` is open.
type Days = (Option<NaiveDate>, Option<NaiveDate>);

/// The numbers of a table, laid out as its answer is.
#[derive(Clone, Debug)]
pub struct TableIds {
    cells: Vec<Vec<Id>>,
    row_totals: Vec<Id>,
    column_totals: Vec<Id>,
    total: Id,
    without_person: Id,
    without_value: Id,
}

/// An answer as it is shown; a hidden number is `None`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Published {
    pub cells: Vec<Vec<Option<u64>>>,
    pub row_totals: Vec<Option<u64>>,
    pub column_totals: Vec<Option<u64>>,
    pub total: Option<u64>,
    pub without_person: Option<u64>,
    pub without_value: Option<u64>,
}

impl Published {
    /// Everything shown.
    pub fn whole(answer: &Answer) -> Published {
        let all = |numbers: &[u64]| numbers.iter().copied().map(Some).collect::<Vec<_>>();
        Published {
            cells: answer.cells.iter().map(|row| all(row)).collect(),
            row_totals: all(&answer.row_totals),
            column_totals: all(&answer.column_totals),
            total: Some(answer.total),
            without_person: Some(answer.without_person),
            without_value: Some(answer.without_value),
        }
    }

    /// How many numbers are hidden, and how many there are, totals included.
    pub fn hidden(&self) -> (usize, usize) {
        let cells = self.cells.iter().flatten().chain(&self.row_totals).chain(&self.column_totals);
        let all: Vec<_> = cells.chain([&self.total, &self.without_person, &self.without_value]).collect();
        (all.iter().filter(|number| number.is_none()).count(), all.len())
    }
}

impl TableIds {
    /// The answer with its hidden numbers left out.
    pub fn publish(&self, answer: &Answer, hidden: &Hidden) -> Published {
        let one = |id: &Id, value: &u64| (!hidden.is_hidden(*id)).then_some(*value);
        let all = |ids: &[Id], values: &[u64]| ids.iter().zip(values).map(|(id, value)| one(id, value)).collect();
        Published {
            cells: self.cells.iter().zip(&answer.cells).map(|(ids, values)| all(ids, values)).collect(),
            row_totals: all(&self.row_totals, &answer.row_totals),
            column_totals: all(&self.column_totals, &answer.column_totals),
            total: one(&self.total, &answer.total),
            without_person: one(&self.without_person, &answer.without_person),
            without_value: one(&self.without_value, &answer.without_value),
        }
    }
}

impl Print {
    /// One figure with the question that it answers. Hide its share, and whether a target is met, where it or its whole
    /// is hidden.
    pub fn figure(&mut self, question: &Question, value: u64) -> Id {
        let id = self.numbers.add(value, Worth::Figure);
        self.sources += 1;
        self.counts.push(Count::new(id, self.sources, &question.cell(None, None)));
        id
    }

    /// A table with all its totals.
    pub fn table(&mut self, question: &Question, answer: &Answer) -> TableIds {
        self.sources += 1;
        let numbers = &mut self.numbers;
        let mut add = |values: &[u64], worth| values.iter().map(|&n| numbers.add(n, worth)).collect::<Vec<Id>>();
        let ids = TableIds {
            cells: answer.cells.iter().map(|row| add(row, Worth::Cell)).collect(),
            row_totals: add(&answer.row_totals, Worth::Total),
            column_totals: add(&answer.column_totals, Worth::Total),
            total: numbers.add(answer.total, Worth::Figure),
            without_person: numbers.add(answer.without_person, Worth::Figure),
            without_value: numbers.add(answer.without_value, Worth::Figure),
        };
        self.structure(question, answer, &ids);
        self.name(question, answer, &ids);
        ids
    }

    /// The numbers themselves, for relations that do not follow from questions.
    pub fn numbers(&mut self) -> &mut Numbers {
        &mut self.numbers
    }

    /// Which numbers stay hidden.
    pub fn suppress(mut self, limit: Limit) -> Hidden {
        // Where no number is small none is hidden, however they hang together: that is much to work out.
        if self.numbers.has_small(limit) {
            self.relate();
        }
        self.numbers.suppress(limit)
    }

    /// How the numbers of a table hang together.
    fn structure(&mut self, question: &Question, answer: &Answer, ids: &TableIds) {
        let numbers = &mut self.numbers;
        let column = |place: usize| ids.cells.iter().filter_map(|row| row.get(place).copied()).collect::<Vec<Id>>();
        let mut lines: Vec<(&Axis, Id, Vec<Id>)> = vec![
            (&answer.rows, ids.total, ids.row_totals.clone()),
            (&answer.columns, ids.total, ids.column_totals.clone()),
        ];
        lines.extend(ids.row_totals.iter().zip(&ids.cells).map(|(&all, row)| (&answer.columns, all, row.clone())));
        lines.extend(ids.column_totals.iter().enumerate().map(|(place, &all)| (&answer.rows, all, column(place))));
        for (axis, whole, parts) in lines {
            match (axis.dimension, parts.as_slice()) {
                (None, [only]) => numbers.same(whole, *only),
                (None, _) => {}
                (Some(dimension), parts) => {
                    numbers.whole(whole, parts);
                    // A record without any of the values has none of the others.
                    let is_list = matches!(dimension.key(), Key::Service | Key::Organisation);
                    if is_list && counts_records(question.measure) && dimension.can_be_unknown(question.measure) {
                        let (unknown, known) =
                            parts.split_last().map_or((whole, &[][..]), |(last, rest)| (*last, rest));
                        known.iter().for_each(|&part| numbers.not_more(&[part, unknown], &[whole]));
                    }
                }
            }
        }
        let adds_up = |totals: &[u64]| totals.iter().sum::<u64>() == answer.total;
        if counts_records(question.measure) && !adds_up(&answer.row_totals) && !adds_up(&answer.column_totals) {
            // Of two sets, those in both are at least as many as the two have too many for the whole.
            for (&row, cells) in ids.row_totals.iter().zip(&ids.cells) {
                for (&column, &cell) in ids.column_totals.iter().zip(cells) {
                    numbers.not_more(&[row, column], &[cell, ids.total]);
                }
            }
        }
    }

    /// What each number of a table counts.
    fn name(&mut self, question: &Question, answer: &Answer, ids: &TableIds) {
        let source = self.sources;
        let mut push = |id: Id, row: Option<&str>, column: Option<&str>| {
            self.counts.push(Count::new(id, source, &question.cell(row, column)));
        };
        push(ids.total, None, None);
        for (row, &total) in ids.row_totals.iter().enumerate() {
            push(total, answer.rows.code(row), None);
            for (column, &cell) in ids.cells.get(row).into_iter().flatten().enumerate() {
                push(cell, answer.rows.code(row), answer.columns.code(column));
            }
        }
        for (column, &total) in ids.column_totals.iter().enumerate() {
            push(total, None, answer.columns.code(column));
        }
    }

    /// What a reader can work out between tables and figures.
    fn relate(&mut self) {
        let mut by_key: BTreeMap<(Measure, String, Days), Id> = BTreeMap::new();
        for count in &self.counts {
            let key = (count.measure, count.text(None, None), count.days);
            match by_key.get(&key) {
                Some(&known) => self.numbers.same(known, count.id),
                None => _ = by_key.insert(key, count.id),
            }
        }
        for part in &self.counts {
            let others = self.counts.iter().filter(|whole| whole.source != part.source && part.is_within(whole));
            others.for_each(|whole| self.numbers.within(part.id, whole.id));
        }
        for count in &self.counts {
            for parts in count.time_parts(&self.counts).into_iter().chain(count.age_parts(&self.counts)) {
                self.numbers.whole(count.id, &parts);
            }
            for term in &count.open {
                let find =
                    |other: Option<&Term>| by_key.get(&(count.measure, count.text(Some(term), other), count.days));
                let complement = Term { negated: !term.negated, ..term.clone() };
                if let (false, Some(&whole), Some(&rest)) = (term.negated, find(None), find(Some(&complement))) {
                    self.numbers.whole(whole, &[count.id, rest]);
                }
                let alone = |test: &Test| find(Some(&Term { tests: vec![test.clone()], ..term.clone() })).copied();
                let parts: Vec<Id> = term.tests.iter().filter_map(alone).collect();
                if !term.negated && term.tests.len() > 1 && parts.len() == term.tests.len() {
                    self.numbers.whole(count.id, &parts);
                }
            }
        }
    }
}

/// Whether a measure counts records one by one, so that its numbers are sizes of sets of them.
fn counts_records(measure: Measure) -> bool {
    !measure.counts_people() && !measure.is_sum() && measure != Measure::Meetings
}

/// Whether what one measure counts is never more than what another counts among the same.
fn is_never_more(few: Measure, many: Measure) -> bool {
    let pairs = [
        (Measure::Persons, Measure::Contacts),
        (Measure::Meetings, Measure::Contacts),
        (Measure::ReferredPersons, Measure::Referrals),
    ];
    few == many || pairs.contains(&(few, many))
}

/// At most so many ways to make a number of others are looked at.
const WAYS: usize = 8;

impl Count {
    /// A number by its question, without layout.
    fn new(id: Id, source: usize, question: &Question) -> Count {
        let mut days = (question.period.from(), question.period.to());
        let (mut terms, mut open, mut is_cut) = (BTreeSet::new(), Vec::new(), false);
        for term in question.filter.terms() {
            match (term.key, term.tests.as_slice()) {
                (Key::Time(_) | Key::Date, [Test::Days(period)]) if !term.negated && !is_cut => {
                    days = (days.0.max(period.from()), [days.1, period.to()].into_iter().flatten().min());
                    is_cut = true;
                }
                // Who is new depends on the whole period.
                (Key::New, _) => _ = terms.insert(format!("{term} {}", question.period)),
                _ => {
                    if terms.insert(term.to_string()) {
                        open.push(term.clone());
                    }
                }
            }
        }
        Count { id, source, measure: question.measure, terms, open, days }
    }

    /// The terms as one text, without one of them and with another.
    fn text(&self, without: Option<&Term>, with: Option<&Term>) -> String {
        let mut terms = self.terms.clone();
        without.into_iter().for_each(|term| _ = terms.remove(&term.to_string()));
        terms.extend(with.map(Term::to_string));
        terms.into_iter().collect::<Vec<_>>().join(" ")
    }

    fn is_within(&self, whole: &Count) -> bool {
        let after =
            |one: Option<NaiveDate>, other: Option<NaiveDate>| other.is_none_or(|o| one.is_some_and(|d| d >= o));
        let before =
            |one: Option<NaiveDate>, other: Option<NaiveDate>| other.is_none_or(|o| one.is_some_and(|d| d <= o));
        is_never_more(self.measure, whole.measure)
            && after(self.days.0, whole.days.0)
            && before(self.days.1, whole.days.1)
            && whole.terms.is_subset(&self.terms)
    }

    /// Numbers of the same for shorter times that together make this one's time.
    fn time_parts(&self, counts: &[Count]) -> Vec<Vec<Id>> {
        let (Some(from), Some(to)) = self.days else { return Vec::new() };
        let same = |other: &&Count| {
            other.measure == self.measure
                && other.days != self.days
                && other.terms == self.terms
                && other.source != self.source
        };
        let pieces: Vec<(NaiveDate, NaiveDate, Id)> = counts
            .iter()
            .filter(same)
            .filter_map(|other| Some((other.days.0?, other.days.1?, other.id)))
            .filter(|(first, last, _)| from <= *first && *last <= to)
            .collect();
        chains(from, to, &pieces, |last| last.succ_opt())
    }

    /// Numbers of the same for narrower ages that together make this one's ages.
    fn age_parts(&self, counts: &[Count]) -> Vec<Vec<Id>> {
        let Some((own, low, high)) = self.ages() else { return Vec::new() };
        let rest = self.text(Some(own), None);
        let same =
            |other: &&Count| other.measure == self.measure && other.days == self.days && other.source != self.source;
        let pieces: Vec<(i64, i64, Id)> = counts
            .iter()
            .filter(same)
            .filter_map(|other| Some((other, other.ages()?)))
            .filter(|(other, (term, first, last))| {
                (*first, *last) != (low, high)
                    && low <= *first
                    && *last <= high
                    && other.text(Some(*term), None) == rest
            })
            .map(|(other, (_, first, last))| (first, last, other.id))
            .collect();
        chains(low, high, &pieces, |last| last.checked_add(1))
    }

    /// The one range of ages that it is about.
    fn ages(&self) -> Option<(&Term, i64, i64)> {
        let term = self.open.iter().find(|term| term.key == Key::Age && !term.negated)?;
        match term.tests.as_slice() {
            [Test::Range { low, high }] => Some((term, low.unwrap_or(0), high.unwrap_or(i64::MAX))),
            _ => None,
        }
    }
}

/// The ways to go from one end to another in pieces that follow each other without a gap.
fn chains<T: Copy + Ord>(from: T, to: T, pieces: &[(T, T, Id)], next: fn(T) -> Option<T>) -> Vec<Vec<Id>> {
    let mut found = Vec::new();
    let mut open: Vec<(T, Vec<Id>)> = vec![(from, Vec::new())];
    while let Some((at, way)) = open.pop().filter(|_| found.len() < WAYS) {
        for &(first, last, id) in pieces.iter().filter(|(first, ..)| *first == at) {
            let mut longer = way.clone();
            longer.push(id);
            match next(last) {
                _ if last == to => found.push(longer),
                Some(after) if after > first => open.push((after, longer)),
                _ => {}
            }
        }
    }
    found
}
