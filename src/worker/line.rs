//! Reads the log line with the names of the log.

use super::entries::complete;
use super::log::Log;
use crate::app::exchange::{LinePart, LineReading};
use crate::domain::{Kind, Lang, Shown};
use crate::entry::read_line;
use crate::store::Error;
use chrono::NaiveDateTime;

/// What a line means. Somebody new has the ref that she will get, and the contact names her.
///
/// # Errors
/// Those of the store.
pub fn read(log: &Log, text: &str, now: NaiveDateTime, lang: Lang) -> Result<LineReading, Error> {
    let line = read_line(text, now, &log.facts);
    let part = |part: &crate::entry::Part| LinePart {
        typed: Shown::line(&part.typed),
        meaning: Shown::line(part.meaning.say(&log.facts, lang)),
        is_understood: part.meaning.is_understood(),
    };
    let parts = line.parts.iter().map(part).collect();
    let line = line.with_ref(log.store.next_ref(Kind::Person, 0));
    let linked = complete(&log.store, vec![line.contact.clone()])?.into_iter().flat_map(|entry| entry.linked).collect();
    Ok(LineReading { parts, line, linked })
}
