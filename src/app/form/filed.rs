//! The mark that what a note says was entered in the statutory file, which this log is not: a line of the note, with
//! the day. It is text like the rest, so that it is exported, found and undone like it.

use super::Form;
use super::field::Editor;
use crate::app::world::World;
use crate::domain::Lang;
use crate::i18n::texts::forms as t;

impl Form {
    /// Puts the mark at the end of the note with the cursor, or takes it away.
    pub(super) fn turn_filed(&mut self, world: &World) {
        let Some(Editor::Note(note)) = self.fields.get_mut(self.focus).map(|field| &mut field.editor) else { return };
        let text = note.text();
        let is_mark = |line: &str| [Lang::Sv, Lang::En].iter().any(|lang| line.starts_with(t::FILED.get(*lang)));
        let mut start = 0;
        for line in text.split_inclusive('\n') {
            if is_mark(line) {
                // With the line end that led to it.
                let before = usize::from(start > 0 && !line.ends_with('\n'));
                return note.change(start - before..start + line.len(), "");
            }
            start += line.len();
        }
        let gap = if text.is_empty() || text.ends_with('\n') { "" } else { "\n" };
        let mark = format!("{gap}{} {}", t::FILED.get(world.lang), world.today());
        let end = text.len();
        note.change(end..end, &mark);
    }
}
