//! The formats that a document is rendered in.

use super::document::Document;
use super::{html, markdown, text};

/// A format of a printed report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Format {
    /// Pages for a line printer.
    #[default]
    Text,
    Markdown,
    Html,
}

impl Format {
    pub const ALL: &'static [Format] = &[Format::Text, Format::Markdown, Format::Html];

    /// As the command line takes it.
    pub fn code(self) -> &'static str {
        match self {
            Format::Text => "text",
            Format::Markdown => "markdown",
            Format::Html => "html",
        }
    }

    /// The end of a file's name.
    pub fn extension(self) -> &'static str {
        match self {
            Format::Text => "txt",
            Format::Markdown => "md",
            Format::Html => "html",
        }
    }

    /// The format with that code.
    pub fn from_code(code: &str) -> Option<Format> {
        Format::ALL.iter().copied().find(|format| format.code() == code)
    }

    /// The bytes of a document in this format.
    pub fn render(self, document: &Document) -> Vec<u8> {
        match self {
            Format::Text => text::plain(&text::pages(document)).into_bytes(),
            Format::Markdown => markdown::markdown(document).into_bytes(),
            Format::Html => html::html(document).into_bytes(),
        }
    }
}
