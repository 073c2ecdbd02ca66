//! How long a report of twenty pages takes to be laid out and rendered, beside the counting that one period summary
//! rests on, in the same run; and how long the funder's report of the sample takes to be made, prose and all, on the
//! sample alone and with so many contacts more: what the second takes longer is counting.
//!
//! `cargo bench --bench report [CONTACTS…]`; 10,000, 100,000 and 1,000,000 contacts by default. Wanted: at most twice
//! the counting, or under 100 ms.

mod common;

use caselog::domain::date::parse_date;
use caselog::domain::{Kind, Lang, Project, Ref};
use caselog::facts::Facts;
use caselog::query::Period;
use caselog::report::{Document, Format, ReportKind, Wanted, pages, summary};
use caselog::stats::suppress::Limit;
use caselog::store::Store;
use caselog::worker::document;
use caselog::{demo, transfer};
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
        funder(size, facts);
    }
}

/// The sample's report to the funder, of the sample alone and with so many contacts more.
fn funder(size: u64, mut facts: Facts) {
    let mut store = Store::in_memory().expect("a store in memory");
    let plan =
        transfer::import(demo::files(), &store, false, &|_, _, _| Ok(())).unwrap_or_else(|_| panic!("the sample"));
    let today = parse_date("2020-01-01").expect("a date");
    store.apply(plan.change, today.and_hms_opt(12, 0, 0).expect("a time")).expect("the sample fits");
    let mut alone = Facts::new(store.lists(), store.project(), today);
    for kind in Kind::ALL {
        let insert = |record| {
            alone.insert(&record);
            facts.insert(&record);
        };
        store.for_each(kind, insert).expect("the sample is read");
    }
    let period = Period::parse("2009..2019", today).expect("a period");
    let wanted = Wanted { period, lang: Lang::Sv, made: today, suppress: None, refs: false };
    let public = Wanted { suppress: Limit::new(5), ..wanted };
    alone.settle();
    facts.settle();
    for (what, facts, wanted) in [
        ("funder, sample alone", &alone, &wanted),
        ("funder, with these", &facts, &wanted),
        ("funder, for the public", &facts, &public),
    ] {
        let time = shortest(|| _ = black_box(document(&store, facts, ReportKind::Funder, wanted).expect("a report")));
        println!("{size:>9}  {what:<24} {:>10}", time.as_micros());
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
