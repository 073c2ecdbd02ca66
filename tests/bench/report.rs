//! How long a report of twenty pages takes to be laid out and rendered, beside the counting that one period summary
//! rests on, in the same run.
//!
//! `cargo bench --bench report [CONTACTS…]`; 10,000, 100,000 and 1,000,000 contacts by default. Wanted: at most twice
//! the counting, or under 100 ms.

mod common;

use caselog::domain::date::parse_date;
use caselog::domain::{Kind, Lang, Project, Ref};
use caselog::query::Period;
use caselog::report::{Document, Format, Wanted, pages, summary};
use common::{log, shortest};
use std::hint::black_box;

/// Pages of the report.
const PAGES: usize = 20;

fn main() {
    let sizes: Vec<u64> = std::env::args().filter_map(|a| a.parse().ok()).collect();
    let sizes = if sizes.is_empty() { vec![10_000, 100_000, 1_000_000] } else { sizes };
    println!("{:>9}  {:<24} {:>10} {:>12}", "contacts", "what", "µs", "of counting");
    for size in sizes {
        let facts = log(size);
        let today = parse_date("2020-01-01").expect("a date");
        let period = Period::parse("2010..2019", today).expect("a period");
        let wanted = Wanted { period, lang: Lang::Sv, made: today, suppress: None, refs: false };
        let matching = |_: Kind, _: &str| Ok::<Vec<Ref>, std::convert::Infallible>(Vec::new());
        let project = Project::default();
        let made =
            || summary(&facts, &project, &wanted, matching).unwrap_or_else(|_| unreachable!("no goals, no words"));
        let counting = shortest(|| _ = black_box(made()));
        println!("{size:>9}  {:<24} {:>10} {:>12}", "counting one summary", counting.as_micros(), 1);
        let report = twenty_pages(made());
        for format in Format::ALL {
            let time = shortest(|| _ = black_box(format.render(&report)));
            let ratio = time.as_secs_f64() / counting.as_secs_f64();
            println!("{size:>9}  {:<24} {:>10} {ratio:>12.2}", format.name(), time.as_micros());
        }
    }
}

/// The same report said again until it is long enough.
fn twenty_pages(once: Document) -> Document {
    let mut report = once.clone();
    while pages(&report).len() < PAGES {
        report.blocks.extend(once.blocks.iter().cloned());
    }
    report
}
