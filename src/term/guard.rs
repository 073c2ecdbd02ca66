//! The terminal as the program needs it, and as it was: restored when the guard is dropped and when the program panics.

use super::clipboard;
use crate::domain::Lang;
use crate::i18n::{fill, texts::app as t};
use crossterm::cursor::Show;
use crossterm::event::{DisableBracketedPaste, EnableBracketedPaste};
use crossterm::terminal::{
    EndSynchronizedUpdate, EnterAlternateScreen, LeaveAlternateScreen, SetTitle, disable_raw_mode, enable_raw_mode,
};
use std::io::{self, Write, stderr, stdout};
use std::panic;

/// The title of the window: the same whatever is shown.
const TITLE: &str = "caselog";

/// Raw mode, the alternate screen and bracketed paste, as long as it lives. The mouse stays the terminal's own.
pub struct Guard(());

impl Guard {
    /// Sets the terminal up.
    ///
    /// A panic says where it happened and no more: its own words may hold what was typed or shown.
    ///
    /// # Errors
    /// What the terminal refused; it is restored then.
    pub fn enter(lang: Lang) -> io::Result<Guard> {
        panic::set_hook(Box::new(move |info| {
            restore();
            let place = info.location().map(ToString::to_string).unwrap_or_default();
            let _ = writeln!(stderr(), "caselog: {}", fill(t::BROKEN, lang, &[("place", &place)]));
        }));
        let guard = Guard(());
        enable_raw_mode()?;
        crossterm::execute!(stdout(), EnterAlternateScreen, EnableBracketedPaste, SetTitle(TITLE))?;
        Ok(guard)
    }
}

impl Drop for Guard {
    fn drop(&mut self) {
        restore();
    }
}

/// Restores the terminal, as far as it still answers.
fn restore() {
    clipboard::clear();
    let _ = crossterm::execute!(stdout(), EndSynchronizedUpdate, DisableBracketedPaste, LeaveAlternateScreen, Show);
    let _ = disable_raw_mode();
}
