//! The question in one line: find, filter, period, file name. What is typed is read while typing, and the reading or
//! what is wrong with it stands under the field.

use super::exchange::{Ask, Refusal, Ticket, Told};
use super::project::Setting;
use super::saved_views;
use super::settings;
use super::text_field::TextField;
use super::value_lists;
use super::view::Cx;
use super::when;
use crate::checks::About;
use crate::domain::{Every, Lang, List, ListValue, Project, Shown, Text};
use crate::i18n::interval;
use crate::i18n::texts::settings as texts;
use crate::i18n::texts::{app as t, checks, common, lists, reports, upkeep, views};
use crate::query::{Compare, Filter, Measure, Period};
use std::path::PathBuf;

/// What is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    Find,
    Filter(Measure),
    Period,
    /// The period to compare with.
    Compare,
    Path,
    /// A new value of a list.
    NewValue(List),
    /// Both labels of a value.
    Labels,
    /// A setting of the project's page.
    Setting(Setting),
    /// How long a check or proposal waits.
    Limit(&'static About),
    /// What the view in front is saved as.
    ViewName,
    /// What a saved view is called from now on.
    ViewRename,
    /// The heading of a new section of a report.
    Section,
    /// The file that a table is written to.
    Sheet,
    /// Minutes until the screen locks.
    LockAfter,
}

/// What was answered.
#[derive(Clone, Debug, PartialEq)]
pub enum Answer {
    Find(String),
    Filter(Filter),
    Period(Period),
    /// `None` compares with nothing.
    Compare(Option<Compare>),
    Path(PathBuf),
    Section(String),
    NewValue(ListValue),
    Labels(String, String),
    /// The project with another setting.
    Project(Box<Project>),
    /// `None`: the built-in limit.
    Limit(&'static About, Option<Every>),
    ViewName(String),
    ViewRename(String),
    /// The file, and whether one that stands there is written over.
    Sheet(PathBuf, bool),
    LockAfter(u64),
}

/// The prompt: what is typed, and how it reads.
#[derive(Debug)]
pub struct Prompt {
    pub purpose: Purpose,
    pub field: TextField,
    /// What it means, or what is wrong with it.
    pub reading: Result<Shown, Shown>,
    answer: Option<Answer>,
    ticket: Option<Ticket>,
    /// Enter was pressed before the reading came.
    entered: bool,
}

impl Prompt {
    /// A prompt with what stands now.
    pub fn new(purpose: Purpose, text: &str) -> Prompt {
        Prompt {
            purpose,
            field: TextField::new(text),
            reading: Ok(Shown::default()),
            answer: None,
            ticket: None,
            entered: false,
        }
    }

    pub fn label(&self) -> Text {
        match self.purpose {
            Purpose::Find => t::PROMPT_FIND,
            Purpose::Filter(_) => t::PROMPT_FILTER,
            Purpose::Period => t::PROMPT_PERIOD,
            Purpose::Compare => views::PROMPT_COMPARE,
            Purpose::Path => t::PROMPT_PATH,
            Purpose::NewValue(_) => upkeep::PROMPT_VALUE,
            Purpose::Labels => upkeep::PROMPT_LABELS,
            Purpose::Setting(setting) => setting.label(),
            Purpose::Limit(_) => checks::PROMPT_LIMIT,
            Purpose::ViewName => lists::VIEW_PROMPT,
            Purpose::ViewRename => lists::VIEW_RENAME,
            Purpose::Section => reports::NEW_SECTION,
            Purpose::Sheet => lists::SHEET_PROMPT,
            Purpose::LockAfter => texts::LOCK_AFTER,
        }
    }

    /// An example of what to type, shown under an empty field.
    pub fn example(&self) -> Text {
        match self.purpose {
            Purpose::Find => t::EXAMPLE_FIND,
            Purpose::Filter(_) => t::EXAMPLE_FILTER,
            Purpose::Period => t::EXAMPLE_PERIOD,
            Purpose::Compare => views::EXAMPLE_COMPARE,
            Purpose::Path => t::EXAMPLE_PATH,
            Purpose::NewValue(_) => upkeep::EXAMPLE_VALUE,
            Purpose::Labels => upkeep::EXAMPLE_LABELS,
            Purpose::Setting(setting) => setting.meaning(),
            Purpose::Limit(_) => checks::EXAMPLE_LIMIT,
            Purpose::ViewName | Purpose::ViewRename => lists::VIEW_EXAMPLE,
            Purpose::Section => reports::NEW_SECTION_EXAMPLE,
            Purpose::Sheet => lists::SHEET_EXAMPLE,
            Purpose::LockAfter => texts::NO_MINUTES,
        }
    }

    /// Reads what is typed.
    pub fn read(&mut self, cx: &mut Cx) {
        let text = self.field.text().to_owned();
        self.entered = false;
        let lang = cx.world.lang;
        match self.purpose {
            Purpose::Find => self.answer = Some(Answer::Find(text)),
            Purpose::Section => {
                let heading = text.trim().to_owned();
                self.answer = (!heading.is_empty()).then_some(Answer::Section(heading));
            }
            Purpose::Path => self.answer = (!text.trim().is_empty()).then(|| Answer::Path(PathBuf::from(text.trim()))),
            Purpose::Sheet => {
                let path = PathBuf::from(text.trim());
                self.answer = (!text.trim().is_empty()).then_some(Answer::Sheet(path, false));
                self.reading = Ok(Shown::new(lists::SHEET_EXAMPLE.get(lang)));
            }
            Purpose::Filter(measure) => {
                self.answer = None;
                self.ticket = Some(cx.ask(Ask::Reading(measure, text)));
            }
            Purpose::NewValue(list) => {
                self.settle(value_lists::read_value(&text, list, cx.world).map(Answer::NewValue), lang);
            }
            Purpose::LockAfter => self.settle(settings::read_minutes(&text).map(Answer::LockAfter), lang),
            Purpose::Labels => {
                self.settle(value_lists::read_labels(&text).map(|(sv, en)| Answer::Labels(sv, en)), lang);
            }
            Purpose::Setting(setting) => {
                let read = setting.read(&text, cx.world).map(|project| Answer::Project(Box::new(project)));
                self.settle(read, lang);
            }
            Purpose::Limit(about) => {
                let empty = text.trim().is_empty();
                let read = (!empty).then(|| when::read_every(&text)).flatten();
                let wrong = if empty { Ok(()) } else { read.ok_or(common::NOT_AN_INTERVAL).map(drop) };
                self.settle(wrong.map(|()| Answer::Limit(about, read)), lang);
                if let Some(span) = read {
                    self.reading = Ok(Shown::new(interval(span, lang)));
                }
            }
            Purpose::ViewName => {
                let name = saved_views::read_name(&text);
                let replaces =
                    name.as_ref().is_ok_and(|name| cx.world.project.views.iter().any(|view| view.name == *name));
                self.settle(name.map(Answer::ViewName), lang);
                if replaces {
                    self.reading = Ok(Shown::new(lists::VIEW_REPLACES.get(lang)));
                }
            }
            Purpose::ViewRename => self.settle(saved_views::read_name(&text).map(Answer::ViewRename), lang),
            Purpose::Compare if text.trim().is_empty() => {
                self.reading = Ok(Shown::new(views::COMPARE_NOTHING.get(lang)));
                self.answer = Some(Answer::Compare(None));
            }
            Purpose::Compare => match Compare::parse(&text, cx.world.today()) {
                Ok(compare) => {
                    self.reading = Ok(match compare {
                        Compare::Previous => Shown::default(),
                        Compare::With(period) => Shown::line(period.in_words(lang)),
                    });
                    self.answer = Some(Answer::Compare(Some(compare)));
                }
                Err(error) => {
                    self.answer = None;
                    self.reading = Err(Shown::line(error.say(lang)));
                }
            },
            Purpose::Period => match period(&text, cx) {
                Ok(period) => {
                    self.reading = Ok(Shown::line(period.in_words(lang)));
                    self.answer = Some(Answer::Period(period));
                }
                Err(error) => {
                    self.answer = None;
                    self.reading = Err(Shown::line(error));
                }
            },
        }
    }

    /// Takes what was read at once, or tells what is wrong with it.
    fn settle(&mut self, read: Result<Answer, Text>, lang: Lang) {
        let is_empty = self.field.is_empty();
        self.reading = read.as_ref().map(|_| Shown::default()).map_err(|wrong| Shown::new(wrong.get(lang)));
        if is_empty {
            self.reading = Ok(Shown::default());
        }
        self.answer = read.ok();
    }

    pub fn awaits(&self, ticket: Ticket) -> bool {
        self.ticket == Some(ticket)
    }

    /// Takes the reading of a filter. The answer, if Enter was pressed before it came.
    pub fn take(&mut self, told: Result<Told, Refusal>) -> Option<Answer> {
        self.ticket = None;
        match told {
            Ok(Told::Reading(filter, words)) => {
                self.reading = Ok(words);
                self.answer = Some(Answer::Filter(filter));
            }
            Ok(_) => {}
            Err(refusal) => self.reading = Err(refusal.message),
        }
        if self.entered { self.answer.clone() } else { None }
    }

    /// Enter was pressed: the answer, if there is one already.
    pub fn enter(&mut self) -> Option<Answer> {
        self.entered = true;
        self.answer.clone()
    }
}

/// A period as typed; nothing is all time.
fn period(text: &str, cx: &Cx) -> Result<Period, String> {
    if text.trim().is_empty() {
        return Ok(Period::ALL);
    }
    Period::parse(text, cx.world.today()).map_err(|error| error.say(cx.world.lang))
}
