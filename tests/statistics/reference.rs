//! The slow, plain count that the program's figures are compared with: contract sections 3 to 5, rule by rule.
//!
//! For every record and every term it decides anew; for every cell it filters again with the cell's terms added.

use crate::calendar::Period;
use crate::filter::Term;
use crate::log::{Log, Row, get};
use chrono::NaiveDate;
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

/// A question: what is counted, by what, when and of which records.
#[derive(Clone, Debug)]
pub struct Question {
    /// The measure's code: `referred_persons`.
    pub measure: String,
    pub rows: Option<String>,
    pub columns: Option<String>,
    pub period: Period,
    pub filter: Vec<Term>,
}

/// The figures. Without rows or columns there is one row or one column, and no codes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    pub from: Option<NaiveDate>,
    pub to: Option<NaiveDate>,
    pub rows: Vec<String>,
    pub columns: Vec<String>,
    pub cells: Vec<Vec<u64>>,
    pub row_totals: Vec<u64>,
    pub column_totals: Vec<u64>,
    pub total: u64,
    pub without_person: u64,
    pub without_value: u64,
}

/// The table whose records a measure looks at.
pub fn table_of(measure: &str) -> &'static str {
    match measure {
        "referrals" | "referred_persons" => "referrals",
        "follow_ups" => "follow_ups",
        "activities" | "audience" => "activities",
        "matters" => "matters",
        "organisations" => "organisations",
        _ => "contacts",
    }
}

/// Counts.
pub fn answer<'a>(log: &'a Log, question: &'a Question) -> Answer {
    let count = Count::new(log, question);
    let matching: Vec<&Row> = count.matching();
    let rows = question.rows.as_ref().map(|key| count.axis(key, &count.counted(&matching)));
    let columns = question.columns.as_ref().map(|key| count.axis(key, &count.counted(&matching)));
    let parts = |key: &Option<String>, codes: &Option<Vec<String>>| match (key, codes) {
        (Some(key), Some(codes)) => {
            codes.iter().map(|code| count.holding(&matching, &Term::is(key, code))).collect::<Vec<_>>()
        }
        _ => vec![matching.clone()],
    };
    let (in_rows, in_columns) = (parts(&question.rows, &rows), parts(&question.columns, &columns));
    let both = |row: &Vec<&'a Row>, column: &Vec<&'a Row>| {
        let common: Vec<&Row> = row.iter().copied().filter(|r| column.iter().any(|c| std::ptr::eq(*r, *c))).collect();
        count.number(&common)
    };
    Answer {
        from: count.from,
        to: count.to,
        cells: in_rows.iter().map(|row| in_columns.iter().map(|column| both(row, column)).collect()).collect(),
        row_totals: in_rows.iter().map(|row| count.number(row)).collect(),
        column_totals: in_columns.iter().map(|column| count.number(column)).collect(),
        total: count.number(&matching),
        without_person: count.without_person(&matching),
        without_value: count.without_value(&matching),
        rows: rows.unwrap_or_default(),
        columns: columns.unwrap_or_default(),
    }
}

/// The refs of what is counted: contacts, heads of meetings, the lowest ref of each person, and so on.
pub fn records(log: &Log, question: &Question) -> BTreeSet<String> {
    let count = Count::new(log, question);
    count.things(&count.matching())
}

/// One question on one log, its period's ends found.
pub struct Count<'a> {
    pub log: &'a Log,
    pub question: &'a Question,
    pub table: &'static str,
    /// The period's first day, an open end found.
    pub from: Option<NaiveDate>,
    /// The period's last day, an open end found.
    pub to: Option<NaiveDate>,
    /// Stretches of time read before, by their text: reading one is walking days.
    stretches: RefCell<BTreeMap<String, Period>>,
}

impl<'a> Count<'a> {
    fn new(log: &'a Log, question: &'a Question) -> Count<'a> {
        let table = table_of(&question.measure);
        let columns: &[&str] = match table {
            "referrals" => &["date"],
            "follow_ups" => &["due"],
            "activities" => &["start", "end"],
            "matters" => &["opened", "closed"],
            _ => &["at"],
        };
        let days = log.table(table).iter().flat_map(|row| columns.iter().filter_map(|column| date(get(row, column))));
        let (from, to) = (days.clone().min(), days.max());
        let Period { from: given_from, to: given_to, .. } = question.period;
        // An open end stays open when all records lie on the other side of the end that is given.
        let from = given_from.or(from.filter(|first| given_to.is_none_or(|to| *first <= to)));
        let to = given_to.or(to.filter(|last| given_from.is_none_or(|from| from <= *last)));
        Count { log, question, table, from, to, stretches: RefCell::default() }
    }

    /// The records of the measure that fall in the period and hold all terms of the filter.
    fn matching(&self) -> Vec<&'a Row> {
        let all = self.log.table(self.table).iter();
        let counted = all.filter(|row| self.belongs(row) && self.in_period(row));
        counted.filter(|row| self.question.filter.iter().all(|term| self.holds(row, term))).collect()
    }

    fn holding(&self, rows: &[&'a Row], term: &Term) -> Vec<&'a Row> {
        rows.iter().copied().filter(|row| self.holds(row, term)).collect()
    }

    /// Whether the measure counts such a record at all.
    fn belongs(&self, row: &Row) -> bool {
        let reached = get(row, "reached") != "false";
        match self.question.measure.as_str() {
            "contacts" | "meetings" | "persons" | "minutes" => reached,
            "attempts" => !reached,
            "interviews" => !get(row, "interview").is_empty(),
            _ => true,
        }
    }

    /// Those of the records that count: where people are counted, those with a person.
    fn counted(&self, rows: &[&'a Row]) -> Vec<&'a Row> {
        let people = matches!(self.question.measure.as_str(), "persons" | "referred_persons");
        rows.iter().copied().filter(|row| !people || !get(row, "person").is_empty()).collect()
    }

    /// What the measure counts among these records, by ref.
    fn things(&self, rows: &[&'a Row]) -> BTreeSet<String> {
        let counted = self.counted(rows).into_iter();
        match self.question.measure.as_str() {
            "persons" | "referred_persons" => {
                counted.map(|row| self.log.group(get(row, "person")).to_owned()).collect()
            }
            "meetings" | "minutes" => counted.map(|row| self.head(row)).collect(),
            _ => counted.map(|row| get(row, "ref").to_owned()).collect(),
        }
    }

    /// The figure for these records.
    fn number(&self, rows: &[&'a Row]) -> u64 {
        match self.question.measure.as_str() {
            "minutes" => self.meetings(rows).values().flatten().sum(),
            "audience" => rows.iter().filter_map(|row| number(get(row, "audience"))).sum(),
            _ => self.things(rows).len() as u64,
        }
    }

    /// The meetings among these contacts, each with the longest of the minutes given.
    fn meetings(&self, rows: &[&Row]) -> BTreeMap<String, Option<u64>> {
        let mut meetings: BTreeMap<String, Option<u64>> = BTreeMap::new();
        for row in rows {
            let longest = meetings.entry(self.head(row)).or_default();
            *longest = (*longest).max(number(get(row, "minutes")));
        }
        meetings
    }

    /// The contact at the end of the chain, which stands for the meeting.
    fn head(&self, contact: &Row) -> String {
        match get(contact, "meeting") {
            "" => get(contact, "ref").to_owned(),
            next => self.log.find("contacts", next).map_or(next.to_owned(), |row| self.head(row)),
        }
    }

    fn without_person(&self, rows: &[&'a Row]) -> u64 {
        (rows.len() - self.counted(rows).len()) as u64
    }

    fn without_value(&self, rows: &[&Row]) -> u64 {
        match self.question.measure.as_str() {
            "minutes" => self.meetings(rows).values().filter(|minutes| minutes.is_none()).count() as u64,
            "audience" => rows.iter().filter(|row| get(row, "audience").is_empty()).count() as u64,
            _ => 0,
        }
    }

    /// The first and last day of a record, the whole calendar where an end is open.
    fn days(&self, row: &Row) -> (NaiveDate, NaiveDate) {
        let column = |name| date(get(row, name));
        let one = |day: Option<NaiveDate>| (day.unwrap_or(NaiveDate::MAX), day.unwrap_or(NaiveDate::MIN));
        match self.table {
            "referrals" => one(column("date")),
            "follow_ups" => one(column("due")),
            "activities" => (one(column("start")).0, column("end").unwrap_or(one(column("start")).1)),
            "organisations" => (NaiveDate::MIN, NaiveDate::MAX),
            "matters" => (column("opened").unwrap_or(NaiveDate::MIN), column("closed").unwrap_or(NaiveDate::MAX)),
            _ => one(column("at")),
        }
    }

    fn in_period(&self, row: &Row) -> bool {
        let (first, last) = self.days(row);
        first <= self.to.unwrap_or(NaiveDate::MAX) && last >= self.from.unwrap_or(NaiveDate::MIN)
    }

    /// Whether a day of the record that lies in the period is one from `from` to `to`.
    pub fn has_day(&self, row: &Row, from: NaiveDate, to: NaiveDate) -> bool {
        let (first, last) = self.days(row);
        let first = first.max(from).max(self.from.unwrap_or(NaiveDate::MIN));
        first <= last.min(to).min(self.to.unwrap_or(NaiveDate::MAX))
    }

    /// A date or a stretch of time as a term or a column names it.
    pub fn stretch(&self, text: &str) -> Period {
        let read = || Period::read(text, self.log.today).unwrap_or_else(|| panic!("not a date: {text}"));
        *self.stretches.borrow_mut().entry(text.to_owned()).or_insert_with(read)
    }

    /// The day of a record that has one day only.
    pub fn day(&self, row: &Row) -> NaiveDate {
        self.days(row).0
    }
}

/// The day of a date, or of a date with a time.
pub fn date(text: &str) -> Option<NaiveDate> {
    text.get(..10)?.parse().ok()
}

pub fn number(text: &str) -> Option<u64> {
    text.parse().ok()
}
