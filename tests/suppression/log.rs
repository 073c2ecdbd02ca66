//! Random logs large enough that some counts are small and some are not.

use caselog::domain::{Kind, Lists, Project, Record};
use caselog::facts::Facts;
use chrono::{Days, NaiveDate};

/// A small generator of numbers (SplitMix64): the same seed, the same numbers, on every machine.
pub struct Random(u64);

impl Random {
    pub fn new(seed: u64) -> Random {
        Random(seed)
    }

    /// A number from 0 to `limit - 1`.
    pub fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) % limit.max(1) as u64) as usize
    }

    /// True in so many of a hundred cases.
    pub fn chance(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    /// One of several, the first ones far more often.
    fn pick(&mut self, from: &[&str]) -> String {
        let at = self.below(from.len()).min(self.below(from.len() + 1));
        from[at.min(from.len() - 1)].to_owned()
    }
}

/// The day taken as today.
pub fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2011, 1, 17).expect("a day")
}

pub fn day(random: &mut Random) -> String {
    let first = NaiveDate::from_ymd_opt(2009, 1, 1).expect("a day");
    (first + Days::new(random.below(730) as u64)).to_string()
}

pub fn record(kind: Kind, columns: &[(&str, String)]) -> Record {
    let text = |code: &str| columns.iter().find(|(column, _)| *column == code).map_or("", |(_, text)| text.as_str());
    let texts: Vec<&str> = kind.fields().iter().map(|field| text(field.code)).collect();
    Record::from_texts(kind, &texts).unwrap_or_else(|e| panic!("{columns:?}: {e:?}"))
}

/// A log of 10 to 300 contacts, with people, referrals and activities.
pub fn facts(random: &mut Random) -> Facts {
    let size = [10, 40, 120, 300][random.below(4)];
    let people = 1 + size / (1 + random.below(4));
    let mut records = Vec::new();
    for n in 0..people {
        let birth = if random.chance(15) { String::new() } else { (1950 + random.below(55)).to_string() };
        let columns =
            [("ref", format!("P{n}")), ("birth", birth), ("sex", random.pick(&["woman", "man", "other", ""]))];
        records.push(record(Kind::Person, &columns));
    }
    for n in 0..6 {
        records.push(record(Kind::Organisation, &[("ref", format!("O{n}")), ("name", format!("Unit {n}"))]));
    }
    let person =
        |random: &mut Random| if random.chance(8) { String::new() } else { format!("P{}", random.below(people)) };
    let several = |random: &mut Random, of: &[&str]| {
        of.iter().filter(|_| random.chance(30)).copied().collect::<Vec<_>>().join(";")
    };
    for n in 0..size {
        let meeting = if n > 0 && random.chance(10) { format!("C{}", random.below(n)) } else { String::new() };
        records.push(record(
            Kind::Contact,
            &[
                ("ref", format!("C{n}")),
                ("at", day(random)),
                ("person", person(random)),
                ("role", random.pick(&["seller", "buyer", "victim", "witness", "suspect", "other", ""])),
                ("source", random.pick(&["outreach", "self", "school", "ngo", ""])),
                ("meeting", meeting),
                ("services", several(random, &["information", "motivation", "support_talk", "medical_help"])),
                ("minutes", if random.chance(20) { String::new() } else { (random.below(5) * 15).to_string() }),
            ],
        ));
    }
    for n in 0..size / 3 {
        let columns = [
            ("ref", format!("R{n}")),
            ("date", day(random)),
            ("person", person(random)),
            ("kind", random.pick(&["link", "report", "application", ""])),
            ("sent", if random.chance(50) { day(random) } else { String::new() }),
        ];
        records.push(record(Kind::Referral, &columns));
    }
    for n in 0..size / 4 {
        let start = day(random);
        let end: NaiveDate = start.parse().expect("a day");
        let columns = [
            ("ref", format!("A{n}")),
            ("end", (end + Days::new((random.below(3) * random.below(60)) as u64)).to_string()),
            ("start", start),
            ("kind", random.pick(&["meeting", "lecture", "outreach", ""])),
            ("organisations", several(random, &["O0", "O1", "O2", "O3"])),
        ];
        records.push(record(Kind::Activity, &columns));
    }
    Facts::of(&Lists::default(), &Project::default(), today(), &records)
}
