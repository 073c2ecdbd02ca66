//! Where she is, as the store keeps it while the screen is locked: each pane's views as the questions that they ask,
//! and nothing of what they show.

use super::draft::Draft;
use super::{ListQuestion, Order, Scope, Section};
use crate::app::columns::What;
use crate::checks::RULES;
use crate::domain::{AgeGroups, Lists};
use crate::query::{AnyNames, Compare, Dimension, Filter, Measure, Period, Question};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// Every pane's views, the root first, and which pane is in front.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Place {
    pub front: usize,
    pub panes: Vec<Vec<Spot>>,
}

impl Place {
    /// As the store keeps it.
    pub fn to_text(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// Reads what the store kept; `None` if it is of another version.
    pub fn parse(text: &str) -> Option<Place> {
        serde_json::from_str(text).ok()
    }

    /// The unfinished forms in it, with their numbers in the store, in the order of `panes`.
    pub fn drafts(&self) -> impl Iterator<Item = (Option<u64>, &Draft)> {
        self.panes.iter().flatten().filter_map(|spot| match spot {
            Spot::Form { key, draft, .. } | Spot::Line { key, draft, .. } => Some((*key, draft)),
            _ => None,
        })
    }
}

/// One view: what it takes to ask for it again, and its cursor.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Spot {
    Today {
        cursor: usize,
    },
    List {
        asked: AskedList,
        columns: Vec<What>,
        /// The saved view that it shows.
        name: Option<String>,
        at: Option<String>,
    },
    Page {
        kind: String,
        own: String,
        cursor: usize,
    },
    /// `field` is the field with the cursor, `cursor` the byte in it, `made_for` the field of the form behind it that it
    /// is written for.
    Form {
        key: Option<u64>,
        draft: Draft,
        field: usize,
        cursor: usize,
        #[serde(default)]
        made_for: Option<usize>,
    },
    Line {
        key: Option<u64>,
        draft: Draft,
        cursor: usize,
    },
    Statistics {
        front: usize,
        views: Vec<SpotView>,
    },
    /// A goal, or an indicator of it, by their places; `None` is a new one.
    Goal {
        goal: Option<usize>,
        indicator: Option<Option<usize>>,
        period: String,
        texts: Vec<String>,
        at: usize,
        cursor: usize,
    },
    Reports {
        cursor: usize,
        period: String,
    },
    /// A section of a report being written, with the number of its draft.
    Manuscript {
        #[serde(default)]
        key: Option<u64>,
        funder: bool,
        code: String,
        period: String,
        texts: Vec<String>,
        focus: usize,
        cursor: usize,
    },
    Report {
        funder: bool,
        period: String,
        lang: String,
        public: bool,
        page: usize,
        top: usize,
    },
    More {
        cursor: usize,
    },
    History {
        about: Option<(String, String)>,
        cursor: usize,
    },
    ValueLists {
        list: Option<String>,
        cursor: usize,
    },
    Checks {
        cursor: usize,
    },
}

/// One of the views of statistics, with the row and the column of its cursor.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SpotView {
    pub asked: AskedText,
    pub compare: Option<String>,
    pub cursor: (usize, usize),
}

impl SpotView {
    pub fn new(question: &Question, compare: Option<Compare>, cursor: (usize, usize)) -> SpotView {
        SpotView { asked: question.into(), compare: compare.map(|compare| compare.to_string()), cursor }
    }

    /// The period that it is compared with.
    pub fn compare(&self, today: NaiveDate) -> Option<Compare> {
        Compare::parse(self.compare.as_ref()?, today).ok()
    }
}

/// A question in its canonical texts.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AskedText {
    measure: String,
    rows: Option<String>,
    columns: Option<String>,
    period: String,
    filter: String,
}

impl From<&Question> for AskedText {
    fn from(question: &Question) -> AskedText {
        let code = |dimension: Option<Dimension>| dimension.map(|dimension| dimension.key().code().to_owned());
        AskedText {
            measure: question.measure.code().to_owned(),
            rows: code(question.rows),
            columns: code(question.columns),
            period: question.period.to_string(),
            filter: question.filter.to_string(),
        }
    }
}

impl AskedText {
    /// The question; `None` if it has no meaning any more.
    pub fn read(&self, lists: &Lists, today: NaiveDate) -> Option<Question> {
        let measure = Measure::from_code(&self.measure).ok()?;
        let dimension = |code: &String| Dimension::all(measure).find(|dimension| dimension.key().code() == code);
        // The codes of names had a meaning when the screen was locked.
        let names = AnyNames { lists, age_groups: &AgeGroups::default(), today };
        Some(Question {
            measure,
            rows: self.rows.as_ref().and_then(dimension),
            columns: self.columns.as_ref().and_then(dimension),
            period: read_period(&self.period, today)?,
            filter: Filter::parse(&self.filter, measure, &names).ok()?,
        })
    }
}

/// A period in its canonical text.
pub fn read_period(text: &str, today: NaiveDate) -> Option<Period> {
    Period::parse(text, today).ok()
}

/// A list's question in its canonical texts.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AskedList {
    question: AskedText,
    scope: AskedScope,
    find: String,
    order: Order,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
enum AskedScope {
    Whole,
    Counted,
    Overdue,
    Due,
    Rule(String, String),
}

impl AskedList {
    /// `None`: the records behind a part of a figure are asked for from that figure.
    pub fn of(asked: &ListQuestion) -> Option<AskedList> {
        let scope = match &asked.scope {
            Scope::Whole => AskedScope::Whole,
            Scope::Counted => AskedScope::Counted,
            Scope::Waiting(Section::Overdue) => AskedScope::Overdue,
            Scope::Waiting(Section::Due) => AskedScope::Due,
            Scope::Waiting(Section::Rule(rule, measure)) => {
                AskedScope::Rule(rule.about.code.to_owned(), measure.code().to_owned())
            }
            Scope::Part(_) | Scope::Except(_) => return None,
        };
        Some(AskedList { question: (&asked.question).into(), scope, find: asked.find.clone(), order: asked.order })
    }

    /// The question; `None` if it has no meaning any more.
    pub fn read(&self, lists: &Lists, today: NaiveDate) -> Option<ListQuestion> {
        let scope = match &self.scope {
            AskedScope::Whole => Scope::Whole,
            AskedScope::Counted => Scope::Counted,
            AskedScope::Overdue => Scope::Waiting(Section::Overdue),
            AskedScope::Due => Scope::Waiting(Section::Due),
            AskedScope::Rule(code, measure) => {
                let rule = RULES.iter().find(|rule| rule.about.code == code.as_str())?;
                Scope::Waiting(Section::Rule(rule, Measure::from_code(measure).ok()?))
            }
        };
        let question = self.question.read(lists, today)?;
        Some(ListQuestion { question, scope, find: self.find.clone(), order: self.order })
    }
}
