//! Names of people in texts that people wrote: found in one way by all that must not say who somebody is (the copy for
//! the public, the check before signing, erasing).

use std::collections::HashMap;
use std::ops::Range;

/// A name shorter than this, in characters, stands in a text only as it is written: in small letters it would be found
/// in words that are no names (`Bo`, `My`).
const SHORT: usize = 3;

/// Finds names in texts. One is found in small letters and capitals, in the genitive (`Annas`), and only where it stands by
/// itself: no other letter and no digit touches it.
#[derive(Debug, Default)]
pub struct NameFinder {
    names: Vec<String>,
    /// The places in `names` of those that are the same in small letters.
    folded: HashMap<String, Vec<usize>>,
    /// How long the keys of `folded` are, in bytes, the longest first.
    lengths: Vec<usize>,
}

/// Where a name stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// In bytes of the text, without the `s` of a genitive.
    pub place: Range<usize>,
    /// Which of the names it is, by its place among those given.
    pub name: usize,
}

impl NameFinder {
    pub fn new(names: impl IntoIterator<Item = impl Into<String>>) -> NameFinder {
        let mut found = NameFinder { names: names.into_iter().map(Into::into).collect(), ..NameFinder::default() };
        for (place, name) in found.names.iter().enumerate().filter(|(_, name)| !name.trim().is_empty()) {
            found.folded.entry(small_letters(name)).or_default().push(place);
        }
        found.lengths = found.folded.keys().map(String::len).collect();
        found.lengths.sort_unstable_by(|a, b| b.cmp(a));
        found.lengths.dedup();
        found
    }

    /// The name with that place among those given.
    pub fn name(&self, place: usize) -> &str {
        self.names.get(place).map_or("", String::as_str)
    }

    /// Where the names stand in a text, from its beginning; of names that begin at one place the longest.
    pub fn find(&self, text: &str) -> Vec<Found> {
        let mut found: Vec<Found> = Vec::new();
        if self.folded.is_empty() {
            return found;
        }
        let folded = Folded::new(text);
        let mut before = None;
        let mut free = 0;
        for (at, c) in folded.text.char_indices() {
            let begins = !before.replace(c).is_some_and(char::is_alphanumeric);
            if begins
                && at >= free
                && let Some((end, one)) = self.at(&folded, at, text)
            {
                free = end;
                found.push(one);
            }
        }
        found
    }

    /// Whether any of the names stands in a text.
    pub fn is_in(&self, text: &str) -> bool {
        !self.find(text).is_empty()
    }

    /// The text with another in the place of every name.
    pub fn replace<'a>(&'a self, text: &str, by: impl Fn(usize) -> &'a str) -> String {
        let mut replaced = String::new();
        let mut rest = 0;
        for Found { place, name } in self.find(text) {
            replaced.push_str(&text[rest..place.start]);
            replaced.push_str(by(name));
            rest = place.end;
        }
        replaced + &text[rest..]
    }

    /// The longest name that begins at a place of the folded text, and where it ends there.
    fn at(&self, folded: &Folded, at: usize, text: &str) -> Option<(usize, Found)> {
        self.lengths.iter().find_map(|length| {
            let end = at + length;
            let places = self.folded.get(folded.text.get(at..end)?)?;
            if !ends(&folded.text[end..]) {
                return None;
            }
            let place = folded.origin[at]..folded.origin[end];
            let is_it = |name: &&usize| {
                let name = &self.names[**name];
                name.chars().nth(SHORT - 1).is_some() || text.get(place.clone()) == Some(name.as_str())
            };
            let name = *places.iter().find(is_it)?;
            Some((end, Found { place, name }))
        })
    }
}

/// Whether a word ends before this rest of a text, the `s` of a genitive taken off.
fn ends(rest: &str) -> bool {
    let is_over = |rest: &str| !rest.starts_with(char::is_alphanumeric);
    is_over(rest) || rest.strip_prefix('s').is_some_and(is_over)
}

/// A text in small letters, and where they stood.
struct Folded {
    text: String,
    /// By byte of `text`, and of its end: where the character stood.
    origin: Vec<usize>,
}

impl Folded {
    fn new(text: &str) -> Folded {
        let mut folded = Folded { text: String::with_capacity(text.len()), origin: Vec::with_capacity(text.len() + 1) };
        for (at, c) in text.char_indices() {
            folded.text.extend(small(c));
            folded.origin.resize(folded.text.len(), at);
        }
        folded.origin.push(text.len());
        folded
    }
}

/// A text in small letters, each by itself.
pub fn small_letters(text: &str) -> String {
    if text.is_ascii() { text.to_ascii_lowercase() } else { text.chars().flat_map(small).collect() }
}

fn small(c: char) -> impl Iterator<Item = char> {
    // At the end of a word this one has another shape.
    c.to_lowercase().map(|c| if c == 'ς' { 'σ' } else { c })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_found_in_any_letters_and_in_the_genitive() {
        let names = NameFinder::new(["Å.B-12", "Anna", "Anna Lund", "Bo", "İnci", "Ὀδυσσεύς"]);
        for text in
            ["om å.b-12, igår", "Å.B-12s mor", "ANNAS hund", "anna", "(Anna)", "ὈΔΥΣΣΕΎΣ.", "x İNCİs", "Bos bil"]
        {
            assert_eq!(names.find(text).len(), 1, "{text}");
        }
        for text in ["Å.B-123", "xÅ.B-12", "Å.B-12st", "Annasx", "Annan", "ska bo här", "BO", "", "s"] {
            assert!(!names.is_in(text), "{text}");
        }
        assert!(!NameFinder::new([" ", ""]).is_in("allt"));
    }

    #[test]
    fn names_are_replaced_the_longest_first() {
        let names = NameFinder::new(["Anna", "Anna Lund", "Bo"]);
        let by = ["[1]", "[2]", "[3]"];
        let replaced = |text: &str| names.replace(text, |name| by[name]);
        assert_eq!(
            replaced("anna lunds mor, Anna Lundin; Bo och Bosse, Bo."),
            "[2]s mor, [1] Lundin; [3] och Bosse, [3]."
        );
        assert_eq!(replaced("Åsa, annas"), "Åsa, [1]s");
        assert_eq!(replaced("ingen"), "ingen");
        assert_eq!(names.name(names.find("ANNA LUND")[0].name), "Anna Lund");
    }
}
