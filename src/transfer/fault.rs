//! What is wrong with a file to import: where, what, and what would be right, in both languages.

use super::json_words;
use crate::domain::{Lang, Meant, Problem, Shown};
use crate::i18n::texts::transfer as t;
use crate::i18n::{fill, meant as said, problem};
use std::fmt::Display;

/// One fault of an import. Its words are `FILE:LINE: COLUMN: what is wrong and what would be right` (contract
/// section 3).
#[derive(Clone, Debug, PartialEq)]
pub struct Fault {
    pub file: String,
    /// The line on which the record begins, from 1; `None` if it is about the file as a whole.
    pub line: Option<usize>,
    /// The column, or the key in project.json; `None` only where `line` is.
    pub column: Option<String>,
    pub what: What,
}

/// What is wrong.
#[derive(Clone, Debug, PartialEq)]
pub enum What {
    /// A path named on the command line whose file name is none of contract section 3.
    UnknownFile,
    /// A folder without any file of contract section 3.
    NoFiles,
    /// A second project.json in one import.
    SecondProject,
    /// UTF-16, as some programs save "Unicode text".
    Utf16,
    /// A byte that no UTF-8 text has there.
    NotUtf8(u8),
    NoHeader {
        columns: String,
    },
    /// Cells kept apart by this character and not by commas.
    Separator(char),
    UnknownColumn {
        meant: Meant,
    },
    ColumnWithoutName,
    DoubledColumn,
    CellCount {
        found: usize,
        expected: usize,
    },
    Misquoted {
        unclosed: bool,
    },
    Value(Problem),
    /// The ref stands in this import already.
    DoubledRef {
        file: String,
        line: usize,
    },
    /// The ref stands in the store with other content.
    Differs,
    /// A name that several organisations have.
    SeveralOrganisations {
        given: String,
        refs: String,
    },
    UnknownList {
        given: String,
        meant: Meant,
    },
    FixedList {
        given: String,
    },
    NotACode {
        given: String,
    },
    /// The value stands in this import already.
    DoubledValue {
        line: usize,
    },
    /// The value stands in the store with other labels, or retired there and not here.
    ValueDiffers,
    /// In the parser's words.
    Json {
        message: String,
    },
    /// JSON that is not `{…}`.
    NoObject,
    UnknownKey {
        meant: Meant,
    },
    NotATarget,
    NotAnAmount,
    NotAgeGroups,
    /// A target in per cent of an indicator without `of`.
    ShareOfNothing,
    /// A filter or measure that cannot be read, in the words of who reads filters.
    Filter(String),
    /// Another project stands in the store.
    ProjectDiffers,
}

/// As much of a wrong value as a message has room for.
const GIVEN: usize = 60;

impl Fault {
    pub(super) fn of_file(file: &str, what: What) -> Fault {
        Fault { file: file.to_owned(), line: None, column: None, what }
    }

    pub(super) fn at(file: &str, line: usize, column: impl Into<String>, what: What) -> Fault {
        Fault { file: file.to_owned(), line: Some(line), column: Some(column.into()), what }
    }

    /// The fault on one line, in a language.
    pub fn in_words(&self, lang: Lang) -> Shown {
        let line = self.line.map(|line| format!(":{line}")).unwrap_or_default();
        let column = self.column.as_ref().map(|column| format!(" {}:", clip(column))).unwrap_or_default();
        Shown::line(format!("{}{line}:{column} {}", self.file, self.what.in_words(lang)))
    }
}

impl What {
    fn in_words(&self, lang: Lang) -> String {
        let plain = |text: crate::domain::Text| text.get(lang).to_owned();
        let one = |text, name, part: &dyn Display| fill(text, lang, &[(name, part)]);
        match self {
            What::UnknownFile => {
                let names: Vec<_> = super::Content::all().map(super::Content::file_name).collect();
                one(t::UNKNOWN_FILE, "files", &names.join(", "))
            }
            What::NoFiles => plain(t::NO_FILES),
            What::SecondProject => plain(t::SECOND_PROJECT),
            What::Utf16 => plain(t::UTF_16),
            What::NotUtf8(byte) => one(t::NOT_UTF_8, "byte", &format!("{byte:02X}")),
            What::NoHeader { columns } => one(t::NO_HEADER, "columns", columns),
            What::Separator('\t') => plain(t::TABS),
            What::Separator(found) => one(t::SEPARATOR, "found", found),
            What::UnknownColumn { meant } => plain(t::UNKNOWN_COLUMN) + &said(meant, lang),
            What::ColumnWithoutName => plain(t::COLUMN_WITHOUT_NAME),
            What::DoubledColumn => plain(t::DOUBLED_COLUMN),
            What::CellCount { found, expected } => {
                fill(t::CELL_COUNT, lang, &[("found", found), ("expected", expected)])
            }
            What::Misquoted { unclosed: true } => plain(t::UNCLOSED_QUOTE),
            What::Misquoted { unclosed: false } => plain(t::STRAY_QUOTE),
            What::Value(Problem::UnknownCode { given, meant }) => {
                problem(&Problem::UnknownCode { given: clip(given), meant: meant.clone() }, lang)
            }
            What::Value(wrong) => problem(wrong, lang),
            What::DoubledRef { file, line } => fill(t::DOUBLED_REF, lang, &[("line", line), ("file", file)]),
            What::Differs => plain(t::DIFFERS),
            What::SeveralOrganisations { given, refs } => {
                fill(t::SEVERAL_ORGANISATIONS, lang, &[("refs", refs), ("given", &clip(given))])
            }
            What::UnknownList { given, meant } => one(t::UNKNOWN_LIST, "given", &clip(given)) + &said(meant, lang),
            What::FixedList { given } => one(t::FIXED_LIST, "given", &clip(given)),
            What::NotACode { given } => one(t::NOT_A_CODE, "given", &clip(given)),
            What::DoubledValue { line } => one(t::DOUBLED_VALUE, "line", line),
            What::ValueDiffers => plain(t::VALUE_DIFFERS),
            What::Json { message } => json_words::said(message, lang),
            What::NoObject => plain(t::NO_OBJECT),
            What::UnknownKey { meant } => plain(t::UNKNOWN_KEY) + &said(meant, lang),
            What::NotATarget => plain(t::NOT_A_TARGET),
            What::NotAnAmount => plain(t::NOT_AN_AMOUNT),
            What::NotAgeGroups => plain(t::NOT_AGE_GROUPS),
            What::ShareOfNothing => plain(t::SHARE_OF_NOTHING),
            What::Filter(words) => words.clone(),
            What::ProjectDiffers => plain(t::PROJECT_DIFFERS),
        }
    }
}

/// As much of a text as a message has room for.
pub(super) fn clip(text: &str) -> String {
    match text.char_indices().nth(GIVEN) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}
