//! Records that are made together with one that names them: each gets the ref that the store makes for it, in every
//! place where it is named.

use crate::domain::{Change, Edit, Kind, Record, Ref, Value};
use crate::store::Store;
use std::collections::HashMap;

/// The change with the store's refs in the place of provisional ones.
pub fn settled(change: Change, store: &Store) -> Change {
    let mut counts: HashMap<Kind, u64> = HashMap::new();
    let mut made: HashMap<(Kind, Ref), Ref> = HashMap::new();
    for record in change.edits.iter().filter_map(after) {
        if let Some(own) = record.own_ref().filter(|own| own.is_provisional()) {
            let nth = counts.entry(record.kind).or_default();
            made.insert((record.kind, own.clone()), store.next_ref(record.kind, *nth));
            *nth += 1;
        }
    }
    if made.is_empty() {
        return change;
    }
    let edits = change.edits.into_iter().map(|edit| match edit {
        Edit::Record { before, after: Some(after) } => Edit::Record { before, after: Some(named(after, &made)) },
        other => other,
    });
    Change { action: change.action, edits: edits.collect() }
}

fn after(edit: &Edit) -> Option<&Record> {
    match edit {
        Edit::Record { after, .. } => after.as_ref(),
        _ => None,
    }
}

/// The record with its own ref, and those of the records that it names.
fn named(record: Record, made: &HashMap<(Kind, Ref), Ref>) -> Record {
    let known = |kind: Kind, own: &Ref| made.get(&(kind, own.clone())).unwrap_or(own).clone();
    let own = record.own_ref().map(|own| Value::Link(known(record.kind, own)));
    let mut fields: Vec<(usize, Kind)> = record.links().map(|(field, kind, _)| (field, kind)).collect();
    fields.dedup();
    let record = own.map_or(record.clone(), |own| record.with(0, own));
    fields.into_iter().fold(record, |record, (field, kind)| {
        let value = match record.values.get(field) {
            Some(Value::Link(link)) => Value::Link(known(kind, link)),
            Some(Value::Links(links)) => Value::Links(links.iter().map(|link| known(kind, link)).collect()),
            _ => return record,
        };
        record.with(field, value)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::field::{activity, contact};
    use crate::domain::{Action, Type};

    #[test]
    fn every_name_of_a_new_record_becomes_its_ref() {
        let store = Store::in_memory().unwrap();
        let new = |kind: Kind, number| Record::new(kind).with(0, Value::Link(Ref::provisional(number)));
        let link = |number| Value::Link(Ref::provisional(number));
        let met = Record::new(Kind::Contact).with(contact::PERSON, link(1)).with(contact::MATTER, link(2));
        let both = Value::Links(vec![Ref::provisional(3), Ref::parse("O9").unwrap(), Ref::provisional(4)]);
        let event = Record::new(Kind::Activity).with(activity::ORGANISATIONS, both);
        let records = [
            new(Kind::Person, 1),
            new(Kind::Matter, 2),
            new(Kind::Organisation, 3),
            new(Kind::Organisation, 4),
            met,
            event,
        ];
        let edits = records.into_iter().map(|record| Edit::Record { before: None, after: Some(record) }).collect();
        let change = settled(Change { action: Action::Add, edits }, &store);
        let told: Vec<String> = change
            .edits
            .iter()
            .filter_map(after)
            .map(|record| {
                let links = record.links().map(|(_, _, own)| own.to_string()).collect::<Vec<_>>().join(" ");
                format!("{} {links}", record.own_ref().map(Ref::as_str).unwrap_or_default())
            })
            .collect();
        assert_eq!(told, ["P00001 ", "M00001 ", "O00001 ", "O00002 ", " P00001 M00001", " O00001 O9 O00002"]);
        assert!(Value::parse(Type::Link(Kind::Person), Ref::provisional(1).as_str()).is_ok());
    }
}
