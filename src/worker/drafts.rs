//! What was being typed when the store was last open, with the records that it names.

use super::entries::complete;
use super::log::Log;
use crate::app::exchange::{Draft, KeptDraft};
use crate::store::Error;

/// The drafts of the store, oldest first. One that another version has written stays in the store, unseen.
///
/// # Errors
/// Those of the store.
pub fn kept(log: &Log) -> Result<Vec<KeptDraft>, Error> {
    let mut found = Vec::new();
    for kept in log.store.drafts()?.into_iter().rev() {
        let Some((key, draft)) = kept.key.parse().ok().zip(Draft::parse(&kept.content)) else { continue };
        let Some(start) = draft.start() else { continue };
        let before = match draft.own() {
            Some(own) => log.store.get(start.kind, &own)?,
            None => None,
        };
        let begun = before.clone().unwrap_or(start);
        let entries = complete(&log.store, vec![begun.clone(), draft.chosen(begun)])?;
        let linked = entries.into_iter().flat_map(|entry| entry.linked).collect();
        found.push(KeptDraft { key, draft, before, linked });
    }
    Ok(found)
}
