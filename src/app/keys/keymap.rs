//! The keys as they stand: those of the table, changed by what the settings file says. A change that would make one key
//! mean two things is left out and told with its line.

use super::{Action, BINDINGS, Binding, Context, Focus, When};
use crate::app::key::Key;
use crate::domain::{Lang, Meant};
use crate::i18n::{fill, meant as said, texts::config as t};
use std::borrow::Cow;
use std::collections::HashMap;

/// The bindings, and by context and key, as dispatch needs them.
#[derive(Clone, Debug)]
pub struct Keymap {
    bindings: Vec<Binding>,
    bound: HashMap<(Context, Key), usize>,
}

/// Other keys for an action, as the settings file has them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Override {
    /// The line of the settings file, from 1.
    pub line: usize,
    /// The action's name, such as `new_referral`.
    pub action: String,
    /// Names of keys with spaces between.
    pub keys: String,
}

/// What is wrong with keys of the settings file. That line is left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reproach {
    pub line: usize,
    what: What,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum What {
    NoAction {
        given: String,
        meant: Meant,
    },
    NoKey(String),
    /// Characters are text wherever the action is.
    IsText(String),
    Clash {
        key: String,
        other: String,
    },
}

impl Reproach {
    /// What is wrong, in words.
    pub fn say(&self, lang: Lang) -> String {
        match &self.what {
            What::NoAction { given, meant } => fill(t::NO_ACTION, lang, &[("given", given)]) + &said(meant, lang),
            What::NoKey(given) => fill(t::NO_KEY, lang, &[("given", given)]),
            What::IsText(key) => fill(t::KEY_IS_TEXT, lang, &[("key", key)]),
            What::Clash { key, other } => fill(t::KEY_CLASH, lang, &[("key", key), ("other", other)]),
        }
    }
}

impl Default for Keymap {
    fn default() -> Keymap {
        Keymap::of(BINDINGS.to_vec())
    }
}

impl Keymap {
    fn of(bindings: Vec<Binding>) -> Keymap {
        let bound = bindings.iter().enumerate().flat_map(|(place, binding)| {
            keys(&binding.keys).map(move |key| ((binding.context, key), place)).collect::<Vec<_>>()
        });
        Keymap { bound: bound.collect(), bindings }
    }

    /// The table's keys with those of the settings file in their place.
    pub fn with(overrides: &[Override]) -> (Keymap, Vec<Reproach>) {
        let mut reproaches = Vec::new();
        let mut taken: Vec<(Action, &Override)> = Vec::new();
        for change in overrides {
            match read(change) {
                Ok(action) => taken.push((action, change)),
                Err(what) => reproaches.push(Reproach { line: change.line, what }),
            }
        }
        // Two that change places clash only while one of them has moved: all are set, then those that clash go.
        let keymap = loop {
            let keymap = Keymap::of(BINDINGS.iter().map(|binding| changed(binding, &taken)).collect());
            let blame = |(key, one, other): (Key, Action, Action)| {
                let place = taken.iter().rposition(|(action, _)| [one, other].contains(action))?;
                let other = if taken[place].0 == one { other } else { one };
                Some((place, What::Clash { key: key.to_string(), other: other.code() }))
            };
            match keymap.clash().and_then(blame) {
                None => break keymap,
                Some((place, what)) => reproaches.push(Reproach { line: taken.remove(place).1.line, what }),
            }
        };
        reproaches.sort_by_key(|reproach| reproach.line);
        (keymap, reproaches)
    }

    /// A key that means two things where one focus is, as the table has none.
    fn clash(&self) -> Option<(Key, Action, Action)> {
        let usual = |focus: Focus, key: Key| {
            let mut here =
                focus.contexts().iter().flat_map(|context| BINDINGS.iter().filter(|b| b.context == *context));
            here.by_ref().filter(|binding| keys(&binding.keys).any(|known| known == key)).count() > 1
        };
        for focus in Focus::ALL {
            let mut seen: HashMap<Key, Action> = HashMap::new();
            for binding in focus.contexts().iter().flat_map(|context| self.of_context(*context)) {
                for key in keys(&binding.keys) {
                    if let Some(other) = seen.insert(key, binding.action)
                        && other != binding.action
                        && !usual(focus, key)
                    {
                        return Some((key, binding.action, other));
                    }
                }
            }
        }
        None
    }

    /// All bindings, in the table's order.
    pub fn bindings(&self) -> &[Binding] {
        &self.bindings
    }

    /// The bindings of a context.
    pub fn of_context(&self, context: Context) -> impl Iterator<Item = &Binding> {
        self.bindings.iter().filter(move |binding| binding.context == context)
    }

    /// What a key does where the focus is. The nearest context wins.
    pub fn action(&self, focus: Focus, key: Key, holds: impl Fn(When) -> bool) -> Option<Action> {
        let places = focus.contexts().iter().filter_map(|&context| self.bound.get(&(context, key)));
        let bound = places.filter_map(|place| self.bindings.get(*place));
        bound.filter(|binding| holds(binding.when)).map(|binding| binding.action).next()
    }

    /// The bindings that are offered where the focus is, in the order of the line of hints, each with the first key of its
    /// own, or else of its action, that no nearer binding has taken for something else.
    pub fn hints(&self, focus: Focus, offers: impl Fn(&Binding) -> bool) -> Vec<(&str, &Binding)> {
        let contexts = focus.contexts();
        let within = |contexts: &'static [Context]| contexts.iter().flat_map(|context| self.of_context(*context));
        let mut hints = Vec::new();
        for (place, context) in contexts.iter().enumerate() {
            for hinted in self.of_context(*context).filter(|binding| binding.hint > 0 && offers(binding)) {
                let does_else = |b: &Binding| b.action != hinted.action && offers(b);
                let is_free = |key: &&str| !within(&contexts[..place]).filter(|b| b.has(key)).any(does_else);
                let others = within(contexts).filter(|b| b.action == hinted.action).flat_map(Binding::names);
                hints.extend(hinted.names().chain(others).find(is_free).map(|key| (key, hinted)));
            }
        }
        hints.sort_by_key(|(_, binding)| binding.hint);
        hints
    }
}

fn keys(names: &str) -> impl Iterator<Item = Key> + '_ {
    names.split(' ').filter_map(Key::parse)
}

/// The action that other keys are given for.
fn read(change: &Override) -> Result<Action, What> {
    let action = Action::ALL.iter().copied().find(|action| action.code() == change.action).ok_or_else(|| {
        let codes: Vec<String> = Action::ALL.iter().map(|action| action.code()).collect();
        let meant = Meant::among(&change.action, codes.iter().map(String::as_str)).or_written(t::ACTIONS);
        What::NoAction { given: change.action.clone(), meant }
    })?;
    let mut names = change.keys.split_whitespace();
    if let Some(wrong) = names.find(|name| Key::parse(name).is_none()) {
        return Err(What::NoKey(wrong.to_owned()));
    }
    if change.keys.trim().is_empty() {
        return Err(What::NoKey(String::new()));
    }
    let mut places = BINDINGS.iter().filter(|binding| binding.action == action);
    match places.any(|binding| !possible(binding, &change.keys).is_empty()) {
        true => Ok(action),
        false => Err(What::IsText(change.keys.trim().to_owned())),
    }
}

/// The keys of those given that can be keys where a binding is: characters are text where text is typed.
fn possible(binding: &Binding, names: &str) -> String {
    let is_text = Focus::ALL.iter().any(|focus| focus.is_text() && focus.contexts().contains(&binding.context));
    let fits = |name: &&str| Key::parse(name).is_some_and(|key| !is_text || key.typed().is_none());
    names.split_whitespace().filter(fits).collect::<Vec<_>>().join(" ")
}

/// A binding with the keys that it was given. The way out is always there too.
fn changed(binding: &Binding, taken: &[(Action, &Override)]) -> Binding {
    let given = taken.iter().rev().find(|(action, _)| *action == binding.action);
    let names = given.map(|(_, change)| possible(binding, &change.keys)).filter(|names| !names.is_empty());
    let keys = match names {
        None => binding.keys.clone(),
        Some(names) if binding.action == Action::Out => Cow::Owned(format!("{names} {}", binding.keys)),
        Some(names) => Cow::Owned(names),
    };
    Binding { keys, ..binding.clone() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(lines: &[(&str, &str)]) -> (Keymap, Vec<String>) {
        let overrides = lines.iter().zip(1..).map(|((action, keys), line)| Override {
            line,
            action: (*action).to_owned(),
            keys: (*keys).to_owned(),
        });
        let (keymap, reproaches) = Keymap::with(&overrides.collect::<Vec<_>>());
        (keymap, reproaches.iter().map(|r| format!("{}: {}", r.line, r.say(Lang::En))).collect())
    }

    fn action(keymap: &Keymap, focus: Focus, key: &str) -> Option<Action> {
        keymap.action(focus, Key::parse(key).unwrap(), |_| true)
    }

    #[test]
    fn keys_are_changed_and_the_old_ones_free() {
        let (keymap, reproaches) = with(&[("sort", "o F5"), ("lock", "F9")]);
        assert!(reproaches.is_empty(), "{reproaches:?}");
        assert_eq!(action(&keymap, Focus::List, "o"), Some(Action::Sort));
        assert_eq!(action(&keymap, Focus::List, "F5"), Some(Action::Sort));
        assert_eq!(action(&keymap, Focus::List, "s"), None);
        assert_eq!(action(&keymap, Focus::Line, "F9"), Some(Action::Lock));
        assert!(keymap.hints(Focus::List, |_| true).iter().any(|(key, _)| *key == "o"));
    }

    #[test]
    fn two_actions_change_places() {
        let (keymap, reproaches) = with(&[("new", "e"), ("change", "n")]);
        assert!(reproaches.is_empty(), "{reproaches:?}");
        assert_eq!(action(&keymap, Focus::List, "e"), Some(Action::New));
        assert_eq!(action(&keymap, Focus::List, "n"), Some(Action::Change));
    }

    #[test]
    fn a_clash_and_what_there_is_not_are_told_and_left_out() {
        let (keymap, reproaches) =
            with(&[("sort", "n"), ("srot", "o"), ("undo", "Ctrl-"), ("save", "x"), ("find", "")]);
        assert_eq!(reproaches.len(), 5, "{reproaches:?}");
        assert!(reproaches[0].starts_with("1: ") && reproaches[0].contains("new"), "{reproaches:?}");
        assert!(reproaches[1].contains("sort"), "{reproaches:?}");
        assert!(reproaches[2].contains("Ctrl-"), "{reproaches:?}");
        assert!(reproaches[3].contains("text"), "{reproaches:?}");
        assert_eq!(action(&keymap, Focus::List, "s"), Some(Action::Sort));
        assert_eq!(action(&keymap, Focus::List, "n"), Some(Action::New));
    }

    #[test]
    fn where_text_is_typed_characters_stay_text_and_there_is_always_a_way_out() {
        let (keymap, reproaches) = with(&[("quit", "Q"), ("out", "x"), ("up", "i")]);
        // `i` is the log line, and `x` swaps a table's sides.
        assert_eq!(reproaches.len(), 2, "{reproaches:?}");
        assert_eq!(action(&keymap, Focus::List, "Q"), Some(Action::Quit));
        assert_eq!(action(&keymap, Focus::Line, "Q"), None);
        assert_eq!(action(&keymap, Focus::Line, "Ctrl-C"), Some(Action::Quit));
        let (keymap, reproaches) = with(&[("out", "Q")]);
        assert!(reproaches.is_empty(), "{reproaches:?}");
        for focus in Focus::ALL.into_iter().filter(|focus| *focus != Focus::Locked) {
            assert_eq!(action(&keymap, focus, "Esc"), Some(Action::Out), "{focus:?}");
        }
        assert_eq!(action(&keymap, Focus::List, "Q"), Some(Action::Out));
    }

    #[test]
    fn the_table_itself_does_not_clash() {
        assert_eq!(Keymap::default().clash(), None);
    }
}
