//! The desk of the worker: the store and the facts, and the answers to what is asked of them.

use super::clock::Clock;
use super::fault::Fault;
use super::log::Log;
use super::queue::Waits;
use super::reading::Reading;
use super::{answer, drafts};
use crate::app::exchange::{Ask, Opened, Passphrase, ReadOnly, RecoverySheet, Refusal, Told};
use crate::domain::Lang;
use crate::facts::Facts;
use crate::i18n::texts::{app as t, trouble};
use crate::query::Period;
use crate::store::{Error, Folder, Kdf, NewRecovery, Store, Watch};
use chrono::NaiveDate;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use zeroize::Zeroizing;

/// Where the log is.
pub enum Place {
    /// A store in memory that is open already.
    Memory(Box<Store>),
    /// A folder that a passphrase opens. It is held as long as the program runs, locked or not.
    Folder(Arc<Folder>),
    /// No store is there yet: where it is to be made, and how its key is derived (`None`: as this machine can).
    New(PathBuf, Option<Kdf>),
    /// The same, and what opens it the first time.
    Ready(Arc<Folder>, Zeroizing<String>),
}

/// What the worker works at.
pub struct Desk {
    /// A store in memory while it is locked, or the folder.
    place: Option<Place>,
    log: Option<Log>,
    /// How far the log has been read into the facts; `None`: all of it.
    reading: Option<Reading>,
    /// What stops a question that something newer waits for.
    waits: Option<Arc<Waits>>,
    /// A new recovery code that is not in force yet.
    recovery: Option<NewRecovery>,
    clock: Clock,
    lang: Lang,
}

impl Desk {
    pub fn new(place: Place, clock: Clock, lang: Lang) -> Desk {
        Desk { place: Some(place), log: None, reading: None, waits: None, recovery: None, clock, lang }
    }

    /// Questions are stopped from now on when something newer waits.
    pub fn stop_when(&mut self, waits: Arc<Waits>) {
        self.waits = Some(waits);
    }

    /// Whether the log is still being read.
    pub fn is_reading(&self) -> bool {
        self.reading.is_some()
    }

    /// Reads a part of the log into the facts; how much has been read, in hundredths, or `None` once all is.
    ///
    /// # Errors
    /// Why it cannot be read, in words. The store is closed then.
    pub fn read_on(&mut self) -> Result<Option<u8>, Refusal> {
        let (Some(reading), Some(log)) = (&mut self.reading, &mut self.log) else { return Ok(None) };
        match reading.go_on(&log.store, &mut log.facts) {
            Ok(true) => {
                if reading.is_whole() {
                    // It is for the next start; a disk that takes nothing is said where something is to be saved.
                    let _ = log.store.keep_facts(&mut log.facts);
                }
                self.reading = None;
            }
            Ok(false) => {}
            Err(error) => {
                self.close();
                return Err(self.refusal(error));
            }
        }
        Ok(self.reading.as_ref().map(Reading::percent))
    }

    /// The language that it answers in.
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// Does what is asked.
    ///
    /// # Errors
    /// Why it could not be done, in words.
    pub fn perform(&mut self, ask: Ask) -> Result<Told, Refusal> {
        self.perform_watched(ask, &mut |_| true)
    }

    /// The same, telling how far something long has got.
    ///
    /// # Errors
    /// As `perform`.
    pub fn perform_watched(&mut self, ask: Ask, watch: &mut Watch) -> Result<Told, Refusal> {
        match ask {
            Ask::Open(passphrase) => self.open(passphrase),
            Ask::Create(lang, passphrase) => self.create(lang, passphrase),
            Ask::Close => {
                self.close();
                Ok(Told::Closed)
            }
            Ask::Speak(lang) => {
                self.lang = lang;
                Ok(Told::Kept)
            }
            ask => {
                while ask.needs_facts() && self.is_reading() {
                    self.read_on()?;
                }
                self.ask(ask, watch)
            }
        }
    }

    fn open(&mut self, passphrase: Option<Passphrase>) -> Result<Told, Refusal> {
        let typed = passphrase.map(|Passphrase(typed)| typed);
        let mut store = match (self.place.take(), typed) {
            (Some(Place::Memory(store)), _) => *store,
            (Some(Place::Folder(folder)), Some(typed)) | (Some(Place::Ready(folder, typed)), None) => {
                let found = found(&folder);
                let opened = found.as_ref().ok().map(|found| Store::unlock_as_typed(found, typed));
                self.place = Some(Place::Folder(found.unwrap_or(folder)));
                let gone = || self.refusal(Fault::said(trouble::LOCKED_GONE.get(self.lang)));
                opened.ok_or_else(gone)?.map_err(|error| self.refusal(error))?
            }
            (place, _) => {
                self.place = place;
                return Err(self.refusal(Fault::said(t::NOT_OPEN.get(self.lang))));
            }
        };
        let today = self.clock.now().date();
        if let Some(waits) = self.waits.clone() {
            store.stop_when(Arc::new(move || waits.stops())).map_err(|error| self.refusal(error))?;
        }
        let (facts, reading) = match store.kept_facts(today).map_err(|error| self.refusal(error))? {
            Some(facts) => (facts, Reading::of_kept()),
            None => {
                let reading = Reading::begin(&store).map_err(|error| self.refusal(error))?;
                (Facts::new(store.lists(), store.project(), today), reading)
            }
        };
        let project = store.project();
        let period = project.start.zip(project.end).map(|(start, end)| whole_years(start, end));
        let project = project.clone();
        let mut log = Log::new(store, facts, today);
        let drafts = drafts::kept(&log).map_err(|error| self.refusal(error))?;
        let place = drafts::place(&mut log).map_err(|error| self.refusal(error))?;
        let read_only = log.store.newer().map(|_| ReadOnly::Newer);
        let opened = Opened { lists: log.store.lists().clone(), period, project, drafts, place, read_only };
        (self.log, self.reading) = (Some(log), Some(reading));
        Ok(Told::Opened(Box::new(opened)))
    }

    /// Makes the store, and keeps its passphrase to open it the first time.
    fn create(&mut self, lang: Lang, Passphrase(typed): Passphrase) -> Result<Told, Refusal> {
        self.lang = lang;
        let (path, kdf) = match self.place.take() {
            Some(Place::New(path, kdf)) => (path, kdf),
            place => {
                self.place = place;
                return Err(self.refusal(Fault::said(t::NOT_OPEN.get(lang))));
            }
        };
        match made(&path, typed.clone(), kdf) {
            Ok((folder, sheet)) => {
                self.place = Some(Place::Ready(Arc::new(folder), typed));
                Ok(Told::Created(sheet))
            }
            Err(error) => {
                self.place = Some(Place::New(path, kdf));
                Err(self.refusal(error))
            }
        }
    }

    /// Lets the store go; one in memory is kept for the next time.
    fn close(&mut self) {
        (self.reading, self.recovery) = (None, None);
        let Some(Log { store, .. }) = self.log.take() else { return };
        self.place = Some(match store.folder() {
            // It may be held anew since it was opened.
            Some(folder) => Place::Folder(Arc::clone(folder)),
            None => Place::Memory(Box::new(store)),
        });
    }

    fn ask(&mut self, ask: Ask, watch: &mut Watch) -> Result<Told, Refusal> {
        let now = self.clock.now();
        let Some(log) = self.log.as_mut() else { return Err(self.refusal(Fault::said(t::NOT_OPEN.get(self.lang)))) };
        log.turn_to(now.date());
        let told = answer::perform(log, ask, (now, self.lang), &mut self.recovery, watch);
        told.map_err(|fault| self.refusal(fault))
    }

    fn refusal(&self, fault: impl Into<Fault>) -> Refusal {
        fault.into().refusal(self.log.as_ref(), self.lang)
    }
}

/// The folder as it stands now: held anew if its disk was away.
fn found(folder: &Arc<Folder>) -> Result<Arc<Folder>, Error> {
    if folder.is_in_place()? { Ok(Arc::clone(folder)) } else { folder.again() }
}

/// A new store, held, and its recovery code.
fn made(path: &Path, mut typed: Zeroizing<String>, kdf: Option<Kdf>) -> Result<(Folder, RecoverySheet), Error> {
    let kdf = match kdf {
        Some(kdf) => kdf,
        None => Kdf::tuned()?,
    };
    let passphrase = crate::store::Passphrase::new(std::mem::take(&mut *typed));
    let (store, code) = Store::create(path, &passphrase, kdf)?;
    let sheet = RecoverySheet::new(code.groups());
    // The store is let go of, and its folder held for as long as the program runs.
    drop(store);
    Ok((Folder::hold(path)?, sheet))
}

/// A project's period, by its years where it has whole ones.
fn whole_years(start: NaiveDate, end: NaiveDate) -> Period {
    let years = format!("{}..{}", start.format("%Y"), end.format("%Y"));
    match Period::parse(&years, start) {
        Ok(period) if period.from() == Some(start) && period.to() == Some(end) => period,
        _ => Period::days(Some(start), Some(end)),
    }
}
