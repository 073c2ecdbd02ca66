//! `export`: the whole log in the clear.

use super::failure::{FAILED, Failure};
use super::output;
use super::session::Session;
use crate::config;
use crate::domain::Shown;
use crate::i18n::fill;
use crate::i18n::texts::{cli as t, safe};
use crate::transfer::{self, ExportError};
use clap::ArgMatches;
use std::path::Path;

/// Writes the files of contract section 3 to a folder. It is whole, like a backup: protected identity included, so the
/// journal notes it first.
///
/// # Errors
/// A folder that cannot be written or holds such files, the store's own.
pub fn run(session: &mut Session, matches: &ArgMatches) -> Result<(), Failure> {
    let lang = session.lang;
    let folder = matches.get_one::<String>("dir").map_or("", String::as_str);
    let failed = |error: ExportError<crate::store::Error>| match &error {
        ExportError::Existing(inner) => Failure::of_store(inner, lang),
        _ => Failure::new(FAILED, error.in_words(lang).map(Shown::into_string).unwrap_or_default()),
    };
    let folder = Path::new(folder);
    let is_workbook = matches.get_one::<String>("format").is_some_and(|format| format == "xlsx");
    if let Some(path) = transfer::standing(folder, is_workbook) {
        return Err(failed(ExportError::Stands { path }));
    }
    // Before anything is in the clear, so that nothing ever is that is not noted.
    session.store.note_export(config::now()).map_err(|error| session.failed(&error))?;
    let written = match is_workbook {
        true => {
            let (path, cut) = transfer::export_workbook(&session.store, session.today, folder).map_err(failed)?;
            if cut > 0 {
                output::tell(&fill(safe::WORKBOOK_CUT, lang, &[("n", &cut)]));
            }
            path
        }
        false => {
            transfer::export_folder(&session.store, session.today, folder).map_err(failed)?;
            folder.to_owned()
        }
    };
    output::tell(&fill(t::EXPORTED, lang, &[("dir", &written.display())]));
    Ok(())
}
