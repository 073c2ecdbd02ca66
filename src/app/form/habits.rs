//! Role and source as the person had them last: filled in when she is chosen, and others in their place when another
//! person is. What was typed or chosen by hand stays.

use super::Form;
use super::field::Editor;
use crate::app::world::World;
use crate::domain::{Kind, Ref, Value};
use crate::entry::HABITS;

/// What stands in a form because of who was chosen.
#[derive(Clone, Debug, Default)]
pub(super) struct Habits {
    /// The person that it was filled in for.
    pub of: Option<Ref>,
    /// What came from her, by the place of the field.
    filled: Vec<(usize, Value)>,
}

impl Form {
    /// Fills in what the person who is chosen now had last, as soon as her card is there; somebody new had nothing.
    pub(super) fn take_habits(&mut self, world: &World) {
        let Some(own) = self.person_ref().filter(|_| self.kind == Kind::Contact && self.before.is_none()) else {
            return;
        };
        let card = self.card.as_ref().filter(|card| card.entry.own_ref() == Some(&own));
        if card.is_none() && !own.is_provisional() {
            return;
        }
        let belonging = card.into_iter().flat_map(|card| &card.belonging);
        let last = belonging.map(|entry| &entry.record).find(|record| record.kind == Kind::Contact);
        let had = |place: usize| last.and_then(|last| last.values.get(place)).cloned().unwrap_or_default();
        let is_same = self.habits.of.as_ref() == Some(&own);
        let former = std::mem::take(&mut self.habits.filled);
        let mut filled = Vec::new();
        for field in self.fields.iter_mut().filter(|field| HABITS.contains(&field.place)) {
            let Editor::Choice(choice) = &mut field.editor else { continue };
            let (place, stands, value) = (field.place, choice.value(), had(field.place));
            let is_former = former.iter().any(|(of, value)| *of == place && *value == stands);
            let is_free = choice.typed.is_empty() && (stands.is_empty() || is_former);
            if !is_same && is_free {
                choice.set(&value, &[], world);
                filled.push((place, value));
            } else if stands == value {
                filled.push((place, value));
            }
        }
        self.habits = Habits { of: Some(own), filled };
    }
}
