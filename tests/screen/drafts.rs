//! What is typed is in the store when the screen says so, whatever happens next.

use crate::desk::{Screen, now};
use crate::random::Dice;
use caselog::app::exchange::{Ask, Effect, Msg, Reply, Ticket};
use caselog::app::form::Form;
use caselog::app::key::Key;
use caselog::app::unfinished::Writing;
use caselog::app::view::View;
use caselog::app::{App, Env, update};
use caselog::domain::Lang;
use caselog::store::{Folder, Kdf, Passphrase, Store};
use caselog::worker::{Clock, Desk, Place};
use std::collections::VecDeque;
use std::path::Path;
use std::sync::Arc;
use zeroize::Zeroizing;

const CHEAP: Kdf = Kdf { memory: 8, passes: 1 };

/// A store of a folder in the hands of the screen and the worker, each step of which is taken by hand.
struct Steps {
    app: App,
    desk: Desk,
    asked: VecDeque<(Ticket, Ask)>,
    quit: bool,
}

impl Steps {
    fn open(path: &Path) -> Steps {
        let app = App::new(Lang::En, (80, 24), &Env { now: now() }, true);
        let folder = Arc::new(Folder::hold(path).unwrap());
        let desk = Desk::new(Place::Folder(folder), Clock { today: Some(now().date()) }, Lang::En);
        let mut steps = Steps { app, desk, asked: VecDeque::new(), quit: false };
        steps.unlock();
        steps
    }

    fn unlock(&mut self) {
        self.send(Msg::Paste("hemligt".to_owned()));
        self.keys(&["Enter"]);
        while self.work() {}
        assert!(self.app.lock.is_none());
    }

    fn send(&mut self, msg: Msg) {
        for effect in update(&mut self.app, msg, &Env { now: now() }) {
            match effect {
                Effect::Quit => self.quit = true,
                Effect::Ask(ticket, ask) => self.asked.push_back((ticket, ask)),
                Effect::Copy(_) | Effect::ForgetCopied | Effect::Prefer(_) => {}
            }
        }
    }

    fn keys(&mut self, keys: &[&str]) {
        keys.iter().for_each(|key| self.send(Msg::Key(Key::parse(key).unwrap())));
    }

    /// The worker does one thing. `false`: nothing was asked.
    fn work(&mut self) -> bool {
        let Some((ticket, ask)) = self.asked.pop_front() else { return false };
        let told = self.desk.perform(ask);
        self.send(Msg::Reply(Reply { ticket, told }));
        true
    }

    fn form(&self) -> &Form {
        match self.app.top() {
            View::Form(form) => form,
            view => panic!("no form: {view:?}"),
        }
    }

    /// The form's state as the store would have it, if the screen says that it is kept.
    fn shown_as_kept(&self) -> Option<String> {
        let content = self.form().content();
        (!content.is_empty() && !self.form().keeping.is_behind(&content)).then_some(content)
    }
}

fn place() -> (tempfile::TempDir, std::path::PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("log");
    drop(Store::create(&path, &Passphrase::new("hemligt".to_owned()), CHEAP).unwrap());
    (folder, path)
}

#[test]
fn what_the_screen_says_is_kept_is_there_after_a_crash_at_any_moment() {
    let (_folder, path) = place();
    let mut dice = Dice(0x5eed_0004);
    let mut crashes_with_something_kept = 0;
    for round in 0..100 {
        let mut steps = Steps::open(&path);
        // She goes on where she was, or begins.
        let earlier = steps.app.world.drafts.len();
        assert_eq!(earlier, usize::from(crashes_with_something_kept > 0), "one draft, offered and not filled in");
        steps.keys(if earlier > 0 { &["Enter"] } else { &["n"] });
        while steps.work() {}
        let mut kept = steps.shown_as_kept();
        let mut typed = vec![steps.form().content()];
        for _ in 0..dice.roll(40) {
            match dice.roll(8) {
                0 => steps.keys(&["Tab"]),
                1 | 2 => steps.send(Msg::Tick),
                3..=5 => drop(steps.work()),
                _ => steps.send(Msg::Paste(["å", "12", " ", "e\u{301}"][dice.roll(4)].to_owned())),
            }
            kept = steps.shown_as_kept().or(kept);
            typed.push(steps.form().content());
        }
        // The process is gone: what was asked and not done is lost with it.
        let not_done = format!("{:?}", steps.asked);
        drop(steps);
        let Some(kept) = kept else { continue };
        crashes_with_something_kept += 1;
        let store = Store::unlock_as_typed(&Arc::new(Folder::hold(&path).unwrap()), Zeroizing::new("hemligt".into()));
        let found: Vec<String> = store.unwrap().drafts().unwrap().into_iter().map(|draft| draft.content).collect();
        let place = |content: &String| typed.iter().rposition(|typed| typed == content);
        let first = typed.iter().position(|typed| *typed == kept);
        assert_eq!(found.len(), 1);
        assert!(place(&found[0]) >= first, "round {round}: {kept} is not in {found:?}; not done: {not_done}");
    }
    assert!(crashes_with_something_kept > 80, "{crashes_with_something_kept}");
}

#[test]
fn a_draft_outlives_quit_and_goes_when_it_is_saved() {
    let (_folder, path) = place();
    let mut steps = Steps::open(&path);
    steps.keys(&["n", "Tab", "s", "e", "q"]);
    let content = steps.form().content();
    steps.keys(&["Ctrl-C"]);
    assert!(!steps.quit, "not before it is kept");
    while steps.work() {}
    assert!(steps.quit);
    drop(steps);

    let mut steps = Steps::open(&path);
    assert!(matches!(steps.app.top(), View::Today(_)), "nothing is filled in unasked");
    steps.keys(&["n"]);
    assert!(steps.app.dialog.is_some(), "the same form offers it");
    steps.keys(&["Enter"]);
    assert_eq!(steps.form().content(), content);
    while steps.work() {}
    steps.keys(&["Ctrl-U", "Ctrl-U", "Shift-Tab", "Ctrl-S"]);
    while steps.work() {}
    assert!(!matches!(steps.app.top(), View::Form(_)), "{:?}", steps.app.message);
    drop(steps);
    assert!(Steps::open(&path).app.world.drafts.is_empty());
}

/// The end of the outline of the funder's report: the section before the signatures.
const SECTION: [&str; 10] = ["7", "j", "j", "j", "Enter", "End", "k", "Enter", "å", "ä"];

#[test]
fn a_section_is_kept_over_a_crash_offered_again_and_gone_when_it_is_saved() {
    let (_folder, path) = place();
    let mut steps = Steps::open(&path);
    steps.keys(&SECTION);
    assert!(steps.app.is_behind(), "a tick is wanted");
    steps.send(Msg::Tick);
    while steps.work() {}
    assert!(!steps.app.is_behind());
    let content = steps.app.top().unfinished().unwrap().content();
    assert!(content.contains("åä"), "{content}");
    drop(steps);

    let mut steps = Steps::open(&path);
    assert!(matches!(steps.app.top(), View::Today(_)), "nothing is filled in unasked");
    assert_eq!(
        steps.app.world.drafts.iter().map(|draft| draft.content()).collect::<Vec<_>>(),
        std::slice::from_ref(&content)
    );
    // The same section offers it.
    steps.keys(&SECTION[..8]);
    assert!(steps.app.dialog.is_some() && steps.app.world.drafts.len() == 1);
    steps.keys(&["Enter", "ö"]);
    assert!(steps.app.world.drafts.is_empty());
    assert!(steps.app.top().unfinished().unwrap().content().contains("åäö"));
    steps.keys(&["Esc"]);
    while steps.work() {}
    assert!(matches!(steps.app.top(), View::Outline(_)), "{:?}", steps.app.top());
    assert!(steps.app.world.project.sections.values().any(|text| text == "åäö"));
    drop(steps);
    assert!(Steps::open(&path).app.world.drafts.is_empty());
}

#[test]
fn a_locked_section_comes_back_and_is_not_offered_a_second_time() {
    let (_folder, path) = place();
    let mut steps = Steps::open(&path);
    steps.keys(&SECTION);
    steps.keys(&["Ctrl-L"]);
    while steps.work() {}
    steps.unlock();
    assert!(steps.app.top().unfinished().unwrap().content().contains("åä"));
    assert!(steps.app.world.drafts.is_empty());
    steps.send(Msg::Tick);
    while steps.work() {}
    steps.keys(&["Esc"]);
    while steps.work() {}
    drop(steps);
    assert!(Steps::open(&path).app.world.drafts.is_empty(), "saved, so that no draft is left");
}

#[test]
fn a_section_that_was_taken_away_meanwhile_comes_back_with_what_was_typed() {
    let (_folder, path) = place();
    let mut steps = Steps::open(&path);
    steps.keys(&["7", "j", "j", "j", "Enter", "n"]);
    steps.send(Msg::Paste("Egen".to_owned()));
    steps.keys(&["Enter"]);
    while steps.work() {}
    steps.keys(&["Enter", "ö"]);
    steps.send(Msg::Tick);
    while steps.work() {}
    drop(steps);
    let mut steps = Steps::open(&path);
    steps.keys(&["u"]);
    while steps.work() {}
    assert!(steps.app.world.project.outlines.funder.is_empty());
    steps.keys(&["Home", "Enter", "Ctrl-S"]);
    while steps.work() {}
    let outline = &steps.app.world.project.outlines.funder;
    assert!(
        outline.iter().any(|section| section.section == "own_1"),
        "{outline:?} {:?} {:?}",
        steps.app.top(),
        steps.app.message
    );
    assert_eq!(steps.app.world.project.sections.get("own_1").map(String::as_str), Some("ö"));
}

#[test]
fn a_locked_screen_has_the_draft_in_the_store_and_comes_back_to_it() {
    let (_folder, path) = place();
    let mut steps = Steps::open(&path);
    steps.keys(&["5"]);
    while steps.work() {}
    steps.keys(&["n", "å", "Ctrl-L"]);
    while steps.work() {}
    steps.unlock();
    assert!(steps.shown_as_kept().is_some());
    assert!(steps.app.world.drafts.is_empty(), "the form in front is not offered a second time");
}

#[test]
fn a_draft_is_thrown_away_only_on_purpose() {
    let mut screen = Screen::sample(Lang::En, (80, 24));
    screen.keys("5nåsa").sees("draft not kept yet").send(Msg::Tick);
    screen.sees("draft kept").keys("<Esc>1<Home>").sees("Begun, not saved").sees("New person");
    screen.keys("d").sees("Throw the draft away?").keys("<Enter>").sees("New person");
    screen.keys("d<↓><Enter>").misses("Begun, not saved");
}
