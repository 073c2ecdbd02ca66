//! What is drawn on pages, and the pieces of it that no page break may fall into. Measures are points.

use super::lines::Line;
use super::tags::NodeId;
use std::rc::Rc;

/// Something drawn, placed from the top left of its piece.
#[derive(Clone, Debug)]
pub enum Drawn {
    /// Text, in a part of the document, or none where it only repeats what stands elsewhere.
    Text { x: f32, top: f32, size: f32, line: Line, node: Option<NodeId> },
    /// A line across.
    Rule { x: f32, top: f32, width: f32, thickness: f32, grey: u8 },
    /// A filled box; part of a chart, or only seen.
    Box { x: f32, top: f32, width: f32, height: f32, grey: u8, node: Option<NodeId> },
}

/// How high a line of text of a size is.
pub fn leading(size: f32) -> f32 {
    size * 1.4
}

impl Drawn {
    pub fn top(&self) -> f32 {
        match self {
            Drawn::Text { top, .. } | Drawn::Rule { top, .. } | Drawn::Box { top, .. } => *top,
        }
    }

    fn bottom(&self) -> f32 {
        match self {
            Drawn::Text { top, size, .. } => top + leading(*size),
            Drawn::Rule { top, thickness, .. } => top + thickness,
            Drawn::Box { top, height, .. } => top + height,
        }
    }

    /// The same further down.
    pub fn moved(mut self, by: f32) -> Drawn {
        match &mut self {
            Drawn::Text { top, .. } | Drawn::Rule { top, .. } | Drawn::Box { top, .. } => *top += by,
        }
        self
    }
}

/// A place that something leads to.
#[derive(Clone, Debug)]
pub enum Anchor {
    Note(usize),
    /// A heading, for the list of contents that a reader program shows beside the pages.
    Heading {
        level: u8,
        words: String,
    },
}

/// What stands together.
#[derive(Clone, Debug, Default)]
pub struct Piece {
    pub drawn: Vec<Drawn>,
    pub height: f32,
    /// Kept free before it, unless it begins a page.
    pub space: f32,
    /// Whether the next piece must stand on the same page.
    pub holds_next: bool,
    /// Lines of text that are no heading.
    pub text_lines: usize,
    /// What is said again above it if it begins a page: the head of its table, and its height.
    pub again: Option<Rc<(Vec<Drawn>, f32)>>,
    pub anchor: Option<Anchor>,
}

impl Piece {
    /// The piece in parts of at most `most` points; only the last holds what follows it.
    pub fn parts(mut self, most: f32) -> Vec<Piece> {
        let mut parts = Vec::new();
        while self.height > most {
            let over = self.drawn.iter().filter(|drawn| drawn.bottom() > most);
            let cut = over.map(Drawn::top).fold(most, f32::min);
            if cut <= 0.0 {
                break;
            }
            let (above, below): (Vec<Drawn>, Vec<Drawn>) = self.drawn.into_iter().partition(|drawn| drawn.top() < cut);
            parts.push(Piece {
                drawn: above,
                height: cut,
                space: self.space,
                again: self.again.clone(),
                anchor: self.anchor.take(),
                ..Piece::default()
            });
            self.drawn = below.into_iter().map(|drawn| drawn.moved(-cut)).collect();
            self.height -= cut;
            self.space = 0.0;
        }
        self.height = self.height.min(most);
        parts.push(self);
        parts
    }
}
