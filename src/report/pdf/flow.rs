//! A document's blocks as pieces, one under the other, and its parts as tags.

use super::fonts::{Face, Fonts};
use super::lines::{Line, Link, Run, Setting};
use super::piece::{Anchor, Drawn, Piece, leading};
use super::tags::{NodeId, Tags};
use crate::report::document::{Bar, Block, Cell, Chart, Document, Heading, List, Note, Prose, Remark, Signature, Span};
use krilla::tagging::{ListNumbering, Tag, TagKind};
use std::num::NonZeroU16;

/// Size of running text.
pub const BODY: f32 = 10.0;
/// Size of tables and charts.
pub const TABLE: f32 = 9.5;
/// Size of what stands at the edge: notes, head and foot of a page.
pub const SMALL: f32 = 8.5;
/// Between paragraphs.
const SPACE: f32 = 7.0;

/// Lays blocks out.
pub struct Flow<'a> {
    pub document: &'a Document,
    pub fonts: &'a Fonts,
    /// How wide the text is.
    pub width: f32,
    pub tags: Tags,
    pub pieces: Vec<Piece>,
}

impl Flow<'_> {
    /// Text set at a size.
    pub fn setting(&self, size: f32) -> Setting<'_> {
        Setting { fonts: self.fonts, lang: Some(self.document.lang), size }
    }

    /// The same for headings, whose words stay whole.
    fn heading_setting(&self, size: f32) -> Setting<'_> {
        Setting { lang: None, ..self.setting(size) }
    }

    /// Text as a run.
    pub fn run(&self, face: Face, text: &str) -> Run {
        Run { face, text: self.fonts.printable(face, text), link: None }
    }

    /// A cell's text and the mark of its note. A figure without a mark leads to its note by itself.
    pub fn cell(&self, face: Face, cell: &Cell) -> Vec<Run> {
        let figure = cell.figure.and_then(|place| self.document.figures.get(place)?.note);
        let link = if cell.note.is_none() { figure.map(Link::Note) } else { None };
        let mut runs = vec![Run { link, ..self.run(face, cell.text.as_str()) }];
        if let Some(mark) = cell.note {
            runs.push(self.run(face, "\u{a0}"));
            runs.push(Run { link: Some(Link::Note(mark)), ..self.run(Face::Regular, &format!("[{mark}]")) });
        }
        runs
    }

    fn prose(&self, prose: &Prose) -> Vec<Run> {
        let span = |span: &Span| match span {
            Span::Text(text) => vec![self.run(Face::Regular, text.as_str())],
            Span::Figure(cell) => self.cell(Face::Regular, cell),
            Span::Doubtful { text, remark } => {
                vec![self.run(Face::Bold, text.as_str()), self.run(Face::Regular, &format!("\u{a0}[{remark}]"))]
            }
        };
        prose.0.iter().flat_map(span).collect()
    }

    /// What, which period and made when, as the report begins.
    pub fn title(&mut self) {
        let Document { title, period, made, .. } = self.document;
        let parts =
            [(title, Face::Bold, 18.0, heading(1, title.as_str())), (period, Face::Regular, 11.0, Tag::P.into())];
        let parts = parts.into_iter().chain([(made, Face::Regular, BODY, Tag::P.into())]);
        for (words, face, size, kind) in parts {
            let node = self.tags.part(None, kind);
            let lines = self.heading_setting(size).lines(&[self.run(face, words.as_str())], self.width);
            let mut piece = stacked(lines, size, 0.0, Some(node));
            piece.space = 2.0;
            piece.holds_next = true;
            self.pieces.push(piece);
        }
    }

    pub fn block(&mut self, block: &Block) {
        let first = self.pieces.len();
        match block {
            Block::Heading(heading) => self.heading(heading),
            Block::Paragraph(prose) => {
                let runs = self.prose(prose);
                let node = self.tags.part(None, Tag::P);
                self.paragraph(&runs, 0.0, BODY, Some(node));
            }
            Block::List(list) => self.list(list),
            Block::Table(table) => self.table(table),
            Block::Chart(chart) => self.chart(chart),
            Block::Remark(remark) => self.remark(remark),
            Block::Writing { lines } => self.writing(*lines),
            Block::Signatures(signatures) => self.signatures(signatures),
            Block::Notes(notes) => notes.iter().for_each(|note| self.note(note)),
        }
        // What follows a heading stands near it.
        let after_heading = first.checked_sub(1).and_then(|before| self.pieces.get(before));
        let after_heading = after_heading.is_some_and(|piece| matches!(piece.anchor, Some(Anchor::Heading { .. })));
        if let (true, Some(piece)) = (after_heading, self.pieces.get_mut(first)) {
            piece.space = piece.space.min(3.0);
        }
    }

    fn heading(&mut self, head: &Heading) {
        let (size, space) = match head.level {
            0 | 1 => (14.0, 20.0),
            2 => (11.5, 14.0),
            _ => (BODY, 10.0),
        };
        let words = head.words();
        let node = self.tags.part(None, heading(head.level.max(1) + 1, &words));
        let lines = self.heading_setting(size).lines(&[self.run(Face::Bold, &words)], self.width);
        let mut piece = stacked(lines, size, 0.0, Some(node));
        piece.text_lines = 0;
        piece.space = space;
        piece.holds_next = true;
        piece.anchor = Some(Anchor::Heading { level: head.level, words });
        self.pieces.push(piece);
    }

    /// The lines of a paragraph: neither its first nor its last line stands alone on a page.
    fn paragraph(&mut self, runs: &[Run], indent: f32, size: f32, node: Option<NodeId>) {
        let lines = self.setting(size).lines(runs, self.width - indent);
        let last = lines.len() - 1;
        for (i, line) in lines.into_iter().enumerate() {
            let mut piece = stacked(vec![line], size, indent, node);
            piece.space = if i == 0 { SPACE } else { 0.0 };
            piece.holds_next = last > 0 && (i == 0 || i + 1 == last);
            self.pieces.push(piece);
        }
    }

    fn list(&mut self, list: &List) {
        let numbering = if list.numbered { ListNumbering::Decimal } else { ListNumbering::Disc };
        let parent = self.tags.part(None, Tag::L(numbering));
        for (i, item) in list.items.iter().enumerate() {
            let sign = if list.numbered { format!("{}.", i + 1) } else { "•".to_owned() };
            let runs = self.prose(item);
            let first = self.pieces.len();
            self.item(parent, vec![self.run(Face::Regular, &sign)], &runs, 18.0, BODY);
            if let Some(piece) = self.pieces.get_mut(first) {
                piece.space = if i == 0 { SPACE } else { 2.0 };
            }
        }
    }

    /// A point of a list, or a note: its sign, and its text beside it.
    fn item(&mut self, list: NodeId, sign: Vec<Run>, runs: &[Run], indent: f32, size: f32) {
        let item = self.tags.part(Some(list), Tag::LI);
        let label = self.tags.part(Some(item), Tag::Lbl);
        let body = self.tags.part(Some(item), Tag::LBody);
        let first = self.pieces.len();
        self.paragraph(runs, indent, size, Some(body));
        let line = self.setting(size).lines(&sign, indent).into_iter().next().unwrap_or_default();
        if let Some(piece) = self.pieces.get_mut(first) {
            piece.drawn.insert(0, Drawn::Text { x: 0.0, top: 0.0, size, line, node: Some(label) });
        }
    }

    fn chart(&mut self, chart: &Chart) {
        const ROW: f32 = 15.0;
        let most = chart.bars.iter().map(|bar| bar.value).max().unwrap_or(0);
        if most == 0 {
            let node = self.tags.part(None, Tag::P);
            return self.paragraph(&[self.run(Face::Regular, chart.replacement.as_str())], 0.0, BODY, Some(node));
        }
        let figure = self.tags.part(None, Tag::Figure(Some(chart.replacement.as_str().to_owned())));
        let setting = self.setting(TABLE);
        let text = |words: &str, limit: f32| {
            let runs = [self.run(Face::Regular, words)];
            setting.lines(&runs, limit).into_iter().next().unwrap_or_default()
        };
        let labels: Vec<Line> = chart.bars.iter().map(|bar| text(bar.label.as_str(), self.width / 3.0)).collect();
        let figures: Vec<Line> =
            chart.bars.iter().map(|bar| text(bar.figure.text.as_str(), self.width / 4.0)).collect();
        let widest = |lines: &[Line]| lines.iter().map(|line| line.width).fold(0.0, f32::max);
        let left = widest(&labels) + 8.0;
        let room = (self.width - left - widest(&figures) - 8.0).max(1.0);
        let mut drawn = Vec::new();
        let title = setting.lines(&[self.run(Face::Bold, chart.title.as_str())], self.width);
        let mut top = 0.0;
        for line in title {
            drawn.push(Drawn::Text { x: 0.0, top, size: TABLE, line, node: Some(figure) });
            top += leading(TABLE);
        }
        top += 3.0;
        let bars: Vec<(&Bar, (Line, Line))> = chart.bars.iter().zip(labels.into_iter().zip(figures)).collect();
        for (bar, (label, value)) in bars {
            // A value above 0 is seen, so that it is never taken for 0.
            let length = (bar.value as f64 / most as f64) as f32 * room;
            let length = if bar.value > 0 { length.max(0.7) } else { 0.0 };
            let x = left - 8.0 - label.width;
            drawn.push(Drawn::Text { x, top, size: TABLE, line: label, node: Some(figure) });
            if length > 0.0 {
                let (height, top) = (ROW - 5.0, top + 1.6);
                drawn.push(Drawn::Box { x: left, top, width: length, height, grey: 110, node: Some(figure) });
            }
            drawn.push(Drawn::Text { x: left + length + 4.0, top, size: TABLE, line: value, node: Some(figure) });
            top += ROW;
        }
        let text_lines = chart.bars.len();
        self.pieces.push(Piece { drawn, height: top, space: SPACE + 3.0, text_lines, ..Piece::default() });
    }

    fn remark(&mut self, Remark { label, text }: &Remark) {
        const INDENT: f32 = 12.0;
        let mut runs = vec![self.run(Face::Bold, &format!("{label}: "))];
        runs.extend(self.prose(text));
        let node = self.tags.part(None, Tag::P);
        let lines = self.setting(BODY).lines(&runs, self.width - INDENT);
        let mut piece = stacked(lines, BODY, INDENT, Some(node));
        let bar = Drawn::Box { x: 0.0, top: 0.0, width: 3.0, height: piece.height, grey: 60, node: None };
        piece.drawn.push(bar);
        piece.space = SPACE;
        self.pieces.push(piece);
    }

    fn writing(&mut self, lines: usize) {
        for _ in 0..lines {
            let rule = Drawn::Rule { x: 0.0, top: 25.0, width: self.width, thickness: 0.6, grey: 0 };
            self.pieces.push(Piece { drawn: vec![rule], height: 26.0, ..Piece::default() });
        }
    }

    /// One signature below the other, the end of the text before them on the same page.
    fn signatures(&mut self, signatures: &[Signature]) {
        let mut lines = 0;
        for piece in self.pieces.iter_mut().rev() {
            piece.holds_next = true;
            lines += piece.text_lines;
            if lines >= 2 {
                break;
            }
        }
        let half = (self.width - 24.0) / 2.0;
        for (i, Signature { place, name }) in signatures.iter().enumerate() {
            let mut drawn = Vec::new();
            let mut height = 0f32;
            for (words, x) in [(place, 0.0), (name, half + 24.0)] {
                let node = self.tags.part(None, Tag::P);
                drawn.push(Drawn::Rule { x, top: 0.0, width: half, thickness: 0.6, grey: 0 });
                let lines = self.setting(SMALL).lines(&[self.run(Face::Regular, words.as_str())], half);
                let under = stacked(lines, SMALL, x, Some(node));
                height = height.max(under.height + 3.0);
                drawn.extend(under.drawn.into_iter().map(|drawn| drawn.moved(3.0)));
            }
            let holds_next = i + 1 < signatures.len();
            self.pieces.push(Piece { drawn, height, space: 42.0, holds_next, ..Piece::default() });
        }
    }

    fn note(&mut self, note: &Note) {
        let list = self.tags.part(None, Tag::L(ListNumbering::None));
        let sign = Run { link: Some(Link::Back(note.mark)), ..self.run(Face::Regular, &format!("[{}]", note.mark)) };
        let command = self.run(Face::Mono, note.command.as_str());
        let text = self.run(Face::Regular, &format!("  {}", note.text));
        let first = self.pieces.len();
        self.item(list, vec![sign], &[command, text], 26.0, SMALL);
        if let Some(piece) = self.pieces.get_mut(first) {
            piece.space = 3.0;
            piece.anchor = Some(Anchor::Note(note.mark));
        }
    }
}

/// What a heading is for readers that do not see it.
fn heading(level: u8, words: &str) -> TagKind {
    let level = NonZeroU16::new(u16::from(level)).unwrap_or(NonZeroU16::MIN);
    Tag::Hn(level, Some(words.to_owned())).into()
}

/// Lines one under the other as one piece.
pub fn stacked(lines: Vec<Line>, size: f32, x: f32, node: Option<NodeId>) -> Piece {
    let text_lines = lines.len();
    let place = |(i, line)| Drawn::Text { x, top: i as f32 * leading(size), size, line, node };
    let drawn = lines.into_iter().enumerate().map(place).collect();
    Piece { drawn, height: text_lines as f32 * leading(size), text_lines, ..Piece::default() }
}
