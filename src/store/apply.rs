//! The one way to change anything: checks, rows, search index and journal in one transaction.

use super::Store;
use super::check;
use super::drafts;
use super::error::{Error, Fault, Subject};
use super::index::Index;
use super::journal;
use super::rows::Rows;
use super::state::State;
use crate::domain::{Action, Change, Edit, Kind, List, Lists, Problem, Project, Record, Ref, Value};
use chrono::NaiveDateTime;
use rusqlite::Connection;

impl Store {
    /// Makes a change, whole or not at all: fills in empty refs, checks everything, writes it and its journal entry.
    /// Returns what was done. `now` is local time. A change without edits does nothing.
    ///
    /// # Errors
    /// `Rejected` with every fault, `Stale` if something no longer is as `before` says, `Referred` if a deleted record
    /// is named by others, `FixedList` and `CodeInUse` for lists, `Newer`; `Damaged`, `Database` and `File` if the
    /// store cannot be read or written. After an error everything stands as before.
    pub fn apply(&mut self, change: Change, now: NaiveDateTime) -> Result<Change, Error> {
        check::settings(&change.edits)?;
        self.perform(change, None, now)
    }

    /// The same of what was kept as a draft: both are done, or neither, so that what is saved is never offered again as
    /// unfinished.
    ///
    /// # Errors
    /// As `apply`.
    pub fn save(&mut self, change: Change, draft: &str, now: NaiveDateTime) -> Result<Change, Error> {
        check::settings(&change.edits)?;
        self.perform(change, Some(draft), now)
    }

    /// Notes that everything was exported in the clear (contract section 2). The note is nothing to undo.
    ///
    /// # Errors
    /// As `apply`.
    pub fn note_export(&mut self, now: NaiveDateTime) -> Result<(), Error> {
        self.write(journal::EXPORT, None, Vec::new(), None, now).map(drop)
    }

    /// Notes that what a protected person keeps to herself is shown. Nothing is shown that is not noted. `false`: there
    /// is no such person any more.
    ///
    /// # Errors
    /// As `apply`.
    pub fn note_reveal(&mut self, person: &Ref, now: NaiveDateTime) -> Result<bool, Error> {
        let Some(record) = self.get(Kind::Person, person)? else { return Ok(false) };
        let unchanged = Edit::Record { before: Some(record.clone()), after: Some(record) };
        self.write(journal::REVEAL, None, vec![unchanged], None, now).map(|_| true)
    }

    /// The ref that the `nth` new record of a kind (from 0) will get, for records that name each other in one change.
    pub fn next_ref(&self, kind: Kind, nth: u64) -> Ref {
        self.state.counters.next(kind, nth)
    }

    /// The first entry: the lists and the project that a new store begins with.
    pub(super) fn begin(&mut self, now: NaiveDateTime) -> Result<(), Error> {
        let built_in = Lists::default();
        let list = |list| Edit::List { list, before: Vec::new(), after: built_in.values(list).to_vec() };
        let mut edits: Vec<Edit> = List::ALL.into_iter().map(list).collect();
        edits.push(Edit::Project { before: Box::default(), after: Box::default() });
        self.write(journal::CREATE, None, edits, None, now).map(drop)
    }

    pub(super) fn perform(&mut self, change: Change, draft: Option<&str>, now: NaiveDateTime) -> Result<Change, Error> {
        if change.edits.is_empty() {
            return Ok(change);
        }
        let undoes = match change.action {
            Action::Undo(seq) | Action::Redo(seq) => Some(seq),
            _ => None,
        };
        let edits = self.write(change.action.code(), undoes, change.edits, draft, now)?;
        Ok(Change { action: change.action, edits })
    }

    fn write(
        &mut self,
        action: &str,
        undoes: Option<i64>,
        edits: Vec<Edit>,
        draft: Option<&str>,
        now: NaiveDateTime,
    ) -> Result<Vec<Edit>, Error> {
        self.ready()?;
        let mut next = self.state.clone();
        let edits = complete(edits, &mut next)?;
        let transaction = self.connection.transaction()?;
        let index = Index::before(&transaction, &edits)?;
        let new = make(&transaction, &edits, &mut next)?;
        index.after(&new)?;
        next.counters.save(&transaction, &self.state.counters)?;
        if let Some(draft) = draft {
            drafts::drop_in(&transaction, draft)?;
        }
        check::made(&transaction, &edits, &next.lists)?;
        let newest = journal::append(&transaction, self.newest, action, undoes, now, &edits)?;
        let refused = transaction.commit().err();
        self.committed(refused, newest, Some(next))?;
        Ok(edits)
    }

    /// Takes note of a change that was committed, or whose commit was refused. The system can refuse the very last step,
    /// when the rollback journal is gone already: then the change stands, and is confirmed once the folder is on the
    /// disk. `next` is what the change makes of the lists, the project and the counters.
    ///
    /// # Errors
    /// `Database` if the change does not stand, or cannot be confirmed.
    pub(super) fn committed(
        &mut self,
        refused: Option<rusqlite::Error>,
        newest: journal::Newest,
        next: Option<State>,
    ) -> Result<(), Error> {
        if let Some(error) = refused {
            if !journal::newest(&self.connection).is_ok_and(|found| found == newest) {
                return Err(error.into());
            }
            let is_on_disk = self.beside.as_ref().is_none_or(|beside| beside.folder.sync().is_ok());
            self.took_place(newest, next);
            return if is_on_disk { Ok(()) } else { Err(error.into()) };
        }
        self.took_place(newest, next);
        Ok(())
    }

    /// The entry stands. If its head cannot be written now, the next change does it first, or is refused.
    fn took_place(&mut self, newest: journal::Newest, next: Option<State>) {
        self.newest = newest;
        if let Some(next) = next {
            self.state = next;
        }
        if let Some(beside) = &mut self.beside {
            beside.behind = true;
        }
        let _ = self.settle();
    }
}

/// Fills in empty refs and brings every value into its stored form.
fn complete(edits: Vec<Edit>, next: &mut State) -> Result<Vec<Edit>, Error> {
    // Given refs first, so that none made for an earlier record meets that of a later one.
    for edit in &edits {
        if let Edit::Record { after: Some(after), .. } = edit {
            next.counters.note(after);
        }
    }
    let mut faults = Vec::new();
    let mut completed = Vec::with_capacity(edits.len());
    for (place, edit) in edits.into_iter().enumerate() {
        match edit {
            Edit::Record { before, after: Some(after) } => {
                let kind = after.kind;
                match complete_record(before.as_ref(), after, next) {
                    Ok(after) => completed.push(Edit::Record { before, after: Some(after) }),
                    Err((field, problem)) => faults.push(Fault { edit: place, kind, field, problem }),
                }
            }
            other => completed.push(other),
        }
    }
    if faults.is_empty() { Ok(completed) } else { Err(Error::Rejected(faults)) }
}

fn complete_record(before: Option<&Record>, after: Record, next: &mut State) -> Result<Record, (usize, Problem)> {
    let mut after = Record::from_texts(after.kind, &after.texts())?;
    if before.is_none() && after.own_ref().is_none() {
        let made = Value::Link(next.counters.take(after.kind));
        after = after.with(0, made);
    }
    let same = before.is_none_or(|b| b.kind == after.kind && b.own_ref() == after.own_ref());
    if same && after.own_ref().is_some() { Ok(after) } else { Err((0, Problem::Ref)) }
}

/// Makes every edit in its order, each from exactly what stands. Returns the new rows.
pub(super) fn make(connection: &Connection, edits: &[Edit], next: &mut State) -> Result<Vec<(Kind, i64)>, Error> {
    let mut new = Vec::new();
    let stale = |subject| Err(Error::Stale { subject });
    let mut rows = Rows::new(connection);
    for edit in edits {
        match edit {
            Edit::Record { before, after } => new.extend(make_record(&mut rows, before.as_ref(), after.as_ref())?),
            Edit::List { list, before, .. } if next.lists.values(*list) != before => {
                return stale(Subject::List(*list));
            }
            Edit::Project { before, .. } if next.project != **before => return stale(Subject::Project),
            Edit::List { list, after, .. } => {
                next.lists.set(*list, after.clone());
                next.save_list(connection, *list)?;
            }
            Edit::Project { after, .. } => {
                next.project = Project::clone(after);
                next.save_project(connection)?;
            }
        }
    }
    Ok(new)
}

/// Makes one edit; returns the row if it is a new one.
fn make_record(rows: &mut Rows, before: Option<&Record>, after: Option<&Record>) -> Result<Option<(Kind, i64)>, Error> {
    let Some((kind, own)) = after.or(before).and_then(|r| Some((r.kind, r.own_ref()?))) else { return Ok(None) };
    let standing = rows.find(kind, own)?;
    if standing.as_ref().map(|(_, record)| record) != before {
        return Err(Error::Stale { subject: Subject::Record(kind, own.clone()) });
    }
    match (standing, after) {
        (None, Some(after)) => return Ok(Some((kind, rows.insert(after)?))),
        (Some((row, _)), Some(after)) => rows.update(row, after)?,
        (Some((row, _)), None) => rows.delete(kind, row)?,
        (None, None) => {}
    }
    Ok(None)
}
