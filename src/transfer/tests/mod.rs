//! Import and export together, on a store in memory.

mod faults;
mod folders;
mod round_trip;
mod standing;

use super::{Existing, Fault, Plan, Refused, SourceFile, Sources, export, import};
use crate::domain::date::parse_date;
use crate::domain::{Change, Edit, Kind, Lang, Lists, Project, Record, Ref, Value};
use std::collections::BTreeMap;
use std::convert::Infallible;

/// A store as far as import and export need one.
#[derive(Default)]
struct Memory {
    lists: Lists,
    project: Project,
    records: BTreeMap<(Kind, Ref), Record>,
}

impl Memory {
    fn apply(&mut self, change: Change) {
        for edit in change.edits {
            match edit {
                Edit::List { list, before, after } => {
                    assert_eq!(self.lists.values(list), before);
                    self.lists.set(list, after);
                }
                Edit::Project { before, after } => {
                    assert_eq!(self.project, *before);
                    self.project = *after;
                }
                Edit::Record { before, after: Some(mut record) } => {
                    if record.own_ref().is_none() {
                        let number = (1..).find(|&n| self.get(record.kind, &Ref::made(record.kind, n, 4)).is_none());
                        record.values[0] = Value::Link(Ref::made(record.kind, number.unwrap(), 4));
                    }
                    for (_, kind, r) in record.links() {
                        let itself = kind == record.kind && record.own_ref() == Some(r);
                        assert!(
                            kind == Kind::Contact || itself || self.get(kind, r).is_some(),
                            "{r} comes after what names it"
                        );
                    }
                    let key = (record.kind, record.own_ref().unwrap().clone());
                    assert_eq!(self.records.insert(key, record), before);
                }
                Edit::Record { after: None, .. } => panic!("an import deletes nothing"),
            }
        }
    }

    fn get(&self, kind: Kind, r: impl AsRef<str>) -> Option<&Record> {
        self.records.get(&(kind, Ref::parse(r.as_ref()).ok()?))
    }
}

impl Existing for Memory {
    type Error = Infallible;

    fn lists(&self) -> &Lists {
        &self.lists
    }

    fn project(&self) -> &Project {
        &self.project
    }

    fn record(&self, kind: Kind, r: &Ref) -> Result<Option<Record>, Infallible> {
        Ok(self.records.get(&(kind, r.clone())).cloned())
    }

    fn for_each(&self, kind: Kind, each: &mut dyn FnMut(Record)) -> Result<(), Infallible> {
        self.records.iter().filter(|((k, _), _)| *k == kind).for_each(|(_, record)| each(record.clone()));
        Ok(())
    }
}

fn sources<B: AsRef<[u8]>>(files: &[(&str, B)]) -> Sources {
    let file =
        |(name, bytes): &(&str, B)| SourceFile { name: (*name).to_owned(), bytes: bytes.as_ref().to_vec().into() };
    Sources { files: files.iter().map(file).collect(), not_read: Vec::new() }
}

/// Imports into a store whose filters are all right.
fn read(files: Sources, store: &Memory, update: bool) -> Result<Plan, Vec<Fault>> {
    import(files, store, update, &|_, _, _| Ok(())).map_err(|refused| match refused {
        Refused::Faults(faults) => faults,
        Refused::Existing(never) => match never {},
    })
}

/// Imports and applies; there must be no faults.
fn take_in(store: &mut Memory, files: Sources) -> Plan {
    let plan = read(files, store, false).unwrap_or_else(|faults| panic!("{:?}", in_english(&faults)));
    store.apply(plan.change.clone());
    plan
}

fn in_english(faults: &[Fault]) -> Vec<String> {
    faults.iter().map(|fault| fault.in_words(Lang::En).into_string()).collect()
}

fn exported(store: &Memory) -> Vec<(String, Vec<u8>)> {
    let Ok(files) = export(store, parse_date("2011-01-17").unwrap());
    files
}

fn as_sources(files: &[(String, Vec<u8>)]) -> Sources {
    sources(&files.iter().map(|(name, bytes)| (name.as_str(), bytes)).collect::<Vec<_>>())
}
