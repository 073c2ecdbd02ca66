//! Suppression under attack (contract section 5): random tables and prints, and a solver that tries to work out every
//! hidden number. `CASELOG_ROUNDS=N` attacks N times as many.

mod attack;
mod log;
mod solver;
mod views;

use attack::{Attack, Outcome};
use caselog::domain::Lang;
use caselog::facts::Facts;
use caselog::query::{Dimension, Filter, Key, Measure, Period, Question, Words};
use caselog::stats::suppress::{Hidden, Id, Limit, Numbers, Worth};
use caselog::stats::{Answer, Print, answer};
use log::Random;

fn rounds(number: u64) -> std::ops::Range<u64> {
    let given = |name: &str| std::env::var(name).ok().and_then(|text| text.parse::<u64>().ok());
    match given("CASELOG_SEED") {
        Some(seed) => seed..seed + 1,
        None => 0..number * given("CASELOG_ROUNDS").unwrap_or(1),
    }
}

/// How the attacks went.
#[derive(Debug, Default)]
struct Tally {
    prints: usize,
    hidden: usize,
    numbers: usize,
    share: f64,
    as_safe_as_can_be: usize,
    unsettled: usize,
    faults: Vec<String>,
}

impl Tally {
    fn add(&mut self, attack: &Attack, k: u64, seed: u64) {
        let shown_small = attack.numbers.iter().any(|n| n.is_shown && (1..k as i64).contains(&n.value));
        let hidden_zero = attack.numbers.iter().any(|n| !n.is_shown && n.value == 0);
        if shown_small || hidden_zero {
            self.faults.push(format!("seed {seed}: a small number is shown, or a zero hidden: {attack:?}"));
        }
        match attack.run(k) {
            Outcome::Safe => {}
            Outcome::AsSafeAsCanBe => self.as_safe_as_can_be += 1,
            Outcome::Unsettled => self.unsettled += 1,
            Outcome::Solved(numbers) => self.faults.push(format!("seed {seed}, K {k}: {numbers:?} solved: {attack:?}")),
        }
        // Zeros are always shown: the share is that of the others.
        let numbers = attack.numbers.iter().filter(|n| n.value > 0).count();
        let hidden = attack.numbers.iter().filter(|n| !n.is_shown).count();
        self.prints += 1;
        self.numbers += numbers;
        self.hidden += hidden;
        self.share += hidden as f64 / numbers.max(1) as f64;
    }

    fn done(&self, what: &str) {
        println!(
            "{what}: {} prints, {} of {} numbers over zero hidden, on average {:.1} % of a print; {} as safe as can be, \
             {} unsettled",
            self.prints,
            self.hidden,
            self.numbers,
            100.0 * self.share / self.prints.max(1) as f64,
            self.as_safe_as_can_be,
            self.unsettled,
        );
        let first = self.faults.iter().take(3).map(String::as_str).collect::<Vec<_>>().join("\n");
        assert!(self.unsettled * 100 <= self.prints, "an attack that gives up this often says nothing");
        assert!(self.faults.is_empty(), "{} faults of {}; the first:\n{first}", self.faults.len(), self.prints);
    }
}

/// A table of random numbers with its totals, and the same for its reader.
#[test]
fn random_tables_keep_what_is_hidden() {
    let mut tally = Tally::default();
    for seed in rounds(150) {
        let mut random = Random::new(seed);
        let k = 3 + random.below(6) as u64;
        let (rows, columns) = (1 + random.below(8), 1 + random.below(8));
        let most = [2, 6, 20, 200][random.below(4)];
        let value = |random: &mut Random| if random.chance(35) { 0 } else { random.below(most) as u64 };
        let cells: Vec<Vec<u64>> = (0..rows).map(|_| (0..columns).map(|_| value(&mut random)).collect()).collect();
        let mut numbers = Numbers::default();
        let ids: Vec<Vec<Id>> =
            cells.iter().map(|row| row.iter().map(|&n| numbers.add(n, Worth::Cell)).collect()).collect();
        let column = |place: usize| cells.iter().map(|row| row[place]).sum::<u64>();
        let row_totals: Vec<Id> = cells.iter().map(|row| numbers.add(row.iter().sum(), Worth::Total)).collect();
        let column_totals: Vec<Id> = (0..columns).map(|place| numbers.add(column(place), Worth::Total)).collect();
        let total = numbers.add(cells.iter().flatten().sum(), Worth::Figure);
        let mut lines: Vec<(Id, Vec<Id>)> = vec![(total, row_totals.clone()), (total, column_totals.clone())];
        lines.extend(row_totals.iter().copied().zip(ids.iter().cloned()));
        lines.extend(column_totals.iter().enumerate().map(|(c, &all)| (all, ids.iter().map(|row| row[c]).collect())));
        lines.iter().for_each(|(whole, parts)| numbers.whole(*whole, parts));
        let hidden = numbers.suppress(Limit::new(k).expect("a limit"));
        let mut attack = Attack::default();
        let mut places = std::collections::BTreeMap::new();
        let values = cells.iter().flatten().copied().collect::<Vec<_>>();
        let all = ids.iter().flatten().zip(values);
        let totals = row_totals.iter().zip(&cells).map(|(id, row)| (id, row.iter().sum()));
        let others = column_totals.iter().enumerate().map(|(c, id)| (id, column(c)));
        for (id, value) in all.chain(totals).chain(others).chain([(&total, cells.iter().flatten().sum())]) {
            places.insert(*id, attack.number(value, !hidden.is_hidden(*id)));
        }
        for (whole, parts) in &lines {
            attack.whole(places[whole], &parts.iter().map(|part| places[part]).collect::<Vec<_>>());
        }
        tally.add(&attack, k, seed);
    }
    tally.done("tables");
}

/// The attack is not blind: where nothing but the small counts is hidden it works most of them out.
#[test]
fn small_counts_alone_hidden_are_worked_out() {
    let mut solved = 0;
    for seed in 0..50 {
        let mut random = Random::new(seed);
        let values: Vec<u64> = [random.below(4), 20, 30, 0].map(|n| n as u64 + 1).into();
        let mut attack = Attack::default();
        let parts: Vec<usize> = values.iter().map(|&value| attack.number(value, value >= 5)).collect();
        let total = attack.number(values.iter().sum(), true);
        attack.whole(total, &parts[..]);
        solved += usize::from(matches!(attack.run(5), Outcome::Solved(_)));
    }
    assert!(solved > 0, "none was worked out");
}

/// A table of a log, in a print and for its reader.
struct Printed {
    question: Question,
    answer: Answer,
    ids: caselog::stats::TableIds,
}

/// Where a table's numbers stand in an attack.
struct Places {
    cells: Vec<Vec<usize>>,
    rows: Vec<usize>,
    columns: Vec<usize>,
    total: usize,
}

impl Printed {
    fn new(facts: &Facts, question: Question, print: &mut Print) -> Printed {
        let answer = answer(facts, &question, &Words::default(), Lang::En);
        let ids = print.table(&question, &answer);
        Printed { question, answer, ids }
    }

    /// What a reader knows of one table.
    fn show(&self, hidden: &Hidden, attack: &mut Attack) -> Places {
        let (answer, shown) = (&self.answer, self.ids.publish(&self.answer, hidden));
        let mut all = |values: &[u64], shown: &[Option<u64>]| -> Vec<usize> {
            values.iter().zip(shown).map(|(&value, shown)| attack.number(value, shown.is_some())).collect()
        };
        let cells: Vec<Vec<usize>> = answer.cells.iter().zip(&shown.cells).map(|(v, s)| all(v, s)).collect();
        let rows = all(&answer.row_totals, &shown.row_totals);
        let columns = all(&answer.column_totals, &shown.column_totals);
        let total = all(&[answer.total], &[shown.total])[0];
        all(&[answer.without_person], &[shown.without_person]);
        all(&[answer.without_value], &[shown.without_value]);
        attack.whole(total, &rows);
        attack.whole(total, &columns);
        rows.iter().zip(&cells).for_each(|(&whole, parts)| attack.whole(whole, parts));
        for (place, &whole) in columns.iter().enumerate() {
            attack.whole(whole, &cells.iter().map(|row| row[place]).collect::<Vec<_>>());
        }
        self.sets(attack, &cells, &rows, &columns, total);
        Places { cells, rows, columns, total }
    }

    /// What holds besides of sets of records: without any value of a list is without each; in both is what two have too
    /// many for the whole.
    fn sets(&self, attack: &mut Attack, cells: &[Vec<usize>], rows: &[usize], columns: &[usize], total: usize) {
        let measure = self.question.measure;
        if measure.counts_people() || measure.is_sum() || measure == Measure::Meetings {
            return;
        }
        let is_list = |dimension: Option<Dimension>| {
            dimension.is_some_and(|d| {
                d.key() == Key::Service || (d.key() == Key::Organisation && measure == Measure::Activities)
            })
        };
        let mut apart = |whole: usize, parts: &[usize]| {
            if let Some((unknown, others)) = parts.split_last() {
                others.iter().for_each(|&part| attack.at_least_zero(vec![(whole, 1), (part, -1), (*unknown, -1)]));
            }
        };
        if is_list(self.question.rows) {
            apart(total, rows);
            (0..columns.len()).for_each(|c| apart(columns[c], &cells.iter().map(|row| row[c]).collect::<Vec<_>>()));
        }
        if is_list(self.question.columns) {
            apart(total, columns);
            rows.iter().zip(cells).for_each(|(&whole, parts)| apart(whole, parts));
        }
        if self.question.rows.is_some() && self.question.columns.is_some() {
            for (row, line) in cells.iter().enumerate() {
                for (column, &cell) in line.iter().enumerate() {
                    attack.at_least_zero(vec![(cell, 1), (total, 1), (rows[row], -1), (columns[column], -1)]);
                }
            }
        }
    }
}

fn question(facts: &Facts, measure: Measure, axes: [Option<&str>; 2], period: &str, filter: &str) -> Question {
    let dimension = |code: &str| Dimension::parse(code, measure).expect("a dimension");
    let [rows, columns] = axes.map(|code| code.map(dimension));
    let period = Period::parse(period, log::today()).expect("a period");
    let filter = Filter::parse(filter, measure, facts).expect("a filter");
    Question { measure, rows, columns, period, filter }
}

const MEASURES: [Measure; 9] = [
    Measure::Contacts,
    Measure::Contacts,
    Measure::Persons,
    Measure::Persons,
    Measure::Meetings,
    Measure::Referrals,
    Measure::ReferredPersons,
    Measure::Activities,
    Measure::Minutes,
];

fn axis(random: &mut Random, measure: Measure) -> Option<&'static str> {
    let axes: &[&'static str] = match measure {
        Measure::Activities => &["kind", "organisation", "quarter", "month", "half"],
        Measure::Referrals | Measure::ReferredPersons => &["role", "kind", "age", "sex", "quarter", "status"],
        _ => &["role", "source", "age", "sex", "service", "quarter", "month", "weekday", "new"],
    };
    (!random.chance(15)).then(|| axes[random.below(axes.len())])
}

/// Any table beside the period before it.
#[test]
fn tables_of_logs_keep_what_is_hidden() {
    let mut tally = Tally::default();
    for seed in rounds(60) {
        let mut random = Random::new(seed);
        let facts = log::facts(&mut random);
        let k = 3 + random.below(6) as u64;
        let measure = MEASURES[random.below(MEASURES.len())];
        let axes = [axis(&mut random, measure), axis(&mut random, measure)];
        let mut print = Print::default();
        let periods: &[&str] = if random.chance(30) { &["2010", "2009"] } else { &["2010"] };
        let printed: Vec<Printed> =
            periods.iter().map(|p| Printed::new(&facts, question(&facts, measure, axes, p, ""), &mut print)).collect();
        let hidden = print.suppress(Limit::new(k).expect("a limit"));
        let mut attack = Attack::default();
        printed.iter().for_each(|table| _ = table.show(&hidden, &mut attack));
        tally.add(&attack, k, seed);
    }
    tally.done("tables of logs");
}

/// Several tables and figures of one log in one print: a table by role and quarter; the total, two roles, the others and
/// both as figures; the halves of the year; another measure by role; ages under and over a bound.
#[test]
fn prints_keep_what_is_hidden() {
    let mut tally = Tally::default();
    for seed in rounds(40) {
        let mut random = Random::new(seed);
        let facts = log::facts(&mut random);
        let k = 3 + random.below(6) as u64;
        let (many, few) = [
            (Measure::Contacts, Measure::Persons),
            (Measure::Contacts, Measure::Meetings),
            (Measure::Referrals, Measure::ReferredPersons),
        ][random.below(3)];
        let ask = |measure, axes, period: &str, filter: &str| question(&facts, measure, axes, period, filter);
        let mut print = Print::default();
        let table = Printed::new(&facts, ask(many, [Some("role"), Some("quarter")], "2010", ""), &mut print);
        let ages = Printed::new(&facts, ask(many, [Some("age"), None], "2010", ""), &mut print);
        let fewer = Printed::new(&facts, ask(few, [Some("role"), None], "2010", ""), &mut print);
        let figures: Vec<(u64, Id)> = [
            ("2010", ""),
            ("2010-H1", ""),
            ("2010-H2", ""),
            ("2010", "role:victim"),
            ("2010", "-role:victim"),
            ("2010", "role:victim,witness"),
            ("2010", "age:<18"),
            ("2010-Q1", "role:victim"),
        ]
        .into_iter()
        .map(|(period, filter)| {
            let question = ask(many, [None, None], period, filter);
            let value = answer(&facts, &question, &Words::default(), Lang::En).total;
            (value, print.figure(&question, value))
        })
        .collect();
        let hidden = print.suppress(Limit::new(k).expect("a limit"));
        let mut attack = Attack::default();
        let by_role = table.show(&hidden, &mut attack);
        let by_age = ages.show(&hidden, &mut attack);
        let people = fewer.show(&hidden, &mut attack);
        let figures: Vec<usize> =
            figures.iter().map(|(value, id)| attack.number(*value, !hidden.is_hidden(*id))).collect();
        let [all, first, second, victims, others, both, minors, early] = figures[..] else { unreachable!() };
        attack.same(all, by_role.total);
        attack.same(all, by_age.total);
        attack.whole(all, &[first, second]);
        attack.whole(first, &by_role.columns[..2]);
        attack.whole(second, &by_role.columns[2..]);
        let row = |code: &str| table.answer.rows.values.iter().position(|v| v.code == code).expect("a role");
        attack.same(victims, by_role.rows[row("victim")]);
        attack.same(early, by_role.cells[row("victim")][0]);
        attack.whole(all, &[victims, others]);
        attack.whole(both, &[by_role.rows[row("victim")], by_role.rows[row("witness")]]);
        let young: Vec<usize> = ["0-14", "15-17"]
            .iter()
            .map(|code| by_age.rows[ages.answer.rows.values.iter().position(|v| v.code == *code).expect("an age")])
            .collect();
        attack.whole(minors, &young);
        attack.not_more(people.total, by_role.total);
        people.rows.iter().zip(&by_role.rows).for_each(|(&few, &many)| attack.not_more(few, many));
        tally.add(&attack, k, seed);
    }
    tally.done("prints");
}
