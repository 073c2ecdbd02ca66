//! A manuscript: a section of a report with its prose, budget and names. Leaving it saves it as one change, which undo
//! takes back; what cannot be saved is told. Until then it is kept as a draft, as a form is.

mod draft;
mod place;

pub use place::Place;

use super::dialog::{Dialog, Then};
use super::exchange::{Ask, FigureOffer, PreviewSpan, Refusal, Spot, Ticket, Told, read_period};
use super::geometry::field_columns;
use super::keeping::Keeping;
use super::keys::{Action, Focus};
use super::outline::{change, standing};
use super::text_field::TextField;
use super::view::{Cx, Message, Part, Step};
use super::world::World;
use crate::domain::{Project, Shown, Text};
use crate::i18n::{fill, texts::reports as t};
use crate::query::Period;
use crate::report::{ReportKind, heading_of};

/// What is written on: a section of a report, by its code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subject {
    pub kind: ReportKind,
    pub code: String,
}

/// One field of a manuscript.
#[derive(Clone, Debug)]
pub struct ManuscriptField {
    pub place: Place,
    pub text: TextField,
    /// What it began with.
    start: String,
}

/// A manuscript while it is written on.
#[derive(Clone, Debug)]
pub struct Manuscript {
    pub subject: Subject,
    period: Period,
    /// The project as the manuscript began.
    before: Project,
    pub fields: Vec<ManuscriptField>,
    pub focus: usize,
    /// Leaving is tried: the manuscript closes when it is saved.
    leaving: bool,
    saving: Option<Ticket>,
    /// The prose of the field with the cursor as it will be printed.
    pub preview: Vec<PreviewSpan>,
    preview_ticket: Option<Ticket>,
    /// What the preview on its way, or the last one, is of.
    previewed: String,
    offers_ticket: Option<Ticket>,
    /// How far the store has got with what is typed.
    pub keeping: Keeping,
}

impl Manuscript {
    pub fn new(subject: Subject, period: Period, world: &World) -> Manuscript {
        let before = world.project.clone();
        let field = |place: Place| {
            let start = place.read(&before, &subject);
            ManuscriptField { text: TextField::new(start.clone()), place, start }
        };
        let fields = place::places(&subject, &before).into_iter().map(field).collect();
        Manuscript {
            subject,
            period,
            fields,
            before,
            focus: 0,
            leaving: false,
            saving: None,
            preview: Vec::new(),
            preview_ticket: None,
            previewed: String::new(),
            offers_ticket: None,
            keeping: Keeping::default(),
        }
    }

    /// The manuscript as the store keeps it while the screen is locked.
    pub fn spot(&self) -> Spot {
        Spot::Manuscript {
            key: self.keeping.key,
            funder: self.subject.kind == ReportKind::Funder,
            code: self.subject.code.clone(),
            period: self.period.to_string(),
            texts: self.fields.iter().map(|field| field.text.text().to_owned()).collect(),
            focus: self.focus,
            cursor: self.current().map_or(0, |field| field.text.cursor()),
        }
    }

    /// The manuscript as it stood when the screen was locked.
    pub fn return_to(spot: &Spot, world: &World) -> Option<Manuscript> {
        let Spot::Manuscript { key, funder, code, period, texts, focus, cursor } = spot else { return None };
        let kind = if *funder { ReportKind::Funder } else { ReportKind::Summary };
        let subject = Subject { kind, code: code.clone() };
        let mut manuscript = Manuscript::new(subject, read_period(period, world.today())?, world);
        for (place, (field, text)) in manuscript.fields.iter_mut().zip(texts).enumerate() {
            field.text = TextField::at(text, if place == *focus { *cursor } else { text.len() });
        }
        manuscript.focus = *focus;
        // Whether the store has all of it is not known here; what it has is written over.
        manuscript.keeping = key.map(|key| Keeping::restored(key, String::new())).unwrap_or_default();
        Some(manuscript)
    }

    /// The manuscript as the store kept it under a number; `None` if that is something else.
    pub fn restore(key: u64, content: &str, world: &World) -> Option<Manuscript> {
        draft::restore(key, content, world)
    }

    /// The manuscript laid over its section as that stands now.
    pub fn laid_over(self, world: &World) -> Manuscript {
        draft::laid_over(self, world)
    }

    /// What is typed as the store keeps it; empty where nothing is.
    pub fn content(&self) -> String {
        draft::content(self)
    }

    /// What the manuscript is called.
    pub fn title(&self, world: &World) -> Shown {
        let lang = world.lang;
        let Subject { kind, code } = &self.subject;
        let section = standing(*kind, &self.before).into_iter().find(|section| section.section == *code);
        let heading = section.map(|section| heading_of(*kind, &section, lang)).unwrap_or_default();
        let report = super::reports::name(*kind).get(lang);
        Shown::line(fill(t::SHEET_TITLE, lang, &[("report", &report), ("section", &heading)]))
    }

    /// What is wrong with a field as it stands.
    pub fn wrong(&self, field: &ManuscriptField) -> Option<Text> {
        field.place.write(&mut self.before.clone(), &self.subject, field.text.text()).err()
    }

    /// The field with the cursor; `None` at the end.
    pub fn current(&self) -> Option<&ManuscriptField> {
        self.fields.get(self.focus)
    }

    /// The project as the manuscript has it, or the first field that is wrong.
    fn project(&self) -> Result<Project, usize> {
        let mut project = self.before.clone();
        for (place, field) in self.fields.iter().enumerate() {
            if field.text.text() != field.start {
                field.place.write(&mut project, &self.subject, field.text.text()).map_err(|_| place)?;
            }
        }
        place::settle(&mut project, &self.subject);
        Ok(project)
    }

    fn save(&mut self, cx: &mut Cx) {
        if self.saving.is_some() {
            return;
        }
        match self.project() {
            Err(place) => {
                self.focus = place;
                let lang = cx.world.lang;
                let dialog = Dialog::new(t::NOT_SAVED.get(lang)).choice(t::STAY.get(lang), Then::Nothing);
                cx.step(Step::Open(dialog.choice(t::THROW_AWAY.get(lang), Then::ThrowAway)));
                self.leaving = false;
            }
            Ok(project) => match change(&self.before, project) {
                Some(change) => self.saving = Some(cx.ask(Ask::Apply(change))),
                None => {
                    self.keeping.forget(cx);
                    cx.step(Step::Pop);
                }
            },
        }
    }

    /// Asks for the preview of what is typed. One is asked for at a time: a text typed meanwhile waits for the answer.
    fn ask_preview(&mut self, cx: &mut Cx) {
        if self.preview_ticket.is_some() {
            return;
        }
        let text = match self.current() {
            Some(field) if field.place.is_prose() => field.text.text().to_owned(),
            _ => String::new(),
        };
        match text.is_empty() {
            true => self.preview.clear(),
            false if text == self.previewed => {}
            false => self.preview_ticket = Some(cx.ask(Ask::Prose(text.clone(), self.period, cx.world.lang))),
        }
        self.previewed = text;
    }

    fn offer(&self, offers: Vec<FigureOffer>, cx: &mut Cx) {
        let dialog = Dialog::new(t::INSERT_TITLE.get(cx.world.lang));
        let dialog = offers.into_iter().fold(dialog, |dialog, offer| {
            dialog.choice(offer.label.as_str(), Then::Insert(format!("{{{}}}", offer.field)))
        });
        cx.step(Step::Open(dialog));
    }

    fn edit(&mut self, action: Action, cx: &mut Cx) -> bool {
        let width = field_columns(cx.world.size);
        let last = self.fields.len();
        let Some(field) = self.fields.get_mut(self.focus) else { return false };
        let is_note = field.place.is_note();
        match action {
            Action::LineUp if is_note => {
                if !field.text.move_lines(-1, width) {
                    self.focus = self.focus.saturating_sub(1);
                }
                true
            }
            Action::LineDown if is_note => {
                if !field.text.move_lines(1, width) {
                    self.focus = (self.focus + 1).min(last);
                }
                true
            }
            Action::NewLine if is_note => {
                field.text.insert("\n", true);
                true
            }
            action => field.text.act(action),
        }
    }
}

impl Part for Manuscript {
    fn focus(&self) -> Focus {
        match self.current().map(|field| &field.place) {
            None => Focus::FormEnd,
            Some(place) if place.is_prose() => Focus::Prose,
            Some(place) if place.is_note() => Focus::Note,
            Some(_) => Focus::Line,
        }
    }

    fn refresh(&mut self, cx: &mut Cx) {
        self.ask_preview(cx);
    }

    fn act(&mut self, action: Action, cx: &mut Cx) -> bool {
        let focus = self.focus;
        match action {
            Action::Save | Action::Out => self.save(cx),
            Action::NextField if self.focus == self.fields.len() => self.save(cx),
            Action::NextField => self.focus += 1,
            Action::PreviousField => self.focus = self.focus.saturating_sub(1),
            Action::OpenOptions if self.current().is_some_and(|field| field.place.is_prose()) => {
                self.offers_ticket = Some(cx.ask(Ask::Figures(self.period, cx.world.lang)));
            }
            action => {
                if !self.edit(action, cx) {
                    return false;
                }
                self.ask_preview(cx);
                return true;
            }
        }
        if focus != self.focus {
            self.ask_preview(cx);
        }
        true
    }

    fn awaits(&self, ticket: Ticket) -> bool {
        [self.saving, self.preview_ticket, self.offers_ticket].contains(&Some(ticket))
    }

    fn is_waiting(&self) -> bool {
        self.saving.is_some() || self.offers_ticket.is_some()
    }

    fn is_saving(&self) -> bool {
        self.saving.is_some()
    }

    fn take(&mut self, ticket: Ticket, told: Result<Told, Refusal>, cx: &mut Cx) {
        let is_of_preview = self.preview_ticket.take_if(|waits| *waits == ticket).is_some();
        for waits in [&mut self.saving, &mut self.offers_ticket] {
            waits.take_if(|waits| *waits == ticket);
        }
        match told {
            Ok(Told::Applied(_)) => {
                self.keeping.forget(cx);
                cx.step(Step::Pop);
                cx.say(Message::done(t::SHEET_KEPT.get(cx.world.lang)));
            }
            Ok(Told::Prose(spans)) => {
                self.preview = spans;
                self.ask_preview(cx);
            }
            Ok(Told::Figures(offers)) => self.offer(offers, cx),
            Ok(_) => {}
            Err(refusal) => {
                cx.refuse(refusal);
                // What was typed meanwhile is another text, and may be read.
                if is_of_preview {
                    self.ask_preview(cx);
                }
            }
        }
    }

    fn chosen(&mut self, then: Then, cx: &mut Cx) {
        match then {
            Then::Insert(text) => self.insert(&text, cx),
            Then::ThrowAway => {
                self.keeping.forget(cx);
                cx.step(Step::Pop);
            }
            _ => {}
        }
    }

    fn insert(&mut self, text: &str, cx: &mut Cx) {
        if let Some(field) = self.fields.get_mut(self.focus) {
            field.text.insert(text, field.place.is_note());
            self.ask_preview(cx);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::exchange::{Effect, RefusalKind};
    use crate::domain::{Lang, date::parse_date};

    #[test]
    fn what_was_typed_while_a_preview_was_refused_is_asked_for() {
        let now = parse_date("2010-06-01").unwrap().and_hms_opt(12, 0, 0).unwrap();
        let (world, mut tickets) = (World::empty(Lang::En, (80, 24), now), Ticket::default());
        let mut cx = Cx::new(&world, &mut tickets);
        let subject = Subject { kind: ReportKind::Funder, code: "continuation".to_owned() };
        let mut manuscript = Manuscript::new(subject, Period::ALL, &world);
        let is_prose = |field: &ManuscriptField| field.place.is_prose();
        manuscript.focus = manuscript.fields.iter().position(is_prose).unwrap();
        manuscript.insert("a", &mut cx);
        manuscript.insert("b", &mut cx);
        let Some(Effect::Ask(ticket, Ask::Prose(text, ..))) = cx.effects.pop() else { panic!("nothing was asked") };
        assert_eq!((text.as_str(), cx.effects.len()), ("a", 0));
        let refused = || Err(Refusal { message: Shown::line("x"), kind: RefusalKind::Other });
        manuscript.take(ticket, refused(), &mut cx);
        let Some(Effect::Ask(ticket, Ask::Prose(text, ..))) = cx.effects.pop() else { panic!("nothing was asked") };
        assert_eq!(text, "ab");
        manuscript.take(ticket, refused(), &mut cx);
        assert!(cx.effects.is_empty(), "the same text is not asked for again and again");
    }
}
