//! The cross table: any dimension by any other, any measure. Every number leads to its records and back to its cell.

use super::dialog::{Dialog, Then};
use super::exchange::{Ask, Refusal, Table, Ticket, Told};
use super::explain::Explanation;
use super::keys::{Action, Focus};
use super::prompt::{Answer, Prompt, Purpose};
use super::records::Records;
use super::report::Report;
use super::view::{Cx, Message, Part, Step, View};
use super::world::World;
use crate::domain::Lang;
use crate::i18n::texts::app as t;
use crate::query::{Bucket, Dimension, Filter, Key, Measure, Period, Question, Unit};
use crate::stats::{Answer as Counts, Axis};

/// A cross table and its cursor.
#[derive(Debug)]
pub struct CrossTable {
    pub question: Question,
    pub table: Option<Table>,
    /// Row and column of the cursor; the one after the last is the total.
    pub cursor: (usize, usize),
    explanation: Option<Explanation>,
    ticket: Option<Ticket>,
}

/// The period that statistics start with: the project's, else this year.
pub fn first_period(world: &World) -> Period {
    world.period.unwrap_or_else(|| Period::of(Bucket::containing(Unit::Year, world.today())))
}

impl CrossTable {
    /// The table that is shown first: contacts by role and half-year.
    pub fn new(period: Period) -> CrossTable {
        let measure = Measure::Contacts;
        let question = Question {
            measure,
            rows: Dimension::of(Key::Role, measure),
            columns: Dimension::of(Key::Time(Unit::Half), measure),
            period,
            filter: Filter::default(),
        };
        CrossTable { question, table: None, cursor: (0, 0), explanation: None, ticket: None }
    }

    fn counts(&self) -> Option<&Counts> {
        self.table.as_ref().map(|table| &table.answer)
    }

    /// How many rows and columns the cursor moves over, totals included where there are any.
    pub fn size(&self) -> (usize, usize) {
        let places = |axis: &Axis| axis.len() + usize::from(axis.dimension.is_some());
        self.counts().map_or((1, 1), |counts| (places(&counts.rows), places(&counts.columns)))
    }

    /// The number at a place; the place after the last is the total.
    pub fn number(&self, row: usize, column: usize) -> Option<u64> {
        let counts = self.counts()?;
        match (row < counts.rows.len(), column < counts.columns.len()) {
            (true, true) => counts.cells.get(row)?.get(column).copied(),
            (true, false) => counts.row_totals.get(row).copied(),
            (false, true) => counts.column_totals.get(column).copied(),
            (false, false) => Some(counts.total),
        }
    }

    /// The question behind the number under the cursor.
    fn cell(&self) -> Option<Question> {
        let counts = self.counts()?;
        let (row, column) = self.cursor;
        let code = |axis: &Axis, place: usize| axis.values.get(place).map(|value| value.code.clone());
        let (row, column) = (code(&counts.rows, row), code(&counts.columns, column));
        Some(self.question.cell(row.as_deref(), column.as_deref()))
    }

    fn ask(&mut self, cx: &mut Cx) {
        self.ticket = Some(cx.ask(Ask::Table(self.question.clone())));
    }

    /// The same layout for another measure, as far as it has those dimensions.
    fn measure(&mut self, measure: Measure) {
        let keep = |dimension: Option<Dimension>| dimension.and_then(|d| Dimension::of(d.key(), measure));
        let kept = self.question.filter.terms().iter().filter(|term| term.key.is_for(measure));
        let filter = kept.cloned().fold(Filter::default(), Filter::and);
        self.question = Question {
            measure,
            rows: keep(self.question.rows),
            columns: keep(self.question.columns),
            filter,
            ..self.question.clone()
        };
        self.cursor = (0, 0);
    }

    fn choose_dimension(&self, rows: bool, lang: Lang) -> Dialog {
        let current = if rows { self.question.rows } else { self.question.columns };
        let then = |dimension| if rows { Then::Rows(dimension) } else { Then::Columns(dimension) };
        let title = if rows { t::CHOOSE_ROWS } else { t::CHOOSE_COLUMNS };
        let none = Dialog::new(title.get(lang)).choice(t::NO_DIMENSION.get(lang), then(None));
        let all: Vec<Dimension> = Dimension::all(self.question.measure).collect();
        let at = all.iter().position(|d| Some(*d) == current).map_or(0, |place| place + 1);
        all.iter().fold(none, |dialog, d| dialog.choice(d.label(lang), then(Some(*d)))).at(at)
    }

    fn choose_measure(&self, lang: Lang) -> Dialog {
        let all = Measure::ALL.into_iter().filter(|m| m.is_counted());
        let at = all.clone().position(|m| m == self.question.measure).unwrap_or(0);
        let dialog = Dialog::new(t::CHOOSE_MEASURE.get(lang));
        all.fold(dialog, |dialog, m| dialog.choice(m.label(lang), Then::Measure(m))).at(at)
    }
}

impl Part for CrossTable {
    fn focus(&self) -> Focus {
        Focus::CrossTable
    }

    fn refresh(&mut self, cx: &mut Cx) {
        self.ask(cx);
    }

    fn act(&mut self, action: Action, cx: &mut Cx) -> bool {
        let lang = cx.world.lang;
        let (rows, columns) = self.size();
        let (row, column) = &mut self.cursor;
        match action {
            Action::Up => *row = row.saturating_sub(1),
            Action::Down => *row = (*row + 1).min(rows - 1),
            Action::PageUp | Action::First => *row = 0,
            Action::PageDown | Action::Last => *row = rows - 1,
            Action::Left if *column == 0 => return false,
            Action::Left => *column -= 1,
            Action::Right => *column = (*column + 1).min(columns - 1),
            Action::In => {
                if let Some(question) = self.cell() {
                    cx.step(Step::Push(View::Records(Box::new(Records::behind(question)))));
                }
            }
            Action::Rows => cx.step(Step::Open(self.choose_dimension(true, lang))),
            Action::Columns => cx.step(Step::Open(self.choose_dimension(false, lang))),
            Action::Measure => cx.step(Step::Open(self.choose_measure(lang))),
            Action::Swap => {
                std::mem::swap(&mut self.question.rows, &mut self.question.columns);
                self.cursor = (self.cursor.1, self.cursor.0);
                self.ask(cx);
            }
            Action::Period => {
                cx.step(Step::Prompt(Prompt::new(Purpose::Period, &self.question.period.to_string())));
            }
            Action::Filter => {
                let purpose = Purpose::Filter(self.question.measure);
                cx.step(Step::Prompt(Prompt::new(purpose, &self.question.filter.to_string())));
            }
            Action::Earlier | Action::Later => match self.question.period.beside(action == Action::Later) {
                Some(beside) => {
                    self.question.period = beside;
                    self.ask(cx);
                }
                None => cx.say(Message::wrong(t::NO_PERIOD_BESIDE.get(lang))),
            },
            Action::Explain => {
                if let (Some(value), Some(question)) = (self.number(self.cursor.0, self.cursor.1), self.cell()) {
                    self.explanation = Some(Explanation::ask(question, value, self.counts(), cx));
                }
            }
            Action::Summary => cx.step(Step::Push(View::Report(Report::new(self.question.period, lang)))),
            _ => return false,
        }
        true
    }

    fn awaits(&self, ticket: Ticket) -> bool {
        self.ticket == Some(ticket) || self.explanation.as_ref().is_some_and(|asked| asked.awaits(ticket))
    }

    fn is_waiting(&self) -> bool {
        self.ticket.is_some() || self.explanation.is_some()
    }

    fn take(&mut self, ticket: Ticket, told: Result<Told, Refusal>, cx: &mut Cx) {
        let explained = self.explanation.take_if(|asked| asked.awaits(ticket));
        if explained.is_none() {
            self.ticket = None;
        }
        match told {
            Ok(told @ Told::Reading(..)) => explained.into_iter().for_each(|asked| asked.tell(&told, cx)),
            Ok(Told::Table(table)) => {
                let (row, column) = self.cursor;
                self.table = Some(*table);
                let (rows, columns) = self.size();
                self.cursor = (row.min(rows - 1), column.min(columns - 1));
            }
            Ok(_) => {}
            Err(refusal) => cx.refuse(refusal),
        }
    }

    fn prompted(&mut self, answer: Answer, cx: &mut Cx) {
        match answer {
            Answer::Filter(filter) => self.question.filter = filter,
            Answer::Period(period) => self.question.period = period,
            _ => return,
        }
        self.ask(cx);
    }

    fn chosen(&mut self, then: Then, cx: &mut Cx) {
        match then {
            Then::Rows(dimension) => self.question.rows = dimension,
            Then::Columns(dimension) => self.question.columns = dimension,
            Then::Measure(measure) => self.measure(measure),
            _ => return,
        }
        self.cursor = (0, 0);
        self.ask(cx);
    }
}
