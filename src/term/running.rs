//! The screen while it runs: it hears what happened, draws once, and has done what is to be done outside.

use super::clipboard::{self, Clipboard};
use super::frames::Frames;
use super::guard::{self, Guard};
use super::minutes;
use super::signals::Signals;
use super::watch::{self, Watch};
use crate::app::exchange::{Effect, Msg, Preference};
use crate::app::{App, Env, update};
use crate::config;
use crate::domain::{Lang, Shown};
use crate::worker::{Clock, Questions};
use std::fs::File;
use std::io::{self, stdout};
use std::os::fd::AsFd;
use std::sync::mpsc::Sender;
use std::time::{Duration, Instant};

/// What is drawn on. It is the terminal itself and no buffer of the language's, so that locking drops all that was drawn.
type Screen = Frames<File>;

/// What is typed is handed to the store after so long: within a second it is there.
const KEPT_WITHIN: Duration = Duration::from_millis(500);

/// What stands around the screen. Dropped in this order: the terminal is given back, then the worker ends.
pub struct Around {
    pub clock: Clock,
    pub guard: Guard,
    pub signals: Signals,
    pub watch: Watch,
    pub clipboard: Clipboard,
    pub questions: Questions,
}

/// The state, the terminal it is drawn on, and what stands around them. Whoever has news takes a turn with it.
pub struct Running {
    app: App,
    screen: Screen,
    around: Around,
    /// When what is typed is to be kept.
    due: Option<Instant>,
    /// To it goes what is only known later; a tick makes its hearer look again at how long it may wait.
    sender: Sender<Msg>,
    /// The screen was left, or the terminal refused it.
    pub ended: Option<io::Result<()>>,
}

impl Running {
    /// Draws the first frame and asks the first questions.
    ///
    /// # Errors
    /// What the terminal refused.
    pub fn start(app: App, effects: Vec<Effect>, around: Around, sender: Sender<Msg>) -> io::Result<Running> {
        let mut running = Running { app, screen: blank()?, around, due: None, sender, ended: None };
        running.draw()?;
        running.perform(effects);
        Ok(running)
    }

    pub fn lang(&self) -> Lang {
        self.app.world.lang
    }

    /// How long nothing need be looked at if nothing happens.
    pub fn until(&self) -> Duration {
        let now = Instant::now();
        let due = self.due.map_or(watch::GLANCE, |due| due.saturating_duration_since(now));
        due.min(watch::GLANCE).min(self.around.watch.until_alone(now))
    }

    /// Does what was heard, and keeps what is typed if it is time.
    pub fn hear(&mut self, mut heard: Vec<Msg>) {
        heard.retain(|msg| !matches!(msg, Msg::Tick));
        if self.due.is_some_and(|due| due <= Instant::now()) {
            self.due = None;
            heard.push(Msg::Tick);
        }
        self.take(heard);
    }

    /// Takes messages and draws once. Nothing is taken after the end.
    pub fn take(&mut self, mut messages: Vec<Msg>) {
        let watch = &mut self.around.watch;
        // What was drawn before the machine slept or she went away is gone before anything else is.
        if watch.has_slept() | watch.is_left_alone(Instant::now()) {
            messages.insert(0, Msg::Lock);
        }
        if self.ended.is_none() && !messages.is_empty() {
            self.ended = self.turn(messages).map(|left| left.then_some(())).transpose();
        }
        self.around.clipboard.expire();
    }

    /// `true`: the screen is to be left.
    fn turn(&mut self, messages: Vec<Msg>) -> io::Result<bool> {
        let was_locked = self.app.lock.is_some();
        let env = Env { now: self.around.clock.now() };
        let mut effects: Vec<Effect> = Vec::new();
        let mut is_changed = false;
        for msg in messages {
            match msg {
                Msg::Key(_) | Msg::Paste(_) => self.around.watch.touched(),
                Msg::Resize(width, height) => self.screen.resize((width, height))?,
                _ => {}
            }
            effects.extend(update(&mut self.app, msg, &env));
            is_changed |= self.app.is_changed;
        }
        if self.around.signals.has_come_back() {
            self.around.guard.set_up()?;
            self.screen = blank()?;
        } else if self.app.lock.is_some() && !was_locked {
            self.screen = blank()?;
        }
        // The key is on the screen before the worker wakes and takes a core for itself.
        let drawn = if is_changed { self.draw() } else { Ok(()) };
        if self.perform(effects) {
            return Ok(true);
        }
        drawn?;
        // Stopped only when nothing is left to be found; and not for a store that does not close.
        if self.app.is_closed() {
            self.around.signals.stop_if_told(&self.around.guard);
        }
        let was_due = self.due.is_some();
        self.due = self.app.is_behind().then(|| self.due.unwrap_or_else(|| Instant::now() + KEPT_WITHIN));
        if self.due.is_some() && !was_due {
            // Nobody waits too long for it: that the hearer is gone is known to it.
            let _ = self.sender.send(Msg::Tick);
        }
        Ok(false)
    }

    /// Draws the state, unless the terminal has been given back.
    fn draw(&mut self) -> io::Result<()> {
        guard::draw(|| self.screen.draw(&self.app))
    }

    /// Hands questions to the worker, texts to the clipboard and settings to their file. `true`: the screen is to be
    /// left.
    fn perform(&mut self, effects: Vec<Effect>) -> bool {
        let mut quit = false;
        for effect in effects {
            match effect {
                Effect::Quit => quit = true,
                // A worker that is gone has said so through the panic hook; the screen can still be left.
                Effect::Ask(ticket, ask) => self.around.questions.send(ticket, ask),
                // A terminal that cannot be written to any more is noticed by the next frame.
                Effect::Copy(text) => drop(self.around.clipboard.fill(&text)),
                Effect::ForgetCopied => clipboard::clear(),
                Effect::Prefer(preference) => {
                    let set = prefer(preference, self.lang());
                    if let Ok(Preference::LockAfter(after)) = set {
                        self.around.watch.lock_after(minutes(after));
                    }
                    // The hearer is this program's own and there as long as it runs.
                    let _ = self.sender.send(Msg::Preferred(set));
                }
            }
        }
        quit
    }
}

/// The terminal to draw on, with nothing on it. Its size is that of the last message about it: asking for it before every
/// frame takes a tenth of the frame's time.
fn blank() -> io::Result<Screen> {
    Frames::blank(File::from(stdout().as_fd().try_clone_to_owned()?), crossterm::terminal::size()?)
}

/// Puts a setting into the settings file; all else in it, comments included, stays.
///
/// # Errors
/// Why it could not be written, in words.
fn prefer(preference: Preference, lang: Lang) -> Result<Preference, Shown> {
    let (key, value) = preference.in_file();
    config::set(key, &value).map(|()| preference).map_err(|error| Shown::line(error.say(lang)))
}
