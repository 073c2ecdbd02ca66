//! What to look at before the funder's report is signed.

use crate::harness::{Log, at, read};
use caselog::domain::field::{contact, person, referral};
use caselog::domain::{Change, Kind, Lang, Money, Record, Ref, Value};
use caselog::report::Format;
use caselog::report::signing::{Check, Lead};
use caselog::{stats, worker};

fn found(log: &Log) -> Vec<Check> {
    worker::checks(&log.store, &log.facts(), &log.wanted(Lang::Sv)).unwrap()
}

fn said(log: &Log) -> Vec<String> {
    found(log).into_iter().map(|check| check.text.replace('\u{a0}', " ")).collect()
}

/// The first report to social services in the period that is not about a buyer.
fn a_report(log: &Log) -> Record {
    let mut found = None;
    log.store
        .for_each(Kind::Referral, |record| {
            let is_report = record.values[referral::KIND].code() == Some("report");
            let young = record.values[referral::BASIS].code() == Some("under_18");
            let in_period = record.values[referral::DATE].date().is_some_and(|day| day < at("2011-01-01").date());
            if found.is_none() && is_report && young && in_period {
                found = Some(record);
            }
        })
        .unwrap();
    found.unwrap()
}

#[test]
fn the_sample_has_what_is_to_be_looked_at() {
    let said = said(&Log::sample());
    for words in ["2 erbjudanden väntar på svar", "saknar resultat", "Budget: 161 393 kr är rekvirerade"] {
        assert!(said.iter().any(|said| said.contains(words)), "{words} is not in {said:?}");
    }
}

#[test]
fn every_number_leads_to_as_many_records() {
    let log = Log::sample();
    let facts = log.facts();
    let mut led = 0;
    for check in found(&log) {
        let Lead::Records(question) = check.lead else { continue };
        let records = stats::records(&facts, &question, &Default::default()).len();
        assert!(check.text.starts_with(&format!("{records} ")), "{} leads to {records}", check.text);
        led += 1;
    }
    assert!(led >= 2);
}

#[test]
fn a_birth_that_is_not_certain_is_pointed_out_with_the_rest() {
    let mut log = Log::sample();
    let report = a_report(&log);
    let own: Ref = report.values[referral::PERSON].link().unwrap().clone();
    let before = log.store.get(Kind::Person, &own).unwrap().unwrap();
    let after = before.clone().with(person::BIRTH, Value::Empty);
    log.store.apply(Change::replace(before, after), at("2011-01-17")).unwrap();
    let said = said(&log);
    assert!(said.iter().any(|said| said.contains("delarna blir 13 och helheten är 14; 1 står i ingen")), "{said:?}");
    assert!(said.iter().any(|said| said.contains("därav under 18 år: 1 till kan höra hit")), "{said:?}");
}

#[test]
fn a_budget_that_does_not_add_up_and_words_that_differ() {
    let mut log = Log::sample();
    let mut alias = String::new();
    log.store.for_each(Kind::Person, |record| alias = record.values[person::ALIAS].text().to_owned()).unwrap();
    log.set(|project| {
        project.costs[0].amount = Money::parse("2000000");
        project.costs[2].description = "Hyra".into();
        project.sections.insert("continuation".into(), format!("197 personer nåddes, {alias} var en."));
        project.sections.remove("needs");
    });
    let said = said(&log);
    for words in [
        "Budget: 831 909 kr mer är förbrukat än rekvirerat",
        "Budget: Hyra har en beskrivning men inget belopp",
        "Fortsättning: ”197” – loggen: 196",
        "Erfarenheter, B Behov som har framkommit: inget är skrivet",
        &format!("Fortsättning: texten nämner {alias}"),
    ] {
        assert!(said.iter().any(|said| said.contains(words)), "{words} is not in {said:?}");
    }
}

#[test]
fn a_referral_that_two_goals_count_is_found() {
    let mut log = Log::sample();
    log.set(|project| project.goals[5].indicators[2].filter = "kind:report".into());
    assert!(said(&log).iter().any(|said| said.contains("räknas under både mål 5 och mål 6")));
}

#[test]
fn what_was_entered_late_is_told() {
    let mut log = Log::sample();
    let day = caselog::domain::Moment { date: at("2010-05-05").date(), time: None };
    let late = Record::new(Kind::Contact).with(contact::AT, Value::Moment(day));
    log.store.apply(Change::add(late), at("2011-01-17")).unwrap();
    let said = said(&log);
    for words in ["1 poster infördes efter periodens slut", "1 kontakter saknar roll"] {
        assert!(said.iter().any(|said| said.contains(words)), "{words} is not in {said:?}");
    }
}

#[test]
fn the_page_in_print_has_every_check_and_the_command_that_shows_its_records() {
    let log = Log::sample();
    for (lang, title) in [(Lang::Sv, "Innan du skriver under – "), (Lang::En, "Before you sign – ")] {
        let (facts, wanted) = (log.facts(), log.wanted(lang));
        let checks = worker::checks(&log.store, &facts, &wanted).unwrap();
        let document = worker::checks_document(&log.store, &facts, &wanted).unwrap();
        let printed = read(&document);
        assert!(printed.starts_with(title), "{printed}");
        for (place, check) in checks.iter().enumerate() {
            let line = format!("{}. {}", place + 1, check.text.replace('\u{a0}', " "));
            assert!(printed.contains(&line), "{line} is not in {printed}");
        }
        assert!(printed.contains("list contacts --filter offer:pending"), "{printed}");
        for format in Format::ALL {
            assert!(format.render(&document).unwrap().len() > 500, "{format:?}");
        }
    }
}

#[test]
fn with_nothing_to_look_at_the_page_says_so() {
    let mut log = Log::empty();
    let words = "Skrivet.".to_owned();
    let sections = ["activities", "timetable", "collaboration", "results", "needs", "continuation"];
    log.set(|project| project.sections = sections.map(|code| (code.to_owned(), words.clone())).into());
    let document = worker::checks_document(&log.store, &log.facts(), &log.wanted(Lang::Sv)).unwrap();
    assert!(read(&document).contains("Ingenting att anmärka på."), "{}", read(&document));
}
