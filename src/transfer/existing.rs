//! What stands in a store already: what import compares with and export reads.

use crate::domain::{Kind, Lists, Project, Record, Ref};
use std::convert::Infallible;

/// A store, as far as import and export need it.
pub trait Existing {
    /// Why the store could not be read.
    type Error;

    /// The value lists as they stand.
    fn lists(&self) -> &Lists;

    /// The project as it stands.
    fn project(&self) -> &Project;

    /// The record of a kind with a ref, if there is one.
    ///
    /// # Errors
    /// The store could not be read.
    fn record(&self, kind: Kind, r: &Ref) -> Result<Option<Record>, Self::Error>;

    /// Hands over every record of a kind, by ref in byte order.
    ///
    /// # Errors
    /// The store could not be read.
    fn for_each(&self, kind: Kind, each: &mut dyn FnMut(Record)) -> Result<(), Self::Error>;
}

/// A store that holds nothing yet.
#[derive(Clone, Debug, Default)]
pub struct Empty {
    lists: Lists,
    project: Project,
}

impl Existing for Empty {
    type Error = Infallible;

    fn lists(&self) -> &Lists {
        &self.lists
    }

    fn project(&self) -> &Project {
        &self.project
    }

    fn record(&self, _: Kind, _: &Ref) -> Result<Option<Record>, Infallible> {
        Ok(None)
    }

    fn for_each(&self, _: Kind, _: &mut dyn FnMut(Record)) -> Result<(), Infallible> {
        Ok(())
    }
}
