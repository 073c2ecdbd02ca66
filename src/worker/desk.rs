//! The desk of the worker: the store and the facts, and the answers to what is asked of them.

use super::clock::Clock;
use super::find::FindError;
use super::log::{Log, other};
use super::look_up::Extent;
use super::queue::Waits;
use super::reading::Reading;
use super::{
    changes, drafts, entries, figures, find, kept, line, listing, look_up, proposals, provisional, reports, safe,
    secrets, settings, today, views,
};
use crate::app::exchange::{
    Ask, LookedUp, Opened, Passphrase, ReadOnly, RecoverySheet, Refusal, RefusalKind, Row, Told,
};
use crate::domain::{Change, Lang, Shown};
use crate::facts::Facts;
use crate::i18n::texts::{app as t, trouble};
use crate::query::{Filter, Measure, Period};
use crate::store::{Error, Folder, Kdf, NewRecovery, Store, Watch};
use crate::transfer;
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
                let gone = || other(trouble::LOCKED_GONE.get(self.lang));
                opened.ok_or_else(gone)?.map_err(|error| self.refusal(error))?
            }
            (place, _) => {
                self.place = place;
                return Err(other(t::NOT_OPEN.get(self.lang)));
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
                return Err(other(t::NOT_OPEN.get(lang)));
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
        let (lang, now) = (self.lang, self.clock.now());
        let Some(log) = self.log.as_mut() else { return Err(other(t::NOT_OPEN.get(lang))) };
        if log.today != now.date() {
            log.today = now.date();
            log.facts.set_today(log.today);
            log.findings.take();
        }
        let told = match ask {
            Ask::Open(_) | Ask::Create(..) | Ask::Close => Ok(Told::Closed),
            Ask::Speak(lang) => {
                self.lang = lang;
                Ok(Told::Kept)
            }
            Ask::Keys(order) => secrets::change(log, order, &mut self.recovery),
            Ask::List(asked, wanted) => listing::list(log, &asked, wanted.as_ref(), lang).map(Told::List),
            Ask::Entries(kind, rows) | Ask::Ahead(kind, rows) => entries::at(log, kind, &rows).map(Told::Entries),
            Ask::Alike(own) => match entries::alike(log, &own) {
                Ok(None) => return Err(gone(lang)),
                Ok(Some(alike)) => Ok(Told::Alike(Box::new(alike))),
                Err(error) => Err(error),
            },
            Ask::Detail(kind, Row(row)) => {
                let own = log.facts.rows(kind).own(row as usize);
                entries::detail(log, kind, &own).map(|page| Told::Detail(page.map(Box::new)))
            }
            Ask::Page(kind, own) => match entries::page(log, kind, &own) {
                Ok(None) => return Err(gone(lang)),
                Ok(Some(page)) => Ok(Told::Page(Box::new(page))),
                Err(error) => Err(error),
            },
            Ask::Names { kind, typed, person } => entries::names(log, kind, &typed, person.as_ref()).map(Told::Names),
            Ask::LookUp(readings) => match readings.first().filter(|typed| find::has_terms(typed)) {
                None => looked_up(log, &readings).map(Told::LookedUp),
                Some(typed) => match find::find(log, typed, Extent::Box, lang) {
                    Ok(found) => Ok(Told::LookedUp(found)),
                    Err(FindError::Query(error)) => return Err(other(error.say(lang))),
                    Err(FindError::Store(error)) => Err(error),
                },
            },
            Ask::Reading(measure, text) => return reading(log, measure, &text, lang),
            Ask::ReadLine(text) => line::read(log, &text, now, lang).map(|line| Told::Line(Box::new(line))),
            Ask::Found(kind, own) => Ok(Told::Found(today::found_by(log, kind, &own))),
            Ask::Propose(kind, own) => proposals::propose(log, kind, &own, lang).map(Told::Proposed),
            Ask::Reveal(own) => match log.store.note_reveal(&own, now) {
                Ok(true) => Ok(Told::Revealed(own)),
                Ok(false) => return Err(gone(lang)),
                Err(error) => Err(error),
            },
            Ask::SwitchCheck(about) => {
                let change = settings::switch(log.store.project(), about);
                log.apply(|store| store.apply(change, now).map(Some)).map(applied)
            }
            Ask::SetLimit(about, span) => {
                let change = settings::set_limit(log.store.project(), about, span);
                log.apply(|store| store.apply(change, now).map(Some)).map(applied)
            }
            Ask::ReadView(saved) => return views::read(log, *saved, lang).map(|view| Told::View(Box::new(view))),
            Ask::EditViews(edit) => {
                let change = views::edit(log, &edit);
                log.apply(|store| store.apply(change, now).map(Some)).map(applied)
            }
            Ask::Today => today::today(log).map(Told::Today),
            Ask::Table(asked) | Ask::TableAhead(asked) => match figures::table(log, &asked, lang) {
                Ok(Err(too_large)) => return Err(other(too_large.say(lang))),
                Ok(Ok(table)) => Ok(Told::Table(Box::new(table))),
                Err(error) => Err(error),
            },
            Ask::Sheet(asked) => figures::sheet(log, &asked, lang).map(|sheet| Told::Sheet(Box::new(sheet))),
            Ask::Explain(lead) => figures::explain(log, &lead, lang).map(Told::Explained),
            Ask::TryIndicator(indicator, period) => {
                figures::try_out(log, &indicator, &period, lang).map(|tried| Told::Tried(Box::new(tried)))
            }
            Ask::Report(report) => return reports::shown(log, &report, lang),
            Ask::Prints => return kept::listed(log, lang),
            Ask::KeptPrint(seq) => return kept::kept(log, seq, lang),
            Ask::Signing(period, lang) => return kept::signing(log, period, lang),
            Ask::Prose(text, period, lang) => return kept::prose(log, &text, period, lang),
            Ask::Figures(period, lang) => return kept::offers(log, period, lang),
            Ask::Printers => return reports::printers(lang),
            Ask::Print { paper, format, printer } => {
                return reports::print(log, paper, format, &printer, now, lang);
            }
            Ask::WritePaper { paper, format, path, replace } => {
                return reports::write(log, paper, format, (&path, replace), now, lang);
            }
            Ask::WriteSheet { path, sheet, replace } => {
                let text = transfer::csv_text(&sheet.into_rows());
                return super::file::write(&path, text.as_bytes(), replace, self.lang).map(|()| Told::Written(path));
            }
            Ask::Save(change, key) => {
                let saved = |store: &mut Store| {
                    store.save(provisional::settled(change, store), &key.to_string(), now).map(Some)
                };
                log.apply(saved).map(applied)
            }
            Ask::Apply(change) => {
                log.apply(|store| store.apply(provisional::settled(change, store), now).map(Some)).map(applied)
            }
            Ask::Likely(record) => entries::likely(log, &record).map(Told::Likely),
            Ask::KeepDraft(key, content) => log.store.save_draft(&key.to_string(), &content, now).map(|()| Told::Kept),
            Ask::KeepPlace(content) => log.store.save_draft(drafts::PLACE, &content, now).map(|()| Told::Kept),
            Ask::DropDraft(key) => log.store.drop_draft(&key.to_string()).map(|()| Told::Kept),
            Ask::Changes(about, limit) => {
                changes::changes(log, about.as_ref(), limit).map(|found| Told::Changes(Box::new(found)))
            }
            Ask::Backups => safe::backups(log),
            Ask::BackUp { only_if_due } => safe::back_up(log, only_if_due, now, watch),
            // It was done already, or never begun.
            Ask::Stop => Ok(Told::Kept),
            Ask::Erasure(own) => safe::erasure(log, own, lang),
            Ask::Erase(own) => safe::erase(log, &own, now),
            Ask::Undo => log.apply(|store| store.undo(now)).map(Told::Undone),
            Ask::Redo => log.apply(|store| store.redo(now)).map(Told::Redone),
        };
        told.map_err(|error| self.refusal(error))
    }

    fn refusal(&self, error: Error) -> Refusal {
        let kind = match error {
            Error::WrongPassphrase => RefusalKind::WrongPassphrase,
            Error::Stopped => RefusalKind::Stopped,
            _ => RefusalKind::Other,
        };
        match &self.log {
            Some(log) if kind == RefusalKind::Other => log.refusal(&error, self.lang),
            _ => Refusal { message: error.message(self.lang), kind },
        }
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

fn applied(change: Option<Change>) -> Told {
    change.map_or(Told::Undone(None), Told::Applied)
}

fn gone(lang: Lang) -> Refusal {
    Refusal { message: Shown::line(t::RECORD_GONE.get(lang)), kind: RefusalKind::Gone }
}

fn looked_up(log: &Log, readings: &[String]) -> Result<LookedUp, Error> {
    let mut looked_up = look_up::look_up(&log.store, readings, Extent::Box)?;
    if let Some(typed) = readings.first().filter(|_| looked_up.found.is_empty()) {
        looked_up.near = look_up::near(&log.store, &log.facts, typed)?;
    }
    Ok(looked_up)
}

fn reading(log: &Log, measure: Measure, text: &str, lang: Lang) -> Result<Told, Refusal> {
    let filter = Filter::parse(text, measure, &log.facts).map_err(|error| other(error.say(lang)))?;
    let words = Shown::line(filter.in_words(measure, &log.facts, lang));
    Ok(Told::Reading(filter, words))
}

/// A project's period, by its years where it has whole ones.
fn whole_years(start: NaiveDate, end: NaiveDate) -> Period {
    let years = format!("{}..{}", start.format("%Y"), end.format("%Y"));
    match Period::parse(&years, start) {
        Ok(period) if period.from() == Some(start) && period.to() == Some(end) => period,
        _ => Period::days(Some(start), Some(end)),
    }
}
