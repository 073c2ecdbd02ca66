//! The sample period 2009-2010 that `--demo` fills its store with (contract section 1). All people are invented.

use crate::transfer::{SourceFile, Sources};

macro_rules! sample {
    ($($name:literal),*) => {
        [$(($name, include_bytes!(concat!("period-2009-2010/", $name)).as_slice())),*]
    };
}

/// The files of the sample, as import reads them.
pub fn files() -> Sources {
    let files = sample!(
        "persons.csv",
        "contacts.csv",
        "referrals.csv",
        "follow_ups.csv",
        "activities.csv",
        "matters.csv",
        "organisations.csv",
        "relations.csv",
        "project.json"
    );
    Sources {
        files: files.map(|(name, bytes)| SourceFile { name: name.to_owned(), bytes: bytes.into() }).into(),
        not_read: Vec::new(),
    }
}
