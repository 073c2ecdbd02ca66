//! The tables of texts, one per room.

pub mod app;
pub mod checks;
pub mod cli;
pub mod common;
pub mod config;
pub mod counted;
pub mod entry;
pub mod forms;
pub mod funder;
pub mod help;
pub mod lists;
pub mod look_up;
pub mod print;
pub mod query;
pub mod report;
pub mod reports;
pub mod safe;
pub mod settings;
pub mod signing;
pub mod start;
pub mod stats;
pub mod store;
pub mod transfer;
pub mod trouble;
pub mod upkeep;
pub mod views;

/// Every table, for the tests that hold them.
pub const TABLES: &[(&str, &[(&str, crate::domain::Text)])] = &[
    ("app", app::ALL),
    ("checks", checks::ALL),
    ("cli", cli::ALL),
    ("common", common::ALL),
    ("config", config::ALL),
    ("counted", counted::ALL),
    ("entry", entry::ALL),
    ("funder", funder::ALL),
    ("forms", forms::ALL),
    ("help", help::ALL),
    ("lists", lists::ALL),
    ("look_up", look_up::ALL),
    ("print", print::ALL),
    ("query", query::ALL),
    ("report", report::ALL),
    ("reports", reports::ALL),
    ("safe", safe::ALL),
    ("start", start::ALL),
    ("stats", stats::ALL),
    ("settings", settings::ALL),
    ("signing", signing::ALL),
    ("store", store::ALL),
    ("transfer", transfer::ALL),
    ("trouble", trouble::ALL),
    ("upkeep", upkeep::ALL),
    ("views", views::ALL),
];

#[cfg(test)]
mod tests {
    use super::*;

    fn places(text: &str) -> Vec<&str> {
        let mut places: Vec<_> = text.split('{').skip(1).filter_map(|rest| rest.split('}').next()).collect();
        places.sort_unstable();
        places.dedup();
        places
    }

    #[test]
    fn every_text_says_the_same_in_both_languages() {
        for (table, texts) in TABLES {
            for (name, text) in *texts {
                assert!(!text.sv.trim().is_empty() && !text.en.trim().is_empty(), "{table}::{name} is empty");
                assert_eq!(places(text.sv), places(text.en), "{table}::{name} has other places in English");
            }
        }
    }
}
