//! Whatever happens to the program, nothing of the records stays on the terminal, and nothing of hers is taken from it.

use crate::shims;
use crate::terminal::{ENTER, SAVE, Session};
use caselog::store::{Kdf, Passphrase, Store};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

pub const PASSPHRASE: &str = "fyra små ord";
/// What was typed into a record, and must not be seen by others.
const SECRET: &str = "Hemlingby";

pub fn signal(process: u32, name: &str) {
    assert!(Command::new("kill").args([&format!("-{name}"), &process.to_string()]).status().unwrap().success());
}

/// The program, which is the one child of its parent.
pub fn program(parent: u32) -> u32 {
    for entry in std::fs::read_dir("/proc").unwrap().flatten() {
        let Ok(id) = entry.file_name().to_string_lossy().parse::<u32>() else { continue };
        let Ok(stat) = std::fs::read_to_string(format!("/proc/{id}/stat")) else { continue };
        let mut after_name = stat.rsplit_once(')').unwrap().1.split_whitespace();
        if after_name.nth(1) == Some(&parent.to_string()) {
            return id;
        }
    }
    panic!("no program under {parent}");
}

/// The letter of a process's state: `T` is stopped.
fn state(process: u32) -> char {
    let stat = std::fs::read_to_string(format!("/proc/{process}/stat")).unwrap();
    stat.rsplit_once(')').unwrap().1.trim().chars().next().unwrap()
}

#[track_caller]
fn until(what: &str, mut holds: impl FnMut() -> bool) {
    for _ in 0..6000 {
        if holds() {
            return;
        }
        std::thread::sleep(Duration::from_millis(10));
    }
    panic!("never: {what}");
}

/// A new store in a folder, opened by `PASSPHRASE`.
pub fn store(folder: &Path) -> String {
    let path = folder.join("store");
    drop(Store::create(&path, &Passphrase::new(PASSPHRASE.to_owned()), Kdf { memory: 8, passes: 1 }).unwrap());
    path.to_string_lossy().into_owned()
}

/// The machine's clocks, which a program started with them can be put ahead of.
pub struct Clocks {
    file: PathBuf,
}

impl Clocks {
    /// As they are.
    pub fn at(folder: &Path) -> Clocks {
        let clocks = Clocks { file: folder.join("clock") };
        clocks.put("0 0");
        clocks
    }

    /// Ahead by so many seconds: the clock that goes on while the machine sleeps, and the one that stands still.
    pub fn put(&self, ahead: &str) {
        let beside = self.file.with_extension("new");
        std::fs::write(&beside, ahead).unwrap();
        std::fs::rename(&beside, &self.file).unwrap();
    }

    /// What a program is started with.
    pub fn environment(&self) -> [(&'static str, &str); 2] {
        let library = shims::library("clock").to_str().unwrap();
        [("LD_PRELOAD", library), ("CASELOG_TEST_CLOCK", self.file.to_str().unwrap())]
    }
}

/// The program with a person on the screen, on a terminal that already holds her own lines.
fn with_a_person(store: &str, environment: &[(&str, &str)]) -> (Session, String) {
    let mut session = Session::begin(&["--store", store, "--lang", "sv"], environment);
    let lines: String = (0..40).map(|line| format!("her own line {line}\r\n")).collect();
    session.screen.process(lines.as_bytes());
    let before = session.picture();
    session.sees("Lösenfras").types(PASSPHRASE).types(ENTER).sees("Idag · ");
    session.types("5n").sees("Ny person").types(SECRET).sees(SECRET).types(SAVE).sees("Sparat: person");
    session.sees(SECRET);
    (session, before)
}

/// The terminal is hers again: what stood there before stands there, above it too, and nothing else.
#[track_caller]
fn assert_hers(session: &mut Session, before: &str) {
    let screen = session.screen.screen();
    assert!(!screen.alternate_screen() && !screen.hide_cursor() && !screen.bracketed_paste());
    assert_eq!(screen.contents().trim_end(), before.trim_end());
    session.screen.screen_mut().set_scrollback(usize::MAX);
    let above = session.screen.screen().contents();
    session.screen.screen_mut().set_scrollback(0);
    assert!(above.contains("her own line 0") && !above.contains(SECRET), "{above}");
    let written = String::from_utf8_lossy(&session.written);
    assert!(!written.contains("\u{1b}[3J"), "her scroll-back is never erased");
    let mut titles: Vec<&str> =
        written.split("\u{1b}]0;").skip(1).filter_map(|rest| rest.split('\u{7}').next()).collect();
    titles.dedup();
    assert_eq!(titles, ["caselog"], "the title says nothing");
}

#[test]
fn kill_9_of_the_program_leaves_nothing_on_the_terminal() {
    let folder = tempfile::tempdir().unwrap();
    let (mut session, before) = with_a_person(&store(folder.path()), &[]);
    let parent = session.child.process_id().unwrap();
    let modes = modes(&session);
    signal(program(parent), "KILL");
    assert_eq!(session.finish(), 128 + 9);
    assert_hers(&mut session, &before);
    assert_ne!(modes, self::modes(&session), "raw while it ran, and not any more");
}

/// Whether the terminal waits for whole lines and shows what is typed.
fn modes(session: &Session) -> String {
    let file = session.master.tty_name().unwrap();
    let said = Command::new("stty").arg("-F").arg(file).arg("-a").output().unwrap();
    let said = String::from_utf8_lossy(&said.stdout).into_owned();
    said.split_whitespace().filter(|word| word.ends_with("icanon") || word.ends_with("echo")).collect()
}

#[test]
fn every_signal_that_ends_it_leaves_the_terminal_hers() {
    for name in ["TERM", "HUP", "INT", "QUIT", "ABRT"] {
        for of_parent in [false, true] {
            // A parent that breaks by itself is nobody's to clean up after but the program's own.
            if of_parent && name == "ABRT" {
                continue;
            }
            let folder = tempfile::tempdir().unwrap();
            let (mut session, before) = with_a_person(&store(folder.path()), &[]);
            let parent = session.child.process_id().unwrap();
            signal(if of_parent { parent } else { program(parent) }, name);
            session.finish();
            assert_hers(&mut session, &before);
        }
    }
}

#[test]
fn kill_9_of_the_parent_ends_the_program_in_good_order() {
    let folder = tempfile::tempdir().unwrap();
    let (mut session, before) = with_a_person(&store(folder.path()), &[]);
    let parent = session.child.process_id().unwrap();
    let program = program(parent);
    session.types("n").sees("Ny person").types("halvt").sees("halvt");
    signal(parent, "KILL");
    until("the program has ended", || !Path::new(&format!("/proc/{program}")).exists());
    session.finish();
    assert_hers(&mut session, &before);
}

#[test]
fn stopped_it_gives_the_terminal_back_and_comes_back_locked() {
    for name in ["TSTP", "STOP"] {
        let folder = tempfile::tempdir().unwrap();
        let (mut session, before) = with_a_person(&store(folder.path()), &[]);
        let parent = session.child.process_id().unwrap();
        let program = program(parent);
        signal(program, name);
        until("both stand still", || state(parent) == 'T' && state(program) == 'T');
        session.misses(SECRET);
        session.wait("her terminal", |picture| picture.trim_end() == before.trim_end());
        assert_hers(&mut session, &before);
        signal(parent, "CONT");
        session.sees("Lösenfras").misses(SECRET).types(PASSPHRASE).types(ENTER).sees(SECRET);
        session.types("q");
        assert_eq!(session.finish(), 0);
    }
}

#[test]
fn it_locks_when_the_machine_has_slept_and_when_it_is_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let clocks = Clocks::at(folder.path());
    let (mut session, _) = with_a_person(&store(folder.path()), &clocks.environment());
    // Asleep for an hour: the clock that stands still says nothing.
    clocks.put("3600 0");
    session.misses(SECRET).sees("Lösenfras").types(PASSPHRASE).types(ENTER).sees(SECRET);
    // Five minutes without a key; the other clock goes on as fast.
    clocks.put("3901 301");
    // What the system waits by does not know these clocks: a word of the terminal that is no key wakes the program.
    session.types("\u{1b}[I").misses(SECRET).sees("Lösenfras").types(PASSPHRASE).types(ENTER).sees(SECRET).types("q");
    assert_eq!(session.finish(), 0);
}

#[test]
fn the_process_says_nothing_and_leaves_no_core() {
    let folder = tempfile::tempdir().unwrap();
    let (session, _) = with_a_person(&store(folder.path()), &[]);
    let parent = session.child.process_id().unwrap();
    for process in [parent, program(parent)] {
        let read = |name: &str| {
            String::from_utf8_lossy(&std::fs::read(format!("/proc/{process}/{name}")).unwrap()).into_owned()
        };
        for text in [read("cmdline"), read("environ"), read("comm")] {
            assert!(!text.contains(PASSPHRASE) && !text.contains(SECRET));
        }
        let limits = read("limits");
        let core = limits.lines().find(|line| line.starts_with("Max core file size")).unwrap();
        assert_eq!(core.split_whitespace().nth(4), Some("0"), "{core}");
        assert_eq!(read("status").lines().find(|line| line.starts_with("Umask")).unwrap().trim_end(), "Umask:\t0077");
    }
    // The parent has never heard the passphrase nor seen a record.
    assert!(!holds(parent, SECRET) && !holds(parent, PASSPHRASE));
}

#[test]
fn locked_the_memory_has_nothing_of_the_records() {
    let folder = tempfile::tempdir().unwrap();
    let (mut session, _) = with_a_person(&store(folder.path()), &[]);
    let program = program(session.child.process_id().unwrap());
    assert!(holds(program, SECRET), "the search finds what is there");
    session.types("\u{c}").misses(SECRET).sees("Lösenfras");
    // Blank at once; the store closes right after.
    until("nothing is left in memory", || !holds(program, SECRET));
    session.types(PASSPHRASE).types(ENTER).sees(SECRET).types("q");
    assert_eq!(session.finish(), 0);
}

/// Whether a process has a text anywhere in its memory.
fn holds(process: u32, text: &str) -> bool {
    use std::io::{Read, Seek, SeekFrom};
    let maps = std::fs::read_to_string(format!("/proc/{process}/maps")).unwrap();
    let mut memory = std::fs::File::open(format!("/proc/{process}/mem")).unwrap();
    maps.lines().filter(|line| line.split(' ').nth(1).is_some_and(|rights| rights.starts_with("rw"))).any(|line| {
        let (from, to) = line.split(' ').next().unwrap().split_once('-').unwrap();
        let (from, to) = (u64::from_str_radix(from, 16).unwrap(), u64::from_str_radix(to, 16).unwrap());
        let mut bytes = vec![0; (to - from) as usize];
        let read = memory.seek(SeekFrom::Start(from)).and_then(|_| memory.read_exact(&mut bytes));
        read.is_ok() && bytes.windows(text.len()).any(|window| window == text.as_bytes())
    })
}
