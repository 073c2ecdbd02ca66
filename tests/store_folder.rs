//! The store in its folder: opening and closing, keys, damage to every file, the second owner, and that nothing of
//! the records stands in the clear.

use caselog::domain::field::{contact, person};
use caselog::domain::{Change, Kind, List, Record, Ref, Type, Value};
use caselog::store::{Damage, Error, Folder, Kdf, Passphrase, RecoveryCode, Store, Unlock};
use chrono::{NaiveDate, NaiveDateTime};
use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::{Path, PathBuf};
use std::sync::Arc;

const CHEAP: Kdf = Kdf { memory: 8, passes: 1 };
const FILES: [&str; 4] = ["caselog.db", "keys.json", "keys.copy.json", "journal.head"];

fn now() -> NaiveDateTime {
    NaiveDate::from_ymd_opt(2010, 3, 5).unwrap().and_hms_opt(14, 20, 0).unwrap()
}

/// A place for a store, removed at the end of the test.
struct Place(tempfile::TempDir);

impl Place {
    fn new() -> Place {
        Place(tempfile::tempdir().unwrap())
    }

    fn path(&self) -> PathBuf {
        self.0.path().join("log")
    }

    fn file(&self, name: &str) -> PathBuf {
        self.path().join(name)
    }

    fn create(&self) -> (Store, RecoveryCode) {
        Store::create(&self.path(), &passphrase("hemligt"), CHEAP).unwrap()
    }

    fn open(&self) -> Result<Store, Error> {
        Store::open(&self.path(), &Unlock::Passphrase(&passphrase("hemligt")))
    }
}

fn passphrase(text: &str) -> Passphrase {
    Passphrase::new(text.to_owned())
}

fn person(alias: &str) -> Record {
    Record::new(Kind::Person).with(person::ALIAS, Value::Text(alias.into()))
}

fn add(store: &mut Store, alias: &str) {
    store.apply(Change::add(person(alias)), now()).unwrap();
}

fn aliases(store: &Store) -> Vec<String> {
    let mut aliases = Vec::new();
    store.for_each(Kind::Person, |r| aliases.push(r.values[person::ALIAS].text().to_owned())).unwrap();
    aliases
}

fn error(result: Result<Store, Error>) -> Error {
    match result {
        Ok(_) => panic!("the store opened"),
        Err(error) => error,
    }
}

#[test]
fn what_was_saved_is_there_again() {
    let place = Place::new();
    let (mut store, _) = place.create();
    add(&mut store, "A");
    add(&mut store, "B");
    store.undo(now()).unwrap();
    drop(store);
    let mut store = place.open().unwrap();
    assert_eq!(aliases(&store), ["A"]);
    assert_eq!(store.lists().values(List::Role).len(), 10);
    assert!(store.redo(now()).unwrap().is_some());
    drop(store);
    let mut store = place.open().unwrap();
    assert_eq!(aliases(&store), ["A", "B"]);
    store.undo(now()).unwrap();
    store.undo(now()).unwrap();
    assert_eq!(aliases(&store), Vec::<String>::new());
    assert!(store.undo(now()).unwrap().is_none());
    drop(store);
    assert_eq!(place.open().unwrap().next_ref(Kind::Person, 0).as_str(), "P00003");
}

#[test]
fn only_the_passphrase_and_the_recovery_code_open_it() {
    let place = Place::new();
    let (store, code) = Store::create(&place.path(), &passphrase("på ån"), CHEAP).unwrap();
    drop(store);
    let wrong = error(Store::open(&place.path(), &Unlock::Passphrase(&passphrase("pa an"))));
    assert!(matches!(wrong, Error::WrongPassphrase));
    assert_eq!(wrong.exit_code(), 3);
    let decomposed = passphrase("pa\u{30a} a\u{30a}n");
    Store::open(&place.path(), &Unlock::Passphrase(&decomposed)).unwrap();
    let typed = code.groups().collect::<Vec<_>>().join(" ").to_lowercase();
    let code = RecoveryCode::parse(&typed).unwrap();
    Store::open(&place.path(), &Unlock::Recovery(&code)).unwrap();
    let other = Place::new().create().1;
    assert!(matches!(error(Store::open(&place.path(), &Unlock::Recovery(&other))), Error::WrongRecoveryCode));
}

#[test]
fn a_second_owner_is_told_who_has_it() {
    let place = Place::new();
    let (store, _) = place.create();
    let second = error(place.open());
    let Error::InUse { by, .. } = &second else { panic!("{second:?}") };
    assert!(by.as_ref().unwrap().starts_with(&std::process::id().to_string()));
    assert_eq!(second.exit_code(), 4);
    drop(store);
    assert!(!place.file("opened-by").exists());
    fs::write(place.file("opened-by"), "1 2001-01-01 00:00").unwrap();
    place.open().unwrap();
}

#[test]
fn a_held_folder_can_be_opened_again_and_by_nobody_else() {
    let place = Place::new();
    drop(place.create());
    let folder = Arc::new(Folder::hold(&place.path()).unwrap());
    let wrong = Store::unlock(&folder, &Unlock::Passphrase(&passphrase("fel")));
    assert!(matches!(error(wrong), Error::WrongPassphrase));
    let mut store = Store::unlock(&folder, &Unlock::Passphrase(&passphrase("hemligt"))).unwrap();
    add(&mut store, "A");
    drop(store);
    assert!(matches!(error(place.open()), Error::InUse { .. }));
    let store = Store::unlock(&folder, &Unlock::Passphrase(&passphrase("hemligt"))).unwrap();
    assert_eq!(aliases(&store), ["A"]);
    drop(folder);
    assert!(matches!(error(place.open()), Error::InUse { .. }));
    drop(store);
    place.open().unwrap();
}

#[test]
fn where_no_store_is_none_is_made() {
    let place = Place::new();
    let missing = error(place.open());
    assert!(matches!(missing, Error::NoStore { .. }));
    assert_eq!(missing.exit_code(), 1);
    fs::create_dir(place.path()).unwrap();
    assert!(matches!(error(place.open()), Error::NoStore { .. }));
    fs::write(place.file("other.txt"), "x").unwrap();
    assert!(matches!(error(place.open()), Error::NoStore { .. }));
    let occupied = Store::create(&place.path(), &passphrase("x"), CHEAP).map(|(store, _)| store);
    assert!(matches!(error(occupied), Error::NotEmpty { .. }));
    fs::remove_file(place.file("other.txt")).unwrap();
    let unsafe_one = Store::create(&place.path(), &passphrase(""), CHEAP).map(|(store, _)| store);
    assert!(matches!(error(unsafe_one), Error::EmptyPassphrase));
    drop(place.create());
    let again = Store::create(&place.path(), &passphrase("x"), CHEAP).map(|(store, _)| store);
    assert!(matches!(error(again), Error::NotEmpty { .. }));
    assert_eq!(fs::read_dir(place.0.path()).unwrap().count(), 1, "nothing half-made is left beside it");
}

#[test]
fn only_the_owner_may_read_anything() {
    let place = Place::new();
    let (mut store, _) = place.create();
    add(&mut store, "A");
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&place.path()), 0o700);
    let mut names = Vec::new();
    for entry in fs::read_dir(place.path()).unwrap() {
        let path = entry.unwrap().path();
        assert_eq!(mode(&path), 0o600, "{path:?}");
        names.push(path.file_name().unwrap().to_str().unwrap().to_owned());
    }
    names.sort();
    assert_eq!(names, ["caselog.db", "caselog.db-journal", "journal.head", "keys.copy.json", "keys.json", "opened-by"]);
    drop(store);
    assert_eq!(fs::read_dir(place.path()).unwrap().count(), FILES.len());
}

#[test]
fn every_missing_file_is_damage_and_nothing_is_made_anew() {
    for name in FILES {
        let place = Place::new();
        drop(place.create());
        let kept = place.0.path().join("kept");
        fs::rename(place.file(name), &kept).unwrap();
        let damage = error(place.open());
        assert_eq!(damage.exit_code(), 5);
        match damage {
            Error::Damaged(Damage::Missing { file }) => assert_eq!(file.file_name().unwrap(), name),
            Error::Damaged(Damage::KeyCopy { file, whole }) => {
                assert_eq!(file.file_name().unwrap(), name);
                assert!(whole.exists());
            }
            other => panic!("{name}: {other:?}"),
        }
        assert!(!place.file(name).exists(), "{name} was made anew");
        symlink(&kept, place.file(name)).unwrap();
        assert!(place.open().is_err(), "{name}: a link was followed");
        fs::remove_file(place.file(name)).unwrap();
        fs::rename(&kept, place.file(name)).unwrap();
        place.open().unwrap();
    }
}

#[test]
fn both_key_files_gone_is_damage() {
    let place = Place::new();
    drop(place.create());
    fs::remove_file(place.file("keys.json")).unwrap();
    fs::write(place.file("keys.copy.json"), "").unwrap();
    assert!(matches!(error(place.open()), Error::Damaged(Damage::Keys { .. })));
}

#[test]
fn a_whole_copy_in_the_place_of_a_damaged_one_opens() {
    let place = Place::new();
    drop(place.create());
    fs::write(place.file("keys.json"), "{}").unwrap();
    let Error::Damaged(Damage::KeyCopy { file, whole }) = error(place.open()) else { panic!() };
    fs::copy(whole, file).unwrap();
    place.open().unwrap();
}

/// Opens the store and reads all of it; whatever it says, it must be what was written.
fn read_all(place: &Place, expected: &[Record]) -> Result<(), Error> {
    let store = place.open()?;
    let mut read = Vec::new();
    for kind in Kind::ALL {
        store.for_each(kind, |record| read.push(record))?;
    }
    assert_eq!(read, expected, "a wrong row was served");
    let findings = store.verify()?;
    if findings.is_empty() { Ok(()) } else { Err(Error::Damaged(Damage::Database)) }
}

#[test]
fn every_sampled_flipped_bit_is_found_and_serves_no_wrong_row() {
    let place = Place::new();
    let (mut store, _) = place.create();
    for i in 0..20 {
        add(&mut store, &format!("Alias {i} {}", "text ".repeat(i)));
    }
    let mut expected = Vec::new();
    store.for_each(Kind::Person, |record| expected.push(record)).unwrap();
    drop(store);
    read_all(&place, &expected).unwrap();
    for name in FILES {
        let whole = fs::read(place.file(name)).unwrap();
        let step = if name == "caselog.db" { 1237 } else { 17 };
        for at in (0..whole.len()).step_by(step) {
            let mut flipped = whole.clone();
            flipped[at] ^= 1 << (at % 8);
            fs::write(place.file(name), &flipped).unwrap();
            match read_all(&place, &expected) {
                Err(damage @ Error::Damaged(_)) => assert_eq!(damage.exit_code(), 5),
                other => panic!("{name}, byte {at}: {other:?}"),
            }
            assert_eq!(fs::read(place.file(name)).unwrap(), flipped, "{name} was repaired in place");
        }
        for length in [0, 1, whole.len() / 2, whole.len() - 1] {
            fs::write(place.file(name), &whole[..length]).unwrap();
            let cut = read_all(&place, &expected);
            assert!(matches!(cut, Err(Error::Damaged(_))), "{name} cut at {length}: {cut:?}");
        }
        fs::write(place.file(name), &whole).unwrap();
    }
    read_all(&place, &expected).unwrap();
}

#[test]
fn an_older_database_or_head_put_back_is_found() {
    let place = Place::new();
    let (mut store, _) = place.create();
    add(&mut store, "A");
    drop(store);
    let old = |name: &str| fs::read(place.file(name)).unwrap();
    let (database, head) = (old("caselog.db"), old("journal.head"));
    let mut store = place.open().unwrap();
    add(&mut store, "B");
    drop(store);
    let (new_database, new_head) = (old("caselog.db"), old("journal.head"));

    fs::write(place.file("caselog.db"), &database).unwrap();
    assert!(matches!(error(place.open()), Error::Damaged(Damage::HeadApart { .. })));
    fs::write(place.file("caselog.db"), &new_database).unwrap();

    // One change behind is what a crash between the two leaves: it opens, and the head is brought up to date.
    fs::write(place.file("journal.head"), &head).unwrap();
    assert_eq!(aliases(&place.open().unwrap()), ["A", "B"]);
    assert_eq!(old("journal.head"), new_head);

    let mut store = place.open().unwrap();
    add(&mut store, "C");
    drop(store);
    fs::write(place.file("journal.head"), &head).unwrap();
    assert!(matches!(error(place.open()), Error::Damaged(Damage::HeadApart { .. })));
}

#[test]
fn a_head_of_another_history_is_found() {
    let place = Place::new();
    let (store, _) = place.create();
    drop(store);
    let (database, head) = (fs::read(place.file("caselog.db")).unwrap(), fs::read(place.file("journal.head")).unwrap());
    let mut store = place.open().unwrap();
    add(&mut store, "A");
    drop(store);
    let other_head = fs::read(place.file("journal.head")).unwrap();
    fs::write(place.file("caselog.db"), database).unwrap();
    fs::write(place.file("journal.head"), head).unwrap();
    let mut store = place.open().unwrap();
    add(&mut store, "B");
    drop(store);
    fs::write(place.file("journal.head"), other_head).unwrap();
    assert!(matches!(error(place.open()), Error::Damaged(Damage::Head { .. })));
}

#[test]
fn nothing_typed_stands_in_any_file() {
    let place = Place::new();
    let (mut store, _) = place.create();
    let mut markers = Vec::new();
    for own in ["P1", "P2"] {
        let values = Record::new(Kind::Person).with(0, Value::Link(Ref::parse(own).unwrap()));
        store.apply(Change::add(values), now()).unwrap();
    }
    for kind in Kind::ALL {
        let mut record = Record::new(kind);
        for (i, field) in kind.fields().iter().enumerate().skip(1) {
            let marker = format!("Marker{}{}Åsa", kind.letter(), field.code.replace('_', ""));
            let value = match field.ty {
                Type::Line | Type::Note => Value::Text(marker.clone()),
                Type::Names => Value::Names(vec![marker.clone(), "Lilla".into()]),
                Type::Link(Kind::Person) if i == 3 => Value::Link(Ref::parse("P2").unwrap()),
                Type::Link(Kind::Person) => Value::Link(Ref::parse("P1").unwrap()),
                Type::Code(List::Relation) => Value::Code("friend".into()),
                Type::Date if field.required => Value::parse(field.ty, "2010-01-01").unwrap(),
                Type::Moment => Value::parse(field.ty, "2010-01-01T10:00").unwrap(),
                _ => continue,
            };
            if matches!(field.ty, Type::Line | Type::Note | Type::Names) {
                markers.push(marker);
            }
            record = record.with(i, value);
        }
        let done = store.apply(Change::add(record), now()).unwrap();
        let caselog::domain::Edit::Record { after: Some(first), .. } = &done.edits[0] else { panic!() };
        // Changed and deleted too, so that the rollback journal and freed pages have held it.
        if kind == Kind::Contact {
            let second = first.clone().with(contact::NOTE, Value::Text("MarkerSecond".into()));
            store.apply(Change::replace(first.clone(), second.clone()), now()).unwrap();
            store.apply(Change::delete(second), now()).unwrap();
            markers.push("MarkerSecond".into());
        }
    }
    store.save_draft("contact", "MarkerDraft", now()).unwrap();
    markers.push("MarkerDraft".into());
    markers.push("hemligt".into());
    assert!(markers.len() > 20);

    let look = |when: &str| {
        for entry in fs::read_dir(place.path()).unwrap() {
            let path = entry.unwrap().path();
            let bytes = fs::read(&path).unwrap();
            for marker in &markers {
                for form in [marker.clone(), marker.to_uppercase(), marker.to_lowercase()] {
                    let little: Vec<u8> = form.encode_utf16().flat_map(u16::to_le_bytes).collect();
                    let big: Vec<u8> = form.encode_utf16().flat_map(u16::to_be_bytes).collect();
                    for needle in [form.into_bytes(), little, big] {
                        let found = bytes.windows(needle.len()).any(|w| w == needle);
                        assert!(!found, "{marker} stands in {path:?} {when}");
                    }
                }
            }
        }
    };
    look("while open");
    drop(store);
    look("when closed");
}
