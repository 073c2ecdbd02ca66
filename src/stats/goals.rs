//! The indicators of the project's goals.

use super::answer::answer;
use crate::domain::{Kind, Lang, Project, Ref, Target};
use crate::facts::Facts;
use crate::query::{Filter, Measure, Period, QueryError, Question, Words};

/// One indicator with its figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GoalLine {
    /// The goal's number.
    pub goal: u32,
    pub label: String,
    pub measure: Measure,
    /// The filter as the project has it.
    pub filter: String,
    pub value: u64,
    /// The whole that `value` is a part of.
    pub of: Option<u64>,
    pub target: Option<String>,
    /// `None` without a target, or where the whole is 0.
    pub met: Option<bool>,
    /// The questions behind `value` and `of`.
    pub question: Question,
    pub of_question: Option<Question>,
    /// What was looked up to answer them.
    pub words: Words,
}

/// Why the goals cannot be counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum GoalsError<E> {
    /// An indicator's measure or filter is wrong.
    Indicator { goal: u32, label: String, error: QueryError },
    /// The look-up of words failed.
    LookUp(E),
}

/// Counts every indicator of every goal in a period. `matching` looks up the words of filters.
///
/// # Errors
/// The first indicator that asks for something that there is not.
pub fn goals<E>(
    facts: &Facts,
    project: &Project,
    period: &Period,
    lang: Lang,
    mut matching: impl FnMut(Kind, &str) -> Result<Vec<Ref>, E>,
) -> Result<Vec<GoalLine>, GoalsError<E>> {
    let mut lines = Vec::new();
    for goal in &project.goals {
        for indicator in &goal.indicators {
            let wrong = |error| GoalsError::Indicator { goal: goal.number, label: indicator.label.clone(), error };
            let measure = Measure::from_code(&indicator.measure).map_err(wrong)?;
            let read = |text: &str| {
                let filter = Filter::parse(text, measure, facts)?;
                Ok(Question::count(measure, *period, filter))
            };
            let question = read(&indicator.filter).map_err(wrong)?;
            let of_question = indicator.of.as_deref().map(read).transpose().map_err(wrong)?;
            let mut words = Words::default();
            for asked in of_question.iter().chain([&question]) {
                let found = Words::look_up(&asked.filter, measure.source(), &mut matching);
                words = words.join(found.map_err(GoalsError::LookUp)?);
            }
            let count = |question: &Question| answer(facts, question, &words, lang).total;
            let (value, of) = (count(&question), of_question.as_ref().map(count));
            let target = indicator.target.as_deref().and_then(Target::parse);
            lines.push(GoalLine {
                goal: goal.number,
                label: indicator.label.clone(),
                measure,
                filter: indicator.filter.clone(),
                value,
                of,
                target: indicator.target.clone(),
                met: target.and_then(|target| target.is_met(value, of)),
                question,
                of_question,
                words,
            });
        }
    }
    Ok(lines)
}
