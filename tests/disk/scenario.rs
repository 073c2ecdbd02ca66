//! What is done to a store while its calls are recorded or made to fail: by a process of its own, with the library of
//! `tests/shims/disk.c` before it.

use crate::shims;
use caselog::domain::field::person;
use caselog::domain::{Action, Change, Edit, Kind, Record, Ref, Value};
use caselog::store::{Folder, Kdf, Passphrase, Place, Store, Unlock, restore};
use chrono::{NaiveDate, NaiveDateTime};
use std::collections::BTreeMap;
use std::ffi::CString;
use std::path::{Path, PathBuf};
use std::process::Command;
use zeroize::Zeroizing;

pub const CHEAP: Kdf = Kdf { memory: 8, passes: 1 };
pub const OLD: &str = "hemligt";
pub const NEW: &str = "nytt och hemligt";

/// What a process does.
pub const ALL: [&str; 7] = ["save", "import", "passphrase", "backup", "restore", "erase", "renew"];

/// A folder with a store of five people in it, and a backup of that beside it.
pub struct Prepared {
    folder: tempfile::TempDir,
}

pub fn now() -> NaiveDateTime {
    NaiveDate::from_ymd_opt(2011, 1, 17).unwrap().and_hms_opt(9, 10, 0).unwrap()
}

/// Where nothing of a test outlives the machine, and syncing costs nothing: what is proved here is the order of calls.
pub fn scratch() -> tempfile::TempDir {
    let memory = Path::new("/dev/shm");
    if memory.is_dir() { tempfile::tempdir_in(memory).unwrap() } else { tempfile::tempdir().unwrap() }
}

pub fn open(path: &Path, passphrase: &str) -> Result<Store, caselog::store::Error> {
    loop {
        match Store::open(path, &Unlock::Passphrase(&Passphrase::new(passphrase.to_owned()))) {
            // A process that another test is just starting has our open folder for a moment, until it is another program.
            Err(caselog::store::Error::InUse { .. }) => std::thread::yield_now(),
            opened => return opened,
        }
    }
}

/// How often a person has been changed; it stands first in her note.
pub type Version = u32;

/// Somebody with a note, which is a long one in odd versions.
pub fn somebody(alias: &str, version: Version) -> Record {
    let note = format!("{version} {}", format!("Om {alias}. ").repeat(if version % 2 == 1 { 900 } else { 20 }));
    Record::new(Kind::Person).with(person::ALIAS, Value::Text(alias.to_owned())).with(person::NOTE, Value::Text(note))
}

/// Everybody's alias, with the version in which she stands.
///
/// # Errors
/// If the store cannot be read.
pub fn versions(store: &Store) -> Result<BTreeMap<String, Version>, caselog::store::Error> {
    let mut found = BTreeMap::new();
    let take = |record: Record| {
        let version = record.values[person::NOTE].text().split(' ').next().unwrap().parse().unwrap();
        found.insert(record.values[person::ALIAS].text().to_owned(), version);
    };
    store.for_each(Kind::Person, take)?;
    Ok(found)
}

/// The aliases of all people, sorted.
pub fn people(store: &Store) -> Vec<String> {
    let mut found = Vec::new();
    store.for_each(Kind::Person, |record| found.push(record.values[person::ALIAS].text().to_owned())).unwrap();
    found.sort();
    found
}

impl Prepared {
    pub fn new() -> Prepared {
        let folder = scratch();
        let path = folder.path().canonicalize().unwrap().join("store");
        let (mut store, _) = Store::create(&path, &Passphrase::new(OLD.to_owned()), CHEAP).unwrap();
        for number in 0..5 {
            store.apply(Change::add(somebody(&format!("old-{number}"), 0)), now()).unwrap();
        }
        // A long note and a short one again leave pages that nothing stands on, for what comes after.
        for version in 1..3 {
            store.apply(changed(&store, "old-1", version), now()).unwrap();
        }
        let backup = store.back_up(Some(&folder.path().canonicalize().unwrap()), now(), &mut |_| true).unwrap();
        drop(store);
        std::fs::rename(backup, folder.path().join("backup")).unwrap();
        Prepared { folder }
    }

    /// A fresh copy of it.
    pub fn copy(&self) -> tempfile::TempDir {
        let copy = scratch();
        copy_all(self.folder.path(), copy.path());
        copy
    }
}

pub fn copy_all(from: &Path, to: &Path) {
    for entry in std::fs::read_dir(from).unwrap().flatten() {
        let place = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            std::fs::create_dir_all(&place).unwrap();
            copy_all(&entry.path(), &place);
        } else {
            std::fs::copy(entry.path(), &place).unwrap();
        }
    }
}

/// What a process said at its end.
#[derive(Debug)]
pub struct Ended {
    /// `Ok`, or the error in words.
    pub said: Result<(), String>,
    pub trace: String,
}

/// Lets a process do a scenario in a folder, with the number of a call that is to fail and how.
///
/// # Panics
/// If the process neither did it nor said why not: it panicked, or was killed.
pub fn run(name: &str, folder: &Path, fault: Option<(&str, &str)>) -> Ended {
    let place = scratch();
    let trace = place.path().join("trace");
    let mut command = Command::new(std::env::current_exe().unwrap());
    command.args(["--ignored", "--exact", "scenario::child", "--nocapture"]);
    command.env("CASELOG_TEST_SCENARIO", name).env("CASELOG_TEST_TRACE", &trace);
    command.env("CASELOG_TEST_WATCH", folder.canonicalize().unwrap()).env("LD_PRELOAD", shims::library("disk"));
    if let Some((call, how)) = fault {
        command.env("CASELOG_TEST_FAIL", call).env("CASELOG_TEST_FAULT", how);
    }
    let done = command.output().unwrap();
    let out = String::from_utf8_lossy(&done.stdout).into_owned();
    let line = out.lines().find_map(|line| line.split_once("ENDED ")).map(|(_, line)| line.to_owned());
    let said = match (done.status.success(), line.as_deref()) {
        (true, Some("well")) => Ok(()),
        (true, Some(error)) => Err(error.to_owned()),
        _ => panic!("{name} {fault:?}: {out}\n{}", String::from_utf8_lossy(&done.stderr)),
    };
    Ended { said, trace: std::fs::read_to_string(trace).unwrap_or_default() }
}

/// Tells the recorder what the user was told.
fn mark(text: &str) {
    let (name, text) = (CString::new("caselog_test_mark").unwrap(), CString::new(text).unwrap());
    // SAFETY: the symbol is that function where it is there at all.
    unsafe {
        let found = libc::dlsym(libc::RTLD_DEFAULT, name.as_ptr());
        if !found.is_null() {
            let mark: extern "C" fn(*const libc::c_char) = std::mem::transmute(found);
            mark(text.as_ptr());
        }
    }
}

#[test]
#[ignore = "run by the tests beside it, in a process of its own"]
fn child() {
    let Ok(name) = std::env::var("CASELOG_TEST_SCENARIO") else { return };
    let folder = PathBuf::from(std::env::var_os("CASELOG_TEST_WATCH").unwrap());
    let said = perform(&name, &folder).map_err(|error| error.message(caselog::domain::Lang::En).to_string());
    println!("\nENDED {}", said.map_or_else(|error| error, |()| "well".to_owned()));
}

fn perform(name: &str, folder: &Path) -> Result<(), caselog::store::Error> {
    let path = folder.join("store");
    let all = &mut |_| true;
    match name {
        "save" => open(&path, OLD)?.apply(Change::add(somebody("new-0", 0)), now()).map(drop),
        "import" => open(&path, OLD)?.apply(import(40, "new"), now()).map(drop),
        "passphrase" => open(&path, OLD)?.change_passphrase(&Passphrase::new(NEW.to_owned()), CHEAP),
        "backup" => open(&path, OLD)?.back_up(None, now(), all).map(drop),
        "restore" => {
            let from = Folder::hold(&folder.join("backup"))?;
            let place = Place::look(&path, true)?;
            restore(&from, &path, place, Zeroizing::new(OLD.to_owned()), now(), all).map(drop)
        }
        "erase" => open(&path, OLD)?.erase(&Ref::parse("P00003").unwrap(), now()).map(drop),
        "renew" => {
            let mut store = open(&path, OLD)?;
            let renewal = store.renewal(&Passphrase::new(NEW.to_owned()), CHEAP, all)?;
            store.renew(renewal)
        }
        "day" => day(&path),
        other => panic!("no scenario {other}"),
    }
}

fn import(count: usize, name: &str) -> Change {
    let add = |number| Edit::Record { before: None, after: Some(somebody(&format!("{name}-{number}"), 0)) };
    Change { action: Action::Import, edits: (0..count).map(add).collect() }
}

/// A day's work, with a word to the recorder as soon as each thing is confirmed.
fn day(path: &Path) -> Result<(), caselog::store::Error> {
    let mut store = open(path, OLD)?;
    let save = |store: &mut Store, alias: &str| {
        store.apply(Change::add(somebody(alias, 0)), now())?;
        mark(&format!("person {alias} 0"));
        Ok::<_, caselog::store::Error>(())
    };
    for number in 0..8 {
        save(&mut store, &format!("saved-{number}"))?;
        store.save_draft("1", &format!("{number}{}", " ".repeat(number * 900)), now())?;
        mark(&format!("draft {number}"));
    }
    store.apply(import(30, "imported"), now())?;
    for number in 0..30 {
        mark(&format!("person imported-{number} 0"));
    }
    // Long notes, and short again: what they leave is taken by what comes after.
    for version in 1..5 {
        for alias in ["saved-1", "imported-7"] {
            store.apply(changed(&store, alias, version), now())?;
            mark(&format!("person {alias} {version}"));
        }
    }
    store.change_passphrase(&Passphrase::new(NEW.to_owned()), CHEAP)?;
    mark("passphrase");
    for number in 8..12 {
        save(&mut store, &format!("saved-{number}"))?;
    }
    let made = store.back_up(None, now(), &mut |_| true)?;
    mark(&format!("backup {}", made.display()));
    mark("draft none");
    store.drop_draft("1")?;
    store.apply(import(8, "late"), now())?;
    for number in 0..8 {
        mark(&format!("person late-{number} 0"));
    }
    save(&mut store, "saved-last")
}

/// The same person with the note of another version.
fn changed(store: &Store, alias: &str, version: Version) -> Change {
    let mut before = None;
    let keep = |record: Record| {
        if record.values[person::ALIAS].text() == alias {
            before = Some(record);
        }
    };
    store.for_each(Kind::Person, keep).unwrap();
    let before = before.unwrap();
    let after = before.clone().with(person::NOTE, somebody(alias, version).values[person::NOTE].clone());
    Change { action: Action::Change, edits: vec![Edit::Record { before: Some(before), after: Some(after) }] }
}
