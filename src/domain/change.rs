//! The change that every edit is: what stood before and what stands after, so that its inverse is at hand.

use super::field::Kind;
use super::lists::{List, ListValue};
use super::project::Project;
use super::record::Record;
use super::reference::Ref;

/// One change of the store, done whole or not at all, undone whole.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    pub action: Action,
    pub edits: Vec<Edit>,
}

/// What kind of step a change was, for the list of what can be undone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    Add,
    Change,
    Delete,
    Import,
    Settings,
    /// Takes a person out for good; nothing takes it back.
    Erase,
    /// Takes back the change whose first journal entry has this number.
    Undo(i64),
    /// Does again the change whose first journal entry has this number.
    Redo(i64),
}

impl Action {
    /// The action's code in the journal.
    pub fn code(self) -> &'static str {
        match self {
            Action::Add => "add",
            Action::Change => "change",
            Action::Delete => "delete",
            Action::Import => "import",
            Action::Settings => "settings",
            Action::Erase => "erase",
            Action::Undo(_) => "undo",
            Action::Redo(_) => "redo",
        }
    }
}

/// One step of a change. `None` before is a new thing, `None` after a deleted one.
#[derive(Clone, Debug, PartialEq)]
pub enum Edit {
    Record {
        before: Option<Record>,
        after: Option<Record>,
    },
    /// A value list as a whole.
    List {
        list: List,
        before: Vec<ListValue>,
        after: Vec<ListValue>,
    },
    /// The project and the settings that live in the store.
    Project {
        before: Box<Project>,
        after: Box<Project>,
    },
}

impl Edit {
    /// The record that the edit is about: kind and ref. `None` for lists and the project, or before a ref is made.
    pub fn record(&self) -> Option<(Kind, &Ref)> {
        match self {
            Edit::Record { before, after } => {
                let record = after.as_ref().or(before.as_ref())?;
                Some((record.kind, record.own_ref()?))
            }
            _ => None,
        }
    }

    /// The edit that takes this one back.
    pub fn inverse(self) -> Edit {
        match self {
            Edit::Record { before, after } => Edit::Record { before: after, after: before },
            Edit::List { list, before, after } => Edit::List { list, before: after, after: before },
            Edit::Project { before, after } => Edit::Project { before: after, after: before },
        }
    }
}

impl Change {
    /// A new record.
    pub fn add(record: Record) -> Change {
        Change { action: Action::Add, edits: vec![Edit::Record { before: None, after: Some(record) }] }
    }

    /// A record with other values.
    pub fn replace(before: Record, after: Record) -> Change {
        Change { action: Action::Change, edits: vec![Edit::Record { before: Some(before), after: Some(after) }] }
    }

    /// A deleted record.
    pub fn delete(record: Record) -> Change {
        Change { action: Action::Delete, edits: vec![Edit::Record { before: Some(record), after: None }] }
    }

    /// The project, and what is set with it, with other values.
    pub fn project(before: &Project, after: Project) -> Change {
        let edit = Edit::Project { before: Box::new(before.clone()), after: Box::new(after) };
        Change { action: Action::Settings, edits: vec![edit] }
    }

    /// The edits that take the change back, in the order in which they must be done.
    pub fn inverse_edits(self) -> Vec<Edit> {
        self.edits.into_iter().rev().map(Edit::inverse).collect()
    }
}
