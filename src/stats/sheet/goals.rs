//! The goals as a sheet: each indicator's number, whole, share, target and whether it is met.

use super::{Behind, Figure, Lead, Line, Section, Sheet, SheetQuestion, Source, before_head};
use crate::domain::Lang;
use crate::i18n::{fill, target, texts::app as a, texts::common, texts::report as r, texts::stats as t};
use crate::query::{Period, QueryError};
use crate::stats::goals::{GoalLine, indicator};

/// An indicator by its place in the project, counted, or what is wrong with it.
pub(super) struct Indicated {
    pub goal: usize,
    pub indicator: usize,
    pub label: String,
    pub counted: Result<GoalLine, QueryError>,
}

/// Every indicator of every goal.
pub(super) fn indicated<E>(source: &Source<E>, period: &Period) -> Result<Vec<Indicated>, E> {
    let mut all = Vec::new();
    for (goal, of) in source.project.goals.iter().enumerate() {
        for (place, one) in of.indicators.iter().enumerate() {
            let counted = match indicator(source.facts, of.number, one, period, source.lang, source.words) {
                Ok(counted) => Ok(counted?),
                Err(error) => Err(error),
            };
            all.push(Indicated { goal, indicator: place, label: one.label.clone(), counted });
        }
    }
    Ok(all)
}

/// Number, whole, share, target, and whether it is met.
pub(super) fn figures(line: &GoalLine, lang: Lang) -> Vec<Figure> {
    let own = (line.value, Lead::count(line.question.clone()));
    let whole = line.of.zip(line.of_question.clone().map(Lead::count));
    let met = match line.met {
        Some(true) => format!("✓ {}", common::YES.get(lang)),
        Some(false) => format!("✗ {}", common::NO.get(lang)),
        None => String::new(),
    };
    let mut figures = vec![Figure::number(own.0, own.1.clone(), lang)];
    match whole {
        Some(whole) => {
            figures.extend([Figure::number(whole.0, whole.1.clone(), lang), Figure::share(own, whole, lang)])
        }
        None => figures.extend([Figure::empty(), Figure::empty()]),
    }
    figures.extend([Figure::text(target(line.target.as_deref().unwrap_or_default(), lang)), Figure::text(met)]);
    figures
}

pub(super) fn goals_sheet<E>(source: &Source<E>, asked: &SheetQuestion) -> Result<Sheet, E> {
    let lang = source.lang;
    let period = asked.question.period;
    let before = source.compared(asked);
    let mut heads: Vec<String> =
        [r::VALUE, r::OF, r::SHARE, r::TARGET, r::MET].map(|head| head.get(lang).to_owned()).into();
    if let Some(before) = before {
        heads.extend([before_head(&before, lang), r::CHANGE.get(lang).to_owned()]);
    }
    let mut sheet = Sheet { notes: source.said_of(asked, before), ..Sheet::default() };
    for goal in &source.project.goals {
        let title = match goal.text.as_str() {
            "" => fill(a::GOAL, lang, &[("n", &goal.number)]),
            text => format!("{} · {text}", fill(a::GOAL, lang, &[("n", &goal.number)])),
        };
        sheet.sections.push(Section { title, note: goal.comment.clone(), heads: heads.clone(), ..Section::default() });
    }
    for Indicated { goal, indicator, label, counted } in indicated(source, &period)? {
        let mut figures = match &counted {
            Ok(line) => figures(line, lang),
            Err(_) => vec![Figure::text(t::CANNOT_COUNT.get(lang))],
        };
        if let (Ok(line), Some(before)) = (&counted, before) {
            let question = crate::query::Question { period: before, ..line.question.clone() };
            let n = source.count(&question)?;
            let (now, then) = (Lead::count(line.question.clone()), Lead::count(question));
            figures.push(Figure::number(n, then.clone(), lang));
            figures.push(Figure::change((line.value, now), (n, then), lang));
        }
        if let Err(error) = &counted {
            sheet.notes.push(format!("{label}: {}", error.say(lang)));
        }
        let line = Line { indicator: Some((goal, Some(indicator))), ..Line::new(label, figures) };
        sheet.sections[goal].lines.push(line);
    }
    for (place, section) in sheet.sections.iter_mut().enumerate().filter(|(_, section)| section.lines.is_empty()) {
        let line = Line::new(t::NO_INDICATORS.get(lang), Vec::new());
        section.lines.push(Line { indicator: Some((place, None)), ..line });
    }
    sheet.is_empty = source.project.goals.is_empty();
    Ok(sheet)
}

impl Figure {
    /// Whether it leads anywhere.
    pub fn leads(&self) -> bool {
        self.behind != Behind::Nothing
    }
}
