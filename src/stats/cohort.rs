//! The rows that funnel, timeliness and balance look at, and the records behind each of their numbers.

use super::balance::{Flow, flows};
use super::funnel::{Left, Step, left_at, passed};
use super::scope::Scope;
use super::tally::unit;
use super::terms::select;
use super::timeliness::{Span, days, waits};
use crate::facts::{Facts, NONE};
use crate::query::{Measure, Period, Question, Words};

/// What a number of a view counts among the referrals of its cohort; of a balance, among the records of its kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Part {
    /// Those that passed a step; with the measure of referred people, the people among them.
    Step(Step),
    /// Those that left, or are on their way, in that manner.
    Left(Left),
    /// Those that have both days of a span.
    Timed(Span),
    /// Those that wait in a span.
    Waiting(Span),
    /// Those of a line of the balance.
    Flow(Flow),
}

/// The referrals of a cohort: those dated in the question's period for which its filter holds.
pub(super) fn cohort(facts: &Facts, question: &Question, words: &Words) -> Vec<usize> {
    let scope = Scope::new(facts, Measure::Referrals, &question.period);
    select(&scope, &question.filter, words).into_iter().map(|row| row as usize).collect()
}

/// The records of a kind for which a filter holds, whenever.
pub(super) fn whenever(facts: &Facts, question: &Question, words: &Words) -> Vec<usize> {
    let scope = Scope::new(facts, question.measure, &Period::ALL);
    select(&scope, &question.filter, words).into_iter().map(|row| row as usize).collect()
}

/// The rows of the records behind a number of a view: as many as the number says, oldest first, people by ref. The
/// question's measure is that of the number: referrals or referred people; of a balance, the measure of its line.
pub fn part_rows(facts: &Facts, question: &Question, part: Part, words: &Words) -> Vec<u32> {
    let rows: Vec<usize> = match part {
        Part::Flow(flow) => {
            let of = flows(facts, question);
            whenever(facts, question, words).into_iter().filter(|&row| of(row).contains(flow)).collect()
        }
        part => {
            let holds = |&row: &usize| match part {
                Part::Step(step) => passed(facts, row, step),
                Part::Left(left) => left_at(facts, row) == Some(left),
                Part::Timed(span) => days(facts, row, span).is_some(),
                Part::Waiting(span) => waits(facts, row, span),
                Part::Flow(_) => false,
            };
            cohort(facts, question, words).into_iter().filter(holds).collect()
        }
    };
    let scope = Scope::new(facts, question.measure, &Period::ALL);
    if question.measure.counts_people() {
        let people = rows.into_iter().filter(|&row| scope.person(row) != NONE).map(|row| unit(&scope, row as u32));
        let mut people: Vec<u32> = people.collect();
        people.sort_unstable_by(|&a, &b| facts.people.text(a as usize).cmp(facts.people.text(b as usize)));
        people.dedup();
        return people;
    }
    let table = facts.rows(question.measure.kind());
    let by_day =
        |&a: &usize, &b: &usize| scope.day(a).cmp(&scope.day(b)).then_with(|| table.text(a).cmp(table.text(b)));
    let mut rows = rows;
    rows.sort_unstable_by(by_day);
    rows.into_iter().map(|row| row as u32).collect()
}
