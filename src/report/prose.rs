//! Prose as she writes it: figures stand in it as fields, such as `{persons role:victim}`, that are counted anew every
//! time; numbers typed by hand are looked at, so that one that no figure confirms is marked.
//!
//! A field is `{measure filter}`, `{spent}` and its like for sums of the budget, or `{period}`. `{=12}` is a number that
//! stands for itself and is not looked at; `{{` is a brace.

use crate::domain::{Budget, Lang, Money, Text};
use crate::facts::Facts;
use crate::i18n::texts::funder as t;
use crate::query::{Filter, Measure, Period, QueryError, Question};
use std::ops::Range;

/// Part of a text with fields.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece<'a> {
    Text(&'a str),
    /// What stands between the braces.
    Field(&'a str),
}

/// A text cut at its fields. A brace that is never closed is text.
pub fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut rest = text;
    let mut from = 0;
    while let Some(at) = rest[from..].find('{').map(|at| from + at) {
        if rest[at + 1..].starts_with('{') {
            pieces.push(Piece::Text(&rest[..=at]));
            (rest, from) = (&rest[at + 2..], 0);
        } else if let Some(end) = closing(&rest[at + 1..]) {
            pieces.push(Piece::Text(&rest[..at]));
            pieces.push(Piece::Field(&rest[at + 1..at + 1 + end]));
            (rest, from) = (&rest[at + end + 2..], 0);
        } else {
            from = at + 1;
        }
    }
    pieces.push(Piece::Text(rest));
    pieces.retain(|piece| *piece != Piece::Text(""));
    pieces
}

/// Where a field ends: at the first closing brace outside quotes, on the same line.
fn closing(text: &str) -> Option<usize> {
    let mut in_quotes = false;
    for (at, c) in text.char_indices() {
        match c {
            '"' => in_quotes = !in_quotes,
            '\n' => return None,
            '}' if !in_quotes => return Some(at),
            _ => {}
        }
    }
    None
}

/// What a field stands for.
#[derive(Clone, Debug, PartialEq)]
pub enum Field {
    Count(Question),
    Sum(Money),
    Period,
    /// Text that is not looked at.
    Itself(String),
}

/// A sum of the budget that a field can name.
#[derive(Clone, Copy, Debug)]
pub struct Sum {
    /// The word in the field.
    pub name: &'static str,
    /// What it is called.
    pub label: Text,
    pub of: fn(&Budget) -> Money,
}

/// Every sum that a field can name.
pub const SUMS: [Sum; 7] = [
    Sum { name: "spent", label: t::SPENT, of: |budget| budget.spent },
    Sum { name: "granted", label: t::FUND_GRANTED, of: |budget| budget.granted },
    Sum { name: "requisitioned", label: t::FUND_REQUISITIONED, of: |budget| budget.requisitioned },
    Sum { name: "left_to_requisition", label: t::LEFT_TO_REQUISITION, of: Budget::left_to_requisition },
    Sum { name: "not_spent", label: t::NOT_SPENT, of: Budget::not_spent },
    Sum { name: "accrued", label: t::ACCRUED, of: |budget| budget.accrued },
    Sum { name: "to_pay_back", label: t::TO_PAY_BACK, of: Budget::to_pay_back },
];

/// Reads a field.
///
/// # Errors
/// A measure or filter that there is not, with the nearest right word.
pub fn read(field: &str, facts: &Facts, period: &Period, budget: &Budget) -> Result<Field, QueryError> {
    let field = field.trim();
    if let Some(itself) = field.strip_prefix('=') {
        return Ok(Field::Itself(itself.trim().to_owned()));
    }
    let (word, filter) = field.split_once(char::is_whitespace).unwrap_or((field, ""));
    if filter.is_empty() {
        if word == "period" {
            return Ok(Field::Period);
        }
        if let Some(sum) = SUMS.iter().find(|sum| sum.name == word) {
            return Ok(Field::Sum((sum.of)(budget)));
        }
    }
    let measure = Measure::from_code(word)?;
    if !measure.is_counted() {
        let meant = Measure::meant(word, Measure::is_counted);
        return Err(QueryError::UnknownMeasure { given: word.to_owned(), meant });
    }
    Ok(Field::Count(Question::count(measure, *period, Filter::parse(filter, measure, facts)?)))
}

/// A number typed by hand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Typed {
    /// Where it stands in the text.
    pub place: Range<usize>,
    pub value: u64,
    /// An amount of money.
    pub is_money: bool,
    /// The word after it, in small letters.
    pub noun: String,
}

/// Number words, from two to twelve: one is a pronoun as often as a number.
const WORDS: [(&str, u64); 22] = [
    ("två", 2),
    ("tre", 3),
    ("fyra", 4),
    ("fem", 5),
    ("sex", 6),
    ("sju", 7),
    ("åtta", 8),
    ("nio", 9),
    ("tio", 10),
    ("elva", 11),
    ("tolv", 12),
    ("two", 2),
    ("three", 3),
    ("four", 4),
    ("five", 5),
    ("six", 6),
    ("seven", 7),
    ("eight", 8),
    ("nine", 9),
    ("ten", 10),
    ("eleven", 11),
    ("twelve", 12),
];

/// After these a number is an age, a share or a time and no count of the log.
const UNITS: [&str; 22] = [
    "år", "åring", "åringar", "procent", "månader", "månad", "veckor", "vecka", "dagar", "dag", "timmar", "timme",
    "years", "year", "percent", "months", "month", "weeks", "week", "days", "day", "hours",
];

/// The numbers typed by hand in a text without fields that may be figures of the log: not years, dates, times, ages,
/// shares, nor numbers that are part of a name.
pub fn typed_numbers(text: &str) -> Vec<Typed> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < text.len() {
        let rest = &text[at..];
        let Some(c) = rest.chars().next() else { break };
        if !c.is_alphanumeric() {
            at += c.len_utf8();
            continue;
        }
        let end = at + word_end(rest);
        if let Some(typed) = number_at(text, at..end) {
            at = typed.place.end;
            found.push(typed);
        } else {
            at = end;
        }
    }
    found
}

/// Where a word ends: at what is neither a letter nor a digit, and does not join two of them (`2010-03-05`, `20:40`,
/// `A.B-12`, `1,5`).
fn word_end(text: &str) -> usize {
    let mut characters = text.char_indices().peekable();
    while let Some((at, c)) = characters.next() {
        let joins = matches!(c, '-' | '\u{2013}' | ':' | '.' | ',' | '/' | '\'')
            && characters.peek().is_some_and(|(_, next)| next.is_alphanumeric());
        if !c.is_alphanumeric() && !joins {
            return at;
        }
    }
    text.len()
}

fn number_at(text: &str, word: Range<usize>) -> Option<Typed> {
    let typed = &text[word.clone()];
    let small = typed.to_lowercase();
    if let Some((_, value)) = WORDS.iter().find(|(word, _)| *word == small) {
        let (noun, _) = after(text, word.end);
        return is_counted(&noun).then_some(Typed { place: word, value: *value, is_money: false, noun });
    }
    // English thousands are parted by commas inside the word, Swedish ones by spaces after it.
    let mut digits: String = match typed.split(',').collect::<Vec<_>>() {
        parts if parts.len() > 1 && parts[1..].iter().all(|part| part.len() == 3) => parts.concat(),
        _ => typed.to_owned(),
    };
    if !digits.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let mut end = word.end;
    // Only up to three digits stand before the first group.
    let is_first = digits.len() <= 3;
    while let Some(group) = text[end..].strip_prefix([' ', '\u{a0}']) {
        let length = word_end(group);
        let is_group = length == 3 && group[..3].bytes().all(|b| b.is_ascii_digit());
        if !is_first || !is_group || digits.len() > 12 {
            break;
        }
        digits.push_str(&group[..3]);
        end = text.len() - group.len() + length;
    }
    let value: u64 = digits.parse().ok()?;
    let (noun, sign) = after(text, end);
    let before = text[..word.start].trim_end();
    let is_money = matches!(noun.as_str(), "kr" | "kronor" | "sek") || before.ends_with("SEK");
    let is_year = digits.len() == 4 && (1900..2200).contains(&value);
    let is_month =
        (1..=12).any(|m| [Lang::Sv, Lang::En].iter().any(|&lang| crate::i18n::month(m, lang).to_lowercase() == noun));
    let counted = is_money || (!is_year && !is_month && sign != Some('%') && is_counted(&noun));
    counted.then_some(Typed { place: word.start..end, value, is_money, noun })
}

fn is_counted(noun: &str) -> bool {
    !UNITS.contains(&noun)
}

/// The word after a place, in small letters, and the sign if it is none.
fn after(text: &str, end: usize) -> (String, Option<char>) {
    let rest = text[end..].trim_start_matches([' ', '\u{a0}', '-']);
    let word: String = rest.chars().take_while(|c| c.is_alphanumeric()).collect();
    (word.to_lowercase(), rest.chars().next().filter(|c| !c.is_alphanumeric()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Lists, Project};
    use crate::query::Dimension;

    #[test]
    fn a_text_is_cut_at_its_fields() {
        use Piece::{Field, Text};
        let cases: [(&str, &[Piece]); 6] = [
            ("a {b c} d", &[Text("a "), Field("b c"), Text(" d")]),
            ("{b}{c}", &[Field("b"), Field("c")]),
            ("a {{b} c", &[Text("a {"), Text("b} c")]),
            ("a { b", &[Text("a { b")]),
            ("{a \"}\" b}", &[Field("a \"}\" b")]),
            ("", &[]),
        ];
        for (text, expected) in cases {
            assert_eq!(pieces(text), expected, "{text}");
        }
    }

    #[test]
    fn fields_are_read() {
        let today = crate::domain::date::parse_date("2010-06-01").unwrap();
        let facts = Facts::of(&Lists::default(), &Project::default(), today, []);
        let budget = Budget::of(&Project { accrued_after_end: Money::parse("5"), ..Project::default() });
        let read = |field: &str| read(field, &facts, &Period::ALL, &budget);
        let Ok(Field::Count(question)) = read("persons role:victim") else { panic!() };
        assert_eq!(question.filter.to_string(), "role:victim");
        assert!(Dimension::parse("role", question.measure).is_ok());
        assert_eq!(read(" accrued "), Ok(Field::Sum(Money::parse("5").unwrap())));
        assert_eq!(read("period"), Ok(Field::Period));
        assert_eq!(read("=12 resor"), Ok(Field::Itself("12 resor".into())));
        for wrong in ["person", "persons rol:victim", "organisations", "spent x:y", ""] {
            assert!(read(wrong).is_err(), "{wrong}");
        }
        for sum in SUMS {
            assert_eq!(read(sum.name), Ok(Field::Sum((sum.of)(&budget))), "{}", sum.name);
        }
    }

    #[test]
    fn numbers_typed_by_hand() {
        let numbers = |text: &str| -> Vec<u64> { typed_numbers(text).iter().map(|typed| typed.value).collect() };
        let cases: [(&str, &[u64]); 14] = [
            ("Vi mötte 44 personer och 1 006 anhöriga.", &[44, 1006]),
            ("1,006 people", &[1006]),
            ("Fyra av mötena, tre av dem; en till.", &[4, 3]),
            ("under 18 år, 18-19 år, 15-åringar", &[]),
            ("2009 och 2010, 5 mars, 2010-03-05, 20:40", &[]),
            ("90 % och 90% av dem, 12 procent", &[]),
            ("A.B-12, kv1, T2, 1,5", &[]),
            ("kostade 1 027 607 kr", &[1_027_607]),
            ("44.", &[44]),
            ("(44)", &[44]),
            ("2010 17 personer", &[17]),
            ("efter 3 månader", &[]),
            ("", &[]),
            ("år 2009 100 kontakter", &[100]),
        ];
        for (text, expected) in cases {
            assert_eq!(numbers(text), expected, "{text}");
        }
        let [typed] = typed_numbers("kostade 1 027 607 kr").try_into().unwrap();
        assert!(typed.is_money);
        assert_eq!(typed.noun, "kr");
    }
}
