//! Every call that changes a file made to fail in turn: each scenario ends in success or in an error that says why, with
//! the old state whole, or the new one where only what comes after the deed failed (docs/safety.md, 7); nothing panics,
//! and nothing is said to be done that was not.

use crate::scenario::{ALL, Ended, NEW, OLD, Prepared, open, people, run};
use crate::setting;
use std::path::Path;

/// How a call fails: no room, an error of the disk, an interruption, half of a write, half and an error. The last is a disk that stays full.
const FAULTS: [(&str, &str); 6] = [("", "28"), ("", "5"), ("", "4"), ("", "short"), ("", "torn"), ("from-", "28")];

/// What stands in a store: its people, which passphrase opens it, how many backups it has.
#[derive(Clone, Debug, PartialEq)]
struct Standing {
    people: Vec<String>,
    passphrase: &'static str,
    backups: usize,
    kept: usize,
}

fn standing(folder: &Path) -> Standing {
    let path = folder.join("store");
    let (store, passphrase) = match open(&path, OLD) {
        Ok(store) => (store, OLD),
        Err(caselog::store::Error::WrongPassphrase) => (open(&path, NEW).unwrap(), NEW),
        Err(error) => panic!("{error:?}"),
    };
    let findings = store.verify().unwrap();
    assert!(findings.is_empty(), "{findings:?}");
    let names: Vec<String> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .collect();
    let backups = std::fs::read_dir(folder.join("store-backups")).map_or(0, |entries| {
        entries.filter(|entry| entry.as_ref().is_ok_and(|e| !e.file_name().to_string_lossy().starts_with('.'))).count()
    });
    Standing {
        people: people(&store),
        passphrase,
        backups,
        kept: names.iter().filter(|name| name.starts_with("store-replaced")).count(),
    }
}

fn calls(ended: &Ended) -> u64 {
    ended.trace.lines().find_map(|line| line.strip_prefix("calls\t")).unwrap().parse().unwrap()
}

#[test]
fn a_call_that_fails_is_no_lie_and_no_loss() {
    let prepared = Prepared::new();
    // Every so-manieth call; all of them at length.
    let stride = setting("CASELOG_TEST_FAULT_STRIDE", 9);
    let (mut runs, mut refused, mut late, mut wrong) = (0, 0, 0, Vec::new());
    for (nth, name) in ALL.into_iter().enumerate() {
        let before = standing(prepared.copy().path());
        let done = prepared.copy();
        let ended = run(name, done.path(), None);
        assert_eq!(ended.said, Ok(()), "{name}");
        let (after, calls) = (standing(done.path()), calls(&ended));
        assert!(calls > 5, "{name} makes {calls} calls");
        for call in (1 + nth as u64 % stride..=calls).step_by(stride as usize) {
            for (prefix, fault) in FAULTS {
                let folder = prepared.copy();
                let ended = run(name, folder.path(), Some((&format!("{prefix}{call}"), fault)));
                runs += 1;
                let found = standing(folder.path());
                let is_right = match &ended.said {
                    Ok(()) => found == after,
                    Err(message) => {
                        refused += 1;
                        assert!(message.len() > 20, "{message}");
                        // A call can fail after the deed: the error is told then too, and the new state is whole.
                        late += u32::from(found == after && found != before);
                        found == before || found == after
                    }
                };
                if !is_right {
                    wrong.push(format!(
                        "{name}, call {call} of {calls}, {prefix}{fault}: said {:?}, stands {found:?}",
                        ended.said
                    ));
                }
            }
        }
    }
    println!("{runs} runs with a call that fails, {refused} of them refused, {late} after the deed was done");
    assert!(refused > 0);
    assert!(wrong.is_empty(), "{} of {runs}:\n{}", wrong.len(), wrong.join("\n"));
}
