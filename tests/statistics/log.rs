//! A case log as plain text: every record a map from column to text, as the CSV files of contract section 3 have it.

use caselog::domain::{Kind, List, Lists};
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// One record: column to canonical text; an absent column is an empty one.
pub type Row = BTreeMap<String, String>;

/// The text in a column, empty when there is none.
pub fn get<'a>(row: &'a Row, column: &str) -> &'a str {
    row.get(column).map_or("", String::as_str)
}

/// The items of a column that holds a list.
pub fn items<'a>(row: &'a Row, column: &str) -> Vec<&'a str> {
    get(row, column).split(';').filter(|item| !item.is_empty()).collect()
}

/// All records, lists and settings that a figure depends on.
#[derive(Clone, Debug)]
pub struct Log {
    pub today: NaiveDate,
    /// The lowest age of each age group.
    pub age_groups: Vec<u32>,
    pub returning_after_months: u32,
    pub lists: Lists,
    tables: BTreeMap<&'static str, Vec<Row>>,
    /// Every person's ref to the lowest ref among the people who are the same.
    groups: BTreeMap<String, String>,
}

impl Log {
    /// An empty log with the built-in lists and settings.
    pub fn new(today: NaiveDate) -> Log {
        Log {
            today,
            age_groups: vec![0, 15, 18, 20, 25, 35, 45, 65],
            returning_after_months: 12,
            lists: Lists::default(),
            tables: BTreeMap::new(),
            groups: BTreeMap::new(),
        }
    }

    /// The log in a folder of CSV files.
    pub fn read(folder: &Path, today: NaiveDate) -> Log {
        let mut log = Log::new(today);
        for kind in Kind::ALL {
            let path = folder.join(kind.table()).with_extension("csv");
            let mut reader = csv::Reader::from_path(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
            let rows = reader.deserialize().map(|row| row.unwrap_or_else(|e| panic!("{}: {e}", path.display())));
            log.set(kind.table(), rows.collect());
        }
        log
    }

    /// The records of a table (`contacts`).
    pub fn table(&self, table: &str) -> &[Row] {
        self.tables.get(table).map_or(&[], Vec::as_slice)
    }

    /// Puts the records of a table in place.
    pub fn set(&mut self, table: &'static str, rows: Vec<Row>) {
        self.tables.insert(table, rows);
        let people: Vec<&str> = self.table("persons").iter().map(|row| get(row, "ref")).collect();
        self.groups = people.iter().map(|&person| (person.to_owned(), self.lowest_of_same(person))).collect();
    }

    /// The record with a ref.
    pub fn find(&self, table: &str, reference: &str) -> Option<&Row> {
        self.table(table).iter().find(|row| get(row, "ref") == reference)
    }

    /// The group that a person belongs to, named by its lowest ref.
    pub fn group(&self, person: &str) -> &str {
        self.groups.get(person).map_or("", String::as_str)
    }

    /// The codes of a list with their labels and whether they are retired.
    pub fn list(&self, list: List) -> &[caselog::domain::ListValue] {
        self.lists.values(list)
    }

    /// Walks along the relations `same`, both ways, until nobody new is found.
    fn lowest_of_same(&self, person: &str) -> String {
        let mut found = BTreeSet::from([person]);
        loop {
            let before = found.len();
            for relation in self.table("relations").iter().filter(|row| get(row, "relation") == "same") {
                let (one, other) = (get(relation, "person"), get(relation, "other"));
                if found.contains(one) || found.contains(other) {
                    found.extend([one, other]);
                }
            }
            if found.len() == before {
                return found.first().map_or(String::new(), |&lowest| lowest.to_owned());
            }
        }
    }
}
