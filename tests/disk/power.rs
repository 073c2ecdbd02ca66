//! A power cut at any moment of a day's work loses nothing that was confirmed, and leaves a store that opens.

use crate::model::{Dice, Disk, Left, put};
use crate::scenario::{NEW, OLD, Prepared, open, people, run, scratch};
use crate::setting;
use std::collections::HashSet;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::Path;

/// What the user had been told when the power went.
#[derive(Clone, Default)]
struct Told {
    people: Vec<String>,
    passphrase: bool,
    backups: Vec<String>,
}

/// Every state is opened, and all that was told is looked for. `None`: all is there; else what is not.
fn lost(root: &Path, told: &Told, verify: bool) -> Option<String> {
    let path = root.join("store");
    let store = match open(&path, NEW) {
        Ok(store) => store,
        Err(_) if !told.passphrase => match open(&path, OLD) {
            Ok(store) => store,
            Err(error) => return Some(format!("does not open: {error:?}")),
        },
        Err(error) => return Some(format!("does not open with the new passphrase: {error:?}")),
    };
    let found = people(&store);
    if let Some(missing) = told.people.iter().find(|alias| found.binary_search(alias).is_err()) {
        return Some(format!("{missing} is lost"));
    }
    if verify {
        match store.verify() {
            Ok(findings) if findings.is_empty() => {}
            other => return Some(format!("verify: {other:?}")),
        }
        for backup in &told.backups {
            match open(&root.join(backup), NEW) {
                Ok(backup) if people(&backup).len() >= 5 + 12 + 30 => {}
                Ok(_) => return Some("the backup lacks people".to_owned()),
                Err(error) => return Some(format!("the backup does not open: {error:?}")),
            }
        }
    }
    None
}

/// Cuts the power everywhere in a recorded day, several times each. What was lost, and how many states were different.
fn cut(deaf: Option<&str>, wanted: u64) -> (Vec<String>, usize) {
    let prepared = Prepared::new();
    let folder = prepared.copy();
    let mut disk = Disk::of(folder.path());
    let ended = run("day", folder.path(), None);
    assert_eq!(ended.said, Ok(()));
    let lines: Vec<&str> = ended.trace.lines().collect();
    let root = folder.path().canonicalize().unwrap();
    let each = wanted.div_ceil(lines.len() as u64).max(1);
    // With fewer states than moments, every so-manieth moment.
    let stride = (lines.len() as u64 / wanted.max(1)).max(1) as usize;
    let (mut dice, mut told) = (Dice(0x5eed_0006), Told::default());
    told.people = (0..5).map(|number| format!("old-{number}")).collect();
    let (mut lost_all, mut seen) = (Vec::new(), HashSet::new());
    for (moment, line) in lines.iter().enumerate() {
        disk.follow(line, deaf);
        match line.strip_prefix("mark\t").and_then(|said| said.split_once(' ').or(Some((said, "")))) {
            Some(("person", alias)) => told.people.push(alias.to_owned()),
            Some(("passphrase", _)) => told.passphrase = true,
            Some(("backup", path)) => {
                let path = Path::new(path).strip_prefix(&root).unwrap();
                told.backups.push(path.to_string_lossy().into_owned());
            }
            _ => {}
        }
        if moment % stride != 0 {
            continue;
        }
        for turn in 0..each {
            let left = [Left::Anything, Left::Nothing, Left::Everything, Left::Beginning][(turn % 4) as usize];
            let state = disk.state(left, &mut dice);
            let mut hasher = DefaultHasher::new();
            (&state, told.people.len(), told.passphrase).hash(&mut hasher);
            if !seen.insert(hasher.finish()) {
                continue;
            }
            let place = scratch();
            put(&state, place.path());
            if let Some(what) = lost(place.path(), &told, seen.len() % 20 == 0) {
                lost_all.push(format!("after call {moment} ({}…), {left:?}: {what}", &line[..line.len().min(90)]));
            }
            if disk.at_risk() == 0 {
                break;
            }
        }
    }
    (lost_all, seen.len())
}

#[test]
fn no_power_cut_loses_what_was_confirmed() {
    let (lost, states) = cut(None, setting("CASELOG_TEST_POWER_CUTS", 400));
    println!("{states} different states after power cuts");
    assert!(lost.is_empty(), "{} of {states}:\n{}", lost.len(), lost[..lost.len().min(20)].join("\n"));
    assert!(states > 100);
}

/// The same with a store that does not wait for the disk, as with `synchronous = OFF`: the test must see that.
#[test]
fn without_syncing_it_would() {
    let (lost, states) = cut(Some("caselog.db"), setting("CASELOG_TEST_POWER_CUTS", 400) / 4);
    println!("{} of {states} different states lose something without syncing", lost.len());
    assert!(!lost.is_empty());
}
