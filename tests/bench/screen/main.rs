//! How long a key takes to the screen, beside the smallest ratatui program that echoes one, key by key in the same run.
//!
//! `cargo bench --bench screen [CONTACTS…]`; 10,000 and 1,000,000 contacts by default. What is measured is the program
//! itself on an encrypted store, in a pseudo-terminal: from the key's bytes written to the frame that shows its effect
//! read back. A key is pressed when nothing new has come for some milliseconds, as by a quick hand or by a key held down,
//! in the smallest program too, so that all wake alike. Absolute times on shared machines mean little; the ratios do.

mod echo;
mod log;
mod panes;
mod store;
mod terminal;

use panes::{PANES, Pane};
use std::path::Path;
use std::time::{Duration, Instant};
use store::{PROGRAM, place};
use terminal::{Effect, Terminal};

/// The argument with which this program is the smallest one.
const ECHO: &str = "echo";

/// The times of one program in one pane, in order of length.
struct Times(Vec<Duration>);

impl Times {
    fn of(mut times: Vec<Duration>) -> Times {
        times.sort_unstable();
        Times(times)
    }

    /// The time that so many per cent of the keys do not exceed (nearest rank).
    fn percentile(&self, percent: usize) -> f64 {
        let rank = (self.0.len() * percent).div_ceil(100).max(1);
        self.0[rank - 1].as_secs_f64() * 1e6
    }
}

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if arguments.iter().any(|argument| argument == ECHO) {
        return echo::run().expect("a terminal");
    }
    let sizes: Vec<u64> = arguments.iter().filter_map(|argument| argument.parse().ok()).collect();
    let sizes = if sizes.is_empty() { vec![10_000, 1_000_000] } else { sizes };
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mut screens: Vec<Terminal> = sizes.iter().map(|&size| open(folder.path(), size)).collect();
    let this = std::env::current_exe().expect("this program");
    let mut smallest = Terminal::start(&this.to_string_lossy(), &[ECHO]);
    smallest.sees("> 0 keys");

    println!("{:<24}{:>22}", "µs: median, 99th", "smallest program");
    for pane in PANES {
        measure(pane, &mut smallest, &mut screens, &sizes);
    }
}

/// Opens the screen on a copy, in the folder, of the store of a log.
fn open(folder: &Path, contacts: u64) -> Terminal {
    let store = folder.join(contacts.to_string());
    let kept = store::copy(contacts, &store);
    let [store, passphrase] = [store, kept.join("passphrase")].map(|path| path.to_string_lossy().into_owned());
    let start = Instant::now();
    let mut screen = Terminal::start(PROGRAM, &place(&store, &passphrase));
    screen.sees("caselog");
    let first = start.elapsed();
    screen.sees("Follow-ups overdue");
    println!(
        "{contacts} contacts: first screen {:.3} s, open {:.1} s",
        first.as_secs_f64(),
        start.elapsed().as_secs_f64()
    );
    screen
}

/// Measures a pane, each key in the smallest program and in every screen, and prints it.
fn measure(pane: &Pane, smallest: &mut Terminal, screens: &mut [Terminal], sizes: &[u64]) {
    for screen in &mut *screens {
        for (keys, text) in pane.way {
            screen.press(keys, Effect::Shows(text));
        }
    }
    let mut floor = Vec::new();
    let mut times: Vec<Vec<Duration>> = screens.iter().map(|_| Vec::new()).collect();
    let keys = (0..pane.rounds).flat_map(|_| pane.keys);
    for (key, effect) in keys.zip(pane.effects.iter().cycle()) {
        smallest.rests();
        floor.push(smallest.press(" ", Effect::Marks('>')));
        for (screen, times) in screens.iter_mut().zip(&mut times) {
            screen.rests();
            times.push(screen.press(key, *effect));
        }
    }
    let floor = Times::of(floor);
    let times: Vec<Times> = times.into_iter().map(Times::of).collect();
    print!("{:<24}{:>10.0} {:>10.0} ", pane.name, floor.percentile(50), floor.percentile(99));
    for (size, times) in sizes.iter().zip(&times) {
        let (median, last) = (times.percentile(50), times.percentile(99));
        print!(" | {size} {median:>8.0} {last:>8.0} {:>6.2}", last / floor.percentile(99));
    }
    let ratios = times.windows(2).map(|pair| pair[1].percentile(99) / pair[0].percentile(99));
    println!(" | {}", ratios.map(|ratio| format!("{ratio:.2}")).collect::<Vec<_>>().join(" "));
}
