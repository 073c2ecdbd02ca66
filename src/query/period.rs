//! Periods and the calendar buckets they are made of (contract section 5).

use crate::domain::date::{digits, parse_date};
use crate::domain::{Lang, Meant, Text};
use crate::i18n::{self, fill, texts::query as t};
use chrono::{Datelike, Days, Months, NaiveDate, Weekday};
use std::fmt;

/// A calendar unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Unit {
    Day,
    /// ISO 8601: Monday to Sunday, week 1 has the year's first Thursday.
    Week,
    Month,
    Quarter,
    /// A third of a year, four months.
    Tertial,
    Half,
    Year,
}

impl Unit {
    pub const ALL: [Unit; 7] =
        [Unit::Day, Unit::Week, Unit::Month, Unit::Quarter, Unit::Tertial, Unit::Half, Unit::Year];

    pub fn code(self) -> &'static str {
        match self {
            Unit::Day => "day",
            Unit::Week => "week",
            Unit::Month => "month",
            Unit::Quarter => "quarter",
            Unit::Tertial => "tertial",
            Unit::Half => "half",
            Unit::Year => "year",
        }
    }

    /// The length in months of the units that are made of months.
    fn months(self) -> Option<u32> {
        match self {
            Unit::Day | Unit::Week => None,
            Unit::Month => Some(1),
            Unit::Quarter => Some(3),
            Unit::Tertial => Some(4),
            Unit::Half => Some(6),
            Unit::Year => Some(12),
        }
    }
}

/// One day, week, month … of the calendar. `Display` gives its code: `2010-03-05`, `2010-W14`, `2010-Q1`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Bucket {
    unit: Unit,
    first: NaiveDate,
}

impl Bucket {
    /// The bucket that a day lies in.
    pub fn containing(unit: Unit, day: NaiveDate) -> Bucket {
        let first = match unit.months() {
            Some(months) => {
                let month = (day.month() - 1) / months * months + 1;
                NaiveDate::from_ymd_opt(day.year(), month, 1).unwrap_or(day)
            }
            None if unit == Unit::Week => day.week(Weekday::Mon).first_day(),
            None => day,
        };
        Bucket { unit, first }
    }

    /// Reads a code of any unit.
    pub fn parse(code: &str) -> Option<Bucket> {
        if let Ok(day) = parse_date(code) {
            return Some(Bucket { unit: Unit::Day, first: day });
        }
        let (year, rest) = match code.split_once('-') {
            None => (code, None),
            Some((year, rest)) => (year, Some(rest)),
        };
        let year = digits(year, 4).filter(|y| (1900..=2199).contains(y))? as i32;
        let month_bucket = |unit, month| Some(Bucket { unit, first: NaiveDate::from_ymd_opt(year, month, 1)? });
        let Some(rest) = rest else { return month_bucket(Unit::Year, 1) };
        let numbered = |letter| rest.strip_prefix(letter);
        if let Some(week) = numbered('W') {
            let first = NaiveDate::from_isoywd_opt(year, digits(week, 2)?, Weekday::Mon)?;
            return Some(Bucket { unit: Unit::Week, first });
        }
        for (letter, unit, count) in [('H', Unit::Half, 2), ('T', Unit::Tertial, 3), ('Q', Unit::Quarter, 4)] {
            if let Some(number) = numbered(letter) {
                let number = digits(number, 1).filter(|n| (1..=count).contains(n))?;
                return month_bucket(unit, (number - 1) * (12 / count) + 1);
            }
        }
        month_bucket(Unit::Month, digits(rest, 2)?)
    }

    pub fn unit(self) -> Unit {
        self.unit
    }

    pub fn first(self) -> NaiveDate {
        self.first
    }

    pub fn last(self) -> NaiveDate {
        let next = self.next().first;
        next.pred_opt().unwrap_or(next)
    }

    pub fn next(self) -> Bucket {
        let first = match self.unit.months() {
            Some(months) => self.first + Months::new(months),
            None => self.first + Days::new(if self.unit == Unit::Week { 7 } else { 1 }),
        };
        Bucket { first, ..self }
    }

    pub fn previous(self) -> Bucket {
        let first = match self.unit.months() {
            Some(months) => self.first - Months::new(months),
            None => self.first - Days::new(if self.unit == Unit::Week { 7 } else { 1 }),
        };
        Bucket { first, ..self }
    }

    /// All buckets of a unit that have a day from `from` to `to`.
    pub fn all(unit: Unit, from: NaiveDate, to: NaiveDate) -> impl Iterator<Item = Bucket> {
        std::iter::successors(Some(Bucket::containing(unit, from)), |b| Some(b.next()))
            .take_while(move |b| b.first <= to)
    }

    /// The bucket's name in a table: `mar 2010`, `v 14 2010`, `kv 1 2010`.
    pub fn label(self, lang: Lang) -> String {
        let year = self.first.year();
        let numbered = |text, months| {
            let n = (self.first.month() - 1) / months + 1;
            fill(text, lang, &[("n", &n), ("year", &year)])
        };
        match self.unit {
            Unit::Day | Unit::Year => self.to_string(),
            Unit::Week => {
                let week = self.first.iso_week();
                fill(t::WEEK_OF, lang, &[("n", &week.week()), ("year", &week.year())])
            }
            Unit::Month => {
                let name: String = i18n::month(self.first.month(), lang).chars().take(3).collect();
                format!("{name} {year}")
            }
            Unit::Quarter => numbered(t::QUARTER_OF, 3),
            Unit::Tertial => numbered(t::TERTIAL_OF, 4),
            Unit::Half => numbered(t::HALF_OF, 6),
        }
    }
}

impl fmt::Display for Bucket {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month) = (self.first.year(), self.first.month());
        match self.unit {
            Unit::Day => write!(f, "{}", self.first),
            Unit::Week => write!(f, "{:04}-W{:02}", self.first.iso_week().year(), self.first.iso_week().week()),
            Unit::Month => write!(f, "{year:04}-{month:02}"),
            Unit::Quarter => write!(f, "{year:04}-Q{}", (month - 1) / 3 + 1),
            Unit::Tertial => write!(f, "{year:04}-T{}", (month - 1) / 4 + 1),
            Unit::Half => write!(f, "{year:04}-H{}", (month - 1) / 6 + 1),
            Unit::Year => write!(f, "{year:04}"),
        }
    }
}

/// What is wrong with a period's text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PeriodError {
    /// None of the forms.
    Unknown { given: String, meant: Meant },
    /// The first end lies after the second.
    Backwards { given: String },
    /// `previous`, which needs a period to be before.
    Previous,
}

impl PeriodError {
    /// What is wrong and what would be right, in words.
    pub fn say(&self, lang: Lang) -> String {
        match self {
            PeriodError::Unknown { given, meant } => {
                fill(t::UNKNOWN_PERIOD, lang, &[("given", given)]) + &i18n::meant(meant, lang)
            }
            PeriodError::Backwards { given } => fill(t::PERIOD_BACKWARDS, lang, &[("given", given)]),
            PeriodError::Previous => t::PREVIOUS_ALONE.get(lang).to_owned(),
        }
    }
}

/// A period, both ends counted. `Display` gives a text that reads as the same period on any day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Period {
    form: Form,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Form {
    One(Bucket),
    /// From the first day of one bucket to the last of another; `None` is open.
    Span(Option<Bucket>, Option<Bucket>),
}

const RELATIVE: [&str; 2] = ["this-", "last-"];

impl Period {
    /// All time.
    pub const ALL: Period = Period { form: Form::Span(None, None) };

    /// One bucket of the calendar.
    pub fn of(bucket: Bucket) -> Period {
        Period { form: Form::One(bucket) }
    }

    /// From one day to another; `None` is open.
    pub fn days(from: Option<NaiveDate>, to: Option<NaiveDate>) -> Period {
        let day = |d: Option<NaiveDate>| d.map(|d| Bucket::containing(Unit::Day, d));
        Period { form: Form::Span(day(from), day(to)) }
    }

    /// Reads any form of contract section 5 but `previous`, which needs a period to be before.
    ///
    /// # Errors
    /// `PeriodError` that names the nearest form.
    pub fn parse(text: &str, today: NaiveDate) -> Result<Period, PeriodError> {
        let text = text.trim();
        let unknown = || PeriodError::Unknown {
            given: text.to_owned(),
            meant: Meant::among(text, words()).or_written(t::PERIOD_FORMS),
        };
        match text {
            "all" => return Ok(Period::ALL),
            "previous" => return Err(PeriodError::Previous),
            _ => {}
        }
        let Some((from, to)) = text.split_once("..") else {
            return parse_bucket(text, today).map(Period::of).ok_or_else(unknown);
        };
        let end = |text: &str| match text {
            "" => Ok(None),
            text => parse_bucket(text, today).map(Some).ok_or_else(unknown),
        };
        let (from, to) = (end(from)?, end(to)?);
        match (from, to) {
            (None, None) => Err(unknown()),
            (Some(a), Some(b)) if a.first() > b.last() => Err(PeriodError::Backwards { given: text.to_owned() }),
            ends => Ok(Period { form: Form::Span(ends.0, ends.1) }),
        }
    }

    /// The first day; `None` is open.
    pub fn from(&self) -> Option<NaiveDate> {
        match self.form {
            Form::One(bucket) => Some(bucket.first()),
            Form::Span(from, _) => from.map(Bucket::first),
        }
    }

    /// The last day; `None` is open.
    pub fn to(&self) -> Option<NaiveDate> {
        match self.form {
            Form::One(bucket) => Some(bucket.last()),
            Form::Span(_, to) => to.map(Bucket::last),
        }
    }

    /// Whether a day lies in the period.
    pub fn contains(&self, day: NaiveDate) -> bool {
        self.from().is_none_or(|from| from <= day) && self.to().is_none_or(|to| day <= to)
    }

    /// The period before: of the same kind, else as many days; if this one is not over on `today`, as many days of it
    /// as have passed (today is one of them). `None` for an open end.
    pub fn previous(&self, today: NaiveDate) -> Option<Period> {
        let (from, to) = (self.from()?, self.to()?);
        let before = match self.form {
            Form::One(bucket) => Period::of(bucket.previous()),
            Form::Span(..) => {
                let length = Days::new((to - from).num_days() as u64 + 1);
                Period::days(Some(from - length), from.pred_opt())
            }
        };
        let unfinished = from <= today && today < to;
        if !unfinished {
            return Some(before);
        }
        let (start, end) = (before.from()?, before.to()?);
        let cut = start + Days::new((today - from).num_days() as u64);
        Some(if cut < end { Period::days(Some(start), Some(cut)) } else { before })
    }

    /// The period beside: the next (`true`) or the one before of the same kind, or as many days. `None` for an open end.
    pub fn beside(&self, later: bool) -> Option<Period> {
        let (from, to) = (self.from()?, self.to()?);
        let length = Days::new((to - from).num_days() as u64 + 1);
        Some(match self.form {
            Form::One(bucket) => Period::of(if later { bucket.next() } else { bucket.previous() }),
            Form::Span(..) if later => Period::days(Some(from + length), Some(to + length)),
            Form::Span(..) => Period::days(Some(from - length), Some(to - length)),
        })
    }

    /// The words of the filter language that mean this period today, such as `last-month`, each as people say it.
    pub fn spoken(&self, today: NaiveDate) -> impl Iterator<Item = (&'static str, Text)> + '_ {
        SPOKEN.into_iter().filter(move |(word, _)| Period::parse(word, today).as_ref() == Ok(self))
    }

    /// The period in words: `1 januari 2009 till och med 31 december 2010`.
    pub fn in_words(&self, lang: Lang) -> String {
        match (self.from(), self.to()) {
            (Some(from), Some(to)) => i18n::period_of_days(from, to, lang),
            (Some(from), None) => fill(t::PERIOD_FROM, lang, &[("from", &i18n::date_long(from, lang))]),
            (None, Some(to)) => fill(t::PERIOD_TO, lang, &[("to", &i18n::date_long(to, lang))]),
            (None, None) => t::PERIOD_ALL.get(lang).to_owned(),
        }
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.form {
            Form::One(bucket) => write!(f, "{bucket}"),
            Form::Span(None, None) => f.write_str("all"),
            Form::Span(from, to) => {
                let text = |end: Option<Bucket>| end.map(|b| b.to_string()).unwrap_or_default();
                write!(f, "{}..{}", text(from), text(to))
            }
        }
    }
}

fn parse_bucket(text: &str, today: NaiveDate) -> Option<Bucket> {
    if text == "today" {
        return Some(Bucket::containing(Unit::Day, today));
    }
    for (later, prefix) in RELATIVE.into_iter().enumerate() {
        if let Some(unit) = text.strip_prefix(prefix) {
            let unit = Unit::ALL.into_iter().find(|u| u.code() == unit && *u != Unit::Day)?;
            let this = Bucket::containing(unit, today);
            return Some(if later == 1 { this.previous() } else { this });
        }
    }
    Bucket::parse(text)
}

/// The words for periods seen from today, and how people say them.
const SPOKEN: [(&str, Text); 13] = [
    ("today", t::TODAY),
    ("this-week", t::THIS_WEEK),
    ("this-month", t::THIS_MONTH),
    ("this-quarter", t::THIS_QUARTER),
    ("this-tertial", t::THIS_TERTIAL),
    ("this-half", t::THIS_HALF),
    ("this-year", t::THIS_YEAR),
    ("last-week", t::LAST_WEEK),
    ("last-month", t::LAST_MONTH),
    ("last-quarter", t::LAST_QUARTER),
    ("last-tertial", t::LAST_TERTIAL),
    ("last-half", t::LAST_HALF),
    ("last-year", t::LAST_YEAR),
];

fn words() -> impl Iterator<Item = &'static str> {
    ["all", "previous"].into_iter().chain(SPOKEN.map(|(word, _)| word))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        parse_date(text).unwrap()
    }

    #[test]
    fn forms_and_their_ends() {
        let today = day("2010-05-05");
        let cases = [
            ("2010", "2010-01-01", "2010-12-31"),
            ("2010-H2", "2010-07-01", "2010-12-31"),
            ("2010-T2", "2010-05-01", "2010-08-31"),
            ("2010-Q1", "2010-01-01", "2010-03-31"),
            ("2008-02", "2008-02-01", "2008-02-29"),
            ("2009-W53", "2009-12-28", "2010-01-03"),
            ("2010-W01", "2010-01-04", "2010-01-10"),
            ("2010-03-05", "2010-03-05", "2010-03-05"),
            ("2009..2010-Q1", "2009-01-01", "2010-03-31"),
            ("today", "2010-05-05", "2010-05-05"),
            ("this-week", "2010-05-03", "2010-05-09"),
            ("last-tertial", "2010-01-01", "2010-04-30"),
            ("last-half..today", "2009-07-01", "2010-05-05"),
        ];
        for (text, from, to) in cases {
            let period = Period::parse(text, today).unwrap();
            assert_eq!((period.from(), period.to()), (Some(day(from)), Some(day(to))), "{text}");
            assert_eq!(Period::parse(&period.to_string(), day("1999-01-01")), Ok(period), "{text}");
        }
        assert_eq!(Period::parse("2010..", today).unwrap().to(), None);
        assert_eq!(Period::parse("..2010", today).unwrap().from(), None);
        assert_eq!(Period::parse("all", today), Ok(Period::ALL));
    }

    #[test]
    fn wrong_forms_name_the_nearest() {
        let today = day("2010-05-05");
        for wrong in
            ["", "..", "2010-13", "2010-W54", "2011-W53", "2010-Q5", "2010-h1", "10", "2010-3", "this-day", "å"]
        {
            assert!(Period::parse(wrong, today).is_err(), "{wrong}");
        }
        assert_eq!(
            Period::parse("this-mont", today),
            Err(PeriodError::Unknown { given: "this-mont".into(), meant: Meant::Nearest("this-month".into()) })
        );
        assert!(matches!(Period::parse("2011..2010", today), Err(PeriodError::Backwards { .. })));
        assert_eq!(Period::parse("previous", today), Err(PeriodError::Previous));
    }

    #[test]
    fn the_period_before() {
        let cases = [
            ("2010-Q1", "2011-01-01", Some("2009-Q4")),
            ("2010-03", "2011-01-01", Some("2010-02")),
            ("2010-02-01..2010-02-10", "2011-01-01", Some("2010-01-22..2010-01-31")),
            ("2009..2010", "2011-01-01", Some("2007-01-02..2008-12-31")),
            ("2010-Q1", "2010-01-10", Some("2009-10-01..2009-10-10")),
            ("2010-03", "2010-03-30", Some("2010-02")),
            ("2010-03", "2010-03-31", Some("2010-02")),
            ("2010-01-01..2010-01-10", "2010-01-03", Some("2009-12-22..2009-12-24")),
            ("2010..", "2011-01-01", None),
            ("all", "2011-01-01", None),
        ];
        for (text, today, before) in cases {
            let period = Period::parse(text, day(today)).unwrap();
            assert_eq!(period.previous(day(today)).map(|p| p.to_string()).as_deref(), before, "{text} on {today}");
        }
    }

    #[test]
    fn a_period_is_spoken_of_as_it_is_seen_from_today() {
        let today = NaiveDate::from_ymd_opt(2010, 5, 5).unwrap();
        let spoken =
            |text: &str| Period::parse(text, today).unwrap().spoken(today).map(|(word, _)| word).collect::<Vec<_>>();
        assert_eq!(spoken("2010-05"), ["this-month"]);
        assert_eq!(spoken("2010-Q1"), ["last-quarter"]);
        assert_eq!(spoken("2010-05-05"), ["today"]);
        assert!(spoken("2009-Q1").is_empty() && spoken("all").is_empty());
    }
}
