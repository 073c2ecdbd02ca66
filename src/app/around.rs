//! The actions that belong to no view: panes, help, undo, look-up, lock, quit, the way out, and drafts.

use super::cross_table::first_period;
use super::dialog::{Dialog, Then};
use super::exchange::{Ask, Effect, Entry, Refusal, Told, Turned};
use super::help::Help;
use super::keys::Action;
use super::log_line::LogLine;
use super::look_up::LookUp;
use super::page::Page;
use super::pane::Pane;
use super::report::Report;
use super::unfinished::{Unfinished, Writing};
use super::view::{Cx, Message, Step, View};
use super::{App, checks, deed, done, on_record};
use crate::domain::{Change, Edit, Kind, Ref, Shown, Text};
use crate::i18n::fill;
use crate::i18n::texts::{app as t, look_up, safe, upkeep};

impl App {
    /// Does an action that the view in front does not know.
    pub(super) fn act_around(&mut self, action: Action) {
        if let Some(pane) = Pane::of(action) {
            return self.go_to(pane);
        }
        match action {
            Action::Help => {
                (self.prompt, self.look_up, self.dialog, self.palette) = (None, None, None, None);
                let about = self.top().part().focus();
                if !matches!(self.top(), View::Help(_)) {
                    self.step(Step::Push(View::Help(Help::new(about))));
                }
            }
            Action::Quit => self.quit(),
            Action::Lock => self.lock_up(),
            Action::LookUp => (self.dialog, self.palette, self.look_up) = (None, None, Some(LookUp::default())),
            Action::Undo => self.order(Ask::Undo),
            Action::Redo => self.order(Ask::Redo),
            Action::LogLine => {
                let line = LogLine::new(&self.world);
                self.step(Step::Push(View::LogLine(Box::new(line))));
            }
            Action::Why => self.explain_check(),
            Action::SaveView => self.save_view(),
            Action::Views => self.list_views(),
            Action::Palette => self.open_palette(),
            Action::Copy => self.copy(),
            Action::Export => self.export(),
            Action::Summary => self.summary(),
            Action::Out | Action::Left => self.out(),
            action => self.act_on_record(action),
        }
    }

    /// Another pane comes to the front where it was left; the key of the pane in front leads to its root.
    fn go_to(&mut self, pane: Pane) {
        self.world.revealed = None;
        if self.pane() == pane {
            self.clear_pane();
        }
        self.panes.go_to(pane);
        self.refresh();
    }

    /// The period summary, ready to be printed.
    fn summary(&mut self) {
        self.go_to(Pane::Reports);
        if !matches!(self.top(), View::Report(_)) {
            let report = Report::new(first_period(&self.world), self.world.lang);
            self.step(Step::Push(View::Report(report)));
        }
    }

    /// Takes everything off the pane's stack; what is unfinished is kept as a draft.
    pub(super) fn clear_pane(&mut self) {
        while let Some(view) = self.panes.stack_mut().pop() {
            if let Some(unfinished) = Unfinished::of(view) {
                self.set_aside(unfinished);
            }
        }
    }

    fn out(&mut self) {
        if self.panes.stack().depth() > 0 {
            return self.step(Step::Pop);
        }
        self.message = Some(Message::done(t::OUTERMOST.get(self.world.lang)));
    }

    /// Does an action in the box of looking up.
    pub(super) fn act_in_look_up(&mut self, action: Action) {
        let Some(look_up) = &mut self.look_up else { return };
        match action {
            Action::In => {
                let chosen = look_up.enter();
                chosen.into_iter().for_each(|entry| self.looked_up(entry));
            }
            Action::Out => self.look_up = None,
            action => {
                let mut cx = Cx::new(&self.world, &mut self.tickets);
                let is_done = look_up.act(action, &mut cx);
                self.effects.extend(cx.effects);
                if !is_done {
                    self.act_around(action);
                }
            }
        }
    }

    /// The word in the line of hints: what a key leads to here.
    pub fn hint(&self, action: Action) -> Text {
        let person = self.look_up.as_ref().and_then(LookUp::current).filter(|entry| entry.record.kind == Kind::Person);
        match person.filter(|_| action == Action::In && self.top().part().has_person_field()) {
            Some(_) => look_up::PUTS_IN,
            None => action.short(),
        }
    }

    /// A record was looked up: a form takes a person, else the record's page is opened over what was there.
    pub(super) fn looked_up(&mut self, entry: Entry) {
        self.look_up = None;
        let is_taken = entry.record.kind == Kind::Person && self.with_top(|part, cx| part.take_person(&entry, cx));
        if is_taken {
            let name = self.world.naming().named(&entry.record);
            self.message = Some(Message::done(fill(look_up::INSERTED, self.world.lang, &[("name", &name)])));
        } else if let Some(own) = entry.own_ref() {
            self.prompt = None;
            self.step(Step::Push(View::Page(Page::new(entry.record.kind, own.clone()))));
        }
    }

    /// Leaves the screen once what is typed is kept.
    fn quit(&mut self) {
        self.keep();
        if self.asks && !self.leaving && self.at_risk() > 0 && self.lock.is_none() {
            self.leaving = true;
        } else {
            self.leave();
        }
    }

    /// Leaves the screen, unless something would be lost: then she is asked.
    pub(super) fn leave(&mut self) {
        self.leaving = false;
        let unsaved = self.at_risk();
        if unsaved == 0 {
            return self.close();
        }
        if self.lock.is_some() {
            return self.message = Some(Message::wrong(t::QUIT_LOCKED.get(self.world.lang)));
        }
        let lang = self.world.lang;
        let lost = crate::i18n::plural(unsaved as u64, t::QUIT_LOSES_ONE, t::QUIT_LOSES_MANY, lang);
        self.dialog = Some(
            Dialog::new(t::QUIT_TITLE.get(lang))
                .line(lost)
                .choice(t::QUIT_STAY.get(lang), Then::Nothing)
                .choice(t::QUIT_ANYWAY.get(lang), Then::Quit),
        );
    }

    /// Something to be written comes to the front, unless a draft of the same waits: then she is asked.
    pub(super) fn fill(&mut self, new: Unfinished) {
        let drafts = &self.world.drafts;
        let of_hers = drafts.iter().rposition(|draft| draft.is_same(&new) && draft.is_of_same_person(&new));
        let Some(draft) = of_hers.or_else(|| drafts.iter().rposition(|draft| draft.is_same(&new))) else {
            return self.step(Step::Push(new.into_view(&self.world)));
        };
        let lang = self.world.lang;
        // One about somebody else is not a single key away.
        let begins = usize::from(of_hers.is_none());
        let title = self.world.drafts.get(draft).map(|draft| draft.title(&self.world)).unwrap_or_default();
        self.dialog = Some(
            Dialog::new(t::DRAFT_TITLE.get(lang))
                .line(title.as_str())
                .choice(t::DRAFT_CONTINUE.get(lang), Then::Resume(draft))
                .choice(t::DRAFT_LEAVE.get(lang), Then::Fill(new.clone()))
                .choice(t::DRAFT_DISCARD.get(lang), Then::Discard(draft, new))
                .at(begins),
        );
    }

    pub(super) fn resume(&mut self, draft: usize) {
        if draft < self.world.drafts.len() {
            let unfinished = self.world.drafts.remove(draft);
            self.step(Step::Push(unfinished.into_view(&self.world)));
        }
    }

    /// A form was saved.
    pub(super) fn saved(&mut self, change: &Change) {
        self.say_done(t::SAVED, change);
        self.follow_guide(Action::Save);
        self.propose(change);
        if let Some((kind, own)) = change.edits.first().and_then(Edit::record) {
            self.with_top(|part, cx| part.saved(kind, own, cx));
        }
    }

    /// The last thing before the screen is left: the day's backup, if there is a store to make it of.
    fn close(&mut self) {
        if !self.asks || self.lock.is_some() {
            return self.effects.push(Effect::Quit);
        }
        let mut cx = Cx::new(&self.world, &mut self.tickets);
        self.closing = Some(cx.ask(Ask::BackUp { only_if_due: true }));
        self.effects.extend(cx.effects);
        self.message = Some(Message::done(safe::CLOSING.get(self.world.lang)));
    }

    /// While the day's backup is made she can stop it, or leave without it.
    pub(super) fn act_while_closing(&mut self, action: Option<Action>) {
        match action {
            Some(Action::Quit) => self.effects.push(Effect::Quit),
            Some(Action::Out) => {
                let mut cx = Cx::new(&self.world, &mut self.tickets);
                cx.ask(Ask::Stop);
                self.effects.extend(cx.effects);
            }
            _ => {}
        }
    }

    /// The day's backup is made, or could not be: then she is asked.
    pub(super) fn closing_backed_up(&mut self, told: Result<Told, Refusal>) {
        let lang = self.world.lang;
        match told {
            Ok(_) => self.effects.push(Effect::Quit),
            Err(refusal) => {
                self.dialog = Some(
                    Dialog::new(safe::CLOSE_FAILED.get(lang))
                        .line(refusal.message.as_str())
                        .choice(safe::CLOSE_STAY.get(lang), Then::Nothing)
                        .choice(safe::CLOSE_ANYWAY.get(lang), Then::Quit),
                );
            }
        }
    }

    /// An import is much more than the last small thing that she did: it is undone only if she says so.
    fn ask_to_undo_import(&mut self, count: usize) {
        let lang = self.world.lang;
        self.dialog = Some(
            Dialog::new(upkeep::UNDO_IMPORT_TITLE.get(lang))
                .line(fill(upkeep::UNDO_IMPORT, lang, &[("what", &deed::import(count, lang))]))
                .choice(upkeep::UNDO_IMPORT_KEEP.get(lang), Then::Nothing)
                .choice(upkeep::UNDO_IMPORT_ANYWAY.get(lang), Then::UndoImport),
        );
    }

    /// Says what erasing a person takes, and asks.
    fn ask_to_erase(&mut self, own: Ref, words: Vec<Shown>) {
        let lang = self.world.lang;
        self.dialog = Some(
            Dialog::new(fill(safe::ERASE_TITLE, lang, &[("name", &own)]))
                .lines(words.into_iter().map(Shown::into_string))
                .choice(safe::ERASE_KEEP.get(lang), Then::Nothing)
                .choice(safe::ERASE_ANYWAY.get(lang), Then::Erase(own)),
        );
    }

    /// Somebody was erased: nothing typed about her is kept here either.
    fn erased(&mut self, drafts: &[u64]) {
        self.world.drafts.retain(|draft| draft.keeping().key.is_none_or(|key| !drafts.contains(&key)));
        self.message = Some(Message::done(safe::ERASED_LINE.get(self.world.lang)));
        self.refresh();
    }

    /// Takes the answer to an order that no view waits for.
    pub(super) fn obeyed(&mut self, told: Result<Told, Refusal>) {
        let lang = self.world.lang;
        match told {
            Ok(Told::Applied(change)) => {
                let deleted = match change.edits.first() {
                    Some(Edit::Record { after, .. }) => after.is_none(),
                    Some(Edit::Project { before, after }) => after.views.len() < before.views.len(),
                    _ => false,
                };
                match done::told(&change, &self.world) {
                    Some(told) => self.message = Some(Message::done(told)),
                    None => self.say_done(if deleted { t::DELETED } else { t::SAVED }, &change),
                }
                self.leave_deleted(&change);
                self.with_top(|part, cx| part.obeyed(&change, cx.world));
                self.refresh();
                self.propose(&change);
            }
            Ok(Told::Erasure(own, words)) => self.ask_to_erase(own, words),
            Ok(Told::Erased(_, drafts)) => self.erased(&drafts),
            Ok(Told::Undone(Some(turned))) => self.turned(t::UNDONE, &turned),
            Ok(Told::Redone(Some(turned))) => self.turned(t::REDONE, &turned),
            Ok(Told::UndoesImport(count)) => self.ask_to_undo_import(count),
            Ok(Told::Undone(None)) => self.message = Some(Message::done(t::NOTHING_TO_UNDO.get(lang))),
            Ok(Told::Redone(None)) => self.message = Some(Message::done(t::NOTHING_TO_REDO.get(lang))),
            Ok(Told::Closed) => self.closed(),
            Ok(Told::Revealed(own)) => {
                self.world.revealed = Some(own);
                self.message = Some(Message::done(safe::REVEAL_NOTED.get(lang)));
            }
            Ok(Told::View(view)) => self.show_view(&view),
            Ok(Told::Written(path)) => self.sheet_written(&path),
            Ok(_) => {}
            Err(refusal) if self.sheet_refused(&refusal) => {}
            Err(refusal) => self.message = Some(Message::wrong(refusal.message.as_str())),
        }
    }

    /// Something was undone or done again: the cursor goes to its record.
    fn turned(&mut self, text: Text, Turned { change, is_import }: &Turned) {
        match is_import {
            true => {
                let what = deed::import(change.edits.len(), self.world.lang);
                self.message = Some(Message::done(fill(text, self.world.lang, &[("what", &what)])));
            }
            false => self.say_done(text, change),
        }
        if let Some((kind, own)) = change.edits.first().and_then(Edit::record) {
            self.with_top(|part, cx| part.saved(kind, own, cx));
        }
        self.refresh();
    }

    /// The page of a record that is no more gives way to what was before it.
    fn leave_deleted(&mut self, change: &Change) {
        let Some(Edit::Record { before: Some(record), after: None }) = change.edits.first() else { return };
        let gone = |view: &View| matches!(view, View::Page(Page { kind, own, .. }) if *kind == record.kind && Some(own) == record.own_ref());
        while gone(self.top()) && self.panes.stack_mut().pop().is_some() {}
    }

    fn say_done(&mut self, text: Text, change: &Change) {
        let lang = self.world.lang;
        let what = deed::subjects(change, lang);
        let said = fill(text, lang, &[("what", &what)]);
        self.message = Some(Message::done(said));
    }

    /// Why the check under the cursor is there, with the choice to switch it off or on.
    fn explain_check(&mut self) {
        if let Some(rule) = self.top().part().finding(&self.world) {
            self.dialog = Some(checks::explained(rule, &self.world));
        }
    }

    fn act_on_record(&mut self, action: Action) {
        let Some(entry) = self.top().part().under(&self.world).cloned() else { return };
        on_record::act(self, action, &entry);
    }
}
