//! How long a key takes to the screen, beside the smallest ratatui program that echoes one, key by key in the same run.
//!
//! `cargo bench --bench screen [CONTACTS…] [PANE…]`; 10,000 and 1,000,000 contacts and all panes by default. What is measured is the program
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
    // All are made before any is opened: one that waited for the next would lock.
    let stores = sizes.iter().map(|size| folder.path().join(size.to_string()));
    let stores: Vec<_> = sizes.iter().zip(stores).map(|(&size, path)| (size, store::copy(size, &path), path)).collect();
    let mut screens: Vec<Terminal> = stores.iter().map(|(size, kept, path)| open(path, kept, *size)).collect();
    let this = std::env::current_exe().expect("this program");
    let mut smallest = Terminal::start(&this.to_string_lossy(), &[ECHO]);
    smallest.sees("> 0 keys");

    println!(
        "µs, median and 99th percentile: the smallest program, this one with so many contacts, and the ratios of both;"
    );
    println!("last the ratio of this one's 99th percentiles.");
    let chosen: Vec<&String> = arguments.iter().filter(|argument| argument.starts_with(char::is_alphabetic)).collect();
    for pane in PANES {
        walk(pane, &mut screens);
        if chosen.is_empty() || chosen.iter().any(|name| pane.name.starts_with(name.as_str())) {
            measure(pane, &mut smallest, &mut screens, &sizes);
        }
    }
}

/// Opens the screen on the copy of a store that is kept.
fn open(store: &Path, kept: &Path, contacts: u64) -> Terminal {
    let [store, passphrase] = [store, &kept.join("passphrase")].map(|path| path.to_string_lossy().into_owned());
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

/// Goes to a pane in every screen.
fn walk(pane: &Pane, screens: &mut [Terminal]) {
    for screen in screens {
        for (keys, text) in pane.way {
            screen.press(keys, Effect::Shows(text));
        }
    }
}

/// Measures a pane in every screen, each key beside one in the smallest program, and prints it. One screen after the
/// other: what the worker of one still does would take the time of the next.
fn measure(pane: &Pane, smallest: &mut Terminal, screens: &mut [Terminal], sizes: &[u64]) {
    print!("{:<24}", pane.name);
    let mut last = Vec::new();
    for (size, screen) in sizes.iter().zip(screens) {
        let (mut floor, mut times) = (Vec::new(), Vec::new());
        let keys = (0..pane.rounds).flat_map(|_| pane.keys);
        for (key, effect) in keys.zip(pane.effects.iter().cycle()) {
            screen.rests();
            floor.push(smallest.press(" ", Effect::Marks('>')));
            smallest.rests();
            times.push(screen.press(key, *effect));
        }
        let (floor, times) = (Times::of(floor), Times::of(times));
        for times in [&floor, &times] {
            print!("{:>7.0} {:>6.0}", times.percentile(50), times.percentile(99));
        }
        print!(
            "  {size} {:.2} {:.2} |",
            times.percentile(50) / floor.percentile(50),
            times.percentile(99) / floor.percentile(99)
        );
        last.push(times.percentile(99));
    }
    let ratios = last.windows(2).map(|pair| format!("{:.2}", pair[1] / pair[0]));
    println!(" {}", ratios.collect::<Vec<_>>().join(" "));
}
