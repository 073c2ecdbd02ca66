//! The clipboard, by the terminal's own sequence (OSC 52): it is filled on request and emptied after a while, on lock
//! and on exit. It is never read.

use super::parent::{self, Saying};
use crate::app::exchange::Msg;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use std::io::{self, Write, stdout};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::Sender;
use std::thread;
use std::time::{Duration, Instant};

/// What was copied stays so long.
const KEPT: Duration = Duration::from_secs(30);

/// What empties the clipboard: a space in the place of what was there, for terminals that pass an empty text by, then
/// an empty text.
const EMPTY: &[u8] = b"\x1b]52;c;IA==\x07\x1b]52;c;\x07";

/// Something of ours may still be on the clipboard.
static FILLED: AtomicBool = AtomicBool::new(false);

/// When what was copied goes, and who is woken then.
pub struct Clipboard {
    until: Option<Instant>,
    messages: Sender<Msg>,
}

impl Clipboard {
    /// `messages` gets a tick when the time has come, so that the loop wakes.
    pub fn new(messages: Sender<Msg>) -> Clipboard {
        Clipboard { until: None, messages }
    }

    /// Puts a text on the clipboard.
    pub fn fill(&mut self, text: &str) -> io::Result<()> {
        FILLED.store(true, Ordering::SeqCst);
        parent::note(Saying::Copied);
        self.until = Some(Instant::now() + KEPT);
        let messages = self.messages.clone();
        let wake = move || {
            thread::sleep(KEPT);
            let _ = messages.send(Msg::Tick);
        };
        thread::Builder::new().name("clipboard".to_owned()).spawn(wake)?;
        let mut out = stdout().lock();
        out.write_all(sequence(text).as_bytes())?;
        out.flush()
    }

    /// Empties the clipboard if the time has come.
    pub fn expire(&mut self) {
        if self.until.is_some_and(|until| until <= Instant::now()) {
            self.until = None;
            clear();
        }
    }
}

/// Empties the clipboard if something of ours may be on it: on lock, on exit, after a while.
pub fn clear() {
    if FILLED.swap(false, Ordering::SeqCst) {
        empty();
        parent::note(Saying::Forgotten);
    }
}

/// Empties the clipboard, whatever is on it.
pub(super) fn empty() {
    let mut out = stdout().lock();
    // A terminal that is gone has no clipboard to empty.
    let _ = out.write_all(EMPTY).and_then(|()| out.flush());
}

fn sequence(text: &str) -> String {
    format!("\x1b]52;c;{}\x07", STANDARD.encode(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_goes_out_in_base64() {
        assert_eq!(sequence("Å.L-30\tvittne\n"), "\x1b]52;c;w4UuTC0zMAl2aXR0bmUK\x07");
        assert!(!sequence("\x1b]52;c;evil\x07").contains("evil"));
    }
}
