//! What keeps the log safe, as the screen asks for it: backups and erasing.

use super::log::Log;
use crate::app::exchange::{Backups, Told};
use crate::domain::{Lang, Ref, Shown};
use crate::store::{Error, Watch};
use chrono::NaiveDateTime;

/// The store's own backups, newest first.
///
/// # Errors
/// Those of the store.
pub fn backups(log: &Log) -> Result<Told, Error> {
    let Some(folder) = log.store.folder() else { return Ok(Told::Backups(Backups::default())) };
    let made = folder.backups()?.into_iter().map(|backup| {
        let name = backup.path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        (backup.made, Shown::line(name))
    });
    Ok(Told::Backups(Backups {
        folder: Some(Shown::line(folder.own_backups().display().to_string())),
        made: made.collect(),
        is_behind: log.store.is_backup_due(log.today)?,
    }))
}

/// Makes a backup among the store's own, or only the day's if it is due.
///
/// # Errors
/// Those of the store.
pub fn back_up(log: &mut Log, only_if_due: bool, now: NaiveDateTime, watch: &mut Watch) -> Result<Told, Error> {
    match only_if_due {
        true => log.store.back_up_if_due(now, watch),
        false => log.store.back_up(None, now, watch).map(Some),
    }
    .map(Told::BackedUp)
}

/// What erasing a person would take, in words.
///
/// # Errors
/// Those of the store.
pub fn erasure(log: &Log, own: Ref, lang: Lang) -> Result<Told, Error> {
    let words = log.store.erasure(&own)?.in_words(lang);
    Ok(Told::Erasure(own, words.into_iter().map(Shown::line).collect()))
}

/// Erases a person, in the facts too.
///
/// # Errors
/// Those of the store.
pub fn erase(log: &mut Log, own: &Ref, now: NaiveDateTime) -> Result<Told, Error> {
    let erased = log.erase(own, now)?;
    let drafts = erased.drafts.iter().filter_map(|key| key.parse().ok()).collect();
    Ok(Told::Erased(erased.change, drafts))
}
