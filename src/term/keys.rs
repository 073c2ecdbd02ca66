//! Keys of the terminal as the program's own, and the thread that reads them.

use super::running::Running;
use crate::app::exchange::Msg;
use crate::app::key::{Code, Key};
use crossterm::event::{self, Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers};
use std::io;
use std::sync::mpsc::Sender;
use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};
use std::time::Duration;

/// Reads keys, pastes and sizes in a thread of its own, which shows what they do itself: waking another for it would take
/// as long as the frame. It ends when the screen is left or the terminal is gone.
///
/// # Errors
/// If the system has no thread for it.
pub fn read_all(screen: Arc<Mutex<Option<Running>>>, hearer: Sender<Msg>) -> io::Result<JoinHandle<()>> {
    let read = move || {
        let _last = LastWord(hearer);
        loop {
            let (read, is_last) = read_waiting();
            // A turn in which the other thread broke ends the program.
            let Ok(mut turn) = screen.lock() else { return };
            let Some(running) = turn.as_mut() else { return };
            running.take(read);
            if is_last || running.ended.is_some() {
                return;
            }
        }
    };
    thread::Builder::new().name("keys".to_owned()).spawn(read)
}

/// Waits for an event and takes those that wait behind it, so that keys that come quicker than frames are drawn once.
/// `true`: there will be no more; when the terminal is gone, so is the screen.
fn read_waiting() -> (Vec<Msg>, bool) {
    let mut read = Vec::new();
    loop {
        match event::read() {
            Ok(Event::Key(key)) => read.extend(named(key).map(Msg::Key)),
            Ok(Event::Paste(text)) => read.push(Msg::Paste(text)),
            Ok(Event::Resize(width, height)) => read.push(Msg::Resize(width, height)),
            Ok(_) => {}
            Err(_) => {
                read.push(Msg::Stop);
                return (read, true);
            }
        }
        if !event::poll(Duration::ZERO).unwrap_or(false) {
            return (read, false);
        }
    }
}

/// Wakes the other thread when this one ends, however it ends.
struct LastWord(Sender<Msg>);

impl Drop for LastWord {
    fn drop(&mut self) {
        // Nobody hears it where the other has ended first.
        let _ = self.0.send(Msg::Tick);
    }
}

/// The key that was pressed; `None` for releases and keys that the program has no name for.
fn named(event: KeyEvent) -> Option<Key> {
    if event.kind == KeyEventKind::Release {
        return None;
    }
    let has = |modifier| event.modifiers.contains(modifier);
    let (mut ctrl, mut alt) = (has(KeyModifiers::CONTROL), has(KeyModifiers::ALT));
    let code = match event.code {
        KeyCode::Char(c) => {
            // AltGr arrives as both on some systems, with the character it makes.
            if ctrl && alt && !c.is_ascii_alphanumeric() {
                (ctrl, alt) = (false, false);
            }
            Code::Char(if ctrl { c.to_ascii_lowercase() } else { c })
        }
        KeyCode::Enter => Code::Enter,
        KeyCode::Esc => Code::Esc,
        KeyCode::Backspace => Code::Backspace,
        KeyCode::Tab if has(KeyModifiers::SHIFT) => Code::BackTab,
        KeyCode::Tab => Code::Tab,
        KeyCode::BackTab => Code::BackTab,
        KeyCode::Up => Code::Up,
        KeyCode::Down => Code::Down,
        KeyCode::Left => Code::Left,
        KeyCode::Right => Code::Right,
        KeyCode::Home => Code::Home,
        KeyCode::End => Code::End,
        KeyCode::PageUp => Code::PageUp,
        KeyCode::PageDown => Code::PageDown,
        KeyCode::Delete => Code::Delete,
        KeyCode::F(number) => Code::F(number),
        _ => return None,
    };
    Some(Key { code, ctrl, alt })
}
