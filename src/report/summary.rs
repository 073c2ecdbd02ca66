//! The period summary: the outline's questions answered and put in words, as one `Document`.

use super::document::{Align, Bar, Block, Cell, Chart, Column, Document, Heading, Prose, Row, Span, Table};
use super::notes::Notes;
use super::outline::{Figure, Part, SUMMARY};
use crate::domain::{Kind, Lang, Project, Ref, Shown, Text};
use crate::facts::Facts;
use crate::i18n::{capital, date_long, fill, number, percent, texts::common, texts::report as t};
use crate::query::{Bucket, Dimension, Filter, Measure, Period, Question, Unit, Vocabulary, Words};
use crate::stats::{self, Answer, AxisValue, GoalLine, GoalsError};
use chrono::NaiveDate;

/// The period summary of a log. `made` is the day that it says it was made; `matching` looks up the words of the
/// goals' filters.
///
/// # Errors
/// An indicator that asks for something that there is not, or a look-up that failed.
pub fn summary<E>(
    facts: &Facts,
    project: &Project,
    period: &Period,
    lang: Lang,
    made: NaiveDate,
    matching: impl FnMut(Kind, &str) -> Result<Vec<Ref>, E>,
) -> Result<Document, GoalsError<E>> {
    let goals = stats::goals(facts, project, period, lang, matching)?;
    let mut writer = Writer { facts, period, lang, notes: Notes::new(facts, period, lang) };
    let mut blocks = Vec::new();
    for section in SUMMARY {
        let parts: Vec<Block> = section.parts.iter().flat_map(|part| writer.part(part, &goals)).collect();
        if !parts.is_empty() {
            blocks.push(Block::Heading(Heading::new(1, section.heading.get(lang))));
            blocks.extend(parts);
        }
    }
    let title = match project.name.as_str() {
        "" => t::SUMMARY.get(lang).to_owned(),
        name => fill(t::SUMMARY_OF, lang, &[("project", &name)]),
    };
    Ok(Document {
        title: Shown::line(title),
        period: Shown::line(period.in_words(lang)),
        made: Shown::line(fill(t::MADE, lang, &[("date", &date_long(made, lang))])),
        page: Shown::line(t::PAGE.get(lang)),
        lang,
        blocks,
        figures: Vec::new(),
    })
}

/// Answers the questions of an outline.
struct Writer<'a> {
    facts: &'a Facts,
    period: &'a Period,
    lang: Lang,
    notes: Notes<'a>,
}

impl Writer<'_> {
    fn part(&mut self, part: &Part, goals: &[GoalLine]) -> Vec<Block> {
        match part {
            Part::Figures(figures) => self.figures(figures),
            Part::Breakdown { rows, figures } => self.breakdown(rows, figures),
            Part::Sentence(figures) => self.sentence(figures),
            Part::Cross { rows, columns, measure } => self.cross(rows, columns, *measure),
            Part::OverTime(figure) => self.over_time(figure).map(Block::Chart).into_iter().collect(),
            Part::Goals => self.goals(goals),
            Part::Comment => vec![Block::Writing { lines: 2 }],
            Part::Notes => self.notes.blocks(),
        }
    }

    /// Figures beside those of the period before.
    fn figures(&mut self, figures: &[Figure]) -> Vec<Block> {
        let before = self.period.previous(self.facts.today());
        let mut columns = vec![self.column(t::FIGURE, Align::Left), self.column(t::THIS_PERIOD, Align::Right)];
        if before.is_some() {
            columns.extend([t::BEFORE, t::CHANGE].map(|head| self.column(head, Align::Right)));
        }
        let mut rows = Vec::new();
        let mut without_person = 0;
        let mut people = 0;
        for figure in figures {
            let Some(question) = self.question(figure, None, None) else { continue };
            let now = self.answer(&question);
            if question.measure.counts_people() && question.filter.is_empty() {
                (without_person, people) = (now.without_person, now.total);
            }
            let mut row = vec![self.noted(figure, &question), self.figure(now.total)];
            if let Some(period) = before {
                let then = self.answer(&Question { period, ..question }).total;
                row.extend([self.figure(then), Cell::new(change(now.total, then, self.lang))]);
            }
            rows.push(Row::Cells(row));
        }
        let mut said = Vec::new();
        match before {
            Some(before) => said.push(fill(t::BEFORE_IS, self.lang, &[("period", &before.in_words(self.lang))])),
            None => said.push(t::NO_BEFORE.get(self.lang).to_owned()),
        }
        let today = self.facts.today();
        if before.is_some() && self.period.contains(today) && self.period.to().is_some_and(|to| today < to) {
            said.push(t::UNFINISHED.get(self.lang).to_owned());
        }
        if without_person > 0 {
            let parts: [(&str, &dyn std::fmt::Display); 3] =
                [("n", &without_person), ("least", &people), ("most", &(people + without_person))];
            said.push(fill(t::WITHOUT_PERSON, self.lang, &parts));
        }
        let table = Block::Table(Table { caption: None, columns, rows });
        vec![table, Block::Paragraph(said.join(" ").into())]
    }

    /// Figures by themselves, in one sentence.
    fn sentence(&mut self, figures: &[Figure]) -> Vec<Block> {
        let mut said = Vec::new();
        for figure in figures {
            let Some(question) = self.question(figure, None, None) else { continue };
            let before = if said.is_empty() { "" } else { "; " };
            let count = number(self.answer(&question).total as i64, self.lang);
            said.extend([
                Span::Text(Shown::line(before)),
                Span::Figure(self.noted(figure, &question)),
                Span::Text(Shown::line(format!(":\u{a0}{count}"))),
            ]);
        }
        said.push(Span::Text(Shown::line(".")));
        vec![Block::Paragraph(Prose(said))]
    }

    /// Several figures by one dimension, with their totals. Values that nothing has are left out.
    fn breakdown(&mut self, rows: &str, figures: &[Figure]) -> Vec<Block> {
        let mut columns = Vec::new();
        let mut answers = Vec::new();
        for figure in figures {
            let Some(question) = self.question(figure, Some(rows), None) else { continue };
            if let (Some(dimension), true) = (question.rows, columns.is_empty()) {
                columns.push(Column { head: Cell::new(capital(dimension.label(self.lang))), align: Align::Left });
            }
            columns.push(Column { head: self.noted(figure, &question), align: Align::Right });
            answers.push(self.answer(&question));
        }
        let Some(first) = answers.first() else { return Vec::new() };
        // Figures of one dimension have the same values, but for one that only some of them can lack.
        let count = |answer: &Answer, code: &str| {
            let place = answer.rows.values.iter().position(|value| value.code == code);
            place.and_then(|place| answer.row_totals.get(place)).copied().unwrap_or(0)
        };
        let counts = |value: &AxisValue| answers.iter().map(|answer| count(answer, &value.code)).collect::<Vec<_>>();
        let values = first.rows.values.iter().map(|value| (value, counts(value)));
        let mut rows: Vec<_> = values
            .filter(|(_, counts)| counts.iter().any(|&count| count > 0))
            .map(|(value, counts)| Row::Cells(self.row(&value.label, &counts)))
            .collect();
        let totals: Vec<u64> = answers.iter().map(|answer| answer.total).collect();
        rows.push(Row::Total(self.row(common::TOTAL.get(self.lang), &totals)));
        vec![Block::Table(Table { caption: None, columns, rows })]
    }

    /// One measure by one dimension across and several down, with the totals, which are the same for each of them.
    fn cross(&mut self, rows: &[&str], columns: &str, measure: Measure) -> Vec<Block> {
        let plain = Question::count(measure, *self.period, Filter::default());
        let mark = self.notes.of_question(&plain);
        let across = Dimension::parse(columns, measure).ok();
        let down = rows.iter().filter_map(|code| Dimension::parse(code, measure).ok());
        let answers: Vec<Answer> =
            down.map(|down| self.answer(&Question { rows: Some(down), columns: across, ..plain.clone() })).collect();
        let Some(first) = answers.first() else { return Vec::new() };
        let printed = |place: &usize| first.column_totals.get(*place).is_some_and(|&total| total > 0);
        let places: Vec<usize> = (0..first.columns.values.len()).filter(printed).collect();
        let right = |label: &str| Column { head: Cell::new(capital(label)), align: Align::Right };
        let label = |answer: &Answer| answer.rows.dimension.map_or_else(String::new, |d| capital(d.label(self.lang)));
        let mut heads = vec![Column { head: Cell::new(label(first)).with_note(mark), align: Align::Left }];
        heads.extend(places.iter().filter_map(|&place| Some(right(&first.columns.values.get(place)?.label))));
        heads.push(right(common::TOTAL.get(self.lang)));
        let line = |label: &str, cells: &[u64], total: u64| {
            let cells = places.iter().filter_map(|&place| cells.get(place)).chain([&total]).copied();
            self.row(label, &cells.collect::<Vec<_>>())
        };
        let mut lines = Vec::new();
        for (i, answer) in answers.iter().enumerate() {
            if i > 0 {
                lines.push(Row::Group(Cell::new(format!("{}:", label(answer)))));
            }
            let values = answer.rows.values.iter().zip(&answer.cells).zip(&answer.row_totals);
            let values = values.filter(|(_, total)| **total > 0);
            lines.extend(values.map(|((value, cells), total)| Row::Cells(line(&value.label, cells, *total))));
        }
        lines.push(Row::Total(line(common::TOTAL.get(self.lang), &first.column_totals, first.total)));
        vec![Block::Table(Table { caption: None, columns: heads, rows: lines })]
    }

    /// One figure over the period, in the smallest unit that gives a short chart.
    fn over_time(&mut self, figure: &Figure) -> Option<Chart> {
        let plain = self.question(figure, None, None)?;
        let answer = self.answer(&plain);
        let unit = unit(answer.from?, answer.to?);
        let question = self.question(figure, Some(unit.code()), None)?;
        let answer = self.answer(&question);
        let bars = answer.rows.values.iter().zip(&answer.row_totals).map(|(value, &count)| Bar {
            label: Shown::line(&value.label),
            value: count,
            figure: self.figure(count),
        });
        let bars: Vec<Bar> = bars.collect();
        let what = figure.label.get(self.lang);
        let unit = question.rows?.label(self.lang);
        let words = match bars.iter().rev().max_by_key(|bar| bar.value) {
            Some(most) if most.value > 0 => fill(
                t::OVER_TIME_WORDS,
                self.lang,
                &[
                    ("what", &what),
                    ("unit", &unit),
                    ("most", &most.figure.text),
                    ("at", &most.label),
                    ("total", &number(answer.total as i64, self.lang)),
                ],
            ),
            _ => t::NONE.get(self.lang).to_owned(),
        };
        let title = fill(t::OVER_TIME, self.lang, &[("what", &what), ("unit", &unit)]);
        Some(Chart { title: Shown::line(title), bars, replacement: Shown::line(words) })
    }

    /// The goals' indicators.
    fn goals(&mut self, lines: &[GoalLine]) -> Vec<Block> {
        if lines.is_empty() {
            return Vec::new();
        }
        let indicator = Cell::new(t::INDICATOR.get(self.lang)).with_note(self.notes.of_goals());
        let mut columns = vec![self.column(t::GOAL, Align::Right), Column { head: indicator, align: Align::Left }];
        columns.extend([t::VALUE, t::OF, t::SHARE, t::TARGET, t::MET].map(|head| self.column(head, Align::Right)));

        let row = |line: &GoalLine| {
            let met = line.met.map(|met| if met { common::YES } else { common::NO }.get(self.lang));
            Row::Cells(vec![
                Cell::new(line.goal.to_string()),
                Cell::new(&line.label),
                self.figure(line.value),
                line.of.map(|of| self.figure(of)).unwrap_or_default(),
                line.of.map(|of| Cell::new(percent(line.value, of, self.lang))).unwrap_or_default(),
                Cell::new(line.target.as_deref().unwrap_or_default()),
                Cell::new(met.unwrap_or_default()),
            ])
        };
        vec![Block::Table(Table { caption: None, columns, rows: lines.iter().map(row).collect() })]
    }

    /// The question of a figure; `None` if this log lacks a code or dimension that it asks for.
    fn question(&self, figure: &Figure, rows: Option<&str>, columns: Option<&str>) -> Option<Question> {
        let dimension = |code: Option<&str>| code.map(|code| Dimension::parse(code, figure.measure)).transpose().ok();
        Some(Question {
            measure: figure.measure,
            rows: dimension(rows)?,
            columns: dimension(columns)?,
            period: *self.period,
            filter: Filter::parse(figure.filter, figure.measure, self.facts).ok()?,
        })
    }

    fn answer(&self, question: &Question) -> Answer {
        stats::answer(self.facts, question, &Words::default(), self.lang)
    }

    /// The figure's label with the mark of its note.
    fn noted(&mut self, figure: &Figure, question: &Question) -> Cell {
        let plain = Question { rows: None, columns: None, ..question.clone() };
        Cell::new(figure.label.get(self.lang)).with_note(self.notes.of_question(&plain))
    }

    fn row(&self, label: &str, counts: &[u64]) -> Vec<Cell> {
        std::iter::once(Cell::new(capital(label))).chain(counts.iter().map(|&n| self.figure(n))).collect()
    }

    fn figure(&self, count: u64) -> Cell {
        Cell::new(number(count as i64, self.lang))
    }

    fn column(&self, head: Text, align: Align) -> Column {
        Column { head: Cell::new(head.get(self.lang)), align }
    }
}

/// The difference with its sign; `0` without one.
fn change(now: u64, then: u64, lang: Lang) -> String {
    let difference = now as i64 - then as i64;
    let sign = if difference > 0 { "+" } else { "" };
    format!("{sign}{}", number(difference, lang))
}

/// Bars of a chart at most.
const MOST_BARS: usize = 9;

/// The smallest unit that has at most `MOST_BARS` of them from day to day.
fn unit(from: NaiveDate, to: NaiveDate) -> Unit {
    let short = |unit: &Unit| Bucket::all(*unit, from, to).nth(MOST_BARS).is_none();
    [Unit::Day, Unit::Week, Unit::Month, Unit::Quarter].into_iter().find(short).unwrap_or(Unit::Year)
}
