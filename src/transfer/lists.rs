//! lists.csv: the value lists that can be extended, as they stand.

use super::fault::{Fault, What};
use super::formula::disarm;
use super::rows::csv_writer;
use super::table::{self, Columns, TableRow};
use crate::domain::lists::is_code;
use crate::domain::{Edit, List, ListValue, Lists, Meant, Type, Value};
use std::io::{self, Write};

const COLUMNS: [&str; 5] = ["list", "code", "label_sv", "label_en", "retired"];

/// The values of one import's lists.csv files, each with its place.
#[derive(Default)]
pub struct GivenLists {
    values: Vec<Given>,
}

struct Given {
    list: List,
    value: ListValue,
    file: String,
    line: usize,
}

impl GivenLists {
    /// Reads a lists.csv. Whether all of it could be read is the answer.
    pub fn read(&mut self, file: &str, bytes: &[u8], faults: &mut Vec<Fault>) -> bool {
        let told = faults.len();
        let columns = Columns { read: &COLUMNS, passed_by: &[] };
        let complete = table::read(file, bytes, &columns, faults, |row, faults| {
            if !row.sound {
                return;
            }
            let line = row.line;
            match read_value(&row) {
                Ok((list, value)) => self.add(Given { list, value, file: file.to_owned(), line }, faults),
                Err(wrong) => {
                    faults.extend(wrong.into_iter().map(|(column, what)| Fault::at(file, line, column, what)));
                }
            }
        });
        complete && faults.len() == told
    }

    fn add(&mut self, given: Given, faults: &mut Vec<Fault>) {
        let same = |other: &&Given| other.list == given.list && other.value.code == given.value.code;
        match self.values.iter().find(same) {
            Some(first) => {
                faults.push(Fault::at(&given.file, given.line, "code", What::DoubledValue { line: first.line }));
            }
            None => self.values.push(given),
        }
    }

    /// The lists as they stand with the given values, and the edits that make them so.
    ///
    /// The rows give the order; values that the file lacks keep theirs, before them. A value that stands with other
    /// content is a fault, unless `update`, or unless it stands as the program came with it.
    pub fn merge(self, standing: &Lists, update: bool, faults: &mut Vec<Fault>) -> (Lists, Vec<Edit>) {
        let built_in = Lists::default();
        let mut lists = standing.clone();
        let mut edits = Vec::new();
        for list in List::ALL {
            let given: Vec<_> = self.values.iter().filter(|given| given.list == list).collect();
            for given in &given {
                let code = &given.value.code;
                if let Some(stands) = standing.value(list, code)
                    && *stands != given.value
                    && !update
                    && built_in.value(list, code) != Some(stands)
                {
                    faults.push(Fault::at(
                        &given.file,
                        given.line,
                        difference(stands, &given.value),
                        What::ValueDiffers,
                    ));
                }
            }
            let before = standing.values(list);
            let lacking = before.iter().filter(|value| given.iter().all(|given| given.value.code != value.code));
            let after: Vec<_> = lacking.chain(given.iter().map(|given| &given.value)).cloned().collect();
            if after != before {
                lists.set(list, after.clone());
                edits.push(Edit::List { list, before: before.to_vec(), after });
            }
        }
        (lists, edits)
    }
}

/// The first column in which two values of one code differ.
fn difference(one: &ListValue, other: &ListValue) -> &'static str {
    match () {
        _ if one.sv != other.sv => COLUMNS[2],
        _ if one.en != other.en => COLUMNS[3],
        _ => COLUMNS[4],
    }
}

/// The value of a row, or what is wrong with it by column.
fn read_value(row: &TableRow<'_>) -> Result<(List, ListValue), Vec<(&'static str, What)>> {
    let mut wrong = Vec::new();
    // A cell that could not be read has its fault already.
    let [list, code, sv, en, retired] = &row.cells[..] else { return Err(wrong) };
    let (Some(list), Some(code), Some(sv), Some(en), Some(retired)) = (list, code, sv, en, retired) else {
        return Err(wrong);
    };
    let mut parse = |i: usize, ty, text: &str| {
        Value::parse(ty, text).unwrap_or_else(|problem| {
            wrong.push((COLUMNS[i], What::Value(problem)));
            Value::Empty
        })
    };
    let (sv, en) = (parse(2, Type::Line, sv), parse(3, Type::Line, en));
    let retired = parse(4, Type::Flag, retired).flag().unwrap_or_default();
    let found = List::from_code(list);
    let given = list.trim().to_owned();
    match found {
        None => {
            let meant = Meant::among(&given, List::ALL.into_iter().filter(|l| l.is_extendable()).map(List::code));
            wrong.push((COLUMNS[0], What::UnknownList { given, meant }));
        }
        Some(list) if !list.is_extendable() => wrong.push((COLUMNS[0], What::FixedList { given })),
        Some(_) => {}
    }
    let code = code.trim();
    if !is_code(code) {
        wrong.push((COLUMNS[1], What::NotACode { given: code.to_owned() }));
    }
    let value = ListValue { code: code.to_owned(), sv: sv.text().to_owned(), en: en.text().to_owned(), retired };
    found.filter(|_| wrong.is_empty()).map(|list| (list, value)).ok_or(wrong)
}

/// Writes lists.csv.
///
/// # Errors
/// `out` could not be written.
pub fn write(lists: &Lists, out: impl Write) -> io::Result<()> {
    let mut csv = csv_writer(out);
    csv.write_record(COLUMNS)?;
    for list in List::ALL.into_iter().filter(|list| list.is_extendable()) {
        for value in lists.values(list) {
            let retired = if value.retired { "true" } else { "false" };
            let cells = [list.code(), &value.code, &value.sv, &value.en, retired];
            csv.write_record(cells.map(disarm).iter().map(|cell| cell.as_bytes()))?;
        }
    }
    csv.flush()
}
