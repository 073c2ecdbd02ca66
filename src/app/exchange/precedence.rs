//! What of all that is asked is done first, what waits until the log is read, and what a newer question makes needless.

use super::Ask;

impl Ask {
    /// Whether it changes something; such a one is done before questions that wait.
    pub fn is_order(&self) -> bool {
        matches!(
            self,
            Ask::Open(_)
                | Ask::Create(..)
                | Ask::Close
                | Ask::Speak(_)
                | Ask::Keys(_)
                | Ask::WritePaper { .. }
                | Ask::Print { .. }
                | Ask::WriteSheet { .. }
                | Ask::Apply(_)
                | Ask::Save(..)
                | Ask::KeepDraft(..)
                | Ask::DropDraft(_)
                | Ask::KeepPlace(_)
                | Ask::Undo
                | Ask::UndoImport
                | Ask::Redo
                | Ask::SwitchCheck(_)
                | Ask::Reveal(_)
                | Ask::BackUp { .. }
                | Ask::Stop
                | Ask::Erase(_)
                | Ask::SetLimit(..)
                | Ask::EditViews(_)
        )
    }

    /// Whether it is answered from the facts, and so not before the whole log is read. Orders are not, but for those
    /// that count what they print, and erasing, which leaves what counts.
    pub fn needs_facts(&self) -> bool {
        match self {
            // Only what may be a term of the filter language is held against them; the rest is in the search index.
            Ask::LookUp(readings) => readings.iter().any(|typed| typed.contains(':')),
            Ask::Page(..) | Ask::Printers | Ask::Changes(..) | Ask::Backups => false,
            Ask::WritePaper { .. } | Ask::Print { .. } | Ask::Erase(_) => true,
            ask => !ask.is_order(),
        }
    }

    /// Whether it only goes along with what is seen: the record under the cursor, what the next key may show.
    pub fn goes_along(&self) -> bool {
        matches!(self, Ask::Detail(..) | Ask::Ahead(..) | Ask::TableAhead(_))
    }

    /// Whether it waits until the screen has come to rest: what goes along, and what answers something that is still
    /// being typed. The typed letter itself is on the screen before.
    pub fn waits_for_rest(&self) -> bool {
        let is_of_typing = matches!(
            self,
            Ask::LookUp(_)
                | Ask::Names { .. }
                | Ask::Reading(..)
                | Ask::ReadLine(_)
                | Ask::TryIndicator(..)
                | Ask::Likely(_)
        );
        is_of_typing || self.goes_along()
    }

    /// Whether an older question need not be answered any more: the same is asked of something else. Only of questions
    /// that a view in front asks and a view that comes to the front asks anew.
    pub fn makes_needless(&self, older: &Ask) -> bool {
        matches!(
            (self, older),
            (Ask::LookUp(_), Ask::LookUp(_))
                | (Ask::List(..), Ask::List(..))
                | (Ask::Detail(..), Ask::Detail(..))
                | (Ask::Ahead(..), Ask::Ahead(..))
                | (Ask::Table(_), Ask::Table(_))
                | (Ask::Table(_) | Ask::TableAhead(_), Ask::TableAhead(_))
        )
    }
}
