//! Tables and sheets of statistics, what an indicator comes to, and how a number is counted.

use super::fault::Fault;
use super::listing::{filter_in_words, words};
use super::log::Log;
use crate::app::exchange::{Asked, SheetAnswer, Table, Tried};
use crate::domain::{Indicator, Lang, Shown};
use crate::query::{Filter, Measure, Period, QueryError, Question};
use crate::report;
use crate::stats::sheet::{Lead, SheetQuestion, SheetView, Source, sheet as made};
use crate::stats::{self, answer_within, indicator};
use crate::store::Error;

/// A cross table, and the same of the period that it is compared with.
///
/// # Errors
/// `TooLarge`; those of the store.
pub fn table(log: &Log, asked: &Asked, lang: Lang) -> Result<Table, Fault> {
    let question = &asked.question;
    let words = words(log, question)?;
    let answer = answer_within(&log.facts, question, &words, lang)?;
    let before = asked.compare.and_then(|compare| compare.period(&question.period, log.today));
    let compared = before.map(|period| {
        // Its columns are not shown.
        let question = Question { period, columns: None, ..question.clone() };
        let answer = stats::answer(&log.facts, &question, &words, lang);
        (question, answer)
    });
    Ok(Table { answer, compared, filter: filter_in_words(log, question, lang), is_new: is_new(log) })
}

/// Whether nothing that is counted is in the log.
fn is_new(log: &Log) -> bool {
    let facts = &log.facts;
    let tables = [&facts.contacts.rows, &facts.referrals.rows, &facts.follow_ups.rows, &facts.activities.rows];
    tables.into_iter().all(|rows| rows.live().next().is_none())
}

/// A sheet of statistics.
///
/// # Errors
/// Those of the store.
pub fn sheet(log: &Log, asked: &SheetQuestion, lang: Lang) -> Result<SheetAnswer, Error> {
    let words = |question: &Question| words(log, question);
    let source = Source { facts: &log.facts, project: log.store.project(), lang, words: &words };
    let project = (asked.view == SheetView::Goals).then(|| Box::new(log.store.project().clone()));
    let filter = filter_in_words(log, &asked.question, lang);
    Ok(SheetAnswer { sheet: made(&source, asked)?, filter, project, is_new: is_new(log) })
}

/// How a number is counted.
///
/// # Errors
/// Those of the store.
pub fn explain(log: &Log, lead: &Lead, lang: Lang) -> Result<Vec<Shown>, Error> {
    let lines = report::counted(&log.facts, lead, &words(log, &lead.question)?, lang);
    Ok(lines.into_iter().map(Shown::line).collect())
}

/// What an indicator comes to that is being typed.
///
/// # Errors
/// Those of the store; what is wrong with the indicator is in the answer.
pub fn try_out(log: &Log, one: &Indicator, period: &Period, lang: Lang) -> Result<Tried, Error> {
    let read = |text: &str| -> Result<Shown, Shown> {
        let wrong = |error: QueryError| Shown::line(error.say(lang));
        let measure = Measure::from_code(&one.measure).map_err(|_| Shown::default())?;
        let filter = Filter::parse(text, measure, &log.facts).map_err(wrong)?;
        Ok(Shown::line(filter.in_words(measure, &log.facts, lang)))
    };
    let (filter, of) = (read(&one.filter), one.of.as_deref().map(read));
    let words = |question: &Question| words(log, question);
    let line = indicator(&log.facts, 0, one, period, lang, &words).ok().transpose()?;
    Ok(Tried { line, filter, of })
}
