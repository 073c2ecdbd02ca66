//! Reports, and what to look at before one is signed, out of an open log: what the pure room needs is read from the
//! store.

use crate::domain::{Kind, Project, Record};
use crate::facts::Facts;
use crate::report::signing::{self, Check};
use crate::report::{Document, Entered, Material, ReportError, ReportKind, Wanted, checklist, funder, summary};
use crate::store::{Error, Store};

/// A report as a document.
///
/// # Errors
/// A goal's indicator that asks for something that there is not, or a store that cannot be read.
pub fn document(
    store: &Store,
    facts: &Facts,
    kind: ReportKind,
    wanted: &Wanted,
) -> Result<Document, ReportError<Error>> {
    let matching = |kind, word: &str| store.matching(kind, word);
    match kind {
        ReportKind::Summary => summary(facts, store.project(), wanted, matching),
        ReportKind::Funder => {
            let read = background(store, facts, wanted).map_err(ReportError::LookUp)?;
            funder(read.material(facts, store.project()), wanted, matching)
        }
    }
}

/// What to look at before the funder's report is signed.
///
/// # Errors
/// As `document`.
pub fn checks(store: &Store, facts: &Facts, wanted: &Wanted) -> Result<Vec<Check>, ReportError<Error>> {
    let read = background(store, facts, wanted).map_err(ReportError::LookUp)?;
    let matching = |kind, word: &str| store.matching(kind, word);
    signing::checks(read.material(facts, store.project()), wanted, matching)
}

/// The same as a document. It speaks of what is not for the public, so there is no copy for the public of it.
///
/// # Errors
/// As `document`.
pub fn checks_document(store: &Store, facts: &Facts, wanted: &Wanted) -> Result<Document, ReportError<Error>> {
    Ok(checklist(&checks(store, facts, wanted)?, facts, store.project(), wanted))
}

/// What the funder's report needs beside the facts.
pub struct Background {
    pub organisations: Vec<Record>,
    pub activities: Vec<Record>,
    pub entered: Entered,
}

impl Background {
    /// All that the funder's report is made from.
    pub fn material<'a>(&'a self, facts: &'a Facts, project: &'a Project) -> Material<'a> {
        let Background { organisations, activities, entered } = self;
        Material { facts, project, organisations, activities, entered }
    }
}

/// Reads what the funder's report needs beside the facts.
///
/// # Errors
/// Those of the store.
pub fn background(store: &Store, facts: &Facts, wanted: &Wanted) -> Result<Background, Error> {
    use crate::query::{Measure, Question, Vocabulary};
    let mut organisations = Vec::new();
    store.for_each(Kind::Organisation, |record| organisations.push(record))?;
    let question = Question::count(Measure::Activities, wanted.period, Default::default());
    let activities = store.fetch(Kind::Activity, &crate::stats::records(facts, &question, &Default::default()))?;
    let mut entered = Entered::default();
    if let Some(end) = Entered::after(&wanted.period, facts.today()) {
        for found in store.entered_after(end)? {
            let among = if found.imported { &mut entered.imported } else { &mut entered.late };
            among.insert((found.kind, found.own));
        }
    }
    Ok(Background { organisations, activities, entered })
}
