//! What the benchmarks without a screen share: a log in memory, and the shortest of several runs.

use caselog::domain::date::parse_date;
use caselog::domain::{Kind, Lists, Project, Record, Value};
use caselog::facts::Facts;
use std::time::{Duration, Instant};

/// A small generator of numbers (xorshift), so that every run counts the same log.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % limit
    }

    fn one_of<'a>(&mut self, codes: &[&'a str]) -> &'a str {
        codes[self.below(codes.len() as u64) as usize]
    }
}

/// A record of columns as import has them.
pub fn record(kind: Kind, values: &[(&str, String)]) -> Record {
    values.iter().fold(Record::new(kind), |record, (code, text)| {
        let field = kind.field(code).expect("a field of the kind");
        record.with(field, Value::parse(kind.fields()[field].ty, text).expect("a value of the field"))
    })
}

/// A log of ten years in which everybody is met four times.
pub fn log(contacts: u64) -> Facts {
    let today = parse_date("2020-01-01").expect("a date");
    let mut facts = Facts::new(&Lists::default(), &Project::default(), today);
    let mut numbers = Numbers(88172645463325252);
    let people = contacts / 4 + 1;
    for n in 0..people {
        let birth = format!("{}-{:02}", 1950 + numbers.below(55), 1 + numbers.below(12));
        facts.insert(&record(
            Kind::Person,
            &[
                ("ref", format!("P{n:07}")),
                ("alias", format!("X.{n}")),
                ("birth", birth),
                ("sex", numbers.one_of(&["woman", "man", ""]).into()),
            ],
        ));
    }
    let roles = ["victim", "witness", "seller", "buyer", "young_person", "suspect", ""];
    for n in 0..contacts {
        let day = parse_date("2010-01-01").expect("a date") + chrono::Days::new(n * 3650 / contacts);
        facts.insert(&record(
            Kind::Contact,
            &[
                ("ref", format!("C{n:07}")),
                ("at", format!("{day}T{:02}:{:02}", numbers.below(24), numbers.below(60))),
                ("person", format!("P{:07}", numbers.below(people))),
                ("role", numbers.one_of(&roles).into()),
                ("source", numbers.one_of(&["trafficking_commission", "self", "outreach"]).into()),
                ("services", numbers.one_of(&["information", "support_talk;practical_help", ""]).into()),
                ("offer", numbers.one_of(&["accepted", "declined", "pending", ""]).into()),
                ("reached", if n % 10 == 3 { "false" } else { "" }.into()),
            ],
        ));
    }
    facts.settle();
    facts
}

/// The shortest of several runs, so that other work on the machine counts least.
pub fn shortest(mut run: impl FnMut()) -> Duration {
    let timed = |run: &mut dyn FnMut()| {
        let start = Instant::now();
        run();
        start.elapsed()
    };
    (0..25).map(|_| timed(&mut run)).min().unwrap_or_default()
}
