//! Keys: what has the focus, which bindings hold there, and what a key does.

mod action;
mod keymap;
mod manual;
mod table;

pub use action::Action;
pub use keymap::{Keymap, Override, Reproach};
pub use manual::page;
pub use table::{BINDINGS, Binding, Context, Group, When};

/// What the keys go to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Focus {
    Today,
    List,
    Page,
    Overview,
    CrossTable,
    Trend,
    Funnel,
    /// Timeliness, balance.
    Cohort,
    Goals,
    Report,
    Reports,
    /// What to look at before signing.
    Signing,
    /// A kept print against today.
    Kept,
    /// A kept print as it was.
    Pages,
    Outline,
    More,
    History,
    Pair,
    Values,
    Backups,
    Checks,
    SavedViews,
    /// A field of one line.
    Line,
    /// A field of codes or names.
    Choice,
    /// The same with its list open.
    Options,
    Note,
    /// Prose of a report, which figures can be put into.
    Prose,
    /// The end of a form, where it is saved.
    FormEnd,
    Prompt,
    LogLine,
    LookUp,
    Palette,
    Dialog,
    /// The next step that is offered.
    Offer,
    HelpPage,
    /// The page of the project.
    Project,
    /// The page of settings.
    Settings,
    /// A passphrase being changed.
    Secrets,
    /// The first start.
    First,
    Locked,
}

impl Focus {
    pub const ALL: [Focus; 40] = [
        Focus::Today,
        Focus::List,
        Focus::Page,
        Focus::Overview,
        Focus::CrossTable,
        Focus::Trend,
        Focus::Funnel,
        Focus::Cohort,
        Focus::Goals,
        Focus::Report,
        Focus::Reports,
        Focus::Signing,
        Focus::Kept,
        Focus::Pages,
        Focus::Outline,
        Focus::More,
        Focus::History,
        Focus::Pair,
        Focus::Values,
        Focus::Backups,
        Focus::Checks,
        Focus::SavedViews,
        Focus::Line,
        Focus::Choice,
        Focus::Options,
        Focus::Note,
        Focus::Prose,
        Focus::FormEnd,
        Focus::Prompt,
        Focus::LogLine,
        Focus::LookUp,
        Focus::Palette,
        Focus::Dialog,
        Focus::Offer,
        Focus::HelpPage,
        Focus::Project,
        Focus::Settings,
        Focus::Secrets,
        Focus::First,
        Focus::Locked,
    ];

    /// The contexts whose bindings hold, the nearest first.
    pub fn contexts(self) -> &'static [Context] {
        use Context::*;
        match self {
            Focus::Today => &[Finding, Record, Making, Opening, Moving, Outside, Everywhere],
            Focus::List => {
                &[List, Finding, Record, Making, Filtered, Dated, Saving, Opening, Moving, Outside, Everywhere]
            }
            Focus::Page => &[Record, Making, Opening, Moving, Outside, Everywhere],
            Focus::Overview => &[Charted, Statistics, Dated, Saving, Opening, Moving, Outside, Everywhere],
            Focus::CrossTable => &[
                CrossTable, Compared, Charted, Statistics, Filtered, Dated, Saving, Opening, Moving, Outside,
                Everywhere,
            ],
            Focus::Trend => {
                &[Trend, Charted, Statistics, Filtered, Dated, Saving, Opening, Moving, Outside, Everywhere]
            }
            Focus::Cohort => &[Compared, Statistics, Filtered, Dated, Saving, Opening, Moving, Outside, Everywhere],
            Focus::Funnel => {
                &[Compared, Charted, Statistics, Filtered, Dated, Saving, Opening, Moving, Outside, Everywhere]
            }
            Focus::Goals => &[Goals, Compared, Statistics, Dated, Saving, Opening, Moving, Outside, Everywhere],
            Focus::Report => &[Report, Printing, Dated, Moving, Outside, Everywhere],
            Focus::More | Focus::History => &[Opening, Moving, Outside, Everywhere],
            Focus::Pair => &[Pair, Opening, Outside, Everywhere],
            Focus::SavedViews => &[SavedViews, Opening, Moving, Outside, Everywhere],
            Focus::Values => &[Values, Moving, Outside, Everywhere],
            Focus::Backups => &[Backups, Moving, Outside, Everywhere],
            Focus::Checks => &[Checks, Finding, Opening, Moving, Outside, Everywhere],
            Focus::Line => &[Steps, Form, Editing, Everywhere],
            Focus::Choice => &[Steps, Choosing, Form, Editing, Everywhere],
            Focus::Options => &[Options, Form, Editing, Everywhere],
            Focus::Reports => &[Reports, Dated, Opening, Moving, Outside, Everywhere],
            Focus::Signing | Focus::Kept => &[Printing, Opening, Moving, Outside, Everywhere],
            Focus::Pages => &[Printing, Moving, Outside, Everywhere],
            Focus::Outline => &[Outline, Opening, Moving, Outside, Everywhere],
            Focus::Prose => &[Prose, Lines, Form, Editing, Everywhere],
            Focus::Note => &[Note, Lines, Form, Editing, Everywhere],
            Focus::FormEnd => &[Form, Steps, Everywhere],
            Focus::Prompt => &[Prompt, Editing, Everywhere],
            Focus::LogLine => &[LogLine, Editing, Everywhere],
            Focus::LookUp => &[LookUp, Editing, Everywhere],
            Focus::Palette => &[Palette, Editing, Everywhere],
            Focus::Dialog => &[Dialog, Everywhere],
            Focus::Offer => &[Offer, Everywhere],
            Focus::HelpPage => &[HelpPage, Editing, Everywhere],
            Focus::Project => &[Checks, Opening, Moving, Outside, Everywhere],
            Focus::Settings => &[Opening, Moving, Outside, Everywhere],
            Focus::Secrets => &[Prompt, Editing, Everywhere],
            Focus::First => &[First, Locked, Editing],
            Focus::Locked => &[Locked, Editing],
        }
    }

    /// Whether characters are text here, and not keys.
    pub fn is_text(self) -> bool {
        self.contexts().contains(&Context::Editing)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::key::{Code, Key};
    use std::collections::{HashMap, HashSet};

    fn keys(binding: &Binding) -> impl Iterator<Item = Key> {
        binding.keys.split(' ').map(|name| Key::parse(name).unwrap_or_else(|| panic!("{name} is no key")))
    }

    /// Keys that mean something nearer in one focus: `?` on a figure explains it, and F1 is help there.
    const NEARER: &[(Focus, &str)] = &[
        (Focus::Overview, "?"),
        (Focus::CrossTable, "?"),
        (Focus::Trend, "?"),
        (Focus::Funnel, "?"),
        (Focus::Cohort, "?"),
        (Focus::Goals, "?"),
        (Focus::Report, "P"),
        (Focus::Signing, "P"),
        (Focus::Kept, "P"),
        (Focus::Pages, "P"),
    ];

    #[test]
    fn no_two_keys_clash() {
        for focus in Focus::ALL {
            let mut seen: HashMap<Key, Action> = HashMap::new();
            for context in focus.contexts() {
                for binding in BINDINGS.iter().filter(|b| b.context == *context) {
                    for key in keys(binding) {
                        let known = NEARER.iter().any(|&(f, name)| f == focus && Key::parse(name) == Some(key));
                        if let Some(other) = seen.insert(key, binding.action) {
                            assert!(known, "{focus:?}: {key} is both {other:?} and {:?}", binding.action);
                        }
                    }
                }
            }
        }
    }

    #[test]
    fn no_key_needs_alt_gr_on_a_swedish_keyboard() {
        for key in BINDINGS.iter().flat_map(keys) {
            if let Code::Char(c) = key.code {
                assert!(!"[]{}\\|@$~^`".contains(c), "{key} needs AltGr");
            }
        }
    }

    #[test]
    fn every_action_and_context_is_reachable() {
        let bound: HashSet<Action> = BINDINGS.iter().map(|b| b.action).collect();
        for action in Action::ALL {
            assert!(bound.contains(action), "{action:?} has no key");
        }
        let contexts: HashSet<Context> = Focus::ALL.iter().flat_map(|f| f.contexts()).copied().collect();
        for binding in BINDINGS {
            assert!(contexts.contains(&binding.context), "{:?} is never in focus", binding.context);
        }
    }

    #[test]
    fn in_text_no_character_is_a_key() {
        for focus in Focus::ALL.into_iter().filter(|focus| focus.is_text()) {
            for binding in BINDINGS.iter().filter(|b| focus.contexts().contains(&b.context)) {
                assert!(keys(binding).all(|key| key.typed().is_none()), "{focus:?}: {}", binding.keys);
            }
        }
    }

    #[test]
    fn every_focus_has_a_way_out() {
        for focus in Focus::ALL.into_iter().filter(|&focus| focus != Focus::Locked) {
            let action = Keymap::default().action(focus, Key::plain(Code::Esc), |_| true);
            assert_eq!(action, Some(Action::Out), "{focus:?}");
        }
    }
}
