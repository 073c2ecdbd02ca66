//! The recovery code: random, to be written on paper, opens the store when the passphrase is lost.
//!
//! Eight groups of five characters. The last of each group is a check over the others and the group's place, so that
//! a wrong, swapped or misplaced character is told by its group before any key is derived.

use super::error::Error;
use std::fmt;
use zeroize::Zeroizing;

/// 31 characters that are hard to mistake for one another. A prime number of them, so that the check finds every
/// single wrong character and every two swapped ones.
const ALPHABET: &[u8; 31] = b"23456789ABCDEFGHJKMNPQRSTUVWXYZ";
/// Groups in a code: 31^4 for each is 158 bits in all.
const GROUPS: usize = 8;
/// Characters in a group, the check included.
const GROUP: usize = 5;

/// A recovery code; zeroes itself and prints nothing in Debug.
pub struct RecoveryCode(Zeroizing<String>);

/// What is wrong with a recovery code as typed. Groups are counted from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RecoveryProblem {
    /// Not eight groups of five characters.
    Length { characters: usize },
    /// A slip somewhere in that group.
    Group(usize),
}

impl RecoveryCode {
    /// A new code from the system's random numbers.
    pub(super) fn random() -> Result<RecoveryCode, Error> {
        let mut code = Zeroizing::new(String::with_capacity(GROUPS * GROUP));
        for place in 1..=GROUPS {
            let mut digits = Zeroizing::new([0u8; GROUP]);
            for digit in &mut digits[..GROUP - 1] {
                *digit = random_digit()?;
            }
            digits[GROUP - 1] = check(&digits[..GROUP - 1], place);
            code.extend(digits.iter().map(|&d| char::from(ALPHABET[usize::from(d)])));
        }
        Ok(RecoveryCode(code))
    }

    /// Reads a code as typed: capitals or not, with any spaces and hyphens.
    ///
    /// # Errors
    /// The first group with a slip, or that the length is wrong.
    pub fn parse(typed: &str) -> Result<RecoveryCode, RecoveryProblem> {
        let is_gap = |c: char| c.is_whitespace() || c == '-';
        // As many groups as there should be, one of another length: that one has the slip.
        let groups: Vec<&str> = typed.split(is_gap).filter(|g| !g.is_empty()).collect();
        if groups.len() == GROUPS
            && let Some(wrong) = groups.iter().position(|g| g.chars().count() != GROUP)
        {
            return Err(RecoveryProblem::Group(wrong + 1));
        }
        let mut code = Zeroizing::new(String::with_capacity(typed.len() * 3));
        code.extend(typed.chars().filter(|c| !is_gap(*c)).flat_map(char::to_uppercase));
        let characters = code.chars().count();
        if characters != GROUPS * GROUP {
            return Err(RecoveryProblem::Length { characters });
        }
        // A character that no code has becomes a digit that fits nowhere.
        let digit = |c: char| ALPHABET.iter().position(|&a| char::from(a) == c).map_or(u8::MAX, |d| d as u8);
        let digits: Zeroizing<Vec<u8>> = Zeroizing::new(code.chars().map(digit).collect());
        match digits.chunks(GROUP).zip(1..).find(|(group, place)| !fits(group, *place)) {
            Some((_, place)) => Err(RecoveryProblem::Group(place)),
            None => Ok(RecoveryCode(code)),
        }
    }

    /// The groups in their order, for the recovery sheet.
    pub fn groups(&self) -> impl Iterator<Item = &str> {
        (0..GROUPS).filter_map(|i| self.0.get(i * GROUP..(i + 1) * GROUP))
    }

    pub(super) fn as_bytes(&self) -> &[u8] {
        self.0.as_bytes()
    }
}

impl fmt::Debug for RecoveryCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("RecoveryCode")
    }
}

/// Whether a group is right: its digits, each times its place in the group, add up to the place of the group.
fn fits(digits: &[u8], place: usize) -> bool {
    let known = digits.iter().all(|&digit| usize::from(digit) < ALPHABET.len());
    known && weighted(digits) % ALPHABET.len() == place
}

/// The last digit of a group, given the others: 25 is the inverse of 5, its weight.
fn check(digits: &[u8], place: usize) -> u8 {
    let missing = place + ALPHABET.len() * 10 - weighted(digits);
    (missing * 25 % ALPHABET.len()) as u8
}

fn weighted(digits: &[u8]) -> usize {
    digits.iter().zip(1..).map(|(&digit, weight)| usize::from(digit) * weight).sum()
}

fn random_digit() -> Result<u8, Error> {
    let mut byte = [0];
    loop {
        getrandom::fill(&mut byte)?;
        // Only whole rounds of the alphabet, so that no character is likelier than another.
        if usize::from(byte[0]) < 256 / ALPHABET.len() * ALPHABET.len() {
            return Ok(byte[0] % ALPHABET.len() as u8);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(code: &RecoveryCode) -> String {
        code.groups().collect::<Vec<_>>().join("-")
    }

    #[test]
    fn a_code_is_read_however_it_is_typed() {
        let code = RecoveryCode::random().unwrap();
        let text = text(&code);
        assert_eq!(text.len(), 47);
        for typed in [text.clone(), text.to_lowercase(), text.replace('-', " "), text.replace('-', "")] {
            assert_eq!(RecoveryCode::parse(&typed).unwrap().as_bytes(), code.as_bytes());
        }
        assert_eq!(format!("{code:?}"), "RecoveryCode");
        assert_ne!(RecoveryCode::random().unwrap().as_bytes(), code.as_bytes());
    }

    #[test]
    fn every_single_slip_is_told_by_its_group() {
        let text = text(&RecoveryCode::random().unwrap()).replace('-', "");
        for at in 0..text.len() {
            for &other in ALPHABET.iter().chain(b"0O1IL.") {
                let mut typed = text.clone().into_bytes();
                if std::mem::replace(&mut typed[at], other) != other {
                    let problem = RecoveryCode::parse(std::str::from_utf8(&typed).unwrap()).unwrap_err();
                    assert_eq!(problem, RecoveryProblem::Group(at / GROUP + 1));
                }
            }
        }
    }

    #[test]
    fn swapped_characters_and_groups_are_told() {
        let code = RecoveryCode::random().unwrap();
        let text = text(&code);
        let bytes = text.replace('-', "").into_bytes();
        for at in (0..bytes.len() - 1).filter(|at| at % GROUP != GROUP - 1) {
            let mut typed = bytes.clone();
            typed.swap(at, at + 1);
            if typed != bytes {
                let problem = RecoveryCode::parse(std::str::from_utf8(&typed).unwrap()).unwrap_err();
                assert_eq!(problem, RecoveryProblem::Group(at / GROUP + 1));
            }
        }
        let mut groups: Vec<_> = code.groups().collect();
        groups.swap(2, 6);
        assert_eq!(RecoveryCode::parse(&groups.join(" ")).unwrap_err(), RecoveryProblem::Group(3));
    }

    #[test]
    fn a_wrong_length_is_told() {
        let text = text(&RecoveryCode::random().unwrap());
        assert_eq!(RecoveryCode::parse("").unwrap_err(), RecoveryProblem::Length { characters: 0 });
        assert_eq!(RecoveryCode::parse(&text[..46]).unwrap_err(), RecoveryProblem::Group(8));
        let run_together = text.replace('-', "");
        assert_eq!(RecoveryCode::parse(&run_together[1..]).unwrap_err(), RecoveryProblem::Length { characters: 39 });
        assert!(RecoveryCode::parse("åäö").is_err());
    }
}
