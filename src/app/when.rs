//! Moments, births and intervals as people say them, and the reading that is shown beside them. Days and times of day
//! are read by `entry`.

use crate::domain::date::clock;
use crate::domain::text::fold;
use crate::domain::{Birth, Every, Lang, Moment};
use crate::entry::{Lean, read_day, read_time, say_day};
use chrono::{NaiveDate, NaiveDateTime, NaiveTime, Timelike};

/// Reads a day with or without a time: a day as `entry` reads it, then `14:20`, `14.20`, `1420` or `kl 14`; a time
/// alone is of today; `nu` and `now` are this minute.
pub fn read_moment(text: &str, now: NaiveDateTime, lean: Lean) -> Option<Moment> {
    let today = now.date();
    if let Ok(moment) = Moment::parse(text.trim()) {
        return Some(moment);
    }
    let folded = fold(text);
    if matches!(folded.as_str(), "nu" | "now") {
        return Some(Moment { date: today, time: NaiveTime::from_hms_opt(now.hour(), now.minute(), 0) });
    }
    // As `reading` says it: how far the day is stands last.
    let folded = match folded.split_once(", ") {
        Some((moment, said)) if read_day(said, today, lean).is_some() && moment.contains([':', '.']) => {
            moment.to_owned()
        }
        _ => folded,
    };
    if let Some(date) = read_day(&folded, today, lean) {
        return Some(Moment { date, time: None });
    }
    if let Some(time) = read_time(&folded) {
        return Some(Moment { date: today, time: Some(time) });
    }
    let (day, time) = folded.rsplit_once(' ')?;
    let day = day.trim_end();
    let day = day.strip_suffix(" kl").or_else(|| day.strip_suffix(" at")).unwrap_or(day).trim_end_matches(',');
    let time = read_time(time).or_else(|| read_time(&format!("kl {time}")).filter(|_| time.len() <= 2))?;
    Some(Moment { date: read_day(day, today, lean)?, time: Some(time) })
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

/// An interval as it is typed, with the letter of its unit in the language: `2v`, `2w`.
pub fn every_text(every: Every, lang: Lang) -> String {
    let text = every.to_string();
    match lang {
        Lang::Sv => text.replace('w', "v").replace('y', "å"),
        Lang::En => text,
    }
}

/// The reading of a moment: `fre 20 nov 2026 14:20, i fredags`.
pub fn reading(moment: Moment, today: NaiveDate, lang: Lang) -> String {
    let day = say_day(moment.date, today, lang);
    match (moment.time, day.split_once(", ")) {
        (None, _) => day,
        (Some(time), Some((day, distance))) => format!("{day} {}, {distance}", clock(time)),
        (Some(time), None) => format!("{day} {}", clock(time)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::date::parse_date;

    /// Wednesday 2010-05-05, 09:30.
    fn now() -> NaiveDateTime {
        parse_date("2010-05-05").unwrap().and_hms_opt(9, 30, 12).unwrap()
    }

    #[test]
    fn moments_as_people_say_them() {
        let cases = [
            ("igår 14:20", "2010-05-04T14:20"),
            ("igår 1420", "2010-05-04T14:20"),
            ("i går kl 14.20", "2010-05-04T14:20"),
            ("igår 9", "2010-05-04T09:00"),
            ("2010-03-05T09:05", "2010-03-05T09:05"),
            ("2010-03-05 09:05", "2010-03-05T09:05"),
            ("1420", "2010-05-05T14:20"),
            ("14.20", "2010-05-05T14:20"),
            ("kl 8", "2010-05-05T08:00"),
            ("nu", "2010-05-05T09:30"),
            ("mån", "2010-05-03"),
            ("-2d 0815", "2010-05-03T08:15"),
            ("i fredags 14:20", "2010-04-30T14:20"),
            ("last friday 9", "2010-04-30T09:00"),
            ("fre 30 apr 2010 14:20, i fredags", "2010-04-30T14:20"),
        ];
        for (text, expected) in cases {
            let read = read_moment(text, now(), Lean::Past).map(|moment| moment.to_string());
            assert_eq!(read.as_deref(), Some(expected), "{text}");
        }
        for wrong in ["igår 25:00", "14:60", "imorrrn 14", ":", "åå", "kl", " "] {
            assert_eq!(read_moment(wrong, now(), Lean::Past), None, "{wrong}");
        }
    }

    #[test]
    fn readings_say_how_far() {
        let moment = Moment::parse("2010-04-30T14:20").unwrap();
        assert_eq!(reading(moment, now().date(), Lang::Sv), "fre 30 apr 2010 14:20, i fredags");
    }

    #[test]
    fn births_and_intervals() {
        assert_eq!(read_birth("19920428").unwrap().to_string(), "1992-04-28");
        assert_eq!(read_birth("1992").unwrap().to_string(), "1992");
        assert_eq!(read_birth("ååååååå"), None);
        assert_eq!(read_every("2v").unwrap().to_string(), "2w");
        assert_eq!(read_every("1 å").unwrap().to_string(), "1y");
        for text in ["3d", "2v", "1m", "1å"] {
            assert_eq!(every_text(read_every(text).unwrap(), Lang::Sv), text);
        }
        assert_eq!(every_text(read_every("2v").unwrap(), Lang::En), "2w");
    }
}
