//! The balance as a sheet: a line for each kind that has the filter's keys.

use super::{Figure, Lead, Line, Section, Sheet, SheetQuestion, Source, before_head};
use crate::i18n::{capital, texts::report as r, texts::stats as t};
use crate::query::{Filter, Question};
use crate::stats::balance::{BALANCED, Flow, balance};
use crate::stats::cohort::Part;

pub(super) fn balance_sheet<E>(source: &Source<E>, asked: &SheetQuestion) -> Result<Sheet, E> {
    let lang = source.lang;
    let before = source.compared(asked);
    let mut heads: Vec<String> = Flow::ALL.map(|flow| capital(flow.label().get(lang))).into();
    if let Some(before) = before {
        heads.extend([before_head(&before, lang), r::CHANGE.get(lang).to_owned()]);
    }
    let mut section = Section { title: t::KIND.get(lang).to_owned(), heads, ..Section::default() };
    let filter = asked.question.filter.to_string();
    let mut is_empty = true;
    for measure in BALANCED {
        let Ok(filter) = Filter::parse(&filter, measure, source.facts) else { continue };
        let question = Question::count(measure, asked.question.period, filter);
        let words = (source.words)(&question)?;
        let line = balance(source.facts, &question, &words);
        is_empty &= line.counts.iter().all(|n| *n == 0);
        let number = |flow: Flow| Figure::number(line.count(flow), Lead::part(&question, Part::Flow(flow)), lang);
        let mut figures: Vec<Figure> = Flow::ALL.map(number).into();
        if let Some(period) = before {
            let beside = Question { period, ..question.clone() };
            let (was, now) =
                (balance(source.facts, &beside, &words).count(Flow::OpenAtEnd), line.count(Flow::OpenAtEnd));
            let at_end = Part::Flow(Flow::OpenAtEnd);
            let (now_lead, then) = (Lead::part(&question, at_end), Lead::part(&beside, at_end));
            figures.push(Figure::number(was, then.clone(), lang));
            figures.push(Figure::change((now, now_lead), (was, then), lang));
        }
        section.lines.push(Line::new(capital(measure.label(lang)), figures));
    }
    let notes = std::iter::once(t::BALANCE_NOTE.get(lang).to_owned()).chain(source.said_of(asked, before)).collect();
    Ok(Sheet { sections: vec![section], notes, most: 0, is_empty })
}
