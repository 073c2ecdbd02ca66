//! `backup` and `restore`.

use super::failure::{FAILED, Failure};
use super::progress::Meter;
use super::session::{Globals, Session};
use super::{output, passphrase};
use crate::config;
use crate::domain::{Lang, Shown};
use crate::i18n::{fill, texts::safe as t};
use crate::store::{self, Error, Folder, Place};
use clap::ArgMatches;
use std::path::Path;

/// Makes a backup and prints its path.
///
/// # Errors
/// Exit 5 if the store or the copy is not whole; the store's own.
pub fn run(session: &mut Session, matches: &ArgMatches) -> Result<(), Failure> {
    let lang = session.lang;
    let dir = matches.get_one::<String>("dir").map(Path::new);
    let mut meter = Meter::new(lang);
    let made = session.store.back_up(dir, config::now(), &mut |progress| meter.tell(progress));
    drop(meter);
    let made = made.map_err(|error| session.failed(&error))?;
    output::write(&format!("{}\n", made.display()), lang)
}

/// Makes the store from a backup.
///
/// # Errors
/// Wrong use; a store that stands there and is not to be replaced; those of the store.
pub fn restore(globals: &Globals, matches: &ArgMatches) -> Result<(), Failure> {
    let lang = globals.lang;
    globals.refuse_demo()?;
    let failed = |error| Failure::of_store(&error, lang);
    let place = globals.store()?;
    let from = matches.get_one::<String>("dir").map_or(Path::new(""), Path::new);
    if from.canonicalize().ok().is_some_and(|from| Some(from) == place.canonicalize().ok()) {
        return Err(Failure::usage(fill(t::RESTORE_ITSELF, lang, &[("folder", &from.display())])));
    }
    let backup = Folder::take(from).map_err(|error| match error {
        Error::NoStore { .. } => no_backup(from, &place, lang),
        error => failed(error),
    })?;
    let standing = Place::look(&place, matches.get_flag("replace")).map_err(failed)?;
    let typed = passphrase::of_store(globals.passphrase_file(), lang)?;
    let mut meter = Meter::new(lang);
    let restored =
        store::restore(&backup, &place, standing, typed, config::now(), &mut |progress| meter.tell(progress));
    drop(meter);
    let restored = restored.map_err(failed)?;
    let keys = if restored.keeps_passphrase { t::RESTORED_NEW_KEYS } else { t::RESTORED_OWN_KEYS };
    let kept = restored.kept.map(|kept| fill(t::RESTORED_KEPT, lang, &[("kept", &kept.display())]));
    let place = restored.place.display().to_string();
    let said = fill(t::RESTORED, lang, &[("place", &place), ("from", &backup.path().display())]);
    let lines = [Some(said), kept, Some(keys.get(lang).to_owned())];
    output::show(&Shown::new(lines.into_iter().flatten().collect::<Vec<_>>().join("\n")), lang)
}

/// What is said of a folder that is no backup: which is the newest of those in it, or else of the store's own.
fn no_backup(from: &Path, place: &Path, lang: Lang) -> Failure {
    let own = store::own_backups(place);
    let newest = |folder: &Path| store::backups_in(folder).ok()?.into_iter().next();
    let said = match newest(from).or_else(|| newest(&own)) {
        Some(backup) => fill(t::NO_BACKUP, lang, &[("folder", &from.display()), ("newest", &backup.path.display())]),
        None => fill(t::NO_BACKUPS, lang, &[("folder", &from.display()), ("backups", &own.display())]),
    };
    Failure::new(FAILED, said)
}
