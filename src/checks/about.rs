//! What checks and proposals have in common: a name, a reason, a limit in time, and that each can be switched off.
//! Limits are data with their source and the day from which they hold; the user's own goes before them.

use super::{PROPOSALS, RULES};
use crate::domain::{Every, Lang, Project, Text};
use crate::i18n::{fill, interval, texts::checks as t};
use chrono::NaiveDate;

/// A check or a proposal as people see it.
#[derive(Debug, PartialEq, Eq)]
pub struct About {
    /// Its name in the settings, to switch it off by.
    pub code: &'static str,
    pub label: Text,
    pub why: Text,
    /// The limits, the oldest first; empty where time plays no part.
    pub limits: &'static [Limit],
}

/// A stretch of time after which something is looked for, or proposed.
#[derive(Debug, PartialEq, Eq)]
pub struct Limit {
    pub span: Every,
    /// The first day on which it holds; `None`: since ever.
    pub from: Option<NaiveDate>,
    pub source: Text,
}

/// The source of what no law says.
pub const OWN_PRACTICE: Text = t::SOURCE_PRACTICE;

impl About {
    /// Every check, then every proposal.
    pub fn all() -> impl Iterator<Item = &'static About> {
        RULES.iter().map(|rule| &rule.about).chain(PROPOSALS.iter().map(|proposal| &proposal.about))
    }

    /// Whether it is switched on.
    pub fn is_on(&self, project: &Project) -> bool {
        !project.checks_off.iter().any(|code| code == self.code)
    }

    /// The limit that holds on a day, the user's own apart.
    pub fn limit(&self, today: NaiveDate) -> Option<&'static Limit> {
        self.limits.iter().rev().find(|limit| limit.from.is_none_or(|from| from <= today)).or(self.limits.first())
    }

    /// How long it takes: the user's own limit, else the one that holds on a day.
    pub fn span(&self, project: &Project, today: NaiveDate) -> Option<Every> {
        let given = self.limit(today)?;
        Some(project.limits.get(self.code).copied().unwrap_or(given.span))
    }

    /// Its name, with its limit filled in.
    pub fn label(&self, project: &Project, today: NaiveDate, lang: Lang) -> String {
        self.filled(self.label, project, today, lang)
    }

    /// Why it is there and what to do.
    pub fn why(&self, project: &Project, today: NaiveDate, lang: Lang) -> String {
        self.filled(self.why, project, today, lang)
    }

    fn filled(&self, text: Text, project: &Project, today: NaiveDate, lang: Lang) -> String {
        let span = self.span(project, today).map(|span| interval(span, lang)).unwrap_or_default();
        fill(text, lang, &[("span", &span)])
    }
}
