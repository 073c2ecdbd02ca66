//! A kept print compared with the log as it stands: which numbers changed, and which records made the difference.

use super::document::{Document, Figure};
use crate::domain::{Kind, Lang, Ref};
use crate::facts::Facts;
use crate::query::{Filter, Measure, Period, QueryError, Question, Words};
use crate::stats;
use std::collections::HashSet;

/// A figure that is not what it was.
#[derive(Clone, Debug, PartialEq)]
pub struct Difference {
    /// Its place among the print's figures.
    pub place: usize,
    /// The question as it would be asked today; `None` if this log no longer has what it asks for.
    pub question: Option<Question>,
    /// What was printed; `None` where it was hidden.
    pub then: Option<u64>,
    pub now: Option<u64>,
    /// The kind of the records that it rests on.
    pub kind: Kind,
    /// Records behind it now that were not, and that were and are not.
    pub come: Vec<Ref>,
    pub gone: Vec<Ref>,
    /// Records behind it then and now that have been changed since.
    pub changed: Vec<Ref>,
}

/// The figures of a kept print that have another number today, or rest on other records. `changed` are the records
/// that were changed since it was printed, `erased` those of people
/// who were taken out, which a print no longer names.
pub fn compare(
    document: &Document,
    facts: &Facts,
    changed: &HashSet<(Kind, Ref)>,
    erased: &HashSet<(Kind, Ref)>,
    words: &mut dyn FnMut(&Filter, Measure) -> Words,
) -> Vec<Difference> {
    let mut found = Vec::new();
    for (place, figure) in document.figures.iter().enumerate() {
        let Ok(measure) = Measure::from_code(&figure.measure) else { continue };
        let kind = measure.source();
        let Ok(question) = question(figure, measure, facts) else {
            let gone = figure.refs.clone();
            found.push(Difference {
                place,
                question: None,
                then: figure.value,
                now: None,
                kind,
                come: Vec::new(),
                gone,
                changed: Vec::new(),
            });
            continue;
        };
        let looked_up = words(&question.filter, measure);
        let now = stats::answer(facts, &question, &looked_up, Lang::Sv).total;
        let refs = stats::sources(facts, &question, &looked_up);
        let before: HashSet<&Ref> = figure.refs.iter().collect();
        let after: HashSet<&Ref> = refs.iter().collect();
        let come = refs.iter().filter(|own| !before.contains(own) && !erased.contains(&(kind, (*own).clone())));
        let come: Vec<Ref> = come.cloned().collect();
        let gone: Vec<Ref> = figure.refs.iter().filter(|own| !after.contains(own)).cloned().collect();
        let is_other = figure.value.is_some_and(|then| then != now);
        if !is_other && come.is_empty() && gone.is_empty() {
            continue;
        }
        let stayed = refs.iter().filter(|own| before.contains(own) && changed.contains(&(kind, (*own).clone())));
        // Of those that stayed only a sum, or people told apart, can make a difference.
        let changed = if come.is_empty() && gone.is_empty() { stayed.cloned().collect() } else { Vec::new() };
        found.push(Difference {
            place,
            question: Some(question),
            then: figure.value,
            now: Some(now),
            kind,
            come,
            gone,
            changed,
        });
    }
    found
}

/// The question of a figure, read anew.
fn question(figure: &Figure, measure: Measure, facts: &Facts) -> Result<Question, QueryError> {
    use crate::query::Vocabulary;
    let filter = Filter::parse(&figure.filter, measure, facts)?;
    let period = Period::parse(&figure.period, facts.today()).unwrap_or(Period::ALL);
    Ok(Question::count(measure, period, filter))
}
