//! What every view knows: the language, the value lists, the time, the size, and what has been revealed.

use super::exchange::{Preferences, ReadOnly};
use super::keys::Keymap;
use super::naming::Naming;
use super::unfinished::Unfinished;
use crate::checks::About;
use crate::domain::{Lang, Lists, Project, Ref};
use crate::query::Period;
use chrono::{NaiveDate, NaiveDateTime};

/// What changes around the state, handed to every update.
#[derive(Clone, Copy, Debug)]
pub struct Env {
    /// Local time; its day is the day taken as today.
    pub now: NaiveDateTime,
}

/// What all views share.
#[derive(Clone, Debug)]
pub struct World {
    pub lang: Lang,
    pub lists: Lists,
    pub now: NaiveDateTime,
    /// Width and height of the terminal in cells.
    pub size: (u16, u16),
    /// The one person whose protected fields are shown, until her record is left.
    pub revealed: Option<Ref>,
    /// The project's own period.
    pub period: Option<Period>,
    /// What was left unfinished, the newest last.
    pub drafts: Vec<Unfinished>,
    /// What the keys do.
    pub keymap: Keymap,
    /// The project, and the settings that live in the store.
    pub project: Project,
    /// What the settings file holds.
    pub preferences: Preferences,
    /// Why nothing can be changed here, if nothing can.
    pub read_only: Option<ReadOnly>,
    /// How much of the log has been read, in hundredths; `None`: all of it.
    pub reading: Option<u8>,
}

impl World {
    /// Before a store is open.
    pub fn empty(lang: Lang, size: (u16, u16), now: NaiveDateTime) -> World {
        World {
            lang,
            lists: Lists::default(),
            now,
            size,
            revealed: None,
            period: None,
            drafts: Vec::new(),
            project: Project::default(),
            reading: None,
            keymap: Keymap::default(),
            preferences: Preferences::default(),
            read_only: None,
        }
    }

    pub fn today(&self) -> NaiveDate {
        self.now.date()
    }

    /// What a check or a proposal is called, with its limit.
    pub fn label_of(&self, about: &About) -> String {
        about.label(&self.project, self.today(), self.lang)
    }

    /// What it takes to put records in words.
    pub fn naming(&self) -> Naming<'_> {
        Naming { lists: &self.lists, lang: self.lang, revealed: self.revealed.as_ref() }
    }
}
