//! Erasing a person for good (safety: "Erasing"): her records become stubs, the journal forgets what they were, and
//! nothing typed names her any more. The one change without undo.
//!
//! In the journal salt and content of every edit about her go, and of every edit of another record, or of the project,
//! in which she was named. The entry of the erasure says anew what is left, so that the journal still tells how every
//! record stands; the chain is over commitments and stays whole.

use super::Store;
use super::check;
use super::content::has_text;
use super::error::Error;
use super::index::Index;
use super::journal::{self, ERASE};
use super::read::Referring;
use super::rows::Rows;
use super::{prints, snapshot};
use crate::domain::field::{follow_up, person, referral, relation};
use crate::domain::names::{NameFinder, small_letters};
use crate::domain::stub::{stub, stub_of_person};
use crate::domain::text::fold;
use crate::domain::{Action, Change, Edit, Kind, Lang, Project, Record, Ref, Value};
use crate::i18n::texts::{common, safe as t};
use crate::i18n::{fill, number};
use crate::query::{Key, with_values};
use chrono::{NaiveDate, NaiveDateTime};
use rusqlite::{Connection, params};
use std::collections::{BTreeMap, BTreeSet, HashSet};

/// A name of hers shorter than this, in characters, is not looked for in other texts: it would be found everywhere.
const SHORTEST: usize = 3;

/// The keys of filters whose values are words that somebody wrote.
const FREE: [Key; 5] = [Key::Text, Key::Task, Key::Place, Key::District, Key::Language];

/// What erasing a person takes, before it is done.
#[derive(Clone, Debug, PartialEq)]
pub struct Erasure {
    /// The person, and those joined with her as one.
    pub people: Vec<Record>,
    /// How many of their records become stubs or go, by kind.
    pub records: BTreeMap<Kind, usize>,
    /// Records of others in whose text she is named: they stay as they are, for somebody to look at.
    pub named_in: Vec<(Kind, Ref)>,
    /// Whether the project's texts name her.
    pub named_in_project: bool,
    /// The numbers of the kept prints whose words name her: those are as they were printed.
    pub prints: Vec<i64>,
    /// How many drafts are about her, or name her.
    pub drafts: usize,
}

impl Erasure {
    /// What erasing takes, and what it leaves, a sentence each.
    pub fn in_words(&self, lang: Lang) -> Vec<String> {
        let people: Vec<&str> = self.people.iter().filter_map(|record| Some(record.own_ref()?.as_str())).collect();
        let counted = |(kind, count): (&Kind, &usize)| {
            let name = if *count == 1 { common::kind_one(*kind, lang) } else { common::kind_many(*kind, lang) };
            format!("{} {name}", number(*count as i64, lang))
        };
        let records = self.records.iter().map(counted).collect::<Vec<_>>().join(", ");
        let records = if records.is_empty() { t::ERASE_NO_RECORDS.get(lang).to_owned() } else { records };
        let mut lines = vec![fill(t::ERASE_WHAT, lang, &[("people", &people.join(", ")), ("records", &records)])];
        lines.push(t::ERASE_LEAVES.get(lang).to_owned());
        lines.push(t::ERASE_BACKUPS.get(lang).to_owned());
        if !self.named_in.is_empty() {
            let named: Vec<&str> = self.named_in.iter().map(|(_, own)| own.as_str()).collect();
            lines.push(fill(t::ERASE_NAMED, lang, &[("refs", &named.join(", "))]));
        }
        if self.named_in_project {
            lines.push(t::ERASE_NAMED_IN_PROJECT.get(lang).to_owned());
        }
        if !self.prints.is_empty() {
            let prints: Vec<String> = self.prints.iter().map(ToString::to_string).collect();
            lines.push(fill(t::ERASE_NAMED_IN_PRINTS, lang, &[("prints", &prints.join(", "))]));
        }
        lines.push(t::ERASE_FINAL.get(lang).to_owned());
        lines
    }
}

/// A person who was erased.
#[derive(Clone, Debug, PartialEq)]
pub struct Erased {
    /// What was done, for the facts.
    pub change: Change,
    /// The keys of the drafts that went with her.
    pub drafts: Vec<String>,
}

/// Everything that is about a person.
struct About {
    people: Vec<Record>,
    records: BTreeMap<(Kind, Ref), Record>,
    /// What the people are called, with the ref that stands for each name.
    called: Vec<(String, Ref)>,
    /// Those of the names that are looked for in texts.
    names: NameFinder,
}

impl Store {
    /// What erasing a person would take.
    ///
    /// # Errors
    /// `NoPerson`; `Database`, `Damaged`.
    pub fn erasure(&self, own: &Ref) -> Result<Erasure, Error> {
        let about = About::person(&self.connection, own)?;
        let mut records = BTreeMap::new();
        for (kind, _) in about.records.keys().filter(|(kind, _)| *kind != Kind::Person) {
            *records.entry(*kind).or_default() += 1;
        }
        let mut named_in = Vec::new();
        for kind in Kind::ALL {
            self.for_each(kind, |record| {
                if let Some(own) = record.own_ref().filter(|own| !about.has(kind, own))
                    && about.names_her(&record)
                {
                    named_in.push((kind, own.clone()));
                }
            })?;
        }
        let project = about.without_her(&self.state.project);
        let named_in_project = about.is_named_in_project(&project);
        let drafts = about.drafts(self)?.len();
        let prints = self.prints_naming(&about.names)?;
        Ok(Erasure { people: about.people, records, named_in, named_in_project, prints, drafts })
    }

    /// Erases a person and all about her. It cannot be undone, nor anything before it.
    /// `now` is local time.
    ///
    /// # Errors
    /// `NoPerson`, `Newer`; `Damaged`, `Database`, `File`. After an error everything stands as before.
    pub fn erase(&mut self, own: &Ref, now: NaiveDateTime) -> Result<Erased, Error> {
        self.ready()?;
        let about = About::person(&self.connection, own)?;
        let drafts = about.drafts(self)?;
        let mut next = self.state.clone();
        let mut edits = about.stubs(&self.state.project.age_groups, now.date());
        let project = about.without_her(&self.state.project);
        if project != self.state.project {
            let before = Box::new(self.state.project.clone());
            edits.push(Edit::Project { before, after: Box::new(project) });
        }
        let transaction = self.connection.transaction()?;
        let index = Index::before(&transaction, &edits)?;
        let new = super::apply::make(&transaction, &edits, &mut next)?;
        index.after(&new)?;
        check::made(&transaction, &edits, &next.lists)?;
        let told = forget(&transaction, &about, &edits, &next.project)?;
        for key in &drafts {
            transaction.execute("DELETE FROM drafts WHERE key = ?", [key])?;
        }
        snapshot::forget(&transaction)?;
        prints::forget(&transaction, &about.records.keys().cloned().collect())?;
        let newest = journal::append(&transaction, self.newest, ERASE, None, now, &told)?;
        let refused = transaction.commit().err();
        self.committed(refused, newest, Some(next))?;
        Ok(Erased { change: Change { action: Action::Erase, edits }, drafts })
    }

    /// The people who have been erased: what stands of them are stubs.
    ///
    /// # Errors
    /// `Database`, `Damaged`.
    pub fn erased(&self) -> Result<BTreeSet<Ref>, Error> {
        let sql =
            "SELECT DISTINCT ref FROM journal_edits JOIN journal USING (seq) WHERE action = ? AND kind = 'person'";
        let mut statement = self.connection.prepare(sql)?;
        let mut rows = statement.query([ERASE])?;
        let mut erased = BTreeSet::new();
        while let Some(row) = rows.next()? {
            erased.insert(super::rows::own_ref(Kind::Person, row, 0)?);
        }
        Ok(erased)
    }
}

impl About {
    fn person(connection: &Connection, own: &Ref) -> Result<About, Error> {
        let mut rows = Rows::new(connection);
        let mut referring = Referring::new(connection);
        let mut about =
            About { people: Vec::new(), records: BTreeMap::new(), called: Vec::new(), names: NameFinder::default() };
        let mut waiting = vec![own.clone()];
        while let Some(own) = waiting.pop() {
            if about.has(Kind::Person, &own) {
                continue;
            }
            let Some((_, person)) = rows.find(Kind::Person, &own)? else { return Err(Error::NoPerson { own }) };
            for (kind, by) in referring.to(Kind::Person, &own)? {
                let Some((_, record)) = rows.find(kind, &by)? else { continue };
                if is_same(&record) {
                    let people = [relation::PERSON, relation::OTHER];
                    waiting.extend(people.iter().filter_map(|&field| record.values[field].link().cloned()));
                }
                about.records.insert((kind, by), record);
            }
            about.called.extend(names_of(&person).into_iter().map(|name| (name, own.clone())));
            about.records.insert((Kind::Person, own), person.clone());
            about.people.push(person);
        }
        about.names = NameFinder::new(about.looked_for());
        about.add_what_hangs_on(Kind::Contact, &mut rows, &mut referring)?;
        about.add_what_hangs_on(Kind::Referral, &mut rows, &mut referring)?;
        Ok(about)
    }

    /// Referrals and follow-ups that name no person, but a contact or referral of hers.
    fn add_what_hangs_on(&mut self, kind: Kind, rows: &mut Rows, referring: &mut Referring) -> Result<(), Error> {
        let hers: Vec<Ref> = self.records.keys().filter(|(of, _)| *of == kind).map(|(_, own)| own.clone()).collect();
        for own in hers {
            for (kind, by) in referring.to(kind, &own)? {
                let person = match kind {
                    Kind::Referral => referral::PERSON,
                    Kind::FollowUp => follow_up::PERSON,
                    _ => continue,
                };
                if let Some((_, record)) = rows.find(kind, &by)?.filter(|(_, record)| record.values[person].is_empty())
                {
                    self.records.insert((kind, by), record);
                }
            }
        }
        Ok(())
    }

    fn has(&self, kind: Kind, own: &Ref) -> bool {
        self.records.contains_key(&(kind, own.clone()))
    }

    /// What is done: every record becomes a stub, relations to others go; that several are one person stays.
    fn stubs(&self, groups: &crate::domain::AgeGroups, today: NaiveDate) -> Vec<Edit> {
        let days: Vec<NaiveDate> = self
            .records
            .values()
            .filter_map(|record| record.kind.date_field().and_then(|field| record.values[field].date()))
            .collect();
        let stands = |record: &Record| match record.kind {
            Kind::Person => Some(stub_of_person(record, &days, groups, today)),
            Kind::Relation if !is_same(record) => None,
            _ => Some(stub(record, today)),
        };
        let edit = |record: &Record| Edit::Record { before: Some(record.clone()), after: stands(record) };
        self.records.values().map(edit).collect()
    }

    /// Whether a text of a record names her.
    fn names_her(&self, record: &Record) -> bool {
        record.values.iter().any(|value| match value {
            Value::Text(text) => self.names.is_in(text),
            Value::Names(names) => names.iter().any(|name| self.names.is_in(name)),
            _ => false,
        })
    }

    /// Whether a text in what stood before or after an edit names her. The values of lists are words for what is
    /// counted, and name nobody.
    fn is_named_in(&self, edit: &Edit) -> bool {
        match edit {
            Edit::Record { before, after } => before.iter().chain(after).any(|record| self.names_her(record)),
            Edit::Project { before, after } => self.is_named_in_project(before) || self.is_named_in_project(after),
            Edit::List { .. } => false,
        }
    }

    /// The keys of the drafts that are about her, or name her.
    fn drafts(&self, store: &Store) -> Result<Vec<String>, Error> {
        let refs: HashSet<&str> = self.records.keys().map(|(_, own)| own.as_str()).collect();
        let is_hers = |text: &str| refs.contains(text) || self.names.is_in(text);
        let drafts = store.drafts()?.into_iter();
        Ok(drafts.filter(|draft| has_text(&draft.content, &is_hers)).map(|draft| draft.key).collect())
    }

    /// The project with her ref in the place of her name in every filter: indicators and saved views count as before.
    fn without_her(&self, project: &Project) -> Project {
        let mut project = project.clone();
        for filter in project.filters_mut() {
            *filter = with_values(filter, |key, value| self.instead(key, value));
        }
        project
    }

    /// The names that are looked for in texts.
    fn looked_for(&self) -> impl Iterator<Item = &str> {
        self.called.iter().map(|(name, _)| name.as_str()).filter(|name| name.chars().count() >= SHORTEST)
    }

    /// The ref that stands for one of the names that are looked for.
    fn ref_of(&self, name: usize) -> &str {
        let name = self.names.name(name);
        self.called.iter().find(|(called, _)| called == name).map_or("", |(_, own)| own.as_str())
    }

    fn is_named_in_project(&self, project: &Project) -> bool {
        let mut is_named = project.texts().into_iter().any(|text| self.names.is_in(text));
        for filter in project.filters() {
            with_values(filter, |key, value| {
                is_named |= match key {
                    _ if key == Key::Person.code() => self.ref_called(value).is_some(),
                    _ => FREE.iter().any(|free| free.code() == key) && self.names.is_in(value),
                };
                None
            });
        }
        is_named
    }

    /// The ref of the person whose name a value of a filter is.
    fn ref_called(&self, value: &str) -> Option<&Ref> {
        self.called.iter().find(|(name, _)| fold(name) == fold(value)).map(|(_, own)| own)
    }

    /// What stands in a filter instead of a value that names her.
    fn instead(&self, key: &str, value: &str) -> Option<String> {
        match key {
            _ if key == Key::Person.code() => self.ref_called(value).map(Ref::to_string),
            _ if key == Key::Text.code() && self.names.is_in(value) => {
                Some(self.names.replace(value, |name| self.ref_of(name)))
            }
            _ => None,
        }
    }
}

/// Takes out of the journal what is about her or names her, and gives the edits that say what is left.
fn forget(connection: &Connection, about: &About, done: &[Edit], project: &Project) -> Result<Vec<Edit>, Error> {
    let mut told: Vec<Edit> = done
        .iter()
        .filter_map(|edit| match edit {
            Edit::Record { after: Some(after), .. } => Some(Edit::Record { before: None, after: Some(after.clone()) }),
            _ => None,
        })
        .collect();
    for (kind, own) in about.records.keys() {
        forget_record(connection, *kind, own)?;
    }
    let mut rows = Rows::new(connection);
    let mut is_project_told = done.iter().any(|edit| matches!(edit, Edit::Project { .. }));
    for (id, edit) in naming_her(connection, about)? {
        let Some((kind, own)) = edit.record() else {
            forget_edit(connection, id)?;
            is_project_told = true;
            continue;
        };
        let stands = rows.find(kind, own)?.map(|(_, record)| record);
        // Where her name still stands there is nothing won by forgetting that it did.
        if stands.as_ref().is_some_and(|record| about.names_her(record)) {
            continue;
        }
        if forget_record(connection, kind, own)? > 0 {
            told.extend(stands.map(|record| Edit::Record { before: None, after: Some(record) }));
        }
    }
    if is_project_told {
        told.push(Edit::Project { before: Box::default(), after: Box::new(project.clone()) });
    }
    Ok(told)
}

/// The edits in which she is named, of records and of the project, with their places in the journal.
fn naming_her(connection: &Connection, about: &About) -> Result<Vec<(i64, Edit)>, Error> {
    let names: Vec<String> = about.looked_for().map(|name| small_letters(&written(name))).collect();
    let mut found = Vec::new();
    let mut statement = connection.prepare("SELECT id, kind, content FROM journal_edits WHERE content IS NOT NULL")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let is_of_record = row.get::<_, Option<String>>(1)?.is_some();
        let content = row.get_ref(2)?.as_str().unwrap_or_default();
        let may_name_her = || {
            let small = small_letters(content);
            names.iter().any(|name| small.contains(name))
        };
        // Most records are not about her, and need not be read.
        if is_of_record && !may_name_her() {
            continue;
        }
        let edit = journal::edit(content)?;
        if about.is_named_in(&edit) {
            found.push((row.get(0)?, edit));
        }
    }
    Ok(found)
}

/// A text as it stands in JSON.
fn written(text: &str) -> String {
    serde_json::to_string(text).unwrap_or_default().trim_matches('"').to_owned()
}

const FORGET: &str = "UPDATE journal_edits SET kind = NULL, ref = NULL, salt = NULL, content = NULL";

/// Drops the content of every edit about a record: how many there were.
fn forget_record(connection: &Connection, kind: Kind, own: &Ref) -> Result<usize, Error> {
    Ok(connection.execute(&format!("{FORGET} WHERE kind = ? AND ref = ?"), params![kind.code(), own.as_str()])?)
}

fn forget_edit(connection: &Connection, id: i64) -> Result<(), Error> {
    connection.execute(&format!("{FORGET} WHERE id = ?"), [id])?;
    Ok(())
}

/// Whether a relation says that two records are of one person.
fn is_same(record: &Record) -> bool {
    record.kind == Kind::Relation && record.values[relation::RELATION].code() == Some("same")
}

/// What a person is called, and her telephone: what would name her in a text.
fn names_of(person: &Record) -> Vec<String> {
    let aka = match &person.values[person::AKA] {
        Value::Names(names) => names.clone(),
        _ => Vec::new(),
    };
    let own = [person::ALIAS, person::PHONE].map(|field| person.values[field].text().trim().to_owned());
    own.into_iter().chain(aka).filter(|name| !name.is_empty()).collect()
}
