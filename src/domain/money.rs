//! Amounts of money: exact decimals with two places.

use rust_decimal::Decimal;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use std::fmt;
use std::iter::Sum;
use std::ops::{Add, Sub};

/// An amount in the project's currency, kronor; two decimals.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Money(Decimal);

impl Money {
    /// Reads `1006698`, `1006698.5` or `-20.00`: at most two decimals and 15 digits before them.
    pub fn parse(text: &str) -> Option<Money> {
        let (whole, decimals) = text.split_once('.').unwrap_or((text, "0"));
        let digits = whole.strip_prefix('-').unwrap_or(whole);
        let plain = |part: &str, most| (1..=most).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
        if !plain(digits, 15) || !plain(decimals, 2) {
            return None;
        }
        let mut amount: Decimal = text.parse().ok()?;
        amount.rescale(2);
        Some(Money(amount))
    }

    /// Reads an amount as people type it: `1 006 698 kr`, `1 006 698,50`, `SEK 1,006,698.50`.
    pub fn typed(text: &str) -> Option<Money> {
        let text = text.trim().trim_start_matches("SEK").trim_end_matches("kr").trim();
        let text = text.replace('\u{2212}', "-");
        // A comma before one or two last digits is the decimal sign, one before three parts thousands.
        let decimals = text.rsplit_once(',').filter(|(_, after)| (1..=2).contains(&after.len()) && !text.contains('.'));
        let text = match decimals {
            Some((whole, after)) => format!("{whole}.{after}"),
            None => text.replace(',', ""),
        };
        let text: String = text.chars().filter(|c| !c.is_whitespace()).collect();
        Money::parse(&text)
    }

    pub fn is_zero(self) -> bool {
        self.0.is_zero()
    }

    pub fn is_negative(self) -> bool {
        self.0.is_sign_negative() && !self.0.is_zero()
    }

    /// The amount without its sign.
    pub fn abs(self) -> Money {
        Money(self.0.abs())
    }

    /// Whether the amount has no öre.
    pub fn is_whole(self) -> bool {
        self.0.fract().is_zero()
    }
}

impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:.2}", self.0)
    }
}

impl Add for Money {
    type Output = Money;
    fn add(self, other: Money) -> Money {
        Money(self.0 + other.0)
    }
}

impl Sub for Money {
    type Output = Money;
    fn sub(self, other: Money) -> Money {
        Money(self.0 - other.0)
    }
}

impl Sum for Money {
    fn sum<I: Iterator<Item = Money>>(amounts: I) -> Money {
        amounts.fold(Money::default(), Add::add)
    }
}

impl Serialize for Money {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Money {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Money, D::Error> {
        let text = String::deserialize(deserializer)?;
        Money::parse(&text)
            .ok_or_else(|| de::Error::custom(format!("{text:?} is not an amount such as \"1289000.00\"")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_as_people_type_them() {
        let cases = [
            ("1 006 698 kr", "1006698.00"),
            ("1\u{a0}006\u{a0}698", "1006698.00"),
            ("1 006,5", "1006.50"),
            ("SEK 1,006,698.50", "1006698.50"),
            ("1,006", "1006.00"),
            ("\u{2212}20", "-20.00"),
        ];
        for (typed, amount) in cases {
            assert_eq!(Money::typed(typed).unwrap().to_string(), amount, "{typed}");
        }
        for wrong in ["", "kr", "tusen", "1.2.3"] {
            assert!(Money::typed(wrong).is_none(), "{wrong}");
        }
    }

    #[test]
    fn amounts_are_exact() {
        let costs = ["1006698.00", "20609", "300.0"].map(|t| Money::parse(t).unwrap());
        assert_eq!(costs.into_iter().sum::<Money>().to_string(), "1027607.00");
        assert_eq!((Money::parse("0.10").unwrap() - Money::parse("0.30").unwrap()).to_string(), "-0.20");
        for wrong in ["", "1,5", "1.", ".5", "1.005", "1e3", "+1", "--1", "1 000", "9999999999999999"] {
            assert!(Money::parse(wrong).is_none(), "{wrong}");
        }
    }
}
