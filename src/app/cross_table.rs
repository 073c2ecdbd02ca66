//! The cross table: any dimension by any other, any measure. Every number leads to its records and back to its cell.

use super::dialog::{Dialog, Then};
use super::exchange::{Ask, Asked, ReadView, Refusal, Sheet, Table, Ticket, Told};
use super::explain::Explanation;
use super::keys::{Action, Focus};
use super::near_tables::NearTables;
use super::prompt::{Answer, Prompt, Purpose};
use super::records::Records;
use super::report::Report;
use super::sheet::Chart;
use super::view::{Cx, Message, Part, Step, View};
use super::world::World;
use crate::domain::{Lang, SavedView, Text, ViewKind};
use crate::i18n::{number, texts::app as t, texts::common, texts::views};
use crate::query::{Bucket, Compare, Dimension, Filter, Key, Measure, Period, Question, Unit};
use crate::stats::sheet::Lead;
use crate::stats::{Answer as Counts, Axis};
use std::sync::Arc;

/// A cross table and its cursor.
#[derive(Debug)]
pub struct CrossTable {
    pub question: Question,
    pub compare: Option<Compare>,
    pub table: Option<Arc<Table>>,
    /// Row and column of the cursor; the one after the last is the total, then the period compared with.
    pub cursor: (usize, usize),
    pub shares: Shares,
    pub drawn: Drawn,
    /// Rows are sorted by the numbers of that column, largest first; `None` is the list's order.
    pub sorted: Option<usize>,
    /// The rows in the order in which they are shown.
    pub order: Vec<usize>,
    /// The saved view that it was taken from.
    name: Option<String>,
    explanation: Option<Explanation>,
    ticket: Option<Ticket>,
    near: NearTables,
}

/// What the numbers are shown as shares of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Shares {
    /// Nothing: counts.
    #[default]
    Off,
    Row,
    Column,
    All,
}

impl Shares {
    const CODES: [(Shares, &'static str, Text); 4] = [
        (Shares::Off, "", views::SHARES_OFF),
        (Shares::Row, "row", views::SHARES_OF_ROW),
        (Shares::Column, "column", views::SHARES_OF_COLUMN),
        (Shares::All, "all", views::SHARES_OF_ALL),
    ];

    fn place(self) -> usize {
        Shares::CODES.iter().position(|(shares, ..)| *shares == self).unwrap_or(0)
    }

    fn next(self) -> Shares {
        Shares::CODES[(self.place() + 1) % Shares::CODES.len()].0
    }

    /// What the numbers are, in words.
    pub fn label(self) -> Text {
        Shares::CODES[self.place()].2
    }
}

/// How the table is drawn: as numbers, with bars of one column beside them, or as those bars only.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Drawn {
    #[default]
    Table,
    Beside(Chart),
    Only(Chart),
}

impl Drawn {
    const CODES: [(Drawn, &'static str); 5] = [
        (Drawn::Table, ""),
        (Drawn::Beside(Chart::Blocks), "beside"),
        (Drawn::Only(Chart::Blocks), "bars"),
        (Drawn::Beside(Chart::Ascii), "beside-ascii"),
        (Drawn::Only(Chart::Ascii), "bars-ascii"),
    ];

    fn place(self) -> usize {
        Drawn::CODES.iter().position(|(drawn, _)| *drawn == self).unwrap_or(0)
    }

    fn next(self) -> Drawn {
        Drawn::CODES[(self.place() + 1) % Drawn::CODES.len()].0
    }
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
        CrossTable {
            question,
            compare: None,
            table: None,
            cursor: (0, 0),
            shares: Shares::default(),
            drawn: Drawn::default(),
            sorted: None,
            order: Vec::new(),
            name: None,
            explanation: None,
            ticket: None,
            near: NearTables::default(),
        }
    }

    fn counts(&self) -> Option<&Counts> {
        self.table.as_ref().map(|table| &table.answer)
    }

    /// The table of the period that it is compared with.
    pub fn compared(&self) -> Option<&(Question, Counts)> {
        self.table.as_ref()?.compared.as_ref()
    }

    /// How many rows and columns the cursor moves over, totals and what is compared included where there are any.
    pub fn size(&self) -> (usize, usize) {
        let places = |axis: &Axis| axis.len() + usize::from(axis.dimension.is_some());
        let (rows, columns) = self.counts().map_or((1, 1), |counts| (places(&counts.rows), places(&counts.columns)));
        (rows, columns + usize::from(self.compared().is_some()))
    }

    /// Which row of the answer is shown at a place; the total stays last.
    pub fn row_at(&self, place: usize) -> usize {
        self.order.get(place).copied().unwrap_or(place)
    }

    /// Whether a column is that of the period compared with.
    pub fn is_compared(&self, column: usize) -> bool {
        self.compared().is_some() && column + 1 == self.size().1
    }

    /// The number in a row of the answer and a column; the place after the last is the total.
    pub fn number(&self, row: usize, column: usize) -> Option<u64> {
        if self.is_compared(column) {
            return self.before(row);
        }
        let counts = self.counts()?;
        match (row < counts.rows.len(), column < counts.columns.len()) {
            (true, true) => counts.cells.get(row)?.get(column).copied(),
            (true, false) => counts.row_totals.get(row).copied(),
            (false, true) => counts.column_totals.get(column).copied(),
            (false, false) => Some(counts.total),
        }
    }

    /// The total of a row in the period compared with: its row has the same code, or stands at the same place in time.
    fn before(&self, row: usize) -> Option<u64> {
        let (counts, (_, compared)) = (self.counts()?, self.compared()?);
        match counts.rows.values.get(row) {
            None if row >= counts.rows.len() => Some(compared.total),
            None => Some(compared.row_totals.first().copied().unwrap_or(compared.total)),
            Some(_) => Some(self.row_before(row).and_then(|row| compared.row_totals.get(row).copied()).unwrap_or(0)),
        }
    }

    /// The row of the period compared with that stands beside a row.
    fn row_before(&self, row: usize) -> Option<usize> {
        let (counts, (_, compared)) = (self.counts()?, self.compared()?);
        let code = counts.rows.code(row)?;
        match counts.rows.dimension.map(Dimension::key) {
            Some(Key::Time(_)) => (row < compared.rows.len()).then_some(row),
            _ => compared.rows.values.iter().position(|value| value.code == code),
        }
    }

    /// The question behind the number under the cursor.
    fn cell(&self) -> Option<Question> {
        let counts = self.counts()?;
        let (row, column) = (self.row_at(self.cursor.0), self.cursor.1);
        if self.is_compared(column) {
            let (question, compared) = self.compared()?;
            // A row that the other period does not have is none of its records.
            let code = match counts.rows.code(row) {
                Some(code) => Some(self.row_before(row).and_then(|row| compared.rows.code(row)).unwrap_or(code)),
                None => None,
            };
            return Some(question.cell(code, None));
        }
        Some(self.question.cell(counts.rows.code(row), counts.columns.code(column)))
    }

    fn asked(&self) -> Asked {
        Asked { question: self.question.clone(), compare: self.compare }
    }

    /// Shows what is asked now if it is kept, else asks for it.
    fn ask(&mut self, cx: &mut Cx) {
        let asked = self.asked();
        match self.near.find(&asked, cx.world.today()) {
            Some(table) => {
                self.ticket = None;
                self.show(table, cx);
            }
            None => {
                self.near.stop();
                self.ticket = Some(cx.ask(Ask::Table(Box::new(asked))));
            }
        }
    }

    /// Shows the table that is asked now.
    fn show(&mut self, table: Arc<Table>, cx: &mut Cx) {
        self.near.shown(self.asked(), &table, self.beside(), cx);
        self.table = Some(table);
        self.arrange();
        let (rows, columns) = self.size();
        self.cursor = (self.cursor.0.min(rows - 1), self.cursor.1.min(columns - 1));
    }

    /// What is asked by the keys that lead to another table at once, without a choice.
    fn beside(&self) -> Vec<Asked> {
        let Asked { question, compare } = self.asked();
        let swapped = Question { rows: question.columns, columns: question.rows, ..question.clone() };
        let periods = [false, true].into_iter().filter_map(|later| question.period.beside(later));
        let moved = periods.map(|period| Question { period, ..question.clone() });
        std::iter::once(swapped).chain(moved).map(|question| Asked { question, compare }).collect()
    }

    /// Puts the rows in their order.
    fn arrange(&mut self) {
        let rows = self.counts().filter(|c| c.rows.dimension.is_some()).map_or(0, |counts| counts.rows.len());
        let mut order: Vec<usize> = (0..rows).collect();
        if let Some(column) = self.sorted {
            let column = column.min(self.size().1 - 1);
            order.sort_by_key(|&row| std::cmp::Reverse(self.number(row, column).unwrap_or(0)));
        }
        self.order = order;
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

    fn explain(&mut self, cx: &mut Cx) {
        let value = self.number(self.row_at(self.cursor.0), self.cursor.1);
        if let (Some(value), Some(question)) = (value, self.cell()) {
            let lang = cx.world.lang;
            let title = format!("{} {}", number(value as i64, lang), question.measure.label(lang));
            self.explanation = Some(Explanation::ask(title, Lead::count(question), cx));
        }
    }
}

impl Part for CrossTable {
    fn focus(&self) -> Focus {
        Focus::CrossTable
    }

    fn refresh(&mut self, cx: &mut Cx) {
        self.near.forget();
        self.ask(cx);
    }

    fn act(&mut self, action: Action, cx: &mut Cx) -> bool {
        let lang = cx.world.lang;
        let (rows, columns) = self.size();
        if let Some(moved) = super::cursor::moved(self.cursor.0, action, rows - 1, 10) {
            self.cursor.0 = moved;
            return true;
        }
        match action {
            Action::Left if self.cursor.1 == 0 => return false,
            Action::Left => self.cursor.1 -= 1,
            Action::Right => self.cursor.1 = (self.cursor.1 + 1).min(columns - 1),
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
                self.sorted = None;
                self.ask(cx);
            }
            Action::Sort => {
                self.sorted = if self.sorted == Some(self.cursor.1) { None } else { Some(self.cursor.1) };
                self.arrange();
                let said = if self.sorted.is_some() { views::SORTED_DOWN } else { views::SORTED_LIST };
                cx.say(Message::done(said.get(lang)));
            }
            Action::Shares => {
                self.shares = self.shares.next();
                cx.say(Message::done(self.shares.label().get(lang)));
            }
            Action::Chart => self.drawn = self.drawn.next(),
            Action::Compare => {
                let text = self.compare.map_or("previous".to_owned(), |compare| compare.to_string());
                cx.step(Step::Prompt(Prompt::new(Purpose::Compare, &text)));
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
            Action::Explain => self.explain(cx),
            Action::Summary => cx.step(Step::Push(View::Report(Report::new(self.question.period, lang)))),
            _ => return false,
        }
        true
    }

    fn awaits(&self, ticket: Ticket) -> bool {
        self.ticket == Some(ticket)
            || self.near.awaits(ticket)
            || self.explanation.as_ref().is_some_and(|asked| asked.awaits(ticket))
    }

    fn is_waiting(&self) -> bool {
        self.ticket.is_some() || self.explanation.is_some()
    }

    fn take(&mut self, ticket: Ticket, told: Result<Told, Refusal>, cx: &mut Cx) {
        if let Some(asked) = self.explanation.take_if(|asked| asked.awaits(ticket)) {
            return match told {
                Ok(told) => asked.tell(&told, cx),
                Err(refusal) => cx.refuse(refusal),
            };
        }
        if self.near.awaits(ticket) {
            return self.near.take(told, cx);
        }
        self.ticket = None;
        match told {
            Ok(Told::Table(table)) => self.show(Arc::from(table), cx),
            Ok(_) => {}
            Err(refusal) => cx.refuse(refusal),
        }
    }

    fn prompted(&mut self, answer: Answer, cx: &mut Cx) {
        match answer {
            Answer::Filter(filter) => self.question.filter = filter,
            Answer::Period(period) => self.question.period = period,
            Answer::Compare(compare) => {
                self.compare = compare;
                if compare.is_some_and(|compare| compare.period(&self.question.period, cx.world.today()).is_none()) {
                    cx.say(Message::wrong(t::NO_PERIOD_BESIDE.get(cx.world.lang)));
                }
            }
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
        self.sorted = None;
        self.ask(cx);
    }

    fn to_copy(&self, world: &World) -> Option<String> {
        self.sheet(world).map(|sheet| sheet.text())
    }

    fn sheet_name(&self, world: &World) -> Option<String> {
        let what = self.question.measure.label(world.lang);
        self.table.as_ref().map(|_| format!("{}-{what}-{}", views::TABLE.get(world.lang), self.question.period))
    }

    fn sheet(&self, world: &World) -> Option<Sheet> {
        let counts = self.counts()?;
        let total = || common::TOTAL.get(world.lang).to_owned();
        let (rows, columns) = self.size();
        let label = |axis: &Axis, place: usize| axis.values.get(place).map_or_else(total, |value| value.label.clone());
        let head = |column: usize| match self.compared() {
            Some((compared, _)) if self.is_compared(column) => compared.period.to_string(),
            _ => label(&counts.columns, column),
        };
        let row = |place: usize| {
            let row = self.row_at(place);
            let numbers = (0..columns).map(|column| self.number(row, column).unwrap_or(0).to_string());
            std::iter::once(label(&counts.rows, row)).chain(numbers).collect()
        };
        let rows_are = counts.rows.dimension.map_or("", |dimension| dimension.label(world.lang)).to_owned();
        let head = std::iter::once(rows_are).chain((0..columns).map(head)).collect();
        Some(Sheet { head, rows: (0..rows).map(row).collect() })
    }

    fn to_save(&self, _world: &World) -> Option<SavedView> {
        let question = &self.question;
        let code = |dimension: Option<Dimension>| dimension.map(|d| d.code().to_owned());
        Some(SavedView {
            name: self.name.clone().unwrap_or_default(),
            view: ViewKind::Table,
            measure: question.measure.code().to_owned(),
            filter: question.filter.to_string(),
            period: question.period.to_string(),
            sort: self.sorted.map(|column| column.to_string()).unwrap_or_default(),
            rows: code(question.rows).unwrap_or_default(),
            columns: code(question.columns).into_iter().collect(),
            compare: self.compare.map(|compare| compare.to_string()).unwrap_or_default(),
            shares: Shares::CODES[self.shares.place()].1.to_owned(),
            chart: Drawn::CODES[self.drawn.place()].1.to_owned(),
        })
    }

    fn show_saved(&mut self, view: &ReadView, cx: &mut Cx) -> bool {
        let saved = &view.saved;
        if saved.view != ViewKind::Table {
            return false;
        }
        let dimension = |code: &str| Dimension::parse(code, view.measure).ok();
        self.question = Question {
            measure: view.measure,
            rows: dimension(&saved.rows),
            columns: saved.columns.first().and_then(|code| dimension(code)),
            period: view.period,
            filter: view.filter.clone(),
        };
        self.compare = Compare::parse(&saved.compare, cx.world.today()).ok();
        self.sorted = saved.sort.parse().ok();
        self.shares = Shares::CODES.iter().find(|(_, code, _)| *code == saved.shares).map_or(Shares::Off, |(s, ..)| *s);
        self.drawn = Drawn::CODES.iter().find(|(_, code)| *code == saved.chart).map_or(Drawn::Table, |(d, _)| *d);
        self.name = Some(saved.name.clone());
        self.cursor = (0, 0);
        true
    }

    fn locked(&mut self) {
        self.near.forget();
    }

    fn saved_as(&mut self, name: &str) {
        self.name = Some(name.to_owned());
    }
}
