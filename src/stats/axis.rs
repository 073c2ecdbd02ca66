//! The rows or columns of a table: which values stand there, in which order, and where a record belongs.

use super::column::{Column, code_of, column};
use super::scope::Scope;
use crate::domain::Lang;
use crate::domain::text::sort_key;
use crate::facts::{Code, NONE};
use crate::i18n::texts::common;
use crate::query::{Bucket, Dimension, Key, UNKNOWN, Unit, Values, Vocabulary, code_label};
use chrono::{Datelike, NaiveDate};
use std::collections::BTreeSet;

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

/// Where the records of a question belong along an axis.
pub(super) struct Layout<'a> {
    pub axis: Axis,
    places: Places<'a>,
}

enum Places<'a> {
    /// No dimension: everything is in the one place.
    One,
    /// By number of the value; `NONE` for those that do not stand in the table.
    Coded { column: Column<'a>, places: Vec<u32> },
    /// By day from the first one on: the bucket that it lies in.
    Buckets { first: i32, places: Vec<u32> },
}

impl<'a> Layout<'a> {
    /// The layout of selected rows along a dimension.
    pub fn new(scope: &'a Scope<'a>, dimension: Option<Dimension>, rows: &[usize], lang: Lang) -> Layout<'a> {
        let Some(dimension) = dimension else {
            return Layout { axis: Axis { dimension: None, values: Vec::new() }, places: Places::One };
        };
        let key = dimension.key();
        if let Key::Time(unit) = key {
            return buckets(scope, dimension, unit, lang);
        }
        let Some(column) = column(scope, key) else {
            return Layout { axis: Axis { dimension: Some(dimension), values: Vec::new() }, places: Places::One };
        };
        let mut occurring = BTreeSet::new();
        rows.iter().for_each(|&row| column.each(row, |number| _ = occurring.insert(number)));
        occurring.remove(&0);
        let label = |code: &str| code_label(code, key, scope.measure, scope.facts, lang);
        let mut numbers = listed(scope, key, &occurring);
        let by_label = matches!(key.values(scope.measure), Values::Names(_) | Values::Country);
        let mut values: Vec<(Code, AxisValue)> = numbers
            .drain(..)
            .filter_map(|number| code_of(scope, key, number).map(|code| (number, code)))
            .map(|(number, code)| (number, AxisValue { label: label(&code), code }))
            .collect();
        if by_label {
            values.sort_by_cached_key(|(_, value)| (sort_key(&value.label), value.code.clone()));
        }
        if dimension.can_be_unknown(scope.measure) {
            values.push((0, AxisValue { code: UNKNOWN.to_owned(), label: common::UNKNOWN.get(lang).to_owned() }));
        }
        let highest = values.iter().map(|(number, _)| *number as usize).max().unwrap_or(0);
        let mut places = vec![NONE; highest + 1];
        for (place, (number, _)) in values.iter().enumerate() {
            places[*number as usize] = place as u32;
        }
        let values = values.into_iter().map(|(_, value)| value).collect();
        Layout { axis: Axis { dimension: Some(dimension), values }, places: Places::Coded { column, places } }
    }

    /// Puts the places in which a row belongs into `found`, each once.
    pub fn places(&self, scope: &Scope, row: usize, found: &mut Vec<usize>) {
        found.clear();
        match &self.places {
            Places::One => found.push(0),
            Places::Coded { column, places } => column.each(row, |number| {
                found.extend(places.get(number as usize).filter(|&&place| place != NONE).map(|&place| place as usize));
            }),
            Places::Buckets { first, places } => {
                let bucket = |day: i32| places.get(usize::try_from(day.checked_sub(*first)?).ok()?).copied();
                let ends = scope.days(row).and_then(|(from, to)| bucket(from).zip(bucket(to)));
                if let Some((from, to)) = ends {
                    found.extend(from as usize..=to as usize);
                }
            }
        }
    }
}

fn date(day: i32) -> Option<NaiveDate> {
    NaiveDate::from_num_days_from_ce_opt(day)
}

fn buckets<'a>(scope: &Scope, dimension: Dimension, unit: Unit, lang: Lang) -> Layout<'a> {
    let ends = scope.span.and_then(|(first, last)| date(first).zip(date(last)));
    let buckets: Vec<Bucket> = ends.map(|(first, last)| Bucket::all(unit, first, last).collect()).unwrap_or_default();
    let values = buckets.iter().map(|b| AxisValue { code: b.to_string(), label: b.label(lang) }).collect();
    let (first, last) = scope.span.unwrap_or((0, -1));
    let mut places = Vec::new();
    for (place, bucket) in buckets.iter().enumerate() {
        let days = bucket.last().num_days_from_ce().min(last) - bucket.first().num_days_from_ce().max(first) + 1;
        places.extend(std::iter::repeat_n(place as u32, days.max(0) as usize));
    }
    Layout { axis: Axis { dimension: Some(dimension), values }, places: Places::Buckets { first, places } }
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
