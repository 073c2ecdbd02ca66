//! Locked, the state knows nothing; unlocked, she is in the same form at the same character.

use crate::desk::{Screen, now, sample};
use caselog::app::exchange::{Ask, Effect, Msg, Reply, Ticket};
use caselog::app::key::Key;
use caselog::app::unfinished::Writing;
use caselog::app::{App, Env, update};
use caselog::domain::{Change, Kind, Lang, Record};
use caselog::store::Store;
use caselog::worker::{Clock, Desk, Place};
use chrono::TimeDelta;
use std::collections::VecDeque;

const LOCK: &str = "<Ctrl-L>";

/// A log of two people, one of whom was met.
fn small() -> Screen {
    let mut store = Store::in_memory().unwrap();
    let of = |kind: Kind, values: &[(&str, &str)]| {
        let text =
            |field: &caselog::domain::Field| values.iter().find(|(code, _)| *code == field.code).map_or("", |v| v.1);
        Record::from_texts(kind, &kind.fields().iter().map(text).collect::<Vec<_>>()).unwrap()
    };
    let records = [
        of(Kind::Person, &[("ref", "P001"), ("alias", "I.O-37"), ("birth", "1993"), ("district", "Farsta")]),
        of(Kind::Person, &[("ref", "P002"), ("alias", "E.M-53")]),
        of(Kind::Contact, &[("ref", "C001"), ("at", "2010-12-14T09:15"), ("person", "P001"), ("role", "victim")]),
    ];
    for record in records {
        store.apply(Change::add(record), now()).unwrap();
    }
    Screen::new(store, Lang::Sv, (80, 24))
}

/// Presses keys, locks, and looks whether everything is gone; unlocks, and looks whether the picture is the same.
#[track_caller]
fn comes_back(screen: &mut Screen, keys: &str) {
    screen.keys(keys).send(Msg::Tick);
    let (before, cursor) = screen.picture_with_cursor();
    screen.keys(LOCK);
    assert!(screen.app.is_closed());
    let locked = screen.picture();
    assert!(locked.contains("caselog") && locked.split_whitespace().count() < 20, "{locked}");
    assert_knows_nothing(&screen.app);
    assert!(!screen.app.is_behind());
    screen.keys("<Enter>");
    let (after, cursor_after) = screen.picture_with_cursor();
    // The line of messages is not part of the place.
    let body = |picture: &str| picture.lines().take(23).collect::<Vec<_>>().join("\n");
    assert_eq!(body(&after), body(&before), "{keys}");
    assert_eq!(cursor_after, cursor, "{keys}");
}

/// No name, note or ref of the sample is in the state, however it is looked at.
fn assert_knows_nothing(app: &App) {
    let state = format!("{app:?}");
    for word in ["I.O-", "E.M-", "Farsta", "Angered", "kontaktad", "P0", "C0", "R0"] {
        assert!(!state.contains(word), "{word} is in {state}");
    }
}

#[test]
fn unlocked_she_is_where_she_was_in_every_view() {
    let mut screen = Screen::sample(Lang::Sv, (80, 24));
    for keys in [
        "",
        "<↓><↓>",
        "2",
        "2<↓><↓><↓>",
        "2frole:victim<Enter><↓>",
        "2p2010-03<Enter><↓>s<↓><Enter>",
        "5/I.O<Enter>",
        "5/I.O<Enter><Enter><↓><↓>",
        "5/I.O<Enter><Enter><↓><↓><Enter>",
        "6<↓><→>",
        "6<↓><Enter><↓>",
        "6<Tab><↓><↓>",
        "6frole:victim<Enter><↓>",
        "7<↓><↓><↓>",
        "P<↓><↓><↓>",
        "8<↓>",
        "8<↓><Enter>",
        "8<End><Enter><↓><↓>",
        "8<End><↑><Enter><↓>",
        "1<↓><Enter>",
    ] {
        comes_back(&mut screen, keys);
        // Back to the roots, the cursors at the top.
        for pane in 1..=8 {
            screen.keys(&format!("{pane}{pane}<Home>"));
        }
        screen.keys("1");
    }
}

#[test]
fn unlocked_she_is_in_the_same_form_at_the_same_character() {
    for keys in [
        "5n",
        "5nÅsa",
        "5nÅsa<←><←>",
        "2n2<Tab>te",
        "2n<Tab><Tab><Tab>",
        "2nZ.Z-77<Enter>",
        "2nZ.Z-77<Enter><Tab>1990<←>",
        "5/I.O<Enter><Enter>nx",
        "5/I.O<Enter><Enter>e<End><←>",
        "5/I.O<Enter><Enter>e<Ctrl-U>A.B-99<Tab>1990",
        "2<Enter>e<Shift-Tab>",
        "+igår 14:20 ny kvinna",
        "+igår 14:20 ny kvinna<←><←><←>",
    ] {
        comes_back(&mut small(), keys);
    }
}

#[test]
fn unlocked_after_a_form_is_left_the_draft_is_offered_once() {
    let mut screen = Screen::sample(Lang::En, (80, 24));
    screen.keys("5nÅsa").keys(LOCK).keys("<Enter>").sees("New person").keys("<Esc>1").sees("Begun, not saved");
    assert_eq!(screen.app.world.drafts.len(), 1);
    screen.keys(LOCK).keys("<Enter>").sees("Begun, not saved");
    assert_eq!(screen.app.world.drafts.len(), 1);
}

#[test]
fn a_protected_person_is_hidden_again() {
    let mut store = Store::in_memory().unwrap();
    let person =
        Record::from_texts(Kind::Person, &["P1", "A.B-1", "", "", "", "", "Hemlingby", "", "true", "", "", ""]);
    store.apply(Change::add(person.unwrap()), now()).unwrap();
    let mut screen = Screen::new(store, Lang::En, (80, 24));
    screen.keys("5V").sees("Hemlingby").sees("The journal notes it");
    // Who looked is told where all is told; undo passes it by.
    screen.keys("H").sees("showed protected fields: person P1").keys("<Esc>");
    screen
        .keys("u")
        .sees("Undone: person P1")
        .keys("<Ctrl-R>")
        .sees("P1")
        .keys("5V")
        .sees("Hemlingby")
        .keys(LOCK)
        .keys("<Enter>")
        .sees("A.B-1")
        .misses("Hemlingby");
}

#[test]
fn what_the_store_cannot_keep_stays_at_hand() {
    let mut steps = Steps::new();
    steps.keys(&["5", "n", "å", "s", "a"]);
    let content = steps.content();
    // The disk is full: whatever is kept is refused, closing is not.
    steps.keys(&["Ctrl-L"]);
    while let Some((ticket, ask)) = steps.asked.pop_front() {
        let told = match ask {
            Ask::KeepDraft(..) => Err(caselog::app::exchange::Refusal {
                message: caselog::domain::Shown::line("full"),
                kind: caselog::app::exchange::RefusalKind::Other,
            }),
            ask => steps.desk.perform(ask),
        };
        steps.send(Msg::Reply(Reply { ticket, told }));
    }
    assert!(steps.app.is_closed());
    assert_eq!(steps.app.world.drafts.iter().map(|form| form.content()).collect::<Vec<_>>(), [content]);
}

#[test]
fn a_record_on_its_way_when_the_screen_locks_is_saved_once_and_its_form_is_gone() {
    let mut steps = Steps::new();
    steps.keys(&["5", "n", "å", "Ctrl-S", "Ctrl-L"]);
    assert!(steps.app.lock.is_some(), "blank at once");
    steps.work();
    assert!(steps.app.is_closed());
    steps.keys(&["Enter"]);
    steps.work();
    assert!(matches!(steps.app.top(), caselog::app::view::View::Records(_)), "{:?}", steps.app.top());
    assert!(steps.app.world.drafts.is_empty());
}

#[test]
fn left_alone_it_locks_and_a_half_typed_passphrase_goes() {
    let mut app = App::new(Lang::En, (80, 24), &Env { now: now() }, true);
    update(&mut app, Msg::Paste("hemli".to_owned()), &Env { now: now() });
    assert_eq!(app.lock.as_ref().map(caselog::app::lock::Lock::length), Some(5));
    update(&mut app, Msg::Lock, &Env { now: now() });
    assert_eq!(app.lock.as_ref().map(caselog::app::lock::Lock::length), Some(0));

    let mut screen = Screen::sample(Lang::En, (80, 24));
    screen.keys("5").sees("A.C-23").send(Msg::Lock);
    assert!(screen.app.is_closed());
    screen.misses("A.C-23");
}

#[test]
fn guessing_gets_slower() {
    let mut app = App::new(Lang::En, (80, 24), &Env { now: now() }, true);
    let mut at = now();
    let tries = |app: &mut App, at| {
        update(app, Msg::Paste("fel".to_owned()), &Env { now: at });
        let effects = update(app, Msg::Key(Key::parse("Enter").unwrap()), &Env { now: at });
        let [Effect::Ask(ticket, Ask::Open(_))] = effects[..] else { return false };
        let refusal = caselog::app::exchange::Refusal {
            message: caselog::domain::Shown::line("wrong"),
            kind: caselog::app::exchange::RefusalKind::WrongPassphrase,
        };
        update(app, Msg::Reply(Reply { ticket, told: Err(refusal) }), &Env { now: at });
        true
    };
    for _ in 0..4 {
        assert!(tries(&mut app, at), "the first ones cost nothing more");
    }
    for wait in [2, 4, 8, 16, 30, 30] {
        assert!(!tries(&mut app, at + TimeDelta::seconds(wait - 1)));
        at += TimeDelta::seconds(wait);
        assert!(tries(&mut app, at), "after {wait} s");
    }
    assert!(tries(&mut app, at - TimeDelta::days(1)), "a clock that was set back keeps nobody out");
}

/// The state and the worker, each answer of which is given by hand.
struct Steps {
    app: App,
    desk: Desk,
    asked: VecDeque<(Ticket, Ask)>,
}

impl Steps {
    fn new() -> Steps {
        let mut app = App::new(Lang::En, (80, 24), &Env { now: now() }, false);
        let desk = Desk::new(Place::Memory(Box::new(sample())), Clock { today: Some(now().date()) }, Lang::En);
        let asked = app.open().into_iter().filter_map(asked).collect();
        let mut steps = Steps { app, desk, asked };
        steps.work();
        steps
    }

    fn send(&mut self, msg: Msg) {
        let effects = update(&mut self.app, msg, &Env { now: now() });
        self.asked.extend(effects.into_iter().filter_map(asked));
    }

    /// Presses keys; what they wait for is answered, but orders are not.
    fn keys(&mut self, keys: &[&str]) {
        for key in keys {
            self.send(Msg::Key(Key::parse(key).unwrap()));
            while let Some(at) = self.asked.iter().position(|(_, ask)| !ask.is_order()) {
                let (ticket, ask) = self.asked.remove(at).unwrap();
                let told = self.desk.perform(ask);
                self.send(Msg::Reply(Reply { ticket, told }));
            }
        }
    }

    fn work(&mut self) {
        while let Some((ticket, ask)) = self.asked.pop_front() {
            let told = self.desk.perform(ask);
            self.send(Msg::Reply(Reply { ticket, told }));
        }
    }

    fn content(&self) -> String {
        self.app.top().unfinished().unwrap().content()
    }
}

fn asked(effect: Effect) -> Option<(Ticket, Ask)> {
    match effect {
        Effect::Ask(ticket, ask) => Some((ticket, ask)),
        _ => None,
    }
}

#[test]
fn a_text_half_written_for_a_report_is_there_again() {
    let mut screen = Screen::sample(Lang::Sv, (80, 24));
    screen.keys("7<↓><↓><↓><Enter><Enter>Vi mötte").sees("Vi mötte").keys(LOCK);
    assert!(screen.app.is_closed());
    screen.misses("Vi mötte").keys("<Enter>").sees("Vi mötte").keys(" flera").sees("Vi mötte flera");
}
