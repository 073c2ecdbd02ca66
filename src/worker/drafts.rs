//! What was being typed when the store was last open, with the records that it names.

use super::entries::complete;
use super::log::Log;
use crate::app::exchange::{Draft, KeptDraft, KeptDrafts, KeptPlace, Place};
use crate::store::Error;

/// What the place where she was is kept under, beside the numbers of the drafts.
pub const PLACE: &str = "place";

/// The drafts of the store, oldest first: those of records, with the records that they name, and the others as they
/// were kept. One that another version has written stays in the store, unseen.
///
/// # Errors
/// Those of the store.
pub fn kept(log: &Log) -> Result<KeptDrafts, Error> {
    let mut found = KeptDrafts::default();
    for kept in log.store.drafts()?.into_iter().rev() {
        let Ok(key) = kept.key.parse() else { continue };
        match Draft::parse(&kept.content) {
            Some(draft) => found.records.extend(completed(log, key, draft)?),
            None => found.sections.push((key, kept.content)),
        }
    }
    Ok(found)
}

/// A draft with the records that it names; `None` if it is of a kind that is no more.
fn completed(log: &Log, key: u64, draft: Draft) -> Result<Option<KeptDraft>, Error> {
    let Some(start) = draft.start() else { return Ok(None) };
    let before = match draft.own() {
        Some(own) => log.store.get(start.kind, &own)?,
        None => None,
    };
    let begun = before.clone().unwrap_or(start);
    let entries = complete(&log.store, vec![begun.clone(), draft.chosen(begun)])?;
    let linked = entries.into_iter().flat_map(|entry| entry.linked).collect();
    Ok(Some(KeptDraft { key, draft, before, linked }))
}

/// Where she was when the screen was locked. It is given once: whatever happens next is another place.
///
/// # Errors
/// Those of the store.
pub fn place(log: &mut Log) -> Result<Option<KeptPlace>, Error> {
    let drafts = log.store.drafts()?;
    let Some(kept) = drafts.iter().find(|kept| kept.key == PLACE) else { return Ok(None) };
    // A store that cannot be written to still opens; the place is then overwritten the next time.
    let _ = log.store.drop_draft(PLACE);
    let Some(place) = Place::parse(&kept.content) else { return Ok(None) };
    let forms = place.drafts().map(|(key, draft)| completed(log, key.unwrap_or_default(), draft.clone()));
    let forms = forms.collect::<Result<_, _>>()?;
    Ok(Some(KeptPlace { place, forms }))
}
