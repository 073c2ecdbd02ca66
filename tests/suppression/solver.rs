//! What a reader can work out: whole numbers in bounds, tied by sums and inequalities. Bounds are narrowed until nothing
//! moves, then values are tried.

use std::collections::BTreeSet;

/// The sum of the numbers times their factors lies between two bounds, both counted.
#[derive(Clone, Debug)]
pub struct Row {
    pub terms: Vec<(usize, i64)>,
    pub low: i64,
    pub high: i64,
}

/// No bound: far above all numbers of the tests. What has no solution is found out by bounds that creep towards it, so
/// it is no further away than it must be; a reader with fewer possibilities is never the weaker one.
pub const FREE: i64 = 1 << 16;

/// The numbers' bounds and what ties them.
#[derive(Clone, Debug)]
pub struct Puzzle {
    pub bounds: Vec<(i64, i64)>,
    pub rows: Vec<Row>,
    /// By number: the rows that it stands in.
    rows_of: Vec<Vec<usize>>,
}

/// How many values are tried before the solver gives a number up.
const EFFORT: usize = 20_000;

/// Too many values were tried.
#[derive(Debug)]
struct GaveUp;

impl Puzzle {
    pub fn new(bounds: Vec<(i64, i64)>, rows: Vec<Row>) -> Puzzle {
        let mut rows_of = vec![Vec::new(); bounds.len()];
        for (place, row) in rows.iter().enumerate() {
            row.terms.iter().for_each(|&(number, _)| rows_of[number].push(place));
        }
        Puzzle { bounds, rows, rows_of }
    }

    /// The numbers that have only one possible value, given one solution, and whether any number was given up. Every
    /// solution that is found proves all the numbers in which it differs.
    pub fn solved(&self, truth: &[i64]) -> (Vec<usize>, bool) {
        let mut gave_up = false;
        let mut open: Vec<usize> = (0..truth.len()).filter(|&n| self.bounds[n].0 < self.bounds[n].1).collect();
        let mut solved: Vec<usize> = (0..truth.len()).filter(|&n| self.bounds[n].0 == self.bounds[n].1).collect();
        while let Some(&number) = open.first() {
            let (low, high) = self.bounds[number];
            let mut sides =
                [(truth[number] + 1, high), (low, truth[number] - 1)].into_iter().filter(|(low, high)| low <= high);
            let mut missed = false;
            let found = sides.find_map(|side| {
                let mut tried = self.bounds.clone();
                tried[number] = side;
                self.solution(tried, truth, number).unwrap_or_else(|GaveUp| {
                    missed = true;
                    None
                })
            });
            open.retain(|&n| n != number);
            match found {
                Some(solution) => open.retain(|&n| solution[n] == truth[n]),
                None if missed => gave_up = true,
                None => solved.push(number),
            }
        }
        (solved, gave_up)
    }

    /// A solution within bounds, near the truth, if there is one.
    fn solution(&self, bounds: Vec<(i64, i64)>, truth: &[i64], start: usize) -> Result<Option<Vec<i64>>, GaveUp> {
        let mut stack = vec![(bounds, vec![start])];
        for _ in 0..EFFORT {
            let Some((mut bounds, changed)) = stack.pop() else { return Ok(None) };
            if !self.narrow(&mut bounds, changed) {
                continue;
            }
            // A number that cannot be what it is comes first, then the one with the fewest values left.
            let open = (0..bounds.len()).filter(|&n| bounds[n].0 < bounds[n].1);
            let moved = |n: usize| !(bounds[n].0..=bounds[n].1).contains(&truth[n]);
            let Some(number) = open.min_by_key(|&n| (!moved(n), bounds[n].1 - bounds[n].0)) else {
                return Ok(Some(bounds.into_iter().map(|(value, _)| value).collect()));
            };
            let (low, high) = bounds[number];
            let value = truth[number].clamp(low, high);
            for part in [(value + 1, high), (low, value - 1), (value, value)] {
                if part.0 <= part.1 {
                    let mut tried = bounds.clone();
                    tried[number] = part;
                    stack.push((tried, vec![number]));
                }
            }
        }
        Err(GaveUp)
    }

    /// Narrows bounds by the rows; `false` if nothing is left.
    fn narrow(&self, bounds: &mut [(i64, i64)], changed: Vec<usize>) -> bool {
        let mut rows: BTreeSet<usize> = changed.into_iter().flat_map(|number| self.rows_of[number].clone()).collect();
        while let Some(place) = rows.pop_first() {
            let row = &self.rows[place];
            let least = |&(n, by): &(usize, i64)| if by > 0 { by * bounds[n].0 } else { by * bounds[n].1 };
            let most = |&(n, by): &(usize, i64)| if by > 0 { by * bounds[n].1 } else { by * bounds[n].0 };
            let (low, high) = (row.terms.iter().map(least).sum::<i64>(), row.terms.iter().map(most).sum::<i64>());
            if low > row.high || high < row.low {
                return false;
            }
            for term @ &(number, by) in &row.terms {
                let (own_low, own_high) = if by > 0 {
                    (by * bounds[number].0, by * bounds[number].1)
                } else {
                    (by * bounds[number].1, by * bounds[number].0)
                };
                // What the others leave for this one.
                let (from, to) = (row.low - (high - own_high), row.high - (low - own_low));
                let (mut first, mut last) = bounds[number];
                if by == 1 {
                    (first, last) = (first.max(from), last.min(to));
                } else {
                    assert_eq!(term.1, -1, "factors are 1 and -1");
                    (first, last) = (first.max(-to), last.min(-from));
                }
                if first > last {
                    return false;
                }
                if (first, last) != bounds[number] {
                    bounds[number] = (first, last);
                    // This row among them: the sums above no longer hold.
                    rows.extend(&self.rows_of[number]);
                    break;
                }
            }
        }
        true
    }
}

#[test]
fn the_solver_solves_what_can_be_solved() {
    let sum = |terms: &[(usize, i64)]| Row { terms: terms.to_vec(), low: 0, high: 0 };
    // a + b = 6 with a from 1 to 4 and b of 5 or more.
    let rows = vec![sum(&[(0, 1), (1, 1), (2, -1)])];
    let puzzle = Puzzle::new(vec![(1, 4), (5, FREE), (6, 6)], rows.clone());
    assert_eq!(puzzle.solved(&[1, 5, 6]), (vec![2, 0, 1], false));
    let puzzle = Puzzle::new(vec![(1, 4), (5, FREE), (7, 7)], rows);
    assert_eq!(puzzle.solved(&[1, 6, 7]), (vec![2], false));
    // Two rows and two columns: each sum known, nothing else.
    let bounds = vec![(0, FREE), (0, FREE), (0, FREE), (0, FREE), (3, 3), (4, 4), (5, 5), (2, 2)];
    let rows = [[0, 1, 4], [2, 3, 5], [0, 2, 6], [1, 3, 7]].map(|[a, b, all]| sum(&[(a, 1), (b, 1), (all, -1)]));
    let mut puzzle = Puzzle::new(bounds, rows.into());
    assert_eq!(puzzle.solved(&[2, 1, 3, 1, 3, 4, 5, 2]), (vec![4, 5, 6, 7], false));
    puzzle.bounds[0] = (3, FREE);
    assert_eq!(puzzle.solved(&[3, 0, 2, 2, 3, 4, 5, 2]).0.len(), 8);
}
