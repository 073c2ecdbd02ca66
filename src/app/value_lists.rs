//! The value lists: which there are, and the values of one in their order, added, renamed, retired and moved. Every
//! change is one of the log's, so that undo takes it back. A value is never deleted: old records have it.

use super::cursor::moved;
use super::deed::list_name;
use super::exchange::Ask;
use super::keys::{Action, Focus};
use super::prompt::{Answer, Prompt, Purpose};
use super::view::{Cx, Part, Step, View};
use super::world::World;
use crate::domain::{Action as Kind, Change, Edit, List, ListValue};

/// The lists that can be changed, by the name that people know them by.
pub fn lists(world: &World) -> Vec<(List, String)> {
    let open = List::ALL.into_iter().filter(|list| list.is_extendable());
    open.map(|list| (list, list_name(list, world.lang))).collect()
}

/// The choice of a list, or the values of one.
#[derive(Debug, Default)]
pub struct ValueLists {
    /// The list whose values are shown; `None` is the choice.
    pub list: Option<List>,
    pub cursor: usize,
}

impl ValueLists {
    fn of(list: List) -> ValueLists {
        ValueLists::at(Some(list), 0)
    }

    /// With the cursor at a place.
    pub fn at(list: Option<List>, cursor: usize) -> ValueLists {
        ValueLists { list, cursor }
    }

    /// The values that are shown.
    pub fn values<'a>(&self, world: &'a World) -> &'a [ListValue] {
        self.list.map_or(&[], |list| world.lists.values(list))
    }

    fn count(&self, world: &World) -> usize {
        if self.list.is_some() { self.values(world).len() } else { lists(world).len() }
    }

    fn open(&self, cx: &mut Cx) {
        if let (None, Some((list, _))) = (self.list, lists(cx.world).get(self.cursor)) {
            cx.step(Step::Push(View::ValueLists(ValueLists::of(*list))));
        }
    }

    fn rename(&self, cx: &mut Cx) {
        if let Some(value) = self.values(cx.world).get(self.cursor) {
            cx.step(Step::Prompt(Prompt::new(Purpose::Labels, &format!("{}; {}", value.sv, value.en))));
        }
    }

    /// Moves the value under the cursor, and the cursor with it.
    fn shift(&mut self, by: isize, cx: &mut Cx) {
        let Some(place) = self.cursor.checked_add_signed(by) else { return };
        if place < self.values(cx.world).len() {
            let from = self.cursor;
            self.cursor = place;
            self.save(cx, |values| values.swap(from, place));
        }
    }

    fn save(&mut self, cx: &mut Cx, change: impl FnOnce(&mut Vec<ListValue>)) {
        let Some(list) = self.list else { return };
        let before = self.values(cx.world).to_vec();
        let mut after = before.clone();
        change(&mut after);
        if after != before {
            let edits = vec![Edit::List { list, before, after }];
            cx.step(Step::Order(Ask::Apply(Change { action: Kind::Settings, edits })));
        }
    }

    /// Does something to the value under the cursor.
    fn alter(&mut self, cx: &mut Cx, change: impl FnOnce(&mut ListValue)) {
        let place = self.cursor;
        self.save(cx, |values| values.get_mut(place).map_or((), change));
    }
}

impl Part for ValueLists {
    fn focus(&self) -> Focus {
        if self.list.is_some() { Focus::Values } else { Focus::More }
    }

    fn refresh(&mut self, cx: &mut Cx) {
        self.cursor = self.cursor.min(self.count(cx.world).saturating_sub(1));
    }

    fn act(&mut self, action: Action, cx: &mut Cx) -> bool {
        let last = self.count(cx.world).saturating_sub(1);
        if let Some(moved) = moved(self.cursor, action, last, last) {
            self.cursor = moved;
            return true;
        }
        match action {
            Action::In | Action::Right => self.open(cx),
            Action::New => self.list.into_iter().for_each(|list| {
                cx.step(Step::Prompt(Prompt::new(Purpose::NewValue(list), "")));
            }),
            Action::Change => self.rename(cx),
            Action::Retire => self.alter(cx, |value| value.retired = !value.retired),
            Action::MoveUp => self.shift(-1, cx),
            Action::MoveDown => self.shift(1, cx),
            _ => return false,
        }
        true
    }

    fn prompted(&mut self, answer: Answer, cx: &mut Cx) {
        match answer {
            Answer::NewValue(value) => {
                // After the value under the cursor, which it then stands on.
                let place = (self.cursor + 1).min(self.count(cx.world));
                self.cursor = place;
                self.save(cx, |values| values.insert(place, value));
            }
            Answer::Labels(sv, en) => self.alter(cx, |value| (value.sv, value.en) = (sv, en)),
            _ => {}
        }
    }
}

/// A new value as typed: `code; Swedish; English`.
///
/// # Errors
/// What is wrong with it.
pub fn read_value(text: &str, list: List, world: &World) -> Result<ListValue, crate::domain::Text> {
    use crate::i18n::texts::upkeep as t;
    let parts: Vec<&str> = text.split(';').map(str::trim).collect();
    let [code, sv, en] = parts.as_slice() else { return Err(t::VALUE_PARTS) };
    if !crate::domain::lists::is_code(code) {
        return Err(t::VALUE_CODE);
    }
    if world.lists.value(list, code).is_some() {
        return Err(t::VALUE_TWICE);
    }
    let (sv, en) = labels(sv, en)?;
    Ok(ListValue { code: (*code).to_owned(), sv, en, retired: false })
}

/// Both labels as typed: `Swedish; English`.
///
/// # Errors
/// What is wrong with them.
pub fn read_labels(text: &str) -> Result<(String, String), crate::domain::Text> {
    match text.split_once(';') {
        Some((sv, en)) if !en.contains(';') => labels(sv, en),
        _ => Err(crate::i18n::texts::upkeep::LABEL_PARTS),
    }
}

fn labels(sv: &str, en: &str) -> Result<(String, String), crate::domain::Text> {
    let (sv, en) = (sv.trim(), en.trim());
    if sv.is_empty() || en.is_empty() {
        return Err(crate::i18n::texts::upkeep::LABEL_PARTS);
    }
    if ![sv, en].iter().all(|label| crate::domain::Limit::LINE.holds(label)) {
        return Err(crate::i18n::texts::upkeep::LABEL_LONG);
    }
    Ok((sv.to_owned(), en.to_owned()))
}
