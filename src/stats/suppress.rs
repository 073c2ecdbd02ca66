//! Suppression of small counts (contract section 5): which numbers of a print stay hidden. Pure.
//!
//! Counts from 1 to K-1 are hidden, and as many more as it takes that for every hidden number at least two whole
//! numbers remain possible. The reader is taken to know everything: all shown numbers, every sum and every inequality
//! between numbers, which of the hidden numbers are small, and that the others are K or more; zeros are always shown.
//!
//! The proof is a move: hidden numbers changed a little so that all sums still hold, nothing shown changes, small
//! numbers stay between 1 and K-1 and the others at K or more. Who finds a move through a number has shown that it can
//! be another one. For every hidden number the move that hides least besides is looked for, and what it goes through is
//! hidden too; since hiding more never takes a move away, what is proved stays proved.
//!
//! Some small numbers cannot be kept from such a reader by any hiding: of four ones that make four, everything hidden,
//! with K = 5. There the reader is taken not to know which of the hidden numbers are small.
//!
//! Where no move is found in reasonable time, everything tied to the number is hidden, zeros apart: then all of it could
//! be twice as much.

use std::collections::{BinaryHeap, HashMap, HashSet};

/// The K that cannot be: the hidden count could only be 1.
const IMPOSSIBLE: u64 = 2;

/// How small is small: counts from 1 to K-1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limit(u64);

impl Limit {
    /// K as given; 0 and 1 hide nothing. `None` for 2, which would hide nothing but ones.
    pub fn new(k: u64) -> Option<Limit> {
        (k != IMPOSSIBLE).then_some(Limit(k))
    }

    pub fn k(self) -> u64 {
        self.0
    }

    /// Whether a count is hidden for its own sake.
    pub fn is_small(self, count: u64) -> bool {
        (1..self.0).contains(&count)
    }
}

/// A number of a print.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Id(usize);

/// What is lost if a number is hidden for the sake of another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Worth {
    Cell,
    /// The total of a row or column.
    Total,
    /// The total of everything, a key figure.
    Figure,
}

impl Worth {
    fn cost(self) -> u32 {
        match self {
            Worth::Cell => 4,
            Worth::Total => 9,
            Worth::Figure => 20,
        }
    }
}

/// Numbers that are shown together, and what a reader knows of how they hang together.
#[derive(Clone, Debug, Default)]
pub struct Numbers {
    values: Vec<i64>,
    costs: Vec<u32>,
    /// The number that is one and the same, or itself.
    same: Vec<usize>,
    relations: Vec<Relation>,
}

/// The sum of numbers times +1 or -1: zero, or at least so much.
#[derive(Clone, Debug)]
struct Relation {
    terms: Vec<(usize, i64)>,
    /// `None`: exactly zero.
    least: Option<i64>,
}

impl Numbers {
    /// One number more.
    pub fn add(&mut self, value: u64, worth: Worth) -> Id {
        self.values.push(i64::try_from(value).unwrap_or(i64::MAX));
        self.costs.push(worth.cost());
        self.same.push(self.same.len());
        Id(self.same.len() - 1)
    }

    /// Two numbers are one and the same.
    pub fn same(&mut self, one: Id, other: Id) {
        let (one, other) = (self.root(one.0), self.root(other.0));
        let (low, high) = (one.min(other), one.max(other));
        self.same[high] = low;
        self.costs[low] = self.costs[low].max(self.costs[high]);
    }

    /// A whole and its parts: they add up to it if they do; if they are more, each is within it and it is less than their
    /// sum; if they are less, they are less than it together. That they do not add up is told.
    pub fn whole(&mut self, whole: Id, parts: &[Id]) {
        let sum: i64 = parts.iter().map(|part| self.values[part.0]).sum();
        let value = self.values[whole.0];
        let parts = || parts.iter().map(|part| part.0);
        let sign = if sum > value { -1 } else { 1 };
        let terms = std::iter::once((whole.0, sign)).chain(parts().map(|part| (part, -sign))).collect();
        self.relations.push(Relation { terms, least: (sum != value).then_some(1) });
        if sum > value {
            let within = |part| Relation { terms: vec![(whole.0, 1), (part, -1)], least: Some(0) };
            self.relations.extend(parts().map(within));
        }
    }

    /// A number that is never more than another.
    pub fn within(&mut self, part: Id, whole: Id) {
        self.not_more(&[part], &[whole]);
    }

    /// Numbers that together are never more than others together, where they are not.
    pub fn not_more(&mut self, few: &[Id], many: &[Id]) {
        let terms: Vec<(usize, i64)> = many.iter().map(|id| (id.0, 1)).chain(few.iter().map(|id| (id.0, -1))).collect();
        if terms.iter().map(|&(number, sign)| self.values[number] * sign).sum::<i64>() >= 0 {
            self.relations.push(Relation { terms, least: Some(0) });
        }
    }

    /// Numbers that together are as many as others together, where they are.
    pub fn equal(&mut self, some: &[Id], others: &[Id]) {
        let terms: Vec<(usize, i64)> =
            some.iter().map(|id| (id.0, 1)).chain(others.iter().map(|id| (id.0, -1))).collect();
        if terms.iter().map(|&(number, sign)| self.values[number] * sign).sum::<i64>() == 0 {
            self.relations.push(Relation { terms, least: None });
        }
    }

    fn root(&self, mut number: usize) -> usize {
        while self.same[number] != number {
            number = self.same[number];
        }
        number
    }

    /// Whether any number is hidden for its own sake.
    pub fn has_small(&self, limit: Limit) -> bool {
        self.values.iter().any(|&value| limit.is_small(value.unsigned_abs()))
    }

    /// Which numbers stay hidden.
    pub fn suppress(&self, limit: Limit) -> Hidden {
        let mut search = Search::new(self, limit);
        search.run();
        Hidden { hidden: (0..self.values.len()).map(|number| search.hidden[self.root(number)]).collect() }
    }
}

/// Which numbers of a print are hidden.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hidden {
    hidden: Vec<bool>,
}

impl Hidden {
    pub fn is_hidden(&self, number: Id) -> bool {
        self.hidden.get(number.0).copied().unwrap_or(false)
    }

    /// How many are hidden.
    pub fn count(&self) -> usize {
        self.hidden.iter().filter(|hidden| **hidden).count()
    }
}

/// What the reader is taken to know of hidden numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Reader {
    /// Which are small, and that the others are K or more.
    KnowsSmall,
    /// That none is zero.
    KnowsHidden,
}

/// How far a move is looked for, in states of the search.
const EFFORT: usize = 3_000;
/// How many numbers a move goes through at most.
const LONGEST: usize = 40;
/// A hidden number costs this much less than one that is to be hidden.
const HIDING: u32 = 8;

/// The search for moves.
struct Search {
    limit: i64,
    values: Vec<i64>,
    costs: Vec<u32>,
    /// By number: the relations that it stands in, with its sign.
    relations_of: Vec<Vec<(usize, i64)>>,
    relations: Vec<Relation>,
    /// By relation: how much more it is than it must be.
    slack: Vec<i64>,
    hidden: Vec<bool>,
    proved: Vec<bool>,
}

/// Some numbers moved so far.
struct State {
    moves: Vec<(usize, i64)>,
    cost: u32,
}

/// A state's place in the queue: the smallest first.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Place(std::cmp::Reverse<(u32, u32, usize)>);

impl Search {
    fn new(numbers: &Numbers, limit: Limit) -> Search {
        let count = numbers.values.len();
        let mut relations_of = vec![Vec::new(); count];
        let mut relations = Vec::new();
        for relation in &numbers.relations {
            let mut signs: HashMap<usize, i64> = HashMap::new();
            for &(number, sign) in &relation.terms {
                *signs.entry(numbers.root(number)).or_default() += sign;
            }
            let mut terms: Vec<(usize, i64)> = signs.into_iter().filter(|(_, sign)| *sign != 0).collect();
            terms.sort_unstable();
            terms.iter().for_each(|&(number, sign)| relations_of[number].push((relations.len(), sign)));
            relations.push(Relation { terms, least: relation.least });
        }
        let value = |&(number, sign): &(usize, i64)| numbers.values[number] * sign;
        let room = |relation: &Relation| relation.terms.iter().map(value).sum::<i64>() - relation.least.unwrap_or(0);
        let slack = relations.iter().map(room).collect();
        let is_root = |number: usize| numbers.root(number) == number;
        let small = |number: usize| limit.is_small(numbers.values[number] as u64) && is_root(number);
        Search {
            limit: i64::try_from(limit.k()).unwrap_or(i64::MAX),
            costs: (0..count).map(|n| numbers.costs[n] * HIDING + numbers.values[n].ilog2_or_zero()).collect(),
            hidden: (0..count).map(small).collect(),
            proved: vec![false; count],
            values: numbers.values.clone(),
            relations_of,
            relations,
            slack,
        }
    }

    fn run(&mut self) {
        while let Some(number) = (0..self.values.len()).find(|&n| self.hidden[n] && !self.proved[n]) {
            self.proved[number] = true;
            let tries = [(Reader::KnowsSmall, false), (Reader::KnowsSmall, true), (Reader::KnowsHidden, true)];
            let found = tries.into_iter().find_map(|(reader, any)| Some((reader, self.find(number, reader, any)?)));
            let Some((reader, moves)) = found else {
                self.hide_all_tied_to(number);
                continue;
            };
            for (moved, _) in moves {
                self.hidden[moved] = true;
                self.proved[moved] |= reader == Reader::KnowsSmall;
            }
        }
    }

    /// Hides all numbers but zeros that hang together with one by any relation. Twice as much of each of them keeps every
    /// sum and every inequality, which proves them all.
    fn hide_all_tied_to(&mut self, number: usize) {
        let mut reached = vec![number];
        let mut seen: HashSet<usize> = HashSet::from([number]);
        while let Some(number) = reached.pop() {
            (self.hidden[number], self.proved[number]) = (true, true);
            let tied = self.relations_of[number].iter().flat_map(|&(relation, _)| &self.relations[relation].terms);
            reached
                .extend(tied.map(|&(other, _)| other).filter(|&other| self.values[other] != 0 && seen.insert(other)));
        }
    }

    /// A move through a number; the one that hides least besides, or with `any` whatever is found first.
    fn find(&self, number: usize, reader: Reader, any: bool) -> Option<Vec<(usize, i64)>> {
        let mut states: Vec<State> = Vec::new();
        let mut queue: BinaryHeap<(Place, usize)> = BinaryHeap::new();
        let push = |state: State, states: &mut Vec<State>, queue: &mut BinaryHeap<(Place, usize)>| {
            let broken = self.broken(&state.moves).len() as u32;
            let order = if any { (broken, state.cost) } else { (state.cost, broken) };
            queue.push((Place(std::cmp::Reverse((order.0, order.1, states.len()))), states.len()));
            states.push(state);
        };
        for by in [1, -1] {
            if self.may_move(number, by, reader) {
                push(State { moves: vec![(number, by)], cost: 0 }, &mut states, &mut queue);
            }
        }
        for _ in 0..EFFORT {
            let (_, place) = queue.pop()?;
            let state = &states[place];
            let broken = self.broken(&state.moves);
            // The relation with the fewest ways to mend it.
            let Some(&(relation, need)) = broken.iter().min_by_key(|(r, _)| self.relations[*r].terms.len()) else {
                return Some(state.moves.clone());
            };
            if state.moves.len() >= LONGEST {
                continue;
            }
            let mends: Vec<(usize, i64)> = self.relations[relation]
                .terms
                .iter()
                .filter(|(other, _)| !state.moves.iter().any(|(moved, _)| moved == other))
                .map(|&(other, sign)| (other, need * sign))
                .filter(|&(other, by)| self.may_move(other, by, reader))
                .collect();
            for (other, by) in mends {
                let state = &states[place];
                let cost = state.cost + if self.hidden[other] { 1 } else { self.costs[other] };
                let moves = state.moves.iter().copied().chain([(other, by)]).collect();
                push(State { moves, cost }, &mut states, &mut queue);
            }
        }
        None
    }

    /// Whether a number may be so many more, hidden.
    fn may_move(&self, number: usize, by: i64, reader: Reader) -> bool {
        let (value, moved) = (self.values[number], self.values[number].saturating_add(by));
        match reader {
            _ if value == 0 => false,
            Reader::KnowsSmall if value < self.limit => (1..self.limit).contains(&moved),
            Reader::KnowsSmall => moved >= self.limit,
            Reader::KnowsHidden => moved >= 1,
        }
    }

    /// The relations that do not hold after some moves, and by how much their sum must change.
    fn broken(&self, moves: &[(usize, i64)]) -> Vec<(usize, i64)> {
        let mut changed: Vec<(usize, i64)> = Vec::new();
        for &(number, by) in moves {
            for &(relation, sign) in &self.relations_of[number] {
                match changed.iter_mut().find(|(known, _)| *known == relation) {
                    Some((_, change)) => *change += by * sign,
                    None => changed.push((relation, by * sign)),
                }
            }
        }
        changed.retain_mut(|(relation, change)| {
            let left = self.slack[*relation] + *change;
            let holds = if self.relations[*relation].least.is_none() { left == 0 } else { left >= 0 };
            *change = -left;
            !holds
        });
        changed
    }
}

trait Log2 {
    fn ilog2_or_zero(self) -> u32;
}

impl Log2 for i64 {
    /// How large a number is: between two alike the smaller one is hidden.
    fn ilog2_or_zero(self) -> u32 {
        self.checked_ilog2().unwrap_or(0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(values: &[u64], total: u64) -> (Numbers, Vec<Id>, Id) {
        let mut numbers = Numbers::default();
        let parts: Vec<Id> = values.iter().map(|&value| numbers.add(value, Worth::Cell)).collect();
        let total = numbers.add(total, Worth::Figure);
        numbers.whole(total, &parts);
        (numbers, parts, total)
    }

    fn hidden(values: &[u64], total: u64, k: u64) -> Vec<bool> {
        let (numbers, parts, total) = row(values, total);
        let hidden = numbers.suppress(Limit::new(k).unwrap());
        parts.iter().chain([&total]).map(|&id| hidden.is_hidden(id)).collect()
    }

    #[test]
    fn as_many_more_as_it_takes() {
        assert_eq!(hidden(&[7, 12, 0], 19, 5), [false; 4]);
        assert_eq!(hidden(&[2, 12, 0], 14, 5), [true, true, false, false], "12 too, or 2 = 14 - 12");
        assert_eq!(hidden(&[2, 3, 20], 25, 5), [true, true, false, false], "the two hide each other");
        assert_eq!(hidden(&[2, 12, 30], 44, 5), [true, true, false, false], "the smaller of the others");
        assert_eq!(hidden(&[1, 5, 0], 6, 5), [true, false, false, true], "5 could be no less: 1 would be 6 - 5");
        assert_eq!(hidden(&[2, 0], 2, 5), [true, false, true]);
        assert_eq!(hidden(&[2, 12, 0], 14, 0), [false; 4]);
        assert_eq!(hidden(&[1, 1, 1, 1], 4, 5), [true; 5]);
    }

    #[test]
    fn parts_that_do_not_add_up_leave_room() {
        // 2 is anything from 1 to 4: the others say nothing of it.
        assert_eq!(hidden(&[2, 12, 9], 14, 5), [true, false, false, false]);
        // 12 and at least 2 more make 14: within the sum there is no room downwards, but upwards.
        assert_eq!(hidden(&[3, 12], 14, 5), [true, false, false]);
    }

    #[test]
    fn one_number_in_two_places_is_hidden_in_both() {
        let (mut numbers, parts, _) = row(&[7, 12], 19);
        let figure = numbers.add(7, Worth::Figure);
        let (small, whole) = (numbers.add(3, Worth::Cell), numbers.add(10, Worth::Total));
        numbers.same(parts[0], figure);
        numbers.whole(whole, &[small, figure]);
        let hidden = numbers.suppress(Limit::new(5).unwrap());
        assert!(hidden.is_hidden(small));
        assert_eq!(hidden.is_hidden(parts[0]), hidden.is_hidden(figure));
    }

    #[test]
    fn two_is_no_limit() {
        assert_eq!(Limit::new(2), None);
        assert_eq!(Limit::new(1).map(|limit| limit.is_small(1)), Some(false));
    }
}
