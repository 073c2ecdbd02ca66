//! The one place where text gets onto the screen: it takes `Shown` and the program's own words, nothing else, measures
//! in columns and cuts at grapheme clusters.

use super::theme::Role;
use crate::app::awaited::Awaited;
use crate::app::text_field::{columns, one_each, wrap};
use crate::domain::{Lang, Shown, Text};
use crate::i18n::texts::app as t;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use std::borrow::Cow;
use unicode_segmentation::UnicodeSegmentation;

/// Texts with their roles, one after the other on a line.
pub type Line = Vec<(Shown, Role)>;

/// What is drawn on.
pub struct Canvas<'a> {
    buffer: &'a mut Buffer,
    colour: bool,
    pub lang: Lang,
    /// Where the terminal's cursor goes.
    pub cursor: Option<Position>,
}

impl<'a> Canvas<'a> {
    pub fn new(buffer: &'a mut Buffer, colour: bool, lang: Lang) -> Canvas<'a> {
        Canvas { buffer, colour, lang, cursor: None }
    }

    /// Puts a text on one line, cut to a width, and gives back how many columns it took.
    pub fn put(&mut self, x: u16, y: u16, width: u16, text: &Shown, role: Role) -> u16 {
        match text.as_str().contains('\n') {
            true => self.write(x, y, width, Shown::line(text).as_str(), role),
            false => self.write(x, y, width, text.as_str(), role),
        }
    }

    /// The same for a text of the program.
    pub fn label(&mut self, x: u16, y: u16, width: u16, text: Text, role: Role) -> u16 {
        self.sign(x, y, width, text.get(self.lang), role)
    }

    /// The same for a sign or a word that stands in the program itself.
    pub fn sign(&mut self, x: u16, y: u16, width: u16, sign: &'static str, role: Role) -> u16 {
        self.write(x, y, width, sign, role)
    }

    fn write(&mut self, x: u16, y: u16, width: u16, text: &str, role: Role) -> u16 {
        if !self.buffer.area.contains(Position { x, y }) {
            return 0;
        }
        let width = width.min(self.buffer.area.right() - x);
        let fitting = fit(text, width.into());
        let style = role.style(self.colour);
        if let Some(count) = one_each(&fitting) {
            let start = self.buffer.index_of(x, y);
            for (cell, c) in self.buffer.content[start..start + count].iter_mut().zip(fitting.chars()) {
                cell.set_char(c).set_style(style);
            }
            return count as u16;
        }
        let (end, _) = self.buffer.set_stringn(x, y, &fitting, width.into(), style);
        end.saturating_sub(x)
    }

    /// Fills an area with a sign.
    fn fill(&mut self, area: Rect, sign: char) {
        let style = Role::Quiet.style(self.colour);
        for position in area.intersection(self.buffer.area).positions() {
            self.buffer[position].set_char(sign).set_style(style);
        }
    }

    /// A text cut or filled up to a width, with a space after it.
    pub fn padded(text: &str, width: usize) -> Shown {
        let line = Shown::line(text);
        let cut = fit(line.as_str(), width.saturating_sub(1));
        let gap = " ".repeat(width.saturating_sub(columns(&cut)));
        Shown::new(format!("{cut}{gap}"))
    }

    /// Puts a text at the right end of a width.
    pub fn right(&mut self, x: u16, y: u16, width: u16, text: &Shown, role: Role) {
        let taken = (columns(text.as_str()) as u16).min(width);
        self.put(x + width - taken, y, taken, text, role);
    }

    /// Puts a line's texts one after the other; a line under the cursor is marked over its whole width.
    pub fn line(&mut self, area: Rect, line: &Line) {
        let mut x = area.x;
        for (text, role) in line {
            x += self.put(x, area.y, area.right().saturating_sub(x), text, *role);
        }
    }

    /// What a view has been answered; until then, or where it was refused, that is said in the area.
    pub fn answer<'t, T>(&mut self, area: Rect, awaited: &'t Awaited<T>) -> Option<&'t T> {
        match awaited.told() {
            None => {
                self.label(area.x, area.y, area.width, t::LOADING, Role::Quiet);
                None
            }
            Some(Err(fault)) => {
                self.wrapped(area, fault, Role::Wrong);
                None
            }
            Some(Ok(answer)) => Some(answer),
        }
    }

    /// Wraps a text into an area, and gives back how many rows it took.
    pub fn wrapped(&mut self, area: Rect, text: &Shown, role: Role) -> u16 {
        let mut rows = 0;
        for line in wrapped(text.as_str(), area.width.into()).take(area.height.into()) {
            self.put(area.x, area.y + rows, area.width, &line, role);
            rows += 1;
        }
        rows
    }

    /// Gives an area a role's look, keeping its text.
    pub fn mark(&mut self, area: Rect, role: Role) {
        self.buffer.set_style(area.intersection(self.buffer.area), role.style(self.colour));
    }

    /// Empties an area.
    pub fn clear(&mut self, area: Rect) {
        let area = area.intersection(self.buffer.area);
        for position in area.positions() {
            if let Some(cell) = self.buffer.cell_mut(position) {
                cell.reset();
            }
        }
    }

    /// A line across an area's first row.
    pub fn rule(&mut self, area: Rect) {
        self.fill(Rect { height: area.height.min(1), ..area }, '─');
    }

    /// A line down an area's first column.
    pub fn column(&mut self, area: Rect) {
        self.fill(Rect { width: area.width.min(1), ..area }, '│');
    }

    /// A frame around an area, which is emptied, and the area inside.
    pub fn framed(&mut self, area: Rect) -> Rect {
        self.clear(area);
        self.frame(area)
    }

    /// A frame around an area in which nothing stands, and the area inside.
    pub fn frame(&mut self, area: Rect) -> Rect {
        let area = area.intersection(self.buffer.area);
        if area.width < 2 || area.height < 2 {
            return Rect { width: 0, height: 0, ..area };
        }
        let (right, bottom) = (area.right() - 1, area.bottom() - 1);
        for y in [area.y, bottom] {
            self.rule(Rect { y, ..area });
        }
        for x in [area.x, right] {
            self.column(Rect { x, ..area });
        }
        for (x, y, corner) in [(area.x, area.y, "┌"), (right, area.y, "┐"), (area.x, bottom, "└"), (right, bottom, "┘")]
        {
            self.sign(x, y, 1, corner, Role::Quiet);
        }
        Rect { x: area.x + 2, y: area.y + 1, width: area.width.saturating_sub(4), height: area.height - 2 }
    }

    /// Puts the terminal's cursor somewhere.
    pub fn set_cursor(&mut self, x: u16, y: u16) {
        let position = Position { x, y };
        if self.buffer.area.contains(position) {
            self.cursor = Some(position);
        }
    }
}

/// A text as lines, wrapped at words to a width in columns.
pub(super) fn wrapped(text: &str, width: usize) -> impl Iterator<Item = Shown> {
    wrap(text, width).into_iter().map(|line| Shown::line(text[line].trim_end()))
}

/// A text cut to a width, with `…` where something is left out.
pub(super) fn fit(text: &str, width: usize) -> Cow<'_, str> {
    match one_each(text) {
        Some(count) if count <= width => return Cow::Borrowed(text),
        None if columns(text) <= width => return Cow::Borrowed(text),
        Some(_) if width > 0 => return Cow::Owned(text.chars().take(width - 1).chain(['…']).collect()),
        _ => {}
    }
    let mut fitting = String::new();
    let mut used = 0;
    for cluster in text.graphemes(true) {
        if used + columns(cluster) + 1 > width {
            break;
        }
        used += columns(cluster);
        fitting.push_str(cluster);
    }
    if width > 0 {
        fitting.push('…');
    }
    Cow::Owned(fitting)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_cut_at_clusters() {
        assert_eq!(fit("Södermalm", 9), "Södermalm");
        assert_eq!(fit("So\u{308}dermalm", 3), "So\u{308}…");
        assert_eq!(fit("漢字漢字", 4), "漢…");
        assert_eq!(fit("👩\u{200d}👧x", 2), "…");
        assert_eq!(fit("abc", 0), "");
    }

    #[test]
    fn nothing_is_drawn_outside() {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 3, 1));
        let mut canvas = Canvas::new(&mut buffer, false, Lang::Sv);
        let text = Shown::new("åäöabc");
        assert_eq!(canvas.put(5, 0, 9, &text, Role::Plain), 0);
        assert_eq!(canvas.put(1, 0, 9, &text, Role::Plain), 2);
        canvas.framed(Rect::new(0, 0, 9, 9));
        canvas.set_cursor(9, 9);
        assert_eq!(canvas.cursor, None);
    }
}
