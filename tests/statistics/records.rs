//! A log of plain text as the program takes it: records, facts, and the change from one log to another.

use crate::log::{Log, Row, get};
use crate::random::Random;
use caselog::domain::{Action, AgeGroups, Change, Edit, Kind, List, Project, Record};
use caselog::facts::Facts;
use std::collections::{BTreeMap, BTreeSet};

fn record(kind: Kind, row: &Row) -> Record {
    let texts: Vec<&str> = kind.fields().iter().map(|field| get(row, field.code)).collect();
    Record::from_texts(kind, &texts).unwrap_or_else(|e| panic!("{row:?}: {e:?}"))
}

fn records(log: &Log, kind: Kind) -> BTreeMap<&str, Record> {
    log.table(kind.table()).iter().map(|row| (get(row, "ref"), record(kind, row))).collect()
}

fn project(log: &Log) -> Project {
    let groups = AgeGroups::new(log.age_groups.iter().map(|&age| age as u16).collect()).expect("age groups");
    Project { age_groups: groups, returning_after_months: log.returning_after_months, ..Project::default() }
}

/// The facts of a log, its records put in in any order; of every other log as they come back once they were kept.
pub fn facts(random: &mut Random, log: &Log) -> Facts {
    let mut all: Vec<Record> = Kind::ALL.into_iter().flat_map(|kind| records(log, kind).into_values()).collect();
    (1..all.len()).for_each(|i| all.swap(i, random.below(i + 1)));
    let mut facts = Facts::of(&log.lists, &project(log), log.today, &all);
    if random.below(2) == 0 {
        return facts;
    }
    let kept = facts.snapshot().expect("memory");
    Facts::from_snapshot(&kept, &log.lists, &project(log), log.today).expect("what was kept")
}

/// The change that makes one log of another.
pub fn change(before: &Log, after: &Log) -> Change {
    let mut edits = Vec::new();
    for list in List::ALL {
        let (before, after) = (before.list(list).to_vec(), after.list(list).to_vec());
        if before != after {
            edits.push(Edit::List { list, before, after });
        }
    }
    if project(before) != project(after) {
        edits.push(Edit::Project { before: Box::new(project(before)), after: Box::new(project(after)) });
    }
    for kind in Kind::ALL {
        let (before, after) = (records(before, kind), records(after, kind));
        let refs: BTreeSet<&str> = before.keys().chain(after.keys()).copied().collect();
        for reference in refs {
            let (before, after) = (before.get(reference).cloned(), after.get(reference).cloned());
            if before != after {
                edits.push(Edit::Record { before, after });
            }
        }
    }
    Change { action: Action::Import, edits }
}
