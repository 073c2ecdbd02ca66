//! Six steps with real keys for whoever begins: each is told in the line of news until its key was pressed.

use super::App;
use super::keys::Action;
use super::view::Message;
use crate::domain::{Shown, Text};
use crate::i18n::{fill, texts::start as t};

/// The steps: the key that is to be pressed, and what it is for.
const STEPS: [(Action, Text); 6] = [
    (Action::New, t::GUIDE_NEW),
    (Action::Save, t::GUIDE_SAVE),
    (Action::LookUp, t::GUIDE_LOOK_UP),
    (Action::LogLine, t::GUIDE_LOG_LINE),
    (Action::Undo, t::GUIDE_UNDO),
    (Action::Help, t::GUIDE_HELP),
];

impl App {
    /// Begins at the first step; one that is under way ends.
    pub(super) fn turn_guide(&mut self) {
        self.guide = if self.guide.is_some() { None } else { Some(0) };
    }

    /// An action was done: if it was the step's own, the next step follows.
    pub(super) fn follow_guide(&mut self, action: Action) {
        let Some(place) = self.guide.filter(|&place| STEPS.get(place).is_some_and(|(own, _)| *own == action)) else {
            return;
        };
        self.guide = Some(place + 1).filter(|&next| next < STEPS.len());
        if self.guide.is_none() {
            self.message = Some(Message::done(t::GUIDE_DONE.get(self.world.lang)));
        }
    }

    /// The step as it is told: `1 av 6 · n: …`.
    pub fn guide_line(&self) -> Option<Shown> {
        let place = self.guide?;
        let (action, text) = STEPS.get(place)?;
        let key = self.world.keymap.bindings().iter().find(|binding| binding.action == *action)?.first_key();
        let lang = self.world.lang;
        let said = fill(*text, lang, &[("key", &key)]);
        Some(Shown::line(fill(t::GUIDE_LINE, lang, &[("n", &(place + 1)), ("all", &STEPS.len()), ("said", &said)])))
    }
}
