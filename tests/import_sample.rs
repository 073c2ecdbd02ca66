//! The sample period into a new store, its filters read with the names that the import itself brings.

use caselog::demo;
use caselog::domain::{Change, Lang};
use caselog::facts::Facts;
use caselog::query::{Filter, Measure};
use caselog::store::Store;
use caselog::transfer::{Refused, import};
use chrono::NaiveDate;

fn check(change: &Change, measure: &str, filter: &str) -> Result<(), String> {
    let store = Store::in_memory().map_err(|e| e.to_string())?;
    let today = NaiveDate::from_ymd_opt(2011, 1, 17).ok_or("no such day")?;
    let mut facts = Facts::new(store.lists(), store.project(), today);
    facts.apply(change);
    let measure = Measure::from_code(measure).map_err(|e| e.say(Lang::En))?;
    Filter::parse(filter, measure, &facts).map(drop).map_err(|e| e.say(Lang::En))
}

#[test]
fn every_filter_of_the_sample_is_read() {
    let store = Store::in_memory().unwrap();
    let plan = import(demo::files(), &store, false, &check);
    assert!(plan.is_ok(), "{plan:?}");
}

#[test]
fn a_filter_with_an_unknown_name_is_a_fault_with_its_line() {
    let store = Store::in_memory().unwrap();
    let mut sources = demo::files();
    for file in sources.files.iter_mut().filter(|file| file.name == "project.json") {
        let text = String::from_utf8(file.bytes.to_vec()).unwrap();
        file.bytes = text.replacen("organisation:KAST", "organisation:KASTT", 1).into_bytes().into();
    }
    let Err(Refused::Faults(faults)) = import(sources, &store, false, &check) else { panic!("there is a fault") };
    let words: Vec<_> = faults.iter().map(|fault| fault.in_words(Lang::En).into_string()).collect();
    assert_eq!(words.len(), 1, "{words:?}");
    assert!(words[0].starts_with("project.json:140: filter: ") && words[0].contains("KAST"), "{words:?}");
}
