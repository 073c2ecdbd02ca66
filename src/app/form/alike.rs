//! Who looks like the person, or has the name, that is being written: told under the field before a second record of
//! the same is made.

use super::Form;
use crate::app::dialog::{Dialog, Then};
use crate::app::exchange::{Ask, Entry, Ticket};
use crate::app::naming::Naming;
use crate::app::page::Page;
use crate::app::view::{Cx, Step, View};
use crate::checks::Likeness;
use crate::domain::field::person;
use crate::domain::{Kind, Record, Ref, Value};
use crate::i18n::texts::{forms as t, upkeep};

/// What looks alike, and what it was found by.
#[derive(Clone, Debug, Default)]
pub struct Alikes {
    /// The likeliest first.
    pub found: Vec<(Entry, Vec<Likeness>)>,
    /// The values that it was looked for by.
    by: Vec<Value>,
    ticket: Option<Ticket>,
}

impl Alikes {
    /// Nothing, as long as those values stand.
    pub fn of(record: &Record) -> Alikes {
        Alikes { by: signs(record), ..Alikes::default() }
    }

    pub fn awaits(&self, ticket: Ticket) -> bool {
        self.ticket == Some(ticket)
    }

    pub fn take(&mut self, found: Vec<(Entry, Vec<Likeness>)>) {
        (self.found, self.ticket) = (found, None);
    }
}

/// The values that records are compared by.
fn signs(record: &Record) -> Vec<Value> {
    let fields: Vec<usize> = match record.kind {
        Kind::Person => vec![person::ALIAS, person::AKA, person::PHONE, person::BIRTH, person::SEX, person::COUNTRY],
        Kind::Organisation | Kind::Matter => record.kind.name_field().into_iter().collect(),
        _ => Vec::new(),
    };
    fields.into_iter().map(|field| record.values.get(field).cloned().unwrap_or_default()).collect()
}

/// What two have in common, in words. Of what one of them keeps to herself only that it is protected: beside the
/// other's it would be told.
pub fn common(likeness: &[Likeness], one: &Record, other: &Record, naming: &Naming) -> String {
    let is_hidden = [one, other].iter().any(|record| naming.hides(record, person::PHONE));
    let word = |likeness: &Likeness| match likeness {
        Likeness::Name => upkeep::COMMON_NAME,
        Likeness::Phone if is_hidden => upkeep::COMMON_PROTECTED,
        Likeness::Phone => upkeep::COMMON_PHONE,
        Likeness::Birth => upkeep::COMMON_BIRTH,
    };
    likeness.iter().map(|likeness| word(likeness).get(naming.lang)).collect::<Vec<_>>().join(", ")
}

impl Form {
    /// Asks who looks like what is written, whenever that is something else. Fields are read when they are left.
    pub(super) fn look_for_alikes(&mut self, cx: &mut Cx) {
        let (record, _) = self.record(cx.world);
        let by = signs(&record);
        if by != self.alike.by {
            self.alike.by.clone_from(&by);
            self.alike.found.clear();
            self.alike.ticket = by.iter().any(|value| !value.is_empty()).then(|| cx.ask(Ask::Likely(record)));
        }
    }

    /// Shows who looks like what is written, with the choice to take one of them instead.
    pub(super) fn ask_about_alikes(&mut self, cx: &mut Cx) {
        let lang = cx.world.lang;
        let dialog = Dialog::new(t::ALIKE_TITLE.get(lang)).choice(t::ALIKE_NONE.get(lang), Then::Nothing);
        let (naming, record) = (cx.world.naming(), self.record(cx.world).0);
        let dialog = self.alike.found.iter().fold(dialog, |dialog, (entry, likeness)| {
            let own = entry.own_ref().map(Ref::as_str).unwrap_or_default();
            let more = match entry.record.kind {
                Kind::Person => naming.value(entry, person::BIRTH).into_string(),
                _ => String::new(),
            };
            let parts =
                [format!("{} ({own})", naming.title(entry)), more, common(likeness, &record, &entry.record, &naming)];
            let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
            dialog.choice(parts.join(" · "), Then::Instead(Box::new(entry.clone())))
        });
        if !self.alike.found.is_empty() {
            cx.step(Step::Open(dialog));
        }
    }

    /// One who stands in the log is taken instead: in the field that this was written for, else her page is opened
    /// and what is written is kept.
    pub(super) fn give_way(&mut self, entry: &Entry, cx: &mut Cx) {
        if let Some(field) = self.for_field {
            self.keeping.forget(cx);
            return cx.step(Step::Made(field, Box::new(entry.record.clone())));
        }
        let Some(own) = entry.own_ref().cloned() else { return };
        cx.step(Step::KeepDraft(Box::new(self.clone())));
        cx.step(Step::Replace(View::Page(Page::new(entry.record.kind, own))));
    }
}
