//! The settings file, and where the platform wants things. Language, theme and keys live here; what changes a figure
//! lives in the store (contract section 1).

mod settings;
mod write;

pub use settings::{KeySetting, LOCK_AFTER, Settings, Theme, Warning};
pub use write::{set, with_setting};

use crate::domain::Lang;
use crate::files;
use directories::ProjectDirs;
use std::path::PathBuf;

fn directories() -> Option<ProjectDirs> {
    ProjectDirs::from("", "", "caselog")
}

/// The store's folder where none is named: `CASELOG_STORE`, else the platform's data directory.
pub fn default_store() -> Option<PathBuf> {
    match std::env::var_os("CASELOG_STORE") {
        Some(dir) if !dir.is_empty() => Some(dir.into()),
        _ => directories().map(|d| d.data_dir().to_owned()),
    }
}

/// The path of the settings file.
pub fn settings_file() -> Option<PathBuf> {
    directories().map(|d| d.config_dir().join("settings.toml"))
}

/// The settings as they stand, and what is wrong with the file. A file that is not there is no fault.
pub fn load() -> (Settings, Vec<Warning>) {
    let Some(file) = settings_file() else { return (Settings::default(), Vec::new()) };
    match std::fs::read_to_string(&file) {
        Ok(text) => Settings::parse(&text, &file.to_string_lossy()),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => (Settings::default(), Vec::new()),
        Err(error) => (Settings::default(), vec![Warning::unread(&file.to_string_lossy(), &error.to_string())]),
    }
}

/// Notes the language that was chosen at the first start, where no settings file stands yet.
///
/// # Errors
/// What the system refused.
pub fn note_lang(lang: Lang) -> std::io::Result<()> {
    let Some(file) = settings_file().filter(|file| !file.exists()) else { return Ok(()) };
    if let Some(folder) = file.parent() {
        files::folder(folder)?;
    }
    files::write_new(&file, format!("# caselog\nlang = \"{}\"\n", lang.code()).as_bytes())
}

/// The language of the locale: Swedish where the first one that is ours is Swedish, else English.
pub fn locale_lang() -> Lang {
    sys_locale::get_locales().find_map(|locale| Lang::from_locale(&locale)).unwrap_or(Lang::En)
}

/// The day of the clock, local time.
pub fn today() -> chrono::NaiveDate {
    chrono::Local::now().date_naive()
}

/// The day and time of the clock, local.
pub fn now() -> chrono::NaiveDateTime {
    chrono::Local::now().naive_local()
}
