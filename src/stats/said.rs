//! What must be said beside a count, in the same words on the screen, on the command line and in print: what has no
//! person, what lacks a value, why parts are more than their total (contract section 5).

use crate::domain::Lang;
use crate::i18n::{fill, texts::stats as t};
use crate::query::Measure;

/// Stands for a number that is hidden.
pub const HIDDEN: &str = "..";

/// So many, or the sign of a number that is hidden.
fn so_many(measure: Measure, count: Option<u64>, lang: Lang) -> String {
    count.map_or_else(|| format!("{HIDDEN} {}", measure.label(lang)), |count| measure.said(count, lang))
}

/// How many people there are at least and at most, where some of what is counted has no person. `None` stands for a
/// number that is hidden.
pub fn without_person(measure: Measure, without: Option<u64>, people: Option<u64>, lang: Lang) -> Option<String> {
    let n = so_many(measure.drawn_from(), without, lang);
    match (without, people) {
        (Some(0), _) => None,
        (Some(without), Some(people)) => {
            let (least, most) =
                (crate::i18n::number(people as i64, lang), Measure::Persons.said(people + without, lang));
            Some(fill(t::WITHOUT_PERSON, lang, &[("n", &n), ("least", &least), ("most", &most)]))
        }
        _ => Some(fill(t::WITHOUT_PERSON_HIDDEN, lang, &[("n", &n)])),
    }
}

/// How many lack a value and are not in a sum. `None` stands for a number that is hidden.
pub fn without_value(measure: Measure, without: Option<u64>, lang: Lang) -> Option<String> {
    let n = so_many(measure.drawn_from(), without, lang);
    (without != Some(0)).then(|| fill(t::WITHOUT_VALUE, lang, &[("n", &n)]))
}

/// Why the parts are more than their total.
pub fn not_additive(measure: Measure, lang: Lang) -> String {
    let one = if measure.counts_people() { Measure::Persons } else { measure.drawn_from() };
    let text = match one {
        Measure::Attempts | Measure::Meetings | Measure::Interviews | Measure::Matters => t::NOT_ADDITIVE_NEUTER,
        _ => t::NOT_ADDITIVE,
    };
    fill(text, lang, &[("one", &one.one(lang))])
}

impl super::Answer {
    /// What must be said beside the total.
    pub fn besides(&self, measure: Measure, lang: Lang) -> Vec<String> {
        let people = without_person(measure, Some(self.without_person), Some(self.total), lang);
        people.into_iter().chain(without_value(measure, Some(self.without_value), lang)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_and_several_are_said_as_they_are() {
        let said = |without, people| without_person(Measure::Persons, without, people, Lang::Sv).unwrap();
        assert_eq!(
            said(Some(1), Some(196)),
            "Till personerna kommer 1 kontakt utan person: minst 196 och högst 197 personer."
        );
        assert_eq!(said(Some(1), Some(0)), "Till personerna kommer 1 kontakt utan person: minst 0 och högst 1 person.");
        assert_eq!(said(None, Some(3)), "Till personerna kommer .. kontakter utan person.");
        assert_eq!(without_person(Measure::Contacts, Some(0), Some(3), Lang::Sv), None);
        let value = |measure, without| without_value(measure, without, Lang::En).unwrap();
        assert_eq!(value(Measure::Audience, Some(1)), "Not in the sum: 1 activity without a value.");
        assert_eq!(value(Measure::Minutes, Some(2)), "Not in the sum: 2 meetings without a value.");
        assert_eq!(value(Measure::Minutes, None), "Not in the sum: .. meetings without a value.");
    }

    #[test]
    fn the_reason_is_that_of_what_is_counted() {
        let said = |measure| not_additive(measure, Lang::Sv);
        assert!(said(Measure::Audience).contains("en aktivitet kan stå i flera"));
        assert!(said(Measure::Minutes).contains("ett möte kan stå i flera"));
        assert!(said(Measure::ReferredPersons).contains("en person kan stå i flera"));
        assert!(said(Measure::Referrals).contains("en länkning eller anmälan kan stå i flera"));
    }
}
