//! Reports out of an open log: what the pure room needs is read from the store, and the document is made.

use crate::domain::Kind;
use crate::facts::Facts;
use crate::report::{Document, Entered, Material, ReportError, ReportKind, Wanted, funder, summary};
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
    let project = store.project();
    match kind {
        ReportKind::Summary => summary(facts, project, wanted, matching),
        ReportKind::Funder => {
            let read = background(store, facts, wanted).map_err(ReportError::LookUp)?;
            let Background { organisations, activities, entered } = &read;
            funder(Material { facts, project, organisations, activities, entered }, wanted, matching)
        }
    }
}

/// What the funder's report needs beside the facts.
pub struct Background {
    pub organisations: Vec<crate::domain::Record>,
    pub activities: Vec<crate::domain::Record>,
    pub entered: Entered,
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
