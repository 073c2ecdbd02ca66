//! The store: the only place with SQL. Opens, reads, writes through `apply` alone, and keeps the journal.
//!
//! Every change is journalled with what stood before; undo, redo and history come from there.

mod apply;
mod backup;
mod changes;
mod check;
mod connection;
mod content;
mod copy;
mod digest;
mod drafts;
mod entered;
mod erase;
mod error;
mod folder;
mod free_pages;
mod head;
mod index;
mod journal;
mod kdf;
mod keys;
mod lookup;
mod message;
mod open;
mod prints;
mod progress;
mod read;
mod recovery;
mod rekey;
mod restore;
mod rows;
mod schema;
mod secret;
mod snapshot;
mod state;
mod trouble;
mod undo;
mod verify;

pub use backup::{Backup, backups_in, kept, own_backups};
pub use changes::Glimpse;
pub use drafts::Draft;
pub use entered::EnteredLate;
pub use erase::{Erased, Erasure};
pub use error::{Damage, Error, Fault, Subject};
pub use folder::Folder;
pub use kdf::Kdf;
pub use keys::Unlock;
pub use prints::{FigureRefs, Print, PrintGlimpse};
pub use progress::{Progress, Step, Watch};
pub use recovery::{RecoveryCode, RecoveryProblem};
pub use rekey::{NewRecovery, Renewal};
pub use restore::{Place, Restored, restore};
pub use secret::Passphrase;
pub use trouble::Trouble;
pub use verify::{Differs, Finding};

use crate::domain::{Lists, Project};
use chrono::Local;
use journal::Newest;
use rusqlite::Connection;
use secret::DataKey;
use state::State;
use std::sync::Arc;

/// An open store. The value lists and the project are held in memory and changed by `apply`.
pub struct Store {
    // First, so that it is closed before the folder is let go.
    connection: Connection,
    state: State,
    newest: Newest,
    /// The version of the store's tables, if a newer program wrote them: then nothing is written.
    newer: Option<i64>,
    /// What stands beside the database; nothing for a store in memory.
    beside: Option<Beside>,
    /// Says when a reading is to stop.
    stop: Option<Stop>,
    /// The number of the newest entry that undo leaves alone; 0 is none.
    sealed: i64,
}

/// Says whether what is being read is to stop.
pub type Stop = Arc<dyn Fn() -> bool + Send + Sync>;

/// The folder, and the head of the journal in it.
struct Beside {
    folder: Arc<Folder>,
    /// What the database is encrypted with, for copies of it and for its head.
    key: DataKey,
    /// The head is one change behind the journal.
    behind: bool,
    /// A change may have been cut short, and have left pages torn that nothing stands on.
    torn: bool,
}

impl Store {
    /// A throw-away store in memory, with the same tables, journal and checks; it writes no file.
    ///
    /// # Errors
    /// `Database` if there is no memory for it.
    pub fn in_memory() -> Result<Store, Error> {
        Store::begun(connection::in_memory()?)
    }

    /// Makes the tables of a new database and its first journal entry.
    fn begun(mut connection: Connection) -> Result<Store, Error> {
        schema::migrate(&mut connection)?;
        let mut store = Store {
            connection,
            state: State::empty(),
            newest: Newest::NONE,
            newer: None,
            beside: None,
            stop: None,
            sealed: 0,
        };
        store.begin(Local::now().naive_local())?;
        Ok(store)
    }

    /// What has been done so far stands: as long as the store is open, undo does not reach it. So a sample that was
    /// filled in stays, whatever is tried with it.
    pub fn seal(&mut self) {
        self.sealed = self.newest.seq;
    }

    /// The value lists as they stand.
    pub fn lists(&self) -> &Lists {
        &self.state.lists
    }

    /// The version of the store, if a newer version of the program wrote it: it can be read, not written.
    pub fn newer(&self) -> Option<i64> {
        self.newer
    }

    /// Whether anything may be written here.
    ///
    /// # Errors
    /// `Newer`.
    pub fn writable(&self) -> Result<(), Error> {
        self.newer.map_or(Ok(()), |version| Err(Error::Newer { version }))
    }

    /// The project and the settings that change a figure, as they stand.
    pub fn project(&self) -> &Project {
        &self.state.project
    }
}
