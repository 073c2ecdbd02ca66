//! Reports for the screen: their pages, a printer, a file. What leaves the program is kept as it was printed.

use super::fault::Fault;
use super::log::Log;
use super::printer::{self, PrintError, Printer};
use super::{file, printing, prints};
use crate::app::exchange::{Paper, Refusal, RefusalKind, ReportQuestion, Told};
use crate::domain::Lang;
use crate::i18n::{fill, texts::print as t};
use crate::report::{Document, Format, Wanted, pages};
use crate::stats::suppress::Limit;
use chrono::NaiveDateTime;
use std::path::Path;

/// Counts under this are hidden in the copy for the public.
const PUBLIC: u64 = 5;

/// The pages of a report.
///
/// # Errors
/// An indicator that cannot be counted, or a store that cannot be read.
pub fn shown(log: &Log, report: &ReportQuestion) -> Result<Told, Fault> {
    Ok(Told::Report(pages(&made(log, &wanted(log, report, false), report)?)))
}

/// The printers.
///
/// # Errors
/// No print system, or one that does not answer.
pub fn printers(lang: Lang) -> Result<Told, Fault> {
    printer::printers().map(Told::Printers).map_err(|error| refused(&error, lang))
}

/// Prints a report and keeps it, or the page of checks or a kept print, which are not kept.
///
/// # Errors
/// As `shown`, and what the print system says; nothing is kept then.
pub fn print(
    log: &mut Log,
    paper: Paper,
    format: Format,
    name: &str,
    now: NaiveDateTime,
    lang: Lang,
) -> Result<Told, Fault> {
    let document = on_paper(log, paper)?;
    let bytes = document.rendered(format, lang)?;
    let printer = Printer { name: name.to_owned(), is_default: false };
    let job = printer::print(&bytes, format, &printer).map_err(|error| refused(&error, lang))?;
    keep(log, paper, &document, now)?;
    Ok(Told::Printed { printer: printer.name, job })
}

/// Writes a report to a file and keeps it, or the page of checks or a kept print, which are not kept.
///
/// # Errors
/// As `shown`, `Exists`, or what the system said; nothing is kept then.
pub fn write(
    log: &mut Log,
    paper: Paper,
    format: Format,
    (path, replace): (&Path, bool),
    now: NaiveDateTime,
    lang: Lang,
) -> Result<Told, Fault> {
    let document = on_paper(log, paper)?;
    file::write(path, &document.rendered(format, lang)?, replace, lang)?;
    keep(log, paper, &document, now)?;
    Ok(Told::Written(path.to_owned()))
}

/// What leaves the program.
enum Leaving {
    /// Made now, with the records behind its figures.
    Made(Document),
    /// As it was printed once.
    Kept(Box<prints::Kept>),
}

impl Leaving {
    fn rendered(&self, format: Format, lang: Lang) -> Result<Vec<u8>, Fault> {
        match self {
            Leaving::Made(document) => rendered(document, format, lang),
            // A later version may set it otherwise; what was printed stays byte for byte.
            Leaving::Kept(kept) if format == Format::Text => Ok(kept.text.clone().into_bytes()),
            Leaving::Kept(kept) => rendered(&kept.document, format, lang),
        }
    }
}

fn on_paper(log: &Log, paper: Paper) -> Result<Leaving, Fault> {
    match paper {
        Paper::Report(report) => made(log, &wanted(log, &report, true), &report).map(Leaving::Made),
        Paper::Checks(period, language) => {
            let wanted = Wanted { period, lang: language, made: log.today, suppress: None, refs: false };
            Ok(Leaving::Made(printing::checks_document(&log.store, &log.facts, &wanted)?))
        }
        Paper::Kept(seq, ..) => {
            let kept = prints::kept(&log.store, seq)?;
            Ok(Leaving::Kept(Box::new(kept.ok_or(Fault::Gone)?)))
        }
    }
}

fn wanted(log: &Log, report: &ReportQuestion, refs: bool) -> Wanted {
    let suppress = if report.public { Limit::new(PUBLIC) } else { None };
    Wanted { period: report.period, lang: report.lang, made: log.today, suppress, refs }
}

fn made(log: &Log, wanted: &Wanted, report: &ReportQuestion) -> Result<Document, Fault> {
    Ok(printing::document(&log.store, &log.facts, report.kind, wanted)?)
}

fn rendered(document: &Document, format: Format, lang: Lang) -> Result<Vec<u8>, Fault> {
    format.render(document).map_err(|error| {
        let parts: [(&str, &dyn std::fmt::Display); 2] = [("format", &format.name()), ("reason", &error)];
        Fault::said(fill(t::NOT_RENDERED, lang, &parts))
    })
}

/// Keeps a report. The page of checks is none, and a kept print stands in the store already.
fn keep(log: &mut Log, paper: Paper, left: &Leaving, now: NaiveDateTime) -> Result<(), Fault> {
    let (Paper::Report(report), Leaving::Made(document)) = (paper, left) else { return Ok(()) };
    let wanted = wanted(log, &report, true);
    prints::keep(&mut log.store, report.kind, &wanted, document, now)?;
    Ok(())
}

fn refused(error: &PrintError, lang: Lang) -> Fault {
    let kind = match error {
        PrintError::NoSystem | PrintError::NoPrinter => RefusalKind::NoPrinter,
        _ => RefusalKind::Other,
    };
    Fault::Said(Refusal { message: error.message(lang), kind })
}
