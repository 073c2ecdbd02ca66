//! What is added up: one pass over what is selected, into a table of the columns' own numbers; then each number's
//! places in the table that is shown. Totals are counted, never summed from cells.

use super::axis::{Layout, Places};
use super::firsts::Firsts;
use super::grid::{Cells, Grid};
use super::scope::Scope;
use super::terms::{Selected, Tests};
use crate::facts::NONE;
use crate::query::{Filter, Measure, Words};

/// Tables of more cells than this are made of the numbers that occur. This limit and the next are low in debug
/// builds, so that the small logs of tests lie on both sides of them.
pub(super) const MANY_CELLS: usize = if cfg!(debug_assertions) { 100 } else { 1 << 20 };

/// No more than so many 8-byte words for the sets of people in all cells (32 MB).
const MANY_WORDS: usize = if cfg!(debug_assertions) { 100 } else { 1 << 22 };

/// What was counted, by cell: the row's number times the width and the column's number.
pub(super) struct Tally {
    rows: usize,
    columns: usize,
    /// The binary logarithm of the width.
    bits: u32,
    counted: Counted,
    /// How many of what was added up lack a value.
    pub without_value: u64,
    /// How many contacts name nobody, where that was counted with the people.
    pub without_person: Option<u64>,
}

enum Counted {
    /// What stands for itself is added up; of what several rows stand for, each unit is counted once, by the highest
    /// value that it has there.
    Units { alone: Vec<u64>, occurs: Vec<bool>, several: Vec<Entry> },
    /// A set of people for each cell, and how many they are.
    People { people: usize, sets: Vec<u64>, counts: Vec<u64> },
    /// The people of each stretch of time by their first contact in it, and by the numbers of the other axis those of
    /// the whole period.
    Firsts(Firsts),
}

/// A row that stands for a unit together with others.
struct Entry {
    unit: u32,
    cell: u32,
    value: u32,
}

/// The table as it is shown.
pub(super) struct Table {
    pub cells: Vec<Vec<u64>>,
    pub row_totals: Vec<u64>,
    pub column_totals: Vec<u64>,
    pub total: u64,
}

impl Tally {
    /// Counts what is selected.
    pub fn of(scope: &Scope, (filter, words): (&Filter, &Words), rows: &Layout, columns: &Layout) -> Tally {
        let tests = &Tests::new(scope, filter, words);
        let bits = (columns.column.highest + 1).next_power_of_two().trailing_zeros();
        let sized = |counted| Tally {
            rows: rows.column.highest as usize + 1,
            columns: columns.column.highest as usize + 1,
            bits,
            counted,
            without_value: 0,
            without_person: None,
        };
        let cells = (rows.column.highest as usize + 1) << bits;
        let grid = Grid { scope, tests, rows: &rows.column, columns: &columns.column, bits };
        match scope.measure {
            Measure::Meetings | Measure::Minutes => {
                let (alone, occurs, several, without) = grid.meetings(cells);
                Tally { without_value: without, ..sized(Counted::Units { alone, occurs, several }) }
            }
            Measure::Persons | Measure::ReferredPersons => {
                if let Some(span) = Firsts::span(scope, filter, rows, columns) {
                    let tests = Tests::of_filter(scope, filter, words);
                    let firsts = Firsts::count(&Grid { tests: &tests, ..grid }, span, cells);
                    return Tally { without_person: Some(firsts.without_person), ..sized(Counted::Firsts(firsts)) };
                }
                let words = scope.facts.people.len().div_ceil(64);
                sized(if cells * words <= MANY_WORDS { grid.sets_of_people(cells, words) } else { grid.people(cells) })
            }
            Measure::Audience => {
                let (alone, occurs, without) = grid.audience(cells);
                Tally { without_value: without, ..sized(Counted::Units { alone, occurs, several: Vec::new() }) }
            }
            _ => {
                let alone = grid.count(cells, None);
                let occurs = alone.iter().map(|&count| count > 0).collect();
                sized(Counted::Units { alone, occurs, several: Vec::new() })
            }
        }
    }

    /// By number of the rows' column, and of the columns' column, whether it occurs.
    pub fn occurring(&self) -> (Vec<bool>, Vec<bool>) {
        let occurs = |cell: usize| match &self.counted {
            Counted::Units { occurs, .. } => occurs[cell],
            Counted::People { counts, .. } => counts[cell] > 0,
            Counted::Firsts(firsts) => firsts.cells[cell] > 0,
        };
        let (mut rows, mut columns) = (vec![false; self.rows], vec![false; self.columns]);
        for (row, row_occurs) in rows.iter_mut().enumerate() {
            for (column, column_occurs) in columns.iter_mut().enumerate() {
                let occurs = occurs(row << self.bits | column);
                *row_occurs |= occurs;
                *column_occurs |= occurs;
            }
        }
        (rows, columns)
    }

    /// The table, with the places of each number.
    pub fn table(self, rows: (&Places, usize), columns: (&Places, usize)) -> Table {
        let mut table = Table {
            cells: vec![vec![0; columns.1]; rows.1],
            row_totals: vec![0; rows.1],
            column_totals: vec![0; columns.1],
            total: 0,
        };
        match &self.counted {
            Counted::Units { alone, several, .. } => {
                for (row, column, cell) in self.cells() {
                    let value = alone[cell];
                    if value > 0 {
                        table.add(rows.0.of_number(row), columns.0.of_number(column), value);
                    }
                }
                self.add_units(&mut table, several, rows.0, columns.0);
            }
            Counted::People { people, sets, counts } => {
                Union { tally: &self, words: *people, sets, counts }.fill(&mut table, rows.0, columns.0);
            }
            Counted::Firsts(firsts) => {
                let cells = self.cells().map(|(row, column, cell)| (row, column, firsts.cells[cell]));
                firsts.fill(cells, &mut table, rows.0, columns.0);
            }
        }
        table
    }

    /// All cells, with their numbers.
    fn cells(&self) -> impl Iterator<Item = (usize, usize, usize)> {
        let (columns, bits) = (self.columns, self.bits);
        (0..self.rows).flat_map(move |row| (0..columns).map(move |column| (row, column, row << bits | column)))
    }

    /// Adds each unit once to every number that one of its rows belongs to, by the highest value there.
    fn add_units(&self, table: &mut Table, several: &[Entry], rows: &Places, columns: &Places) {
        let (height, width) = (table.row_totals.len(), table.column_totals.len());
        // The unit that was added last to each number, and by which value.
        let mut last = vec![(NONE, 0); if several.is_empty() { 0 } else { (height + 1) * (width + 1) }];
        let mut add = |at: usize, entry: &Entry, number: &mut u64| {
            let known = if last[at].0 == entry.unit { last[at].1 } else { 0 };
            *number += u64::from(entry.value.saturating_sub(known));
            last[at] = (entry.unit, known.max(entry.value));
        };
        for entry in several {
            let (row, column) = (entry.cell as usize >> self.bits, entry.cell as usize & ((1 << self.bits) - 1));
            let (down, across) = (rows.of_number(row), columns.of_number(column));
            add(height * (width + 1) + width, entry, &mut table.total);
            for &place in across {
                add(height * (width + 1) + place as usize, entry, &mut table.column_totals[place as usize]);
            }
            for &place in down {
                let start = place as usize * (width + 1);
                add(start + width, entry, &mut table.row_totals[place as usize]);
                for &column in across {
                    add(start + column as usize, entry, &mut table.cells[place as usize][column as usize]);
                }
            }
        }
    }
}

impl Table {
    fn add(&mut self, down: &[u32], across: &[u32], value: u64) {
        self.total += value;
        across.iter().for_each(|&column| self.column_totals[column as usize] += value);
        for &place in down {
            self.row_totals[place as usize] += value;
            across.iter().for_each(|&column| self.cells[place as usize][column as usize] += value);
        }
    }
}

impl Grid<'_> {
    /// The people of each cell as sets.
    fn sets_of_people(&self, cells: usize, words: usize) -> Counted {
        let (mut sets, mut occurs) = (vec![0u64; cells * words], vec![false; cells]);
        let people = self.scope.people().unwrap_or_default();
        let highest = self.scope.facts.people.len().saturating_sub(1) as u32;
        self.stretches(|stretch, cells| {
            let people = &people[stretch.rows.clone()];
            match cells {
                // Nobody is left out by a jump: what is not selected puts nothing in.
                Cells::Same(cell) => {
                    occurs[cell] = true;
                    let set = &mut sets[cell * words..(cell + 1) * words];
                    let mut put = |person: u32, kept: u64| {
                        let person = person.min(highest);
                        set[person as usize / 64] |= kept << (person % 64);
                    };
                    match stretch.selected {
                        Selected::All => people.iter().for_each(|&person| put(person, 1)),
                        Selected::Some(mask) => {
                            people.iter().zip(mask).for_each(|(&person, &kept)| put(person, kept.into()));
                        }
                    }
                }
                cells => cells.each(stretch, |place, cell| {
                    let person = people[place] as usize;
                    occurs[cell] = true;
                    sets[cell * words + person / 64] |= 1 << (person % 64);
                }),
            }
        });
        let mut counts = vec![0; cells];
        // A cell that nobody is in is not even looked at: its memory has not been touched.
        for cell in (0..cells).filter(|&cell| occurs[cell]) {
            let set = &mut sets[cell * words..(cell + 1) * words];
            for &(person, stands) in self.scope.facts.history().joined() {
                let bit = set[person as usize / 64] >> (person % 64) & 1;
                set[person as usize / 64] &= !(1 << (person % 64));
                set[stands as usize / 64] |= bit << (stands % 64);
            }
            counts[cell] = size(set);
        }
        Counted::People { people: words, sets, counts }
    }

    /// The people of each cell one by one, where sets of all people would be too big.
    fn people(&self, cells: usize) -> Counted {
        let mut occurs = vec![false; cells];
        let mut several = Vec::new();
        let scope = self.scope;
        self.stretches(|stretch, cells| {
            cells.each(stretch, |place, cell| {
                let person = scope.person(stretch.rows.start + place);
                occurs[cell] = true;
                several.push(Entry { unit: scope.facts.history().group(person), cell: cell as u32, value: 1 });
            });
        });
        several.sort_unstable_by_key(|entry| entry.unit);
        Counted::Units { alone: vec![0; cells], occurs, several }
    }

    /// Meetings by their heads, or the minutes of each one's longest contact; and how many have no minutes.
    fn meetings(&self, cells: usize) -> (Vec<u64>, Vec<bool>, Vec<Entry>, u64) {
        let contacts = &self.scope.facts.contacts;
        // Rows that share a meeting with another.
        let mut shared = vec![false; contacts.len()];
        for (row, _) in contacts.meeting.iter().enumerate().filter(|(_, meeting)| **meeting != NONE) {
            shared[row] = true;
            shared[contacts.head(row as u32) as usize] = true;
        }
        let is_sum = self.scope.measure == Measure::Minutes;
        // Meetings that are one contact are counted as such.
        let mut alone = if is_sum { vec![0; cells] } else { self.count(cells, Some(&shared)) };
        let mut occurs: Vec<bool> = alone.iter().map(|&count| count > 0).collect();
        let mut several = Vec::new();
        let mut without = 0;
        self.stretches(|stretch, cells| {
            if !is_sum && !shared[stretch.rows.clone()].contains(&true) {
                return;
            }
            cells.each(stretch, |place, cell| {
                let row = stretch.rows.start + place;
                if !is_sum && !shared[row] {
                    return;
                }
                let minutes = if is_sum { contacts.minutes[row] } else { 1 };
                let value = if minutes == NONE { 0 } else { minutes };
                occurs[cell] = true;
                if shared[row] {
                    let entry = Entry { unit: contacts.head(row as u32), cell: cell as u32, value };
                    several.push((entry, minutes == NONE));
                } else {
                    alone[cell] += u64::from(value);
                    without += u64::from(minutes == NONE);
                }
            });
        });
        several.sort_by_key(|(entry, _)| entry.unit);
        for meeting in several.chunk_by(|(a, _), (b, _)| a.unit == b.unit) {
            without += u64::from(meeting.iter().all(|(_, lacks)| *lacks));
        }
        (alone, occurs, several.into_iter().map(|(entry, _)| entry).collect(), without)
    }

    /// The audience of each cell, and how many activities have none.
    fn audience(&self, cells: usize) -> (Vec<u64>, Vec<bool>, u64) {
        let audience = &self.scope.facts.activities.audience;
        let (mut sums, mut occurs) = (vec![0; cells], vec![false; cells]);
        let mut without = 0;
        self.stretches(|stretch, cells| {
            cells.each(stretch, |place, cell| {
                occurs[cell] = true;
                match audience[stretch.rows.start + place] {
                    NONE => without += 1,
                    audience => sums[cell] += u64::from(audience),
                }
            });
        });
        (sums, occurs, without)
    }
}

/// How many members a set has.
fn size(set: &[u64]) -> u64 {
    set.iter().map(|word| u64::from(word.count_ones())).sum()
}

/// The sets of people of a tally, to be joined into those of the table's numbers.
struct Union<'a> {
    tally: &'a Tally,
    words: usize,
    sets: &'a [u64],
    counts: &'a [u64],
}

impl Union<'_> {
    fn fill(&self, table: &mut Table, rows: &Places, columns: &Places) {
        let (down, across) = (numbers_of(rows, table.cells.len()), numbers_of(columns, table.column_totals.len()));
        let (all_down, all_across) = (everything(rows.numbers()), everything(columns.numbers()));
        let mut buffer = vec![0; self.words];
        for (place, rows) in down.iter().enumerate() {
            for (column, columns) in across.iter().enumerate() {
                table.cells[place][column] = self.size(rows, columns, &mut buffer);
            }
            table.row_totals[place] = match across.len() {
                1 if columns.numbers() == 1 => table.cells[place][0],
                _ => self.size(rows, &all_across, &mut buffer),
            };
        }
        for (column, columns) in across.iter().enumerate() {
            table.column_totals[column] = match down.len() {
                1 if rows.numbers() == 1 => table.cells[0][column],
                _ => self.size(&all_down, columns, &mut buffer),
            };
        }
        table.total = match table.row_totals[..] {
            [only] if rows.numbers() == 1 => only,
            _ => self.size(&all_down, &all_across, &mut buffer),
        };
    }

    /// How many people stand in any of the cells.
    fn size(&self, rows: &[usize], columns: &[usize], buffer: &mut [u64]) -> u64 {
        let cells = rows.iter().flat_map(|row| columns.iter().map(move |column| row << self.tally.bits | column));
        let cells: Vec<usize> = cells.filter(|&cell| self.counts[cell] > 0).collect();
        match cells[..] {
            [] => 0,
            [cell] => self.counts[cell],
            _ => {
                buffer.fill(0);
                for cell in cells {
                    let set = &self.sets[cell * self.words..(cell + 1) * self.words];
                    buffer.iter_mut().zip(set).for_each(|(all, word)| *all |= word);
                }
                size(buffer)
            }
        }
    }
}

fn everything(count: usize) -> Vec<usize> {
    (0..count).collect()
}

/// The numbers that belong to each place.
fn numbers_of(places: &Places, count: usize) -> Vec<Vec<usize>> {
    let mut numbers = vec![Vec::new(); count];
    for number in 0..places.numbers() {
        places.of_number(number).iter().for_each(|&place| numbers[place as usize].push(number));
    }
    numbers
}

/// The row that stands for what is counted: the meeting's head, the person's group, else the record itself.
pub(super) fn unit(scope: &Scope, row: u32) -> u32 {
    match scope.measure {
        Measure::Meetings | Measure::Minutes => scope.facts.contacts.head(row),
        Measure::Persons | Measure::ReferredPersons => scope.facts.history().group(scope.person(row as usize)),
        _ => row,
    }
}
