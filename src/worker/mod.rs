//! The thread that owns the store and the facts. It does what the screen asks, orders before questions, and sends the
//! answers back; the screen never waits for disk, key derivation or a query.

mod answer;
mod called;
mod changes;
mod clock;
mod desk;
mod drafts;
mod entries;
mod fault;
mod figures;
mod file;
mod find;
mod kept;
pub mod line;
mod listing;
mod log;
mod look_up;
mod order;
pub mod printer;
mod printing;
pub mod prints;
mod proposals;
mod provisional;
mod queue;
mod reading;
mod reports;
mod safe;
mod secrets;
mod settings;
mod today;
mod views;

pub use clock::Clock;
pub use desk::{Desk, Place};
pub use find::{FindError, find_in, has_terms};
pub use look_up::{Extent, look_up, near};
pub use printing::{background, checks, checks_document, document};
pub use queue::{Questions, Queue, queue};

use crate::app::exchange::{Msg, RefusalKind, Reply};
use crate::domain::Shown;
use queue::Next;
use std::sync::mpsc::Sender;
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

/// A log that is read within this time is not told to be read.
const AT_ONCE: Duration = Duration::from_millis(300);

/// Starts the worker. It ends when the side of the screen is dropped; the store is closed with it.
///
/// # Errors
/// If the system has no thread for it.
pub fn start(mut desk: Desk, mut queue: Queue, answers: Sender<Msg>) -> std::io::Result<JoinHandle<()>> {
    desk.stop_when(queue.waits());
    thread::Builder::new().name("worker".to_owned()).spawn(move || {
        let _last = LastWord(answers.clone());
        stand_back();
        let mut read = Read::default();
        loop {
            let is_heard = match queue.next(desk.is_reading()) {
                Next::End => return,
                Next::Nothing => read.go_on(&mut desk, &answers),
                Next::Ask(ticket, ask) => {
                    let lang = desk.lang();
                    let again = (!ask.is_order()).then(|| ask.clone());
                    let mut said = Shown::default();
                    let told = desk.perform_watched(ask, &mut |progress| {
                        let words = progress.in_words(lang);
                        if words != said {
                            let _ = answers.send(Msg::Progress(words.clone()));
                            said = words;
                        }
                        !queue.is_stopped()
                    });
                    match (told, again) {
                        (Err(refusal), Some(again)) if refusal.kind == RefusalKind::Stopped => {
                            queue.put_back(ticket, again);
                            true
                        }
                        (told, _) => answers.send(Msg::Reply(Reply { ticket, told })).is_ok(),
                    }
                }
            };
            if !is_heard {
                return;
            }
        }
    })
}

/// Lets the screen, and the terminal that shows it, go before this thread where there are few cores: a key is seen at
/// once while an answer is worked out. Other systems than Linux have no such order for single threads.
fn stand_back() {
    // Somewhat behind others, far from idle: a save is done by this thread too.
    #[cfg(target_os = "linux")]
    // SAFETY: it takes three numbers; 0 is the calling thread, and what is refused changes nothing.
    unsafe {
        libc::setpriority(libc::PRIO_PROCESS, 0, 5);
    }
}

/// What has been told of reading the log.
#[derive(Default)]
struct Read {
    since: Option<Instant>,
    told: Option<u8>,
}

impl Read {
    /// Reads a part of the log, and tells how far it has got. `false`: nobody listens.
    fn go_on(&mut self, desk: &mut Desk, answers: &Sender<Msg>) -> bool {
        let since = *self.since.get_or_insert_with(Instant::now);
        match desk.read_on() {
            Err(refusal) => {
                *self = Read::default();
                answers.send(Msg::Unreadable(refusal.message)).is_ok()
            }
            Ok(None) => {
                let Read { told, .. } = std::mem::take(self);
                told.is_none() || answers.send(Msg::Reading(None)).is_ok()
            }
            Ok(percent) if percent != self.told && since.elapsed() > AT_ONCE => {
                self.told = percent;
                answers.send(Msg::Reading(percent)).is_ok()
            }
            Ok(_) => true,
        }
    }
}

/// Ends the screen if the worker breaks: nothing would be answered any more.
struct LastWord(Sender<Msg>);

impl Drop for LastWord {
    fn drop(&mut self) {
        if thread::panicking() {
            let _ = self.0.send(Msg::Stop);
        }
    }
}
