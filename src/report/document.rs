//! The tree of a printed report. It holds finished words only; a renderer adds nothing but layout.

use crate::domain::{Lang, Shown};

/// A report, ready to be rendered.
#[derive(Clone, Debug, PartialEq)]
pub struct Document {
    /// What it is, for the head of every page.
    pub title: Shown,
    /// The period in words, for the head of every page.
    pub period: Shown,
    /// When it was made, in words, for the foot of every page.
    pub made: Shown,
    /// The language of its words.
    pub lang: Lang,
    pub blocks: Vec<Block>,
}

/// One part of a report, from the top down.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// Stands with what follows it, never at the foot of a page.
    Heading(Shown),
    /// Prose; a line end in it is a line end in print.
    Paragraph(Shown),
    Table(Table),
    Chart(Chart),
    /// So many lines to write on by hand.
    Writing {
        lines: usize,
    },
    /// Two lines to sign on, with what goes under each: place and date, and the name.
    Signature {
        place: Shown,
        name: Shown,
    },
    /// How the figures were counted.
    Notes(Vec<Note>),
}

/// How the texts of a column stand in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    /// Words.
    Left,
    /// Figures.
    Right,
}

/// The head of a column.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    pub head: Cell,
    pub align: Align,
}

/// Rows of cells under heads. A row with fewer cells than there are columns has empty ones at its end.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Table {
    pub columns: Vec<Column>,
    pub rows: Vec<Vec<Cell>>,
    /// Whether the last row is the total of the others.
    pub total: bool,
}

/// A text of a table, with the mark of the note that says how it was counted.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Cell {
    pub text: Shown,
    pub note: Option<usize>,
}

impl Cell {
    /// A text without a note.
    pub fn new(text: impl AsRef<str>) -> Cell {
        Cell { text: Shown::line(text), note: None }
    }

    /// The same text with the mark of a note.
    pub fn with_note(mut self, mark: usize) -> Cell {
        self.note = Some(mark);
        self
    }
}

/// A bar chart.
#[derive(Clone, Debug, PartialEq)]
pub struct Chart {
    pub title: Shown,
    pub bars: Vec<Bar>,
    /// What the chart shows, in words: for formats and readers without pictures, and where there is nothing to draw.
    pub replacement: Shown,
}

/// One bar: its label, its length, and its length in words.
#[derive(Clone, Debug, PartialEq)]
pub struct Bar {
    pub label: Shown,
    pub value: u64,
    pub value_text: Shown,
}

/// How a figure was counted.
#[derive(Clone, Debug, PartialEq)]
pub struct Note {
    /// The number that marks the figure.
    pub mark: usize,
    /// The command that shows the records behind it.
    pub command: Shown,
    /// What is counted, and its filter, in words.
    pub text: Shown,
}
