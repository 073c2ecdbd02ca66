//! The terminal: set up and restored on every exit, the loop, and the threads around it. One thread reads keys and puts
//! on the screen what they do, one hears signals, one owns the store; the first one shows what these have to say.

mod clipboard;
mod frames;
mod guard;
mod keys;
mod parent;
mod running;
mod signals;
mod watch;

pub use parent::{Side, split};

use crate::app::exchange::{Msg, Preferences};
use crate::app::first::First;
use crate::app::keys::Keymap;
use crate::app::{App, Env};
use crate::config;
use crate::domain::Lang;
use crate::i18n::texts::app as t;
use crate::store::{Folder, Store};
use crate::worker::{self, Clock, Desk, Place};
use chrono::NaiveDate;
use clipboard::Clipboard;
use guard::Guard;
use running::{Around, Running};
use signals::Signals;
use std::io;
use std::panic;
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex};
use std::time::Duration;
use watch::Watch;
use zeroize::Zeroizing;

/// What the screen opens on.
pub struct Start {
    pub source: Source,
    pub lang: Lang,
    /// The day taken as today, if not the clock's.
    pub today: Option<NaiveDate>,
    /// What the settings file holds.
    pub preferences: Preferences,
    pub keymap: Keymap,
    /// What is wrong with the settings file, to be said once the log is open.
    pub notice: Option<String>,
}

/// Where the log is.
pub enum Source {
    /// A throw-away store, open already.
    Demo(Box<Store>),
    /// No store is there yet.
    New(PathBuf),
    /// A store's folder, held already, and what opens it if it need not be asked for.
    Folder { folder: Arc<Folder>, typed: Option<Zeroizing<String>> },
}

/// Runs the screen until it is left. The terminal is as before when it returns, and when it does not.
///
/// # Errors
/// What the terminal refused.
pub fn run(start: Start) -> io::Result<()> {
    let (sender, messages) = channel();
    let clock = Clock { today: start.today };
    let (place, asks) = match start.source {
        Source::Demo(store) => (Place::Memory(store), false),
        Source::New(path) => (Place::New(path, None), true),
        Source::Folder { folder, typed: None } => (Place::Folder(folder), true),
        Source::Folder { folder, typed: Some(typed) } => (Place::Ready(folder, typed), true),
    };
    let is_ready = matches!(place, Place::Memory(_) | Place::Ready(..));
    let new = match &place {
        Place::New(path, _) => Some(path.display().to_string()),
        _ => None,
    };
    let (questions, queue) = worker::queue();
    let worker = worker::start(Desk::new(place, clock, start.lang), queue, sender.clone())?;
    let guard = Guard::enter(start.lang)?;
    let signals = Signals::hear(sender.clone())?;
    let mut app = App::new(start.lang, crossterm::terminal::size()?, &Env { now: clock.now() }, asks);
    app.colour = !(start.preferences.is_monochrome || start.preferences.is_without_colour);
    let watch = Watch::new(minutes(start.preferences.lock_after));
    app.world.preferences = Preferences { has_passphrase: asks, ..start.preferences };
    let is_new = new.is_some();
    app.first = new.map(|folder| First::new(start.lang, &folder));
    app.world.keymap = start.keymap;
    app.notice = start.notice;
    let effects = if is_ready { app.open() } else { Vec::new() };
    let around = Around { clock, guard, signals, watch, clipboard: Clipboard::new(sender.clone()), questions };
    let running = Running::start(app, effects, around, sender.clone())?;
    let lang = follow(running, &messages, sender)?;
    if is_new && lang != start.lang {
        // It is only asked for again where it cannot be kept.
        let _ = config::note_lang(lang);
    }
    // What broke in the worker has been said by the panic itself.
    worker.join().map_err(|_| io::Error::other(t::WORKER_GONE.get(start.lang)))
}

/// Lets the thread of the keys and this one, which hears everything else, take their turns with the screen until it is
/// left: then the terminal is as before and the worker told to end. Gives back the language that it was left in.
fn follow(running: Running, messages: &Receiver<Msg>, sender: Sender<Msg>) -> io::Result<Lang> {
    let mut lang = running.lang();
    let shared = Arc::new(Mutex::new(Some(running)));
    let keys = keys::read_all(Arc::clone(&shared), sender)?;
    let mut until = Duration::ZERO;
    loop {
        let first = messages.recv_timeout(until).ok();
        let Ok(mut turn) = shared.lock() else {
            // The thread of the keys broke in its turn, and has said so.
            panic::resume_unwind(keys.join().err().unwrap_or_else(|| Box::new(())))
        };
        let Some(running) = turn.as_mut() else { return Ok(lang) };
        running.hear(first.into_iter().chain(messages.try_iter()).collect());
        (lang, until) = (running.lang(), running.until());
        if let Some(ended) = running.ended.take() {
            *turn = None;
            return ended.map(|()| lang);
        }
    }
}

fn minutes(minutes: u64) -> Duration {
    Duration::from_secs(60 * minutes)
}
