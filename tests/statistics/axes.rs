//! The values of a dimension in their order (contract section 5, Dimensions).

use crate::calendar::Unit;
use crate::log::{Row, get};
use crate::reference::Count;
use caselog::domain::countries::country_name;
use caselog::domain::{Lang, List, text};
use std::collections::BTreeSet;

impl Count<'_> {
    /// The codes of a dimension in order.
    pub fn axis(&self, key: &str, matching: &[&Row]) -> Vec<String> {
        if let Some(unit) = Unit::named(key) {
            let stretches = self.from.zip(self.to).map(|(from, to)| unit.stretches(from, to)).unwrap_or_default();
            return stretches.into_iter().map(|(code, ..)| code).collect();
        }
        let occurring: BTreeSet<String> = matching.iter().flat_map(|row| self.values(row, key)).collect();
        let fixed = |codes: &[&str]| codes.iter().map(|&code| code.to_owned()).collect::<Vec<_>>();
        let mut codes = match key {
            "weekday" => fixed(&["1", "2", "3", "4", "5", "6", "7"]),
            "hour" => (0..24).map(|hour| format!("{hour:02}")).collect(),
            "age" => self.age_groups(),
            "reached" | "protected" | "planned" | "participated" | "agreement" => fixed(&["true", "false"]),
            "offered" => fixed(&["yes", "no"]),
            "origin" => fixed(&["swedish", "foreign"]),
            "new" => fixed(&["new", "returning", "continuing"]),
            "status" if self.table == "referrals" => {
                fixed(&["offered", "accepted", "declined", "sent", "confirmed", "started", "closed"])
            }
            "status" => fixed(&["open", "overdue", "done", "cancelled"]),
            _ => match list_of(self.table, key) {
                Some(list) => {
                    let values = self.log.list(list).iter();
                    let listed = values.filter(|value| !value.retired || occurring.contains(&value.code));
                    listed.map(|value| value.code.clone()).collect()
                }
                None => self.by_label(key, occurring),
            },
        };
        if can_be_unknown(&self.question.measure, key) {
            codes.push("unknown".to_owned());
        }
        codes
    }

    /// Free values by their (Swedish) label, those with the same label by code.
    fn by_label(&self, key: &str, codes: BTreeSet<String>) -> Vec<String> {
        let named = |table, code: &str, column| match self.log.find(table, code).map_or("", |row| get(row, column)) {
            "" => code.to_owned(),
            name => name.to_owned(),
        };
        let label = |code: &String| match key {
            "person" => named("persons", code, "alias"),
            "organisation" => named("organisations", code, "name"),
            "matter" => named("matters", code, "title"),
            "country" => country_name(code, Lang::Sv).into_owned(),
            _ => code.clone(),
        };
        let mut codes: Vec<String> = codes.into_iter().collect();
        codes.sort_by_key(|code| (text::sort_key(&label(code)), code.clone()));
        codes
    }
}

/// The value list of a key, if its values are one.
pub fn list_of(table: &str, key: &str) -> Option<List> {
    Some(match (key, table) {
        ("sex", _) => List::Sex,
        ("role", _) => List::Role,
        ("source", _) => List::Source,
        ("channel", _) => List::Channel,
        ("offer", _) => List::Offer,
        ("service", _) => List::Services,
        ("interview", _) => List::Interview,
        ("offence", _) => List::Offence,
        ("basis", _) => List::Basis,
        ("consent", _) => List::Consent,
        ("answer", _) => List::Answer,
        ("result", _) => List::Result,
        ("outcome", _) => List::MatterOutcome,
        ("kind", "referrals") => List::ReferralKind,
        ("kind", "activities") => List::ActivityKind,
        ("kind", _) => List::OrganisationKind,
        _ => return None,
    })
}

/// Whether a record of the measure can be without a value for the key.
pub fn can_be_unknown(measure: &str, key: &str) -> bool {
    match key {
        "reached" | "offered" | "status" | "weekday" => false,
        "interview" => measure != "interviews",
        "new" => measure != "persons",
        "person" => !matches!(measure, "persons" | "referred_persons"),
        _ => true,
    }
}
