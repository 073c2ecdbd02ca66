//! The one filter language: terms that must all hold of one and the same record (contract section 4).

use super::error::QueryError;
use super::key::Key;
use super::measure::Measure;
use super::term::{Term, Test, is_plain, quoted};
use super::values::{Typed, Vocabulary, label, read_value};
use crate::domain::Lang;
use crate::i18n::texts::query as t;
use std::fmt;

/// A filter: all its terms must hold. `Display` gives the canonical text, which reads as the same filter.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Default)]
pub struct Filter {
    terms: Vec<Term>,
}

impl Filter {
    /// Reads a filter for the records that a measure counts.
    ///
    /// # Errors
    /// What is wrong, with the nearest right word.
    pub fn parse(text: &str, measure: Measure, vocabulary: &dyn Vocabulary) -> Result<Filter, QueryError> {
        let terms = tokens(text)?.into_iter().map(|token| term(&token, measure, vocabulary));
        Ok(Filter { terms: terms.collect::<Result<_, _>>()? })
    }

    pub fn terms(&self) -> &[Term] {
        &self.terms
    }

    /// Whether it has a term about role or offence, by which searching people can be switched off (Act 2001:454).
    pub fn is_sensitive(&self) -> bool {
        self.terms.iter().any(|term| matches!(term.key, Key::Role | Key::Offence))
    }

    pub fn is_empty(&self) -> bool {
        self.terms.is_empty()
    }

    /// The same filter and one term more.
    pub fn and(mut self, term: Term) -> Filter {
        self.terms.push(term);
        self
    }

    /// The texts that are looked for in the records' text; `""` stands for any text at all.
    pub fn words(&self) -> impl Iterator<Item = &str> {
        let of_text = self.terms.iter().filter(|term| term.key == Key::Text);
        of_text.flat_map(|term| &term.tests).map(|test| match test {
            Test::Words(words) => words.as_str(),
            _ => "",
        })
    }

    /// The filter in words: `roll: brottsutsatt, vittne · inte källa: skola`. Without terms: `alla`.
    pub fn in_words(&self, measure: Measure, vocabulary: &dyn Vocabulary, lang: Lang) -> String {
        if self.terms.is_empty() {
            return t::NO_FILTER.get(lang).to_owned();
        }
        let term = |term: &Term| {
            let values = term.tests.iter().map(|test| label(test, term.key, measure, vocabulary, lang));
            let not = if term.negated { format!("{} ", t::NOT.get(lang)) } else { String::new() };
            format!("{not}{}: {}", term.key.label(lang), values.collect::<Vec<_>>().join(", "))
        };
        self.terms.iter().map(term).collect::<Vec<_>>().join(" · ")
    }
}

impl fmt::Display for Filter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, term) in self.terms.iter().enumerate() {
            write!(f, "{}{term}", if i > 0 { " " } else { "" })?;
        }
        Ok(())
    }
}

/// The text of a filter with other values in the place of some: `other` is told the code of each value's key and the
/// value. A text in which nothing is replaced, or that is no filter, stays as it is.
pub fn with_values(text: &str, mut other: impl FnMut(&str, &str) -> Option<String>) -> String {
    let Ok(mut tokens) = tokens(text) else { return text.to_owned() };
    let mut is_changed = false;
    for token in &mut tokens {
        for value in &mut token.values {
            if let Some(other) = other(token.key.as_deref().unwrap_or(Key::Text.code()), &value.text) {
                (value.text, is_changed) = (other, true);
            }
        }
    }
    let written = tokens.iter().map(Token::to_string).collect::<Vec<_>>().join(" ");
    if is_changed { written } else { text.to_owned() }
}

struct Token {
    negated: bool,
    /// The word before the colon.
    key: Option<String>,
    values: Vec<Typed>,
}

impl fmt::Display for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let value = |value: &Typed| match value.quoted || !is_plain(&value.text) {
            true => quoted(&value.text),
            false => value.text.clone(),
        };
        let values = self.values.iter().map(value).collect::<Vec<_>>().join(",");
        let key = self.key.as_ref().map(|key| format!("{key}:")).unwrap_or_default();
        write!(f, "{}{key}{values}", if self.negated { "-" } else { "" })
    }
}

/// Cuts a filter into terms at spaces outside quotes, and a term's values at commas outside quotes.
fn tokens(text: &str) -> Result<Vec<Token>, QueryError> {
    let mut tokens = Vec::new();
    let mut rest = text.trim_start();
    while !rest.is_empty() {
        let after_sign =
            rest.strip_prefix('-').filter(|after| !after.starts_with(char::is_whitespace) && !after.is_empty());
        let negated = after_sign.is_some();
        rest = after_sign.unwrap_or(rest);
        let key_end = rest.find(|c: char| c == ':' || c == '"' || c == ',' || c.is_whitespace());
        let key = key_end.filter(|&end| end > 0 && rest[end..].starts_with(':')).map(|end| rest[..end].to_lowercase());
        if let Some(end) = key_end.filter(|_| key.is_some()) {
            rest = &rest[end + 1..];
        }
        let (values, after) = values(rest)?;
        tokens.push(Token { negated, key, values });
        rest = after.trim_start();
    }
    Ok(tokens)
}

fn values(text: &str) -> Result<(Vec<Typed>, &str), QueryError> {
    let mut values = vec![Typed { text: String::new(), quoted: false }];
    let mut in_quotes = false;
    let mut characters = text.char_indices().peekable();
    while let Some((at, c)) = characters.next() {
        let current = values.len() - 1;
        match c {
            '"' if in_quotes && characters.peek().is_some_and(|&(_, next)| next == '"') => {
                characters.next();
                values[current].text.push('"');
            }
            '"' => {
                in_quotes = !in_quotes;
                values[current].quoted = true;
            }
            ',' if !in_quotes => values.push(Typed { text: String::new(), quoted: false }),
            c if c.is_whitespace() && !in_quotes => return Ok((values, &text[at..])),
            c => values[current].text.push(c),
        }
    }
    if in_quotes { Err(QueryError::OpenQuote { given: text.to_owned() }) } else { Ok((values, "")) }
}

fn term(token: &Token, measure: Measure, vocabulary: &dyn Vocabulary) -> Result<Term, QueryError> {
    let key = match &token.key {
        Some(word) => Key::parse(word, measure)?,
        None => Key::Text,
    };
    let mut tests = Vec::new();
    for typed in &token.values {
        if typed.text.trim().is_empty() {
            return Err(QueryError::EmptyValue { key: key.code().to_owned() });
        }
        let reserved = !typed.quoted && token.key.is_some();
        let read = match typed.text.as_str() {
            "any" if reserved => vec![Test::Any],
            "none" | "unknown" if reserved => vec![Test::Unknown],
            "made" if reserved && key == Key::Offer => {
                ["accepted", "declined", "pending"].map(|code| Test::Code(code.to_owned())).into()
            }
            _ => read_value(key, typed, measure, vocabulary)?,
        };
        tests.extend(read.into_iter().filter(|test| !tests.contains(test)).collect::<Vec<_>>());
    }
    Ok(Term { key, negated: token.negated, tests })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{AgeGroups, Kind, Lists};
    use crate::query::Names;
    use chrono::NaiveDate;

    #[derive(Default)]
    struct Log {
        lists: Lists,
        groups: AgeGroups,
    }

    impl Vocabulary for Log {
        fn lists(&self) -> &Lists {
            &self.lists
        }
        fn age_groups(&self) -> &AgeGroups {
            &self.groups
        }
        fn today(&self) -> NaiveDate {
            NaiveDate::from_ymd_opt(2010, 5, 5).unwrap()
        }
        fn resolve(&self, _: Names, given: &str) -> Vec<String> {
            match given {
                "KAST" => vec!["O04".into()],
                "twice" => vec!["O01".into(), "O02".into()],
                "any" | "A, \"B\"" | "O04" => vec![given.into()],
                _ => Vec::new(),
            }
        }
        fn refs(&self, kind: Kind, given: &str) -> Vec<String> {
            if kind == Kind::Contact && given.eq_ignore_ascii_case("C01") { vec!["C01".into()] } else { Vec::new() }
        }
        fn nearest(&self, _: Names, _: &str) -> Option<String> {
            Some("KAST".into())
        }
        fn name(&self, _: Names, code: &str) -> Option<String> {
            (code == "O04").then(|| "KAST".into())
        }
    }

    fn parse(text: &str, measure: Measure) -> Result<Filter, QueryError> {
        Filter::parse(text, measure, &Log::default())
    }

    #[test]
    fn filters_are_read_and_written() {
        let cases = [
            (Measure::Persons, "role:victim,witness source:trafficking_commission offered:yes", None),
            (Measure::Referrals, "kind:report -role:buyer age:<18", None),
            (Measure::Referrals, "organisation:KAST", Some("organisation:O04")),
            (Measure::Referrals, "organisation:\"any\"", None),
            (Measure::Referrals, "organisation:any,unknown", None),
            (Measure::Referrals, "organisation:\"A, \"\"B\"\"\"", None),
            (Measure::Contacts, "offer:made", Some("offer:accepted,declined,pending")),
            (Measure::Contacts, "role:Säljare,KÖPARE", Some("role:seller,buyer")),
            (Measure::Contacts, "age:18..19,0-14,65+,=17", Some("age:18..19,0..14,65..,17")),
            (Measure::Contacts, "minutes:>30 minutes:<=60 minutes:..5", Some("minutes:31.. minutes:<61 minutes:<6")),
            (Measure::Contacts, "hour:8,22..23 weekday:måndag,6..", Some("hour:08,22,23 weekday:1,6,7")),
            (Measure::FollowUps, "due:..2010-06-30 status:overdue", None),
            (Measure::FollowUps, "due:<2010", Some("due:..2009-12-31")),
            (
                Measure::Contacts,
                "date:this-month -orolig \"två ord\" text:a,b",
                Some("date:2010-05 -text:orolig text:\"två ord\" text:a,b"),
            ),
            (
                Measure::Contacts,
                "country:Nigeria reached:ja protected:false",
                Some("country:NG reached:true protected:false"),
            ),
            (Measure::Persons, "ref:c01,C01", Some("ref:C01")),
            (Measure::Contacts, "  ", Some("")),
        ];
        for (measure, text, written) in cases {
            let filter = parse(text, measure).unwrap_or_else(|e| panic!("{text}: {e:?}"));
            assert_eq!(filter.to_string(), written.unwrap_or(text), "{text}");
            assert_eq!(parse(&filter.to_string(), measure), Ok(filter), "{text}");
        }
    }

    #[test]
    fn values_are_replaced_where_they_are_values() {
        let other = |key: &str, value: &str| match (key, value) {
            ("person" | "text", "A B") => Some("P01".to_owned()),
            ("person", "school") => Some("P 2".to_owned()),
            _ => None,
        };
        let cases = [
            ("source:school  -person:school,\"A B\" person:x", "source:school -person:\"P 2\",\"P01\" person:x"),
            ("\"A B\" \"say \"\"x\"\"\"", "\"P01\" \"say \"\"x\"\"\""),
            ("role:victim   x", "role:victim   x"),
            ("person:school \"open", "person:school \"open"),
        ];
        for (text, expected) in cases {
            assert_eq!(with_values(text, other), expected, "{text}");
        }
    }

    #[test]
    fn errors_name_the_nearest() {
        let say = |text: &str, measure| parse(text, measure).unwrap_err().say(crate::domain::Lang::En);
        assert_eq!(say("rol:victim", Measure::Contacts), "unknown key “rol”; the nearest is role");
        assert_eq!(say("role:vitness", Measure::Contacts), "unknown value “vitness” for role; the nearest is witness");
        assert_eq!(say("kön:kvinna", Measure::Contacts), "unknown key “kön”; the nearest is sex");
        assert_eq!(say("roll:victim", Measure::Contacts), "unknown key “roll”; the nearest is role");
        assert!(
            say("zzzzz:1", Measure::Matters).starts_with("unknown key “zzzzz”; there are: offence, participated, ")
        );
        assert_eq!(
            say("answer:zzzzz", Measure::Referrals),
            "unknown value “zzzzz” for answer; there are: accepted, declined"
        );
        assert_eq!(
            say("origin:zzzzz", Measure::Contacts),
            "unknown value “zzzzz” for origin; there are: swedish, foreign"
        );
        assert_eq!(
            say("service:information;motivation", Measure::Contacts),
            "unknown value “information;motivation” for service; several are kept apart by “,”"
        );
        assert!(say("ref:P01", Measure::Persons).contains("; write the ref of what is counted"));
        assert!(say("age:old", Measure::Contacts).contains("; write it as 17, <18,"));
        assert!(say("country:zzzzz", Measure::Contacts).contains("; write a country code, such as SE"));
        let said = say("kind:report", Measure::Contacts);
        assert!(said.starts_with("the key kind is not for contacts; there are: role, "), "{said}");
        assert!(say("organisation:twice", Measure::Referrals).contains("O01, O02"));
        assert!(say("organisation:KASTT", Measure::Referrals).contains("nearest is KAST"));
        for wrong in
            ["role:", "role:victim,", "age:x", "age:19..18", "hour:24", "weekday:0", "text:\"open", "month:2010-13"]
        {
            assert!(parse(wrong, Measure::Contacts).is_err(), "{wrong}");
        }
    }

    #[test]
    fn filters_in_words() {
        let filter = parse("-role:buyer age:<18 organisation:KAST", Measure::Referrals).unwrap();
        assert_eq!(
            filter.in_words(Measure::Referrals, &Log::default(), crate::domain::Lang::Sv),
            "inte roll: köpare · ålder: < 18 · organisation: KAST"
        );
    }
}
