//! Copies of the store: backups, what is rotated out, restoring, and the change of what opens it.

use caselog::domain::field::person;
use caselog::domain::{Change, Kind, Record, Value};
use caselog::store::{
    Damage, Error, Folder, Kdf, Passphrase, Place as Target, Progress, RecoveryCode, Restored, Store, Unlock, restore,
};
use chrono::{Days, NaiveDate, NaiveDateTime};
use std::fs;
use std::path::{Path, PathBuf};
use zeroize::Zeroizing;

const CHEAP: Kdf = Kdf { memory: 8, passes: 1 };
const FILES: [&str; 4] = ["caselog.db", "keys.json", "keys.copy.json", "journal.head"];

fn day(text: &str) -> NaiveDateTime {
    NaiveDate::parse_from_str(text, "%Y-%m-%d").unwrap().and_hms_opt(16, 30, 0).unwrap()
}

fn passphrase(text: &str) -> Passphrase {
    Passphrase::new(text.to_owned())
}

fn open(path: &Path, with: &str) -> Result<Store, Error> {
    Store::open(path, &Unlock::Passphrase(&passphrase(with)))
}

fn on(_: Progress) -> bool {
    true
}

fn add(store: &mut Store, alias: &str) {
    let record = Record::new(Kind::Person).with(person::ALIAS, Value::Text(alias.into()));
    store.apply(Change::add(record), day("2010-03-05")).unwrap();
}

fn aliases(store: &Store) -> Vec<String> {
    let mut aliases = Vec::new();
    store.for_each(Kind::Person, |r| aliases.push(r.values[person::ALIAS].text().to_owned())).unwrap();
    aliases
}

/// A folder with a store of one person in it, removed at the end of the test.
struct Home(tempfile::TempDir);

impl Home {
    fn new() -> (Home, Store, RecoveryCode) {
        let home = Home(tempfile::tempdir().unwrap());
        let (mut store, code) = Store::create(&home.log(), &passphrase("hemligt"), CHEAP).unwrap();
        add(&mut store, "A");
        (home, store, code)
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().canonicalize().unwrap().join(name)
    }

    fn log(&self) -> PathBuf {
        self.path("log")
    }

    /// Everything that stands in the folder, by name.
    fn names(&self) -> Vec<String> {
        names(self.0.path())
    }

    fn restore(&self, from: &Path, typed: &str, replace: bool) -> Result<Restored, Error> {
        let target = Target::look(&self.log(), replace)?;
        let from = Folder::take(from)?;
        restore(&from, &self.log(), target, Zeroizing::new(typed.to_owned()), day("2010-03-06"), &mut on)
    }
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

fn contents(folder: &Path) -> Vec<Vec<u8>> {
    FILES.iter().map(|name| fs::read(folder.join(name)).unwrap()).collect()
}

#[test]
fn a_backup_is_a_store_of_its_own() {
    let (home, mut store, code) = Home::new();
    let mut steps = Vec::new();
    let made = store
        .back_up(Some(&home.path("usb/deep")), day("2010-03-05"), &mut |progress| {
            steps.push(progress.step);
            true
        })
        .unwrap();
    assert_eq!(made, home.path("usb/deep/caselog-2010-03-05-163000"));
    assert_eq!(names(&made), ["caselog.db", "journal.head", "keys.copy.json", "keys.json"]);
    steps.dedup();
    assert!(steps.len() >= 3, "{steps:?}");
    // The store it was taken from goes on, and the backup stays as it is.
    add(&mut store, "B");
    drop(store);
    let backup = open(&made, "hemligt").unwrap();
    assert_eq!(aliases(&backup), ["A"]);
    assert_eq!(backup.verify().unwrap(), []);
    drop(backup);
    assert!(Store::open(&made, &Unlock::Recovery(&code)).is_ok());
    assert_eq!(aliases(&open(&home.log(), "hemligt").unwrap()), ["A", "B"]);
    assert_ne!(contents(&made)[0], contents(&home.log())[0], "each file has its own salt");
}

#[test]
fn two_backups_in_one_second_stand_side_by_side() {
    let (home, mut store, _) = Home::new();
    for _ in 0..3 {
        store.back_up(None, day("2010-03-05"), &mut on).unwrap();
    }
    let expected = ["caselog-2010-03-05-163000", "caselog-2010-03-05-163001", "caselog-2010-03-05-163002"];
    assert_eq!(names(&home.path("log-backups")), expected);
    assert_eq!(store.folder().unwrap().backups().unwrap().len(), 3);
}

#[test]
fn one_that_is_stopped_or_fails_leaves_nothing() {
    let (home, mut store, _) = Home::new();
    let mut left = 3;
    let mut stop = |_: Progress| {
        left -= 1;
        left > 0
    };
    assert!(matches!(store.back_up(None, day("2010-03-05"), &mut stop), Err(Error::Stopped)));
    assert_eq!(names(&home.path("log-backups")), [""; 0]);
    // A file where the folder would have to be.
    fs::write(home.path("file"), "").unwrap();
    let refused = store.back_up(Some(&home.path("file")), day("2010-03-05"), &mut on);
    assert!(matches!(refused, Err(Error::File { .. })), "{refused:?}");
    assert!(matches!(Store::in_memory().unwrap().back_up(None, day("2010-03-05"), &mut on), Err(Error::NoFolder)));
}

#[test]
fn a_damaged_store_makes_no_backup_and_loses_none() {
    let (home, mut store, _) = Home::new();
    for i in 0..40 {
        add(&mut store, &format!("Alias {i} {}", "text ".repeat(20)));
    }
    store.back_up_if_due(day("2010-03-05"), &mut on).unwrap().unwrap();
    add(&mut store, "B");
    drop(store);
    let file = home.log().join("caselog.db");
    let whole = fs::read(&file).unwrap();
    // A page that opening does not read.
    let mut store = (0..whole.len()).step_by(4096).find_map(|page| {
        let mut bytes = whole.clone();
        bytes[page + 2000] ^= 1;
        fs::write(&file, bytes).unwrap();
        open(&home.log(), "hemligt").ok()
    });
    let store = store.as_mut().unwrap();
    let refused = store.back_up_if_due(day("2011-03-05"), &mut on);
    assert!(matches!(refused, Err(Error::Damaged(_) | Error::Findings(_))), "{refused:?}");
    assert_eq!(refused.unwrap_err().exit_code(), 5);
    assert_eq!(names(&home.path("log-backups")), ["caselog-2010-03-05-163000"]);
}

#[test]
fn closing_makes_one_a_day_if_something_changed() {
    let (home, mut store, _) = Home::new();
    let made = |store: &mut Store, on_day: &str| store.back_up_if_due(day(on_day), &mut on).unwrap();
    assert!(made(&mut store, "2010-03-05").is_some());
    add(&mut store, "B");
    assert_eq!(made(&mut store, "2010-03-05"), None, "there is one of today");
    let second = made(&mut store, "2010-03-06").unwrap();
    assert_eq!(made(&mut store, "2010-03-07"), None, "nothing has changed");
    store.change_passphrase(&passphrase("nytt"), CHEAP).unwrap();
    assert!(made(&mut store, "2010-03-07").is_some(), "what opens it has changed");
    drop(store);
    // Who looks into a backup makes no backups of it.
    let mut backup = open(&second, "hemligt").unwrap();
    add(&mut backup, "C");
    assert_eq!(made(&mut backup, "2010-03-09"), None);
    drop(backup);
    assert_eq!(home.names(), ["log", "log-backups"]);
    let (_home, mut fresh) = {
        let home = Home(tempfile::tempdir().unwrap());
        let store = Store::create(&home.log(), &passphrase("x"), CHEAP).unwrap().0;
        (home, store)
    };
    assert_eq!(made(&mut fresh, "2010-03-05"), None, "a new store has nothing to lose");
}

#[test]
fn older_ones_go_and_others_than_its_own_stay() {
    let (home, mut store, _) = Home::new();
    let own = home.path("log-backups");
    fs::create_dir_all(own.join("something else")).unwrap();
    fs::create_dir_all(own.join(".caselog-2010-01-01-000000.new-0a0b0c0d")).unwrap();
    let first = NaiveDate::from_ymd_opt(2010, 1, 1).unwrap();
    for passed in 0..60 {
        add(&mut store, "x");
        let now = (first + Days::new(passed)).and_hms_opt(17, 0, 0).unwrap();
        store.back_up_if_due(now, &mut on).unwrap().unwrap();
    }
    let standing = names(&own);
    assert!(standing.contains(&"something else".to_owned()));
    assert!(!standing.iter().any(|name| name.starts_with('.')));
    let days: Vec<&str> = standing.iter().filter_map(|name| Some(&name.strip_prefix("caselog-")?[..10])).collect();
    // The last of January, Sundays of the last weeks, and the last seven days.
    let expected = [
        "2010-01-31",
        "2010-02-14",
        "2010-02-21",
        "2010-02-23",
        "2010-02-24",
        "2010-02-25",
        "2010-02-26",
        "2010-02-27",
        "2010-02-28",
        "2010-03-01",
    ];
    assert_eq!(days, expected);
    for name in standing.iter().filter(|name| name.starts_with("caselog-")) {
        assert_eq!(open(&own.join(name), "hemligt").unwrap().verify().unwrap(), []);
    }
}

#[test]
fn a_backup_becomes_a_store_where_none_stands() {
    let (home, mut store, _) = Home::new();
    let made = store.back_up(None, day("2010-03-05"), &mut on).unwrap();
    drop(store);
    let before = contents(&made);
    let Err(Error::Standing { .. }) = home.restore(&made, "hemligt", false) else { panic!() };
    fs::remove_dir_all(home.log()).unwrap();
    assert!(matches!(home.restore(&made, "fel", false), Err(Error::WrongPassphrase)));
    assert_eq!(home.names(), ["log-backups"]);
    let restored = home.restore(&made, "hemligt", false).unwrap();
    assert_eq!(restored, Restored { place: home.log(), kept: None, keeps_passphrase: false });
    assert_eq!(aliases(&open(&home.log(), "hemligt").unwrap()), ["A"]);
    assert_eq!(contents(&made), before, "the backup is as it was");
    assert_eq!(names(&made).len(), FILES.len());
    // Something else in the place is never touched.
    fs::remove_dir_all(home.log()).unwrap();
    fs::create_dir(home.log()).unwrap();
    fs::write(home.log().join("mine"), "x").unwrap();
    assert!(matches!(home.restore(&made, "hemligt", true), Err(Error::NotEmpty { .. })));
}

#[test]
fn what_stood_there_is_kept_beside() {
    let (home, mut store, _) = Home::new();
    let made = store.back_up(None, day("2010-03-05"), &mut on).unwrap();
    add(&mut store, "B");
    assert!(matches!(home.restore(&made, "hemligt", true), Err(Error::InUse { .. })));
    drop(store);
    let restored = home.restore(&made, "hemligt", true).unwrap();
    let kept = home.path("log-replaced-2010-03-06-163000");
    assert_eq!(restored.kept, Some(kept.clone()));
    assert_eq!(home.names(), ["log", "log-backups", "log-replaced-2010-03-06-163000"]);
    assert_eq!(aliases(&open(&home.log(), "hemligt").unwrap()), ["A"]);
    assert_eq!(aliases(&open(&kept, "hemligt").unwrap()), ["A", "B"]);
    // A damaged store can be replaced, a damaged backup replaces nothing.
    fs::remove_file(home.log().join("keys.json")).unwrap();
    fs::write(home.log().join("caselog.db"), "x").unwrap();
    home.restore(&kept, "hemligt", true).map(drop).unwrap_err();
    let again = Target::look(&home.log(), true).unwrap();
    let from = Folder::take(&kept).unwrap();
    let typed = Zeroizing::new("hemligt".to_owned());
    restore(&from, &home.log(), again, typed, day("2010-03-07"), &mut on).unwrap();
    assert_eq!(aliases(&open(&home.log(), "hemligt").unwrap()), ["A", "B"]);
    fs::remove_file(made.join("journal.head")).unwrap();
    let refused = home.restore(&made, "hemligt", true);
    assert!(matches!(refused, Err(Error::Damaged(Damage::Missing { .. }))), "{refused:?}");
    assert_eq!(aliases(&open(&home.log(), "hemligt").unwrap()), ["A", "B"]);
}

#[test]
fn a_newer_passphrase_stays_in_force_and_an_older_one_can_be_had() {
    let (home, mut store, old_code) = Home::new();
    let made = store.back_up(None, day("2010-03-05"), &mut on).unwrap();
    store.change_passphrase(&passphrase("nytt"), CHEAP).unwrap();
    let recovery = store.new_recovery(CHEAP).unwrap();
    let typed = recovery.code.groups().collect::<Vec<_>>().join(" ");
    store.put_in_force(recovery).unwrap();
    drop(store);
    // The passphrase of the store that stands there: it and its recovery sheet hold.
    assert!(home.restore(&made, "nytt", true).unwrap().keeps_passphrase);
    assert!(matches!(open(&home.log(), "hemligt"), Err(Error::WrongPassphrase)));
    assert!(matches!(Store::open(&home.log(), &Unlock::Recovery(&old_code)), Err(Error::WrongRecoveryCode)));
    assert_eq!(aliases(&open(&home.log(), "nytt").unwrap()), ["A"]);
    Store::open(&home.log(), &Unlock::Recovery(&RecoveryCode::parse(&typed).unwrap())).unwrap();
    // The one that the backup had.
    fs::remove_dir_all(home.path("log-replaced-2010-03-06-163000")).unwrap();
    assert!(!home.restore(&made, "hemligt", true).unwrap().keeps_passphrase);
    assert_eq!(aliases(&open(&home.log(), "hemligt").unwrap()), ["A"]);
}

#[test]
fn the_old_passphrase_opens_until_the_new_one_is_proved() {
    let (home, mut store, _) = Home::new();
    assert!(matches!(store.change_passphrase(&passphrase(""), CHEAP), Err(Error::EmptyPassphrase)));
    // A folder in the way of the file that is written beside.
    fs::create_dir(home.log().join("keys.copy.json.new")).unwrap();
    assert!(matches!(store.change_passphrase(&passphrase("nytt"), CHEAP), Err(Error::File { .. })));
    fs::remove_dir(home.log().join("keys.copy.json.new")).unwrap();
    drop(store);
    let mut store = open(&home.log(), "hemligt").unwrap();
    store.change_passphrase(&passphrase("nytt på ån"), CHEAP).unwrap();
    add(&mut store, "B");
    drop(store);
    assert_eq!(names(&home.log()), ["caselog.db", "journal.head", "keys.copy.json", "keys.json"]);
    assert!(matches!(open(&home.log(), "hemligt"), Err(Error::WrongPassphrase)));
    assert_eq!(aliases(&open(&home.log(), "nytt på ån").unwrap()), ["A", "B"]);
    let keys = |name: &str| fs::read(home.log().join(name)).unwrap();
    assert_eq!(keys("keys.json"), keys("keys.copy.json"));
}

#[test]
fn the_old_recovery_sheet_holds_until_the_new_one_is_put_in_force() {
    let (home, mut store, old) = Home::new();
    let never = store.new_recovery(CHEAP).unwrap();
    drop(never);
    let recovery = store.new_recovery(CHEAP).unwrap();
    let new = RecoveryCode::parse(&recovery.code.groups().collect::<String>()).unwrap();
    // Another change of keys came between: it is not taken back.
    store.change_passphrase(&passphrase("nytt"), CHEAP).unwrap();
    assert!(matches!(store.put_in_force(recovery), Err(Error::NewKeyUnproved)));
    drop(store);
    assert!(matches!(Store::open(&home.log(), &Unlock::Recovery(&new)), Err(Error::WrongRecoveryCode)));
    let mut store = Store::open(&home.log(), &Unlock::Recovery(&old)).unwrap();
    let recovery = store.new_recovery(CHEAP).unwrap();
    let new = RecoveryCode::parse(&recovery.code.groups().collect::<String>()).unwrap();
    store.put_in_force(recovery).unwrap();
    drop(store);
    assert!(matches!(Store::open(&home.log(), &Unlock::Recovery(&old)), Err(Error::WrongRecoveryCode)));
    assert_eq!(aliases(&Store::open(&home.log(), &Unlock::Recovery(&new)).unwrap()), ["A"]);
    assert_eq!(aliases(&open(&home.log(), "nytt").unwrap()), ["A"]);
    assert_eq!(names(&home.log()).len(), FILES.len());
}

#[test]
fn a_new_data_key_leaves_nothing_that_the_old_one_opens() {
    let (home, mut store, old) = Home::new();
    let before = contents(&home.log());
    let stopped = store.renewal(&passphrase("nytt"), CHEAP, &mut |_| false);
    assert!(matches!(stopped.map(drop), Err(Error::Stopped)));
    drop(store.renewal(&passphrase("nytt"), CHEAP, &mut on).unwrap());
    assert_eq!(home.names(), ["log"]);
    let renewal = store.renewal(&passphrase("nytt"), CHEAP, &mut on).unwrap();
    let new = RecoveryCode::parse(&renewal.code.groups().collect::<String>()).unwrap();
    store.renew(renewal).unwrap();
    assert_eq!(home.names(), ["log"]);
    let store = open(&home.log(), "nytt").unwrap();
    assert_eq!(aliases(&store), ["A"]);
    assert_eq!(store.verify().unwrap(), []);
    drop(store);
    Store::open(&home.log(), &Unlock::Recovery(&new)).unwrap();
    assert!(matches!(Store::open(&home.log(), &Unlock::Recovery(&old)), Err(Error::WrongRecoveryCode)));
    // The old key file put back opens nothing of the new database.
    for (name, bytes) in FILES.iter().zip(before).skip(1).take(2) {
        fs::write(home.log().join(name), bytes).unwrap();
    }
    assert!(matches!(open(&home.log(), "hemligt"), Err(Error::Damaged(Damage::Database))));
}
