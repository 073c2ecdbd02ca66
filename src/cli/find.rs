//! `find`: full-text lookup over everything.

use super::failure::Failure;
use super::session::Session;
use super::table::{self, Align};
use super::{input, output};
use crate::app::exchange::{Entry, LookedUp};
use crate::app::naming::Naming;
use crate::app::snippet::snippet;
use crate::domain::{Lang, Ref, Shown};
use crate::entry::readings;
use crate::i18n::texts::{cli as t, common, look_up};
use crate::report::Cell;
use crate::transfer::{csv_text, json_text};
use crate::worker::{self, Extent, FindError};
use clap::ArgMatches;
use serde_json::{Value, json};

/// The keys of the JSON and the columns of the CSV (contract section 6).
const COLUMNS: [&str; 5] = ["kind", "ref", "date", "title", "snippet"];

/// A record found, in words.
struct Hit {
    entry: Entry,
    date: String,
    title: Shown,
    snippet: Shown,
}

/// Finds what has the words.
///
/// # Errors
/// Input that cannot be read, a store that cannot be read, output that cannot be written.
pub fn run(session: Session, matches: &ArgMatches) -> Result<(), Failure> {
    let lang = session.lang;
    let typed = words(&session, matches)?;
    let lists = session.store.lists().clone();
    let naming = Naming { lists: &lists, lang, revealed: None };
    let looked_up = look_up(session, &typed, &naming)?;
    let hit = |entry: Entry| Hit {
        date: entry.day().map(|day| day.to_string()).unwrap_or_default(),
        title: naming.subject(&entry),
        snippet: snippet(&entry, &typed, &naming),
        entry,
    };
    let hits: Vec<Hit> = looked_up.found.into_iter().map(hit).collect();
    match matches.get_one::<String>("format").map(String::as_str) {
        Some("json") => output::write(&(json_text(&as_json(&hits)) + "\n"), lang)?,
        Some("csv") => {
            let head = COLUMNS.map(str::to_owned).to_vec();
            let rows: Vec<Vec<String>> =
                std::iter::once(head).chain(hits.iter().map(|hit| hit.cells().to_vec())).collect();
            output::write(&csv_text(&rows), lang)?;
        }
        _ if hits.is_empty() => output::show(&Shown::new(look_up::NONE.get(lang)), lang)?,
        _ => for_people(&hits, lang)?,
    }
    let names: Vec<String> = looked_up.near.iter().map(|entry| naming.subject(entry).into_string()).collect();
    if !names.is_empty() {
        output::tell(&crate::i18n::fill(t::FIND_NEAR, lang, &[("names", &names.join(", "))]));
    }
    Ok(())
}

/// What is found, and near names where nothing is. Terms of the filter language need the facts; words do not.
fn look_up(mut session: Session, typed: &str, naming: &Naming) -> Result<LookedUp, Failure> {
    let lang = naming.lang;
    if worker::has_terms(typed) {
        let facts = session.facts()?;
        return worker::find_in(session.store, facts, session.today, typed, lang).map_err(|error| match error {
            FindError::Query(error) => Failure::usage(error.say(lang)),
            FindError::Store(error) => Failure::of_store(&error, lang),
        });
    }
    let found = worker::look_up(&session.store, &readings(typed, session.today), Extent::Everything);
    let mut looked_up = found.map_err(|error| session.failed(&error))?;
    if looked_up.found.is_empty() {
        let facts = session.facts()?;
        let near = worker::near(&session.store, &facts, typed);
        looked_up.near = near.map_err(|error| session.failed(&error))?;
    }
    Ok(looked_up)
}

/// The words of the arguments; for `-` or none a line of the terminal or of standard input.
fn words(session: &Session, matches: &ArgMatches) -> Result<String, Failure> {
    let given: Vec<&str> = matches.get_many::<String>("words").into_iter().flatten().map(String::as_str).collect();
    if !given.is_empty() && given != ["-"] {
        return Ok(given.join(" "));
    }
    if output::can_ask() {
        output::ask(&format!("{}: ", look_up::LABEL.get(session.lang)));
    }
    Ok(input::line(session.lang)?.unwrap_or_default())
}

impl Hit {
    fn cells(&self) -> [String; 5] {
        [
            self.entry.record.kind.code().to_owned(),
            self.entry.own_ref().map(Ref::to_string).unwrap_or_default(),
            self.date.clone(),
            self.title.to_string(),
            self.snippet.to_string(),
        ]
    }
}

fn as_json(hits: &[Hit]) -> Value {
    let object = |hit: &Hit| {
        let cells = hit.cells().map(Value::String);
        Value::Object(COLUMNS.map(str::to_owned).into_iter().zip(cells).collect())
    };
    json!(hits.iter().map(object).collect::<Vec<_>>())
}

fn for_people(hits: &[Hit], lang: Lang) -> Result<(), Failure> {
    let heads = [t::FIND_KIND, t::FIND_REF, t::FIND_DATE, t::FIND_TITLE, t::FIND_SNIPPET];
    let heads: Vec<(&str, Align)> = heads.iter().map(|head| (head.get(lang), Align::Left)).collect();
    let row = |hit: &Hit| {
        let [_, rest @ ..] = hit.cells();
        let kind = common::kind_one(hit.entry.record.kind, lang).to_owned();
        std::iter::once(kind).chain(rest).map(Cell::new).collect()
    };
    table::print(&heads, hits.iter().map(row).collect(), false, lang)
}
