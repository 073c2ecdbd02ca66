//! What every section of the funder's report is written with: figures, tables, her words, and the copy for the public.

use super::document::{Align, Block, Cell, Column, Document, Prose, Row, Span, Table};
use super::figures::{Figures, Unasked};
use super::hide::HiddenFigures;
use super::prose::{self, Field, Piece};
use super::summary::unit_of;
use crate::domain::project::Indicator;
use crate::domain::{Budget, Kind, Lang, Money, NameFinder, Project, Ref, Shown, Text};
use crate::facts::Facts;
use crate::i18n::{capital, date_long, fill, money, number, texts::funder as t, texts::report as r};
use crate::query::{Dimension, Filter, Key, Measure, Period, QueryError, Question, Words};
use crate::stats::suppress::Limit;
use crate::stats::{Answer, GoalsError, said};
use chrono::NaiveDate;
use std::collections::HashMap;

/// Why a report cannot be made.
pub type ReportError<E> = GoalsError<E>;

/// What is asked for of a report.
#[derive(Clone, Copy, Debug)]
pub struct Wanted {
    pub period: Period,
    pub lang: Lang,
    /// The day that it says it was made.
    pub made: NaiveDate,
    /// Counts from 1 to under this many are hidden, and names taken out: the copy for the public.
    pub suppress: Option<Limit>,
    /// The records behind each figure are to be kept with it.
    pub refs: bool,
}

/// What a first go at the report has found, for the second.
#[derive(Default)]
struct Known {
    /// Every count in the report with its measure.
    counts: Vec<(Measure, u64)>,
    hidden: HiddenFigures,
}

/// Writes the sections of a report.
pub struct Writer<'a> {
    pub figures: Figures<'a>,
    pub lang: Lang,
    project: &'a Project,
    budget: Budget,
    suppress: Option<Limit>,
    /// Names of people, to be taken out of the copy for the public.
    names: &'a NameFinder,
    /// `None` in the first go.
    known: Option<&'a Known>,
}

/// Makes a document in two goes: the first counts, the second knows every number of the report, so that it can hide
/// some and mark those typed by hand that no figure confirms.
///
/// # Errors
/// A goal's indicator that asks for something that there is not, or a look-up that failed.
pub(super) fn made<E>(
    facts: &Facts,
    project: &Project,
    wanted: &Wanted,
    mut matching: impl FnMut(Kind, &str) -> Result<Vec<Ref>, E>,
    write: impl Fn(&mut Writer) -> (Shown, Vec<Block>),
) -> Result<Document, ReportError<E>> {
    check_indicators(facts, project)?;
    let names = if wanted.suppress.is_some() { names(facts) } else { NameFinder::default() };
    let mut failed = None;
    let mut words = |filter: &Filter, measure: Measure| {
        let found = Words::look_up(filter, measure.source(), &mut matching);
        found.unwrap_or_else(|error| {
            failed = Some(error);
            Words::default()
        })
    };
    let mut counted: HashMap<Question, Answer> = HashMap::new();
    let nothing = HiddenFigures::default();
    let mut known = Known::default();
    {
        let figures = Figures::new(facts, &wanted.period, wanted.lang, &mut words, &mut counted, &nothing, false);
        let mut writer = Writer::new(figures, project, wanted, &names, None);
        write(&mut writer);
        known.counts = writer.figures.counts();
        if let Some(limit) = wanted.suppress {
            known.hidden = super::hide::hidden(&writer.figures, limit);
        }
    }
    let figures =
        Figures::new(facts, &wanted.period, wanted.lang, &mut words, &mut counted, &known.hidden, wanted.refs);
    let mut writer = Writer::new(figures, project, wanted, &names, Some(&known));
    let (title, blocks) = write(&mut writer);
    let figures = writer.figures.into_figures();
    match failed {
        Some(error) => Err(GoalsError::LookUp(error)),
        None => Ok(Document {
            title,
            period: Shown::line(wanted.period.in_words(wanted.lang)),
            made: Shown::line(fill(r::MADE, wanted.lang, &[("date", &date_long(wanted.made, wanted.lang))])),
            page: Shown::line(r::PAGE.get(wanted.lang)),
            lang: wanted.lang,
            blocks,
            figures,
        }),
    }
}

/// Every indicator must be readable before anything is printed.
fn check_indicators<E>(facts: &Facts, project: &Project) -> Result<(), ReportError<E>> {
    for goal in &project.goals {
        for indicator in &goal.indicators {
            let wrong = |error| GoalsError::Indicator { goal: goal.number, label: indicator.label.clone(), error };
            questions(indicator, &Period::ALL, facts).map_err(wrong)?;
        }
    }
    Ok(())
}

/// The question of an indicator, and that of its whole.
pub fn questions(
    indicator: &Indicator,
    period: &Period,
    facts: &Facts,
) -> Result<(Question, Option<Question>), QueryError> {
    let measure = Measure::from_code(&indicator.measure)?;
    let read = |text: &str| Ok(Question::count(measure, *period, Filter::parse(text, measure, facts)?));
    Ok((read(&indicator.filter)?, indicator.of.as_deref().map(read).transpose()?))
}

/// The names that people in the log go by; one letter by itself is no name.
pub(super) fn names(facts: &Facts) -> NameFinder {
    let people = &facts.people;
    let all = people.live().flat_map(|row| people.names(row));
    NameFinder::new(all.filter(|name| name.chars().count() > 1))
}

impl<'a> Writer<'a> {
    fn new(
        figures: Figures<'a>,
        project: &'a Project,
        wanted: &Wanted,
        names: &'a NameFinder,
        known: Option<&'a Known>,
    ) -> Writer<'a> {
        let (lang, budget) = (wanted.lang, Budget::of(project));
        Writer { figures, lang, project, budget, suppress: wanted.suppress, names, known }
    }

    /// Counts from 1 to under this many are hidden; `None` in the funder's own copy.
    pub fn suppressed(&self) -> Option<Limit> {
        self.suppress
    }

    /// A text of the log's as it may be printed in this copy.
    pub fn plain(&self, text: &str) -> String {
        self.names.replace(text, |_| t::NAME_TAKEN_OUT.get(self.lang))
    }

    /// Her words as a paragraph; nothing where there are none.
    pub fn prose_block(&mut self, text: &str) -> Option<Block> {
        let text = text.trim();
        (!text.is_empty()).then(|| Block::Paragraph(self.prose(text)))
    }

    /// Her words, or that there are none: a section that asks for them is never left out unseen.
    pub fn prose_or_unwritten(&mut self, text: &str) -> Option<Block> {
        let unwritten = || Block::Paragraph(t::UNWRITTEN.get(self.lang).into());
        let unwritten = unwritten();
        Some(self.prose_block(text).unwrap_or(unwritten))
    }

    /// Her words with their fields counted, and numbers typed by hand looked at.
    pub fn prose(&mut self, text: &str) -> Prose {
        let mut spans = Vec::new();
        for piece in prose::pieces(text) {
            match piece {
                Piece::Text(text) => self.text(text, &mut spans),
                Piece::Field(field) => spans.push(self.field(field)),
            }
        }
        Prose(spans)
    }

    fn field(&mut self, field: &str) -> Span {
        match prose::read(field, self.figures.facts, self.figures.period, &self.budget) {
            Ok(Field::Count(question)) => Span::Figure(self.figures.noted_cell(&question)),
            Ok(Field::Sum(sum)) => Span::Text(Shown::line(money(sum, self.lang))),
            Ok(Field::Period) => Span::Text(Shown::line(self.figures.period.in_words(self.lang))),
            Ok(Field::Itself(text)) => Span::Text(Shown::line(self.plain(&text))),
            Err(error) => Span::Doubtful {
                text: Shown::line(self.plain(&format!("{{{field}}}"))),
                remark: Shown::line(self.plain(&error.say(self.lang))),
            },
        }
    }

    fn text(&self, text: &str, spans: &mut Vec<Span>) {
        let text = self.plain(text);
        let mut from = 0;
        for typed in prose::typed_numbers(&text) {
            let Some(remark) = self.doubt(&typed) else { continue };
            spans.push(Span::Text(Shown::new(&text[from..typed.place.start])));
            let number = Shown::line(&text[typed.place.clone()]);
            spans.push(Span::Doubtful { text: number, remark: Shown::line(remark) });
            from = typed.place.end;
        }
        spans.push(Span::Text(Shown::new(&text[from..])));
        spans.retain(|span| *span != Span::Text(Shown::default()));
    }

    /// What there is to say about a number typed by hand; `None` if a figure of the report confirms it.
    fn doubt(&self, typed: &prose::Typed) -> Option<String> {
        let known = self.known?;
        if typed.is_money {
            let is_sum = self.amounts().any(|amount| amount.to_string() == format!("{}.00", typed.value));
            return (!is_sum).then(|| t::SUM_NOWHERE.get(self.lang).to_owned());
        }
        let of_noun: Vec<u64> = known
            .counts
            .iter()
            .filter(|(measure, _)| is_called(*measure, &typed.noun))
            .map(|(_, count)| *count)
            .collect();
        let all = || known.counts.iter().map(|(_, count)| *count);
        let confirmed = match of_noun.is_empty() {
            true => all().any(|count| count == typed.value),
            false => of_noun.contains(&typed.value),
        };
        if confirmed {
            return None;
        }
        let nearest = of_noun.iter().min_by_key(|count| count.abs_diff(typed.value));
        Some(match nearest.filter(|_| self.suppress.is_none()) {
            Some(&nearest) => fill(t::FIGURE_DOUBT, self.lang, &[("n", &number(nearest as i64, self.lang))]),
            None => t::FIGURE_NOWHERE.get(self.lang).to_owned(),
        })
    }

    /// Every amount of the budget.
    fn amounts(&self) -> impl Iterator<Item = Money> + '_ {
        let sums = prose::SUMS.iter().map(|sum| (sum.of)(&self.budget));
        let costs = self.project.costs.iter().filter_map(|cost| cost.amount);
        let funds = self.project.funding.iter().filter_map(|funding| funding.amount);
        sums.chain(costs).chain(funds)
    }

    /// The other of people and events for a number: of contacts the people, of people the contacts. A dash where the
    /// one has no other.
    pub fn counterpart(&mut self, question: &Question) -> Cell {
        match counterpart(question, self.figures.facts) {
            Some(other) => self.figures.noted_cell(&other),
            None => Cell::new(t::NO_PERSONS.get(self.lang)),
        }
    }

    /// Her own figures of a section, as a table; those that cannot be counted say why.
    pub fn own_figures(&mut self, indicators: &[Indicator]) -> Option<Block> {
        let table = super::goals::table(self, indicators)?;
        Some(Block::Table(Table { caption: Some(Shown::line(t::OWN_FIGURES.get(self.lang))), ..table }))
    }

    /// That there are contacts without a person, so that there may be more people than are known.
    pub fn without_person(&mut self) -> Option<Block> {
        self.without_person_words().map(|words| Block::Paragraph(words.into()))
    }

    /// The same in words.
    pub fn without_person_words(&mut self) -> Option<String> {
        let nameless = self.figures.question(Measure::Contacts, "person:unknown")?;
        let people = self.figures.question(Measure::Persons, "")?;
        let least = self.figures.number(&people).value?;
        if self.figures.answer(&nameless).total == 0 {
            return None;
        }
        let without = self.figures.number(&nameless).value?;
        said::without_person(Measure::Persons, Some(without), Some(least), self.lang)
    }

    /// The end of a sentence of what is missing: what lacks a value and is not in the sums of the whole period, where
    /// anything does.
    pub fn without_value(&mut self, sums: &[Measure]) -> Vec<Span> {
        let mut said = Vec::new();
        for &measure in sums {
            let Some(question) = self.figures.question(measure, "") else { continue };
            let without = self.figures.answer(&question).without_value;
            if without > 0 {
                let label = if measure == Measure::Minutes { r::MISSING_MINUTES } else { r::MISSING_AUDIENCE };
                let value = self.figures.take_unasked(Unasked::WithoutValue(measure), without);
                let number = super::figures::say(value, self.lang);
                said.push(Span::Text(Shown::line(format!("; {}:\u{a0}{number}", label.get(self.lang)))));
            }
        }
        said.push(Span::Text(Shown::line(".")));
        said
    }

    /// The day taken as today.
    pub fn today(&self) -> NaiveDate {
        use crate::query::Vocabulary;
        self.figures.facts.today()
    }

    /// The unit of time in which the period makes a short table.
    pub fn unit(&mut self) -> Option<&'static str> {
        let question = self.figures.question(Measure::Contacts, "")?;
        let answer = self.figures.answer(&question);
        Some(unit_of(answer.from?, answer.to?).code())
    }

    /// Several figures by one dimension, with their totals: label, measure and filter of each. Values that nothing has
    /// are left out, unless `zeros`. `None` where there is nothing at all.
    pub fn breakdown(
        &mut self,
        rows: &str,
        figures: &[(Text, Measure, &str)],
        caption: Option<&str>,
        zeros: bool,
    ) -> Option<Block> {
        let lang = self.lang;
        let mut columns = Vec::new();
        let mut lines: Vec<(String, String, Vec<Cell>)> = Vec::new();
        let mut totals = Vec::new();
        let mut is_empty = true;
        for (label, measure, filter) in figures {
            let plain = self.figures.question(*measure, filter)?;
            let dimension = Dimension::parse(rows, *measure).ok()?;
            if columns.is_empty() {
                let head = Cell::new(capital(dimension.label(lang)));
                columns.push(Column { head, align: Align::Left });
            }
            let total = self.figures.number(&plain);
            let head = Cell::new(label.get(lang)).with_note(total.mark);
            columns.push(Column { head, align: Align::Right });
            totals.push(self.figures.cell_of(&plain, total));
            let laid = Question { rows: Some(dimension), ..plain.clone() };
            let answer = self.figures.answer(&laid).clone();
            is_empty &= answer.total == 0;
            let values = answer.rows.values.iter().zip(&answer.row_totals);
            // A row that stands for another figure has a sum too, be it unknown.
            let stands =
                |lines: &[(String, String, Vec<Cell>)], code: &str| lines.iter().any(|(known, ..)| known == code);
            for (value, &count) in values {
                if !zeros && count == 0 && !(measure.is_sum() && stands(&lines, &value.code)) {
                    continue;
                }
                let number = self.figures.cell_number(&laid, Some(&value.code), None, count, total.mark);
                let cell = self.figures.cell_of(&laid.cell(Some(&value.code), None), number);
                let place = lines.iter().position(|(code, ..)| *code == value.code).unwrap_or_else(|| {
                    lines.push((value.code.clone(), value.label.clone(), Vec::new()));
                    lines.len() - 1
                });
                let cells = &mut lines[place].2;
                cells.resize(columns.len() - 2, Cell::new(number_zero(lang)));
                cells.push(cell);
            }
        }
        if is_empty && !zeros {
            return None;
        }
        let width = columns.len() - 1;
        let mut table_rows: Vec<Row> = Vec::new();
        for (_, label, mut cells) in lines {
            cells.resize(width, Cell::new(number_zero(lang)));
            table_rows
                .push(Row::Cells(std::iter::once(Cell::new(capital(&self.plain(&label)))).chain(cells).collect()));
        }
        let total = Cell::new(crate::i18n::texts::common::TOTAL.get(lang));
        table_rows.push(Row::Total(std::iter::once(total).chain(totals).collect()));
        Some(Block::Table(Table { caption: caption.map(Shown::line), columns, rows: table_rows }))
    }
}

fn number_zero(lang: Lang) -> String {
    number(0, lang)
}

/// The question for people to one for events, and the other way about; `None` where there is none.
pub fn counterpart(question: &Question, facts: &Facts) -> Option<Question> {
    let measure = match question.measure {
        Measure::Persons => Measure::Contacts,
        Measure::Contacts | Measure::Meetings | Measure::Interviews | Measure::Minutes => Measure::Persons,
        Measure::Referrals => Measure::ReferredPersons,
        Measure::ReferredPersons => Measure::Referrals,
        _ => return None,
    };
    let mut other = Question { measure, ..question.clone() };
    let names_interview = other.filter.terms().iter().any(|term| term.key == Key::Interview);
    if question.measure == Measure::Interviews && !names_interview {
        let interviewed = Filter::parse("interview:any", measure, facts).ok()?;
        other.filter = interviewed.terms().iter().fold(other.filter, |filter, term| filter.and(term.clone()));
    }
    Some(other)
}

/// Whether a measure is called by a noun, in either language.
fn is_called(measure: Measure, noun: &str) -> bool {
    let labels = [Lang::Sv, Lang::En].map(|lang| measure.label(lang));
    !noun.is_empty() && labels.iter().any(|label| label.split(' ').any(|word| word == noun && word.len() > 3))
}
