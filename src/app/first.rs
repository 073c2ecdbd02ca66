//! The first start, where no store is there yet: the language, the passphrase typed twice with a word on its strength,
//! the recovery sheet to copy by hand. Then the store opens, and six steps with real keys begin.

use super::exchange::{Ask, RecoverySheet, Refusal, Ticket, Told};
use super::hidden::Hidden;
use super::keys::Action;
use super::view::Cx;
use crate::domain::{Lang, Shown, Text};
use crate::entry::strength;
use crate::i18n::texts::{cli, start as t};

/// What is asked for.
#[derive(Debug, PartialEq, Eq)]
pub enum Stage {
    Language,
    Passphrase,
    Again,
    /// The key is being derived and the store made.
    Making(Ticket),
    /// The code is on the screen.
    Sheet(RecoverySheet),
    /// It was copied: the store may be opened.
    Done,
}

/// The first start.
#[derive(Debug)]
pub struct First {
    pub stage: Stage,
    pub lang: Lang,
    /// Where the store is made.
    pub folder: Shown,
    typed: Hidden,
    /// What was typed the first time.
    once: Hidden,
    /// What is wrong with what was typed, or why the store could not be made.
    pub wrong: Option<Shown>,
}

impl First {
    pub fn new(lang: Lang, folder: &str) -> First {
        First {
            stage: Stage::Language,
            lang,
            folder: Shown::line(folder),
            typed: Hidden::default(),
            once: Hidden::default(),
            wrong: None,
        }
    }

    /// How many characters are typed, for the dots.
    pub fn length(&self) -> usize {
        self.typed.length()
    }

    /// A word on the strength of what is typed, while it is typed the first time.
    pub fn strength(&self) -> Option<Text> {
        (self.stage == Stage::Passphrase && !self.typed.is_empty()).then(|| strength(self.typed.text()))
    }

    /// Does what a key stands for.
    pub fn act(&mut self, action: Action, cx: &mut Cx) {
        self.wrong = None;
        match (action, &self.stage) {
            (Action::Up | Action::Down, Stage::Language) => {
                self.lang = if self.lang == Lang::Sv { Lang::En } else { Lang::Sv };
            }
            (Action::Accept, _) => self.accept(cx),
            (Action::Out, Stage::Passphrase | Stage::Again) => self.back(),
            (action, _) => drop(self.typed.act(action)),
        }
    }

    /// One stage back; what was typed is forgotten.
    fn back(&mut self) {
        self.stage = if self.stage == Stage::Again { Stage::Passphrase } else { Stage::Language };
        (self.typed, self.once) = (Hidden::default(), Hidden::default());
    }

    fn accept(&mut self, cx: &mut Cx) {
        match self.stage {
            Stage::Language => self.stage = Stage::Passphrase,
            Stage::Passphrase if self.typed.is_empty() => self.say(cli::PASSPHRASE_EMPTY),
            Stage::Passphrase => {
                self.once = std::mem::take(&mut self.typed);
                self.stage = Stage::Again;
            }
            Stage::Again if self.typed.text() != self.once.text() => {
                self.back();
                self.say(t::DIFFERS);
            }
            Stage::Again => {
                self.once = Hidden::default();
                self.stage = Stage::Making(cx.ask(Ask::Create(self.lang, self.typed.take())));
            }
            Stage::Sheet(_) => self.stage = Stage::Done,
            Stage::Making(_) | Stage::Done => {}
        }
    }

    fn say(&mut self, text: Text) {
        self.wrong = Some(Shown::line(text.get(self.lang)));
    }

    /// Takes typed text; a language is chosen by its first letter.
    pub fn insert(&mut self, text: &str) {
        let text = text.trim_end_matches(['\r', '\n']);
        match &self.stage {
            Stage::Language => match text {
                "s" | "S" | "1" => self.lang = Lang::Sv,
                "e" | "E" | "2" => self.lang = Lang::En,
                _ => {}
            },
            Stage::Passphrase | Stage::Again => {
                self.wrong = None;
                self.typed.push(text);
            }
            _ => {}
        }
    }

    pub fn awaits(&self, ticket: Ticket) -> bool {
        self.stage == Stage::Making(ticket)
    }

    /// The store was made, or could not be.
    pub fn take(&mut self, told: Result<Told, Refusal>) {
        match told {
            Ok(Told::Created(sheet)) => self.stage = Stage::Sheet(sheet),
            Ok(_) => {}
            Err(refusal) => {
                self.stage = Stage::Passphrase;
                self.wrong = Some(refusal.message);
            }
        }
    }
}
