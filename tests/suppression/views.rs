//! Funnel, timeliness and balance under attack: what ties their numbers is written down here from the contract.

use crate::attack::Attack;
use crate::log::{self, Random, record};
use crate::{Tally, rounds};
use caselog::domain::{Kind, Lists, Project};
use caselog::facts::Facts;
use caselog::query::{Measure, Period, Question, Words};
use caselog::stats::suppress::Limit;
use caselog::stats::{self, Flow, Left, ShownFunnel, ShownTimed, Span, Step};

/// Referrals that came as far as they came, and follow-ups and matters that were opened and perhaps closed.
fn facts(random: &mut Random) -> Facts {
    let size = [5, 15, 40, 120][random.below(4)];
    let people = 1 + size / (1 + random.below(3));
    let ago = [20, 60, 90][random.below(3)];
    // Where nearly all that was sent is confirmed, the few others could be worked out.
    let confirmed = [ago / 2, 95][random.below(2)];
    let closed = [3, 25][random.below(2)];
    let mut records = Vec::new();
    for n in 0..people {
        records.push(record(Kind::Person, &[("ref", format!("P{n}"))]));
    }
    for n in 0..size {
        let kinds: &[&str] = if random.chance(20) { &["report"] } else { &["link", "link", "report"] };
        let when = |random: &mut Random, percent| if random.chance(percent) { log::day(random) } else { String::new() };
        let answer = ["accepted", "accepted", "declined", ""][random.below(4)];
        let person = if random.chance(10) { String::new() } else { format!("P{}", random.below(people)) };
        let columns = [
            ("ref", format!("R{n}")),
            ("date", log::day(random)),
            ("person", person),
            ("kind", kinds[random.below(kinds.len())].to_owned()),
            ("answer", answer.to_owned()),
            ("answered", when(random, 60)),
            ("sent", when(random, ago)),
            ("confirmed", when(random, confirmed)),
            ("started", when(random, ago / 2)),
            ("closed", when(random, closed)),
        ];
        records.push(record(Kind::Referral, &columns));
    }
    for n in 0..size / 2 {
        let done = if random.chance(60) { log::day(random) } else { String::new() };
        records.push(record(
            Kind::FollowUp,
            &[("ref", format!("F{n}")), ("due", log::day(random)), ("task", "Ring".to_owned()), ("done", done)],
        ));
    }
    for n in 0..size / 4 {
        let opened = log::day(random);
        let closed = if random.chance(50) { log::day(random).max(opened.clone()) } else { String::new() };
        let columns = [("ref", format!("M{n}")), ("title", "Mål".to_owned()), ("opened", opened), ("closed", closed)];
        records.push(record(Kind::Matter, &columns));
    }
    Facts::of(&Lists::default(), &Project::default(), log::today(), &records)
}

fn question(measure: Measure, random: &mut Random) -> Question {
    let period = ["2010", "2009..2010", "2010-H1", "2010-Q3"][random.below(4)];
    Question::count(measure, Period::parse(period, log::today()).expect("a period"), Default::default())
}

/// Attacks a view of random logs: `tie` puts its numbers into the attack, and what ties them.
fn attack(what: &str, mut tie: impl FnMut(&Facts, &mut Random, u64, &mut Attack)) {
    let mut tally = Tally::default();
    for seed in rounds(150) {
        let mut random = Random::new(seed);
        let facts = facts(&mut random);
        let k = 3 + random.below(6) as u64;
        let mut attack = Attack::default();
        tie(&facts, &mut random, k, &mut attack);
        tally.add(&attack, k, seed);
    }
    tally.done(what);
}

#[test]
fn funnels_keep_what_is_hidden() {
    attack("funnels", |facts, random, k, attack| {
        let funnel = stats::funnel(facts, &question(Measure::Referrals, random), &Words::default());
        let shown = ShownFunnel::of(&funnel, Limit::new(k).expect("a limit"));
        let steps: Vec<(Step, usize, usize)> = funnel
            .steps
            .iter()
            .zip(&shown.steps)
            .map(|(step, (n, persons))| {
                let n = attack.number(step.n, n.is_some());
                (step.step, n, attack.number(step.persons, persons.is_some()))
            })
            .collect();
        let left: Vec<(Left, usize)> = funnel
            .left
            .iter()
            .zip(&shown.left)
            .map(|((left, n), shown)| (*left, attack.number(*n, shown.is_some())))
            .collect();
        let step = |wanted: Step| steps.iter().find(|(step, ..)| *step == wanted).map(|(_, n, _)| *n);
        let at = |wanted: Left| left.iter().find(|(left, _)| *left == wanted).expect("it is always there").1;
        let (offered, started) = (step(Step::Offered).unwrap(), step(Step::Started).unwrap());
        let accepted = step(Step::Accepted).unwrap_or(offered);
        // Started, declined, no answer, under way and closed are all.
        attack.whole(offered, &std::iter::once(started).chain(left.iter().map(|(_, n)| *n)).collect::<Vec<_>>());
        attack.at_least_zero(vec![(accepted, 1), (started, -1), (at(Left::Waiting), -1)]);
        attack.at_least_zero(vec![(offered, 1), (accepted, -1), (at(Left::NoAnswerYet), -1)]);
        for (place, (_, n, persons)) in steps.iter().enumerate() {
            attack.not_more(*persons, *n);
            for (_, later, later_persons) in &steps[place + 1..] {
                attack.not_more(*later, *n);
                attack.not_more(*later_persons, *persons);
                attack.at_least_zero(vec![(*n, 1), (*later, -1), (*persons, -1), (*later_persons, 1)]);
            }
        }
    });
}

#[test]
fn spans_of_days_keep_what_is_hidden() {
    attack("spans of days", |facts, random, k, attack| {
        let spans = stats::timeliness(facts, &question(Measure::Referrals, random), &Words::default());
        let shown = ShownTimed::of(&spans, Limit::new(k).expect("a limit"));
        let mut places = Vec::new();
        for (timed, shown) in spans.iter().zip(&shown) {
            let n = attack.number(timed.n, shown.n.is_some());
            places.push((timed.span, n, attack.number(timed.waiting, shown.waiting.is_some())));
            assert!(!shown.shows_days || timed.n == 0 || timed.n >= k, "the days of {} cases are shown", timed.n);
            assert!(shown.n.is_some() || !shown.shows_days, "a half day says that the number is even");
        }
        let of = |wanted: Span| places.iter().find(|(span, ..)| *span == wanted).expect("it is always there");
        let ((_, sent, _), (_, confirmed, waiting)) = (of(Span::DateToSent), of(Span::SentToConfirmed));
        attack.at_least_zero(vec![(*sent, 1), (*confirmed, -1), (*waiting, -1)]);
    });
}

#[test]
fn balances_keep_what_is_hidden() {
    attack("balances", |facts, random, k, attack| {
        let period = question(Measure::Referrals, random).period;
        let balance =
            |measure| stats::balance(facts, &Question::count(measure, period, Default::default()), &Words::default());
        let lines: Vec<_> = stats::BALANCED.map(balance).into();
        let shown = stats::shown_balance(&lines, Limit::new(k).expect("a limit"));
        for (line, shown) in lines.iter().zip(&shown) {
            let [start, new, closed, end] =
                Flow::ALL.map(|flow| attack.number(line.count(flow), shown[flow as usize].is_some()));
            for sign in [1, -1] {
                attack.at_least_zero(vec![(start, sign), (new, sign), (closed, -sign), (end, -sign)]);
            }
        }
    });
}
