//! Funnel, timeliness and balance against a plain count of the same log, every number with its records.

use crate::calendar;
use crate::compared::Compared;
use crate::log::{Log, Row, get};
use crate::questions::{Asked, period, question};
use crate::random::{self, Random};
use crate::records::{change, facts};
use crate::reference::{self, date};
use crate::rounds;
use caselog::domain::{Action, Change, Ref};
use caselog::facts::Facts;
use caselog::query::{Measure, Question, Words};
use caselog::stats::{BALANCED, Flow, Left, Part, Span, Step, balance, funnel, part_rows, timeliness};
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// A question of a measure with random period and filter.
fn asked(random: &mut Random, log: &Log, measure: &'static str) -> Asked {
    let filter = loop {
        let found = question(random, log);
        if found.measure == measure {
            break found.filter;
        }
    };
    Asked { measure, rows: None, columns: None, period: period(random), filter }
}

fn has(row: &Row, column: &str) -> bool {
    !get(row, column).is_empty()
}

/// Whether it or a later step has a date or says so.
fn passed(row: &Row, step: Step) -> bool {
    let later: &[&str] = match step {
        Step::Offered => return true,
        Step::Accepted | Step::Sent => &["sent", "confirmed", "started"],
        Step::Confirmed => &["confirmed", "started"],
        Step::Started => &["started"],
    };
    let says_so = step == Step::Accepted && (get(row, "answer") == "accepted" || !is_answered(row));
    says_so || later.iter().any(|column| has(row, column))
}

fn is_answered(row: &Row) -> bool {
    !["report", "application"].contains(&get(row, "kind"))
}

fn left(row: &Row) -> Option<Left> {
    match () {
        () if passed(row, Step::Started) => None,
        () if get(row, "answer") == "declined" => Some(Left::Declined),
        () if has(row, "closed") => Some(Left::ClosedWithoutStart),
        () if passed(row, Step::Accepted) => Some(Left::Waiting),
        () => Some(Left::NoAnswerYet),
    }
}

fn waits(row: &Row, span: Span) -> bool {
    let (from, to) = span.codes();
    has(row, from) && !has(row, to) && get(row, "answer") != "declined" && !has(row, "closed")
}

fn days(row: &Row, span: Span) -> Option<i64> {
    let (from, to) = span.codes();
    Some((date(get(row, to))? - date(get(row, from))?).num_days())
}

/// The first day on which it was open, and the day on which it was closed.
fn open(measure: Measure, row: &Row) -> (NaiveDate, NaiveDate) {
    let day = |column: &str| date(get(row, column));
    let (from, to) = match measure {
        Measure::Referrals => {
            let declined = (get(row, "answer") == "declined").then(|| day("answered").or(day("date"))).flatten();
            (day("date"), day("closed").or(declined))
        }
        Measure::FollowUps => {
            let to = day("done").or(day("cancelled"));
            (day("due").into_iter().chain(to).min(), to)
        }
        _ => (day("opened"), day("closed")),
    };
    let from = from.unwrap_or(NaiveDate::MIN);
    (from, to.unwrap_or(NaiveDate::MAX).max(from))
}

fn flows(measure: Measure, row: &Row, period: &calendar::Period, flow: Flow) -> bool {
    let (opened, closed) = open(measure, row);
    // The day before and the day after all days are in no period.
    let from = period.from.unwrap_or(NaiveDate::MIN.succ_opt().unwrap());
    let to = period.to.unwrap_or(NaiveDate::MAX.pred_opt().unwrap());
    match flow {
        Flow::OpenAtStart => opened < from && closed >= from,
        Flow::New => (from..=to).contains(&opened),
        Flow::Closed => (from..=to).contains(&closed),
        Flow::OpenAtEnd => opened <= to && closed > to,
    }
}

/// The records of the reference, as rows of a table.
fn rows<'a>(log: &'a Log, compared: &Compared, table: &str) -> Vec<&'a Row> {
    let refs = reference::records(log, &compared.reference());
    refs.iter().map(|own| log.find(table, own).expect("a record")).collect()
}

/// The records behind a number of a view.
fn part_records(facts: &Facts, question: &Question, part: Part, words: &Words) -> Vec<Ref> {
    let table = facts.rows(question.measure.kind());
    part_rows(facts, question, part, words).into_iter().map(|row| table.own(row as usize)).collect()
}

/// All in which funnel and timeliness of a log differ from the reference.
fn differences(log: &Log, facts: &Facts, random: &mut Random) -> Vec<String> {
    let mut found = Vec::new();
    let asked_of = asked(random, log, "referrals");
    let compared = Compared { log, facts, asked: &asked_of };
    let question = compared.question().expect("a question");
    let words = compared.words(&question);
    let cohort = rows(log, &compared, "referrals");
    let mut check = |what: String, n: u64, question: &Question, part: Part, words, holds: &dyn Fn(&Row) -> bool| {
        let expected: BTreeSet<String> =
            cohort.iter().filter(|row| holds(row)).map(|row| get(row, "ref").to_owned()).collect();
        let listed = part_records(facts, question, part, words);
        let refs: BTreeSet<String> = listed.iter().map(Ref::to_string).collect();
        if (n, listed.len() as u64, &refs) != (expected.len() as u64, n, &expected) {
            let rows: Vec<&&Row> =
                cohort.iter().filter(|r| refs.contains(get(r, "ref")) != expected.contains(get(r, "ref"))).collect();
            found.push(format!("{asked_of:?}: {what} is {n}, {refs:?}, and should be {expected:?}: {rows:?}"));
        }
    };
    let counts = funnel(facts, &question, &words);
    for step in &counts.steps {
        let part = Part::Step(step.step);
        check(format!("{:?}", step.step), step.n, &question, part, &words, &|row| passed(row, step.step));
    }
    for &(at, n) in &counts.left {
        check(format!("{at:?}"), n, &question, Part::Left(at), &words, &|row| left(row) == Some(at));
    }
    let spans = timeliness(facts, &question, &words);
    for timed in &spans {
        let span = timed.span;
        check(format!("{span:?}"), timed.n, &question, Part::Timed(span), &words, &|row| days(row, span).is_some());
        let what = format!("waiting in {span:?}");
        check(what, timed.waiting, &question, Part::Waiting(span), &words, &|row| waits(row, span));
    }
    // People, medians and deciles.
    for step in &counts.steps {
        let people: BTreeSet<&str> = cohort
            .iter()
            .filter(|row| passed(row, step.step) && has(row, "person"))
            .map(|row| log.group(get(row, "person")))
            .collect();
        let of_people = Question { measure: Measure::ReferredPersons, ..question.clone() };
        let listed = part_records(facts, &of_people, Part::Step(step.step), &words);
        if (step.persons, listed.len()) != (people.len() as u64, people.len()) {
            found.push(format!("{asked_of:?}: people of {:?}: {} and {people:?}", step.step, step.persons));
        }
    }
    let has_accepted = counts.steps.iter().any(|step| step.step == Step::Accepted);
    if has_accepted != cohort.iter().any(|row| is_answered(row)) {
        found.push(format!("{asked_of:?}: the step accepted is there: {has_accepted}"));
    }
    let started = counts.steps.last().map_or(0, |step| step.n);
    if counts.steps[0].n != started + counts.left.iter().map(|(_, n)| n).sum::<u64>() {
        found.push(format!("{asked_of:?}: offered is not started and those who are not: {counts:?}"));
    }
    for timed in &spans {
        let mut all: Vec<i64> = cohort.iter().filter_map(|row| days(row, timed.span)).collect();
        all.sort_unstable();
        let n = all.len();
        // The mean of the two in the middle is that of the same one twice where there is one.
        let halves = (n > 0).then(|| all[(n - 1) / 2] + all[n / 2]);
        let decile = all.iter().copied().find(|day| all.iter().filter(|d| *d <= day).count() * 10 >= n * 9);
        if (timed.median_halves, timed.p90) != (halves, decile) {
            found.push(format!("{asked_of:?}: {timed:?} of {all:?}"));
        }
    }
    found
}

/// All in which the balance differs from the reference, or does not balance.
fn balance_differences(log: &Log, facts: &Facts, random: &mut Random) -> Vec<String> {
    let mut found = Vec::new();
    for measure in BALANCED {
        let code = measure.code();
        let asked_of = asked(random, log, code);
        let whenever = Asked { period: "all".to_owned(), ..asked_of.clone() };
        let compared = Compared { log, facts, asked: &asked_of };
        let question = compared.question().expect("a question");
        let words = compared.words(&question);
        let span = compared.reference().period;
        let all = rows(log, &Compared { log, facts, asked: &whenever }, code);
        let line = balance(facts, &question, &words);
        for flow in Flow::ALL {
            let expected: BTreeSet<String> = all
                .iter()
                .filter(|row| flows(measure, row, &span, flow))
                .map(|row| get(row, "ref").to_owned())
                .collect();
            let listed = part_records(facts, &question, Part::Flow(flow), &words);
            let refs: BTreeSet<String> = listed.iter().map(Ref::to_string).collect();
            if (line.count(flow), &refs) != (expected.len() as u64, &expected) {
                found.push(format!("{asked_of:?}: {flow:?} is {refs:?}, and should be {expected:?}"));
            }
        }
        let [start, new, closed, end] = line.counts;
        if start + new != closed + end {
            found.push(format!("{asked_of:?}: {line:?} does not balance"));
        }
    }
    found
}

#[test]
fn funnel_timeliness_and_balance_agree_and_balance() {
    let mut found = Vec::new();
    for seed in rounds(150) {
        let mut random = Random::new(seed);
        let log = random::log(&mut random);
        let facts = facts(&mut random, &log);
        let differences = [differences(&log, &facts, &mut random), balance_differences(&log, &facts, &mut random)];
        found.extend(differences.concat().into_iter().map(|what| format!("seed {seed}, {what}")));
    }
    assert!(found.is_empty(), "{} differences, the first:\n{}", found.len(), found[..found.len().min(4)].join("\n"));
}

#[test]
fn a_change_and_its_inverse_leave_the_views_as_they_were() {
    let mut found = Vec::new();
    for seed in rounds(40) {
        let mut random = Random::new(seed);
        let before = random::log(&mut random);
        let after = random::changed(&mut random, &before);
        let mut facts = facts(&mut random, &before);
        let change = change(&before, &after);
        facts.apply(&change);
        found.extend(differences(&after, &facts, &mut random));
        facts.apply(&Change { action: Action::Undo(1), edits: change.inverse_edits() });
        found.extend(differences(&before, &facts, &mut random));
        found.extend(balance_differences(&before, &facts, &mut random));
    }
    assert!(found.is_empty(), "{} differences, the first:\n{}", found.len(), found[..found.len().min(4)].join("\n"));
}
