//! Help: every key from the table, those of the view it was called from first, found by typing.

use super::geometry::body_rows;
use super::keys::{Action, Binding, Focus, Group};
use super::text_field::TextField;
use super::view::{Cx, Part};
use super::world::World;
use crate::domain::Text;
use crate::domain::text::fold;
use crate::i18n::texts::help as t;

/// The help page.
#[derive(Debug)]
pub struct Help {
    /// What had the focus when help was called.
    pub about: Focus,
    pub search: TextField,
    /// The first line that is seen.
    pub top: usize,
}

/// A line of help.
#[derive(Clone, Copy, Debug)]
pub enum Line<'a> {
    Heading(Text),
    Key(&'a Binding),
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
        lines
    }
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
        let last = self.lines(cx.world).len().saturating_sub(rows);
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
