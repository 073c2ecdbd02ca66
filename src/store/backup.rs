//! Backups: whole copies of the store in dated folders, the older ones rotated out (safety: "Nothing lost").
//!
//! The store's own backups stand beside it, in a folder of the store's name and `-backups`: they outlive the store's
//! folder, and a restored store finds them again.

use super::error::Error;
use super::folder::{Draft, Folder, HEAD, KEYS, folders_in, place_of, remove, sweep};
use super::head;
use super::journal::ERASE;
use super::progress::Watch;
use super::{Beside, Store, open};
use chrono::{Datelike, NaiveDate, NaiveDateTime, TimeDelta};
use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// What the name of a backup begins with.
const PREFIX: &str = "caselog-";
/// How its time follows: local time.
const MADE: &str = "%Y-%m-%d-%H%M%S";
/// What follows the store's name in that of the folder of its own backups.
const OWN: &str = "-backups";
/// So many days, weeks and months have a backup that is kept.
const DAYS: usize = 7;
const WEEKS: usize = 4;
const MONTHS: usize = 12;

/// A backup that stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Backup {
    pub path: PathBuf,
    /// Local time.
    pub made: NaiveDateTime,
    /// The newest change in it, as its head says; `None` if the head cannot be read.
    pub seq: Option<i64>,
}

/// The folder of the own backups of the store in a folder; neither need be there.
pub fn own_backups(store: &Path) -> PathBuf {
    let (parent, name) = place_of(store);
    parent.join(format!("{name}{OWN}"))
}

impl Folder {
    /// The folder of the store's own backups; it need not be there.
    pub fn own_backups(&self) -> PathBuf {
        own_backups(self.path())
    }

    /// Whether the store is itself one of a store's own backups.
    fn is_a_backup(&self) -> bool {
        let (parent, name) = self.place();
        let folder = parent.file_name().unwrap_or_default().to_string_lossy();
        folder.ends_with(OWN) && made_of(&name).is_some()
    }

    /// The store's own backups, newest first. Nothing but their names and heads is read.
    ///
    /// # Errors
    /// `File`.
    pub fn backups(&self) -> Result<Vec<Backup>, Error> {
        backups_in(&self.own_backups())
    }
}

impl Store {
    /// Makes a backup in a new dated folder, `elsewhere` or else among the store's own, and gives its path: copied,
    /// opened, verified, and compared with this store. Only then older ones of its own go that need not be kept any
    /// more. `now` is local time.
    ///
    /// # Errors
    /// `Newer`, `NoFolder`; `Damaged`, `Findings` or `Differs` if this store or the copy is not whole; `Stopped`; `File`,
    /// `Database`. Then no new backup stands, and every older one does; but for a `File` or `Database` of the very end
    /// (bringing its name to the disk, letting older ones go): it stands then, whole, and those that were to go may not
    /// all be gone. They go with the next.
    pub fn back_up(
        &mut self,
        elsewhere: Option<&Path>,
        now: NaiveDateTime,
        watch: &mut Watch,
    ) -> Result<PathBuf, Error> {
        self.ready()?;
        let Beside { folder, key, .. } = self.beside()?;
        let place = elsewhere.map_or_else(|| folder.own_backups(), Path::to_owned);
        let keys = open::read_keys(folder)?;
        let draft = Draft::begin(&place.join(free_name(&place, now)))?;
        drop(self.copy_into(&draft, keys.newest(), key.again(), watch)?);
        let made = draft.finish()?;
        if elsewhere.is_none() {
            self.rotate()?;
        }
        Ok(made)
    }

    /// Makes the day's backup among its own if one is due: its path.
    ///
    /// # Errors
    /// As `back_up`.
    pub fn back_up_if_due(&mut self, now: NaiveDateTime, watch: &mut Watch) -> Result<Option<PathBuf>, Error> {
        if !self.is_backup_due(now.date())? {
            return Ok(None);
        }
        self.back_up(None, now, watch).map(Some)
    }

    /// Whether closing is to make a backup: none of its own was made today, and something has changed since the last.
    /// A store in memory, a newer one, and one that is itself a backup make none by themselves.
    ///
    /// # Errors
    /// `File`.
    pub fn is_backup_due(&self, today: NaiveDate) -> Result<bool, Error> {
        let Some(Beside { folder, .. }) = &self.beside else { return Ok(false) };
        if self.newer.is_some() || folder.is_a_backup() {
            return Ok(false);
        }
        match folder.backups()?.first() {
            Some(last) if last.made.date() == today => Ok(false),
            Some(last) => {
                let of_backup = |name: &str| std::fs::read(last.path.join(name)).ok();
                Ok(of_backup(HEAD) != folder.read(HEAD)? || of_backup(KEYS[0]) != folder.read(KEYS[0])?)
            }
            // The first entry is that of making the store.
            None => Ok(self.newest.seq > 1),
        }
    }

    /// Lets the store's own backups go that need not be kept, and those that hold somebody who has been erased since.
    /// The newest always stays.
    fn rotate(&self) -> Result<(), Error> {
        let place = self.beside()?.folder.own_backups();
        sweep(&place)?;
        let backups = backups_in(&place)?;
        let kept = kept(backups.iter().map(|backup| backup.made));
        let erased = self.last_erasure()?;
        let is_kept = |backup: &Backup| {
            let holds_erased = erased.is_some_and(|erased| backup.seq.is_none_or(|seq| seq < erased));
            kept.contains(&backup.made) && !holds_erased
        };
        for backup in backups.iter().skip(1).filter(|backup| !is_kept(backup)) {
            remove(&place, &name_of(&backup.path))?;
        }
        Ok(())
    }

    /// The number of the last change that took somebody out for good.
    fn last_erasure(&self) -> Result<Option<i64>, Error> {
        let sql = "SELECT max(seq) FROM journal WHERE action = ?";
        Ok(self.connection.query_row(sql, [ERASE], |row| row.get(0))?)
    }

    /// What stands beside the database.
    ///
    /// # Errors
    /// `NoFolder` for a store in memory.
    pub(super) fn beside(&self) -> Result<&Beside, Error> {
        self.beside.as_ref().ok_or(Error::NoFolder)
    }

    /// The folder that the store stands in; none for one in memory.
    pub fn folder(&self) -> Option<&Arc<Folder>> {
        self.beside.as_ref().map(|beside| &beside.folder)
    }
}

/// Which backups stay, by when they were made: everything of the newest day that has one, and the newest of each of
/// the last days, weeks and months that have one. Weeks are those of ISO 8601.
pub fn kept(made: impl IntoIterator<Item = NaiveDateTime>) -> HashSet<NaiveDateTime> {
    let mut made: Vec<_> = made.into_iter().collect();
    made.sort_unstable_by(|a, b| b.cmp(a));
    let mut kept = HashSet::new();
    let last = made.first().map(NaiveDateTime::date);
    kept.extend(made.iter().filter(|at| Some(at.date()) == last));
    let mut first_of_each = |count: usize, of: fn(NaiveDate) -> (i32, u32)| {
        let mut seen = HashSet::new();
        kept.extend(made.iter().filter(|at| seen.insert(of(at.date())) && seen.len() <= count));
    };
    first_of_each(DAYS, |day| (day.year(), day.ordinal()));
    first_of_each(WEEKS, |day| (day.iso_week().year(), day.iso_week().week()));
    first_of_each(MONTHS, |day| (day.year(), day.month()));
    kept
}

/// The backups in a folder, newest first. Nothing but their names and heads is read.
///
/// # Errors
/// `File`.
pub fn backups_in(place: &Path) -> Result<Vec<Backup>, Error> {
    let backup = |name: &String| {
        let path = place.join(name);
        let seq = std::fs::read(path.join(HEAD)).ok().and_then(|text| head::seq(&text));
        Some(Backup { made: made_of(name)?, path, seq })
    };
    let mut found: Vec<Backup> = folders_in(place)?.iter().filter_map(backup).collect();
    found.sort_by_key(|backup| std::cmp::Reverse(backup.made));
    Ok(found)
}

/// When the backup of that name was made; `None` if it is no name of a backup.
fn made_of(name: &str) -> Option<NaiveDateTime> {
    NaiveDateTime::parse_from_str(name.strip_prefix(PREFIX)?, MADE).ok()
}

fn name_of(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

/// The name of a backup made now: that of the next second which has none.
fn free_name(place: &Path, now: NaiveDateTime) -> String {
    let names = (0..).map(|second| format!("{PREFIX}{}", (now + TimeDelta::seconds(second)).format(MADE)));
    names.into_iter().find(|name| place.join(name).symlink_metadata().is_err()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> NaiveDateTime {
        NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap()
    }

    /// What stands after every day of a stretch has made its backup and rotated.
    fn after(days: i64) -> Vec<NaiveDateTime> {
        let mut standing: Vec<NaiveDateTime> = Vec::new();
        for day in 0..days {
            standing.push(at("2009-01-01 16:00") + TimeDelta::days(day));
            let kept = kept(standing.iter().copied());
            standing.retain(|made| kept.contains(made));
        }
        standing
    }

    #[test]
    fn seven_days_four_weeks_and_twelve_months_are_kept() {
        let standing = after(800);
        let last = *standing.last().unwrap();
        for back in 0..7 {
            assert!(standing.contains(&(last - TimeDelta::days(back))), "{back} days");
        }
        let weeks: HashSet<_> = standing.iter().map(|made| made.iso_week()).collect();
        let months: HashSet<_> = standing.iter().map(|made| (made.year(), made.month())).collect();
        assert!(weeks.len() >= 4);
        assert_eq!(months.len(), 12);
        assert!(standing.len() <= 7 + 4 + 12);
        assert!(standing.iter().all(|made| last - *made < TimeDelta::days(366)));
    }

    #[test]
    fn all_of_the_newest_day_stay_and_one_of_the_days_before() {
        let made = ["2010-03-04 09:00", "2010-03-04 17:00", "2010-03-05 08:00", "2010-03-05 17:00"].map(at);
        let mut kept: Vec<_> = kept(made).into_iter().collect();
        kept.sort();
        assert_eq!(kept, [made[1], made[2], made[3]]);
        assert_eq!(super::kept([]), HashSet::new());
    }

    #[test]
    fn only_names_of_backups_are_backups() {
        assert_eq!(made_of("caselog-2010-03-05-142000"), Some(at("2010-03-05 14:20")));
        for name in ["caselog-2010-03-05", "caselog-2010-03-05-142000-kept", ".caselog-2010-03-05-142000.new-1", "x"] {
            assert_eq!(made_of(name), None, "{name}");
        }
    }
}
