//! Days, moments, births and the ages that follow from them.

use super::problem::Problem;
use chrono::{Datelike, Months, NaiveDate, NaiveDateTime, NaiveTime, Timelike};
use std::fmt;

/// Years outside these are taken for slips of the finger (2910 for 2010).
const YEARS: std::ops::RangeInclusive<i32> = 1900..=2199;

/// Reads `YYYY-MM-DD`, nothing else.
///
/// # Errors
/// `Problem::Date` if it is not of that form, no such day exists or the year is not 1900 to 2199.
pub fn parse_date(text: &str) -> Result<NaiveDate, Problem> {
    let wrong = || Problem::Date;
    let parts: Vec<&str> = text.split('-').collect();
    let [year, month, day] = parts[..] else { return Err(wrong()) };
    let date = NaiveDate::from_ymd_opt(
        digits(year, 4).ok_or_else(wrong)? as i32,
        digits(month, 2).ok_or_else(wrong)?,
        digits(day, 2).ok_or_else(wrong)?,
    );
    date.filter(|d| YEARS.contains(&d.year())).ok_or_else(wrong)
}

/// The number that exactly `count` ASCII digits write.
pub fn digits(text: &str, count: usize) -> Option<u32> {
    (text.len() == count && text.bytes().all(|b| b.is_ascii_digit())).then(|| text.parse().ok()).flatten()
}

/// A day, with the time of day if it is known. Without a time comes before any time of that day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Moment {
    pub date: NaiveDate,
    /// Local time, whole minutes.
    pub time: Option<NaiveTime>,
}

impl Moment {
    /// Reads `YYYY-MM-DD` or `YYYY-MM-DDTHH:MM`.
    ///
    /// # Errors
    /// `Problem::Moment` if it is neither.
    pub fn parse(text: &str) -> Result<Moment, Problem> {
        let (date, time) = match text.split_once('T') {
            None => (text, None),
            Some((date, time)) => (date, Some(parse_time(time).ok_or(Problem::Moment)?)),
        };
        Ok(Moment { date: parse_date(date).map_err(|_| Problem::Moment)?, time })
    }

    /// The moment as people read it: `2010-12-14 09:15`.
    pub fn in_words(self) -> String {
        self.time.map_or_else(|| self.date.to_string(), |time| minute(self.date.and_time(time)))
    }
}

/// A point in time to the minute, as people read it: `2010-12-14 09:15`.
pub fn minute(at: NaiveDateTime) -> String {
    format!("{} {}", at.date(), clock(at.time()))
}

/// A time of day to the minute: `09:15`.
pub fn clock(time: NaiveTime) -> String {
    format!("{:02}:{:02}", time.hour(), time.minute())
}

fn parse_time(text: &str) -> Option<NaiveTime> {
    let (hour, minute) = text.split_once(':')?;
    NaiveTime::from_hms_opt(digits(hour, 2)?, digits(minute, 2)?, 0)
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.date)?;
        self.time.map_or(Ok(()), |time| write!(f, "T{}", clock(time)))
    }
}

/// A birth, known to the year, the month or the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Birth {
    pub year: i32,
    pub month: Option<u32>,
    pub day: Option<u32>,
}

impl Birth {
    /// Reads `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
    ///
    /// # Errors
    /// `Problem::Birth` if it is none of them or no such day exists.
    pub fn parse(text: &str) -> Result<Birth, Problem> {
        let wrong = || Problem::Birth;
        let parts: Vec<&str> = text.split('-').collect();
        let number = |i: usize, count| parts.get(i).map(|p| digits(p, count).ok_or_else(wrong)).transpose();
        let year = number(0, 4)?.ok_or_else(wrong)? as i32;
        let birth = Birth { year, month: number(1, 2)?, day: number(2, 2)? };
        let exists = NaiveDate::from_ymd_opt(year, birth.month.unwrap_or(1), birth.day.unwrap_or(1)).is_some();
        if parts.len() <= 3 && exists && YEARS.contains(&year) { Ok(birth) } else { Err(wrong()) }
    }

    /// The first and the last day that the birth may have been. `None` only for a birth that no calendar has.
    fn span(&self) -> Option<(NaiveDate, NaiveDate)> {
        let first = NaiveDate::from_ymd_opt(self.year, self.month.unwrap_or(1), self.day.unwrap_or(1))?;
        let last = match (self.month, self.day) {
            (_, Some(_)) => first,
            (Some(_), None) => (first + Months::new(1)).pred_opt()?,
            (None, _) => NaiveDate::from_ymd_opt(self.year, 12, 31)?,
        };
        Some((first, last))
    }

    /// The youngest and the oldest age, in complete years, that the person may have had on a day (contract section
    /// 5). `None` if she was not born yet. Born on 29 February counts from 1 March in common years.
    pub fn ages_on(&self, day: NaiveDate) -> Option<(u16, u16)> {
        let (first, last) = self.span()?;
        (first <= day).then(|| (complete_years(last.min(day), day), complete_years(first, day)))
    }
}

fn complete_years(birth: NaiveDate, day: NaiveDate) -> u16 {
    let before_birthday = (day.month(), day.day()) < (birth.month(), birth.day());
    (day.year() - birth.year() - i32::from(before_birthday)).max(0) as u16
}

impl fmt::Display for Birth {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        [self.month, self.day].iter().flatten().try_for_each(|n| write!(f, "-{n:02}"))
    }
}

/// The age groups that statistics use: the lowest age of each, from 0 upwards (a setting in the store).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AgeGroups(Vec<u16>);

impl Default for AgeGroups {
    /// 0-14, 15-17, 18-19, 20-24, 25-34, 35-44, 45-64, 65+ (contract section 5).
    fn default() -> Self {
        AgeGroups(vec![0, 15, 18, 20, 25, 35, 45, 65])
    }
}

impl AgeGroups {
    /// Groups that start at these ages. They must begin with 0 and rise.
    pub fn new(starts: Vec<u16>) -> Option<AgeGroups> {
        (starts.first() == Some(&0) && starts.windows(2).all(|w| w[0] < w[1])).then_some(AgeGroups(starts))
    }

    /// The lowest age of each group.
    pub fn starts(&self) -> &[u16] {
        &self.0
    }

    /// The number of the group that holds an age.
    pub fn group_of(&self, age: u16) -> usize {
        self.0.partition_point(|&start| start <= age).saturating_sub(1)
    }

    /// The lowest and the highest age of each group; the last has none.
    pub fn bounds(&self) -> impl Iterator<Item = (u16, Option<u16>)> + '_ {
        self.0.iter().enumerate().map(|(i, &start)| (start, self.0.get(i + 1).map(|next| next - 1)))
    }

    /// The codes of the groups: `0-14`, `65+`; a group of one age is that age, `18`.
    pub fn codes(&self) -> Vec<String> {
        self.bounds()
            .map(|(low, high)| match high {
                Some(high) if high == low => format!("{low}"),
                Some(high) => format!("{low}-{high}"),
                None => format!("{low}+"),
            })
            .collect()
    }
}

/// How often a follow-up comes back: `3d`, `2w`, `1m`, `1y`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Every {
    pub count: u32,
    pub unit: Unit,
}

/// The unit of `Every`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Unit {
    Days,
    Weeks,
    Months,
    Years,
}

impl Every {
    /// Reads `Nd`, `Nw`, `Nm` or `Ny`, N from 1 to 999.
    ///
    /// # Errors
    /// `Problem::Every` if it is none of them.
    pub fn parse(text: &str) -> Result<Every, Problem> {
        let unit = match text.chars().last() {
            Some('d') => Unit::Days,
            Some('w') => Unit::Weeks,
            Some('m') => Unit::Months,
            Some('y') => Unit::Years,
            _ => return Err(Problem::Every),
        };
        let number = &text[..text.len() - 1];
        let count = digits(number, number.len()).filter(|n| (1..=999).contains(n)).ok_or(Problem::Every)?;
        Ok(Every { count, unit })
    }

    /// The day one interval after another; the last day of the month where that day does not exist.
    pub fn after(self, day: NaiveDate) -> Option<NaiveDate> {
        match self.unit {
            Unit::Days => day.checked_add_days(chrono::Days::new(self.count.into())),
            Unit::Weeks => day.checked_add_days(chrono::Days::new(u64::from(self.count) * 7)),
            Unit::Months => day.checked_add_months(Months::new(self.count)),
            Unit::Years => day.checked_add_months(Months::new(self.count * 12)),
        }
    }
}

impl fmt::Display for Every {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let unit = match self.unit {
            Unit::Days => 'd',
            Unit::Weeks => 'w',
            Unit::Months => 'm',
            Unit::Years => 'y',
        };
        write!(f, "{}{unit}", self.count)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        parse_date(text).unwrap()
    }

    #[test]
    fn ages_by_what_is_known_of_the_birth() {
        let cases = [
            ("1992-04-28", "2010-04-27", Some((17, 17))),
            ("1992-04-28", "2010-04-28", Some((18, 18))),
            ("1992-04", "2010-04-15", Some((17, 18))),
            ("1992-04", "2010-04-01", Some((17, 18))),
            ("1992-04", "2010-04-30", Some((18, 18))),
            ("1992-04", "2010-03-31", Some((17, 17))),
            ("1992", "2010-01-01", Some((17, 18))),
            ("1992", "2010-12-31", Some((18, 18))),
            ("1992", "2010-12-30", Some((17, 18))),
            ("1992-02-29", "2010-02-28", Some((17, 17))),
            ("1992-02-29", "2010-03-01", Some((18, 18))),
            ("1992-02-29", "2012-02-29", Some((20, 20))),
            ("2010", "2010-05-05", Some((0, 0))),
            ("2010-06-01", "2010-05-05", None),
        ];
        for (birth, on, ages) in cases {
            assert_eq!(Birth::parse(birth).unwrap().ages_on(day(on)), ages, "{birth} on {on}");
        }
    }

    #[test]
    fn forms_are_read_and_written() {
        for text in ["2010-03-05", "2010-03-05T09:05"] {
            assert_eq!(Moment::parse(text).unwrap().to_string(), text);
        }
        for text in ["1990", "1990-02", "1990-02-28"] {
            assert_eq!(Birth::parse(text).unwrap().to_string(), text);
        }
        for text in ["1d", "2w", "12m", "999y"] {
            assert_eq!(Every::parse(text).unwrap().to_string(), text);
        }
        for wrong in ["2010-2-5", "2010-02-30", "2910-01-01", "2010-01-01T24:00", "2010-01-01 10:00", "", "åäö-åä-åä"]
        {
            assert!(Moment::parse(wrong).is_err(), "{wrong}");
        }
        for wrong in ["90", "1990-13", "1990-02-30", "1990-01-01-01", "", "1850"] {
            assert!(Birth::parse(wrong).is_err(), "{wrong}");
        }
        for wrong in ["", "d", "0d", "1000d", "1ö", "-1d", "+1d"] {
            assert!(Every::parse(wrong).is_err(), "{wrong}");
        }
        assert!(Moment::parse("2010-03-05").unwrap() < Moment::parse("2010-03-05T00:00").unwrap());
    }

    #[test]
    fn age_groups_hold_every_age_once() {
        let groups = AgeGroups::default();
        assert_eq!(groups.codes(), ["0-14", "15-17", "18-19", "20-24", "25-34", "35-44", "45-64", "65+"]);
        for (age, group) in [(0, 0), (14, 0), (15, 1), (17, 1), (18, 2), (64, 6), (65, 7), (120, 7)] {
            assert_eq!(groups.group_of(age), group, "{age}");
        }
        assert!(AgeGroups::new(vec![1, 5]).is_none() && AgeGroups::new(vec![0, 5, 5]).is_none());
    }
}
