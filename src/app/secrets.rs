//! Another passphrase, or a new recovery sheet: the old passphrase first, so that nobody who finds the screen open takes
//! the log over. The key is derived by the worker; what is typed stands nowhere else, and is gone when the screen locks.

use super::exchange::{Ask, Keys, RecoverySheet, Refusal, Ticket, Told};
use super::hidden::Hidden;
use super::keys::{Action, Focus};
use super::view::{Cx, Message, Part, Step};
use crate::domain::{Shown, Text};
use crate::entry::strength;
use crate::i18n::texts::{cli, settings as t, start};

/// What is to be changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    Passphrase,
    RecoverySheet,
}

/// What is asked for.
#[derive(Debug, PartialEq, Eq)]
pub enum Stage {
    /// What opens the log now.
    Old,
    New,
    Again,
    /// The key is being derived.
    Deriving(Ticket),
    /// The new code is on the screen, and not in force yet.
    Sheet(RecoverySheet),
    /// It is being put in force.
    Sealing(Ticket),
}

/// The page.
#[derive(Debug)]
pub struct Secrets {
    pub purpose: Purpose,
    pub stage: Stage,
    pub typed: Hidden,
    old: Hidden,
    once: Hidden,
    pub wrong: Option<Shown>,
}

impl Secrets {
    pub fn new(purpose: Purpose) -> Secrets {
        Secrets {
            purpose,
            stage: Stage::Old,
            typed: Hidden::default(),
            old: Hidden::default(),
            once: Hidden::default(),
            wrong: None,
        }
    }

    /// A word on the strength of the new passphrase, while it is typed the first time.
    pub fn strength(&self) -> Option<Text> {
        (self.stage == Stage::New && !self.typed.is_empty()).then(|| strength(self.typed.text()))
    }

    /// Nothing typed is left; it begins anew.
    fn begin_anew(&mut self) {
        *self = Secrets::new(self.purpose);
    }

    fn accept(&mut self, cx: &mut Cx) {
        self.wrong = None;
        let lang = cx.world.lang;
        let empty = || Some(Shown::line(cli::PASSPHRASE_EMPTY.get(lang)));
        match &self.stage {
            Stage::Old | Stage::New if self.typed.is_empty() => self.wrong = empty(),
            Stage::Old if self.purpose == Purpose::RecoverySheet => {
                self.stage = Stage::Deriving(cx.ask(Ask::Keys(Keys::NewSheet(self.typed.take()))));
            }
            Stage::Old => {
                self.old = std::mem::take(&mut self.typed);
                self.stage = Stage::New;
            }
            Stage::New => {
                self.once = std::mem::take(&mut self.typed);
                self.stage = Stage::Again;
            }
            Stage::Again if self.typed.text() != self.once.text() => {
                (self.typed, self.once) = (Hidden::default(), Hidden::default());
                self.stage = Stage::New;
                self.wrong = Some(Shown::line(start::DIFFERS.get(lang)));
            }
            Stage::Again => {
                self.once = Hidden::default();
                let order = Keys::Passphrase { old: self.old.take(), new: self.typed.take() };
                self.stage = Stage::Deriving(cx.ask(Ask::Keys(order)));
            }
            Stage::Sheet(_) => self.stage = Stage::Sealing(cx.ask(Ask::Keys(Keys::TakeSheet))),
            Stage::Deriving(_) | Stage::Sealing(_) => {}
        }
    }

    /// One stage back, or out: a code that was not put in force never was.
    fn back(&mut self, cx: &mut Cx) {
        match self.stage {
            Stage::New | Stage::Again => return self.begin_anew(),
            Stage::Sheet(_) => {
                cx.ask(Ask::Keys(Keys::DropSheet));
                cx.say(Message::done(t::SHEET_DROPPED.get(cx.world.lang)));
            }
            Stage::Old | Stage::Deriving(_) | Stage::Sealing(_) => {}
        }
        cx.step(Step::Pop);
    }
}

impl Part for Secrets {
    fn focus(&self) -> Focus {
        Focus::Secrets
    }

    fn refresh(&mut self, _cx: &mut Cx) {}

    fn act(&mut self, action: Action, cx: &mut Cx) -> bool {
        match action {
            // What is under way is waited for: it takes seconds, and is whole or not at all.
            Action::Out if matches!(self.stage, Stage::Deriving(_) | Stage::Sealing(_)) => {}
            Action::Accept => self.accept(cx),
            Action::Out => self.back(cx),
            action => return self.typed.act(action),
        }
        true
    }

    fn insert(&mut self, text: &str, _cx: &mut Cx) {
        if matches!(self.stage, Stage::Old | Stage::New | Stage::Again) {
            self.wrong = None;
            self.typed.push(text);
        }
    }

    fn awaits(&self, ticket: Ticket) -> bool {
        matches!(self.stage, Stage::Deriving(waits) | Stage::Sealing(waits) if waits == ticket)
    }

    fn is_waiting(&self) -> bool {
        matches!(self.stage, Stage::Deriving(_) | Stage::Sealing(_))
    }

    fn take(&mut self, _ticket: Ticket, told: Result<Told, Refusal>, cx: &mut Cx) {
        let done = match self.purpose {
            Purpose::Passphrase => t::PASSPHRASE_CHANGED,
            Purpose::RecoverySheet => t::SHEET_TAKEN,
        };
        match told {
            Ok(Told::Created(sheet)) => self.stage = Stage::Sheet(sheet),
            Ok(_) => {
                cx.say(Message::done(done.get(cx.world.lang)));
                cx.step(Step::Pop);
            }
            Err(refusal) => {
                self.begin_anew();
                self.wrong = Some(refusal.message);
            }
        }
    }

    fn locked(&mut self) {
        self.begin_anew();
    }
}
