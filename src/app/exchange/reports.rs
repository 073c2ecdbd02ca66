//! What goes between the screen and the worker about reports: what is printed and where, kept prints, and prose while it
//! is written.

use super::Entry;
use crate::domain::{Kind, Lang, Ref, Shown};
use crate::query::{Period, Question};
use crate::report::ReportKind;
use chrono::{NaiveDate, NaiveDateTime};

/// A report that is looked at, printed or written to a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReportQuestion {
    pub kind: ReportKind,
    pub period: Period,
    /// The language it is made in.
    pub lang: Lang,
    /// The copy for the public: small counts hidden, no names.
    pub public: bool,
}

/// What can be printed, or written to a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paper {
    Report(ReportQuestion),
    /// What to look at before the funder's report is signed, of a period and in a language. Nothing for the public.
    Checks(Period, Lang),
    /// The kept print with that number, as it was, and the day on which it was printed.
    Kept(i64, ReportQuestion, NaiveDate),
}

impl Paper {
    /// The language it is made in.
    pub fn lang(self) -> Lang {
        match self {
            Paper::Report(asked) | Paper::Kept(_, asked, _) => asked.lang,
            Paper::Checks(_, lang) => lang,
        }
    }

    pub fn period(self) -> Period {
        match self {
            Paper::Report(asked) | Paper::Kept(_, asked, _) => asked.period,
            Paper::Checks(period, _) => period,
        }
    }
}

/// A printer that the print system knows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Printer {
    pub name: String,
    /// Whether it prints what names no printer.
    pub is_default: bool,
}

/// A kept print in the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PrintLine {
    /// Its number.
    pub seq: i64,
    /// Local time.
    pub at: NaiveDateTime,
    pub title: Shown,
    /// The period in words.
    pub period: Shown,
    /// What was asked for.
    pub asked: ReportQuestion,
}

impl PrintLine {
    /// The print as what goes out once more.
    pub fn paper(&self) -> Paper {
        Paper::Kept(self.seq, self.asked, self.at.date())
    }
}

/// A kept print, and what has changed since.
#[derive(Clone, Debug)]
pub struct KeptPrint {
    pub line: PrintLine,
    /// Its pages as they were printed.
    pub lines: Vec<Shown>,
    pub changed: Vec<ChangedFigure>,
}

/// A figure of a kept print that is another today.
#[derive(Clone, Debug)]
pub struct ChangedFigure {
    /// What is counted.
    pub label: Shown,
    pub then: Shown,
    pub now: Shown,
    /// The question behind it, to open its records.
    pub question: Option<Question>,
    pub causes: Vec<Cause>,
}

/// A record that made the difference.
#[derive(Clone, Debug)]
pub struct Cause {
    pub kind: Kind,
    pub own: Ref,
    /// Behind the figure now and not then, the other way about, or both.
    pub came: Option<bool>,
    /// As it stands now; `None` where it is no more.
    pub entry: Option<Entry>,
}

/// A stretch of prose as it will be printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PreviewSpan {
    pub text: Shown,
    /// A number that no figure confirms, or a field that cannot be read.
    pub is_doubtful: bool,
}

/// A figure that can be put into prose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FigureOffer {
    /// What stands between the braces.
    pub field: String,
    /// What it is called and what it is now.
    pub label: Shown,
}
