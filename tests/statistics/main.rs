//! Every figure of the program against a slow, plain count of the same log (docs/architecture.md, Tests).

mod agreement;
mod attributes;
mod axes;
mod calendar;
mod cases;
mod cohorts;
mod compared;
mod filter;
mod log;
mod periods;
mod questions;
mod random;
mod records;
mod reference;
mod sample;
mod terms;

/// The seeds of a test's rounds. `CASELOG_ROUNDS=N` makes it N times as many, `CASELOG_SEED=N` only the one that a
/// failure named.
fn rounds(number: u64) -> std::ops::Range<u64> {
    let given = |name: &str| std::env::var(name).ok().and_then(|text| text.parse::<u64>().ok());
    match given("CASELOG_SEED") {
        Some(seed) => seed..seed + 1,
        None => 0..number * given("CASELOG_ROUNDS").unwrap_or(1),
    }
}
