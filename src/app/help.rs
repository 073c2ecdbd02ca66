//! Help: every key from the table, those of the view it was called from first, found by typing.

use super::geometry::{body_columns, body_rows};
use super::keys::{Action, Binding, Focus, Group};
use super::more::Item;
use super::text_field::{TextField, wrap};
use super::view::{Cx, Part};
use super::world::World;
use crate::domain::Text;
use crate::domain::text::fold;
use crate::i18n::texts::help as t;

/// Columns of the keys.
pub const KEYS: usize = 18;

/// The help page.
#[derive(Debug)]
pub struct Help {
    /// What had the focus when help was called.
    pub about: Focus,
    pub search: TextField,
    /// The first row that is seen.
    pub top: usize,
}

/// A line of help.
#[derive(Clone, Copy, Debug)]
pub enum Line<'a> {
    Heading(Text),
    Key(&'a Binding),
    /// What lies under More.
    More(Item),
}

impl Help {
    pub fn new(about: Focus) -> Help {
        Help { about, search: TextField::default(), top: 0 }
    }

    /// The lines that fit what is typed.
    pub fn lines<'a>(&self, world: &'a World) -> Vec<Line<'a>> {
        let (keymap, lang) = (&world.keymap, world.lang);
        let sought = fold(self.search.text());
        let fits = |binding: &&'a Binding| {
            let said = fold(&format!(
                "{} {} {}",
                binding.keys,
                binding.action.short().get(lang),
                binding.action.long().get(lang)
            ));
            world.offers(binding.action) && sought.split_whitespace().all(|word| said.contains(word))
        };
        let here = |binding: &&'a Binding| {
            let near = self
                .about
                .contexts()
                .iter()
                .take_while(|c| **c != super::keys::Context::Opening && **c != super::keys::Context::Moving);
            near.into_iter().any(|context| *context == binding.context)
        };
        let near: Vec<&'a Binding> = keymap.bindings().iter().filter(here).filter(fits).collect();
        let mut lines = section(t::GROUP_HERE, near);
        for group in Group::ALL {
            let all = keymap.bindings().iter().filter(|b| b.group == group && !here(b)).filter(fits).collect();
            lines.extend(section(group.label(), all));
        }
        let more = |item: &&Item| {
            let said = fold(&format!("{} {}", Action::PaneMore.short().get(lang), item.label(lang)));
            sought.split_whitespace().all(|word| said.contains(word))
        };
        let items: Vec<Line> = Item::ALL.iter().filter(more).map(|item| Line::More(*item)).collect();
        lines.extend((!items.is_empty()).then_some(Line::Heading(t::GROUP_MORE)).into_iter().chain(items));
        lines
    }

    /// How many rows the lines take.
    fn height(&self, world: &World) -> usize {
        let width = body_columns(world.size);
        let taken = |line: &Line| match line {
            Line::Heading(_) | Line::More(_) => 1,
            Line::Key(binding) => rows(binding.action.long().get(world.lang), width).len(),
        };
        self.lines(world).iter().map(taken).sum()
    }
}

/// A line as it is seen: rows of it, wrapped beside the keys.
pub fn rows(long: &str, width: u16) -> Vec<std::ops::Range<usize>> {
    wrap(long, usize::from(width).saturating_sub(KEYS + 2))
}

fn section(heading: Text, bindings: Vec<&Binding>) -> Vec<Line<'_>> {
    let heading = (!bindings.is_empty()).then_some(Line::Heading(heading));
    heading.into_iter().chain(bindings.into_iter().map(Line::Key)).collect()
}

impl Part for Help {
    fn focus(&self) -> Focus {
        Focus::HelpPage
    }

    fn refresh(&mut self, _cx: &mut Cx) {}

    fn act(&mut self, action: Action, cx: &mut Cx) -> bool {
        let rows = body_rows(cx.world.size).saturating_sub(2);
        let last = self.height(cx.world).saturating_sub(rows);
        match action {
            Action::Up => self.top = self.top.saturating_sub(1),
            Action::Down => self.top = (self.top + 1).min(last),
            Action::PageUp => self.top = self.top.saturating_sub(rows),
            Action::PageDown => self.top = (self.top + rows).min(last),
            action => {
                self.top = 0;
                return self.search.act(action);
            }
        }
        true
    }

    fn insert(&mut self, text: &str, _cx: &mut Cx) {
        self.top = 0;
        self.search.insert(text, false);
    }
}
