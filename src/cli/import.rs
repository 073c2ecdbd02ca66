//! `import`: files read, checked and applied whole, or every fault told.

use super::failure::{FAILED, Failure, REJECTED};
use super::output;
use super::session::Session;
use crate::config;
use crate::domain::{AgeGroups, Change, Edit, Lang, Lists, Shown};
use crate::i18n::{fill, plural, texts::cli as t};
use crate::query::{AnyNames, Filter, Measure};
use crate::store::Store;
use crate::transfer::{self, Plan, ReadError, Refused, Sources};
use chrono::NaiveDate;
use clap::ArgMatches;
use std::cell::OnceCell;
use std::path::PathBuf;

/// Imports the files and folders of the arguments.
///
/// # Errors
/// Exit 6 with every fault, exit 1 for a file that cannot be read, the store's own.
pub fn run(session: &mut Session, matches: &ArgMatches) -> Result<(), Failure> {
    let lang = session.lang;
    let paths: Vec<PathBuf> = matches.get_many::<String>("path").into_iter().flatten().map(PathBuf::from).collect();
    let sources = transfer::read_paths(&paths).map_err(|error| unread(&error, lang))?;
    let plan = plan(&session.store, sources, matches.get_flag("update"), session.today, lang)?;
    let said = plan.in_words(lang);
    if matches.get_flag("dry-run") {
        said.iter().try_for_each(|line| output::show(line, lang))?;
        return output::show(&Shown::new(t::IMPORT_TRIED.get(lang)), lang);
    }
    session.store.apply(plan.change, config::now()).map_err(|error| session.failed(&error))?;
    said.iter().try_for_each(|line| output::show(line, lang))
}

/// Reads files into one change of a store.
///
/// # Errors
/// Exit 6 with every fault; the store's own.
pub fn plan(store: &Store, sources: Sources, update: bool, today: NaiveDate, lang: Lang) -> Result<Plan, Failure> {
    let after = OnceCell::new();
    let check = |change: &Change, measure: &str, filter: &str| {
        let (lists, age_groups) = after.get_or_init(|| codes_after(change, store));
        let measure = Measure::from_code(measure).map_err(|error| error.say(lang))?;
        if !measure.is_counted() {
            return Err(fill(t::NOT_COUNTED, lang, &[("measure", &measure.code())]));
        }
        // A name that the log lacks it may have had when it was exported, and what was exported must come back.
        let names = AnyNames { lists, age_groups, today };
        Filter::parse(filter, measure, &names).map(drop).map_err(|error| error.say(lang))
    };
    transfer::import(sources, store, update, &check).map_err(|refused| match refused {
        Refused::Existing(error) => Failure::of_store(&error, lang),
        Refused::Faults(faults) => {
            faults.iter().for_each(|fault| output::tell(fault.in_words(lang).as_str()));
            Failure::new(REJECTED, plural(faults.len() as u64, t::IMPORT_REJECTED_ONE, t::IMPORT_REJECTED_MANY, lang))
        }
    })
}

/// Why files could not be read: exit 1 for one that is not there, exit 6 for what cannot be imported.
pub fn unread(error: &ReadError, lang: Lang) -> Failure {
    let lines = error.in_words(lang);
    match error {
        ReadError::Io { .. } => Failure::new(FAILED, lines.iter().map(Shown::as_str).collect::<Vec<_>>().join("\n")),
        ReadError::Faults(faults) => {
            lines.iter().for_each(|line| output::tell(line.as_str()));
            Failure::new(REJECTED, plural(faults.len() as u64, t::IMPORT_REJECTED_ONE, t::IMPORT_REJECTED_MANY, lang))
        }
    }
}

/// The value lists and age groups as they stand after a change.
fn codes_after(change: &Change, store: &Store) -> (Lists, AgeGroups) {
    let (mut lists, mut age_groups) = (store.lists().clone(), store.project().age_groups.clone());
    for edit in &change.edits {
        match edit {
            Edit::List { list, after, .. } => lists.set(*list, after.clone()),
            Edit::Project { after, .. } => age_groups = after.age_groups.clone(),
            Edit::Record { .. } => {}
        }
    }
    (lists, age_groups)
}
