//! What the words of a filter mean in this log.

use super::{Facts, FreeText};
use crate::domain::meant::nearest;
use crate::domain::text::fold;
use crate::domain::{AgeGroups, Kind, Lists};
use crate::query::{Names, Vocabulary};
use chrono::NaiveDate;

impl FreeText {
    /// The text that a filter names by its own words; `None` for what has refs.
    pub fn of(names: Names) -> Option<FreeText> {
        match names {
            Names::District => Some(FreeText::District),
            Names::Language => Some(FreeText::Language),
            Names::Place => Some(FreeText::Place),
            Names::Task => Some(FreeText::Task),
            Names::Person | Names::Organisation | Names::Matter => None,
        }
    }
}

impl Facts {
    /// Every live record of the kind: ref and each name it has.
    fn named(&self, names: Names) -> Box<dyn Iterator<Item = (usize, &str)> + '_> {
        match names {
            Names::Person => {
                Box::new(self.people.live().flat_map(|row| self.people.names(row).map(move |name| (row, name))))
            }
            Names::Organisation => Box::new(self.organisations.live().map(|row| (row, &self.organisations.name[row]))),
            Names::Matter => Box::new(self.matters.live().map(|row| (row, &self.matters.title[row]))),
            _ => Box::new(std::iter::empty()),
        }
    }

    fn record_ref(&self, names: Names, row: usize) -> &str {
        match names {
            Names::Person => self.people.text(self.history().group(row as u32) as usize),
            Names::Organisation => self.organisations.text(row),
            _ => self.matters.text(row),
        }
    }
}

impl Vocabulary for Facts {
    fn lists(&self) -> &Lists {
        &self.lists
    }

    fn age_groups(&self) -> &AgeGroups {
        &self.age_groups
    }

    fn today(&self) -> NaiveDate {
        self.today
    }

    fn resolve(&self, names: Names, given: &str) -> Vec<String> {
        if let Some(text) = FreeText::of(names) {
            let dictionary = self.texts(text);
            // Texts that only spaces at their ends tell apart are two: as it is written goes first.
            if let Some(text) = [given, given.trim()].into_iter().find(|text| dictionary.number(text).is_some()) {
                return vec![text.to_owned()];
            }
            let folded = fold(given);
            return dictionary.texts().filter(|t| fold(t) == folded).map(str::to_owned).collect();
        }
        let given = given.trim();
        let rows = match names {
            Names::Person => &self.people.rows,
            Names::Organisation => &self.organisations.rows,
            _ => &self.matters.rows,
        };
        let mut found = Vec::from_iter(rows.live_row(given));
        if found.is_empty() {
            let folded = fold(given);
            found = self.named(names).filter(|(_, name)| fold(name) == folded).map(|(row, _)| row).collect();
        }
        // A name goes before a ref in other letters, small or capital.
        if found.is_empty() {
            found = rows.rows_like(given).collect();
        }
        let mut refs: Vec<String> = found.into_iter().map(|row| self.record_ref(names, row).to_owned()).collect();
        refs.sort_unstable();
        refs.dedup();
        refs
    }

    fn refs(&self, kind: Kind, given: &str) -> Vec<String> {
        let rows = self.rows(kind);
        match rows.live_row(given) {
            Some(row) => vec![rows.text(row).to_owned()],
            None => rows.rows_like(given).map(|row| rows.text(row).to_owned()).collect(),
        }
    }

    fn nearest(&self, names: Names, given: &str) -> Option<String> {
        match FreeText::of(names) {
            Some(text) => nearest(given, self.texts(text).texts()),
            None => nearest(given, self.named(names).map(|(_, name)| name)),
        }
    }

    fn beginning(&self, names: Names, given: &str, most: usize) -> Vec<String> {
        let folded = fold(given);
        let mut found: Vec<String> = self
            .named(names)
            .filter(|(_, name)| fold(name).starts_with(&folded))
            .map(|(_, name)| name.to_owned())
            .take(most)
            .collect();
        found.sort_unstable();
        found
    }

    fn name(&self, names: Names, code: &str) -> Option<String> {
        let name = match names {
            Names::Person => &self.people.alias[self.people.row_of_text(code)? as usize],
            Names::Organisation => &self.organisations.name[self.organisations.row_of_text(code)? as usize],
            Names::Matter => &self.matters.title[self.matters.row_of_text(code)? as usize],
            _ => return None,
        };
        (!name.is_empty()).then(|| name.to_owned())
    }
}
