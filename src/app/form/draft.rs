//! A form as a draft: what the store keeps of it, how it is taken up again, and what tells it from another.

use super::Form;
use super::field::Editor;
use crate::app::exchange::{Draft, KeptDraft};
use crate::app::keeping::Keeping;
use crate::app::world::World;
use crate::domain::{Record, Shown};

/// So many letters of what is typed tell a draft from another.
const FIRST_WORDS: usize = 40;

impl Form {
    /// The form as the store kept it.
    pub fn restore(kept: &KeptDraft, world: &World) -> Option<Form> {
        let start = kept.before.clone().or_else(|| kept.draft.start())?;
        let mut form = Form::of(&start, &kept.linked, world);
        form.before = kept.before.clone();
        form.is_from_record = kept.draft.from_record;
        form.made = kept.draft.made();
        let linked: Vec<Record> = kept.linked.iter().chain(&form.made).cloned().collect();
        for (place, typed) in kept.draft.typed() {
            if let Some(at) = form.fields.iter().position(|field| field.place == place) {
                form.focus = form.focus.max(at);
                form.fields.get_mut(at)?.put(typed, &linked, world);
            }
        }
        form.keeping = Keeping::restored(kept.key, kept.draft.to_text());
        Some(form.settled_for())
    }

    /// The form as it stood when the screen was locked: `key` is its draft's number in the store, `field` the one with
    /// the cursor, `cursor` the byte in it.
    pub fn return_to(kept: &KeptDraft, key: Option<u64>, field: usize, cursor: usize, world: &World) -> Option<Form> {
        let mut form = Form::restore(kept, world)?;
        if key.is_none() {
            form.keeping = Keeping::default();
        }
        form.focus = field.min(form.fields.len());
        if let Some(field) = form.fields.get_mut(form.focus) {
            field.editor.put_cursor(cursor);
            if let Editor::Choice(choice) = &mut field.editor {
                choice.open = choice.is_unread();
            }
        }
        Some(form)
    }

    /// What is typed as the store keeps it; empty where nothing is.
    pub fn content(&self) -> String {
        if self.is_changed() { self.draft().to_text() } else { String::new() }
    }

    /// What it began with and what is typed.
    pub fn draft(&self) -> Draft {
        let typed = self.fields.iter().filter_map(|field| Some((field.place, field.typed()?))).collect();
        let mut draft = Draft::new(&self.start, self.before.is_some(), typed, self.is_from_record);
        draft.set_made(&self.made);
        draft
    }

    /// The day that stands in it, as typed.
    pub fn day_typed(&self) -> Shown {
        let day = self.fields.iter().find(|field| Some(field.place) == self.kind.date_field());
        match day.map(|field| &field.editor) {
            Some(Editor::Text(text)) => Shown::line(text.text()),
            _ => Shown::default(),
        }
    }

    /// How what is typed freely begins; nothing that anybody keeps to herself.
    pub fn first_words(&self) -> Shown {
        let open = |field: &&super::FormField| field.declared().is_some_and(|declared| !declared.sensitive);
        let texts = self.fields.iter().rev().filter(open).filter(|field| field.is_changed());
        let typed = texts.filter_map(|field| field.free_text()).map(|text| text.text().trim()).find(|t| !t.is_empty());
        let Some(line) = typed.and_then(|typed| typed.lines().next()) else { return Shown::default() };
        let first: String = line.chars().take(FIRST_WORDS).collect();
        Shown::line(if first.len() < line.len() { format!("{}…", first.trim_end()) } else { first })
    }
}
