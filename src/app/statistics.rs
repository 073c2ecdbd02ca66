//! The pane Statistics: its views of the same period, one in front.

use super::cross_table::CrossTable;
use super::dialog::Then;
use super::exchange::{ReadView, Refusal, Sheet, Ticket, Told};
use super::keys::{Action, Focus};
use super::prompt::Answer;
use super::sheet::SheetPart;
use super::view::{Cx, Part};
use super::world::World;
use crate::domain::{SavedView, Text};
use crate::i18n::texts::views as t;
use crate::query::Period;
use crate::stats::sheet::SheetView;

/// The views of statistics, in the order in which Tab goes through them.
#[derive(Debug)]
pub struct Statistics {
    pub views: Vec<Front>,
    /// The place of the one in front.
    pub front: usize,
}

/// A view of statistics.
#[derive(Debug)]
pub enum Front {
    Sheet(Box<SheetPart>),
    Table(Box<CrossTable>),
}

impl Front {
    /// Its name in the line of views.
    pub fn label(&self) -> Text {
        match self {
            Front::Table(_) => t::TABLE,
            Front::Sheet(sheet) => sheet.label(),
        }
    }

    fn part(&self) -> &dyn Part {
        match self {
            Front::Sheet(sheet) => sheet.as_ref(),
            Front::Table(table) => table.as_ref(),
        }
    }

    fn part_mut(&mut self) -> &mut dyn Part {
        match self {
            Front::Sheet(sheet) => sheet.as_mut(),
            Front::Table(table) => table.as_mut(),
        }
    }

    fn period_mut(&mut self) -> &mut Period {
        match self {
            Front::Sheet(sheet) => &mut sheet.asked.question.period,
            Front::Table(table) => &mut table.question.period,
        }
    }
}

impl Statistics {
    pub fn new(period: Period) -> Statistics {
        let sheet = |view| Front::Sheet(Box::new(SheetPart::new(view, period)));
        let views = vec![
            sheet(SheetView::Overview),
            Front::Table(Box::new(CrossTable::new(period))),
            sheet(SheetView::Trend),
            sheet(SheetView::Funnel),
            sheet(SheetView::Timeliness),
            sheet(SheetView::Balance),
            sheet(SheetView::Goals),
        ];
        Statistics { views, front: 0 }
    }

    /// The view in front.
    pub fn front(&self) -> Option<&Front> {
        self.views.get(self.front)
    }

    /// Another view, of the same period.
    fn turn(&mut self, by: usize, cx: &mut Cx) {
        let period = self.views.get_mut(self.front).map(|view| *view.period_mut());
        self.front = (self.front + by) % self.views.len().max(1);
        if let (Some(period), Some(front)) = (period, self.views.get_mut(self.front)) {
            *front.period_mut() = period;
        }
        self.refresh(cx);
    }

    fn with<R>(&mut self, f: impl FnOnce(&mut dyn Part) -> R) -> Option<R> {
        self.views.get_mut(self.front).map(|view| f(view.part_mut()))
    }
}

impl Part for Statistics {
    fn focus(&self) -> Focus {
        self.front().map_or(Focus::Overview, |view| view.part().focus())
    }

    fn refresh(&mut self, cx: &mut Cx) {
        self.with(|part| part.refresh(cx));
    }

    fn act(&mut self, action: Action, cx: &mut Cx) -> bool {
        match action {
            Action::NextView => self.turn(1, cx),
            Action::PreviousView => self.turn(self.views.len() - 1, cx),
            action => return self.with(|part| part.act(action, cx)).unwrap_or(false),
        }
        true
    }

    fn awaits(&self, ticket: Ticket) -> bool {
        self.views.iter().any(|view| view.part().awaits(ticket))
    }

    fn is_waiting(&self) -> bool {
        self.front().is_some_and(|view| view.part().is_waiting())
    }

    fn take(&mut self, ticket: Ticket, told: Result<Told, Refusal>, cx: &mut Cx) {
        if let Some(view) = self.views.iter_mut().find(|view| view.part().awaits(ticket)) {
            view.part_mut().take(ticket, told, cx);
        }
    }

    fn prompted(&mut self, answer: Answer, cx: &mut Cx) {
        self.with(|part| part.prompted(answer, cx));
    }

    fn chosen(&mut self, then: Then, cx: &mut Cx) {
        self.with(|part| part.chosen(then, cx));
    }

    fn to_copy(&self, world: &World) -> Option<String> {
        self.front()?.part().to_copy(world)
    }

    fn sheet_name(&self, world: &World) -> Option<String> {
        self.front()?.part().sheet_name(world)
    }

    fn sheet(&self, world: &World) -> Option<Sheet> {
        self.front()?.part().sheet(world)
    }

    fn to_save(&self, world: &World) -> Option<SavedView> {
        self.front()?.part().to_save(world)
    }

    fn show_saved(&mut self, view: &ReadView, cx: &mut Cx) -> bool {
        let place = self.views.iter_mut().position(|front| front.part_mut().show_saved(view, cx));
        place.into_iter().for_each(|place| self.front = place);
        place.is_some()
    }

    fn locked(&mut self) {
        self.views.iter_mut().for_each(|view| view.part_mut().locked());
    }

    fn saved_as(&mut self, name: &str) {
        self.with(|part| part.saved_as(name));
    }
}
