//! Changes of the settings that live in the store: checks and proposals, on or off, and their limits.

use crate::checks::About;
use crate::domain::{Change, Every, Project};

/// The change that switches a check or proposal off, or on again.
pub fn switch(project: &Project, about: &About) -> Change {
    change(project, |after| match after.checks_off.iter().position(|code| code == about.code) {
        Some(place) => drop(after.checks_off.remove(place)),
        None => after.checks_off.push(about.code.to_owned()),
    })
}

/// The change that gives a check or proposal a limit of the user's own; without one the built-in limit holds again.
pub fn set_limit(project: &Project, about: &About, span: Option<Every>) -> Change {
    change(project, |after| match span {
        Some(span) => drop(after.limits.insert(about.code.to_owned(), span)),
        None => drop(after.limits.remove(about.code)),
    })
}

/// The change that does something to the project.
fn change(before: &Project, alter: impl FnOnce(&mut Project)) -> Change {
    let mut after = before.clone();
    alter(&mut after);
    Change::project(before, after)
}
