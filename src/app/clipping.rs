//! What leaves the screen as text: onto the clipboard, and as a table into a file in the clear. Only on request.
//!
//! A view takes part by three methods of `Part`: `to_copy` gives the text under its cursor (without it the record there
//! is copied), `sheet_name` says what a file of its table is called, and `sheet` gives that table. The prompt for the
//! path, the question before a file is written over, and the writing are done here and in the worker.

use super::App;
use super::columns::What;
use super::dialog::{Dialog, Then};
use super::exchange::{Ask, Effect, Entry, Refusal, RefusalKind};
use super::naming::Naming;
use super::prompt::{Answer, Prompt, Purpose};
use super::view::{Cx, Message, Step};
use super::world::World;
use crate::domain::Shown;
use crate::i18n::texts::{app as a, common::kind_one, lists as t};
use crate::i18n::{capital, fill};
use chrono::NaiveDate;
use std::path::PathBuf;

/// More than so many bytes no terminal promises to take for the clipboard.
const LARGEST: usize = 74_994;

/// What a column says of a record outside the program: what is hidden is empty.
pub fn cell(what: What, entry: &Entry, naming: &Naming, today: NaiveDate) -> String {
    match what {
        What::Field(field) if naming.hides(&entry.record, field) => String::new(),
        what => what.value(entry, naming, today).into_string(),
    }
}

/// Puts a text on the clipboard and says what it was, unless it is too long for one.
pub fn copy(text: String, said: Shown, cx: &mut Cx) {
    let lang = cx.world.lang;
    if text.len() > LARGEST {
        return cx.say(Message::wrong(t::TOO_MUCH_TO_COPY.get(lang)));
    }
    cx.effects.push(Effect::Copy(text));
    cx.say(Message::done(fill(t::COPIED, lang, &[("what", &said)])));
}

/// A record in full as text: its kind and ref, then a line for each field that is filled in and not hidden.
fn record_text(entry: &Entry, world: &World) -> String {
    let naming = world.naming();
    let record = &entry.record;
    let field = |(place, field): (usize, &crate::domain::Field)| {
        let value = naming.value(entry, place);
        let is_said = place > 0 && !naming.hides(record, place) && !value.as_str().is_empty();
        is_said.then(|| format!("{}: {value}\n", field.label.get(world.lang)))
    };
    let fields: String = record.kind.fields().iter().enumerate().filter_map(field).collect();
    format!("{}\n{fields}", capital(&subject(entry, world)))
}

fn subject(entry: &Entry, world: &World) -> String {
    let own = entry.own_ref().map(ToString::to_string).unwrap_or_default();
    format!("{} {own}", kind_one(entry.record.kind, world.lang))
}

/// A name for a file of records, on a day: `kontakter-2011-01-17.csv`.
pub fn file_name(what: &str, today: NaiveDate) -> String {
    let word: String = what.chars().map(|c| if c.is_alphanumeric() { c } else { '-' }).collect();
    format!("{}-{today}.csv", word.to_lowercase())
}

impl App {
    /// Copies the record under the cursor.
    pub(super) fn copy_record(&mut self, entry: &Entry) {
        let text = record_text(entry, &self.world);
        let said = Shown::line(subject(entry, &self.world));
        self.with_top(|_, cx| copy(text, said, cx));
    }

    /// Copies the text under the cursor: the view's own, else the record's.
    pub(super) fn copy(&mut self) {
        let part = self.top().part();
        if let Some(text) = part.to_copy(&self.world) {
            let said = Shown::line(text.lines().next().unwrap_or_default());
            return self.with_top(|_, cx| copy(text, said, cx));
        }
        if let Some(entry) = part.under(&self.world).cloned() {
            self.copy_record(&entry);
        }
    }

    /// Asks for the file that the view's table is written to.
    pub(super) fn export(&mut self) {
        let name = match self.top().part().sheet_name(&self.world) {
            Some(name) => file_name(&name, self.world.today()),
            None => return self.message = Some(Message::wrong(t::NOTHING_TO_EXPORT.get(self.world.lang))),
        };
        self.step(Step::Prompt(Prompt::new(Purpose::Sheet, &name)));
    }

    /// Writes the view's table to a file.
    pub(super) fn write_sheet(&mut self, path: PathBuf, replace: bool) {
        self.writing = Some(path.clone());
        match self.top().part().sheet(&self.world) {
            Some(sheet) => self.order(Ask::WriteSheet { path, sheet, replace }),
            // A list has its records fetched first.
            None => self.with_top(|part, cx| part.prompted(Answer::Sheet(path, replace), cx)),
        }
    }

    /// The table was written.
    pub(super) fn sheet_written(&mut self, path: &std::path::Path) {
        self.writing = None;
        let said = fill(a::WRITTEN, self.world.lang, &[("path", &path.display())]);
        self.message = Some(Message::done(said));
    }

    /// A table could not be written: where a file stands, she is asked what to do with it. `false`: it was about
    /// something else.
    pub(super) fn sheet_refused(&mut self, refusal: &Refusal) -> bool {
        let Some(path) = self.writing.take().filter(|_| refusal.kind == RefusalKind::Exists) else { return false };
        let lang = self.world.lang;
        let dialog = Dialog::new(fill(a::FILE_EXISTS, lang, &[("path", &path.display())]))
            .choice(a::KEEP_FILE.get(lang), Then::Nothing)
            .choice(a::REPLACE_FILE.get(lang), Then::WriteSheet(path));
        self.dialog = Some(dialog);
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_named_by_what_it_holds() {
        let day = NaiveDate::from_ymd_opt(2011, 1, 17).unwrap();
        assert_eq!(file_name("Uppföljningar/år", day), "uppföljningar-år-2011-01-17.csv");
    }
}
