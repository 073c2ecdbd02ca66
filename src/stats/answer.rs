//! The answer to a question, and the records behind it.

use super::axis::{Axis, Layout, iso_day};
use super::scope::Scope;
use super::tally::{MANY_CELLS, Table, Tally, unit};
use super::terms::{Tests, select, without_person};
use crate::domain::{Kind, Lang, Ref};
use crate::facts::Facts;
use crate::i18n::{fill, number, texts::stats as t};
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

/// A table of more cells than this is refused: nobody reads it, and it may not have room in memory.
pub const MOST_CELLS: usize = 20_000_000;

/// A table would have so many rows and columns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooLarge {
    pub rows: usize,
    pub columns: usize,
}

impl TooLarge {
    /// What is wrong, and the way out.
    pub fn say(self, lang: Lang) -> String {
        let [rows, columns] = [self.rows, self.columns].map(|count| number(count as i64, lang));
        fill(t::TOO_LARGE, lang, &[("rows", &rows), ("columns", &columns)])
    }
}

/// Counts what a user asked for, who may ask for any table.
///
/// # Errors
/// If the table would be too large.
pub fn answer_within(facts: &Facts, question: &Question, words: &Words, lang: Lang) -> Result<Answer, TooLarge> {
    of_most(facts, question, words, lang, MOST_CELLS)
}

fn of_most(facts: &Facts, question: &Question, words: &Words, lang: Lang, most: usize) -> Result<Answer, TooLarge> {
    let scope = Scope::new(facts, question.measure, &question.period);
    let (rows, columns) = laid_out(&scope, question, words, lang);
    let size = TooLarge { rows: rows.most(), columns: columns.most() };
    match size.rows.saturating_mul(size.columns) > most {
        true => Err(size),
        false => Ok(counted(&scope, question, words, lang, (rows, columns))),
    }
}

/// Counts.
pub fn answer(facts: &Facts, question: &Question, words: &Words, lang: Lang) -> Answer {
    let scope = Scope::new(facts, question.measure, &question.period);
    let layouts = laid_out(&scope, question, words, lang);
    counted(&scope, question, words, lang, layouts)
}

/// The layouts of rows and columns, close together where there would be many cells.
fn laid_out<'a>(scope: &'a Scope<'a>, question: &Question, words: &Words, lang: Lang) -> (Layout<'a>, Layout<'a>) {
    let [rows, columns] = [question.rows, question.columns].map(|dimension| Layout::new(scope, dimension, lang));
    if (rows.column.highest as usize + 1).saturating_mul(columns.column.highest as usize + 1) <= MANY_CELLS {
        return (rows, columns);
    }
    let tests = Tests::new(scope, &question.filter, words);
    (rows.closer(scope, &tests), columns.closer(scope, &tests))
}

fn counted(scope: &Scope, question: &Question, words: &Words, lang: Lang, (rows, columns): (Layout, Layout)) -> Answer {
    let tally = Tally::of(scope, (&question.filter, words), &rows, &columns);
    let (down, across) = tally.occurring();
    let (rows, down) = rows.settle(scope, &down, lang);
    let (columns, across) = columns.settle(scope, &across, lang);
    let without_value = tally.without_value;
    let without_person = tally.without_person.unwrap_or_else(|| without_person(scope, &question.filter, words));
    let Table { cells, row_totals, column_totals, total } = tally.table((&down, rows.len()), (&across, columns.len()));
    Answer {
        from: question.period.from().or_else(|| scope.span.and_then(|span| iso_day(span.0))),
        to: question.period.to().or_else(|| scope.span.and_then(|span| iso_day(span.1))),
        cells,
        row_totals,
        column_totals,
        total,
        without_person,
        without_value,
        rows,
        columns,
    }
}

/// The rows of the records behind a number: one for each thing counted (for a sum, one for each thing added up),
/// oldest first; people by ref. Of people joined as one, the one with the lowest ref.
pub fn rows(facts: &Facts, question: &Question, words: &Words) -> Vec<u32> {
    let scope = Scope::new(facts, question.measure, &question.period);
    let mut rows: Vec<u32> = select(&scope, &question.filter, words).into_iter().map(|row| unit(&scope, row)).collect();
    let table = facts.rows(question.measure.kind());
    let time = |row: u32| match scope.kind {
        _ if question.measure.counts_people() => (0, 0),
        Kind::Contact => (scope.day(row as usize), facts.contacts.minute_of_day[row as usize]),
        _ => (scope.day(row as usize), 0),
    };
    // Records were filled in by day or by ref: what is in order already is left in order at once.
    rows.sort_by(|&a, &b| time(a).cmp(&time(b)).then_with(|| table.text(a as usize).cmp(table.text(b as usize))));
    rows.dedup();
    rows
}

/// The records behind a number, in the order of `rows`.
pub fn records(facts: &Facts, question: &Question, words: &Words) -> Vec<Ref> {
    refs(facts, question.measure.kind(), rows(facts, question, words))
}

/// The records that a number rests on, by ref: those that the terms are held against, so that a change of one can be
/// told by its ref. For people counted their contacts or referrals.
pub fn sources(facts: &Facts, question: &Question, words: &Words) -> Vec<Ref> {
    let scope = Scope::new(facts, question.measure, &question.period);
    let table = facts.rows(scope.kind);
    let rows = select(&scope, &question.filter, words).into_iter();
    let mut refs: Vec<Ref> = rows.map(|row| table.own(row as usize)).collect();
    refs.sort_unstable();
    refs
}

/// Whether a measure and a filter, whatever the period, hold of one record of the kind that the measure walks.
pub fn holds(facts: &Facts, measure: Measure, filter: &Filter, words: &Words, own: &Ref) -> bool {
    let rows = facts.rows(measure.source());
    let row = rows.row(own).map(|row| row as usize).filter(|&row| rows.is_live(row));
    row.is_some_and(|row| Tests::new(&Scope::at(facts, measure), filter, words).hold(row))
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
    refs(facts, measure.kind(), listed(facts, measure, period, filter, words))
}

/// The rows of the records of a `list`, in its order.
pub fn listed(
    facts: &Facts,
    measure: Measure,
    period: Option<Period>,
    filter: Option<Filter>,
    words: &Words,
) -> Vec<u32> {
    if measure == Measure::Persons && period.is_none() && filter.is_none() {
        let people = &facts.people;
        let mut rows: Vec<u32> = people.live().map(|row| row as u32).collect();
        rows.sort_by(|&a, &b| people.text(a as usize).cmp(people.text(b as usize)));
        return rows;
    }
    rows(facts, &Question::count(measure, period.unwrap_or(Period::ALL), filter.unwrap_or_default()), words)
}

/// The refs of rows of a kind.
pub(super) fn refs(facts: &Facts, kind: Kind, rows: Vec<u32>) -> Vec<Ref> {
    let table = facts.rows(kind);
    rows.into_iter().map(|row| table.own(row as usize)).collect()
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

    #[test]
    fn a_table_that_nobody_could_read_is_refused_with_the_way_out() {
        let contact = |own: &str, day: &str| {
            let mut texts = vec![own, day];
            texts.resize(Kind::Contact.fields().len(), "");
            Record::from_texts(Kind::Contact, &texts).unwrap()
        };
        let records = [contact("C1", "2010-01-01"), contact("C2", "2010-12-31")];
        let today = parse_date("2011-01-01").unwrap();
        let facts = Facts::of(&Lists::default(), &Project::default(), today, &records);
        let measure = Measure::Contacts;
        let [rows, columns] = ["day", "hour"].map(|code| Dimension::parse(code, measure).ok());
        let question = Question { rows, columns, ..Question::count(measure, Period::ALL, Filter::default()) };
        let within = |most| of_most(&facts, &question, &Words::default(), Lang::En, most);
        assert_eq!(within(20_000).map(|table| table.total), Ok(2));
        let too_large = within(100).map(|table| table.total).unwrap_err();
        assert!(too_large.rows * too_large.columns > 100);
        assert!(too_large.say(Lang::En).contains("coarser"));
        assert!(answer_within(&facts, &question, &Words::default(), Lang::En).is_ok());
    }

    fn records_of(facts: &Facts, question: &Question) -> usize {
        records(facts, question, &Words::default()).len()
    }
}
