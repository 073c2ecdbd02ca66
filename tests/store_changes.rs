//! The store's changes: what `apply` does and refuses, undo and redo, reading. On a store in memory.

use caselog::domain::field::{contact, person, referral, relation};
use caselog::domain::{Action, Change, Edit, Kind, Limit, List, Meant, Problem, Record, Ref, Type, Value};
use caselog::store::{Error, Store, Subject};
use chrono::{NaiveDate, NaiveDateTime};

fn now() -> NaiveDateTime {
    NaiveDate::from_ymd_opt(2010, 3, 5).unwrap().and_hms_opt(14, 20, 0).unwrap()
}

fn store() -> Store {
    Store::in_memory().unwrap()
}

fn record(kind: Kind, values: &[(usize, &str)]) -> Record {
    values.iter().fold(Record::new(kind), |record, &(field, text)| {
        let value = Value::parse(kind.fields()[field].ty, text).unwrap();
        record.with(field, value)
    })
}

fn own(text: &str) -> Ref {
    Ref::parse(text).unwrap()
}

fn added(store: &mut Store, kind: Kind, values: &[(usize, &str)]) -> Record {
    after(store.apply(Change::add(record(kind, values)), now()).unwrap())
}

fn after(mut change: Change) -> Record {
    match change.edits.remove(0) {
        Edit::Record { after: Some(after), .. } => after,
        other => panic!("{other:?}"),
    }
}

fn import(records: Vec<Record>) -> Change {
    let edits = records.into_iter().map(|r| Edit::Record { before: None, after: Some(r) }).collect();
    Change { action: Action::Import, edits }
}

fn everything(store: &Store) -> Vec<Record> {
    let mut all = Vec::new();
    for kind in Kind::ALL {
        store.for_each(kind, |record| all.push(record)).unwrap();
    }
    all
}

/// What undo would take back.
fn undoable(store: &Store) -> String {
    store.change(store.undoable().unwrap().unwrap()).unwrap().unwrap().action
}

fn problems(error: Error) -> Vec<(usize, usize, Problem)> {
    match error {
        Error::Rejected(faults) => faults.into_iter().map(|f| (f.edit, f.field, f.problem)).collect(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_record_is_added_read_changed_and_deleted() {
    let mut store = store();
    let first = added(&mut store, Kind::Person, &[(person::ALIAS, "A\u{30a}.B-12"), (person::AKA, "Lilla;Åsa")]);
    assert_eq!(first.own_ref(), Some(&own("P00001")));
    assert_eq!(first.values[person::ALIAS].text(), "Å.B-12");
    assert_eq!(store.get(Kind::Person, &own("P00001")).unwrap(), Some(first.clone()));
    let second = first.clone().with(person::NOTE, Value::Text("Ring inte.\nSkriv.".into()));
    store.apply(Change::replace(first, second.clone()), now()).unwrap();
    assert_eq!(store.get(Kind::Person, &own("P00001")).unwrap(), Some(second.clone()));
    store.apply(Change::delete(second), now()).unwrap();
    assert_eq!(store.get(Kind::Person, &own("P00001")).unwrap(), None);
    assert_eq!(store.count(Kind::Person).unwrap(), 0);
}

#[test]
fn refs_are_never_used_again() {
    let mut store = store();
    let given = added(&mut store, Kind::Contact, &[(0, "C0375"), (contact::AT, "2010-01-01")]);
    let made = added(&mut store, Kind::Contact, &[(contact::AT, "2010-01-02")]);
    assert_eq!(made.own_ref(), Some(&own("C0376")));
    store.apply(Change::delete(made), now()).unwrap();
    store.undo(now()).unwrap();
    store.undo(now()).unwrap();
    store.apply(Change::delete(given), now()).unwrap();
    assert_eq!(store.next_ref(Kind::Contact, 1), own("C0378"));
    let next = added(&mut store, Kind::Contact, &[(contact::AT, "2010-01-03")]);
    assert_eq!(next.own_ref(), Some(&own("C0377")));
}

#[test]
fn refs_made_in_an_import_keep_clear_of_the_given_ones() {
    let mut store = store();
    let contacts = [&[(contact::AT, "2010-01-01")][..], &[(0, "C00001"), (contact::AT, "2010-01-02")]];
    let change = import(contacts.iter().map(|values| record(Kind::Contact, values)).collect());
    let done = store.apply(change, now()).unwrap();
    assert_eq!(done.edits[0].record(), Some((Kind::Contact, &own("C00002"))));
}

#[test]
fn records_of_one_change_name_each_other_in_any_order() {
    let mut store = store();
    let person = store.next_ref(Kind::Person, 0);
    let change = import(vec![
        record(Kind::Contact, &[(contact::AT, "2010-01-01"), (contact::PERSON, person.as_str())]),
        record(Kind::Person, &[(person::ALIAS, "A.B-12")]),
    ]);
    store.apply(change, now()).unwrap();
    assert_eq!(store.referring(Kind::Person, &person).unwrap(), [(Kind::Contact, own("C00001"))]);
}

#[test]
fn every_fault_is_named_and_nothing_is_written() {
    let mut store = store();
    let before = everything(&store);
    let change = import(vec![
        record(Kind::Contact, &[(contact::ROLE, "vitness")]),
        record(Kind::Person, &[]),
        record(Kind::Contact, &[(contact::AT, "2010-01-01"), (contact::PERSON, "P7")]),
        Record::new(Kind::Person).with(person::ALIAS, Value::Text("a".repeat(201))),
    ]);
    assert_eq!(
        problems(store.apply(change.clone(), now()).unwrap_err()),
        [(3, person::ALIAS, Problem::TooLong { limit: Limit::LINE })]
    );
    let change = import(
        change.edits[..3]
            .iter()
            .cloned()
            .map(|e| match e {
                Edit::Record { after: Some(after), .. } => after,
                _ => unreachable!(),
            })
            .collect(),
    );
    assert_eq!(
        problems(store.apply(change, now()).unwrap_err()),
        [
            (0, contact::AT, Problem::Required),
            (
                0,
                contact::ROLE,
                Problem::UnknownCode { given: "vitness".into(), meant: Meant::Nearest("witness".into()) }
            ),
            (2, contact::PERSON, Problem::NoSuchRef { given: "P7".into() }),
        ]
    );
    assert_eq!(everything(&store), before);
    assert!(store.undoable().unwrap().is_none());
    assert_eq!(store.next_ref(Kind::Person, 0), own("P00001"));
}

#[test]
fn what_changed_meanwhile_is_not_overwritten() {
    let mut store = store();
    let old = added(&mut store, Kind::Person, &[(person::ALIAS, "A")]);
    let new = old.clone().with(person::ALIAS, Value::Text("B".into()));
    store.apply(Change::replace(old.clone(), new.clone()), now()).unwrap();
    let stale = |error| matches!(error, Error::Stale { subject: Subject::Record(Kind::Person, _) });
    assert!(stale(store.apply(Change::replace(old.clone(), new.clone()), now()).unwrap_err()));
    assert!(stale(store.apply(Change::delete(old.clone()), now()).unwrap_err()));
    assert!(stale(store.apply(Change::add(old.clone()), now()).unwrap_err()));
    let renamed = new.clone().with(0, Value::Link(own("P9")));
    assert_eq!(problems(store.apply(Change::replace(new, renamed), now()).unwrap_err()), [(0, 0, Problem::Ref)]);
}

#[test]
fn a_record_that_others_name_is_not_deleted() {
    let mut store = store();
    let person = added(&mut store, Kind::Person, &[(person::ALIAS, "A")]);
    let organisation = added(&mut store, Kind::Organisation, &[(1, "Farsta")]);
    let contact = added(&mut store, Kind::Contact, &[(contact::AT, "2010-01-01"), (contact::PERSON, "P00001")]);
    added(&mut store, Kind::Referral, &[(referral::DATE, "2010-01-01"), (referral::PERSON, "P00001")]);
    added(&mut store, Kind::Activity, &[(1, "2010-01-01"), (5, "O00001")]);
    let by = |error| match error {
        Error::Referred { by, .. } => by.into_iter().map(|(_, r)| r.to_string()).collect::<Vec<_>>(),
        other => panic!("{other:?}"),
    };
    assert_eq!(by(store.apply(Change::delete(person), now()).unwrap_err()), ["C00001", "R00001"]);
    assert_eq!(by(store.apply(Change::delete(organisation), now()).unwrap_err()), ["A00001"]);
    let itself = contact.clone().with(contact::MEETING, Value::Link(own("C00001")));
    store.apply(Change::replace(contact, itself.clone()), now()).unwrap();
    store.apply(Change::delete(itself), now()).unwrap();
}

#[test]
fn meetings_do_not_go_round() {
    let mut store = store();
    let meet = |own: &str, meeting: &str| {
        record(Kind::Contact, &[(0, own), (contact::AT, "2010-01-01"), (contact::MEETING, meeting)])
    };
    let ring = import(vec![meet("C1", "C2"), meet("C2", "C3"), meet("C3", "C1"), meet("C4", "C4")]);
    let found = problems(store.apply(ring, now()).unwrap_err());
    assert_eq!(found, [0, 1, 2].map(|edit| (edit, contact::MEETING, Problem::MeetingCycle)));
    store.apply(import(vec![meet("C1", "C2"), meet("C2", "C3"), meet("C3", "")]), now()).unwrap();
    let closes = Change::replace(meet("C3", ""), meet("C3", "C1"));
    assert_eq!(problems(store.apply(closes, now()).unwrap_err()), [(0, contact::MEETING, Problem::MeetingCycle)]);
}

#[test]
fn relations_name_two_people() {
    let mut store = store();
    added(&mut store, Kind::Person, &[]);
    let same = record(
        Kind::Relation,
        &[(relation::PERSON, "P00001"), (relation::RELATION, "sibling"), (relation::OTHER, "P00001")],
    );
    let found = problems(store.apply(Change::add(same), now()).unwrap_err());
    assert_eq!(found, [(0, relation::OTHER, Problem::SamePerson)]);
}

#[test]
fn lists_can_be_extended_but_codes_in_use_stay() {
    let mut store = store();
    let before = store.lists().values(List::Role).to_vec();
    let mut longer = before.clone();
    longer.push(caselog::domain::ListValue {
        code: "neighbour".into(),
        sv: "granne".into(),
        en: "neighbour".into(),
        retired: false,
    });
    let set = |list, before: &Vec<_>, after: &Vec<_>| Change {
        action: Action::Settings,
        edits: vec![Edit::List { list, before: before.clone(), after: after.clone() }],
    };
    store.apply(set(List::Role, &before, &longer), now()).unwrap();
    assert!(store.lists().value(List::Role, "neighbour").is_some());
    let contact = added(&mut store, Kind::Contact, &[(contact::AT, "2010-01-01"), (contact::ROLE, "neighbour")]);
    let error = store.apply(set(List::Role, &longer, &before), now()).unwrap_err();
    assert!(matches!(error, Error::CodeInUse { list: List::Role, ref code } if code == "neighbour"), "{error:?}");
    assert!(store.lists().value(List::Role, "neighbour").is_some());
    store.apply(Change::delete(contact), now()).unwrap();
    store.apply(set(List::Role, &longer, &before), now()).unwrap();
    assert_eq!(store.lists().values(List::Role), before);

    let sexes = store.lists().values(List::Sex).to_vec();
    let error = store.apply(set(List::Sex, &sexes, &sexes), now()).unwrap_err();
    assert!(matches!(error, Error::FixedList { list: List::Sex }), "{error:?}");
    let twice = [before.clone(), before.clone()].concat();
    let error = store.apply(set(List::Role, &before, &twice), now()).unwrap_err();
    assert!(matches!(error, Error::ListCode { .. }), "{error:?}");
}

#[test]
fn undo_and_redo_go_step_by_step_and_leave_everything_as_it_was() {
    let mut store = store();
    let mut states = vec![(everything(&store), store.project().clone())];
    let person = added(&mut store, Kind::Person, &[(person::ALIAS, "A")]);
    states.push((everything(&store), store.project().clone()));
    let changed = person.clone().with(person::ALIAS, Value::Text("B".into()));
    store.apply(Change::replace(person, changed.clone()), now()).unwrap();
    states.push((everything(&store), store.project().clone()));
    let mut project = store.project().clone();
    project.name = "Projektet".into();
    let edit = Edit::Project { before: Box::new(store.project().clone()), after: Box::new(project) };
    store.apply(Change { action: Action::Settings, edits: vec![edit] }, now()).unwrap();
    states.push((everything(&store), store.project().clone()));
    store.apply(Change::delete(changed), now()).unwrap();
    states.push((everything(&store), store.project().clone()));

    let mut at = 4usize;
    for step in [-1, -1, -1, 1, 1, -1, 1, 1, 1, -1, -1, -1, -1, -1, 1, -1, 1, 1, 1, 1, 1] {
        let done = if step < 0 { store.undo(now()) } else { store.redo(now()) }.unwrap();
        let wanted = at.checked_add_signed(step).filter(|&next| next < states.len());
        assert_eq!(done.is_some(), wanted.is_some());
        at = wanted.unwrap_or(at);
        assert_eq!((everything(&store), store.project().clone()), states[at]);
    }
    store.undo(now()).unwrap();
    added(&mut store, Kind::Person, &[]);
    assert!(store.redoable().unwrap().is_none());
    assert_eq!(undoable(&store), "add");
    store.undo(now()).unwrap();
    assert_eq!(undoable(&store), "settings");
}

#[test]
fn an_export_is_noted_and_is_nothing_to_undo() {
    let mut store = store();
    added(&mut store, Kind::Person, &[(person::ALIAS, "A")]);
    store.note_export(now()).unwrap();
    assert_eq!(undoable(&store), "add");
    store.undo(now()).unwrap();
    store.note_export(now()).unwrap();
    assert!(store.undoable().unwrap().is_none());
    assert!(store.redo(now()).unwrap().is_some());
    assert!(store.verify().unwrap().is_empty());
}

#[test]
fn an_import_is_undone_whole() {
    let mut store = store();
    let person = record(Kind::Person, &[(0, "P1"), (person::ALIAS, "A")]);
    let contacts = (1..2500)
        .map(|i| record(Kind::Contact, &[(0, &format!("C{i}")), (contact::AT, "2010-01-01"), (contact::PERSON, "P1")]));
    store.apply(import(contacts.chain([person]).collect()), now()).unwrap();
    assert_eq!(store.count(Kind::Contact).unwrap(), 2499);
    assert_eq!(store.undo(now()).unwrap().unwrap().edits.len(), 2500);
    assert_eq!(everything(&store), []);
    store.redo(now()).unwrap();
    assert_eq!(store.count(Kind::Contact).unwrap(), 2499);
}

#[test]
fn the_history_of_a_record_has_every_step() {
    let mut store = store();
    let first = added(&mut store, Kind::Person, &[(person::ALIAS, "A")]);
    added(&mut store, Kind::Person, &[(person::ALIAS, "X")]);
    let second = first.clone().with(person::ALIAS, Value::Text("B".into()));
    store.apply(Change::replace(first.clone(), second.clone()), now()).unwrap();
    store.undo(now()).unwrap();
    let history = store.changes(Some((Kind::Person, &own("P00001"))), 9).unwrap();
    let actions: Vec<_> = history.iter().map(|d| d.action.as_str()).collect();
    assert_eq!(actions, ["undo", "change", "add"]);
    assert_eq!(history[1].edits, [Edit::Record { before: Some(first), after: Some(second) }]);
    assert_eq!(history[0].at, now());
}

#[test]
fn words_are_found_by_their_beginning_without_diacritics() {
    let mut store = store();
    added(&mut store, Kind::Person, &[(person::ALIAS, "A.B-12"), (person::DISTRICT, "Södermalm")]);
    added(&mut store, Kind::Person, &[(person::PHONE, "070-123 45 67"), (person::NOTE, "AB\norolig för brodern")]);
    let contact = added(&mut store, Kind::Contact, &[(contact::AT, "2010-01-01"), (contact::NOTE, "Södermalm")]);
    let found = |store: &Store, word: &str| -> Vec<String> {
        store.matching(Kind::Person, word).unwrap().iter().map(Ref::to_string).collect()
    };
    for (word, refs) in [
        ("sodermalm", &["P00001"][..]),
        ("SÖDER", &["P00001"]),
        ("malm", &[]),
        ("a.b-1", &["P00001"]),
        ("b.a", &[]),
        ("07012345", &["P00002"]),
        ("orolig for", &["P00002"]),
        ("ab", &["P00002"]),
        ("", &["P00001", "P00002"]),
        ("\"", &[]),
        ("x' OR a*", &[]),
    ] {
        assert_eq!(found(&store, word), refs, "{word:?}");
    }
    assert_eq!(store.matching(Kind::Contact, "söd").unwrap(), [own("C00001")]);
    let changed = contact.clone().with(contact::NOTE, Value::Text("Farsta".into()));
    store.apply(Change::replace(contact, changed), now()).unwrap();
    assert_eq!(store.matching(Kind::Contact, "söd").unwrap(), []);
    store.undo(now()).unwrap();
    assert_eq!(store.matching(Kind::Contact, "söd").unwrap(), [own("C00001")]);
}

#[test]
fn a_large_change_keeps_the_index_in_step() {
    let mut store = store();
    let people = |note: &str| {
        let one = |i| record(Kind::Person, &[(0, &format!("P{i}")), (person::NOTE, note)]);
        (1..=600).map(one).collect::<Vec<_>>()
    };
    store.apply(import(people("Farsta")), now()).unwrap();
    let edits = people("Farsta").into_iter().zip(people("Skarpnäck"));
    let edits = edits.map(|(before, after)| Edit::Record { before: Some(before), after: Some(after) }).collect();
    store.apply(Change { action: Action::Import, edits }, now()).unwrap();
    let found = |store: &Store| ["farsta", "skarp"].map(|word| store.matching(Kind::Person, word).unwrap().len());
    assert_eq!(found(&store), [0, 600]);
    store.undo(now()).unwrap();
    assert_eq!(found(&store), [600, 0]);
    assert_eq!(store.verify().unwrap(), []);
    store.undo(now()).unwrap();
    assert_eq!(found(&store), [0, 0]);
    assert_eq!(store.verify().unwrap(), []);
}

#[test]
fn a_record_may_be_edited_twice_in_one_change() {
    let mut store = store();
    let [first, second] = ["Farsta", "Hökarängen"].map(|n| record(Kind::Person, &[(0, "P1"), (person::NOTE, n)]));
    let third = second.clone().with(person::BIRTH, Value::parse(Type::Birth, "1990").unwrap());
    let edits = [(None, Some(&first)), (Some(&first), Some(&second)), (Some(&second), Some(&third))];
    let edits = edits.map(|(b, a)| Edit::Record { before: b.cloned(), after: a.cloned() }).to_vec();
    store.apply(Change { action: Action::Import, edits }, now()).unwrap();
    assert_eq!(store.matching(Kind::Person, "hokar").unwrap(), [own("P1")]);
    let again = [(Some(&third), None), (None, Some(&first))];
    let edits = again.map(|(b, a)| Edit::Record { before: b.cloned(), after: a.cloned() }).to_vec();
    store.apply(Change { action: Action::Import, edits }, now()).unwrap();
    assert_eq!(store.matching(Kind::Person, "farsta").unwrap(), [own("P1")]);
    assert_eq!(store.matching(Kind::Person, "hokar").unwrap(), []);
    assert_eq!(store.verify().unwrap(), []);
    store.undo(now()).unwrap();
    store.undo(now()).unwrap();
    assert_eq!(everything(&store), []);
    assert_eq!(store.verify().unwrap(), []);
}

#[test]
fn every_text_field_is_found_by_its_words() {
    let mut store = store();
    added(&mut store, Kind::Person, &[(0, "P1")]);
    added(&mut store, Kind::Person, &[(0, "P2")]);
    for kind in Kind::ALL {
        for (i, field) in kind.fields().iter().enumerate().filter(|(_, f)| f.text) {
            let required: &[(usize, &str)] = match kind {
                Kind::Contact | Kind::Referral | Kind::FollowUp | Kind::Activity => &[(1, "2010-01-01")],
                Kind::Organisation if field.code != "name" => &[(1, "N")],
                Kind::Relation => &[(1, "P1"), (2, "friend"), (3, "P2")],
                _ => &[],
            };
            let word = format!("zq{}{}", kind.letter(), field.code.replace('_', ""));
            let values = [required, &[(i, word.as_str())]].concat();
            let one = added(&mut store, kind, &values);
            assert_eq!(
                store.matching(kind, &word).unwrap(),
                [one.own_ref().unwrap().clone()],
                "{kind:?} {}",
                field.code
            );
        }
    }
}

#[test]
fn records_are_fetched_in_the_order_asked() {
    let mut store = store();
    for alias in ["A", "B", "C"] {
        added(&mut store, Kind::Person, &[(person::ALIAS, alias)]);
    }
    let wanted = ["P00003", "P00009", "P00001"].map(own);
    let fetched = store.fetch(Kind::Person, &wanted).unwrap();
    assert_eq!(fetched.iter().map(|r| r.values[person::ALIAS].text()).collect::<Vec<_>>(), ["C", "A"]);
}

#[test]
fn what_was_done_is_read_newest_first_and_in_windows() {
    let mut store = store();
    let person = added(&mut store, Kind::Person, &[(person::ALIAS, "A.B")]);
    let other = added(&mut store, Kind::Person, &[(person::ALIAS, "C.D")]);
    let changed = person.clone().with(person::ALIAS, Value::Text("E.F".into()));
    store.apply(Change::replace(person.clone(), changed), now()).unwrap();
    store.apply(import((0..50).map(|_| record(Kind::Organisation, &[(1, "X")])).collect()), now()).unwrap();
    let actions = |about, limit| {
        let found = store.changes(about, limit).unwrap();
        found.into_iter().map(|done| (done.action, done.count, done.edits.len())).collect::<Vec<_>>()
    };
    assert_eq!(actions(None, 2), [("import".to_owned(), 50, 20), ("change".to_owned(), 1, 1)]);
    assert_eq!(actions(None, 100).len(), 5);
    let about = |record: &Record| record.own_ref().unwrap().clone();
    let (first, second) = (about(&person), about(&other));
    assert_eq!(actions(Some((Kind::Person, &first)), 9), [("change".to_owned(), 1, 1), ("add".to_owned(), 1, 1)]);
    assert_eq!(actions(Some((Kind::Person, &second)), 9).len(), 1);
    assert_eq!(actions(Some((Kind::Contact, &first)), 9), []);
}

#[test]
fn labels_and_the_project_keep_within_their_limits() {
    let mut store = store();
    let before = store.lists().values(List::Role).to_vec();
    let mut after = before.clone();
    after[0].sv = "å".repeat(201);
    let edits = vec![Edit::List { list: List::Role, before, after }];
    let refused = store.apply(Change { action: Action::Settings, edits }, now()).unwrap_err();
    assert!(matches!(refused, Error::TooLong { subject: Subject::List(List::Role), limit: Limit::LINE }));
    assert_eq!(refused.exit_code(), 6);
    let mut after = Box::new(store.project().clone());
    after.sections.insert("x".into(), "å".repeat(Limit::PROJECT.most() / 2));
    let edits = vec![Edit::Project { before: Box::new(store.project().clone()), after }];
    let refused = store.apply(Change { action: Action::Settings, edits }, now()).unwrap_err();
    assert!(matches!(refused, Error::TooLong { subject: Subject::Project, .. }));
    assert_eq!(store.verify().unwrap(), []);
}
