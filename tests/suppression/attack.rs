//! The reader of a print: what is shown, and what ties the numbers, written down apart from the program's own account.

use crate::solver::{FREE, Puzzle, Row};

/// A number of a print and whether it is shown.
#[derive(Clone, Copy, Debug)]
pub struct Number {
    pub value: i64,
    pub is_shown: bool,
}

/// A print as its reader sees it.
#[derive(Debug, Default)]
pub struct Attack {
    pub numbers: Vec<Number>,
    rows: Vec<Row>,
}

/// What the attack came to.
#[derive(Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Every hidden number can still be another.
    Safe,
    /// Safe from a reader who does not know which hidden numbers are small; one who knows works some out whatever is
    /// hidden.
    AsSafeAsCanBe,
    /// These hidden numbers were worked out.
    Solved(Vec<usize>),
    /// Nothing was worked out, but the solver gave some numbers up.
    Unsettled,
}

impl Attack {
    pub fn number(&mut self, value: u64, is_shown: bool) -> usize {
        self.numbers.push(Number { value: value as i64, is_shown });
        self.numbers.len() - 1
    }

    fn sum(&self, terms: &[(usize, i64)]) -> i64 {
        terms.iter().map(|&(number, by)| self.numbers[number].value * by).sum()
    }

    /// The parts add up to the whole, if they do; else what holds of sets that cover it, or that lie apart in it.
    pub fn whole(&mut self, whole: usize, parts: &[usize]) {
        let mut terms: Vec<(usize, i64)> = parts.iter().map(|&part| (part, 1)).collect();
        terms.push((whole, -1));
        match self.sum(&terms) {
            0 => self.rows.push(Row { terms, low: 0, high: 0 }),
            more if more > 0 => {
                self.rows.push(Row { terms, low: 1, high: FREE });
                parts.iter().for_each(|&part| self.not_more(part, whole));
            }
            _ => self.rows.push(Row { terms, low: -FREE, high: -1 }),
        }
    }

    pub fn same(&mut self, one: usize, other: usize) {
        self.rows.push(Row { terms: vec![(one, 1), (other, -1)], low: 0, high: 0 });
    }

    pub fn not_more(&mut self, part: usize, whole: usize) {
        self.at_least_zero(vec![(whole, 1), (part, -1)]);
    }

    /// An inequality that holds of the numbers.
    pub fn at_least_zero(&mut self, terms: Vec<(usize, i64)>) {
        assert!(self.sum(&terms) >= 0, "an inequality that does not hold: {terms:?}");
        self.rows.push(Row { terms, low: 0, high: FREE });
    }

    /// The hidden numbers that are worked out, and whether any was given up.
    fn solved(&self, bounds: impl Fn(&Number) -> (i64, i64)) -> (Vec<usize>, bool) {
        let truth: Vec<i64> = self.numbers.iter().map(|number| number.value).collect();
        let puzzle = Puzzle::new(self.numbers.iter().map(bounds).collect(), self.rows.clone());
        let (solved, gave_up) = puzzle.solved(&truth);
        (solved.into_iter().filter(|&number| !self.numbers[number].is_shown).collect(), gave_up)
    }

    /// Attacks every hidden number.
    pub fn run(&self, k: u64) -> Outcome {
        let k = k as i64;
        let is_small = |number: &Number| (1..k).contains(&number.value);
        let small_known = |number: &Number| if is_small(number) { (1, k - 1) } else { (k, FREE) };
        let shown = |number: &Number| (number.value, number.value);
        let (solved, gave_up) = self.solved(|n| if n.is_shown { shown(n) } else { small_known(n) });
        if solved.is_empty() {
            return if gave_up { Outcome::Unsettled } else { Outcome::Safe };
        }
        // Could anything have been hidden that keeps them?
        let (at_best, _) = self.solved(|n| if n.value == 0 { shown(n) } else { small_known(n) });
        let needless: Vec<usize> = solved.into_iter().filter(|number| !at_best.contains(number)).collect();
        let (known, gave_up) = self.solved(|n| if n.is_shown { shown(n) } else { (1, FREE) });
        match (needless.is_empty(), known.is_empty()) {
            (true, true) if gave_up => Outcome::Unsettled,
            (true, true) => Outcome::AsSafeAsCanBe,
            (false, _) => Outcome::Solved(needless),
            (true, false) => Outcome::Solved(known),
        }
    }
}
