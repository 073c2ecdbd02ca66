//! Signals: told to end, the screen ends as on any exit; told to stop, it locks first and gives the terminal back;
//! continued, it comes back locked.

use super::guard::Guard;
use crate::app::exchange::Msg;
use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGTERM, SIGTSTP};
use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::Sender;
use std::thread;

/// What was heard and is still to be done by the loop.
#[derive(Default)]
pub struct Signals {
    stop: Arc<AtomicBool>,
    back: Arc<AtomicBool>,
}

impl Signals {
    /// Listens from now on.
    ///
    /// # Errors
    /// If the system has no thread for it.
    pub fn hear(messages: Sender<Msg>) -> io::Result<Signals> {
        let signals = Signals::default();
        let (stop, back) = (Arc::clone(&signals.stop), Arc::clone(&signals.back));
        let mut heard = signal_hook::iterator::Signals::new([SIGTERM, SIGHUP, SIGINT, SIGTSTP, SIGCONT])?;
        let hear = move || {
            for signal in heard.forever() {
                let msg = match signal {
                    SIGTSTP => {
                        stop.store(true, Ordering::SeqCst);
                        Msg::Lock
                    }
                    SIGCONT => {
                        back.store(true, Ordering::SeqCst);
                        Msg::Lock
                    }
                    _ => Msg::Stop,
                };
                if messages.send(msg).is_err() {
                    return;
                }
            }
        };
        thread::Builder::new().name("signals".to_owned()).spawn(hear)?;
        Ok(signals)
    }

    /// Whether the program stood still since this was last asked: the terminal is no longer as it was set up.
    pub fn has_come_back(&self) -> bool {
        self.back.swap(false, Ordering::SeqCst)
    }

    /// Stands still until it is continued, if that was asked for.
    pub fn stop_if_told(&self, guard: &Guard) {
        if self.stop.swap(false, Ordering::SeqCst) {
            guard.give_back();
            // What cannot be done is passed by: then the screen simply stays.
            let _ = signal_hook::low_level::raise(signal_hook::consts::SIGSTOP);
        }
    }
}
