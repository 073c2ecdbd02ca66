//! What holds between the records of an import and those that stand: refs once, links to what there is, no meeting
//! that points round in a ring.

use super::existing::Existing;
use super::fault::{Fault, What};
use super::records::Row;
use crate::domain::field::contact;
use crate::domain::{Kind, Problem, Ref};
use std::collections::{HashMap, HashSet};

/// The records of an import by kind and ref; of a ref that stands twice the first.
pub struct Index<'r> {
    rows: &'r [Row],
    places: HashMap<(Kind, &'r Ref), usize>,
}

impl<'r> Index<'r> {
    /// Finds every record's place, and tells the refs that stand twice.
    pub fn new(rows: &'r [Row], files: &[String], faults: &mut Vec<Fault>) -> Index<'r> {
        let mut places = HashMap::with_capacity(rows.len());
        for (i, row) in rows.iter().enumerate() {
            let Some(own) = row.record.own_ref() else { continue };
            if let Some(&first) = places.get(&(row.record.kind, own)) {
                let first: &Row = &rows[first];
                let what = What::DoubledRef { file: files[first.file].clone(), line: first.line };
                faults.push(Fault::at(&files[row.file], row.line, row.record.kind.fields()[0].code, what));
            } else {
                places.insert((row.record.kind, own), i);
            }
        }
        Index { rows, places }
    }

    fn get(&self, kind: Kind, r: &Ref) -> Option<&'r Row> {
        self.places.get(&(kind, r)).map(|&i| &self.rows[i])
    }

    /// Tells every link to a record that is neither in the import nor in the store. Kinds of which some records could
    /// not be read are left out; links to organisations are found as they are read.
    ///
    /// # Errors
    /// The store could not be read.
    pub fn check_links<E: Existing>(
        &self,
        existing: &E,
        files: &[String],
        incomplete: &HashSet<Kind>,
        faults: &mut Vec<Fault>,
    ) -> Result<(), E::Error> {
        let missing = |(_, kind, r): &(usize, Kind, &Ref)| {
            *kind != Kind::Organisation && !incomplete.contains(kind) && !self.places.contains_key(&(*kind, *r))
        };
        let outside: HashSet<(Kind, &Ref)> =
            self.rows.iter().flat_map(|row| row.record.links()).filter(missing).map(|(_, kind, r)| (kind, r)).collect();
        let mut standing: HashSet<(Kind, Ref)> = HashSet::new();
        for kind in Kind::ALL {
            let refs: Vec<Ref> = outside.iter().filter(|(k, _)| *k == kind).map(|(_, r)| (*r).clone()).collect();
            let found = if refs.is_empty() { Vec::new() } else { existing.fetch(kind, &refs)? };
            standing.extend(found.iter().filter_map(|record| Some((kind, record.own_ref()?.clone()))));
        }
        for row in self.rows {
            for (i, kind, r) in row.record.links().filter(missing) {
                if !standing.contains(&(kind, r.clone())) {
                    let field = &row.record.kind.fields()[i];
                    let what = What::Value(Problem::NoSuchRef { given: r.to_string() });
                    faults.push(Fault::at(&files[row.file], row.line, field.code, what));
                }
            }
        }
        Ok(())
    }

    /// Tells every contact of the import that belongs to a ring of contacts, each said to be the same meeting as the
    /// next. One that names itself is the head of its meeting.
    ///
    /// # Errors
    /// The store could not be read.
    pub fn check_meetings<E: Existing>(
        &self,
        existing: &E,
        files: &[String],
        faults: &mut Vec<Fault>,
    ) -> Result<(), E::Error> {
        let mut followed: HashSet<Ref> = HashSet::new();
        for row in self.rows.iter().filter(|row| row.record.kind == Kind::Contact) {
            // The contacts from this one on, as far as they have not been followed before.
            let mut chain: Vec<Ref> = Vec::new();
            let mut next = row.record.own_ref().cloned();
            while let Some(contact) = next {
                if !followed.insert(contact.clone()) {
                    let start = chain.iter().position(|c| *c == contact).unwrap_or(chain.len());
                    self.tell_ring(&chain[start..], files, faults);
                    break;
                }
                next = self.meeting(existing, &contact)?.filter(|head| *head != contact);
                chain.push(contact);
            }
        }
        Ok(())
    }

    fn meeting<E: Existing>(&self, existing: &E, r: &Ref) -> Result<Option<Ref>, E::Error> {
        let head = |record: &crate::domain::Record| record.values[contact::MEETING].link().cloned();
        Ok(match self.get(Kind::Contact, r) {
            Some(row) => head(&row.record),
            None => existing.fetch(Kind::Contact, std::slice::from_ref(r))?.first().and_then(head),
        })
    }

    fn tell_ring(&self, ring: &[Ref], files: &[String], faults: &mut Vec<Fault>) {
        let field = &Kind::Contact.fields()[contact::MEETING];
        for row in ring.iter().filter_map(|r| self.get(Kind::Contact, r)) {
            let what = What::Value(Problem::MeetingCycle);
            faults.push(Fault::at(&files[row.file], row.line, field.code, what));
        }
    }
}
