//! A kept print: which of its figures are others today, and the records that made the difference; and the print itself,
//! as it was.

use super::awaited::Awaited;
use super::cursor::moved;
use super::dialog::Then;
use super::exchange::{Ask, KeptPrint, Paper, PrintLine, Refusal, Ticket, Told};
use super::geometry::body_rows;
use super::keys::{Action, Focus};
use super::page::Page;
use super::printing::Printing;
use super::prompt::Answer;
use super::records::Records;
use super::view::{Cx, Part, Step, View};
use crate::domain::Shown;
use crate::report::Format;

/// So many records that made a difference are shown of each figure.
pub const CAUSES: usize = 8;

/// A kept print compared with today.
#[derive(Debug)]
pub struct Kept {
    pub line: PrintLine,
    pub print: Awaited<KeptPrint>,
    /// 0 is the print itself.
    pub cursor: usize,
    printing: Printing,
}

/// A line that the cursor can stand on, below the first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    Figure(usize),
    Cause(usize, usize),
}

impl Kept {
    pub fn new(line: PrintLine) -> Kept {
        Kept { line, print: Awaited::default(), cursor: 0, printing: Printing::default() }
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
            return Some(View::Pages(Pages::new(&self.line, print.lines.clone())));
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

/// The ways out for a kept print; whether the action is one of them.
fn goes_out(action: Action, paper: Paper, printing: &mut Printing, cx: &mut Cx) -> bool {
    match action {
        Action::Print => printing.begin(paper, cx),
        Action::WriteFile => printing.ask_path(paper, Format::BEST_PRINTED, cx),
        _ => return false,
    }
    true
}

impl Part for Kept {
    fn focus(&self) -> Focus {
        Focus::Kept
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
            action => return goes_out(action, self.line.paper(), &mut self.printing, cx),
        }
        true
    }

    fn awaits(&self, ticket: Ticket) -> bool {
        self.print.awaits(ticket) || self.printing.awaits(ticket)
    }

    fn is_waiting(&self) -> bool {
        self.print.is_waiting() || self.printing.is_waiting()
    }

    fn take(&mut self, ticket: Ticket, told: Result<Told, Refusal>, cx: &mut Cx) {
        if self.printing.awaits(ticket) {
            return self.printing.take(self.line.paper(), ticket, told, cx);
        }
        self.print.take(told, |told| match told {
            Told::KeptPrint(print) => Some(*print),
            _ => None,
        });
        self.cursor = self.cursor.min(self.places().len());
    }

    fn prompted(&mut self, answer: Answer, cx: &mut Cx) {
        if let Answer::Path(path) = answer {
            self.printing.write(self.line.paper(), path, false, cx);
        }
    }

    fn chosen(&mut self, then: Then, cx: &mut Cx) {
        self.printing.chosen(self.line.paper(), then, cx);
    }
}

/// Pages as they were printed, to scroll.
#[derive(Debug)]
pub struct Pages {
    pub title: Shown,
    pub lines: Vec<Shown>,
    pub top: usize,
    paper: Paper,
    printing: Printing,
}

impl Pages {
    pub fn new(line: &PrintLine, lines: Vec<Shown>) -> Pages {
        Pages { title: line.title.clone(), lines, top: 0, paper: line.paper(), printing: Printing::default() }
    }
}

impl Part for Pages {
    fn focus(&self) -> Focus {
        Focus::Pages
    }

    fn refresh(&mut self, _cx: &mut Cx) {}

    fn act(&mut self, action: Action, cx: &mut Cx) -> bool {
        let rows = body_rows(cx.world.size).saturating_sub(1);
        if let Some(top) = moved(self.top, action, self.lines.len().saturating_sub(rows), rows) {
            self.top = top;
            return true;
        }
        goes_out(action, self.paper, &mut self.printing, cx)
    }

    fn awaits(&self, ticket: Ticket) -> bool {
        self.printing.awaits(ticket)
    }

    fn is_waiting(&self) -> bool {
        self.printing.is_waiting()
    }

    fn take(&mut self, ticket: Ticket, told: Result<Told, Refusal>, cx: &mut Cx) {
        self.printing.take(self.paper, ticket, told, cx);
    }

    fn prompted(&mut self, answer: Answer, cx: &mut Cx) {
        if let Answer::Path(path) = answer {
            self.printing.write(self.paper, path, false, cx);
        }
    }

    fn chosen(&mut self, then: Then, cx: &mut Cx) {
        self.printing.chosen(self.paper, then, cx);
    }
}
