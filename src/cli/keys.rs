//! `passphrase` and `recovery-sheet`: what opens the store.

use super::failure::{FAILED, Failure};
use super::progress::Meter;
use super::session::{Globals, Session};
use super::{init, input, output, passphrase};
use crate::domain::{Lang, Shown};
use crate::i18n::{fill, texts::safe as t};
use crate::store::{Error, Kdf, Passphrase, RecoveryCode, Store};
use clap::ArgMatches;
use std::path::Path;

/// Changes the passphrase, with `--new-key` the data key too.
///
/// # Errors
/// Wrong use, a passphrase that cannot be used, the store's own.
pub fn passphrase(globals: &Globals, matches: &ArgMatches) -> Result<(), Failure> {
    let lang = globals.lang;
    globals.refuse_demo()?;
    let Session { mut store, .. } = globals.open_to_write()?;
    let file = matches.get_one::<String>("new-passphrase-file").map(String::as_str);
    let new = passphrase::of_new_store(file, "--new-passphrase-file", lang)?;
    let failed = |error: Error| Failure::of_store(&error, lang);
    let kdf = Kdf::tuned().map_err(failed)?;
    if matches.get_flag("new-key") {
        return renew(store, &new, kdf, lang);
    }
    store.change_passphrase(&new, kdf).map_err(|error| Failure::of(&error, &store, lang))?;
    output::tell(t::PASSPHRASE_CHANGED.get(lang));
    Ok(())
}

fn renew(mut store: Store, new: &Passphrase, kdf: Kdf, lang: Lang) -> Result<(), Failure> {
    let mut meter = Meter::new(lang);
    let renewal = store.renewal(new, kdf, &mut |progress| meter.tell(progress));
    drop(meter);
    let renewal = renewal.map_err(|error| Failure::of(&error, &store, lang))?;
    print(&store, &renewal.code, lang)?;
    store.renew(renewal).map_err(|error| void(&error, lang))?;
    output::tell(t::NEW_KEY_MADE.get(lang));
    Ok(())
}

/// Makes a new recovery sheet and prints it. It is in force only once it is printed.
///
/// # Errors
/// Exit 1 if it is not wanted when asked again, or cannot be printed; the store's own.
pub fn recovery_sheet(globals: &Globals) -> Result<(), Failure> {
    let lang = globals.lang;
    globals.refuse_demo()?;
    let Session { mut store, .. } = globals.open_to_write()?;
    if output::can_ask() {
        output::ask(t::RECOVERY_ASK.get(lang));
        if !input::yes(lang)? {
            return Err(Failure::new(FAILED, t::RECOVERY_NOT.get(lang)));
        }
    }
    let kdf = Kdf::tuned().map_err(|error| Failure::of_store(&error, lang))?;
    let recovery = store.new_recovery(kdf).map_err(|error| Failure::of(&error, &store, lang))?;
    print(&store, &recovery.code, lang)?;
    store.put_in_force(recovery).map_err(|error| void(&error, lang))?;
    output::tell(t::RECOVERY_DONE.get(lang));
    Ok(())
}

fn print(store: &Store, code: &RecoveryCode, lang: Lang) -> Result<(), Failure> {
    let folder = store.folder().map_or(Path::new(""), |folder| folder.path());
    let sheet = Shown::new(init::sheet(folder, code, lang));
    output::show(&sheet, lang).map_err(|_| Failure::new(FAILED, t::RECOVERY_UNPRINTED.get(lang)))
}

/// What was printed does not hold, unless it is only the old store that could not be taken away.
fn void(error: &Error, lang: Lang) -> Failure {
    let reason = error.message(lang);
    match error {
        Error::OldKeyLeft { .. } => Failure::of_store(error, lang),
        _ => Failure::new(error.exit_code(), fill(t::RECOVERY_VOID, lang, &[("reason", &reason)])),
    }
}
