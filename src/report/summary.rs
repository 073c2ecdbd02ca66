//! The period summary: the outline's questions answered and put in words, as one `Document`.

use super::document::{Align, Bar, Block, Cell, Chart, Column, Document, Table};
use super::notes::Notes;
use super::outline::{Figure, Part, SUMMARY};
use crate::domain::{Kind, Lang, Project, Ref, Shown, Text};
use crate::facts::Facts;
use crate::i18n::{date_long, fill, number, percent, texts::common, texts::report as t};
use crate::query::{Bucket, Dimension, Filter, Period, Question, Unit, Vocabulary, Words};
use crate::stats::{self, Answer, GoalLine, GoalsError};
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
        let parts: Vec<Block> = section.parts.iter().flat_map(|part| writer.part(part, project, &goals)).collect();
        if !parts.is_empty() {
            blocks.push(Block::Heading(Shown::line(section.heading.get(lang))));
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
        lang,
        blocks,
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
    fn part(&mut self, part: &Part, project: &Project, goals: &[GoalLine]) -> Vec<Block> {
        match part {
            Part::Figures(figures) => self.figures(figures),
            Part::Breakdown { rows, figures } => self.breakdown(rows, figures),
            Part::Cross { rows, columns, figure } => self.cross(rows, columns, figure),
            Part::OverTime(figure) => self.over_time(figure).map(Block::Chart).into_iter().collect(),
            Part::Goals => self.goals(project, goals),
            Part::Comment => vec![Block::Writing { label: self.shown(t::COMMENT_LABEL), lines: 3 }],
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
            let mut row = vec![self.noted(figure, &question, None), self.figure(now.total)];
            if let Some(period) = before {
                let then = self.answer(&Question { period, ..question }).total;
                row.extend([self.figure(then), Cell::new(change(now.total, then, self.lang))]);
            }
            rows.push(row);
        }
        let mut blocks = vec![Block::Table(Table { columns, rows, total: false })];
        if without_person > 0 {
            let parts: [(&str, &dyn std::fmt::Display); 3] =
                [("n", &without_person), ("least", &people), ("most", &(people + without_person))];
            blocks.push(Block::Paragraph(Shown::line(fill(t::WITHOUT_PERSON, self.lang, &parts))));
        }
        if let Some(before) = before {
            let mut said = fill(t::BEFORE_IS, self.lang, &[("period", &before.in_words(self.lang))]);
            if self.period.to().is_some_and(|to| self.period.contains(self.facts.today()) && self.facts.today() < to) {
                said = format!("{said} {}", t::UNFINISHED.get(self.lang));
            }
            blocks.push(Block::Paragraph(Shown::line(said)));
        } else {
            blocks.push(Block::Paragraph(self.shown(t::NO_BEFORE)));
        }
        blocks
    }

    /// Several figures by one dimension, with their totals.
    fn breakdown(&mut self, rows: &str, figures: &[Figure]) -> Vec<Block> {
        let mut columns = Vec::new();
        let mut answers = Vec::new();
        for figure in figures {
            let Some(question) = self.question(figure, Some(rows), None) else { continue };
            if let (Some(dimension), true) = (question.rows, columns.is_empty()) {
                columns.push(Column { head: Cell::new(capital(dimension.label(self.lang))), align: Align::Left });
            }
            let head = self.noted(figure, &question, question.rows);
            columns.push(Column { head, align: Align::Right });
            answers.push(self.answer(&question));
        }
        let Some(first) = answers.first() else { return Vec::new() };
        let label = |place: usize| first.rows.values.get(place).map(|v| v.label.clone()).unwrap_or_default();
        let code = |place: usize| first.rows.values.get(place).map(|v| v.code.clone()).unwrap_or_default();
        // Figures of one dimension have the same values, but for one that only some of them can lack.
        let count = |answer: &Answer, code: &str| {
            let place = answer.rows.values.iter().position(|v| v.code == code);
            place.and_then(|place| answer.row_totals.get(place)).copied().unwrap_or(0)
        };
        let row = |place: usize| {
            let counts = answers.iter().map(|answer| self.figure(count(answer, &code(place))));
            std::iter::once(Cell::new(capital(&label(place)))).chain(counts).collect()
        };
        let mut rows: Vec<Vec<Cell>> = (0..first.rows.len()).map(row).collect();
        let totals = answers.iter().map(|answer| self.figure(answer.total));
        rows.push(std::iter::once(Cell::new(common::TOTAL.get(self.lang))).chain(totals).collect());
        let adds_up = answers.iter().all(|a| a.row_totals.iter().sum::<u64>() == a.total);
        let table = Block::Table(Table { columns, rows, total: true });
        let remark = (!adds_up).then(|| Block::Paragraph(self.shown(t::NOT_ADDITIVE)));
        std::iter::once(table).chain(remark).collect()
    }

    /// One figure by two dimensions, with the totals.
    fn cross(&mut self, rows: &str, columns: &str, figure: &Figure) -> Vec<Block> {
        let Some(question) = self.question(figure, Some(rows), Some(columns)) else { return Vec::new() };
        let (Some(down), Some(_)) = (question.rows, question.columns) else { return Vec::new() };
        let answer = self.answer(&question);
        let head = self.noted_as(capital(down.label(self.lang)), &question, question.rows);
        let mut heads = vec![Column { head, align: Align::Left }];
        let right = |label: &str| Column { head: Cell::new(capital(label)), align: Align::Right };
        heads.extend(answer.columns.values.iter().map(|value| right(&value.label)));
        heads.push(right(common::TOTAL.get(self.lang)));
        let line = |label: &str, cells: &[u64], total: u64| {
            let figures = cells.iter().chain([&total]).map(|&n| self.figure(n));
            std::iter::once(Cell::new(capital(label))).chain(figures).collect::<Vec<_>>()
        };
        let values = answer.rows.values.iter().zip(&answer.cells).zip(&answer.row_totals);
        let mut lines: Vec<_> = values.map(|((value, cells), total)| line(&value.label, cells, *total)).collect();
        lines.push(line(common::TOTAL.get(self.lang), &answer.column_totals, answer.total));
        vec![Block::Table(Table { columns: heads, rows: lines, total: true })]
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
            value_text: Shown::line(number(count as i64, self.lang)),
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
                    ("most", &most.value_text),
                    ("at", &most.label),
                    ("total", &number(answer.total as i64, self.lang)),
                ],
            ),
            _ => t::NONE.get(self.lang).to_owned(),
        };
        let title = fill(t::OVER_TIME, self.lang, &[("what", &what), ("unit", &unit)]);
        Some(Chart { title: Shown::line(title), bars, replacement: Shown::line(words) })
    }

    /// Each goal with its indicators.
    fn goals(&mut self, project: &Project, lines: &[GoalLine]) -> Vec<Block> {
        let heads = [t::VALUE, t::OF, t::SHARE, t::TARGET, t::MET].map(|head| self.column(head, Align::Right));
        let columns: Vec<Column> = std::iter::once(self.column(t::INDICATOR, Align::Left)).chain(heads).collect();
        let mut rows = Vec::new();
        for goal in &project.goals {
            let text = fill(t::GOAL, self.lang, &[("number", &goal.number), ("text", &goal.text)]);
            rows.push(vec![Cell::new(text)]);
            for line in lines.iter().filter(|line| line.goal == goal.number) {
                let mark = self.notes.of_goal(line);
                let met = line.met.map(|met| if met { common::YES } else { common::NO }.get(self.lang));
                rows.push(vec![
                    Cell::new(format!("- {}", line.label)).with_note(mark),
                    self.figure(line.value),
                    line.of.map(|of| self.figure(of)).unwrap_or_default(),
                    line.of.map(|of| Cell::new(percent(line.value, of, self.lang))).unwrap_or_default(),
                    Cell::new(line.target.as_deref().unwrap_or_default()),
                    Cell::new(met.unwrap_or_default()),
                ]);
            }
        }
        if rows.is_empty() { Vec::new() } else { vec![Block::Table(Table { columns, rows, total: false })] }
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

    fn noted(&mut self, figure: &Figure, question: &Question, by: Option<Dimension>) -> Cell {
        self.noted_as(figure.label.get(self.lang).to_owned(), question, by)
    }

    fn noted_as(&mut self, label: String, question: &Question, by: Option<Dimension>) -> Cell {
        let mark = self.notes.of_question(&label, question, by);
        Cell::new(label).with_note(mark)
    }

    fn figure(&self, count: u64) -> Cell {
        Cell::new(number(count as i64, self.lang))
    }

    fn column(&self, head: Text, align: Align) -> Column {
        Column { head: Cell::new(head.get(self.lang)), align }
    }

    fn shown(&self, text: Text) -> Shown {
        Shown::new(text.get(self.lang))
    }
}

/// The difference with its sign; `0` without one.
fn change(now: u64, then: u64, lang: Lang) -> String {
    let difference = now as i64 - then as i64;
    let sign = if difference > 0 { "+" } else { "" };
    format!("{sign}{}", number(difference, lang))
}

/// The smallest unit that has at most 24 of them from day to day.
fn unit(from: NaiveDate, to: NaiveDate) -> Unit {
    let short = |unit: &Unit| Bucket::all(*unit, from, to).nth(24).is_none();
    [Unit::Day, Unit::Week, Unit::Month, Unit::Quarter].into_iter().find(short).unwrap_or(Unit::Year)
}

/// A label as it stands at the beginning of a line.
fn capital(label: &str) -> String {
    let mut letters = label.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
