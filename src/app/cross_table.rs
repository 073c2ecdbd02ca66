//! The cross table: any dimension by any other, any measure. Every number leads to its records and back to its cell.

use super::dialog::{Dialog, Then};
use super::exchange::{Ask, Asked, ReadView, Refusal, Sheet, Table, Ticket, Told};
use super::explain::Explanation;
use super::keys::{Action, Focus};
use super::near_tables::NearTables;
use super::prompt::{Answer, Prompt, Purpose};
use super::records::Records;
use super::report::Report;
use super::sheet::{Chart, of_change};
use super::view::{Cx, Message, Part, Step, View};
use super::world::World;
use crate::domain::{Lang, SavedView, Text, ViewKind};
use crate::i18n::{texts::app as t, texts::report, texts::views};
use crate::query::{Bucket, Compare, Dimension, Filter, Key, Measure, Period, Question, Unit};
use crate::stats::Answer as Counts;
use crate::stats::sheet::{Lead, signed};
use std::sync::Arc;

/// A cross table and its cursor.
#[derive(Debug)]
pub struct CrossTable {
    pub question: Question,
    pub compare: Option<Compare>,
    pub table: Option<Arc<Table>>,
    /// Row and column of the cursor; the one after the last is the total, then the period compared with and the change.
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

    pub(super) fn counts(&self) -> Option<&Counts> {
        self.table.as_ref().map(|table| &table.answer)
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
            order.sort_by_key(|&row| std::cmp::Reverse(self.weight(row, column)));
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
        let lang = cx.world.lang;
        let (row, column) = (self.row_at(self.cursor.0), self.cursor.1);
        let Some(question) = self.cell() else { return };
        let title = match (self.number(row, column), self.is_change(column)) {
            (Some(value), _) => question.measure.said(value, lang),
            (None, true) => format!("{} {}", signed(self.change(row), lang), question.measure.label(lang)),
            (None, false) => return,
        };
        self.explanation = Some(Explanation::ask(title, Lead::count(question), cx));
    }

    /// Opens the records behind the number under the cursor; of a change, the choice of now and before.
    fn open(&self, cx: &mut Cx) {
        let Some(question) = self.cell() else { return };
        let before = self.is_change(self.cursor.1).then(|| self.cell_before(self.row_at(self.cursor.0))).flatten();
        cx.step(match before {
            Some(before) => Step::Open(of_change(&Lead::count(question), &Lead::count(before), cx.world.lang)),
            None => Step::Push(View::Records(Box::new(Records::behind(question)))),
        });
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
            Action::In => self.open(cx),
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
                    cx.say(Message::wrong(report::NO_BEFORE.get(cx.world.lang)));
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
            Then::Behind(lead) => return cx.step(Step::Push(View::Records(Box::new(Records::lead(&lead))))),
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
        self.written(world.lang)
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
