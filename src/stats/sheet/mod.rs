//! The views of statistics that are not a cross table, as sheets: sections of lines, and figures that lead to their
//! records. Every view is made here, from the same counts as tables and prints. Pure.

mod balance;
mod goals;
mod overview;
mod referrals;
mod trend;

use super::cohort::{Part, part_rows};
use super::{answer, rows};
use crate::domain::{Lang, Project};
use crate::facts::Facts;
use crate::i18n::{number, percent};
use crate::query::{Compare, Measure, Period, Question, Vocabulary, Words};

/// A view of statistics that is a sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SheetView {
    Overview,
    Trend,
    Funnel,
    Timeliness,
    Balance,
    Goals,
}

/// What a sheet is made of. The rows of a trend are its question's rows: a unit of time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetQuestion {
    pub view: SheetView,
    pub question: Question,
    pub compare: Option<Compare>,
}

/// A number's way to its records.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lead {
    pub question: Question,
    /// The number of a view that it is, else the count of the question.
    pub part: Option<Part>,
}

/// What lies behind a figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Behind {
    Nothing,
    One(Lead),
    /// A part of a whole: the part, the whole, and those of the whole that are not in the part.
    Share {
        n: Lead,
        of: Lead,
    },
    /// What is more or less than before: both of what was compared.
    Change {
        now: Lead,
        before: Lead,
    },
}

/// What is drawn beside or in the place of a number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Bars {
    None,
    /// Small bars in a row, on a scale of their own.
    Small(Vec<u64>),
    /// One long bar, on the scale of the sheet.
    Long(u64),
}

/// One figure of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    pub text: String,
    /// The number, where the figure is one.
    pub value: Option<u64>,
    pub behind: Behind,
    pub bars: Bars,
}

/// A line of figures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    pub label: String,
    pub figures: Vec<Figure>,
    pub is_total: bool,
    /// The place of the goal in the project, and of the indicator if it has any.
    pub indicator: Option<(usize, Option<usize>)>,
}

/// Lines under common heads.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Section {
    pub title: String,
    /// Prose under the title: a goal's comment.
    pub note: String,
    pub heads: Vec<String>,
    pub lines: Vec<Line>,
}

/// A view ready to be shown.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Sheet {
    pub sections: Vec<Section>,
    /// What must be said of the numbers.
    pub notes: Vec<String>,
    /// The longest of the long bars: their scale.
    pub most: u64,
    /// Whether anything at all was counted.
    pub is_empty: bool,
}

/// What a sheet is made from.
pub struct Source<'a, E> {
    pub facts: &'a Facts,
    pub project: &'a Project,
    pub lang: Lang,
    /// Looks up the words of a question's filter.
    pub words: &'a dyn Fn(&Question) -> Result<Words, E>,
}

/// Makes a sheet.
///
/// # Errors
/// Those of looking up words.
pub fn sheet<E>(source: &Source<E>, asked: &SheetQuestion) -> Result<Sheet, E> {
    match asked.view {
        SheetView::Overview => overview::overview(source, asked),
        SheetView::Trend => trend::trend(source, asked),
        SheetView::Funnel => referrals::funnel_sheet(source, asked),
        SheetView::Timeliness => referrals::timeliness_sheet(source, asked),
        SheetView::Balance => balance::balance_sheet(source, asked),
        SheetView::Goals => goals::goals_sheet(source, asked),
    }
}

/// The rows of the records behind a number, oldest first; people by ref.
pub fn lead_rows(facts: &Facts, lead: &Lead, words: &Words) -> Vec<u32> {
    match lead.part {
        Some(part) => part_rows(facts, &lead.question, part, words),
        None => rows(facts, &lead.question, words),
    }
}

impl Lead {
    pub fn count(question: Question) -> Lead {
        Lead { question, part: None }
    }

    pub fn part(question: &Question, part: Part) -> Lead {
        Lead { question: question.clone(), part: Some(part) }
    }
}

impl Figure {
    pub fn text(text: impl Into<String>) -> Figure {
        Figure { text: text.into(), value: None, behind: Behind::Nothing, bars: Bars::None }
    }

    pub fn empty() -> Figure {
        Figure::text("")
    }

    /// A number; zeros are a dot, so that the others stand out.
    pub fn number(value: u64, lead: Lead, lang: Lang) -> Figure {
        let text = if value == 0 { "·".to_owned() } else { number(value as i64, lang) };
        Figure { text, value: Some(value), behind: Behind::One(lead), bars: Bars::None }
    }

    /// How much more or less than before, with its sign, which leads to both.
    pub fn change((now, lead): (u64, Lead), (before, then): (u64, Lead), lang: Lang) -> Figure {
        let behind = Behind::Change { now: lead, before: then };
        Figure { behind, ..Figure::text(signed(now as i64 - before as i64, lang)) }
    }

    /// A share of a whole, which leads to its three lists.
    pub fn share((n, lead): (u64, Lead), (of, whole): (u64, Lead), lang: Lang) -> Figure {
        let text = percent(n, of, lang);
        Figure { text, value: None, behind: Behind::Share { n: lead, of: whole }, bars: Bars::None }
    }

    /// A long bar that leads where its number does.
    pub fn bar(value: u64, lead: Lead) -> Figure {
        Figure { text: String::new(), value: Some(value), behind: Behind::One(lead), bars: Bars::Long(value) }
    }
}

/// What a column of a period compared with is headed: the period, or `before` if that is long.
pub fn before_head(before: &Period, lang: Lang) -> String {
    let text = before.to_string();
    if text.len() <= 10 { text } else { crate::i18n::texts::report::BEFORE.get(lang).to_owned() }
}

/// A change with its sign: `+4`, `−3`, `0`.
pub fn signed(change: i64, lang: Lang) -> String {
    if change > 0 { format!("+{}", number(change, lang)) } else { number(change, lang) }
}

impl Line {
    pub fn new(label: impl Into<String>, figures: Vec<Figure>) -> Line {
        Line { label: label.into(), figures, is_total: false, indicator: None }
    }
}

impl<E> Source<'_, E> {
    fn count(&self, question: &Question) -> Result<u64, E> {
        Ok(answer(self.facts, question, &(self.words)(question)?, self.lang).total)
    }

    /// A filter that the program itself asks with; what the log no longer has finds nothing.
    fn question(&self, measure: Measure, filter: &str, period: Period) -> Option<Question> {
        let filter = crate::query::Filter::parse(filter, measure, self.facts).ok()?;
        Some(Question::count(measure, period, filter))
    }

    /// The period that the sheet's is compared with.
    fn compared(&self, asked: &SheetQuestion) -> Option<Period> {
        asked.compare.and_then(|compare| compare.period(&asked.question.period, self.facts.today()))
    }

    /// What is to be said of a comparison.
    fn said_of(&self, asked: &SheetQuestion, before: Option<Period>) -> Vec<String> {
        use crate::i18n::{fill, texts::report as t};
        let period = &asked.question.period;
        let today = self.facts.today();
        match (asked.compare, before) {
            (None, _) => Vec::new(),
            (Some(_), None) => vec![t::NO_BEFORE.get(self.lang).to_owned()],
            (Some(compare), Some(before)) => {
                let mut said = vec![fill(t::BEFORE_IS, self.lang, &[("period", &before.in_words(self.lang))])];
                let is_open =
                    period.to().is_some_and(|to| today < to) && period.from().is_some_and(|from| from <= today);
                if compare == Compare::Previous && is_open {
                    said.push(t::UNFINISHED.get(self.lang).to_owned());
                }
                said
            }
        }
    }
}
