//! What was typed in a field, stroke by stroke, so that it can be undone and done again. A word is a stroke, and so are
//! letters erased in a row, a paste, and anything else at once.

/// So many strokes can be undone.
const MOST: usize = 1000;

/// What was put in the place of what.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Stroke {
    /// Byte place.
    at: usize,
    taken: String,
    put: String,
    /// Where the cursor stood before.
    cursor: usize,
}

/// The strokes that can be undone and done again.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Strokes {
    past: Vec<Stroke>,
    future: Vec<Stroke>,
    /// The next letter may join the latest stroke: nothing else was done since.
    joins: bool,
}

impl Strokes {
    /// Notes that a text was put in the place of another.
    pub fn note(&mut self, at: usize, taken: &str, put: &str, cursor: usize) {
        self.future.clear();
        let one = |text: &str| text.chars().count() == 1;
        let joins =
            self.joins && if put.is_empty() { self.join_cut(at, taken) } else { one(put) && self.join_put(at, put) };
        let is_something = !taken.is_empty() || !put.is_empty();
        if is_something && !joins {
            self.past.push(Stroke { at, taken: taken.to_owned(), put: put.to_owned(), cursor });
            self.past.drain(..self.past.len().saturating_sub(MOST));
        }
        self.joins = one(put) || (put.is_empty() && one(taken));
    }

    /// A letter typed after the latest joins it, unless it begins a word.
    fn join_put(&mut self, at: usize, put: &str) -> bool {
        let Some(last) = self.past.last_mut().filter(|last| last.at + last.put.len() == at && !last.put.is_empty())
        else {
            return false;
        };
        let begins_word = last.put.ends_with(char::is_whitespace) && !put.starts_with(char::is_whitespace);
        if !begins_word {
            last.put.push_str(put);
        }
        !begins_word
    }

    /// A letter erased before the latest erased one joins it.
    fn join_cut(&mut self, at: usize, taken: &str) -> bool {
        let one = taken.chars().count() == 1;
        let Some(last) = self.past.last_mut().filter(|last| one && last.put.is_empty() && at + taken.len() == last.at)
        else {
            return false;
        };
        last.taken.insert_str(0, taken);
        last.at = at;
        true
    }

    /// The next stroke stands for itself: the cursor was moved.
    pub fn pause(&mut self) {
        self.joins = false;
    }

    /// Takes the latest stroke back; where the cursor is then. `None`: there is none.
    pub fn undo(&mut self, text: &mut String) -> Option<usize> {
        let stroke = self.past.pop()?;
        text.replace_range(stroke.at..stroke.at + stroke.put.len(), &stroke.taken);
        let cursor = stroke.cursor;
        self.future.push(stroke);
        self.joins = false;
        Some(cursor)
    }

    /// Does the stroke that was taken back last again; where the cursor is then. `None`: there is none.
    pub fn redo(&mut self, text: &mut String) -> Option<usize> {
        let stroke = self.future.pop()?;
        text.replace_range(stroke.at..stroke.at + stroke.taken.len(), &stroke.put);
        let cursor = stroke.at + stroke.put.len();
        self.past.push(stroke);
        self.joins = false;
        Some(cursor)
    }
}
