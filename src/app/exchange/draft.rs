//! An unfinished form as the store keeps it: what it began with and what was typed in it, each field under its code,
//! so that it is understood by later versions too.

use crate::domain::{Kind, Record, Ref, Value};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// An unfinished form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    kind: String,
    /// The record that is changed; none for a new one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    own: Option<String>,
    /// What a new record began with, as canonical text.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    start: BTreeMap<String, String>,
    typed: BTreeMap<String, Typed>,
    /// Made from another record.
    #[serde(default)]
    pub from_record: bool,
    /// Records that are made together with it, each with its kind and canonical texts by code.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    made: Vec<(String, BTreeMap<String, String>)>,
}

/// What was typed or chosen in a field.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Typed {
    /// What is chosen, as canonical text; empty in a field that is only typed.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub chosen: String,
    /// The text as it stands, whether it means something yet or not.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub text: String,
}

impl Draft {
    /// The draft of a form that began with a record.
    pub fn new(start: &Record, is_change: bool, typed: Vec<(usize, Typed)>, from_record: bool) -> Draft {
        let code = |place: usize| start.kind.fields().get(place).map(|field| field.code.to_owned());
        let own = start.own_ref().filter(|_| is_change).map(ToString::to_string);
        let texts = start.texts().into_iter().enumerate().filter(|(_, text)| own.is_none() && !text.is_empty());
        Draft {
            kind: start.kind.code().to_owned(),
            start: texts.filter_map(|(place, text)| Some((code(place)?, text))).collect(),
            typed: typed.into_iter().filter_map(|(place, typed)| Some((code(place)?, typed))).collect(),
            own,
            from_record,
            made: Vec::new(),
        }
    }

    /// Adds the records that are made together with it.
    pub fn set_made(&mut self, made: &[Record]) {
        let texts = |record: &Record| {
            let fields = record.kind.fields().iter().map(|field| field.code.to_owned());
            fields.zip(record.texts()).filter(|(_, text)| !text.is_empty()).collect()
        };
        self.made = made.iter().map(|record| (record.kind.code().to_owned(), texts(record))).collect();
    }

    /// The records that are made together with it.
    pub fn made(&self) -> Vec<Record> {
        let record = |(kind, texts): &(String, BTreeMap<String, String>)| Some(record(Kind::from_code(kind)?, texts));
        self.made.iter().filter_map(record).collect()
    }

    /// As the store keeps it.
    pub fn to_text(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// Reads what the store kept; `None` if it is of another version.
    pub fn parse(text: &str) -> Option<Draft> {
        let draft: Draft = serde_json::from_str(text).ok()?;
        draft.kind().map(|_| draft)
    }

    /// What it is about.
    pub fn kind(&self) -> Option<Kind> {
        Kind::from_code(&self.kind)
    }

    /// The record that is changed.
    pub fn own(&self) -> Option<Ref> {
        Ref::parse(self.own.as_deref()?).ok()
    }

    /// What a new record began with.
    pub fn start(&self) -> Option<Record> {
        Some(record(self.kind()?, &self.start))
    }

    /// What was typed, by the place of its field.
    pub fn typed(&self) -> impl Iterator<Item = (usize, &Typed)> {
        let kind = self.kind();
        self.typed.iter().filter_map(move |(code, typed)| Some((kind?.field(code)?, typed)))
    }

    /// The record as far as what was chosen goes, so that what it names can be fetched.
    pub fn chosen(&self, start: Record) -> Record {
        self.typed().fold(start, |record, (place, typed)| {
            let ty = record.kind.fields().get(place).map(|field| field.ty);
            match ty.map(|ty| Value::parse(ty, &typed.chosen)) {
                Some(Ok(value)) if !typed.chosen.is_empty() => record.with(place, value),
                _ => record,
            }
        })
    }
}

/// The record with those texts; what is of another version is left out.
fn record(kind: Kind, texts: &BTreeMap<String, String>) -> Record {
    let value = |record: Record, (code, text): (&String, &String)| {
        let read = kind.field(code).and_then(|place| {
            let ty = kind.fields().get(place)?.ty;
            Some((place, Value::parse(ty, text).ok()?))
        });
        match read {
            Some((place, value)) => record.with(place, value),
            None => record,
        }
    };
    texts.iter().fold(Record::new(kind), value)
}
