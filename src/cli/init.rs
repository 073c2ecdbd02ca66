//! `init`: makes a store, and prints the recovery sheet.

use super::failure::Failure;
use super::session::Globals;
use super::{output, passphrase};
use crate::config;
use crate::domain::{Lang, Shown};
use crate::i18n::{date_long, fill, texts::cli as t};
use crate::store::{Kdf, RecoveryCode, Store};
use std::path::Path;

/// Columns of the sheet.
const WIDTH: usize = 72;

/// Makes a store in the folder that the options name.
///
/// # Errors
/// Wrong use, a passphrase that cannot be used, the store's own.
pub fn run(globals: &Globals) -> Result<(), Failure> {
    let lang = globals.lang;
    if globals.demo().is_some() {
        return Err(Failure::usage(t::INIT_DEMO.get(lang)));
    }
    let folder = globals.store()?;
    // Before anybody thinks of a passphrase, rather than after it is typed twice.
    if std::fs::read_dir(&folder).is_ok_and(|mut entries| entries.next().is_some()) {
        return Err(Failure::of_store(&crate::store::Error::NotEmpty { folder }, lang));
    }
    let passphrase = passphrase::of_new_store(globals.passphrase_file(), passphrase::OPTION, lang)?;
    let failed = |error| Failure::of_store(&error, lang);
    let (_store, code) = Store::create(&folder, &passphrase, Kdf::tuned().map_err(failed)?).map_err(failed)?;
    // The store stands, so whoever got no sheet is told how to get one.
    output::show(&Shown::new(sheet(&folder, &code, lang)), lang)
        .inspect_err(|_| output::tell(t::SHEET_UNSEEN.get(lang)))
}

/// The recovery sheet.
pub fn sheet(folder: &Path, code: &RecoveryCode, lang: Lang) -> String {
    let shown = std::path::absolute(folder).unwrap_or_else(|_| folder.to_owned());
    let groups: Vec<&str> = code.groups().collect();
    let code = groups.chunks(4).map(|line| format!("    {}", line.join("  "))).collect::<Vec<_>>().join("\n");
    let wrapped = |text: crate::domain::Text| crate::report::text::wrapped(text.get(lang), WIDTH);
    [
        t::SHEET_TITLE.get(lang).to_owned(),
        String::new(),
        fill(t::SHEET_STORE, lang, &[("store", &shown.display())]),
        fill(t::SHEET_MADE, lang, &[("date", &date_long(config::today(), lang))]),
        String::new(),
        t::SHEET_CODE.get(lang).to_owned(),
        String::new(),
        code,
        String::new(),
        wrapped(t::SHEET_WHY),
        String::new(),
        wrapped(t::SHEET_KEEP),
    ]
    .join("\n")
}
