//! Random small logs from a seed, drawn so that they hit the edges of the rules: first and last days, unknown births,
//! people who are the same, chains of meetings, names that need quotes.

use crate::calendar::after;
use crate::log::{Log, Row, get};
use caselog::domain::{List, ListValue};
use chrono::{Months, NaiveDate};

/// A small generator of numbers (SplitMix64): the same seed, the same numbers, on every machine.
pub struct Random(u64);

impl Random {
    pub fn new(seed: u64) -> Random {
        Random(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number from 0 to `limit - 1`.
    pub fn below(&mut self, limit: usize) -> usize {
        (self.next() % limit.max(1) as u64) as usize
    }

    /// True in so many of a hundred cases.
    pub fn chance(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    /// One of several.
    pub fn pick<'a, T: ?Sized>(&mut self, from: &[&'a T]) -> &'a T {
        from[self.below(from.len())]
    }

    /// One of several texts, or in so many of a hundred cases the empty one.
    fn text(&mut self, empty: usize, from: &[&str]) -> String {
        if from.is_empty() || self.chance(empty) { String::new() } else { self.pick(from).to_owned() }
    }
}

/// The ends of periods of every length, leap days, and days about the weeks that belong to another year.
const EDGES: [&str; 26] = [
    "2008-02-29",
    "2008-12-31",
    "2009-01-01",
    "2009-02-28",
    "2009-03-01",
    "2009-12-27",
    "2009-12-28",
    "2009-12-31",
    "2010-01-01",
    "2010-01-03",
    "2010-01-04",
    "2010-02-28",
    "2010-02-28",
    "2010-03-01",
    "2010-03-31",
    "2010-04-01",
    "2010-04-05",
    "2010-04-11",
    "2010-04-30",
    "2010-05-01",
    "2010-06-30",
    "2010-07-01",
    "2010-08-31",
    "2010-12-31",
    "2011-01-01",
    "2011-01-17",
];

const BIRTHS: [&str; 20] = [
    "1992-02-29",
    "1992-02-29",
    "1992-03-01",
    "1988-02-29",
    "1996-02-29",
    "1992-12-31",
    "1992-01-01",
    "1993-04-01",
    "1990-07-01",
    "1945-05-05",
    "1992",
    "1991",
    "1975",
    "1995",
    "1992-04",
    "1992-02",
    "1995-06",
    "2010-05",
    "2009",
    "2010-06-30",
];

const PLACES: [&str; 8] =
    ["Kista", "kista", "Södra Ängby", "Årsta, norra", "Älvsjö", "-", "a..b", "Bar \"Röda\" rummet"];

const NAMES: [&str; 8] =
    ["KAST", "Hopp, Ljus", "Bar \"Röda\"", "Åsa jour", "Lilla huset", "Lilla huset", "Östra: två", "Ö"];

const NOTES: [&str; 5] = ["orolig för brodern", "Åkte hem", "brodern ringde", "hem igen", "Tolk behövs"];

/// A day, an edge as often as not.
pub fn day(random: &mut Random) -> NaiveDate {
    let start: NaiveDate = EDGES[0].parse().unwrap();
    if random.chance(60) {
        EDGES[random.below(EDGES.len())].parse().unwrap()
    } else {
        start + chrono::Days::new(random.below(1080) as u64)
    }
}

/// A log of 0 to 60 records of each kind.
pub fn log(random: &mut Random) -> Log {
    let mut log = Log::new(day(random));
    settings(random, &mut log);
    for (table, fill) in TABLES {
        let size = match random.below(10) {
            0 => 0,
            1 => 1,
            2 => 60,
            3..5 if table == "persons" => 2 + random.below(5),
            _ => 5 + random.below(40),
        };
        let mut rows: Vec<Row> = Vec::new();
        for reference in references(random, table, size) {
            rows.extend(row(random, &log, fill, reference, &rows));
        }
        log.set(table, rows);
    }
    log
}

/// A log with some of its records changed, some new, some gone, and perhaps other lists and settings.
pub fn changed(random: &mut Random, log: &Log) -> Log {
    let mut after = log.clone();
    if random.chance(20) {
        settings(random, &mut after);
    }
    for (table, fill) in TABLES {
        let mut rows: Vec<Row> = Vec::new();
        for old in log.table(table) {
            let reference = get(old, "ref").to_owned();
            if random.chance(10) && !is_named(log, &reference) {
                continue;
            }
            let new = if random.chance(20) { row(random, &after, fill, reference, &rows) } else { None };
            rows.push(new.unwrap_or(old.clone()));
        }
        if random.chance(40) {
            rows.extend(row(random, &after, fill, format!("{table}-new"), &rows));
        }
        after.set(table, rows);
    }
    after
}

/// Whether a record links to the one with that ref.
fn is_named(log: &Log, reference: &str) -> bool {
    let rows = TABLES.iter().flat_map(|(table, _)| log.table(table));
    let mut columns = rows.flat_map(|row| row.iter().filter(|(column, _)| *column != "ref"));
    columns.any(|(_, text)| text.split(';').any(|item| item == reference))
}

/// A new record; none if there can be none.
fn row(random: &mut Random, log: &Log, fill: Fill, reference: String, before: &[Row]) -> Option<Row> {
    let columns = fill(random, log, before);
    if columns.is_empty() {
        return None;
    }
    let columns = columns.into_iter().chain([("ref", reference)]);
    Some(columns.map(|(column, text)| (column.to_owned(), text)).collect())
}

/// Fills in the columns of one record (no column: there can be none), given the tables before it and the records before it in its own.
type Fill = fn(&mut Random, &Log, &[Row]) -> Vec<(&'static str, String)>;

const TABLES: [(&str, Fill); 8] = [
    ("persons", person),
    ("relations", relation),
    ("organisations", organisation),
    ("matters", matter),
    ("contacts", contact),
    ("referrals", referral),
    ("follow_ups", follow_up),
    ("activities", activity),
];

/// Settings that change figures: age groups, months of "returning", values of the user's own, values retired.
fn settings(random: &mut Random, log: &mut Log) {
    if random.chance(20) {
        log.age_groups = vec![0, 15, 18, 19, 21, 40];
        log.returning_after_months = 1 + random.below(6) as u32;
    }
    for list in [List::Role, List::Services, List::ReferralKind, List::ActivityKind, List::Offence, List::MatterOutcome]
    {
        let mut values = log.list(list).to_vec();
        if random.chance(40) && values.iter().all(|value| value.code != "own") {
            let own = ListValue { code: "own".into(), sv: "egen, ny".into(), en: "our own".into(), retired: false };
            values.insert(random.below(values.len()), own);
        }
        for value in &mut values {
            value.retired = random.chance(15);
        }
        log.lists.set(list, values);
    }
}

/// Refs whose order by bytes is not that of their numbers, and some that a filter must quote.
fn references(random: &mut Random, table: &str, size: usize) -> Vec<String> {
    let letter = table[..1].to_uppercase();
    let mut references: Vec<String> = (1..=size).map(|number| format!("{letter}{number}")).collect();
    for reference in &mut references {
        match random.below(20) {
            0 => *reference = format!("{reference},x"),
            1 => *reference = format!("å{reference}"),
            2 => *reference = format!("{reference}:\"x\""),
            _ => {}
        }
    }
    references
}

fn refs(rows: &[Row]) -> Vec<&str> {
    rows.iter().map(|row| get(row, "ref")).collect()
}

fn codes(log: &Log, list: List) -> Vec<&str> {
    log.list(list).iter().map(|value| value.code.as_str()).collect()
}

fn date(random: &mut Random, empty: usize) -> String {
    if random.chance(empty) { String::new() } else { day(random).to_string() }
}

fn flag(random: &mut Random) -> String {
    random.text(30, &["true", "false"])
}

/// A day some days after another, or the same.
fn later(random: &mut Random, from: &str, empty: usize) -> String {
    let Ok(from) = from.parse::<NaiveDate>() else { return date(random, empty) };
    let days = random.below(3) * random.below(90);
    let to = (0..days).fold(from, |day, _| after(day));
    if random.chance(empty) { String::new() } else { to.to_string() }
}

fn person(random: &mut Random, _: &Log, before: &[Row]) -> Vec<(&'static str, String)> {
    vec![
        ("alias", if random.chance(85) { format!("A.{}", before.len()) } else { random.text(30, &["Lilla", "Å, B"]) }),
        ("birth", random.text(15, &BIRTHS)),
        ("sex", random.text(20, &["woman", "man", "other"])),
        ("country", random.text(30, &["SE", "SE", "NG", "EE", "AX"])),
        ("district", random.text(30, &PLACES)),
        ("language", random.text(40, &["svenska", "Svenska", "engelska", "östra wu"])),
        ("protected", flag(random)),
        ("note", random.text(50, &NOTES)),
    ]
}

fn relation(random: &mut Random, log: &Log, _: &[Row]) -> Vec<(&'static str, String)> {
    let people = refs(log.table("persons"));
    let one = random.text(0, &people);
    let other = random.text(0, &people.iter().copied().filter(|p| *p != one).collect::<Vec<_>>());
    let relation = random.text(0, &["same", "parent", "friend", "not_same"]);
    if other.is_empty() { Vec::new() } else { vec![("person", one), ("relation", relation), ("other", other)] }
}

fn organisation(random: &mut Random, log: &Log, _: &[Row]) -> Vec<(&'static str, String)> {
    vec![
        ("name", random.text(0, &NAMES)),
        ("kind", random.text(30, &codes(log, List::OrganisationKind))),
        ("agreement", flag(random)),
    ]
}

fn matter(random: &mut Random, log: &Log, _: &[Row]) -> Vec<(&'static str, String)> {
    let opened = date(random, 10);
    vec![
        ("title", random.text(20, &["Hotell, Norrmalm", "Annonser", "annonser", "Östra gatan"])),
        ("offence", random.text(20, &codes(log, List::Offence))),
        ("closed", later(random, &opened, 40)),
        ("opened", opened),
        ("participated", flag(random)),
        ("outcome", random.text(20, &codes(log, List::MatterOutcome))),
        ("note", random.text(50, &NOTES)),
    ]
}

fn contact(random: &mut Random, log: &Log, before: &[Row]) -> Vec<(&'static str, String)> {
    let time = random.text(40, &["T00:00", "T23:59", "T09:05", "T14:20", "T14:20"]);
    let (date, person) = match before {
        // The person of an earlier contact again: that day (the time, then the ref, says which came first), or as
        // long after it as "returning" takes.
        [_, ..] if random.chance(30) => {
            let earlier = &before[random.below(before.len())];
            let day: NaiveDate = get(earlier, "at")[..10].parse().unwrap();
            let months = if random.chance(50) { log.returning_after_months } else { 0 };
            ((day + Months::new(months)).to_string(), get(earlier, "person").to_owned())
        }
        _ => (day(random).to_string(), random.text(20, &refs(log.table("persons")))),
    };
    let services: Vec<&str> = codes(log, List::Services).into_iter().filter(|_| random.chance(25)).collect();
    vec![
        ("at", date + &time),
        ("person", person),
        ("role", random.text(20, &codes(log, List::Role))),
        ("source", random.text(20, &codes(log, List::Source))),
        ("channel", random.text(20, &codes(log, List::Channel))),
        ("reached", random.text(20, &["true", "true", "false"])),
        ("meeting", random.text(60, &refs(before))),
        ("offer", random.text(50, &codes(log, List::Offer))),
        ("services", services.join(";")),
        ("interview", random.text(60, &codes(log, List::Interview))),
        ("offence", random.text(50, &codes(log, List::Offence))),
        ("matter", random.text(60, &refs(log.table("matters")))),
        ("minutes", random.text(30, &["0", "5", "30", "30", "45", "600"])),
        ("note", random.text(50, &NOTES)),
    ]
}

fn referral(random: &mut Random, log: &Log, _: &[Row]) -> Vec<(&'static str, String)> {
    vec![
        ("date", date(random, 0)),
        ("person", random.text(20, &refs(log.table("persons")))),
        ("contact", random.text(50, &refs(log.table("contacts")))),
        ("kind", random.text(15, &codes(log, List::ReferralKind))),
        ("organisation", random.text(20, &refs(log.table("organisations")))),
        ("basis", random.text(40, &codes(log, List::Basis))),
        ("consent", random.text(40, &codes(log, List::Consent))),
        ("answer", random.text(40, &codes(log, List::Answer))),
        ("answered", date(random, 60)),
        ("sent", date(random, 60)),
        ("confirmed", date(random, 75)),
        ("started", date(random, 80)),
        ("closed", date(random, 85)),
        ("result", random.text(60, &codes(log, List::Result))),
        ("note", random.text(50, &NOTES)),
    ]
}

fn follow_up(random: &mut Random, log: &Log, _: &[Row]) -> Vec<(&'static str, String)> {
    vec![
        ("due", if random.chance(15) { log.today.to_string() } else { date(random, 0) }),
        ("person", random.text(20, &refs(log.table("persons")))),
        ("contact", random.text(60, &refs(log.table("contacts")))),
        ("task", random.text(20, &["Ring", "ring", "Boka läkartid", "Ring, hör läget"])),
        ("done", date(random, 60)),
        ("cancelled", date(random, 85)),
        ("note", random.text(50, &NOTES)),
    ]
}

fn activity(random: &mut Random, log: &Log, _: &[Row]) -> Vec<(&'static str, String)> {
    let start = date(random, 0);
    let with: Vec<&str> = refs(log.table("organisations")).into_iter().filter(|_| random.chance(10)).collect();
    vec![
        ("end", later(random, &start, 30)),
        ("start", start),
        ("kind", random.text(20, &codes(log, List::ActivityKind))),
        ("title", random.text(30, &NOTES)),
        ("organisations", with.join(";")),
        ("audience", random.text(40, &["0", "12", "30", "200"])),
        ("place", random.text(30, &PLACES)),
        ("planned", flag(random)),
    ]
}
