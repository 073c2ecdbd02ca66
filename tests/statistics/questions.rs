//! Random questions about a log: every measure, every dimension and key that is for it, every form of period.

use crate::axes::list_of;
use crate::calendar::{Unit, after};
use crate::log::{Log, Row, get};
use crate::random::{Random, day};
use crate::reference::table_of;
use chrono::Datelike;

/// A question in the words of the command line.
#[derive(Clone, Debug)]
pub struct Asked {
    pub measure: &'static str,
    pub rows: Option<&'static str>,
    pub columns: Option<&'static str>,
    pub period: String,
    pub filter: String,
}

/// The measures that are counted.
pub const MEASURES: [&str; 12] = [
    "contacts",
    "attempts",
    "meetings",
    "interviews",
    "persons",
    "referrals",
    "referred_persons",
    "follow_ups",
    "activities",
    "matters",
    "minutes",
    "audience",
];

/// Beginnings of words that notes and names have, and one that none has.
const WORDS: [&str; 8] = ["brod", "hem", "tolk", "åkte", "zzz", "ÅK", "hopp", "jour"];

const OF_PERSON: [&str; 8] = ["person", "age", "sex", "country", "origin", "district", "language", "protected"];
const OF_TIME: [&str; 7] = ["day", "week", "month", "quarter", "tertial", "half", "year"];

/// The dimensions of a measure: the coded keys of contract section 4, and the units of time.
pub fn dimensions(measure: &str) -> Vec<&'static str> {
    let (own, with_person): (&[&str], bool) = match table_of(measure) {
        "contacts" => (
            &[
                "role",
                "source",
                "channel",
                "reached",
                "offer",
                "offered",
                "service",
                "interview",
                "offence",
                "matter",
                "new",
                "weekday",
                "hour",
            ],
            true,
        ),
        "referrals" => {
            (&["role", "source", "kind", "organisation", "basis", "consent", "answer", "status", "result"], true)
        }
        "follow_ups" => (&["status", "task"], true),
        "activities" => (&["kind", "organisation", "place", "planned"], false),
        "matters" => (&["offence", "participated", "outcome"], false),
        _ => (&["kind", "agreement"], false),
    };
    let of_person: &[&str] = if with_person { &OF_PERSON } else { &[] };
    [own, of_person, &OF_TIME].concat()
}

/// A question about a log.
pub fn question(random: &mut Random, log: &Log) -> Asked {
    let measure = random.pick(&MEASURES);
    let dimensions = dimensions(measure);
    // Those with most rules behind them twice as often.
    let ruled = ["age", "new", "offered", "status"].into_iter().filter(|key| dimensions.contains(key));
    let dimensions: Vec<&str> = ruled.chain(dimensions.iter().copied()).collect();
    let mut dimension = |percent| random.chance(percent).then(|| random.pick(&dimensions));
    let (rows, columns) = (dimension(70), dimension(50));
    let terms = [0, 0, 0, 1, 1, 1, 2, 2, 3][random.below(9)];
    let filter: Vec<String> = (0..terms).map(|_| term(random, log, measure)).collect();
    Asked { measure, rows, columns, period: period(random), filter: filter.join(" ") }
}

/// A question about organisations, which are listed only, whenever.
pub fn organisations(random: &mut Random, log: &Log) -> Asked {
    let keys = ["kind", "agreement", "ref", "text"];
    let terms: Vec<String> = (0..random.below(3))
        .filter_map(|_| {
            let key = random.pick(&keys);
            let typed = match key {
                "text" => Some(random.pick(&WORDS).to_owned()),
                key => alternative(random, log, "organisations", key),
            };
            typed.map(|typed| format!("{}{key}:{typed}", random.pick(&["", "-"])))
        })
        .collect();
    Asked { measure: "organisations", rows: None, columns: None, period: "all".to_owned(), filter: terms.join(" ") }
}

/// A period in any form.
pub fn period(random: &mut Random) -> String {
    match random.below(10) {
        0..2 => day(random).year().to_string(),
        2..4 => stretch(random),
        4..6 => "all".to_owned(),
        6 => format!("{}..", stretch(random)),
        7 => format!("..{}", stretch(random)),
        8 => {
            let (one, other) = (day(random), day(random));
            let mut end = |day| Unit::ALL[random.below(Unit::ALL.len())].0.code(day);
            format!("{}..{}", end(one.min(other)), end(one.max(other)))
        }
        _ => relative(random),
    }
}

/// `2010`, `2010-H1`, `2010-W14`, ...
fn stretch(random: &mut Random) -> String {
    let day = day(random);
    Unit::ALL[random.below(Unit::ALL.len())].0.code(day)
}

/// `today`, `this-week`, `last-year`, ...
fn relative(random: &mut Random) -> String {
    let word = random.pick(&["this", "last"]);
    let unit = random.pick(&["week", "month", "quarter", "tertial", "half", "year"]);
    if random.chance(20) { "today".to_owned() } else { format!("{word}-{unit}") }
}

/// A term that is right for the measure.
fn term(random: &mut Random, log: &Log, measure: &str) -> String {
    let complement = if random.chance(25) { "-" } else { "" };
    let mut keys = dimensions(measure);
    keys.extend(["date", "ref", "age", "age", "offered", "new"]);
    match table_of(measure) {
        "contacts" => keys.push("minutes"),
        "follow_ups" => keys.push("due"),
        _ => {}
    }
    keys.retain(|key| matches!(*key, "date" | "ref" | "minutes" | "due") || dimensions(measure).contains(key));
    if random.chance(8) {
        let word = random.pick(&WORDS);
        return format!("{complement}{}{word}", random.pick(&["", "text:"]));
    }
    let key = random.pick(&keys);
    let alternatives: Vec<String> =
        (0..1 + random.below(3)).filter_map(|_| alternative(random, log, measure, key)).collect();
    if alternatives.is_empty() { String::new() } else { format!("{complement}{key}:{}", alternatives.join(",")) }
}

/// One value of a key as it may be typed; none if the log has no value for it.
fn alternative(random: &mut Random, log: &Log, measure: &str, key: &str) -> Option<String> {
    if random.chance(12) && Unit::named(key).is_none() && !matches!(key, "date" | "ref" | "due" | "weekday") {
        return Some(random.pick(&["any", "none", "unknown"]).to_owned());
    }
    let table = table_of(measure);
    let flags = ["yes", "no", "true", "false"];
    let fixed: &[&str] = match key {
        "reached" | "protected" | "planned" | "participated" | "agreement" => &flags,
        "offered" => &["yes", "no"],
        "origin" => &["swedish", "foreign"],
        "new" => &["new", "continuing", "returning"],
        "offer" if random.chance(40) => &["made"],
        "status" if table == "referrals" => {
            &["offered", "accepted", "declined", "sent", "confirmed", "started", "closed"]
        }
        "status" => &["open", "overdue", "done", "cancelled"],
        "weekday" => &["1", "2", "3", "4", "5", "6", "7"],
        "hour" => &["00", "09", "14", "23", "05"],
        "age" => &["<18", "<19", "18..19", "20..", "..17", "17", "0", "15..30", "18", "<18"],
        "minutes" => &["<30", "30", "30..45", "45..", "..5", "0"],
        _ => &[],
    };
    if !fixed.is_empty() {
        return Some(random.pick(fixed).to_owned());
    }
    if let Some(unit) = Unit::named(key) {
        return Some(unit.code(day(random)));
    }
    match key {
        "date" | "due" => return Some(dates(random)),
        "country" => {
            return Some(random.pick(&["SE", "NG", "Sverige", "Nigeria", "\"Åland Islands\"", "FR"]).to_owned());
        }
        _ => {}
    }
    if let Some(list) = list_of(table, key) {
        let values = log.list(list);
        let value = &values[random.below(values.len())];
        let label = if random.chance(50) { &value.sv } else { &value.en };
        let typed = if random.chance(60) { &value.code } else { label };
        return Some(quote(typed));
    }
    let (of, column) = match key {
        "person" => ("persons", "ref"),
        "organisation" => ("organisations", "ref"),
        "matter" => ("matters", "ref"),
        "district" | "language" => ("persons", key),
        _ => (table, key),
    };
    let rows: Vec<&Row> = log.table(of).iter().filter(|row| !get(row, column).is_empty()).collect();
    let name = match key {
        "person" => "alias",
        "organisation" => "name",
        _ => "",
    };
    let row = (!rows.is_empty()).then(|| rows[random.below(rows.len())])?;
    let named = |text: &str| rows.iter().filter(|row| get(row, name) == text).count();
    let typed = match get(row, name) {
        text if !text.is_empty() && named(text) == 1 && random.chance(50) => text,
        _ => get(row, column),
    };
    (!typed.contains('"')).then(|| quote(typed))
}

/// Some days, or from one on, or up to one, or before one.
fn dates(random: &mut Random) -> String {
    let (one, other) = (day(random), day(random));
    match random.below(5) {
        0 => one.to_string(),
        1 => format!("{}..{}", one.min(other), one.max(other)),
        2 => format!("..{one}"),
        3 => format!("{}..", after(one)),
        _ => format!("<{one}"),
    }
}

/// A value as it is typed, in quotes where it needs them.
fn quote(value: &str) -> String {
    let plain = value.chars().all(|c| c.is_alphanumeric() || c == '_') && !value.is_empty();
    if plain { value.to_owned() } else { format!("\"{value}\"") }
}
