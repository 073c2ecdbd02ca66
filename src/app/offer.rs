//! The next step that is offered after saving. Enter takes it, Tab fills it in first; any other key leaves it and does
//! what it always does. It is shown only if no key was pressed since the saving, so that nothing typed ahead takes it.

use super::exchange::{Ask, Entry, Offer};
use super::form::Form;
use super::keys::Action;
use super::view::{Cx, Step};
use super::{App, checks};
use crate::checks::Makes;
use crate::domain::{Change, Edit, Kind, Record, Shown};
use crate::i18n::texts::{checks as t, common::kind_one};
use crate::i18n::{capital, date_with_weekday, fill};

impl App {
    /// Asks what usually comes next, where something took a step: it is new, or its status is another.
    pub(super) fn propose(&mut self, change: &Change) {
        self.proposes = None;
        let today = self.world.today();
        let Some(Edit::Record { before, after: Some(after) }) = change.edits.first() else { return };
        let steps = match before {
            None => true,
            Some(before) => before.status(today) != after.status(today),
        };
        // One that was changed and made the next one at once needs no other.
        let repeated = change.edits.len() > 1 && after.kind == Kind::FollowUp;
        if let Some(own) = after.own_ref().filter(|_| steps && !repeated) {
            let mut cx = Cx::new(&self.world, &mut self.tickets);
            self.proposes = Some(cx.ask(Ask::Propose(after.kind, own.clone())));
            self.effects.extend(cx.effects);
        }
    }

    /// Something was offered, and nobody has gone on to something else.
    pub(super) fn offered(&mut self, offer: Option<Box<Offer>>) {
        self.proposes = None;
        self.offer = offer;
    }

    /// Does something with what is offered. `false`: the action is about something else, and the offer is left.
    pub(super) fn act_on_offer(&mut self, action: Option<Action>) -> bool {
        self.proposes = None;
        // While it is explained it waits behind the explanation.
        if self.dialog.is_some() {
            return false;
        }
        let Some(offer) = self.offer.take() else { return false };
        match action {
            Some(Action::TakeOffer) if offer.proposal.makes == Makes::Report => self.fill_in(offer.entry),
            Some(Action::TakeOffer) => self.order(Ask::Apply(Change::add(offer.entry.record))),
            Some(Action::FillOffer) => self.fill_in(offer.entry),
            Some(Action::Why) => {
                self.dialog = Some(checks::explained(&offer.proposal.about, &self.world));
                self.offer = Some(offer);
            }
            Some(Action::Out) => self.message = None,
            _ => return false,
        }
        true
    }

    fn fill_in(&mut self, entry: Entry) {
        let form = Form::new(entry.record, entry.linked, &self.world).from_record();
        self.step(Step::Fill(form.into()));
    }

    /// What is offered, in one line: `Härnäst? Uppföljning mån 24 jan 2011: Hör hur det går`.
    pub fn offer_line(&self) -> Option<Shown> {
        let Offer { entry, .. } = self.offer.as_deref()?;
        let world = &self.world;
        let kind = capital(kind_one(entry.record.kind, world.lang));
        let what = |record: &Record| match record.kind {
            Kind::Referral => world.naming().value(entry, crate::domain::field::referral::KIND),
            _ => world.naming().title(entry),
        };
        let what = what(&entry.record);
        let line = match entry.day().filter(|_| entry.record.kind == Kind::FollowUp) {
            Some(day) => {
                let day = date_with_weekday(day, world.lang);
                fill(t::NEXT_LINE_DAY, world.lang, &[("kind", &kind), ("day", &day), ("what", &what)])
            }
            None => fill(t::NEXT_LINE, world.lang, &[("kind", &kind), ("what", &what)]),
        };
        let person = world.naming().person(entry);
        Some(Shown::line(if person.as_str().is_empty() { line } else { format!("{line} · {person}") }))
    }
}
