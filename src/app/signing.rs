//! Before you sign: what to look at in the funder's report. Each line leads to its records, or to where it is written;
//! the page goes to a printer or a file as a report does.

use super::awaited::Awaited;
use super::cursor::moved;
use super::dialog::Then;
use super::exchange::{Ask, Paper, Refusal, Ticket, Told};
use super::keys::{Action, Focus};
use super::manuscript::{Manuscript, Subject};
use super::printing::{Printing, other};
use super::prompt::Answer;
use super::records::Records;
use super::view::{Cx, Part, Step, View};
use crate::domain::Lang;
use crate::query::Period;
use crate::report::signing::{Check, Lead};
use crate::report::{Format, ReportKind};

/// The page of checks.
#[derive(Debug)]
pub struct Signing {
    pub period: Period,
    pub checks: Awaited<Vec<Check>>,
    pub cursor: usize,
    /// The language that it is printed in.
    lang: Lang,
    printing: Printing,
}

impl Signing {
    pub fn new(period: Period, lang: Lang) -> Signing {
        Signing { period, checks: Awaited::default(), cursor: 0, lang, printing: Printing::default() }
    }

    fn paper(&self) -> Paper {
        Paper::Checks(self.period, self.lang)
    }

    /// Opens what the line under the cursor is about.
    fn open(&self, cx: &mut Cx) {
        match self.checks.answer().and_then(|checks| checks.get(self.cursor)).map(|check| &check.lead) {
            Some(Lead::Records(question)) => {
                cx.step(Step::Push(View::Records(Box::new(Records::behind(question.clone())))));
            }
            Some(Lead::Section(code)) => {
                let subject = Subject { kind: ReportKind::Funder, code: code.clone() };
                cx.step(Step::Fill(Manuscript::new(subject, self.period, cx.world).into()));
            }
            Some(Lead::Nowhere) | None => {}
        }
    }
}

impl Part for Signing {
    fn focus(&self) -> Focus {
        Focus::Signing
    }

    fn refresh(&mut self, cx: &mut Cx) {
        self.checks.ask(Ask::Signing(self.period, cx.world.lang), cx);
    }

    fn act(&mut self, action: Action, cx: &mut Cx) -> bool {
        let last = self.checks.answer().map_or(0, Vec::len).saturating_sub(1);
        if let Some(moved) = moved(self.cursor, action, last, 10) {
            self.cursor = moved;
            return true;
        }
        match action {
            Action::In | Action::Right => self.open(cx),
            Action::Print => self.printing.begin(self.paper(), cx),
            Action::WriteFile => self.printing.ask_path(self.paper(), Format::BEST_PRINTED, cx),
            _ => return false,
        }
        true
    }

    fn awaits(&self, ticket: Ticket) -> bool {
        self.checks.awaits(ticket) || self.printing.awaits(ticket)
    }

    fn is_waiting(&self) -> bool {
        self.checks.is_waiting() || self.printing.is_waiting()
    }

    fn take(&mut self, ticket: Ticket, told: Result<Told, Refusal>, cx: &mut Cx) {
        if self.printing.awaits(ticket) {
            return self.printing.take(self.paper(), ticket, told, cx);
        }
        self.checks.take(told, |told| match told {
            Told::Signing(checks) => Some(checks),
            _ => None,
        });
        let last = self.checks.answer().map_or(0, Vec::len).saturating_sub(1);
        self.cursor = self.cursor.min(last);
    }

    fn prompted(&mut self, answer: Answer, cx: &mut Cx) {
        if let Answer::Path(path) = answer {
            self.printing.write(self.paper(), path, false, cx);
        }
    }

    fn chosen(&mut self, then: Then, cx: &mut Cx) {
        match then {
            Then::OtherLanguage => {
                self.lang = other(self.lang);
                self.printing.begin(self.paper(), cx);
            }
            then => self.printing.chosen(self.paper(), then, cx),
        }
    }
}
