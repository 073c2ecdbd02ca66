//! The form of an indicator, or of a goal's text and comment. What an indicator comes to is counted while it is typed.

use super::exchange::{Ask, Refusal, Spot, Ticket, Told, Tried, read_period};
use super::keys::{Action, Focus};
use super::text_field::TextField;
use super::view::{Cx, Message, Part, Step};
use super::world::World;
use crate::domain::{Change, Goal, Indicator, Lang, Limit, Project, Shown, Target, Text};
use crate::i18n::texts::views as t;
use crate::query::{Measure, Period};

/// What is changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum What {
    /// A goal by its place, or a new one.
    Goal(Option<usize>),
    /// An indicator of a goal by their places, or a new one of that goal.
    Indicator(usize, Option<usize>),
}

/// Fields of text, one after the other.
#[derive(Debug)]
pub struct GoalForm {
    what: What,
    project: Box<Project>,
    pub period: Period,
    /// Labels and what stands in the fields.
    pub fields: Vec<(Text, TextField)>,
    pub at: usize,
    /// What the indicator comes to as it stands.
    pub tried: Option<Tried>,
    ticket: Option<Ticket>,
    saving: Option<Ticket>,
}

/// Places of an indicator's fields.
pub const MEASURE: usize = 1;
pub const FILTER: usize = 2;
pub const OF: usize = 3;
pub const TARGET: usize = 4;

impl GoalForm {
    /// The form of a goal: its text and comment.
    pub fn of_goal(project: Box<Project>, place: Option<usize>, period: Period) -> GoalForm {
        let goal = place.and_then(|place| project.goals.get(place)).cloned().unwrap_or_default();
        let fields = vec![(t::GOAL_TEXT, TextField::new(goal.text)), (t::GOAL_COMMENT, TextField::new(goal.comment))];
        GoalForm::new(What::Goal(place), project, period, fields)
    }

    /// The form of an indicator.
    pub fn of_indicator(
        project: Box<Project>,
        goal: usize,
        place: Option<usize>,
        period: Period,
        lang: Lang,
    ) -> GoalForm {
        let known = project.goals.get(goal).and_then(|goal| goal.indicators.get(place?)).cloned();
        let one = known.unwrap_or_default();
        let measure = Measure::from_code(&one.measure).map_or(one.measure.clone(), |m| m.label(lang).to_owned());
        let fields = vec![
            (t::INDICATOR_LABEL, one.label),
            (t::INDICATOR_MEASURE, measure),
            (t::INDICATOR_FILTER, one.filter),
            (t::INDICATOR_OF, one.of.unwrap_or_default()),
            (t::INDICATOR_TARGET, one.target.unwrap_or_default()),
        ];
        let fields = fields.into_iter().map(|(label, text)| (label, TextField::new(text))).collect();
        GoalForm::new(What::Indicator(goal, place), project, period, fields)
    }

    fn new(what: What, project: Box<Project>, period: Period, fields: Vec<(Text, TextField)>) -> GoalForm {
        GoalForm { what, project, period, fields, at: 0, tried: None, ticket: None, saving: None }
    }

    /// The form as the store keeps it while the screen is locked.
    pub fn spot(&self) -> Spot {
        let (goal, indicator) = match self.what {
            What::Goal(goal) => (goal, None),
            What::Indicator(goal, indicator) => (Some(goal), Some(indicator)),
        };
        Spot::Goal {
            goal,
            indicator,
            period: self.period.to_string(),
            texts: self.fields.iter().map(|(_, field)| field.text().to_owned()).collect(),
            at: self.at,
            cursor: self.fields.get(self.at).map_or(0, |(_, field)| field.cursor()),
        }
    }

    /// The form as it stood when the screen was locked.
    pub fn return_to(spot: &Spot, world: &World) -> Option<GoalForm> {
        let Spot::Goal { goal, indicator, period, texts, at, cursor } = spot else { return None };
        let period = read_period(period, world.today())?;
        let project = Box::new(world.project.clone());
        let mut form = match indicator {
            None => GoalForm::of_goal(project, *goal, period),
            Some(indicator) => GoalForm::of_indicator(project, (*goal)?, *indicator, period, world.lang),
        };
        for (place, ((_, field), text)) in form.fields.iter_mut().zip(texts).enumerate() {
            *field = TextField::at(text, if place == *at { *cursor } else { text.len() });
        }
        form.at = *at;
        Some(form)
    }

    /// What it is the form of.
    pub fn title(&self) -> Text {
        match self.what {
            What::Goal(None) => t::NEW_GOAL_TITLE,
            What::Goal(Some(_)) => t::GOAL_TITLE,
            What::Indicator(_, None) => t::NEW_INDICATOR_TITLE,
            What::Indicator(_, Some(_)) => t::INDICATOR_TITLE,
        }
    }

    /// The goal that the indicator belongs to.
    pub fn goal(&self) -> Option<&Goal> {
        match self.what {
            What::Indicator(goal, _) => self.project.goals.get(goal),
            What::Goal(_) => None,
        }
    }

    pub fn is_indicator(&self) -> bool {
        matches!(self.what, What::Indicator(..))
    }

    fn text(&self, place: usize) -> &str {
        self.fields.get(place).map_or("", |(_, field)| field.text().trim())
    }

    /// The indicator as it stands. The measure may be typed by its code or the beginning of its name.
    fn indicator(&self, lang: Lang) -> Indicator {
        let some = |place: usize| Some(self.text(place).to_owned()).filter(|text| !text.is_empty());
        Indicator {
            label: self.text(0).to_owned(),
            measure: measure(self.text(MEASURE), lang).map_or(self.text(MEASURE).to_owned(), |m| m.code().to_owned()),
            filter: self.text(FILTER).to_owned(),
            of: some(OF),
            target: some(TARGET),
        }
    }

    /// Asks what the indicator comes to.
    fn try_out(&mut self, cx: &mut Cx) {
        if self.is_indicator() {
            let indicator = self.indicator(cx.world.lang);
            self.ticket = Some(cx.ask(Ask::TryIndicator(Box::new(indicator), self.period)));
        }
    }

    /// What is wrong with a field, told under it.
    pub fn problem(&self, place: usize, lang: Lang) -> Option<Shown> {
        let text = self.text(place);
        let limit = if place == 1 && !self.is_indicator() { Limit::NOTE } else { Limit::LINE };
        if !limit.holds(text) {
            return Some(Shown::new(t::TOO_LONG.get(lang)));
        }
        if !self.is_indicator() {
            return None;
        }
        let tried = self.tried.as_ref();
        match place {
            MEASURE if measure(text, lang).is_none() => Some(Shown::new(t::WHICH_MEASURE.get(lang))),
            FILTER => tried.and_then(|tried| tried.filter.clone().err()),
            OF => tried.and_then(|tried| tried.of.clone()?.err()),
            TARGET if !text.is_empty() && Target::parse(text).is_none() => Some(Shown::new(t::WHICH_TARGET.get(lang))),
            TARGET if text.ends_with('%') && self.text(OF).is_empty() => Some(Shown::new(t::PERCENT_OF_WHAT.get(lang))),
            _ => None,
        }
    }

    fn save(&mut self, cx: &mut Cx) {
        let lang = cx.world.lang;
        if self.text(0).is_empty() {
            self.at = 0;
            return cx.say(Message::wrong(t::NAME_NEEDED.get(lang)));
        }
        if let Some(place) = (0..self.fields.len()).find(|&place| self.problem(place, lang).is_some()) {
            self.at = place;
            return cx.say(Message::wrong(t::NOT_SAVED.get(lang)));
        }
        let before = self.project.clone();
        let mut after = before.clone();
        match self.what {
            What::Goal(place) => {
                let next = after.goals.iter().map(|goal| goal.number).max().unwrap_or(0) + 1;
                let place = place.unwrap_or_else(|| {
                    after.goals.push(Goal { number: next, ..Goal::default() });
                    after.goals.len() - 1
                });
                if let Some(goal) = after.goals.get_mut(place) {
                    (goal.text, goal.comment) = (self.text(0).to_owned(), self.text(1).to_owned());
                }
            }
            What::Indicator(goal, place) => {
                let indicator = self.indicator(lang);
                let Some(goal) = after.goals.get_mut(goal) else { return };
                match place.and_then(|place| goal.indicators.get_mut(place)) {
                    Some(known) => *known = indicator,
                    None => goal.indicators.push(indicator),
                }
            }
        }
        if after == before {
            return cx.step(Step::Pop);
        }
        self.saving = Some(cx.ask(Ask::Apply(Change::project(&before, *after))));
    }
}

/// The measure of a code or a name, or the first that begins so.
pub fn measure(text: &str, lang: Lang) -> Option<Measure> {
    let typed = text.trim().to_lowercase();
    let counted = || Measure::ALL.into_iter().filter(|measure| measure.is_counted());
    let whole = |m: &Measure| m.code() == typed.replace(['-', ' '], "_") || m.label(lang) == typed;
    let begins = |m: &Measure| !typed.is_empty() && (m.label(lang).starts_with(&typed) || m.code().starts_with(&typed));
    counted().find(whole).or_else(|| counted().find(begins))
}

impl Part for GoalForm {
    fn focus(&self) -> Focus {
        Focus::Line
    }

    fn refresh(&mut self, cx: &mut Cx) {
        self.try_out(cx);
    }

    fn act(&mut self, action: Action, cx: &mut Cx) -> bool {
        match action {
            Action::Save => self.save(cx),
            Action::NextField if self.at + 1 == self.fields.len() => self.at = 0,
            Action::NextField => self.at += 1,
            Action::PreviousField => self.at = self.at.checked_sub(1).unwrap_or(self.fields.len() - 1),
            action => {
                let Some((_, field)) = self.fields.get_mut(self.at) else { return false };
                let before = field.text().to_owned();
                if !field.act(action) {
                    return false;
                }
                if field.text() != before {
                    self.try_out(cx);
                }
            }
        }
        true
    }

    fn insert(&mut self, text: &str, cx: &mut Cx) {
        if let Some((_, field)) = self.fields.get_mut(self.at) {
            field.insert(text, false);
            self.try_out(cx);
        }
    }

    fn awaits(&self, ticket: Ticket) -> bool {
        [self.ticket, self.saving].contains(&Some(ticket))
    }

    fn is_waiting(&self) -> bool {
        self.saving.is_some()
    }

    fn take(&mut self, ticket: Ticket, told: Result<Told, Refusal>, cx: &mut Cx) {
        if self.saving == Some(ticket) {
            self.saving = None;
            return match told {
                Ok(Told::Applied(change)) => {
                    cx.step(Step::Pop);
                    cx.step(Step::Saved(change));
                }
                Ok(_) => {}
                Err(refusal) => cx.refuse(refusal),
            };
        }
        self.ticket = None;
        match told {
            Ok(Told::Tried(tried)) => self.tried = Some(*tried),
            Ok(_) => {}
            Err(refusal) => cx.refuse(refusal),
        }
    }
}
