//! `add`: one record from options, questions on the terminal or lines of standard input. It is an import of one row,
//! so that an organisation may be named and every check is the same.

use super::failure::{Failure, REJECTED, USAGE};
use super::session::Session;
use super::{input, output};
use crate::config;
use crate::domain::meant::names;
use crate::domain::{Edit, Field, Kind, Lang, Meant, Problem, Shown};
use crate::i18n::{fill, meant, texts::cli as t};
use crate::transfer::{self, Fault, Refused, SourceFile, Sources, What, csv_text};
use clap::ArgMatches;

/// Adds a record, and prints its ref.
///
/// # Errors
/// Exit 2 for a value that its column does not know, exit 6 for a record that cannot be saved; the store's own.
pub fn run(session: &mut Session, kind: Kind, matches: &ArgMatches) -> Result<(), Failure> {
    let lang = session.lang;
    let given = given(kind, matches, lang)?;
    if given.is_empty() {
        return Err(Failure::new(REJECTED, t::ADD_NOTHING.get(lang)));
    }
    let (columns, values) = given.into_iter().unzip();
    let file =
        SourceFile { name: format!("{}.csv", kind.table()), bytes: csv_text(&[columns, values]).into_bytes().into() };
    let sources = Sources { files: vec![file], not_read: Vec::new() };
    let plan =
        transfer::import(sources, &session.store, false, &|_, _, _| Ok(())).map_err(|refused| match refused {
            Refused::Existing(error) => Failure::of_store(&error, lang),
            Refused::Faults(faults) => rejected(&faults, kind, lang),
        })?;
    if plan.change.edits.is_empty() {
        return Err(Failure::new(REJECTED, t::STANDS_ALREADY.get(lang)));
    }
    let done = session.store.apply(plan.change, config::now()).map_err(|error| session.failed(&error))?;
    let own = done.edits.iter().rev().filter_map(Edit::record).find(|(made, _)| *made == kind);
    own.map_or(Ok(()), |(_, own)| output::show(&Shown::line(own.to_string()), lang))
}

/// The columns that are given and their values, in the order of the options: so the lines of standard input stand too.
fn given(kind: Kind, matches: &ArgMatches, lang: Lang) -> Result<Vec<(String, String)>, Failure> {
    let mut given = Vec::new();
    let mut fields: Vec<&Field> = kind.fields().iter().collect();
    fields.sort_by_key(|field| matches.index_of(field.code));
    for field in fields {
        let Some(value) = matches.get_one::<String>(field.code) else { continue };
        let value = match value.as_str() {
            "-" => answer(field, lang)?.unwrap_or_default(),
            value => value.to_owned(),
        };
        given.push((field.code.to_owned(), value));
    }
    match given.is_empty() {
        false => Ok(given),
        true if output::can_ask() => asked(kind, lang),
        true => read(kind, lang),
    }
}

/// Asks for every column in turn; an empty answer leaves it empty.
fn asked(kind: Kind, lang: Lang) -> Result<Vec<(String, String)>, Failure> {
    output::tell(t::ASK_HOW.get(lang));
    let mut given = Vec::new();
    for field in kind.fields().iter().skip(1) {
        let Some(value) = answer(field, lang)? else { break };
        given.push((field.code.to_owned(), value));
    }
    Ok(given)
}

/// The next line, which is the value of a column; on a terminal it is asked for.
fn answer(field: &Field, lang: Lang) -> Result<Option<String>, Failure> {
    if output::can_ask() {
        output::ask(&fill(t::ASK_COLUMN, lang, &[("code", &field.code), ("label", &field.label.get(lang))]));
    }
    input::line(lang)
}

/// Reads lines such as `alias: A.B-12`.
fn read(kind: Kind, lang: Lang) -> Result<Vec<(String, String)>, Failure> {
    let mut given = Vec::new();
    let mut number = 0;
    while let Some(line) = input::line(lang)? {
        number += 1;
        if line.trim().is_empty() {
            continue;
        }
        let (column, value) = line
            .split_once(':')
            .ok_or_else(|| Failure::new(REJECTED, fill(t::ADD_NOT_A_LINE, lang, &[("line", &number)])))?;
        let column = column.trim().replace('-', "_");
        if kind.field(&column).is_none() {
            let names = kind.fields().iter().flat_map(|field| names(field.code, field.label));
            let said = fill(t::UNKNOWN_COLUMN, lang, &[("given", &column)]);
            return Err(Failure::usage(said + &meant(&Meant::called(&column, names), lang)));
        }
        given.push((column, value.trim_start().to_owned()));
    }
    Ok(given)
}

/// The faults by column, without the file that was never there.
fn rejected(faults: &[Fault], kind: Kind, lang: Lang) -> Failure {
    let is_wrong_use = |fault: &Fault| {
        use Problem::{Birth, Country, Date, Every, Flag, Moment, Number, UnknownCode};
        let What::Value(problem) = &fault.what else { return false };
        matches!(problem, Birth | Country | Date | Every | Flag | Moment | Number | Problem::Ref | UnknownCode { .. })
    };
    let exit = if faults.iter().any(is_wrong_use) { USAGE } else { REJECTED };
    let words = faults.iter().map(|fault| {
        let shown = Fault { file: kind.code().to_owned(), line: None, ..fault.clone() };
        shown.in_words(lang).into_string()
    });
    Failure::new(exit, words.collect::<Vec<_>>().join("\n"))
}
