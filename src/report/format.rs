//! The formats that a document is rendered in.

use super::document::Document;
use super::{html, markdown, text};
use std::fmt;

/// Why a document could not be rendered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RenderError(pub String);

impl fmt::Display for RenderError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for RenderError {}

/// A format of a printed report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Format {
    /// Pages for a line printer.
    #[default]
    Text,
    Markdown,
    Html,
    /// Tagged, its typefaces inside.
    #[cfg(feature = "pdf")]
    Pdf,
}

impl Format {
    #[cfg(feature = "pdf")]
    pub const ALL: &'static [Format] = &[Format::Text, Format::Markdown, Format::Html, Format::Pdf];
    #[cfg(not(feature = "pdf"))]
    pub const ALL: &'static [Format] = &[Format::Text, Format::Markdown, Format::Html];

    /// As the command line takes it.
    pub fn code(self) -> &'static str {
        match self {
            Format::Text => "text",
            Format::Markdown => "markdown",
            Format::Html => "html",
            #[cfg(feature = "pdf")]
            Format::Pdf => "pdf",
        }
    }

    /// The end of a file's name.
    pub fn extension(self) -> &'static str {
        match self {
            Format::Text => "txt",
            Format::Markdown => "md",
            Format::Html => "html",
            #[cfg(feature = "pdf")]
            Format::Pdf => "pdf",
        }
    }

    /// Its name, in either language.
    pub fn name(self) -> &'static str {
        match self {
            Format::Text => "Text",
            Format::Markdown => "Markdown",
            Format::Html => "HTML",
            #[cfg(feature = "pdf")]
            Format::Pdf => "PDF",
        }
    }

    /// What is taken for a printer if nothing is said.
    #[cfg(feature = "pdf")]
    pub const BEST_PRINTED: Format = Format::Pdf;
    #[cfg(not(feature = "pdf"))]
    pub const BEST_PRINTED: Format = Format::Text;

    /// Whether a print system takes it as it is.
    pub fn is_printable(self) -> bool {
        self == Format::Text || self == Format::BEST_PRINTED
    }

    /// Whether it is not for a terminal.
    pub fn is_binary(self) -> bool {
        self.code() == "pdf"
    }

    /// The format whose files end so.
    pub fn from_extension(extension: &str) -> Option<Format> {
        let extension = extension.to_ascii_lowercase();
        Format::ALL.iter().copied().find(|format| format.extension() == extension)
    }

    /// The format with that code.
    pub fn from_code(code: &str) -> Option<Format> {
        Format::ALL.iter().copied().find(|format| format.code() == code)
    }

    /// The bytes of a document in this format.
    ///
    /// # Errors
    /// A PDF that its library refuses to make; the other formats never fail.
    pub fn render(self, document: &Document) -> Result<Vec<u8>, RenderError> {
        Ok(match self {
            Format::Text => text::plain(&text::pages(document)).into_bytes(),
            Format::Markdown => markdown::markdown(document).into_bytes(),
            Format::Html => html::html(document).into_bytes(),
            #[cfg(feature = "pdf")]
            Format::Pdf => super::pdf::pdf(document)?,
        })
    }
}
