//! `list`: one row for each thing counted.

use super::failure::{FAILED, Failure};
use super::output;
use super::session::Session;
use super::table::{self, Align};
use crate::domain::countries::country_name;
use crate::domain::field::{activity, contact, follow_up, matter, organisation, person, referral};
use crate::domain::{Kind, Lang, Meant, Record, Shown, Type, Value};
use crate::facts::Facts;
use crate::i18n::texts::{cli as t, common, safe, start};
use crate::i18n::{fill, plural};
use crate::query::{Filter, Key, Measure, Names, Vocabulary, code_label};
use crate::report::Cell;
use crate::stats;
use crate::transfer::{CsvRows, JsonRows};
use clap::ArgMatches;

/// Records fetched at a time.
const BATCH: usize = 1000;

/// Lists what the arguments ask for.
///
/// # Errors
/// Wrong use, a store that cannot be read, output that cannot be written.
pub fn run(session: &mut Session, matches: &ArgMatches) -> Result<(), Failure> {
    let what = matches.get_one::<String>("what").map_or("", String::as_str);
    let measure = listed(what, session)?;
    let facts = session.facts()?;
    let period = session.period(matches)?;
    let filter = session.filter(matches, measure, &facts)?;
    let refused = session.store.project().no_sensitive_search && measure.kind() == Kind::Person;
    if refused && filter.as_ref().is_some_and(Filter::is_sensitive) {
        return Err(Failure::new(FAILED, start::SENSITIVE_OFF.get(session.lang)));
    }
    let words = session.words(&filter.clone().unwrap_or_default(), measure)?;
    let refs = stats::list(&facts, measure, period, filter, &words);
    let batches = refs.chunks(BATCH).map(|batch| {
        let records = session.store.fetch(measure.kind(), batch).map_err(|error| session.failed(&error))?;
        Ok(records.into_iter().map(without_what_is_hidden).collect::<Vec<_>>())
    });
    let failed = |error| output::failure(&error, session.lang);
    match matches.get_one::<String>("format").map(String::as_str) {
        Some("json") => {
            let mut rows = JsonRows::new(output::stream(), session.today);
            for batch in batches {
                batch?.iter().try_for_each(|record| rows.push(record)).map_err(failed)?;
            }
            rows.finish().map_err(failed)
        }
        Some("csv") => {
            let mut rows = CsvRows::new(output::stream(), measure.kind(), session.today).map_err(failed)?;
            for batch in batches {
                batch?.iter().try_for_each(|record| rows.push(record)).map_err(failed)?;
            }
            rows.finish().map_err(failed)
        }
        _ => {
            let records: Vec<Record> = batches.collect::<Result<Vec<_>, Failure>>()?.concat();
            people_table(session, &facts, measure, &records)?;
            if measure == Measure::Persons {
                tell_who_is_due(session, &facts)?;
            }
            Ok(())
        }
    }
}

/// The measure of a word that can be listed.
fn listed(what: &str, session: &Session) -> Result<Measure, Failure> {
    let known = super::arguments::listed();
    let word = what.replace('_', "-");
    match Measure::from_code(what) {
        Ok(measure) if known.contains(&word) => Ok(measure),
        _ => {
            let said = fill(t::UNKNOWN_WORD, session.lang, &[("given", &what)]);
            let meant = Meant::among(&word, known.iter().map(String::as_str));
            Err(Failure::usage(said + &crate::i18n::meant(&meant, session.lang)))
        }
    }
}

/// A person with protected identity shows no district, phone or safe-contact note in any list (safety: "Nobody looks
/// in").
fn without_what_is_hidden(mut record: Record) -> Record {
    if record.kind == Kind::Person && record.values[person::PROTECTED].flag() == Some(true) {
        for (value, field) in record.values.iter_mut().zip(record.kind.fields()) {
            if field.sensitive {
                *value = Value::Empty;
            }
        }
    }
    record
}

/// The fields of a kind that a list for people has room for.
fn shown_fields(kind: Kind) -> &'static [usize] {
    match kind {
        Kind::Person => &[
            person::REF,
            person::ALIAS,
            person::BIRTH,
            person::SEX,
            person::COUNTRY,
            person::DISTRICT,
            person::LANGUAGE,
            person::PROTECTED,
        ],
        Kind::Contact => &[
            contact::REF,
            contact::AT,
            contact::PERSON,
            contact::ROLE,
            contact::SOURCE,
            contact::OFFER,
            contact::SERVICES,
            contact::INTERVIEW,
        ],
        Kind::Referral => {
            &[referral::REF, referral::DATE, referral::PERSON, referral::KIND, referral::ORGANISATION, referral::RESULT]
        }
        Kind::FollowUp => &[follow_up::REF, follow_up::DUE, follow_up::PERSON, follow_up::TASK],
        Kind::Activity => &[
            activity::REF,
            activity::START,
            activity::KIND,
            activity::TITLE,
            activity::ORGANISATIONS,
            activity::AUDIENCE,
        ],
        Kind::Matter => &[matter::REF, matter::TITLE, matter::OFFENCE, matter::OPENED, matter::CLOSED, matter::OUTCOME],
        Kind::Organisation => &[organisation::REF, organisation::NAME, organisation::KIND, organisation::AGREEMENT],
        Kind::Relation => &[],
    }
}

/// A line beside the table: how many are due for erasure, and how to see who. The columns are those of the contract.
fn tell_who_is_due(session: &Session, facts: &Facts) -> Result<(), Failure> {
    let due = super::erase::due_of(session, facts)?.len();
    if due > 0 {
        output::tell(&plural(due as u64, safe::LIST_DUE_ONE, safe::LIST_DUE_MANY, session.lang));
    }
    Ok(())
}

fn people_table(session: &Session, facts: &Facts, measure: Measure, records: &[Record]) -> Result<(), Failure> {
    let (kind, lang) = (measure.kind(), session.lang);
    if records.is_empty() {
        return output::show(&Shown::new(t::EMPTY.get(lang)), lang);
    }
    let (fields, shown) = (kind.fields(), shown_fields(kind));
    let number = |ty| if ty == Type::Number { Align::Right } else { Align::Left };
    let mut heads: Vec<_> = shown.iter().map(|&i| (fields[i].label.get(lang), number(fields[i].ty))).collect();
    if kind.has_status() {
        heads.push((Key::Status.label(lang), Align::Left));
    }
    let row = |record: &Record| {
        let cells = shown.iter().map(|&i| Cell::new(in_words(&record.values[i], fields[i].ty, facts, lang)));
        let status = record.status(session.today).map(|code| code_label(code, Key::Status, measure, facts, lang));
        cells.chain(status.map(Cell::new)).collect()
    };
    table::print(&heads, records.iter().map(row).collect(), false, lang)?;
    output::tell(&plural(records.len() as u64, t::ROWS_ONE, t::ROWS_MANY, lang));
    Ok(())
}

/// A value as people read it: labels for codes, names for refs.
fn in_words(value: &Value, ty: Type, facts: &Facts, lang: Lang) -> String {
    let name = |kind: Kind, own: &str| {
        let names = match kind {
            Kind::Person => Names::Person,
            Kind::Organisation => Names::Organisation,
            Kind::Matter => Names::Matter,
            _ => return own.to_owned(),
        };
        facts.name(names, own).unwrap_or_else(|| own.to_owned())
    };
    match ty {
        Type::Code(list) | Type::Codes(list) => {
            let label = |code: &String| facts.lists().label(list, code, lang).to_owned();
            value.codes().iter().map(label).collect::<Vec<_>>().join(", ")
        }
        Type::Country => value.code().map(|code| country_name(code, lang).into_owned()).unwrap_or_default(),
        Type::Link(kind) | Type::Links(kind) => {
            value.links().iter().map(|own| name(kind, own.as_str())).collect::<Vec<_>>().join(", ")
        }
        Type::Flag | Type::FlagElseTrue => match value.flag() {
            Some(flag) => if flag { common::YES } else { common::NO }.get(lang).to_owned(),
            None => String::new(),
        },
        Type::Moment => value.to_string().replace('T', " "),
        _ => value.to_string(),
    }
}
