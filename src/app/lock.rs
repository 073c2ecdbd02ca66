//! The locked screen: nothing but the product's name and the prompt, until the store is open.

use super::exchange::{Ask, Passphrase, Refusal, RefusalKind, Ticket};
use super::hidden::Hidden;
use super::keys::Action;
use super::view::Cx;
use crate::domain::Shown;
use crate::i18n::{fill, texts::app as t};
use chrono::{NaiveDateTime, TimeDelta};

/// So many wrong tries in a row cost nothing but the derivation of the key: a slip of the finger.
const FREE_TRIES: u32 = 3;
/// Each try after that waits twice as long as the one before, in seconds from 2, and no longer than this.
const LONGEST_WAIT: i64 = 30;

/// The prompt for the passphrase.
#[derive(Debug)]
pub struct Lock {
    typed: Hidden,
    /// The store needs a passphrase (the sample needs none).
    pub asks: bool,
    /// Why the last try did not open it.
    pub refused: Option<Shown>,
    /// Enter was pressed before the store was closed.
    pub is_entered: bool,
    /// The key is being derived.
    opening: Option<Ticket>,
    /// How often in a row what was typed was wrong.
    wrong: u32,
    /// Until then nothing more is tried.
    not_before: Option<NaiveDateTime>,
}

impl Lock {
    pub fn new(asks: bool) -> Lock {
        Lock {
            typed: Hidden::default(),
            asks,
            refused: None,
            is_entered: false,
            opening: None,
            wrong: 0,
            not_before: None,
        }
    }

    /// How many characters are typed, for the dots.
    pub fn length(&self) -> usize {
        self.typed.length()
    }

    pub fn is_opening(&self) -> bool {
        self.opening.is_some()
    }

    /// Tries to open the store.
    pub fn open(&mut self, passphrase: Option<Passphrase>, cx: &mut Cx) {
        if !self.is_opening() {
            self.refused = None;
            self.opening = Some(cx.ask(Ask::Open(passphrase)));
        }
    }

    pub fn act(&mut self, action: Action, cx: &mut Cx) {
        match action {
            Action::Accept if self.wait(cx.world.now) > 0 => {
                let seconds = self.wait(cx.world.now);
                self.refused = Some(Shown::new(fill(t::LOCK_WAIT, cx.world.lang, &[("seconds", &seconds)])));
            }
            Action::Accept => {
                let typed = self.typed.take();
                self.open(self.asks.then_some(typed), cx);
            }
            action => drop(self.typed.act(action)),
        }
    }

    pub fn insert(&mut self, text: &str) {
        if !self.is_opening() {
            self.typed.push(text);
        }
    }

    pub fn awaits(&self, ticket: Ticket) -> bool {
        self.opening == Some(ticket)
    }

    /// Takes away what is typed, which nobody has gone on with.
    pub fn clear(&mut self) {
        self.typed = Hidden::default();
        self.refused = None;
        self.is_entered = false;
    }

    /// So many seconds nothing more is tried.
    fn wait(&self, now: NaiveDateTime) -> i64 {
        let left = self.not_before.map_or(0, |then| (then - now).num_milliseconds());
        // A clock that was set back must not keep her out.
        if left > LONGEST_WAIT * 1000 { 0 } else { (left + 999).max(0) / 1000 }
    }

    /// It did not open.
    pub fn refuse(&mut self, refusal: Refusal, now: NaiveDateTime) {
        self.opening = None;
        if refusal.kind == RefusalKind::WrongPassphrase {
            self.wrong += 1;
            let wait = 1_i64.checked_shl(self.wrong.saturating_sub(FREE_TRIES)).unwrap_or(LONGEST_WAIT);
            let wait = (self.wrong > FREE_TRIES).then(|| TimeDelta::seconds(wait.min(LONGEST_WAIT)));
            self.not_before = wait.map(|wait| now + wait);
        }
        self.refused = Some(refusal.message);
    }
}
