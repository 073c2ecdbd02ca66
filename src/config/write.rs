//! Setting one thing in the settings file: its line is replaced, or added before the first table; all else, comments
//! included, stays as it is.

use super::settings::{Settings, Warning};
use crate::files;
use std::io;
use toml::de::DeTable;

/// The text of a settings file with a setting in it.
///
/// # Errors
/// What is wrong with the key or the value.
pub fn with_setting(text: &str, key: &str, value: &str) -> Result<String, Warning> {
    let is_number = !value.is_empty() && value.bytes().all(|b| b.is_ascii_digit());
    let value = if is_number { value.to_owned() } else { toml::Value::from(value).to_string() };
    let line = format!("{key} = {value}");
    Settings::check(key, &value)?;
    // A file that cannot be read as it stands would not be read with one setting more either.
    let table = match DeTable::parse(text) {
        Ok(table) => table,
        Err(_) => return Err(Settings::parse(text, "settings.toml").1.into_iter().next().unwrap_or_else(no_warning)),
    };
    if let Some((_, old)) = table.get_ref().iter().find(|(name, _)| name.get_ref() == key) {
        let mut changed = text.to_owned();
        changed.replace_range(old.span(), &value);
        return Ok(changed);
    }
    let mut lines: Vec<&str> = text.lines().collect();
    let tables = lines.iter().position(|line| line.trim_start().starts_with('[')).unwrap_or(lines.len());
    lines.insert(tables, &line);
    Ok(lines.join("\n") + "\n")
}

/// What a file that cannot be read always has.
fn no_warning() -> Warning {
    Warning::unread("settings.toml", "TOML")
}

/// Sets one thing in the settings file. One that cannot be read stays as it is.
///
/// # Errors
/// What is wrong with the value or the file, or why it cannot be written.
pub fn set(key: &str, value: &str) -> Result<(), Warning> {
    let Some(file) = super::settings_file() else { return Err(Warning::nowhere()) };
    let refused = |error: io::Error| Warning::unwritten(&file.to_string_lossy(), &error.to_string());
    let text = match std::fs::read_to_string(&file) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(refused(error)),
        text => text.unwrap_or_default(),
    };
    let changed = with_setting(&text, key, value)?;
    file.parent().map_or(Ok(()), files::folder).map_err(refused)?;
    files::replace(&file, changed.as_bytes()).map_err(refused)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Lang;

    #[test]
    fn a_line_is_replaced_or_added_and_the_rest_stays() {
        let set = |text: &str, key: &str, value: &str| with_setting(text, key, value).unwrap();
        assert_eq!(set("", "lang", "sv"), "lang = \"sv\"\n");
        assert_eq!(set("# mine\nlang = \"sv\" # yes\n", "lang", "en"), "# mine\nlang = \"en\" # yes\n");
        assert_eq!(set("theme=\"default\"#a\n[keys]\n", "theme", "monochrome"), "theme=\"monochrome\"#a\n[keys]\n");
        assert!(with_setting("lang = = 3\n", "lang", "sv").is_err(), "a file that cannot be read is not added to");
        assert_eq!(
            set("lang = \"sv\"\n\n[keys]\nundo = \"z\"\n", "lock_after", "10"),
            "lang = \"sv\"\n\nlock_after = 10\n[keys]\nundo = \"z\"\n"
        );
        for (key, value) in [("langg", "sv"), ("lang", "de"), ("lock_after", "0"), ("theme", "x\"y")] {
            assert!(!with_setting("", key, value).unwrap_err().say(Lang::En).is_empty(), "{key} {value}");
        }
    }
}
