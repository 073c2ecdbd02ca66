//! A passphrase being typed: never printed, zeroed when dropped, shown as dots.

use super::exchange::Passphrase;
use super::keys::Action;
use unicode_segmentation::UnicodeSegmentation;
use zeroize::Zeroizing;

/// So many bytes of a passphrase are taken; the buffer never grows, so that no copy of it is left behind.
const LONGEST: usize = 1024;

/// What is typed.
pub struct Hidden(Zeroizing<String>);

impl std::fmt::Debug for Hidden {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("…")
    }
}

impl Default for Hidden {
    fn default() -> Hidden {
        Hidden(Zeroizing::new(String::with_capacity(LONGEST)))
    }
}

impl Hidden {
    /// How many characters are typed, for the dots.
    pub fn length(&self) -> usize {
        self.0.graphemes(true).count()
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// What is typed, to be looked at and not kept.
    pub fn text(&self) -> &str {
        &self.0
    }

    /// Types a text, unless it is longer than anybody's passphrase.
    pub fn push(&mut self, text: &str) {
        let text = text.trim_end_matches(['\r', '\n']);
        if self.0.len() + text.len() <= LONGEST {
            self.0.push_str(text);
        }
    }

    /// Edits it. `false`: the action is none for a text that nobody sees.
    pub fn act(&mut self, action: Action) -> bool {
        match action {
            Action::DeleteLeft => {
                let cut = self.0.grapheme_indices(true).next_back().map_or(0, |(start, _)| start);
                self.0.truncate(cut);
            }
            Action::ClearText | Action::DeleteWord => self.0.clear(),
            _ => return false,
        }
        true
    }

    /// Hands it over; nothing is left here.
    pub fn take(&mut self) -> Passphrase {
        Passphrase(std::mem::take(self).0)
    }
}
