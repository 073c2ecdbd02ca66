//! Who is called so: names in order, to be searched by beginnings of words without looking at every record.

use crate::domain::text::sort_key;
use crate::domain::{Kind, Ref};
use crate::facts::Facts;
use std::collections::BTreeSet;

/// After so many changes the names are put in order anew.
const MANY: usize = 1000;

/// The names of all records of a kind: of people, organisations or matters.
#[derive(Debug)]
pub struct Called {
    kind: Kind,
    /// What each record is called, a line each, in order.
    text: String,
    /// Where each line begins, and the record's row.
    lines: Vec<(u32, u32)>,
    /// Rows that were changed since; their lines no longer hold.
    changed: BTreeSet<u32>,
}

impl Called {
    pub fn new(facts: &Facts, kind: Kind) -> Called {
        let mut said: Vec<(String, u32)> =
            facts.rows(kind).live().map(|row| (said(facts, kind, row), row as u32)).collect();
        said.sort_unstable();
        let (mut text, mut lines) = (String::new(), Vec::with_capacity(said.len()));
        for (line, row) in said {
            lines.push((text.len() as u32, row));
            text.push_str(&line);
            text.push('\n');
        }
        Called { kind, text, lines, changed: BTreeSet::new() }
    }

    /// Notes that a record was changed. `false`: so many were that the names should be put in order anew.
    pub fn note(&mut self, facts: &Facts, own: &Ref) -> bool {
        self.changed.extend(facts.rows(self.kind).row(own));
        self.changed.len() <= MANY
    }

    /// At most so many records in whose names each word begins a word: those that are called so from the very
    /// beginning first, then by name.
    pub fn find(&self, facts: &Facts, typed: &str, limit: usize) -> Vec<Ref> {
        let words: Vec<String> = typed.split_whitespace().map(sort_key).collect();
        let typed = sort_key(typed);
        let fits = |line: &str| words.iter().all(|word| begins_word(line, word));
        let is_known = |row: u32| !self.changed.contains(&row);
        let first = self.lines.partition_point(|&(start, _)| self.text[start as usize..] < *typed);
        let named = (first..self.lines.len()).take_while(|&place| self.line(place).starts_with(&typed));
        let mut found: Vec<(bool, &str, u32)> = named
            .filter(|&place| fits(self.line(place)) && is_known(self.lines[place].1))
            .take(limit)
            .map(|place| (false, self.line(place), self.lines[place].1))
            .collect();
        // The longest word stands in the fewest lines.
        if let Some(word) = words.iter().max_by_key(|word| word.len()).filter(|_| found.len() < limit) {
            let mut last = None;
            let places = self.text.match_indices(word.as_str()).filter_map(|(at, _)| {
                let place = self.lines.partition_point(|&(start, _)| start as usize <= at).checked_sub(1)?;
                (last.replace(place) != Some(place)).then_some(place)
            });
            let others = places
                .filter(|&place| !self.line(place).starts_with(&typed) && fits(self.line(place)))
                .filter(|&place| is_known(self.lines[place].1))
                .map(|place| (true, self.line(place), self.lines[place].1));
            let left = limit - found.len();
            found.extend(others.take(left));
        }
        let table = facts.rows(self.kind);
        let changed = self.changed.iter().filter(|&&row| table.is_live(row as usize));
        let changed: Vec<(String, u32)> = changed.map(|&row| (said(facts, self.kind, row as usize), row)).collect();
        let changed = changed.iter().filter(|(line, _)| fits(line));
        found.extend(changed.map(|(line, row)| (!line.starts_with(&typed), line.as_str(), *row)));
        found.sort_unstable();
        found.into_iter().take(limit).map(|(_, _, row)| table.own(row as usize)).collect()
    }

    fn line(&self, place: usize) -> &str {
        let end = self.lines.get(place + 1).map_or(self.text.len(), |&(start, _)| start as usize);
        &self.text[self.lines[place].0 as usize..end - 1]
    }
}

/// What a record is called: its name, further names and ref, as they are compared.
fn said(facts: &Facts, kind: Kind, row: usize) -> String {
    let names: Vec<&str> = match kind {
        Kind::Person => facts.people.names(row).collect(),
        Kind::Organisation => vec![&facts.organisations.name[row]],
        _ => vec![&facts.matters.title[row]],
    };
    sort_key(&[&names.join(" "), facts.rows(kind).text(row)].join(" ")).replace('\n', " ")
}

/// Whether a word of the text begins so. Signs without a letter or digit are no word.
pub fn begins_word(text: &str, word: &str) -> bool {
    let begins = text.match_indices(word).any(|(at, _)| !text[..at].chars().next_back().is_some_and(is_letter));
    word.contains(is_letter) && begins
}

/// Whether a sign of a text that is compared is a letter or a digit: å, ä and ö have become signs that stand after z.
fn is_letter(c: char) -> bool {
    c.is_alphanumeric() || ('{'..='}').contains(&c)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::date::parse_date;
    use crate::domain::{Lists, Project, Record};

    fn person(own: &str, alias: &str, aka: &str) -> Record {
        Record::from_texts(Kind::Person, &[own, alias, aka, "", "", "", "", "", "", "", "", ""]).unwrap()
    }

    #[test]
    fn names_are_found_by_beginnings_of_words() {
        let people = [person("P1", "Åsa", "Bina"), person("P2", "A.B-12", ""), person("P3", "Bina", "Tall one")];
        let today = parse_date("2010-06-01").unwrap();
        let mut facts = Facts::of(&Lists::default(), &Project::default(), today, &people);
        let mut called = Called::new(&facts, Kind::Person);
        let found = |called: &Called, facts: &Facts, typed: &str| {
            called.find(facts, typed, 30).iter().map(Ref::to_string).collect::<Vec<_>>()
        };
        assert_eq!(found(&called, &facts, "b"), ["P3", "P2", "P1"]);
        assert_eq!(found(&called, &facts, "bina"), ["P3", "P1"]);
        assert_eq!(found(&called, &facts, "one bi"), ["P3"]);
        assert_eq!(found(&called, &facts, "å"), ["P1"]);
        assert_eq!(found(&called, &facts, "b-12"), ["P2"]);
        assert_eq!(found(&called, &facts, "p"), ["P2", "P3", "P1"]);
        assert_eq!(found(&called, &facts, ""), ["P2", "P3", "P1"]);
        assert_eq!(called.find(&facts, "p", 2).len(), 2);
        assert!(found(&called, &facts, "ina").is_empty() && found(&called, &facts, "-").is_empty());
        facts.insert(&person("P3", "Cina", ""));
        facts.settle();
        assert!(called.note(&facts, people[2].own_ref().unwrap()));
        assert_eq!(found(&called, &facts, "bina"), ["P1"]);
        assert_eq!(found(&called, &facts, "c"), ["P3"]);
    }
}
