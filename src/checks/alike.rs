//! People that look alike: the same name or further name, the same phone digits, or the same birth to the day, sex and
//! country; and who are neither joined as one person nor told apart. Pure; a guess for a person to decide, never done
//! by itself.

use crate::domain::field::person;
use crate::domain::text::fold;
use crate::domain::{Birth, Kind, List, Record, Ref, Value};
use crate::facts::{Code, Facts, phone_number};
use std::collections::{BTreeSet, HashMap, HashSet};

/// What two people have in common. Lowest first is the strongest sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Likeness {
    Name,
    Phone,
    Birth,
}

/// Fewer than six digits, behind their leading 1, are no phone number.
const LEAST_PHONE: u64 = 1_000_000;

/// What a person is compared by.
#[derive(PartialEq, Eq, Hash)]
enum Sign {
    Name(String),
    Phone(u64),
    Birth(Birth, Code, Code),
}

impl Sign {
    fn likeness(&self) -> Likeness {
        match self {
            Sign::Name(_) => Likeness::Name,
            Sign::Phone(_) => Likeness::Phone,
            Sign::Birth(..) => Likeness::Birth,
        }
    }
}

/// The people who look like somebody who stands before them in the log, each with the first of those.
pub fn found(facts: &Facts) -> Vec<(Ref, Ref)> {
    let apart = told_apart(facts);
    let mut seen: HashMap<Sign, Vec<u32>> = HashMap::new();
    let mut found = Vec::new();
    for row in facts.people.live().map(|row| row as u32) {
        let mut like = None;
        for sign in signs(facts, row) {
            let before = seen.entry(sign).or_default();
            like = like.or_else(|| before.iter().copied().find(|&other| is_open(facts, &apart, row, other)));
            before.push(row);
        }
        found.extend(like.map(|other| [row, other].map(|row| facts.people.own(row as usize))).map(<(Ref, Ref)>::from));
    }
    found
}

/// The people who look like one, and by what, the likeliest first.
pub fn like(facts: &Facts, own: &Ref) -> Vec<(Ref, Vec<Likeness>)> {
    let Some(row) = facts.people.row(own).filter(|&row| facts.people.is_live(row as usize)) else { return Vec::new() };
    let apart = told_apart(facts);
    let hers: HashSet<Sign> = signs(facts, row).into_iter().collect();
    let mut found = Vec::new();
    for other in facts.people.live().map(|other| other as u32).filter(|&other| is_open(facts, &apart, row, other)) {
        let common = signs(facts, other).into_iter().filter(|sign| hers.contains(sign));
        let common: BTreeSet<Likeness> = common.map(|sign| sign.likeness()).collect();
        if !common.is_empty() {
            found.push((facts.people.own(other as usize), common.into_iter().collect()));
        }
    }
    found.sort_by_key(|(_, common): &(Ref, Vec<Likeness>)| std::cmp::Reverse(common.len()));
    found
}

/// Those who look like a record that is being written and is not in the log as it stands, and by what, the likeliest
/// first: people by the same signs as above, organisations and matters by their name.
pub fn like_record(facts: &Facts, record: &Record) -> Vec<(Ref, Vec<Likeness>)> {
    let rows = facts.rows(record.kind);
    let own = record.own_ref().and_then(|own| rows.row(own));
    let name = record.kind.name_field().and_then(|field| record.values.get(field)).map(|name| fold(name.text()));
    let hers = signs_of(facts, record);
    let common = |row: usize| -> BTreeSet<Likeness> {
        let is_named = |other: &str| name.as_deref().is_some_and(|name| !name.is_empty() && fold(other) == name);
        match record.kind {
            Kind::Person => {
                let signs = signs(facts, row as u32).into_iter();
                signs.filter(|sign| hers.contains(sign)).map(|sign| sign.likeness()).collect()
            }
            Kind::Organisation if is_named(&facts.organisations.name[row]) => BTreeSet::from([Likeness::Name]),
            Kind::Matter if is_named(&facts.matters.title[row]) => BTreeSet::from([Likeness::Name]),
            _ => BTreeSet::new(),
        }
    };
    let others = rows.live().filter(|&row| Some(row as u32) != own);
    let mut found: Vec<(Ref, Vec<Likeness>)> = others
        .map(|row| (rows.own(row), common(row).into_iter().collect()))
        .filter(|(_, common): &(Ref, Vec<Likeness>)| !common.is_empty())
        .collect();
    found.sort_by_key(|(_, common)| std::cmp::Reverse(common.len()));
    found
}

/// The signs of a person who is being written.
fn signs_of(facts: &Facts, record: &Record) -> HashSet<Sign> {
    if record.kind != Kind::Person {
        return HashSet::new();
    }
    let value = |field: usize| record.values.get(field);
    let names = value(person::ALIAS).into_iter().chain(value(person::AKA)).flat_map(|value| match value {
        Value::Names(names) => names.iter().map(String::as_str).collect(),
        value => vec![value.text()],
    });
    let mut signs: HashSet<Sign> =
        names.map(|name| fold(name.trim())).filter(|name| !name.is_empty()).map(Sign::Name).collect();
    let phone = phone_number(value(person::PHONE).map(Value::text).unwrap_or_default());
    if phone >= LEAST_PHONE {
        signs.insert(Sign::Phone(phone));
    }
    let number = |codes: Option<&crate::facts::Dictionary>, field: usize| codes?.number(value(field)?.code()?);
    if let (Some(Value::Birth(birth @ Birth { day: Some(_), .. })), Some(sex @ 1..), Some(country @ 1..)) = (
        value(person::BIRTH),
        number(facts.codes(List::Sex), person::SEX),
        number(Some(facts.countries()), person::COUNTRY),
    ) {
        signs.insert(Sign::Birth(*birth, sex, country));
    }
    signs
}

fn signs(facts: &Facts, row: u32) -> Vec<Sign> {
    let people = &facts.people;
    let row = row as usize;
    let names: BTreeSet<String> =
        people.names(row).map(|name| fold(name.trim())).filter(|name| !name.is_empty()).collect();
    let mut signs: Vec<Sign> = names.into_iter().map(Sign::Name).collect();
    if people.phone[row] >= LEAST_PHONE {
        signs.push(Sign::Phone(people.phone[row]));
    }
    if let (Some(birth @ Birth { day: Some(_), .. }), sex @ 1.., country @ 1..) =
        (people.birth.get(row), people.sex.get(row), people.country.get(row))
    {
        signs.push(Sign::Birth(birth, sex, country));
    }
    signs
}

/// Whether two people are two, and nobody has said so.
fn is_open(facts: &Facts, apart: &HashSet<(u32, u32)>, one: u32, other: u32) -> bool {
    let (one, other) = (facts.history().group(one), facts.history().group(other));
    one != other && !apart.contains(&(one.min(other), one.max(other)))
}

/// The pairs told apart, each by the people who stand for those joined with them.
fn told_apart(facts: &Facts) -> HashSet<(u32, u32)> {
    let group = |row: u32| facts.history().group(row);
    let pair = |(one, other): (u32, u32)| (group(one).min(group(other)), group(one).max(group(other)));
    facts.told_apart().map(pair).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::date::parse_date;
    use crate::domain::{Lists, Project};

    /// Alias, further names, birth, sex, country, phone.
    fn person(own: &str, values: [&str; 6]) -> Record {
        let fields = ["alias", "aka", "birth", "sex", "country", "phone"];
        let text = |code: &str| match fields.iter().position(|field| *field == code) {
            Some(place) => values[place],
            None if code == "ref" => own,
            None => "",
        };
        let texts: Vec<&str> = Kind::Person.fields().iter().map(|field| text(field.code)).collect();
        Record::from_texts(Kind::Person, &texts).unwrap()
    }

    fn relation(own: &str, person: &str, relation: &str, other: &str) -> Record {
        Record::from_texts(Kind::Relation, &[own, person, relation, other, ""]).unwrap()
    }

    fn facts(records: &[Record]) -> Facts {
        Facts::of(&Lists::default(), &Project::default(), parse_date("2010-06-01").unwrap(), records)
    }

    fn refs(records: &[Record]) -> Vec<String> {
        found(&facts(records)).iter().map(|(own, _)| own.to_string()).collect()
    }

    #[test]
    fn names_phones_and_births_are_compared() {
        let first = person("P1", ["Ånn-1", "", "1990-01-02", "woman", "SE", "070-123 45 67"]);
        let with = |values| refs(&[first.clone(), person("P2", values)]);
        assert_eq!(with(["ånn-1", "", "", "", "", ""]), ["P2"]);
        assert_eq!(with(["X", "Q;ånn-1", "", "", "", ""]), ["P2"]);
        assert_eq!(with(["", "", "", "", "", "0701234567"]), ["P2"]);
        assert_eq!(with(["", "", "1990-01-02", "woman", "SE", ""]), ["P2"]);
        for other in [
            ["ann-2", "", "", "", "", ""],
            ["", "", "1990-01-02", "man", "SE", ""],
            ["", "", "1990-01-02", "woman", "", ""],
            ["", "", "1990-01", "woman", "SE", ""],
            ["", "", "", "", "", "112"],
        ] {
            assert!(with(other).is_empty(), "{other:?}");
        }
        let vague = ["", "", "1990-01", "woman", "SE", ""];
        assert!(refs(&[person("P1", vague), person("P2", vague)]).is_empty());
    }

    #[test]
    fn what_was_decided_is_not_asked_again() {
        let [first, second, third] = ["P1", "P2", "P3"].map(|own| person(own, ["A", "", "", "", "", ""]));
        let all = [first, second, third];
        assert_eq!(refs(&all), ["P2", "P3"]);
        let with = |more: &[Record]| refs(&[&all, more].concat());
        assert_eq!(with(&[relation("X1", "P1", "same", "P2")]), ["P3"]);
        assert_eq!(with(&[relation("X1", "P1", "not_same", "P2")]), ["P3"]);
        // Told apart from one is told apart from all who are joined with her.
        let joined = relation("X1", "P1", "same", "P2");
        assert!(with(&[joined.clone(), relation("X2", "P3", "not_same", "P2")]).is_empty());
        let own = Ref::parse("P3").unwrap();
        let like = like(&facts(&[&all[..], &[joined]].concat()), &own);
        assert_eq!(
            like.iter().map(|(r, l)| (r.as_str(), l.as_slice())).collect::<Vec<_>>(),
            [("P1", &[Likeness::Name][..]), ("P2", &[Likeness::Name])]
        );
    }

    #[test]
    fn a_decision_taken_back_is_asked_again() {
        let mut facts = facts(&["P1", "P2"].map(|own| person(own, ["A", "", "", "", "", ""])));
        for word in ["same", "not_same"] {
            let decision = crate::domain::Change::add(relation("X1", "P1", word, "P2"));
            facts.apply(&decision);
            assert!(found(&facts).is_empty());
            let edits = decision.inverse_edits();
            facts.apply(&crate::domain::Change { action: crate::domain::Action::Undo(1), edits });
            assert_eq!(found(&facts).len(), 1);
        }
    }
}
