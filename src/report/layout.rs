//! A document as pieces that no page break may fall into, and the pieces as pages.

use super::document::{Block, Chart, Note};
use super::table::bands;
use super::wrap::{pad, shorten, width, wrap};
use std::rc::Rc;

/// A table of so many pieces, its head included, is not divided between pages.
const SHORT: usize = 10;

/// Lines that stand together.
#[derive(Clone, Default)]
pub struct Piece {
    pub lines: Vec<String>,
    /// Empty lines before it, unless it begins a page.
    space: usize,
    /// Whether the next piece must stand on the same page.
    holds_next: bool,
    is_heading: bool,
    /// What is said again above it if it begins a page: the head of its table.
    again: Option<Rc<Vec<String>>>,
}

/// The pieces of a document's blocks, no line wider than `limit` columns.
pub fn pieces(blocks: &[Block], limit: usize) -> Vec<Piece> {
    let mut all: Vec<Piece> = Vec::new();
    for block in blocks {
        let mut new = match block {
            Block::Heading(text) => vec![Piece {
                lines: heading(text.as_str(), limit),
                space: 1,
                holds_next: true,
                is_heading: true,
                ..Piece::default()
            }],
            Block::Paragraph(text) => paragraph(wrap(text.as_str(), limit)),
            Block::Table(table) => bands(table, limit).into_iter().flat_map(table_pieces).collect(),
            Block::Chart(chart) => vec![whole(chart_lines(chart, limit))],
            Block::Writing { lines } => {
                vec![whole((0..*lines).flat_map(|_| [String::new(), "_".repeat(limit)]).collect())]
            }
            Block::Signature { place, name } => {
                // A signature never stands alone on a page: the end of the text before it comes along.
                if let Some(before) = all.last_mut() {
                    before.holds_next = true;
                }
                let mut piece = whole(signature(place.as_str(), name.as_str(), limit));
                piece.space = 3;
                vec![piece]
            }
            Block::Notes(notes) => {
                let piece = |(i, note)| Piece {
                    lines: note_lines(note, limit),
                    space: usize::from(i == 0),
                    ..Piece::default()
                };
                notes.iter().enumerate().map(piece).collect()
            }
        };
        // What follows a heading stands right under it.
        if let (true, Some(first)) = (all.last().is_some_and(|p| p.is_heading), new.first_mut()) {
            first.space = 0;
        }
        all.extend(new);
    }
    all
}

/// The pieces on pages of at most `height` lines. A piece is broken only if it is higher than half a page.
pub fn paginate(pieces: Vec<Piece>, height: usize) -> Vec<Vec<String>> {
    let height = height.max(2);
    let pieces: Vec<Piece> = pieces.into_iter().flat_map(|piece| halves(piece, height / 2)).collect();
    let mut pages: Vec<Vec<String>> = vec![Vec::new()];
    for (i, piece) in pieces.iter().enumerate() {
        let used = pages.last().map_or(0, Vec::len);
        if used > 0 && used + group_height(&pieces[i..], height) > height {
            pages.push(Vec::new());
        }
        put(&mut pages, piece, height);
    }
    pages
}

/// A piece in parts of at most `most` lines; only the last holds what follows it.
fn halves(piece: Piece, most: usize) -> Vec<Piece> {
    if piece.lines.len() <= most {
        return vec![piece];
    }
    let parts = piece.lines.chunks(most).map(<[String]>::to_vec);
    let mut parts: Vec<Piece> =
        parts.map(|lines| Piece { lines, again: piece.again.clone(), ..Piece::default() }).collect();
    if let Some(first) = parts.first_mut() {
        first.space = piece.space;
    }
    if let Some(last) = parts.last_mut() {
        last.holds_next = piece.holds_next;
    }
    parts
}

/// The lines of the first piece and of those that it holds, as far as they fit on one page.
fn group_height(pieces: &[Piece], height: usize) -> usize {
    let mut sum = 0;
    for piece in pieces {
        let higher = sum + piece.space + piece.lines.len();
        if sum > 0 && higher > height {
            break;
        }
        sum = higher;
        if !piece.holds_next {
            break;
        }
    }
    sum
}

fn put(pages: &mut Vec<Vec<String>>, piece: &Piece, height: usize) {
    let Some(page) = pages.last_mut() else { return };
    if page.is_empty() {
        // At most half a page, so that the other half has room for the piece.
        let again = piece.again.iter().flat_map(|a| a.iter().cloned());
        page.extend(again.take(height / 2));
    } else {
        page.extend(std::iter::repeat_n(String::new(), piece.space));
    }
    for line in &piece.lines {
        if let Some(page) = pages.last_mut().filter(|p| p.len() < height) {
            page.push(line.clone());
        } else {
            pages.push(vec![line.clone()]);
        }
    }
}

fn whole(lines: Vec<String>) -> Piece {
    Piece { lines, space: 1, ..Piece::default() }
}

/// The lines of a paragraph: neither its first nor its last line stands alone on a page.
fn paragraph(lines: Vec<String>) -> Vec<Piece> {
    let last = lines.len() - 1;
    let line = |(i, line): (usize, String)| Piece {
        lines: vec![line],
        space: usize::from(i == 0),
        holds_next: last > 0 && (i == 0 || i + 1 == last),
        ..Piece::default()
    };
    lines.into_iter().enumerate().map(line).collect()
}

fn table_pieces(band: super::table::Band) -> Vec<Piece> {
    let head = Rc::new(band.head);
    let first = Piece { lines: head.to_vec(), space: 1, holds_next: !band.rows.is_empty(), ..Piece::default() };
    let row = |lines| Piece { lines, again: Some(head.clone()), ..Piece::default() };
    let mut pieces: Vec<Piece> = std::iter::once(first).chain(band.rows.into_iter().map(row)).collect();
    // A short table stays whole, and the last row, which may be the total, never stands alone under the head.
    let first = if pieces.len() <= SHORT { 0 } else { pieces.len().saturating_sub(2) };
    let before_last = pieces.len().saturating_sub(1);
    pieces.iter_mut().take(before_last).skip(first).for_each(|piece| piece.holds_next = true);
    pieces
}

/// A heading with a rule to the end of its last line.
fn heading(text: &str, limit: usize) -> Vec<String> {
    let mut lines = wrap(&format!("== {text}"), limit);
    if let Some(last) = lines.last_mut() {
        let room = limit.saturating_sub(width(last) + 1);
        last.push_str(format!(" {}", "=".repeat(room)).trim_end());
    }
    lines
}

/// One line for each bar: label, bar, value. Without anything to draw, the words that replace the chart.
fn chart_lines(chart: &Chart, limit: usize) -> Vec<String> {
    let most = chart.bars.iter().map(|b| b.value).max().unwrap_or(0);
    if most == 0 {
        return wrap(chart.replacement.as_str(), limit);
    }
    let widest = |texts: &dyn Fn(&super::document::Bar) -> usize| chart.bars.iter().map(texts).max().unwrap_or(0);
    let label = widest(&|b| width(b.label.as_str())).min(limit / 3);
    let value = widest(&|b| width(b.value_text.as_str())).min(limit / 4);
    let room = limit.saturating_sub(label + value + 4).max(1) as u128;
    let bar = |bar: &super::document::Bar| {
        // A value above 0 has at least one mark, so that it is never taken for 0.
        let length = (u128::from(bar.value) * room / u128::from(most)).max(u128::from(bar.value > 0)) as usize;
        let name = pad(&shorten(bar.label.as_str(), label), label, false);
        let figure = pad(&shorten(bar.value_text.as_str(), value), value, true);
        format!("{name}  {figure}  {}", "#".repeat(length)).trim_end().to_owned()
    };
    wrap(chart.title.as_str(), limit).into_iter().chain(chart.bars.iter().map(bar)).collect()
}

fn signature(place: &str, name: &str, limit: usize) -> Vec<String> {
    let half = limit.saturating_sub(4) / 2;
    let pair = |left: &str, right: &str| format!("{}    {}", pad(left, half, false), right).trim_end().to_owned();
    let rule = "_".repeat(half);
    vec![pair(&rule, &rule), pair(&shorten(place, half), &shorten(name, half))]
}

/// A note under its mark: the command and the words on one line if they fit, else one under the other.
fn note_lines(note: &Note, limit: usize) -> Vec<String> {
    let mark = format!("[{}] ", note.mark);
    let indent = width(&mark);
    let room = limit.saturating_sub(indent);
    let together = format!("{}: {}", note.command, note.text);
    let lines = match width(&together) <= room {
        true => vec![together],
        false => wrap(note.command.as_str(), room).into_iter().chain(wrap(note.text.as_str(), room)).collect(),
    };
    let place = |(i, line): (usize, String)| if i == 0 { mark.clone() + &line } else { " ".repeat(indent) + &line };
    lines.into_iter().enumerate().map(place).collect()
}
