//! A store of a newer program on the screen: what it says, what it does not offer, and what it refuses.

use crate::desk::{Screen, now};
use crate::raw;
use caselog::domain::Lang;
use caselog::store::{Kdf, Passphrase, Store};
use std::path::PathBuf;

const PASSPHRASE: &str = "fyra små ord";
const WHY: &str = "A newer version wrote this store: update the program. Nothing is lost.";

/// The sample in a store of a later program.
fn newer() -> (tempfile::TempDir, PathBuf) {
    let place = tempfile::tempdir().unwrap();
    let path = place.path().join("log");
    let cheap = Kdf { memory: 8, passes: 1 };
    let (mut store, _) = Store::create(&path, &Passphrase::new(PASSPHRASE.to_owned()), cheap).unwrap();
    let plan = caselog::transfer::import(caselog::demo::files(), &store, false, &|_, _, _| Ok(()));
    store.apply(plan.unwrap_or_else(|_| panic!("the sample")).change, now()).unwrap();
    drop(store);
    raw::make_newer(&path, PASSPHRASE);
    (place, path)
}

#[test]
fn it_says_why_at_all_times_and_offers_no_change() {
    let (_place, path) = newer();
    for (lang, why, mark) in [
        (Lang::En, WHY, "▲ read only"),
        (Lang::Sv, "Loggen är från en nyare version: uppdatera programmet. Inget är förlorat.", "▲ bara läsning"),
    ] {
        let mut screen = Screen::open(&path, PASSPHRASE, lang, (80, 24));
        for pane in ["1", "2", "3", "4", "5", "6", "7", "8"] {
            screen.keys(pane).sees(&format!("▲ {why}"));
        }
        // With a word on something else the mark stays.
        screen.keys("2y").sees(mark).misses(why);
    }
    let mut screen = Screen::open(&path, PASSPHRASE, Lang::En, (100, 30));
    screen.keys("2").misses("n new").misses("e change").misses("u undo").sees("f filter").sees("? help");
    screen.keys(":").sees("find").misses("delete").misses("take back").keys("<Esc>");
    screen.keys("?").sees("What was done to the record").misses("new record").misses("delete").keys("<Esc>");
}

#[test]
fn every_change_is_refused_with_why_and_the_way_out() {
    let (_place, path) = newer();
    let before = raw::files(&path);
    let mut screen = Screen::open(&path, PASSPHRASE, Lang::En, (80, 24));
    let tried = [
        "2n",
        "i",
        "2e",
        "2d",
        "2L",
        "2U",
        "2m",
        "2g",
        "u",
        "<Ctrl-R>",
        "5R",
        "5X",
        "5fprotected:yes<Enter>V",
        "4K",
        "2w",
        "7<Enter>P",
        "w",
        // The first setting of the project, one that is turned, a value list, a check, a section of a report.
        "8<Esc>jjj<Enter><Enter>",
        "<End><Enter>",
        "8<Esc><End><↑><↑><Enter><Enter>n",
        "e",
        "d",
        "+",
        "8<Esc><End><↑><Enter>e",
        "8<Esc><End><↑><↑><↑><Enter>n",
        "7<Esc>e",
        "jjj<Enter><Enter>",
        "6<Shift-Tab>n",
    ];
    for keys in tried {
        screen.keys(keys);
        let picture = screen.picture();
        assert!(picture.contains(&format!("! {WHY}")), "{keys}:\n{picture}");
        assert!(screen.app.prompt.is_none() && screen.app.dialog.is_none(), "{keys}:\n{picture}");
    }
    screen.keys("q");
    assert!(screen.quit);
    drop(screen);
    assert!(raw::files(&path) == before, "a store of a newer program was written");
    assert!(!path.with_file_name("log-backups").exists());
}

#[test]
fn looking_up_listing_counting_and_previews_go_on() {
    let (place, path) = newer();
    let mut screen = Screen::open(&path, PASSPHRASE, Lang::En, (100, 30));
    screen.keys("<Ctrl-K>I.O-37").sees("I.O-37").keys("<Enter>").sees("Person P001");
    screen.keys("2frole:victim<Enter>").sees("role: victim").keys("<Enter>").sees("Contact C");
    screen.keys("6<Tab>").sees("Cross table").keys("7<Enter>").sees("Summary");
    screen.keys("8<Esc><End><Enter>").sees("imported");
    let file = place.path().join("list.csv");
    screen.keys("22E<Ctrl-U>").keys(&file.to_string_lossy()).keys("<Enter>");
    screen.sees("Saved in the clear");
    assert!(file.exists());
    // Locked and unlocked it is as before, and nothing of it is kept meanwhile.
    screen.keys("<Ctrl-L>").sees("Passphrase").misses("Contacts");
    assert!(screen.app.is_closed());
    screen.keys(PASSPHRASE).keys("<Enter>").sees("Today").sees(WHY);
}
