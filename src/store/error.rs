//! What can go wrong with a store, and the exit code of each (contract section 1). The words are in `message`.

use super::verify::Finding;
use crate::domain::{Kind, Limit, List, Problem, Ref};
use std::path::PathBuf;

/// What went wrong. `message` puts it in words and says what to do.
#[derive(Debug)]
pub enum Error {
    /// No store stands in that folder.
    NoStore { folder: PathBuf },
    /// A new store was asked for in a folder that is not empty.
    NotEmpty { folder: PathBuf },
    /// Another process has the store open; `by` is what it left in `opened-by`.
    InUse { folder: PathBuf, by: Option<String> },
    /// The passphrase opens nothing.
    WrongPassphrase,
    /// The recovery code opens nothing.
    WrongRecoveryCode,
    /// A passphrase that is empty.
    EmptyPassphrase,
    /// A part of the store is missing or not as it was written.
    Damaged(Damage),
    /// Written by a newer version of the program: it can be read, not written.
    Newer { version: i64 },
    /// Written by a version of the program so much newer that it cannot be read either.
    TooNew { version: i64 },
    /// A record, list or the project is no longer as the change took it to be.
    Stale { subject: Subject },
    /// Values that cannot be saved; nothing was written.
    Rejected(Vec<Fault>),
    /// No person has that ref.
    NoPerson { own: Ref },
    /// A record that others name cannot be deleted.
    Referred { kind: Kind, deleted: Ref, by: Vec<(Kind, Ref)> },
    /// A value list that cannot be changed.
    FixedList { list: List },
    /// A code that is empty, stands twice, or has other characters than small letters, digits and `_`.
    ListCode { list: List, code: String },
    /// The labels of a list, or the project, are longer than the limit.
    TooLong { subject: Subject, limit: Limit },
    /// A code that records have cannot be taken out of its list.
    CodeInUse { list: List, code: String },
    /// A store stands where one is to be restored to.
    Standing { folder: PathBuf },
    /// A new key file does not open what it was made for; it was not put in force.
    NewKeyUnproved,
    /// The store has a new data key, but the one with the old key could not be taken away.
    OldKeyLeft { folder: PathBuf },
    /// A copy that was just made does not hold the same as its source.
    Differs { copy: PathBuf },
    /// What must be whole to go on is not: what `verify` found.
    Findings(Vec<Finding>),
    /// Another log than the one that was opened stands in its folder now.
    Replaced { folder: PathBuf },
    /// The user stopped it, or something newer waits for a question.
    Stopped,
    /// A store in memory has no folder to copy, and no keys.
    NoFolder,
    /// The system refused to read or write a file.
    File { path: PathBuf, source: std::io::Error },
    /// The database refused: a full or vanished disk, for the most part.
    Database(rusqlite::Error),
    /// The database would be, or was, written in the clear: the program was built without SQLCipher.
    NotEncrypted,
    /// The system gave no random numbers.
    NoRandomness,
    /// Too little memory to derive the key.
    NoMemory { kibibytes: u32 },
}

/// A part of the store that is not as it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Damage {
    /// A file of the store is not there.
    Missing { file: PathBuf },
    /// One copy of the key file is missing or damaged, the other is whole.
    KeyCopy { file: PathBuf, whole: PathBuf },
    /// Both copies of the key file are damaged.
    Keys { file: PathBuf, copy: PathBuf },
    /// The database file cannot be read: a page of it is not as it was written.
    Database,
    /// A row of the database holds what was never written there.
    Row { table: &'static str },
    /// `journal.head` is not as it was written, or is not that of this journal.
    Head { file: PathBuf },
    /// The journal and its head are more than one change apart: one of the files is older than the other.
    HeadApart { file: PathBuf, head: i64, journal: i64 },
}

/// What a change was about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Subject {
    Record(Kind, Ref),
    List(List),
    Project,
}

/// One value that cannot be saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The place of the edit in the change, from 0.
    pub edit: usize,
    pub kind: Kind,
    /// The place of the field among the kind's fields.
    pub field: usize,
    pub problem: Problem,
}

impl Error {
    /// The exit code of the contract's table.
    pub fn exit_code(&self) -> u8 {
        match self {
            Error::WrongPassphrase | Error::WrongRecoveryCode => 3,
            Error::InUse { .. } => 4,
            Error::Damaged(_) | Error::Findings(_) | Error::Differs { .. } => 5,
            Error::Rejected(_)
            | Error::FixedList { .. }
            | Error::ListCode { .. }
            | Error::CodeInUse { .. }
            | Error::TooLong { .. } => 6,
            Error::NoStore { .. }
            | Error::NotEmpty { .. }
            | Error::EmptyPassphrase
            | Error::Newer { .. }
            | Error::TooNew { .. }
            | Error::Stale { .. }
            | Error::Referred { .. }
            | Error::Standing { .. }
            | Error::NewKeyUnproved
            | Error::OldKeyLeft { .. }
            | Error::Replaced { .. }
            | Error::Stopped
            | Error::NoPerson { .. }
            | Error::NoFolder
            | Error::File { .. }
            | Error::Database(_)
            | Error::NotEncrypted
            | Error::NoRandomness
            | Error::NoMemory { .. } => 1,
        }
    }
}

impl From<rusqlite::Error> for Error {
    fn from(error: rusqlite::Error) -> Error {
        use rusqlite::ErrorCode::{DatabaseCorrupt, NotADatabase, OperationInterrupted};
        match error.sqlite_error_code() {
            Some(OperationInterrupted) => Error::Stopped,
            Some(DatabaseCorrupt | NotADatabase) => Error::Damaged(Damage::Database),
            _ => Error::Database(error),
        }
    }
}

impl From<getrandom::Error> for Error {
    fn from(_: getrandom::Error) -> Error {
        Error::NoRandomness
    }
}

impl std::error::Error for Error {}
