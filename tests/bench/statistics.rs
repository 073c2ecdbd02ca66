//! How long counting takes, as a ratio to a plain read of the columns it touches in the same run.
//!
//! `cargo bench --bench statistics [CONTACTS…]`; 10,000, 100,000 and 1,000,000 contacts by default. Absolute times on
//! shared machines mean nothing; the ratios do.

mod common;

use caselog::domain::date::parse_date;
use caselog::domain::{Kind, Lang, Ref};
use caselog::query::{Dimension, Filter, Measure, Period, Question, Words};
use caselog::stats;
use common::{log, median, record};
use std::hint::black_box;
use std::time::Instant;

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
