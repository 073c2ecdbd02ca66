//! What is asked of the thread that owns the store: questions and orders.

use super::order::Order;
use super::reports::{Paper, ReportQuestion};
use super::secret::{Keys, Passphrase};
use super::{Row, Section, Sheet};
use crate::checks::About;
use crate::domain::{Change, Every, Indicator, Kind, Lang, Record, Ref, SavedView, ViewEdit};
use crate::query::{Compare, Measure, Period, Question};
use crate::report::Format;
use crate::stats::Part;
use crate::stats::sheet::{Lead, SheetQuestion};
use std::path::PathBuf;

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
    /// A table that the next key may lead to: when nothing else is to be done.
    TableAhead(Box<Asked>),
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
    /// The same, and the draft of that number goes with it.
    Save(Change, u64),
    /// Keeps what is being typed under a number, in the place of what was kept there.
    KeepDraft(u64, String),
    DropDraft(u64),
    /// Keeps where she is until the store is opened again.
    KeepPlace(String),
    /// What was done last; before an import is undone, that is asked.
    Undo,
    /// What was done last, also an import.
    UndoImport,
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

/// A cross table, and the period that it is compared with.
#[derive(Clone, Debug, PartialEq)]
pub struct Asked {
    pub question: Question,
    pub compare: Option<Compare>,
}
