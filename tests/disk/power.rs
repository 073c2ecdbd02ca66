//! A power cut at any moment of a day's work loses nothing that was confirmed, and leaves a store that opens.

use crate::model::{Dice, Disk, Left, put};
use crate::scenario::{NEW, OLD, Prepared, Version, now, open, run, scratch, somebody, versions};
use crate::setting;
use caselog::domain::Change;
use std::collections::{BTreeMap, HashSet};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::Path;

/// What of that which was not synced is left, in turn.
const TURNS: [Left; 5] = [Left::Anything, Left::Nothing, Left::Anything, Left::Everything, Left::Beginning];

/// With fewer states than this, only every fifth is looked through from end to end.
const AT_LENGTH: u64 = 5000;

/// What the user had been told when the power went.
#[derive(Clone, Default, Hash)]
struct Told {
    people: BTreeMap<String, Version>,
    draft: Option<Version>,
    passphrase: bool,
    backups: Vec<String>,
}

impl Told {
    /// Takes a line of the recorder: only what the user was told is of interest.
    fn follow(&mut self, line: &str, root: &Path) {
        let words: Vec<&str> = line.split(['\t', ' ']).collect();
        match words[..] {
            ["mark", "person", alias, version] => {
                self.people.insert(alias.to_owned(), version.parse().unwrap());
            }
            ["mark", "draft", version] => self.draft = version.parse().ok(),
            ["mark", "passphrase"] => self.passphrase = true,
            ["mark", "backup", path] => {
                let path = Path::new(path).strip_prefix(root).unwrap();
                self.backups.push(path.to_string_lossy().into_owned());
            }
            ["mark", ..] => panic!("the recorder said {line}"),
            _ => {}
        }
    }
}

/// Every state is opened, and all that was told is looked for; if it is looked `through`, everything is verified, and
/// something is saved after that. `None`: all is there; else what is not.
fn lost(root: &Path, told: &Told, through: bool) -> Option<String> {
    let path = root.join("store");
    let mut store = match open(&path, NEW) {
        Ok(store) => store,
        Err(_) if !told.passphrase => match open(&path, OLD) {
            Ok(store) => store,
            Err(error) => return Some(format!("does not open: {error:?}")),
        },
        Err(error) => return Some(format!("does not open with the new passphrase: {error:?}")),
    };
    let found = match versions(&store) {
        Ok(found) => found,
        Err(error) => return Some(format!("is not read: {error:?}")),
    };
    if let Some((alias, _)) = told.people.iter().find(|(alias, version)| found.get(*alias) < Some(version)) {
        return Some(format!("{alias} is lost, or stands as it was before"));
    }
    let draft = store.drafts().unwrap_or_default().first().map(|draft| draft.content.trim().parse().unwrap());
    if draft < told.draft {
        return Some(format!("the draft is {draft:?}"));
    }
    if !through {
        return None;
    }
    match store.verify() {
        Ok(findings) if findings.is_empty() => {}
        other => return Some(format!("verify: {other:?}")),
    }
    if let Err(error) = store.apply(Change::add(somebody("after", 0)), now()) {
        return Some(format!("nothing more is saved: {error:?}"));
    }
    for backup in &told.backups {
        match open(&root.join(backup), NEW) {
            Ok(backup) if versions(&backup).unwrap().len() >= 5 + 12 + 30 => {}
            Ok(_) => return Some("the backup lacks people".to_owned()),
            Err(error) => return Some(format!("the backup does not open: {error:?}")),
        }
    }
    None
}

/// Cuts the power everywhere in a recorded day, again and again, until so many different states have been looked at.
/// What was lost, and how many they were.
fn cut(deaf: Option<&str>, wanted: u64) -> (Vec<String>, usize) {
    let prepared = Prepared::new();
    let folder = prepared.copy();
    let begun = Disk::of(folder.path());
    let ended = run("day", folder.path(), None);
    assert_eq!(ended.said, Ok(()));
    let lines: Vec<&str> = ended.trace.lines().collect();
    let root = folder.path().canonicalize().unwrap();
    // With fewer states than moments, every so-manieth moment.
    let stride = (lines.len() as u64 / wanted).max(1) as usize;
    let every = if wanted < AT_LENGTH { 5 } else { 1 };
    let mut dice = Dice(0x5eed_0006);
    let (mut lost_all, mut seen, mut idle) = (Vec::new(), HashSet::new(), 0);
    for pass in 0.. {
        let (mut disk, mut told, before) = (begun.clone(), Told::default(), seen.len());
        told.people = (0..5).map(|number| (format!("old-{number}"), 0)).collect();
        for (moment, line) in lines.iter().enumerate() {
            disk.follow(line, deaf);
            told.follow(line, &root);
            if moment % stride != pass % stride {
                continue;
            }
            let left = TURNS[(pass + moment / stride) % TURNS.len()];
            let state = disk.state(left, &mut dice);
            let mut hasher = DefaultHasher::new();
            (&state, &told).hash(&mut hasher);
            if !seen.insert(hasher.finish()) {
                continue;
            }
            let place = scratch();
            put(&state, place.path());
            if let Some(what) = lost(place.path(), &told, seen.len() % every == 0) {
                lost_all.push(format!("after call {moment} ({}…), {left:?}: {what}", &line[..line.len().min(90)]));
            }
            if seen.len() as u64 >= wanted {
                return (lost_all, seen.len());
            }
        }
        // Where nothing new has come for a while there is no more.
        idle = if seen.len() == before { idle + 1 } else { 0 };
        if idle == 2 * TURNS.len() {
            break;
        }
    }
    (lost_all, seen.len())
}

#[test]
fn no_power_cut_loses_what_was_confirmed() {
    let wanted = setting("CASELOG_TEST_POWER_CUTS", 300);
    let (lost, states) = cut(None, wanted);
    println!("{states} different states after power cuts");
    assert!(lost.is_empty(), "{} of {states}:\n{}", lost.len(), lost[..lost.len().min(20)].join("\n"));
    assert_eq!(states as u64, wanted, "there are no more");
}

/// The same with a store that does not wait for the disk, as with `synchronous = OFF`: the test must see that.
#[test]
fn without_syncing_it_would() {
    let (lost, states) = cut(Some("caselog.db"), setting("CASELOG_TEST_POWER_CUTS", 300) / 4);
    println!("{} of {states} different states lose something without syncing", lost.len());
    assert!(!lost.is_empty());
}
