//! Erasing: nothing that says who she was is left anywhere, the journal still holds, and reports count as before.

use caselog::domain::field::{contact, follow_up, person, relation};
use caselog::domain::{Change, Edit, Kind, Lang, List, ListValue, Project, Record, Ref, Value};
use caselog::facts::Facts;
use caselog::query::{Dimension, Filter, Measure, Period, Question, Words};
use caselog::store::{Error, Kdf, Passphrase, Store, Unlock};
use caselog::{demo, stats, transfer};
use chrono::{NaiveDate, NaiveDateTime};

fn now() -> NaiveDateTime {
    NaiveDate::from_ymd_opt(2017, 3, 5).unwrap().and_hms_opt(14, 20, 0).unwrap()
}

fn own(text: &str) -> Ref {
    Ref::parse(text).unwrap()
}

fn record(kind: Kind, values: &[(usize, &str)]) -> Record {
    values.iter().fold(Record::new(kind), |record, &(field, text)| {
        record.with(field, Value::parse(kind.fields()[field].ty, text).unwrap())
    })
}

fn add(store: &mut Store, kind: Kind, values: &[(usize, &str)]) -> Record {
    match store.apply(Change::add(record(kind, values)), now()).unwrap().edits.remove(0) {
        Edit::Record { after: Some(after), .. } => after,
        other => panic!("{other:?}"),
    }
}

fn everything(store: &Store) -> Vec<Record> {
    let mut all = Vec::new();
    for kind in Kind::ALL {
        store.for_each(kind, |record| all.push(record)).unwrap();
    }
    all
}

/// All that the store and its journal say, in one text.
fn said(store: &Store) -> String {
    let records = everything(store).iter().map(|r| r.texts().join("\t")).collect::<Vec<_>>().join("\n");
    let journal = format!("{:?}", store.changes(None, 10_000).unwrap());
    format!("{records}\n{journal}\n{:?}\n{:?}", store.project(), store.drafts().unwrap())
}

#[test]
fn all_that_names_her_goes_and_the_journal_still_holds() {
    let place = tempfile::tempdir().unwrap();
    let path = place.path().join("log");
    let secret = Passphrase::new("hemligt".into());
    let (mut store, _) = Store::create(&path, &secret, Kdf { memory: 8, passes: 1 }).unwrap();
    let hers = [
        (person::ALIAS, "Skvallra"),
        (person::AKA, "Lillfågel;Sparven"),
        (person::BIRTH, "1985-04-28"),
        (person::SEX, "woman"),
        (person::DISTRICT, "Tomteboda"),
        (person::PHONE, "070-555 44 33"),
        (person::NOTE, "Blåsippa"),
    ];
    let her = add(&mut store, Kind::Person, &hers);
    let again = add(&mut store, Kind::Person, &[(person::ALIAS, "Snattra")]);
    let other = add(&mut store, Kind::Person, &[(person::ALIAS, "Berta")]);
    let third = add(&mut store, Kind::Person, &[(person::ALIAS, "Cilla")]);
    add(
        &mut store,
        Kind::Relation,
        &[(relation::PERSON, "P00001"), (relation::RELATION, "same"), (relation::OTHER, "P00002")],
    );
    add(
        &mut store,
        Kind::Relation,
        &[(relation::PERSON, "P00003"), (relation::RELATION, "sibling"), (relation::OTHER, "P00001"), (4, "Ekorre")],
    );
    let first = add(
        &mut store,
        Kind::Contact,
        &[
            (contact::AT, "2010-03-05T14:20"),
            (contact::PERSON, "P00001"),
            (contact::ROLE, "victim"),
            (contact::NOTE, "Vitsippa"),
        ],
    );
    add(
        &mut store,
        Kind::Contact,
        &[(contact::AT, "2010-03-05T14:20"), (contact::PERSON, "P00003"), (contact::MEETING, "C00001")],
    );
    let named = add(
        &mut store,
        Kind::Contact,
        &[(contact::AT, "2010-03-06"), (contact::PERSON, "P00003"), (contact::NOTE, "Om\nSkvallra.")],
    );
    let was = add(
        &mut store,
        Kind::Contact,
        &[(contact::AT, "2010-03-07"), (contact::PERSON, "P00004"), (contact::NOTE, "Såg Sparven.")],
    );
    add(
        &mut store,
        Kind::FollowUp,
        &[(follow_up::DUE, "2011-01-01"), (follow_up::CONTACT, "C00001"), (follow_up::TASK, "Ring Gullviva")],
    );
    let was_after = was.clone().with(contact::NOTE, Value::Text("Såg någon.".into()));
    store.apply(Change::replace(was, was_after.clone()), now()).unwrap();
    // Deleted records are in the journal too.
    let deleted = add(
        &mut store,
        Kind::Contact,
        &[(contact::AT, "2010-04-01"), (contact::PERSON, "P00002"), (contact::NOTE, "Tussilago")],
    );
    let gone = add(
        &mut store,
        Kind::Contact,
        &[(contact::AT, "2010-04-02"), (contact::PERSON, "P00004"), (contact::NOTE, "Lillfågel kom")],
    );
    store.apply(Change::delete(gone), now()).unwrap();
    let changed = first.clone().with(contact::NOTE, Value::Text("Backsippa".into()));
    store.apply(Change::replace(first, changed), now()).unwrap();
    let with_goal = Project::from_json(
        r#"{"goals": [{"indicators": [{"measure": "contacts", "filter": "person:Skvallra role:victim"}]}]}"#,
    );
    let edit = Edit::Project { before: Box::default(), after: Box::new(with_goal.unwrap()) };
    store.apply(Change { action: caselog::domain::Action::Settings, edits: vec![edit] }, now()).unwrap();
    for (key, content) in
        [("1", r#"{"own": "C00001"}"#), ("2", r#"{"note": "Snattra ringde"}"#), ("3", r#"{"note": "Cilla"}"#)]
    {
        store.save_draft(key, content, now()).unwrap();
    }
    let before = said(&store);

    let preview = store.erasure(&own("P00002")).unwrap();
    assert_eq!(preview.people.len(), 2);
    assert_eq!(preview.named_in, [(Kind::Contact, own("C00003"))]);
    assert_eq!((preview.drafts, preview.named_in_project), (2, false));
    assert_eq!(said(&store), before, "looking changes nothing");
    assert!(matches!(store.erasure(&own("P9")), Err(Error::NoPerson { .. })));

    let erased = store.erase(&own("P00002"), now()).unwrap();
    assert_eq!(store.verify().unwrap(), []);
    let after = said(&store);
    for word in [
        "Lillfågel",
        "Sparven",
        "Snattra",
        "1985-04",
        "Tomteboda",
        "555",
        "Blåsippa",
        "Ekorre",
        "Vitsippa",
        "Gullviva",
        "Backsippa",
        "Tussilago",
        "14:20",
    ] {
        assert!(before.contains(word), "{word} was never there");
        let left = after.replace("2017-03-05T14:20:00", "");
        let mut lines = left.lines().filter(|line| line.contains(word) && !line.contains("C00002"));
        assert_eq!(lines.next(), None, "{word} is left");
    }
    // Where somebody else's record names her it was pointed out and stays.
    assert_eq!(after.matches("Skvallra").count(), before.matches("Om\nSkvallra").count() + 1, "{after}");
    assert_eq!(store.get(Kind::Contact, &own("C00003")).unwrap(), Some(named));
    // Stubs count: one person, in one meeting with another.
    let stub = store.get(Kind::Person, &own("P00001")).unwrap().unwrap();
    assert_eq!(stub.texts().join(","), "P00001,,,1985-07,woman,,,,,,,");
    let stub = store.get(Kind::Contact, &own("C00001")).unwrap().unwrap();
    assert_eq!(stub.texts()[..4].join(","), "C00001,2010-03-01,P00001,victim");
    assert_eq!(
        store.get(Kind::Contact, &own("C00002")).unwrap().unwrap().values[contact::MEETING].to_string(),
        "C00001"
    );
    assert_eq!(store.count(Kind::Relation).unwrap(), 1);
    let task = store.get(Kind::FollowUp, &own("F00001")).unwrap().unwrap();
    assert_eq!(task.values[follow_up::CANCELLED].to_string(), "2017-03-01");
    assert_eq!(store.project().goals[0].indicators[0].filter, "person:P00001 role:victim");
    let drafts: Vec<_> = store.drafts().unwrap().into_iter().map(|draft| draft.key).collect();
    assert_eq!(drafts, ["3"]);
    for word in ["Skvallra", "Blåsippa", "Gullviva"] {
        assert_eq!(store.matching(Kind::Person, word).unwrap(), []);
        assert_eq!(store.matching(Kind::FollowUp, word).unwrap(), []);
    }
    assert_eq!(store.erased().unwrap().into_iter().collect::<Vec<_>>(), [own("P00001"), own("P00002")]);
    assert_eq!(store.changes(None, 1).unwrap()[0].action, "erase");
    // Nothing takes it back, nor anything before it.
    assert_eq!(store.undo(now()).unwrap(), None);
    assert_eq!(store.redo(now()).unwrap(), None);
    assert!(erased.change.edits.len() >= 6);
    let _ = (her, again, other, deleted);
    // All that still stands goes on as before.
    let renamed = third.clone().with(person::ALIAS, Value::Text("Cecilia".into()));
    store.apply(Change::replace(third, renamed), now()).unwrap();
    store.undo(now()).unwrap().unwrap();
    drop(store);
    let store = Store::open(&path, &Unlock::Passphrase(&secret)).unwrap();
    assert_eq!(store.verify().unwrap(), []);
    assert_eq!(said(&store).matches("Lillfågel").count(), 0);
    assert_eq!(store.get(Kind::Contact, &own("C00004")).unwrap(), Some(was_after));
}

fn change_project(store: &mut Store, after: Project) {
    let edit = Edit::Project { before: Box::new(store.project().clone()), after: Box::new(after) };
    store.apply(Change { action: caselog::domain::Action::Settings, edits: vec![edit] }, now()).unwrap();
}

#[test]
fn a_name_that_is_also_a_code_or_a_label_takes_no_list_with_it() {
    for alias in ["school", "project", "contact", "Anna", "persons", "victim"] {
        let mut store = Store::in_memory().unwrap();
        let before = store.lists().values(List::Source).to_vec();
        let mut after = before.clone();
        after.push(ListValue { code: "annas".into(), sv: "Anna-huset".into(), en: "Anna".into(), retired: false });
        let edit = Edit::List { list: List::Source, before, after };
        store.apply(Change { action: caselog::domain::Action::Settings, edits: vec![edit] }, now()).unwrap();
        let project = r#"{"goals": [{"indicators": [{"measure": "persons", "filter": "source:school role:victim"}]}]}"#;
        change_project(&mut store, Project::from_json(project).unwrap());
        add(&mut store, Kind::Person, &[(person::ALIAS, alias)]);
        let preview = store.erasure(&own("P00001")).unwrap();
        assert!(!preview.named_in_project && preview.named_in.is_empty(), "{alias}");
        store.erase(&own("P00001"), now()).unwrap();
        assert_eq!(store.verify().unwrap(), [], "{alias}");
        assert_eq!(store.project().goals[0].indicators[0].filter, "source:school role:victim");
    }
}

#[test]
fn she_is_found_in_other_letters_and_in_the_genitive() {
    let mut store = Store::in_memory().unwrap();
    add(&mut store, Kind::Person, &[(person::ALIAS, "S.K-21"), (person::AKA, "Li")]);
    let note = |text: &'static str| [(contact::AT, "2010-03-06"), (contact::NOTE, text)];
    let stands = add(&mut store, Kind::Contact, &note("s.k-21 kom"));
    let stood = add(&mut store, Kind::Contact, &note("S.K-21s mor"));
    add(&mut store, Kind::Contact, &note("S.K-210"));
    let now_says = stood.clone().with(contact::NOTE, Value::Text("någons mor".into()));
    store.apply(Change::replace(stood, now_says), now()).unwrap();
    let project = r#"{"goals": [{"indicators": [{"measure": "contacts", "filter": "person:s.k-21", "of": "text:S.K-21s"}]}],
        "outlines": {"summary": [{"section": "x", "figures": [{"measure": "contacts", "filter": "-person:li,any"}]}]},
        "views": [{"name": "V", "filter": "person:\"S.k-21\" role:victim"}], "sections": {"x": "om s.k-21"}}"#;
    change_project(&mut store, Project::from_json(project).unwrap());
    store.save_draft("1", r#"{"note": "s.k-21s mor"}"#, now()).unwrap();

    let preview = store.erasure(&own("P00001")).unwrap();
    assert_eq!(preview.named_in, [(Kind::Contact, stands.own_ref().unwrap().clone())]);
    assert_eq!((preview.drafts, preview.named_in_project), (1, true));
    store.erase(&own("P00001"), now()).unwrap();
    assert_eq!(store.verify().unwrap(), []);
    let project = store.project();
    let indicator = &project.goals[0].indicators[0];
    assert_eq!((indicator.filter.as_str(), indicator.of.as_deref()), ("person:P00001", Some("text:P00001s")));
    assert_eq!(project.outlines.summary[0].figures[0].filter, "-person:P00001,any");
    assert_eq!(project.views[0].filter, "person:\"P00001\" role:victim");
    assert!(!said(&store).contains("S.K-21s"), "the journal forgot what no record says any more");
    assert!(said(&store).contains("S.K-210"));
    assert!(!said(&store).contains("person:li"), "a name too short to be looked for in texts is a name in a filter");
}

fn sample() -> Store {
    let mut store = Store::in_memory().unwrap();
    let plan = transfer::import(demo::files(), &store, false, &|_: &Change, _: &str, _: &str| Ok(()));
    store.apply(plan.unwrap_or_else(|_| panic!("the sample")).change, now()).unwrap();
    store
}

fn facts(store: &Store) -> Facts {
    Facts::of(store.lists(), store.project(), now().date(), &everything(store))
}

/// Tables that reports are made of: everything by month or longer, and by every code but where somebody lived or came
/// from.
fn tables(facts: &Facts) -> Vec<(String, String)> {
    let mut tables = Vec::new();
    let periods = ["2009", "2010-H1", "2010-Q3", "2010-03", "all"];
    for measure in Measure::ALL.into_iter().filter(|measure| measure.is_counted()) {
        let gone = ["day", "week", "weekday", "hour", "country", "origin", "district", "language", "task", "person"];
        for rows in Dimension::all(measure).filter(|d| !gone.contains(&d.code())) {
            for period in periods {
                let period = Period::parse(period, now().date()).unwrap();
                let mut question = Question::count(measure, period, Filter::default());
                question.rows = Some(rows);
                let answer = stats::answer(facts, &question, &Words::default(), Lang::En);
                let name = format!("{} {} {period}", measure.code(), rows.code());
                tables.push((name, format!("{:?} {:?} {:?}", answer.cells, answer.row_totals, answer.total)));
            }
        }
    }
    tables
}

#[test]
fn reports_by_month_or_longer_count_as_before() {
    let mut store = sample();
    let before = tables(&facts(&store));
    assert!(before.len() > 500, "{}", before.len());
    let people: Vec<Ref> = (1..=200).step_by(9).map(|number| own(&format!("P{number:03}"))).collect();
    let mut kept = facts(&store);
    for own in &people {
        kept.apply(&store.erase(own, now()).unwrap().change);
    }
    assert_eq!(store.verify().unwrap(), []);
    let after = facts(&store);
    assert_eq!(tables(&kept), tables(&after), "the facts were changed by the same change");
    let differs: Vec<_> = before.iter().zip(tables(&after)).filter(|(a, b)| **a != *b).map(|(a, _)| &a.0).collect();
    // What was still to be done is cancelled.
    let differs: Vec<_> = differs.into_iter().filter(|name| !name.starts_with("follow_ups status")).collect();
    assert_eq!(differs, [""; 0]);
}
