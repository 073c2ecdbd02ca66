//! What an import would do: the change, and what it counts.

use crate::domain::{Change, Edit, Kind, Lang, Shown};
use crate::i18n::texts::{common, transfer as t};
use crate::i18n::{fill, number};

/// An import without faults, ready to be applied whole.
#[derive(Clone, Debug, PartialEq)]
pub struct Plan {
    /// Lists and project first, then the records, those that others name before those that name them. Without edits
    /// if everything stands already.
    pub change: Change,
    /// The records of each kind that was read, in the kinds' order.
    pub counts: Vec<(Kind, Counts)>,
    /// The names of organisations that were made from a name.
    pub made_organisations: Vec<String>,
    /// Files of a folder that are none of contract section 3.
    pub not_read: Vec<String>,
}

/// Records by what happens to them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Counts {
    pub added: usize,
    pub changed: usize,
    /// Stood already with the same content.
    pub skipped: usize,
}

impl Plan {
    /// The records of all kinds.
    pub fn total(&self) -> Counts {
        self.counts.iter().fold(Counts::default(), |sum, (_, n)| Counts {
            added: sum.added + n.added,
            changed: sum.changed + n.changed,
            skipped: sum.skipped + n.skipped,
        })
    }

    /// The plan in words, line by line.
    pub fn in_words(&self, lang: Lang) -> Vec<Shown> {
        let count = |n: usize| number(n as i64, lang);
        let mut lines: Vec<String> = Vec::new();
        for (kind, n) in &self.counts {
            let parts = (count(n.added), count(n.changed), count(n.skipped));
            lines.push(fill(
                t::COUNTS,
                lang,
                &[
                    ("kind", &common::kind_many(*kind, lang)),
                    ("added", &parts.0),
                    ("changed", &parts.1),
                    ("skipped", &parts.2),
                ],
            ));
        }
        let lists: Vec<_> = self.change.edits.iter().filter_map(changed_list).collect();
        if !lists.is_empty() {
            lines.push(fill(t::CHANGED_LISTS, lang, &[("lists", &lists.join(", "))]));
        }
        if self.change.edits.iter().any(|edit| matches!(edit, Edit::Project { .. })) {
            lines.push(t::NEW_PROJECT.get(lang).to_owned());
        }
        if !self.made_organisations.is_empty() {
            lines.push(fill(t::MADE_ORGANISATIONS, lang, &[("names", &self.made_organisations.join(", "))]));
        }
        lines.extend(self.not_read.iter().map(|file| fill(t::NOT_READ, lang, &[("file", file)])));
        lines.into_iter().map(Shown::line).collect()
    }
}

fn changed_list(edit: &Edit) -> Option<&'static str> {
    match edit {
        Edit::List { list, .. } => Some(list.code()),
        _ => None,
    }
}
