//! The parent: a small process that knows nothing and waits. Whatever happens to the program, kill -9 included, it puts
//! the terminal back and leaves nothing of the records on it (safety: "Nobody looks in").
//!
//! ```text
//!   her shell ── parent ── the program
//!                  │            │ says through a pipe whether it is on the alternate screen
//!                  └── waits, hands signals on, stops when the program is stopped, cleans up after it
//! ```

use super::{clipboard, guard};
use std::io::{PipeReader, PipeWriter, Read, Write, pipe};
use std::mem::MaybeUninit;
use std::os::fd::AsRawFd;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicI32, Ordering};

/// Through this the program says whether it is on the alternate screen.
static WORD: OnceLock<PipeWriter> = OnceLock::new();
/// The program, for the parent's handler of signals.
static PROGRAM: AtomicI32 = AtomicI32::new(0);

/// What the program says of itself.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Saying {
    /// On the alternate screen.
    Inside = b'i' as isize,
    /// Back from it.
    Outside = b'o' as isize,
    /// Something of ours is on the clipboard.
    Copied = b'c' as isize,
    /// It is empty again.
    Forgotten = b'f' as isize,
}

/// Which of the two processes this is.
pub enum Side {
    /// The program goes on here.
    Program,
    /// The program has ended, with that exit code, and the terminal is as it was.
    Parent(u8),
}

/// Splits into the parent and the program. It must come before any other thread, and before anything is opened that
/// the parent must not hold. Where the system has no second process for it, the program goes on without a parent.
pub fn split() -> Side {
    let Ok((reader, writer)) = pipe() else { return Side::Program };
    let modes = Modes::read();
    // SAFETY: there is no other thread yet, so that the new process has no lock that nobody will ever open.
    match unsafe { libc::fork() } {
        0 => {
            drop(reader);
            let _ = WORD.set(writer);
            die_with_parent();
            Side::Program
        }
        program if program > 0 => {
            drop(writer);
            Side::Parent(wait(program, &mut Word::new(reader), modes.as_ref()))
        }
        _ => Side::Program,
    }
}

/// The program says where it is and what it has left on the clipboard.
pub(super) fn note(saying: Saying) {
    if let Some(mut word) = WORD.get() {
        let _ = word.write_all(&[saying as u8]);
    }
}

/// The program ends in good order if its parent is killed: it has the terminal then, and nobody to clean up after it.
fn die_with_parent() {
    #[cfg(target_os = "linux")]
    // SAFETY: prctl takes numbers.
    unsafe {
        libc::prctl(libc::PR_SET_PDEATHSIG, libc::SIGTERM);
    }
}

/// Waits for the program and cleans up after it. Its exit code; 128 and the signal's number if it was killed.
fn wait(program: libc::pid_t, word: &mut Word, modes: Option<&Modes>) -> u8 {
    PROGRAM.store(program, Ordering::SeqCst);
    let forward: extern "C" fn(libc::c_int) = forward;
    // SAFETY: the handler does what is allowed in one: an atomic load and kill. The others are ignored.
    unsafe {
        for signal in [libc::SIGTERM, libc::SIGHUP, libc::SIGINT, libc::SIGQUIT] {
            libc::signal(signal, forward as libc::sighandler_t);
        }
        for signal in [libc::SIGTSTP, libc::SIGTTOU, libc::SIGTTIN] {
            libc::signal(signal, libc::SIG_IGN);
        }
    }
    loop {
        let mut status = 0;
        // SAFETY: waitpid writes the number that it is given.
        let seen = unsafe { libc::waitpid(program, &raw mut status, libc::WUNTRACED) };
        if seen < 0 && std::io::Error::last_os_error().kind() == std::io::ErrorKind::Interrupted {
            continue;
        }
        if seen < 0 {
            return 1;
        }
        if libc::WIFSTOPPED(status) {
            suspend(program, word, modes);
        } else if libc::WIFSIGNALED(status) {
            clean_up(word, modes);
            return 128_u8.saturating_add(u8::try_from(libc::WTERMSIG(status)).unwrap_or_default());
        } else {
            return u8::try_from(libc::WEXITSTATUS(status)).unwrap_or(1);
        }
    }
}

extern "C" fn forward(_signal: libc::c_int) {
    // SAFETY: kill takes numbers; the program has been started when this is set up.
    unsafe {
        libc::kill(PROGRAM.load(Ordering::SeqCst), libc::SIGTERM);
    }
}

/// The program was stopped: so is the parent, that her shell goes on, with nothing on the screen meanwhile. When it is
/// continued the program is too, and draws its locked screen.
fn suspend(program: libc::pid_t, word: &mut Word, modes: Option<&Modes>) {
    word.tidy();
    modes.into_iter().for_each(Modes::restore);
    // SAFETY: both take numbers.
    unsafe {
        libc::raise(libc::SIGSTOP);
        libc::kill(program, libc::SIGCONT);
    }
}

/// The program was killed: what it left on the terminal is taken away.
fn clean_up(word: &mut Word, modes: Option<&Modes>) {
    word.tidy();
    modes.into_iter().for_each(Modes::restore);
}

/// What the program says of where it is.
struct Word {
    said: PipeReader,
    inside: bool,
    copied: bool,
}

impl Word {
    fn new(said: PipeReader) -> Word {
        // SAFETY: fcntl takes numbers. Without it the parent would wait for a word that the program need not say.
        unsafe {
            libc::fcntl(said.as_raw_fd(), libc::F_SETFL, libc::O_NONBLOCK);
        }
        Word { said, inside: false, copied: false }
    }

    /// Takes away what the program has left, by all that it has said so far.
    fn tidy(&mut self) {
        let mut words = [0; 64];
        while let Ok(read @ 1..) = self.said.read(&mut words) {
            for word in words.iter().take(read) {
                let is = |saying: Saying| *word == saying as u8;
                self.inside = is(Saying::Inside) || (self.inside && !is(Saying::Outside));
                self.copied = is(Saying::Copied) || (self.copied && !is(Saying::Forgotten));
            }
        }
        if std::mem::take(&mut self.copied) {
            clipboard::empty();
        }
        guard::leave_screen(self.inside);
    }
}

/// The terminal's modes as they were.
struct Modes(libc::termios);

impl Modes {
    fn read() -> Option<Modes> {
        let mut modes = MaybeUninit::uninit();
        // SAFETY: tcgetattr fills the struct, or says that it did not.
        unsafe { (libc::tcgetattr(libc::STDIN_FILENO, modes.as_mut_ptr()) == 0).then(|| Modes(modes.assume_init())) }
    }

    /// Puts them back. What was typed and not read yet is thrown away: it may be a passphrase, and would go to her shell.
    fn restore(&self) {
        // SAFETY: tcsetattr reads the struct that it is given.
        unsafe {
            libc::tcsetattr(libc::STDIN_FILENO, libc::TCSAFLUSH, &raw const self.0);
        }
    }
}
