//! A record of any kind: its values in the order of the kind's fields.

use super::field::{Kind, activity, contact, follow_up, matter, referral, relation};
use super::problem::Problem;
use super::reference::Ref;
use super::value::Value;
use chrono::NaiveDate;

/// One record. `values` has as many entries as the kind has fields; the first, `ref`, is empty only before the first
/// save.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    pub kind: Kind,
    pub values: Vec<Value>,
}

impl Record {
    /// An empty record of a kind (a contact counts as reached).
    pub fn new(kind: Kind) -> Record {
        let empty = |f: &super::Field| Value::parse(f.ty, "").unwrap_or_default();
        Record { kind, values: kind.fields().iter().map(empty).collect() }
    }

    /// The record's ref, if it has one.
    pub fn own_ref(&self) -> Option<&Ref> {
        self.values[0].link()
    }

    /// The same record with another value in one field.
    pub fn with(mut self, field: usize, value: Value) -> Record {
        self.values[field] = value;
        self
    }

    /// The values as canonical text, in column order.
    pub fn texts(&self) -> Vec<String> {
        self.values.iter().map(Value::to_string).collect()
    }

    /// Reads a record from the canonical texts of its fields, in column order.
    ///
    /// # Errors
    /// The place of the field and what is wrong with it. A wrong number of texts is a wrong `ref`.
    pub fn from_texts<S: AsRef<str>>(kind: Kind, texts: &[S]) -> Result<Record, (usize, Problem)> {
        let fields = kind.fields();
        if texts.len() != fields.len() {
            return Err((0, Problem::Ref));
        }
        let parse = |(i, text): (usize, &S)| Value::parse(fields[i].ty, text.as_ref()).map_err(|p| (i, p));
        Ok(Record { kind, values: texts.iter().enumerate().map(parse).collect::<Result<_, _>>()? })
    }

    /// What keeps the record from being saved, by field: something required is missing, or two of its values cannot
    /// both be right. Codes and refs are checked elsewhere.
    pub fn problems(&self) -> Vec<(usize, Problem)> {
        let fields = self.kind.fields();
        let missing = (0..fields.len()).filter(|&i| fields[i].required && self.values[i].is_empty());
        let mut found: Vec<_> = missing.map(|i| (i, Problem::Required)).collect();
        let mut ordered = |first: usize, last: usize| {
            if let (Some(a), Some(b)) = (self.values[first].date(), self.values[last].date())
                && a > b
            {
                found.push((last, Problem::Order { later: fields[first].code }));
            }
        };
        match self.kind {
            Kind::Activity => ordered(activity::START, activity::END),
            Kind::Matter => ordered(matter::OPENED, matter::CLOSED),
            Kind::Relation
                if !self.values[relation::PERSON].is_empty()
                    && self.values[relation::PERSON] == self.values[relation::OTHER] =>
            {
                found.push((relation::OTHER, Problem::SamePerson));
            }
            _ => {}
        }
        found
    }

    /// The derived status of a referral or follow-up on a day (contract section 3); `None` for other kinds.
    pub fn status(&self, today: NaiveDate) -> Option<&'static str> {
        let has = |field: usize| !self.values[field].is_empty();
        match self.kind {
            Kind::Referral => Some(match self.values[referral::ANSWER].code() {
                _ if has(referral::CLOSED) => "closed",
                _ if has(referral::STARTED) => "started",
                _ if has(referral::CONFIRMED) => "confirmed",
                _ if has(referral::SENT) => "sent",
                Some("declined") => "declined",
                Some("accepted") => "accepted",
                _ => "offered",
            }),
            Kind::FollowUp => Some(match self.values[follow_up::DUE].date() {
                _ if has(follow_up::DONE) => "done",
                _ if has(follow_up::CANCELLED) => "cancelled",
                Some(due) if due < today => "overdue",
                _ => "open",
            }),
            _ => None,
        }
    }

    /// Whether a contact reached somebody.
    pub fn is_reached(&self) -> bool {
        self.kind == Kind::Contact && self.values[contact::REACHED].flag() != Some(false)
    }

    /// The texts that people have written freely, by field.
    pub fn free_texts(&self) -> impl Iterator<Item = (usize, &str)> {
        let written = self.values.iter().enumerate().filter(|(place, _)| self.kind.is_free_text(*place));
        written.flat_map(|(place, value)| {
            let texts: Vec<&str> = match value {
                Value::Text(text) => vec![text],
                Value::Names(names) => names.iter().map(String::as_str).collect(),
                _ => Vec::new(),
            };
            texts.into_iter().map(move |text| (place, text))
        })
    }

    /// The records that this one names: kind and ref, by field.
    pub fn links(&self) -> impl Iterator<Item = (usize, Kind, &Ref)> {
        self.kind.fields().iter().enumerate().flat_map(move |(i, field)| {
            let kind = match field.ty {
                super::Type::Link(kind) | super::Type::Links(kind) => Some(kind),
                _ => None,
            };
            kind.into_iter().flat_map(move |kind| self.values[i].links().iter().map(move |r| (i, kind, r)))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::date::parse_date;

    fn referral_with(pairs: &[(usize, &str)]) -> Record {
        pairs.iter().fold(Record::new(Kind::Referral), |record, &(field, text)| {
            let value = Value::parse(Kind::Referral.fields()[field].ty, text).unwrap();
            record.with(field, value)
        })
    }

    #[test]
    fn a_referral_stands_at_its_furthest_step() {
        let today = parse_date("2010-05-05").unwrap();
        use referral::*;
        let cases: [(&[(usize, &str)], &str); 6] = [
            (&[], "offered"),
            (&[(ANSWER, "accepted")], "accepted"),
            (&[(ANSWER, "declined")], "declined"),
            (&[(ANSWER, "declined"), (SENT, "2010-01-01")], "sent"),
            (&[(STARTED, "2010-01-01")], "started"),
            (&[(CLOSED, "2010-01-01"), (ANSWER, "declined")], "closed"),
        ];
        for (values, status) in cases {
            assert_eq!(referral_with(values).status(today), Some(status), "{values:?}");
        }
    }

    #[test]
    fn due_today_is_open() {
        let due = |day| Record::new(Kind::FollowUp).with(follow_up::DUE, Value::Date(parse_date(day).unwrap()));
        let today = parse_date("2010-05-05").unwrap();
        assert_eq!(due("2010-05-05").status(today), Some("open"));
        assert_eq!(due("2010-05-04").status(today), Some("overdue"));
        let done = due("2010-05-04").with(follow_up::DONE, Value::Date(today));
        assert_eq!(done.status(today), Some("done"));
    }

    #[test]
    fn what_keeps_a_record_from_being_saved() {
        let date = |text| Value::Date(parse_date(text).unwrap());
        assert_eq!(Record::new(Kind::Contact).problems(), [(contact::AT, Problem::Required)]);
        let activity = Record::new(Kind::Activity)
            .with(activity::START, date("2010-02-02"))
            .with(activity::END, date("2010-02-01"));
        assert_eq!(activity.problems(), [(activity::END, Problem::Order { later: "start" })]);
    }
}
