//! What a command works on: the language, the day taken as today, and the store that the options name.

use super::failure::{FAILED, Failure};
use super::{output, passphrase};
use crate::domain::{Kind, Lang, Ref, date::parse_date};
use crate::facts::Facts;
use crate::i18n::texts::{cli as t, safe};
use crate::i18n::{fill, problem};
use crate::query::{Filter, Measure, Period, Words};
use crate::store::{Error, Folder, Store};
use crate::{config, demo, transfer};
use chrono::NaiveDate;
use clap::ArgMatches;
use std::path::PathBuf;
use std::sync::Arc;

/// An open store and what a command needs beside it.
pub struct Session {
    pub store: Store,
    pub lang: Lang,
    pub today: NaiveDate,
}

/// The options that every command has.
pub struct Globals<'a> {
    matches: &'a ArgMatches,
    pub lang: Lang,
}

impl<'a> Globals<'a> {
    /// Takes them from the arguments.
    ///
    /// # Errors
    /// Exit 2 for `--demo` with `--store`: the parser sees them together only on the same side of the command.
    pub fn new(matches: &'a ArgMatches, lang: Lang) -> Result<Globals<'a>, Failure> {
        let globals = Globals { matches, lang };
        match globals.demo().is_some() && matches.contains_id("store") {
            true => Err(Failure::usage(t::DEMO_AND_STORE.get(lang))),
            false => Ok(globals),
        }
    }

    /// `--demo`: nothing in it for the built-in sample, else the folder of files.
    pub fn demo(&self) -> Option<&'a str> {
        self.matches.get_one::<String>("demo").map(String::as_str)
    }

    /// The store's folder.
    pub fn store(&self) -> Result<PathBuf, Failure> {
        let given = self.matches.get_one::<String>("store").map(PathBuf::from);
        given.or_else(config::default_store).ok_or_else(|| Failure::new(FAILED, t::NO_DATA_DIRECTORY.get(self.lang)))
    }

    /// `--passphrase-file`.
    pub fn passphrase_file(&self) -> Option<&'a str> {
        self.matches.get_one::<String>("passphrase-file").map(String::as_str)
    }

    /// `--today`, if given.
    pub fn today(&self) -> Result<Option<NaiveDate>, Failure> {
        let Some(given) = self.matches.get_one::<String>("today") else { return Ok(None) };
        let day = parse_date(given).map_err(|wrong| {
            let wrong = problem(&wrong, self.lang);
            Failure::usage(fill(t::NOT_A_DAY, self.lang, &[("given", given), ("problem", &wrong)]))
        })?;
        Ok(Some(day))
    }

    /// Refuses `--today` for a command that writes to a real store (contract section 1).
    pub fn refuse_today(&self) -> Result<(), Failure> {
        match (self.today()?, self.demo()) {
            (Some(_), None) => Err(Failure::usage(t::TODAY_WRITES.get(self.lang))),
            _ => Ok(()),
        }
    }

    /// Refuses `--demo` for a command that is about files on disk.
    pub fn refuse_demo(&self) -> Result<(), Failure> {
        match self.demo() {
            Some(_) => Err(Failure::usage(safe::NOT_FOR_DEMO.get(self.lang))),
            None => Ok(()),
        }
    }

    /// Takes hold of the store's folder before anything is asked for: that no store is there, or that it is open
    /// elsewhere, comes first.
    pub fn hold(&self) -> Result<Arc<Folder>, Failure> {
        let folder = Folder::hold(&self.store()?);
        folder.map(Arc::new).map_err(|error| Failure::of_store(&error, self.lang))
    }

    /// Opens the store, or fills the sample. That it can only be read is told on the way.
    pub fn open(&self) -> Result<Session, Failure> {
        let session = self.opened()?;
        if let Err(error) = session.store.writable() {
            output::tell(error.message(self.lang).as_str());
        }
        Ok(session)
    }

    /// The same for a command that changes something: a store that can only be read is refused before anything is asked.
    pub fn open_to_write(&self) -> Result<Session, Failure> {
        let session = self.opened()?;
        session.writable()?;
        Ok(session)
    }

    fn opened(&self) -> Result<Session, Failure> {
        let (given, lang) = (self.today()?, self.lang);
        let store = match self.demo() {
            None => {
                let folder = self.hold()?;
                let typed = passphrase::of_store(self.passphrase_file(), lang)?;
                Store::unlock_as_typed(&folder, typed).map_err(|error| Failure::of_store(&error, lang))?
            }
            Some("") => filled(demo::files(), lang)?,
            Some(folder) => {
                let read = transfer::read_paths(&[PathBuf::from(folder)]);
                filled(read.map_err(|error| super::import::unread(&error, lang))?, lang)?
            }
        };
        let of_sample = store.project().today.filter(|_| self.demo().is_some());
        let today = given.or(of_sample).unwrap_or_else(config::today);
        Ok(Session { store, lang, today })
    }
}

/// A store in memory with the records of files.
fn filled(sources: transfer::Sources, lang: Lang) -> Result<Store, Failure> {
    let mut store = Store::in_memory().map_err(|error| Failure::of_store(&error, lang))?;
    let plan = super::import::plan(&store, sources, false, config::today(), lang)?;
    store.apply(plan.change, config::now()).map_err(|error| Failure::of_store(&error, lang))?;
    store.seal();
    Ok(store)
}

impl Session {
    /// That the store can be written to.
    pub fn writable(&self) -> Result<(), Failure> {
        self.store.writable().map_err(|error| self.failed(&error))
    }

    /// All facts of the store.
    pub fn facts(&mut self) -> Result<Facts, Failure> {
        self.store.facts(self.today).map_err(|error| self.failed(&error))
    }

    /// Reads `--period`; `None` if it is not given.
    pub fn period(&self, matches: &ArgMatches) -> Result<Option<Period>, Failure> {
        matches.get_one::<String>("period").map(|text| self.read_period(text)).transpose()
    }

    /// Reads a period.
    pub fn read_period(&self, text: &str) -> Result<Period, Failure> {
        Period::parse(text, self.today).map_err(|error| Failure::usage(error.say(self.lang)))
    }

    /// Reads `--filter`, from standard input if it is `-`; `None` if it is not given.
    pub fn filter(&self, matches: &ArgMatches, measure: Measure, facts: &Facts) -> Result<Option<Filter>, Failure> {
        let Some(text) = self.filter_text(matches)? else { return Ok(None) };
        let filter = Filter::parse(&text, measure, facts);
        filter.map(Some).map_err(|error| Failure::usage(error.say(self.lang)))
    }

    /// `--filter` as typed; `None` if it is not given.
    pub fn filter_text(&self, matches: &ArgMatches) -> Result<Option<String>, Failure> {
        let Some(given) = matches.get_one::<String>("filter") else { return Ok(None) };
        if given == "-" {
            Ok(Some(super::input::line(self.lang)?.unwrap_or_default()))
        } else {
            Ok(Some(given.clone()))
        }
    }

    /// Looks up the words of a filter.
    pub fn words(&self, filter: &Filter, measure: Measure) -> Result<Words, Failure> {
        Words::look_up(filter, measure.source(), |kind, word| self.matching(kind, word))
    }

    /// The records of a kind whose text has a word.
    pub fn matching(&self, kind: Kind, word: &str) -> Result<Vec<Ref>, Failure> {
        self.store.matching(kind, word).map_err(|error| self.failed(&error))
    }

    pub fn failed(&self, error: &Error) -> Failure {
        Failure::of(error, &self.store, self.lang)
    }
}
