//! Tables: columns that stand under each other, figures by their decimal signs, rows that stay whole.

use super::flow::{BODY, Flow, TABLE, stacked};
use super::fonts::Face;
use super::lines::{Line, Run};
use super::piece::{Drawn, Piece, leading};
use super::tags::NodeId;
use crate::report::align::parts;
use crate::report::columns::{Size, fit, split};
use crate::report::document::{Align, Cell, Column, Row, Table};
use krilla::tagging::{TableHeaderScope, Tag, TagKind};
use std::num::NonZeroU32;
use std::rc::Rc;

/// Points between two columns.
const GAP: usize = 14;
/// No column of words is made narrower than this, if it has more to say.
const NARROWEST: usize = 80;
/// Above and below the text of a row.
const AIR: f32 = 2.2;
/// A table of so many rows, its head included, is not divided between pages.
const SHORT: usize = 14;

/// The columns of a table that stand beside each other.
struct Band<'a> {
    table: &'a Table,
    columns: Vec<usize>,
    widths: Vec<usize>,
    /// For each column of the table, how far the longest decimals go.
    rests: Vec<f32>,
}

impl Flow<'_> {
    /// A table, in bands of columns where it is wider than the page.
    pub fn table(&mut self, table: &Table) {
        let limit = self.width as usize;
        let sizes: Vec<Size> = table.columns.iter().enumerate().map(|(i, c)| self.size(table, i, c, limit)).collect();
        let rests: Vec<f32> = (0..table.columns.len()).map(|i| self.rests(table, i)).collect();
        for columns in split(&sizes, GAP, limit) {
            let widths = fit(&sizes, &columns, GAP, limit);
            self.band(&Band { table, columns, widths, rests: rests.clone() });
        }
    }

    fn size(&self, table: &Table, column: usize, Column { head, align }: &Column, limit: usize) -> Size {
        let setting = self.setting(TABLE);
        let rest = self.rests(table, column);
        let rows = table.rows.iter().filter(|row| !matches!(row, Row::Group(_)));
        let widths = rows.filter_map(|row| {
            let cell = row.cells().get(column)?;
            let width = setting.width(&self.cell(face(row), cell));
            Some(if *align == Align::Left { width } else { width - self.rest(face(row), cell, *align) + rest })
        });
        let figures = widths.fold(0.0, f32::max).ceil() as usize;
        let head = self.cell(Face::Bold, head);
        let most = figures.max(setting.width(&head).ceil() as usize).clamp(1, limit);
        let least = match align {
            Align::Left => most.min(NARROWEST),
            // A head may take several lines, a figure never.
            Align::Right | Align::Decimal => figures.max(setting.widest_word(&head).ceil() as usize),
        };
        // Two columns must fit beside each other.
        let is_words = *align == Align::Left;
        Size { is_words, least: least.clamp(1, (limit.saturating_sub(GAP) / 2).max(1)), most }
    }

    /// How far a figure goes from where those of its column meet.
    fn rest(&self, face: Face, cell: &Cell, align: Align) -> f32 {
        let before = self.run(face, &parts(cell, align).0);
        let setting = self.setting(TABLE);
        setting.width(&self.cell(face, cell)) - setting.width(&[before])
    }

    /// The longest such rest of a column of figures.
    fn rests(&self, table: &Table, column: usize) -> f32 {
        let align = table.columns.get(column).map_or(Align::Left, |column| column.align);
        if align == Align::Left {
            return 0.0;
        }
        let rows = table.rows.iter().filter(|row| !matches!(row, Row::Group(_)));
        let rests = rows.filter_map(|row| Some(self.rest(face(row), row.cells().get(column)?, align)));
        rests.fold(0.0, f32::max)
    }

    fn band(&mut self, band: &Band) {
        let across = band.widths.iter().sum::<usize>() + GAP * band.widths.len().saturating_sub(1);
        let across = across as f32;
        let whole = self.tags.part(None, Tag::Table);
        let first = self.pieces.len();
        if let Some(caption) = &band.table.caption {
            let node = self.tags.part(Some(whole), Tag::Caption);
            let lines = self.setting(BODY).lines(&[self.run(Face::Bold, caption.as_str())], self.width);
            let caption = Piece { space: 8.0, holds_next: true, ..stacked(lines, BODY, 0.0, Some(node)) };
            self.pieces.push(caption);
        }
        let head_part = self.tags.part(Some(whole), Tag::THead);
        let row_part = self.tags.part(Some(head_part), Tag::TR);
        let heads: Vec<Cell> = band.table.columns.iter().map(|column| column.head.clone()).collect();
        let tag = |_: usize| -> TagKind { Tag::TH(TableHeaderScope::Column).into() };
        let mut head = self.row(band, &heads, Face::Bold, true, row_part, &tag);
        head.drawn.push(Drawn::Rule { x: 0.0, top: head.height, width: across, thickness: 0.9, grey: 0 });
        head.height += 0.9;
        let again = head.drawn.iter().cloned().map(|drawn| match drawn {
            Drawn::Text { x, top, size, line, .. } => Drawn::Text { x, top, size, line, node: None },
            other => other,
        });
        let again = Rc::new((again.collect::<Vec<Drawn>>(), head.height));
        head.space = if self.pieces.len() > first { 2.0 } else { 8.0 };
        head.holds_next = !band.table.rows.is_empty();
        self.pieces.push(head);
        let body_part = self.tags.part(Some(whole), Tag::TBody);
        let rows = self.pieces.len();
        for row in &band.table.rows {
            let row_part = self.tags.part(Some(body_part), Tag::TR);
            let mut piece = match row {
                Row::Group(cell) => self.group(band, cell, across, row_part),
                Row::Cells(cells) | Row::Total(cells) => {
                    let tag = |i: usize| -> TagKind {
                        let words = band.table.columns.get(i).is_some_and(|column| column.align == Align::Left);
                        if i == 0 && words { Tag::TH(TableHeaderScope::Row).into() } else { Tag::TD.into() }
                    };
                    self.row(band, cells, face(row), false, row_part, &tag)
                }
            };
            if matches!(row, Row::Total(_)) {
                piece.drawn.push(Drawn::Rule { x: 0.0, top: 0.0, width: across, thickness: 0.9, grey: 0 });
            }
            piece.drawn.push(Drawn::Rule { x: 0.0, top: piece.height, width: across, thickness: 0.4, grey: 200 });
            piece.again = Some(again.clone());
            piece.holds_next = matches!(row, Row::Group(_));
            self.pieces.push(piece);
        }
        // A short table stays whole, and the last row, which may be the total, never stands alone under the head.
        let end = self.pieces.len().saturating_sub(1);
        let from = if end.saturating_sub(rows) < SHORT { rows } else { end.saturating_sub(1) };
        self.pieces.iter_mut().take(end).skip(from).for_each(|piece| piece.holds_next = true);
    }

    /// What the rows below have in common, across the whole table.
    fn group(&mut self, band: &Band, cell: &Cell, across: f32, row: NodeId) -> Piece {
        let span = NonZeroU32::new(band.columns.len() as u32);
        let node = self.tags.part(Some(row), Tag::TH(TableHeaderScope::Row).with_col_span(span));
        let lines = self.setting(TABLE).lines(&self.cell(Face::Bold, cell), across);
        let mut piece = stacked(lines, TABLE, 0.0, Some(node));
        piece.drawn = piece.drawn.into_iter().map(|drawn| drawn.moved(AIR + 3.0)).collect();
        piece.height += 2.0 * AIR + 3.0;
        piece
    }

    fn row(
        &mut self,
        band: &Band,
        cells: &[Cell],
        face: Face,
        is_head: bool,
        row: NodeId,
        tag: &dyn Fn(usize) -> TagKind,
    ) -> Piece {
        let empty = Cell::default();
        let mut left = 0.0;
        let mut texts: Vec<(f32, usize, Vec<Line>, NodeId)> = Vec::new();
        for (&column, &width) in band.columns.iter().zip(&band.widths) {
            let cell = cells.get(column).unwrap_or(&empty);
            let node = self.tags.part(Some(row), tag(column));
            let runs: Vec<Run> = self.cell(face, cell);
            let lines = self.setting(TABLE).lines(&runs, width as f32);
            texts.push((left, column, lines, node));
            left += (width + GAP) as f32;
        }
        let most = texts.iter().map(|(_, _, lines, _)| lines.len()).max().unwrap_or(1);
        let mut drawn = Vec::new();
        for ((left, column, lines, node), &width) in texts.into_iter().zip(&band.widths) {
            let align = band.table.columns.get(column).map_or(Align::Left, |column| column.align);
            let missing = match (align, is_head) {
                (Align::Right | Align::Decimal, false) => {
                    let rest = self.rest(face, cells.get(column).unwrap_or(&empty), align);
                    (band.rests.get(column).copied().unwrap_or(0.0) - rest).max(0.0)
                }
                _ => 0.0,
            };
            // Heads stand on the line above the rows.
            let above = if is_head { most - lines.len() } else { 0 };
            for (i, line) in lines.into_iter().enumerate() {
                let x = match align {
                    Align::Left => left,
                    Align::Right | Align::Decimal => left + (width as f32 - line.width - missing).max(0.0),
                };
                let top = AIR + (above + i) as f32 * leading(TABLE);
                drawn.push(Drawn::Text { x, top, size: TABLE, line, node: Some(node) });
            }
        }
        Piece { drawn, height: most as f32 * leading(TABLE) + 2.0 * AIR, text_lines: most, ..Piece::default() }
    }
}

fn face(row: &Row) -> Face {
    if matches!(row, Row::Cells(_)) { Face::Regular } else { Face::Bold }
}
