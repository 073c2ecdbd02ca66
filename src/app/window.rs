//! The one list component: refs of any number of records, of which only the visible ones are fetched.

use super::cursor::moved;
use super::exchange::{Ask, Entry, Ticket, Told};
use super::keys::Action;
use super::view::Cx;
use crate::domain::{Kind, Ref};
use std::collections::HashMap;

/// A list with its cursor and the entries that are seen.
#[derive(Debug)]
pub struct Window {
    pub kind: Kind,
    refs: Vec<Ref>,
    cursor: usize,
    top: usize,
    rows: usize,
    entries: HashMap<Ref, Entry>,
    /// The entries may have changed since they were fetched.
    stale: bool,
    ticket: Option<Ticket>,
}

impl Window {
    pub fn new(kind: Kind) -> Window {
        let entries = HashMap::new();
        Window { kind, refs: Vec::new(), cursor: 0, top: 0, rows: 1, entries, stale: false, ticket: None }
    }

    pub fn len(&self) -> usize {
        self.refs.len()
    }

    /// All refs, in the list's order.
    pub fn refs(&self) -> &[Ref] {
        &self.refs
    }

    pub fn is_empty(&self) -> bool {
        self.refs.is_empty()
    }

    /// Place of the cursor among all records.
    pub fn cursor(&self) -> usize {
        self.cursor
    }

    /// The ref under the cursor.
    pub fn current(&self) -> Option<&Ref> {
        self.refs.get(self.cursor)
    }

    /// The entry under the cursor, if it has been fetched.
    pub fn entry(&self) -> Option<&Entry> {
        self.entries.get(self.current()?)
    }

    /// The visible places, with their entries as far as they have been fetched.
    pub fn visible(&self) -> impl Iterator<Item = (usize, Option<&Entry>)> {
        let last = (self.top + self.rows).min(self.refs.len());
        (self.top..last).map(|place| (place, self.refs.get(place).and_then(|own| self.entries.get(own))))
    }

    /// Puts other records in. The cursor stays on its record, else at its place; what is seen is fetched anew.
    pub fn set(&mut self, refs: Vec<Ref>, rows: usize, cx: &mut Cx) {
        let place = self.current().and_then(|own| refs.iter().position(|other| other == own));
        self.cursor = place.unwrap_or(self.cursor);
        self.refs = refs;
        self.stale = true;
        self.fit(rows);
        self.fetch(cx);
    }

    /// Goes back to the first record, whatever the next answer holds.
    pub fn rewind(&mut self) {
        self.refs.clear();
        self.cursor = 0;
    }

    /// Moves the cursor to a record, if it is in the list.
    pub fn go_to(&mut self, own: &Ref, cx: &mut Cx) {
        if let Some(place) = self.refs.iter().position(|other| other == own) {
            self.cursor = place;
            self.fit(self.rows);
            self.fetch(cx);
        }
    }

    /// Moves the cursor. `false`: not a movement.
    pub fn act(&mut self, action: Action, rows: usize, cx: &mut Cx) -> bool {
        let last = self.refs.len().saturating_sub(1);
        let Some(moved) = moved(self.cursor, action, last, rows) else { return false };
        self.cursor = moved;
        self.fit(rows);
        self.fetch(cx);
        true
    }

    /// Fits the list to so many rows.
    pub fn resize(&mut self, rows: usize, cx: &mut Cx) {
        if rows != self.rows {
            self.fit(rows);
            self.fetch(cx);
        }
    }

    fn fit(&mut self, rows: usize) {
        self.rows = rows.max(1);
        self.cursor = self.cursor.min(self.refs.len().saturating_sub(1));
        self.top = self.top.clamp((self.cursor + 1).saturating_sub(self.rows), self.cursor);
        self.top = self.top.min(self.refs.len().saturating_sub(self.rows));
    }

    /// Asks for what is seen and not there, or may have changed.
    fn fetch(&mut self, cx: &mut Cx) {
        let last = (self.top + self.rows).min(self.refs.len());
        let seen = self.refs.get(self.top..last).unwrap_or_default();
        let wanted = |own: &&Ref| self.stale || !self.entries.contains_key(own);
        let wanted: Vec<Ref> = seen.iter().filter(wanted).cloned().collect();
        self.entries.retain(|own, _| seen.contains(own));
        if !wanted.is_empty() {
            self.ticket = Some(cx.ask(Ask::Entries(self.kind, wanted)));
        }
    }

    pub fn awaits(&self, ticket: Ticket) -> bool {
        self.ticket == Some(ticket)
    }

    /// Whether the entry under the cursor is still on its way.
    pub fn is_waiting(&self) -> bool {
        self.ticket.is_some() && self.current().is_some() && self.entry().is_none()
    }

    /// Takes the entries that were asked for.
    pub fn take(&mut self, told: Told) {
        let Told::Entries(entries) = told else { return };
        self.ticket = None;
        self.stale = false;
        for entry in entries {
            if let Some(own) = entry.own_ref() {
                self.entries.insert(own.clone(), entry);
            }
        }
    }
}
