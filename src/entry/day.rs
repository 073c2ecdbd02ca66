//! Days and times of day as people say them, in Swedish and English.

use super::relative::{self, Unit};
use crate::domain::date::{digits, parse_date};
use crate::domain::text::fold;
use crate::domain::{Lang, Text};
use crate::i18n::{self, fill, texts::entry as t};
use chrono::{Datelike, NaiveDate, NaiveTime, Weekday};

/// Which of two days is meant where a year or a week is left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lean {
    /// What has happened: today or the latest before.
    Past,
    /// What is to happen: today or the first after.
    Future,
}

const WORDS: [(&[&str], i64); 5] = [
    (&["idag", "i dag", "today"], 0),
    (&["igår", "i går", "yesterday"], -1),
    (&["imorgon", "i morgon", "imorrn", "tomorrow"], 1),
    (&["iförrgår", "i förrgår"], -2),
    (&["övermorgon", "i övermorgon"], 2),
];

/// Reads a day: `idag igår -2d +2v fre 20/11 20/11/2026 20 nov 1120 261120 20261120 v48 2026-11-20`, as it is said
/// (`i fredags`, `nästa måndag`, `om en vecka`) or as `say_day` says it, and the same in English. A weekday, a day
/// without a year or a week is the nearest one the way it leans; a week is its Monday.
pub fn read_day(text: &str, today: NaiveDate, lean: Lean) -> Option<NaiveDate> {
    let text = fold(text);
    let text = text.trim();
    // What is said twice must mean one day: `fre 20 nov 2026, i fredags`.
    let twice = text.split_once(", ").and_then(|(one, other)| {
        let day = read_one(one, today, lean)?;
        (read_one(other, today, lean)? == day).then_some(day)
    });
    twice.or_else(|| read_one(text, today, lean))
}

fn read_one(text: &str, today: NaiveDate, lean: Lean) -> Option<NaiveDate> {
    let word = WORDS.iter().find(|(words, _)| words.contains(&text)).and_then(|&(_, days)| shift(today, days));
    word.or_else(|| parse_date(text).ok())
        .or_else(|| distance(text, today))
        .or_else(|| weekday(text, today, lean))
        .or_else(|| week(text, today, lean))
        .or_else(|| plain_digits(text, today, lean))
        .or_else(|| day_and_month(text, today, lean))
        .or_else(|| relative::weekday_said(text, today))
        .or_else(|| relative::distance_said(text, today))
        .or_else(|| after_its_weekday(text, today, lean))
}

/// Reads a time of day: `1420`, `14:20`, `14.20`, `9.05`; with `kl` in front also a whole hour.
pub fn read_time(text: &str) -> Option<NaiveTime> {
    let text = fold(text);
    let bare = text.strip_prefix("kl").map(|rest| rest.trim_start_matches('.').trim_start());
    let text = bare.unwrap_or(&text);
    let (hour, minute) = match text.split_once([':', '.']) {
        Some((hour, minute)) => (digits(hour, hour.len().clamp(1, 2))?, digits(minute, 2)?),
        None if text.len() == 4 => (digits(text.get(..2)?, 2)?, digits(text.get(2..)?, 2)?),
        None if bare.is_some() => (digits(text, text.len().clamp(1, 2))?, 0),
        None => return None,
    };
    NaiveTime::from_hms_opt(hour, minute, 0)
}

/// A day in words, with how far it is: `fre 20 nov 2026, i fredags`.
pub fn say_day(day: NaiveDate, today: NaiveDate, lang: Lang) -> String {
    let date = i18n::date_with_weekday(day, lang);
    let days = (day - today).num_days();
    let simple = |text: Text| text.get(lang).to_owned();
    let count = |text: Text, n: i64| fill(text, lang, &[("n", &n)]);
    let distance = match days {
        0 => simple(t::TODAY),
        -1 => simple(t::YESTERDAY),
        1 => simple(t::TOMORROW),
        -6..=-2 => {
            let name = i18n::weekday(day.weekday().number_from_monday(), lang);
            fill(t::LAST_WEEKDAY, lang, &[("day", &name)])
        }
        -59..=-7 => count(t::DAYS_AGO, -days),
        2..=59 => count(t::IN_DAYS, days),
        _ => return date,
    };
    format!("{date}, {distance}")
}

fn shift(day: NaiveDate, days: i64) -> Option<NaiveDate> {
    day.checked_add_signed(chrono::TimeDelta::try_days(days)?)
}

/// `-2d`, `+2v`, `+1m`, `-1å`.
fn distance(text: &str, today: NaiveDate) -> Option<NaiveDate> {
    let back = text.starts_with('-');
    let rest = text.strip_prefix(['-', '+'])?;
    let unit = rest.chars().last()?;
    let number = rest.strip_suffix(unit)?;
    let count: u32 = digits(number, number.len().clamp(1, 3))?;
    let unit = match unit {
        'd' => Unit::Days,
        'v' | 'w' => Unit::Weeks,
        'm' => Unit::Months,
        'å' | 'y' => Unit::Years,
        _ => return None,
    };
    relative::away(today, count, unit, back)
}

/// A weekday's name or its beginning of three letters.
fn weekday(text: &str, today: NaiveDate, lean: Lean) -> Option<NaiveDate> {
    let number = relative::weekday(text)?;
    let ahead = i64::from((number + 7 - today.weekday().number_from_monday()) % 7);
    shift(today, if lean == Lean::Past && ahead > 0 { ahead - 7 } else { ahead })
}

/// `v48`, `w48`: the Monday of the nearest such week the way it leans; this week counts as both.
fn week(text: &str, today: NaiveDate, lean: Lean) -> Option<NaiveDate> {
    let number = text.strip_prefix(['v', 'w'])?.trim_start().trim_start_matches('.');
    let number = digits(number, number.len().clamp(1, 2))?;
    let this_week = today.week(Weekday::Mon).first_day();
    let year = this_week.iso_week().year();
    let mut mondays = (year - 8..=year + 8).filter_map(|year| NaiveDate::from_isoywd_opt(year, number, Weekday::Mon));
    match lean {
        Lean::Past => mondays.rfind(|&monday| monday <= this_week),
        Lean::Future => mondays.find(|&monday| monday >= this_week),
    }
}

/// `1120`, `261120`, `20261120`.
fn plain_digits(text: &str, today: NaiveDate, lean: Lean) -> Option<NaiveDate> {
    digits(text, text.len())?;
    let part = |range: std::ops::Range<usize>| digits(text.get(range.clone())?, range.len());
    match text.len() {
        4 => nearest_year(part(0..2)?, part(2..4)?, today, lean),
        6 => full(2000 + part(0..2)? as i32, part(2..4)?, part(4..6)?),
        8 => full(part(0..4)? as i32, part(4..6)?, part(6..8)?),
        _ => None,
    }
}

/// `fre 20 nov 2026`: the weekday must be right.
fn after_its_weekday(text: &str, today: NaiveDate, lean: Lean) -> Option<NaiveDate> {
    let (name, rest) = text.split_once(' ')?;
    let number = relative::weekday(name.trim_end_matches(','))?;
    day_and_month(rest, today, lean).filter(|day| day.weekday().number_from_monday() == number)
}

/// `20/11`, `20/11/2026`, `20/11-26`, `20 nov`, `20 november 2026`, `Nov 20`, `November 20, 2026`.
fn day_and_month(text: &str, today: NaiveDate, lean: Lean) -> Option<NaiveDate> {
    let mut parts = text.split(['/', ' ', '-']).filter(|part| !part.is_empty());
    let (day, month, year) = (parts.next()?, parts.next()?, parts.next());
    if parts.next().is_some() || !text.contains(['/', ' ']) {
        return None;
    }
    let (day, month) = if month_named(day).is_some() { (month.trim_end_matches(','), day) } else { (day, month) };
    let day = digits(day, day.len().clamp(1, 2))?;
    let month = digits(month, month.len().clamp(1, 2)).or_else(|| month_named(month))?;
    match year {
        None => nearest_year(month, day, today, lean),
        Some(year) if year.len() == 2 => full(2000 + digits(year, 2)? as i32, month, day),
        Some(year) => full(digits(year, 4)? as i32, month, day),
    }
}

fn month_named(text: &str) -> Option<u32> {
    let named = |number: u32, lang| {
        let name = fold(&i18n::month(number, lang));
        name == text || name.chars().take(3).collect::<String>() == text
    };
    (1..=12).find(|&number| named(number, Lang::Sv) || named(number, Lang::En))
}

fn full(year: i32, month: u32, day: u32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year, month, day).filter(|d| (1900..=2199).contains(&d.year()))
}

/// 29 February may lie some years away.
fn nearest_year(month: u32, day: u32, today: NaiveDate, lean: Lean) -> Option<NaiveDate> {
    let year = today.year();
    match lean {
        Lean::Past => (year - 8..=year).rev().filter_map(|y| full(y, month, day)).find(|&d| d <= today),
        Lean::Future => (year..=year + 8).filter_map(|y| full(y, month, day)).find(|&d| d >= today),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        parse_date(text).unwrap()
    }

    #[test]
    fn days_as_people_say_them() {
        // A Tuesday in week 48.
        let today = day("2026-11-24");
        let cases = [
            ("idag", "2026-11-24", "2026-11-24"),
            ("Igår", "2026-11-23", "2026-11-23"),
            ("i går", "2026-11-23", "2026-11-23"),
            ("tomorrow", "2026-11-25", "2026-11-25"),
            ("-2d", "2026-11-22", "2026-11-22"),
            ("+2v", "2026-12-08", "2026-12-08"),
            ("+1m", "2026-12-24", "2026-12-24"),
            ("-1å", "2025-11-24", "2025-11-24"),
            ("fre", "2026-11-20", "2026-11-27"),
            ("Friday", "2026-11-20", "2026-11-27"),
            ("tis", "2026-11-24", "2026-11-24"),
            ("20/11", "2026-11-20", "2027-11-20"),
            ("25/11", "2025-11-25", "2026-11-25"),
            ("20/11/2024", "2024-11-20", "2024-11-20"),
            ("20/11-24", "2024-11-20", "2024-11-20"),
            ("20 nov", "2026-11-20", "2027-11-20"),
            ("3 maj 2025", "2025-05-03", "2025-05-03"),
            ("1120", "2026-11-20", "2027-11-20"),
            ("261120", "2026-11-20", "2026-11-20"),
            ("20261120", "2026-11-20", "2026-11-20"),
            ("29/2", "2024-02-29", "2028-02-29"),
            ("v48", "2026-11-23", "2026-11-23"),
            ("w47", "2026-11-16", "2027-11-22"),
            ("v53", "2020-12-28", "2026-12-28"),
            ("2026-11-20", "2026-11-20", "2026-11-20"),
            ("i fredags", "2026-11-20", "2026-11-20"),
            ("last Tuesday", "2026-11-17", "2026-11-17"),
            ("förra fredagen", "2026-11-20", "2026-11-20"),
            ("nästa måndag", "2026-11-30", "2026-11-30"),
            ("på fredag", "2026-11-27", "2026-11-27"),
            ("next tuesday", "2026-12-01", "2026-12-01"),
            ("om en vecka", "2026-12-01", "2026-12-01"),
            ("in 3 days", "2026-11-27", "2026-11-27"),
            ("om två månader", "2027-01-24", "2027-01-24"),
            ("för 14 dagar sedan", "2026-11-10", "2026-11-10"),
            ("a week ago", "2026-11-17", "2026-11-17"),
            ("Nov 20", "2026-11-20", "2027-11-20"),
            ("november 20, 2024", "2024-11-20", "2024-11-20"),
            ("fre 20 nov 2026", "2026-11-20", "2026-11-20"),
        ];
        for (text, past, future) in cases {
            assert_eq!(read_day(text, today, Lean::Past), Some(day(past)), "{text}");
            assert_eq!(read_day(text, today, Lean::Future), Some(day(future)), "{text}");
        }
        for wrong in [
            "",
            "fred",
            "31/2",
            "1320",
            "v54",
            "v0",
            "20",
            "+2",
            "-d",
            "å",
            "20/11/26/1",
            "-99999d",
            "2026-11",
            "i fredag",
            "om vecka",
            "om 9999 år",
            "nov nov",
            "tor 20 nov 2026",
            "igår, idag",
            "in person",
            "last",
        ] {
            assert_eq!(read_day(wrong, today, Lean::Past), None, "{wrong}");
        }
    }

    #[test]
    fn times_of_day() {
        let time = |hour, minute| NaiveTime::from_hms_opt(hour, minute, 0);
        let cases = [
            ("1420", time(14, 20)),
            ("14.20", time(14, 20)),
            ("9:05", time(9, 5)),
            ("kl 9", time(9, 0)),
            ("0000", time(0, 0)),
        ];
        for (text, expected) in cases {
            assert_eq!(read_time(text), expected, "{text}");
        }
        for wrong in ["", "9", "2460", "24:00", "1:5", "kl", "åååå", "14:20:00"] {
            assert_eq!(read_time(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn days_in_words() {
        let today = day("2026-11-24");
        let say = |text| say_day(day(text), today, Lang::Sv);
        assert_eq!(say("2026-11-20"), "fre 20 nov 2026, i fredags");
        assert_eq!(say("2026-11-24"), "tis 24 nov 2026, idag");
        assert_eq!(say("2026-11-10"), "tis 10 nov 2026, för 14 dagar sedan");
        assert_eq!(say_day(day("2026-12-01"), today, Lang::En), "Tue 1 Dec 2026, in 7 days");
        assert_eq!(say("2020-01-01"), "ons 1 jan 2020");
    }

    #[test]
    fn what_is_said_is_read_back() {
        let today = day("2026-11-24");
        for days in -80..80 {
            let day = shift(today, days).unwrap();
            for lang in [Lang::Sv, Lang::En] {
                let said = say_day(day, today, lang);
                assert_eq!(read_day(&said, today, Lean::Past), Some(day), "{said}");
                for part in said.split(", ") {
                    assert_eq!(read_day(part, today, Lean::Future), Some(day), "{part}");
                }
            }
        }
    }
}
