//! The reference's own calendar: time units and their codes, periods, ages (contract section 5), all by walking days.

use chrono::{Datelike, Days, NaiveDate};

/// A unit of time that days fall into.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    Day,
    Week,
    Month,
    Quarter,
    Tertial,
    Half,
    Year,
}

impl Unit {
    pub const ALL: [(Unit, &'static str); 7] = [
        (Unit::Day, "day"),
        (Unit::Week, "week"),
        (Unit::Month, "month"),
        (Unit::Quarter, "quarter"),
        (Unit::Tertial, "tertial"),
        (Unit::Half, "half"),
        (Unit::Year, "year"),
    ];

    /// The unit with that name.
    pub fn named(name: &str) -> Option<Unit> {
        Unit::ALL.into_iter().find(|(_, n)| *n == name).map(|(unit, _)| unit)
    }

    /// The year, and the number in the year, of the stretch of time that holds a day.
    fn number(self, day: NaiveDate) -> (i32, u32) {
        let month = day.month0();
        match self {
            Unit::Day => (day.year(), day.ordinal()),
            Unit::Week => (day.iso_week().year(), day.iso_week().week()),
            Unit::Month => (day.year(), month + 1),
            Unit::Quarter => (day.year(), month / 3 + 1),
            Unit::Tertial => (day.year(), month / 4 + 1),
            Unit::Half => (day.year(), month / 6 + 1),
            Unit::Year => (day.year(), 1),
        }
    }

    /// The code of the stretch that holds a day: `2010-W14`.
    pub fn code(self, day: NaiveDate) -> String {
        let (year, number) = self.number(day);
        match self {
            Unit::Day => day.to_string(),
            Unit::Week => format!("{year}-W{number:02}"),
            Unit::Month => format!("{year}-{number:02}"),
            Unit::Quarter => format!("{year}-Q{number}"),
            Unit::Tertial => format!("{year}-T{number}"),
            Unit::Half => format!("{year}-H{number}"),
            Unit::Year => format!("{year}"),
        }
    }

    /// The first and last day of the stretch that holds a day.
    pub fn around(self, day: NaiveDate) -> (NaiveDate, NaiveDate) {
        let number = self.number(day);
        let (mut first, mut last) = (day, day);
        while self.number(before(first)) == number {
            first = before(first);
        }
        while self.number(after(last)) == number {
            last = after(last);
        }
        (first, last)
    }

    /// Every stretch with a day from one day to another: code, first and last day.
    pub fn stretches(self, from: NaiveDate, to: NaiveDate) -> Vec<(String, NaiveDate, NaiveDate)> {
        let mut found = Vec::new();
        let mut day = from;
        while day <= to {
            let (first, last) = self.around(day);
            found.push((self.code(day), first, last));
            day = after(last);
        }
        found
    }

    /// The unit that a code is written in.
    fn of_code(text: &str) -> Option<Unit> {
        match text.len() {
            4 => Some(Unit::Year),
            10 => Some(Unit::Day),
            _ if text.contains("-W") => Some(Unit::Week),
            _ if text.contains("-Q") => Some(Unit::Quarter),
            _ if text.contains("-T") => Some(Unit::Tertial),
            _ if text.contains("-H") => Some(Unit::Half),
            7 => Some(Unit::Month),
            _ => None,
        }
    }
}

pub fn before(day: NaiveDate) -> NaiveDate {
    day - Days::new(1)
}

pub fn after(day: NaiveDate) -> NaiveDate {
    day + Days::new(1)
}

/// A period: its ends, `None` where open, and the unit it is one of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period {
    pub from: Option<NaiveDate>,
    pub to: Option<NaiveDate>,
    pub unit: Option<Unit>,
}

impl Period {
    /// Reads a period in any of the contract's forms.
    pub fn read(text: &str, today: NaiveDate) -> Option<Period> {
        if text == "all" {
            return Some(Period { from: None, to: None, unit: None });
        }
        if let Some((from, to)) = text.split_once("..") {
            let end = |text: &str| if text.is_empty() { Some(None) } else { Period::read(text, today).map(Some) };
            return Some(Period { from: end(from)?.and_then(|p| p.from), to: end(to)?.and_then(|p| p.to), unit: None });
        }
        let one = |unit: Unit, day| {
            let (from, to) = unit.around(day);
            Some(Period { from: Some(from), to: Some(to), unit: Some(unit) })
        };
        if text == "today" {
            return one(Unit::Day, today);
        }
        if let Some(unit) = text.strip_prefix("this-") {
            return one(Unit::named(unit)?, today);
        }
        if let Some(unit) = text.strip_prefix("last-") {
            let unit = Unit::named(unit)?;
            return one(unit, before(unit.around(today).0));
        }
        let unit = Unit::of_code(text)?;
        if unit == Unit::Day {
            return one(unit, text.parse().ok()?);
        }
        let year: i32 = text.get(..4)?.parse().ok()?;
        // 28 December lies in the last week of its year: from there on, all stretches of the next year are passed.
        let mut day = NaiveDate::from_ymd_opt(year - 1, 12, 28)?;
        while day.year() <= year {
            if unit.code(day) == text {
                return one(unit, day);
            }
            day = after(unit.around(day).1);
        }
        None
    }

    /// The period that this one is compared with; none for an open end. One that has not begun is compared whole.
    pub fn previous(&self, today: NaiveDate) -> Option<(NaiveDate, NaiveDate)> {
        let (from, to) = (self.from?, self.to?);
        let (first, last) = match self.unit {
            Some(unit) => unit.around(before(from)),
            None => (from - (after(to) - from), before(from)),
        };
        if today < from || today >= to {
            return Some((first, last));
        }
        Some((first, last.min(first + (today - from))))
    }
}

/// Complete years from a birth to a day; a birthday on 29 February is 1 March in common years.
fn complete_years(birth: NaiveDate, day: NaiveDate) -> u32 {
    let birthday = |year: i32| {
        NaiveDate::from_ymd_opt(year, birth.month(), birth.day())
            .unwrap_or_else(|| NaiveDate::from_ymd_opt(year, 3, 1).unwrap())
    };
    (1..).take_while(|years| birthday(birth.year() + years) <= day).count() as u32
}

/// The youngest and the oldest age that somebody of that birth may have on a day; none without a birth or before it.
pub fn possible_ages(birth: &str, day: NaiveDate) -> Option<(u32, u32)> {
    // A birth is written as the year, month or day that it is known to.
    let born = Period::read(birth, day)?;
    let (first, last) = (born.from?, born.to?.min(day));
    (first <= day).then(|| (complete_years(last, day), complete_years(first, day)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn periods_and_the_ones_before_them() {
        let today = day("2011-01-17");
        let cases = [
            ("2010", "2010-01-01..2010-12-31", "2009-01-01..2009-12-31"),
            ("2010-H1", "2010-01-01..2010-06-30", "2009-07-01..2009-12-31"),
            ("2010-T2", "2010-05-01..2010-08-31", "2010-01-01..2010-04-30"),
            ("2010-Q1", "2010-01-01..2010-03-31", "2009-10-01..2009-12-31"),
            ("2009-W53", "2009-12-28..2010-01-03", "2009-12-21..2009-12-27"),
            ("2010-W01", "2010-01-04..2010-01-10", "2009-12-28..2010-01-03"),
            ("2010-03-05", "2010-03-05..2010-03-05", "2010-03-04..2010-03-04"),
            ("2010-03..2010-W14", "2010-03-01..2010-04-11", "2010-01-18..2010-02-28"),
            ("this-month", "2011-01-01..2011-01-31", "2010-12-01..2010-12-17"),
            ("this-week", "2011-01-17..2011-01-23", "2011-01-10..2011-01-10"),
            ("last-tertial", "2010-09-01..2010-12-31", "2010-05-01..2010-08-31"),
            ("2011-01-10..2011-01-31", "2011-01-10..2011-01-31", "2010-12-19..2010-12-26"),
            ("today", "2011-01-17..2011-01-17", "2011-01-16..2011-01-16"),
        ];
        for (text, span, previous) in cases {
            let period = Period::read(text, today).unwrap();
            assert_eq!(format!("{}..{}", period.from.unwrap(), period.to.unwrap()), span, "{text}");
            let (from, to) = period.previous(today).unwrap();
            assert_eq!(format!("{from}..{to}"), previous, "before {text}");
        }
        assert_eq!(Period::read("2010-13", today), None);
        assert_eq!(Period::read("2010-W53", today), None);
    }

    #[test]
    fn ages_with_what_is_known_of_the_birth() {
        assert_eq!(possible_ages("1992-02-29", day("2010-02-28")), Some((17, 17)));
        assert_eq!(possible_ages("1992-02-29", day("2010-03-01")), Some((18, 18)));
        assert_eq!(possible_ages("1992-02-29", day("2012-02-29")), Some((20, 20)));
        assert_eq!(possible_ages("1992", day("2010-12-30")), Some((17, 18)));
        assert_eq!(possible_ages("1992", day("2010-12-31")), Some((18, 18)));
        assert_eq!(possible_ages("1992-04", day("2010-04-01")), Some((17, 18)));
        assert_eq!(possible_ages("2010", day("2010-05-05")), Some((0, 0)));
        assert_eq!(possible_ages("2010-06", day("2010-05-05")), None);
    }
}
