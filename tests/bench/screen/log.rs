//! An invented log of any size as files to import: ten years in which everybody is met four times, one person often.

use std::fmt::Write as _;
use std::io;
use std::path::Path;

/// The minutes of the ten years that the contacts are spread over.
const MINUTES: u64 = 3650 * 24 * 60;
/// So many of the newest contacts are with one person, whose page is long then.
const OFTEN: u64 = 200;

/// Writes the files of a log with so many contacts.
pub fn write(folder: &Path, contacts: u64) -> io::Result<()> {
    let people = contacts / 4;
    let file = |name: &str, head: &str, count: u64, row: &dyn Fn(u64, &mut String)| {
        let mut text = format!("{head}\n");
        (0..count).for_each(|n| row(n, &mut text));
        std::fs::write(folder.join(name), text)
    };
    file("persons.csv", "ref,alias,birth,sex,district", people, &|n, text| {
        let (year, sex) = (1950 + mixed(n) % 55, ["woman", "man", ""][(mixed(n) / 64 % 3) as usize]);
        _ = writeln!(text, "P{n:07},X.{n:07},{year},{sex},{}", ["Farsta", "Södermalm", ""][(n % 3) as usize]);
    })?;
    file("contacts.csv", "ref,at,person,role,source,services,offer,minutes,note", contacts, &|n, text| {
        let person = if n + OFTEN < contacts { mixed(n) % people } else { 0 };
        let role = ["victim", "witness", "seller", "buyer", "suspect", ""][(mixed(n) / 32 % 6) as usize];
        let source = ["trafficking_commission", "self", "outreach"][(mixed(n) / 256 % 3) as usize];
        let (services, offer) =
            (["information", "support_talk"][(n % 2) as usize], ["accepted", ""][(n / 2 % 2) as usize]);
        let at = moment(n, contacts);
        _ = writeln!(text, "C{n:07},{at},P{person:07},{role},{source},{services},{offer},30,talk about home and work");
    })?;
    file("referrals.csv", "ref,date,person,kind,consent", contacts / 20, &|n, text| {
        let (day, kind) = (&moment(n, contacts / 20)[..10], ["report", "link"][(n % 2) as usize]);
        _ = writeln!(text, "R{n:07},{day},P{:07},{kind},given", mixed(n) % people);
    })?;
    file("follow_ups.csv", "ref,due,person,task,done", contacts / 20, &|n, text| {
        let day = moment(n, contacts / 20)[..10].to_owned();
        let done = if n % 8 == 0 { "" } else { &day };
        _ = writeln!(text, "F{n:07},{day},P{:07},ring and ask {n},{done}", mixed(n) % people);
    })?;
    std::fs::write(folder.join("project.json"), r#"{"name": "Bench", "start": "2010-01-01", "end": "2019-12-31"}"#)
}

/// The n-th of moments spread evenly.
fn moment(n: u64, count: u64) -> String {
    let start = chrono::NaiveDate::from_ymd_opt(2010, 1, 1).and_then(|day| day.and_hms_opt(0, 0, 0)).expect("a moment");
    (start + chrono::TimeDelta::minutes((n * MINUTES / count) as i64)).format("%Y-%m-%dT%H:%M").to_string()
}

/// A number that looks like chance and is the same in every run.
fn mixed(n: u64) -> u64 {
    (n + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 40
}
