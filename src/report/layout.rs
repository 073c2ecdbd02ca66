//! A document as pieces that no page break may fall into, and the pieces as pages.

use super::breaks::{Slab, places};
use super::document::{Bar, Block, Chart, Heading, List, Note, Prose, Remark, Row, Signature, Table};
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
            Block::Heading(head) => vec![Piece {
                lines: heading(head, limit),
                space: 1,
                holds_next: true,
                is_heading: true,
                ..Piece::default()
            }],
            Block::Paragraph(prose) => paragraph(wrap(&prose.plain(), limit)),
            Block::List(list) => list_pieces(list, limit),
            Block::Table(table) => table_pieces(table, limit),
            Block::Chart(chart) => vec![whole(chart_lines(chart, limit))],
            Block::Remark(remark) => vec![whole(remark_lines(remark, limit))],
            Block::Writing { lines } => {
                vec![whole((0..*lines).flat_map(|_| [String::new(), "_".repeat(limit)]).collect())]
            }
            Block::Signatures(signatures) => {
                // Signatures never stand alone on a page: the end of the text before them comes along.
                hold_end(&mut all);
                signature_pieces(signatures, limit)
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
    let half = (height / 2).max(1);
    let pieces: Vec<Piece> = pieces.into_iter().flat_map(|piece| halves(piece, half)).collect();
    let slab = |piece: &Piece| Slab {
        height: piece.lines.len(),
        space: piece.space,
        holds_next: piece.holds_next,
        again: piece.again.as_ref().map_or(0, |again| again.len().min(half)),
    };
    let slabs: Vec<Slab> = pieces.iter().map(slab).collect();
    let mut pages: Vec<Vec<String>> = vec![Vec::new()];
    for (piece, place) in pieces.into_iter().zip(places(&slabs, height.max(2))) {
        pages.resize_with(pages.len().max(place.page + 1), Vec::new);
        let Some(page) = pages.last_mut() else { continue };
        if place.again {
            page.extend(piece.again.iter().flat_map(|again| again.iter().take(place.top).cloned()));
        }
        page.resize(place.top, String::new());
        page.extend(piece.lines);
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

/// A table under its caption, band by band.
fn table_pieces(table: &Table, limit: usize) -> Vec<Piece> {
    let caption =
        table.caption.iter().map(|caption| Piece { holds_next: true, ..whole(wrap(caption.as_str(), limit)) });
    let groups: Vec<bool> = table.rows.iter().map(|row| matches!(row, Row::Group(_))).collect();
    let mut pieces: Vec<Piece> = caption.collect();
    for band in bands(table, limit) {
        let mut new = band_pieces(band, &groups);
        if let (true, Some(head)) = (pieces.len() == 1 && table.caption.is_some(), new.first_mut()) {
            head.space = 0;
        }
        pieces.extend(new);
    }
    pieces
}

fn band_pieces(band: super::table::Band, groups: &[bool]) -> Vec<Piece> {
    let head = Rc::new(band.head);
    let first = Piece { lines: head.to_vec(), space: 1, holds_next: !band.rows.is_empty(), ..Piece::default() };
    // What names the rows below it stands with the first of them.
    let row = |(lines, group): (Vec<String>, &bool)| Piece {
        lines,
        again: Some(head.clone()),
        holds_next: *group,
        ..Piece::default()
    };
    let rows = band.rows.into_iter().zip(groups).map(row);
    let mut pieces: Vec<Piece> = std::iter::once(first).chain(rows).collect();
    // A short table stays whole, and the last row, which may be the total, never stands alone under the head.
    let first = if pieces.len() <= SHORT { 0 } else { pieces.len().saturating_sub(2) };
    let before_last = pieces.len().saturating_sub(1);
    pieces.iter_mut().take(before_last).skip(first).for_each(|piece| piece.holds_next = true);
    pieces
}

/// A heading: a section and a part of it with a rule to the end of the last line, a question by itself.
fn heading(heading: &Heading, limit: usize) -> Vec<String> {
    let rule = match heading.level {
        0 | 1 => "=",
        2 => "-",
        _ => return wrap(&heading.words(), limit),
    };
    let mut lines = wrap(&format!("{} {}", rule.repeat(2), heading.words()), limit);
    if let Some(last) = lines.last_mut() {
        let room = limit.saturating_sub(width(last) + 1);
        last.push_str(format!(" {}", rule.repeat(room)).trim_end());
    }
    lines
}

/// The points of a list, each under its sign.
fn list_pieces(list: &List, limit: usize) -> Vec<Piece> {
    let point = |(i, prose): (usize, &Prose)| {
        let sign = if list.numbered { format!("{}. ", i + 1) } else { "- ".to_owned() };
        let lines = wrap(&prose.plain(), limit.saturating_sub(width(&sign)));
        let mut pieces = paragraph(hanging(&sign, lines));
        if let (true, Some(first)) = (i > 0, pieces.first_mut()) {
            first.space = 0;
        }
        pieces
    };
    list.items.iter().enumerate().flat_map(point).collect()
}

/// A remark: its label before it, its other lines under the first.
fn remark_lines(remark: &Remark, limit: usize) -> Vec<String> {
    let sign = "! ";
    let words = format!("{}: {}", remark.label, remark.text.plain());
    hanging(sign, wrap(&words, limit.saturating_sub(width(sign))))
}

/// Lines after a sign, the second and later as far in as the first.
fn hanging(sign: &str, lines: Vec<String>) -> Vec<String> {
    let indent = " ".repeat(width(sign));
    let place = |(i, line): (usize, String)| if i == 0 { sign.to_owned() + &line } else { indent.clone() + &line };
    lines.into_iter().enumerate().map(place).collect()
}

/// One line for each bar: label, bar, value. Without anything to draw, the words that replace the chart.
fn chart_lines(chart: &Chart, limit: usize) -> Vec<String> {
    let most = chart.bars.iter().map(|b| b.value).max().unwrap_or(0);
    if most == 0 {
        return wrap(chart.replacement.as_str(), limit);
    }
    let widest = |texts: &dyn Fn(&Bar) -> usize| chart.bars.iter().map(texts).max().unwrap_or(0);
    let label = widest(&|b| width(b.label.as_str())).min(limit / 3);
    let value = widest(&|b| width(&b.figure.plain())).min(limit / 4);
    let room = limit.saturating_sub(label + value + 4).max(1) as u128;
    let bar = |bar: &Bar| {
        // A value above 0 has at least one mark, so that it is never taken for 0.
        let length = (u128::from(bar.value) * room / u128::from(most)).max(u128::from(bar.value > 0)) as usize;
        let name = pad(&shorten(bar.label.as_str(), label), label, false);
        let figure = pad(&shorten(&bar.figure.plain(), value), value, true);
        format!("{name}  {figure}  {}", "#".repeat(length)).trim_end().to_owned()
    };
    wrap(chart.title.as_str(), limit).into_iter().chain(chart.bars.iter().map(bar)).collect()
}

/// One signature below the other, with room to write; on one page as far as a page has room.
fn signature_pieces(signatures: &[Signature], limit: usize) -> Vec<Piece> {
    let last = signatures.len().saturating_sub(1);
    let half = limit.saturating_sub(4) / 2;
    let pair = |left: &str, right: &str| format!("{}    {}", pad(left, half, false), right).trim_end().to_owned();
    let rule = "_".repeat(half);
    let piece = |(i, signature): (usize, &Signature)| {
        let under = [&signature.place, &signature.name].map(|words| shorten(words.as_str(), half));
        let lines = vec![pair(&rule, &rule), pair(&under[0], &under[1])];
        Piece { lines, space: 3, holds_next: i < last, ..Piece::default() }
    };
    signatures.iter().enumerate().map(piece).collect()
}

/// Holds the last two lines of text, with what they hold, to what follows.
fn hold_end(pieces: &mut [Piece]) {
    let mut lines = 0;
    for piece in pieces.iter_mut().rev() {
        piece.holds_next = true;
        lines += if piece.is_heading { 0 } else { piece.lines.len() };
        if lines >= 2 {
            break;
        }
    }
}

/// A note under its mark: the command and the words on one line if they fit, else one under the other.
fn note_lines(note: &Note, limit: usize) -> Vec<String> {
    let mark = format!("[{}] ", note.mark);
    let room = limit.saturating_sub(width(&mark));
    let together = format!("{}: {}", note.command, note.text);
    let lines = match width(&together) <= room {
        true => vec![together],
        false => wrap(note.command.as_str(), room).into_iter().chain(wrap(note.text.as_str(), room)).collect(),
    };
    hanging(&mark, lines)
}
