//! The one dialog: a question, some lines, and choices of which one is taken.

use super::columns::What;
use super::exchange::{By, Entry};
use super::unfinished::Unfinished;
use crate::checks::About;
use crate::domain::{Ref, SavedView, Shown};
use crate::query::{Dimension, Measure};
use crate::report::Format;
use crate::stats::sheet::Lead;
use std::path::PathBuf;

/// What a choice leads to.
#[derive(Debug, Clone)]
pub enum Then {
    Nothing,
    Quit,
    /// Go on with the draft of that number.
    Resume(usize),
    /// Begin this; the draft stays.
    Fill(Unfinished),
    /// Begin this; the draft of that number goes.
    Discard(usize, Unfinished),
    /// Throw the draft of that number away.
    Forget(usize),
    Rows(Option<Dimension>),
    Columns(Option<Dimension>),
    Measure(Measure),
    /// The records behind a number.
    Behind(Box<Lead>),
    /// What the first counts and the second does not.
    Except(Box<(Lead, Lead)>),
    Replace(PathBuf),
    UndoImport,
    /// Take a person out for good.
    Erase(Ref),
    /// Put this text in where the cursor is.
    Insert(String),
    /// What was typed is thrown away.
    ThrowAway,
    /// Print there in that format.
    Print(String, Format),
    /// Write a file in that format.
    WriteAs(Format),
    /// Print in the other language.
    OtherLanguage,
    /// Take this record instead of the one that is being written.
    Instead(Box<Entry>),
    /// Switch the check or proposal off, or on again.
    SwitchCheck(&'static About),
    /// Ask for another limit.
    AskLimit(&'static About),
    /// Sort the list by that.
    Sort(By),
    /// Take the column into the list, or out of it.
    Column(What),
    /// Show the usual columns of the list.
    UsualColumns,
    SaveView(Box<SavedView>),
    /// Write the table over the file that stands there.
    WriteSheet(PathBuf),
}

/// One choice.
#[derive(Debug, Clone)]
pub struct Choice {
    pub label: Shown,
    /// Whether it is taken, where several can be.
    pub is_taken: Option<bool>,
    pub then: Then,
}

/// A dialog in front of everything.
#[derive(Debug)]
pub struct Dialog {
    pub title: Shown,
    pub lines: Vec<Shown>,
    pub choices: Vec<Choice>,
    pub cursor: usize,
    /// The letters that were typed to find a choice.
    typed: String,
}

impl Dialog {
    pub fn new(title: impl Into<String>) -> Dialog {
        Dialog { title: Shown::line(title), lines: Vec::new(), choices: Vec::new(), cursor: 0, typed: String::new() }
    }

    /// With a line more.
    pub fn line(mut self, line: impl Into<String>) -> Dialog {
        self.lines.push(Shown::line(line));
        self
    }

    /// With lines more.
    pub fn lines(self, lines: impl IntoIterator<Item = String>) -> Dialog {
        lines.into_iter().fold(self, Dialog::line)
    }

    /// With a choice more.
    pub fn choice(mut self, label: impl Into<String>, then: Then) -> Dialog {
        self.choices.push(Choice { label: Shown::line(label), is_taken: None, then });
        self
    }

    /// With a choice more that is taken or not beside others.
    pub fn mark(mut self, label: impl Into<String>, is_taken: bool, then: Then) -> Dialog {
        self.choices.push(Choice { label: Shown::line(label), is_taken: Some(is_taken), then });
        self
    }

    /// With the cursor on a choice.
    pub fn at(mut self, cursor: usize) -> Dialog {
        self.cursor = cursor.min(self.choices.len().saturating_sub(1));
        self
    }

    /// Moves the cursor round.
    pub fn step(&mut self, by: isize) {
        self.typed.clear();
        let count = self.choices.len().max(1) as isize;
        self.cursor = (self.cursor as isize + by).rem_euclid(count) as usize;
    }

    /// Moves the cursor to the choice that begins with the letters typed one after the other. A letter that nothing goes
    /// on with begins anew, and goes to the next choice that begins so.
    pub fn jump(&mut self, letter: char) {
        let typed = format!("{}{}", self.typed, letter.to_lowercase());
        let goes_on = !self.typed.is_empty();
        if let Some(found) = self.beginning(&typed, usize::from(!goes_on)) {
            (self.cursor, self.typed) = (found, typed);
            return;
        }
        self.typed = letter.to_lowercase().collect();
        match self.beginning(&self.typed, 1) {
            Some(found) => self.cursor = found,
            None => self.typed.clear(),
        }
    }

    /// The first choice that begins with a text, looked for from so many places after the cursor on.
    fn beginning(&self, typed: &str, after: usize) -> Option<usize> {
        let count = self.choices.len();
        let begins = |place: &usize| {
            self.choices.get(*place).is_some_and(|choice| choice.label.as_str().to_lowercase().starts_with(typed))
        };
        (after..count + after).map(|step| (self.cursor + step) % count).find(begins)
    }

    /// What the choice under the cursor leads to.
    pub fn chosen(&self) -> Then {
        self.choices.get(self.cursor).map_or(Then::Nothing, |choice| choice.then.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_typed_together_are_one_beginning() {
        let choices = ["inga", "källa", "kontaktväg", "kön", "nådd"];
        let mut dialog = choices.iter().fold(Dialog::new(""), |dialog, label| dialog.choice(*label, Then::Nothing));
        let mut typed = |letters: &str| {
            letters.chars().for_each(|letter| dialog.jump(letter));
            let at = choices[dialog.cursor];
            dialog.step(0);
            at
        };
        assert_eq!(typed("kön"), "kön");
        assert_eq!(typed("kon"), "kontaktväg");
        assert_eq!(typed("kk"), "källa", "one letter again goes on to the next that begins so");
        assert_eq!(typed("N"), "nådd");
        assert_eq!(typed("xk"), "källa");
    }
}
