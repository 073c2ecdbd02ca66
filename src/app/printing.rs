//! The ways out of the program for what can be printed: a printer, a file. Each view that prints has one, and says what
//! of it goes out.

use super::dialog::{Dialog, Then};
use super::exchange::{Ask, Paper, Printer, Refusal, RefusalKind, ReportQuestion, Ticket, Told};
use super::prompt::{Prompt, Purpose};
use super::view::{Cx, Message, Step};
use crate::domain::{Lang, Shown};
use crate::i18n::{fill, plural, texts::app as t, texts::print, texts::signing};
use crate::report::{Format, ReportKind};
use std::path::PathBuf;

/// What is on its way out.
#[derive(Debug, Default)]
pub struct Printing {
    /// The printers that were asked for, or the job that was sent.
    printing: Option<Ticket>,
    /// The file being written.
    writing: Option<(Ticket, PathBuf)>,
    /// What to look at before the funder's report is signed, being looked for, and how much of it there is.
    checking: Option<Ticket>,
    things: usize,
}

impl Printing {
    /// Asks which printers there are, to offer the ways out; of the funder's report first what there is to look at.
    pub fn begin(&mut self, paper: Paper, cx: &mut Cx) {
        self.things = 0;
        match paper {
            Paper::Report(ReportQuestion { kind: ReportKind::Funder, period, .. }) => {
                self.checking = Some(cx.ask(Ask::Signing(period, cx.world.lang)));
            }
            _ => self.printing = Some(cx.ask(Ask::Printers)),
        }
    }

    /// Asks for the name of a file; its ending says the format.
    pub fn ask_path(&self, paper: Paper, format: Format, cx: &mut Cx) {
        let word = match paper {
            Paper::Report(asked) | Paper::Kept(_, asked, _) => match asked.kind {
                ReportKind::Summary => t::FILE_NAME,
                ReportKind::Funder => print::FUNDER_FILE_NAME,
            },
            Paper::Checks(..) => signing::FILE_NAME,
        };
        let period = paper.period().to_string().replace("..", "--");
        // Beside what is printed today there is room for what was printed then.
        let day = if let Paper::Kept(_, _, day) = paper { format!("-{day}") } else { String::new() };
        let name = format!("{}-{period}{day}.{}", word.get(paper.lang()), format.extension());
        cx.step(Step::Prompt(Prompt::new(Purpose::Path, &name)));
    }

    /// Writes a file of that name.
    pub fn write(&mut self, paper: Paper, path: PathBuf, replace: bool, cx: &mut Cx) {
        let format = path.extension().and_then(|end| Format::from_extension(end.to_str()?)).unwrap_or_default();
        let ask = Ask::WritePaper { paper, format, path: path.clone(), replace };
        self.writing = Some((cx.ask(ask), path));
    }

    /// Does what was chosen of what was offered.
    pub fn chosen(&mut self, paper: Paper, then: Then, cx: &mut Cx) {
        match then {
            Then::Replace(path) => self.write(paper, path, true, cx),
            Then::Print(printer, format) => self.printing = Some(cx.ask(Ask::Print { paper, format, printer })),
            Then::WriteAs(format) => self.ask_path(paper, format, cx),
            _ => {}
        }
    }

    /// Whether it waits for an answer.
    pub fn awaits(&self, ticket: Ticket) -> bool {
        let asked = [self.printing, self.checking].contains(&Some(ticket));
        asked || self.writing.as_ref().is_some_and(|(writing, _)| *writing == ticket)
    }

    /// Whether something is on its way.
    pub fn is_waiting(&self) -> bool {
        self.printing.is_some() || self.writing.is_some() || self.checking.is_some()
    }

    /// Takes an answer that it waits for.
    pub fn take(&mut self, paper: Paper, ticket: Ticket, told: Result<Told, Refusal>, cx: &mut Cx) {
        if let Some((_, path)) = self.writing.take_if(|(writing, _)| *writing == ticket) {
            return written(told, path, cx);
        }
        if self.checking.take_if(|checking| *checking == ticket).is_some() {
            self.things = if let Ok(Told::Signing(checks)) = &told { checks.len() } else { 0 };
            self.printing = Some(cx.ask(Ask::Printers));
            return;
        }
        self.printing.take_if(|printing| *printing == ticket);
        let lang = cx.world.lang;
        match told {
            Ok(Told::Printers(printers)) if printers.is_empty() => {
                self.offer(paper, printers, Some(Shown::new(print::NO_PRINTER.get(lang))), cx);
            }
            Ok(Told::Printers(printers)) => self.offer(paper, printers, None, cx),
            Ok(Told::Printed { printer, job }) => {
                cx.say(Message::done(fill(print::SENT, lang, &[("printer", &printer), ("job", &job)])));
            }
            Ok(_) => {}
            Err(refusal) if refusal.kind == RefusalKind::NoPrinter => {
                self.offer(paper, Vec::new(), Some(refusal.message), cx);
            }
            Err(refusal) => cx.refuse(refusal),
        }
    }

    /// The ways out: each printer in each format that it takes, then the files.
    fn offer(&self, paper: Paper, printers: Vec<Printer>, none: Option<Shown>, cx: &mut Cx) {
        let lang = cx.world.lang;
        let language = print::in_language(paper.lang()).get(lang);
        let mut dialog = Dialog::new(match paper {
            Paper::Kept(_, _, day) => fill(print::PRINT_KEPT, lang, &[("day", &day)]),
            _ => fill(print::PRINT_WHERE, lang, &[("language", &language)]),
        });
        dialog = match none {
            Some(none) => dialog.line(fill(print::NO_PRINTER_HERE, lang, &[("reason", &none)])),
            None => dialog.line(print::SPOOL.get(lang)),
        };
        if self.things > 0 {
            dialog = dialog.line(plural(self.things as u64, print::ONE_TO_LOOK_AT, print::TO_LOOK_AT, lang));
        }
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
        if !matches!(paper, Paper::Kept(..)) {
            let other = print::in_language(other(paper.lang())).get(lang);
            dialog = dialog.choice(fill(print::OTHER_LANGUAGE, lang, &[("language", &other)]), Then::OtherLanguage);
        }
        cx.step(Step::Open(dialog));
    }
}

fn written(told: Result<Told, Refusal>, path: PathBuf, cx: &mut Cx) {
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

/// The other of the two languages.
pub fn other(lang: Lang) -> Lang {
    if lang == Lang::Sv { Lang::En } else { Lang::Sv }
}
