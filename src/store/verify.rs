//! `verify`: whether everything in the store is as it was written. It looks and says; nothing is ever repaired.
//!
//! The pages and the database's own checks find damage; the journal's chain finds an entry altered or taken out; the
//! replay of the journal finds a record changed behind its back, an older page put back included.

use super::digest::{Hash, hash};
use super::error::{Damage, Error};
use super::folder::HEAD;
use super::index;
use super::journal::{ERASE, Entry, Newest, PRINT, TIME, commitment, commitment_of_all, edit, fixed};
use super::progress::{Step, Watch, tell};
use super::state::State;
use super::{Store, head, open, prints};
use crate::domain::{Edit, Kind, List, Record, Ref};
use chrono::{NaiveDate, NaiveDateTime};
use rusqlite::{Connection, OptionalExtension};
use std::collections::HashMap;

/// So many entries of the journal are read between two words on how far it has got.
const TOLD: i64 = 1000;

/// One thing that is not as it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Finding {
    /// A file or a row of the store is damaged.
    Damage(Damage),
    /// A row of that table names one that is not there.
    Link { table: String },
    /// The journal's chain breaks at that entry: it or one before was altered or taken out.
    Entry { seq: i64 },
    /// A record is not as the journal says.
    Record { kind: Kind, own: Ref, differs: Differs },
    /// A value list is not as the journal says.
    List(List),
    /// The project is not as the journal says.
    Project,
    /// The numbers for new refs are behind those in use.
    Counters,
    /// A draft is none that was ever written.
    Drafts,
    /// The search index does not fit the records.
    Search,
    /// The kept facts do not fit the records.
    Facts,
}

/// How a record differs from the journal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Differs {
    /// Other values than the journal's last.
    Values,
    /// The journal has it, the table does not.
    Missing,
    /// The table has it, the journal does not, or says that it was deleted.
    Unknown,
}

impl Store {
    /// Checks everything there is; an empty list means that all is as it was written. Reads the whole store.
    ///
    /// # Errors
    /// `Newer`; `Database` or `File` if the disk refuses. Damage is a finding, not an error.
    pub fn verify(&self) -> Result<Vec<Finding>, Error> {
        self.verify_watched(&mut |_| true)
    }

    /// The same, telling how far it has got.
    ///
    /// # Errors
    /// As `verify`; `Stopped`.
    pub fn verify_watched(&self, watch: &mut Watch) -> Result<Vec<Finding>, Error> {
        // What an older program does not know it cannot judge.
        self.writable()?;
        tell(watch, Step::Pages, 0, 0)?;
        if !pages_are_whole(self)? {
            // SQLCipher serves nothing more from a file with a page that is not authentic.
            return Ok(vec![Finding::Damage(Damage::Database)]);
        }
        let mut findings = Vec::new();
        for check in [links, files, records, drafts, search, facts] {
            match check(self, &mut findings, watch) {
                Err(Error::Damaged(damage)) => findings.push(Finding::Damage(damage)),
                done => done?,
            }
        }
        Ok(findings)
    }
}

/// Whether every page is authentic, and every table and index in order. The first complaint is enough, and what it says
/// is for those who write databases: the way out is the same for all.
fn pages_are_whole(store: &Store) -> Result<bool, Error> {
    let encrypted = store.beside.is_some().then_some("PRAGMA cipher_integrity_check");
    for sql in encrypted.into_iter().chain(["PRAGMA integrity_check"]) {
        let first: Option<String> = store.connection.query_row(sql, [], |row| row.get(0)).optional()?;
        if first.is_some_and(|said| said != "ok") {
            return Ok(false);
        }
    }
    Ok(true)
}

fn links(store: &Store, findings: &mut Vec<Finding>, _watch: &mut Watch) -> Result<(), Error> {
    let mut statement = store.connection.prepare("PRAGMA foreign_key_check")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        findings.push(Finding::Link { table: row.get(0)? });
    }
    Ok(())
}

/// The files beside the database.
fn files(store: &Store, findings: &mut Vec<Finding>, _watch: &mut Watch) -> Result<(), Error> {
    let Some(beside) = &store.beside else { return Ok(()) };
    open::read_keys(&beside.folder)?;
    let text = beside.folder.require(HEAD)?;
    let newest = head::read(&text, &beside.key.for_head());
    if newest != Some(store.newest) && !beside.behind {
        findings.push(Finding::Damage(Damage::Head { file: beside.folder.file(HEAD) }));
    }
    Ok(())
}

/// The journal's chain, and everything as the journal says it is.
fn records(store: &Store, findings: &mut Vec<Finding>, watch: &mut Watch) -> Result<(), Error> {
    let mut replay = Replay::new();
    let newest = walk(&store.connection, &mut replay, findings, store.newest.seq, watch)?;
    if newest != store.newest {
        findings.push(Finding::Entry { seq: newest.seq + 1 });
    }
    for (done, kind) in Kind::ALL.into_iter().enumerate() {
        tell(watch, Step::Records, done as u64, Kind::ALL.len() as u64 + 1)?;
        store.for_each(kind, |record| {
            let Some(own) = record.own_ref() else { return };
            let differs = match replay.records.remove(&(kind, own.clone())) {
                None => Differs::Unknown,
                Some(digest) if digest != digest_of(&record) => Differs::Values,
                Some(_) => return,
            };
            findings.push(Finding::Record { kind, own: own.clone(), differs });
        })?;
    }
    let missing = replay.records.into_keys();
    findings.extend(missing.map(|(kind, own)| Finding::Record { kind, own, differs: Differs::Missing }));

    // What stands in the tables, not what is held in memory.
    let standing = State::load(&store.connection, false)?;
    let lists = List::ALL.into_iter().filter(|&l| standing.lists.values(l) != replay.state.lists.values(l));
    findings.extend(lists.map(Finding::List));
    if standing.project != replay.state.project {
        findings.push(Finding::Project);
    }
    if !standing.counters.cover(&replay.state.counters) {
        findings.push(Finding::Counters);
    }
    Ok(())
}

/// What the journal, read from its beginning, says stands.
struct Replay {
    records: HashMap<(Kind, Ref), Hash>,
    state: State,
}

impl Replay {
    fn new() -> Replay {
        Replay { records: HashMap::new(), state: State::empty() }
    }

    /// Whether the journal has said before what record an edit is about.
    fn has(&self, edit: &Edit) -> bool {
        edit.record().is_some_and(|(kind, own)| self.records.contains_key(&(kind, own.clone())))
    }

    fn make(&mut self, edit: Edit) {
        match edit {
            Edit::List { list, after, .. } => self.state.lists.set(list, after),
            Edit::Project { after, .. } => self.state.project = *after,
            Edit::Record { before, after } => {
                if let Some((kind, own)) = before.as_ref().and_then(|r| Some((r.kind, r.own_ref()?.clone()))) {
                    self.records.remove(&(kind, own));
                }
                if let Some((record, own)) = after.as_ref().and_then(|r| Some((r, r.own_ref()?.clone()))) {
                    self.state.counters.note(record);
                    self.records.insert((record.kind, own), digest_of(record));
                }
            }
        }
    }
}

fn digest_of(record: &Record) -> Hash {
    let texts = record.texts();
    let parts: Vec<&[u8]> = texts.iter().map(String::as_bytes).collect();
    hash("caselog record", &parts)
}

/// Follows the chain from the first entry, and hands every edit to the replay.
fn walk(
    connection: &Connection,
    replay: &mut Replay,
    findings: &mut Vec<Finding>,
    last: i64,
    watch: &mut Watch,
) -> Result<Newest, Error> {
    let mut before = Newest::NONE;
    let mut entries = connection.prepare("SELECT * FROM journal ORDER BY seq")?;
    let mut edits = connection
        .prepare("SELECT kind, ref, salt, content, commitment FROM journal_edits WHERE seq = ? ORDER BY id")?;
    let mut entries = entries.query([])?;
    while let Some(row) = entries.next()? {
        let entry = Entry::read(row)?;
        if entry.seq % TOLD == 0 {
            tell(watch, Step::Journal, entry.seq.unsigned_abs(), last.unsigned_abs())?;
        }
        let mut commitments = Vec::new();
        let mut whole = entry.seq == before.seq + 1 && entry.hash == entry.chained(&before.hash);
        // The parts of a print stand in a table of their own.
        let is_print = entry.action == PRINT;
        let print = if is_print { prints::committed(connection, entry.seq)? } else { None };
        let mut rows = edits.query([entry.seq])?;
        while let Some(row) = rows.next()? {
            let promised = fixed(row, "commitment")?;
            commitments.push(promised);
            if is_print {
                let salt: Option<Vec<u8>> = row.get("salt")?;
                whole &= prints::is_whole(&print, commitments.len() - 1, salt.as_deref(), &promised);
                continue;
            }
            // An erased edit has neither salt nor content, but its commitment.
            let (salt, content): (Option<Vec<u8>>, Option<String>) = (row.get("salt")?, row.get("content")?);
            let subject: (Option<String>, Option<String>) = (row.get("kind")?, row.get("ref")?);
            match (salt, content) {
                (Some(salt), Some(content)) => {
                    whole &= commitment(&salt, &content) == promised;
                    let edit = edit(&content)?;
                    whole &= subject == subject_of(&edit);
                    // What an erasure says anew stood nowhere else any more.
                    whole &= entry.action != ERASE || !replay.has(&edit);
                    replay.make(edit);
                }
                (None, None) => whole &= subject == (None, None),
                _ => whole = false,
            }
        }
        whole &= commitment_of_all(&commitments) == entry.commitment;
        if !whole {
            findings.push(Finding::Entry { seq: entry.seq });
        }
        before = Newest { seq: entry.seq, hash: entry.hash };
    }
    Ok(before)
}

fn subject_of(edit: &Edit) -> (Option<String>, Option<String>) {
    edit.record().map_or((None, None), |(kind, own)| (Some(kind.code().to_owned()), Some(own.to_string())))
}

/// What is being typed is not journalled: that it can be read at all is what can be told.
fn drafts(store: &Store, findings: &mut Vec<Finding>, _watch: &mut Watch) -> Result<(), Error> {
    let is_sound = |draft: &super::Draft| NaiveDateTime::parse_from_str(&draft.at, TIME).is_ok();
    if !store.drafts()?.iter().all(is_sound) {
        findings.push(Finding::Drafts);
    }
    Ok(())
}

fn search(store: &Store, findings: &mut Vec<Finding>, watch: &mut Watch) -> Result<(), Error> {
    tell(watch, Step::Records, Kind::ALL.len() as u64, Kind::ALL.len() as u64 + 1)?;
    if !index::is_whole(&store.connection)? {
        findings.push(Finding::Search);
    }
    Ok(())
}

fn facts(store: &Store, findings: &mut Vec<Finding>, _watch: &mut Watch) -> Result<(), Error> {
    // Facts hold for any day.
    if !store.kept_facts_are_right(NaiveDate::MIN)? {
        findings.push(Finding::Facts);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::field::{organisation, person};
    use crate::domain::{Change, Value};

    fn now() -> NaiveDateTime {
        NaiveDate::from_ymd_opt(2010, 3, 5).unwrap().and_hms_opt(14, 20, 0).unwrap()
    }

    fn filled() -> Store {
        let mut store = Store::in_memory().unwrap();
        for alias in ["Anna", "Berta"] {
            let record = Record::new(Kind::Person).with(person::ALIAS, Value::Text(alias.into()));
            store.apply(Change::add(record), now()).unwrap();
        }
        let record = Record::new(Kind::Organisation).with(organisation::NAME, Value::Text("Farsta".into()));
        store.apply(Change::add(record), now()).unwrap();
        store.undo(now()).unwrap();
        store
    }

    fn own(text: &str) -> Ref {
        Ref::parse(text).unwrap()
    }

    #[test]
    fn a_whole_store_has_no_findings() {
        assert_eq!(filled().verify().unwrap(), []);
    }

    #[test]
    fn everything_changed_behind_its_back_is_found() {
        let record = |own_ref, differs| Finding::Record { kind: Kind::Person, own: own(own_ref), differs };
        let cases: &[(&str, &[Finding])] = &[
            ("UPDATE persons SET birth = '1990' WHERE ref = 'P00001'", &[record("P00001", Differs::Values)]),
            (
                "UPDATE persons SET birth = 'x' WHERE ref = 'P00001'",
                &[Finding::Damage(Damage::Row { table: "persons" })],
            ),
            (
                "UPDATE persons SET alias = 'Anja' WHERE ref = 'P00001'",
                &[record("P00001", Differs::Values), Finding::Search],
            ),
            ("INSERT INTO persons (ref) VALUES ('P00009')", &[record("P00009", Differs::Unknown)]),
            (
                "UPDATE persons SET ref = 'P9' WHERE ref = 'P00002'",
                &[record("P9", Differs::Unknown), record("P00002", Differs::Missing)],
            ),
            ("UPDATE list_values SET label_sv = 'x' WHERE code = 'witness'", &[Finding::List(List::Role)]),
            ("UPDATE project SET content = '{\"name\": \"x\"}'", &[Finding::Project]),
            ("UPDATE counters SET number = 1", &[Finding::Counters]),
            ("UPDATE journal SET at = '2010-01-01T00:00:00' WHERE seq = 2", &[Finding::Entry { seq: 2 }]),
            (
                "UPDATE journal_edits SET content = replace(content, 'Anna', 'Anja')",
                &[Finding::Entry { seq: 2 }, record("P00001", Differs::Values)],
            ),
            ("UPDATE journal_edits SET ref = 'P9' WHERE ref = 'P00001'", &[Finding::Entry { seq: 2 }]),
            ("DELETE FROM journal_edits WHERE seq = 4", &[Finding::Entry { seq: 4 }]),
            ("INSERT INTO search (search) VALUES ('delete-all')", &[Finding::Search]),
        ];
        for (sql, expected) in cases {
            let store = filled();
            store.connection.execute_batch(sql).unwrap();
            assert_eq!(store.verify().unwrap(), *expected, "{sql}");
        }
    }

    #[test]
    fn an_entry_taken_out_of_the_journal_is_found() {
        let store = filled();
        let last =
            "DELETE FROM journal_edits WHERE seq = 5; PRAGMA foreign_keys = OFF; DELETE FROM journal WHERE seq = 5";
        store.connection.execute_batch(last).unwrap();
        assert!(store.verify().unwrap().contains(&Finding::Entry { seq: 5 }));
        let store = filled();
        let middle =
            "DELETE FROM journal_edits WHERE seq = 3; PRAGMA foreign_keys = OFF; DELETE FROM journal WHERE seq = 3";
        store.connection.execute_batch(middle).unwrap();
        assert!(store.verify().unwrap().contains(&Finding::Entry { seq: 4 }));
    }

    #[test]
    fn an_erased_edit_leaves_the_chain_whole() {
        let store = filled();
        let erased = "PRAGMA foreign_keys = ON; DELETE FROM persons WHERE ref = 'P00001';
             UPDATE journal_edits SET kind = NULL, ref = NULL, salt = NULL, content = NULL WHERE ref = 'P00001'";
        store.connection.execute_batch(erased).unwrap();
        // Only the search index still has the name: erasing must take it out there too.
        assert_eq!(store.verify().unwrap(), [Finding::Search]);
    }

    #[test]
    fn a_link_to_nothing_is_found() {
        let store = filled();
        let sql = "PRAGMA foreign_keys = OFF; INSERT INTO contacts (ref, at, person) VALUES ('C1', '2010-01-01', 'P7')";
        store.connection.execute_batch(sql).unwrap();
        assert!(store.verify().unwrap().contains(&Finding::Link { table: "contacts".into() }));
    }
}
