//! The program itself in a pseudo-terminal: waits for text, never for time.

use crate::desk::squeezed;
use crate::parent::{self, program, signal};
use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use std::io::{Read, Write};
use std::num::NonZero;
use std::path::Path;
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

/// So long is waited for a text that never comes, before the test fails.
const PATIENCE: Duration = Duration::from_secs(60);

const ROWS: NonZero<u16> = NonZero::new(24).unwrap();
const COLUMNS: NonZero<u16> = NonZero::new(80).unwrap();

/// The program, its terminal, and all that it has written.
pub struct Session {
    pub child: Box<dyn Child + Send + Sync>,
    pub master: Box<dyn MasterPty + Send>,
    keyboard: Option<Box<dyn Write + Send>>,
    output: Receiver<Vec<u8>>,
    pub screen: vt100::Parser,
    pub written: Vec<u8>,
}

impl Session {
    pub fn start(arguments: &[&str]) -> Session {
        Session::begin(arguments, &[])
    }

    /// The program with something more in its environment.
    pub fn begin(arguments: &[&str], environment: &[(&str, &str)]) -> Session {
        let size = PtySize { rows: ROWS.get(), cols: COLUMNS.get(), pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).unwrap();
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_caselog"));
        command.args(arguments);
        command.env("TERM", "xterm-256color");
        command.env("XDG_CONFIG_HOME", "/nonexistent");
        environment.iter().for_each(|(name, value)| command.env(name, value));
        let child = pair.slave.spawn_command(command).unwrap();
        drop(pair.slave);
        let mut reader = pair.master.try_clone_reader().unwrap();
        let keyboard = pair.master.take_writer().unwrap();
        let (sender, output) = channel();
        std::thread::spawn(move || {
            let mut chunk = [0; 4096];
            while let Ok(read @ 1..) = reader.read(&mut chunk) {
                if sender.send(chunk[..read].to_vec()).is_err() {
                    return;
                }
            }
        });
        let screen = vt100::Parser::new(ROWS, COLUMNS, 1000);
        Session { child, master: pair.master, keyboard: Some(keyboard), output, screen, written: Vec::new() }
    }

    pub fn picture(&self) -> String {
        self.screen.screen().contents()
    }

    /// Takes what the program writes until the screen is as wanted.
    #[track_caller]
    pub fn wait(&mut self, what: &str, wanted: impl Fn(&str) -> bool) {
        while !wanted(&self.picture()) {
            match self.output.recv_timeout(PATIENCE) {
                Ok(chunk) => {
                    self.screen.process(&chunk);
                    self.written.extend(chunk);
                }
                Err(_) => panic!("never seen: {what}\n{}", self.picture()),
            }
        }
    }

    #[track_caller]
    pub fn sees(&mut self, text: &str) -> &mut Session {
        self.wait(text, |picture| squeezed(picture).contains(&squeezed(text)));
        self
    }

    #[track_caller]
    pub fn misses(&mut self, text: &str) -> &mut Session {
        self.wait(&format!("no {text}"), |picture| !squeezed(picture).contains(&squeezed(text)));
        self
    }

    pub fn types(&mut self, keys: &str) -> &mut Session {
        let keyboard = self.keyboard.as_mut().unwrap();
        keyboard.write_all(keys.as_bytes()).unwrap();
        keyboard.flush().unwrap();
        self
    }

    /// Takes what is still written until the program has ended; its exit code.
    pub fn finish(&mut self) -> u32 {
        let status = self.child.wait().unwrap();
        while let Ok(chunk) = self.output.recv_timeout(Duration::from_secs(5)) {
            self.screen.process(&chunk);
            self.written.extend(chunk);
        }
        status.exit_code()
    }

    /// The same at the end of a test; also all that was written.
    fn end(mut self) -> (u32, Vec<u8>) {
        (self.finish(), self.written)
    }
}

pub const ENTER: &str = "\r";
const TAB: &str = "\t";
const ESC: &str = "\u{1b}";
pub const SAVE: &str = "\u{13}";
const CLEAR: &str = "\u{15}";

fn restored(written: &[u8]) -> bool {
    let text = String::from_utf8_lossy(written);
    ["\u{1b}[?1049l", "\u{1b}[?2004l", "\u{1b}[?25h"].iter().all(|sequence| text.contains(sequence))
}

#[test]
fn the_main_job_from_end_to_end() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("summary.txt");
    let mut session = Session::start(&["--demo", "--lang", "en"]);
    session.sees("Today · Mon 17 Jan 2011");
    // A contact for a known person, found by four letters.
    session.types("5/I.O-").sees("I.O-37").types(ENTER).misses("Find").types(ENTER).sees("Person P001");
    session.types("n").sees("New contact · I.O-37").types("2").types(TAB).sees("phone");
    session.types(SAVE).sees("Saved: contact C0424");
    // A referral from it, and a follow-up from that.
    session.types("L").sees("New referral · I.O-37").types("link").types(TAB).types("KAST").sees("> KAST");
    session.types(TAB).types(SAVE).sees("Saved: referral R089");
    session
        .types("U")
        .sees("New follow-up · I.O-37")
        .types("Ask how it went")
        .types(SAVE)
        .sees("Saved: follow-up F076");
    session.types("4").sees("Ask how it went").types("/went").sees("1 of 76").types(ENTER);
    // The number "reports, under 18" leads to ten records; one is changed, and the number with it.
    session
        .types("6")
        .sees("Key figures")
        .types("\x1b[Z")
        .sees("Goal 1")
        .types("jjjjjjjjjjjjjj")
        .sees("därav under 18 år");
    session.sees(" 10").types(ENTER).sees("Referrals behind the number").types("e").sees("Change referral");
    session.types(TAB).types(TAB).types(TAB).types("link").types(TAB).types(SAVE).sees("Saved: referral");
    session.types("\u{7f}").sees("därav under 18 år [9]");
    // The summary to a file.
    session.types("P").sees("Summary").types("w").sees("Save as").types(CLEAR).types(&file.to_string_lossy());
    session.types(ENTER).sees("Saved in the clear").types("q");
    let (code, written) = session.end();
    assert_eq!(code, 0);
    assert!(restored(&written), "the terminal is left as it was found");
    assert!(std::fs::read_to_string(file).unwrap().contains("December 2010"));
}

fn store(folder: &Path) -> (String, String) {
    let (store, passphrase) = (folder.join("store"), folder.join("passphrase"));
    std::fs::write(&passphrase, "fyra små ord åter\n").unwrap();
    let (store, passphrase) = (store.to_string_lossy().into_owned(), passphrase.to_string_lossy().into_owned());
    let done = std::process::Command::new(env!("CARGO_BIN_EXE_caselog"))
        .args(["--store", &store, "--passphrase-file", &passphrase, "init"])
        .output()
        .unwrap();
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    (store, passphrase)
}

#[test]
fn a_store_opens_with_its_passphrase_and_keeps_what_was_saved() {
    let folder = tempfile::tempdir().unwrap();
    let (store, _) = store(folder.path());
    let mut session = Session::start(&["--store", &store, "--lang", "sv"]);
    session.sees("Lösenfras").types("fel").types(ENTER).sees("! ").sees("Lösenfras");
    session.types("fyra små ord åter").types(ENTER).sees("Idag · ").sees("Inget väntar");
    session.types("5n").sees("Ny person").types("Å.Ö-12").types(SAVE).sees("Sparat: person").types("q");
    let (code, written) = session.end();
    assert_eq!(code, 0);
    assert!(restored(&written));
    assert!(!String::from_utf8_lossy(&written).contains("fyra små"), "the passphrase is never shown");
    let mut again = Session::start(&["--store", &store, "--lang", "sv"]);
    again.sees("Lösenfras").types("fyra små ord åter").types(ENTER).sees("Idag · ").types("5").sees("Å.Ö-12");
    again.types("\u{c}").misses("Å.Ö-12").sees("Lösenfras").types("fyra små ord åter").types(ENTER).sees("Å.Ö-12");
    again.types("q");
    assert_eq!(again.end().0, 0);
}

/// Types on, round after round, where `go_on` leads; each time the program is killed, and what was typed is there again.
#[cfg(unix)]
fn is_there_after_kill_9(rounds: u32, go_on: impl Fn(&mut Session, u32, &str)) {
    let folder = tempfile::tempdir().unwrap();
    let path = parent::store(folder.path());
    let mut typed = "Å".to_owned();
    for round in 0..rounds {
        let mut session = Session::start(&["--store", &path, "--lang", "sv"]);
        session.sees("Lösenfras").types(parent::PASSPHRASE).types(ENTER).sees("Idag · ");
        go_on(&mut session, round, &typed);
        let more = format!("ö{round}");
        typed.push_str(&more);
        session.types(&more).sees(&typed).sees("utkast sparat");
        signal(program(session.child.process_id().unwrap()), "KILL");
        session.child.wait().unwrap();
    }
}

#[cfg(unix)]
#[test]
fn what_is_typed_is_there_after_kill_9() {
    is_there_after_kill_9(10, |session, round, typed| {
        match round {
            0 => session.types("5n").sees("Ny person").types("Å"),
            _ => session.sees("Påbörjat, inte sparat").types(ENTER).sees(typed),
        };
    });
}

#[cfg(unix)]
#[test]
fn what_is_written_in_a_report_is_there_after_kill_9() {
    is_there_after_kill_9(5, |session, round, typed| {
        match round {
            0 => {
                session.types("7jjj").sees("> Skriv redovisningen").types(ENTER).sees("avsnitt i ordning");
                session.types("jj").sees("> Tidplan").types(ENTER).sees("finansiären: Tidplan").types("Å")
            }
            _ => session.sees("Påbörjat, inte sparat").sees("finansiären: Tidplan").types(ENTER).sees(typed),
        };
    });
}

#[test]
fn a_second_start_says_who_has_the_store_open() {
    let folder = tempfile::tempdir().unwrap();
    let (store, _) = store(folder.path());
    let mut first = Session::start(&["--store", &store, "--lang", "en"]);
    first.sees("Passphrase");
    let mut second = Session::start(&["--store", &store, "--lang", "en"]);
    second.sees("caselog:");
    assert_eq!(second.end().0, 4);
    first.types("\u{3}");
    assert_eq!(first.end().0, 0);
}

#[cfg(unix)]
#[test]
fn a_signal_restores_the_terminal() {
    let mut session = Session::start(&["--demo", "--lang", "en"]);
    session.sees("Today ·").types("2n").sees("New contact").types(ESC);
    let id = session.child.process_id().unwrap();
    let sent = std::process::Command::new("kill").args(["-TERM", &id.to_string()]).status().unwrap();
    assert!(sent.success());
    let (_, written) = session.end();
    assert!(restored(&written));
}

#[test]
fn without_a_terminal_it_says_so() {
    let done = std::process::Command::new(env!("CARGO_BIN_EXE_caselog"))
        .args(["--demo", "--lang", "en"])
        .stdin(std::process::Stdio::null())
        .output()
        .unwrap();
    assert_eq!(done.status.code(), Some(2));
}

/// How often a sequence stands in what was written.
fn times(written: &[u8], sequence: &[u8]) -> usize {
    written.windows(sequence.len()).filter(|window| *window == sequence).count()
}

#[test]
fn what_is_copied_goes_through_the_terminal_and_is_taken_back_on_lock_and_on_exit() {
    const EMPTY: &[u8] = b"\x1b]52;c;\x07";
    let mut session = Session::start(&["--demo", "--lang", "en"]);
    session.sees("Today · Mon 17 Jan 2011").types("2").sees("423").types("y").sees("Copied: contact");
    // What a key asks of the terminal is done after its frame and before that of the next key.
    session.types(":").sees("Command").types(ESC).sees("423");
    // Nothing goes to the clipboard but what was asked for: `Contact C0` in base64, and more.
    assert_eq!(times(&session.written, b"\x1b]52;c;"), 1);
    assert_eq!(times(&session.written, b"\x1b]52;c;Q29udGFjdCBDM"), 1);
    session.types("\u{c}").sees("The sample log is locked").types(ENTER).sees("423");
    assert_eq!(times(&session.written, EMPTY), 1);
    session.types("y").sees("Copied: contact").types("q");
    let (code, written) = session.end();
    assert_eq!((code, times(&written, EMPTY)), (0, 2));
}
