//! The period summary on the screen: pages of text that scroll, and a file of them.

use super::cursor::moved;
use super::dialog::{Dialog, Then};
use super::exchange::{Ask, Refusal, RefusalKind, Ticket, Told};
use super::geometry::body_rows;
use super::keys::{Action, Focus};
use super::prompt::{Answer, Prompt, Purpose};
use super::view::{Cx, Message, Part, Step};
use crate::domain::{Lang, Shown};
use crate::i18n::{fill, texts::app as t};
use crate::query::Period;
use std::path::PathBuf;

/// A period summary.
#[derive(Debug)]
pub struct Report {
    pub period: Period,
    /// The language it is made in.
    pub lang: Lang,
    pub lines: Option<Vec<Shown>>,
    /// The first line that is seen.
    pub top: usize,
    ticket: Option<Ticket>,
    /// The file being written.
    writing: Option<(Ticket, PathBuf)>,
}

impl Report {
    pub fn new(period: Period, lang: Lang) -> Report {
        Report { period, lang, lines: None, top: 0, ticket: None, writing: None }
    }

    fn ask(&mut self, cx: &mut Cx) {
        self.ticket = Some(cx.ask(Ask::Report(self.period, self.lang)));
    }

    fn write(&mut self, path: PathBuf, replace: bool, cx: &mut Cx) {
        let ask = Ask::WriteReport { period: self.period, lang: self.lang, path: path.clone(), replace };
        self.writing = Some((cx.ask(ask), path));
    }

    fn file_name(&self) -> String {
        let word = t::FILE_NAME.get(self.lang);
        format!("{word}-{}.txt", self.period.to_string().replace("..", "--"))
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
}

impl Part for Report {
    fn focus(&self) -> Focus {
        Focus::Report
    }

    fn refresh(&mut self, cx: &mut Cx) {
        self.ask(cx);
    }

    fn act(&mut self, action: Action, cx: &mut Cx) -> bool {
        let rows = body_rows(cx.world.size).saturating_sub(1);
        let last = self.lines.as_ref().map_or(0, Vec::len).saturating_sub(rows);
        if let Some(moved) = moved(self.top, action, last, rows) {
            self.top = moved;
            return true;
        }
        match action {
            Action::WriteFile => cx.step(Step::Prompt(Prompt::new(Purpose::Path, &self.file_name()))),
            Action::ReportLanguage => {
                self.lang = if self.lang == Lang::Sv { Lang::En } else { Lang::Sv };
                self.ask(cx);
            }
            Action::Period => cx.step(Step::Prompt(Prompt::new(Purpose::Period, &self.period.to_string()))),
            Action::Earlier | Action::Later => match self.period.beside(action == Action::Later) {
                Some(beside) => {
                    self.period = beside;
                    self.top = 0;
                    self.ask(cx);
                }
                None => cx.say(Message::wrong(t::NO_PERIOD_BESIDE.get(cx.world.lang))),
            },
            _ => return false,
        }
        true
    }

    fn awaits(&self, ticket: Ticket) -> bool {
        self.ticket == Some(ticket) || self.writing.as_ref().is_some_and(|(writing, _)| *writing == ticket)
    }

    fn is_waiting(&self) -> bool {
        self.ticket.is_some() || self.writing.is_some()
    }

    fn take(&mut self, ticket: Ticket, told: Result<Told, Refusal>, cx: &mut Cx) {
        if let Some((_, path)) = self.writing.take_if(|(writing, _)| *writing == ticket) {
            return self.written(told, path, cx);
        }
        self.ticket = None;
        match told {
            Ok(Told::Report(lines)) => {
                self.top = self.top.min(lines.len().saturating_sub(1));
                self.lines = Some(lines);
            }
            Ok(_) => {}
            Err(refusal) => cx.refuse(refusal),
        }
    }

    fn prompted(&mut self, answer: Answer, cx: &mut Cx) {
        match answer {
            Answer::Period(period) => {
                self.period = period;
                self.top = 0;
                self.ask(cx);
            }
            Answer::Path(path) => self.write(path, false, cx),
            _ => {}
        }
    }

    fn chosen(&mut self, then: Then, cx: &mut Cx) {
        if let Then::Replace(path) = then {
            self.write(path, true, cx);
        }
    }
}
