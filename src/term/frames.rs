//! The frames on the terminal: what is drawn is compared with what is seen, and the difference is written in one piece.
//! A terminal wakes once for it, and sees no half of it.

use crate::app::App;
use crate::ui;
use crossterm::cursor::{Hide, MoveTo, Show};
use crossterm::queue;
use crossterm::style::{Attribute, SetAttribute, SetBackgroundColor, SetForegroundColor};
use crossterm::terminal::{BeginSynchronizedUpdate, Clear, ClearType, EndSynchronizedUpdate};
use ratatui::backend::IntoCrossterm;
use ratatui::buffer::{Buffer, Cell, CellWidth};
use ratatui::layout::{Position, Rect};
use ratatui::style::{Color, Modifier};
use std::io::{self, Write};
use std::mem;

/// What is drawn on.
pub struct Frames<W: Write> {
    to: W,
    seen: Buffer,
    next: Buffer,
    /// What goes to the terminal with the next frame.
    bytes: Vec<u8>,
}

impl<W: Write> Frames<W> {
    /// Frames of a width and a height, with nothing on them and nothing remembered of what was.
    ///
    /// # Errors
    /// What the terminal refused.
    pub fn blank(to: W, size: (u16, u16)) -> io::Result<Frames<W>> {
        let mut frames = Frames { to, seen: Buffer::default(), next: Buffer::default(), bytes: Vec::new() };
        frames.resize(size)?;
        Ok(frames)
    }

    /// Begins anew with another size.
    ///
    /// # Errors
    /// What the terminal refused.
    pub fn resize(&mut self, (width, height): (u16, u16)) -> io::Result<()> {
        let empty = Buffer::empty(Rect { x: 0, y: 0, width, height });
        (self.seen, self.next) = (empty.clone(), empty);
        queue!(self.bytes, Clear(ClearType::All))
    }

    /// Draws the state in one synchronized update.
    ///
    /// # Errors
    /// What the terminal refused.
    pub fn draw(&mut self, app: &App) -> io::Result<()> {
        let cursor = ui::view(app, &mut self.next);
        self.show(cursor)
    }

    /// Shows what was drawn, and the cursor where it goes.
    fn show(&mut self, cursor: Option<Position>) -> io::Result<()> {
        let bytes = &mut self.bytes;
        queue!(bytes, BeginSynchronizedUpdate)?;
        write_cells(bytes, difference(&self.seen, &self.next))?;
        match cursor {
            Some(Position { x, y }) => queue!(bytes, Show, MoveTo(x, y))?,
            None => queue!(bytes, Hide)?,
        }
        queue!(bytes, EndSynchronizedUpdate)?;
        let written = self.to.write_all(bytes).and_then(|()| self.to.flush());
        bytes.clear();
        // She sees it already: what is made ready for the next frame keeps nobody waiting.
        mem::swap(&mut self.seen, &mut self.next);
        self.next.reset();
        written
    }
}

/// So many columns are sooner written once more than the cursor is moved over them.
const NEAR: u16 = 6;

/// The cells that are other than they were. Between two that are near to each other those that are not are written too:
/// a page is half as many commands then, and short enough for a terminal to take it at once. A sign of two columns
/// leaves its look in the second where something takes the first, so that one is written too.
fn difference<'a>(seen: &'a Buffer, next: &'a Buffer) -> impl Iterator<Item = (u16, u16, &'a Cell)> {
    let mut before = None;
    seen.diff_iter(next).flat_map(move |(x, y, cell)| {
        let first = before.replace((x, y)).filter(|before| is_near(next, *before, (x, y))).map_or(x, |(x, _)| x + 1);
        let last = if is_narrow(cell) { x } else { x + cell.cell_width().max(1) - 1 };
        let was_wide = seen.cell((last, y)).is_some_and(|cell| !is_narrow(cell));
        let left_over = Some(last + 1).filter(|&x| was_wide && x < next.area.right());
        (first..=x).chain(left_over).map(move |x| (x, y, &next[(x, y)]))
    })
}

/// Whether two cells are near to each other, and all up to there look alike and take one column.
fn is_near(next: &Buffer, (before, line): (u16, u16), (x, y): (u16, u16)) -> bool {
    let is_alike = |cell: &Cell| is_narrow(cell) && look(cell) == look(&next[(before, y)]);
    line == y && x - before <= NEAR && (x - before == 1 || (before..x).all(|x| is_alike(&next[(x, y)])))
}

/// Whether a sign takes one column for sure: none of two bytes or less takes two.
fn is_narrow(cell: &Cell) -> bool {
    cell.symbol().len() <= 2
}

/// How a cell looks, its sign apart.
type Look = (Color, Color, Modifier);

fn look(cell: &Cell) -> Look {
    (cell.fg, cell.bg, cell.modifier)
}

/// Writes cells where they stand. The terminal's look is plain before and after.
fn write_cells<'a>(bytes: &mut Vec<u8>, cells: impl Iterator<Item = (u16, u16, &'a Cell)>) -> io::Result<()> {
    let plain = look(&Cell::EMPTY);
    let (mut worn, mut place) = (plain, None);
    for (x, y, cell) in cells {
        if place != Some((x, y)) {
            queue!(bytes, MoveTo(x, y))?;
        }
        if look(cell) != worn {
            worn = look(cell);
            wear(bytes, worn)?;
        }
        bytes.extend_from_slice(cell.symbol().as_bytes());
        place = Some((x + 1, y));
    }
    if worn == plain { Ok(()) } else { wear(bytes, plain) }
}

/// Gives what is written from here on a look, whatever it had before.
fn wear(bytes: &mut Vec<u8>, (text, ground, modifier): Look) -> io::Result<()> {
    const ATTRIBUTES: [(Modifier, Attribute); 4] = [
        (Modifier::BOLD, Attribute::Bold),
        (Modifier::DIM, Attribute::Dim),
        (Modifier::UNDERLINED, Attribute::Underlined),
        (Modifier::REVERSED, Attribute::Reverse),
    ];
    queue!(bytes, SetAttribute(Attribute::Reset))?;
    for (_, attribute) in ATTRIBUTES.into_iter().filter(|(one, _)| modifier.contains(*one)) {
        queue!(bytes, SetAttribute(attribute))?;
    }
    if text != Color::Reset {
        queue!(bytes, SetForegroundColor(text.into_crossterm()))?;
    }
    if ground != Color::Reset {
        queue!(bytes, SetBackgroundColor(ground.into_crossterm()))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::collection::vec;
    use proptest::prelude::*;
    use ratatui::style::Style;
    use std::num::NonZero;

    const SIZE: (u16, u16) = (24, 5);

    /// A text somewhere, with a look.
    fn text() -> impl Strategy<Value = (u16, u16, String, Style)> {
        let sign = prop::sample::select(vec!["a", "b", " ", "å", "·", "o\u{308}", "漢", "👧", "…", "\u{301}"]);
        // The terminal of this test is bold or dim, not both.
        let weight = prop::sample::select(vec![Modifier::empty(), Modifier::BOLD, Modifier::DIM]);
        let modifiers = prop::sample::subsequence(vec![Modifier::UNDERLINED, Modifier::REVERSED], 0..=2);
        let look = ((weight, modifiers), 0u8..3, 0u8..3);
        let style = look.prop_map(|((weight, modifiers), text, ground)| {
            let colour = |number: u8| if number == 0 { Color::Reset } else { Color::Indexed(number) };
            let modifier = modifiers.into_iter().fold(weight, Modifier::union);
            Style::reset().fg(colour(text)).bg(colour(ground)).add_modifier(modifier)
        });
        (0..SIZE.0, 0..SIZE.1, vec(sign, 1..20).prop_map(|signs| signs.concat()), style)
    }

    proptest! {
        #[test]
        fn a_terminal_shows_what_was_drawn(frames in vec(vec(text(), 0..6), 1..5)) {
            let [rows, columns] = [SIZE.1, SIZE.0].map(|cells| NonZero::new(cells).unwrap());
            let mut terminal = vt100::Parser::new(rows, columns, 0);
            let mut shown = Frames::blank(Vec::new(), SIZE).unwrap();
            for texts in frames {
                for (x, y, text, style) in texts {
                    shown.next.set_string(x, y, text, style);
                }
                shown.show(None).unwrap();
                terminal.process(&mem::take(&mut shown.to));
                for ((x, y), cell) in shown.seen.area.positions().map(|p| ((p.x, p.y), &shown.seen[p])) {
                    let seen = terminal.screen().cell(y, x).unwrap();
                    if seen.is_wide_continuation() {
                        continue;
                    }
                    let sign = if seen.has_contents() { seen.contents() } else { " " };
                    let colour = |colour| match colour {
                        vt100::Color::Idx(number) => Color::Indexed(number),
                        _ => Color::Reset,
                    };
                    let modifiers = [
                        (seen.bold(), Modifier::BOLD),
                        (seen.dim(), Modifier::DIM),
                        (seen.underline(), Modifier::UNDERLINED),
                        (seen.inverse(), Modifier::REVERSED),
                    ];
                    let modifiers = modifiers.into_iter().filter(|(has, _)| *has).map(|(_, modifier)| modifier);
                    let modifier = modifiers.fold(Modifier::empty(), Modifier::union);
                    let seen = (colour(seen.fgcolor()), colour(seen.bgcolor()), modifier);
                    prop_assert_eq!((sign, seen), (cell.symbol(), look(cell)), "at {}, {}", x, y);
                }
            }
        }
    }

    #[test]
    fn a_frame_goes_out_whole_and_once() {
        struct Pieces(Vec<Vec<u8>>);
        impl Write for Pieces {
            fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
                self.0.push(bytes.to_vec());
                Ok(bytes.len())
            }
            fn flush(&mut self) -> io::Result<()> {
                Ok(())
            }
        }
        let mut frames = Frames::blank(Pieces(Vec::new()), (9, 1)).unwrap();
        frames.show(None).unwrap();
        frames.next.set_string(0, 0, "abcdefg", Style::new());
        frames.show(Some(Position { x: 7, y: 0 })).unwrap();
        frames.next.set_string(0, 0, "xbcdexg", Style::new());
        frames.show(None).unwrap();
        let written = [
            "\x1b[2J\x1b[?2026h\x1b[?25l",
            "\x1b[?2026h\x1b[1;1Habcdefg\x1b[?25h\x1b[1;8H",
            "\x1b[?2026h\x1b[1;1Hxbcdex\x1b[?25l",
        ];
        assert_eq!(frames.to.0, written.map(|frame| format!("{frame}\x1b[?2026l").into_bytes()));
    }
}
