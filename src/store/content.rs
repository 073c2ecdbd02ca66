//! The content of a journal entry: an edit as JSON, and back.
//!
//! Fields are named and empty ones left out, so that a later version that has more fields still reads it.

use crate::domain::{Edit, Kind, List, ListValue, Project, Record};
use serde_json::{Map, Value, json};

/// The edit as one line of JSON.
pub fn write(edit: &Edit) -> String {
    match edit {
        Edit::Record { before, after } => {
            let kind = after.as_ref().or(before.as_ref()).map(|r| r.kind.code());
            json!({ "kind": kind, "before": before.as_ref().map(record_out), "after": after.as_ref().map(record_out) })
        }
        Edit::List { list, before, after } => {
            json!({ "list": list.code(), "before": values_out(before), "after": values_out(after) })
        }
        Edit::Project { before, after } => json!({ "project": true, "before": before, "after": after }),
    }
    .to_string()
}

/// The edit that a line of JSON holds; `None` if it holds none that this version knows.
pub fn read(content: &str) -> Option<Edit> {
    let mut content: Map<String, Value> = serde_json::from_str(content).ok()?;
    let before = content.remove("before")?;
    let after = content.remove("after")?;
    if let Some(kind) = content.get("kind") {
        let kind = Kind::from_code(kind.as_str()?)?;
        Some(Edit::Record { before: record_in(kind, &before)?, after: record_in(kind, &after)? })
    } else if let Some(list) = content.get("list") {
        let list = List::from_code(list.as_str()?)?;
        Some(Edit::List { list, before: values_in(&before)?, after: values_in(&after)? })
    } else {
        let project = |value| serde_json::from_value::<Project>(value).ok().map(Box::new);
        Some(Edit::Project { before: project(before)?, after: project(after)? })
    }
}

/// Whether any text in JSON fits. What is no JSON is one text.
pub fn has_text(content: &str, fits: &dyn Fn(&str) -> bool) -> bool {
    fn is_in(value: &Value, fits: &dyn Fn(&str) -> bool) -> bool {
        match value {
            Value::String(text) => fits(text),
            Value::Array(items) => items.iter().any(|item| is_in(item, fits)),
            Value::Object(members) => members.values().any(|member| is_in(member, fits)),
            _ => false,
        }
    }
    serde_json::from_str(content).map_or_else(|_| fits(content), |value| is_in(&value, fits))
}

fn record_out(record: &Record) -> Map<String, Value> {
    let fields = record.kind.fields().iter().zip(&record.values);
    fields.filter(|(_, value)| !value.is_empty()).map(|(f, value)| (f.code.into(), value.to_string().into())).collect()
}

/// `Some(None)` is the absence of a record, `None` something that is not one.
fn record_in(kind: Kind, value: &Value) -> Option<Option<Record>> {
    if value.is_null() {
        return Some(None);
    }
    let given = value.as_object()?;
    let texts = kind.fields().iter().map(|f| given.get(f.code).map_or(Some(""), Value::as_str));
    let texts: Vec<&str> = texts.collect::<Option<_>>()?;
    Record::from_texts(kind, &texts).ok().map(Some)
}

fn values_out(values: &[ListValue]) -> Vec<Value> {
    values.iter().map(|v| json!({ "code": v.code, "sv": v.sv, "en": v.en, "retired": v.retired })).collect()
}

fn values_in(values: &Value) -> Option<Vec<ListValue>> {
    let text = |value: &Value, name: &str| value.get(name)?.as_str().map(str::to_owned);
    let value = |value: &Value| {
        Some(ListValue {
            code: text(value, "code")?,
            sv: text(value, "sv")?,
            en: text(value, "en")?,
            retired: value.get("retired")?.as_bool()?,
        })
    };
    values.as_array()?.iter().map(value).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Lists, Ref, Value as Given};

    #[test]
    fn an_edit_comes_back_as_it_was() {
        let record = Record::new(Kind::Contact)
            .with(0, Given::Link(Ref::parse("C1").unwrap()))
            .with(16, Given::Text("rad 1\n\"rad\" 2 \u{1}".into()));
        let list = Lists::default().values(List::Role).to_vec();
        let edits = [
            Edit::Record { before: None, after: Some(record.clone()) },
            Edit::Record { before: Some(record.clone()), after: Some(record.clone().with(6, Given::Flag(false))) },
            Edit::Record { before: Some(record), after: None },
            Edit::List { list: List::Role, before: list.clone(), after: list[1..].to_vec() },
            Edit::Project {
                before: Box::default(),
                after: Box::new(Project { name: "Å".into(), ..Project::default() }),
            },
        ];
        for edit in edits {
            assert_eq!(read(&write(&edit)), Some(edit));
        }
        for wrong in ["", "[]", "{}", r#"{"kind":"x","before":null,"after":null}"#] {
            assert_eq!(read(wrong), None, "{wrong}");
        }
    }
}
