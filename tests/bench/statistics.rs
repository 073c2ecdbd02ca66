//! How long counting takes, as a ratio to a plain read of the columns it touches in the same run.
//!
//! `cargo bench --bench statistics -- [CONTACTS…] [--write=FOLDER]`; 10,000, 100,000 and 1,000,000 contacts by default.
//! A plain read adds up every value of every column that the question touches. Absolute times on shared machines mean
//! nothing; the ratios do. `--write` leaves the contacts as CSV for others.py.

mod common;

use caselog::domain::date::parse_date;
use caselog::domain::{Kind, Lang, List, Ref};
use caselog::facts::{CodeValues, Codes, Facts};
use caselog::query::{Dimension, Filter, Measure, Period, Question, Words};
use caselog::stats;
use chrono::NaiveDate;
use common::{log, record, shortest};
use std::fs::File;
use std::hint::black_box;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};
use std::time::Instant;

/// The columns of contacts.
const ROLE: &str = "role";
const SOURCE: &str = "source";

/// Reads a column of contacts, as plainly as it can be read: every value is added up.
fn read(facts: &Facts, column: &str) -> u64 {
    let contacts = &facts.contacts;
    fn codes(codes: &Codes) -> u64 {
        match codes.values() {
            CodeValues::Narrow(values) => values.iter().map(|&code| u64::from(code)).sum(),
            CodeValues::Wide(values) => values.iter().map(|&code| u64::from(code)).sum(),
        }
    }
    match column {
        "reached" => codes(&contacts.reached),
        ROLE => codes(&contacts.role),
        SOURCE => codes(&contacts.source),
        "offer" => codes(&contacts.offer),
        "services" => codes(&contacts.services),
        "age" => codes(facts.history().ages()),
        "day" => contacts.day.iter().map(|&day| day as u64).sum(),
        "minute" => contacts.minute_of_day.iter().map(|&minute| minute as u64).sum(),
        "person" => contacts.person.iter().map(|&person| u64::from(person)).sum(),
        "meeting" => contacts.meeting.iter().map(|&meeting| u64::from(meeting)).sum(),
        "minutes" => contacts.minutes.iter().map(|&minutes| u64::from(minutes)).sum(),
        "sex" => codes(&facts.people.sex),
        other => panic!("no column {other}"),
    }
}

/// A question, and the columns that it touches.
struct Case {
    measure: Measure,
    rows: Option<&'static str>,
    columns: Option<&'static str>,
    filter: &'static str,
    touches: &'static [&'static str],
}

const CASES: [Case; 10] = [
    case(Measure::Contacts, None, None, "", &["reached"]),
    case(Measure::Contacts, Some(ROLE), Some("month"), "", &["reached", ROLE, "day"]),
    case(Measure::Contacts, Some(ROLE), Some(SOURCE), "", &["reached", ROLE, SOURCE]),
    case(Measure::Contacts, Some(ROLE), Some("month"), "source:self,outreach", &["reached", ROLE, SOURCE, "day"]),
    case(
        Measure::Contacts,
        Some(ROLE),
        Some(SOURCE),
        "service:information offer:made hour:08..16",
        &["reached", ROLE, SOURCE, "services", "offer", "minute"],
    ),
    case(Measure::Contacts, Some("sex"), Some("year"), "", &["reached", "person", "sex", "day"]),
    case(Measure::Contacts, Some("age"), Some("quarter"), "", &["reached", "age", "day"]),
    case(Measure::Persons, None, Some("quarter"), "", &["reached", "person", "day"]),
    case(Measure::Persons, Some("age"), Some("year"), "", &["reached", "person", "age", "day"]),
    case(Measure::Meetings, Some("weekday"), Some("hour"), "", &["reached", "meeting", "day", "minute"]),
];

const fn case(
    measure: Measure,
    rows: Option<&'static str>,
    columns: Option<&'static str>,
    filter: &'static str,
    touches: &'static [&'static str],
) -> Case {
    Case { measure, rows, columns, filter, touches }
}

/// The bytes of memory that the program has, where the system tells it (Linux).
fn resident() -> Option<u64> {
    let pages = std::fs::read_to_string("/proc/self/statm").ok()?;
    Some(pages.split_whitespace().nth(1)?.parse::<u64>().ok()? * 4096)
}

/// Writes the contacts for other programs to count (others.py).
fn write(facts: &Facts, path: &Path) -> std::io::Result<()> {
    let contacts = &facts.contacts;
    let label = |list, code| facts.codes(list).and_then(|codes| codes.text(code)).unwrap_or_default();
    let mut file = BufWriter::new(File::create(path)?);
    writeln!(file, "day,role,source,person,reached")?;
    for row in contacts.live() {
        let day = NaiveDate::from_num_days_from_ce_opt(contacts.day[row]).unwrap_or_default();
        let (role, source) = (contacts.role.get(row), contacts.source.get(row));
        let (role, source) = (label(List::Role, role), label(List::Source, source));
        writeln!(file, "{day},{role},{source},{},{}", contacts.person[row], contacts.reached.get(row))?;
    }
    file.flush()
}

fn main() {
    let sizes: Vec<u64> = std::env::args().filter_map(|a| a.parse().ok()).collect();
    let sizes = if sizes.is_empty() { vec![10_000, 100_000, 1_000_000] } else { sizes };
    let folder = std::env::args().find_map(|argument| argument.strip_prefix("--write=").map(PathBuf::from));
    println!("{:>9}  {:<58} {:>9} {:>9} {:>7}", "contacts", "question", "µs", "read, µs", "ratio");
    for size in sizes {
        let start = Instant::now();
        let before = resident();
        let mut facts = log(size);
        println!("{size:>9}  {:<58} {:>9}", "making and filling", start.elapsed().as_micros());
        if let Some((before, after)) = before.zip(resident()) {
            println!("{size:>9}  {:<58} {:>9}", "memory in use, MB", after.saturating_sub(before) / 1_000_000);
        }
        if let Some(folder) = &folder {
            write(&facts, &folder.join("contacts.csv")).expect("a folder to write to");
        }
        for Case { measure, rows, columns, filter, touches } in CASES {
            let dimension = |code: Option<&str>| code.map(|c| Dimension::parse(c, measure).expect("a dimension"));
            let question = Question {
                measure,
                rows: dimension(rows),
                columns: dimension(columns),
                period: Period::parse("2010..2019", parse_date("2020-01-01").expect("a date")).expect("a period"),
                filter: Filter::parse(filter, measure, &facts).expect("a filter"),
            };
            let time = shortest(|| _ = black_box(stats::answer(&facts, &question, &Words::default(), Lang::Sv)));
            let floor = shortest(|| _ = black_box(touches.iter().map(|column| read(&facts, column)).sum::<u64>()));
            let name = format!("{} {} x {} {filter}", measure.code(), rows.unwrap_or("-"), columns.unwrap_or("-"));
            let ratio = time.as_secs_f64() / floor.as_secs_f64();
            println!("{size:>9}  {name:<58} {:>9} {:>9} {ratio:>7.2}", time.as_micros(), floor.as_micros());
        }
        let own = Ref::parse("C0000007").expect("a ref");
        let changed = record(Kind::Contact, &[("ref", own.to_string()), ("at", "2010-01-01".into())]);
        let time = shortest(|| {
            facts.insert(&changed);
            facts.settle();
        });
        println!("{size:>9}  {:<58} {:>9}", "one change", time.as_micros());
    }
}
