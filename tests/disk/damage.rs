//! Bytes that are not as they were written, and older pages put back, are found: by opening, or by `verify`.

use crate::model::Dice;
use crate::scenario::{NEW, OLD, Prepared, now, open};
use crate::setting;
use caselog::domain::{Change, Edit, Kind, Record};
use caselog::store::{Error, Store};
use std::path::Path;

const PAGE: usize = 4096;

/// What is left of a store whose folder was tampered with.
#[derive(Debug, PartialEq)]
enum Found {
    /// It does not open, or reading stops, and says that it is damaged.
    Damaged,
    /// `verify` says what is wrong.
    Verify,
    Nothing,
}

/// All that a store says: its records, its journal, its lists and project, and what its index finds.
fn said(store: &Store) -> String {
    let changes: Vec<_> = store.changes(None, 10_000).unwrap();
    let found: Vec<_> = ["Om", "ring", "stöd", "Farsta", "old", "Ändrad"]
        .into_iter()
        .flat_map(|word| Kind::ALL.map(|kind| store.matching(kind, word).unwrap()))
        .collect();
    format!("{:?} {changes:?} {found:?} {:?} {:?}", everything(store).unwrap(), store.lists(), store.project())
}

fn everything(store: &Store) -> Result<Vec<Record>, Error> {
    let mut all = Vec::new();
    for kind in Kind::ALL {
        store.for_each(kind, |record| all.push(record))?;
    }
    Ok(all)
}

/// Opens it and reads everything. What is served must be what stood there, as long as nothing was found.
fn look(folder: &Path, right: &[Record]) -> Found {
    let store = match open(&folder.join("store"), OLD) {
        Ok(store) => store,
        Err(error) => {
            assert_eq!(error.exit_code(), 5, "damage is never taken for a wrong passphrase: {error:?}");
            return Found::Damaged;
        }
    };
    let read = everything(&store);
    match store.verify() {
        Ok(findings) if findings.is_empty() => {
            assert_eq!(read.unwrap(), right);
            Found::Nothing
        }
        Ok(_) => Found::Verify,
        Err(error) => {
            assert_eq!(error.exit_code(), 5, "{error:?}");
            Found::Damaged
        }
    }
}

#[test]
fn a_flipped_bit_in_any_file_is_found() {
    let prepared = Prepared::new();
    let whole = prepared.copy();
    let right = everything(&open(&whole.path().join("store"), OLD).unwrap()).unwrap();
    assert_eq!(look(prepared.copy().path(), &right), Found::Nothing);
    let mut dice = Dice(0x5eed_0007);
    let mut flips = 0;
    for name in ["caselog.db", "keys.json", "keys.copy.json", "journal.head"] {
        let length = std::fs::metadata(whole.path().join("store").join(name)).unwrap().len() as usize;
        for _ in 0..setting("CASELOG_TEST_FLIPS", 40) {
            let folder = prepared.copy();
            let path = folder.path().join("store").join(name);
            let mut bytes = std::fs::read(&path).unwrap();
            let at = dice.roll(length);
            bytes[at] ^= 1 << dice.roll(8);
            std::fs::write(&path, bytes).unwrap();
            assert_ne!(look(folder.path(), &right), Found::Nothing, "{name}, byte {at} of {length}");
            // A wrong passphrase is not told as damage either way round.
            if let Err(error) = open(&folder.path().join("store"), NEW) {
                assert!(matches!(error.exit_code(), 3 | 5), "{error:?}");
            }
            flips += 1;
        }
    }
    println!("{flips} flipped bits, all found");
    let right_file = open(&whole.path().join("store"), NEW);
    assert!(matches!(right_file, Err(Error::WrongPassphrase)), "a whole store and a wrong passphrase is 3");
}

#[test]
fn a_file_cut_short_or_gone_is_found() {
    let prepared = Prepared::new();
    for name in ["caselog.db", "keys.json", "keys.copy.json", "journal.head"] {
        for length in [0, 1, 100, 4095, 4096] {
            let folder = prepared.copy();
            let path = folder.path().join("store").join(name);
            let bytes = std::fs::read(&path).unwrap();
            std::fs::write(&path, &bytes[..length.min(bytes.len() - 1)]).unwrap();
            assert_ne!(look(folder.path(), &[]), Found::Nothing, "{name} of {length} bytes");
        }
        let folder = prepared.copy();
        std::fs::remove_file(folder.path().join("store").join(name)).unwrap();
        assert_eq!(look(folder.path(), &[]), Found::Damaged, "without {name}");
    }
}

/// The cipher accepts an older page of the same file; what stands on it does not fit the journal any more.
#[test]
fn an_older_page_put_back_is_found() {
    let prepared = Prepared::new();
    let folder = prepared.copy();
    let path = folder.path().join("store");
    let older = std::fs::read(path.join("caselog.db")).unwrap();
    let mut store = open(&path, OLD).unwrap();
    // Something in every table that holds records or journal: changed, added and deleted.
    for record in everything(&store).unwrap() {
        let changed =
            record.clone().with(1, caselog::domain::Value::Text(format!("{}-changed", record.values[1].text())));
        let edit = Edit::Record { before: Some(record), after: Some(changed) };
        store.apply(Change { action: caselog::domain::Action::Change, edits: vec![edit] }, now()).unwrap();
    }
    let plan = caselog::transfer::import(caselog::demo::files(), &store, false, &|_: &Change, _: &str, _: &str| Ok(()));
    store.apply(plan.unwrap_or_else(|_| panic!("the sample")).change, now()).unwrap();
    let middle = {
        drop(store);
        std::fs::read(path.join("caselog.db")).unwrap()
    };
    let mut store = open(&path, OLD).unwrap();
    let all = everything(&store).unwrap();
    for record in all.iter().filter(|record| record.kind != Kind::Relation).step_by(7) {
        let place = record.kind.fields().iter().position(|field| field.code == "note").unwrap();
        let changed = record.clone().with(place, caselog::domain::Value::Text("Ändrad anteckning".to_owned()));
        let edit = Edit::Record { before: Some(record.clone()), after: Some(changed) };
        store.apply(Change { action: caselog::domain::Action::Change, edits: vec![edit] }, now()).unwrap();
    }
    let (right, right_said) = (everything(&store).unwrap(), said(&store));
    drop(store);
    let newest = std::fs::read(path.join("caselog.db")).unwrap();
    let stride = setting("CASELOG_TEST_PAGE_STRIDE", 12) as usize;
    let (mut put_back, mut idle, mut missed) = (0, 0, Vec::new());
    for older in [&older, &middle] {
        let changed = |page: &usize| older[page * PAGE..(page + 1) * PAGE] != newest[page * PAGE..(page + 1) * PAGE];
        for page in (0..older.len().min(newest.len()) / PAGE).filter(changed).step_by(stride) {
            let mut bytes = newest.clone();
            bytes[page * PAGE..(page + 1) * PAGE].copy_from_slice(&older[page * PAGE..(page + 1) * PAGE]);
            std::fs::write(path.join("caselog.db"), bytes).unwrap();
            put_back += 1;
            if look(folder.path(), &right) == Found::Nothing {
                // A page that nothing stands on any more: whatever the store is asked, it says the same.
                match said(&open(&path, OLD).unwrap()) == right_said {
                    true => idle += 1,
                    false => missed.push(page + 1),
                }
            }
        }
    }
    println!("{put_back} older pages put back: {idle} had nothing on them, {} not found", missed.len());
    assert!(put_back > 10 && idle * 4 < put_back);
    assert!(missed.is_empty(), "pages {missed:?} of {put_back}");
}
