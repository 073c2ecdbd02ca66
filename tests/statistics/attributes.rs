//! What a record has: its values by key, the person's age and history, statuses (contract sections 3 and 5).

use crate::calendar::possible_ages;
use crate::log::{Row, get, items, order};
use crate::reference::{Count, date};
use crate::terms::numbers;
use chrono::{Datelike, Months, NaiveDate};

impl<'a> Count<'a> {
    /// The codes that a record has for a key; none means unknown.
    pub fn values(&self, row: &Row, key: &str) -> Vec<String> {
        let one = |text: &str| if text.is_empty() { Vec::new() } else { vec![text.to_owned()] };
        let person = self.log.find("persons", get(row, "person"));
        let of_person = |column: &str| person.map_or(Vec::new(), |person| one(get(person, column)));
        match key {
            "role" | "source" if self.table == "referrals" => {
                self.contact_of_referral(row).map_or(Vec::new(), |contact| one(get(contact, key)))
            }
            "reached" => one(if get(row, "reached") == "false" { "false" } else { "true" }),
            "offered" => one(if self.offered(row) { "yes" } else { "no" }),
            "service" => items(row, "services").into_iter().map(str::to_owned).collect(),
            "organisation" if self.table == "activities" => {
                items(row, "organisations").into_iter().map(str::to_owned).collect()
            }
            "new" => one(self.new_or_returning(row)),
            "weekday" => one(&self.day(row).weekday().number_from_monday().to_string()),
            "hour" => one(get(row, "at").get(11..13).unwrap_or_default()),
            "status" if self.table == "referrals" => one(referral_status(row)),
            "status" => one(follow_up_status(row, self.log.today)),
            "person" => one(self.log.group(get(row, "person"))),
            "sex" | "country" | "district" | "language" | "protected" => of_person(key),
            "origin" => match of_person("country").first().map(String::as_str) {
                None => Vec::new(),
                Some("SE") => one("swedish"),
                Some(_) => one("foreign"),
            },
            "age" => self.ages(row).map_or(Vec::new(), |(youngest, oldest)| {
                let groups = self.age_groups().into_iter();
                let fitting =
                    groups.filter(|code| [youngest, oldest].iter().all(|&a| numbers(code).contains(&a.into())));
                fitting.collect()
            }),
            column => one(get(row, column)),
        }
    }

    pub fn ages(&self, row: &Row) -> Option<(u32, u32)> {
        let person = self.log.find("persons", get(row, "person"))?;
        possible_ages(get(person, "birth"), self.day(row))
    }

    /// Age groups as codes: `0-14`, `65+`; a group of one age is that age.
    pub fn age_groups(&self) -> Vec<String> {
        let starts = &self.log.age_groups;
        let code = |(i, &start): (usize, &u32)| match starts.get(i + 1) {
            None => format!("{start}+"),
            Some(&next) if next == start + 1 => format!("{start}"),
            Some(&next) => format!("{start}-{}", next - 1),
        };
        starts.iter().enumerate().map(code).collect()
    }

    /// An offer stands on this or on an earlier contact of the person, whenever that was.
    fn offered(&self, row: &Row) -> bool {
        let made = |c: &Row| matches!(get(c, "offer"), "accepted" | "declined" | "pending");
        made(row) || self.log.history(get(row, "person")).into_iter().any(|c| order(c) < order(row) && made(c))
    }

    /// The contact that a referral has its role and source from.
    fn contact_of_referral(&self, referral: &Row) -> Option<&'a Row> {
        match get(referral, "contact") {
            "" => self
                .log
                .history(get(referral, "person"))
                .into_iter()
                .rfind(|c| &get(c, "at")[..10] <= get(referral, "date")),
            contact => self.log.find("contacts", contact),
        }
    }

    /// New, returning or continuing; empty without a person or for one not reached in the period.
    fn new_or_returning(&self, row: &Row) -> &'static str {
        let history = self.log.history(get(row, "person")).into_iter().filter(|c| get(c, "reached") != "false");
        let days: Vec<NaiveDate> = history.filter_map(|c| date(get(c, "at"))).collect();
        let in_period =
            |day: &&NaiveDate| self.from.is_none_or(|from| from <= **day) && self.to.is_none_or(|to| **day <= to);
        let Some(first) = days.iter().find(in_period) else { return "" };
        let Some(start) = self.question.period.from else { return "new" };
        match days.iter().rfind(|day| **day < start) {
            None => "new",
            Some(last) if *first > *last + Months::new(self.log.returning_after_months) => "returning",
            Some(_) => "continuing",
        }
    }
}

fn referral_status(row: &Row) -> &'static str {
    let has = |column: &str| !get(row, column).is_empty();
    match get(row, "answer") {
        _ if has("closed") => "closed",
        _ if has("started") => "started",
        _ if has("confirmed") => "confirmed",
        _ if has("sent") => "sent",
        "declined" => "declined",
        "accepted" => "accepted",
        _ => "offered",
    }
}

fn follow_up_status(row: &Row, today: NaiveDate) -> &'static str {
    match date(get(row, "due")) {
        _ if !get(row, "done").is_empty() => "done",
        _ if !get(row, "cancelled").is_empty() => "cancelled",
        Some(due) if due < today => "overdue",
        _ => "open",
    }
}
