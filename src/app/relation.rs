//! A relation as it is seen from one of the two people: `förälder till A.B`, and from the other `barn till C.D`.

use super::exchange::Entry;
use super::naming::Naming;
use crate::domain::field::relation;
use crate::domain::{Kind, List, Ref, Shown, Text, Value};
use crate::i18n::{fill, texts::upkeep as t};
use chrono::NaiveDate;

/// What belongs to a record in one line, with whom it is about if the record is not about her; a relation as it is seen
/// from the person whose page it is on.
pub fn belonging(of: &Entry, entry: &Entry, naming: &Naming, today: NaiveDate) -> Shown {
    if let Some(relation) = of.own_ref().and_then(|own| seen_from(own, entry, naming)) {
        return relation;
    }
    let line = naming.line(entry, today);
    let person = |entry: &Entry| entry.person().and_then(|person| person.own_ref().cloned());
    let is_said = person(entry).is_none() || person(entry) == person(of);
    match entry.record.kind {
        Kind::Person | Kind::Relation => line,
        _ if is_said => line,
        _ => Shown::line(format!("{} · {line}", naming.person(entry))),
    }
}

/// The relation as it is seen from a person; `None` if it is no relation of hers.
fn seen_from(own: &Ref, entry: &Entry, naming: &Naming) -> Option<Shown> {
    let values = &entry.record.values;
    let is_hers = |field: usize| values.get(field).and_then(Value::link) == Some(own);
    if entry.record.kind != Kind::Relation {
        return None;
    }
    let code = values.get(relation::RELATION)?.code()?;
    let label = naming.lists.label(List::Relation, code, naming.lang);
    let (text, label, other) = if is_hers(relation::PERSON) {
        (forward(code), label, relation::OTHER)
    } else if is_hers(relation::OTHER) {
        match opposite(code) {
            Some(code) => (forward(code), naming.lists.label(List::Relation, code, naming.lang), relation::PERSON),
            None => (backward(code), label, relation::PERSON),
        }
    } else {
        return None;
    };
    let other = naming.value(entry, other);
    Some(Shown::line(fill(text, naming.lang, &[("relation", &label), ("name", &other)])))
}

/// What the other is to a person who is this to her, where that has a word among the relations.
fn opposite(code: &str) -> Option<&str> {
    Some(match code {
        "parent" => "child",
        "child" => "parent",
        "sibling" | "partner" | "relative" | "friend" | "same" | "not_same" => code,
        _ => return None,
    })
}

fn forward(code: &str) -> Text {
    match code {
        "same" | "not_same" => t::RELATION_AS,
        "controls" => t::RELATION_OVER,
        _ => t::RELATION_OF,
    }
}

fn backward(code: &str) -> Text {
    match code {
        "controls" => t::CONTROLLED_BY,
        _ => t::RELATION_BY,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Lang, Lists, Record};

    #[test]
    fn each_of_the_two_sees_her_side() {
        let person = |own: &str, alias: &str| {
            let texts: Vec<&str> = Kind::Person
                .fields()
                .iter()
                .map(|f| {
                    if f.code == "ref" {
                        own
                    } else if f.code == "alias" {
                        alias
                    } else {
                        ""
                    }
                })
                .collect();
            Record::from_texts(Kind::Person, &texts).unwrap()
        };
        let lists = Lists::default();
        let says = |code: &str, own: &str, lang| {
            let record = Record::from_texts(Kind::Relation, &["X1", "P1", code, "P2", ""]).unwrap();
            let entry = Entry { record, linked: vec![person("P1", "A.B"), person("P2", "C.D")] };
            let naming = Naming { lists: &lists, lang, revealed: None };
            seen_from(&Ref::parse(own).unwrap(), &entry, &naming).map(Shown::into_string)
        };
        let both = |code| (says(code, "P1", Lang::Sv).unwrap(), says(code, "P2", Lang::Sv).unwrap());
        assert_eq!(both("parent"), ("förälder till C.D".into(), "barn till A.B".into()));
        assert_eq!(both("friend"), ("vän till C.D".into(), "vän till A.B".into()));
        assert_eq!(both("controls"), ("styr över C.D".into(), "styrs av A.B".into()));
        assert_eq!(both("same"), ("samma person som C.D".into(), "samma person som A.B".into()));
        assert_eq!(both("neighbour"), ("neighbour till C.D".into(), "A.B är neighbour".into()));
        assert_eq!(says("child", "P2", Lang::En).unwrap(), "parent of A.B");
        assert_eq!(says("child", "P3", Lang::En), None);
    }
}
