//! The overview: key figures beside the period before, with twelve small bars each; what waits; the goals.

use super::goals::{Indicated, indicated};
use super::{Bars, Behind, Figure, Lead, Line, Section, Sheet, SheetQuestion, Source, before_head};
use crate::domain::Text;
use crate::i18n::{capital, texts::report as r, texts::stats as t};
use crate::query::{Bucket, Compare, Dimension, Key, Measure, Period, Question, Unit, Vocabulary};
use crate::stats::answer;
use crate::stats::cohort::Part;
use crate::stats::funnel::{Left, funnel};

/// What is counted: its name, measure and filter.
const FIGURES: [(Text, Measure, &str); 10] = [
    (r::CONTACTS, Measure::Contacts, ""),
    (r::PERSONS, Measure::Persons, ""),
    (r::NEW_PERSONS, Measure::Persons, "new:new"),
    (r::MEETINGS, Measure::Meetings, ""),
    (r::ATTEMPTS, Measure::Attempts, ""),
    (r::INTERVIEWS_ATTENDED, Measure::Interviews, "interview:attended"),
    (r::REPORTS, Measure::Referrals, "kind:report"),
    (r::LINKS, Measure::Referrals, "kind:link"),
    (r::ACTIVITIES, Measure::Activities, ""),
    (r::FOLLOW_UPS_DUE, Measure::FollowUps, ""),
];

/// How many small bars each figure has.
const BARS: usize = 12;

pub(super) fn overview<E>(source: &Source<E>, asked: &SheetQuestion) -> Result<Sheet, E> {
    let lang = source.lang;
    let period = asked.question.period;
    // The period before is always there.
    let asked = SheetQuestion { compare: asked.compare.or(Some(Compare::Previous)), ..asked.clone() };
    let before = source.compared(&asked);
    let bars = bars(source, &period);
    let mut figures = Section { title: r::KEY_FIGURES.get(lang).to_owned(), ..Section::default() };
    let said_before = before.map(|before| before_head(&before, lang)).unwrap_or_default();
    let last = bars.map(|(unit, _)| last_buckets(unit).get(lang).to_owned()).unwrap_or_default();
    figures.heads = vec![r::THIS_PERIOD.get(lang).to_owned(), said_before, r::CHANGE.get(lang).to_owned(), last];
    let mut is_empty = true;
    for (label, measure, filter) in FIGURES {
        let Some(question) = source.question(measure, filter, period) else { continue };
        let now = source.count(&question)?;
        is_empty &= now == 0;
        let lead = Lead::count(question.clone());
        let mut line = vec![Figure::number(now, lead.clone(), lang)];
        match before {
            Some(before) => {
                let question = Question { period: before, ..question.clone() };
                let count = source.count(&question)?;
                let then = Lead::count(question);
                line.push(Figure::number(count, then.clone(), lang));
                line.push(Figure::change((now, lead), (count, then), lang));
            }
            None => line.extend([Figure::empty(), Figure::empty()]),
        }
        line.extend(bars.map(|(unit, span)| small(source, &question, unit, span)).transpose()?);
        figures.lines.push(Line::new(label.get(lang), line));
    }
    let waiting = waiting(source)?;
    is_empty &= waiting.lines.iter().all(|line| line.figures.iter().all(|figure| figure.value == Some(0)));
    let mut sheet = Sheet { notes: source.said_of(&asked, before), is_empty, ..Sheet::default() };
    sheet.sections = vec![figures, waiting];
    sheet.sections.extend(goals(source, &period)?);
    Ok(sheet)
}

/// The twelve stretches of time that end with the period, or today if that is sooner: months, or quarters and years of
/// a long period.
fn bars<E>(source: &Source<E>, period: &Period) -> Option<(Unit, Period)> {
    let today = source.facts.today();
    let last = period.to().map_or(today, |to| to.min(today)).max(period.from()?);
    let days = (last - period.from()?).num_days();
    let unit = match days {
        ..801 => Unit::Month,
        801..2_201 => Unit::Quarter,
        _ => Unit::Year,
    };
    let mut first = Bucket::containing(unit, last);
    (1..BARS).for_each(|_| first = first.previous());
    Some((unit, Period::days(Some(first.first()), Some(Bucket::containing(unit, last).last()))))
}

fn small<E>(source: &Source<E>, question: &Question, unit: Unit, span: Period) -> Result<Figure, E> {
    let columns = Dimension::of(Key::Time(unit), question.measure);
    let question = Question { columns, period: span, ..question.clone() };
    let counts = answer(source.facts, &question, &(source.words)(&question)?, source.lang);
    let lead = Lead::count(question.cell(None, None));
    let value = Some(counts.total);
    Ok(Figure { text: String::new(), value, behind: Behind::One(lead), bars: Bars::Small(counts.column_totals) })
}

/// What waits, whenever it began.
fn waiting<E>(source: &Source<E>) -> Result<Section, E> {
    let lang = source.lang;
    let mut lines = Vec::new();
    if let Some(question) = source.question(Measure::Referrals, "", Period::ALL) {
        let counts = funnel(source.facts, &question, &(source.words)(&question)?);
        for (left, n) in counts.left.iter().filter(|(left, _)| matches!(left, Left::NoAnswerYet | Left::Waiting)) {
            let lead = Lead::part(&question, Part::Left(*left));
            let label = if *left == Left::Waiting { t::REFERRALS_UNDER_WAY } else { t::REFERRALS_UNANSWERED };
            lines.push(Line::new(label.get(lang), vec![Figure::number(*n, lead, lang)]));
        }
    }
    for (label, filter) in [(t::FOLLOW_UPS_OVERDUE, "status:overdue"), (t::FOLLOW_UPS_OPEN, "status:open")] {
        let Some(question) = source.question(Measure::FollowUps, filter, Period::ALL) else { continue };
        let n = source.count(&question)?;
        lines.push(Line::new(label.get(lang), vec![Figure::number(n, Lead::count(question), lang)]));
    }
    Ok(Section {
        title: t::WAITS.get(lang).to_owned(),
        heads: vec![t::NOW.get(lang).to_owned()],
        lines,
        ..Section::default()
    })
}

/// The goals in short: number, whole, share and whether it is met.
fn goals<E>(source: &Source<E>, period: &Period) -> Result<Option<Section>, E> {
    let lang = source.lang;
    let mut lines = Vec::new();
    for Indicated { goal, indicator, counted, .. } in indicated(source, period)? {
        if let Ok(line) = counted {
            let figures = super::goals::figures(&line, lang);
            let label = format!("{} {}", source.project.goals.get(goal).map_or(0, |g| g.number), line.label);
            lines.push(Line { indicator: Some((goal, Some(indicator))), ..Line::new(capital(&label), figures) });
        }
    }
    let heads = [r::VALUE, r::OF, r::SHARE, r::TARGET, r::MET].map(|head| head.get(lang).to_owned()).into();
    let title = r::GOALS.get(lang).to_owned();
    Ok((!lines.is_empty()).then_some(Section { title, heads, lines, ..Section::default() }))
}

/// What the twelve small bars are.
fn last_buckets(unit: Unit) -> Text {
    match unit {
        Unit::Quarter => t::LAST_QUARTERS,
        Unit::Year => t::LAST_YEARS,
        _ => t::LAST_MONTHS,
    }
}
