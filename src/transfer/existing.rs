//! What stands in a store already, for import to compare with and export to read.

use crate::domain::{Kind, Lists, Project, Record, Ref};
use crate::store::{self, Store};

/// A store, as far as import and export need it.
pub trait Existing {
    /// Why the store could not be read.
    type Error;

    /// The value lists as they stand.
    fn lists(&self) -> &Lists;

    /// The project as it stands.
    fn project(&self) -> &Project;

    /// The records of a kind with those refs, in that order; those that do not stand are left out.
    ///
    /// # Errors
    /// The store could not be read.
    fn fetch(&self, kind: Kind, refs: &[Ref]) -> Result<Vec<Record>, Self::Error>;

    /// The ref that the next new record of a kind gets; none made later has a lower number.
    fn next_ref(&self, kind: Kind) -> Ref;

    /// Hands over every record of a kind, by ref in byte order.
    ///
    /// # Errors
    /// The store could not be read.
    fn for_each(&self, kind: Kind, each: &mut dyn FnMut(Record)) -> Result<(), Self::Error>;
}

impl Existing for Store {
    type Error = store::Error;

    fn lists(&self) -> &Lists {
        self.lists()
    }

    fn project(&self) -> &Project {
        self.project()
    }

    fn fetch(&self, kind: Kind, refs: &[Ref]) -> Result<Vec<Record>, store::Error> {
        self.fetch(kind, refs)
    }

    fn next_ref(&self, kind: Kind) -> Ref {
        self.next_ref(kind, 0)
    }

    fn for_each(&self, kind: Kind, each: &mut dyn FnMut(Record)) -> Result<(), store::Error> {
        self.for_each(kind, each)
    }
}
