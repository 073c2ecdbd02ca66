//! The locked screen: nothing but the product's name and the prompt, until the store is open.

use super::exchange::{Ask, Passphrase, Refusal, Ticket};
use super::keys::Action;
use super::view::Cx;
use crate::domain::Shown;
use unicode_segmentation::UnicodeSegmentation;
use zeroize::Zeroizing;

/// So many bytes of a passphrase are taken; the buffer never grows, so that no copy of it is left behind.
const LONGEST: usize = 1024;

/// The prompt for the passphrase.
#[derive(Debug)]
pub struct Lock {
    typed: Hidden,
    /// The store needs a passphrase (the sample needs none).
    pub asks: bool,
    /// Why the last try did not open it.
    pub refused: Option<Shown>,
    /// The key is being derived.
    opening: Option<Ticket>,
}

/// What is typed: never printed, zeroed when dropped.
struct Hidden(Zeroizing<String>);

impl std::fmt::Debug for Hidden {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("…")
    }
}

impl Hidden {
    fn empty() -> Hidden {
        Hidden(Zeroizing::new(String::with_capacity(LONGEST)))
    }
}

impl Lock {
    pub fn new(asks: bool) -> Lock {
        Lock { typed: Hidden::empty(), asks, refused: None, opening: None }
    }

    /// How many characters are typed, for the dots.
    pub fn length(&self) -> usize {
        self.typed.0.graphemes(true).count()
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
            Action::Accept => {
                let typed = std::mem::replace(&mut self.typed, Hidden::empty());
                self.open(self.asks.then_some(Passphrase(typed.0)), cx);
            }
            Action::DeleteLeft => {
                let cut = self.typed.0.grapheme_indices(true).next_back().map_or(0, |(start, _)| start);
                self.typed.0.truncate(cut);
            }
            Action::ClearText | Action::DeleteWord => self.typed.0.clear(),
            _ => {}
        }
    }

    pub fn insert(&mut self, text: &str) {
        let text = text.trim_end_matches(['\r', '\n']);
        if !self.is_opening() && self.typed.0.len() + text.len() <= LONGEST {
            self.typed.0.push_str(text);
        }
    }

    pub fn awaits(&self, ticket: Ticket) -> bool {
        self.opening == Some(ticket)
    }

    /// It did not open.
    pub fn refuse(&mut self, refusal: Refusal) {
        self.opening = None;
        self.refused = Some(refusal.message);
    }
}
