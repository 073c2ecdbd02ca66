//! The project that the log is kept for, and the settings that change a figure: project.json (contract section 3).

use super::date::{AgeGroups, Every, parse_date};
use super::money::Money;
use super::outline::Outlines;
use super::saved_view::SavedView;
use chrono::NaiveDate;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// All of project.json. Absent members have their default; an unknown one is a fault.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Project {
    pub name: String,
    pub funder: String,
    pub unit: String,
    #[serde(with = "optional_date")]
    pub start: Option<NaiveDate>,
    #[serde(with = "optional_date")]
    pub end: Option<NaiveDate>,
    /// The day that `--demo` takes as today.
    #[serde(with = "optional_date", skip_serializing_if = "Option::is_none")]
    pub today: Option<NaiveDate>,
    pub goals: Vec<Goal>,
    pub costs: Vec<Cost>,
    pub funding: Vec<Funding>,
    pub budget_comment: String,
    /// Costs that belong to the project and are paid after its end.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub accrued_after_end: Option<Money>,
    /// Prose of the funder's report, by section.
    pub sections: BTreeMap<String, String>,
    pub signatories: Vec<String>,
    /// The lowest age of each age group.
    #[serde(with = "age_groups")]
    pub age_groups: AgeGroups,
    /// A person met again after more than so many months is returning.
    pub returning_after_months: u32,
    /// Codes of the checks that are switched off.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub checks_off: Vec<String>,
    /// The outlines of the printed reports, where they were changed.
    #[serde(skip_serializing_if = "Outlines::is_default")]
    pub outlines: Outlines,
    /// Limits of checks and proposals that are the user's own, by code.
    #[serde(with = "limits", skip_serializing_if = "BTreeMap::is_empty")]
    pub limits: BTreeMap<String, Every>,
    /// People are not searched by role or offence.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub no_sensitive_search: bool,
    /// Lists and views of statistics to come back to, in the order of saving.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub views: Vec<SavedView>,
}

/// A promised result and the figures that show it.
#[derive(Clone, Debug, PartialEq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Goal {
    pub number: u32,
    pub text: String,
    pub comment: String,
    pub indicators: Vec<Indicator>,
}

/// One figure of a goal: a count, or with `of` a part of another count.
#[derive(Clone, Debug, PartialEq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Indicator {
    pub label: String,
    pub measure: String,
    pub filter: String,
    /// The filter of the whole that the figure is a part of.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub of: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub target: Option<String>,
}

impl Indicator {
    fn texts(&self) -> impl Iterator<Item = &str> {
        std::iter::once(&self.label).chain(&self.target).map(String::as_str)
    }
}

/// Costs of one kind.
#[derive(Clone, Debug, PartialEq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Cost {
    pub category: String,
    pub description: String,
    pub amount: Option<Money>,
}

/// Funds granted, requisitioned or from elsewhere.
#[derive(Clone, Debug, PartialEq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Funding {
    pub kind: String,
    pub source: String,
    pub amount: Option<Money>,
}

impl Default for Project {
    fn default() -> Self {
        Project {
            name: String::new(),
            funder: String::new(),
            unit: String::new(),
            start: None,
            end: None,
            today: None,
            goals: Vec::new(),
            costs: Vec::new(),
            funding: Vec::new(),
            budget_comment: String::new(),
            accrued_after_end: None,
            sections: BTreeMap::new(),
            signatories: Vec::new(),
            age_groups: AgeGroups::default(),
            returning_after_months: 12,
            checks_off: Vec::new(),
            outlines: Outlines::default(),
            limits: BTreeMap::new(),
            no_sensitive_search: false,
            views: Vec::new(),
        }
    }
}

impl Project {
    /// Reads project.json.
    ///
    /// # Errors
    /// The line and what is wrong there, in the parser's words.
    pub fn from_json(text: &str) -> Result<Project, (usize, String)> {
        serde_json::from_str(text).map_err(|e| (e.line(), e.to_string()))
    }

    /// Reads project.json as a newer version of the program wrote it: what this one does not know is passed over.
    /// `None` if it is no JSON at all.
    pub fn from_newer_json(text: &str) -> Option<Project> {
        let is_known = |value: &Value| serde_json::from_value::<Project>(value.clone()).is_ok();
        let known = known_part(serde_json::from_str(text).ok()?, &is_known)?;
        serde_json::from_value(known).ok()
    }

    /// The text of project.json, ending with a line end.
    pub fn to_json(&self) -> String {
        // A struct of texts, numbers and lists has no value that JSON lacks.
        serde_json::to_string_pretty(self).unwrap_or_default() + "\n"
    }

    /// Every text in it that somebody wrote: not its codes, nor its filters.
    pub fn texts(&self) -> Vec<&str> {
        let mut texts: Vec<&str> = vec![&self.name, &self.funder, &self.unit, &self.budget_comment];
        for goal in &self.goals {
            texts.extend([goal.text.as_str(), &goal.comment]);
            texts.extend(goal.indicators.iter().flat_map(Indicator::texts));
        }
        texts.extend(self.costs.iter().flat_map(|cost| [cost.category.as_str(), &cost.description]));
        texts.extend(self.funding.iter().map(|funding| funding.source.as_str()));
        texts.extend(self.sections.values().chain(&self.signatories).map(String::as_str));
        for section in self.outlines.summary.iter().chain(&self.outlines.funder) {
            texts.extend([section.heading.as_str(), &section.question]);
            texts.extend(section.figures.iter().flat_map(Indicator::texts));
        }
        texts.extend(self.views.iter().map(|view| view.name.as_str()));
        texts
    }

    /// Every filter in it: of indicators, of figures in outlines, of saved views.
    pub fn filters(&self) -> impl Iterator<Item = &str> {
        let sections = self.outlines.summary.iter().chain(&self.outlines.funder);
        let goals = self.goals.iter().flat_map(|goal| &goal.indicators);
        let indicators = goals.chain(sections.flat_map(|section| &section.figures));
        let of_indicators = indicators.flat_map(|indicator| std::iter::once(&indicator.filter).chain(&indicator.of));
        of_indicators.chain(self.views.iter().map(|view| &view.filter)).map(String::as_str)
    }

    /// The same, to be changed.
    pub fn filters_mut(&mut self) -> impl Iterator<Item = &mut String> {
        let goals = self.goals.iter_mut().flat_map(|goal| &mut goal.indicators);
        let sections = self.outlines.summary.iter_mut().chain(&mut self.outlines.funder);
        let indicators = goals.chain(sections.flat_map(|section| &mut section.figures));
        let of_indicators =
            indicators.flat_map(|indicator| std::iter::once(&mut indicator.filter).chain(&mut indicator.of));
        of_indicators.chain(self.views.iter_mut().map(|view| &mut view.filter))
    }

    /// All costs together.
    pub fn cost_total(&self) -> Money {
        self.costs.iter().filter_map(|c| c.amount).sum()
    }
}

/// What is left of a value without the members and entries that are not known: each is tried by itself in its place,
/// since every member may be absent.
fn known_part(value: Value, is_known: &dyn Fn(&Value) -> bool) -> Option<Value> {
    if is_known(&value) {
        return Some(value);
    }
    let left = match value {
        Value::Object(members) => {
            let member = |(name, member): (String, Value)| {
                let known = known_part(member, &|member| is_known(&json!({ &name: member })))?;
                Some((name, known))
            };
            Value::Object(members.into_iter().filter_map(member).collect())
        }
        Value::Array(entries) => {
            let entry = |entry| known_part(entry, &|entry| is_known(&json!([entry])));
            Value::Array(entries.into_iter().filter_map(entry).collect())
        }
        _ => return None,
    };
    is_known(&left).then_some(left)
}

mod optional_date {
    use super::*;

    pub fn serialize<S: Serializer>(date: &Option<NaiveDate>, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&date.map(|d| d.to_string()).unwrap_or_default())
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<NaiveDate>, D::Error> {
        let text = Option::<String>::deserialize(deserializer)?.unwrap_or_default();
        if text.is_empty() {
            return Ok(None);
        }
        parse_date(&text)
            .map(Some)
            .map_err(|_| de::Error::custom(format!("{text:?} is not a date such as \"2010-12-31\"")))
    }
}

mod age_groups {
    use super::*;

    pub fn serialize<S: Serializer>(groups: &AgeGroups, serializer: S) -> Result<S::Ok, S::Error> {
        groups.starts().serialize(serializer)
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<AgeGroups, D::Error> {
        AgeGroups::new(Vec::deserialize(deserializer)?).ok_or_else(|| {
            de::Error::custom("age groups begin with 0 and rise, such as [0, 15, 18, 20, 25, 35, 45, 65]")
        })
    }
}

mod limits {
    use super::*;

    pub fn serialize<S: Serializer>(limits: &BTreeMap<String, Every>, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(limits.iter().map(|(code, span)| (code, span.to_string())))
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<BTreeMap<String, Every>, D::Error> {
        let read = |(code, span): (String, String)| match Every::parse(&span) {
            Ok(every) => Ok((code, every)),
            Err(_) => Err(de::Error::custom(format!("{span:?} is not an interval such as \"14d\" or \"5y\""))),
        };
        BTreeMap::<String, String>::deserialize(deserializer)?.into_iter().map(read).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn project_comes_back_as_it_was() {
        let text = r#"{"name": "P", "start": "2009-01-01", "goals": [{"number": 1, "indicators": [{"label": "A",
            "measure": "persons", "filter": "x", "target": "100%"}]}], "costs": [{"amount": "12.5"}, {"amount": null}]}"#;
        let project = Project::from_json(text).unwrap();
        assert_eq!(project.cost_total().to_string(), "12.50");
        assert_eq!(Project::from_json(&project.to_json()).unwrap(), project);
        assert_eq!(project.age_groups, AgeGroups::default());
        assert!(!project.to_json().contains("checks_off") && !project.to_json().contains("views"));
        let off = Project { checks_off: vec!["in_future".into()], ..project };
        assert_eq!(Project::from_json(&off.to_json()).unwrap(), off);
        let limits = BTreeMap::from([("report_not_decided".to_owned(), Every::parse("3w").unwrap())]);
        let own = Project { limits, no_sensitive_search: true, ..off };
        assert!(own.to_json().contains("\"report_not_decided\": \"3w\""));
        assert_eq!(Project::from_json(&own.to_json()).unwrap(), own);
        assert!(Project::from_json("{\"limits\": {\"a\": \"soon\"}}").is_err());
        let view = SavedView { name: "Unga".into(), filter: "age:<18".into(), ..SavedView::default() };
        let with_view = Project { views: vec![view], ..own };
        assert_eq!(Project::from_json(&with_view.to_json()).unwrap(), with_view);
    }

    #[test]
    fn what_a_newer_program_added_is_passed_over_and_nothing_else() {
        let text = r#"{"name": "P", "colour": {"of": ["sky"]}, "goals": [{"number": 1, "weight": 2, "indicators":
            [{"label": "A", "measure": "persons", "shape": "round"}]}, {"number": 2}], "age_groups": "by year",
            "views": [{"name": "V", "view": "map"}, {"name": "W", "view": "trend"}], "limits": {"a": "14d", "b": {}}}"#;
        assert!(Project::from_json(text).is_err());
        let project = Project::from_newer_json(text).unwrap();
        let goals: Vec<u32> = project.goals.iter().map(|goal| goal.number).collect();
        assert_eq!((project.name.as_str(), goals), ("P", vec![1, 2]));
        assert_eq!(project.goals[0].indicators[0].label, "A");
        assert_eq!(project.age_groups, AgeGroups::default());
        assert_eq!(project.views.iter().map(|view| view.name.as_str()).collect::<Vec<_>>(), ["V", "W"]);
        assert_eq!(project.limits.keys().collect::<Vec<_>>(), ["a"]);
        let whole = Project { name: "Å".into(), ..project };
        assert_eq!(Project::from_newer_json(&whole.to_json()), Some(whole));
        assert_eq!(Project::from_newer_json("{"), None);
    }

    #[test]
    fn faults_have_their_line() {
        assert_eq!(Project::from_json("{\n\"nam\": \"\"}").unwrap_err().0, 2);
        assert_eq!(Project::from_json("{\n\n\"start\": \"2009-13-01\"}").unwrap_err().0, 3);
        assert!(Project::from_json("{\"age_groups\": [5, 3]}").is_err());
    }
}
