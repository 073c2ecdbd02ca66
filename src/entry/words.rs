//! What is typed to look something up, and the days that people say in it.

use super::{Lean, read_day};
use chrono::NaiveDate;

/// So many words make one day at most: `för 14 dagar sedan`.
const WORDS_OF_A_DAY: usize = 4;

/// The ways to read what was typed: as it stands, and with days as people say them (`igår`, `fre`, `20/11`) written
/// as dates, if there are any. A word may be both, `fre` the beginning of a name too; so neither replaces the other.
pub fn readings(typed: &str, today: NaiveDate) -> Vec<String> {
    let words: Vec<&str> = typed.split_whitespace().collect();
    let mut read = Vec::new();
    let mut rest = words.as_slice();
    while let [first, after @ ..] = rest {
        let lengths = (1..=WORDS_OF_A_DAY.min(rest.len())).rev();
        let day = lengths.into_iter().find_map(|length| {
            let said = rest.get(..length)?.join(" ");
            // A year stands for itself.
            let is_year =
                said.len() == 4 && said.starts_with(['1', '2']) && said.parse::<u16>().is_ok_and(|y| y > 1231);
            let day = read_day(&said, today, Lean::Past).filter(|_| !is_year)?;
            Some((day.to_string(), rest.get(length..)?))
        });
        let (word, next) = day.unwrap_or_else(|| ((*first).to_owned(), after));
        read.push(word);
        rest = next;
    }
    let (typed, read) = (words.join(" "), read.join(" "));
    if read == typed { vec![typed] } else { vec![typed, read] }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_read_beside_what_was_typed() {
        let today = NaiveDate::from_ymd_opt(2011, 1, 17).unwrap();
        let cases: &[(&str, &[&str])] = &[
            ("", &[""]),
            ("A.B-12", &["A.B-12"]),
            (" anna  igår ", &["anna igår", "anna 2011-01-16"]),
            ("i går anna", &["i går anna", "2011-01-16 anna"]),
            ("20/11", &["20/11", "2010-11-20"]),
            ("20 nov 2009", &["20 nov 2009", "2009-11-20"]),
            ("fre", &["fre", "2011-01-14"]),
            ("anna för två veckor sedan", &["anna för två veckor sedan", "anna 2011-01-03"]),
            ("2010 orolig", &["2010 orolig"]),
            ("2010-03-05", &["2010-03-05"]),
            ("2010-03", &["2010-03"]),
        ];
        for (typed, expected) in cases {
            assert_eq!(readings(typed, today), *expected, "{typed}");
        }
    }
}
