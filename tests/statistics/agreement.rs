//! Random questions on random logs: the program's figures, lists and cells against the reference's.

use crate::compared::Compared;
use crate::log::{Log, get};
use crate::questions::{Asked, MEASURES, dimensions, organisations, question};
use crate::random::{self, Random};
use crate::records::{change, facts};
use crate::{reference, rounds};
use caselog::domain::{Action, Change, Ref};
use caselog::facts::Facts;
use caselog::query::{Dimension, Measure, Words};
use caselog::stats;
use std::collections::BTreeSet;

#[test]
fn figures_lists_and_cells_agree() {
    let mut differences = Vec::new();
    for seed in rounds(500) {
        let mut random = Random::new(seed);
        let log = random::log(&mut random);
        let facts = facts(&mut random, &log);
        for _ in 0..4 {
            let asked = question(&mut random, &log);
            let compared = Compared { log: &log, facts: &facts, asked: &asked };
            differences
                .extend(compared.all(&mut random).into_iter().map(|what| format!("seed {seed}, {asked:?}: {what}")));
        }
    }
    none(&differences);
}

#[test]
fn a_change_counts_at_once_and_its_inverse_takes_it_back() {
    let mut differences = Vec::new();
    for seed in rounds(100) {
        let mut random = Random::new(seed);
        let before = random::log(&mut random);
        let after = random::changed(&mut random, &before);
        let mut facts = facts(&mut random, &before);
        let change = change(&before, &after);
        let mut compare = |log: &Log, facts: &Facts, when: &str| {
            for _ in 0..4 {
                let asked = question(&mut random, log);
                let found = Compared { log, facts, asked: &asked }.figures();
                differences.extend(found.map(|what| format!("seed {seed}, {when}, {asked:?}: {what}")));
            }
        };
        facts.apply(&change);
        compare(&after, &facts, "after the change");
        facts.apply(&Change { action: Action::Undo(1), edits: change.inverse_edits() });
        compare(&before, &facts, "taken back");
    }
    none(&differences);
}

#[test]
fn every_dimension_of_the_contract_is_there_and_no_other() {
    for measure in MEASURES {
        let program = Dimension::all(Measure::from_code(measure).expect("a measure")).map(Dimension::code);
        assert_eq!(program.collect::<BTreeSet<_>>(), dimensions(measure).into_iter().collect(), "{measure}");
    }
}

#[test]
fn whole_lists_have_all_there_are() {
    for seed in rounds(40) {
        let mut random = Random::new(seed);
        let log = random::log(&mut random);
        let facts = facts(&mut random, &log);
        for measure in MEASURES.into_iter().chain(["organisations"]) {
            let asked = Asked { measure, rows: None, columns: None, period: "all".to_owned(), filter: String::new() };
            let expected = match measure {
                "persons" => log.table("persons").iter().map(|row| get(row, "ref").to_owned()).collect(),
                _ => reference::records(&log, &Compared { log: &log, facts: &facts, asked: &asked }.reference()),
            };
            let measure = Measure::from_code(measure).expect("a measure");
            let list = stats::list(&facts, measure, None, None, &Words::default());
            let listed: BTreeSet<String> = list.iter().map(Ref::to_string).collect();
            assert_eq!((&listed, list.len()), (&expected, expected.len()), "{measure:?}, seed {seed}");
        }
    }
}

#[test]
fn organisations_are_found_by_filter() {
    for seed in rounds(200) {
        let mut random = Random::new(seed);
        let log = random::log(&mut random);
        let facts = facts(&mut random, &log);
        let asked = organisations(&mut random, &log);
        let compared = Compared { log: &log, facts: &facts, asked: &asked };
        let question = compared.question().unwrap_or_else(|e| panic!("seed {seed}, {asked:?}: {e}"));
        let list = stats::records(&facts, &question, &compared.words(&question));
        let listed: BTreeSet<String> = list.iter().map(Ref::to_string).collect();
        assert_eq!(listed, reference::records(&log, &compared.reference()), "seed {seed}, {asked:?}");
    }
}

fn none(differences: &[String]) {
    let first = differences.iter().take(5).map(String::as_str).collect::<Vec<_>>().join("\n\n");
    assert!(differences.is_empty(), "{} differences, the first:\n{first}", differences.len());
}
