//! `settings`: what is set, where it lives, and setting it in the settings file.

use super::failure::{FAILED, Failure};
use super::output;
use crate::config::{self, Settings};
use crate::domain::{Lang, Shown};
use crate::i18n::{fill, texts::safe as t};
use clap::ArgMatches;

/// Shows the settings, or sets one.
///
/// # Errors
/// Exit 2 for a setting or value that there is not; exit 1 if the file cannot be read or written: it stays as it is.
pub fn run(matches: &ArgMatches, lang: Lang) -> Result<(), Failure> {
    let Some(file) = config::settings_file() else {
        return Err(Failure::new(FAILED, t::SETTINGS_NOWHERE.get(lang)));
    };
    let key = matches.get_one::<String>("key");
    if let Some((key, value)) = key.zip(matches.get_one::<String>("value")) {
        config::with_setting("", key, value).map_err(|wrong| Failure::usage(wrong.say(lang)))?;
        return config::set(key, value).map_err(|wrong| Failure::new(FAILED, wrong.say(lang)));
    }
    let (settings, _) = config::load();
    let values = values(&settings);
    if let Some(key) = key {
        let Some((_, value)) = values.iter().find(|(known, _)| known == key) else {
            let wrong = Settings::check(key, "0").err();
            return Err(Failure::usage(wrong.map(|wrong| wrong.say(lang).to_owned()).unwrap_or_default()));
        };
        return output::show(&Shown::new(value), lang);
    }
    let mut lines: Vec<String> = values.iter().map(|(key, value)| format!("{key} = {value}")).collect();
    lines.push(String::new());
    lines.push(fill(t::SETTINGS_FILE, lang, &[("file", &file.display())]));
    lines.push(t::SETTINGS_STORE.get(lang).to_owned());
    output::show(&Shown::new(lines.join("\n")), lang)
}

/// The settings of the file as they stand, each with its value as the file writes it.
fn values(settings: &Settings) -> Vec<(&'static str, String)> {
    let lang =
        settings.lang.map_or_else(|| format!("({})", config::locale_lang().code()), |lang| lang.code().to_owned());
    vec![
        ("lang", lang),
        ("theme", settings.theme.code().to_owned()),
        ("lock_after", settings.lock_after.unwrap_or(config::LOCK_AFTER).to_string()),
    ]
}
