//! What goes into the state and what comes out of it, as plain data: messages, effects, questions and answers.

mod answer;
mod ask;
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

pub use answer::{
    Alike, Changes, Deed, Entry, KeptDraft, KeptDrafts, KeptPlace, LinePart, LineReading, Listing, LookedUp, Offer,
    Opened, PageContent, ReadView, Section, SheetAnswer, Table, Told, Tried, Turned, Waiting,
};
pub use ask::{Ask, Asked, ListQuestion, Scope};
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
use crate::domain::Shown;

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
