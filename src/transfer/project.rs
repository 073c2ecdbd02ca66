//! project.json: read whole, every fault with its key and line; compared with what stands.

use super::fault::{Fault, What};
use super::json::escaped;
use super::places::Places;
use super::table::is_utf_16;
use crate::domain::project::Indicator;
use crate::domain::text::normalise;
use crate::domain::{Change, Edit, Limit, Meant, Problem, Project, Target};
use serde_json::{Map, Value, json};
use std::collections::HashMap;

const BYTE_ORDER_MARK: char = '\u{feff}';
/// The column of a fault that no key is known of.
const WHOLE: &str = "project";

/// A project.json that could be read.
pub struct GivenProject {
    file: String,
    places: Places,
    pub project: Project,
}

impl GivenProject {
    /// Reads a project.json; text is normalised. If there is anything wrong with it, every fault is told.
    pub fn read(file: &str, bytes: &[u8], faults: &mut Vec<Fault>) -> Option<GivenProject> {
        let (text, mut tree) = match decode(bytes).and_then(|text| Ok((text, parse(text)?))) {
            Ok(parsed) => parsed,
            Err((line, what)) => {
                faults.push(Fault::at(file, line, WHOLE, what));
                return None;
            }
        };
        let places = Places::new(text);
        let told = faults.len();
        let mut tell = |path: &[String], what| {
            let key = path.iter().rev().find(|step| step.parse::<usize>().is_err());
            faults.push(Fault::at(file, places.line(path), key.map_or(WHOLE, String::as_str), what));
        };
        check(&mut tree, &mut Vec::new(), &mut tell);
        if let Err((line, message)) = Project::from_json(text)
            && faults.len() == told
        {
            // A fault of the whole that no single value has, such as a key that stands twice.
            faults.push(Fault::at(file, line, WHOLE, What::Json { message }));
        }
        if !Limit::PROJECT.holds(text) {
            faults.push(Fault::at(file, 1, WHOLE, What::Value(Problem::TooLong { limit: Limit::PROJECT })));
        }
        let project = serde_json::from_value(tree).ok().filter(|_| faults.len() == told)?;
        Some(GivenProject { file: file.to_owned(), places, project })
    }

    /// The edit that puts the project in place of the one that stands, if they differ. That is a fault unless
    /// `update`, or unless none has been entered yet.
    pub fn merge(&self, standing: &Project, update: bool, faults: &mut Vec<Fault>) -> Option<Edit> {
        if self.project == *standing {
            return None;
        }
        if !update && *standing != Project::default() {
            let tree = |project| serde_json::to_value(project).unwrap_or_default();
            let (given, stands) = (tree(&self.project), tree(standing));
            let keys = given.as_object().into_iter().flatten().map(|(key, _)| key);
            let differs = keys.into_iter().find(|key| given[key.as_str()] != stands[key.as_str()]);
            let key = differs.map_or(WHOLE, String::as_str);
            faults.push(Fault::at(&self.file, self.places.line(&[key]), key, What::ProjectDiffers));
        }
        Some(Edit::Project { before: Box::new(standing.clone()), after: Box::new(self.project.clone()) })
    }

    /// Checks the targets of all indicators, and the filters by the reader of filters.
    pub fn check_indicators(&self, change: &Change, check_filter: &super::FilterCheck<'_>, faults: &mut Vec<Fault>) {
        for (g, goal) in self.project.goals.iter().enumerate() {
            for (i, indicator) in goal.indicators.iter().enumerate() {
                for (key, what) in indicator_faults(indicator, change, check_filter) {
                    let line = self.places.line(&["goals", &g.to_string(), "indicators", &i.to_string(), key]);
                    faults.push(Fault::at(&self.file, line, key, what));
                }
            }
        }
    }

    /// Checks that every saved view has a name of its own. Its filter is not read here: a name or value in it may have
    /// gone since it was saved, which is said when it is shown, and must not keep a log from coming back.
    pub fn check_views(&self, faults: &mut Vec<Fault>) {
        let mut lines: HashMap<&str, usize> = HashMap::new();
        for (place, view) in self.project.views.iter().enumerate() {
            let line = self.places.line(&["views", &place.to_string(), "name"]);
            let what = match lines.insert(&view.name, line) {
                _ if view.name.trim().is_empty() => What::Value(Problem::Required),
                Some(line) => What::DoubledValue { line },
                None => continue,
            };
            faults.push(Fault::at(&self.file, line, "name", what));
        }
    }
}

/// The text of project.json as it leaves.
pub fn write(project: &Project) -> String {
    escaped(&project.to_json())
}

/// The text of the file, or the line on which it is none.
fn decode(bytes: &[u8]) -> Result<&str, (usize, What)> {
    if is_utf_16(bytes) {
        return Err((1, What::Utf16));
    }
    let text = std::str::from_utf8(bytes).map_err(|e| {
        let (before, rest) = bytes.split_at(e.valid_up_to());
        let line = 1 + before.iter().filter(|&&b| b == b'\n').count();
        (line, What::NotUtf8(rest.first().copied().unwrap_or_default()))
    })?;
    Ok(text.strip_prefix(BYTE_ORDER_MARK).unwrap_or(text))
}

/// The members of the project, or the line on which they are no JSON.
fn parse(text: &str) -> Result<Value, (usize, What)> {
    match serde_json::from_str::<Value>(text) {
        Ok(tree) if tree.is_object() => Ok(tree),
        Ok(_) => Err((1, What::NoObject)),
        Err(e) => Err((e.line(), What::Json { message: without_place(&e) })),
    }
}

fn indicator_faults(
    indicator: &Indicator,
    change: &Change,
    check_filter: &super::FilterCheck<'_>,
) -> Vec<(&'static str, What)> {
    let unread = |filter: &str| check_filter(change, &indicator.measure, filter).err();
    let filters = [("filter", Some(&indicator.filter)), ("of", indicator.of.as_ref())];
    let mut wrong: Vec<_> = filters.into_iter().filter_map(|(key, filter)| Some((key, unread(filter?)?))).collect();
    // No filter at all can always be read: then it is the measure that cannot.
    if !wrong.is_empty()
        && let Some(words) = unread("")
    {
        wrong = vec![("measure", words)];
    }
    let wrong = wrong.into_iter().map(|(key, words)| (key, What::Filter(words)));
    let target = indicator.target.as_deref().and_then(|text| match Target::parse(text) {
        None => Some(What::NotATarget),
        Some(Target::Percent(_)) if indicator.of.is_none() => Some(What::ShareOfNothing),
        Some(_) => None,
    });
    wrong.chain(target.map(|what| ("target", what))).collect()
}

/// Normalises every text of a JSON value, and tells what no project has, value by value: a project that holds
/// nothing but this one must be readable.
fn check(value: &mut Value, path: &mut Vec<String>, tell: &mut dyn FnMut(&[String], What)) {
    match value {
        Value::Object(members) if !members.is_empty() => {
            for (key, member) in members {
                path.push(key.clone());
                check(member, path, tell);
                path.pop();
            }
        }
        Value::Array(items) if items.iter().any(Value::is_object) => {
            for (i, item) in items.iter_mut().enumerate() {
                path.push(i.to_string());
                check(item, path, tell);
                path.pop();
            }
        }
        leaf => {
            if !normalise_texts(leaf) {
                tell(path, What::Value(Problem::Nul));
            }
            if !texts_hold(leaf) {
                tell(path, What::Value(Problem::TooLong { limit: Limit::NOTE }));
            }
            if let Err(e) = serde_json::from_value::<Project>(alone(leaf, path)) {
                tell(path, what_is_wrong(&without_place(&e), path));
            }
        }
    }
}

/// Normalises the texts of a value without objects. Whether they are free of NUL is the answer.
fn normalise_texts(value: &mut Value) -> bool {
    match value {
        Value::String(text) => {
            *text = normalise(text);
            !text.contains('\0')
        }
        Value::Array(items) => items.iter_mut().fold(true, |free, item| normalise_texts(item) & free),
        _ => true,
    }
}

/// Whether every text of a value without objects keeps within the limit.
fn texts_hold(value: &Value) -> bool {
    match value {
        Value::String(text) => Limit::NOTE.holds(text),
        Value::Array(items) => items.iter().all(texts_hold),
        _ => true,
    }
}

/// A document with one value at its path, alone; places in lists are not kept.
fn alone(value: &Value, path: &[String]) -> Value {
    path.iter().rev().fold(value.clone(), |inner, step| match step.parse::<usize>() {
        Ok(_) => json!([inner]),
        Err(_) => Value::Object(Map::from_iter([(step.clone(), inner)])),
    })
}

fn what_is_wrong(message: &str, path: &[String]) -> What {
    let mut ticked = message.split('`').skip(1).step_by(2);
    let keys = || path.iter().map(String::as_str).filter(|step| step.parse::<usize>().is_err());
    match keys().next_back() {
        _ if message.starts_with("unknown field") => {
            let given = ticked.next().unwrap_or_default();
            What::UnknownKey { meant: Meant::among(given, ticked) }
        }
        Some("start" | "end" | "today") => What::Value(Problem::Date),
        Some("amount" | "accrued_after_end") => What::NotAnAmount,
        Some("age_groups") => What::NotAgeGroups,
        _ if keys().next() == Some("limits") && path.len() > 1 => What::Value(Problem::Every),
        _ => What::Json { message: message.to_owned() },
    }
}

/// The parser's words without the line and column, which stand before them already.
fn without_place(e: &serde_json::Error) -> String {
    let message = e.to_string();
    message.rsplit_once(" at line ").map_or(message.as_str(), |(words, _)| words).to_owned()
}
