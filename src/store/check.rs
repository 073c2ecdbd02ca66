//! What must hold after a change, checked before it is confirmed: values, codes, links, meetings, deletions.

use super::error::{Error, Fault, Subject};
use super::read::Referring;
use super::rows::Rows;
use crate::domain::{Edit, Kind, Limit, List, ListValue, Lists, Problem, Record, Ref, Type, Value, field::contact};
use rusqlite::Connection;
use std::collections::HashSet;

/// Lists and the project are changed as the contract allows: only lists that can be, every value with its own code,
/// nothing longer than its limit.
///
/// # Errors
/// `FixedList`, `ListCode`, `TooLong`.
pub fn settings(edits: &[Edit]) -> Result<(), Error> {
    edits.iter().try_for_each(|edit| match edit {
        Edit::List { list, after, .. } => values(*list, after),
        Edit::Project { after, .. } => match Limit::PROJECT.holds(&after.to_json()) {
            true => Ok(()),
            false => Err(Error::TooLong { subject: Subject::Project, limit: Limit::PROJECT }),
        },
        Edit::Record { .. } => Ok(()),
    })
}

fn values(list: List, after: &[ListValue]) -> Result<(), Error> {
    if !list.is_extendable() {
        return Err(Error::FixedList { list });
    }
    let mut codes = HashSet::new();
    for ListValue { code, sv, en, .. } in after {
        let plain = !code.is_empty() && code.chars().all(|c| c.is_lowercase() || c.is_ascii_digit() || c == '_');
        if !plain || !codes.insert(code) {
            return Err(Error::ListCode { list, code: code.clone() });
        }
        if ![code, sv, en].into_iter().all(|text| Limit::LINE.holds(text)) {
            return Err(Error::TooLong { subject: Subject::List(list), limit: Limit::LINE });
        }
    }
    Ok(())
}

/// Everything that must hold of the records and lists that a change has made, in its transaction.
///
/// # Errors
/// `Rejected` with every fault; `Referred`; `CodeInUse`.
pub fn made(connection: &Connection, edits: &[Edit], lists: &Lists) -> Result<(), Error> {
    let mut rows = Rows::new(connection);
    let mut meetings = Meetings { good: HashSet::new() };
    let mut referring = Referring::new(connection);
    let mut faults = Vec::new();
    for (place, edit) in edits.iter().enumerate() {
        match edit {
            Edit::Record { after: Some(after), .. } => {
                let mut found = after.problems();
                found.extend(unknown_codes(after, lists));
                found.extend(missing_links(after, &mut rows)?);
                if found.is_empty() && !meetings.end(after, &mut rows)? {
                    found.push((contact::MEETING, Problem::MeetingCycle));
                }
                // An edit that a later one of the same change has overtaken need not hold.
                if !found.is_empty() && stands(after, &mut rows)? {
                    let fault = |(field, problem)| Fault { edit: place, kind: after.kind, field, problem };
                    faults.extend(found.into_iter().map(fault));
                }
            }
            Edit::Record { before: Some(before), after: None } => {
                let Some(own) = before.own_ref() else { continue };
                let by = referring.to(before.kind, own)?;
                if !by.is_empty() && rows.row(before.kind, own)?.is_none() {
                    return Err(Error::Referred { kind: before.kind, deleted: own.clone(), by });
                }
            }
            Edit::List { list, before, .. } => codes_in_use(connection, *list, before, lists)?,
            Edit::Record { .. } | Edit::Project { .. } => {}
        }
    }
    if faults.is_empty() { Ok(()) } else { Err(Error::Rejected(faults)) }
}

fn stands(record: &Record, rows: &mut Rows) -> Result<bool, Error> {
    let Some(own) = record.own_ref() else { return Ok(false) };
    Ok(rows.find(record.kind, own)?.is_some_and(|(_, standing)| standing == *record))
}

fn unknown_codes<'a>(record: &'a Record, lists: &'a Lists) -> impl Iterator<Item = (usize, Problem)> + 'a {
    let fields = record.kind.fields().iter().zip(&record.values).enumerate();
    fields.filter_map(|(i, (field, value))| Some((i, lists.check(field.ty, value).err()?)))
}

fn missing_links(record: &Record, rows: &mut Rows) -> Result<Vec<(usize, Problem)>, Error> {
    let mut found = Vec::new();
    for (field, kind, link) in record.links() {
        if rows.row(kind, link)?.is_none() {
            found.push((field, Problem::NoSuchRef { given: link.to_string() }));
        }
    }
    Ok(found)
}

/// The contacts whose meeting is known to come to an end: to a contact that stands for itself.
struct Meetings {
    good: HashSet<Ref>,
}

impl Meetings {
    /// Follows a contact's meeting to its end; false if it comes round to a contact it has passed.
    fn end(&mut self, record: &Record, rows: &mut Rows) -> Result<bool, Error> {
        let mut passed = HashSet::new();
        let mut at = record.clone();
        while let (Some(own), Some(Value::Link(meeting))) = (at.own_ref(), meeting_of(&at)) {
            if meeting == own || self.good.contains(meeting) {
                break;
            }
            if !passed.insert(own.clone()) {
                return Ok(false);
            }
            match rows.find(Kind::Contact, meeting)? {
                Some((_, next)) => at = next,
                None => break,
            }
        }
        self.good.extend(passed);
        Ok(true)
    }
}

fn meeting_of(record: &Record) -> Option<&Value> {
    if record.kind == Kind::Contact { record.values.get(contact::MEETING) } else { None }
}

/// Codes that went out of a list must stand in no record.
fn codes_in_use(connection: &Connection, list: List, before: &[ListValue], lists: &Lists) -> Result<(), Error> {
    let gone = before.iter().map(|v| v.code.as_str()).filter(|code| lists.value(list, code).is_none());
    for code in gone {
        for kind in Kind::ALL {
            for field in kind.fields() {
                let holds = match field.ty {
                    Type::Code(of) if of == list => format!("\"{}\" = ?", field.code),
                    Type::Codes(of) if of == list => {
                        format!("instr(';' || \"{}\" || ';', ';' || ? || ';')", field.code)
                    }
                    _ => continue,
                };
                let sql = format!("SELECT EXISTS (SELECT 1 FROM {} WHERE {holds})", kind.table());
                if connection.query_row(&sql, [code], |row| row.get(0))? {
                    return Err(Error::CodeInUse { list, code: code.to_owned() });
                }
            }
        }
    }
    Ok(())
}
