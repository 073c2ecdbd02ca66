//! Filters as typed: read, written and read again they are the same; every dimension of a measure is a key.

use crate::log::{Log, Row, get};
use crate::questions::{MEASURES, dimensions, question};
use crate::random::{self, Random};
use crate::rounds;
use caselog::domain::{AgeGroups, Lists, lists};
use caselog::query::{Dimension, Filter, Measure, Names, Vocabulary};
use chrono::NaiveDate;
use std::collections::BTreeSet;

struct Words<'a> {
    log: &'a Log,
    groups: AgeGroups,
}

impl Words<'_> {
    fn rows(&self, names: Names) -> (&[Row], &'static str, &'static str) {
        let (table, code, name) = match names {
            Names::Person => ("persons", "ref", "alias"),
            Names::Organisation => ("organisations", "ref", "name"),
            Names::Matter => ("matters", "ref", "title"),
            Names::District => ("persons", "district", "district"),
            Names::Language => ("persons", "language", "language"),
            Names::Place => ("activities", "place", "place"),
            Names::Task => ("follow_ups", "task", "task"),
        };
        (self.log.table(table), code, name)
    }
}

impl Vocabulary for Words<'_> {
    fn lists(&self) -> &Lists {
        &self.log.lists
    }
    fn age_groups(&self) -> &AgeGroups {
        &self.groups
    }
    fn today(&self) -> NaiveDate {
        self.log.today
    }
    fn resolve(&self, names: Names, given: &str) -> Vec<String> {
        let (rows, code, name) = self.rows(names);
        let found = |column| -> BTreeSet<String> {
            rows.iter().filter(|row| get(row, column) == given).map(|row| get(row, code).to_owned()).collect()
        };
        let by_code = found(code);
        (if by_code.is_empty() { found(name) } else { by_code }).into_iter().collect()
    }
    fn nearest(&self, names: Names, given: &str) -> Option<String> {
        let (rows, _, name) = self.rows(names);
        lists::nearest(given, rows.iter().map(|row| get(row, name)))
    }
    fn name(&self, names: Names, code: &str) -> Option<String> {
        let (rows, column, name) = self.rows(names);
        rows.iter().find(|row| get(row, column) == code).map(|row| get(row, name).to_owned())
    }
}

#[test]
fn every_dimension_of_the_contract_is_there_and_no_other() {
    for measure in MEASURES {
        let theirs: BTreeSet<&str> = Dimension::all(Measure::from_code(measure).unwrap()).map(|d| d.code()).collect();
        assert_eq!(theirs, dimensions(measure).into_iter().collect(), "{measure}");
    }
}

#[test]
fn filters_are_written_as_they_are_read() {
    for seed in rounds(500) {
        let mut random = Random::new(seed);
        let log = random::log(&mut random);
        let groups = AgeGroups::new(log.age_groups.iter().map(|&age| age as u16).collect()).unwrap();
        let words = Words { log: &log, groups };
        for _ in 0..4 {
            let asked = question(&mut random, &log);
            let measure = Measure::from_code(asked.measure).unwrap();
            let read = |text: &str| {
                Filter::parse(text, measure, &words)
                    .unwrap_or_else(|e| panic!("{text} of {asked:?}, seed {seed}: {e:?}"))
            };
            let filter = read(&asked.filter);
            assert_eq!(read(&filter.to_string()), filter, "{} of {asked:?}, seed {seed}", filter);
        }
    }
}
