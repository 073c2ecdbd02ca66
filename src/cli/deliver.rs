//! Where a report goes: to standard output, to a new file, to a printer.

use super::failure::{FAILED, Failure};
use super::output;
use crate::domain::Lang;
use crate::files;
use crate::i18n::{fill, texts::cli as t, texts::print};
use crate::report::{Document, Format};
use crate::worker::printer;
use clap::ArgMatches;
use std::io::ErrorKind;
use std::path::Path;

/// Whether the options take the report out of the program, as a file or on paper.
pub fn leaves(matches: &ArgMatches) -> bool {
    matches.contains_id("output") || matches.contains_id("printer") || matches.get_flag("print")
}

/// Renders a document and takes it where the options say.
///
/// # Errors
/// Wrong use, a file that stands already or cannot be written, a printer that is not there or refuses.
pub fn deliver(document: &Document, matches: &ArgMatches, lang: Lang) -> Result<(), Failure> {
    let file = matches.get_one::<String>("output");
    let named = matches.get_one::<String>("printer");
    let to_printer = matches.get_flag("print") || named.is_some();
    let format = format(matches, file.map(String::as_str), to_printer);
    if to_printer && !format.is_printable() {
        let printable: Vec<&str> = Format::ALL.iter().filter(|f| f.is_printable()).map(|f| f.code()).collect();
        let parts: [(&str, &dyn std::fmt::Display); 2] =
            [("format", &format.code()), ("formats", &printable.join(", "))];
        return Err(Failure::usage(fill(print::NOT_PRINTABLE, lang, &parts)));
    }
    if file.is_none() && !to_printer && format.is_binary() && output::is_terminal() {
        return Err(Failure::usage(print::NOT_FOR_TERMINAL.get(lang)));
    }
    // A printer that is not there is told before anything is written.
    let printer = to_printer.then(|| printer::chosen(named.map(String::as_str))).transpose();
    let printer = printer.map_err(|error| unprinted(&error, lang))?;
    let rendered = format.render(document).map_err(|error| {
        let parts: [(&str, &dyn std::fmt::Display); 2] = [("format", &format.code()), ("reason", &error)];
        Failure::new(FAILED, fill(print::NOT_RENDERED, lang, &parts))
    })?;
    if let Some(file) = file {
        files::write_new(Path::new(file), &rendered).map_err(|error| {
            let words = if error.kind() == ErrorKind::AlreadyExists { t::FILE_EXISTS } else { t::FILE_FAILED };
            Failure::new(FAILED, fill(words, lang, &[("file", file), ("reason", &error)]))
        })?;
        output::tell(&fill(t::FILE_WRITTEN, lang, &[("file", file)]));
    }
    if let Some(printer) = printer {
        let job = printer::print(&rendered, format, &printer).map_err(|error| unprinted(&error, lang))?;
        output::tell(&fill(print::PRINTED, lang, &[("printer", &printer.name), ("job", &job)]));
    }
    if leaves(matches) { Ok(()) } else { output::write_bytes(&rendered, lang) }
}

/// The format asked for, else the one of the file's name, else the best that a printer prints, else text.
fn format(matches: &ArgMatches, file: Option<&str>, to_printer: bool) -> Format {
    let asked = matches.get_one::<String>("format").and_then(|code| Format::from_code(code));
    let named = || Format::from_extension(Path::new(file?).extension()?.to_str()?);
    let best = || if to_printer { Format::BEST_PRINTED } else { Format::Text };
    asked.or_else(named).unwrap_or_else(best)
}

/// The message of the print system, with the way out.
fn unprinted(error: &printer::PrintError, lang: Lang) -> Failure {
    let message = fill(print::OR_A_FILE, lang, &[("reason", &error.message(lang))]);
    match error {
        printer::PrintError::Unknown { .. } => Failure::usage(message),
        _ => Failure::new(FAILED, message),
    }
}
