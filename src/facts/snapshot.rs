//! All facts as bytes, to be kept beside the records they come from, and back. A snapshot says nothing of its own: it is
//! what filling in the records gives, only sooner.

use super::Facts;
use super::packed::{Columns, Pack, Reader, Writer, pack_texts, unpack_texts};
use crate::domain::{Kind, List, Lists, Project, Ref};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// What the bytes begin with. Another version of the program, or of what a column holds, does not read them. The number
/// is to be raised with every change of a column.
const FORMAT: &str = concat!("caselog ", env!("CARGO_PKG_VERSION"), " facts 1\n");

impl Facts {
    /// The facts as bytes. `None`: there is no memory for it, or the records are still being filled in.
    pub fn snapshot(&mut self) -> Option<Vec<u8>> {
        let mut writer = Writer { bytes: self.filled.then(|| FORMAT.as_bytes().to_vec()) };
        self.columns(&mut writer);
        writer.bytes
    }

    /// The facts that were made into bytes, with the lists and the project as they stand now. The bytes must be those
    /// that `snapshot` gave; `None` if another version of the program made them.
    pub fn from_snapshot(bytes: &[u8], lists: &Lists, project: &Project, today: NaiveDate) -> Option<Facts> {
        let mut reader = Reader { bytes: Some(bytes.strip_prefix(FORMAT.as_bytes())?) };
        let mut facts = Facts::new(lists, project, today);
        facts.columns(&mut reader);
        facts.filled = true;
        for list in List::ALL {
            let codes = facts.codes.entry(list).or_default();
            for value in lists.values(list) {
                codes.add(&value.code);
            }
        }
        reader.bytes.filter(|rest| rest.is_empty()).map(|_| facts)
    }

    /// Takes every record out, without forgetting what its columns hold: facts that are right are the same again once
    /// all records have been put in.
    pub fn clear(&mut self) {
        for kind in Kind::ALL {
            let rows = self.rows_mut(kind);
            (0..rows.len()).for_each(|row| rows.set_live(row, false));
        }
        self.same.clear();
        self.not_same.clear();
        self.identity_numbers.clear();
        self.history.take();
    }

    fn columns(&mut self, columns: &mut impl Columns) {
        for list in List::ALL {
            columns.value(self.codes.entry(list).or_default());
        }
        columns.value(&mut self.countries);
        self.texts.iter_mut().for_each(|texts| columns.column(texts));
        columns.column(&mut self.service_sets);
        columns.column(&mut self.organisation_sets);
        columns.value(&mut self.same);
        columns.value(&mut self.not_same);
        columns.value(&mut self.identity_numbers);
        self.people.columns(columns);
        self.contacts.columns(columns);
        self.referrals.columns(columns);
        self.follow_ups.columns(columns);
        self.activities.columns(columns);
        self.matters.columns(columns);
        self.organisations.columns(columns);
    }
}

/// Pairs of rows by ref: three texts each.
impl Pack for BTreeMap<Ref, (u32, u32)> {
    fn pack(&self) -> Vec<u8> {
        let texts: Vec<[String; 3]> =
            self.iter().map(|(own, (a, b))| [own.to_string(), a.to_string(), b.to_string()]).collect();
        pack_texts(texts.iter().flatten().map(String::as_str))
    }

    fn unpack(bytes: &[u8]) -> Self {
        let texts: Vec<&str> = unpack_texts(bytes).collect();
        let (triples, _) = texts.as_chunks();
        triples.iter().filter_map(|[own, a, b]| Some((Ref::known(own), (a.parse().ok()?, b.parse().ok()?)))).collect()
    }
}

/// Records by records: the kind and ref of each.
impl Pack for BTreeMap<(Kind, Ref), (Kind, Ref)> {
    fn pack(&self) -> Vec<u8> {
        pack_texts(
            self.iter().flat_map(|(of, listed)| [of.0.code(), of.1.as_str(), listed.0.code(), listed.1.as_str()]),
        )
    }

    fn unpack(bytes: &[u8]) -> Self {
        let texts: Vec<&str> = unpack_texts(bytes).collect();
        let (records, _) = texts.as_chunks();
        let record = |kind: &str, own: &str| Some((Kind::from_code(kind)?, Ref::known(own)));
        records
            .iter()
            .filter_map(|[kind, own, as_kind, listed]| Some((record(kind, own)?, record(as_kind, listed)?)))
            .collect()
    }
}
