//! The facts as they were counted from, kept in the store so that the next start need not read every record. The records
//! are what holds: a snapshot that is missing, or does not fit, is passed over, and what was changed after it is read
//! from the records.

use super::Store;
use super::error::Error;
use super::journal::{self, fixed};
use crate::domain::Kind;
use crate::facts::Facts;
use chrono::NaiveDate;
use rusqlite::{Connection, params};

/// One record looked up by its ref costs about as much as so many read in their order. With more changed than that, all
/// records are read.
const LOOKED_UP: u64 = 20;

/// What stands where the snapshot is kept.
enum Kept {
    Nothing,
    /// One that another version of the program made, or that too much has happened since.
    Old,
    /// Not what was ever kept.
    Broken,
    Facts(Box<Facts>),
}

impl Store {
    /// The facts as the records stand, from the snapshot; `None` if there is none that fits.
    ///
    /// # Errors
    /// Those of reading the records that were changed since.
    pub fn kept_facts(&self, today: NaiveDate) -> Result<Option<Facts>, Error> {
        match self.kept(today)? {
            Kept::Facts(facts) => Ok(Some(*facts)),
            Kept::Nothing | Kept::Old | Kept::Broken => Ok(None),
        }
    }

    /// Keeps the facts. They must be those of the records as they stand. A store in memory, which is read only once,
    /// keeps none.
    ///
    /// # Errors
    /// Those of writing; the snapshot that was kept before stands then, and the records do not depend on it.
    pub fn keep_facts(&mut self, facts: &mut Facts) -> Result<(), Error> {
        self.writable()?;
        if self.beside.is_none() {
            return Ok(());
        }
        let Some(content) = facts.snapshot() else { return Ok(()) };
        self.ready()?;
        self.connection.execute(
            "INSERT OR REPLACE INTO facts_snapshot (id, seq, hash, checksum, content) VALUES (1, ?, ?, ?, ?)",
            params![self.newest.seq, self.newest.hash, crc32fast::hash(&content), content],
        )?;
        Ok(())
    }

    /// The facts as the records stand: kept ones, else from every record, and then they are kept for the next time
    /// where that can be.
    ///
    /// # Errors
    /// Those of reading.
    pub fn facts(&mut self, today: NaiveDate) -> Result<Facts, Error> {
        if let Some(facts) = self.kept_facts(today)? {
            return Ok(facts);
        }
        let mut facts = Facts::new(self.lists(), self.project(), today);
        self.fill(&mut facts)?;
        facts.settle();
        // The answer does not depend on it, and a disk that takes nothing is said where something is to be saved.
        let _ = self.keep_facts(&mut facts);
        Ok(facts)
    }

    /// Puts every record into the facts; what follows from several is still to be settled.
    ///
    /// # Errors
    /// Those of reading; what was read until then is in the facts.
    pub fn fill(&self, facts: &mut Facts) -> Result<(), Error> {
        Kind::ALL.into_iter().try_for_each(|kind| self.for_each(kind, |record| facts.insert(&record)))
    }

    /// Whether what is kept is what the records say.
    ///
    /// # Errors
    /// Those of reading.
    pub(super) fn kept_facts_are_right(&self, today: NaiveDate) -> Result<bool, Error> {
        let mut facts = match self.kept(today)? {
            Kept::Nothing | Kept::Old => return Ok(true),
            Kept::Broken => return Ok(false),
            Kept::Facts(facts) => facts,
        };
        let kept = facts.snapshot();
        facts.clear();
        self.fill(&mut facts)?;
        Ok(facts.snapshot() == kept)
    }

    fn kept(&self, today: NaiveDate) -> Result<Kept, Error> {
        if self.newer.is_some() {
            return Ok(Kept::Old);
        }
        let sql = "SELECT seq, hash, checksum, content FROM facts_snapshot";
        let mut statement = self.connection.prepare(sql)?;
        let mut rows = statement.query([])?;
        let Some(row) = rows.next()? else { return Ok(Kept::Nothing) };
        let (seq, hash): (i64, _) = (row.get("seq")?, fixed(row, "hash")?);
        let content = row.get_ref("content")?.as_blob().unwrap_or_default();
        let is_whole = row.get::<_, u32>("checksum").is_ok_and(|checksum| checksum == crc32fast::hash(content));
        if !is_whole || journal::entry(&self.connection, seq)?.is_none_or(|entry| entry.hash != hash) {
            return Ok(Kept::Broken);
        }
        let changed: u64 =
            self.connection.query_row("SELECT count(*) FROM journal_edits WHERE seq > ?", [seq], |row| {
                row.get::<_, i64>(0).map(i64::unsigned_abs)
            })?;
        let all = Kind::ALL.into_iter().map(|kind| self.about(kind)).sum::<Result<u64, Error>>()?;
        if changed * LOOKED_UP > all {
            return Ok(Kept::Old);
        }
        let facts = Facts::from_snapshot(content, self.lists(), self.project(), today);
        let Some(mut facts) = facts else { return Ok(Kept::Old) };
        for (kind, own) in self.changed_since(seq)? {
            match self.get(kind, &own)? {
                Some(record) => facts.insert(&record),
                None => facts.remove(kind, &own),
            }
        }
        Ok(Kept::Facts(Box::new(facts)))
    }
}

/// Takes the snapshot out, in whatever transaction is under way.
pub(super) fn forget(connection: &Connection) -> Result<(), Error> {
    connection.execute("DELETE FROM facts_snapshot", [])?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Action, Change, Edit, Lang, Record, Ref};
    use crate::query::{Dimension, Filter, Measure, Period, Question, Words};
    use crate::stats;
    use crate::store::{Finding, Kdf, Passphrase};
    use chrono::NaiveDateTime;
    use tempfile::TempDir;

    const TODAY: NaiveDate = NaiveDate::from_ymd_opt(2010, 6, 1).unwrap();

    fn now() -> NaiveDateTime {
        TODAY.and_hms_opt(12, 0, 0).unwrap()
    }

    fn record(kind: Kind, given: &[(&str, &str)]) -> Record {
        let value = |code| given.iter().find(|(column, _)| *column == code).map_or("", |(_, value)| value);
        let texts: Vec<&str> = kind.fields().iter().map(|field| value(field.code)).collect();
        Record::from_texts(kind, &texts).unwrap()
    }

    fn contact(own: &str, person: &str, role: &str) -> Record {
        record(Kind::Contact, &[("ref", own), ("at", "2010-05-05T12:00"), ("person", person), ("role", role)])
    }

    fn change(store: &mut Store, before: Option<Record>, after: Option<Record>) {
        store.apply(Change { action: Action::Change, edits: vec![Edit::Record { before, after }] }, now()).unwrap();
    }

    /// A store with some people and contacts, and its facts kept; and where it is.
    fn filled() -> (TempDir, Store) {
        let home = tempfile::tempdir().unwrap();
        let passphrase = Passphrase::new("invented".to_owned());
        let kdf = Kdf { memory: 8, passes: 1 };
        let (mut store, _) = Store::create(&home.path().join("log"), &passphrase, kdf).unwrap();
        let people = (1..=9).map(|number| {
            let (own, alias) = (format!("P{number}"), format!("X.Å-{number}"));
            let note = if number == 3 { "Says 19900101-0017." } else { "" };
            record(Kind::Person, &[("ref", &own), ("alias", &alias), ("birth", "1990"), ("note", note)])
        });
        let contacts = (10..200).map(|number| {
            let (own, person) = (format!("C{number}"), format!("P{}", number % 9 + 1));
            contact(&own, &person, ["victim", "witness", ""][number % 3])
        });
        let same = record(Kind::Relation, &[("ref", "R1"), ("person", "P1"), ("relation", "same"), ("other", "P2")]);
        let records = people.chain(contacts).chain([same]);
        let edits = records.map(|after| Edit::Record { before: None, after: Some(after) }).collect();
        store.apply(Change { action: Action::Import, edits }, now()).unwrap();
        assert!(store.kept_facts(TODAY).unwrap().is_none(), "nothing is kept before it was read");
        store.facts(TODAY).unwrap();
        (home, store)
    }

    /// The facts from the records alone.
    fn read(store: &Store) -> Facts {
        let mut facts = Facts::new(store.lists(), store.project(), TODAY);
        store.fill(&mut facts).unwrap();
        facts.settle();
        facts
    }

    /// What both say to some questions that touch much of them.
    fn assert_same(kept: &Facts, read: &Facts) {
        let tables = [
            (Measure::Contacts, Some("role"), Some("month"), ""),
            (Measure::Persons, Some("age"), None, "protected:no"),
            (Measure::Persons, Some("person"), Some("new"), ""),
            (Measure::Meetings, Some("offered"), Some("hour"), "source:unknown"),
        ];
        for (measure, rows, columns, filter) in tables {
            let answer = |facts: &Facts| {
                let dimension = |code: Option<&str>| code.map(|code| Dimension::parse(code, measure).unwrap());
                let question = Question {
                    measure,
                    rows: dimension(rows),
                    columns: dimension(columns),
                    period: Period::parse("2010", TODAY).unwrap(),
                    filter: Filter::parse(filter, measure, facts).unwrap(),
                };
                stats::answer(facts, &question, &Words::default(), Lang::En)
            };
            assert_eq!(answer(kept), answer(read), "{} by {rows:?} and {columns:?}", measure.code());
        }
        for kind in Kind::ALL {
            assert_eq!(kept.with_identity_number(kind), read.with_identity_number(kind), "{kind:?}");
        }
    }

    #[test]
    fn what_is_kept_says_what_the_records_say_also_after_changes() {
        let (_home, mut store) = filled();
        assert_same(&store.kept_facts(TODAY).unwrap().unwrap(), &read(&store));
        change(&mut store, Some(contact("C11", "P3", "")), None);
        change(&mut store, Some(contact("C12", "P4", "victim")), Some(contact("C12", "P9", "suspect")));
        change(&mut store, None, Some(contact("C900", "P5", "seller")));
        let same = store.get(Kind::Relation, &Ref::parse("R1").unwrap()).unwrap();
        change(&mut store, same, None);
        assert_same(&store.kept_facts(TODAY).unwrap().unwrap(), &read(&store));
        store.undo(now()).unwrap();
        assert_same(&store.kept_facts(TODAY).unwrap().unwrap(), &read(&store));
        assert_eq!(store.verify().unwrap(), []);
    }

    #[test]
    fn after_many_changes_everything_is_read_and_kept_anew() {
        let (_home, mut store) = filled();
        let seq = |store: &Store| -> i64 {
            store.connection.query_row("SELECT seq FROM facts_snapshot", [], |row| row.get(0)).unwrap()
        };
        let before = seq(&store);
        for number in 0..20 {
            change(&mut store, None, Some(contact(&format!("C9{number:02}"), "P5", "seller")));
        }
        assert!(store.kept_facts(TODAY).unwrap().is_none());
        let all = read(&store);
        assert_same(&store.facts(TODAY).unwrap(), &all);
        assert!(seq(&store) > before);
        assert_same(&store.kept_facts(TODAY).unwrap().unwrap(), &all);
    }

    #[test]
    fn erasing_leaves_nothing_kept() {
        let (_home, mut store) = filled();
        store.erase(&Ref::parse("P3").unwrap(), now()).unwrap();
        let count = "SELECT count(*) FROM facts_snapshot";
        assert_eq!(store.connection.query_row(count, [], |row| row.get::<_, i64>(0)).unwrap(), 0);
        assert_eq!(store.verify().unwrap(), []);
    }

    #[test]
    fn what_does_not_fit_is_not_counted_from_and_is_found() {
        let other = "UPDATE facts_snapshot SET hash = (SELECT hash FROM journal WHERE seq = 1)";
        let mixed = "UPDATE facts_snapshot SET content = CAST(substr(content, 2) || x'00' AS BLOB)";
        for sql in [other, mixed, "UPDATE facts_snapshot SET seq = 99"] {
            let (_home, mut store) = filled();
            store.connection.execute_batch(sql).unwrap();
            assert!(store.kept_facts(TODAY).unwrap().is_none(), "{sql}");
            assert_eq!(store.verify().unwrap(), [Finding::Facts], "{sql}");
            let all = read(&store);
            assert_same(&store.facts(TODAY).unwrap(), &all);
        }
        // Whole, and of this journal, but not what the records say.
        let wrong = [contact("C13", "P5", "suspect"), contact("C901", "P5", "suspect")];
        for wrong in wrong {
            let (_home, mut store) = filled();
            let mut facts = read(&store);
            facts.insert(&wrong);
            store.keep_facts(&mut facts).unwrap();
            assert_eq!(store.verify().unwrap(), [Finding::Facts]);
        }
    }
}
