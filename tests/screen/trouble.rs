//! A disk that takes no more while she types: the screen says which of three it is, keeps the text, and goes on when it
//! can.

use crate::desk::Screen;
use crate::raw;
use crate::shims;
use crate::terminal::{ENTER, SAVE, Session};
use caselog::domain::Lang;
use caselog::store::{Kdf, Passphrase, Store};
use std::path::{Path, PathBuf};

const PASSPHRASE: &str = "fyra små ord";

/// A store, and beside it the place of the file that says what trouble its disk is in.
struct Disk {
    _place: tempfile::TempDir,
    store: PathBuf,
    trouble: PathBuf,
}

impl Disk {
    fn new() -> Disk {
        let place = tempfile::tempdir().unwrap();
        let path = place.path().canonicalize().unwrap();
        let (store, trouble) = (path.join("log"), path.join("trouble"));
        let cheap = Kdf { memory: 8, passes: 1 };
        drop(Store::create(&store, &Passphrase::new(PASSPHRASE.to_owned()), cheap).unwrap());
        Disk { _place: place, store, trouble }
    }

    /// The program on it, its store open, with a name half typed and kept.
    fn typing(&self, lang: &str, kept: &str) -> Session {
        let library = shims::library("disk").to_string_lossy();
        let (store, trouble) = (self.store.to_string_lossy(), self.trouble.to_string_lossy());
        let environment =
            [("LD_PRELOAD", &*library), ("CASELOG_TEST_WATCH", &*store), ("CASELOG_TEST_TROUBLE", &*trouble)];
        let mut session = Session::begin(&["--store", &store, "--lang", lang], &environment);
        session.sees("caselog").types(PASSPHRASE).types(ENTER).sees("1").sees("8");
        session.types("5n").sees("Alias").types("Å.Ö-1").sees(kept);
        session
    }

    fn in_trouble(&self, error: i32) {
        std::fs::write(&self.trouble, error.to_string()).unwrap();
    }

    fn is_well(&self) {
        std::fs::remove_file(&self.trouble).unwrap();
    }

    fn aliases(&self) -> Vec<String> {
        let connection = raw::open(&self.store, PASSPHRASE);
        let mut statement = connection.prepare("SELECT alias FROM persons").unwrap();
        statement.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
    }
}

#[test]
fn what_is_typed_stays_while_the_disk_is_full_or_read_only_or_does_not_answer() {
    let troubles = [
        (28, "! The disk is full: nothing was saved. Make room, then try again."),
        (30, "! The disk is read-only: nothing was saved. Allow writing, then try again."),
        (5, "! The disk does not answer: nothing was saved. Connect it, then try again."),
    ];
    for (error, said) in troubles {
        let disk = Disk::new();
        let mut session = disk.typing("en", "draft kept");
        disk.in_trouble(error);
        session.types("2").sees(said).sees("draft cannot be kept").misses("draft kept").sees("Å.Ö-12");
        session.types(SAVE).sees(&format!("[ Save ] {}", &said[..30])).sees("New person").sees("Å.Ö-12");
        disk.is_well();
        session.sees("Saving works again").sees("draft kept").sees("Å.Ö-12");
        session.types(SAVE).sees("Saved: person P00001").types("q");
        assert_eq!(session.finish(), 0);
        assert_eq!(disk.aliases(), ["Å.Ö-12"], "{error}");
    }
}

#[test]
fn a_disk_that_is_taken_out_and_put_back_is_gone_on_with() {
    let disk = Disk::new();
    let away = disk.store.with_file_name("away");
    let said = "! Disken svarar inte: inget sparades. Anslut den igen och försök sedan igen.";
    let mut session = disk.typing("sv", "utkast sparat");
    std::fs::rename(&disk.store, &away).unwrap();
    session
        .types("2")
        .sees(said)
        .sees("utkastet kan inte sparas")
        .types(SAVE)
        .sees("[ Spara ] ! Disken svarar inte")
        .sees("Å.Ö-12");
    std::fs::rename(&away, &disk.store).unwrap();
    session.sees("Det går att spara igen").types("3").sees("Å.Ö-123").sees("utkast sparat");
    // Away again, and back as another folder, as a disk is that is mounted anew.
    std::fs::rename(&disk.store, &away).unwrap();
    session.types(SAVE).sees(said);
    copy(&away, &disk.store);
    session.types(SAVE).sees("Sparat: person P00001");
    // What is asked for after the draft was dropped is answered: it is gone.
    session.types("1").sees("Inget väntar");
    // Locked while it is away it opens when it is back.
    std::fs::rename(&disk.store, disk.store.with_file_name("second")).unwrap();
    session.types("\u{c}").sees("Lösenfras").types(PASSPHRASE).types(ENTER);
    session.sees("! Disken med loggen svarar inte.");
    copy(&disk.store.with_file_name("second"), &disk.store);
    session
        .types(PASSPHRASE)
        .types(ENTER)
        .sees("Inget väntar")
        .types("5")
        .sees("Å.Ö-123")
        .types("n")
        .sees("Alias")
        .types("B");
    session.types(SAVE).sees("Sparat: person P00002").types("q");
    assert_eq!(session.finish(), 0);
    assert_eq!(disk.aliases(), ["Å.Ö-123", "B"]);
}

#[test]
fn another_log_put_in_its_place_is_not_written_to() {
    let disk = Disk::new();
    let older = disk.store.with_file_name("older");
    copy(&disk.store, &older);
    let mut session = disk.typing("en", "draft kept");
    session.types(SAVE).sees("Saved: person P00001");
    std::fs::rename(&disk.store, disk.store.with_file_name("away")).unwrap();
    std::fs::rename(&older, &disk.store).unwrap();
    session.types("nB").types(SAVE).sees("! Another store stands in");
    assert!(disk.aliases().is_empty());
    session.types("\u{3}").sees("Quit?").types("\u{1b}[B").types(ENTER);
    session.finish();
}

#[test]
fn a_read_only_disk_is_opened_and_read() {
    let disk = Disk::new();
    let mut session = disk.typing("en", "draft kept");
    session.types(SAVE).sees("Saved: person P00001").types("q");
    assert_eq!(session.finish(), 0);
    disk.in_trouble(30);
    let library = shims::library("disk").to_string_lossy();
    let (store, trouble) = (disk.store.to_string_lossy(), disk.trouble.to_string_lossy());
    let environment = [("LD_PRELOAD", &*library), ("CASELOG_TEST_WATCH", &*store), ("CASELOG_TEST_TROUBLE", &*trouble)];
    let mut session = Session::begin(&["--store", &store, "--lang", "en"], &environment);
    session.sees("Passphrase").types(PASSPHRASE).types(ENTER).sees("Today").types("5").sees("Å.Ö-1");
    session.types("d").sees("! The disk is read-only").sees("Å.Ö-1");
    disk.is_well();
    session.types("d").sees("Deleted: person").types("q");
    assert_eq!(session.finish(), 0);
}

fn copy(from: &Path, to: &Path) {
    assert!(std::process::Command::new("cp").arg("-a").args([from, to]).status().unwrap().success());
}

#[test]
fn what_cannot_be_read_is_told_and_holds_no_key_back() {
    let mut screen = Screen::sample(Lang::En, (80, 24));
    screen.unreadable = true;
    for pane in ["3", "6", "5", "7"] {
        screen.keys(pane).sees("damaged");
    }
    screen.keys("1").sees("Today ·");
    screen.unreadable = false;
    screen.keys("3").sees("Å.L-30").misses("damaged").keys("1");
    // A list that stands, of which only what comes next cannot be read.
    screen.keys("2<End>");
    screen.unreadable = true;
    screen.keys("<Home><PgDn><PgDn><PgDn><PgDn>").keys("1").sees("Today ·");
    screen.unreadable = false;
    screen.keys("2n").unreadable = true;
    screen.keys("E.M").sees("! damaged").keys("<Tab><Tab>");
    screen.unreadable = false;
    screen.keys("<Esc>1").sees("Today ·");
}
