//! Secrets on their way between screen and worker: zeroed when dropped, never printed.

use zeroize::Zeroizing;

/// A passphrase on its way to the worker: zeroed when dropped, never printed.
#[derive(Clone, PartialEq)]
pub struct Passphrase(pub Zeroizing<String>);

impl std::fmt::Debug for Passphrase {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Passphrase(…)")
    }
}

/// What is to be done to the keys of the store.
#[derive(Clone, Debug, PartialEq)]
pub enum Keys {
    /// Lets another passphrase open the store, if the old one does.
    Passphrase { old: Passphrase, new: Passphrase },
    /// Makes a new recovery code ready, if the passphrase opens the store.
    NewSheet(Passphrase),
    /// Puts it in force: it is on paper.
    TakeSheet,
    /// Lets it go: the old one holds.
    DropSheet,
}

/// The groups of a recovery code on their way to the screen: zeroed when dropped, never printed.
#[derive(Clone, PartialEq, Eq)]
pub struct RecoverySheet(Vec<Zeroizing<String>>);

impl RecoverySheet {
    pub fn new<'a>(groups: impl IntoIterator<Item = &'a str>) -> RecoverySheet {
        RecoverySheet(groups.into_iter().map(|group| Zeroizing::new(group.to_owned())).collect())
    }

    pub fn groups(&self) -> &[Zeroizing<String>] {
        &self.0
    }
}

impl std::fmt::Debug for RecoverySheet {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("RecoverySheet(…)")
    }
}
