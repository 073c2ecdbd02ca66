//! The faults of JSON in both languages. The parser says them in English; what it says is told apart by its words, and
//! what is not known here stays as it is, behind a colon.

use super::fault::clip;
use crate::domain::{Lang, Meant, Text};
use crate::i18n::texts::transfer as t;
use crate::i18n::{fill, meant};

/// What is wrong with the text itself, as the parser begins to say it.
const SYNTAX: [(&str, Text); 13] = [
    ("expected value", t::JSON_NO_VALUE),
    ("expected ident", t::JSON_NO_VALUE),
    ("expected `,` or `}`", t::JSON_NO_COMMA),
    ("expected `,` or `]`", t::JSON_NO_COMMA),
    ("expected `:`", t::JSON_NO_COLON),
    ("trailing comma", t::JSON_COMMA),
    ("trailing characters", t::JSON_MORE),
    ("EOF while parsing", t::JSON_END),
    ("key must be a string", t::JSON_KEY),
    ("control character", t::JSON_CONTROL),
    ("invalid escape", t::JSON_ESCAPE),
    ("invalid number", t::JSON_NUMBER),
    ("number out of range", t::JSON_NUMBER),
];

/// What belongs somewhere, as the parser says it.
const EXPECTED: [(&str, Text); 10] = [
    ("a string", t::JSON_TEXT),
    ("string or map", t::JSON_TEXT),
    ("a borrowed string", t::JSON_TEXT),
    ("u8", t::JSON_WHOLE),
    ("u32", t::JSON_WHOLE),
    ("u64", t::JSON_WHOLE),
    ("a sequence", t::JSON_LIST),
    ("a map", t::JSON_OBJECT),
    ("a boolean", t::JSON_FLAG),
    ("struct", t::JSON_OBJECT),
];

/// What is wrong, in words.
pub fn said(message: &str, lang: Lang) -> String {
    ours(message, lang).unwrap_or_else(|| fill(t::JSON, lang, &[("message", &clip(message))]))
}

fn ours(message: &str, lang: Lang) -> Option<String> {
    if let Some((_, text)) = SYNTAX.iter().find(|(begins, _)| message.starts_with(begins)) {
        return Some(text.get(lang).to_owned());
    }
    // Words in such ticks are those of the file or of the program.
    let mut ticked = message.split('`').skip(1).step_by(2);
    if message.starts_with("unknown variant") {
        let given = ticked.next()?;
        return Some(
            fill(t::JSON_UNKNOWN, lang, &[("given", &clip(given))]) + &meant(&Meant::among(given, ticked), lang),
        );
    }
    if message.starts_with("duplicate field") {
        return Some(fill(t::JSON_TWICE, lang, &[("key", &ticked.next()?)]));
    }
    let types = message.strip_prefix("invalid type: ").or_else(|| message.strip_prefix("invalid value: "))?;
    let (found, expected) = types.rsplit_once(", expected ")?;
    let is_it = |(word, _): &&(&str, Text)| expected == *word || expected.split(' ').next() == Some(*word);
    let expected = EXPECTED.iter().find(is_it)?.1.get(lang);
    Some(fill(t::JSON_TYPE, lang, &[("found", &found_in_words(found, lang)?), ("expected", &expected)]))
}

/// What stands in the file, as the parser says it: `string "x"`, "integer `1`", `null`, `sequence`, `map`.
fn found_in_words(found: &str, lang: Lang) -> Option<String> {
    let given = |text| Some(fill(text, lang, &[("given", &clip(found.split('`').nth(1)?))]));
    match found.split(' ').next()? {
        "string" => {
            let text = found.strip_prefix("string \"")?.strip_suffix('"')?;
            Some(fill(t::JSON_FOUND_TEXT, lang, &[("given", &clip(text))]))
        }
        "integer" | "floating" => given(t::JSON_FOUND_NUMBER),
        "boolean" => given(t::JSON_FOUND_WORD),
        "null" => Some("null".to_owned()),
        "sequence" => Some(t::JSON_LIST.get(lang).to_owned()),
        "map" => Some(t::JSON_OBJECT.get(lang).to_owned()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde::de::DeserializeOwned;
    use serde_json::Value;
    use std::collections::BTreeMap;

    fn wrong<T: DeserializeOwned>(text: &str) -> String {
        let error = serde_json::from_str::<T>(text).err().map(|error| error.to_string()).unwrap_or_default();
        said(error.rsplit_once(" at line ").map_or(error.as_str(), |(words, _)| words), Lang::En)
    }

    #[test]
    fn what_stands_there_and_what_belongs_there() {
        assert_eq!(
            wrong::<u32>("\"a, expected b\""),
            "the text “a, expected b” stands where a whole number from 0 belongs"
        );
        assert_eq!(wrong::<u32>("-1"), "the number -1 stands where a whole number from 0 belongs");
        assert_eq!(wrong::<u32>("1.5"), "the number 1.5 stands where a whole number from 0 belongs");
        assert_eq!(wrong::<String>("true"), "true stands where a text in quotes belongs");
        assert_eq!(wrong::<String>("null"), "null stands where a text in quotes belongs");
        assert_eq!(wrong::<bool>("[]"), "a list stands where true or false belongs");
        assert_eq!(wrong::<Vec<u8>>("{}"), "an object stands where a list belongs");
        assert_eq!(wrong::<BTreeMap<String, String>>("2"), "the number 2 stands where an object belongs");
        assert_eq!(wrong::<Vec<u8>>("[300]"), "the number 300 stands where a whole number from 0 belongs");
    }

    #[test]
    fn no_fault_of_the_text_is_left_in_the_words_of_the_parser() {
        let texts = [
            "{\"a\":,",
            "{\"a\": tru}",
            "{\"a\": 1 2}",
            "[1 2]",
            "{\"a\" 1}",
            "[1,]",
            "{\"a\": 1,}",
            "[1] x",
            "[1",
            "{\"a",
            "{",
            "",
            "{1: 2}",
            "[\"a\nb\"]",
            "[\"\\q\"]",
            "[01]",
            "[1e]",
            "[1e999]",
        ];
        for text in texts {
            let said = wrong::<Value>(text);
            assert!(!said.is_empty() && !said.starts_with("cannot be read"), "{text}: {said}");
        }
        assert!(said("something new", Lang::En).ends_with(": something new"));
    }
}
