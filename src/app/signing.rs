//! Before you sign: what to look at in the funder's report. Each line leads to its records, or to where it is written.

use super::cursor::moved;
use super::exchange::{Ask, Refusal, Ticket, Told};
use super::keys::{Action, Focus};
use super::manuscript::{Manuscript, Subject};
use super::records::Records;
use super::view::{Cx, Part, Step, View};
use crate::query::Period;
use crate::report::ReportKind;
use crate::report::signing::{Check, Lead};

/// The page of checks.
#[derive(Debug)]
pub struct Signing {
    pub period: Period,
    pub checks: Option<Vec<Check>>,
    pub cursor: usize,
    ticket: Option<Ticket>,
}

impl Signing {
    pub fn new(period: Period) -> Signing {
        Signing { period, checks: None, cursor: 0, ticket: None }
    }
}

impl Part for Signing {
    fn focus(&self) -> Focus {
        Focus::More
    }

    fn refresh(&mut self, cx: &mut Cx) {
        self.ticket = Some(cx.ask(Ask::Signing(self.period, cx.world.lang)));
    }

    fn act(&mut self, action: Action, cx: &mut Cx) -> bool {
        let checks = self.checks.as_deref().unwrap_or_default();
        if let Some(moved) = moved(self.cursor, action, checks.len().saturating_sub(1), 10) {
            self.cursor = moved;
            return true;
        }
        if !matches!(action, Action::In | Action::Right) {
            return false;
        }
        match checks.get(self.cursor).map(|check| &check.lead) {
            Some(Lead::Records(question)) => {
                cx.step(Step::Push(View::Records(Box::new(Records::behind(question.clone())))));
            }
            Some(Lead::Section(code)) => {
                let subject = Subject { kind: ReportKind::Funder, code: code.clone() };
                cx.step(Step::Push(View::Manuscript(Box::new(Manuscript::new(subject, self.period, cx.world)))));
            }
            Some(Lead::Nowhere) | None => {}
        }
        true
    }

    fn awaits(&self, ticket: Ticket) -> bool {
        self.ticket == Some(ticket)
    }

    fn is_waiting(&self) -> bool {
        self.ticket.is_some()
    }

    fn take(&mut self, _ticket: Ticket, told: Result<Told, Refusal>, cx: &mut Cx) {
        self.ticket = None;
        match told {
            Ok(Told::Signing(checks)) => {
                self.cursor = self.cursor.min(checks.len().saturating_sub(1));
                self.checks = Some(checks);
            }
            Ok(_) => {}
            Err(refusal) => cx.refuse(refusal),
        }
    }
}
