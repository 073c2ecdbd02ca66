//! The target of an indicator (contract section 5).

use std::fmt;

/// What an indicator should reach.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// So many per cent of the whole, or more.
    Percent(u64),
    AtLeast(u64),
    AtMost(u64),
    Exactly(u64),
}

impl Target {
    /// Reads `N%`, `N`, `>=N`, `<=N` or `=N`.
    pub fn parse(text: &str) -> Option<Target> {
        let number = |text: &str| {
            let plain = (1..=9).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
            if plain { text.parse().ok() } else { None }
        };
        let text = text.trim();
        if let Some(share) = text.strip_suffix('%') {
            return number(share.trim_end()).map(Target::Percent);
        }
        if let Some(least) = text.strip_prefix(">=") {
            number(least).map(Target::AtLeast)
        } else if let Some(most) = text.strip_prefix("<=") {
            number(most).map(Target::AtMost)
        } else if let Some(exact) = text.strip_prefix('=') {
            number(exact).map(Target::Exactly)
        } else {
            number(text).map(Target::AtLeast)
        }
    }

    /// Whether a figure reaches the target; `None` where a share is of nothing.
    pub fn is_met(self, value: u64, of: Option<u64>) -> Option<bool> {
        if of == Some(0) {
            return None;
        }
        Some(match self {
            Target::Percent(share) => value * 100 >= share * of?,
            Target::AtLeast(n) => value >= n,
            Target::AtMost(n) => value <= n,
            Target::Exactly(n) => value == n,
        })
    }
}

impl fmt::Display for Target {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Target::Percent(n) => write!(f, "{n}%"),
            Target::AtLeast(n) => write!(f, "{n}"),
            Target::AtMost(n) => write!(f, "<={n}"),
            Target::Exactly(n) => write!(f, "={n}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn targets() {
        let cases = [
            ("100%", 44, Some(44), Some(true)),
            ("100%", 43, Some(44), Some(false)),
            ("50 %", 1, Some(0), None),
            ("50%", 1, None, None),
            ("10", 10, None, Some(true)),
            (">=10", 9, None, Some(false)),
            ("<=10", 10, None, Some(true)),
            ("=10", 11, None, Some(false)),
            ("10", 10, Some(0), None),
        ];
        for (text, value, of, met) in cases {
            assert_eq!(Target::parse(text).unwrap().is_met(value, of), met, "{text} {value} {of:?}");
        }
        for wrong in ["", "%", "ten", ">10", "10%%", "-1", "1.5%"] {
            assert_eq!(Target::parse(wrong), None, "{wrong}");
        }
    }
}
