//! Which figures of a print are hidden in the copy for the public (contract section 5, "Suppression").

use super::figures::Figures;
use crate::query::Question;
use std::collections::HashSet;

/// The questions whose number may not be printed.
pub fn hidden(figures: &Figures, under: u64) -> HashSet<Question> {
    figures.asked().filter(|(_, count)| *count > 0 && *count < under).map(|(question, _)| question.clone()).collect()
}
