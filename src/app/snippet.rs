//! Where the words that were looked up stand in a record: a piece of its text, never of what is hidden.

use super::exchange::Entry;
use super::naming::Naming;
use crate::domain::Shown;
use crate::domain::text::plain_letters;

/// So many characters are shown before the word.
const BEFORE: usize = 24;
/// So many characters are shown at most.
const LENGTH: usize = 160;

/// The text of a record around the first of the words that stands in it, apart from its name, which is shown anyway;
/// else the beginning of its text.
pub fn snippet(entry: &Entry, words: &str, naming: &Naming) -> Shown {
    let record = &entry.record;
    let fields = record.kind.fields().iter().enumerate();
    let open = fields.filter(|(place, field)| {
        field.text && Some(*place) != record.kind.name_field() && !naming.hides(record, *place)
    });
    let texts: Vec<String> =
        open.map(|(place, _)| naming.value(entry, place).into_string()).filter(|text| !text.is_empty()).collect();
    let words: Vec<Vec<char>> = words.split_whitespace().map(|word| plain_letters(word).collect()).collect();
    let found = words.iter().find_map(|word| texts.iter().find_map(|text| Some((text, place(text, word)?))));
    match (found, texts.first()) {
        (Some((text, at)), _) => around(text, at),
        (None, Some(text)) => around(text, 0),
        (None, None) => Shown::default(),
    }
}

/// Where a word of the text begins as the given one does, capitals and diacritics apart.
fn place(text: &str, word: &[char]) -> Option<usize> {
    let mut before = ' ';
    text.char_indices().map(|(at, c)| (at, std::mem::replace(&mut before, c))).find_map(|(at, before)| {
        let rest = text.get(at..)?;
        let begins = !before.is_alphanumeric() && plain_letters(rest).take(word.len()).eq(word.iter().copied());
        begins.then_some(at)
    })
}

fn around(text: &str, at: usize) -> Shown {
    let (before, after) = text.split_at(at);
    let skipped = before.chars().count().saturating_sub(BEFORE);
    let near: String = before.chars().skip(skipped).collect();
    // What is cut begins at a whole word.
    let near = match skipped {
        0 => near,
        _ => format!("…{}", near.split_once(' ').map_or("", |(_, rest)| rest)),
    };
    Shown::line(near.chars().chain(after.chars()).take(LENGTH).collect::<String>())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::field::{contact, person};
    use crate::domain::{Kind, Lang, Lists, Record, Ref, Value};

    fn text(record: Record, words: &str) -> String {
        let lists = Lists::default();
        let naming = Naming { lists: &lists, lang: Lang::Sv, revealed: None };
        snippet(&Entry::alone(record), words, &naming).into_string()
    }

    #[test]
    fn the_text_around_the_word_is_shown() {
        let note = |note: &str| Record::new(Kind::Contact).with(contact::NOTE, Value::Text(note.into()));
        let long = "Hon ringde från tåget och var mycket orolig för sin bror.";
        assert_eq!(text(note(long), "bror"), "…mycket orolig för sin bror.");
        assert_eq!(text(note(long), "zzz ringde"), long);
        assert_eq!(text(note("Möte på Södermalm\ni dag"), "sodermalm"), "Möte på Södermalm i dag");
        assert_eq!(text(note(long), "zzz"), long);
        assert_eq!(text(note(""), "zzz"), "");
        assert!(text(note(&"å ".repeat(500)), "å").chars().count() <= LENGTH);
    }

    #[test]
    fn nothing_hidden_is_shown() {
        let record = Record::new(Kind::Person)
            .with(person::REF, Value::Link(Ref::parse("P1").unwrap()))
            .with(person::ALIAS, Value::Text("A.B-12".into()))
            .with(person::DISTRICT, Value::Text("Farsta".into()))
            .with(person::NOTE, Value::Text("Ringer sällan".into()));
        assert_eq!(text(record.clone(), "a.b"), "Farsta");
        let protected = record.with(person::PROTECTED, Value::Flag(true));
        assert_eq!(text(protected, "farsta"), "Ringer sällan");
    }
}
