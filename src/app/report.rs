//! A report as it will be printed: its pages, which are turned, and the ways out of the program: a printer, a file.

use super::awaited::Awaited;
use super::dialog::Then;
use super::exchange::{Ask, Paper, Refusal, ReportQuestion, Ticket, Told};
use super::geometry::body_rows;
use super::keys::{Action, Focus};
use super::printing::{Printing, other};
use super::prompt::{Answer, Prompt, Purpose};
use super::view::{Cx, Message, Part, Step};
use crate::domain::Lang;
use crate::i18n::texts::app as t;
use crate::query::Period;
use crate::report::text::COLUMNS;
use crate::report::{Format, Page, ReportKind};

/// A report before it is printed.
#[derive(Debug)]
pub struct Report {
    pub asked: ReportQuestion,
    pub pages: Awaited<Vec<Page>>,
    /// The page that is seen, from 0.
    pub page: usize,
    /// The first line of it that is seen.
    pub top: usize,
    /// The end of the lines is seen, where the screen is too narrow for a page.
    pub aside: bool,
    printing: Printing,
}

impl Report {
    /// The period summary.
    pub fn new(period: Period, lang: Lang) -> Report {
        Report::of(ReportKind::Summary, period, lang)
    }

    pub fn of(kind: ReportKind, period: Period, lang: Lang) -> Report {
        let asked = ReportQuestion { kind, period, lang, public: false };
        Report { asked, pages: Awaited::default(), page: 0, top: 0, aside: false, printing: Printing::default() }
    }

    fn ask(&mut self, cx: &mut Cx) {
        self.pages.ask(Ask::Report(self.asked), cx);
    }

    /// Another report in the place of this one, from its beginning.
    fn ask_other(&mut self, cx: &mut Cx) {
        (self.page, self.top) = (0, 0);
        self.ask(cx);
    }

    fn paper(&self) -> Paper {
        Paper::Report(self.asked)
    }

    /// Moves over the lines of a page and on to the next; whether the action is one that moves.
    fn turned(&mut self, action: Action, rows: usize) -> bool {
        let Some(pages) = self.pages.answer() else { return false };
        let last_top = |page: usize| pages.get(page).map_or(0, |page| page.lines.len().saturating_sub(rows));
        let last_page = pages.len().saturating_sub(1);
        let (page, top) = (self.page, self.top);
        let next = if page < last_page { (page + 1, 0) } else { (page, last_top(page)) };
        let before = |top: fn(usize) -> usize| if page > 0 { (page - 1, top(last_top(page - 1))) } else { (0, 0) };
        let on_page = |by: usize| (page, (top + by).min(last_top(page)));
        (self.page, self.top) = match action {
            Action::Down if top < last_top(page) => on_page(1),
            Action::PageDown if top < last_top(page) => on_page(rows),
            Action::Down | Action::PageDown => next,
            Action::Up if top > 0 => (page, top - 1),
            Action::PageUp if top > 0 => (page, top.saturating_sub(rows)),
            Action::Up | Action::PageUp => before(|top| top),
            Action::Right => next,
            // Out, where there is nothing to turn back to.
            Action::Left if (page, top) != (0, 0) => before(|_| 0),
            Action::First => (0, 0),
            Action::Last => (last_page, last_top(last_page)),
            _ => return false,
        };
        true
    }
}

impl Part for Report {
    fn focus(&self) -> Focus {
        Focus::Report
    }

    fn refresh(&mut self, cx: &mut Cx) {
        self.ask(cx);
    }

    fn act(&mut self, action: Action, cx: &mut Cx) -> bool {
        let is_narrow = usize::from(cx.world.size.0) < COLUMNS + 2;
        if is_narrow && matches!((action, self.aside), (Action::Right, false) | (Action::Left, true)) {
            self.aside = !self.aside;
            return true;
        }
        if self.turned(action, body_rows(cx.world.size).saturating_sub(1)) {
            self.aside &= !matches!(action, Action::Right | Action::Left);
            return true;
        }
        match action {
            Action::Print => self.printing.begin(self.paper(), cx),
            Action::WriteFile => self.printing.ask_path(self.paper(), Format::BEST_PRINTED, cx),
            Action::ReportLanguage => {
                self.asked.lang = other(self.asked.lang);
                self.ask(cx);
            }
            Action::OtherReport => {
                self.asked.kind = match self.asked.kind {
                    ReportKind::Summary => ReportKind::Funder,
                    ReportKind::Funder => ReportKind::Summary,
                };
                self.ask_other(cx);
            }
            Action::PublicCopy => {
                self.asked.public = !self.asked.public;
                self.ask(cx);
            }
            Action::Period => cx.step(Step::Prompt(Prompt::new(Purpose::Period, &self.asked.period.to_string()))),
            Action::Earlier | Action::Later => match self.asked.period.beside(action == Action::Later) {
                Some(beside) => {
                    self.asked.period = beside;
                    self.ask_other(cx);
                }
                None => cx.say(Message::wrong(t::NO_PERIOD_BESIDE.get(cx.world.lang))),
            },
            _ => return false,
        }
        true
    }

    fn awaits(&self, ticket: Ticket) -> bool {
        self.pages.awaits(ticket) || self.printing.awaits(ticket)
    }

    fn is_waiting(&self) -> bool {
        self.pages.is_waiting() || self.printing.is_waiting()
    }

    fn take(&mut self, ticket: Ticket, told: Result<Told, Refusal>, cx: &mut Cx) {
        if self.printing.awaits(ticket) {
            return self.printing.take(self.paper(), ticket, told, cx);
        }
        self.pages.take(told, |told| match told {
            Told::Report(pages) => Some(pages),
            _ => None,
        });
        self.page = self.page.min(self.pages.answer().map_or(0, Vec::len).saturating_sub(1));
    }

    fn prompted(&mut self, answer: Answer, cx: &mut Cx) {
        match answer {
            Answer::Period(period) => {
                self.asked.period = period;
                self.ask_other(cx);
            }
            Answer::Path(path) => self.printing.write(self.paper(), path, false, cx),
            _ => {}
        }
    }

    fn chosen(&mut self, then: Then, cx: &mut Cx) {
        match then {
            Then::OtherLanguage => {
                self.asked.lang = other(self.asked.lang);
                self.ask(cx);
                self.printing.begin(self.paper(), cx);
            }
            then => self.printing.chosen(self.paper(), then, cx),
        }
    }
}
