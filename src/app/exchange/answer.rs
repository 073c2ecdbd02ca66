//! What the thread that owns the store answers.

use super::reports::{FigureOffer, KeptPrint, PreviewSpan, PrintLine, Printer};
use super::secret::RecoverySheet;
use super::{Backups, Draft, Place, ReadOnly, Row};
use crate::checks::{Likeness, Proposal, Rule};
use crate::domain::{Change, Edit, Lists, Project, Record, Ref, SavedView, Shown};
use crate::entry::Line;
use crate::query::{Filter, Measure, Period, Question};
use crate::report::Page;
use crate::stats::sheet as figures;
use crate::stats::{Answer, GoalLine};
use chrono::NaiveDateTime;
use std::path::PathBuf;

/// An answer of the worker.
#[derive(Clone, Debug)]
pub enum Told {
    Opened(Box<Opened>),
    /// The store was made.
    Created(RecoverySheet),
    Closed,
    Revealed(Ref),
    List(Listing),
    Entries(Vec<(Row, Entry)>),
    /// The page of a record in a list; `None` if it is gone.
    Detail(Option<Box<PageContent>>),
    Page(Box<PageContent>),
    /// The records of that name, and people of nearly that name where nobody has it.
    Names {
        found: Vec<Entry>,
        near: Vec<Entry>,
    },
    LookedUp(LookedUp),
    Reading(Filter, Shown),
    Today(Vec<Waiting>),
    Table(Box<Table>),
    Sheet(Box<SheetAnswer>),
    Explained(Vec<Shown>),
    Tried(Box<Tried>),
    Report(Vec<Page>),
    Prints(Vec<PrintLine>),
    KeptPrint(Box<KeptPrint>),
    Signing(Vec<crate::report::signing::Check>),
    Prose(Vec<PreviewSpan>),
    Figures(Vec<FigureOffer>),
    Printers(Vec<Printer>),
    /// What was printed where, and what the print system calls the job.
    Printed {
        printer: String,
        job: String,
    },
    Written(PathBuf),
    Applied(Change),
    Line(Box<LineReading>),
    /// A draft was kept or dropped.
    Kept,
    /// What was undone or done again; `None`: there was nothing.
    Undone(Option<Turned>),
    Redone(Option<Turned>),
    /// Undone next would be an import of so many records: that is asked first.
    UndoesImport(usize),
    Changes(Box<Changes>),
    Alike(Box<Alike>),
    Likely(Vec<(Entry, Vec<Likeness>)>),
    Found(Vec<&'static Rule>),
    Proposed(Option<Box<Offer>>),
    View(Box<ReadView>),
    Backups(Backups),
    /// The backup that was made, if one was.
    BackedUp(Option<PathBuf>),
    /// What erasing that person would take, a sentence each.
    Erasure(Ref, Vec<Shown>),
    /// A person was erased, and the drafts with those numbers.
    Erased(Change, Vec<u64>),
}

/// A saved view, its texts read as they are meant today. Without a measure of its own it has that of contacts.
#[derive(Clone, Debug, PartialEq)]
pub struct ReadView {
    pub saved: SavedView,
    pub measure: Measure,
    pub filter: Filter,
    pub period: Period,
}

/// What the screen needs to know of the store that was opened.
#[derive(Clone, Debug)]
pub struct Opened {
    pub lists: Lists,
    /// The project's own period, which statistics start with.
    pub period: Option<Period>,
    /// The project, and the settings that live in the store.
    pub project: Project,
    /// What was being typed and is not saved.
    pub drafts: KeptDrafts,
    /// Where she was when the screen was locked.
    pub place: Option<KeptPlace>,
    /// Why nothing can be changed, if nothing can.
    pub read_only: Option<ReadOnly>,
}

/// Where she was, out of the store.
#[derive(Clone, Debug)]
pub struct KeptPlace {
    pub place: Place,
    /// The unfinished forms in it, in their order, with the records that they name.
    pub forms: Vec<Option<KeptDraft>>,
}

/// What was undone or done again.
#[derive(Clone, Debug)]
pub struct Turned {
    pub change: Change,
    /// It was an import.
    pub is_import: bool,
}

/// What a contact typed on one line means.
#[derive(Clone, Debug)]
pub struct LineReading {
    pub parts: Vec<LinePart>,
    /// What it has that was not typed.
    pub assumed: Vec<Shown>,
    /// The contact, and somebody new who has the ref that she will get.
    pub line: Line,
    /// The records that the contact names.
    pub linked: Vec<Record>,
}

/// Some words of the line, and what they are taken for.
#[derive(Clone, Debug)]
pub struct LinePart {
    pub typed: Shown,
    pub meaning: Shown,
    pub is_understood: bool,
}

/// The drafts out of the store, oldest first.
#[derive(Clone, Debug, Default)]
pub struct KeptDrafts {
    pub records: Vec<KeptDraft>,
    /// Those of sections of reports, by their numbers, as they were kept.
    pub sections: Vec<(u64, String)>,
}

/// A record's draft out of the store.
#[derive(Clone, Debug)]
pub struct KeptDraft {
    /// Its number in the store.
    pub key: u64,
    pub draft: Draft,
    /// The record that it changes, if that is still there.
    pub before: Option<Record>,
    /// The records that it names.
    pub linked: Vec<Record>,
}

/// A list's records, and how many there are without its period, filter and words.
#[derive(Clone, Debug)]
pub struct Listing {
    pub rows: Vec<Row>,
    /// The place of the record that was wanted.
    pub at: Option<usize>,
    pub all: usize,
    /// The filter in words; empty without one.
    pub filter: Shown,
}

/// What was looked up.
#[derive(Clone, Debug, Default)]
pub struct LookedUp {
    /// A record named outright first, then people, then the newest.
    pub found: Vec<Entry>,
    /// There is more than is shown.
    pub more: bool,
    /// People of nearly that name, if nothing was found. They are offered, never taken for what was meant.
    pub near: Vec<Entry>,
}

/// A cross table with its filter in words.
#[derive(Clone, Debug)]
pub struct Table {
    pub answer: Answer,
    /// The same question of the period that it is compared with.
    pub compared: Option<(Question, Answer)>,
    pub filter: Shown,
    /// Nothing is in the log yet.
    pub is_new: bool,
}

/// A sheet of statistics with its filter in words.
#[derive(Clone, Debug)]
pub struct SheetAnswer {
    pub sheet: figures::Sheet,
    pub filter: Shown,
    /// The project, where its goals are shown.
    pub project: Option<Box<Project>>,
    /// Nothing is in the log yet.
    pub is_new: bool,
}

/// What an indicator comes to.
#[derive(Clone, Debug)]
pub struct Tried {
    pub line: Option<GoalLine>,
    /// The filters in words, or what is wrong with them.
    pub filter: Result<Shown, Shown>,
    pub of: Option<Result<Shown, Shown>>,
}

/// A record with the records that it names.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    pub record: Record,
    pub linked: Vec<Record>,
}

/// A record's page: the record, and what names it, newest first.
#[derive(Clone, Debug)]
pub struct PageContent {
    pub entry: Entry,
    pub belonging: Vec<Entry>,
    /// So many more name it that were not fetched; none on a page, where all is seen.
    pub more: usize,
}

/// A part of the pane Today.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Section {
    /// Follow-ups overdue.
    Overdue,
    /// Follow-ups due today and in the days ahead.
    Due,
    /// What a reminder or check found, and what that is listed as.
    Rule(&'static Rule, Measure),
}

impl Section {
    /// What its records are listed as.
    pub fn measure(self) -> Measure {
        match self {
            Section::Overdue | Section::Due => Measure::FollowUps,
            Section::Rule(_, measure) => measure,
        }
    }
}

/// What waits in a part of Today: how many, and the first of them.
#[derive(Clone, Debug)]
pub struct Waiting {
    pub section: Section,
    pub count: usize,
    pub first: Vec<Entry>,
}

/// The next step that is offered.
#[derive(Clone, Debug)]
pub struct Offer {
    pub proposal: &'static Proposal,
    /// The record that would be made, with what it names.
    pub entry: Entry,
}

/// What was done, newest first.
#[derive(Clone, Debug)]
pub struct Changes {
    pub deeds: Vec<Deed>,
    /// What undo would take back.
    pub undo: Option<Deed>,
    /// What redo would do again.
    pub redo: Option<Deed>,
}

/// One change that was made.
#[derive(Clone, Debug)]
pub struct Deed {
    pub at: NaiveDateTime,
    /// The code of a `domain::Action`, or what else the journal notes.
    pub action: String,
    /// How many edits it has.
    pub count: usize,
    /// The first of them.
    pub edits: Vec<Edit>,
    /// The records that they name and are about, as they stand now.
    pub linked: Vec<Record>,
}

/// A person, and the people who look like her, the likeliest first.
#[derive(Clone, Debug)]
pub struct Alike {
    pub person: Entry,
    pub others: Vec<(Entry, Vec<Likeness>)>,
}
