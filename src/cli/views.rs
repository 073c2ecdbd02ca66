//! `stats --view`: funnel, timeliness and balance. A hidden number is null, an empty cell, or `..`.

use super::failure::Failure;
use super::output;
use super::session::Session;
use super::table::{self, Align};
use crate::domain::{Lang, Shown};
use crate::facts::Facts;
use crate::i18n::{capital, decimal, fill, number, texts::cli as c, texts::stats as t};
use crate::query::{Filter, Measure, Period, QueryError, Question, Vocabulary};
use crate::report::Cell;
use crate::stats::said::HIDDEN;
use crate::stats::suppress::Limit;
use crate::stats::{
    BALANCED, BalanceLine, Flow, Funnel, Left, ShownFunnel, ShownTimed, Span, Step, Timed, balance, funnel,
    shown_balance, timeliness,
};
use crate::transfer::{csv_text, json_text};
use clap::ArgMatches;
use serde_json::{Value, json};

/// A view in the three formats.
struct View {
    title: String,
    json: Value,
    csv: Vec<Vec<String>>,
    /// One or more tables.
    tables: Vec<Grid>,
    /// Something is hidden.
    hides: bool,
}

/// The heads and the rows of a table.
type Grid = (Vec<(String, Align)>, Vec<Vec<Cell>>);

/// Counts the view that the arguments name.
///
/// # Errors
/// Wrong use, a store that cannot be read, output that cannot be written.
pub fn run(session: &mut Session, view: &str, matches: &ArgMatches) -> Result<(), Failure> {
    let (lang, facts) = (session.lang, session.facts()?);
    let limit = super::stats::limit(matches, lang)?;
    let period = session.period(matches)?.unwrap_or(Period::ALL);
    let text = session.filter_text(matches)?.unwrap_or_default();
    let wrong = |error: QueryError| Failure::usage(error.say(lang));
    let question = |measure: Measure| Ok(Question::count(measure, period, Filter::parse(&text, measure, &facts)?));
    let view = match view {
        "balance" => {
            let mut lines = Vec::new();
            for question in balanced(&question).map_err(wrong)? {
                lines.push(balance(&facts, &question, &session.words(&question.filter, question.measure)?));
            }
            of_balance(&lines, limit, lang)
        }
        view => {
            let question = question(Measure::Referrals).map_err(wrong)?;
            let words = session.words(&question.filter, question.measure)?;
            match view {
                "funnel" => of_funnel(&funnel(&facts, &question, &words), limit, lang),
                _ => of_timeliness(&timeliness(&facts, &question, &words), limit, lang),
            }
        }
    };
    match matches.get_one::<String>("format").map(String::as_str) {
        Some("json") => output::write(&(json_text(&view.json) + "\n"), lang),
        Some("csv") => output::write(&csv_text(&view.csv), lang),
        _ => {
            let filter = in_words(&text, &facts, lang);
            output::show(&Shown::line(format!("{} · {} · {filter}", view.title, period.in_words(lang))), lang)?;
            view.tables.into_iter().try_for_each(|(heads, rows)| {
                let heads: Vec<(&str, Align)> = heads.iter().map(|(head, align)| (head.as_str(), *align)).collect();
                table::print(&heads, rows, false, lang)
            })?;
            if view.hides { output::show(&super::stats::suppressed(limit, lang), lang) } else { Ok(()) }
        }
    }
}

/// The questions of the balance: one for each kind that has all keys of the filter.
fn balanced(question: &dyn Fn(Measure) -> Result<Question, QueryError>) -> Result<Vec<Question>, QueryError> {
    let (right, wrong): (Vec<_>, Vec<_>) = BALANCED.map(question).into_iter().partition(Result::is_ok);
    match QueryError::telling(wrong.into_iter().filter_map(Result::err)) {
        Some(fault) if right.is_empty() => Err(fault),
        _ => Ok(right.into_iter().flatten().collect()),
    }
}

/// The filter in words, as the first kind that has its keys puts it.
fn in_words(text: &str, facts: &Facts, lang: Lang) -> String {
    let read = BALANCED.into_iter().find_map(|measure| Some((Filter::parse(text, measure, facts).ok()?, measure)));
    read.map_or_else(|| text.to_owned(), |(filter, measure)| filter.in_words(measure, facts as &dyn Vocabulary, lang))
}

fn head(text: crate::domain::Text, align: Align, lang: Lang) -> (String, Align) {
    (text.get(lang).to_owned(), align)
}

fn count(n: Option<u64>, lang: Lang) -> Cell {
    Cell::new(n.map_or(HIDDEN.to_owned(), |n| number(n as i64, lang)))
}

/// A number in a cell of CSV.
fn csv(n: Option<u64>) -> String {
    n.map(|n| n.to_string()).unwrap_or_default()
}

fn row(cells: &[&dyn ToString]) -> Vec<String> {
    cells.iter().map(|cell| cell.to_string()).collect()
}

fn of_funnel(funnel: &Funnel, limit: Limit, lang: Lang) -> View {
    let shown = ShownFunnel::of(funnel, limit);
    let steps: Vec<(Step, Option<u64>, Option<u64>)> =
        funnel.steps.iter().zip(&shown.steps).map(|(s, (n, persons))| (s.step, *n, *persons)).collect();
    let lefts: Vec<(Left, Option<u64>)> = funnel.left.iter().zip(&shown.left).map(|((l, _), n)| (*l, *n)).collect();
    let step = |(step, n, persons): &(Step, Option<u64>, Option<u64>)| json!({"code": step.code(), "label": step.label().get(lang), "n": n, "persons": persons});
    let left = |(left, n): &(Left, Option<u64>)| json!({"code": left.code(), "label": left.label().get(lang), "n": n});
    let mut lines = vec![row(&[&"part", &"code", &"label", &"n", &"persons"])];
    lines.extend(
        steps
            .iter()
            .map(|(step, n, persons)| row(&[&"step", &step.code(), &step.label().get(lang), &csv(*n), &csv(*persons)])),
    );
    lines.extend(lefts.iter().map(|(left, n)| row(&[&"left", &left.code(), &left.label().get(lang), &csv(*n), &""])));
    let heads = [(t::STEP, Align::Left), (t::REFERRALS, Align::Right), (t::PEOPLE, Align::Right)];
    let step_rows = steps.iter().map(|(step, n, persons)| {
        vec![Cell::new(capital(step.label().get(lang))), count(*n, lang), count(*persons, lang)]
    });
    let left_rows = lefts.iter().map(|(left, n)| vec![Cell::new(capital(left.label().get(lang))), count(*n, lang)]);
    View {
        title: t::FUNNEL.get(lang).to_owned(),
        json: json!({
            "steps": steps.iter().map(step).collect::<Vec<_>>(),
            "left": lefts.iter().map(left).collect::<Vec<_>>(),
        }),
        csv: lines,
        tables: vec![
            (heads.map(|(text, align)| head(text, align, lang)).into(), step_rows.collect()),
            (vec![head(t::LEFT, Align::Left, lang), head(t::REFERRALS, Align::Right, lang)], left_rows.collect()),
        ],
        hides: shown.hides(),
    }
}

/// Half days as days: `4`, `4.5`.
fn halves(halves: i64) -> Value {
    if halves % 2 == 0 { json!(halves / 2) } else { json!(halves as f64 / 2.0) }
}

/// What a span is called.
pub fn span_label(span: Span, lang: Lang) -> String {
    let (from, to) = span.labels();
    fill(t::SPAN_OF, lang, &[("from", &from.get(lang)), ("to", &to.get(lang))])
}

fn of_timeliness(spans: &[Timed], limit: Limit, lang: Lang) -> View {
    let shown = ShownTimed::of(spans, limit);
    let spans: Vec<(&Timed, &ShownTimed)> = spans.iter().zip(&shown).collect();
    let median = |timed: &Timed, shown: &ShownTimed| timed.median_halves.filter(|_| shown.shows_days).map(halves);
    let p90 = |timed: &Timed, shown: &ShownTimed| timed.p90.filter(|_| shown.shows_days);
    let one = |(timed, shown): &(&Timed, &ShownTimed)| {
        let (from, to) = timed.span.codes();
        json!({
            "from": from,
            "to": to,
            "n": shown.n,
            "waiting": shown.waiting,
            "median": median(timed, shown),
            "p90": p90(timed, shown),
        })
    };
    let written = |days: Option<Value>| days.map(|days| days.to_string()).unwrap_or_default();
    let mut lines = vec![row(&[&"from", &"to", &"n", &"waiting", &"median", &"p90"])];
    lines.extend(spans.iter().map(|(timed, shown)| {
        let (from, to) = timed.span.codes();
        let (median, p90) = (written(median(timed, shown)), written(p90(timed, shown).map(|days| json!(days))));
        row(&[&from, &to, &csv(shown.n), &csv(shown.waiting), &median, &p90])
    }));
    let heads = [
        (t::SPAN, Align::Left),
        (t::BOTH_DAYS, Align::Right),
        (t::WAIT, Align::Right),
        (t::MEDIAN_DAYS, Align::Right),
        (t::NINTH_DECILE_DAYS, Align::Right),
    ];
    let rows = spans.iter().map(|(timed, shown)| {
        let days = |text: String| match (shown.shows_days, text.is_empty()) {
            (false, _) => Cell::new(HIDDEN),
            (true, true) => Cell::new(c::NO_NUMBER.get(lang)),
            (true, false) => Cell::new(text),
        };
        vec![
            Cell::new(capital(&span_label(timed.span, lang))),
            count(shown.n, lang),
            count(shown.waiting, lang),
            days(decimal(&written(median(timed, shown)), lang)),
            days(p90(timed, shown).map(|n| number(n, lang)).unwrap_or_default()),
        ]
    });
    View {
        title: t::TIMELINESS.get(lang).to_owned(),
        json: json!({"spans": spans.iter().map(one).collect::<Vec<_>>()}),
        csv: lines,
        tables: vec![(heads.map(|(text, align)| head(text, align, lang)).into(), rows.collect())],
        hides: shown.iter().any(ShownTimed::hides),
    }
}

fn of_balance(lines: &[BalanceLine], limit: Limit, lang: Lang) -> View {
    let shown = shown_balance(lines, limit);
    let lines: Vec<(Measure, &[Option<u64>; 4])> = lines.iter().map(|line| line.measure).zip(&shown).collect();
    let one = |(measure, counts): &(Measure, &[Option<u64>; 4])| {
        let mut object = json!({"kind": measure.code()});
        for (flow, n) in Flow::ALL.into_iter().zip(counts.iter()) {
            object[flow.code()] = json!(n);
        }
        object
    };
    let mut written: Vec<Vec<String>> =
        vec![std::iter::once("kind").chain(Flow::ALL.map(Flow::code)).map(str::to_owned).collect()];
    written.extend(lines.iter().map(|(measure, counts)| {
        let counts = counts.iter().map(|n| csv(*n));
        std::iter::once(measure.code().to_owned()).chain(counts).collect::<Vec<_>>()
    }));
    let flows = Flow::ALL.map(|flow| (capital(flow.label().get(lang)), Align::Right));
    let rows = lines.iter().map(|(measure, counts)| {
        let counts = counts.iter().map(|&n| count(n, lang));
        std::iter::once(Cell::new(capital(measure.label(lang)))).chain(counts).collect()
    });
    View {
        title: t::BALANCE.get(lang).to_owned(),
        json: json!({"rows": lines.iter().map(one).collect::<Vec<_>>()}),
        csv: written,
        tables: vec![(std::iter::once(head(t::KIND, Align::Left, lang)).chain(flows).collect(), rows.collect())],
        hides: shown.iter().flatten().any(Option::is_none),
    }
}
