//! The store's own backups: when the last was made, the others, and making one.

use super::cursor::moved;
use super::exchange::{Ask, Backups as Standing, Refusal, Ticket, Told};
use super::geometry::body_rows;
use super::keys::{Action, Focus};
use super::view::{Cx, Message, Part};
use crate::i18n::{fill, texts::safe as t};

/// The list of backups.
#[derive(Debug, Default)]
pub struct Backups {
    pub standing: Option<Standing>,
    pub cursor: usize,
    ticket: Option<Ticket>,
    making: Option<Ticket>,
}

impl Part for Backups {
    fn focus(&self) -> Focus {
        Focus::Backups
    }

    fn refresh(&mut self, cx: &mut Cx) {
        self.ticket = Some(cx.ask(Ask::Backups));
    }

    fn act(&mut self, action: Action, cx: &mut Cx) -> bool {
        let last = self.standing.as_ref().map_or(0, |standing| standing.made.len()).saturating_sub(1);
        if let Some(moved) = moved(self.cursor, action, last, body_rows(cx.world.size)) {
            self.cursor = moved;
            return true;
        }
        match action {
            Action::New if self.making.is_none() => self.making = Some(cx.ask(Ask::BackUp { only_if_due: false })),
            Action::New => {}
            Action::Out if self.making.is_some() => drop(cx.ask(Ask::Stop)),
            _ => return false,
        }
        true
    }

    fn awaits(&self, ticket: Ticket) -> bool {
        self.ticket == Some(ticket) || self.making == Some(ticket)
    }

    fn is_waiting(&self) -> bool {
        self.ticket.is_some()
    }

    fn take(&mut self, ticket: Ticket, told: Result<Told, Refusal>, cx: &mut Cx) {
        if self.making == Some(ticket) {
            self.making = None;
            self.refresh(cx);
        } else {
            self.ticket = None;
        }
        match told {
            Ok(Told::Backups(standing)) => self.standing = Some(standing),
            Ok(Told::BackedUp(Some(path))) => {
                cx.say(Message::done(fill(t::BACKED_UP, cx.world.lang, &[("path", &path.display())])));
            }
            Ok(_) => {}
            Err(refusal) => cx.refuse(refusal),
        }
    }
}
