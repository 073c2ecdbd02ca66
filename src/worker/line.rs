//! Reads the log line with the names of the log.

use super::entries::complete;
use super::log::Log;
use crate::app::exchange::{LinePart, LineReading};
use crate::domain::{Kind, Lang, Ref, Shown};
use crate::entry::{Line, read_line};
use crate::facts::Facts;
use crate::store::{Error, Store};
use chrono::NaiveDateTime;

/// What a line means, with what the person named in it had last, where it says nothing else.
///
/// # Errors
/// Those of the store.
pub fn understand(store: &Store, facts: &Facts, text: &str, now: NaiveDateTime) -> Result<Line, Error> {
    let mut line = read_line(text, now, facts);
    if let Some(last) = line.person().and_then(|own| last_contact(facts, own)) {
        store.get(Kind::Contact, &last)?.into_iter().for_each(|last| line.assume(&last));
    }
    Ok(line)
}

/// The person's latest contact.
fn last_contact(facts: &Facts, person: &Ref) -> Option<Ref> {
    let row = facts.people.row(person)?;
    let hers = facts.history().contacts_of(row).iter().rev();
    let last = hers.copied().find(|&contact| facts.contacts.person[contact as usize] == row)?;
    Some(facts.contacts.own(last as usize))
}

/// What a line means. Somebody new has the ref that she will get, and the contact names her.
///
/// # Errors
/// Those of the store.
pub fn read(log: &Log, text: &str, now: NaiveDateTime, lang: Lang) -> Result<LineReading, Error> {
    let line = understand(&log.store, &log.facts, text, now)?;
    let part = |part: &crate::entry::Part| LinePart {
        typed: Shown::line(&part.typed),
        meaning: Shown::line(part.meaning.say(&log.facts, lang)),
        is_understood: part.meaning.is_understood(),
    };
    let parts = line.parts.iter().map(part).collect();
    let assumed = line.assumed.iter().map(|assumed| Shown::line(assumed.say(&log.facts, lang))).collect();
    let line = line.with_ref(log.store.next_ref(Kind::Person, 0));
    let linked = complete(&log.store, vec![line.contact.clone()])?.into_iter().flat_map(|entry| entry.linked).collect();
    Ok(LineReading { parts, assumed, line, linked })
}
