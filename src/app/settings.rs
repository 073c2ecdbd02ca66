//! The page of settings: what the settings file holds, changed there and in force at once, and what opens the store.

use super::App;
use super::cursor::moved;
use super::exchange::{Ask, Effect, Preference};
use super::keys::{Action, Focus};
use super::prompt::{Answer, Prompt, Purpose};
use super::secrets::{Purpose as Of, Secrets};
use super::view::{Cx, Message, Part, Step, View};
use super::world::World;
use crate::domain::{Lang, Shown, Text};
use crate::i18n::{fill, texts::settings as t};

/// What `lock_after` may be, in minutes.
const MINUTES: std::ops::RangeInclusive<u64> = 1..=60;

/// A line of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Item {
    Lang,
    Theme,
    LockAfter,
    Keys,
    Passphrase,
    RecoverySheet,
    NewKey,
}

impl Item {
    /// All of them, in their order.
    pub const ALL: [Item; 7] =
        [Item::Lang, Item::Theme, Item::LockAfter, Item::Keys, Item::Passphrase, Item::RecoverySheet, Item::NewKey];

    pub fn label(self) -> Text {
        match self {
            Item::Lang => t::LANG,
            Item::Theme => t::THEME,
            Item::LockAfter => t::LOCK_AFTER,
            Item::Keys => t::KEYS,
            Item::Passphrase => t::PASSPHRASE,
            Item::RecoverySheet => t::RECOVERY_SHEET,
            Item::NewKey => t::NEW_KEY,
        }
    }

    /// What it is for, and what Enter does.
    pub fn meaning(self) -> Text {
        match self {
            Item::Lang => t::MEANS_LANG,
            Item::Theme => t::MEANS_THEME,
            Item::LockAfter => t::MEANS_LOCK_AFTER,
            Item::Keys => t::MEANS_KEYS,
            Item::Passphrase => t::MEANS_PASSPHRASE,
            Item::RecoverySheet => t::MEANS_RECOVERY_SHEET,
            Item::NewKey => t::MEANS_NEW_KEY,
        }
    }

    /// What it is set to.
    pub fn value(self, world: &World) -> Shown {
        let (set, lang) = (&world.preferences, world.lang);
        Shown::line(match self {
            Item::Lang => if lang == Lang::Sv { "svenska" } else { "English" }.to_owned(),
            Item::Theme => if set.is_monochrome { t::MONOCHROME } else { t::COLOURS }.get(lang).to_owned(),
            Item::LockAfter => fill(t::MINUTES, lang, &[("n", &set.lock_after)]),
            Item::Keys => t::IN_FILE.get(lang).to_owned(),
            Item::Passphrase | Item::RecoverySheet | Item::NewKey => String::new(),
        })
    }
}

/// Minutes as typed.
///
/// # Errors
/// What is wrong with them.
pub fn read_minutes(text: &str) -> Result<u64, Text> {
    text.trim().parse().ok().filter(|minutes| MINUTES.contains(minutes)).ok_or(t::NO_MINUTES)
}

/// The page.
#[derive(Debug, Default)]
pub struct SettingsPage {
    pub cursor: usize,
}

impl SettingsPage {
    /// The line under the cursor.
    pub fn item(&self) -> Item {
        Item::ALL.get(self.cursor).copied().unwrap_or(Item::Lang)
    }

    fn alter(&self, cx: &mut Cx) {
        let (world, lang) = (cx.world, cx.world.lang);
        let set = &world.preferences;
        match self.item() {
            Item::Lang => {
                cx.effects.push(Effect::Prefer(Preference::Lang(if lang == Lang::Sv { Lang::En } else { Lang::Sv })));
            }
            Item::Theme => cx.effects.push(Effect::Prefer(Preference::Monochrome(!set.is_monochrome))),
            Item::LockAfter => {
                cx.step(Step::Prompt(Prompt::new(Purpose::LockAfter, &set.lock_after.to_string())));
            }
            Item::Keys => cx.say(Message::done(fill(t::KEYS_WHERE, lang, &[("file", &set.file)]))),
            Item::NewKey => cx.say(Message::done(t::NEW_KEY_HOW.get(lang))),
            Item::Passphrase | Item::RecoverySheet if !set.has_passphrase => {
                cx.say(Message::wrong(t::SAMPLE.get(lang)));
            }
            Item::Passphrase => cx.step(Step::Push(View::Secrets(Secrets::new(Of::Passphrase)))),
            Item::RecoverySheet => cx.step(Step::Push(View::Secrets(Secrets::new(Of::RecoverySheet)))),
        }
    }
}

impl Part for SettingsPage {
    fn focus(&self) -> Focus {
        Focus::Settings
    }

    fn refresh(&mut self, _cx: &mut Cx) {}

    fn act(&mut self, action: Action, cx: &mut Cx) -> bool {
        if let Some(moved) = moved(self.cursor, action, Item::ALL.len() - 1, Item::ALL.len()) {
            self.cursor = moved;
            return true;
        }
        match action {
            Action::In | Action::Right => self.alter(cx),
            _ => return false,
        }
        true
    }

    fn prompted(&mut self, answer: Answer, cx: &mut Cx) {
        if let Answer::LockAfter(minutes) = answer {
            cx.effects.push(Effect::Prefer(Preference::LockAfter(minutes)));
        }
    }
}

impl App {
    /// A setting stands in the file and is in force, or the file could not be written.
    pub(super) fn preferred(&mut self, set: Result<Preference, Shown>) {
        let preference = match set {
            Ok(preference) => preference,
            Err(why) => return self.message = Some(Message::wrong(why.as_str())),
        };
        let preferences = &mut self.world.preferences;
        match preference {
            Preference::Lang(lang) => {
                self.world.lang = lang;
                self.ask_nobody(Ask::Speak(lang));
                self.refresh();
            }
            Preference::Monochrome(is_on) => {
                preferences.is_monochrome = is_on;
                self.colour = !is_on && !preferences.is_without_colour;
            }
            Preference::LockAfter(minutes) => preferences.lock_after = minutes,
        }
        self.message = Some(Message::done(t::SET.get(self.world.lang)));
    }
}
