//! Numbers for texts and for sets of numbers; 0 is nothing.

use super::codes::Code;
use super::packed::{Pack, pack_texts, unpack_texts};
use std::collections::HashMap;

/// Texts numbered from 1 in the order in which they were added.
#[derive(Clone, Debug, Default)]
pub struct Dictionary {
    texts: Vec<String>,
    numbers: HashMap<String, Code>,
}

impl Dictionary {
    /// The number of a text, a new one if it has none.
    pub fn add(&mut self, text: &str) -> Code {
        if let Some(number) = self.number(text) {
            return number;
        }
        self.texts.push(text.to_owned());
        let number = self.texts.len() as Code;
        self.numbers.insert(text.to_owned(), number);
        number
    }

    pub fn number(&self, text: &str) -> Option<Code> {
        self.numbers.get(text).copied()
    }

    /// The text with a number.
    pub fn text(&self, number: Code) -> Option<&str> {
        self.texts.get((number as usize).wrapping_sub(1)).map(String::as_str)
    }

    pub fn texts(&self) -> impl Iterator<Item = &str> {
        self.texts.iter().map(String::as_str)
    }
}

impl Pack for Dictionary {
    fn pack(&self) -> Vec<u8> {
        pack_texts(self.texts())
    }

    fn unpack(bytes: &[u8]) -> Dictionary {
        unpack_texts(bytes).fold(Dictionary::default(), |mut dictionary, text| {
            dictionary.add(text);
            dictionary
        })
    }
}

/// Sets of numbers, themselves numbered; 0 is the empty set.
#[derive(Clone, Debug)]
pub struct Sets {
    sets: Vec<Vec<Code>>,
    numbers: HashMap<Vec<Code>, Code>,
}

impl Default for Sets {
    fn default() -> Self {
        Sets { sets: vec![Vec::new()], numbers: HashMap::from([(Vec::new(), 0)]) }
    }
}

impl Sets {
    /// The number of a set, a new one if it has none.
    pub fn add(&mut self, mut set: Vec<Code>) -> Code {
        set.sort_unstable();
        set.dedup();
        if let Some(&number) = self.numbers.get(&set) {
            return number;
        }
        let number = self.sets.len() as Code;
        self.sets.push(set.clone());
        self.numbers.insert(set, number);
        number
    }

    /// The members of a set.
    pub fn members(&self, number: Code) -> &[Code] {
        self.sets.get(number as usize).map_or(&[], Vec::as_slice)
    }
}

/// A set a text, its members with a space between them.
impl Pack for Sets {
    fn pack(&self) -> Vec<u8> {
        let text = |set: &Vec<Code>| set.iter().map(Code::to_string).collect::<Vec<_>>().join(" ");
        let texts: Vec<String> = self.sets.iter().map(text).collect();
        pack_texts(texts.iter().map(String::as_str))
    }

    fn unpack(bytes: &[u8]) -> Sets {
        unpack_texts(bytes).fold(Sets::default(), |mut sets, text| {
            sets.add(text.split(' ').filter_map(|number| number.parse().ok()).collect());
            sets
        })
    }
}
