//! Settings on the screen: in force at once and written to the file; what opens the store, changed.

use crate::desk::Screen;
use crate::terminal::{ENTER, Session};
use caselog::app::exchange::Preference;
use caselog::app::secrets::Stage;
use caselog::app::view::View;
use caselog::domain::Lang;
use caselog::store::{Error, Kdf, Passphrase, RecoveryCode, Store, Unlock};
use std::path::{Path, PathBuf};

const OLD: &str = "fyra små ord";
const NEW: &str = "fem andra gröna ord";

fn created() -> (tempfile::TempDir, PathBuf) {
    let place = tempfile::tempdir().unwrap();
    let path = place.path().join("log");
    let cheap = Kdf { memory: 8, passes: 1 };
    drop(Store::create(&path, &Passphrase::new(OLD.to_owned()), cheap).unwrap());
    (place, path)
}

fn opens(path: &Path, with: &str) -> bool {
    let opened = match RecoveryCode::parse(with) {
        Ok(code) => Store::open(path, &Unlock::Recovery(&code)),
        Err(_) => Store::open(path, &Unlock::Passphrase(&Passphrase::new(with.to_owned()))),
    };
    match opened {
        Ok(_) => true,
        Err(Error::WrongPassphrase | Error::WrongRecoveryCode) => false,
        Err(error) => panic!("{error}"),
    }
}

/// The page of settings, from wherever she is.
const SETTINGS: &str = "8<Esc><Home>jjjjj<Enter>";
/// From there to the passphrase, and to the recovery sheet.
const PASSPHRASE: &str = "<Home>jjjj<Enter>";
const SHEET: &str = "<Home>jjjjj<Enter>";

#[test]
fn language_colours_and_locking_hold_at_once_and_are_undone_by_choosing_again() {
    let mut screen = Screen::sample(Lang::En, (80, 24));
    screen.keys(SETTINGS).sees("> Language English").sees("Enter changes to Swedish").keys("<Enter>");
    screen.sees("> Språk svenska").sees("Inställningen gäller och står i filen.").sees("2Kontakter");
    screen.keys("1").sees("Försenade uppföljningar").keys("7<Enter>").sees("Sammanställning");
    screen.keys(SETTINGS).keys("<Enter>").sees("> Language English").keys("j<Enter>").sees("> Colours none");
    assert!(!screen.app.colour);
    screen.keys("<Enter>").sees("> Colours the terminal's");
    assert!(screen.app.colour);
    screen.keys("j<Enter>").sees("Locks after").keys("<Ctrl-U>0<Enter>").sees("! a number of minutes, 1–60");
    screen.keys("<Ctrl-U>61<Enter>").sees("! a number").keys("<Ctrl-U>10<Enter>").sees("> Locks after 10 min");
    screen.keys("j<Enter>").sees("They stand in").sees("[keys]");
    let set = [
        Preference::Lang(Lang::Sv),
        Preference::Lang(Lang::En),
        Preference::Monochrome(true),
        Preference::Monochrome(false),
        Preference::LockAfter(10),
    ];
    assert_eq!(screen.preferred, set);
    // Locked and unlocked they hold still.
    screen.keys("<Ctrl-L>").keys("<Enter>").keys(SETTINGS).sees("10 min");
    screen.keys(PASSPHRASE).sees("! The sample log is in memory only").keys(SHEET).sees("! The sample log");
    screen.keys("<End>").sees("caselog passphrase --new-key");
}

#[test]
fn the_passphrase_is_changed_once_the_old_one_is_typed() {
    let (_place, path) = created();
    let mut screen = Screen::open(&path, OLD, Lang::En, (80, 24));
    screen.keys(SETTINGS).keys(PASSPHRASE).sees("The passphrase now").keys("<Enter>").sees("! the passphrase is empty");
    screen.keys("fel<Enter>").sees("New passphrase").keys("kort").sees("The passphrase is short");
    screen.keys("<Ctrl-U>").keys(NEW).keys("<Enter>").sees("Once more").keys("annat<Enter>");
    screen.sees("! That was not the same twice").keys(NEW).keys("<Enter>").keys(NEW).keys("<Enter>");
    screen.sees("The passphrase now").sees("! Wrong passphrase");
    screen.keys(OLD).keys("<Enter>").keys(NEW).keys("<Enter>").keys(NEW);
    let told = format!("{:?}", screen.app);
    assert!(!told.contains(OLD) && !told.contains(NEW), "a passphrase is told");
    assert!(screen.picture().contains("•") && !screen.picture().contains(NEW));
    screen.keys("<Enter>").sees("The passphrase is changed").sees("Settings");
    screen
        .keys("<Ctrl-L>")
        .keys(OLD)
        .keys("<Enter>")
        .sees("! Wrong passphrase")
        .keys(NEW)
        .keys("<Enter>")
        .sees("Today");
    drop(screen);
    assert!(opens(&path, NEW) && !opens(&path, OLD));
}

#[test]
fn a_new_recovery_sheet_is_in_force_once_it_is_copied() {
    let (_place, path) = created();
    let mut screen = Screen::open(&path, OLD, Lang::Sv, (80, 24));
    let code = |screen: &Screen| match screen.app.top() {
        View::Secrets(page) => match &page.stage {
            Stage::Sheet(sheet) => sheet.groups().iter().map(|group| group.to_string()).collect::<Vec<_>>().join(" "),
            stage => panic!("{stage:?}"),
        },
        view => panic!("{view:?}"),
    };
    screen.keys(SETTINGS).keys(SHEET).keys("fel<Enter>").sees("! Fel lösenfras");
    screen.keys(OLD).keys("<Enter>").sees("Den nya återställningskoden");
    let dropped = code(&screen);
    screen.keys("<Esc>").sees("Den nya koden gäller inte");
    screen.keys(SHEET).keys(OLD).keys("<Enter>");
    let locked = code(&screen);
    screen.keys("<Ctrl-L>").misses("återställningskoden").keys(OLD).keys("<Enter>").sees("Idag");
    screen.keys(SETTINGS).keys(SHEET).keys(OLD).keys("<Enter>");
    let taken = code(&screen);
    screen.sees(&taken[..5]).keys("<Enter>").sees("Det nya återställningsbladet gäller");
    assert!(!screen.picture().contains(&taken[..5]));
    drop(screen);
    assert!(opens(&path, &taken) && !opens(&path, &dropped) && !opens(&path, &locked) && opens(&path, OLD));
}

#[test]
fn the_page_fits_the_smallest_screen() {
    for lang in [Lang::Sv, Lang::En] {
        let mut screen = Screen::sample(lang, (60, 20));
        screen.keys(SETTINGS);
        for _ in 0..7 {
            screen.sees("> ").keys("j");
        }
        screen.sees("--new-key");
    }
}

#[test]
fn the_file_keeps_its_comments_and_a_file_that_cannot_be_read_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let config = folder.path().join("caselog");
    std::fs::create_dir(&config).unwrap();
    let file = config.join("settings.toml");
    std::fs::write(&file, "# mine\ntheme = \"default\" # the usual\n\n[keys]\nsort = \"o\"\n").unwrap();
    let home = folder.path().to_string_lossy();
    let mut session = Session::begin(&["--demo", "--lang", "en"], &[("XDG_CONFIG_HOME", &home)]);
    session.sees("Today ·").types("8").sees("Settings").types("jjjjj").types(ENTER).sees("Locks after 5 min");
    session.types("j").types(ENTER).sees("Colours none").sees("in force").types("j").types(ENTER).sees("1–60");
    session.types("\u{15}12").types(ENTER).sees("Locks after 12 min");
    let text = std::fs::read_to_string(&file).unwrap();
    assert_eq!(text, "# mine\ntheme = \"monochrome\" # the usual\n\nlock_after = 12\n[keys]\nsort = \"o\"\n");
    std::fs::write(&file, "theme = = 1\n").unwrap();
    session.types("k").types(ENTER).sees("! ").sees("Colours none");
    assert_eq!(std::fs::read_to_string(&file).unwrap(), "theme = = 1\n");
    session.types("q");
    assert_eq!(session.finish(), 0);
}
