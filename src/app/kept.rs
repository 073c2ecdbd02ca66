//! A kept print: which of its figures are others today, and the records that made the difference; and the print itself,
//! as it was.

use super::awaited::Awaited;
use super::cursor::moved;
use super::exchange::{Ask, KeptPrint, PrintLine, Refusal, Ticket, Told};
use super::geometry::body_rows;
use super::keys::{Action, Focus};
use super::page::Page;
use super::records::Records;
use super::view::{Cx, Part, Step, View};
use crate::domain::Shown;

/// So many records that made a difference are shown of each figure.
pub const CAUSES: usize = 8;

/// A kept print compared with today.
#[derive(Debug)]
pub struct Kept {
    pub line: PrintLine,
    pub print: Awaited<KeptPrint>,
    /// 0 is the print itself.
    pub cursor: usize,
}

/// A line that the cursor can stand on, below the first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    Figure(usize),
    Cause(usize, usize),
}

impl Kept {
    pub fn new(line: PrintLine) -> Kept {
        Kept { line, print: Awaited::default(), cursor: 0 }
    }

    /// The lines below the first: each figure and its causes.
    pub fn places(&self) -> Vec<Place> {
        let changed = self.print.answer().map_or(&[][..], |print| &print.changed);
        let of = |(place, figure): (usize, &super::exchange::ChangedFigure)| {
            let causes = (0..figure.causes.len().min(CAUSES)).map(move |cause| Place::Cause(place, cause));
            std::iter::once(Place::Figure(place)).chain(causes).collect::<Vec<_>>()
        };
        changed.iter().enumerate().flat_map(of).collect()
    }

    fn open(&self) -> Option<View> {
        let print = self.print.answer()?;
        let Some(place) = self.cursor.checked_sub(1) else {
            return Some(View::Pages(Pages::new(self.line.title.clone(), print.lines.clone())));
        };
        match *self.places().get(place)? {
            Place::Figure(figure) => {
                let question = print.changed.get(figure)?.question.clone()?;
                Some(View::Records(Box::new(Records::behind(question))))
            }
            Place::Cause(figure, cause) => {
                let cause = print.changed.get(figure)?.causes.get(cause)?;
                cause.entry.as_ref()?;
                Some(View::Page(Page::new(cause.kind, cause.own.clone())))
            }
        }
    }
}

impl Part for Kept {
    fn focus(&self) -> Focus {
        Focus::More
    }

    fn refresh(&mut self, cx: &mut Cx) {
        self.print.ask(Ask::KeptPrint(self.line.seq), cx);
    }

    fn act(&mut self, action: Action, cx: &mut Cx) -> bool {
        if let Some(moved) = moved(self.cursor, action, self.places().len(), 10) {
            self.cursor = moved;
            return true;
        }
        match action {
            Action::In | Action::Right => self.open().into_iter().for_each(|view| cx.step(Step::Push(view))),
            _ => return false,
        }
        true
    }

    fn awaits(&self, ticket: Ticket) -> bool {
        self.print.awaits(ticket)
    }

    fn is_waiting(&self) -> bool {
        self.print.is_waiting()
    }

    fn take(&mut self, _ticket: Ticket, told: Result<Told, Refusal>, _cx: &mut Cx) {
        self.print.take(told, |told| match told {
            Told::KeptPrint(print) => Some(*print),
            _ => None,
        });
        self.cursor = self.cursor.min(self.places().len());
    }
}

/// Pages as they were printed, to scroll.
#[derive(Debug)]
pub struct Pages {
    pub title: Shown,
    pub lines: Vec<Shown>,
    pub top: usize,
}

impl Pages {
    pub fn new(title: Shown, lines: Vec<Shown>) -> Pages {
        Pages { title, lines, top: 0 }
    }
}

impl Part for Pages {
    fn focus(&self) -> Focus {
        Focus::More
    }

    fn refresh(&mut self, _cx: &mut Cx) {}

    fn act(&mut self, action: Action, cx: &mut Cx) -> bool {
        let rows = body_rows(cx.world.size).saturating_sub(1);
        let moved = moved(self.top, action, self.lines.len().saturating_sub(rows), rows);
        moved.into_iter().for_each(|top| self.top = top);
        moved.is_some()
    }
}
