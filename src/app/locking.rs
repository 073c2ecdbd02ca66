//! Locking and unlocking. The screen is blank at once; the store is closed as soon as what is being saved is saved and
//! where she is is kept; then everything that the state knows is dropped. Unlocked, she is where she was.

use super::App;
use super::exchange::{Ask, Effect, Opened, Refusal, Told};
use super::keys::Action;
use super::lock::Lock;
use super::pane::Panes;
use super::unfinished::{Unfinished, Writing};
use super::view::Message;
use super::world::World;
use crate::domain::Shown;

/// How far opening or closing the store has got.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Door {
    /// Before it was opened, and as soon as everything is dropped.
    Closed,
    Open,
    /// Locked, while a record is on its way to the store.
    Saving,
    /// Locked, and the store was told to close.
    Closing,
}

impl App {
    /// Locks the screen. Locked already, it takes away what is typed of the passphrase.
    pub(super) fn lock_up(&mut self) {
        if let Some(lock) = &mut self.lock {
            return lock.clear();
        }
        self.keep();
        self.panes.views_mut().for_each(|view| view.part_mut().locked());
        self.effects.push(Effect::ForgetCopied);
        self.clear_front();
        self.world.revealed = None;
        self.ahead.clear();
        self.lock = Some(Lock::new(self.asks));
        self.door = Door::Saving;
        self.shut();
    }

    /// Takes away what stands in front of the views.
    fn clear_front(&mut self) {
        (self.dialog, self.look_up, self.prompt, self.message) = (None, None, None, None);
        (self.offer, self.proposes, self.palette) = (None, None, None);
    }

    /// Closes the store, unless something is being saved: what she comes back to must not be saved a second time.
    pub(super) fn shut(&mut self) {
        let saving = self.panes.views().any(|view| view.part().is_saving());
        if self.door == Door::Saving && !saving {
            self.message = None;
            if self.world.read_only.is_none() {
                self.placed = Some(self.ask_nobody(Ask::KeepPlace(self.place().to_text())));
            }
            self.order(Ask::Close);
            self.door = Door::Closing;
        }
    }

    /// The store is closed: everything that the state knows of it is dropped, but for what the store could not keep.
    pub(super) fn closed(&mut self) {
        if self.is_unplaced {
            // Where she was could not be kept, and text that she is in the middle of with it: then it stays at hand.
            self.clear_front();
            self.door = Door::Closed;
            return self.enter_if_pressed();
        }
        let (keymap, aside) = (std::mem::take(&mut self.world.keymap), std::mem::take(&mut self.world.drafts));
        let preferences = std::mem::take(&mut self.world.preferences);
        self.world = World { keymap, preferences, ..World::empty(self.world.lang, self.world.size, self.world.now) };
        let panes = std::mem::replace(&mut self.panes, Panes::new(&self.world));
        let is_lost = |unfinished: &Unfinished| {
            let content = unfinished.content();
            !content.is_empty() && unfinished.keeping().is_behind(&content)
        };
        self.world.drafts = panes.into_views().filter_map(Unfinished::of).chain(aside).filter(is_lost).collect();
        self.clear_front();
        self.effects.clear();
        self.door = Door::Closed;
        self.is_away = true;
        self.enter_if_pressed();
    }

    /// Opens the store with what is typed, if Enter was pressed while it was still being closed.
    fn enter_if_pressed(&mut self) {
        if self.lock.as_mut().is_some_and(|lock| std::mem::take(&mut lock.is_entered)) {
            self.act(Action::Accept);
        }
    }

    /// The log cannot be read to its end: nothing is shown of it.
    pub(super) fn cannot_read(&mut self, why: Shown) {
        self.lock_up();
        self.lock.iter_mut().for_each(|lock| lock.refused = Some(why.clone()));
    }

    /// The store is open, or was refused.
    pub(super) fn opened(&mut self, told: Result<Told, Refusal>) {
        match (told, &mut self.lock) {
            (Ok(Told::Opened(opened)), _) => self.unlock(*opened),
            (Err(refusal), Some(lock)) => lock.refuse(refusal, self.world.now),
            _ => {}
        }
    }

    fn unlock(&mut self, opened: Opened) {
        self.world.lists = opened.lists;
        self.world.project = opened.project;
        self.world.period = opened.period;
        self.world.read_only = opened.read_only;
        match std::mem::take(&mut self.is_unplaced) {
            true => self.panes.views_mut().for_each(|view| view.part_mut().reopened()),
            false => self.panes = Panes::new(&self.world),
        }
        self.lock = None;
        self.door = Door::Open;
        // After a new start nothing is filled in unasked: then the drafts are offered.
        if let Some(place) = opened.place.filter(|_| self.is_away) {
            self.return_to(place);
        }
        self.is_away = false;
        self.message = self.notice.take().map(Message::wrong);
        self.offer(opened.drafts);
        self.refresh();
    }

    /// Whether the store is closed and everything is dropped.
    pub fn is_closed(&self) -> bool {
        self.door == Door::Closed
    }
}
