//! The outlines of the printed reports: which sections stand in which order, under which headings and questions, with
//! which figures of her own. They live in the store; an outline that was never changed is empty and stands for the
//! report's own.

use super::project::Indicator;
use serde::{Deserialize, Serialize};

/// The outlines that can be changed.
#[derive(Clone, Debug, PartialEq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Outlines {
    /// The period summary.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub summary: Vec<OutlineSection>,
    /// The funder's report.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub funder: Vec<OutlineSection>,
}

impl Outlines {
    /// Whether nothing was changed.
    pub fn is_default(&self) -> bool {
        *self == Outlines::default()
    }
}

/// One section of a report as she has it. Its prose stands in `Project::sections` under its code.
#[derive(Clone, Debug, PartialEq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct OutlineSection {
    /// Its code: one of the report's own, or of one that she added.
    pub section: String,
    /// Her heading; empty is the report's own.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub heading: String,
    /// The question that the section answers, as the form puts it; printed under the heading.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub question: String,
    /// Figures beside those that the section has of itself.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub figures: Vec<Indicator>,
    /// Not printed.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub left_out: bool,
}

impl OutlineSection {
    /// A section as the report has it.
    pub fn of(code: &str) -> OutlineSection {
        OutlineSection { section: code.to_owned(), ..OutlineSection::default() }
    }
}

/// All sections of a report in the order in which they stand: as changed, then those of the report's own that the
/// change does not name, so that none is lost when a later version has more.
pub fn sections(changed: &[OutlineSection], own: &[&str]) -> Vec<OutlineSection> {
    let named = |code: &str| changed.iter().any(|section| section.section == code);
    let rest = own.iter().filter(|code| !named(code)).map(|code| OutlineSection::of(code));
    changed.iter().cloned().chain(rest).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sections_that_a_changed_outline_does_not_name_stand_last() {
        let codes = |sections: Vec<OutlineSection>| sections.into_iter().map(|s| s.section).collect::<Vec<_>>();
        assert_eq!(codes(sections(&[], &["a", "b"])), ["a", "b"]);
        let changed = [OutlineSection::of("c"), OutlineSection::of("b")];
        assert_eq!(codes(sections(&changed, &["a", "b"])), ["c", "b", "a"]);
    }
}
