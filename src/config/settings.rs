//! The settings file read: TOML, never fatal; what is wrong is told with its line.

use crate::domain::{Lang, Meant, Text};
use crate::i18n::{fill, meant, texts::config as t};
use std::borrow::Cow;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// What the settings file says; what it does not say is `None` or the default.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Settings {
    pub lang: Option<Lang>,
    pub theme: Theme,
    /// The screen locks after so many minutes without a key: 1 to 60, else `LOCK_AFTER`.
    pub lock_after: Option<u64>,
    /// Other keys for actions.
    pub keys: Vec<KeySetting>,
}

/// Other keys for an action: its line in the file, its name, and the names of the keys with spaces between.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeySetting {
    pub line: usize,
    pub action: String,
    pub keys: String,
}

/// Minutes without a key after which the screen locks, if the settings do not say otherwise.
pub const LOCK_AFTER: u64 = 5;

/// The colours of the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Theme {
    /// Those of the terminal.
    #[default]
    Default,
    /// None: every distinction by glyph and attribute.
    Monochrome,
}

/// A fault of the settings file, in both languages, since the language is one of the settings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Warning {
    sv: String,
    en: String,
}

impl Warning {
    fn new(text: Text, parts: impl Fn(Lang) -> Vec<(&'static str, String)>) -> Warning {
        let say = |lang| {
            let parts = parts(lang);
            let shown: Vec<_> = parts.iter().map(|(name, part)| (*name, part as &dyn std::fmt::Display)).collect();
            fill(text, lang, &shown)
        };
        Warning { sv: say(Lang::Sv), en: say(Lang::En) }
    }

    /// A fault in a line.
    pub fn at(file: &str, line: usize, problem: impl Fn(Lang) -> String) -> Warning {
        Warning::new(t::LINE, |lang| {
            vec![("file", file.to_owned()), ("line", line.to_string()), ("problem", problem(lang))]
        })
    }

    /// A fault of what was given to a command.
    fn plain(problem: impl Fn(Lang) -> String) -> Warning {
        Warning { sv: problem(Lang::Sv), en: problem(Lang::En) }
    }

    /// The file is there and cannot be read.
    pub fn unread(file: &str, problem: &str) -> Warning {
        Warning::new(t::UNREAD, |_| vec![("file", file.to_owned()), ("problem", problem.to_owned())])
    }

    /// The file cannot be written.
    pub fn unwritten(file: &str, problem: &str) -> Warning {
        Warning::new(t::UNWRITTEN, |_| vec![("file", file.to_owned()), ("problem", problem.to_owned())])
    }

    /// The system has no place for the file.
    pub fn nowhere() -> Warning {
        Warning::new(t::NOWHERE, |_| Vec::new())
    }

    /// The fault in words.
    pub fn say(&self, lang: Lang) -> &str {
        match lang {
            Lang::Sv => &self.sv,
            Lang::En => &self.en,
        }
    }
}

const KEYS: [&str; 4] = ["lang", "theme", "lock_after", "keys"];
/// What `lock_after` may be, in minutes.
const MINUTES: std::ops::RangeInclusive<u64> = 1..=60;
impl Theme {
    /// Its name in the file.
    pub fn code(self) -> &'static str {
        THEMES.iter().find(|(_, theme)| *theme == self).map_or("default", |(code, _)| code)
    }
}

const THEMES: [(&str, Theme); 2] = [("default", Theme::Default), ("monochrome", Theme::Monochrome)];

impl Settings {
    /// Reads the text of a settings file; `file` is its name in warnings.
    pub fn parse(text: &str, file: &str) -> (Settings, Vec<Warning>) {
        let mut settings = Settings::default();
        let line_of = |at: usize| 1 + text.bytes().take(at).filter(|b| *b == b'\n').count();
        let table = match DeTable::parse(text) {
            Ok(table) => table.into_inner(),
            Err(error) => {
                let line = line_of(error.span().map_or(0, |span| span.start));
                let syntax = |lang| fill(t::SYNTAX, lang, &[("reason", &error.message())]);
                return (settings, vec![Warning::at(file, line, syntax)]);
            }
        };
        let mut warnings = Vec::new();
        for (key, value) in &table {
            let line = line_of(key.span().start);
            if key.get_ref() == "keys" {
                match value.get_ref() {
                    DeValue::Table(table) => {
                        settings.keys = table.iter().map(|(action, keys)| key_setting(action, keys, line_of)).collect();
                    }
                    _ => warnings.push((line, Warning::at(file, line, |lang| t::KEYS.get(lang).to_owned()))),
                }
            } else if let Err(problem) = settings.set(key.get_ref(), value.get_ref()) {
                warnings.push((line, Warning::at(file, line, |lang| problem.say(lang))));
            }
        }
        warnings.sort_by_key(|(line, _)| *line);
        (settings, warnings.into_iter().map(|(_, warning)| warning).collect())
    }

    /// Whether a setting can have a value, which is written as in the file.
    ///
    /// # Errors
    /// What is wrong with the one or the other, without a place: they were no line of a file.
    pub fn check(key: &str, value: &str) -> Result<(), Warning> {
        let text = format!("value = {value}");
        let table = DeTable::parse(&text).map(|table| table.into_inner()).unwrap_or_default();
        let value = table.get("value").map_or(&DeValue::Boolean(false), |value| value.get_ref());
        Settings::default().set(key, value).map_err(|problem| Warning::plain(|lang| problem.say(lang)))
    }

    fn set(&mut self, key: &str, value: &DeValue) -> Result<(), Problem> {
        let text = value.as_str().unwrap_or_default();
        match key {
            "lang" => self.lang = Some(one_of("lang", text, [("sv", Lang::Sv), ("en", Lang::En)])?),
            "theme" => self.theme = one_of("theme", text, THEMES)?,
            "lock_after" => {
                let minutes = value.as_integer().and_then(|number| number.as_str().parse().ok());
                let minutes = minutes.filter(|minutes| MINUTES.contains(minutes));
                self.lock_after =
                    Some(minutes.ok_or(Problem::Value("lock_after", Meant::OneOf(vec!["1–60".to_owned()])))?);
            }
            _ => return Err(Problem::Unknown(key.to_owned())),
        }
        Ok(())
    }
}

/// A line of `[keys]`: a text, or a list of texts, joined with spaces. Anything else is no key and will be told as one.
fn key_setting(
    action: &Spanned<Cow<'_, str>>,
    keys: &Spanned<DeValue<'_>>,
    line_of: impl Fn(usize) -> usize,
) -> KeySetting {
    let names = match keys.get_ref() {
        DeValue::Array(names) => names.iter().filter_map(|name| name.get_ref().as_str()).collect::<Vec<_>>().join(" "),
        value => value.as_str().unwrap_or_default().to_owned(),
    };
    KeySetting { line: line_of(action.span().start), action: action.get_ref().to_string(), keys: names }
}

fn one_of<T: Copy, const N: usize>(
    key: &'static str,
    text: &str,
    values: [(&'static str, T); N],
) -> Result<T, Problem> {
    let meant = || Problem::Value(key, Meant::among(text, values.iter().map(|(code, _)| *code)));
    values.iter().find(|(code, _)| *code == text).map(|(_, value)| *value).ok_or_else(meant)
}

enum Problem {
    Unknown(String),
    Value(&'static str, Meant),
}

impl Problem {
    fn say(&self, lang: Lang) -> String {
        match self {
            Problem::Unknown(given) => {
                fill(t::UNKNOWN, lang, &[("given", given)]) + &meant(&Meant::among(given, KEYS), lang)
            }
            Problem::Value(key, words) => fill(t::VALUE, lang, &[("key", key)]) + &meant(words, lang),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn faults(text: &str) -> Vec<String> {
        Settings::parse(text, "settings.toml").1.iter().map(|w| w.say(Lang::En).to_owned()).collect()
    }

    #[test]
    fn settings_are_read() {
        let (settings, warnings) = Settings::parse("# mine\nlang = \"en\"\ntheme = \"monochrome\"\n", "f");
        assert_eq!(settings, Settings { lang: Some(Lang::En), theme: Theme::Monochrome, ..Settings::default() });
        assert!(warnings.is_empty());
        assert_eq!(Settings::parse("", "f").0, Settings::default());
    }

    #[test]
    fn minutes_until_the_screen_locks_are_1_to_60() {
        for (text, minutes) in [("lock_after = 1", 1), ("lock_after = 60", 60)] {
            assert_eq!(Settings::parse(text, "f").0.lock_after, Some(minutes));
        }
        for text in ["lock_after = 0", "lock_after = 61", "lock_after = -1", "lock_after = \"5\"", "lock_after = 2.5"] {
            assert!(faults(text)[0].contains("1–60"), "{text}");
            assert_eq!(Settings::parse(text, "f").0.lock_after, None, "never off by mistake");
        }
    }

    #[test]
    fn a_fault_is_told_with_its_line_and_the_rest_holds() {
        let (settings, warnings) =
            Settings::parse("\nlangg = \"sv\"\ntheme = \"pink\"\nlang = \"sv\"\n", "settings.toml");
        assert_eq!(settings.lang, Some(Lang::Sv));
        let said: Vec<_> = warnings.iter().map(|w| w.say(Lang::En)).collect();
        assert_eq!(said.len(), 2);
        assert!(said[0].starts_with("settings.toml:2: ") && said[0].contains("nearest is lang"), "{}", said[0]);
        assert!(said[1].starts_with("settings.toml:3: ") && said[1].contains("monochrome"), "{}", said[1]);
        assert!(faults("lang = 3")[0].starts_with("settings.toml:1: "));
        assert!(faults("\n\nlang = = 3")[0].starts_with("settings.toml:3: "));
    }

    #[test]
    fn keys_come_with_their_lines() {
        let (settings, warnings) =
            Settings::parse("lang = \"sv\"\n\n[keys]\nsort = \"o F5\"\nlock = [\"F9\", \"Ctrl-B\"]\nup = 3\n", "f");
        assert!(warnings.is_empty());
        let keys: Vec<_> = settings.keys.iter().map(|k| (k.line, k.action.as_str(), k.keys.as_str())).collect();
        assert!(keys.contains(&(4, "sort", "o F5")) && keys.contains(&(5, "lock", "F9 Ctrl-B")), "{keys:?}");
        assert!(keys.contains(&(6, "up", "")), "{keys:?}");
        assert!(faults("\nkeys = 1\n")[0].starts_with("settings.toml:2: [keys] has lines"));
    }
}
