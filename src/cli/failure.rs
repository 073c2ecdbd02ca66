//! What can stop a command: its exit code (contract section 1) and a message that says what to do next.

use crate::domain::{Lang, Meant};
use crate::i18n::{fill, meant, texts::cli as t};
use clap::error::{ContextKind, ContextValue, ErrorKind};

/// Could not be done.
pub const FAILED: u8 = 1;
/// Wrong use: unknown command, option, key, value or period.
pub const USAGE: u8 = 2;
/// The store is damaged, or `verify` found something.
pub const DAMAGED: u8 = 5;
/// Input rejected: nothing was written.
pub const REJECTED: u8 = 6;

/// Why a command stopped. An empty message is one that has been given already.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    pub exit: u8,
    pub message: String,
}

impl Failure {
    pub fn new(exit: u8, message: impl Into<String>) -> Failure {
        Failure { exit, message: message.into() }
    }

    /// Wrong use.
    pub fn usage(message: impl Into<String>) -> Failure {
        Failure::new(USAGE, message)
    }

    /// The same of an open store, which knows what is wrong with its disk.
    pub fn of(error: &crate::store::Error, store: &crate::store::Store, lang: Lang) -> Failure {
        match store.trouble(error) {
            Some(trouble) => Failure::new(error.exit_code(), error.with_trouble(trouble, lang).into_string()),
            None => Failure::of_store(error, lang),
        }
    }

    /// What a store could not do, in its words and with its exit code.
    pub fn of_store(error: &crate::store::Error, lang: Lang) -> Failure {
        Failure::new(error.exit_code(), error.message(lang).into_string())
    }

    /// The reader of a pipe went away: all that it wanted was done.
    pub fn reader_gone() -> Failure {
        Failure::new(0, "")
    }

    /// A fault of the command line in our own words: what is wrong, the nearest right one, where to read more.
    /// `arguments` are those after the program's name.
    pub fn from_clap(error: &clap::Error, arguments: &[String], lang: Lang) -> Failure {
        let what = said(error, lang);
        let root = super::arguments::command(lang);
        let (mut command, mut path) = (&root, "caselog".to_owned());
        for word in arguments {
            if let Some(own) = command.find_subcommand(word) {
                (command, path) = (own, format!("{path} {word}"));
            }
        }
        let help = fill(t::SEE_HELP, lang, &[("command", &path)]);
        Failure::usage(format!("{what}{}; {help}", meant(&suggested(error), lang)))
    }
}

fn said(error: &clap::Error, lang: Lang) -> String {
    let text = |kind| error.get(kind).map(ToString::to_string).unwrap_or_default();
    let (option, given) = (text(ContextKind::InvalidArg), text(ContextKind::InvalidValue));
    match error.kind() {
        ErrorKind::InvalidSubcommand => {
            fill(t::UNKNOWN_COMMAND, lang, &[("given", &text(ContextKind::InvalidSubcommand))])
        }
        ErrorKind::UnknownArgument if option.starts_with('-') => fill(t::UNKNOWN_OPTION, lang, &[("given", &option)]),
        ErrorKind::UnknownArgument => fill(t::UNKNOWN_WORD, lang, &[("given", &option)]),
        ErrorKind::InvalidValue if given.is_empty() => fill(t::MISSING_VALUE, lang, &[("option", &option)]),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            fill(t::UNKNOWN_VALUE, lang, &[("option", &option), ("given", &given)])
        }
        ErrorKind::NoEquals | ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues => {
            fill(t::MISSING_VALUE, lang, &[("option", &option)])
        }
        ErrorKind::TooManyValues => fill(t::UNWANTED_VALUE, lang, &[("option", &option)]),
        ErrorKind::ArgumentConflict => match text(ContextKind::PriorArg) {
            other if other.is_empty() || other == option => fill(t::TWICE, lang, &[("option", &option)]),
            other => fill(t::NOT_TOGETHER, lang, &[("option", &option), ("other", &other)]),
        },
        ErrorKind::MissingRequiredArgument => fill(t::MISSING, lang, &[("what", &option)]),
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            t::MISSING_COMMAND.get(lang).to_owned()
        }
        ErrorKind::InvalidUtf8 => t::NOT_UTF8.get(lang).to_owned(),
        _ => error.kind().to_string(),
    }
}

/// The right word nearest to the one given, or else all that there are, where they are few.
fn suggested(error: &clap::Error) -> Meant {
    let words = |kind| match error.get(kind) {
        Some(ContextValue::String(text)) => vec![text.clone()],
        Some(ContextValue::Strings(texts)) => texts.clone(),
        _ => Vec::new(),
    };
    let kinds = [ContextKind::SuggestedSubcommand, ContextKind::SuggestedArg, ContextKind::SuggestedValue];
    match kinds.into_iter().flat_map(words).next() {
        Some(word) => Meant::Nearest(word),
        None => Meant::OneOf(words(ContextKind::ValidValue)),
    }
}
