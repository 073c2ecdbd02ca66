//! Keeping what is typed: everything unfinished is in the store within a second, and the screen says whether it is.
//! The loop sends a tick only while something typed is not kept yet.

use super::App;
use super::exchange::{Ask, KeptDrafts, Ticket, Told};
use super::form::Form;
use super::manuscript::Manuscript;
use super::unfinished::{Unfinished, Writing};
use super::view::{Cx, Message, View};
use crate::domain::{Change, Text};
use crate::i18n::texts::{app as t, trouble};

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

    /// The order to save what is typed: what is kept of it goes in the same step.
    pub fn save(&self, change: Change) -> Ask {
        match self.key {
            Some(key) => Ask::Save(change, key),
            None => Ask::Apply(change),
        }
    }

    /// Takes the answer to what was sent: whether the one before was a refusal. `None`: it is the answer to something
    /// else.
    fn take(&mut self, ticket: Ticket, is_done: bool) -> Option<bool> {
        let (_, content) = self.sent.take_if(|(sent, _)| *sent == ticket)?;
        if is_done {
            self.kept = content;
        }
        Some(std::mem::replace(&mut self.refused, !is_done))
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
    fn unfinished(&self) -> impl Iterator<Item = &dyn Writing> {
        let aside = self.world.drafts.iter().map(|draft| draft as &dyn Writing);
        self.panes.views().filter_map(View::unfinished).chain(aside)
    }

    /// Whether something typed is not in the store yet, so that a tick is wanted.
    pub fn is_behind(&self) -> bool {
        self.lock.is_none() && self.unfinished().any(|writing| writing.keeping().is_behind(&writing.content()))
    }

    /// How much of what is unfinished would be lost now.
    pub(super) fn at_risk(&self) -> usize {
        let lost = |writing: &&dyn Writing| {
            let content = writing.content();
            !content.is_empty() && (!self.asks || writing.keeping().is_behind(&content))
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
        let aside = drafts.iter_mut().map(|draft| draft as &mut dyn Writing);
        for writing in self.panes.views_mut().filter_map(View::unfinished_mut).chain(aside) {
            let content = writing.content();
            writing.keeping_mut().keep(content, &mut self.last_draft, &mut cx);
        }
        self.effects.extend(cx.effects);
        self.world.drafts = drafts;
    }

    /// Takes the answer to what was handed to the store. `false`: it is none.
    pub(super) fn take_kept(&mut self, ticket: Ticket, told: &Result<Told, super::exchange::Refusal>) -> bool {
        let was_refused = {
            let aside = self.world.drafts.iter_mut().map(|draft| draft as &mut dyn Writing);
            let mut all = self.panes.views_mut().filter_map(View::unfinished_mut).chain(aside);
            all.find_map(|writing| writing.keeping_mut().take(ticket, told.is_ok()))
        };
        let Some(was_refused) = was_refused else { return false };
        // Said each time, since the next key takes the line of news away.
        match told {
            Err(refusal) => self.message = Some(Message::wrong(refusal.message.as_str())),
            Ok(_) if was_refused => self.message = Some(Message::done(trouble::KEPT_AGAIN.get(self.world.lang))),
            Ok(_) => {}
        }
        if self.leaving {
            self.leave();
        }
        true
    }

    /// What is unfinished is left: it is set aside, if anything was typed.
    pub(super) fn set_aside(&mut self, mut unfinished: Unfinished) {
        if unfinished.content().is_empty() {
            self.forget(&mut unfinished);
        } else {
            self.world.drafts.push(unfinished);
            self.message = Some(Message::done(t::DRAFT_KEPT.get(self.world.lang)));
        }
    }

    /// A draft is thrown away on purpose.
    pub(super) fn discard(&mut self, draft: usize) {
        if draft < self.world.drafts.len() {
            let mut unfinished = self.world.drafts.remove(draft);
            self.forget(&mut unfinished);
        }
    }

    fn forget(&mut self, unfinished: &mut Unfinished) {
        let mut cx = Cx::new(&self.world, &mut self.tickets);
        unfinished.keeping_mut().forget(&mut cx);
        self.effects.extend(cx.effects);
    }

    /// Sets aside what the store had kept and is not at hand: she is offered it, it is never filled in unasked.
    pub(super) fn offer(&mut self, kept: KeptDrafts) {
        let KeptDrafts { records, sections } = kept;
        let keys = records.iter().map(|draft| draft.key).chain(sections.iter().map(|(key, _)| *key));
        self.last_draft = keys.max().unwrap_or(0).max(self.last_draft);
        let forms =
            records.into_iter().map(|draft| (draft.key, Form::restore(&draft, &self.world).map(Unfinished::from)));
        let restored =
            |(key, content): (u64, String)| (key, Manuscript::restore(key, &content, &self.world).map(Into::into));
        let sections = sections.into_iter().map(restored);
        for (key, unfinished) in forms.chain(sections).collect::<Vec<_>>() {
            if !self.unfinished().any(|writing| writing.keeping().key == Some(key)) {
                self.world.drafts.extend(unfinished);
            }
        }
    }
}
