//! How far long work has got, on one line of the terminal that is gone when it is done.

use super::output;
use crate::domain::Lang;
use crate::store::Progress;

/// The line. Nothing is written where nobody watches.
pub struct Meter {
    lang: Lang,
    said: String,
}

impl Meter {
    pub fn new(lang: Lang) -> Meter {
        Meter { lang, said: String::new() }
    }

    /// Tells how far it has got, if that is news. The work always goes on; Ctrl-C ends the program.
    pub fn tell(&mut self, progress: Progress) -> bool {
        let words = progress.in_words(self.lang).into_string();
        if words != self.said {
            output::over(&words);
            self.said = words;
        }
        true
    }
}

impl Drop for Meter {
    fn drop(&mut self) {
        if !self.said.is_empty() {
            output::over("");
        }
    }
}
