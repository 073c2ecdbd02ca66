//! Looking up anything from anywhere: one box in front of what was there, results while typing. Enter opens a record, or
//! puts a person into the form that was being filled in; Esc leaves everything as it was.

use super::exchange::{Ask, Entry, LookedUp, Refusal, Ticket, Told};
use super::keys::Action;
use super::text_field::TextField;
use super::view::Cx;
use crate::entry::readings;

/// So many lines are a page.
const PAGE: usize = 10;

/// What is typed, and what was found.
#[derive(Debug, Default)]
pub struct LookUp {
    pub field: TextField,
    pub result: LookedUp,
    /// The line that the cursor is on, found ones first, then the near names: on none of these unless it was moved.
    pub cursor: Option<usize>,
    /// Enter was pressed before the answer came.
    entered: bool,
    ticket: Option<Ticket>,
}

impl LookUp {
    /// The records that can be opened.
    pub fn lines(&self) -> impl Iterator<Item = &Entry> {
        self.result.found.iter().chain(&self.result.near)
    }

    /// Whether the answer to what is typed is there.
    pub fn is_answered(&self) -> bool {
        self.ticket.is_none() && !self.field.text().trim().is_empty()
    }

    /// Takes typed text.
    pub fn insert(&mut self, text: &str, cx: &mut Cx) {
        self.field.insert(text, false);
        self.ask(cx);
    }

    /// Does what a key stands for. `false`: it is not for the box.
    pub fn act(&mut self, action: Action, cx: &mut Cx) -> bool {
        match action {
            Action::Up => self.step(-1),
            Action::Down => self.step(1),
            Action::PageUp => self.step(-(PAGE as isize)),
            Action::PageDown => self.step(PAGE as isize),
            Action::LookUp => {
                self.field = TextField::default();
                self.ask(cx);
            }
            action => {
                let before = self.field.text().to_owned();
                if !self.field.act(action) {
                    return false;
                }
                if self.field.text() != before {
                    self.ask(cx);
                }
            }
        }
        true
    }

    fn ask(&mut self, cx: &mut Cx) {
        self.entered = false;
        let typed = self.field.text();
        if typed.trim().is_empty() {
            (self.result, self.cursor, self.ticket) = (LookedUp::default(), None, None);
        } else {
            self.ticket = Some(cx.ask(Ask::LookUp(readings(typed, cx.world.today()))));
        }
    }

    fn step(&mut self, by: isize) {
        let Some(last) = self.lines().count().checked_sub(1) else { return };
        let next = match self.cursor {
            None => 0,
            Some(cursor) => cursor.saturating_add_signed(by).min(last),
        };
        self.cursor = Some(next);
    }

    /// Enter: the record under the cursor. Before the answer has come there is none yet; `take` gives it then.
    pub fn enter(&mut self) -> Option<Entry> {
        self.entered = self.ticket.is_some();
        if self.entered { None } else { self.current().cloned() }
    }

    /// The record under the cursor.
    pub fn current(&self) -> Option<&Entry> {
        self.lines().nth(self.cursor?)
    }

    pub fn awaits(&self, ticket: Ticket) -> bool {
        self.ticket == Some(ticket)
    }

    /// Takes the answer; the record to open, if Enter was pressed before it came.
    ///
    /// # Errors
    /// Why there is no answer.
    pub fn take(&mut self, told: Result<Told, Refusal>) -> Result<Option<Entry>, Refusal> {
        self.ticket = None;
        let told = told.inspect_err(|_| {
            // What was found before is not what is meant now.
            (self.result, self.cursor) = (LookedUp::default(), None);
        })?;
        if let Told::LookedUp(result) = told {
            self.cursor = (!result.found.is_empty()).then_some(0);
            self.result = result;
        }
        Ok(if std::mem::take(&mut self.entered) { self.enter() } else { None })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::{App, Env};
    use crate::domain::field::person;
    use crate::domain::{Kind, Lang, Record, Value};
    use chrono::NaiveDate;

    fn told(aliases: &[&str]) -> Result<Told, Refusal> {
        let entry = |alias: &&str| {
            Entry::alone(Record::new(Kind::Person).with(person::ALIAS, Value::Text((*alias).to_owned())))
        };
        Ok(Told::LookedUp(LookedUp { found: aliases.iter().map(entry).collect(), ..LookedUp::default() }))
    }

    #[test]
    fn enter_never_takes_what_was_found_for_other_words() {
        let now = NaiveDate::from_ymd_opt(2011, 1, 17).unwrap().and_hms_opt(9, 10, 0).unwrap();
        let app = App::new(Lang::En, (80, 24), &Env { now }, false);
        let mut tickets = Ticket::default();
        let mut cx = Cx::new(&app.world, &mut tickets);
        let mut look_up = LookUp::default();
        look_up.insert("a", &mut cx);
        let first = look_up.ticket.unwrap();
        assert!(look_up.take(told(&["Anna", "Asta"])).unwrap().is_none());
        look_up.insert("s", &mut cx);
        assert!(!look_up.awaits(first) && look_up.enter().is_none());
        let taken = look_up.take(told(&["Asta"])).unwrap().unwrap();
        assert_eq!(taken.record.values[person::ALIAS].text(), "Asta");
        // Nothing is taken by an Enter before further letters.
        look_up.insert("t", &mut cx);
        assert!(look_up.enter().is_none());
        look_up.insert("x", &mut cx);
        assert!(look_up.take(told(&["Asta"])).unwrap().is_none());
    }
}
