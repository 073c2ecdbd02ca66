//! Records in and out: import and export of the files of contract section 3, and the rows that `list` prints.
//!
//! Import reads all files, lists every fault, and gives one change to be applied whole, or nothing. Export gives the
//! same files; read into a new store and exported again they are the same bytes.

mod existing;
mod export;
mod fault;
mod formula;
mod import;
mod json;
mod json_words;
mod links;
mod lists;
mod organisations;
mod places;
mod plan;
mod project;
mod records;
mod rows;
mod sheet;
mod source;
mod table;
mod workbook;

pub use existing::Existing;
pub use export::{ExportError, export_folder, standing, write_file};
pub use fault::{Fault, What};
pub use import::{FilterCheck, Refused, import};
pub use json::json_text;
pub use plan::{Counts, Plan};
pub use rows::{CsvRows, JsonRows, csv_text};
pub use source::{ReadError, SourceFile, Sources, read_paths};
pub use workbook::export_workbook;

use crate::domain::Kind;

/// The value lists' file.
const LISTS: &str = "lists.csv";
/// The project's file.
const PROJECT: &str = "project.json";

/// What a file holds, by its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Content {
    Records(Kind),
    Lists,
    Project,
}

impl Content {
    /// Everything there is a file of, in the order of an export.
    pub fn all() -> impl Iterator<Item = Content> {
        Kind::ALL.into_iter().map(Content::Records).chain([Content::Lists, Content::Project])
    }

    /// The name of the file.
    pub fn file_name(self) -> String {
        match self {
            Content::Records(kind) => format!("{}.csv", kind.table()),
            Content::Lists => LISTS.to_owned(),
            Content::Project => PROJECT.to_owned(),
        }
    }

    /// What the file at a path holds; `None` if its name is none of contract section 3.
    fn of_path(path: &str) -> Option<Content> {
        let name = path.rsplit(['/', std::path::MAIN_SEPARATOR]).next().unwrap_or(path);
        Content::all().find(|content| content.file_name() == name)
    }
}

#[cfg(test)]
mod tests;
