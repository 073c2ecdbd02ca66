//! `caselog` without a command: the screen.

use super::failure::{FAILED, Failure};
use super::session::Globals;
use super::{output, passphrase};
use crate::app::exchange::Passphrase;
use crate::config::Theme;
use crate::i18n::texts::cli as t;
use crate::term::{self, Source, Start};

/// Opens the screen on the store that the options name, or on the sample.
///
/// # Errors
/// Exit 2 without a terminal; what keeps the sample or the terminal from being opened.
pub fn run(globals: &Globals, theme: Theme) -> Result<(), Failure> {
    if !output::is_terminal() {
        return Err(Failure::usage(t::NO_TERMINAL.get(globals.lang)));
    }
    let demo = globals.demo().map(|_| globals.open()).transpose()?;
    let (source, today, passphrase) = match demo {
        Some(session) => (Source::Demo(Box::new(session.store)), Some(session.today), None),
        None => {
            globals.refuse_today()?;
            let given = globals.passphrase_file().map(|file| passphrase::of_store(Some(file), globals.lang));
            (Source::Folder(globals.store()?), None, given.transpose()?.map(Passphrase))
        }
    };
    let start = Start { source, lang: globals.lang, today, passphrase, colour: theme == Theme::Default && colours() };
    term::run(start).map_err(|error| Failure::new(FAILED, error.to_string()))
}

/// Whether the user has not asked for no colours: <https://no-color.org>.
fn colours() -> bool {
    std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty())
}
