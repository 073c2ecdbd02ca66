//! The order of a list: by any field, the derived status, or what waits first.

use super::listing::{counted, is_protected};
use super::log::Log;
use crate::app::exchange::{By, Order};
use crate::domain::countries::country_name;
use crate::domain::text::sort_key;
use crate::domain::{Kind, Lang, Type, Value};
use crate::facts::Facts;
use crate::query::key::{FOLLOW_UP_STATUS, REFERRAL_STATUS};
use crate::query::{Filter, Key, Measure, Period, Question, Term, Test};
use crate::store::Error;
use std::collections::{HashMap, HashSet};

/// What a value is sorted by.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Weight {
    Number(u64),
    Text(String),
}

/// By row what it is sorted by, where it has something.
type Weights = HashMap<u32, Weight>;

/// Brings rows, oldest first, into an order.
///
/// # Errors
/// Those of the store.
pub fn ordered(log: &Log, kind: Kind, order: Order, mut rows: Vec<u32>, lang: Lang) -> Result<Vec<u32>, Error> {
    let weights = match order.by {
        By::Waiting => return waiting_first(log, rows),
        // They stand so already.
        By::Field(field) if Some(field) == kind.date_field() => {
            if order.descending {
                rows.reverse();
            }
            return Ok(rows);
        }
        By::Status => statuses(log, kind)?,
        By::Field(field) if Some(field) == kind.name_field() && is_named(kind) => names(&log.facts, kind, &rows),
        By::Field(field) => fields(log, kind, field, lang)?,
    };
    rows.reverse();
    let mut weighed: Vec<(Option<&Weight>, u32)> = rows.into_iter().map(|row| (weights.get(&row), row)).collect();
    weighed.sort_by(|(one, _), (other, _)| match (one, other) {
        (Some(one), Some(other)) if order.descending => other.cmp(one),
        (Some(one), Some(other)) => one.cmp(other),
        (one, other) => other.is_some().cmp(&one.is_some()),
    });
    Ok(weighed.into_iter().map(|(_, row)| row).collect())
}

/// Follow-ups: those that wait, the most urgent first, then the others, newest first.
fn waiting_first(log: &Log, rows: Vec<u32>) -> Result<Vec<u32>, Error> {
    let waiting: HashSet<u32> = with_status(log, Measure::FollowUps, &["open", "overdue"])?.into_iter().collect();
    let (mut first, mut rest): (Vec<u32>, Vec<u32>) = rows.into_iter().partition(|row| waiting.contains(row));
    rest.reverse();
    first.append(&mut rest);
    Ok(first)
}

fn with_status(log: &Log, measure: Measure, codes: &[&str]) -> Result<Vec<u32>, Error> {
    let tests = codes.iter().map(|code| Test::Code((*code).to_owned())).collect();
    let term = Term { key: Key::Status, negated: false, tests };
    counted(log, &Question::count(measure, Period::ALL, Filter::default().and(term)))
}

/// The derived status of every record that has one.
fn statuses(log: &Log, kind: Kind) -> Result<Weights, Error> {
    let (measure, codes) = match kind {
        Kind::FollowUp => (Measure::FollowUps, FOLLOW_UP_STATUS),
        _ => (Measure::Referrals, REFERRAL_STATUS),
    };
    let mut weights = HashMap::new();
    for (place, (code, _)) in codes.iter().enumerate().filter(|_| kind.has_status()) {
        let rows = with_status(log, measure, &[code])?;
        weights.extend(rows.into_iter().map(|row| (row, Weight::Number(place as u64))));
    }
    Ok(weights)
}

/// Whether the facts hold the names of a kind.
fn is_named(kind: Kind) -> bool {
    matches!(kind, Kind::Person | Kind::Organisation | Kind::Matter)
}

/// What the records are called, from the facts.
fn names(facts: &Facts, kind: Kind, rows: &[u32]) -> Weights {
    let named = rows.iter().map(|&row| (row, Weight::Text(sort_key(name(facts, kind, row)))));
    named.filter(|(_, weight)| *weight != Weight::Text(String::new())).collect()
}

fn name(facts: &Facts, kind: Kind, row: u32) -> &str {
    let row = row as usize;
    let name = match kind {
        Kind::Person => facts.people.alias.get(row),
        Kind::Organisation => facts.organisations.name.get(row),
        Kind::Matter => facts.matters.title.get(row),
        _ => None,
    };
    name.unwrap_or_default()
}

/// The values of one field, read from the store. What a protected person keeps to herself has no weight: her place in
/// the list would tell it.
fn fields(log: &Log, kind: Kind, field: usize, lang: Lang) -> Result<Weights, Error> {
    let Some(declared) = kind.fields().get(field) else { return Ok(HashMap::new()) };
    let mut weights = HashMap::new();
    log.store.column(kind, field, |own, text| {
        let value = Value::parse(declared.ty, text).unwrap_or_default();
        if !(declared.sensitive && is_protected(&log.facts, &own))
            && let Some(row) = log.facts.rows(kind).row(&own)
            && let Some(weight) = weight(log, declared.ty, &value, lang)
        {
            weights.insert(row, weight);
        }
    })?;
    Ok(weights)
}

/// What a value of that type is sorted by; `None` for an empty one.
fn weight(log: &Log, ty: Type, value: &Value, lang: Lang) -> Option<Weight> {
    let text = |text: &str| Weight::Text(sort_key(text));
    Some(match (value, ty) {
        (Value::Empty, _) => return None,
        (Value::Number(number), _) => Weight::Number((*number).into()),
        (Value::Flag(flag), _) => Weight::Number((!flag).into()),
        (Value::Code(code), Type::Country) => text(&country_name(code, lang)),
        (Value::Code(_) | Value::Codes(_), Type::Code(list) | Type::Codes(list)) => {
            let first = value.codes().first()?;
            let place = log.store.lists().values(list).iter().position(|known| known.code == *first)?;
            Weight::Number(place as u64)
        }
        (Value::Link(own), Type::Link(kind)) => {
            match log.facts.rows(kind).row(own).map_or("", |row| name(&log.facts, kind, row)) {
                "" => text(own.as_str()),
                name => text(name),
            }
        }
        (value, _) => text(&value.to_string()),
    })
}
