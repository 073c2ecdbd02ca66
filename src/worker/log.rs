//! An open log: the store and the facts that are counted from it, changed together.

use super::called::Called;
use crate::checks::Finding;
use crate::domain::{Change, Edit, Kind, Ref};
use crate::facts::Facts;
use crate::store::{Erased, Error, Store};
use chrono::{NaiveDate, NaiveDateTime};
use std::cell::OnceCell;

/// The kinds whose records are called something.
const NAMED: [Kind; 3] = [Kind::Person, Kind::Organisation, Kind::Matter];

/// An open log.
pub struct Log {
    pub store: Store,
    pub facts: Facts,
    pub today: NaiveDate,
    /// What the checks find, worked out when it is asked for.
    pub findings: OnceCell<Vec<Finding>>,
    /// The people who look like others, each with one of them, likewise; only a change of people changes them.
    pub alike: OnceCell<Vec<(Ref, Ref)>>,
    /// What people, organisations and matters are called, likewise.
    called: [OnceCell<Called>; 3],
}

impl Log {
    pub fn new(store: Store, facts: Facts, today: NaiveDate) -> Log {
        Log { store, facts, today, findings: OnceCell::new(), alike: OnceCell::new(), called: Default::default() }
    }

    /// What the records of a kind are called: people, organisations or matters.
    pub fn called(&self, kind: Kind) -> &Called {
        let place = NAMED.iter().position(|named| *named == kind).unwrap_or_default();
        self.called[place].get_or_init(|| Called::new(&self.facts, NAMED[place]))
    }

    /// Goes on with another day as today; the same day changes nothing.
    pub fn turn_to(&mut self, today: NaiveDate) {
        if self.today != today {
            self.today = today;
            self.facts.set_today(today);
            self.findings.take();
        }
    }

    /// Changes the store, and the facts with it.
    ///
    /// # Errors
    /// Those of the store; nothing was changed then.
    pub fn apply(
        &mut self,
        change: impl FnOnce(&mut Store) -> Result<Option<Change>, Error>,
    ) -> Result<Option<Change>, Error> {
        let done = change(&mut self.store)?;
        if let Some(done) = &done {
            self.note(done);
        }
        Ok(done)
    }

    /// Erases a person for good, in the facts too.
    ///
    /// # Errors
    /// Those of the store; nothing was changed then.
    pub fn erase(&mut self, own: &Ref, now: NaiveDateTime) -> Result<Erased, Error> {
        let erased = self.store.erase(own, now)?;
        self.note(&erased.change);
        Ok(erased)
    }

    /// Takes what the store has done into the facts, and drops what no longer holds of what was worked out.
    fn note(&mut self, done: &Change) {
        self.facts.apply(done);
        self.findings.take();
        for (kind, own) in done.edits.iter().filter_map(Edit::record) {
            if matches!(kind, Kind::Person | Kind::Relation) {
                self.alike.take();
            }
            for (named, called) in NAMED.iter().zip(&mut self.called) {
                if *named == kind && called.get_mut().is_some_and(|called| !called.note(&self.facts, own)) {
                    called.take();
                }
            }
        }
    }
}
