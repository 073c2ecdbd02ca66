//! The cells of a table that rows lie in, a stretch of rows at a time, and how many rows lie in each.

use super::column::{Chunk, Column, Room, row_code};
use super::scope::Scope;
use super::terms::{Selected, Stretch, Tests, how_many};
use crate::facts::STRETCH;
use std::ops::IndexMut;

/// The two columns that a table is counted by. A cell is the row's number times the width and the column's number.
pub(super) struct Grid<'a> {
    pub scope: &'a Scope<'a>,
    pub tests: &'a Tests<'a>,
    pub rows: &'a Column<'a>,
    pub columns: &'a Column<'a>,
    /// The binary logarithm of the width.
    pub bits: u32,
}

/// The cells of the rows of a stretch.
pub(super) enum Cells<'a> {
    /// The same for all.
    Same(usize),
    /// A byte for each row, and the cells that the bytes stand for.
    Bytes(&'a [u8], Line),
    Each(&'a [u32]),
}

/// Cells at even distances, which bytes stand for.
#[derive(Clone, Copy, PartialEq)]
pub(super) struct Line {
    first: usize,
    /// The binary logarithm of the distance.
    bits: u32,
    /// No byte is higher.
    highest: u8,
}

/// The counts of a cell. Rows next to each other are counted apart, since an addition waits for the one before it if
/// both are to the same place in memory.
type Lanes = [u32; 4];

impl Cells<'_> {
    /// Calls `f` with each selected row of the stretch, by its place there, and its cell.
    pub fn each(&self, stretch: &Stretch, mut f: impl FnMut(usize, usize)) {
        match self {
            Cells::Same(cell) => stretch.each(|place| f(place, *cell)),
            Cells::Bytes(bytes, line) => stretch.each(|place| f(place, line.cell(bytes[place]))),
            Cells::Each(cells) => stretch.each(|place| f(place, cells[place] as usize)),
        }
    }
}

impl Line {
    fn cell(self, byte: u8) -> usize {
        self.first + (usize::from(byte) << self.bits)
    }
}

impl Grid<'_> {
    /// Calls `each` with every stretch that has selected rows and the cells of its rows. Stretches are parted where
    /// rows or columns change with the day.
    pub fn stretches(&self, mut each: impl FnMut(&Stretch, Cells)) {
        let mut rooms = Box::<Rooms>::default();
        self.tests.stretches(|stretch| {
            self.rows.runs(self.scope, stretch.rows.clone(), stretch.span, |rows, span| {
                self.columns.runs(self.scope, rows, span, |rows, span| {
                    if let Some(part) = stretch.part(rows, span) {
                        each(&part, self.cells(&part, &mut rooms));
                    }
                });
            });
        });
    }

    fn cells<'r>(&'r self, stretch: &Stretch, rooms: &'r mut Rooms) -> Cells<'r> {
        let Rooms { down, across, bytes, cells } = rooms;
        let bits = self.bits;
        let rows = self.rows.read(self.scope, stretch.rows.clone(), stretch.span, down);
        let columns = self.columns.read(self.scope, stretch.rows.clone(), stretch.span, across);
        // A narrow column has no number that does not fit in a byte.
        let line =
            |first: u32, bits, highest: u32| Line { first: first as usize, bits, highest: highest.min(255) as u8 };
        let last = self.rows.highest << bits | self.columns.highest;
        match (&rows, &columns) {
            (Chunk::Same(row), Chunk::Same(column)) => return Cells::Same((row << bits | column) as usize),
            (Chunk::Narrow(rows), Chunk::Same(column)) => {
                return Cells::Bytes(rows, line(*column, bits, self.rows.highest));
            }
            (Chunk::Same(row), Chunk::Narrow(columns)) => {
                return Cells::Bytes(columns, line(row << bits, 0, self.columns.highest));
            }
            (Chunk::Narrow(rows), Chunk::Narrow(columns)) if last <= u8::MAX.into() => {
                let bytes = &mut bytes[..rows.len()];
                for ((byte, row), column) in bytes.iter_mut().zip(*rows).zip(*columns) {
                    *byte = (u32::from(*row) << bits) as u8 | column;
                }
                return Cells::Bytes(bytes, line(0, 0, last));
            }
            _ => {}
        }
        let cells = &mut cells[..stretch.rows.len()];
        cells.fill(0);
        put(cells, rows, |_, row| row << bits);
        put(cells, columns, |cell, column| cell | column);
        Cells::Each(cells)
    }

    /// How many rows each cell has, those apart that are `left_out`.
    pub fn count(&self, cells: usize, left_out: Option<&[bool]>) -> Vec<u64> {
        let mut counts: Vec<Lanes> = vec![[0; 4]; cells];
        let mut of_bytes =
            Bytes { bins: [[0; 4]; 256], line: Line { first: 0, bits: 0, highest: 0 }, room: [0; STRETCH] };
        let mut room = [0; STRETCH];
        self.stretches(|stretch, cells| {
            let without;
            let stretch = match left_out.map(|left_out| stretch.without(left_out, &mut room)) {
                None => stretch,
                Some(None) => return,
                Some(Some(rest)) => {
                    without = rest;
                    &without
                }
            };
            match cells {
                Cells::Same(cell) => counts[cell][0] += stretch.count as u32,
                Cells::Bytes(bytes, line) => {
                    of_bytes.turn_to(line, &mut counts);
                    of_bytes.add(bytes, &stretch.selected);
                }
                Cells::Each(cells) => add(&mut counts, cells, |cell| cell as usize, &stretch.selected),
            }
        });
        of_bytes.empty(&mut counts);
        counts.iter().map(|lanes| lanes.iter().map(|&count| u64::from(count)).sum()).collect()
    }
}

/// Room for the numbers and the cells of a stretch.
struct Rooms {
    down: Room,
    across: Room,
    bytes: [u8; STRETCH],
    cells: [u32; STRETCH],
}

impl Default for Rooms {
    fn default() -> Rooms {
        Rooms { down: Room::default(), across: Room::default(), bytes: [0; STRETCH], cells: [0; STRETCH] }
    }
}

/// Puts a column's numbers into the cells of rows.
fn put(cells: &mut [u32], column: Chunk, cell: impl Fn(u32, u32) -> u32) {
    fn all<C: Copy>(cells: &mut [u32], codes: &[C], cell: impl Fn(u32, C) -> u32) {
        cells.iter_mut().zip(codes).for_each(|(place, &code)| *place = cell(*place, code));
    }
    match column {
        Chunk::Same(code) => cells.iter_mut().for_each(|place| *place = cell(*place, code)),
        Chunk::Narrow(codes) => all(cells, codes, |place, code| cell(place, code.into())),
        Chunk::Wide(codes) => all(cells, codes, cell),
        Chunk::Rows(rows) => all(cells, rows, |place, row| cell(place, row_code(row))),
    }
}

/// Bytes of no more values than one for so many rows are compared with each value in turn, many rows at once, which is
/// quicker then than looking up each row's count. Low in debug builds, so that the short stretches of tests do both.
const ROWS_FOR_A_VALUE: usize = if cfg!(debug_assertions) { 4 } else { 48 };

/// The counts of rows whose cells are bytes. They are near each other, and need no look at how many cells there are.
struct Bytes {
    bins: [Lanes; 256],
    line: Line,
    room: [u8; STRETCH],
}

impl Bytes {
    /// Lets the bytes stand for other cells from now on.
    fn turn_to(&mut self, line: Line, counts: &mut [Lanes]) {
        if line != self.line {
            self.empty(counts);
            self.line = line;
        }
    }

    fn add(&mut self, bytes: &[u8], selected: &Selected) {
        let highest = self.line.highest;
        if (usize::from(highest) + 1) * ROWS_FOR_A_VALUE > bytes.len() {
            return add(&mut self.bins, bytes, usize::from, selected);
        }
        let selected = match selected {
            Selected::All => bytes,
            Selected::Some(mask) => {
                // What is not selected gets a value that is not asked for, there being few.
                let room = &mut self.room[..bytes.len()];
                room.iter_mut()
                    .zip(bytes)
                    .zip(*mask)
                    .for_each(|((place, byte), kept)| *place = byte | kept.wrapping_sub(1));
                room
            }
        };
        for (value, bin) in (0..=highest).zip(&mut self.bins) {
            bin[0] += how_many(selected, value) as u32;
        }
    }

    /// Adds what was counted to the cells that it belongs to.
    fn empty(&mut self, counts: &mut [Lanes]) {
        let Bytes { bins, line, .. } = self;
        for (byte, bin) in (0..=line.highest).zip(bins) {
            counts[line.cell(byte)].iter_mut().zip(&*bin).for_each(|(count, more)| *count += more);
            *bin = [0; 4];
        }
    }
}

/// Counts the selected rows by their cells.
fn add<C: Copy, B: IndexMut<usize, Output = Lanes> + ?Sized>(
    bins: &mut B,
    cells: &[C],
    bin: impl Fn(C) -> usize,
    selected: &Selected,
) {
    let (fours, rest) = cells.as_chunks::<4>();
    match selected {
        Selected::All => {
            for four in fours {
                (0..4).for_each(|lane| bins[bin(four[lane])][lane] += 1);
            }
            rest.iter().for_each(|&cell| bins[bin(cell)][0] += 1);
        }
        Selected::Some(mask) => {
            let (kept, kept_rest) = mask.as_chunks::<4>();
            for (four, kept) in fours.iter().zip(kept) {
                (0..4).for_each(|lane| bins[bin(four[lane])][lane] += u32::from(kept[lane]));
            }
            rest.iter().zip(kept_rest).for_each(|(&cell, &kept)| bins[bin(cell)][0] += u32::from(kept));
        }
    }
}
