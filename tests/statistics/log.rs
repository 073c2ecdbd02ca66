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
    /// Where in its table the record with a ref stands.
    places: BTreeMap<&'static str, BTreeMap<String, usize>>,
    /// Every person's ref to the lowest ref among the people who are the same.
    groups: BTreeMap<String, String>,
    /// Every group's contacts, by place in their table, in the order of "earlier".
    histories: BTreeMap<String, Vec<usize>>,
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
            places: BTreeMap::new(),
            groups: BTreeMap::new(),
            histories: BTreeMap::new(),
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
        let places = rows.iter().enumerate().map(|(place, row)| (get(row, "ref").to_owned(), place));
        self.places.insert(table, places.collect());
        self.tables.insert(table, rows);
        let people: Vec<&str> = self.table("persons").iter().map(|row| get(row, "ref")).collect();
        self.groups = people.iter().map(|&person| (person.to_owned(), self.lowest_of_same(person))).collect();
        self.histories = self.groups.values().map(|group| (group.clone(), self.contacts_of(group))).collect();
    }

    /// The record with a ref.
    pub fn find(&self, table: &str, reference: &str) -> Option<&Row> {
        let place = self.places.get(table)?.get(reference)?;
        self.table(table).get(*place)
    }

    /// The group that a person belongs to, named by its lowest ref.
    pub fn group(&self, person: &str) -> &str {
        self.groups.get(person).map_or("", String::as_str)
    }

    /// All contacts of a person, under whatever ref, in the order of "earlier": day, then time (none first), then ref.
    pub fn history(&self, person: &str) -> Vec<&Row> {
        let places = self.histories.get(self.group(person)).map_or(&[][..], Vec::as_slice);
        places.iter().map(|&place| &self.table("contacts")[place]).collect()
    }

    /// The codes of a list with their labels and whether they are retired.
    pub fn list(&self, list: List) -> &[caselog::domain::ListValue] {
        self.lists.values(list)
    }

    fn contacts_of(&self, group: &str) -> Vec<usize> {
        let contacts = self.table("contacts");
        let mut places: Vec<usize> =
            (0..contacts.len()).filter(|&place| self.group(get(&contacts[place], "person")) == group).collect();
        places.sort_by_key(|&place| order(&contacts[place]));
        places
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

/// What orders contacts in time; a contact without a time comes first of its day.
pub fn order(contact: &Row) -> (&str, &str) {
    (get(contact, "at"), get(contact, "ref"))
}
