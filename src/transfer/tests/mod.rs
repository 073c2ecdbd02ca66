//! Import and export together, on a store in memory.

mod faults;
mod folders;
mod round_trip;
mod standing;
mod workbook;

use super::{Content, Existing, Fault, Plan, Refused, SourceFile, Sources, import, write_file};
use crate::domain::date::parse_date;
use crate::domain::{Change, Edit, Kind, Lang, Lists, Project, Record, Ref};
use crate::store::Store;

fn new_store() -> Store {
    Store::in_memory().unwrap()
}

fn apply(store: &mut Store, change: Change) {
    let now = parse_date("2011-01-17").unwrap().and_time(chrono::NaiveTime::MIN);
    store.apply(change, now).unwrap();
}

fn record(store: &Store, kind: Kind, r: &str) -> Record {
    store.get(kind, &Ref::parse(r).unwrap()).unwrap().unwrap_or_else(|| panic!("there is no {r}"))
}

fn records(store: &Store) -> Vec<Record> {
    let mut records = Vec::new();
    for kind in Kind::ALL {
        store.for_each(kind, |record| records.push(record)).unwrap();
    }
    records
}

fn sources<B: AsRef<[u8]>>(files: &[(&str, B)]) -> Sources {
    let file =
        |(name, bytes): &(&str, B)| SourceFile { name: (*name).to_owned(), bytes: bytes.as_ref().to_vec().into() };
    Sources { files: files.iter().map(file).collect(), not_read: Vec::new() }
}

/// Imports into a store whose filters are all right.
fn read(files: Sources, store: &Store, update: bool) -> Result<Plan, Vec<Fault>> {
    import(files, store, update, &|_, _, _| Ok(())).map_err(|refused| match refused {
        Refused::Faults(faults) => faults,
        Refused::Existing(e) => panic!("{e}"),
    })
}

/// Imports and applies; there must be no faults.
fn take_in(store: &mut Store, files: Sources) -> Plan {
    let plan = read(files, store, false).unwrap_or_else(|faults| panic!("{:?}", in_english(&faults)));
    apply(store, plan.change.clone());
    plan
}

fn in_english(faults: &[Fault]) -> Vec<String> {
    faults.iter().map(|fault| fault.in_words(Lang::En).into_string()).collect()
}

fn exported(store: &Store) -> Vec<(String, Vec<u8>)> {
    let file = |content: Content| {
        let mut bytes = Vec::new();
        write_file(content, store, parse_date("2011-01-17").unwrap(), &mut bytes).unwrap().unwrap();
        (content.file_name(), bytes)
    };
    Content::all().map(file).collect()
}

fn as_sources(files: &[(String, Vec<u8>)]) -> Sources {
    sources(&files.iter().map(|(name, bytes)| (name.as_str(), bytes)).collect::<Vec<_>>())
}
