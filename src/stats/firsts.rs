//! People counted by their first contact in each stretch of time: how many people were reached in a quarter is how many
//! contacts of it have no earlier one in it. One pass over one column, where sets of people would have to be made and
//! joined. It holds as long as nothing that is asked changes from one contact of a person to another.

use super::axis::{Layout, Places, is_of_person};
use super::grid::{Cells, Grid};
use super::scope::Scope;
use super::tally::Table;
use super::terms::Selected;
use crate::facts::NOBODY;
use crate::query::{Filter, Measure};

/// What was counted.
pub(super) struct Firsts {
    /// By cell of the tally.
    pub cells: Vec<u64>,
    /// By number of the axis that is not a time: the people of the whole period.
    whole: Vec<u64>,
    /// The rows are the time, not the columns.
    down: bool,
    /// Contacts that name nobody.
    pub without_person: u64,
}

/// Where stretches of time begin.
pub(super) struct Span {
    /// The first day of each number of the time.
    first_days: Vec<i32>,
    /// The first day of all.
    first: i32,
    down: bool,
}

impl Firsts {
    /// The time that people can be counted by; `None` if what is asked is not that simple.
    pub fn span(scope: &Scope, filter: &Filter, rows: &Layout, columns: &Layout) -> Option<Span> {
        let first = scope.span?.0;
        if scope.measure != Measure::Persons || !filter.terms().iter().all(|term| is_of_person(scope, term.key)) {
            return None;
        }
        let of = |time: &Layout, other: &Layout, down: bool| {
            let first_days = time.first_days(scope).filter(|_| other.is_of_person(scope))?;
            Some(Span { first_days, first, down })
        };
        of(columns, rows, false).or_else(|| of(rows, columns, true))
    }

    /// Counts what the grid's tests leave: they are those of the period and the filter.
    pub fn count(grid: &Grid, span: Span, cells: usize) -> Firsts {
        let Span { first_days, first, down } = span;
        let earlier = grid.scope.facts.history().earlier();
        let (time, other): (Number, Number) = if down { (row, column) } else { (column, row) };
        let mut counted = Firsts { cells: vec![0; cells], whole: vec![0; cells], down, without_person: 0 };
        grid.stretches(|stretch, cells| {
            let earlier = &earlier[stretch.rows.clone()];
            if let (Cells::Same(cell), Selected::All) = (&cells, &stretch.selected) {
                let begin = first_days[time(*cell, grid.bits)];
                let [mut firsts, mut whole, mut nobody] = [0; 3];
                for &day in earlier {
                    firsts += u32::from(day < begin);
                    whole += u32::from(day < first);
                    nobody += u32::from(day == NOBODY);
                }
                counted.cells[*cell] += u64::from(firsts);
                counted.whole[other(*cell, grid.bits)] += u64::from(whole);
                counted.without_person += u64::from(nobody);
                return;
            }
            cells.each(stretch, |place, cell| {
                let day = earlier[place];
                counted.cells[cell] += u64::from(day < first_days[time(cell, grid.bits)]);
                counted.whole[other(cell, grid.bits)] += u64::from(day < first);
                counted.without_person += u64::from(day == NOBODY);
            });
        });
        counted
    }

    /// Puts the cells in their places. What is counted at one contact each adds up along the axis that is not a time.
    pub fn fill(
        &self,
        cells: impl Iterator<Item = (usize, usize, u64)>,
        table: &mut Table,
        rows: &Places,
        columns: &Places,
    ) {
        for (row, column, value) in cells.filter(|(_, _, value)| *value > 0) {
            let (down, across) = (rows.of_number(row), columns.of_number(column));
            for &place in down {
                across.iter().for_each(|&column| table.cells[place as usize][column as usize] += value);
            }
            match self.down {
                true => down.iter().for_each(|&place| table.row_totals[place as usize] += value),
                false => across.iter().for_each(|&place| table.column_totals[place as usize] += value),
            }
        }
        let (other, totals) = match self.down {
            true => (columns, &mut table.column_totals),
            false => (rows, &mut table.row_totals),
        };
        for number in 0..other.numbers() {
            let value = self.whole[number];
            table.total += value;
            other.of_number(number).iter().for_each(|&place| totals[place as usize] += value);
        }
    }
}

/// The number that a cell has on one axis.
type Number = fn(usize, u32) -> usize;

fn row(cell: usize, bits: u32) -> usize {
    cell >> bits
}

fn column(cell: usize, bits: u32) -> usize {
    cell & ((1 << bits) - 1)
}
