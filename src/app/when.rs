//! Dates and times as people say them, in Swedish and English, and the reading that is shown beside them.

use crate::domain::date::{digits, parse_date};
use crate::domain::{Birth, Every, Lang, Moment, text::fold};
use crate::i18n::{self, fill, texts::app as t};
use chrono::{Datelike, Days, Months, NaiveDate, NaiveDateTime, NaiveTime, Weekday};

/// Which way a day without a year is looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lean {
    /// What has happened: the latest such day, today included.
    Past,
    /// What is to be done: the next such day, today included.
    Future,
}

const DAYS: [(&str, i64); 16] = [
    ("idag", 0),
    ("i dag", 0),
    ("today", 0),
    ("nu", 0),
    ("now", 0),
    ("igår", -1),
    ("i går", -1),
    ("igar", -1),
    ("yesterday", -1),
    ("imorgon", 1),
    ("i morgon", 1),
    ("tomorrow", 1),
    ("förrgår", -2),
    ("i förrgår", -2),
    ("övermorgon", 2),
    ("i övermorgon", 2),
];

/// Reads a day: `2010-12-31`, `20101231`, `idag`, `igår`, `today`, `-2d`, `+2v`, `+1w`, `fre`, `friday`, `20/11`,
/// `1120`, `v48`, `w48`.
pub fn read_day(text: &str, today: NaiveDate, lean: Lean) -> Option<NaiveDate> {
    let text = fold(text);
    if let Ok(date) = parse_date(&text) {
        return Some(date);
    }
    if let Some((_, days)) = DAYS.iter().find(|(word, _)| *word == text) {
        return shift(today, *days);
    }
    offset(&text, today)
        .or_else(|| weekday(&text, today, lean))
        .or_else(|| week(&text, today, lean))
        .or_else(|| day_and_month(&text, today, lean))
        .filter(|day| parse_date(&day.to_string()).is_ok())
}

/// Reads a day with or without a time: any form of `read_day`, then `14:20`, `14.20`, `1420` or `kl 14`; a time alone
/// is of today; `nu` and `now` are this minute.
pub fn read_moment(text: &str, now: NaiveDateTime, lean: Lean) -> Option<Moment> {
    let folded = fold(text);
    if let Ok(moment) = Moment::parse(text.trim()) {
        return Some(moment);
    }
    if matches!(folded.as_str(), "nu" | "now") {
        return Some(Moment { date: now.date(), time: NaiveTime::from_hms_opt(hour(now), minute(now), 0) });
    }
    if let Some(date) = read_day(&folded, now.date(), lean) {
        return Some(Moment { date, time: None });
    }
    if let Some(time) = read_time(&folded) {
        return Some(Moment { date: now.date(), time: Some(time) });
    }
    let (day, time) = folded.rsplit_once([' ', 't'])?;
    let day = day.trim_end().trim_end_matches("kl").trim_end_matches("at").trim_end_matches(',');
    Some(Moment { date: read_day(day, now.date(), lean)?, time: Some(read_time(time)?) })
}

fn hour(now: NaiveDateTime) -> u32 {
    chrono::Timelike::hour(&now)
}

fn minute(now: NaiveDateTime) -> u32 {
    chrono::Timelike::minute(&now)
}

/// `14:20`, `14.20`, `1420`, `920`, `kl 14`.
fn read_time(text: &str) -> Option<NaiveTime> {
    let named = text.strip_prefix("kl").map(str::trim);
    let text = named.unwrap_or(text);
    let (hours, minutes) = match text.split_once([':', '.']) {
        Some(parts) => parts,
        None if text.len() >= 3 && text.is_ascii() => text.split_at(text.len() - 2),
        None if named.is_some() => (text, "00"),
        None => return None,
    };
    let hours = digits(hours, hours.len()).filter(|_| hours.len() <= 2)?;
    NaiveTime::from_hms_opt(hours, digits(minutes, 2)?, 0)
}

/// Reads a birth: the canonical forms and `19920428`.
pub fn read_birth(text: &str) -> Option<Birth> {
    let text = text.trim();
    Birth::parse(text).ok().or_else(|| {
        let dashed = (text.len() == 8 && text.is_ascii()).then(|| [&text[..4], &text[4..6], &text[6..]].join("-"))?;
        Birth::parse(&dashed).ok()
    })
}

/// Reads an interval: the canonical forms, and `2v`, `1å` in Swedish.
pub fn read_every(text: &str) -> Option<Every> {
    let text = fold(text).replace(' ', "");
    Every::parse(&text.replace('v', "w").replace('å', "y")).ok()
}

fn shift(day: NaiveDate, days: i64) -> Option<NaiveDate> {
    let distance = Days::new(days.unsigned_abs());
    if days < 0 { day.checked_sub_days(distance) } else { day.checked_add_days(distance) }
}

/// `-2d`, `+2v`, `+1w`, `-3m`, `+1y`, `+1å`; without a letter, days.
fn offset(text: &str, today: NaiveDate) -> Option<NaiveDate> {
    let (back, rest) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text.strip_prefix('+')?),
    };
    let number = rest.trim_end_matches(|c: char| c.is_alphabetic());
    let count = digits(number, number.len()).filter(|_| (1..=4).contains(&number.len()))?;
    let days = |count: u32| if back { -i64::from(count) } else { i64::from(count) };
    let months = |count: u32| match back {
        true => today.checked_sub_months(Months::new(count)),
        false => today.checked_add_months(Months::new(count)),
    };
    match &rest[number.len()..] {
        "" | "d" => shift(today, days(count)),
        "v" | "w" => shift(today, days(count * 7)),
        "m" => months(count),
        "y" | "å" => months(count * 12),
        _ => None,
    }
}

fn weekday(text: &str, today: NaiveDate, lean: Lean) -> Option<NaiveDate> {
    let text = text.strip_prefix("på ").or_else(|| text.strip_prefix("i ")).unwrap_or(text);
    let text = text.strip_suffix("ags").map_or(text.to_owned(), |stem| format!("{stem}ag"));
    let is = |number: u32| {
        [Lang::Sv, Lang::En].iter().any(|&lang| {
            let name = fold(&i18n::weekday(number, lang));
            name == text || (text.chars().count() >= 2 && name.starts_with(&text))
        })
    };
    let wanted = i64::from((1..=7).find(|&number| is(number))?);
    let now = i64::from(today.weekday().number_from_monday());
    match lean {
        Lean::Past => shift(today, -(now - wanted).rem_euclid(7)),
        Lean::Future => shift(today, (wanted - now).rem_euclid(7)),
    }
}

/// The Monday of a week without a year.
fn week(text: &str, today: NaiveDate, lean: Lean) -> Option<NaiveDate> {
    let number = text.strip_prefix('v').or_else(|| text.strip_prefix('w'))?.trim();
    let number = digits(number, number.len()).filter(|_| number.len() <= 2)?;
    let year = today.iso_week().year();
    nearest(today, lean, |step| NaiveDate::from_isoywd_opt(year + step, number, Weekday::Mon))
}

/// `20/11`, `1120` (month, day) and `20101120`.
fn day_and_month(text: &str, today: NaiveDate, lean: Lean) -> Option<NaiveDate> {
    if text.len() == 8 && text.is_ascii() {
        return parse_date(&[&text[..4], &text[4..6], &text[6..]].join("-")).ok();
    }
    let (day, month) = match text.split_once('/') {
        Some((day, month)) if day.len() <= 2 && month.len() <= 2 => {
            (digits(day, day.len())?, digits(month, month.len())?)
        }
        Some(_) => return None,
        None => (digits(text, 4)? % 100, digits(text, 4)? / 100),
    };
    nearest(today, lean, |step| NaiveDate::from_ymd_opt(today.year() + step, month, day))
}

/// The latest day not after today, or the first not before it, of a day that comes every year. 29 February may be
/// four, at a turn of the century eight, years away.
fn nearest(today: NaiveDate, lean: Lean, in_year: impl Fn(i32) -> Option<NaiveDate>) -> Option<NaiveDate> {
    match lean {
        Lean::Past => (-8..=1).rev().filter_map(in_year).find(|&day| day <= today),
        Lean::Future => (-1..=8).filter_map(in_year).find(|&day| day >= today),
    }
}

/// How far a day is from today, in words: `idag`, `för 3 dagar sedan`.
pub fn distance(day: NaiveDate, today: NaiveDate, lang: Lang) -> String {
    let n = (day - today).num_days();
    let text = match n {
        0 => t::DAY_TODAY,
        -1 => t::DAY_YESTERDAY,
        1 => t::DAY_TOMORROW,
        n if n < 0 => t::DAYS_AGO,
        _ => t::DAYS_AHEAD,
    };
    fill(text, lang, &[("n", &i18n::number(n.abs(), lang))])
}

/// The reading of a day: `fre 20 nov 2026, om 3 dagar`.
pub fn reading(moment: Moment, today: NaiveDate, lang: Lang) -> String {
    let time = moment.time.map(|time| format!(" {}", time.format("%H:%M"))).unwrap_or_default();
    format!("{}{time}, {}", i18n::date_with_weekday(moment.date, lang), distance(moment.date, today, lang))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Wednesday 2010-05-05, 09:30.
    fn now() -> NaiveDateTime {
        parse_date("2010-05-05").unwrap().and_hms_opt(9, 30, 12).unwrap()
    }

    #[test]
    fn days_as_people_say_them() {
        let cases = [
            ("2009-12-31", "2009-12-31", "2009-12-31"),
            ("20091231", "2009-12-31", "2009-12-31"),
            ("idag", "2010-05-05", "2010-05-05"),
            (" I går", "2010-05-04", "2010-05-04"),
            ("yesterday", "2010-05-04", "2010-05-04"),
            ("imorgon", "2010-05-06", "2010-05-06"),
            ("-2d", "2010-05-03", "2010-05-03"),
            ("+2v", "2010-05-19", "2010-05-19"),
            ("+1m", "2010-06-05", "2010-06-05"),
            ("-1å", "2009-05-05", "2009-05-05"),
            ("+3", "2010-05-08", "2010-05-08"),
            ("fre", "2010-04-30", "2010-05-07"),
            ("ons", "2010-05-05", "2010-05-05"),
            ("Friday", "2010-04-30", "2010-05-07"),
            ("i fredags", "2010-04-30", "2010-05-07"),
            ("20/11", "2009-11-20", "2010-11-20"),
            ("1120", "2009-11-20", "2010-11-20"),
            ("5/5", "2010-05-05", "2010-05-05"),
            ("29/2", "2008-02-29", "2012-02-29"),
            ("v48", "2009-11-23", "2010-11-29"),
            ("w1", "2010-01-04", "2011-01-03"),
        ];
        for (text, past, future) in cases {
            let read = |lean| read_day(text, now().date(), lean).map(|day| day.to_string());
            assert_eq!(read(Lean::Past).as_deref(), Some(past), "{text}");
            assert_eq!(read(Lean::Future).as_deref(), Some(future), "{text}");
        }
        for wrong in ["", "x", "31/2", "1399", "v54", "+99999d", "-d", "2010-13-01", "igårr", "å", "+9999å", "漢漢漢漢"]
        {
            assert_eq!(read_day(wrong, now().date(), Lean::Past), None, "{wrong}");
        }
    }

    #[test]
    fn moments_as_people_say_them() {
        let cases = [
            ("igår 14:20", "2010-05-04T14:20"),
            ("igår 1420", "2010-05-04T14:20"),
            ("i går kl 14.20", "2010-05-04T14:20"),
            ("igår 920", "2010-05-04T09:20"),
            ("2010-03-05T09:05", "2010-03-05T09:05"),
            ("2010-03-05 09:05", "2010-03-05T09:05"),
            ("1420", "2010-05-05T14:20"),
            ("14.20", "2010-05-05T14:20"),
            ("kl 8", "2010-05-05T08:00"),
            ("nu", "2010-05-05T09:30"),
            ("mån", "2010-05-03"),
            ("-2d 0815", "2010-05-03T08:15"),
        ];
        for (text, expected) in cases {
            let read = read_moment(text, now(), Lean::Past).map(|moment| moment.to_string());
            assert_eq!(read.as_deref(), Some(expected), "{text}");
        }
        for wrong in ["igår 25:00", "14:60", "imorrn 14", ":", "åå", "kl"] {
            assert_eq!(read_moment(wrong, now(), Lean::Past), None, "{wrong}");
        }
    }

    #[test]
    fn readings_say_how_far() {
        let today = now().date();
        let moment = Moment::parse("2010-04-30T14:20").unwrap();
        assert_eq!(reading(moment, today, Lang::Sv), "fre 30 apr 2010 14:20, för 5 dagar sedan");
        assert_eq!(distance(today, today, Lang::En), "today");
        assert_eq!(distance(parse_date("2010-05-07").unwrap(), today, Lang::En), "in 2 days");
    }

    #[test]
    fn births_and_intervals() {
        assert_eq!(read_birth("19920428").unwrap().to_string(), "1992-04-28");
        assert_eq!(read_birth("1992").unwrap().to_string(), "1992");
        assert_eq!(read_birth("ååååååå"), None);
        assert_eq!(read_every("2v").unwrap().to_string(), "2w");
        assert_eq!(read_every("1 å").unwrap().to_string(), "1y");
    }
}
