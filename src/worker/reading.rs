//! Filling the facts, a part at a time, so that what does not need them is answered in between.

use crate::domain::{Kind, Ref};
use crate::facts::Facts;
use crate::store::{Error, Store};

/// So many records are read at once: a few thousandths of a second.
const PART: usize = 500;

/// How far the records of a store have been read into the facts.
pub struct Reading {
    /// The kind that is being read, as a place among all, and the last ref that was.
    kind: usize,
    after: Option<Ref>,
    done: u64,
    /// About how many there are; none if the facts were kept.
    all: u64,
}

impl Reading {
    /// Nothing has been read.
    ///
    /// # Errors
    /// Those of the store.
    pub fn begin(store: &Store) -> Result<Reading, Error> {
        let mut all = 0;
        for kind in Kind::ALL {
            all += store.about(kind)?;
        }
        Ok(Reading { kind: 0, after: None, done: 0, all })
    }

    /// The records need not be read: what follows from them is all that is to be worked out.
    pub fn of_kept() -> Reading {
        Reading { kind: Kind::ALL.len(), after: None, done: 0, all: 0 }
    }

    /// Whether every record was read.
    pub fn is_whole(&self) -> bool {
        self.all > 0
    }

    /// Reads a part. What was changed in the meantime is in the facts already, and is put in once more as it stands.
    /// `true`: that was all.
    ///
    /// # Errors
    /// Those of the store.
    pub fn go_on(&mut self, store: &Store, facts: &mut Facts) -> Result<bool, Error> {
        let Some(&kind) = Kind::ALL.get(self.kind) else {
            facts.settle();
            return Ok(true);
        };
        let records = store.part(kind, self.after.as_ref(), PART)?;
        records.iter().for_each(|record| facts.insert(record));
        self.done += records.len() as u64;
        self.after = records.last().and_then(|record| record.own_ref().cloned());
        if records.len() < PART {
            (self.kind, self.after) = (self.kind + 1, None);
        }
        Ok(false)
    }

    /// How much has been read, in hundredths.
    pub fn percent(&self) -> u8 {
        (self.done * 100 / self.all.max(1)).min(100) as u8
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::exchange::{Ask, Asked, Told};
    use crate::domain::{Action, Change, Edit, Lang, Record, date::parse_date};
    use crate::query::{Filter, Measure, Period, Question, Words};
    use crate::stats;
    use crate::worker::{Clock, Desk, Place};
    use std::sync::Arc;
    use std::sync::atomic::{AtomicBool, Ordering};

    fn person(own: &str) -> Record {
        let texts: Vec<&str> = std::iter::once(own).chain(std::iter::repeat_n("", 11)).collect();
        Record::from_texts(Kind::Person, &texts).unwrap()
    }

    fn contact(own: &str, person: &str) -> Record {
        let mut texts = vec![own, "2010-05-05T12:00", person];
        texts.resize(Kind::Contact.fields().len(), "");
        Record::from_texts(Kind::Contact, &texts).unwrap()
    }

    fn put(record: Record) -> Edit {
        Edit::Record { before: None, after: Some(record) }
    }

    #[test]
    fn what_changes_while_the_log_is_read_is_counted_once_and_as_it_stands() {
        let now = parse_date("2010-06-01").unwrap().and_hms_opt(12, 0, 0).unwrap();
        let mut store = Store::in_memory().unwrap();
        let refs: Vec<String> = (0..2 * PART + 7).map(|number| format!("C{number:05}")).collect();
        let edits = std::iter::once(put(person("P1"))).chain(refs.iter().map(|own| put(contact(own, "P1"))));
        store.apply(Change { action: Action::Add, edits: edits.collect() }, now).unwrap();

        let mut facts = Facts::new(store.lists(), store.project(), now.date());
        let mut reading = Reading::begin(&store).unwrap();
        while reading.after.as_ref().is_none_or(|own| own.as_str() < "C") {
            assert!(!reading.go_on(&store, &mut facts).unwrap());
        }
        assert!((1..100).contains(&reading.percent()), "{}", reading.percent());
        // One that has been read and one that has not are deleted, another two are given to somebody new.
        let [read, ahead] = ["C00003", "C01003"];
        let mut edits = vec![put(person("P0"))];
        edits.extend([read, ahead].map(|own| Edit::Record { before: Some(contact(own, "P1")), after: None }));
        edits.extend(
            ["C00004", "C01004"]
                .map(|own| Edit::Record { before: Some(contact(own, "P1")), after: Some(contact(own, "P0")) }),
        );
        let change = store.apply(Change { action: Action::Change, edits }, now).unwrap();
        facts.apply(&change);
        while !reading.go_on(&store, &mut facts).unwrap() {}

        let count = |measure: Measure, filter: &str| {
            let filter = Filter::parse(filter, measure, &facts).unwrap();
            let question = Question::count(measure, Period::ALL, filter);
            stats::answer(&facts, &question, &Words::default(), Lang::En).total as usize
        };
        assert_eq!(count(Measure::Contacts, ""), refs.len() - 2);
        assert_eq!(count(Measure::Contacts, "person:P0"), 2);
        assert_eq!(count(Measure::Persons, ""), 2);
    }

    #[test]
    fn what_does_not_need_the_facts_is_answered_before_they_are_filled() {
        let now = parse_date("2010-06-01").unwrap().and_hms_opt(12, 0, 0).unwrap();
        let mut store = Store::in_memory().unwrap();
        let refs = (0..3 * PART).map(|number| format!("C{number:05}"));
        let edits = std::iter::once(put(person("P1"))).chain(refs.map(|own| put(contact(&own, "P1"))));
        store.apply(Change { action: Action::Add, edits: edits.collect() }, now).unwrap();
        let clock = Clock { today: Some(now.date()) };
        let mut desk = Desk::new(Place::Memory(Box::new(store)), clock, Lang::En);
        desk.perform(Ask::Open(None)).unwrap();
        assert!(desk.is_reading());
        assert_eq!(desk.read_on().unwrap(), Some(0));

        let page = desk.perform(Ask::Page(Kind::Person, Ref::parse("P1").unwrap())).unwrap();
        assert!(matches!(page, Told::Page(page) if page.belonging.len() == 3 * PART));
        let found = desk.perform(Ask::LookUp(vec!["P1".to_owned()])).unwrap();
        assert!(matches!(found, Told::LookedUp(found) if !found.found.is_empty()));
        let change = Change { action: Action::Add, edits: vec![put(contact("C9", "P1"))] };
        desk.perform(Ask::Apply(change)).unwrap();
        assert!(desk.is_reading());

        let question = Question::count(Measure::Contacts, Period::ALL, Filter::default());
        let table = desk.perform(Ask::Table(Box::new(Asked { question, compare: None }))).unwrap();
        assert!(matches!(table, Told::Table(table) if table.answer.total as usize == 3 * PART + 1));
        assert!(!desk.is_reading());
        desk.perform(Ask::Close).unwrap();
        assert!(!desk.is_reading());
    }

    #[test]
    fn a_long_reading_stops_when_something_newer_waits_and_can_be_done_again() {
        let now = parse_date("2010-06-01").unwrap().and_hms_opt(12, 0, 0).unwrap();
        let mut store = Store::in_memory().unwrap();
        let edits = (0..3_000).map(|number| put(person(&format!("P{number:05}"))));
        store.apply(Change { action: Action::Add, edits: edits.collect() }, now).unwrap();
        let waits = Arc::new(AtomicBool::new(true));
        let stops = Arc::clone(&waits);
        store.stop_when(Arc::new(move || stops.swap(false, Ordering::Relaxed))).unwrap();
        let count = |store: &Store| {
            let mut count = 0;
            store.for_each(Kind::Person, |_| count += 1).map(|()| count)
        };
        assert!(matches!(count(&store), Err(Error::Stopped)));
        assert_eq!(count(&store).unwrap(), 3_000);
    }
}
