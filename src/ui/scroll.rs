//! Lines that scroll so that the one under the cursor is seen: pages, Today, goals, help.

use super::canvas::{Canvas, Line, wrapped};
use super::theme::Role;
use crate::domain::{Shown, Text};
use crate::i18n::{fill, texts::app as t};
use ratatui::layout::Rect;

/// Lines one below the other.
#[derive(Default)]
pub struct Scroll<'a> {
    lines: Vec<Made<'a>>,
    cursor: Option<usize>,
}

/// A line, or how it is made when it is seen.
enum Made<'a> {
    Now(Line),
    WhenSeen(Box<dyn Fn() -> Line + 'a>),
}

impl<'a> Scroll<'a> {
    /// With a line more.
    pub fn line(&mut self, line: Line) {
        self.lines.push(Made::Now(line));
    }

    /// With a line of one text more.
    pub fn text(&mut self, text: impl Into<String>, role: Role) {
        self.line(vec![(Shown::line(text), role)]);
    }

    /// With an empty line more, if there is something above.
    pub fn gap(&mut self) {
        if !self.lines.is_empty() {
            self.line(Line::new());
        }
    }

    /// With a heading more, and a line before it if there is something above.
    pub fn heading(&mut self, heading: Text, canvas: &Canvas) {
        self.gap();
        self.text(heading.get(canvas.lang), Role::Title);
    }

    /// With a text more, wrapped at words to a width in columns.
    pub fn wrapped(&mut self, text: &str, role: Role, width: u16) {
        wrapped(text, width.into()).for_each(|line| self.line(vec![(line, role)]));
    }

    /// With a text more that the cursor can stand on, wrapped; the cursor marks its first line.
    pub fn wrapped_choice(&mut self, here: bool, text: &str, role: Role, width: u16) {
        self.tall_choice(here, wrapped(text, width.saturating_sub(2).into()).map(|line| vec![(line, role)]));
    }

    /// With lines more that are one choice: the cursor marks the first.
    pub fn tall_choice(&mut self, here: bool, lines: impl IntoIterator<Item = Line>) {
        for (place, line) in lines.into_iter().enumerate() {
            match place {
                0 => self.choice(here, line),
                _ => self.line(signed(false, line)),
            }
        }
    }

    /// With a line more that the cursor can stand on.
    pub fn choice(&mut self, here: bool, line: Line) {
        self.put_cursor(here);
        self.line(signed(here, line));
    }

    /// The same of many, each made only if it is seen.
    pub fn choice_when_seen(&mut self, here: bool, line: impl Fn() -> Line + 'a) {
        self.put_cursor(here);
        self.lines.push(Made::WhenSeen(Box::new(move || signed(here, line()))));
    }

    fn put_cursor(&mut self, here: bool) {
        if here {
            self.cursor = Some(self.lines.len());
        }
    }

    /// Draws as many lines as fit, the one under the cursor among them.
    pub fn draw(&self, area: Rect, canvas: &mut Canvas) {
        let height = usize::from(area.height);
        let last = self.lines.len().saturating_sub(height);
        // Half a page of what stands above is kept in sight.
        let first = self.cursor.map_or(0, |cursor| cursor.saturating_sub(height / 2)).min(last);
        self.draw_from(first, area, canvas);
    }

    /// Draws as many lines as fit from one on.
    pub fn draw_from(&self, first: usize, area: Rect, canvas: &mut Canvas) {
        for (row, (place, line)) in (0..area.height).zip(self.lines.iter().enumerate().skip(first)) {
            let row = Rect { y: area.y + row, height: 1, ..area };
            match line {
                Made::Now(line) => canvas.line(row, line),
                Made::WhenSeen(line) => canvas.line(row, &line()),
            }
            if self.cursor == Some(place) {
                canvas.mark(row, Role::Cursor);
            }
        }
        below(self.lines.len().saturating_sub(first + usize::from(area.height)), area, canvas);
    }
}

/// Says at the end of an area's last row how many more lines stand below it, if there are any.
pub fn below(count: usize, area: Rect, canvas: &mut Canvas) {
    if count > 0 && area.height > 0 {
        let more = Shown::new(fill(t::MORE_BELOW, canvas.lang, &[("n", &count)]));
        canvas.right(area.x, area.bottom() - 1, area.width, &more, Role::Key);
    }
}

/// A line that the cursor can stand on, with its sign.
fn signed(here: bool, line: Line) -> Line {
    let sign = if here { "> " } else { "  " };
    std::iter::once((Shown::new(sign), Role::Plain)).chain(line).collect()
}
