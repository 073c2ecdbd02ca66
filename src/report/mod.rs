//! What is printed: a report is an outline of questions and prose that becomes one `Document`; each output format is
//! one renderer of that tree.
//!
//! Pure: all words, rounding and language happen in making the document, once.

use crate::domain::{Lang, OutlineSection};

mod align;
mod breaks;
pub mod budget;
mod chart;
mod checklist;
mod collaboration;
mod columns;
pub mod compare;
mod counted;
mod deviations;
pub mod document;
mod figures;
pub mod format;
pub mod funder;
mod goals;
mod hide;
pub mod html;
mod late;
mod layout;
pub mod markdown;
mod notes;
mod outline;
#[cfg(feature = "pdf")]
pub mod pdf;
pub mod prose;
#[cfg(test)]
mod random;
pub mod signing;
pub mod stored;
mod summary;
mod table;
pub mod text;
mod wrap;
mod writer;

pub use checklist::checklist;
pub use counted::counted;
pub use document::{
    Align, Bar, Block, Cell, Chart, Column, Document, Figure, Heading, List, Note, Prose, Remark, Row, Signature, Span,
    Table,
};
pub use format::{Format, RenderError};
/// A report that can be printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ReportKind {
    Summary,
    Funder,
}

impl ReportKind {
    pub const ALL: [ReportKind; 2] = [ReportKind::Summary, ReportKind::Funder];

    /// Its word on the command line, and in kept prints.
    pub fn code(self) -> &'static str {
        match self {
            ReportKind::Summary => "summary",
            ReportKind::Funder => "funder",
        }
    }

    /// The report with that word.
    pub fn from_code(code: &str) -> Option<ReportKind> {
        ReportKind::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

/// The codes of a report's own sections, in its order.
pub fn own_sections(kind: ReportKind) -> Vec<&'static str> {
    match kind {
        ReportKind::Summary => outline::SUMMARY.iter().map(|section| section.code).collect(),
        ReportKind::Funder => funder::SECTIONS.iter().map(|(code, ..)| *code).collect(),
    }
}

/// What a section of a report is headed by.
pub fn heading_of(kind: ReportKind, section: &OutlineSection, lang: Lang) -> String {
    match kind {
        ReportKind::Summary => summary::heading_of(section, lang),
        ReportKind::Funder => funder::heading_of(section, lang),
    }
}

pub use summary::prose_key;

pub use funder::{Entered, Material, funder, preview};
pub use summary::summary;
pub use text::{Page, pages};
pub use writer::{ReportError, Wanted};
