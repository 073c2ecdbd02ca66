//! What stands in front of the view: the dialog and the prompt, and what is done with the answer.

use super::dialog::Then;
use super::exchange::{Ask, Effect};
use super::keys::Action;
use super::prompt::Answer;
use super::view::{Cx, Step};
use super::{App, checks};
use crate::domain::ViewEdit;

impl App {
    pub(super) fn act_in_dialog(&mut self, action: Action) {
        let Some(dialog) = &mut self.dialog else { return };
        match action {
            Action::NextChoice => dialog.step(1),
            Action::PreviousChoice => dialog.step(-1),
            Action::Accept => {
                let then = dialog.chosen();
                self.dialog = None;
                self.do_then(then);
            }
            Action::Out => self.dialog = None,
            other => {
                self.offer = None;
                self.act_around(other);
            }
        }
    }

    fn do_then(&mut self, then: Then) {
        if !matches!(then, Then::Nothing) {
            self.offer = None;
        }
        match then {
            Then::Nothing => {}
            Then::Quit => self.effects.push(Effect::Quit),
            Then::Resume(draft) => self.resume(draft),
            Then::Forget(draft) => self.discard(draft),
            Then::UndoImport => self.order(Ask::UndoImport),
            Then::Erase(own) => self.order(Ask::Erase(own)),
            Then::SwitchCheck(about) => self.order(Ask::SwitchCheck(about)),
            Then::AskLimit(about) => {
                let prompt = checks::ask_limit(about, &self.world);
                self.step(Step::Prompt(prompt));
            }
            Then::SaveView(view) => self.order(Ask::EditViews(Box::new(ViewEdit::Save(*view)))),
            Then::WriteSheet(path) => self.write_sheet(path, true),
            Then::Fill(new) => self.step(Step::Push(new.into_view(&self.world))),
            Then::Discard(draft, new) => {
                self.discard(draft);
                self.step(Step::Push(new.into_view(&self.world)));
            }
            then => self.with_top(|part, cx| part.chosen(then, cx)),
        }
    }

    pub(super) fn act_in_prompt(&mut self, action: Action) {
        let Some(prompt) = &mut self.prompt else { return };
        match action {
            Action::Accept => {
                if let Some(answer) = prompt.enter() {
                    self.prompt = None;
                    self.answered(answer);
                }
            }
            Action::Out => self.prompt = None,
            action if prompt.field.act(action) => self.read_prompt(),
            other => self.act_around(other),
        }
    }

    /// The prompt was answered: by what is around the view, or by the view itself.
    pub(super) fn answered(&mut self, answer: Answer) {
        match answer {
            Answer::ViewName(name) => self.save_view_as(name),
            Answer::Sheet(path, replace) => self.write_sheet(path, replace),
            Answer::Limit(about, span) => self.order(Ask::SetLimit(about, span)),
            answer => self.with_top(|part, cx| part.prompted(answer, cx)),
        }
    }

    /// Reads what is typed in the prompt, and tells the view.
    pub(super) fn read_prompt(&mut self) {
        let Some(prompt) = &mut self.prompt else { return };
        let mut cx = Cx::new(&self.world, &mut self.tickets);
        prompt.read(&mut cx);
        self.effects.extend(cx.effects);
        let (purpose, text) = (prompt.purpose, prompt.field.text().to_owned());
        self.with_top(|part, cx| part.typing(purpose, &text, cx));
    }
}
