//! The values of a filter's keys: read as typed, and put in words.

use super::error::QueryError;
use super::key::{FLAGS, Key, Names, OFFERED, Values};
use super::measure::Measure;
use super::period::{Bucket, Period};
use super::term::{Test, is_plain, quoted};
use crate::domain::countries::{COUNTRIES, country_name};
use crate::domain::meant::names;
use crate::domain::text::fold;
use crate::domain::{AgeGroups, Kind, Lang, Lists, Meant, Text};
use crate::i18n::{self, texts::common, texts::query as t};
use chrono::NaiveDate;

/// What the words of a filter can mean in a log: its lists, groups and names.
pub trait Vocabulary {
    fn lists(&self) -> &Lists;
    fn age_groups(&self) -> &AgeGroups;
    fn today(&self) -> NaiveDate;
    /// The codes that a name, ref or text as typed stands for; several if it is not clear which.
    fn resolve(&self, names: Names, given: &str) -> Vec<String>;
    /// The refs of a kind that one as typed stands for; several if only small letters and capitals tell them apart.
    fn refs(&self, kind: Kind, given: &str) -> Vec<String>;
    /// The name nearest to what was typed.
    fn nearest(&self, names: Names, given: &str) -> Option<String>;
    /// At most so many names that begin so.
    fn beginning(&self, _names: Names, _given: &str, _most: usize) -> Vec<String> {
        Vec::new()
    }
    /// What a code is called.
    fn name(&self, names: Names, code: &str) -> Option<String>;
}

/// A value as typed; in quotes it is never a reserved word or a range.
pub(super) struct Typed {
    pub text: String,
    pub quoted: bool,
}

/// Reads one value of a key.
pub(super) fn read_value(
    key: Key,
    typed: &Typed,
    measure: Measure,
    vocabulary: &dyn Vocabulary,
) -> Result<Vec<Test>, QueryError> {
    let given = typed.text.trim();
    let unknown = |meant| QueryError::UnknownValue { key, given: given.to_owned(), meant };
    let one = |codes: Vec<String>, meant: &dyn Fn() -> Meant| match codes.len() {
        1 => Ok(codes.into_iter().map(Test::Code).collect()),
        0 => Err(unknown(match meant() {
            // A name, unlike a code, may have what elsewhere keeps several apart.
            Meant::Nearest(word) => Meant::Nearest(word),
            none_near => Meant::several(given, ',').unwrap_or(none_near),
        })),
        _ => Err(QueryError::AmbiguousValue { key, given: given.to_owned(), candidates: codes }),
    };
    let written = |form| unknown(Meant::Written(form));
    match key.values(measure) {
        Values::List(list) => {
            let values = vocabulary.lists().values(list);
            let folded = fold(given);
            let by_code = values.iter().filter(|v| v.code == folded).map(|v| v.code.clone()).collect::<Vec<_>>();
            let by_label = || values.iter().filter(|v| fold(&v.sv) == folded || fold(&v.en) == folded);
            let codes = if by_code.is_empty() { by_label().map(|v| v.code.clone()).collect() } else { by_code };
            one(codes, &|| Meant::value(given, list, vocabulary.lists()))
        }
        Values::Fixed(fixed) => {
            let flag = match fixed {
                f if f == FLAGS => flag_code(given, "true", "false"),
                f if f == OFFERED => flag_code(given, "yes", "no"),
                _ => None,
            };
            let folded = fold(given);
            let matches = |&&(code, label): &&(&str, Text)| {
                flag == Some(code) || folded == code || folded == fold(label.sv) || folded == fold(label.en)
            };
            one(fixed.iter().filter(matches).map(|v| v.0.to_owned()).collect(), &|| {
                Meant::called(given, fixed.iter().flat_map(|&(code, label)| names(code, label)))
            })
        }
        Values::Names(names) => {
            one(vocabulary.resolve(names, &typed.text), &|| match vocabulary.nearest(names, given) {
                Some(name) => Meant::Nearest(if is_plain(&name) { name } else { quoted(&name) }),
                None if names.are_of_records() => Meant::Written(t::RECORD_FORMS),
                None => Meant::Written(t::TEXT_FORMS),
            })
        }
        Values::Country => {
            let folded = fold(given);
            let named = COUNTRIES.iter().filter(|(code, name)| {
                code.to_lowercase() == folded || fold(name.sv) == folded || fold(name.en) == folded
            });
            one(named.map(|c| c.0.to_owned()).collect(), &|| {
                Meant::among(given, COUNTRIES.iter().flat_map(|c| [c.1.sv, c.1.en])).or_written(t::COUNTRY_FORMS)
            })
        }
        Values::Age => age(given, vocabulary.age_groups()).map(|test| vec![test]).ok_or_else(|| written(t::AGE_FORMS)),
        Values::Number => range(given).map(|test| vec![test]).ok_or_else(|| written(t::NUMBER_FORMS)),
        Values::Weekday => {
            codes_between(given, 1, 7, weekday_of, |n| n.to_string()).ok_or_else(|| written(t::WEEKDAY_FORMS))
        }
        Values::Hour => {
            codes_between(given, 0, 23, |_| None, |n| format!("{n:02}")).ok_or_else(|| written(t::HOUR_FORMS))
        }
        Values::Time(_) | Values::Date => {
            days(given, vocabulary.today()).map(|p| vec![Test::Days(p)]).ok_or_else(|| written(t::DAY_FORMS))
        }
        Values::Ref => one(vocabulary.refs(measure.source(), given), &|| Meant::Written(t::REF_FORMS)),
        Values::Text => Ok(vec![Test::Words(typed.text.clone())]),
    }
}

/// `15-17` and `65+` are the age groups' own codes; anything else is a range of complete years.
fn age(text: &str, groups: &AgeGroups) -> Option<Test> {
    let group = groups.codes().iter().position(|code| code == text).and_then(|i| groups.bounds().nth(i));
    match group {
        Some((low, high)) => Some(Test::Range { low: Some(low.into()), high: high.map(i64::from) }),
        None => range(text),
    }
}

/// `<18`, `<=18`, `>18`, `>=18`, `=18`, `18`, `18..19`, `20..`, `..17`.
fn range(text: &str) -> Option<Test> {
    let number = |text: &str| {
        let plain = (1..=9).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
        if plain { text.parse::<i64>().ok() } else { None }
    };
    let (low, high) = if let Some(n) = text.strip_prefix("<=") {
        (None, Some(number(n)?))
    } else if let Some(n) = text.strip_prefix(">=") {
        (Some(number(n)?), None)
    } else if let Some(n) = text.strip_prefix('<') {
        (None, Some(number(n)? - 1))
    } else if let Some(n) = text.strip_prefix('>') {
        (Some(number(n)? + 1), None)
    } else if let Some((low, high)) = text.split_once("..") {
        let end = |text: &str| if text.is_empty() { Some(None) } else { number(text).map(Some) };
        (end(low)?, end(high)?)
    } else {
        let n = number(text.strip_prefix('=').unwrap_or(text))?;
        (Some(n), Some(n))
    };
    let proper = match (low, high) {
        (None, None) => false,
        (Some(low), Some(high)) => low <= high,
        _ => true,
    };
    proper.then_some(Test::Range { low, high })
}

fn weekday_of(text: &str) -> Option<i64> {
    let folded = fold(text);
    let names = |day| [Lang::Sv, Lang::En].map(|lang| fold(&i18n::weekday(day, lang)));
    (1..=7).find(|&day| names(day).contains(&folded)).map(i64::from)
}

/// The codes of the whole numbers that a range or a name allows, among those from `first` to `last`.
fn codes_between(
    text: &str,
    first: i64,
    last: i64,
    named: fn(&str) -> Option<i64>,
    code: fn(i64) -> String,
) -> Option<Vec<Test>> {
    let single = named(text).map(|n| Test::Range { low: Some(n), high: Some(n) });
    let Test::Range { low, high } = single.or_else(|| range(text))? else { return None };
    let within = |n: &i64| (first..=last).contains(n);
    if low.is_some_and(|n| !within(&n)) || (low == high && high.is_some_and(|n| !within(&n))) {
        return None;
    }
    let codes = low.unwrap_or(first)..=high.unwrap_or(last).min(last);
    Some(codes.map(|n| Test::Code(code(n))).collect::<Vec<_>>()).filter(|codes| !codes.is_empty())
}

/// A period, or the days before or after one: `<2010`, `>=2010-Q2`.
fn days(text: &str, today: NaiveDate) -> Option<Period> {
    let bucket = |text: &str| Period::parse(text, today).ok();
    if let Some(rest) = text.strip_prefix("<=") {
        Some(Period::days(None, Some(bucket(rest)?.to()?)))
    } else if let Some(rest) = text.strip_prefix(">=") {
        Some(Period::days(Some(bucket(rest)?.from()?), None))
    } else if let Some(rest) = text.strip_prefix('<') {
        Some(Period::days(None, bucket(rest)?.from()?.pred_opt()))
    } else if let Some(rest) = text.strip_prefix('>') {
        Some(Period::days(bucket(rest)?.to()?.succ_opt(), None))
    } else {
        bucket(text.strip_prefix('=').unwrap_or(text))
    }
}

/// A value in words.
pub(super) fn label(test: &Test, key: Key, measure: Measure, vocabulary: &dyn Vocabulary, lang: Lang) -> String {
    match test {
        Test::Any => t::ANY.get(lang).to_owned(),
        Test::Unknown => common::UNKNOWN.get(lang).to_owned(),
        Test::Words(words) => format!("”{words}”"),
        Test::Days(period) => period_label(period, lang),
        Test::Range { low: None, high: Some(high) } => format!("< {}", high + 1),
        Test::Range { low: Some(low), high: None } => format!("≥ {low}"),
        Test::Range { low: Some(low), high: Some(high) } if low != high => format!("{low}–{high}"),
        Test::Range { low, .. } => low.unwrap_or_default().to_string(),
        Test::Code(code) => code_label(code, key, measure, vocabulary, lang),
    }
}

fn period_label(period: &Period, lang: Lang) -> String {
    Bucket::parse(&period.to_string()).map_or_else(|| period.in_words(lang), |bucket| bucket.label(lang))
}

/// What a code of a key is called: the label of a row or column.
pub fn code_label(code: &str, key: Key, measure: Measure, vocabulary: &dyn Vocabulary, lang: Lang) -> String {
    match key.values(measure) {
        Values::List(list) => vocabulary.lists().label(list, code, lang).to_owned(),
        Values::Fixed(fixed) => fixed.iter().find(|v| v.0 == code).map_or(code, |v| v.1.get(lang)).to_owned(),
        Values::Names(names) => vocabulary.name(names, code).unwrap_or_else(|| code.to_owned()),
        Values::Country => country_name(code, lang).into_owned(),
        Values::Weekday => code.parse().map_or_else(|_| code.to_owned(), |day| i18n::weekday(day, lang)),
        Values::Time(_) => Bucket::parse(code).map_or_else(|| code.to_owned(), |bucket| bucket.label(lang)),
        Values::Age => code.replace('-', "–"),
        Values::Hour | Values::Number | Values::Date | Values::Ref | Values::Text => code.to_owned(),
    }
}

/// The code that `yes`, `no` and their like stand for among true and false.
fn flag_code(text: &str, yes: &'static str, no: &'static str) -> Option<&'static str> {
    let folded = fold(text);
    let is = |i: usize| {
        let (code, label) = FLAGS[i];
        folded == code || folded == label.sv || folded == label.en
    };
    if is(0) {
        Some(yes)
    } else if is(1) {
        Some(no)
    } else {
        None
    }
}
