//! `log`: one contact from one line. What every word is taken for is shown; nothing is guessed, and nothing is written
//! before the whole line is understood.

use super::failure::{Failure, REJECTED};
use super::session::Session;
use super::{input, output};
use crate::config;
use crate::domain::{Edit, Kind, Shown};
use crate::entry::{Line, read_line};
use crate::i18n::{fill, texts::cli as t};
use crate::worker::line::understand;
use clap::ArgMatches;

/// Logs a contact, and prints its ref.
///
/// # Errors
/// Exit 6 with what was not understood, or if she said no; the store's own.
pub fn run(session: &mut Session, matches: &ArgMatches) -> Result<(), Failure> {
    let lang = session.lang;
    let given: Vec<&str> = matches.get_many::<String>("line").into_iter().flatten().map(String::as_str).collect();
    let is_asked = given.is_empty() || given == ["-"];
    let text = match is_asked {
        false => given.join(" "),
        true => {
            if output::can_ask() {
                output::ask(t::LOG_ASK.get(lang));
            }
            input::line(lang)?.unwrap_or_default()
        }
    };
    let facts = session.facts()?;
    let now = session.today.and_time(config::now().time());
    // What is assumed of her is kept only where it can be seen and refused first.
    let line = match output::can_ask() {
        true => understand(&session.store, &facts, &text, now).map_err(|error| session.failed(&error))?,
        false => read_line(&text, now, &facts),
    };
    for part in &line.parts {
        let sign = if part.meaning.is_understood() { ' ' } else { '!' };
        output::tell(&format!("{sign} {}: {}", part.typed, part.meaning.say(&facts, lang)));
    }
    for assumed in &line.assumed {
        output::tell(&format!("  + {}", assumed.say(&facts, lang)));
    }
    if !line.is_whole() {
        return Err(Failure::new(REJECTED, missing(&line, session)));
    }
    if output::can_ask() && !is_confirmed(session)? {
        return Err(Failure::new(REJECTED, t::LOG_NOT_SAVED.get(lang)));
    }
    let change = line.with_ref(session.store.next_ref(Kind::Person, 0)).change();
    let done = session.store.apply(change, config::now()).map_err(|error| session.failed(&error))?;
    let own = done.edits.iter().filter_map(Edit::record).find(|(made, _)| *made == Kind::Contact);
    own.map_or(Ok(()), |(_, own)| output::show(&Shown::line(own.to_string()), lang))
}

/// What keeps the line from being saved.
fn missing(line: &Line, session: &Session) -> String {
    let unread = line.parts.iter().filter(|part| !part.meaning.is_understood());
    let words: Vec<&str> = unread.map(|part| part.typed.as_str()).collect();
    match words.is_empty() {
        true => t::LOG_NOBODY.get(session.lang).to_owned(),
        false => fill(t::LOG_NOT_UNDERSTOOD, session.lang, &[("words", &words.join(", "))]),
    }
}

/// Whether she wants it saved as it was read: an empty answer is yes.
fn is_confirmed(session: &Session) -> Result<bool, Failure> {
    output::ask(t::LOG_CONFIRM.get(session.lang));
    let answer = input::line(session.lang)?.map(|answer| answer.trim().to_lowercase());
    Ok(answer.is_some_and(|answer| answer.is_empty() || ["j", "ja", "y", "yes"].contains(&answer.as_str())))
}
