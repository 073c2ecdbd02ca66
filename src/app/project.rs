//! The page of the project and of what changes a figure: its name, funder, unit and period, the age groups, the months
//! after which somebody is returning. Every change is one of the log's, so that undo takes it back.

use super::cursor::moved;
use super::exchange::Ask;
use super::keys::{Action, Focus};
use super::prompt::{Answer, Prompt, Purpose};
use super::view::{Cx, Part, Step};
use super::world::World;
use crate::domain::{AgeGroups, Change, Lang, Limit, Project, Text};
use crate::entry::{Lean, read_day};
use crate::i18n::texts::{app, common, start as t};

/// One setting of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Setting {
    Name,
    Funder,
    Unit,
    Start,
    End,
    AgeGroups,
    Returning,
    SensitiveSearch,
}

impl Setting {
    /// All of them, in their order.
    pub const ALL: [Setting; 8] = [
        Setting::Name,
        Setting::Funder,
        Setting::Unit,
        Setting::Start,
        Setting::End,
        Setting::AgeGroups,
        Setting::Returning,
        Setting::SensitiveSearch,
    ];

    pub fn label(self) -> Text {
        match self {
            Setting::Name => t::PROJECT_NAME,
            Setting::Funder => t::PROJECT_FUNDER,
            Setting::Unit => t::PROJECT_UNIT,
            Setting::Start => t::PROJECT_START,
            Setting::End => t::PROJECT_END,
            Setting::AgeGroups => t::PROJECT_AGE_GROUPS,
            Setting::Returning => t::PROJECT_RETURNING,
            Setting::SensitiveSearch => t::PROJECT_SENSITIVE,
        }
    }

    /// What it is for, and how it is typed.
    pub fn meaning(self) -> Text {
        match self {
            Setting::Name | Setting::Funder | Setting::Unit => t::MEANS_TEXT,
            Setting::Start | Setting::End => t::MEANS_DAY,
            Setting::AgeGroups => t::MEANS_AGE_GROUPS,
            Setting::Returning => t::MEANS_RETURNING,
            Setting::SensitiveSearch => t::MEANS_SENSITIVE,
        }
    }

    /// Its value as it is typed.
    pub fn text(self, project: &Project, lang: Lang) -> String {
        let day = |day: Option<chrono::NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
        match self {
            Setting::Name => project.name.clone(),
            Setting::Funder => project.funder.clone(),
            Setting::Unit => project.unit.clone(),
            Setting::Start => day(project.start),
            Setting::End => day(project.end),
            Setting::AgeGroups => {
                project.age_groups.starts().iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
            }
            Setting::Returning => project.returning_after_months.to_string(),
            Setting::SensitiveSearch => {
                let text = if project.no_sensitive_search { common::NO } else { common::YES };
                text.get(lang).to_owned()
            }
        }
    }

    /// The project with another value, as typed.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn read(self, text: &str, world: &World) -> Result<Project, Text> {
        let mut project = world.project.clone();
        let text = text.trim();
        let line = || if Limit::LINE.holds(text) { Ok(text.to_owned()) } else { Err(t::TOO_LONG) };
        let day = || match text.is_empty() {
            true => Ok(None),
            false => read_day(text, world.today(), Lean::Past).map(Some).ok_or(app::NOT_A_DAY),
        };
        match self {
            Setting::Name => project.name = line()?,
            Setting::Funder => project.funder = line()?,
            Setting::Unit => project.unit = line()?,
            Setting::Start => project.start = day()?,
            Setting::End => project.end = day()?,
            Setting::AgeGroups => {
                let ages = text.split([' ', ',']).filter(|age| !age.is_empty()).map(str::parse);
                let ages: Vec<u16> = ages.collect::<Result<_, _>>().map_err(|_| t::NO_AGE_GROUPS)?;
                project.age_groups = AgeGroups::new(ages).ok_or(t::NO_AGE_GROUPS)?;
            }
            Setting::Returning => {
                let months = text.parse().ok().filter(|months| (1..=600).contains(months));
                project.returning_after_months = months.ok_or(t::NO_MONTHS)?;
            }
            Setting::SensitiveSearch => project.no_sensitive_search = !project.no_sensitive_search,
        }
        match (project.start, project.end) {
            (Some(start), Some(end)) if start > end => Err(t::ENDS_FIRST),
            _ => Ok(project),
        }
    }
}

/// The page.
#[derive(Debug, Default)]
pub struct ProjectPage {
    pub cursor: usize,
}

impl ProjectPage {
    fn setting(&self) -> Setting {
        Setting::ALL.get(self.cursor).copied().unwrap_or(Setting::Name)
    }

    /// A text is asked for; what is either yes or no is turned.
    fn alter(&self, cx: &mut Cx) {
        let setting = self.setting();
        match setting {
            Setting::SensitiveSearch => setting.read("", cx.world).into_iter().for_each(|after| self.save(after, cx)),
            _ => {
                let text = setting.text(&cx.world.project, cx.world.lang);
                cx.step(Step::Prompt(Prompt::new(Purpose::Setting(setting), &text)));
            }
        }
    }

    fn save(&self, after: Project, cx: &mut Cx) {
        let before = &cx.world.project;
        if *before != after {
            cx.step(Step::Order(Ask::Apply(Change::project(before, after))));
        }
    }
}

impl Part for ProjectPage {
    fn focus(&self) -> Focus {
        Focus::Project
    }

    fn refresh(&mut self, _cx: &mut Cx) {}

    fn act(&mut self, action: Action, cx: &mut Cx) -> bool {
        if let Some(moved) = moved(self.cursor, action, Setting::ALL.len() - 1, Setting::ALL.len()) {
            self.cursor = moved;
            return true;
        }
        match action {
            Action::In | Action::Right | Action::Change => self.alter(cx),
            _ => return false,
        }
        true
    }

    fn prompted(&mut self, answer: Answer, cx: &mut Cx) {
        if let Answer::Project(after) = answer {
            self.save(*after, cx);
        }
    }
}
