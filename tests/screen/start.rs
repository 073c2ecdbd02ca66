//! The first start, the six steps, and the page of the project.

use crate::desk::{Screen, drawn, now, picture};
use caselog::app::exchange::{Effect, Msg, Reply};
use caselog::app::first::{First, Stage};
use caselog::app::key::{Code, Key};
use caselog::app::{App, Env, update};
use caselog::domain::Lang;
use caselog::store::{Folder, Kdf, Store};
use caselog::worker::{Clock, Desk, Place};
use std::path::Path;
use std::sync::Arc;
use zeroize::Zeroizing;

const CHEAP: Kdf = Kdf { memory: 8, passes: 1 };

/// The program where no store is yet.
struct Begin {
    app: App,
    desk: Desk,
}

impl Begin {
    fn at(path: &Path) -> Begin {
        let mut app = App::new(Lang::En, (80, 24), &Env { now: now() }, true);
        app.first = Some(First::new(Lang::En, &path.display().to_string()));
        let place = Place::New(path.to_owned(), Some(CHEAP));
        Begin { app, desk: Desk::new(place, Clock { today: Some(now().date()) }, Lang::En) }
    }

    fn send(&mut self, msg: Msg) {
        for effect in update(&mut self.app, msg, &Env { now: now() }) {
            if let Effect::Ask(ticket, ask) = effect {
                let told = self.desk.perform(ask);
                self.send(Msg::Reply(Reply { ticket, told }));
            }
        }
    }

    fn keys(&mut self, keys: &[&str]) -> &mut Begin {
        keys.iter().for_each(|key| self.send(Msg::Key(Key::parse(key).unwrap())));
        self
    }

    fn types(&mut self, text: &str) -> &mut Begin {
        text.chars().for_each(|c| self.send(Msg::Key(Key::plain(Code::Char(c)))));
        self
    }

    fn picture(&self) -> String {
        picture(&drawn(&self.app, (80, 24)).0)
    }

    #[track_caller]
    fn sees(&mut self, text: &str) -> &mut Begin {
        let picture = self.picture();
        assert!(picture.contains(text), "{text:?} is not on the screen:\n{picture}");
        self
    }
}

#[test]
fn a_log_is_made_and_opened_by_the_passphrase_and_by_the_code() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("log");
    let mut begin = Begin::at(&path);
    begin.sees("Which language?").sees("> English").keys(&["↑"]).sees("> Svenska").sees("Vilket språk?");
    begin.keys(&["Enter", "Enter"]).sees("! ").types("kort").sees("Lösenfrasen är kort");
    begin.types(" men längre än så är").sees("Lösenfrasen är stark");
    begin.keys(&["Enter"]).sees("En gång till").types("något annat").keys(&["Enter"]).sees("! Det var inte samma två");
    assert!(!path.exists(), "nothing is made before it is the same twice");
    begin.types("grön katt").keys(&["Enter"]).types("grön katt").keys(&["Enter"]).sees("Återställningskoden");
    let Some(First { stage: Stage::Sheet(sheet), .. }) = &begin.app.first else { panic!("{:?}", begin.app.first) };
    let code: Vec<String> = sheet.groups().iter().map(|group| group.as_str().to_owned()).collect();
    assert_eq!(code.len(), 8);
    for group in &code {
        begin.sees(group);
    }
    begin.keys(&["Enter"]).sees("Inget väntar").sees("1 av 6 · n: ny kontakt");
    drop(begin);
    for typed in ["grön katt", &code.join(" ")] {
        let held = Arc::new(Folder::hold(&path).unwrap());
        assert!(Store::unlock_as_typed(&held, Zeroizing::new(typed.to_owned())).is_ok(), "{typed}");
    }
}

#[test]
fn what_cannot_be_made_is_said_and_can_be_tried_again() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("log");
    std::fs::create_dir(&path).unwrap();
    std::fs::write(path.join("mine"), "").unwrap();
    let mut begin = Begin::at(&path);
    begin.keys(&["Enter"]).types("a").keys(&["Enter"]).types("a").keys(&["Enter"]).sees("! ").sees("Passphrase");
    std::fs::remove_file(path.join("mine")).unwrap();
    begin.types("a").keys(&["Enter"]).types("a").keys(&["Enter"]).sees("The recovery code");
}

#[test]
fn esc_goes_a_stage_back() {
    let folder = tempfile::tempdir().unwrap();
    let mut begin = Begin::at(&folder.path().join("log"));
    begin.keys(&["Enter"]).types("a").keys(&["Enter"]).sees("Once more").keys(&["Esc"]).sees("Four or five common");
    begin.keys(&["Esc"]).sees("Which language?").types("s").sees("> Svenska").keys(&["Esc"]).sees("> Svenska");
}

#[test]
fn the_six_steps_follow_the_keys() {
    let mut screen = Screen::new(Store::in_memory().unwrap(), Lang::En, (80, 24));
    screen.keys("8<Home>jjjj<Enter>").sees("1 of 6 · n: new contact").keys("2n").sees("2 of 6 · Ctrl-S: save");
    screen
        .keys("<Ctrl-S>")
        .keys("j")
        .sees("3 of 6 · Ctrl-K: look up")
        .keys("<Ctrl-K>")
        .keys("<Esc>")
        .sees("4 of 6 · i");
    screen.keys("i<Esc>j").sees("5 of 6 · u: undo").keys("uj").sees("6 of 6 · ?: all keys").keys("?");
    screen.sees("Those were the six steps").keys("<Esc>j").misses("of 6");
    screen.keys("8<Enter>").sees("1 of 6").keys("<Enter>").misses("of 6");
}

#[test]
fn the_project_is_changed_and_every_change_undone() {
    let mut screen = Screen::sample(Lang::En, (80, 24));
    screen.keys("8<Home>jjj<Enter>").sees("Project and settings").sees("0 15 18 20 25 35 45 65");
    screen.keys("<Enter><Ctrl-U>Night work<Enter>").sees("Saved: the project and its settings").sees("Night work");
    screen.keys("u").misses("Night work").keys("<Ctrl-R>").sees("Night work");
    screen.keys("jjjj<Enter><Ctrl-U>2001-01-01<Enter>").sees("! the project ends before it begins").keys("<Esc>");
    screen
        .keys("je<Ctrl-U>0 18 15<Enter>")
        .sees("! type the lowest age")
        .keys("<Ctrl-U>0 18 65<Enter>")
        .sees("0 18 65");
    screen.keys("je<Ctrl-U>0<Enter>").sees("! a number of months").keys("<Ctrl-U>24<Enter>").sees("24");
    screen.keys("5n<Tab><Tab>1993").sees("? may be 0-17 or 18-64").keys("<Esc>");
    screen.keys("8<Esc><End><Enter>").sees("returning after months: 12 → 24");
}

#[test]
fn searching_people_by_role_is_switched_off_and_counting_is_not() {
    let mut screen = Screen::sample(Lang::Sv, (80, 24));
    screen.keys("5frole:victim<Enter>").sees("roll: brottsutsatt").keys("<Esc>");
    screen
        .keys("8<Home>jjj<Enter><End>")
        .sees("> Söka personer på roll och brott ja")
        .keys("<Enter>")
        .sees("brott nej");
    screen.keys("5frole:victim<Enter>").sees("! Personer söks inte på roll").misses("roll: brottsutsatt");
    screen.keys("fsex:woman<Enter>").sees("kön: kvinna").keys("2frole:victim<Enter>").sees("roll: brottsutsatt");
}
