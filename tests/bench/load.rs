//! A thousand saves a minute with backups beside them: how long a save takes, and whether memory grows or anything is
//! lost. `cargo bench --bench load -- 10` runs ten minutes; without a number, ten seconds.

use caselog::domain::field::person;
use caselog::domain::{Change, Kind, Record, Value};
use caselog::store::{Kdf, Passphrase, Store, Unlock};
use chrono::Local;
use std::time::{Duration, Instant};

/// A thousand a minute.
const BETWEEN: Duration = Duration::from_millis(60);

/// Memory in use by the process, in KiB.
fn memory() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmRSS")).unwrap_or_default();
    line.split_whitespace().nth(1).and_then(|text| text.parse().ok()).unwrap_or_default()
}

/// Bytes that the process has handed to the system to write (Linux; else 0).
fn written() -> u64 {
    let counts = std::fs::read_to_string("/proc/self/io").unwrap_or_default();
    let line = counts.lines().find(|line| line.starts_with("wchar")).unwrap_or_default();
    line.split_whitespace().nth(1).and_then(|text| text.parse().ok()).unwrap_or_default()
}

/// A save: how long it took, and how many bytes it wrote.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Save {
    time: Duration,
    bytes: u64,
}

fn main() {
    let minutes: f64 = std::env::args().find_map(|argument| argument.parse().ok()).unwrap_or(1.0 / 6.0);
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("log");
    let secret = Passphrase::new("hemligt".to_owned());
    let (mut store, _) = Store::create(&path, &secret, Kdf { memory: 8, passes: 1 }).expect("a store");
    let now = || Local::now().naive_local();
    let (start, mut saves, mut backups, mut behind) = (Instant::now(), Vec::new(), 0, 0);
    let end = Duration::from_secs_f64(60.0 * minutes);
    let between_backups = end.div_f64(10.0);
    let mut early = 0;
    while start.elapsed() < end {
        let due = start + BETWEEN * saves.len() as u32;
        match due.checked_duration_since(Instant::now()) {
            Some(left) => std::thread::sleep(left),
            None => behind += 1,
        }
        let number = saves.len();
        let text = format!(
            "Möte nummer {number}, lugnt; orolig för brodern {}, vill återkomma om {} dagar.",
            number % 97,
            number % 13
        );
        let record = Record::new(Kind::Person)
            .with(person::ALIAS, Value::Text(format!("A.B-{number}")))
            .with(person::NOTE, Value::Text(text.repeat(4)));
        let (begun, before) = (Instant::now(), written());
        store.apply(Change::add(record), now()).expect("a save");
        saves.push(Save { time: begun.elapsed(), bytes: written() - before });
        if start.elapsed() >= between_backups * (backups + 1) {
            store.back_up(None, now(), &mut |_| true).expect("a backup");
            backups += 1;
            if backups == 2 {
                early = memory();
            }
        }
    }
    let late = memory();
    let count = saves.len();
    saves.sort();
    let at = |share: f64| saves[((count - 1) as f64 * share) as usize].time;
    let (median, p99) = (at(0.5), at(0.99));
    // A save that merges parts of the search index writes several times what others write; one that waits for the disk
    // does not.
    let mut bytes: Vec<u64> = saves.iter().map(|save| save.bytes).collect();
    bytes.sort_unstable();
    let usual = bytes[count / 2];
    let slow: Vec<&Save> = saves.iter().filter(|save| save.time > 3 * median).collect();
    let merging = slow.iter().filter(|save| save.bytes > 2 * usual).count();
    println!("a save writes {usual} bytes by the median, {} at the most", bytes[count - 1]);
    println!("{} saves took over three times the median; {merging} of them wrote over twice the usual", slow.len());
    let waited = |many: bool| {
        let of = saves.iter().filter(|save| (save.bytes > 2 * usual) == many).map(|save| save.time);
        let times: Vec<Duration> = of.collect();
        (times.len(), times.get(times.len().saturating_sub(1) * 99 / 100).copied().unwrap_or_default())
    };
    println!(
        "99th percentile of saves that write the usual {:?}, of those that write more {:?}",
        waited(false),
        waited(true)
    );
    println!("{count} saves, {behind} of them late; {backups} backups");
    println!("median {median:?}, p99 {p99:?} ({:.1} times), slowest {:?}", p99.div_duration_f64(median), at(1.0));
    println!("memory: {early} KiB after two backups, {late} KiB at the end");
    drop(store);
    let store = Store::open(&path, &Unlock::Passphrase(&secret)).expect("it opens");
    assert_eq!(store.count(Kind::Person).expect("a count"), count as u64, "nothing is lost");
    assert!(store.verify().expect("verify").is_empty());
    println!("all {count} are there, verify finds nothing");
}
