//! A log in memory, and reports made from it.

use caselog::demo;
use caselog::domain::{Lang, Project};
use caselog::facts::Facts;
use caselog::query::Period;
use caselog::report::{Document, ReportKind, Wanted, pages, text};
use caselog::store::Store;
use caselog::transfer;
use caselog::worker;
use chrono::{NaiveDate, NaiveDateTime};
use serde_json::Value;

/// A log and the day taken as today.
pub struct Log {
    pub store: Store,
    pub today: NaiveDate,
}

pub fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub fn at(text: &str) -> NaiveDateTime {
    day(text).and_hms_opt(12, 0, 0).unwrap()
}

impl Log {
    /// The sample period, read in on its own today.
    pub fn sample() -> Log {
        let (mut store, today) = (Store::in_memory().unwrap(), day("2011-01-17"));
        let plan = transfer::import(demo::files(), &store, false, &|_, _, _| Ok(())).ok().unwrap();
        store.apply(plan.change, at("2011-01-17")).unwrap();
        Log { store, today }
    }

    /// A log without records.
    pub fn empty() -> Log {
        Log { store: Store::in_memory().unwrap(), today: day("2011-01-17") }
    }

    pub fn facts(&self) -> Facts {
        let mut facts = Facts::new(self.store.lists(), self.store.project(), self.today);
        self.store.fill(&mut facts).unwrap();
        facts.settle();
        facts
    }

    /// Changes the project.
    pub fn set(&mut self, change: impl FnOnce(&mut Project)) {
        use caselog::domain::{Action, Change, Edit};
        let before = self.store.project().clone();
        let mut after = before.clone();
        change(&mut after);
        let edit = Edit::Project { before: Box::new(before), after: Box::new(after) };
        self.store.apply(Change { action: Action::Settings, edits: vec![edit] }, at("2011-01-17")).unwrap();
    }

    pub fn wanted(&self, lang: Lang) -> Wanted {
        let period = Period::parse("2009..2010", self.today).unwrap();
        Wanted { period, lang, made: self.today, suppress: None, refs: false }
    }

    pub fn funder(&self, lang: Lang) -> Document {
        self.made(ReportKind::Funder, &self.wanted(lang))
    }

    pub fn made(&self, kind: ReportKind, wanted: &Wanted) -> Document {
        worker::document(&self.store, &self.facts(), kind, wanted).unwrap()
    }
}

/// The pages of a document as one text.
pub fn printed(document: &Document) -> String {
    text::plain(&pages(document))
}

/// The same without page breaks, line ends and the spaces between words: what a reader reads.
pub fn read(document: &Document) -> String {
    printed(document).replace('\u{a0}', " ").split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The sample period's figures.
pub fn expected() -> Value {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/period-2009-2010/expected.json");
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}
