//! The terminal: set up and restored on every exit, the loop, and the threads around it. One thread reads keys, one
//! hears signals, one owns the store; the screen's takes all that waits, then draws once.

mod clipboard;
mod frames;
mod guard;
mod keys;
mod parent;
mod signals;
mod watch;

pub use parent::{Side, split};

use crate::app::exchange::{Effect, Msg, Preference, Preferences};
use crate::app::first::First;
use crate::app::keys::Keymap;
use crate::app::{App, Env, update};
use crate::config;
use crate::domain::{Lang, Shown};
use crate::i18n::texts::app as t;
use crate::store::{Folder, Store};
use crate::ui;
use crate::worker::{self, Clock, Desk, Place, Questions};
use chrono::NaiveDate;
use clipboard::Clipboard;
use crossterm::event::{self, Event};
use crossterm::terminal::{BeginSynchronizedUpdate, Clear, ClearType, EndSynchronizedUpdate};
use frames::Frames;
use guard::Guard;
use ratatui::backend::CrosstermBackend;
use ratatui::layout::Rect;
use ratatui::{Terminal, TerminalOptions, Viewport};
use signals::Signals;
use std::fs::File;
use std::io::{self, stdout};
use std::os::fd::AsFd;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::{Duration, Instant};
use watch::Watch;
use zeroize::Zeroizing;

/// What is drawn on. It is the terminal itself and no buffer of the language's, so that locking drops all that was drawn.
type Screen = Terminal<CrosstermBackend<Frames<File>>>;

/// What is typed is handed to the store after so long: within a second it is there.
const KEPT_WITHIN: Duration = Duration::from_millis(500);

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
    read_keys(sender.clone())?;
    let env = || Env { now: clock.now() };
    let mut app = App::new(start.lang, crossterm::terminal::size()?, &env(), asks);
    app.colour = !(start.preferences.is_monochrome || start.preferences.is_without_colour);
    let lock_after = minutes(start.preferences.lock_after);
    app.world.preferences = Preferences { has_passphrase: asks, ..start.preferences };
    let is_new = new.is_some();
    app.first = new.map(|folder| First::new(start.lang, &folder));
    app.world.keymap = start.keymap;
    app.notice = start.notice;
    let mut screen = blank()?;
    draw(&mut screen, &app)?;
    let clipboard = Clipboard::new(sender.clone());
    let mut around = Around { watch: Watch::new(lock_after), signals, clipboard, guard: &guard, sender };
    let first = if is_ready { app.open() } else { Vec::new() };
    let ended = perform(first, &questions, &mut around, start.lang)
        || follow(&mut app, &mut screen, &messages, &questions, &mut around, env)?;
    debug_assert!(ended);
    if is_new && app.world.lang != start.lang {
        // It is only asked for again where it cannot be kept.
        let _ = config::note_lang(app.world.lang);
    }
    drop(guard);
    // The store is closed before the program ends.
    drop(questions);
    // What broke in the worker has been said by the panic itself.
    worker.join().map_err(|_| io::Error::other(t::WORKER_GONE.get(start.lang)))
}

/// What else the loop looks after.
struct Around<'a> {
    watch: Watch,
    signals: Signals,
    clipboard: Clipboard,
    guard: &'a Guard,
    sender: Sender<Msg>,
}

/// Takes messages and draws, until the end. `true`: the screen was left.
fn follow(
    app: &mut App,
    screen: &mut Screen,
    messages: &Receiver<Msg>,
    questions: &Questions,
    around: &mut Around,
    env: impl Fn() -> Env,
) -> io::Result<bool> {
    let mut due = None;
    while let Some(first) = next(messages, due, &mut around.watch) {
        let mut ticked = false;
        let mut waiting: Vec<Msg> = first.into_iter().chain(messages.try_iter()).collect();
        // What was drawn before the machine slept is gone before anything else is.
        if around.watch.has_slept() {
            waiting.insert(0, Msg::Lock);
        }
        if waiting.is_empty() {
            continue;
        }
        let was_locked = app.lock.is_some();
        let mut effects: Vec<Effect> = Vec::new();
        let mut is_changed = false;
        for msg in waiting {
            match msg {
                Msg::Key(_) | Msg::Paste(_) => around.watch.touched(),
                Msg::Resize(width, height) => screen.resize(Rect { x: 0, y: 0, width, height })?,
                Msg::Tick => ticked = true,
                _ => {}
            }
            effects.extend(update(app, msg, &env()));
            is_changed |= app.is_changed;
        }
        if around.signals.has_come_back() {
            around.guard.set_up()?;
            *screen = blank()?;
        } else if app.lock.is_some() && !was_locked {
            *screen = blank()?;
        }
        // The key is on the screen before the worker wakes and takes a core for itself.
        let drawn = if is_changed { draw(screen, app) } else { Ok(()) };
        if perform(effects, questions, around, app.world.lang) {
            return Ok(true);
        }
        around.clipboard.expire();
        drawn?;
        // Stopped only when nothing is left to be found; and not for a store that does not close.
        if app.is_closed() {
            around.signals.stop_if_told(around.guard);
        }
        due = app.is_behind().then(|| due.filter(|_| !ticked).unwrap_or_else(|| Instant::now() + KEPT_WITHIN));
    }
    Ok(true)
}

/// Waits for the next message: a tick when it is time to keep what is typed, a lock when no key came for too long.
/// `Some(None)`: nothing, but time has passed; `None`: there will be no more.
fn next(messages: &Receiver<Msg>, due: Option<Instant>, watch: &mut Watch) -> Option<Option<Msg>> {
    let now = Instant::now();
    if due.is_some_and(|due| due <= now) {
        return Some(Some(Msg::Tick));
    }
    if watch.is_left_alone(now) {
        return Some(Some(Msg::Lock));
    }
    let until = due.map_or(watch::GLANCE, |due| watch::GLANCE.min(due - now));
    match messages.recv_timeout(until) {
        Ok(msg) => Some(Some(msg)),
        Err(RecvTimeoutError::Timeout) => Some(None),
        Err(RecvTimeoutError::Disconnected) => None,
    }
}

/// The terminal to draw on, with nothing on it and nothing remembered of what was. Its size is that of the last message
/// about it: asking for it before every frame takes a tenth of the frame's time.
fn blank() -> io::Result<Screen> {
    let terminal = File::from(stdout().as_fd().try_clone_to_owned()?);
    let mut backend = CrosstermBackend::new(Frames::new(terminal));
    crossterm::queue!(backend, Clear(ClearType::All))?;
    let (width, height) = crossterm::terminal::size()?;
    let viewport = Viewport::Fixed(Rect { x: 0, y: 0, width, height });
    Terminal::with_options(backend, TerminalOptions { viewport })
}

/// Hands questions to the worker, texts to the clipboard and settings to their file. `true`: the screen is to be left.
fn perform(effects: Vec<Effect>, questions: &Questions, around: &mut Around, lang: Lang) -> bool {
    let mut quit = false;
    for effect in effects {
        match effect {
            Effect::Quit => quit = true,
            // A worker that is gone has said so through the panic hook; the screen can still be left.
            Effect::Ask(ticket, ask) => questions.send(ticket, ask),
            // A terminal that cannot be written to any more is noticed by the next frame.
            Effect::Copy(text) => drop(around.clipboard.fill(&text)),
            Effect::ForgetCopied => clipboard::clear(),
            Effect::Prefer(preference) => {
                let set = prefer(preference, lang);
                if let Ok(Preference::LockAfter(after)) = set {
                    around.watch.lock_after(minutes(after));
                }
                let _ = around.sender.send(Msg::Preferred(set));
            }
        }
    }
    quit
}

/// Puts a setting into the settings file; all else in it, comments included, stays.
///
/// # Errors
/// Why it could not be written, in words.
fn prefer(preference: Preference, lang: Lang) -> Result<Preference, Shown> {
    let (key, value) = preference.in_file();
    config::set(key, &value).map(|()| preference).map_err(|error| Shown::line(error.say(lang)))
}

fn minutes(minutes: u64) -> Duration {
    Duration::from_secs(60 * minutes)
}

/// Draws the state in one synchronized update, so that no half of it is seen.
fn draw(screen: &mut Screen, app: &App) -> io::Result<()> {
    guard::draw(|| {
        crossterm::queue!(screen.backend_mut(), BeginSynchronizedUpdate)?;
        screen.draw(|frame| ui::view(app, frame))?;
        crossterm::execute!(screen.backend_mut(), EndSynchronizedUpdate)
    })
}

/// Reads keys, pastes and sizes. When the terminal is gone, so is the screen.
fn read_keys(messages: Sender<Msg>) -> io::Result<()> {
    let read = move || {
        loop {
            let msg = match event::read() {
                Ok(Event::Key(key)) => keys::read(key).map(Msg::Key),
                Ok(Event::Paste(text)) => Some(Msg::Paste(text)),
                Ok(Event::Resize(width, height)) => Some(Msg::Resize(width, height)),
                Ok(_) => None,
                Err(_) => Some(Msg::Stop),
            };
            let Some(msg) = msg else { continue };
            let last = matches!(msg, Msg::Stop);
            if messages.send(msg).is_err() || last {
                return;
            }
        }
    };
    thread::Builder::new().name("keys".to_owned()).spawn(read).map(drop)
}
