//! The frames on the terminal: what is drawn is compared with what is seen, and the difference is written in one piece.
//! A terminal wakes once for it, and sees no half of it.

use crate::app::App;
use crate::ui;
use crossterm::terminal::{BeginSynchronizedUpdate, Clear, ClearType, EndSynchronizedUpdate};
use ratatui::backend::{Backend, CrosstermBackend};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use std::io::{self, Write};
use std::mem;

/// What is drawn on.
pub struct Frames<W: Write> {
    backend: CrosstermBackend<Held<W>>,
    seen: Buffer,
    next: Buffer,
}

impl<W: Write> Frames<W> {
    /// Frames of a width and a height, with nothing on them and nothing remembered of what was.
    ///
    /// # Errors
    /// What the terminal refused.
    pub fn blank(to: W, size: (u16, u16)) -> io::Result<Frames<W>> {
        let backend = CrosstermBackend::new(Held { bytes: Vec::new(), to });
        let mut frames = Frames { backend, seen: Buffer::default(), next: Buffer::default() };
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
        crossterm::queue!(self.backend, Clear(ClearType::All))
    }

    /// Draws the state in one synchronized update.
    ///
    /// # Errors
    /// What the terminal refused.
    pub fn draw(&mut self, app: &App) -> io::Result<()> {
        let backend = &mut self.backend;
        crossterm::queue!(backend, BeginSynchronizedUpdate)?;
        let cursor = ui::view(app, &mut self.next);
        backend.draw(self.seen.diff_iter(&self.next))?;
        match cursor {
            Some(position) => {
                backend.show_cursor()?;
                backend.set_cursor_position(position)?;
            }
            None => backend.hide_cursor()?,
        }
        crossterm::execute!(backend, EndSynchronizedUpdate)?;
        // She sees it already: what is made ready for the next frame keeps nobody waiting.
        mem::swap(&mut self.seen, &mut self.next);
        self.next.reset();
        Ok(())
    }
}

/// What ends a frame: the end of a synchronized update.
const END: &[u8] = b"\x1b[?2026l";

/// Holds a frame until it is whole. A flush on the way (for a cursor that is hidden or moved) does not part it.
struct Held<W> {
    bytes: Vec<u8>,
    to: W,
}

impl<W: Write> Write for Held<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.bytes.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    /// Writes what is held if it is whole. What the terminal refuses is not held any longer: the next frame is another.
    fn flush(&mut self) -> io::Result<()> {
        if !self.bytes.ends_with(END) {
            return Ok(());
        }
        let written = self.to.write_all(&self.bytes);
        self.bytes.clear();
        written.and_then(|()| self.to.flush())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
        let mut held = Held { bytes: Vec::new(), to: Pieces(Vec::new()) };
        for text in ["\x1b[?2026h", "text", "\x1b[?25l"] {
            write!(held, "{text}").unwrap();
            held.flush().unwrap();
        }
        assert!(held.to.0.is_empty());
        held.write_all(END).unwrap();
        held.flush().unwrap();
        held.flush().unwrap();
        assert_eq!(held.to.0, [b"\x1b[?2026htext\x1b[?25l\x1b[?2026l".to_vec()]);
    }
}
