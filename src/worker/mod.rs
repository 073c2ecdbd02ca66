//! The thread that owns the store and the facts. It does what the screen asks, orders before questions, and sends the
//! answers back; the screen never waits for disk, key derivation or a query.

mod called;
mod changes;
mod clock;
mod desk;
mod drafts;
mod entries;
mod figures;
mod file;
mod find;
mod kept;
mod line;
mod listing;
mod log;
mod look_up;
mod order;
pub mod printer;
mod printing;
pub mod prints;
mod proposals;
mod provisional;
mod reports;
mod safe;
mod settings;
mod today;
mod views;

pub use clock::Clock;
pub use desk::{Desk, Place};
pub use file::new_file;
pub use find::{FindError, find_in, has_terms};
pub use look_up::{Extent, look_up, near};
pub use printing::{background, checks, checks_document, document};

use crate::app::exchange::{Ask, Msg, Reply, Ticket};
use crate::domain::Shown;
use std::collections::VecDeque;
use std::sync::mpsc::{Receiver, Sender, TryRecvError};
use std::thread::{self, JoinHandle};

/// Starts the worker. It ends when the sender of questions is dropped; the store is closed with it.
///
/// # Errors
/// If the system has no thread for it.
pub fn start(
    mut desk: Desk,
    questions: Receiver<(Ticket, Ask)>,
    answers: Sender<Msg>,
) -> std::io::Result<JoinHandle<()>> {
    thread::Builder::new().name("worker".to_owned()).spawn(move || {
        let _last = LastWord(answers.clone());
        let mut waiting = VecDeque::new();
        while let Some((ticket, ask)) = next(&questions, &mut waiting) {
            let lang = desk.lang();
            let mut said = Shown::default();
            let told = desk.perform_watched(ask, &mut |progress| {
                let words = progress.in_words(lang);
                if words != said {
                    let _ = answers.send(Msg::Progress(words.clone()));
                    said = words;
                }
                !is_stopped(&questions, &mut waiting)
            });
            if answers.send(Msg::Reply(Reply { ticket, told })).is_err() {
                return;
            }
        }
    })
}

/// Whether what takes long is to be stopped: she asked for it, or the screen is gone.
fn is_stopped(questions: &Receiver<(Ticket, Ask)>, waiting: &mut VecDeque<(Ticket, Ask)>) -> bool {
    loop {
        match questions.try_recv() {
            Ok((_, Ask::Stop)) | Err(TryRecvError::Disconnected) => return true,
            Ok(other) => waiting.push_back(other),
            Err(TryRecvError::Empty) => return false,
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

/// The next thing to do: the oldest order, else the oldest question, what may be seen next after all others. Waits if there is none; `None` at the end.
fn next(questions: &Receiver<(Ticket, Ask)>, waiting: &mut VecDeque<(Ticket, Ask)>) -> Option<(Ticket, Ask)> {
    if waiting.is_empty() {
        waiting.push_back(questions.recv().ok()?);
    }
    waiting.extend(questions.try_iter());
    let first = |is: fn(&Ask) -> bool| waiting.iter().position(|(_, ask)| is(ask));
    let place = first(Ask::is_order).or_else(|| first(|ask| !matches!(ask, Ask::Ahead(..))));
    waiting.remove(place.unwrap_or(0))
}
