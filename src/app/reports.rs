//! The pane Reports: what can be printed, what is written for it, and what was printed.
//!
//! ```text
//!  Rapporter · 1 januari 2009 till och med 31 december 2010
//!  > Periodsammanställning
//!    Redovisning till finansiären
//!    …
//!  Utskrivet, som det var
//!    2011-01-17 12:00  Redovisning – …  på svenska
//! ```

use super::awaited::Awaited;
use super::cursor::moved;
use super::exchange::{Ask, PrintLine, Refusal, Ticket, Told};
use super::kept::Kept;
use super::keys::{Action, Focus};
use super::outline::Outline;
use super::project::ProjectPage;
use super::prompt::{Answer, Prompt, Purpose};
use super::report::Report;
use super::signing::Signing;
use super::view::{Cx, Message, Part, Step, View};
use crate::domain::Text;
use crate::i18n::texts::{app as a, reports as t};
use crate::query::Period;
use crate::report::ReportKind;

/// What the pane leads to beside the kept prints.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Item {
    Preview(ReportKind),
    Signing,
    Outline(ReportKind),
    Project,
}

impl Item {
    pub const ALL: [Item; 6] = [
        Item::Preview(ReportKind::Summary),
        Item::Preview(ReportKind::Funder),
        Item::Signing,
        Item::Outline(ReportKind::Funder),
        Item::Outline(ReportKind::Summary),
        Item::Project,
    ];

    pub fn label(self) -> Text {
        match self {
            Item::Preview(kind) => name(kind),
            Item::Signing => t::BEFORE_SIGNING,
            Item::Outline(ReportKind::Funder) => t::OUTLINE_FUNDER,
            Item::Outline(ReportKind::Summary) => t::OUTLINE_SUMMARY,
            Item::Project => t::PROJECT,
        }
    }
}

/// What a report is called.
pub fn name(kind: ReportKind) -> Text {
    match kind {
        ReportKind::Summary => t::SUMMARY,
        ReportKind::Funder => t::FUNDER,
    }
}

/// The list of reports and prints.
#[derive(Debug)]
pub struct Reports {
    pub period: Period,
    pub cursor: usize,
    /// Newest first.
    pub prints: Awaited<Vec<PrintLine>>,
}

impl Reports {
    pub fn new(period: Period) -> Reports {
        Reports { period, cursor: 0, prints: Awaited::default() }
    }

    fn open(&self, cx: &mut Cx) {
        let lang = cx.world.lang;
        let view = match Item::ALL.get(self.cursor) {
            Some(Item::Preview(kind)) => View::Report(Report::of(*kind, self.period, lang)),
            Some(Item::Signing) => View::Signing(Signing::new(self.period, lang)),
            Some(Item::Outline(kind)) => View::Outline(Outline::new(*kind, self.period)),
            Some(Item::Project) => View::Project(ProjectPage::default()),
            None => {
                let place = self.cursor - Item::ALL.len();
                let Some(print) = self.prints.answer().and_then(|prints| prints.get(place)) else { return };
                View::Kept(Box::new(Kept::new(print.clone())))
            }
        };
        cx.step(Step::Push(view));
    }
}

impl Part for Reports {
    fn focus(&self) -> Focus {
        Focus::Reports
    }

    fn refresh(&mut self, cx: &mut Cx) {
        self.prints.ask(Ask::Prints, cx);
    }

    fn act(&mut self, action: Action, cx: &mut Cx) -> bool {
        let last = Item::ALL.len() + self.prints.answer().map_or(0, Vec::len) - 1;
        if let Some(moved) = moved(self.cursor, action, last, 10) {
            self.cursor = moved;
            return true;
        }
        match action {
            Action::In | Action::Right => self.open(cx),
            Action::Change => {
                if let Some(Item::Preview(kind) | Item::Outline(kind)) = Item::ALL.get(self.cursor) {
                    cx.step(Step::Push(View::Outline(Outline::new(*kind, self.period))));
                }
            }
            Action::Summary => {
                let report = Report::of(ReportKind::Summary, self.period, cx.world.lang);
                cx.step(Step::Push(View::Report(report)));
            }
            Action::Period => cx.step(Step::Prompt(Prompt::new(Purpose::Period, &self.period.to_string()))),
            Action::Earlier | Action::Later => match self.period.beside(action == Action::Later) {
                Some(beside) => self.period = beside,
                None => cx.say(Message::wrong(a::NO_PERIOD_BESIDE.get(cx.world.lang))),
            },
            _ => return false,
        }
        true
    }

    fn awaits(&self, ticket: Ticket) -> bool {
        self.prints.awaits(ticket)
    }

    fn take(&mut self, _ticket: Ticket, told: Result<Told, Refusal>, _cx: &mut Cx) {
        self.prints.take(told, |told| match told {
            Told::Prints(prints) => Some(prints),
            _ => None,
        });
        let last = Item::ALL.len() + self.prints.answer().map_or(0, Vec::len) - 1;
        self.cursor = self.cursor.min(last);
    }

    fn prompted(&mut self, answer: Answer, _cx: &mut Cx) {
        if let Answer::Period(period) = answer {
            self.period = period;
        }
    }
}
