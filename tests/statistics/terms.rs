//! Whether a term of a filter holds of a record (contract section 4).

use crate::axes::list_of;
use crate::calendar::Unit;
use crate::filter::{Alternative, Term};
use crate::log::{Row, get};
use crate::reference::{Count, date, number};
use caselog::domain::countries;
use chrono::NaiveDate;

impl Count<'_> {
    /// Whether a term holds of a record.
    pub fn holds(&self, row: &Row, term: &Term) -> bool {
        let alternatives = &term.alternatives;
        let holds = match term.key.as_deref() {
            None | Some("text") => alternatives.iter().any(|word| self.has_word(row, &word.text)),
            Some("ref") => alternatives.iter().any(|one| get(row, "ref") == one.text),
            Some("age") => self.age_holds(row, alternatives),
            Some("minutes") => alternatives.iter().any(|one| match (number(get(row, "minutes")), keyword(one)) {
                (given, Some(word)) => given.is_some() == (word == "any"),
                (given, None) => given.is_some_and(|minutes| numbers(&one.text).contains(&minutes)),
            }),
            Some(key @ ("date" | "due")) => alternatives.iter().any(|one| match keyword(one) {
                Some(word) => word == "any" && (key == "date" || !get(row, "due").is_empty()),
                None => self.day_holds(row, &one.text),
            }),
            Some(key) if Unit::named(key).is_some() => alternatives.iter().any(|one| self.day_holds(row, &one.text)),
            Some(key) => {
                let values = self.values(row, key);
                alternatives.iter().any(|one| match keyword(one) {
                    Some("any") => !values.is_empty(),
                    Some(_) => values.is_empty(),
                    None => self.codes(key, &one.text).iter().any(|code| values.contains(code)),
                })
            }
        };
        holds != term.complement
    }

    /// Whether one of the record's days in the period is of a date or a stretch of time.
    fn day_holds(&self, row: &Row, text: &str) -> bool {
        if let Some(day) = text.strip_prefix('<') {
            return date(day).and_then(|day| day.pred_opt()).is_some_and(|to| self.has_day(row, NaiveDate::MIN, to));
        }
        let stretch = self.stretch(text);
        self.has_day(row, stretch.from.unwrap_or(NaiveDate::MIN), stretch.to.unwrap_or(NaiveDate::MAX))
    }

    /// Alternatives are one set of ages, in which both possible ages must lie. "Unknown" is what the row "unknown"
    /// holds: the age falls in no group, or in one of two.
    fn age_holds(&self, row: &Row, alternatives: &[Alternative]) -> bool {
        let by_keyword = |one| match keyword(one) {
            Some("any") => !self.values(row, "age").is_empty(),
            Some(_) => self.values(row, "age").is_empty(),
            None => false,
        };
        let in_set = |age: u32| {
            alternatives.iter().any(|one| keyword(one).is_none() && numbers(&one.text).contains(&u64::from(age)))
        };
        let fits = self.ages(row).is_some_and(|(youngest, oldest)| (youngest..=oldest).all(in_set));
        fits || alternatives.iter().any(by_keyword)
    }

    fn has_word(&self, row: &Row, word: &str) -> bool {
        words_of(self.table, row).iter().any(|one| one.starts_with(&word.to_lowercase()))
    }

    /// The codes that a value in a filter stands for.
    fn codes(&self, key: &str, text: &str) -> Vec<String> {
        let one = |code: &str| vec![code.to_owned()];
        match (key, text) {
            ("offer", "made") => return ["accepted", "declined", "pending"].map(str::to_owned).to_vec(),
            ("reached" | "protected" | "planned" | "participated" | "agreement", "yes") => return one("true"),
            ("reached" | "protected" | "planned" | "participated" | "agreement", "no") => return one("false"),
            _ => {}
        }
        let named = |table: &str, column: &str| match self.log.find(table, text) {
            Some(_) => Some(text.to_owned()),
            None => {
                let rows = self.log.table(table).iter();
                rows.clone().find(|row| get(row, column) == text).map(|row| get(row, "ref").to_owned())
            }
        };
        match key {
            "person" => one(self.log.group(&named("persons", "alias").unwrap_or_default())),
            "organisation" => named("organisations", "name").into_iter().collect(),
            "country" => {
                let countries = countries::COUNTRIES.iter();
                let named = countries.filter(|(code, name)| [code, name.sv, name.en].contains(&text));
                named.map(|(code, _)| (*code).to_owned()).collect()
            }
            _ => match list_of(self.table, key).map(|list| self.log.list(list)) {
                Some(values) if values.iter().all(|value| value.code != text) => {
                    let labelled = values.iter().filter(|value| value.sv == text || value.en == text);
                    labelled.map(|value| value.code.clone()).collect()
                }
                _ => one(text),
            },
        }
    }
}

/// The words of a record's text fields, in small letters.
pub fn words_of(table: &str, row: &Row) -> Vec<String> {
    let columns: &[&str] = match table {
        "contacts" => &["offer_reason", "note"],
        "referrals" => &["note"],
        "follow_ups" => &["task", "outcome", "note"],
        "activities" => &["title", "place", "note"],
        "matters" => &["title", "note"],
        "organisations" => &["name", "commitment", "note"],
        "persons" => &["alias", "aka", "district", "language", "phone", "safe_contact", "note"],
        _ => &["note"],
    };
    let texts = columns.iter().flat_map(|column| get(row, column).split(|c: char| !c.is_alphanumeric()));
    texts.filter(|word| !word.is_empty()).map(str::to_lowercase).collect()
}

/// Which keyword an alternative is; in quotes it is a value.
fn keyword(one: &Alternative) -> Option<&str> {
    matches!(one.text.as_str(), "any" | "none" | "unknown").then_some(one.text.as_str()).filter(|_| !one.quoted)
}

/// The whole numbers that a range means: `<18`, `18..19`, `20..`, `..9`, `15-17`, `65+`, `18`.
pub fn numbers(text: &str) -> std::ops::Range<u64> {
    let read = |text: &str| text.parse::<u64>().unwrap_or_else(|_| panic!("not a number: {text:?}"));
    let end = |text: &str| if text.is_empty() { u64::MAX } else { read(text) + 1 };
    if let Some(limit) = text.strip_prefix('<') {
        0..read(limit)
    } else if let Some((low, high)) = text.split_once("..") {
        if low.is_empty() { 0..end(high) } else { read(low)..end(high) }
    } else if let Some(low) = text.strip_suffix('+') {
        read(low)..u64::MAX
    } else if let Some((low, high)) = text.split_once('-') {
        read(low)..end(high)
    } else {
        read(text)..end(text)
    }
}
