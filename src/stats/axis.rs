//! The rows or columns of a table: which values stand there, in which order, and where a record belongs.

use super::column::{Chunk, Column, Room, code_of, column, row_code};
use super::scope::Scope;
use super::terms::Tests;
use crate::domain::Lang;
use crate::domain::text::sort_key;
use crate::facts::{Code, NONE, Sets};
use crate::i18n::texts::common;
use crate::query::{Bucket, Dimension, Key, UNKNOWN, Unit, Values, Vocabulary, code_label};
use chrono::{Datelike, NaiveDate};
use std::collections::{BTreeSet, HashMap};

/// One value of a dimension.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AxisValue {
    pub code: String,
    pub label: String,
}

/// The values of a table's rows or columns, in order. Without a dimension there is one row or column and no value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Axis {
    pub dimension: Option<Dimension>,
    pub values: Vec<AxisValue>,
}

impl Axis {
    /// How many rows or columns there are.
    pub fn len(&self) -> usize {
        if self.dimension.is_none() { 1 } else { self.values.len() }
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The code of a row or column; `None` for the one of an axis without a dimension.
    pub fn code(&self, place: usize) -> Option<&str> {
        self.values.get(place).map(|value| value.code.as_str())
    }
}

/// What a table is laid out by: first the column that is counted by, then, when it is known what occurs, the values
/// that stand there and the places of each number.
pub(super) struct Layout<'a> {
    dimension: Option<Dimension>,
    pub column: Column<'a>,
    /// The numbers of the column's own that were put closer together, in the order of what they became, from 1.
    numbers: Option<Vec<Code>>,
    sets: Option<&'a Sets>,
    /// Of a time: its buckets, and the first and last one that each number stands for, counted from 1.
    time: Option<Time>,
}

struct Time {
    buckets: Vec<AxisValue>,
    stretches: Vec<(u32, u32)>,
}

/// Columns with more numbers are put closer together if the table would be too big; few in debug builds, as
/// `MANY_CELLS`.
const MANY: Code = if cfg!(debug_assertions) { 5 } else { 1000 };

impl<'a> Layout<'a> {
    pub fn new(scope: &'a Scope<'a>, dimension: Option<Dimension>, lang: Lang) -> Layout<'a> {
        let mut layout = Layout { dimension, column: Column::one(), numbers: None, sets: None, time: None };
        match dimension.map(Dimension::key) {
            None => {}
            Some(Key::Time(unit)) => {
                let (buckets, places) = buckets(scope, unit, lang);
                let (column, stretches) = in_buckets(scope, places);
                layout.column = column;
                layout.time = Some(Time { buckets, stretches });
            }
            Some(key) => {
                layout.column = column(scope, key).unwrap_or(Column::one());
                layout.sets = layout.column.sets;
            }
        }
        layout
    }

    /// No more rows or columns than this are shown.
    pub fn most(&self) -> usize {
        self.time.as_ref().map_or(self.column.highest as usize + 1, |time| time.buckets.len())
    }

    /// The first day of the period in each of the column's numbers, if it is a time that each day has one of, or all
    /// the time there is.
    pub fn first_days(&self, scope: &Scope) -> Option<Vec<i32>> {
        let (first, _) = scope.span?;
        match (&self.dimension, &self.time) {
            (None, _) => Some(vec![first]),
            (Some(_), Some(_)) if self.numbers.is_none() => self.column.first_days(),
            _ => None,
        }
    }

    /// Whether a person has the same value at every contact: her own, or there is only one.
    pub fn is_of_person(&self, scope: &Scope) -> bool {
        self.dimension.is_none_or(|dimension| is_of_person(scope, dimension.key()))
    }

    /// The same with only the numbers that occur among what is selected, if they are many.
    pub fn closer(mut self, scope: &Scope, tests: &Tests) -> Layout<'a> {
        if self.column.highest < MANY {
            return self;
        }
        let mut occurs = vec![false; self.column.highest as usize + 1];
        let mut room = Box::<Room>::default();
        tests.stretches(|stretch| match self.column.read(scope, stretch.rows.clone(), stretch.span, &mut room) {
            Chunk::Same(code) => occurs[code as usize] = true,
            Chunk::Narrow(codes) => stretch.each(|place| occurs[usize::from(codes[place])] = true),
            Chunk::Wide(codes) => stretch.each(|place| occurs[codes[place] as usize] = true),
            Chunk::Rows(rows) => stretch.each(|place| occurs[row_code(rows[place]) as usize] = true),
        });
        let numbers: Vec<Code> = (1..=self.column.highest).filter(|&code| occurs[code as usize]).collect();
        self.column = self.column.closer(&numbers);
        self.numbers = Some(numbers);
        self
    }

    /// The values that stand in the table, and the places of each of the column's numbers, when it is known which of
    /// them occur.
    pub fn settle(self, scope: &Scope, occurs: &[bool], lang: Lang) -> (Axis, Places) {
        let own = |code: Code| match (&self.numbers, code.checked_sub(1)) {
            (Some(numbers), Some(place)) => numbers[place as usize],
            _ => code,
        };
        let codes = || (0..occurs.len() as Code).map(own);
        let Some(dimension) = self.dimension else {
            return (Axis { dimension: None, values: Vec::new() }, Places::of(codes().map(|_| [0])));
        };
        if let Some(Time { buckets, stretches }) = self.time {
            let places = |code: Code| match code.checked_sub(1).and_then(|place| stretches.get(place as usize)) {
                Some(&(first, last)) => first..last + 1,
                None => 0..0,
            };
            return (Axis { dimension: Some(dimension), values: buckets }, Places::of(codes().map(places)));
        }
        let members = |code: Code| match self.sets.map(|sets| sets.members(code)) {
            None => vec![code],
            Some([]) => vec![0],
            Some(members) => members.to_vec(),
        };
        let found = codes().zip(occurs).filter(|(_, occurs)| **occurs).flat_map(|(code, _)| members(code));
        let values = values(scope, dimension, &found.filter(|&number| number != 0).collect(), lang);
        let highest = values.iter().map(|(number, _)| *number as usize).max().unwrap_or(0);
        let mut places = vec![NONE; highest + 1];
        values.iter().zip(0..).for_each(|((number, _), place)| places[*number as usize] = place);
        let place = |number: Code| places.get(number as usize).copied().filter(|&place| place != NONE);
        let places = Places::of(codes().map(|code| members(code).into_iter().filter_map(place)));
        (Axis { dimension: Some(dimension), values: values.into_iter().map(|(_, value)| value).collect() }, places)
    }
}

/// Whether a key says something of a person that holds at every contact. Of people joined as one each has her own.
pub(super) fn is_of_person(scope: &Scope, key: Key) -> bool {
    let own = matches!(key, Key::Sex | Key::Country | Key::Origin | Key::District | Key::Language | Key::Protected);
    own && scope.facts.history().joined().is_empty()
}

/// The places along an axis to which each number of its column belongs, each once.
pub(super) struct Places {
    places: Vec<u32>,
    /// By number: where its places end.
    ends: Vec<u32>,
}

impl Places {
    fn of<P: IntoIterator<Item = u32>>(of_numbers: impl Iterator<Item = P>) -> Places {
        let mut found = Places { places: Vec::new(), ends: Vec::new() };
        for places in of_numbers {
            found.places.extend(places);
            found.ends.push(found.places.len() as u32);
        }
        found
    }

    pub fn of_number(&self, number: usize) -> &[u32] {
        let start = number.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.places[start as usize..self.ends[number] as usize]
    }

    /// How many numbers there are.
    pub fn numbers(&self) -> usize {
        self.ends.len()
    }
}

/// The values of a table's rows or columns, with their numbers; `found` are those that occur.
fn values(scope: &Scope, dimension: Dimension, found: &BTreeSet<Code>, lang: Lang) -> Vec<(Code, AxisValue)> {
    let key = dimension.key();
    let label = |code: &str| code_label(code, key, scope.measure, scope.facts, lang);
    let mut values: Vec<(Code, AxisValue)> = listed(scope, key, found)
        .into_iter()
        .filter_map(|number| code_of(scope, key, number).map(|code| (number, code)))
        .map(|(number, code)| (number, AxisValue { label: label(&code), code }))
        .collect();
    if matches!(key.values(scope.measure), Values::Names(_) | Values::Country) {
        values.sort_by_cached_key(|(_, value)| (sort_key(&value.label), value.code.clone()));
    }
    if dimension.can_be_unknown(scope.measure) {
        values.push((0, AxisValue { code: UNKNOWN.to_owned(), label: common::UNKNOWN.get(lang).to_owned() }));
    }
    values
}

fn date(day: i32) -> Option<NaiveDate> {
    NaiveDate::from_num_days_from_ce_opt(day)
}

/// The buckets of a time, and by day from the first one on, the bucket that it lies in.
fn buckets(scope: &Scope, unit: Unit, lang: Lang) -> (Vec<AxisValue>, Vec<u32>) {
    let ends = scope.span.and_then(|(first, last)| date(first).zip(date(last)));
    let buckets: Vec<Bucket> = ends.map(|(first, last)| Bucket::all(unit, first, last).collect()).unwrap_or_default();
    let values = buckets.iter().map(|b| AxisValue { code: b.to_string(), label: b.label(lang) }).collect();
    let (first, last) = scope.span.unwrap_or((0, -1));
    let mut places = Vec::new();
    for (place, bucket) in buckets.iter().enumerate() {
        let days = bucket.last().num_days_from_ce().min(last) - bucket.first().num_days_from_ce().max(first) + 1;
        places.extend(std::iter::repeat_n(place as u32, days.max(0) as usize));
    }
    (values, places)
}

/// The column of a time, and the first and last bucket of each of its numbers. A record of several days has a number
/// for each pair of its first and last bucket.
fn in_buckets<'a>(scope: &'a Scope<'a>, places: Vec<u32>) -> (Column<'a>, Vec<(u32, u32)>) {
    let first = scope.span.map_or(0, |span| span.0);
    if scope.dated().is_some() {
        let buckets = places.last().map_or(0, |last| last + 1);
        let codes = places.into_iter().map(|place| place + 1).collect();
        return (Column::by_day(first, codes), (0..buckets).map(|place| (place, place)).collect());
    }
    let bucket = |day: i32| places.get(usize::try_from(day.checked_sub(first)?).ok()?).copied();
    let mut pairs = Vec::new();
    let mut numbers = HashMap::new();
    let codes = (0..scope.facts.rows(scope.kind).len()).map(|row| {
        let ends = scope.days(row).and_then(|(from, to)| bucket(from).zip(bucket(to)));
        ends.map_or(0, |pair| {
            *numbers.entry(pair).or_insert_with(|| {
                pairs.push(pair);
                pairs.len() as Code
            })
        })
    });
    (Column::worked_out(codes.collect()), pairs)
}

/// The numbers of the values that stand in a table: those of a list that are not retired or that occur, in the
/// list's order; free values that occur.
fn listed(scope: &Scope, key: Key, occurring: &BTreeSet<Code>) -> Vec<Code> {
    let facts = scope.facts;
    match key.values(scope.measure) {
        Values::List(list) => {
            let values = facts.lists().values(list).iter();
            let numbered = values.filter_map(|v| Some((facts.codes(list)?.number(&v.code)?, v.retired)));
            numbered.filter(|(number, retired)| !retired || occurring.contains(number)).map(|(n, _)| n).collect()
        }
        Values::Fixed(fixed) => (1..=fixed.len() as Code).collect(),
        Values::Age => (1..=facts.age_groups().starts().len() as Code).collect(),
        Values::Weekday => (1..=7).collect(),
        Values::Hour => (1..=24).collect(),
        _ => occurring.iter().copied().collect(),
    }
}

/// The day number of a date.
pub(super) fn iso_day(day: i32) -> Option<NaiveDate> {
    date(day).filter(|d| d.year() > 0)
}
