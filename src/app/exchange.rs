//! What goes into the state and what comes out of it, as plain data: messages, effects, questions and answers.

mod backups;
mod draft;
mod order;
mod place;
mod precedence;
mod preferences;
mod read_only;
mod reports;
mod secret;
mod sheet;

pub use backups::Backups;
pub use draft::{Draft, Typed};
pub use order::{By, Order};
pub use place::{AskedList, Place, Spot, SpotView, read_period};
pub use preferences::{Preference, Preferences};
pub use read_only::ReadOnly;
pub use reports::{
    Cause, ChangedFigure, FigureOffer, KeptPrint, Paper, PreviewSpan, PrintLine, Printer, ReportQuestion,
};
pub use secret::{Keys, Passphrase, RecoverySheet};
pub use sheet::Sheet;

use super::key::Key;
use crate::checks::{About, Likeness, Proposal, Rule};
use crate::domain::{
    Change, Edit, Every, Indicator, Kind, Lang, Lists, Project, Record, Ref, SavedView, Shown, ViewEdit,
};
use crate::entry::Line;
use crate::query::{Compare, Filter, Measure, Period, Question};
use crate::report::{Format, Page};
use crate::stats::sheet::{self as figures, Lead, SheetQuestion};
use crate::stats::{Answer, GoalLine, Part};
use chrono::NaiveDateTime;
use std::path::PathBuf;

/// What happened.
#[derive(Debug)]
pub enum Msg {
    Key(Key),
    Paste(String),
    /// The terminal's width and height in cells.
    Resize(u16, u16),
    Reply(Reply),
    /// How far something long has got, in words.
    Progress(Shown),
    /// How much of the log has been read, in hundredths; `None`: all of it.
    Reading(Option<u8>),
    /// The log cannot be read, in words.
    Unreadable(Shown),
    /// Something is set in the settings file, or why it could not be.
    Preferred(Result<Preference, Shown>),
    /// Something typed is not kept yet, and it is time.
    Tick,
    /// Nobody has touched a key for too long, the machine has slept, or the program is about to be suspended.
    Lock,
    /// A signal, or the terminal went away.
    Stop,
}

/// What is to be done outside.
#[derive(Debug, PartialEq)]
pub enum Effect {
    Quit,
    Ask(Ticket, Ask),
    /// Puts a text on the clipboard, for a while.
    Copy(String),
    /// Takes what was copied off the clipboard.
    ForgetCopied,
    /// Sets something in the settings file.
    Prefer(Preference),
}

/// The number of a question to the worker; its answer has the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct Ticket(pub u64);

/// The number of a record among those of its kind. It stands for the record as long as the store is open, and for no
/// other: a list is as many numbers, whatever the refs are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Row(pub u32);

/// A question or an order to the thread that owns the store.
#[derive(Clone, Debug, PartialEq)]
pub enum Ask {
    /// Opens the store; `None` where none is needed.
    Open(Option<Passphrase>),
    /// Makes a store where none is yet, in the language that was chosen.
    Create(Lang, Passphrase),
    /// Closes the store until it is opened again.
    Close,
    /// Answers in that language from now on.
    Speak(Lang),
    /// Changes what opens the store.
    Keys(Keys),
    /// A list, and the place of a record in it.
    List(ListQuestion, Option<Ref>),
    /// The records in those rows, and what they name.
    Entries(Kind, Vec<Row>),
    /// The same of records that may be seen next: when nothing else is to be done.
    Ahead(Kind, Vec<Row>),
    /// The page of the record in a row.
    Detail(Kind, Row),
    /// A record, what it names and what names it.
    Page(Kind, Ref),
    /// Records whose name begins with what was typed, for a field that names one. A person narrows contacts,
    /// referrals and the like to hers.
    Names {
        kind: Kind,
        typed: String,
        person: Option<Ref>,
    },
    /// Everything that has the words, in any of the ways to read them.
    LookUp(Vec<String>),
    /// What a filter as typed means.
    Reading(Measure, String),
    Today,
    /// What a contact typed on one line means.
    ReadLine(String),
    Table(Box<Asked>),
    Sheet(Box<SheetQuestion>),
    /// How a number is counted, in words.
    Explain(Box<Lead>),
    /// What an indicator comes to that is being typed.
    TryIndicator(Box<Indicator>, Period),
    /// The pages of a report.
    Report(ReportQuestion),
    /// Every kept print.
    Prints,
    /// A kept print, compared with today.
    KeptPrint(i64),
    /// What to look at before the funder's report is signed.
    Signing(Period, Lang),
    /// Prose as it will be printed.
    Prose(String, Period, Lang),
    /// The figures that can be put into prose.
    Figures(Period, Lang),
    /// Which printers there are.
    Printers,
    Print {
        paper: Paper,
        format: Format,
        printer: String,
    },
    WritePaper {
        paper: Paper,
        format: Format,
        path: PathBuf,
        /// A file that stands there is written over.
        replace: bool,
    },
    /// Writes a table as CSV, in the clear; a file that stands there is written over if so asked.
    WriteSheet {
        path: PathBuf,
        sheet: Sheet,
        replace: bool,
    },
    Apply(Change),
    /// Keeps what is being typed under a number, in the place of what was kept there.
    KeepDraft(u64, String),
    DropDraft(u64),
    /// Keeps where she is until the store is opened again.
    KeepPlace(String),
    Undo,
    Redo,
    /// So many of the latest changes, of everything or of one record.
    Changes(Option<(Kind, Ref)>, usize),
    /// A person, and the people who look like her.
    Alike(Ref),
    /// Those who look like a person, or have the name of an organisation or a matter, that is being written.
    Likely(Record),
    /// The checks that a record is found by.
    Found(Kind, Ref),
    /// What usually comes next, now that a record was saved.
    Propose(Kind, Ref),
    /// Switches a check or a proposal off, or on again.
    SwitchCheck(&'static About),
    /// Notes that a protected person's fields are shown; only then they are.
    Reveal(Ref),
    /// Gives a check or a proposal a limit of the user's own, or takes that away.
    SetLimit(&'static About, Option<Every>),
    /// What a saved view means today.
    ReadView(Box<SavedView>),
    /// The store's own backups.
    Backups,
    /// Makes a backup; if wanted, only if the day's is due.
    BackUp {
        only_if_due: bool,
    },
    /// Stops what takes long.
    Stop,
    /// What erasing a person would take.
    Erasure(Ref),
    /// Erases a person for good.
    Erase(Ref),
    /// Saves, renames or deletes a saved view.
    EditViews(Box<ViewEdit>),
}

/// Which records a list shows, and in what order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListQuestion {
    pub question: Question,
    pub scope: Scope,
    /// Words that a record, or its person, must have.
    pub find: String,
    pub order: Order,
}

/// What a list is taken from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Scope {
    /// Everything of the kind that fits: attempts beside contacts, people whom nobody has met.
    Whole,
    /// Exactly what the question counts.
    Counted,
    /// What a number of a view of statistics counts, of the question's period and filter.
    Part(Part),
    /// What the first counts and the second does not.
    Except(Box<(Lead, Lead)>),
    /// What waits in a part of Today.
    Waiting(Section),
}

/// What the worker answers.
#[derive(Debug)]
pub struct Reply {
    pub ticket: Ticket,
    /// The answer, or why it could not be done, in words.
    pub told: Result<Told, Refusal>,
}

/// Why something could not be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    pub message: Shown,
    pub kind: RefusalKind,
}

/// What the screen can do about a refusal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RefusalKind {
    WrongPassphrase,
    /// A file stands there.
    Exists,
    /// There is no printer, or no print system.
    NoPrinter,
    /// It was stopped, or interrupted by something newer.
    Stopped,
    /// The record is no longer there.
    Gone,
    Other,
}

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
    Names(Vec<Entry>),
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
    Undone(Option<Change>),
    Redone(Option<Change>),
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

/// What a contact typed on one line means.
#[derive(Clone, Debug)]
pub struct LineReading {
    pub parts: Vec<LinePart>,
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

/// A cross table, and the period that it is compared with.
#[derive(Clone, Debug, PartialEq)]
pub struct Asked {
    pub question: Question,
    pub compare: Option<Compare>,
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
