//! Several records of a list at once: they are fetched a part at a time, in the order of the list, and then deleted,
//! ticked off, copied or written to a file together, as one change.

use super::clipping;
use super::columns::What;
use super::done::tick_off;
use super::exchange::{Ask, Entry, Row, Sheet, Ticket};
use super::keys::Action as Key;
use super::naming::Naming;
use super::view::{Cx, Message, Step};
use crate::domain::{Action, Change, Edit, Kind, Record, Shown};
use crate::i18n::{plural, texts::lists as t};
use std::path::PathBuf;

/// So many records are fetched at once.
const PART: usize = 1000;

/// What is done with several records.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Deed {
    Delete,
    /// Follow-ups that wait were done today.
    TickOff,
    Copy,
    /// Write them to that file as a list; one that stands there is written over if so asked.
    Write(PathBuf, bool),
}

/// Whether an action makes or changes something from one record, so that it cannot be meant for several.
pub fn is_of_one(action: Key) -> bool {
    matches!(
        action,
        Key::Change
            | Key::NewReferral
            | Key::NewFollowUp
            | Key::SameMeeting
            | Key::SameAgain
            | Key::NewRelation
            | Key::Erase
    )
}

/// Records on their way to what is done with them.
#[derive(Debug)]
pub struct Gathering {
    deed: Deed,
    kind: Kind,
    columns: Vec<What>,
    left: Vec<Row>,
    /// The records, where they are changed.
    records: Vec<Record>,
    /// Their lines, where they leave.
    sheet: Sheet,
    ticket: Ticket,
}

impl Gathering {
    /// Begins to fetch the records in those rows.
    pub fn begin(deed: Deed, kind: Kind, columns: &[What], mut rows: Vec<Row>, cx: &mut Cx) -> Gathering {
        rows.reverse();
        let head = columns.iter().map(|what| what.label(kind, cx.world.lang).to_owned()).collect();
        let sheet = Sheet { head, rows: Vec::new() };
        let (columns, records) = (columns.to_vec(), Vec::new());
        let mut begun = Gathering { deed, kind, columns, left: rows, records, sheet, ticket: Ticket::default() };
        begun.ask(cx);
        begun
    }

    fn ask(&mut self, cx: &mut Cx) {
        let from = self.left.len().saturating_sub(PART);
        let part = self.left.drain(from..).rev().collect();
        self.ticket = cx.ask(Ask::Entries(self.kind, part));
    }

    pub fn awaits(&self, ticket: Ticket) -> bool {
        self.ticket == ticket
    }

    /// Whether the next key may be meant for what comes of it.
    pub fn is_change(&self) -> bool {
        matches!(self.deed, Deed::Delete | Deed::TickOff)
    }

    /// Takes a part of the records. `None` once all are there and it is done.
    pub fn take(mut self, entries: Vec<(Row, Entry)>, cx: &mut Cx) -> Option<Gathering> {
        if self.is_change() {
            self.records.extend(entries.into_iter().map(|(_, entry)| entry.record));
        } else {
            // What leaves the program shows nobody who is protected, also one who is revealed on the screen.
            let naming = Naming { revealed: None, ..cx.world.naming() };
            let row = |entry: &Entry| {
                let cell = |what: &What| clipping::cell(*what, entry, &naming, cx.world.today());
                self.columns.iter().map(cell).collect::<Vec<String>>()
            };
            let rows: Vec<Vec<String>> = entries.iter().map(|(_, entry)| row(entry)).collect();
            self.sheet.rows.extend(rows);
        }
        if self.left.is_empty() {
            self.finish(cx);
            return None;
        }
        self.ask(cx);
        Some(self)
    }

    fn finish(self, cx: &mut Cx) {
        let (lang, today) = (cx.world.lang, cx.world.today());
        match self.deed {
            Deed::Delete => {
                let edits = self.records.into_iter().map(|record| Edit::Record { before: Some(record), after: None });
                let change = Change { action: Action::Delete, edits: edits.collect() };
                cx.step(Step::Order(Ask::Apply(change)));
            }
            Deed::TickOff => {
                let waits = |record: &Record| matches!(record.status(today), Some("open" | "overdue"));
                let waiting = self.records.into_iter().filter(waits);
                let edits: Vec<Edit> = waiting.flat_map(|record| tick_off(record, today).edits).collect();
                match edits.is_empty() {
                    true => cx.say(Message::wrong(t::NONE_WAITS.get(lang))),
                    false => cx.step(Step::Order(Ask::Apply(Change { action: Action::Change, edits }))),
                }
            }
            Deed::Copy => {
                let count = self.sheet.rows.len() as u64;
                let said = plural(count, t::COPIED_ROW, t::COPIED_ROWS, lang);
                clipping::copy(self.sheet.text(), Shown::line(said), cx);
            }
            Deed::Write(path, replace) => cx.step(Step::Order(Ask::WriteSheet { path, sheet: self.sheet, replace })),
        }
    }
}
