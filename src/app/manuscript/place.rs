//! The fields of a manuscript: where each stands in the project, how it is read and written, and what may stand in it.

use super::Subject;
use crate::app::outline::{put, standing};
use crate::domain::budget::{COST_KINDS, FUNDING_KINDS};
use crate::domain::field::Limit;
use crate::domain::project::{Cost, Funding, Indicator};
use crate::domain::{Lang, Money, OutlineSection, Project, Text};
use crate::i18n::{fill, texts::common, texts::reports as t};
use crate::query::Measure;
use crate::report::budget::{cost_label, fund_label};
use crate::report::{ReportKind, prose_key};
use serde::{Deserialize, Serialize};

/// Where a field stands in the project.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Place {
    Heading,
    Question,
    /// Prose by its key.
    Prose(String),
    /// The comment of a goal, by its place.
    GoalComment(usize),
    /// What a cost is for, and its amount, by the kind's place.
    CostFor(usize),
    CostAmount(usize),
    FundSource(usize),
    FundAmount(usize),
    Accrued,
    BudgetComment,
    Signatory(usize),
    /// A figure of a section, by its place: its name, and measure and filter.
    FigureLabel(usize),
    FigureQuestion(usize),
}

/// The fields of a manuscript, in their order.
pub fn places(subject: &Subject, project: &Project) -> Vec<Place> {
    let Subject { kind, code } = subject;
    let mut places = Vec::new();
    match (kind, code.as_str()) {
        (ReportKind::Funder, "goals") => {
            places.push(Place::Prose("goals".to_owned()));
            places.extend((0..project.goals.len()).map(Place::GoalComment));
        }
        (ReportKind::Funder, "experiences") => {
            places.extend(["results", "needs"].map(|key| Place::Prose(key.to_owned())));
        }
        (ReportKind::Funder, "budget") => {
            places.extend((0..COST_KINDS.len()).flat_map(|kind| [Place::CostFor(kind), Place::CostAmount(kind)]));
            places.extend((0..FUNDING_KINDS.len()).flat_map(|kind| [Place::FundSource(kind), Place::FundAmount(kind)]));
            places.extend([Place::Accrued, Place::BudgetComment]);
        }
        (ReportKind::Funder, "signatures") => {
            places.push(Place::Prose(code.clone()));
            places.extend((0..project.signatories.len().max(2)).map(Place::Signatory));
        }
        (ReportKind::Funder, _) => places.push(Place::Prose(code.clone())),
        (ReportKind::Summary, _) => places.push(Place::Prose(prose_key(code))),
    }
    places.extend([Place::Heading, Place::Question]);
    let figures = section(*kind, code, project).figures.len();
    places.extend((0..=figures).flat_map(|place| [Place::FigureLabel(place), Place::FigureQuestion(place)]));
    places
}

fn section(kind: ReportKind, code: &str, project: &Project) -> OutlineSection {
    standing(kind, project).into_iter().find(|section| section.section == code).unwrap_or_default()
}

impl Place {
    /// Whether it has several lines.
    pub fn is_note(&self) -> bool {
        self.is_prose() || *self == Place::Question
    }

    /// Whether figures can be put into it.
    pub fn is_prose(&self) -> bool {
        matches!(self, Place::Prose(_) | Place::GoalComment(_) | Place::BudgetComment)
    }

    /// What the field is called.
    pub fn label(&self, project: &Project, lang: Lang) -> String {
        let numbered = |text: Text, place: usize| fill(text, lang, &[("n", &(place + 1))]);
        let of_kind = |text: Text, kind: String| fill(text, lang, &[("kind", &kind)]);
        let cost = |place: usize| cost_label(COST_KINDS.get(place).copied().unwrap_or_default(), lang);
        let fund = |place: usize| fund_label(FUNDING_KINDS.get(place).copied().unwrap_or_default(), lang);
        match self {
            Place::Heading => t::HEADING.get(lang).to_owned(),
            Place::Question => t::QUESTION.get(lang).to_owned(),
            Place::Prose(key) => match key.as_str() {
                "results" => t::RESULTS,
                "needs" => t::NEEDS,
                _ => t::TEXT,
            }
            .get(lang)
            .to_owned(),
            Place::GoalComment(place) => {
                let number = project.goals.get(*place).map_or(0, |goal| goal.number);
                fill(t::GOAL_COMMENT, lang, &[("n", &number)])
            }
            Place::CostFor(kind) => of_kind(t::COST_FOR, cost(*kind)),
            Place::CostAmount(kind) => of_kind(t::COST_AMOUNT, cost(*kind)),
            Place::FundSource(kind) => of_kind(t::FUND_SOURCE, fund(*kind)),
            Place::FundAmount(kind) => of_kind(t::FUND_AMOUNT, fund(*kind)),
            Place::Accrued => t::ACCRUED.get(lang).to_owned(),
            Place::BudgetComment => t::COMMENT.get(lang).to_owned(),
            Place::Signatory(place) => numbered(t::SIGNATORY, *place),
            Place::FigureLabel(place) => numbered(t::FIGURE_LABEL, *place),
            Place::FigureQuestion(place) => numbered(t::FIGURE_QUESTION, *place),
        }
    }

    /// What stands there.
    pub fn read(&self, project: &Project, subject: &Subject) -> String {
        let amount = |amount: Option<Money>| amount.map(typed).unwrap_or_default();
        let cost =
            |kind: usize| project.costs.iter().find(|cost| Some(&cost.category.as_str()) == COST_KINDS.get(kind));
        let fund =
            |kind: usize| project.funding.iter().find(|fund| Some(&fund.kind.as_str()) == FUNDING_KINDS.get(kind));
        let own = || section(subject.kind, &subject.code, project);
        match self {
            Place::Heading => own().heading,
            Place::Question => own().question,
            Place::Prose(key) => project.sections.get(key).cloned().unwrap_or_default(),
            Place::GoalComment(place) => project.goals.get(*place).map(|g| g.comment.clone()).unwrap_or_default(),
            Place::CostFor(kind) => cost(*kind).map(|cost| cost.description.clone()).unwrap_or_default(),
            Place::CostAmount(kind) => amount(cost(*kind).and_then(|cost| cost.amount)),
            Place::FundSource(kind) => fund(*kind).map(|fund| fund.source.clone()).unwrap_or_default(),
            Place::FundAmount(kind) => amount(fund(*kind).and_then(|fund| fund.amount)),
            Place::Accrued => amount(project.accrued_after_end),
            Place::BudgetComment => project.budget_comment.clone(),
            Place::Signatory(place) => project.signatories.get(*place).cloned().unwrap_or_default(),
            Place::FigureLabel(place) => own().figures.get(*place).map(|f| f.label.clone()).unwrap_or_default(),
            Place::FigureQuestion(place) => {
                own().figures.get(*place).map(|f| format!("{} {}", f.measure, f.filter)).unwrap_or_default()
            }
        }
        .trim_end()
        .to_owned()
    }

    /// Puts a text there.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn write(&self, project: &mut Project, subject: &Subject, text: &str) -> Result<(), Text> {
        let text = crate::domain::text::normalise(text);
        let text = if self.is_note() { text.trim_end() } else { text.trim() };
        if text.contains('\0') {
            return Err(common::HAS_NUL);
        }
        let limit = if self.is_note() { Limit::NOTE } else { Limit::LINE };
        if !limit.holds(text) {
            return Err(t::TOO_LONG);
        }
        let amount = || match text {
            "" => Ok(None),
            text => Money::typed(text).map(Some).ok_or(t::NOT_MONEY),
        };
        match self {
            Place::Prose(key) => _ = project.sections.insert(key.clone(), text.to_owned()),
            Place::GoalComment(place) => {
                if let Some(goal) = project.goals.get_mut(*place) {
                    text.clone_into(&mut goal.comment);
                }
            }
            Place::CostFor(kind) => text.clone_into(&mut cost_of(project, *kind).description),
            Place::CostAmount(kind) => cost_of(project, *kind).amount = amount()?,
            Place::FundSource(kind) => text.clone_into(&mut fund_of(project, *kind).source),
            Place::FundAmount(kind) => fund_of(project, *kind).amount = amount()?,
            Place::Accrued => project.accrued_after_end = amount()?,
            Place::BudgetComment => project.budget_comment = text.to_owned(),
            Place::Signatory(place) => {
                if project.signatories.len() <= *place {
                    project.signatories.resize(*place + 1, String::new());
                }
                text.clone_into(&mut project.signatories[*place]);
            }
            Place::Heading => with_section(project, subject, |section| text.clone_into(&mut section.heading)),
            Place::Question => with_section(project, subject, |section| text.clone_into(&mut section.question)),
            Place::FigureLabel(place) => {
                with_section(project, subject, |section| text.clone_into(&mut figure_of(section, *place).label));
            }
            Place::FigureQuestion(place) => {
                let (measure, filter) = text.split_once(char::is_whitespace).unwrap_or((text, ""));
                let is_known = Measure::from_code(measure).is_ok_and(Measure::is_counted);
                if !text.is_empty() && !is_known {
                    return Err(t::NOT_A_QUESTION);
                }
                with_section(project, subject, |section| {
                    let figure = figure_of(section, *place);
                    measure.clone_into(&mut figure.measure);
                    filter.trim().clone_into(&mut figure.filter);
                });
            }
        }
        Ok(())
    }
}

/// An amount as it is typed: without the currency, öre only where there are any.
fn typed(amount: Money) -> String {
    let text = amount.to_string();
    text.strip_suffix(".00").map(str::to_owned).unwrap_or(text)
}

fn cost_of(project: &mut Project, kind: usize) -> &mut Cost {
    let category = COST_KINDS.get(kind).copied().unwrap_or_default();
    let place = project.costs.iter().position(|cost| cost.category == category).unwrap_or_else(|| {
        project.costs.push(Cost { category: category.to_owned(), ..Cost::default() });
        project.costs.len() - 1
    });
    &mut project.costs[place]
}

fn fund_of(project: &mut Project, kind: usize) -> &mut Funding {
    let kind = FUNDING_KINDS.get(kind).copied().unwrap_or_default();
    let place = project.funding.iter().position(|fund| fund.kind == kind).unwrap_or_else(|| {
        project.funding.push(Funding { kind: kind.to_owned(), ..Funding::default() });
        project.funding.len() - 1
    });
    &mut project.funding[place]
}

fn with_section(project: &mut Project, subject: &Subject, change: impl FnMut(&mut OutlineSection)) {
    let Subject { kind, code } = subject;
    let mut sections = standing(*kind, project);
    // A section that was taken away while it was written on comes back: nothing typed is lost.
    if !sections.iter().any(|section| section.section == *code) {
        sections.push(OutlineSection::of(code));
    }
    sections.iter_mut().filter(|section| section.section == *code).for_each(change);
    put(*kind, sections, project);
}

fn figure_of(section: &mut OutlineSection, place: usize) -> &mut Indicator {
    if section.figures.len() <= place {
        section.figures.resize(place + 1, Indicator::default());
    }
    &mut section.figures[place]
}

/// Takes out what was left empty: figures without a measure, prose without a word.
pub fn settle(project: &mut Project, subject: &Subject) {
    with_section(project, subject, |section| section.figures.retain(|figure| !figure.measure.is_empty()));
    project.sections.retain(|_, text| !text.is_empty());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_reads_what_was_written() {
        let mut project = Project { goals: vec![Default::default()], ..Project::default() };
        let subjects = [
            (ReportKind::Funder, "goals"),
            (ReportKind::Funder, "budget"),
            (ReportKind::Funder, "experiences"),
            (ReportKind::Funder, "signatures"),
            (ReportKind::Summary, "comment"),
        ]
        .map(|(kind, code)| Subject { kind, code: code.to_owned() });
        for subject in subjects {
            for place in places(&subject, &project.clone()) {
                let text = match place {
                    Place::CostAmount(_) | Place::FundAmount(_) | Place::Accrued => "1006698.50",
                    Place::FigureQuestion(_) => "persons role:victim",
                    _ => "Något",
                };
                place.write(&mut project, &subject, text).unwrap();
                assert_eq!(place.read(&project, &subject), text, "{place:?}");
                assert!(!place.label(&project, Lang::Sv).is_empty());
            }
        }
        assert_eq!(crate::domain::Budget::of(&project).spent.to_string(), "6040191.00");
    }

    #[test]
    fn what_cannot_stand_there_is_told() {
        let subject = Subject { kind: ReportKind::Funder, code: "budget".to_owned() };
        let mut project = Project::default();
        let mut write = |place: Place, text: &str| place.write(&mut project, &subject, text).is_err();
        assert!(write(Place::CostAmount(0), "tusen"));
        assert!(write(Place::FigureQuestion(0), "personer"));
        assert!(write(Place::Heading, &"å".repeat(201)));
        assert!(!write(Place::FigureQuestion(0), ""));
    }

    #[test]
    fn a_sheet_that_was_emptied_leaves_nothing() {
        let subject = Subject { kind: ReportKind::Funder, code: "timetable".to_owned() };
        let mut project = Project::default();
        for place in places(&subject, &project.clone()) {
            place.write(&mut project, &subject, "").unwrap();
        }
        settle(&mut project, &subject);
        assert_eq!(project, Project::default());
    }
}
