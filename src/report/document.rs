//! The tree of a printed report. It holds finished words only; a renderer adds nothing but layout.
//!
//! The tree is also what a print is kept as (`stored`), so a name in it is a name in a kept print.

use crate::domain::{Lang, Ref, Shown};
use serde::{Deserialize, Serialize};

/// A report, ready to be rendered.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Document {
    /// What it is, for the head of every page.
    pub title: Shown,
    /// The period in words, for the head of every page.
    pub period: Shown,
    /// When it was made, in words, for every page.
    pub made: Shown,
    /// Which page of how many, for every page: words with `{page}` and `{of}`.
    pub page: Shown,
    /// The language of its words.
    pub lang: Lang,
    pub blocks: Vec<Block>,
    /// The counted figures, which cells and prose name by their place here.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub figures: Vec<Figure>,
}

impl Document {
    /// Which page of how many, in words.
    pub fn page_words(&self, page: usize, of: usize) -> String {
        self.page.as_str().replace("{page}", &page.to_string()).replace("{of}", &of.to_string())
    }
}

/// One part of a report, from the top down.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Block {
    Heading(Heading),
    Paragraph(Prose),
    List(List),
    Table(Table),
    Chart(Chart),
    Remark(Remark),
    /// So many lines to write on by hand.
    Writing {
        lines: usize,
    },
    /// Lines to sign on, one below the other; never alone on a page.
    Signatures(Vec<Signature>),
    /// How the figures were counted.
    Notes(Vec<Note>),
}

/// A heading. It stands with what follows it, never at the foot of a page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Heading {
    /// 1 is a section of the report, 2 a part of it, 3 a question in it.
    pub level: u8,
    /// Its number as printed, such as `5.2`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<Shown>,
    pub text: Shown,
}

impl Heading {
    /// A heading without a number.
    pub fn new(level: u8, text: impl Into<String>) -> Heading {
        Heading { level, number: None, text: Shown::line(text) }
    }

    /// The same heading with a number.
    pub fn numbered(mut self, number: impl Into<String>) -> Heading {
        self.number = Some(Shown::line(number));
        self
    }

    /// The number and the text.
    pub fn words(&self) -> String {
        match &self.number {
            Some(number) => format!("{number} {}", self.text),
            None => self.text.as_str().to_owned(),
        }
    }
}

/// Running text; a line end in it is a line end in print.
#[derive(Clone, Debug, PartialEq, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Prose(pub Vec<Span>);

/// A stretch of running text.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Span {
    Text(Shown),
    /// A figure of the log.
    Figure(Cell),
    /// A number typed by hand that the log does not confirm, and what there is to say about it.
    Doubtful {
        text: Shown,
        remark: Shown,
    },
}

impl Prose {
    /// The words as they are printed in formats without links and signs of their own.
    pub fn plain(&self) -> String {
        self.0.iter().map(Span::plain).collect()
    }
}

impl Span {
    fn plain(&self) -> String {
        match self {
            Span::Text(text) => text.as_str().to_owned(),
            Span::Figure(cell) => cell.plain(),
            Span::Doubtful { text, remark } => format!("{text}\u{a0}[{remark}]"),
        }
    }
}

impl<T: Into<String>> From<T> for Prose {
    fn from(text: T) -> Prose {
        Prose(vec![Span::Text(Shown::new(text))])
    }
}

/// Points one below the other.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct List {
    /// Whether they are numbered, from 1.
    pub numbered: bool,
    pub items: Vec<Prose>,
}

/// Something that the reader should not miss.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Remark {
    /// What it is called: `Att notera`, `Note`.
    pub label: Shown,
    pub text: Prose,
}

/// How the texts of a column stand in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Align {
    /// Words.
    Left,
    /// Figures and their units.
    Right,
    /// Figures with and without decimals: the decimal signs stand under each other.
    Decimal,
}

/// The head of a column.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Column {
    pub head: Cell,
    pub align: Align,
}

/// Rows of cells under heads.
#[derive(Clone, Debug, PartialEq, Default, Serialize, Deserialize)]
pub struct Table {
    /// What the table shows, where the heading above it does not say so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub caption: Option<Shown>,
    pub columns: Vec<Column>,
    pub rows: Vec<Row>,
}

/// A row; the cells that it lacks at its end are empty.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Row {
    Cells(Vec<Cell>),
    /// The total of the rows above it.
    Total(Vec<Cell>),
    /// What the rows below it have in common.
    Group(Cell),
}

impl Row {
    pub fn cells(&self) -> &[Cell] {
        match self {
            Row::Cells(cells) | Row::Total(cells) => cells,
            Row::Group(cell) => std::slice::from_ref(cell),
        }
    }
}

/// A text of a table or of prose, with the mark of the note that says how it was counted.
#[derive(Clone, Debug, PartialEq, Default, Serialize, Deserialize)]
pub struct Cell {
    pub text: Shown,
    /// The mark printed after it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<usize>,
    /// The place of its figure in `Document::figures`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub figure: Option<usize>,
}

impl Cell {
    /// A text without a note.
    pub fn new(text: impl Into<String>) -> Cell {
        Cell { text: Shown::line(text), note: None, figure: None }
    }

    /// The same text with the mark of a note.
    pub fn with_note(mut self, mark: usize) -> Cell {
        self.note = Some(mark);
        self
    }

    /// The same text as the figure at that place of `Document::figures`.
    pub fn with_figure(mut self, place: usize) -> Cell {
        self.figure = Some(place);
        self
    }

    /// The text with the mark of its note, on one line with its last word.
    pub fn plain(&self) -> String {
        match self.note {
            Some(mark) => format!("{}\u{a0}[{mark}]", self.text),
            None => self.text.as_str().to_owned(),
        }
    }
}

/// A counted figure: what was asked, what the answer was, and which records it rests on.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Figure {
    /// The number; `None` where a small one is hidden.
    pub value: Option<u64>,
    /// The mark of the note that says how it was counted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<usize>,
    /// The code of the measure, the filter and the period, as the command line takes them.
    pub measure: String,
    pub filter: String,
    pub period: String,
    /// The command that shows exactly the records behind it.
    pub command: Shown,
    /// The records behind it, where they are kept. Never printed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub refs: Vec<Ref>,
}

/// A bar chart.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Chart {
    pub title: Shown,
    pub bars: Vec<Bar>,
    /// What the chart shows, in words: for formats and readers without pictures, and where there is nothing to draw.
    pub replacement: Shown,
}

/// One bar: its label, its length, and its length in words.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Bar {
    pub label: Shown,
    pub value: u64,
    pub figure: Cell,
}

/// A line for the place and date and one for the name, each with what stands under it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Signature {
    pub place: Shown,
    pub name: Shown,
}

/// How a figure was counted.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Note {
    /// The number that marks the figure.
    pub mark: usize,
    /// The command that shows the records behind it.
    pub command: Shown,
    /// What is counted, and its filter, in words.
    pub text: Shown,
}
