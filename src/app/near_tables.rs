//! The cross tables that the next key may lead to, counted while nothing else is to be done, and those just left: such a
//! table is shown in the frame of the key.

use super::exchange::{Ask, Asked, Refusal, Table, Ticket, Told};
use super::view::Cx;
use chrono::NaiveDate;
use std::collections::VecDeque;
use std::sync::Arc;

/// So many tables are kept.
const MOST_TABLES: usize = 12;
/// A table of more cells, totals included, is not kept.
const MOST_CELLS: usize = 20_000;

/// Tables that stand as they would be counted now. Whoever has them forgets them when anything was changed.
#[derive(Debug, Default)]
pub(super) struct NearTables {
    /// The one shown last at the end.
    kept: VecDeque<(Asked, Arc<Table>)>,
    /// The day that they were counted for.
    day: Option<NaiveDate>,
    /// What is to be counted yet, the likeliest first, and what of it is on its way.
    wanted: VecDeque<Asked>,
    ticket: Option<(Ticket, Asked)>,
}

impl NearTables {
    /// The table that was asked, if it is kept.
    pub fn find(&mut self, asked: &Asked, today: NaiveDate) -> Option<Arc<Table>> {
        if self.day != Some(today) {
            self.forget();
        }
        let found = self.kept.iter().position(|(kept, _)| kept == asked)?;
        let found = self.kept.remove(found)?;
        self.kept.push_back(found);
        self.kept.back().map(|(_, table)| Arc::clone(table))
    }

    /// Keeps the table that is shown, and asks for those that the next key may lead to. Beside one that is too large
    /// others are too.
    pub fn shown(&mut self, asked: Asked, table: &Arc<Table>, next: impl IntoIterator<Item = Asked>, cx: &mut Cx) {
        self.stop();
        if self.day != Some(cx.world.today()) {
            self.forget();
            self.day = Some(cx.world.today());
        }
        if self.keep(asked, table) {
            self.wanted.extend(next);
            self.ask(cx);
        }
    }

    /// Asks for no more of them.
    pub fn stop(&mut self) {
        self.wanted.clear();
        self.ticket = None;
    }

    pub fn forget(&mut self) {
        *self = NearTables::default();
    }

    pub fn awaits(&self, ticket: Ticket) -> bool {
        self.ticket.as_ref().is_some_and(|(awaited, _)| *awaited == ticket)
    }

    /// Takes what it waits for, and asks for the next. One that cannot be counted is not there, and nothing is said.
    pub fn take(&mut self, told: Result<Told, Refusal>, cx: &mut Cx) {
        cx.is_unseen = true;
        if let (Some((_, asked)), Ok(Told::Table(table))) = (self.ticket.take(), told) {
            self.keep(asked, &Arc::from(table));
        }
        self.ask(cx);
    }

    fn keep(&mut self, asked: Asked, table: &Arc<Table>) -> bool {
        let (rows, columns) = (table.answer.rows.len(), table.answer.columns.len());
        let is_small = (rows + 1) * (columns + 1) <= MOST_CELLS;
        if is_small {
            self.kept.retain(|(kept, _)| *kept != asked);
            self.kept.push_back((asked, Arc::clone(table)));
            let surplus = self.kept.len().saturating_sub(MOST_TABLES);
            self.kept.drain(..surplus);
        }
        is_small
    }

    /// Asks for one table at a time: a count is not interrupted, and a key waits for one at most.
    fn ask(&mut self, cx: &mut Cx) {
        while let Some(next) = self.wanted.pop_front() {
            if self.kept.iter().all(|(kept, _)| *kept != next) {
                let ticket = cx.ask(Ask::TableAhead(Box::new(next.clone())));
                self.ticket = Some((ticket, next));
                return;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::exchange::{Effect, RefusalKind};
    use crate::app::world::World;
    use crate::domain::date::parse_date;
    use crate::domain::{Lang, Shown};
    use crate::query::{Filter, Measure, Period, Question};
    use crate::stats::{Answer, Axis, AxisValue};

    fn asked(year: &str) -> Asked {
        let period = Period::parse(year, day("2010-06-01")).unwrap();
        Asked { question: Question::count(Measure::Contacts, period, Filter::default()), compare: None }
    }

    fn day(text: &str) -> NaiveDate {
        parse_date(text).unwrap()
    }

    fn world(today: &str) -> World {
        World::empty(Lang::En, (80, 24), day(today).and_hms_opt(12, 0, 0).unwrap())
    }

    /// A table of so many rows.
    fn table(rows: usize) -> Table {
        let axis = || Axis { dimension: None, values: Vec::new() };
        let value = || AxisValue { code: String::new(), label: String::new() };
        let dimension = crate::query::Dimension::all(Measure::Contacts).next();
        let answer = Answer {
            from: None,
            to: None,
            rows: Axis { dimension, values: (0..rows).map(|_| value()).collect() },
            columns: axis(),
            cells: Vec::new(),
            row_totals: Vec::new(),
            column_totals: Vec::new(),
            total: 0,
            without_person: 0,
            without_value: 0,
        };
        Table { answer, compared: None, filter: Shown::default(), is_new: false }
    }

    /// What is asked now.
    fn next(cx: &mut Cx) -> Option<Asked> {
        match cx.effects.pop()? {
            Effect::Ask(_, Ask::TableAhead(asked)) => Some(*asked),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn what_the_next_key_leads_to_is_asked_one_after_the_other_and_kept() {
        let (world, mut tickets) = (world("2010-06-01"), Ticket::default());
        let mut cx = Cx::new(&world, &mut tickets);
        let mut near = NearTables::default();
        near.shown(asked("2010"), &Arc::new(table(1)), ["2010", "2009", "2011", "2012"].map(asked), &mut cx);
        assert_eq!(next(&mut cx), Some(asked("2009")));
        assert!(near.awaits(Ticket(1)) && cx.effects.is_empty());
        near.take(Ok(Told::Table(Box::new(table(2)))), &mut cx);
        assert!(cx.is_unseen);
        assert_eq!(next(&mut cx), Some(asked("2011")));
        near.take(Err(Refusal { message: Shown::default(), kind: RefusalKind::Other }), &mut cx);
        assert_eq!(next(&mut cx), Some(asked("2012")));
        near.take(Ok(Told::Table(Box::new(table(MOST_CELLS)))), &mut cx);
        assert_eq!(next(&mut cx), None);
        let mut rows = |year| near.find(&asked(year), world.today()).map(|table| table.answer.rows.len());
        assert_eq!(["2010", "2009", "2011", "2012"].map(&mut rows), [Some(1), Some(2), None, None]);
    }

    #[test]
    fn nothing_is_asked_beside_a_table_that_is_too_large_to_be_kept() {
        let (world, mut tickets) = (world("2010-06-01"), Ticket::default());
        let mut cx = Cx::new(&world, &mut tickets);
        let mut near = NearTables::default();
        near.shown(asked("2010"), &Arc::new(table(MOST_CELLS)), [asked("2009")], &mut cx);
        assert_eq!((next(&mut cx), near.kept.len()), (None, 0));
    }

    #[test]
    fn the_tables_shown_last_are_kept() {
        let (world, mut tickets) = (world("2010-06-01"), Ticket::default());
        let mut cx = Cx::new(&world, &mut tickets);
        let mut near = NearTables::default();
        for year in 2001..=2014 {
            near.shown(asked(&year.to_string()), &Arc::new(table(1)), [], &mut cx);
            assert!(near.find(&asked("2001"), world.today()).is_some());
        }
        assert_eq!(near.kept.len(), MOST_TABLES);
        assert!(near.find(&asked("2002"), world.today()).is_none());
        assert!(near.find(&asked("2014"), world.today()).is_some());
    }

    #[test]
    fn a_table_of_yesterday_is_counted_anew() {
        let (before, after, mut tickets) = (world("2010-06-01"), world("2010-06-02"), Ticket::default());
        let mut near = NearTables::default();
        near.shown(asked("2010"), &Arc::new(table(1)), [asked("2009")], &mut Cx::new(&before, &mut tickets));
        assert!(near.find(&asked("2010"), before.today()).is_some());
        let mut late = Cx::new(&after, &mut tickets);
        near.take(Ok(Told::Table(Box::new(table(1)))), &mut late);
        assert!(near.find(&asked("2009"), after.today()).is_none(), "it was asked for the day before");
        assert!(near.find(&asked("2010"), before.today()).is_none());
    }
}
