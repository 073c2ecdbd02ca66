//! The indicators of the project's goals.

use super::answer::answer;
use crate::domain::{Indicator, Kind, Lang, Project, Ref, Target};
use crate::facts::Facts;
use crate::query::{Filter, Measure, Period, QueryError, Question, Words};
use std::cell::RefCell;

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
    matching: impl FnMut(Kind, &str) -> Result<Vec<Ref>, E>,
) -> Result<Vec<GoalLine>, GoalsError<E>> {
    let matching = RefCell::new(matching);
    let words = |question: &Question| {
        let mut matching = matching.borrow_mut();
        Words::look_up(&question.filter, question.measure.source(), |kind, word| matching(kind, word))
    };
    let mut lines = Vec::new();
    for goal in &project.goals {
        for one in &goal.indicators {
            let counted = indicator(facts, goal.number, one, period, lang, &words);
            let wrong = |error| GoalsError::Indicator { goal: goal.number, label: one.label.clone(), error };
            lines.push(counted.map_err(wrong)?.map_err(GoalsError::LookUp)?);
        }
    }
    Ok(lines)
}

/// Counts one indicator of the goal with that number; inside, what looking up words came to.
///
/// # Errors
/// What is wrong with its measure or one of its filters.
pub fn indicator<E>(
    facts: &Facts,
    goal: u32,
    indicator: &Indicator,
    period: &Period,
    lang: Lang,
    words: &dyn Fn(&Question) -> Result<Words, E>,
) -> Result<Result<GoalLine, E>, QueryError> {
    let measure = Measure::from_code(&indicator.measure)?;
    let read = |text: &str| Ok(Question::count(measure, *period, Filter::parse(text, measure, facts)?));
    let question = read(&indicator.filter)?;
    let of_question: Option<Question> = indicator.of.as_deref().map(read).transpose()?;
    let counted = || -> Result<GoalLine, E> {
        let mut found = words(&question)?;
        if let Some(of) = &of_question {
            found = found.join(words(of)?);
        }
        let count = |question: &Question| answer(facts, question, &found, lang).total;
        let (value, of) = (count(&question), of_question.as_ref().map(count));
        let target = indicator.target.as_deref().and_then(Target::parse);
        Ok(GoalLine {
            goal,
            label: indicator.label.clone(),
            measure,
            filter: indicator.filter.clone(),
            value,
            of,
            target: indicator.target.clone(),
            met: target.and_then(|target| target.is_met(value, of)),
            question: question.clone(),
            of_question: of_question.clone(),
            words: found,
        })
    };
    Ok(counted())
}
