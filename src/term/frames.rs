//! A frame is written in one piece, so that a terminal wakes once for it and sees no half of it.

use std::io::{self, Write};

/// What ends a frame: the end of a synchronized update.
const END: &[u8] = b"\x1b[?2026l";

/// Holds a frame until it is whole. A flush on the way (for a cursor that is hidden or moved) does not part it.
pub struct Frames<W> {
    held: Vec<u8>,
    to: W,
}

impl<W: Write> Frames<W> {
    pub fn new(to: W) -> Frames<W> {
        Frames { held: Vec::new(), to }
    }
}

impl<W: Write> Write for Frames<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.held.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    /// Writes what is held if it is whole. What the terminal refuses is not held any longer: the next frame is another.
    fn flush(&mut self) -> io::Result<()> {
        if !self.held.ends_with(END) {
            return Ok(());
        }
        let written = self.to.write_all(&self.held);
        self.held.clear();
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
        let mut frames = Frames::new(Pieces(Vec::new()));
        for text in ["\x1b[?2026h", "text", "\x1b[?25l"] {
            write!(frames, "{text}").unwrap();
            frames.flush().unwrap();
        }
        assert!(frames.to.0.is_empty());
        frames.write_all(END).unwrap();
        frames.flush().unwrap();
        frames.flush().unwrap();
        assert_eq!(frames.to.0, [b"\x1b[?2026htext\x1b[?25l\x1b[?2026l".to_vec()]);
    }
}
