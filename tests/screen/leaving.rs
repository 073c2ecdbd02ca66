//! What is left behind when she leaves: nothing on the clipboard, and the day's backup.

use crate::parent::{Clocks, PASSPHRASE, program, signal, store};
use crate::terminal::{ENTER, SAVE, Session};
use caselog::domain::Kind;
use caselog::store::{Passphrase, Store, Unlock};
use std::path::{Path, PathBuf};

const EMPTY: &[u8] = b"\x1b]52;c;\x07";
const LOCK: &str = "\u{c}";
const QUIT: &str = "\u{3}";

/// The program, open, with one more person saved.
fn with_one_more(store: &str, alias: &str, environment: &[(&str, &str)]) -> Session {
    let mut session = Session::begin(&["--store", store, "--lang", "sv"], environment);
    session.sees("Lösenfras").types(PASSPHRASE).types(ENTER).sees("Idag · ");
    session.types("5n").sees("Ny person").types(alias).sees(alias).types(SAVE).sees("Sparat: person");
    session
}

/// How often the clipboard was emptied.
fn emptied(session: &Session) -> usize {
    session.written.windows(EMPTY.len()).filter(|window| *window == EMPTY).count()
}

#[test]
fn what_was_copied_is_taken_back_after_half_a_minute() {
    let folder = tempfile::tempdir().unwrap();
    let clocks = Clocks::at(folder.path());
    let mut session = with_one_more(&store(folder.path()), "A.B-12", &clocks.environment());
    session.types("y").sees("Kopierat");
    // What is due at a key is done before the frame of the next one.
    let keys = |session: &mut Session| {
        session.types(":").sees("Kommando").types("\u{1b}").misses("Kommando");
    };
    // The news of the copy is seen before it is made.
    keys(&mut session);
    clocks.put("20 20");
    keys(&mut session);
    assert_eq!(emptied(&session), 0, "before its time");
    clocks.put("31 31");
    keys(&mut session);
    keys(&mut session);
    assert_eq!(emptied(&session), 1);
    session.types("q");
    assert_eq!((session.finish(), emptied(&session)), (0, 1), "once is enough");
}

#[test]
fn what_was_copied_is_taken_back_after_kill_9() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = with_one_more(&store(folder.path()), "A.B-12", &[]);
    session.types("y").sees("Kopierat");
    // The news of the copy is seen before it is made; the next key is done after it.
    session.types(":").sees("Kommando");
    assert_eq!(emptied(&session), 0);
    signal(program(session.child.process_id().unwrap()), "KILL");
    assert_eq!((session.finish(), emptied(&session)), (128 + 9, 1));
}

fn backups(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder.join("store-backups"));
    entries.map_or_else(|_| Vec::new(), |entries| entries.map(|entry| entry.unwrap().path()).collect())
}

#[test]
fn leaving_makes_the_backup_of_the_day_once_and_not_while_locked() {
    let folder = tempfile::tempdir().unwrap();
    let store = store(folder.path());
    // Locked, the key is gone, and no backup can be made.
    let mut session = with_one_more(&store, "A.B-12", &[]);
    session.types(LOCK).misses("A.B-12").sees("Lösenfras").types(QUIT);
    assert_eq!((session.finish(), backups(folder.path())), (0, vec![]));
    // It is made when she leaves the next time, if she changes something or not.
    let mut session = Session::start(&["--store", &store, "--lang", "sv"]);
    session.sees("Lösenfras").types(PASSPHRASE).types(ENTER).sees("Idag · ").types("5").sees("A.B-12").types("q");
    assert_eq!(session.finish(), 0);
    let first = backups(folder.path());
    let [backup] = &first[..] else { panic!("{first:?}") };
    let opened = Store::open(backup, &Unlock::Passphrase(&Passphrase::new(PASSPHRASE.to_owned()))).unwrap();
    assert_eq!((opened.count(Kind::Person).unwrap(), opened.verify().unwrap()), (1, vec![]));
    drop(opened);
    // Once a day is enough.
    let mut session = with_one_more(&store, "C.D-34", &[]);
    session.types("q");
    assert_eq!((session.finish(), backups(folder.path())), (0, first));
}
