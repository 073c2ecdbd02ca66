//! A filter read without the log that it is of.

use super::key::Names;
use super::values::Vocabulary;
use crate::domain::{AgeGroups, Kind, Lists};
use chrono::NaiveDate;

/// What the words of a filter can mean where any name is taken for one of the log, as it is written: one that the log
/// lacks it may have had, or come to have. Codes and forms are those of the lists and age groups.
pub struct AnyNames<'a> {
    pub lists: &'a Lists,
    pub age_groups: &'a AgeGroups,
    pub today: NaiveDate,
}

impl Vocabulary for AnyNames<'_> {
    fn lists(&self) -> &Lists {
        self.lists
    }

    fn age_groups(&self) -> &AgeGroups {
        self.age_groups
    }

    fn today(&self) -> NaiveDate {
        self.today
    }

    fn resolve(&self, _: Names, given: &str) -> Vec<String> {
        vec![given.to_owned()]
    }

    fn refs(&self, _: Kind, given: &str) -> Vec<String> {
        vec![given.to_owned()]
    }

    fn nearest(&self, _: Names, _: &str) -> Option<String> {
        None
    }

    fn name(&self, _: Names, _: &str) -> Option<String> {
        None
    }
}
