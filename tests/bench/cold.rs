//! A cold `caselog stats` beside the sqlite3 shell: whole commands, from their start to their end, over the same contacts.
//!
//! `cargo bench --bench cold [CONTACTS…]`; 100,000 and 1,000,000 by default. The shell (`sqlite3`, to be installed)
//! reads a plain file with an index that covers the question; caselog opens its encrypted store, whose key is derived
//! in no time here, since that is meant to take a second.

#[path = "screen/log.rs"]
mod log;
#[path = "screen/store.rs"]
mod store;

use caselog::store::{Kdf, Passphrase, Store, Unlock};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

const STATS: &[&str] =
    &["stats", "--measure", "contacts", "--rows", "role", "--columns", "month", "--period", "all", "--format", "csv"];
const SQL: &str = "SELECT role, substr(at, 1, 7) AS month, count(*) FROM contacts GROUP BY role, month";

fn run(command: &mut Command) {
    let status = command.stdout(Stdio::null()).status().expect("a program");
    assert!(status.success(), "{status}");
}

fn time(command: &mut Command) -> Duration {
    let start = Instant::now();
    run(command);
    start.elapsed()
}

/// The shortest of several runs, so that other work on the machine counts least.
fn shortest(command: &mut Command) -> Duration {
    (0..25).map(|_| time(command)).min().unwrap_or_default()
}

/// The contacts in a plain file of SQLite, with an index for the question.
fn plain(file: &Path, contacts: &Path) {
    let import = format!(".import {} contacts", contacts.to_string_lossy());
    let index = "CREATE INDEX covering ON contacts (role, at); ANALYZE";
    run(Command::new("sqlite3").arg(file).args([".mode csv", &import, index]));
}

fn main() {
    let sizes: Vec<u64> = std::env::args().filter_map(|argument| argument.parse().ok()).collect();
    let sizes = if sizes.is_empty() { vec![100_000, 1_000_000] } else { sizes };
    for size in sizes {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let (folder, base) = (folder.path().join("store"), folder.path().join("contacts.db"));
        let kept = store::copy(size, &folder);
        plain(&base, &kept.join("files").join("contacts.csv"));
        let passphrase = kept.join("passphrase");
        {
            let words = std::fs::read_to_string(&passphrase).expect("the passphrase");
            let words = Passphrase::new(words.trim_end().to_owned());
            let mut store = Store::open(&folder, &Unlock::Passphrase(&words)).expect("the store");
            store.change_passphrase(&words, Kdf { memory: 8, passes: 1 }).expect("another key slot");
        }
        let [store, passphrase] = [folder, passphrase].map(|path| path.to_string_lossy().into_owned());
        let mut stats = Command::new(store::PROGRAM);
        stats.args(store::place(&store, &passphrase)).args(STATS);
        let first = time(&mut stats);
        let own = shortest(&mut stats);
        let mut shell = Command::new("sqlite3");
        shell.arg(&base).arg(SQL);
        let shell = shortest(&mut shell);
        let ms = |time: Duration| time.as_secs_f64() * 1000.0;
        let ratio = shell.as_secs_f64() / own.as_secs_f64();
        println!(
            "{size} contacts: stats {:.1} ms (the first time {:.0}), sqlite3 {:.1} ms, {ratio:.1} times as long",
            ms(own),
            ms(first),
            ms(shell)
        );
    }
}
