//! Import: all files read and checked, all faults told, and one change out of them (contract section 3).

use super::Content;
use super::existing::Existing;
use super::fault::{Fault, What};
use super::links::Index;
use super::lists::GivenLists;
use super::organisations::Organisations;
use super::plan::{Counts, Plan};
use super::project::GivenProject;
use super::records::{self, Context, Row};
use super::source::{SourceFile, Sources};
use crate::domain::{Action, Change, Edit, Kind, Lists, Record, Ref};
use std::collections::{BTreeMap, HashSet};

/// Reads an indicator's filter: the change as far as it has no faults (its lists and age groups give the codes that a
/// filter may use), the measure's code and the filter. What is wrong, in words.
pub type FilterCheck<'c> = dyn Fn(&Change, &str, &str) -> Result<(), String> + 'c;

/// Why nothing was imported.
#[derive(Debug)]
pub enum Refused<E> {
    /// Everything that is wrong with the files, by file and line. At least one.
    Faults(Vec<Fault>),
    /// The store could not be read.
    Existing(E),
}

impl<E> From<E> for Refused<E> {
    fn from(e: E) -> Self {
        Refused::Existing(e)
    }
}

/// The order in which records are read and written: what others name comes before them.
const ORDER: [Kind; 8] = [
    Kind::Organisation,
    Kind::Person,
    Kind::Matter,
    Kind::Contact,
    Kind::Referral,
    Kind::FollowUp,
    Kind::Activity,
    Kind::Relation,
];

/// How many records that stand are held at a time to be compared.
const CHUNK: usize = 10_000;

/// Reads files into one change of what stands. With `update`, records, list values and a project that stand with other
/// content are changed; without it they are faults.
///
/// # Errors
/// Every fault of the files, or why the store could not be read.
pub fn import<E: Existing>(
    sources: Sources,
    existing: &E,
    update: bool,
    check_filter: &FilterCheck<'_>,
) -> Result<Plan, Refused<E::Error>> {
    let names: Vec<String> = sources.files.iter().map(|file| file.name.clone()).collect();
    let mut faults = Vec::new();
    let mut files = sort(sources.files, &mut faults);
    let mut edits = Vec::new();

    let lists = read_lists(&mut files, existing.lists(), update, &mut edits, &mut faults);
    let project = read_project(&mut files, &mut faults);
    edits.extend(project.as_ref().and_then(|given| given.merge(existing.project(), update, &mut faults)));
    let Records { rows, made, incomplete } = read_records(files, existing, lists.as_ref(), &mut faults)?;

    let index = Index::new(&rows, &names, &mut faults);
    index.check_links(existing, &names, &incomplete, &mut faults)?;
    index.check_meetings(existing, &names, &mut faults)?;

    let made_organisations: Vec<_> = made.iter().filter_map(name).collect();
    let mut counts: BTreeMap<Kind, Counts> = BTreeMap::new();
    for record in made {
        counts.entry(Kind::Organisation).or_default().added += 1;
        edits.push(Edit::Record { before: None, after: Some(record) });
    }
    for_each_with_standing(rows, existing, |row, before| {
        let counts = counts.entry(row.record.kind).or_default();
        match &before {
            None => counts.added += 1,
            Some(before) if *before == row.record => {
                counts.skipped += 1;
                return;
            }
            Some(before) => {
                counts.changed += 1;
                if !update {
                    let column = row.record.kind.fields()[difference(before, &row.record)].code;
                    faults.push(Fault::at(&names[row.file], row.line, column, What::Differs));
                }
            }
        }
        edits.push(Edit::Record { before, after: Some(row.record) });
    })?;
    let change = Change { action: Action::Import, edits };
    if let Some(project) = &project {
        // Codes that could not be read are no faults of the filters that use them.
        let check_filter = if lists.is_some() { check_filter } else { &|_: &Change, _: &str, _: &str| Ok(()) };
        project.check_views(&mut faults);
        project.check_indicators(&change, check_filter, &mut faults);
    }
    if faults.is_empty() {
        return Ok(Plan {
            change,
            counts: counts.into_iter().collect(),
            made_organisations,
            not_read: sources.not_read,
        });
    }
    faults.sort_by_cached_key(|fault| (names.iter().position(|name| *name == fault.file), fault.line));
    Err(Refused::Faults(faults))
}

/// A file with its number among those named.
type Numbered = (usize, SourceFile);

/// The files by what they hold.
#[derive(Default)]
struct Files {
    lists: Vec<Numbered>,
    project: Vec<Numbered>,
    records: Vec<(Kind, Numbered)>,
}

fn sort(sources: Vec<SourceFile>, faults: &mut Vec<Fault>) -> Files {
    let mut files = Files::default();
    for numbered in sources.into_iter().enumerate() {
        match Content::of_path(&numbered.1.name) {
            Some(Content::Records(kind)) => files.records.push((kind, numbered)),
            Some(Content::Lists) => files.lists.push(numbered),
            Some(Content::Project) => files.project.push(numbered),
            None => faults.push(Fault::of_file(&numbered.1.name, What::UnknownFile)),
        }
    }
    files.records.sort_by_key(|(kind, _)| ORDER.iter().position(|k| k == kind));
    files
}

/// The lists as they stand after the import; `None` if they could not be read.
fn read_lists(
    files: &mut Files,
    standing: &Lists,
    update: bool,
    edits: &mut Vec<Edit>,
    faults: &mut Vec<Fault>,
) -> Option<Lists> {
    let mut given = GivenLists::default();
    let mut complete = true;
    for (_, file) in files.lists.drain(..) {
        complete &= given.read(&file.name, &file.bytes, faults);
    }
    let (lists, changed) = given.merge(standing, update, faults);
    edits.extend(changed);
    complete.then_some(lists)
}

fn read_project(files: &mut Files, faults: &mut Vec<Fault>) -> Option<GivenProject> {
    let mut project = None;
    for (i, (_, file)) in files.project.drain(..).enumerate() {
        if i == 0 {
            project = GivenProject::read(&file.name, &file.bytes, faults);
        } else {
            faults.push(Fault::of_file(&file.name, What::SecondProject));
        }
    }
    project
}

/// All that was read from the files of records.
struct Records {
    rows: Vec<Row>,
    /// Organisations made from names.
    made: Vec<Record>,
    /// The kinds of which some records could not be read.
    incomplete: HashSet<Kind>,
}

fn read_records<E: Existing>(
    files: Files,
    existing: &E,
    lists: Option<&Lists>,
    faults: &mut Vec<Fault>,
) -> Result<Records, E::Error> {
    let mut organisations = Organisations::of(existing)?;
    let mut rows = Vec::new();
    let mut incomplete = HashSet::new();
    let mut organisations_added = false;
    for (kind, (number, file)) in files.records {
        if kind != Kind::Organisation && !organisations_added {
            organisations.add(&mut rows, !incomplete.contains(&Kind::Organisation));
            organisations_added = true;
        }
        let mut context = Context { lists, organisations: &mut organisations };
        if !records::read(kind, (number, &file.name), &file.bytes, &mut context, &mut rows, faults) {
            incomplete.insert(kind);
        }
    }
    Ok(Records { rows, made: organisations.into_made(), incomplete })
}

/// Hands over the rows without faults, each with the record that stands with its ref.
fn for_each_with_standing<E: Existing>(
    rows: Vec<Row>,
    existing: &E,
    mut each: impl FnMut(Row, Option<Record>),
) -> Result<(), E::Error> {
    let mut rows = rows.into_iter().filter(|row| !row.faulty).peekable();
    while let Some(kind) = rows.peek().map(|row| row.record.kind) {
        let chunk: Vec<Row> = std::iter::from_fn(|| rows.next_if(|row| row.record.kind == kind)).take(CHUNK).collect();
        let refs: Vec<Ref> = chunk.iter().filter_map(|row| row.record.own_ref().cloned()).collect();
        let mut standing = existing.fetch(kind, &refs)?.into_iter().peekable();
        for row in chunk {
            let before = standing.next_if(|standing| standing.own_ref() == row.record.own_ref());
            each(row, before);
        }
    }
    Ok(())
}

/// The first field in which two records of one kind differ.
fn difference(one: &Record, other: &Record) -> usize {
    one.values.iter().zip(&other.values).position(|(a, b)| a != b).unwrap_or_default()
}

fn name(record: &Record) -> Option<String> {
    record.kind.name_field().map(|i| record.values[i].text().to_owned())
}
