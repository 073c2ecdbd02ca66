//! The first start, where no store is there yet: the language, the passphrase typed twice with a word on its strength,
//! the recovery sheet to copy by hand. Then the store opens, and six steps with real keys begin.

use super::exchange::{Ask, Passphrase, RecoverySheet, Refusal, Ticket, Told};
use super::keys::Action;
use super::view::Cx;
use crate::domain::{Lang, Shown, Text};
use crate::entry::strength;
use crate::i18n::texts::{cli, start as t};
use unicode_segmentation::UnicodeSegmentation;
use zeroize::Zeroizing;

/// So many bytes of a passphrase are taken; the buffer never grows, so that no copy of it is left behind.
const LONGEST: usize = 1024;

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
    typed: Typed,
    /// What was typed the first time.
    once: Typed,
    /// What is wrong with what was typed, or why the store could not be made.
    pub wrong: Option<Shown>,
}

/// What is typed: never printed, zeroed when dropped.
struct Typed(Zeroizing<String>);

impl std::fmt::Debug for Typed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("…")
    }
}

impl Typed {
    fn empty() -> Typed {
        Typed(Zeroizing::new(String::with_capacity(LONGEST)))
    }
}

impl First {
    pub fn new(lang: Lang, folder: &str) -> First {
        First {
            stage: Stage::Language,
            lang,
            folder: Shown::line(folder),
            typed: Typed::empty(),
            once: Typed::empty(),
            wrong: None,
        }
    }

    /// How many characters are typed, for the dots.
    pub fn length(&self) -> usize {
        self.typed.0.graphemes(true).count()
    }

    /// A word on the strength of what is typed, while it is typed the first time.
    pub fn strength(&self) -> Option<Text> {
        (self.stage == Stage::Passphrase && !self.typed.0.is_empty()).then(|| strength(&self.typed.0))
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
            (Action::DeleteLeft, _) => {
                let cut = self.typed.0.grapheme_indices(true).next_back().map_or(0, |(start, _)| start);
                self.typed.0.truncate(cut);
            }
            (Action::ClearText | Action::DeleteWord, _) => self.typed.0.clear(),
            _ => {}
        }
    }

    /// One stage back; what was typed is forgotten.
    fn back(&mut self) {
        self.stage = if self.stage == Stage::Again { Stage::Passphrase } else { Stage::Language };
        (self.typed, self.once) = (Typed::empty(), Typed::empty());
    }

    fn accept(&mut self, cx: &mut Cx) {
        match self.stage {
            Stage::Language => self.stage = Stage::Passphrase,
            Stage::Passphrase if self.typed.0.is_empty() => self.say(cli::PASSPHRASE_EMPTY),
            Stage::Passphrase => {
                self.once = std::mem::replace(&mut self.typed, Typed::empty());
                self.stage = Stage::Again;
            }
            Stage::Again if *self.typed.0 != *self.once.0 => {
                self.back();
                self.say(t::DIFFERS);
            }
            Stage::Again => {
                let typed = std::mem::replace(&mut self.typed, Typed::empty());
                self.once = Typed::empty();
                self.stage = Stage::Making(cx.ask(Ask::Create(self.lang, Passphrase(typed.0))));
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
            Stage::Passphrase | Stage::Again if self.typed.0.len() + text.len() <= LONGEST => {
                self.wrong = None;
                self.typed.0.push_str(text);
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
