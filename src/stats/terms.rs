//! What a measure, a period and a filter ask of a record, as tests of codes, held against a stretch of rows at a time.

use super::column::{Chunk, Column, Room, ages, column, number_of};
use super::scope::Scope;
use crate::domain::Ref;
use crate::facts::{Code, NONE, STRETCH, ages_of_code};
use crate::query::{Filter, Key, Measure, Period, Term, Test, Words};
use chrono::Datelike;
use std::ops::Range;

/// Which rows are selected.
pub(super) struct Tests<'a> {
    scope: &'a Scope<'a>,
    tests: Vec<(Column<'a>, Keep)>,
}

/// The numbers that pass a test. A few are compared with, many are looked up.
enum Keep {
    Only([Code; FEW]),
    Except([Code; FEW]),
    Table(Vec<bool>),
    Nothing,
}

const FEW: usize = 3;

/// Rows of a stretch.
pub(super) enum Selected<'m> {
    All,
    /// By row, 1 if it is selected.
    Some(&'m [u8]),
}

/// A stretch of rows that has selected ones.
pub(super) struct Stretch<'m> {
    pub rows: Range<usize>,
    /// No day lies outside.
    pub span: (i32, i32),
    pub selected: Selected<'m>,
    /// How many are selected.
    pub count: usize,
}

impl<'m> Stretch<'m> {
    /// Rows by mask; `None` if none is selected.
    fn masked(rows: Range<usize>, span: (i32, i32), mask: &'m [u8]) -> Option<Stretch<'m>> {
        let count = how_many(mask, 1);
        let selected = if count == rows.len() { Selected::All } else { Selected::Some(mask) };
        (count > 0).then_some(Stretch { rows, span, selected, count })
    }

    /// A part of the rows, no day of which lies outside a span; `None` if none of them is selected.
    pub fn part(&self, rows: Range<usize>, span: (i32, i32)) -> Option<Stretch<'m>> {
        let first = self.rows.start;
        match self.selected {
            Selected::All => Some(Stretch { count: rows.len(), rows, span, selected: Selected::All }),
            Selected::Some(mask) => Stretch::masked(rows.clone(), span, &mask[rows.start - first..rows.end - first]),
        }
    }

    /// The same without the rows that are left out; `None` if none of the others is selected.
    pub fn without<'r>(&self, left_out: &[bool], room: &'r mut [u8; STRETCH]) -> Option<Stretch<'r>> {
        let mask = &mut room[..self.rows.len()];
        match self.selected {
            Selected::All => mask.fill(1),
            Selected::Some(kept) => mask.copy_from_slice(kept),
        }
        let left_out = &left_out[self.rows.clone()];
        mask.iter_mut().zip(left_out).for_each(|(kept, &left_out)| *kept &= u8::from(!left_out));
        Stretch::masked(self.rows.clone(), self.span, mask)
    }

    /// Calls `f` with each selected row, by its place in the stretch.
    pub fn each(&self, mut f: impl FnMut(usize)) {
        match &self.selected {
            Selected::All => (0..self.rows.len()).for_each(f),
            Selected::Some(mask) => {
                for (group, eight) in mask.chunks(8).enumerate() {
                    // Eight rows at a time are passed by where none is selected.
                    if eight.iter().any(|&kept| kept != 0) {
                        for (place, _) in eight.iter().enumerate().filter(|(_, kept)| **kept != 0) {
                            f(group * 8 + place);
                        }
                    }
                }
            }
        }
    }
}

/// The rows that a measure, a period and a filter select, in row order.
pub(super) fn select(scope: &Scope, filter: &Filter, words: &Words) -> Vec<u32> {
    let mut rows = Vec::new();
    Tests::new(scope, filter, words).stretches(|stretch| {
        let first = stretch.rows.start;
        stretch.each(|place| rows.push((first + place) as u32));
    });
    rows
}

/// How many rows would be selected, had they a person.
pub(super) fn without_person(scope: &Scope, filter: &Filter, words: &Words) -> u64 {
    if !scope.measure.counts_people() {
        return 0;
    }
    let mut count = 0;
    Tests::of(scope, filter, words, Keep::only(&[0])).stretches(|stretch| {
        count += match stretch.selected {
            Selected::All => stretch.rows.len() as u64,
            Selected::Some(mask) => mask.iter().map(|&kept| u64::from(kept)).sum(),
        }
    });
    count
}

impl<'a> Tests<'a> {
    pub fn new(scope: &'a Scope<'a>, filter: &Filter, words: &Words) -> Tests<'a> {
        Tests::of(scope, filter, words, Keep::except(&[0]))
    }

    /// The period and the filter alone, whatever the measure.
    pub fn of_filter(scope: &'a Scope<'a>, filter: &Filter, words: &Words) -> Tests<'a> {
        Tests { scope, tests: filter.terms().iter().map(|term| compile(scope, term, words)).collect() }
    }

    /// `person`: which numbers of a person pass where people are counted.
    fn of(scope: &'a Scope<'a>, filter: &Filter, words: &Words, person: Keep) -> Tests<'a> {
        let mut tests = Vec::new();
        let mut test = |key, keep| tests.extend(column(scope, key).map(|column| (column, keep)));
        match scope.measure {
            Measure::Contacts | Measure::Meetings | Measure::Minutes => test(Key::Reached, Keep::only(&[1])),
            Measure::Attempts => test(Key::Reached, Keep::only(&[2])),
            Measure::Interviews => test(Key::Interview, Keep::except(&[0])),
            Measure::Persons => {
                test(Key::Person, person);
                test(Key::Reached, Keep::only(&[1]));
            }
            Measure::ReferredPersons => test(Key::Person, person),
            _ => {}
        }
        if scope.dated().is_none() && scope.kind != crate::domain::Kind::Organisation {
            tests.push((Column::each(1, |row| Code::from(scope.days(row).is_some())), Keep::only(&[1])));
        }
        tests.extend(filter.terms().iter().map(|term| compile(scope, term, words)));
        Tests { scope, tests }
    }

    /// Calls `each` with every stretch that has selected rows, in row order.
    pub fn stretches(&self, mut each: impl FnMut(Stretch)) {
        let mut room = Box::<Room>::default();
        let mut mask = [0; STRETCH];
        let count = self.scope.facts.rows(self.scope.kind).len();
        match self.scope.dated() {
            Some(days) => {
                let inside = (self.scope.from.unwrap_or(i32::MIN), self.scope.to.unwrap_or(i32::MAX));
                for (rows, span) in days.stretches() {
                    if span.0 <= span.1 && span.0 <= inside.1 && inside.0 <= span.1 {
                        let days = (span.0 < inside.0 || inside.1 < span.1).then(|| &days[rows.clone()]);
                        self.stretch(rows, span, days.map(|days| (days, inside)), &mut room, &mut mask, &mut each);
                    }
                }
            }
            None => {
                for first in (0..count).step_by(STRETCH) {
                    let rows = first..(first + STRETCH).min(count);
                    self.stretch(rows, (i32::MIN, i32::MAX), None, &mut room, &mut mask, &mut each);
                }
            }
        }
    }

    /// Whether one row is selected, whatever its day.
    pub fn hold(&self, row: usize) -> bool {
        let (mut room, mut mask, mut held) = (Box::<Room>::default(), [0; STRETCH], false);
        let day = self.scope.dated().map_or((i32::MIN, i32::MAX), |days| (days[row], days[row]));
        self.stretch(row..row + 1, day, None, &mut room, &mut mask, &mut |_: Stretch| held = true);
        held
    }

    /// Tests one stretch; of its days those inside a period, if they are given.
    fn stretch(
        &self,
        rows: Range<usize>,
        span: (i32, i32),
        days: Option<(&[i32], (i32, i32))>,
        room: &mut Room,
        mask: &mut [u8; STRETCH],
        each: &mut impl FnMut(Stretch),
    ) {
        let mask = &mut mask[..rows.len()];
        mask.fill(1);
        if let Some(live) = self.scope.facts.rows(self.scope.kind).gaps() {
            mask.iter_mut().zip(&live[rows.clone()]).for_each(|(kept, &live)| *kept = u8::from(live));
        }
        if let Some((days, (from, to))) = days {
            mask.iter_mut().zip(days).for_each(|(kept, &day)| *kept &= u8::from(from <= day) & u8::from(day <= to));
        }
        for (column, keep) in &self.tests {
            if !keep.test(column.read(self.scope, rows.clone(), span, room), mask) || !mask.contains(&1) {
                return;
            }
        }
        if let Some(stretch) = Stretch::masked(rows, span, mask) {
            each(stretch);
        }
    }
}

/// How many bytes have a value: counted in bytes, many at once, as far as these hold.
pub(super) fn how_many(bytes: &[u8], value: u8) -> usize {
    fn few(bytes: &[u8], value: u8) -> usize {
        bytes.iter().fold(0u8, |count, &byte| count + u8::from(byte == value)).into()
    }
    let (groups, rest) = bytes.as_chunks::<128>();
    groups.iter().map(|group| few(group, value)).sum::<usize>() + few(rest, value)
}

impl Keep {
    fn only(codes: &[Code]) -> Keep {
        Keep::few(codes).map_or(Keep::Nothing, Keep::Only)
    }

    fn except(codes: &[Code]) -> Keep {
        Keep::few(codes).map_or(Keep::Nothing, Keep::Except)
    }

    /// A few codes, the first one again in the places that are left.
    fn few(codes: &[Code]) -> Option<[Code; FEW]> {
        let first = *codes.first()?;
        (codes.len() <= FEW).then(|| std::array::from_fn(|i| codes.get(i).copied().unwrap_or(first)))
    }

    /// By number, whether it passes.
    fn table(table: Vec<bool>) -> Keep {
        let which = |passes: bool| table.iter().zip(0..).filter(move |(p, _)| **p == passes).map(|(_, code)| code);
        let [kept, left] = [true, false].map(|passes| which(passes).take(FEW + 1).collect::<Vec<Code>>());
        if kept.is_empty() {
            Keep::Nothing
        } else if left.is_empty() {
            Keep::Except([Code::MAX; FEW])
        } else if let Some(few) = Keep::few(&kept) {
            Keep::Only(few)
        } else if let Some(few) = Keep::few(&left) {
            Keep::Except(few)
        } else {
            Keep::Table(table)
        }
    }

    /// Leaves of a mask what passes. `false`: nothing does.
    fn test(&self, chunk: Chunk, mask: &mut [u8]) -> bool {
        match (self, chunk) {
            (Keep::Nothing, _) => return false,
            (keep, Chunk::Same(code)) => return keep.passes(code),
            (Keep::Only(few), Chunk::Narrow(codes)) => narrow(codes, few, mask, 0),
            (Keep::Except(few), Chunk::Narrow(codes)) => narrow(codes, few, mask, 1),
            (Keep::Table(table), Chunk::Narrow(codes)) => {
                let table: [u8; 256] =
                    std::array::from_fn(|code| table.get(code).map_or(0, |&passes| u8::from(passes)));
                mask.iter_mut().zip(codes).for_each(|(kept, &code)| *kept &= table[usize::from(code)]);
            }
            (Keep::Only(few), Chunk::Wide(codes)) => wide(codes, few, mask, 0),
            (Keep::Except(few), Chunk::Wide(codes)) => wide(codes, few, mask, 1),
            (Keep::Only(few), Chunk::Rows(rows)) => wide(rows, &few.map(|code| code.wrapping_sub(1)), mask, 0),
            (Keep::Except(few), Chunk::Rows(rows)) => wide(rows, &few.map(|code| code.wrapping_sub(1)), mask, 1),
            (Keep::Table(table), Chunk::Rows(rows)) => mask.iter_mut().zip(rows).for_each(|(kept, &row)| {
                *kept &= table.get(row.wrapping_add(1) as usize).map_or(0, |&passes| u8::from(passes));
            }),
            (Keep::Table(table), Chunk::Wide(codes)) => mask.iter_mut().zip(codes).for_each(|(kept, &code)| {
                *kept &= table.get(code as usize).map_or(0, |&passes| u8::from(passes));
            }),
        }
        true
    }

    fn passes(&self, code: Code) -> bool {
        match self {
            Keep::Only(few) => few.contains(&code),
            Keep::Except(few) => !few.contains(&code),
            Keep::Table(table) => table.get(code as usize).copied().unwrap_or(false),
            Keep::Nothing => false,
        }
    }
}

fn narrow(codes: &[u8], few: &[Code; FEW], mask: &mut [u8], otherwise: u8) {
    // What does not fit in a byte does not stand in a narrow column.
    let known = few.map(|code| u8::try_from(code).ok());
    let Some(first) = known.iter().flatten().next().copied() else {
        mask.iter_mut().for_each(|kept| *kept &= otherwise);
        return;
    };
    let [a, b, c] = known.map(|code| code.unwrap_or(first));
    if (a, b) == (b, c) {
        mask.iter_mut().zip(codes).for_each(|(kept, &code)| *kept &= u8::from(code == a) ^ otherwise);
        return;
    }
    mask.iter_mut().zip(codes).for_each(|(kept, &code)| {
        *kept &= (u8::from(code == a) | u8::from(code == b) | u8::from(code == c)) ^ otherwise;
    });
}

fn wide(codes: &[u32], [a, b, c]: &[Code; FEW], mask: &mut [u8], otherwise: u8) {
    mask.iter_mut().zip(codes).for_each(|(kept, code)| {
        *kept &= (u8::from(code == a) | u8::from(code == b) | u8::from(code == c)) ^ otherwise;
    });
}

/// A term as a column and the numbers that pass.
fn compile<'a>(scope: &'a Scope<'a>, term: &Term, words: &Words) -> (Column<'a>, Keep) {
    let tests = &term.tests;
    let known = if term.key == Key::Age { Some(ages(scope)) } else { column(scope, term.key) };
    let (column, mut passes) = match known {
        Some(column) if term.key == Key::Age => {
            let passes = aged(scope, tests, column.highest);
            (column, passes)
        }
        Some(column) => {
            let passes = coded(scope, &column, term);
            (column, passes)
        }
        None => {
            let column = match term.key {
                Key::Minutes => minutes(scope, tests),
                Key::Ref => refs(scope, tests),
                Key::Text => text(scope, tests, words),
                _ => days(scope, tests),
            };
            (column, vec![false, true])
        }
    };
    if term.negated {
        passes.iter_mut().for_each(|passes| *passes = !*passes);
    }
    (column, Keep::table(passes))
}

fn has(tests: &[Test], test: &Test) -> bool {
    tests.contains(test)
}

/// By number of a column, whether the value, or one of the set's values, is among those asked for.
fn coded(scope: &Scope, column: &Column, term: &Term) -> Vec<bool> {
    let any = has(&term.tests, &Test::Any);
    let unknown = has(&term.tests, &Test::Unknown);
    let code = |test: &Test| match test {
        Test::Code(code) => number_of(scope, term.key, code),
        _ => None,
    };
    let asked: Vec<Code> = term.tests.iter().filter_map(code).collect();
    let value = |number: Code| if number == 0 { unknown } else { any || asked.contains(&number) };
    let passes = |number: Code| match column.sets.map(|sets| sets.members(number)) {
        None => value(number),
        Some([]) => unknown,
        Some(members) => members.iter().any(|&member| value(member)),
    };
    (0..=column.highest).map(passes).collect()
}

/// Ages form one set of years; what holds must hold for every age that the person may have had.
fn aged(scope: &Scope, tests: &[Test], highest: Code) -> Vec<bool> {
    let groups = crate::query::Vocabulary::age_groups(scope.facts);
    let any = has(tests, &Test::Any);
    let unknown = has(tests, &Test::Unknown);
    let within = |age: u16| ranges(tests).any(|(low, high)| (low..=high).contains(&i64::from(age)));
    let passes = |code| match ages_of_code(code) {
        None => unknown,
        Some((youngest, oldest)) => {
            let known = groups.group_of(youngest) == groups.group_of(oldest);
            (if known { any } else { unknown }) || (within(youngest) && within(oldest))
        }
    };
    (0..=highest).map(passes).collect()
}

fn ranges(tests: &[Test]) -> impl Iterator<Item = (i64, i64)> + '_ {
    tests.iter().filter_map(|test| match test {
        Test::Range { low, high } => Some((low.unwrap_or(i64::MIN), high.unwrap_or(i64::MAX))),
        _ => None,
    })
}

/// 1 where the minutes are as asked.
fn minutes<'a>(scope: &'a Scope<'a>, tests: &[Test]) -> Column<'a> {
    let any = has(tests, &Test::Any);
    let unknown = has(tests, &Test::Unknown);
    let ranges: Vec<_> = ranges(tests).collect();
    let minutes = &scope.facts.contacts.minutes;
    Column::each(1, move |row| {
        Code::from(match minutes[row] {
            NONE => unknown,
            minutes => any || ranges.iter().any(|&(low, high)| (low..=high).contains(&i64::from(minutes))),
        })
    })
}

/// 1 on the days asked for. A record of several days is on any of its days in the period.
fn days<'a>(scope: &'a Scope<'a>, tests: &[Test]) -> Column<'a> {
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
    let passes = move |first: i32, last: i32| any || spans.iter().any(|&(from, to)| first <= to && from <= last);
    match scope.extent.filter(|_| scope.dated().is_some()) {
        Some((first, last)) => Column::by_day(first, (first..=last).map(|day| Code::from(passes(day, day))).collect()),
        None => {
            let dated = scope.kind != crate::domain::Kind::Organisation;
            Column::each(1, move |row| {
                let days = scope.days(row).filter(|_| dated);
                Code::from(days.map_or(unknown, |(first, last)| passes(first, last)))
            })
        }
    }
}

/// A set of rows.
struct Set(Vec<u64>);

impl Set {
    fn of(scope: &Scope, rows: impl Iterator<Item = u32>) -> Set {
        let mut set = vec![0; scope.facts.rows(scope.kind).len().div_ceil(64)];
        rows.for_each(|row| set[row as usize / 64] |= 1 << (row % 64));
        Set(set)
    }

    fn has(&self, row: usize) -> bool {
        self.0[row / 64] >> (row % 64) & 1 == 1
    }
}

/// 1 in the rows with the refs asked for.
fn refs<'a>(scope: &'a Scope<'a>, tests: &[Test]) -> Column<'a> {
    let any = has(tests, &Test::Any);
    let given = tests.iter().filter_map(|test| match test {
        Test::Code(code) => scope.facts.rows(scope.kind).row_of_text(code),
        _ => None,
    });
    let given = Set::of(scope, given);
    Column::each(1, move |row| Code::from(any || given.has(row)))
}

/// 1 in the rows with the words asked for.
fn text<'a>(scope: &'a Scope<'a>, tests: &[Test], words: &Words) -> Column<'a> {
    let any = has(tests, &Test::Any);
    let unknown = has(tests, &Test::Unknown);
    let asked = tests.iter().filter_map(|test| match test {
        Test::Words(word) => Some(word.as_str()),
        _ => None,
    });
    let row = |own: &Ref| scope.facts.rows(scope.kind).row(own);
    let found = Set::of(scope, asked.flat_map(|word| words.refs(scope.kind, word)).filter_map(row));
    let filled = Set::of(scope, words.refs(scope.kind, "").filter_map(row));
    let passes = move |row| found.has(row) || if filled.has(row) { any } else { unknown };
    Column::each(1, move |row| Code::from(passes(row)))
}
