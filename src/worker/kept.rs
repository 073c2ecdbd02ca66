//! Kept prints, checks before signing and prose being written, as the screen asks for them.

use super::entries::entries;
use super::fault::Fault;
use super::listing::filter_in_words;
use super::log::Log;
use super::printing::{self, background};
use super::prints::{self, Changed, Listed};
use crate::app::exchange::{
    Cause, ChangedFigure, FigureOffer, KeptPrint, PreviewSpan, PrintLine, ReportQuestion, Told,
};
use crate::domain::{Budget, Kind, Lang, Shown};
use crate::i18n::texts::{app as a, funder, reports as t};
use crate::i18n::{fill, money, number};
use crate::query::{Measure, Period, Question, Words};
use crate::report::prose::SUMS;
use crate::report::{ReportKind, Span, Wanted, preview};
use crate::stats;
use crate::store::Error;

/// Every kept print, newest first.
///
/// # Errors
/// Those of the store.
pub fn listed(log: &Log, lang: Lang) -> Result<Told, Fault> {
    let listed = prints::listed(&log.store)?;
    Ok(Told::Prints(listed.iter().map(|print| line(print, log, lang)).collect()))
}

fn line(print: &Listed, log: &Log, lang: Lang) -> PrintLine {
    let about = &print.about;
    let period = Period::parse(&about.period, log.today);
    PrintLine {
        seq: print.seq,
        at: print.at,
        title: Shown::line(&about.title),
        period: Shown::line(period.as_ref().map_or_else(|_| about.period.clone(), |period| period.in_words(lang))),
        asked: ReportQuestion {
            kind: ReportKind::from_code(&about.kind).unwrap_or(ReportKind::Summary),
            period: period.unwrap_or(Period::ALL),
            lang: about.lang,
            public: about.suppress.is_some(),
        },
    }
}

/// A kept print, compared with today.
///
/// # Errors
/// Those of the store, or that there is none with that number.
pub fn kept(log: &Log, seq: i64, lang: Lang) -> Result<Told, Fault> {
    let listed = prints::listed(&log.store)?;
    let (Some(listed), Some(kept)) = (listed.iter().find(|print| print.seq == seq), prints::kept(&log.store, seq)?)
    else {
        return Err(Fault::said(a::RECORD_GONE.get(lang)));
    };
    let changed = prints::compared(&log.store, &log.facts, seq, &kept)?;
    let figure = |changed: &Changed| -> Result<ChangedFigure, Error> {
        let difference = &changed.difference;
        let printed = kept.document.figures.get(difference.place);
        let label = match (&difference.question, printed) {
            (Some(question), _) => said(question, log, lang),
            (None, Some(figure)) => format!("{} {}", figure.measure, figure.filter),
            (None, None) => String::new(),
        };
        let say = |value: Option<u64>| value.map(|value| number(value as i64, lang));
        let now = say(difference.now).unwrap_or_else(|| t::NOT_COUNTED.get(lang).to_owned());
        let mut causes = Vec::new();
        for cause in &changed.causes {
            let entry = entries(log, cause.kind, std::slice::from_ref(&cause.own))?.pop();
            causes.push(Cause { kind: cause.kind, own: cause.own.clone(), came: cause.came, entry });
        }
        Ok(ChangedFigure {
            label: Shown::line(label),
            then: Shown::line(say(difference.then).unwrap_or_else(|| stats::said::HIDDEN.to_owned())),
            now: Shown::line(now),
            question: difference.question.clone(),
            causes,
        })
    };
    let changed = changed.iter().map(figure).collect::<Result<_, _>>()?;
    let lines = kept.text.split(['\n', '\u{c}']).map(Shown::line).collect();
    Ok(Told::KeptPrint(Box::new(KeptPrint { line: line(listed, log, lang), lines, changed })))
}

/// What a question counts, in words.
fn said(question: &Question, log: &Log, lang: Lang) -> String {
    let measure = question.measure.label(lang);
    match filter_in_words(log, question, lang) {
        words if words.as_str().is_empty() => measure.to_owned(),
        words => format!("{measure}, {words}"),
    }
}

fn wanted(log: &Log, period: Period, lang: Lang) -> Wanted {
    Wanted { period, lang, made: log.today, suppress: None, refs: false }
}

/// What to look at before the funder's report is signed.
///
/// # Errors
/// An indicator that cannot be counted, or a store that cannot be read.
pub fn signing(log: &Log, period: Period, lang: Lang) -> Result<Told, Fault> {
    Ok(Told::Signing(printing::checks(&log.store, &log.facts, &wanted(log, period, lang))?))
}

/// Prose as it will be printed.
///
/// # Errors
/// As `signing`.
pub fn prose(log: &Log, text: &str, period: Period, lang: Lang) -> Result<Told, Fault> {
    let wanted = wanted(log, period, lang);
    let read = background(&log.store, &log.facts, &wanted)?;
    let matching = |kind: Kind, word: &str| log.store.matching(kind, word);
    let material = read.material(&log.facts, log.store.project());
    let prose = preview(material, &wanted, text, matching)?;
    let span = |span: &Span| match span {
        Span::Text(text) => PreviewSpan { text: text.clone(), is_doubtful: false },
        Span::Figure(cell) => PreviewSpan { text: cell.text.clone(), is_doubtful: false },
        Span::Doubtful { text, remark } => {
            PreviewSpan { text: Shown::line(format!("{text} ({remark})")), is_doubtful: true }
        }
    };
    Ok(Told::Prose(prose.0.iter().map(span).collect()))
}

/// The figures that can be put into prose: the goals' indicators, every measure, the sums of the budget, the period.
///
/// # Errors
/// As `signing`.
pub fn offers(log: &Log, period: Period, lang: Lang) -> Result<Told, Fault> {
    let project = log.store.project();
    let matching = |kind: Kind, word: &str| log.store.matching(kind, word);
    let lines = stats::goals(&log.facts, project, &period, lang, matching)?;
    let mut offers: Vec<FigureOffer> = Vec::new();
    let mut offer = |field: String, label: &str, value: &str| {
        if !offers.iter().any(|offer| offer.field == field) {
            offers.push(FigureOffer { field, label: Shown::line(format!("{label}: {value}")) });
        }
    };
    let count = |count: u64| number(count as i64, lang);
    for line in &lines {
        let goal = fill(funder::GOAL, lang, &[("n", &line.goal)]);
        let field = format!("{} {}", line.measure.code(), line.question.filter).trim().to_owned();
        offer(field, &format!("{goal}, {}", line.label), &count(line.value));
    }
    for measure in Measure::ALL.into_iter().filter(|measure| measure.is_counted()) {
        let question = Question::count(measure, period, Default::default());
        let total = stats::answer(&log.facts, &question, &Words::default(), lang).total;
        offer(measure.code().to_owned(), &crate::i18n::capital(measure.label(lang)), &count(total));
    }
    let budget = Budget::of(project);
    for sum in SUMS {
        offer(sum.name.to_owned(), sum.label.get(lang), &money((sum.of)(&budget), lang));
    }
    offer(
        "period".to_owned(),
        &crate::i18n::capital(crate::i18n::texts::help::PERIOD.get(lang)),
        &period.in_words(lang),
    );
    Ok(Told::Figures(offers))
}
