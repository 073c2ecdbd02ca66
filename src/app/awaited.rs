//! What a view has asked the worker for: the question under way, then its answer, or its fault.

use super::exchange::{Ask, Refusal, Ticket, Told};
use super::view::Cx;
use crate::domain::Shown;

/// An answer that is asked for again whenever what it is of may have changed. Until the new one comes the last one
/// stands.
#[derive(Debug)]
pub struct Awaited<T> {
    ticket: Option<Ticket>,
    /// `None` until the first answer.
    told: Option<Result<T, Shown>>,
}

impl<T> Default for Awaited<T> {
    fn default() -> Awaited<T> {
        Awaited { ticket: None, told: None }
    }
}

impl<T> Awaited<T> {
    /// Asks; an answer to what was asked before is no longer waited for.
    pub fn ask(&mut self, ask: Ask, cx: &mut Cx) {
        self.ticket = Some(cx.ask(ask));
    }

    pub fn awaits(&self, ticket: Ticket) -> bool {
        self.ticket == Some(ticket)
    }

    pub fn is_waiting(&self) -> bool {
        self.ticket.is_some()
    }

    /// Takes the answer that it waits for. `read` takes out of it what was asked for.
    pub fn take(&mut self, told: Result<Told, Refusal>, read: impl FnOnce(Told) -> Option<T>) {
        self.ticket = None;
        match told {
            Ok(told) => self.told = read(told).map(Ok).or(self.told.take()),
            Err(refusal) => self.told = Some(Err(refusal.message)),
        }
    }

    /// The answer, or why there is none; `None` until the first.
    pub fn told(&self) -> Option<Result<&T, &Shown>> {
        self.told.as_ref().map(Result::as_ref)
    }

    /// The answer, if there is one.
    pub fn answer(&self) -> Option<&T> {
        self.told.as_ref()?.as_ref().ok()
    }
}
