//! The terminal as the program needs it, and as it was: restored when the guard is dropped and when the program panics.
//! When it is killed its parent does the same.

use super::clipboard;
use super::parent::{self, Saying};
use crate::domain::Lang;
use crate::i18n::{fill, texts::app as t};
use crossterm::cursor::Show;
use crossterm::event::{DisableBracketedPaste, EnableBracketedPaste};
use crossterm::style::ResetColor;
use crossterm::terminal::{
    Clear, ClearType, EndSynchronizedUpdate, EnterAlternateScreen, LeaveAlternateScreen, SetTitle, disable_raw_mode,
    enable_raw_mode,
};
use std::cell::Cell;
use std::io::{self, Write, stderr, stdout};
use std::panic;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError};

/// The title of the window: the same whatever is shown.
const TITLE: &str = "caselog";

/// Whether the terminal is ours.
static OURS: AtomicBool = AtomicBool::new(false);
/// Held while a frame is drawn, so that none is drawn after another thread has given the terminal back.
static DRAWING: Mutex<()> = Mutex::new(());

thread_local! {
    /// Whether it is this thread that draws a frame.
    static DRAWS: Cell<bool> = const { Cell::new(false) };
}

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
            // What breaks in the middle of a frame holds what it would wait for.
            if DRAWS.get() {
                restore_now()
            } else {
                restore()
            }
            let place = info.location().map(ToString::to_string).unwrap_or_default();
            let _ = writeln!(stderr(), "caselog: {}", fill(t::BROKEN, lang, &[("place", &place)]));
        }));
        let guard = Guard(());
        guard.set_up()?;
        Ok(guard)
    }

    /// Sets the terminal up again, whatever was done to it while the program stood still.
    ///
    /// # Errors
    /// What the terminal refused.
    pub fn set_up(&self) -> io::Result<()> {
        disable_raw_mode()?;
        enable_raw_mode()?;
        parent::note(Saying::Inside);
        OURS.store(true, Ordering::SeqCst);
        crossterm::execute!(stdout(), EnterAlternateScreen, EnableBracketedPaste, SetTitle(TITLE))
    }

    /// Gives the terminal back for the time that the program stands still.
    pub fn give_back(&self) {
        restore();
    }
}

impl Drop for Guard {
    fn drop(&mut self) {
        restore();
    }
}

/// Draws, unless the terminal has been given back.
///
/// # Errors
/// Those of `draw`.
pub fn draw(draw: impl FnOnce() -> io::Result<()>) -> io::Result<()> {
    let _drawing = DRAWING.lock().unwrap_or_else(PoisonError::into_inner);
    DRAWS.set(true);
    let drawn = if OURS.load(Ordering::SeqCst) { draw() } else { Ok(()) };
    DRAWS.set(false);
    drawn
}

/// Restores the terminal when no frame is being drawn.
fn restore() {
    let _drawing = DRAWING.lock().unwrap_or_else(PoisonError::into_inner);
    restore_now();
}

/// Restores the terminal, as far as it still answers. Once: what stands there later is not ours to clear.
fn restore_now() {
    clipboard::clear();
    if OURS.swap(false, Ordering::SeqCst) {
        leave_screen(true);
        parent::note(Saying::Outside);
        let _ = disable_raw_mode();
    }
}

/// Leaves the alternate screen, if that is where the terminal is, with nothing on it. What scrolled away before, and what
/// stands on the screen behind, are hers and are never erased.
pub(super) fn leave_screen(inside: bool) {
    let _ = crossterm::queue!(stdout(), EndSynchronizedUpdate, DisableBracketedPaste, ResetColor);
    if inside {
        let _ = crossterm::queue!(stdout(), Clear(ClearType::All), LeaveAlternateScreen);
    }
    let _ = crossterm::execute!(stdout(), Show);
}
