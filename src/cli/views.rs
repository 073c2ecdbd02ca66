//! `stats --view`: funnel, timeliness and balance.

use super::failure::Failure;
use super::output;
use super::session::Session;
use super::table::{self, Align};
use crate::domain::{Lang, Shown};
use crate::facts::Facts;
use crate::i18n::{capital, decimal, fill, number, texts::cli as c, texts::stats as t};
use crate::query::{Filter, Measure, Period, QueryError, Question, Vocabulary};
use crate::report::Cell;
use crate::stats::{BALANCED, BalanceLine, Flow, Funnel, Span, Timed, balance, funnel, timeliness};
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
}

/// The heads and the rows of a table.
type Grid = (Vec<(String, Align)>, Vec<Vec<Cell>>);

/// Counts the view that the arguments name.
///
/// # Errors
/// Wrong use, a store that cannot be read, output that cannot be written.
pub fn run(session: &Session, view: &str, matches: &ArgMatches) -> Result<(), Failure> {
    let (lang, facts) = (session.lang, session.facts()?);
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
            of_balance(&lines, lang)
        }
        view => {
            let question = question(Measure::Referrals).map_err(wrong)?;
            let words = session.words(&question.filter, question.measure)?;
            match view {
                "funnel" => of_funnel(&funnel(&facts, &question, &words), lang),
                _ => of_timeliness(&timeliness(&facts, &question, &words), lang),
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
            })
        }
    }
}

/// The questions of the balance: one for each kind that has all keys of the filter.
fn balanced(question: &dyn Fn(Measure) -> Result<Question, QueryError>) -> Result<Vec<Question>, QueryError> {
    let mut read = BALANCED.map(question).into_iter();
    let first = read.next();
    let (right, mut wrong): (Vec<_>, Vec<_>) = first.into_iter().chain(read).partition(Result::is_ok);
    match right.is_empty() {
        true => Err(wrong.swap_remove(0).err().unwrap_or(QueryError::EmptyValue { key: String::new() })),
        false => Ok(right.into_iter().flatten().collect()),
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

fn count(n: u64, lang: Lang) -> Cell {
    Cell::new(number(n as i64, lang))
}

fn row(cells: &[&dyn ToString]) -> Vec<String> {
    cells.iter().map(|cell| cell.to_string()).collect()
}

fn of_funnel(funnel: &Funnel, lang: Lang) -> View {
    let step = |s: &crate::stats::StepCount| json!({"code": s.step.code(), "label": s.step.label().get(lang), "n": s.n, "persons": s.persons});
    let left =
        |(left, n): &(crate::stats::Left, u64)| json!({"code": left.code(), "label": left.label().get(lang), "n": n});
    let mut csv = vec![row(&[&"part", &"code", &"label", &"n", &"persons"])];
    csv.extend(
        funnel.steps.iter().map(|s| row(&[&"step", &s.step.code(), &s.step.label().get(lang), &s.n, &s.persons])),
    );
    csv.extend(funnel.left.iter().map(|(l, n)| row(&[&"left", &l.code(), &l.label().get(lang), n, &""])));
    let heads = [(t::STEP, Align::Left), (t::REFERRALS, Align::Right), (t::PEOPLE, Align::Right)];
    let steps = funnel
        .steps
        .iter()
        .map(|s| vec![Cell::new(capital(s.step.label().get(lang))), count(s.n, lang), count(s.persons, lang)]);
    let lefts = funnel.left.iter().map(|(l, n)| vec![Cell::new(capital(l.label().get(lang))), count(*n, lang)]);
    View {
        title: t::FUNNEL.get(lang).to_owned(),
        json: json!({
            "steps": funnel.steps.iter().map(step).collect::<Vec<_>>(),
            "left": funnel.left.iter().map(left).collect::<Vec<_>>(),
        }),
        csv,
        tables: vec![
            (heads.map(|(text, align)| head(text, align, lang)).into(), steps.collect()),
            (vec![head(t::LEFT, Align::Left, lang), head(t::REFERRALS, Align::Right, lang)], lefts.collect()),
        ],
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

fn of_timeliness(spans: &[Timed], lang: Lang) -> View {
    let one = |timed: &Timed| {
        let (from, to) = timed.span.codes();
        json!({
            "from": from,
            "to": to,
            "n": timed.n,
            "waiting": timed.waiting,
            "median": timed.median_halves.map(halves),
            "p90": timed.p90,
        })
    };
    let written = |days: Option<Value>| days.map(|days| days.to_string()).unwrap_or_default();
    let mut csv = vec![row(&[&"from", &"to", &"n", &"waiting", &"median", &"p90"])];
    csv.extend(spans.iter().map(|timed| {
        let (from, to) = timed.span.codes();
        let (median, p90) = (written(timed.median_halves.map(halves)), written(timed.p90.map(|days| json!(days))));
        row(&[&from, &to, &timed.n, &timed.waiting, &median, &p90])
    }));
    let heads = [
        (t::SPAN, Align::Left),
        (t::BOTH_DAYS, Align::Right),
        (t::WAIT, Align::Right),
        (t::MEDIAN_DAYS, Align::Right),
        (t::NINTH_DECILE_DAYS, Align::Right),
    ];
    let rows = spans.iter().map(|timed| {
        let days = |text: String| Cell::new(if text.is_empty() { c::NO_NUMBER.get(lang).to_owned() } else { text });
        vec![
            Cell::new(capital(&span_label(timed.span, lang))),
            count(timed.n, lang),
            count(timed.waiting, lang),
            days(decimal(&written(timed.median_halves.map(halves)), lang)),
            days(timed.p90.map(|n| number(n, lang)).unwrap_or_default()),
        ]
    });
    View {
        title: t::TIMELINESS.get(lang).to_owned(),
        json: json!({"spans": spans.iter().map(one).collect::<Vec<_>>()}),
        csv,
        tables: vec![(heads.map(|(text, align)| head(text, align, lang)).into(), rows.collect())],
    }
}

fn of_balance(lines: &[BalanceLine], lang: Lang) -> View {
    let one = |line: &BalanceLine| {
        let mut object = json!({"kind": line.measure.code()});
        for flow in Flow::ALL {
            object[flow.code()] = json!(line.count(flow));
        }
        object
    };
    let mut csv = vec![std::iter::once("kind").chain(Flow::ALL.map(Flow::code)).map(str::to_owned).collect()];
    csv.extend(lines.iter().map(|line| {
        let counts = line.counts.iter().map(u64::to_string);
        std::iter::once(line.measure.code().to_owned()).chain(counts).collect::<Vec<_>>()
    }));
    let flows = Flow::ALL.map(|flow| (capital(flow.label().get(lang)), Align::Right));
    let rows = lines.iter().map(|line| {
        let counts = line.counts.iter().map(|&n| count(n, lang));
        std::iter::once(Cell::new(capital(line.measure.label(lang)))).chain(counts).collect()
    });
    View {
        title: t::BALANCE.get(lang).to_owned(),
        json: json!({"rows": lines.iter().map(one).collect::<Vec<_>>()}),
        csv,
        tables: vec![(std::iter::once(head(t::KIND, Align::Left, lang)).chain(flows).collect(), rows.collect())],
    }
}
