//! Kept prints: a document goes into the store without its records, which stand beside it, and comes back whole.

use crate::domain::{Kind, Lang, Ref};
use crate::facts::Facts;
use crate::query::{Filter, Measure, Words};
use crate::report::compare::{Difference, compare};
use crate::report::{Document, ReportKind, Wanted, pages, stored, text};
use crate::store::{Damage, Error, FigureRefs, Print, PrintGlimpse, Store};
use chrono::NaiveDateTime;
use serde::{Deserialize, Serialize};
use std::collections::HashSet;

/// What the list of prints says of one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct About {
    pub kind: String,
    pub title: String,
    /// As the command line takes it.
    pub period: String,
    pub lang: Lang,
    /// The copy for the public: counts under this are hidden.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub suppress: Option<u64>,
}

/// A print in the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    pub seq: i64,
    /// Local time.
    pub at: NaiveDateTime,
    pub about: About,
}

/// A print as it was, with the records behind its figures.
#[derive(Clone, Debug)]
pub struct Kept {
    pub about: About,
    pub document: Document,
    /// Its pages as text, byte for byte.
    pub text: String,
}

#[derive(Serialize, Deserialize)]
struct Content {
    document: serde_json::Value,
    text: String,
}

/// Keeps a print; returns its number.
///
/// # Errors
/// Those of the store.
pub fn keep(
    store: &mut Store,
    kind: ReportKind,
    wanted: &Wanted,
    document: &Document,
    now: NaiveDateTime,
) -> Result<i64, Error> {
    let about = About {
        kind: kind.code().to_owned(),
        title: document.title.as_str().to_owned(),
        period: wanted.period.to_string(),
        lang: wanted.lang,
        suppress: wanted.suppress.map(|limit| limit.k()),
    };
    let mut words = document.clone();
    let mut refs = Vec::new();
    for figure in &mut words.figures {
        let kind = Measure::from_code(&figure.measure).map_or(Kind::Contact, Measure::source);
        refs.push(FigureRefs { kind, refs: std::mem::take(&mut figure.refs) });
    }
    let written = stored::write(&words).and_then(|text| serde_json::from_str(&text)).map_err(unreadable)?;
    let content = Content { document: written, text: text::plain(&pages(document)) };
    let about = serde_json::to_string(&about).map_err(unreadable)?;
    let content = serde_json::to_string(&content).map_err(unreadable)?;
    store.keep_print(&Print { about, content, refs }, now)
}

/// Every kept print, newest first.
///
/// # Errors
/// Those of the store, or a row that is none of this program's.
pub fn listed(store: &Store) -> Result<Vec<Listed>, Error> {
    let one = |PrintGlimpse { seq, at, about }| {
        Ok(Listed { seq, at, about: serde_json::from_str(&about).map_err(unreadable)? })
    };
    store.prints()?.into_iter().map(one).collect()
}

/// A print as it was; `None` if there is none with that number.
///
/// # Errors
/// As `listed`, and `TooNew` for a print of a later program.
pub fn kept(store: &Store, seq: i64) -> Result<Option<Kept>, Error> {
    let Some(print) = store.print(seq)? else { return Ok(None) };
    let about = serde_json::from_str(&print.about).map_err(unreadable)?;
    let content: Content = serde_json::from_str(&print.content).map_err(unreadable)?;
    let mut document = stored::read(&content.document.to_string()).map_err(|error| match error {
        stored::StoredError::Newer(version) => Error::TooNew { version: version.into() },
        stored::StoredError::Damaged(error) => unreadable(error),
    })?;
    for (figure, kept) in document.figures.iter_mut().zip(print.refs) {
        figure.refs = kept.refs;
    }
    Ok(Some(Kept { about, document, text: content.text }))
}

/// A record that made a difference, and what it did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cause {
    /// What was changed, added or deleted since the print: the record behind the figure, or one that it names.
    pub kind: Kind,
    pub own: Ref,
    /// `true`: behind the figure now and not then; `false`: the other way about; `None`: both.
    pub came: Option<bool>,
}

/// A figure that changed, with the records that made it so.
#[derive(Clone, Debug)]
pub struct Changed {
    pub difference: Difference,
    pub causes: Vec<Cause>,
}

/// A kept print compared with the log as it stands.
///
/// # Errors
/// Those of the store.
pub fn compared(store: &Store, facts: &Facts, seq: i64, kept: &Kept) -> Result<Vec<Changed>, Error> {
    let (changed, erased) = (store.changed_since(seq)?, store.erased_records()?);
    let mut failed = None;
    let mut words = |filter: &Filter, measure: Measure| {
        let found = Words::look_up(filter, measure.source(), |kind, word| store.matching(kind, word));
        found.unwrap_or_else(|error| {
            failed = Some(error);
            Words::default()
        })
    };
    let found = compare(&kept.document, facts, &changed, &erased, &mut words);
    if let Some(error) = failed {
        return Err(error);
    }
    let with_causes = |difference: Difference| {
        let mut causes = Vec::new();
        let sides = [(&difference.come, Some(true)), (&difference.gone, Some(false)), (&difference.changed, None)];
        for (refs, came) in sides {
            for own in refs {
                let (kind, own) = cause(store, difference.kind, own, &changed)?;
                let cause = Cause { kind, own, came };
                if !causes.contains(&cause) {
                    causes.push(cause);
                }
            }
        }
        Ok(Changed { difference, causes })
    };
    found.into_iter().map(with_causes).collect()
}

/// The record whose change made another fall in or out of a figure: itself, else one that it names, else itself all
/// the same, since a list, a joining of people or the period may have done it.
fn cause(store: &Store, kind: Kind, own: &Ref, changed: &HashSet<(Kind, Ref)>) -> Result<(Kind, Ref), Error> {
    let itself = (kind, own.clone());
    if changed.contains(&itself) {
        return Ok(itself);
    }
    let Some(record) = store.get(kind, own)? else { return Ok(itself) };
    let named = record.links().map(|(_, kind, own)| (kind, own.clone())).find(|named| changed.contains(named));
    Ok(named.unwrap_or(itself))
}

fn unreadable(_: serde_json::Error) -> Error {
    Error::Damaged(Damage::Row { table: "prints" })
}
