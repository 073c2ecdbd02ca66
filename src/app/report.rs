//! A report as it will be printed: its pages, which are turned, and the ways out of the program: a printer, a file.

use super::dialog::{Dialog, Then};
use super::exchange::{Ask, Printer, Refusal, RefusalKind, ReportQuestion, Ticket, Told};
use super::geometry::body_rows;
use super::keys::{Action, Focus};
use super::prompt::{Answer, Prompt, Purpose};
use super::view::{Cx, Message, Part, Step};
use crate::domain::{Lang, Shown};
use crate::i18n::{fill, texts::app as t, texts::print};
use crate::query::Period;
use crate::report::text::COLUMNS;
use crate::report::{Format, Page, ReportKind};
use std::path::PathBuf;

/// A report before it is printed.
#[derive(Debug)]
pub struct Report {
    pub asked: ReportQuestion,
    pub pages: Option<Vec<Page>>,
    /// The page that is seen, from 0.
    pub page: usize,
    /// The first line of it that is seen.
    pub top: usize,
    /// The end of the lines is seen, where the screen is too narrow for a page.
    pub aside: bool,
    ticket: Option<Ticket>,
    /// The printers that were asked for, or the job that was sent.
    printing: Option<Ticket>,
    /// The file being written.
    writing: Option<(Ticket, PathBuf)>,
}

impl Report {
    /// The period summary.
    pub fn new(period: Period, lang: Lang) -> Report {
        Report::of(ReportKind::Summary, period, lang)
    }

    pub fn of(kind: ReportKind, period: Period, lang: Lang) -> Report {
        let asked = ReportQuestion { kind, period, lang, public: false };
        Report { asked, pages: None, page: 0, top: 0, aside: false, ticket: None, printing: None, writing: None }
    }

    fn ask(&mut self, cx: &mut Cx) {
        self.ticket = Some(cx.ask(Ask::Report(self.asked)));
    }

    /// Another report in the place of this one, from its beginning.
    fn ask_other(&mut self, cx: &mut Cx) {
        (self.page, self.top) = (0, 0);
        self.ask(cx);
    }

    fn write(&mut self, path: PathBuf, replace: bool, cx: &mut Cx) {
        let format = path.extension().and_then(|end| Format::from_extension(end.to_str()?)).unwrap_or_default();
        let ask = Ask::WriteReport { report: self.asked, format, path: path.clone(), replace };
        self.writing = Some((cx.ask(ask), path));
    }

    /// Asks for the name of a file; its ending says the format.
    fn ask_path(&self, format: Format, cx: &mut Cx) {
        let word = match self.asked.kind {
            ReportKind::Summary => t::FILE_NAME,
            ReportKind::Funder => print::FUNDER_FILE_NAME,
        };
        let period = self.asked.period.to_string().replace("..", "--");
        let name = format!("{}-{period}.{}", word.get(self.asked.lang), format.extension());
        cx.step(Step::Prompt(Prompt::new(Purpose::Path, &name)));
    }

    fn written(&mut self, told: Result<Told, Refusal>, path: PathBuf, cx: &mut Cx) {
        let lang = cx.world.lang;
        match told {
            Ok(_) => cx.say(Message::done(fill(t::WRITTEN, lang, &[("path", &path.display())]))),
            Err(refusal) if refusal.kind == RefusalKind::Exists => cx.step(Step::Open(
                Dialog::new(fill(t::FILE_EXISTS, lang, &[("path", &path.display())]))
                    .choice(t::KEEP_FILE.get(lang), Then::Nothing)
                    .choice(t::REPLACE_FILE.get(lang), Then::Replace(path)),
            )),
            Err(refusal) => cx.refuse(refusal),
        }
    }

    /// The way out of the program: each printer in each format that it takes, then the files.
    fn offer(&self, printers: Vec<Printer>, none: Option<Shown>, cx: &mut Cx) {
        let lang = cx.world.lang;
        let language = print::in_language(self.asked.lang).get(lang);
        let mut dialog = Dialog::new(fill(print::PRINT_WHERE, lang, &[("language", &language)]));
        dialog = match none {
            Some(none) => dialog.line(fill(print::NO_PRINTER_HERE, lang, &[("reason", &none)])),
            None => dialog.line(print::SPOOL.get(lang)),
        };
        for printer in printers {
            let mut formats: Vec<Format> = Format::ALL.iter().copied().filter(|format| format.is_printable()).collect();
            formats.sort_by_key(|format| *format != Format::BEST_PRINTED);
            for format in formats {
                let words = if printer.is_default { print::DEFAULT_PRINTER } else { print::A_PRINTER };
                let words = fill(words, lang, &[("printer", &printer.name), ("format", &format.name())]);
                dialog = dialog.choice(words, Then::Print(printer.name.clone(), format));
            }
        }
        let mut formats = Format::ALL.to_vec();
        formats.sort_by_key(|format| *format != Format::BEST_PRINTED);
        for format in formats {
            let words = fill(print::A_FILE, lang, &[("format", &format.name())]);
            dialog = dialog.choice(words, Then::WriteAs(format));
        }
        let other = print::in_language(other(self.asked.lang)).get(lang);
        dialog = dialog.choice(fill(print::OTHER_LANGUAGE, lang, &[("language", &other)]), Then::OtherLanguage);
        cx.step(Step::Open(dialog));
    }

    fn printed(&mut self, told: Result<Told, Refusal>, cx: &mut Cx) {
        let lang = cx.world.lang;
        match told {
            Ok(Told::Printers(printers)) if printers.is_empty() => {
                self.offer(printers, Some(Shown::new(print::NO_PRINTER.get(lang))), cx);
            }
            Ok(Told::Printers(printers)) => self.offer(printers, None, cx),
            Ok(Told::Printed { printer, job }) => {
                cx.say(Message::done(fill(print::SENT, lang, &[("printer", &printer), ("job", &job)])));
            }
            Ok(_) => {}
            Err(refusal) if refusal.kind == RefusalKind::NoPrinter => {
                self.offer(Vec::new(), Some(refusal.message), cx);
            }
            Err(refusal) => cx.refuse(refusal),
        }
    }

    /// Moves over the lines of a page and on to the next; whether the action is one that moves.
    fn turned(&mut self, action: Action, rows: usize) -> bool {
        let Some(pages) = &self.pages else { return false };
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

fn other(lang: Lang) -> Lang {
    if lang == Lang::Sv { Lang::En } else { Lang::Sv }
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
            Action::Print => self.printing = Some(cx.ask(Ask::Printers)),
            Action::WriteFile => self.ask_path(Format::BEST_PRINTED, cx),
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
        let writing = self.writing.as_ref().map(|(writing, _)| *writing);
        [self.ticket, self.printing, writing].contains(&Some(ticket))
    }

    fn is_waiting(&self) -> bool {
        self.ticket.is_some() || self.printing.is_some() || self.writing.is_some()
    }

    fn take(&mut self, ticket: Ticket, told: Result<Told, Refusal>, cx: &mut Cx) {
        if let Some((_, path)) = self.writing.take_if(|(writing, _)| *writing == ticket) {
            return self.written(told, path, cx);
        }
        if self.printing.take_if(|printing| *printing == ticket).is_some() {
            return self.printed(told, cx);
        }
        self.ticket = None;
        match told {
            Ok(Told::Report(pages)) => {
                self.page = self.page.min(pages.len().saturating_sub(1));
                self.pages = Some(pages);
            }
            Ok(_) => {}
            Err(refusal) => cx.refuse(refusal),
        }
    }

    fn prompted(&mut self, answer: Answer, cx: &mut Cx) {
        match answer {
            Answer::Period(period) => {
                self.asked.period = period;
                self.ask_other(cx);
            }
            Answer::Path(path) => self.write(path, false, cx),
            _ => {}
        }
    }

    fn chosen(&mut self, then: Then, cx: &mut Cx) {
        match then {
            Then::Replace(path) => self.write(path, true, cx),
            Then::Print(printer, format) => {
                self.printing = Some(cx.ask(Ask::Print { report: self.asked, format, printer }));
            }
            Then::WriteAs(format) => self.ask_path(format, cx),
            Then::OtherLanguage => {
                self.asked.lang = other(self.asked.lang);
                self.ask(cx);
                self.printing = Some(cx.ask(Ask::Printers));
            }
            _ => {}
        }
    }
}
