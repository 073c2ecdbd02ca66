//! Every Unicode scalar value through what the commands print for people: lists, statistics, what is found. Nothing comes
//! out that controls, turns or hides.

use crate::harness::Home;
use crate::scalars::{harm, texts};
use caselog::domain::field::{contact, person};
use caselog::domain::{Action, Change, Edit, Kind, Record, Type, Value};
use caselog::store::{Kdf, Passphrase, Store};
use chrono::NaiveDateTime;

const PASSPHRASE: &str = "fyra gröna katter sover";

#[test]
fn every_scalar_value_through_the_tables() {
    let home = Home::new();
    home.write("p", &format!("{PASSPHRASE}\n"));
    let secret = Passphrase::new(PASSPHRASE.to_owned());
    let (mut store, _) = Store::create(&home.path("s"), &secret, Kdf { memory: 8, passes: 1 }).unwrap();
    let people = texts(120);
    // Each of them was met once.
    let somebody = |(number, lines): (usize, &[String])| {
        let line = |nth: usize| Value::Text(lines.get(nth).map_or_else(String::new, |line| format!("zqord {line}")));
        let own = Value::parse(Type::Ref, &format!("P{number}")).unwrap();
        let at = Value::parse(Type::Moment, "2010-02-03T10:00").unwrap();
        let met = Record::new(Kind::Contact).with(contact::AT, at).with(contact::PERSON, own.clone());
        let somebody = Record::new(Kind::Person)
            .with(person::REF, own)
            .with(person::ALIAS, line(0))
            .with(person::DISTRICT, line(1))
            .with(person::SAFE_CONTACT, line(2));
        [somebody, met].map(|record| Edit::Record { before: None, after: Some(record) })
    };
    let edits: Vec<Edit> = people.chunks(3).enumerate().flat_map(somebody).collect();
    let count = edits.len() / 2;
    store.apply(Change { action: Action::Import, edits }, NaiveDateTime::default()).unwrap();
    drop(store);
    for arguments in [
        &["list", "persons"][..],
        &["stats", "--measure", "persons", "--rows", "district"],
        &["find", "zqord"],
        &["find", "zqord", "--lang", "sv"],
    ] {
        let done = home.run(&[&["--store", "s", "--passphrase-file", "p"], arguments].concat());
        assert_eq!((done.exit, harm(&done.out), harm(&done.err)), (0, None, None), "{arguments:?}: {}", done.err);
        assert!(done.out.lines().count() >= count, "{arguments:?}");
        assert!(done.out.contains("zqord"));
    }
}
