//! What is printed: a report is an outline of questions and prose that becomes one `Document`; each output format is
//! one renderer of that tree.
//!
//! Pure: all words, rounding and language happen in making the document, once.

mod chart;
pub mod document;
mod format;
pub mod html;
mod layout;
pub mod markdown;
mod notes;
mod outline;
pub mod stored;
mod summary;
mod table;
pub mod text;
mod wrap;

pub use document::{
    Align, Bar, Block, Cell, Chart, Column, Document, Figure, Heading, List, Note, Prose, Remark, Row, Signature, Span,
    Table,
};
pub use format::{Format, RenderError};
pub use summary::summary;
pub use text::{Page, pages};
