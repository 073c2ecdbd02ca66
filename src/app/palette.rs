//! The command palette: everything that can be done here, from the table of keys, found by words in either language.

use super::App;
use super::cursor::moved;
use super::keys::{Action, Binding, Context, Group};
use super::text_field::TextField;
use crate::domain::Lang;
use crate::domain::text::fold;

/// So many lines are a page.
const PAGE: usize = 10;

/// The palette, over the view that it acts on.
#[derive(Debug)]
pub struct Palette {
    pub field: TextField,
    pub cursor: usize,
    /// What can be done, the nearest first.
    all: Vec<Binding>,
}

impl Palette {
    /// What the bindings of a focus can do, each action once; moving about is left to the keys for it.
    fn new(bindings: impl Iterator<Item = Binding>) -> Palette {
        let mut all: Vec<Binding> = Vec::new();
        for binding in bindings.filter(is_command) {
            if all.iter().all(|known| known.action != binding.action) {
                all.push(binding);
            }
        }
        Palette { field: TextField::default(), cursor: 0, all }
    }

    /// What fits the words, in either language; those whose name begins so come first.
    pub fn found(&self) -> Vec<&Binding> {
        let sought = fold(self.field.text());
        let words: Vec<&str> = sought.split_whitespace().collect();
        let said = |binding: &Binding| {
            let action = binding.action;
            let texts = [Lang::Sv, Lang::En].map(|lang| [action.short().get(lang), action.long().get(lang)].join(" "));
            fold(&texts.join(" "))
        };
        let begins = |text: &str, word: &str| text.split(|c: char| !c.is_alphanumeric()).any(|w| w.starts_with(word));
        let fits = |binding: &&Binding| words.iter().all(|word| begins(&said(binding), word));
        let mut found: Vec<&Binding> = self.all.iter().filter(fits).collect();
        let is_named = |binding: &Binding| {
            [Lang::Sv, Lang::En].iter().any(|lang| fold(binding.action.short().get(*lang)).starts_with(sought.trim()))
        };
        found.sort_by_key(|binding| !is_named(binding));
        found
    }
}

fn is_command(binding: &Binding) -> bool {
    let moves = binding.group == Group::Moving && binding.action != Action::In;
    !moves && !matches!(binding.action, Action::Palette | Action::Out) && binding.context != Context::Editing
}

impl App {
    /// Opens the palette over the view in front.
    pub(super) fn open_palette(&mut self) {
        let focus = self.focus();
        let near = focus.contexts().iter().flat_map(|context| self.world.keymap.of_context(*context));
        let here: Vec<Binding> = near.filter(|binding| self.offers(binding)).cloned().collect();
        self.palette = Some(Palette::new(here.into_iter()));
    }

    /// Does an action in the palette; the chosen one is done in the view behind it.
    pub(super) fn act_in_palette(&mut self, action: Action) {
        let Some(palette) = &mut self.palette else { return };
        let last = palette.found().len().saturating_sub(1);
        if let Some(moved) = moved(palette.cursor, action, last, PAGE) {
            palette.cursor = moved;
            return;
        }
        match action {
            Action::In => {
                let chosen = palette.found().get(palette.cursor).map(|binding| binding.action);
                if let Some(chosen) = chosen {
                    self.palette = None;
                    self.act(chosen);
                }
            }
            Action::Out => self.palette = None,
            action if palette.field.act(action) => palette.cursor = 0,
            action => {
                self.palette = None;
                self.act_around(action);
            }
        }
    }
}
