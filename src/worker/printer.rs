//! The print system: which printers there are, and a job handed to one through a pipe. No file of ours is made, and
//! the job's title says nothing. What the print system keeps of its jobs is not ours to control (docs/printing.md).

pub use crate::app::exchange::Printer;

use crate::domain::{Lang, Shown};
use crate::i18n::{fill, texts::print as t};
use crate::report::Format;
use std::io::{ErrorKind, Read, Write};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;
use std::time::Duration;

/// The title of every job, which others see in the queue.
const TITLE: &str = "document";
/// Margins of text in points, which have room for its 72 columns and 58 lines on A4 and on Letter.
const TEXT_MARGINS: [&str; 8] =
    ["-o", "page-left=54", "-o", "page-right=18", "-o", "page-top=42", "-o", "page-bottom=36"];
/// So long the print system is waited for.
const PATIENCE: Duration = Duration::from_secs(20);

/// Why nothing was printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PrintError {
    /// There is no print system: no `lp` or `lpstat`.
    NoSystem,
    NoPrinter,
    /// No printer has that name; the names there are.
    Unknown {
        name: String,
        names: Vec<String>,
    },
    /// Several printers, and none of them is the one to take.
    Which(Vec<String>),
    /// The print system did not answer in time.
    Silent,
    /// What the print system said.
    Refused(String),
}

impl PrintError {
    /// What happened and what to do instead.
    pub fn message(&self, lang: Lang) -> Shown {
        let words = match self {
            PrintError::NoSystem => t::NO_SYSTEM.get(lang).to_owned(),
            PrintError::NoPrinter => t::NO_PRINTER.get(lang).to_owned(),
            PrintError::Unknown { name, names } => {
                fill(t::UNKNOWN_PRINTER, lang, &[("name", name), ("names", &names.join(", "))])
            }
            PrintError::Which(names) => fill(t::WHICH_PRINTER, lang, &[("names", &names.join(", "))]),
            PrintError::Silent => t::SILENT.get(lang).to_owned(),
            PrintError::Refused(reason) => fill(t::REFUSED, lang, &[("reason", reason)]),
        };
        Shown::line(words)
    }
}

/// The printers, the default one first, the others by name.
///
/// # Errors
/// No print system, or one that does not answer.
pub fn printers() -> Result<Vec<Printer>, PrintError> {
    // Only what there is counts: with no printers, or no default among them, lpstat ends with an error.
    let names = answer(Command::new("lpstat").arg("-e"), b"")?.said;
    let default = answer(Command::new("lpstat").arg("-d"), b"")?.said;
    let default = default.rsplit_once(": ").map(|(_, name)| name.trim().to_owned());
    let printer = |name: &str| Printer { name: name.to_owned(), is_default: default.as_deref() == Some(name) };
    let mut printers: Vec<Printer> =
        names.lines().map(str::trim).filter(|name| !name.is_empty()).map(printer).collect();
    printers.sort_by(|a, b| (!a.is_default, &a.name).cmp(&(!b.is_default, &b.name)));
    Ok(printers)
}

/// The printer to take: the one that is named, else the default one, else the only one.
///
/// # Errors
/// None, none of that name, or several and none to prefer.
pub fn chosen(named: Option<&str>) -> Result<Printer, PrintError> {
    choose(printers()?, named)
}

fn choose(printers: Vec<Printer>, named: Option<&str>) -> Result<Printer, PrintError> {
    let names = || printers.iter().map(|printer| printer.name.clone()).collect();
    if printers.is_empty() {
        return Err(PrintError::NoPrinter);
    }
    let found = match named {
        Some(name) => printers.iter().find(|printer| printer.name == name),
        None => printers.iter().find(|printer| printer.is_default || printers.len() == 1),
    };
    match (found, named) {
        (Some(printer), _) => Ok(printer.clone()),
        (None, Some(name)) => Err(PrintError::Unknown { name: name.to_owned(), names: names() }),
        (None, None) => Err(PrintError::Which(names())),
    }
}

/// Hands a document to a printer. The answer is what the print system calls the job.
///
/// # Errors
/// What the print system said.
pub fn print(bytes: &[u8], format: Format, printer: &Printer) -> Result<String, PrintError> {
    let mut command = Command::new("lp");
    command.args(["-d", &printer.name, "-t", TITLE]);
    if format == Format::Text {
        command.args(TEXT_MARGINS);
    }
    let answer = answer(&mut command, bytes)?;
    if !answer.done {
        return Err(PrintError::Refused(answer.complained.trim().to_owned()));
    }
    // "request id is NAME-12 (0 file(s))"
    let mut words = answer.said.split_whitespace().skip_while(|word| *word != "is");
    Ok(words.nth(1).unwrap_or(&printer.name).to_owned())
}

/// What a program of the print system answered.
struct Answer {
    done: bool,
    said: String,
    complained: String,
}

/// Runs a program of the print system, hands it what it reads, and waits for it as long as patience lasts.
fn answer(command: &mut Command, input: &[u8]) -> Result<Answer, PrintError> {
    // One language to read, and UTF-8 for what is printed.
    command.env("LC_ALL", "C.UTF-8").stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().map_err(|error| match error.kind() {
        ErrorKind::NotFound => PrintError::NoSystem,
        _ => PrintError::Refused(error.to_string()),
    })?;
    let (done, finished) = mpsc::channel();
    let pipes = (child.stdin.take(), child.stdout.take(), child.stderr.take());
    let input = input.to_vec();
    let threads = std::thread::Builder::new().name("print".to_owned());
    let spawned = threads.spawn(move || {
        let (stdin, stdout, stderr) = pipes;
        // A program that ends without reading it all says itself why.
        let _ = stdin.map(|mut pipe| pipe.write_all(&input));
        let _ = done.send((all_of(stdout), all_of(stderr)));
    });
    if let Err(error) = spawned {
        end(&mut child);
        return Err(PrintError::Refused(error.to_string()));
    }
    let Ok((said, complained)) = finished.recv_timeout(PATIENCE) else {
        end(&mut child);
        return Err(PrintError::Silent);
    };
    let status = child.wait().map_err(|error| PrintError::Refused(error.to_string()))?;
    Ok(Answer { done: status.success(), said, complained })
}

fn all_of(pipe: Option<impl Read>) -> String {
    let mut bytes = Vec::new();
    let _ = pipe.map(|mut pipe| pipe.read_to_end(&mut bytes));
    String::from_utf8_lossy(&bytes).into_owned()
}

fn end(child: &mut Child) {
    let _ = child.kill();
    let _ = child.wait();
}

#[cfg(test)]
mod tests {
    use super::*;

    fn printer(name: &str, is_default: bool) -> Printer {
        Printer { name: name.to_owned(), is_default }
    }

    #[test]
    fn the_printer_is_the_named_else_the_default_else_the_only_one() {
        let two = || vec![printer("Expedition", true), printer("Hall", false)];
        assert_eq!(choose(two(), None).unwrap().name, "Expedition");
        assert_eq!(choose(two(), Some("Hall")).unwrap().name, "Hall");
        assert!(matches!(choose(two(), Some("hall")), Err(PrintError::Unknown { .. })));
        assert_eq!(choose(vec![printer("Hall", false)], None).unwrap().name, "Hall");
        let none = vec![printer("A", false), printer("B", false)];
        assert_eq!(choose(none, None), Err(PrintError::Which(vec!["A".to_owned(), "B".to_owned()])));
        assert_eq!(choose(Vec::new(), Some("A")), Err(PrintError::NoPrinter));
    }

    #[test]
    fn a_program_that_is_not_there_is_told() {
        assert!(matches!(answer(&mut Command::new("no-such-program-here"), b""), Err(PrintError::NoSystem)));
    }
}
