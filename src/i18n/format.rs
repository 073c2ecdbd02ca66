//! Dates, numbers, amounts and problems in words.

use super::{fill, plural, texts::common as t};
use crate::domain::{Every, Lang, Limit, Meant, Money, Problem, Target, Text, Unit};
use chrono::{Datelike, NaiveDate};
use std::fmt::Display;

const MONTHS: [Text; 12] = [
    Text::new("januari", "January"),
    Text::new("februari", "February"),
    Text::new("mars", "March"),
    Text::new("april", "April"),
    Text::new("maj", "May"),
    Text::new("juni", "June"),
    Text::new("juli", "July"),
    Text::new("augusti", "August"),
    Text::new("september", "September"),
    Text::new("oktober", "October"),
    Text::new("november", "November"),
    Text::new("december", "December"),
];

const WEEKDAYS: [Text; 7] = [
    Text::new("måndag", "Monday"),
    Text::new("tisdag", "Tuesday"),
    Text::new("onsdag", "Wednesday"),
    Text::new("torsdag", "Thursday"),
    Text::new("fredag", "Friday"),
    Text::new("lördag", "Saturday"),
    Text::new("söndag", "Sunday"),
];

/// A space that no line breaks at, as Swedish groups digits.
const NO_BREAK: char = '\u{a0}';

/// The name of a month, 1 to 12; of any other number that number.
pub fn month(month: u32, lang: Lang) -> String {
    MONTHS.get(month.wrapping_sub(1) as usize).map_or_else(|| month.to_string(), |m| m.get(lang).to_owned())
}

/// The name of a weekday, 1 (Monday) to 7; of any other number that number.
pub fn weekday(day: u32, lang: Lang) -> String {
    WEEKDAYS.get(day.wrapping_sub(1) as usize).map_or_else(|| day.to_string(), |d| d.get(lang).to_owned())
}

/// `31 december 2010`, `31 December 2010`.
pub fn date_long(date: NaiveDate, lang: Lang) -> String {
    format!("{} {} {}", date.day(), month(date.month(), lang), date.year())
}

/// `fre 20 nov 2026`, `Fri 20 Nov 2026`.
pub fn date_with_weekday(date: NaiveDate, lang: Lang) -> String {
    let short = |name: String| name.chars().take(3).collect::<String>();
    let day = short(weekday(date.weekday().number_from_monday(), lang));
    format!("{day} {} {} {}", date.day(), short(month(date.month(), lang)), date.year())
}

/// A period in words: `1 januari 2009 till och med 31 december 2010`.
pub fn period_of_days(from: NaiveDate, to: NaiveDate, lang: Lang) -> String {
    if from == to {
        return date_long(from, lang);
    }
    fill(t::PERIOD_SPAN, lang, &[("from", &date_long(from, lang)), ("to", &date_long(to, lang))])
}

/// A stretch of time: `14 dagar`, `5 years`.
pub fn interval(every: Every, lang: Lang) -> String {
    let (one, many) = match every.unit {
        Unit::Days => (t::DAY_ONE, t::DAY_MANY),
        Unit::Weeks => (t::WEEK_ONE, t::WEEK_MANY),
        Unit::Months => (t::MONTH_ONE, t::MONTH_MANY),
        Unit::Years => (t::YEAR_ONE, t::YEAR_MANY),
    };
    plural(every.count.into(), one, many, lang)
}

/// A whole number with its thousands apart: `1 006 698`, `1,006,698`.
pub fn number(number: i64, lang: Lang) -> String {
    let digits = number.unsigned_abs().to_string();
    let separator = match lang {
        Lang::Sv => NO_BREAK,
        Lang::En => ',',
    };
    let mut grouped = String::new();
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            grouped.push(separator);
        }
        grouped.push(digit);
    }
    if number < 0 { format!("\u{2212}{grouped}") } else { grouped }
}

/// A decimal number with the language's decimal sign.
pub fn decimal(text: &str, lang: Lang) -> String {
    match lang {
        Lang::Sv => text.replace('.', ","),
        Lang::En => text.to_owned(),
    }
}

/// An amount: `1 006 698 kr`, `SEK 1,006,698`; öre only where there are any.
pub fn money(amount: Money, lang: Lang) -> String {
    let text = amount.to_string();
    let (whole, cents) = text.split_once('.').unwrap_or((&text, "00"));
    let sign = if whole.starts_with('-') { "\u{2212}" } else { "" };
    let mut grouped = number(whole.trim_start_matches('-').parse().unwrap_or(0), lang);
    if !amount.is_whole() {
        grouped += &decimal(&format!(".{cents}"), lang);
    }
    match lang {
        Lang::Sv => format!("{sign}{grouped}{NO_BREAK}kr"),
        Lang::En => format!("{sign}SEK{NO_BREAK}{grouped}"),
    }
}

/// A share in whole per cent, halves rounded up: `67 %`, `67%`. Of nothing it is `-`, never 0 or 100.
pub fn percent(part: u64, of: u64, lang: Lang) -> String {
    if of == 0 {
        return "-".to_owned();
    }
    per_cent((part as u128 * 200 + of as u128) / (of as u128 * 2), lang)
}

/// So many per cent: `67 %`, `67%`.
pub fn per_cent(share: impl Display, lang: Lang) -> String {
    match lang {
        Lang::Sv => format!("{share}{NO_BREAK}%"),
        Lang::En => format!("{share}%"),
    }
}

/// The target of an indicator as it is read; one that is no target stays as it is.
pub fn target(text: &str, lang: Lang) -> String {
    match Target::parse(text) {
        Some(Target::Percent(share)) => per_cent(share, lang),
        _ => text.to_owned(),
    }
}

/// A label as it stands at the beginning of a line.
pub fn capital(label: &str) -> String {
    let mut letters = label.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// What may have been meant, as it follows what is wrong: `; närmast är witness`, `; här finns: accepted, declined`.
pub fn meant(meant: &Meant, lang: Lang) -> String {
    match meant {
        Meant::Nearest(word) => fill(t::NEAREST, lang, &[("word", word)]),
        Meant::OneOf(words) if words.is_empty() => String::new(),
        Meant::OneOf(words) => fill(t::ONE_OF, lang, &[("words", &words.join(", "))]),
        Meant::Written(form) => fill(t::WRITTEN, lang, &[("form", &form.get(lang))]),
        Meant::Several(apart) => fill(t::SEVERAL, lang, &[("apart", apart)]),
    }
}

/// What is wrong with the value of a field, and what would be right.
pub fn problem(problem: &Problem, lang: Lang) -> String {
    let plain = |text: Text| text.get(lang).to_owned();
    match problem {
        Problem::Date => plain(t::NOT_A_DATE),
        Problem::Moment => plain(t::NOT_A_MOMENT),
        Problem::Birth => plain(t::NOT_A_BIRTH),
        Problem::Every => plain(t::NOT_AN_INTERVAL),
        Problem::Flag => plain(t::NOT_A_FLAG),
        Problem::Number => plain(t::NOT_A_NUMBER),
        Problem::Ref => plain(t::NOT_A_REF),
        Problem::Nul => plain(t::HAS_NUL),
        Problem::TooLong { limit: Limit::Bytes(most) } => fill(t::NOTE_TOO_LONG, lang, &[("limit", most)]),
        Problem::TooLong { limit: Limit::Characters(most) } => fill(t::LINE_TOO_LONG, lang, &[("limit", most)]),
        Problem::Country => plain(t::NOT_A_COUNTRY),
        Problem::UnknownCode { given, meant: words } => {
            fill(t::UNKNOWN_CODE, lang, &[("given", given)]) + &meant(words, lang)
        }
        Problem::NoSuchRef { given } => fill(t::NO_SUCH_REF, lang, &[("given", given)]),
        Problem::Required => plain(t::REQUIRED),
        Problem::Order { later } => fill(t::BEFORE_THE_FIRST, lang, &[("field", later)]),
        Problem::MeetingCycle => plain(t::MEETING_CYCLE),
        Problem::SamePerson => plain(t::SAME_PERSON),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_in_both_languages() {
        assert_eq!(number(1006698, Lang::Sv), "1\u{a0}006\u{a0}698");
        assert_eq!(number(-999, Lang::En), "\u{2212}999");
        assert_eq!(number(1000, Lang::En), "1,000");
        assert_eq!(money(Money::parse("1006698.00").unwrap(), Lang::Sv), "1\u{a0}006\u{a0}698\u{a0}kr");
        assert_eq!(money(Money::parse("-0.50").unwrap(), Lang::Sv), "\u{2212}0,50\u{a0}kr");
        assert_eq!(percent(2, 3, Lang::En), "67%");
        assert_eq!(percent(1, 200, Lang::En), "1%");
        assert_eq!(percent(0, 0, Lang::Sv), "-");
        assert_eq!(target("100%", Lang::Sv), "100\u{a0}%");
        assert_eq!([target("100 %", Lang::En), target(">=20", Lang::Sv)], ["100%", ">=20"]);
    }

    #[test]
    fn dates_in_both_languages() {
        let day = NaiveDate::from_ymd_opt(2026, 11, 20).unwrap();
        assert_eq!(date_with_weekday(day, Lang::Sv), "fre 20 nov 2026");
        assert_eq!(date_long(day, Lang::En), "20 November 2026");
        let first = NaiveDate::from_ymd_opt(2009, 1, 1).unwrap();
        assert_eq!(period_of_days(first, day, Lang::Sv), "1 januari 2009 till och med 20 november 2026");
    }
}
