//! The records of one CSV file.

use super::fault::{Fault, What};
use super::organisations::Organisations;
use super::table::{self, Columns, TableRow};
use crate::domain::{Kind, Lists, Record, Ref, Type, Value};

/// A record as it was read.
pub struct Row {
    pub record: Record,
    /// The number of the file among the import's files.
    pub file: usize,
    pub line: usize,
    /// Whether a fault of it has been told; what could not be read is empty.
    pub faulty: bool,
}

/// What the reading of records needs to know.
pub struct Context<'c> {
    /// The lists as they stand after this import; `None` if they are not known.
    pub lists: Option<&'c Lists>,
    pub organisations: &'c mut Organisations,
}

/// The names of the columns of a kind's file, less the derived ones.
pub fn column_names(kind: Kind) -> Vec<&'static str> {
    kind.fields().iter().map(|field| field.code).collect()
}

/// Reads the records of a file. Whether all of them could be read is the answer.
pub fn read(
    kind: Kind,
    (number, file): (usize, &str),
    bytes: &[u8],
    context: &mut Context<'_>,
    rows: &mut Vec<Row>,
    faults: &mut Vec<Fault>,
) -> bool {
    let names = column_names(kind);
    let passed_by: &[&str] = if kind.has_status() { &["status"] } else { &[] };
    table::read(file, bytes, &Columns { read: &names, passed_by }, faults, |row, faults| {
        let line = row.line;
        let (record, faulty) = record(kind, file, row, context, faults);
        rows.push(Row { record, file: number, line, faulty });
    })
}

fn record(
    kind: Kind,
    file: &str,
    row: TableRow<'_>,
    context: &mut Context<'_>,
    faults: &mut Vec<Fault>,
) -> (Record, bool) {
    let fields = kind.fields();
    let mut wrong = vec![false; fields.len()];
    let mut record = Record::new(kind);
    if !row.sound {
        // Only the ref is read, so that what names this record is no further fault.
        if let Some(Some(Ok(value))) = row.cells.first().map(|c| c.as_ref().map(|c| Value::parse(Type::Ref, c))) {
            record = record.with(0, value);
        }
        return (record, true);
    }
    let mut tell = |wrong: &mut [bool], i: usize, what| {
        faults.push(Fault::at(file, row.line, fields[i].code, what));
        wrong[i] = true;
    };
    for (i, cell) in row.cells.iter().enumerate() {
        match cell.as_ref().map(|text| value(fields[i].ty, text, context)) {
            Some(Ok(value)) => record.values[i] = value,
            Some(Err(what)) => tell(&mut wrong, i, what),
            None => wrong[i] = true,
        }
    }
    for (i, problem) in record.problems() {
        if !wrong[i] {
            tell(&mut wrong, i, What::Value(problem));
        }
    }
    (record, wrong.contains(&true))
}

fn value(ty: Type, text: &str, context: &mut Context<'_>) -> Result<Value, What> {
    match ty {
        Type::Link(Kind::Organisation) => match context.organisations.find(text)? {
            Some(organisation) => Ok(Value::Link(organisation)),
            None => Ok(Value::Empty),
        },
        Type::Links(Kind::Organisation) => {
            let mut found: Vec<Ref> = Vec::new();
            for name in text.split(';') {
                match context.organisations.find(name)? {
                    Some(organisation) if !found.contains(&organisation) => found.push(organisation),
                    _ => {}
                }
            }
            Ok(if found.is_empty() { Value::Empty } else { Value::Links(found) })
        }
        _ => {
            let value = Value::parse(ty, text).map_err(What::Value)?;
            context.lists.map_or(Ok(()), |lists| lists.check(ty, &value)).map_err(What::Value)?;
            Ok(value)
        }
    }
}
