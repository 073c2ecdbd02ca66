//! Small logs whose figures are plain from the rules: the program and the reference must both give them.

use crate::compared::Compared;
use crate::log::Log;
use crate::questions::Asked;
use crate::random::Random;
use crate::records::facts;
use crate::reference;

/// A log from tables written as CSV.
fn log(tables: &[(&'static str, &str)]) -> Log {
    let mut log = Log::new("2011-01-17".parse().unwrap());
    for (table, text) in tables {
        let mut reader = csv::ReaderBuilder::new().trim(csv::Trim::All).from_reader(text.as_bytes());
        log.set(table, reader.deserialize().map(Result::unwrap).collect());
    }
    log
}

/// What the reference counts, once the program has counted the same.
fn count(log: &Log, measure: &'static str, period: &str, filter: &str) -> u64 {
    let (period, filter) = (period.to_owned(), filter.to_owned());
    let asked = Asked { measure, rows: None, columns: None, period, filter };
    let facts = facts(&mut Random::new(0), log);
    let compared = Compared { log, facts: &facts, asked: &asked };
    assert_eq!(compared.figures(), None, "{asked:?}");
    reference::answer(log, &compared.reference()).total
}

#[test]
fn exactly_twelve_months_is_not_more_than_twelve() {
    let contacts =
        "ref,at,person\nC1,2009-03-01,P1\nC2,2010-03-01,P1\nC3,2009-02-28,P2\nC4,2010-03-01,P2\nC5,2010-12-31,P3";
    let log = log(&[("persons", "ref,alias\nP1,A\nP2,B\nP3,C"), ("contacts", contacts)]);
    for (filter, number) in
        [("new:continuing", 1), ("new:returning", 1), ("new:new", 1), ("new:returning person:P2", 1)]
    {
        assert_eq!(count(&log, "persons", "2010", filter), number, "{filter}");
    }
    assert_eq!(count(&log, "persons", "..2010", "new:new"), 3);
}

#[test]
fn born_on_29_february_is_a_year_older_on_1_march() {
    let contacts = "ref,at,person\nC1,2010-02-28,P1\nC2,2010-03-01,P1\nC3,2012-02-29,P1";
    let log = log(&[("persons", "ref,birth\nP1,1992-02-29"), ("contacts", contacts)]);
    assert_eq!(count(&log, "contacts", "all", "age:<18"), 1);
    assert_eq!(count(&log, "contacts", "all", "age:18"), 1);
    assert_eq!(count(&log, "contacts", "all", "age:20"), 1);
}

#[test]
fn two_possible_ages_must_both_fit() {
    let log = log(&[
        ("persons", "ref,birth\nP1,1992\nP2,1991\nP3,"),
        ("contacts", "ref,at,person\nC1,2010-05-05,P1\nC2,2010-05-05,P2\nC3,2010-05-05,P3"),
    ]);
    // 17 or 18; 18 or 19; unknown.
    let cases = [("<18", 0), ("18..19", 1), ("<18,18..19", 2), ("17..18", 1), ("unknown", 2), ("any", 1), ("18-19", 1)];
    for (ages, number) in cases {
        assert_eq!(count(&log, "contacts", "2010", &format!("age:{ages}")), number, "{ages}");
        assert_eq!(count(&log, "contacts", "2010", &format!("-age:{ages}")), 3 - number, "not {ages}");
    }
}

#[test]
fn an_offer_stands_from_its_contact_on_for_the_same_person() {
    let contacts = "ref,at,person,offer,reached\nC1,2009-05-05T10:00,P1,pending,false\nC2,2009-05-05,P2,,\n\
                    C3,2009-05-05T09:00,P2,not_made,\nC4,2009-05-05T10:00,P2,,\nC5,2010-01-01,P1,,\nC6,2010-01-01,,,";
    let log = log(&[
        ("persons", "ref,alias\nP1,A\nP2,B"),
        ("relations", "ref,person,relation,other\nL1,P2,same,P1"),
        ("contacts", contacts),
    ]);
    // C4 comes after C1, since of the same time the higher ref is later; C2 and C3 come before it.
    assert_eq!(count(&log, "contacts", "all", "offered:yes"), 2);
    assert_eq!(count(&log, "contacts", "2009", "offered:yes"), 1);
    assert_eq!(count(&log, "contacts", "all", "offered:no"), 3);
    assert_eq!(count(&log, "persons", "all", "offered:yes"), 1);
}

#[test]
fn a_referral_has_its_role_from_the_latest_contact_up_to_its_day() {
    let contacts = "ref,at,person,role,reached\nC2,2009-05-05,P1,victim,\nC1,2009-05-05T00:00,P1,witness,false\n\
                    C3,2009-05-06,P1,seller,\nC4,2009-05-06,,buyer,";
    let referrals =
        "ref,date,person,contact\nR1,2009-05-05,P1,\nR2,2009-05-04,P1,\nR3,2009-05-05,P1,C4\nR4,2009-06-01,P1,";
    let log = log(&[("persons", "ref\nP1"), ("contacts", contacts), ("referrals", referrals)]);
    for (role, number) in [("victim", 0), ("witness", 1), ("seller", 1), ("buyer", 1), ("unknown", 1)] {
        assert_eq!(count(&log, "referrals", "all", &format!("role:{role}")), number, "{role}");
    }
}

#[test]
fn a_meeting_has_what_any_of_its_contacts_has_and_the_longest_of_their_minutes() {
    let contacts = "ref,at,role,meeting,minutes,reached\nC1,2010-01-01,victim,,,false\nC2,2010-01-01,witness,C1,30,\n\
                    C3,2010-01-01,victim,C2,45,\nC4,2010-01-02,victim,,,";
    let log = log(&[("contacts", contacts)]);
    assert_eq!(count(&log, "meetings", "2010", ""), 2);
    assert_eq!(count(&log, "meetings", "2010", "role:witness"), 1);
    assert_eq!(count(&log, "minutes", "2010", ""), 45);
    assert_eq!(count(&log, "minutes", "2010", "role:witness"), 30);
}

#[test]
fn an_open_matter_is_open_to_the_periods_end_and_no_further() {
    let matters = "ref,opened,closed\nM1,2009-06-01,\nM2,2009-01-01,2009-12-31\nM3,,2009-03-01";
    let log = log(&[("matters", matters)]);
    assert_eq!(count(&log, "matters", "2010", ""), 1);
    assert_eq!(count(&log, "matters", "2009-12-31", ""), 2);
    assert_eq!(count(&log, "matters", "2008", ""), 1);
    assert_eq!(count(&log, "matters", "all", "month:2010-01"), 0);
    assert_eq!(count(&log, "matters", "2010", "month:2010-01"), 1);
}
