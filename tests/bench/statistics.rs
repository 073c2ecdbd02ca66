//! How long counting takes, as a ratio to a plain read of the columns it touches in the same run.
//!
//! `cargo bench --bench statistics [CONTACTS…]`; 10,000, 100,000 and 1,000,000 contacts by default. Absolute times on
//! shared machines mean nothing; the ratios do.

use caselog::domain::date::parse_date;
use caselog::domain::{Kind, Lang, Lists, Project, Record, Ref, Value};
use caselog::facts::Facts;
use caselog::query::{Dimension, Filter, Measure, Period, Question, Words};
use caselog::stats;
use std::hint::black_box;
use std::time::{Duration, Instant};

/// A small generator of numbers (xorshift), so that every run counts the same log.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % limit
    }

    fn one_of<'a>(&mut self, codes: &[&'a str]) -> &'a str {
        codes[self.below(codes.len() as u64) as usize]
    }
}

fn record(kind: Kind, values: &[(&str, String)]) -> Record {
    values.iter().fold(Record::new(kind), |record, (code, text)| {
        let field = kind.field(code).expect("a field of the kind");
        record.with(field, Value::parse(kind.fields()[field].ty, text).expect("a value of the field"))
    })
}

/// A log of ten years in which everybody is met four times.
fn log(contacts: u64) -> Facts {
    let today = parse_date("2020-01-01").expect("a date");
    let mut facts = Facts::new(&Lists::default(), &Project::default(), today);
    let mut numbers = Numbers(88172645463325252);
    let people = contacts / 4 + 1;
    for n in 0..people {
        let birth = format!("{}-{:02}", 1950 + numbers.below(55), 1 + numbers.below(12));
        facts.insert(&record(
            Kind::Person,
            &[
                ("ref", format!("P{n:07}")),
                ("alias", format!("X.{n}")),
                ("birth", birth),
                ("sex", numbers.one_of(&["woman", "man", ""]).into()),
            ],
        ));
    }
    let roles = ["victim", "witness", "seller", "buyer", "young_person", "suspect", ""];
    for n in 0..contacts {
        let day = parse_date("2010-01-01").expect("a date") + chrono::Days::new(n * 3650 / contacts);
        facts.insert(&record(
            Kind::Contact,
            &[
                ("ref", format!("C{n:07}")),
                ("at", format!("{day}T{:02}:{:02}", numbers.below(24), numbers.below(60))),
                ("person", format!("P{:07}", numbers.below(people))),
                ("role", numbers.one_of(&roles).into()),
                ("source", numbers.one_of(&["trafficking_commission", "self", "outreach"]).into()),
                ("services", numbers.one_of(&["information", "support_talk;practical_help", ""]).into()),
                ("offer", numbers.one_of(&["accepted", "declined", "pending", ""]).into()),
            ],
        ));
    }
    facts.settle();
    facts
}

/// The median of several runs.
fn median(mut run: impl FnMut()) -> Duration {
    run();
    let mut times: Vec<Duration> = (0..7)
        .map(|_| {
            let start = Instant::now();
            run();
            start.elapsed()
        })
        .collect();
    times.sort_unstable();
    times[times.len() / 2]
}

fn main() {
    let sizes: Vec<u64> = std::env::args().filter_map(|a| a.parse().ok()).collect();
    let sizes = if sizes.is_empty() { vec![10_000, 100_000, 1_000_000] } else { sizes };
    println!("{:>9}  {:<34} {:>10} {:>8}", "contacts", "question", "µs", "ratio");
    for size in sizes {
        let start = Instant::now();
        let mut facts = log(size);
        println!("{size:>9}  {:<34} {:>10}", "filling the facts", start.elapsed().as_micros());
        let floor = median(|| {
            let contacts = &facts.contacts;
            let sum = contacts
                .day
                .iter()
                .zip(&contacts.role)
                .zip(&contacts.source)
                .fold(0i64, |sum, ((d, r), s)| sum + i64::from(*d) + i64::from(*r) + i64::from(*s));
            black_box(sum);
        });
        println!("{size:>9}  {:<34} {:>10} {:>8}", "reading three columns", floor.as_micros(), 1);
        let questions = [
            (Measure::Contacts, None, None, ""),
            (Measure::Contacts, Some("role"), Some("month"), ""),
            (Measure::Contacts, Some("role"), Some("source"), "service:information offer:made hour:08..16"),
            (Measure::Persons, None, Some("quarter"), ""),
            (Measure::Persons, Some("age"), Some("year"), ""),
            (Measure::Meetings, Some("weekday"), Some("hour"), ""),
        ];
        for (measure, rows, columns, filter) in questions {
            let dimension = |code: Option<&str>| code.map(|c| Dimension::parse(c, measure).expect("a dimension"));
            let question = Question {
                measure,
                rows: dimension(rows),
                columns: dimension(columns),
                period: Period::parse("2010..2019", parse_date("2020-01-01").expect("a date")).expect("a period"),
                filter: Filter::parse(filter, measure, &facts).expect("a filter"),
            };
            let time = median(|| _ = black_box(stats::answer(&facts, &question, &Words::default(), Lang::Sv)));
            let name = format!("{} {} × {} {filter}", measure.code(), rows.unwrap_or("-"), columns.unwrap_or("-"));
            let ratio = time.as_secs_f64() / floor.as_secs_f64();
            println!("{size:>9}  {:<34.34} {:>10} {ratio:>8.1}", name, time.as_micros());
        }
        let own = Ref::parse("C0000007").expect("a ref");
        let changed = record(Kind::Contact, &[("ref", own.to_string()), ("at", "2010-01-01".into())]);
        let time = median(|| {
            facts.insert(&changed);
            facts.settle();
        });
        println!(
            "{size:>9}  {:<34} {:>10} {:>8.1}",
            "one change",
            time.as_micros(),
            time.as_secs_f64() / floor.as_secs_f64()
        );
    }
}
