//! When records were entered, as the journal says.

use super::Store;
use super::error::Error;
use super::rows::own_ref;
use crate::domain::{Kind, Ref};
use chrono::NaiveDate;

/// A record that was entered after a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EnteredLate {
    pub kind: Kind,
    pub own: Ref,
    /// Read from a file, so that nobody can say when it was written.
    pub imported: bool,
}

impl Store {
    /// The records, deleted ones among them, whose first entry in the journal was made after a day.
    ///
    /// # Errors
    /// `Database`, or `Damaged` if an entry cannot be read.
    pub fn entered_after(&self, day: NaiveDate) -> Result<Vec<EnteredLate>, Error> {
        let sql = "SELECT edit.kind, edit.ref, journal.action = 'import'
             FROM journal JOIN journal_edits AS edit USING (seq)
             WHERE substr(journal.at, 1, 10) > ? AND edit.ref IS NOT NULL AND NOT EXISTS
                 (SELECT 1 FROM journal_edits AS first
                  WHERE first.kind = edit.kind AND first.ref = edit.ref AND first.seq < edit.seq)";
        let mut statement = self.connection.prepare(sql)?;
        let mut rows = statement.query([day.to_string()])?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            let Some(kind) = self.kind_named(row.get_ref(0)?.as_str().unwrap_or_default())? else { continue };
            found.push(EnteredLate { kind, own: own_ref(kind, row, 1)?, imported: row.get(2)? });
        }
        Ok(found)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Action, Change, Edit, Record};
    use chrono::NaiveDateTime;

    #[test]
    fn the_first_entry_of_a_record_counts() {
        let at = |day: u32| -> NaiveDateTime {
            NaiveDate::from_ymd_opt(2011, 1, day).unwrap().and_hms_opt(8, 0, 0).unwrap()
        };
        let mut store = Store::in_memory().unwrap();
        let Change { edits, .. } = store.apply(Change::add(Record::new(Kind::Person)), at(1)).unwrap();
        let Some(Edit::Record { after: Some(early), .. }) = edits.into_iter().next() else { panic!() };
        let changed = early.clone().with(1, crate::domain::Value::Text("Anna".into()));
        store.apply(Change::replace(early, changed), at(3)).unwrap();
        store.apply(Change::add(Record::new(Kind::Person)), at(3)).unwrap();
        let record = Edit::Record { before: None, after: Some(Record::new(Kind::Person)) };
        store.apply(Change { action: Action::Import, edits: vec![record] }, at(4)).unwrap();
        let late = store.entered_after(at(2).date()).unwrap();
        let told: Vec<(&str, bool)> = late.iter().map(|late| (late.own.as_str(), late.imported)).collect();
        assert_eq!(told, [("P00002", false), ("P00003", true)]);
        assert_eq!(store.entered_after(at(4).date()).unwrap(), []);
    }
}
