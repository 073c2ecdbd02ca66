//! What may have been meant by a word that is not known: the way out of every message about one.

use super::lists::{List, Lists};
use super::text::{Text, fold};

/// What may have been meant by a word that is not known. The words for people are in i18n.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Meant {
    /// The word nearest to it.
    Nearest(String),
    /// Nothing is near: the words that there are.
    OneOf(Vec<String>),
    /// Nothing is near, and there are too many words or none: how it is written.
    Written(Text),
    /// Several at once, which are kept apart by this character.
    Several(char),
}

/// What several values are kept apart by, here and elsewhere.
const SEPARATORS: [char; 5] = [',', ';', '/', '|', '+'];

/// So many values of a list are told.
const VALUES: usize = 20;

impl Meant {
    /// The word nearest to the one given, or else all of them.
    pub fn among<'a>(given: &str, words: impl IntoIterator<Item = &'a str>) -> Meant {
        Meant::called(given, words.into_iter().map(|word| (word, word)))
    }

    /// The same of words that have other names too, such as their labels in both languages: each word with each of
    /// its names, by which it is found. It is told by the word.
    pub fn called<'a>(given: &str, words: impl IntoIterator<Item = (&'a str, &'a str)>) -> Meant {
        let words: Vec<_> = words.into_iter().collect();
        let near = words.iter().map(|(_, name)| *name);
        if let Some((word, _)) = nearest_place(given, near).map(|place| words[place]) {
            return Meant::Nearest(word.to_owned());
        }
        let mut words: Vec<_> = words.into_iter().map(|(word, _)| word.to_owned()).collect();
        words.dedup();
        Meant::OneOf(words)
    }

    /// A value of a list, found by its code and labels and told by its code; those that are retired only if they are
    /// near. A longer list ends in an ellipsis.
    pub fn value(given: &str, list: List, lists: &Lists) -> Meant {
        let values = lists.values(list);
        let near = values.iter().flat_map(|v| [&v.code, &v.sv, &v.en].map(|name| (v.code.as_str(), name.as_str())));
        match Meant::called(given, near) {
            Meant::OneOf(_) => {
                let mut codes: Vec<_> = values.iter().filter(|v| !v.retired).map(|v| v.code.clone()).collect();
                if codes.len() > VALUES {
                    codes.truncate(VALUES);
                    codes.push("…".to_owned());
                }
                Meant::OneOf(codes)
            }
            nearest => nearest,
        }
    }

    /// Several values, if the text has what elsewhere keeps them apart; here it is another character. No value has
    /// one of these in its code.
    pub fn several(given: &str, apart: char) -> Option<Meant> {
        given.contains(|c| c != apart && SEPARATORS.contains(&c)).then_some(Meant::Several(apart))
    }

    /// The same, but in the place of a list of words how they are written.
    pub fn or_written(self, form: Text) -> Meant {
        match self {
            Meant::OneOf(_) => Meant::Written(form),
            nearest => nearest,
        }
    }
}

/// A code with all that it is called, for `Meant::called`.
pub fn names(code: &'static str, label: Text) -> [(&'static str, &'static str); 3] {
    [code, label.sv, label.en].map(|name| (code, name))
}

/// The candidate nearest to a word, if any is near enough to be a slip: Damerau-Levenshtein within a third of the
/// word's length, or the word begins it.
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<String> {
    let candidates: Vec<_> = candidates.into_iter().collect();
    nearest_place(word, candidates.iter().copied()).map(|place| candidates[place].to_owned())
}

fn nearest_place<'a>(word: &str, candidates: impl Iterator<Item = &'a str>) -> Option<usize> {
    let word = fold(word);
    let letters = word.chars().count();
    // Of two letters one may be another, or they would be near to whatever has two.
    let limit = (letters / 3).max(2).min(letters.saturating_sub(1).max(1));
    let far = |candidate: &str| {
        let folded = fold(candidate);
        match strsim::osa_distance(&word, &folded) {
            // A label that is not written is near to nothing.
            _ if folded.is_empty() => usize::MAX,
            distance if !word.is_empty() && folded.starts_with(&word) => distance.min(1),
            distance => distance,
        }
    };
    let nearest = candidates.map(far).enumerate().min_by_key(|&(_, distance)| distance)?;
    (nearest.1 <= limit).then_some(nearest.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_word_is_near() {
        assert_eq!(nearest("vitness", ["victim", "witness"]), Some("witness".into()));
        assert_eq!(nearest("w", ["victim", "witness"]), Some("witness".into()));
        assert_eq!(nearest("xyzzyplugh", ["victim", "witness"]), None);
        assert_eq!(nearest("xy", ["ab", "år"]), None);
        assert_eq!(nearest("x", [""]), None);
    }

    #[test]
    fn a_word_is_found_by_its_names_and_told_by_itself() {
        let words = [("sex", "sex"), ("sex", "kön"), ("age", "age"), ("age", "ålder")];
        assert_eq!(Meant::called("kön", words), Meant::Nearest("sex".into()));
        assert_eq!(Meant::called("alder", words), Meant::Nearest("age".into()));
        assert_eq!(Meant::called("xyzzy", words), Meant::OneOf(vec!["sex".into(), "age".into()]));
    }

    #[test]
    fn a_long_list_is_cut() {
        let mut lists = Lists::default();
        let value =
            |n: usize| super::super::ListValue { code: format!("value_{n:03}"), ..lists.values(List::Sex)[0].clone() };
        let many: Vec<_> = (0..100).map(value).collect();
        assert_eq!(Meant::value("säljare", List::Role, &lists), Meant::Nearest("seller".into()));
        lists.set(List::Role, many);
        let Meant::OneOf(told) = Meant::value("xyzzyplugh", List::Role, &lists) else { panic!("nothing is near") };
        assert_eq!((told.len(), told[20].as_str()), (21, "…"));
    }
}
