//! Funnel and timeliness as sheets.

use super::{Behind, Figure, Lead, Line, Section, Sheet, SheetQuestion, Source, before_head};
use crate::i18n::{capital, decimal, fill, number, texts::report as r, texts::stats as t};
use crate::query::{Measure, Question};
use crate::stats::cohort::Part;
use crate::stats::funnel::{Funnel, Step, funnel};
use crate::stats::said::without_person;
use crate::stats::timeliness::{Timed, timeliness};

pub(super) fn funnel_sheet<E>(source: &Source<E>, asked: &SheetQuestion) -> Result<Sheet, E> {
    let lang = source.lang;
    let question = &asked.question;
    let people = Question { measure: Measure::ReferredPersons, ..question.clone() };
    let counts = funnel(source.facts, question, &(source.words)(question)?);
    let before = source.compared(asked);
    let beside = before.map(|period| Question { period, ..question.clone() });
    let compared: Option<(Question, Funnel)> = match beside {
        Some(beside) => Some((beside.clone(), funnel(source.facts, &beside, &(source.words)(&beside)?))),
        None => None,
    };
    let all = counts.steps.first().map_or(0, |step| step.n);
    let whole = Lead::part(question, Part::Step(Step::Offered));
    let head = |text: crate::domain::Text| text.get(lang).to_owned();
    let mut heads = vec![head(t::REFERRALS), head(t::PEOPLE), head(r::SHARE)];
    if let Some(before) = before {
        heads.extend([before_head(&before, lang), head(r::CHANGE)]);
    }
    let with_before = |figures: &mut Vec<Figure>, n: u64, part: Part, find: &dyn Fn(&Funnel) -> u64| {
        if let Some((beside, old)) = &compared {
            let was = find(old);
            let (now, then) = (Lead::part(question, part), Lead::part(beside, part));
            figures.push(Figure::number(was, then.clone(), lang));
            figures.push(Figure::change((n, now), (was, then), lang));
        }
    };
    let share = |n: u64, part: Part| Figure::share((n, Lead::part(question, part)), (all, whole.clone()), lang);
    let mut steps = Section { title: capital(&head(t::STEP)), heads: heads.clone(), ..Section::default() };
    for step in &counts.steps {
        let part = Part::Step(step.step);
        let mut figures = vec![
            Figure::number(step.n, Lead::part(question, part), lang),
            Figure::number(step.persons, Lead::part(&people, part), lang),
            share(step.n, part),
        ];
        with_before(&mut figures, step.n, part, &|old| {
            old.steps.iter().find(|s| s.step == step.step).map_or(0, |s| s.n)
        });
        figures.push(Figure::bar(step.n, Lead::part(question, part)));
        steps.lines.push(Line::new(capital(step.step.label().get(lang)), figures));
    }
    let mut left = Section { title: head(t::LEFT), heads, ..Section::default() };
    for &(at, n) in &counts.left {
        let part = Part::Left(at);
        let mut figures = vec![Figure::number(n, Lead::part(question, part), lang), Figure::empty(), share(n, part)];
        with_before(&mut figures, n, part, &|old| old.left.iter().find(|(l, _)| *l == at).map_or(0, |(_, n)| *n));
        figures.push(Figure::bar(n, Lead::part(question, part)));
        left.lines.push(Line::new(capital(at.label().get(lang)), figures));
    }
    let mut notes = vec![head(t::FUNNEL_NOTE)];
    let people_known = counts.steps.first().map_or(0, |step| step.persons);
    let without = Some(counts.without_person);
    notes.extend(without_person(Measure::ReferredPersons, without, Some(people_known), lang));
    notes.extend(source.said_of(asked, before));
    Ok(Sheet { sections: vec![steps, left], notes, most: all, is_empty: all == 0 })
}

/// Half days in words: `4`, `4,5`; `–` for none.
fn days(halves: Option<i64>, lang: crate::domain::Lang) -> String {
    match halves {
        None => "–".to_owned(),
        Some(halves) if halves % 2 == 0 => number(halves / 2, lang),
        Some(halves) => decimal(&format!("{:.1}", halves as f64 / 2.0), lang),
    }
}

pub(super) fn timeliness_sheet<E>(source: &Source<E>, asked: &SheetQuestion) -> Result<Sheet, E> {
    let lang = source.lang;
    let question = &asked.question;
    let spans = timeliness(source.facts, question, &(source.words)(question)?);
    let before = source.compared(asked);
    let compared: Option<(Question, Vec<Timed>)> = match before {
        Some(period) => {
            let beside = Question { period, ..question.clone() };
            let spans = timeliness(source.facts, &beside, &(source.words)(&beside)?);
            Some((beside, spans))
        }
        None => None,
    };
    let head = |text: crate::domain::Text| text.get(lang).to_owned();
    let mut heads = vec![head(t::BOTH_DAYS), head(t::WAIT), head(t::MEDIAN), head(t::NINTH_DECILE)];
    if let Some(before) = before {
        heads.extend([before_head(&before, lang), head(r::CHANGE)]);
    }
    let mut section = Section { title: head(t::SPAN), heads, ..Section::default() };
    for timed in &spans {
        let (from, to) = timed.span.labels();
        let label = capital(&fill(t::SPAN_OF, lang, &[("from", &from.get(lang)), ("to", &to.get(lang))]));
        let lead = Lead::part(question, Part::Timed(timed.span));
        // A median leads to the referrals that it is of.
        let of_days =
            |text: String, lead: &Lead| Figure { text, value: None, ..Figure::number(timed.n, lead.clone(), lang) };
        let mut figures = vec![
            Figure::number(timed.n, lead.clone(), lang),
            Figure::number(timed.waiting, Lead::part(question, Part::Waiting(timed.span)), lang),
            of_days(days(timed.median_halves, lang), &lead),
            of_days(days(timed.p90.map(|days| days * 2), lang), &lead),
        ];
        if let Some((beside, old)) = &compared {
            let was = old.iter().find(|old| old.span == timed.span).and_then(|old| old.median_halves);
            let before = Lead::part(beside, Part::Timed(timed.span));
            figures.push(of_days(days(was, lang), &before));
            let change = timed.median_halves.zip(was).map(|(now, was)| now - was);
            let sign = if change.is_some_and(|change| change > 0) { "+" } else { "" };
            let behind = Behind::Change { now: lead, before };
            figures.push(Figure { behind, ..Figure::text(format!("{sign}{}", days(change, lang))) });
        }
        section.lines.push(Line::new(label, figures));
    }
    let is_empty = spans.iter().all(|timed| timed.n + timed.waiting == 0);
    let notes = std::iter::once(head(t::TIMELINESS_NOTE)).chain(source.said_of(asked, before)).collect();
    Ok(Sheet { sections: vec![section], notes, most: 0, is_empty })
}
