//! How a number is counted: the words come from the worker, the same that stand in print.

use super::dialog::{Dialog, Then};
use super::exchange::{Ask, Ticket, Told};
use super::view::{Cx, Step};
use crate::i18n::texts::app as t;
use crate::stats::sheet::Lead;

/// An explanation that waits for its words.
#[derive(Debug)]
pub struct Explanation {
    title: String,
    ticket: Ticket,
}

impl Explanation {
    /// Asks how a number is counted.
    pub fn ask(title: String, lead: Lead, cx: &mut Cx) -> Explanation {
        Explanation { title, ticket: cx.ask(Ask::Explain(Box::new(lead))) }
    }

    pub fn awaits(&self, ticket: Ticket) -> bool {
        self.ticket == ticket
    }

    /// Opens the explanation.
    pub fn tell(self, told: &Told, cx: &mut Cx) {
        if let Told::Explained(lines) = told {
            let lines = lines.iter().map(|line| line.as_str().to_owned());
            let close = t::CLOSE.get(cx.world.lang);
            cx.step(Step::Open(Dialog::new(self.title).lines(lines).choice(close, Then::Nothing)));
        }
    }
}
