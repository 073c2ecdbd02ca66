//! The next step after a record was saved: whether something is planned already, and what the proposals say.

use super::entries::complete;
use super::log::Log;
use crate::app::exchange::Offer;
use crate::checks;
use crate::domain::field::{contact, follow_up};
use crate::domain::{Kind, Lang, Record, Ref};
use crate::store::Error;

/// What is proposed after a record, if anything.
///
/// # Errors
/// Those of the store.
pub fn propose(log: &Log, kind: Kind, own: &Ref, lang: Lang) -> Result<Option<Box<Offer>>, Error> {
    let Some(record) = log.store.get(kind, own)? else { return Ok(None) };
    let planned = is_planned(log, &record)?;
    let proposed = checks::proposed(&log.facts, log.store.project(), &record, planned, lang);
    let Some(proposed) = proposed else { return Ok(None) };
    let entry = complete(&log.store, vec![proposed.record])?.pop();
    Ok(entry.map(|entry| Box::new(Offer { proposal: proposed.proposal, entry })))
}

/// Whether a follow-up waits already: of a referral, of a contact's person, or of what a follow-up is about.
fn is_planned(log: &Log, record: &Record) -> Result<bool, Error> {
    let own = record.own_ref().map(|own| (record.kind, own));
    let named = |kind: Kind, field: usize| Some((kind, record.values.get(field)?.link()?));
    let about = match record.kind {
        Kind::Contact => named(Kind::Person, contact::PERSON).or(own),
        Kind::FollowUp => named(Kind::Person, follow_up::PERSON)
            .or_else(|| named(Kind::Referral, follow_up::REFERRAL))
            .or_else(|| named(Kind::Contact, follow_up::CONTACT)),
        _ => own,
    };
    let Some((kind, own)) = about else { return Ok(false) };
    let naming = log.store.referring(kind, own)?.into_iter();
    let refs: Vec<Ref> = naming.filter(|(of, _)| *of == Kind::FollowUp).map(|(_, own)| own).collect();
    let waits = |record: &Record| matches!(record.status(log.today), Some("open" | "overdue"));
    Ok(log.store.fetch(Kind::FollowUp, &refs)?.iter().any(waits))
}
