//! A program in a pseudo-terminal: keys in, and the time until the screen shows what they did.

use portable_pty::{Child, CommandBuilder, PtySize, native_pty_system};
use std::io::{Read, Write};
use std::num::NonZero;
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

const ROWS: u16 = 24;
const COLUMNS: u16 = 80;
/// What has not come by then never will: the run ends with the screen as it stands.
const PATIENCE: Duration = Duration::from_secs(60);

fn cells(number: u16) -> NonZero<u16> {
    NonZero::new(number).expect("more than none")
}

/// Somebody's finger is not quicker from key to key.
const REST: Duration = Duration::from_millis(30);

/// Around a frame that a terminal shows as a whole.
const BEGIN: &[u8] = b"\x1b[?2026h";
const END: &[u8] = b"\x1b[?2026l";

/// What a key does to the screen.
#[derive(Clone, Copy, Debug)]
pub enum Effect {
    /// A text stands somewhere.
    Shows(&'static str),
    /// A text stands nowhere any more.
    Loses(&'static str),
    /// The line with the mark is another, and not an empty one.
    Marks(char),
    /// What stands between the title and the hints is another.
    Changes,
}

/// A running program.
pub struct Terminal {
    /// What was read, and when. Making a picture of it takes a terminal a while too, which is not the program's.
    output: Receiver<(Instant, Vec<u8>)>,
    input: Box<dyn Write + Send>,
    parser: vt100::Parser,
    /// What has come of a frame that is not whole yet.
    frame: Vec<u8>,
    child: Box<dyn Child + Send + Sync>,
}

impl Terminal {
    /// Starts a program.
    pub fn start(program: &str, arguments: &[&str]) -> Terminal {
        let size = PtySize { rows: ROWS, cols: COLUMNS, ..PtySize::default() };
        let pair = native_pty_system().openpty(size).expect("a pseudo-terminal");
        let mut command = CommandBuilder::new(program);
        command.args(arguments);
        command.env("TERM", "xterm-256color");
        let child = pair.slave.spawn_command(command).expect("the program");
        let mut reader = pair.master.try_clone_reader().expect("its output");
        let input = pair.master.take_writer().expect("its input");
        let (sender, output) = channel();
        std::thread::spawn(move || {
            let _master = pair.master;
            let mut bytes = [0; 1 << 16];
            while let Ok(read @ 1..) = reader.read(&mut bytes) {
                if sender.send((Instant::now(), bytes[..read].to_vec())).is_err() {
                    return;
                }
            }
        });
        Terminal { output, input, parser: vt100::Parser::new(cells(ROWS), cells(COLUMNS), 0), frame: Vec::new(), child }
    }

    /// Writes keys and waits for what they do; returns how long it took until that had been read.
    pub fn press(&mut self, keys: &str, effect: Effect) -> Duration {
        self.output.try_iter().collect::<Vec<_>>().into_iter().for_each(|(_, bytes)| self.take(&bytes));
        let before = self.seen(effect);
        let start = Instant::now();
        self.input.write_all(keys.as_bytes()).and_then(|()| self.input.flush()).expect("the program reads keys");
        let read = self.wait(|terminal| terminal.did(effect, &before));
        read.map_or(Duration::ZERO, |read| read - start)
    }

    /// Waits for a text.
    pub fn sees(&mut self, text: &str) {
        self.wait(|terminal| terminal.parser.screen().contents().contains(text));
    }

    /// Waits until nothing has come for a while.
    pub fn rests(&mut self) {
        while let Ok((_, bytes)) = self.output.recv_timeout(REST) {
            self.take(&bytes);
        }
    }

    /// Takes output until something is so, and gives back when what made it so was read.
    fn wait(&mut self, done: impl Fn(&Terminal) -> bool) -> Option<Instant> {
        let mut last = None;
        while !done(self) {
            let Ok((read, bytes)) = self.output.recv_timeout(PATIENCE) else {
                panic!("this is not what was waited for:\n{}", self.parser.screen().contents());
            };
            self.take(&bytes);
            last = Some(read);
        }
        last
    }

    /// Takes output; a frame is on the screen when it is whole.
    fn take(&mut self, bytes: &[u8]) {
        self.frame.extend(bytes);
        if !self.is_half() {
            self.parser.process(&self.frame);
            self.frame.clear();
        }
    }

    /// Whether a synchronized update has begun and not ended.
    fn is_half(&self) -> bool {
        let begins = self.frame.windows(BEGIN.len()).any(|bytes| bytes == BEGIN);
        begins && !self.frame.ends_with(END)
    }

    fn seen(&self, effect: Effect) -> (usize, String) {
        match effect {
            Effect::Shows(_) | Effect::Loses(_) => (0, String::new()),
            Effect::Marks(mark) => self.marked(mark),
            Effect::Changes => (0, self.lines().skip(2).take(usize::from(ROWS) - 3).collect()),
        }
    }

    fn did(&self, effect: Effect, before: &(usize, String)) -> bool {
        match effect {
            Effect::Shows(text) => self.parser.screen().contents().contains(text),
            Effect::Loses(text) => !self.parser.screen().contents().contains(text),
            Effect::Marks(mark) => {
                let now = self.marked(mark);
                now != *before && !now.1.trim().is_empty()
            }
            Effect::Changes => self.seen(effect) != *before,
        }
    }

    fn lines(&self) -> impl Iterator<Item = String> {
        self.parser.screen().rows(0, COLUMNS)
    }

    /// The line that the mark is on and what stands after it.
    fn marked(&self, mark: char) -> (usize, String) {
        let after = |line: String| line.split_once(mark).map(|(_, after)| after.to_owned());
        let found = self.lines().enumerate().find_map(|(y, line)| Some((y, after(line)?)));
        found.unwrap_or_default()
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        _ = self.child.kill();
        _ = self.child.wait();
    }
}
