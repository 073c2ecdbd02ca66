//! Setting one thing in the settings file: its line is replaced, or added before the first table; all else, comments
//! included, stays as it is.

use super::settings::{Settings, Warning};
use std::io::{self, Write};
use std::path::Path;

/// The text of a settings file with a setting in it.
///
/// # Errors
/// What is wrong with the key or the value.
pub fn with_setting(text: &str, key: &str, value: &str) -> Result<String, Warning> {
    let is_number = !value.is_empty() && value.bytes().all(|b| b.is_ascii_digit());
    let value = if is_number { value.to_owned() } else { toml::Value::from(value).to_string() };
    let line = format!("{key} = {value}");
    if let Some(wrong) = Settings::parse(&line, "settings").1.into_iter().next() {
        return Err(wrong);
    }
    let mut lines: Vec<&str> = text.lines().collect();
    let tables = lines.iter().position(|line| line.trim_start().starts_with('[')).unwrap_or(lines.len());
    let sets = |line: &&str| line.split_once('=').is_some_and(|(name, _)| name.trim() == key);
    match lines[..tables].iter().position(sets) {
        Some(place) => lines[place] = &line,
        None => lines.insert(tables, &line),
    }
    Ok(lines.join("\n") + "\n")
}

/// Puts a settings file in place of the one that stands: written beside, brought to the disk, renamed.
///
/// # Errors
/// What the system said; the old file stands then.
pub fn write_settings(file: &Path, text: &str) -> io::Result<()> {
    if let Some(folder) = file.parent() {
        std::fs::create_dir_all(folder)?;
    }
    let beside = file.with_extension("toml.new");
    let mut new = std::fs::File::create(&beside)?;
    new.write_all(text.as_bytes())?;
    new.sync_all()?;
    std::fs::rename(&beside, file)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Lang;

    #[test]
    fn a_line_is_replaced_or_added_and_the_rest_stays() {
        let set = |text: &str, key: &str, value: &str| with_setting(text, key, value).unwrap();
        assert_eq!(set("", "lang", "sv"), "lang = \"sv\"\n");
        assert_eq!(set("# mine\nlang = \"sv\" # yes\n", "lang", "en"), "# mine\nlang = \"en\"\n");
        assert_eq!(
            set("lang = \"sv\"\n\n[keys]\nundo = \"z\"\n", "lock_after", "10"),
            "lang = \"sv\"\n\nlock_after = 10\n[keys]\nundo = \"z\"\n"
        );
        for (key, value) in [("langg", "sv"), ("lang", "de"), ("lock_after", "0"), ("theme", "x\"y")] {
            assert!(!with_setting("", key, value).unwrap_err().say(Lang::En).is_empty(), "{key} {value}");
        }
    }
}
