//! Terms of a filter as tests on rows.

use super::column::{Column, column, number_of};
use super::scope::Scope;
use crate::domain::{Kind, Ref};
use crate::facts::NONE;
use crate::query::{Filter, Key, Period, Term, Test, Words};
use chrono::Datelike;
use std::collections::HashSet;

/// Whether a row has what is asked.
type Predicate<'a> = Box<dyn Fn(usize) -> bool + 'a>;

/// The rows that a measure, a period and a filter select, in row order.
pub(super) fn select(scope: &Scope, filter: &Filter, words: &Words) -> Vec<usize> {
    matching(scope, filter, words, |row| scope.counts(row))
}

/// Whether one row is selected.
pub(super) fn holds(scope: &Scope, filter: &Filter, words: &Words, row: usize) -> bool {
    scope.counts(row) && filter.terms().iter().all(|term| predicate(scope, term, words)(row))
}

/// How many rows would be selected, had they a person.
pub(super) fn without_person(scope: &Scope, filter: &Filter, words: &Words) -> u64 {
    if !scope.measure.counts_people() {
        return 0;
    }
    matching(scope, filter, words, |row| scope.lacks_person(row)).len() as u64
}

fn matching(scope: &Scope, filter: &Filter, words: &Words, counts: impl Fn(usize) -> bool) -> Vec<usize> {
    let predicates: Vec<_> = filter.terms().iter().map(|term| predicate(scope, term, words)).collect();
    let dated = scope.kind != Kind::Organisation;
    let rows = scope.facts.rows(scope.kind).live();
    rows.filter(|&row| counts(row) && (!dated || scope.days(row).is_some()) && predicates.iter().all(|p| p(row)))
        .collect()
}

fn predicate<'a>(scope: &'a Scope<'a>, term: &Term, words: &Words) -> Predicate<'a> {
    let holds = match column(scope, term.key) {
        Some(_) if term.key == Key::Age => ages(scope, &term.tests),
        Some(column) => coded(scope, column, term),
        None => match term.key {
            Key::Minutes => minutes(scope, &term.tests),
            Key::Ref => refs(scope, &term.tests),
            Key::Text => text(scope, &term.tests, words),
            _ => days(scope, &term.tests),
        },
    };
    if term.negated { Box::new(move |row| !holds(row)) } else { holds }
}

fn has(tests: &[Test], test: &Test) -> bool {
    tests.contains(test)
}

fn coded<'a>(scope: &'a Scope<'a>, column: Column<'a>, term: &Term) -> Predicate<'a> {
    let any = has(&term.tests, &Test::Any);
    let mut keep = vec![has(&term.tests, &Test::Unknown)];
    for test in &term.tests {
        if let Test::Code(code) = test
            && let Some(number) = number_of(scope, term.key, code)
        {
            keep.resize(keep.len().max(number as usize + 1), false);
            keep[number as usize] = true;
        }
    }
    Box::new(move |row| {
        let mut holds = false;
        column.each(row, |number| holds |= keep.get(number as usize).copied().unwrap_or(false) || (any && number != 0));
        holds
    })
}

/// Ages form one set of years; what holds must hold for every age that the person may have had.
fn ages<'a>(scope: &'a Scope<'a>, tests: &[Test]) -> Predicate<'a> {
    let groups = crate::query::Vocabulary::age_groups(scope.facts);
    let any = has(tests, &Test::Any);
    let unknown = has(tests, &Test::Unknown);
    let ranges: Vec<_> = ranges(tests).collect();
    let within = move |age: u16| ranges.iter().any(|&(low, high)| (low..=high).contains(&i64::from(age)));
    Box::new(move |row| match scope.ages(row) {
        None => unknown,
        Some((youngest, oldest)) => {
            let known = groups.group_of(youngest) == groups.group_of(oldest);
            (if known { any } else { unknown }) || (within(youngest) && within(oldest))
        }
    })
}

fn ranges(tests: &[Test]) -> impl Iterator<Item = (i64, i64)> + '_ {
    tests.iter().filter_map(|test| match test {
        Test::Range { low, high } => Some((low.unwrap_or(i64::MIN), high.unwrap_or(i64::MAX))),
        _ => None,
    })
}

fn minutes<'a>(scope: &'a Scope<'a>, tests: &[Test]) -> Predicate<'a> {
    let any = has(tests, &Test::Any);
    let unknown = has(tests, &Test::Unknown);
    let ranges: Vec<_> = ranges(tests).collect();
    let minutes = &scope.facts.contacts.minutes;
    Box::new(move |row| match minutes[row] {
        NONE => unknown,
        minutes => any || ranges.iter().any(|&(low, high)| (low..=high).contains(&i64::from(minutes))),
    })
}

/// A record of several days is on any of its days in the period.
fn days<'a>(scope: &'a Scope<'a>, tests: &[Test]) -> Predicate<'a> {
    let any = has(tests, &Test::Any);
    let unknown = has(tests, &Test::Unknown);
    let end = |date: Option<chrono::NaiveDate>, open: i32| date.map_or(open, |d| d.num_days_from_ce());
    let spans: Vec<_> = tests
        .iter()
        .filter_map(|test| match test {
            Test::Days(period) => Some(period),
            _ => None,
        })
        .map(|period: &Period| (end(period.from(), i32::MIN), end(period.to(), i32::MAX)))
        .collect();
    let dated = scope.kind != Kind::Organisation;
    Box::new(move |row| match scope.days(row).filter(|_| dated) {
        None => unknown,
        Some((first, last)) => any || spans.iter().any(|&(from, to)| first <= to && from <= last),
    })
}

fn refs<'a>(scope: &'a Scope<'a>, tests: &[Test]) -> Predicate<'a> {
    let any = has(tests, &Test::Any);
    let given = tests.iter().filter_map(|test| match test {
        Test::Code(code) => scope.facts.rows(scope.kind).row_of_text(code),
        _ => None,
    });
    let rows: HashSet<u32> = given.collect();
    Box::new(move |row| any || rows.contains(&(row as u32)))
}

fn text<'a>(scope: &'a Scope<'a>, tests: &[Test], words: &Words) -> Predicate<'a> {
    let rows_of = |refs: &mut dyn Iterator<Item = &Ref>| {
        refs.filter_map(|own| scope.facts.rows(scope.kind).row(own)).collect::<Vec<_>>()
    };
    let mut rows = HashSet::new();
    for test in tests {
        if let Test::Words(word) = test {
            rows.extend(rows_of(&mut words.refs(scope.kind, word)));
        }
    }
    let any = has(tests, &Test::Any);
    let unknown = has(tests, &Test::Unknown);
    let filled: HashSet<u32> = rows_of(&mut words.refs(scope.kind, "")).into_iter().collect();
    Box::new(move |row| {
        let row = row as u32;
        rows.contains(&row) || (any && filled.contains(&row)) || (unknown && !filled.contains(&row))
    })
}
