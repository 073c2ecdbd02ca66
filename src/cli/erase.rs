//! `erase`: a person and all about her taken out for good.

use super::failure::{FAILED, Failure};
use super::session::Session;
use super::{input, output};
use crate::checks::{self, Condition};
use crate::config;
use crate::domain::field::person;
use crate::domain::text::fold;
use crate::domain::{Kind, Ref, Shown, Value};
use crate::facts::Facts;
use crate::i18n::texts::safe as t;
use crate::i18n::{fill, plural};
use clap::ArgMatches;

/// Says what will be taken, asks, and takes it. Without a person: who is due.
///
/// # Errors
/// Exit 2 if nobody, or more than one, is meant; exit 1 if it is not wanted, or cannot be asked for; the store's own.
pub fn run(session: &mut Session, matches: &ArgMatches) -> Result<(), Failure> {
    let lang = session.lang;
    let typed = match matches.get_one::<String>("person").map(String::as_str) {
        Some("-") => input::line(lang)?.unwrap_or_default(),
        Some(typed) => typed.to_owned(),
        None => return due(session),
    };
    session.writable()?;
    let own = meant(session, typed.trim())?;
    let erasure = session.store.erasure(&own).map_err(|error| session.failed(&error))?;
    output::tell(&erasure.in_words(lang).join("\n"));
    if !matches.get_flag("yes") {
        if !output::can_ask() {
            return Err(Failure::new(FAILED, t::ERASE_UNASKED.get(lang)));
        }
        output::ask(t::ERASE_ASK.get(lang));
        if !input::yes(lang)? {
            return Err(Failure::new(FAILED, t::ERASE_NOT.get(lang)));
        }
    }
    session.store.erase(&own, config::now()).map_err(|error| session.failed(&error))?;
    output::show(&Shown::new(fill(t::ERASED, lang, &[("own", &own)])), lang)
}

/// The person of that ref, alias or further name.
fn meant(session: &Session, typed: &str) -> Result<Ref, Failure> {
    let lang = session.lang;
    let get = |own: &Ref| session.store.get(Kind::Person, own).map_err(|error| session.failed(&error));
    if let Ok(own) = Ref::parse(typed)
        && get(&own)?.is_some()
    {
        return Ok(own);
    }
    let (wanted, mut found) = (fold(typed), Vec::new());
    let each = session.store.for_each(Kind::Person, |record| {
        let is_alias = fold(record.values[person::ALIAS].text()) == wanted;
        let is_aka = match &record.values[person::AKA] {
            Value::Names(names) => names.iter().any(|name| fold(name) == wanted),
            _ => false,
        };
        found.extend(record.own_ref().filter(|_| !wanted.is_empty() && (is_alias || is_aka)).cloned());
    });
    each.map_err(|error| session.failed(&error))?;
    match found.as_slice() {
        [only] => Ok(only.clone()),
        [] => Err(Failure::usage(t::ERASE_NOBODY.get(lang))),
        several => {
            let refs = several.iter().map(Ref::as_str).collect::<Vec<_>>().join(", ");
            Err(Failure::usage(fill(t::ERASE_SEVERAL, lang, &[("refs", &refs)])))
        }
    }
}

/// The people whose records are due for erasure, a line each.
fn due(session: &mut Session) -> Result<(), Failure> {
    let lang = session.lang;
    let facts = session.facts()?;
    let due = due_of(session, &facts)?;
    if due.is_empty() {
        return output::show(&Shown::new(t::ERASE_NONE_DUE.get(lang)), lang);
    }
    output::tell(&plural(due.len() as u64, t::ERASE_DUE_ONE, t::ERASE_DUE_MANY, lang));
    let lines: Vec<&str> = due.iter().map(Ref::as_str).collect();
    output::show(&Shown::new(lines.join("\n")), lang)
}

/// The people whose records are due, without those who are stubs already.
pub fn due_of(session: &Session, facts: &Facts) -> Result<Vec<Ref>, Failure> {
    let erased = session.store.erased().map_err(|error| session.failed(&error))?;
    let found = checks::findings(facts, session.store.project(), Vec::new);
    let found = checks::without_erased(found, &erased).into_iter();
    let due = found.filter(|finding| finding.rule.condition == Condition::NothingSince);
    Ok(due.flat_map(|finding| finding.refs).collect())
}
