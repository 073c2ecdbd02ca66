//! Days said by how far they are: `i fredags`, `next monday`, `om en vecka`, `14 days ago`.

use crate::domain::Lang;
use crate::domain::date::digits;
use crate::i18n;
use chrono::{Datelike, Days, Months, NaiveDate};

/// What a distance is counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unit {
    Days,
    Weeks,
    Months,
    Years,
}

/// A day so far from another, back or ahead; `None` where the calendar ends.
pub(super) fn away(from: NaiveDate, count: u32, unit: Unit, back: bool) -> Option<NaiveDate> {
    let months = |months: u32| {
        let months = Months::new(months);
        if back { from.checked_sub_months(months) } else { from.checked_add_months(months) }
    };
    let days = |days: u32| {
        let days = Days::new(days.into());
        if back { from.checked_sub_days(days) } else { from.checked_add_days(days) }
    };
    match unit {
        Unit::Days => days(count),
        Unit::Weeks => days(count * 7),
        Unit::Months => months(count),
        Unit::Years => months(count * 12),
    }
}

/// The number of a weekday by its whole name or the first three letters, Monday being 1.
pub(super) fn weekday(text: &str) -> Option<u32> {
    let is_short = text.chars().count() == 3;
    let named = |number: u32| {
        [Lang::Sv, Lang::En].iter().any(|&lang| {
            let name = i18n::weekday(number, lang).to_lowercase();
            name == text || is_short && name.starts_with(text)
        })
    };
    (1..=7).find(|&number| named(number))
}

const PAST: [&str; 2] = ["last ", "förra "];
const AHEAD: [&str; 3] = ["next ", "nästa ", "på "];

/// `i fredags`, `förra fredagen`, `last friday`: the latest before today. `nästa fredag`, `på fredag`, `next friday`:
/// the first after it.
pub(super) fn weekday_said(text: &str, today: NaiveDate) -> Option<NaiveDate> {
    let gone = text.strip_prefix("i ").and_then(|rest| rest.strip_suffix('s'));
    let gone = gone.or_else(|| {
        let rest = PAST.iter().find_map(|word| text.strip_prefix(word))?;
        Some(rest.strip_suffix("en").filter(|day| day.ends_with("dag")).unwrap_or(rest))
    });
    let (name, back) = match gone {
        Some(name) => (name, true),
        None => (AHEAD.iter().find_map(|word| text.strip_prefix(word))?, false),
    };
    let number = weekday(name)?;
    let ahead = (number + 7 - today.weekday().number_from_monday()) % 7;
    match back {
        true => away(today, 7 - ahead, Unit::Days, true),
        false => away(today, if ahead == 0 { 7 } else { ahead }, Unit::Days, false),
    }
}

/// `om en vecka`, `in 3 days`; `för 14 dagar sedan`, `two weeks ago`.
pub(super) fn distance_said(text: &str, today: NaiveDate) -> Option<NaiveDate> {
    let ahead = text.strip_prefix("om ").or_else(|| text.strip_prefix("in ")).map(|rest| (rest, false));
    let (rest, back) = ahead.or_else(|| {
        let gone = text.strip_prefix("för ").and_then(|rest| rest.strip_suffix(" sedan").or(rest.strip_suffix(" sen")));
        gone.or_else(|| text.strip_suffix(" ago")).map(|rest| (rest, true))
    })?;
    let (count, unit) = rest.split_once(' ')?;
    away(today, number(count)?, unit_of(unit.trim())?, back)
}

fn unit_of(text: &str) -> Option<Unit> {
    match text {
        "dag" | "dagar" | "day" | "days" => Some(Unit::Days),
        "vecka" | "veckor" | "week" | "weeks" => Some(Unit::Weeks),
        "månad" | "månader" | "month" | "months" => Some(Unit::Months),
        "år" | "year" | "years" => Some(Unit::Years),
        _ => None,
    }
}

/// The small numbers in words, from one on.
const NUMBERS: [&[&str]; 6] = [
    &["en", "ett", "a", "an", "one"],
    &["två", "two"],
    &["tre", "three"],
    &["fyra", "four"],
    &["fem", "five"],
    &["sex", "six"],
];

fn number(text: &str) -> Option<u32> {
    let said = (1..).zip(NUMBERS).find(|(_, words)| words.contains(&text)).map(|(number, _)| number);
    said.or_else(|| digits(text, text.len().clamp(1, 3)))
}
