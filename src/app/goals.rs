//! The goals: each indicator's figure, whole, target and whether it is met. Every number leads to its records.

use super::cursor::moved;
use super::exchange::{Ask, Refusal, Ticket, Told};
use super::explain::Explanation;
use super::keys::{Action, Focus};
use super::prompt::{Answer, Prompt, Purpose};
use super::records::Records;
use super::report::Report;
use super::view::{Cx, Message, Part, Step, View};
use crate::i18n::texts::app as t;
use crate::query::{Period, Question};
use crate::stats::GoalLine;

/// The goals in a period.
#[derive(Debug)]
pub struct Goals {
    pub period: Period,
    pub lines: Option<Vec<GoalLine>>,
    pub cursor: usize,
    /// The cursor is on the whole of a share, where there is one.
    whole: bool,
    explanation: Option<Explanation>,
    ticket: Option<Ticket>,
}

impl Goals {
    pub fn new(period: Period) -> Goals {
        Goals { period, lines: None, cursor: 0, whole: false, explanation: None, ticket: None }
    }

    fn current(&self) -> Option<&GoalLine> {
        self.lines.as_ref()?.get(self.cursor)
    }

    /// Whether the cursor is on the whole of an indicator, and not on its number.
    pub fn is_on_whole(&self, line: &GoalLine) -> bool {
        self.whole && line.of.is_some()
    }

    /// The number under the cursor, and its question.
    fn number(&self) -> Option<(u64, Question)> {
        let line = self.current()?;
        match (&line.of_question, line.of) {
            (Some(question), Some(of)) if self.whole => Some((of, question.clone())),
            _ => Some((line.value, line.question.clone())),
        }
    }

    fn ask(&mut self, cx: &mut Cx) {
        self.ticket = Some(cx.ask(Ask::Goals(self.period)));
    }
}

impl Part for Goals {
    fn focus(&self) -> Focus {
        Focus::Goals
    }

    fn refresh(&mut self, cx: &mut Cx) {
        self.ask(cx);
    }

    fn act(&mut self, action: Action, cx: &mut Cx) -> bool {
        let last = self.lines.as_ref().map_or(0, Vec::len).saturating_sub(1);
        if let Some(moved) = moved(self.cursor, action, last, 10) {
            self.cursor = moved;
            return true;
        }
        match action {
            Action::Right => self.whole = true,
            Action::Left if self.current().is_some_and(|line| self.is_on_whole(line)) => self.whole = false,
            Action::In => {
                if let Some((_, question)) = self.number() {
                    cx.step(Step::Push(View::Records(Box::new(Records::behind(question)))));
                }
            }
            Action::Period => cx.step(Step::Prompt(Prompt::new(Purpose::Period, &self.period.to_string()))),
            Action::Earlier | Action::Later => match self.period.beside(action == Action::Later) {
                Some(beside) => {
                    self.period = beside;
                    self.ask(cx);
                }
                None => cx.say(Message::wrong(t::NO_PERIOD_BESIDE.get(cx.world.lang))),
            },
            Action::Explain => {
                if let Some((value, question)) = self.number() {
                    self.explanation = Some(Explanation::ask(question, value, None, cx));
                }
            }
            Action::Summary => cx.step(Step::Push(View::Report(Report::new(self.period, cx.world.lang)))),
            _ => return false,
        }
        true
    }

    fn awaits(&self, ticket: Ticket) -> bool {
        self.ticket == Some(ticket) || self.explanation.as_ref().is_some_and(|asked| asked.awaits(ticket))
    }

    fn is_waiting(&self) -> bool {
        self.ticket.is_some() || self.explanation.is_some()
    }

    fn take(&mut self, ticket: Ticket, told: Result<Told, Refusal>, cx: &mut Cx) {
        let explained = self.explanation.take_if(|asked| asked.awaits(ticket));
        if explained.is_none() {
            self.ticket = None;
        }
        match told {
            Ok(told @ Told::Reading(..)) => explained.into_iter().for_each(|asked| asked.tell(&told, cx)),
            Ok(Told::Goals(lines)) => {
                self.cursor = self.cursor.min(lines.len().saturating_sub(1));
                self.lines = Some(lines);
            }
            Ok(_) => {}
            Err(refusal) => cx.refuse(refusal),
        }
    }

    fn prompted(&mut self, answer: Answer, cx: &mut Cx) {
        if let Answer::Period(period) = answer {
            self.period = period;
            self.ask(cx);
        }
    }
}
