//! While the log is being read: what does not need all of it is done at once.

use super::desk::{drawn, now, picture, sample};
use caselog::app::exchange::{Ask, Effect, Msg, Reply, Ticket};
use caselog::app::key::{Code, Key};
use caselog::app::pane::Pane;
use caselog::app::{App, Env, update};
use caselog::domain::{Lang, Shown};
use caselog::worker::{Clock, Desk, Place};

/// A screen whose worker answers only what does without the facts, as it does while it reads.
struct Reading {
    app: App,
    desk: Desk,
    /// What waits until the log is read.
    waiting: Vec<(Ticket, Ask)>,
}

impl Reading {
    fn begin(lang: Lang) -> Reading {
        let env = Env { now: now() };
        let mut app = App::new(lang, (80, 24), &env, false);
        let desk = Desk::new(Place::Memory(Box::new(sample())), Clock { today: Some(now().date()) }, lang);
        let effects = app.open();
        let mut reading = Reading { app, desk, waiting: Vec::new() };
        reading.answer(effects);
        reading
    }

    fn tell(&mut self, msg: Msg) {
        let effects = update(&mut self.app, msg, &Env { now: now() });
        self.answer(effects);
    }

    fn answer(&mut self, effects: Vec<Effect>) {
        for effect in effects {
            match effect {
                Effect::Ask(ticket, ask) if ask.needs_facts() => self.waiting.push((ticket, ask)),
                Effect::Ask(ticket, ask) => {
                    let told = self.desk.perform(ask);
                    self.tell(Msg::Reply(Reply { ticket, told }));
                }
                _ => {}
            }
        }
    }

    fn press(&mut self, keys: &str) {
        keys.chars().for_each(|key| self.tell(Msg::Key(Key::plain(Code::Char(key)))));
    }

    fn text(&self) -> String {
        picture(&drawn(&self.app, (80, 24)).0)
    }
}

#[test]
fn the_screen_answers_while_the_log_is_read() {
    let mut screen = Reading::begin(Lang::Sv);
    // The first moment a key is kept: Today may come before it is even seen.
    screen.press("5");
    assert_eq!(screen.app.pane(), Pane::Today);
    screen.tell(Msg::Reading(Some(7)));
    assert_eq!(screen.app.pane(), Pane::People);
    assert!(screen.text().contains("Loggen läses in: 7 %"), "{}", screen.text());

    screen.tell(Msg::Key(Key::parse("Ctrl-K").unwrap()));
    screen.press("farsta");
    assert!(screen.text().contains("Farsta"), "{}", screen.text());
    screen.tell(Msg::Key(Key::parse("Esc").unwrap()));

    screen.press("2n");
    assert!(screen.text().contains("Ny kontakt"), "{}", screen.text());
    screen.tell(Msg::Key(Key::parse("Esc").unwrap()));

    screen.tell(Msg::Reading(None));
    while let Some((ticket, ask)) = screen.waiting.pop() {
        let told = screen.desk.perform(ask);
        screen.tell(Msg::Reply(Reply { ticket, told }));
    }
    let text = screen.text();
    assert!(text.contains("2011-01-14") && !text.contains("Loggen läses in"), "{text}");
}

#[test]
fn a_log_that_cannot_be_read_locks_the_screen_and_says_why() {
    let mut screen = Reading::begin(Lang::Sv);
    screen.tell(Msg::Reading(Some(7)));
    screen.tell(Msg::Key(Key::parse("Ctrl-K").unwrap()));
    screen.press("farsta");
    assert!(screen.text().contains("Farsta"), "{}", screen.text());
    screen.tell(Msg::Unreadable(Shown::new("En sida är skadad.")));
    let text = screen.text();
    assert!(text.contains("En sida är skadad.") && !text.contains("Farsta"), "{text}");
    assert!(screen.app.lock.is_some() && screen.app.is_closed());
}
