//! The command palette: everything that can be done here, from the table of keys, found by words in either language.

use super::App;
use super::cursor::moved;
use super::keys::{Action, Binding, Context, Group};
use super::more::{self, Item};
use super::text_field::TextField;
use crate::domain::text::fold;
use crate::domain::{Lang, Shown};
use std::collections::HashSet;

/// So many lines are a page.
const PAGE: usize = 10;

/// The palette, over the view that it acts on.
#[derive(Debug)]
pub struct Palette {
    pub field: TextField,
    pub cursor: usize,
    /// What can be done, the nearest first.
    all: Vec<Command>,
}

/// Something that can be chosen in the palette.
#[derive(Clone, Debug)]
pub enum Command {
    /// What a key does.
    Key(Binding),
    /// What lies under More.
    More(Item),
}

impl Command {
    /// Its key, its name, and what it does or where it leads.
    pub fn words(&self, lang: Lang) -> (&str, &'static str, Shown) {
        match self {
            Command::Key(binding) => {
                let long = Shown::new(binding.action.long().get(lang));
                (binding.first_key(), binding.action.short().get(lang), long)
            }
            Command::More(item) => ("", Action::PaneMore.short().get(lang), item.label(lang)),
        }
    }
}

impl Palette {
    /// What the bindings of a focus can do, each action once, then what lies under More; moving about is left to the
    /// keys for it.
    fn new(bindings: impl Iterator<Item = Binding>) -> Palette {
        let mut known = HashSet::new();
        let commands = bindings.filter(is_command).filter(|binding| known.insert(binding.action)).map(Command::Key);
        let all = commands.chain(more::Item::ALL.iter().copied().map(Command::More)).collect();
        Palette { field: TextField::default(), cursor: 0, all }
    }

    /// What fits the words, in either language; those whose name begins so come first.
    pub fn found(&self) -> Vec<&Command> {
        let sought = fold(self.field.text());
        let words: Vec<&str> = sought.split_whitespace().collect();
        let said = |command: &Command| {
            let texts = [Lang::Sv, Lang::En].map(|lang| {
                let (_, short, long) = command.words(lang);
                format!("{short} {long}")
            });
            fold(&texts.join(" "))
        };
        let begins = |text: &str, word: &str| text.split(|c: char| !c.is_alphanumeric()).any(|w| w.starts_with(word));
        let fits = |command: &&Command| words.iter().all(|word| begins(&said(command), word));
        let mut found: Vec<&Command> = self.all.iter().filter(fits).collect();
        let is_named = |command: &Command| {
            [Lang::Sv, Lang::En].into_iter().any(|lang| match command {
                Command::Key(binding) => fold(binding.action.short().get(lang)).starts_with(sought.trim()),
                Command::More(item) => !words.is_empty() && fold(item.label(lang).as_str()).starts_with(sought.trim()),
            })
        };
        found.sort_by_key(|command| !is_named(command));
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
                let chosen = palette.found().get(palette.cursor).map(|command| (*command).clone());
                match chosen {
                    None => {}
                    Some(Command::Key(binding)) => {
                        self.palette = None;
                        self.act(binding.action);
                    }
                    Some(Command::More(item)) => {
                        self.palette = None;
                        self.step(item.step());
                    }
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
