//! Records with what they name, a record's page, and the names that fit what is typed.

use super::listing::named;
use super::log::Log;
use super::look_up;
use crate::app::exchange::{Alike, Entry, PageContent, Row};
use crate::checks::{self, Likeness};
use crate::domain::field::person;
use crate::domain::text::fold;
use crate::domain::{Kind, Record, Ref};
use crate::facts::{Facts, NO_DAY};
use crate::store::{Error, Store};
use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap, HashSet};

/// So much of what belongs to a record is seen beside a list, in the largest of windows.
const SEEN: usize = 60;

/// So many names are offered.
const OFFERED: usize = 30;

/// The records with those refs, each with the records that it names.
///
/// # Errors
/// Those of the store.
pub fn entries(log: &Log, kind: Kind, refs: &[Ref]) -> Result<Vec<Entry>, Error> {
    complete(&log.store, log.store.fetch(kind, refs)?)
}

/// The records in those rows, each with its row and the records that it names; those that do not stand are left out.
///
/// # Errors
/// Those of the store.
pub fn at(log: &Log, kind: Kind, rows: &[Row]) -> Result<Vec<(Row, Entry)>, Error> {
    let table = log.facts.rows(kind);
    let refs: Vec<Ref> = rows.iter().map(|row| table.own(row.0 as usize)).collect();
    let row = |entry: &Entry| entry.own_ref().and_then(|own| table.row(own)).map(Row);
    Ok(entries(log, kind, &refs)?.into_iter().filter_map(|entry| Some((row(&entry)?, entry))).collect())
}

/// The records with what they name, each of these fetched once.
///
/// # Errors
/// Those of the store.
pub fn complete(store: &Store, records: Vec<Record>) -> Result<Vec<Entry>, Error> {
    let wanted = records.iter().flat_map(Record::links).map(|(_, kind, own)| (kind, own.clone()));
    let named = each_once(store, wanted)?.into_iter();
    let found: HashMap<(Kind, Ref), Record> =
        named.filter_map(|record| Some(((record.kind, record.own_ref()?.clone()), record))).collect();
    let entry = |record: Record| {
        let linked = record.links().filter_map(|(_, kind, own)| found.get(&(kind, own.clone())).cloned()).collect();
        Entry { record, linked }
    };
    Ok(records.into_iter().map(entry).collect())
}

/// The records with those kinds and refs, as far as they are there, each once.
///
/// # Errors
/// Those of the store.
pub fn each_once(store: &Store, wanted: impl IntoIterator<Item = (Kind, Ref)>) -> Result<Vec<Record>, Error> {
    let mut by_kind: BTreeMap<Kind, HashSet<Ref>> = BTreeMap::new();
    for (kind, own) in wanted {
        by_kind.entry(kind).or_default().insert(own);
    }
    let mut found = Vec::new();
    for (kind, refs) in by_kind {
        let refs: Vec<Ref> = refs.into_iter().collect();
        found.extend(store.fetch(kind, &refs)?);
    }
    Ok(found)
}

/// A record with what names it, newest first; `None` if it is not there.
///
/// # Errors
/// Those of the store.
pub fn page(log: &Log, kind: Kind, own: &Ref) -> Result<Option<PageContent>, Error> {
    page_of(log, kind, own, |all| all)
}

/// The same with the newest of what names it only, as many as are seen beside a list.
///
/// # Errors
/// Those of the store.
pub fn detail(log: &Log, kind: Kind, own: &Ref) -> Result<Option<PageContent>, Error> {
    let day = |(kind, own): &(Kind, Ref)| {
        let facts = &log.facts;
        let row = facts.rows(*kind).row(own).map(|row| row as usize);
        let day = row.and_then(|row| match kind {
            Kind::Contact => facts.contacts.day.get(row),
            Kind::Referral => facts.referrals.day.get(row),
            Kind::FollowUp => facts.follow_ups.day.get(row),
            _ => None,
        });
        day.copied().unwrap_or(NO_DAY)
    };
    page_of(log, kind, own, |mut all| {
        if all.len() > SEEN {
            all.sort_by_key(|named| Reverse(day(named)));
            all.truncate(SEEN);
            all.sort_unstable();
        }
        all
    })
}

fn page_of(
    log: &Log,
    kind: Kind,
    own: &Ref,
    chosen: impl FnOnce(Vec<(Kind, Ref)>) -> Vec<(Kind, Ref)>,
) -> Result<Option<PageContent>, Error> {
    let Some(record) = log.store.get(kind, own)? else { return Ok(None) };
    let Some(entry) = complete(&log.store, vec![record])?.pop() else { return Ok(None) };
    let mut by_kind: BTreeMap<Kind, Vec<Ref>> = BTreeMap::new();
    let all = log.store.referring(kind, own)?;
    let count = all.len();
    let seen = chosen(all);
    let more = count - seen.len();
    for (kind, own) in seen {
        by_kind.entry(kind).or_default().push(own);
    }
    let mut belonging = Vec::new();
    for (kind, refs) in by_kind {
        belonging.extend(entries(log, kind, &refs)?);
    }
    belonging.sort_by_cached_key(|entry| {
        let time = entry.record.values.get(1).map(ToString::to_string).filter(|_| entry.record.kind == Kind::Contact);
        Reverse((entry.day(), time))
    });
    Ok(Some(PageContent { entry, belonging, more }))
}

/// A person with the people who look like her; `None` if she is not there.
///
/// # Errors
/// Those of the store.
pub fn alike(log: &Log, own: &Ref) -> Result<Option<Alike>, Error> {
    let like = checks::alike::like(&log.facts, own);
    let refs: Vec<Ref> = like.iter().map(|(other, _)| other.clone()).collect();
    let others = entries(log, Kind::Person, &refs)?.into_iter().zip(like.into_iter().map(|(_, common)| common));
    let person = entries(log, Kind::Person, std::slice::from_ref(own))?.pop();
    Ok(person.map(|person| Alike { person, others: others.collect() }))
}

/// Those who look like a record that is being written, the likeliest first.
///
/// # Errors
/// Those of the store.
pub fn likely(log: &Log, record: &Record) -> Result<Vec<(Entry, Vec<Likeness>)>, Error> {
    let like = checks::alike::like_record(&log.facts, record);
    let refs: Vec<Ref> = like.iter().take(OFFERED).map(|(other, _)| other.clone()).collect();
    let common = like.into_iter().map(|(_, common)| common);
    Ok(entries(log, record.kind, &refs)?.into_iter().zip(common).collect())
}

/// A phone number is told by so many digits.
const DIGITS: usize = 4;

/// The records of that name (`names`), people also by the digits of their numbers; and people of nearly that name where
/// nobody is found.
///
/// # Errors
/// Those of the store.
pub fn named_or_near(
    log: &Log,
    kind: Kind,
    typed: &str,
    person: Option<&Ref>,
) -> Result<(Vec<Entry>, Vec<Entry>), Error> {
    let found = names(log, kind, typed, person)?;
    if kind != Kind::Person || !found.is_empty() {
        return Ok((found, Vec::new()));
    }
    let called = by_phone(log, typed)?;
    let near = if called.is_empty() { look_up::near(&log.store, &log.facts, typed)? } else { Vec::new() };
    Ok((called, near))
}

/// The people in whose numbers those digits stand, if it is digits that are typed.
fn by_phone(log: &Log, typed: &str) -> Result<Vec<Entry>, Error> {
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    let sought = digits(typed);
    if sought.len() < DIGITS || !typed.chars().all(|c| c.is_ascii_digit() || " -+/()".contains(c)) {
        return Ok(Vec::new());
    }
    let mut found = log.store.look_up(&[typed.trim().to_owned()], OFFERED)?;
    found.retain(|record| {
        let number = record.values.get(person::PHONE).filter(|_| record.kind == Kind::Person);
        number.is_some_and(|number| digits(&number.to_string()).contains(&sought))
    });
    complete(&log.store, found)
}

/// The records whose name, or a word of it, begins with what is typed; those whose whole name does come first. What
/// belongs to a person is narrowed to hers, the newest first. Without anything typed: the first, or the newest.
///
/// # Errors
/// Those of the store.
pub fn names(log: &Log, kind: Kind, typed: &str, person: Option<&Ref>) -> Result<Vec<Entry>, Error> {
    let typed = typed.trim();
    if matches!(kind, Kind::Person | Kind::Organisation | Kind::Matter) {
        return entries(log, kind, &log.called(kind).find(&log.facts, typed, OFFERED));
    }
    let refs: Vec<Ref> = match person.filter(|_| kind.person_field().is_some()) {
        Some(person) => {
            let hers = log.store.referring(Kind::Person, person)?.into_iter();
            hers.filter(|(of, _)| *of == kind).map(|(_, own)| own).collect()
        }
        None if typed.is_empty() => newest(&log.facts, kind),
        None => {
            let found = typed.split_whitespace().map(|word| named(log, kind, word)).collect::<Result<Vec<_>, _>>()?;
            let mut sets = found.into_iter();
            let first = sets.next().unwrap_or_default();
            let rest: Vec<HashSet<Ref>> = sets.map(|set| set.into_iter().collect()).collect();
            let is_found = |own: &Ref| rest.iter().all(|set| set.contains(own));
            by_ref(&log.facts, kind, typed).chain(first.into_iter().filter(is_found)).collect()
        }
    };
    let mut found = entries(log, kind, &refs)?;
    found.sort_by_key(|entry| Reverse(entry.day()));
    let folded = fold(typed);
    let said = |entry: &Entry| fold(&entry.record.texts().join(" "));
    found.retain(|entry| typed.is_empty() || said(entry).contains(&folded));
    found.dedup();
    found.truncate(OFFERED);
    Ok(found)
}

/// The ref that is what is typed, in capitals or not.
fn by_ref(facts: &Facts, kind: Kind, typed: &str) -> impl Iterator<Item = Ref> {
    let rows = facts.rows(kind);
    let row = [typed.to_owned(), typed.to_uppercase()].into_iter().find_map(|own| rows.row_of_text(&own));
    row.map(|row| row as usize).filter(|&row| rows.is_live(row)).map(|row| rows.own(row)).into_iter()
}

/// The newest records of a kind.
fn newest(facts: &Facts, kind: Kind) -> Vec<Ref> {
    let rows = facts.rows(kind);
    let day = |row: usize| match kind {
        Kind::Contact => facts.contacts.day.get(row),
        Kind::Referral => facts.referrals.day.get(row),
        _ => None,
    };
    let mut newest: Vec<usize> = rows.live().collect();
    if newest.len() > OFFERED {
        newest.select_nth_unstable_by_key(OFFERED, |&row| (Reverse(day(row)), row));
        newest.truncate(OFFERED);
    }
    newest.sort_unstable_by_key(|&row| (Reverse(day(row)), row));
    newest.into_iter().map(|row| rows.own(row)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Action, Change, Edit, date::parse_date};

    fn record(kind: Kind, texts: &[&str]) -> Edit {
        let mut texts = texts.to_vec();
        texts.resize(kind.fields().len(), "");
        Edit::Record { before: None, after: Some(Record::from_texts(kind, &texts).unwrap()) }
    }

    #[test]
    fn beside_a_list_the_newest_is_seen_and_how_much_more_there_is() {
        let now = parse_date("2010-06-01").unwrap().and_hms_opt(12, 0, 0).unwrap();
        let mut store = Store::in_memory().unwrap();
        let mut edits = vec![record(Kind::Person, &["P1"])];
        for number in 0..SEEN + 7 {
            // The refs go the other way than the days.
            let day = parse_date("2010-01-01").unwrap() + chrono::Days::new(number as u64);
            edits.push(record(Kind::Contact, &[&format!("C{:03}", 999 - number), &day.to_string(), "P1"]));
        }
        store.apply(Change { action: Action::Add, edits }, now).unwrap();
        let mut facts = Facts::new(store.lists(), store.project(), now.date());
        store.fill(&mut facts).unwrap();
        facts.settle();
        let log = Log::new(store, facts, now.date());
        let own = Ref::parse("P1").unwrap();

        let detail = detail(&log, Kind::Person, &own).unwrap().unwrap();
        let page = page(&log, Kind::Person, &own).unwrap().unwrap();
        assert_eq!((detail.belonging.len(), detail.more), (SEEN, 7));
        assert_eq!((page.belonging.len(), page.more), (SEEN + 7, 0));
        assert_eq!(detail.belonging[..], page.belonging[..SEEN]);
    }
}
