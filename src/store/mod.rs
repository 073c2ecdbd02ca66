//! The store: the only place with SQL. Opens, reads, writes through `apply` alone, and keeps the journal.
//!
//! Every change is journalled with what stood before; undo, redo and history come from there.

mod apply;
mod check;
mod connection;
mod content;
mod digest;
mod error;
mod journal;
mod read;
mod rows;
mod schema;
mod state;
mod undo;

pub use error::{Damage, Error, Fault, Subject};
pub use undo::Done;

use crate::domain::{Lists, Project};
use chrono::Local;
use journal::Newest;
use rusqlite::Connection;
use state::State;

/// An open store. The value lists and the project are held in memory and changed by `apply`.
pub struct Store {
    connection: Connection,
    state: State,
    newest: Newest,
}

impl Store {
    /// A throw-away store in memory, with the same tables, journal and checks; it writes no file.
    ///
    /// # Errors
    /// `Database` if there is no memory for it.
    pub fn in_memory() -> Result<Store, Error> {
        let mut connection = connection::in_memory()?;
        schema::migrate(&mut connection)?;
        let mut store = Store { connection, state: State::empty(), newest: Newest::NONE };
        store.begin(Local::now().naive_local())?;
        Ok(store)
    }

    /// The value lists as they stand.
    pub fn lists(&self) -> &Lists {
        &self.state.lists
    }

    /// The project and the settings that change a figure, as they stand.
    pub fn project(&self) -> &Project {
        &self.state.project
    }
}
