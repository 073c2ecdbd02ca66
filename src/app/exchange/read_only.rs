//! Why a store can be read and not written.

use crate::domain::Text;
use crate::i18n::texts::trouble as t;

/// Why a store is only read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReadOnly {
    /// A newer version of the program wrote it.
    Newer,
}

impl ReadOnly {
    /// Why, and the way out, in one sentence.
    pub fn why(self) -> Text {
        match self {
            ReadOnly::Newer => t::NEWER_STORE,
        }
    }
}
