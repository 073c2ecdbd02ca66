//! Keeping what is typed: everything unfinished is in the store within a second, and the screen says whether it is.
//! The loop sends a tick only while something typed is not kept yet.

use super::App;
use super::exchange::{Ask, KeptDraft, Ticket, Told};
use super::form::Form;
use super::view::{Cx, Message, View};
use crate::domain::Text;
use crate::i18n::texts::app as t;

/// How far the store has got with what is typed in one place.
#[derive(Clone, Debug, Default)]
pub struct Keeping {
    /// Its number in the store.
    pub key: Option<u64>,
    /// What is kept; empty for nothing.
    kept: String,
    /// What is on its way.
    sent: Option<(Ticket, String)>,
    /// The store could not keep it.
    refused: bool,
}

impl Keeping {
    /// What the store had kept.
    pub fn restored(key: u64, content: String) -> Keeping {
        Keeping { key: Some(key), kept: content, ..Keeping::default() }
    }

    /// Whether the store has something else than this.
    pub fn is_behind(&self, content: &str) -> bool {
        self.kept != content
    }

    /// The mark on the screen; `None` where nothing is typed.
    pub fn mark(&self, content: &str) -> Option<Text> {
        match (content.is_empty(), self.is_behind(content)) {
            (true, _) => None,
            (false, false) => Some(t::MARK_KEPT),
            (false, true) if self.refused => Some(t::MARK_REFUSED),
            (false, true) => Some(t::MARK_NOT_YET),
        }
    }

    /// Sends what is typed, unless it is kept or on its way.
    fn keep(&mut self, content: String, next: &mut u64, cx: &mut Cx) {
        let last = self.sent.as_ref().map_or(&self.kept, |(_, sent)| sent);
        if *last == content {
            return;
        }
        let key = *self.key.get_or_insert_with(|| {
            *next += 1;
            *next
        });
        let ask = match content.is_empty() {
            true => Ask::DropDraft(key),
            false => Ask::KeepDraft(key, content.clone()),
        };
        self.sent = Some((cx.ask(ask), content));
    }

    fn take(&mut self, ticket: Ticket, is_done: bool) -> bool {
        match self.sent.take_if(|(sent, _)| *sent == ticket) {
            Some((_, content)) => {
                if is_done {
                    self.kept = content;
                }
                self.refused = !is_done;
                true
            }
            None => false,
        }
    }

    /// What is typed is saved, or thrown away: nothing is kept any more.
    pub fn forget(&mut self, cx: &mut Cx) {
        if let Some(key) = self.key.take() {
            cx.ask(Ask::DropDraft(key));
        }
        *self = Keeping::default();
    }
}

impl App {
    /// Everything that may be unfinished, in front, behind, or set aside.
    fn unfinished(&self) -> impl Iterator<Item = &Form> {
        let forms = self.panes.views().filter_map(View::unfinished);
        forms.chain(&self.world.drafts)
    }

    /// Whether something typed is not in the store yet, so that a tick is wanted.
    pub fn is_behind(&self) -> bool {
        self.lock.is_none() && self.unfinished().any(|form| form.keeping.is_behind(&form.content()))
    }

    /// How many unfinished forms would be lost now.
    pub(super) fn at_risk(&self) -> usize {
        let lost = |form: &&Form| {
            let content = form.content();
            !content.is_empty() && (!self.asks || form.keeping.is_behind(&content))
        };
        self.unfinished().filter(lost).count()
    }

    /// Hands what is typed to the store.
    pub(super) fn keep(&mut self) {
        if self.lock.is_some() {
            return;
        }
        let mut drafts = std::mem::take(&mut self.world.drafts);
        let mut cx = Cx::new(&self.world, &mut self.tickets);
        let open = self.panes.views_mut().filter_map(View::unfinished_mut);
        for form in open.chain(&mut drafts) {
            let content = form.content();
            form.keeping.keep(content, &mut self.last_draft, &mut cx);
        }
        self.effects.extend(cx.effects);
        self.world.drafts = drafts;
    }

    /// Takes the answer to what was handed to the store. `false`: it is none.
    pub(super) fn take_kept(&mut self, ticket: Ticket, told: &Result<Told, super::exchange::Refusal>) -> bool {
        let open = self.panes.views_mut().filter_map(View::unfinished_mut);
        let found = open.chain(&mut self.world.drafts).any(|form| form.keeping.take(ticket, told.is_ok()));
        if found && self.leaving {
            self.leave();
        }
        found
    }

    /// A form is left: what was typed in it is set aside.
    pub(super) fn set_aside(&mut self, mut form: Form) {
        if form.is_changed() {
            self.world.drafts.push(form.alone());
            self.message = Some(Message::done(t::DRAFT_KEPT.get(self.world.lang)));
        } else {
            self.forget(&mut form);
        }
    }

    /// A draft is thrown away on purpose.
    pub(super) fn discard(&mut self, draft: usize) {
        if draft < self.world.drafts.len() {
            let mut form = self.world.drafts.remove(draft);
            self.forget(&mut form);
        }
    }

    fn forget(&mut self, form: &mut Form) {
        let mut cx = Cx::new(&self.world, &mut self.tickets);
        form.keeping.forget(&mut cx);
        self.effects.extend(cx.effects);
    }

    /// Sets aside what the store had kept and is not at hand: she is offered it, it is never filled in unasked.
    pub(super) fn offer(&mut self, kept: Vec<KeptDraft>) {
        self.last_draft = kept.iter().map(|draft| draft.key).max().unwrap_or(0).max(self.last_draft);
        for draft in kept {
            if !self.unfinished().any(|form| form.keeping.key == Some(draft.key))
                && let Some(form) = Form::restore(&draft, &self.world)
            {
                self.world.drafts.push(form);
            }
        }
    }
}
