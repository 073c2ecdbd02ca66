//! The pane Today: what waits. Follow-ups overdue and due, what the checks found, unfinished forms.

use super::alike::opened;
use super::cursor::moved;
use super::dialog::{Dialog, Then};
use super::entry::ages;
use super::exchange::{Ask, Backups, Entry, Refusal, Section, Ticket, Told, Waiting};
use super::form::prefill;
use super::keys::{Action, Focus};
use super::records::Records;
use super::view::{Cx, Part, Step, View};
use super::world::World;
use crate::checks::About;
use crate::checks::Condition;
use crate::domain::field::person;
use crate::domain::{Kind, Shown};
use crate::i18n::{fill, texts::app as t};

/// What waits today.
#[derive(Debug, Default)]
pub struct Today {
    pub waiting: Vec<Waiting>,
    /// The first answer has come.
    pub loaded: bool,
    /// Place among the lines that can be opened.
    pub cursor: usize,
    ticket: Option<Ticket>,
    /// The store's own backups: an old one is pointed out.
    pub backups: Backups,
    looking: Option<Ticket>,
}

/// A line of Today that can be opened.
#[derive(Clone, Copy, Debug)]
pub enum Line<'a> {
    /// An unfinished form, by its number.
    Draft(usize),
    Record(Section, &'a Entry),
    /// The rest of a part: how many more.
    Rest(Section, usize),
}

impl Today {
    /// With the cursor at a place.
    pub fn at(cursor: usize) -> Today {
        Today { cursor, ..Today::default() }
    }

    /// The lines that can be opened: the unfinished forms, then each part's records and what is left of it.
    pub fn lines(&self, drafts: usize) -> Vec<Line<'_>> {
        let parts = self.waiting.iter().flat_map(|waiting| {
            let rest = waiting.count - waiting.first.len().min(waiting.count);
            let rest = (rest > 0).then_some(Line::Rest(waiting.section, rest));
            waiting.first.iter().map(|entry| Line::Record(waiting.section, entry)).chain(rest)
        });
        (0..drafts).map(Line::Draft).chain(parts).collect()
    }

    fn ask_to_forget(&self, cx: &mut Cx) {
        let lang = cx.world.lang;
        let title = cx.world.drafts.get(self.cursor).map(|draft| draft.title(cx.world)).unwrap_or_default();
        let dialog = Dialog::new(t::FORGET_TITLE.get(lang))
            .line(title.as_str())
            .choice(t::FORGET_KEEP.get(lang), Then::Nothing)
            .choice(t::FORGET_ANYWAY.get(lang), Then::Forget(self.cursor));
        cx.step(Step::Open(dialog));
    }

    fn open(&self, cx: &mut Cx) {
        let step = match self.lines(cx.world.drafts.len()).get(self.cursor) {
            Some(Line::Draft(draft)) => Step::Resume(*draft),
            Some(Line::Rest(section, _)) => Step::Push(View::Records(Box::new(Records::waiting(*section)))),
            Some(Line::Record(section, entry)) => match entry.own_ref() {
                Some(own) => Step::Push(opened(Some(*section), entry.record.kind, own.clone())),
                None => return,
            },
            None => return,
        };
        cx.step(step);
    }
}

impl Part for Today {
    fn focus(&self) -> Focus {
        Focus::Today
    }

    fn refresh(&mut self, cx: &mut Cx) {
        self.ticket = Some(cx.ask(Ask::Today));
        self.looking = Some(cx.ask(Ask::Backups));
    }

    fn act(&mut self, action: Action, cx: &mut Cx) -> bool {
        let last = self.lines(cx.world.drafts.len()).len().saturating_sub(1);
        if let Some(moved) = moved(self.cursor, action, last, 10) {
            self.cursor = moved;
            return true;
        }
        match action {
            Action::In | Action::Right => self.open(cx),
            Action::Delete if self.on_draft(cx.world) => self.ask_to_forget(cx),
            Action::New => {
                let form = prefill::empty(Kind::Contact, cx.world);
                form.into_iter().for_each(|form| cx.step(Step::Fill(form.into())));
            }
            _ => return false,
        }
        true
    }

    fn awaits(&self, ticket: Ticket) -> bool {
        self.ticket == Some(ticket) || self.looking == Some(ticket)
    }

    fn is_waiting(&self) -> bool {
        self.ticket.is_some()
    }

    fn take(&mut self, ticket: Ticket, told: Result<Told, Refusal>, cx: &mut Cx) {
        if self.looking.take_if(|looking| *looking == ticket).is_some() {
            if let Ok(Told::Backups(backups)) = told {
                self.backups = backups;
            }
            return;
        }
        self.ticket = None;
        match told {
            Ok(Told::Today(waiting)) => {
                self.waiting = waiting;
                self.loaded = true;
                let last = self.lines(cx.world.drafts.len()).len().saturating_sub(1);
                self.cursor = self.cursor.min(last);
            }
            Ok(_) => {}
            Err(refusal) => cx.refuse(refusal),
        }
    }

    fn on_draft(&self, world: &World) -> bool {
        self.cursor < world.drafts.len()
    }

    fn finding(&self, world: &World) -> Option<&'static About> {
        match self.lines(world.drafts.len()).get(self.cursor)? {
            Line::Record(Section::Rule(rule, _), _) | Line::Rest(Section::Rule(rule, _), _) => Some(&rule.about),
            _ => None,
        }
    }

    fn under(&self, world: &World) -> Option<&Entry> {
        match self.lines(world.drafts.len()).get(self.cursor)? {
            Line::Record(_, entry) => Some(entry),
            _ => None,
        }
    }
}

/// What a check finds in a record, where that differs from one to another: whom she looks like, how old she may be.
pub fn reason(about: &About, entry: &Entry, world: &World) -> Shown {
    let (lang, naming) = (world.lang, world.naming());
    let person = Some(&entry.record).filter(|record| record.kind == Kind::Person);
    let Some(birth) = person.and_then(|person| person.values.get(person::BIRTH)) else { return Shown::default() };
    let other = entry.linked.iter().find(|record| record.kind == Kind::Person);
    let words = match (about.code, other) {
        ("look_alike", Some(other)) => fill(t::LOOKS_LIKE, lang, &[("name", &naming.named(other))]),
        ("age_unknown", _) if birth.is_empty() => t::AGE_NOT_KNOWN.get(lang).to_owned(),
        ("age_unknown", _) => fill(t::AGE_NOT_CERTAIN, lang, &[("birth", birth)]),
        _ => match ages(&entry.record, world.today()) {
            Some(ages) => naming.age(ages).into_string(),
            None => String::new(),
        },
    };
    Shown::line(words)
}

/// What a part of Today is called.
pub fn section_text(section: Section, world: &World) -> Shown {
    let lang = world.lang;
    match section {
        Section::Overdue => Shown::line(t::SECTION_OVERDUE.get(lang)),
        Section::Due => Shown::line(t::SECTION_DUE.get(lang)),
        Section::Rule(rule, measure)
            if measure.kind() != rule.measure.kind() || rule.condition == Condition::IdentityNumber =>
        {
            Shown::line(format!("{} ({})", world.label_of(&rule.about), measure.label(lang)))
        }
        Section::Rule(rule, _) => Shown::line(world.label_of(&rule.about)),
    }
}
