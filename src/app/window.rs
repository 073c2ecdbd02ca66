//! The one list component: rows of any number of records, of which only those near the visible ones are fetched.

use super::cursor::moved;
use super::exchange::{Ask, Entry, Row, Ticket, Told};
use super::keys::Action;
use super::view::Cx;
use crate::domain::Kind;
use std::collections::{HashMap, HashSet};

/// A list with its cursor and the entries that are seen.
#[derive(Debug)]
pub struct Window {
    pub kind: Kind,
    list: Vec<Row>,
    cursor: usize,
    top: usize,
    rows: usize,
    entries: HashMap<Row, Entry>,
    /// The entries may have changed since they were fetched.
    stale: bool,
    ticket: Option<Ticket>,
    /// What may be seen next is on its way.
    ahead: Option<Ticket>,
}

impl Window {
    pub fn new(kind: Kind) -> Window {
        let entries = HashMap::new();
        Window { kind, list: Vec::new(), cursor: 0, top: 0, rows: 1, entries, stale: false, ticket: None, ahead: None }
    }

    pub fn len(&self) -> usize {
        self.list.len()
    }

    /// All rows, in the list's order.
    pub fn list(&self) -> &[Row] {
        &self.list
    }

    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// Place of the cursor among all records.
    pub fn cursor(&self) -> usize {
        self.cursor
    }

    /// The row under the cursor.
    pub fn current(&self) -> Option<Row> {
        self.list.get(self.cursor).copied()
    }

    /// The entry under the cursor, if it has been fetched.
    pub fn entry(&self) -> Option<&Entry> {
        self.entries.get(&self.current()?)
    }

    /// The visible places, with their entries as far as they have been fetched.
    pub fn visible(&self) -> impl Iterator<Item = (usize, Option<&Entry>)> {
        let last = (self.top + self.rows).min(self.list.len());
        (self.top..last).map(|place| (place, self.list.get(place).and_then(|row| self.entries.get(row))))
    }

    /// Puts other records in. The cursor goes to a place that is wanted, or stays on its record, else at its place; what
    /// is seen is fetched anew.
    pub fn set(&mut self, list: Vec<Row>, wanted: Option<usize>, rows: usize, cx: &mut Cx) {
        let place = || self.current().and_then(|own| list.iter().position(|&other| other == own));
        self.cursor = wanted.or_else(place).unwrap_or(self.cursor);
        self.list = list;
        self.stale = true;
        self.fit(rows);
        self.fetch(cx);
    }

    /// Goes on to the next record, if it is known to be such a one: what stood under the cursor is dealt with.
    pub fn pass(&mut self, is_next: impl Fn(&Entry) -> bool) {
        let next = self.list.get(self.cursor + 1).and_then(|row| self.entries.get(row));
        self.cursor += usize::from(next.is_some_and(is_next));
    }

    /// Goes back to the first record, whatever the next answer holds.
    pub fn rewind(&mut self) {
        self.list.clear();
        self.cursor = 0;
    }

    /// Moves the cursor. `false`: not a movement.
    pub fn act(&mut self, action: Action, rows: usize, cx: &mut Cx) -> bool {
        let last = self.list.len().saturating_sub(1);
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

    /// Forgets all rows: they are of a store that was closed.
    pub fn forget(&mut self) {
        self.list.clear();
        self.entries.clear();
        (self.ticket, self.ahead) = (None, None);
    }

    fn fit(&mut self, rows: usize) {
        self.rows = rows.max(1);
        self.cursor = self.cursor.min(self.list.len().saturating_sub(1));
        self.top = self.top.clamp((self.cursor + 1).saturating_sub(self.rows), self.cursor);
        self.top = self.top.min(self.list.len().saturating_sub(self.rows));
    }

    /// Asks for what is seen and not there, or may have changed; then for what may be seen next.
    fn fetch(&mut self, cx: &mut Cx) {
        let seen: Vec<Row> = self.page(self.top).to_vec();
        if self.stale {
            self.ahead = None;
            self.entries.retain(|row, _| seen.contains(row));
        }
        let wanted = |row: &Row| self.stale || !self.entries.contains_key(row);
        let wanted: Vec<Row> = seen.into_iter().filter(wanted).collect();
        if wanted.is_empty() {
            self.fetch_ahead(cx);
        } else {
            self.ticket = Some(cx.ask(Ask::Entries(self.kind, wanted)));
        }
    }

    /// Keeps what a page key, home or end would show, and asks for what is missing of it, a page at a time.
    fn fetch_ahead(&mut self, cx: &mut Cx) {
        let (top, rows, last) = (self.top, self.rows, self.list.len().saturating_sub(self.rows));
        let tops = [top, top + rows, top.saturating_sub(rows), last, 0, last.saturating_sub(rows), rows];
        let near: HashSet<Row> = tops.iter().flat_map(|&top| self.page(top)).copied().collect();
        self.entries.retain(|row, _| near.contains(row));
        if self.ahead.is_none() {
            let missing = |row: &Row| !self.entries.contains_key(row);
            let missing: Vec<Row> =
                tops.iter().flat_map(|&top| self.page(top)).copied().filter(missing).take(rows).collect();
            if !missing.is_empty() {
                self.ahead = Some(cx.ask(Ask::Ahead(self.kind, missing)));
            }
        }
    }

    /// What is seen if the list begins at a place.
    fn page(&self, top: usize) -> &[Row] {
        let end = (top + self.rows).min(self.list.len());
        self.list.get(top..end).unwrap_or_default()
    }

    pub fn awaits(&self, ticket: Ticket) -> bool {
        self.ticket == Some(ticket) || self.ahead == Some(ticket)
    }

    /// Whether the entry under the cursor is still on its way.
    pub fn is_waiting(&self) -> bool {
        self.ticket.is_some() && self.current().is_some() && self.entry().is_none()
    }

    /// What was asked for does not come: it is not waited for. The next movement asks again.
    pub fn give_up(&mut self, ticket: Ticket) {
        for waits in [&mut self.ticket, &mut self.ahead] {
            waits.take_if(|waits| *waits == ticket);
        }
    }

    /// Takes the entries that were asked for.
    pub fn take(&mut self, ticket: Ticket, told: Told, cx: &mut Cx) {
        let Told::Entries(entries) = told else { return };
        match self.ahead.take_if(|ahead| *ahead == ticket) {
            Some(_) => cx.is_unseen = true,
            None => (self.ticket, self.stale) = (None, false),
        }
        // A record that is gone is not asked for again and again.
        let is_empty = entries.is_empty();
        self.entries.extend(entries);
        if !is_empty {
            self.fetch_ahead(cx);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::exchange::Effect;
    use crate::app::world::World;
    use crate::domain::{Lang, Record, date::parse_date};

    fn world() -> World {
        let now = parse_date("2010-06-01").unwrap().and_hms_opt(12, 0, 0).unwrap();
        World::empty(Lang::En, (80, 24), now)
    }

    /// Does the asks of a window as a worker would, and gives back what was asked.
    fn answer(window: &mut Window, cx: &mut Cx) -> Vec<Ask> {
        let mut asked = Vec::new();
        while let Some(Effect::Ask(ticket, ask)) = cx.effects.pop() {
            let (Ask::Entries(kind, rows) | Ask::Ahead(kind, rows)) = &ask else { panic!("{ask:?}") };
            let entry = |row: &Row| {
                let texts = [format!("P{}", row.0)].into_iter().chain(std::iter::repeat_n(String::new(), 11));
                let texts: Vec<String> = texts.collect();
                (
                    *row,
                    Entry::alone(
                        Record::from_texts(*kind, &texts.iter().map(String::as_str).collect::<Vec<_>>()).unwrap(),
                    ),
                )
            };
            let entries = rows.iter().map(entry).collect();
            window.take(ticket, Told::Entries(entries), cx);
            asked.push(ask);
        }
        asked
    }

    #[test]
    fn what_a_page_key_shows_is_there_before_it_is_pressed() {
        let (world, mut tickets) = (world(), Ticket::default());
        let mut cx = Cx::new(&world, &mut tickets);
        let mut window = Window::new(Kind::Person);
        window.set((0..1_000).map(Row).collect(), None, 10, &mut cx);
        answer(&mut window, &mut cx);
        for (action, cursor) in [
            (Action::PageDown, 10),
            (Action::PageDown, 20),
            (Action::Last, 999),
            (Action::PageUp, 989),
            (Action::First, 0),
        ] {
            assert!(window.act(action, 10, &mut cx));
            assert_eq!(window.cursor(), cursor);
            assert!(window.visible().all(|(_, entry)| entry.is_some()), "{action:?}");
            let asked = answer(&mut window, &mut cx);
            assert!(asked.iter().all(|ask| matches!(ask, Ask::Ahead(..))), "{action:?}: {asked:?}");
        }
        assert!(window.entries.len() <= 70, "{}", window.entries.len());
    }

    #[test]
    fn a_change_fetches_what_is_seen_anew_and_forgets_the_rest() {
        let (world, mut tickets) = (world(), Ticket::default());
        let mut cx = Cx::new(&world, &mut tickets);
        let mut window = Window::new(Kind::Person);
        window.set((0..100).map(Row).collect(), Some(50), 10, &mut cx);
        answer(&mut window, &mut cx);
        window.set((0..100).rev().map(Row).collect(), None, 10, &mut cx);
        assert_eq!((window.current(), window.cursor()), (Some(Row(50)), 49));
        assert_eq!(window.entries.len(), 10);
        let asked = answer(&mut window, &mut cx);
        assert!(matches!(&asked[0], Ask::Entries(_, rows) if rows.len() == 10), "{asked:?}");
    }
}
