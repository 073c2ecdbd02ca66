//! The answer to a question, and the records behind it.

use super::axis::{Axis, Layout, iso_day};
use super::scope::Scope;
use super::tally::{Tally, unit};
use super::terms::{select, without_person};
use crate::domain::{Lang, Ref};
use crate::facts::Facts;
use crate::query::{Filter, Measure, Period, Question, Words};
use chrono::NaiveDate;

/// A table of counts. `cells` is rows by columns; without rows or columns it has one row or column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The first and last day counted, open ends stopped at the first or last record; `None` without any record.
    pub from: Option<NaiveDate>,
    pub to: Option<NaiveDate>,
    pub rows: Axis,
    pub columns: Axis,
    pub cells: Vec<Vec<u64>>,
    pub row_totals: Vec<u64>,
    pub column_totals: Vec<u64>,
    pub total: u64,
    /// Contacts or referrals that name no person, when people are counted: so many people more at most.
    pub without_person: u64,
    /// Meetings without minutes, or activities without an audience, when those are summed.
    pub without_value: u64,
}

/// Counts.
pub fn answer(facts: &Facts, question: &Question, words: &Words, lang: Lang) -> Answer {
    let scope = Scope::new(facts, question.measure, &question.period);
    let selected = select(&scope, &question.filter, words);
    let rows = Layout::new(&scope, question.rows, &selected, lang);
    let columns = Layout::new(&scope, question.columns, &selected, lang);
    let empty = || Tally::of(question.measure);
    let mut cells = vec![vec![empty(); columns.axis.len()]; rows.axis.len()];
    let mut row_totals = vec![empty(); rows.axis.len()];
    let mut column_totals = vec![empty(); columns.axis.len()];
    let mut total = empty();
    let (mut down, mut across) = (Vec::new(), Vec::new());
    for &row in &selected {
        rows.places(&scope, row, &mut down);
        columns.places(&scope, row, &mut across);
        total.add(&scope, row);
        across.iter().for_each(|&column| column_totals[column].add(&scope, row));
        for &place in &down {
            row_totals[place].add(&scope, row);
            across.iter().for_each(|&column| cells[place][column].add(&scope, row));
        }
    }
    let values = |tallies: &[Tally]| tallies.iter().map(Tally::value).collect::<Vec<_>>();
    Answer {
        from: question.period.from().or_else(|| scope.span.and_then(|span| iso_day(span.0))),
        to: question.period.to().or_else(|| scope.span.and_then(|span| iso_day(span.1))),
        cells: cells.iter().map(|row| values(row)).collect(),
        row_totals: values(&row_totals),
        column_totals: values(&column_totals),
        total: total.value(),
        without_person: without_person(&scope, &question.filter, words),
        without_value: total.without_value(),
        rows: rows.axis,
        columns: columns.axis,
    }
}

/// The records behind a number: one for each thing counted (for a sum, one for each thing added up), oldest first;
/// people by ref. Of people joined as one, the one with the lowest ref.
pub fn records(facts: &Facts, question: &Question, words: &Words) -> Vec<Ref> {
    let scope = Scope::new(facts, question.measure, &question.period);
    let mut rows: Vec<u32> = select(&scope, &question.filter, words).into_iter().map(|row| unit(&scope, row)).collect();
    rows.sort_unstable();
    rows.dedup();
    let table = facts.rows(question.measure.kind());
    if question.measure.counts_people() {
        rows.sort_unstable_by(|&a, &b| table.refs[a as usize].cmp(&table.refs[b as usize]));
    } else {
        let time = |row: u32| match scope.kind {
            crate::domain::Kind::Contact => facts.contacts.minute_of_day[row as usize],
            _ => 0,
        };
        rows.sort_unstable_by(|&a, &b| {
            let key = |row: u32| (scope.day(row as usize), time(row));
            key(a).cmp(&key(b)).then_with(|| table.refs[a as usize].cmp(&table.refs[b as usize]))
        });
    }
    rows.into_iter().map(|row| table.refs[row as usize].clone()).collect()
}

/// The records that a number rests on, by ref: those that the terms are held against, so that a change of one can be
/// told by its ref. For people counted their contacts or referrals.
pub fn sources(facts: &Facts, question: &Question, words: &Words) -> Vec<Ref> {
    let scope = Scope::new(facts, question.measure, &question.period);
    let table = facts.rows(scope.kind);
    let mut refs: Vec<Ref> =
        select(&scope, &question.filter, words).into_iter().map(|row| table.refs[row].clone()).collect();
    refs.sort_unstable();
    refs
}

/// Whether a measure and a filter, whatever the period, hold of one record of the kind that the measure walks.
pub fn holds(facts: &Facts, measure: Measure, filter: &Filter, words: &Words, own: &Ref) -> bool {
    let rows = facts.rows(measure.source());
    let row = rows.row(own).map(|row| row as usize).filter(|&row| rows.live[row]);
    row.is_some_and(|row| super::terms::holds(&Scope::at(facts, measure), filter, words, row))
}

/// The records of a `list`: as many as the measure counts, by period and filter. Without either, all people, even
/// those whom nobody has met yet (contract section 2).
pub fn list(
    facts: &Facts,
    measure: Measure,
    period: Option<Period>,
    filter: Option<Filter>,
    words: &Words,
) -> Vec<Ref> {
    if measure == Measure::Persons && period.is_none() && filter.is_none() {
        let people = &facts.people;
        let mut refs: Vec<Ref> = people.live().map(|row| people.refs[row].clone()).collect();
        refs.sort_unstable();
        return refs;
    }
    records(facts, &Question::count(measure, period.unwrap_or(Period::ALL), filter.unwrap_or_default()), words)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::date::parse_date;
    use crate::domain::{Kind, Lists, Project, Record};
    use crate::query::Dimension;

    #[test]
    fn a_text_that_is_the_word_unknown_is_known() {
        let record = |own: &str, place: &str| {
            Record::from_texts(Kind::Activity, &[own, "2010-05-05", "", "", "", "", "", "", place, "", ""]).unwrap()
        };
        let records = [record("A1", "unknown"), record("A2", ""), record("A3", "")];
        let today = parse_date("2010-06-01").unwrap();
        let facts = Facts::of(&Lists::default(), &Project::default(), today, &records);
        let measure = Measure::Activities;
        let rows = Dimension::parse("place", measure).ok();
        let question = Question { rows, ..Question::count(measure, Period::ALL, Filter::default()) };
        let table = answer(&facts, &question, &Words::default(), Lang::Sv);
        assert_eq!(table.row_totals, [1, 2]);
        for (row, total) in [(0, 1), (1, 2)] {
            let cell = question.cell(table.rows.code(row), None);
            assert_eq!(records_of(&facts, &cell), total, "{:?}", table.rows.code(row));
            let written = Filter::parse(&cell.filter.to_string(), measure, &facts).unwrap();
            assert_eq!(written, cell.filter);
        }
    }

    fn records_of(facts: &Facts, question: &Question) -> usize {
        records(facts, question, &Words::default()).len()
    }
}
