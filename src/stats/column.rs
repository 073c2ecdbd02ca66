//! The coded value of each row by a key: a number from 1, or 0 where it is not known. Read a stretch of rows at a time.

use super::by_day::ByDay;
use super::scope::Scope;
use crate::domain::Kind;
use crate::facts::{Code, CodeValues, Codes, FreeText, NONE, STRETCH, Sets, age_code, ages_of_code};
use crate::query::key::{FOLLOW_UP_STATUS, FixedValues};
use crate::query::{Key, Names, UNKNOWN, Values, Vocabulary};
use chrono::{Datelike, NaiveDate};
use std::borrow::Cow;
use std::ops::Range;

/// The numbers of a key's values, by row.
pub(super) struct Column<'a> {
    source: Source<'a>,
    /// No number is higher.
    pub highest: Code,
    /// Of a list field: what the numbers stand for, each a set of values.
    pub sets: Option<&'a Sets>,
}

/// Where the numbers come from. The first ones are read as they lie in memory; only what needs several records is
/// worked out row by row.
enum Source<'a> {
    Stored(Cow<'a, Codes>),
    /// What each number of a column stands for.
    Mapped(&'a Codes, Vec<u8>),
    /// By the day of the row.
    Days(ByDay),
    /// Minutes of the day.
    Hours(&'a [i16]),
    /// Numbers of rows, counted from 1.
    Rows(&'a [u32]),
    /// By the row of the person.
    People(&'a [u32], Cow<'a, Codes>),
    Each(Box<dyn Fn(usize) -> Code + 'a>),
    /// Another column's numbers, put closer together.
    Closer(Box<Column<'a>>, Vec<Code>),
}

/// The numbers of a stretch of rows.
pub(super) enum Chunk<'a> {
    /// The same in every row.
    Same(Code),
    Narrow(&'a [u8]),
    Wide(&'a [u32]),
    /// Rows of another table: the number is one more, and 0 for `NONE`.
    Rows(&'a [u32]),
}

/// Room for the numbers of a stretch.
pub(super) struct Room {
    narrow: [u8; STRETCH],
    wide: [u32; STRETCH],
}

impl Default for Room {
    fn default() -> Room {
        Room { narrow: [0; STRETCH], wide: [0; STRETCH] }
    }
}

impl<'a> Column<'a> {
    fn new(source: Source<'a>, highest: Code) -> Column<'a> {
        Column { source, highest, sets: None }
    }

    fn stored(codes: &'a Codes) -> Column<'a> {
        Column::new(Source::Stored(Cow::Borrowed(codes)), codes.highest())
    }

    /// Numbers worked out for every row beforehand.
    pub fn worked_out(codes: Codes) -> Column<'a> {
        let highest = codes.highest();
        Column::new(Source::Stored(Cow::Owned(codes)), highest)
    }

    /// The same number in every row.
    pub fn one() -> Column<'a> {
        Column::by_day(0, Vec::new())
    }

    /// A number for each day.
    pub fn by_day(first: i32, codes: Vec<Code>) -> Column<'a> {
        let days = ByDay::new(first, codes);
        let highest = days.highest();
        Column::new(Source::Days(days), highest)
    }

    /// A number for each row, worked out when it is asked for.
    pub fn each(highest: Code, code: impl Fn(usize) -> Code + 'a) -> Column<'a> {
        Column::new(Source::Each(Box::new(code)), highest)
    }

    pub fn rows(rows: &'a [u32], count: usize) -> Column<'a> {
        Column::new(Source::Rows(rows), count as Code)
    }

    /// The same column with the numbers that are given put in place of its own, by their order from 1; 0 stays.
    pub fn closer(self, numbers: &[Code]) -> Column<'a> {
        let mut places = vec![0; self.highest as usize + 1];
        numbers.iter().zip(1..).for_each(|(&number, place)| places[number as usize] = place);
        Column::new(Source::Closer(Box::new(self), places), numbers.len() as Code)
    }

    /// By number the first day that has it; `None` if it does not go by the day.
    pub fn first_days(&self) -> Option<Vec<i32>> {
        match &self.source {
            Source::Days(days) => Some(days.first_days()),
            _ => None,
        }
    }

    /// Calls `each` with the rows of a stretch in parts that have one number each, where that is known by their days;
    /// else with all of them. With each part the first and last day that its rows may have.
    pub fn runs(
        &self,
        scope: &Scope,
        rows: Range<usize>,
        span: (i32, i32),
        mut each: impl FnMut(Range<usize>, (i32, i32)),
    ) {
        match &self.source {
            Source::Days(days) => days.runs(scope, rows, span, each),
            _ => each(rows, span),
        }
    }

    /// The numbers of a stretch of rows, in which all days lie from the first to the last given.
    pub fn read<'r>(&'r self, scope: &Scope, rows: Range<usize>, span: (i32, i32), room: &'r mut Room) -> Chunk<'r> {
        let Room { narrow, wide } = room;
        let count = rows.len();
        match &self.source {
            Source::Stored(codes) => match codes.values() {
                CodeValues::Narrow(values) => return Chunk::Narrow(&values[rows]),
                CodeValues::Wide(values) => return Chunk::Wide(&values[rows]),
            },
            Source::Mapped(codes, numbers) => {
                let number = |code: usize| numbers.get(code).copied().unwrap_or(0);
                match codes.values() {
                    CodeValues::Narrow(values) => {
                        let table: [u8; 256] = std::array::from_fn(number);
                        fill(narrow, values[rows].iter().map(|&code| table[usize::from(code)]));
                    }
                    CodeValues::Wide(values) => {
                        fill(narrow, values[rows].iter().map(|&code| number(code as usize)));
                    }
                }
                return Chunk::Narrow(&narrow[..count]);
            }
            Source::Days(by_day) => match (by_day.same(span), scope.dated()) {
                (Some(code), _) => return Chunk::Same(code),
                (None, Some(days)) => fill(wide, days[rows].iter().map(|&day| by_day.code(day))),
                (None, None) => fill(wide, rows.map(|row| by_day.code(scope.day(row)))),
            },
            Source::Hours(minutes) => {
                fill(narrow, minutes[rows].iter().map(|&minute| ((minute + 60) as u16 / 60) as u8));
                return Chunk::Narrow(&narrow[..count]);
            }
            Source::Rows(numbers) => return Chunk::Rows(&numbers[rows]),
            Source::People(people, codes) => {
                let people = people[rows].iter().map(|&person| person as usize);
                match codes.values() {
                    CodeValues::Narrow(values) => {
                        fill(narrow, people.map(|person| values.get(person).copied().unwrap_or(0)));
                        return Chunk::Narrow(&narrow[..count]);
                    }
                    CodeValues::Wide(values) => {
                        fill(wide, people.map(|person| values.get(person).copied().unwrap_or(0)));
                    }
                }
            }
            Source::Each(code) => fill(wide, rows.map(code)),
            Source::Closer(column, places) => {
                let mut room = Box::<Room>::default();
                let place = |code: Code| places.get(code as usize).copied().unwrap_or(0);
                match column.read(scope, rows, span, &mut room) {
                    Chunk::Same(code) => return Chunk::Same(place(code)),
                    Chunk::Narrow(codes) => fill(wide, codes.iter().map(|&code| place(code.into()))),
                    Chunk::Wide(codes) => fill(wide, codes.iter().map(|&code| place(code))),
                    Chunk::Rows(rows) => fill(wide, rows.iter().map(|&row| place(row_code(row)))),
                }
            }
        }
        Chunk::Wide(&wide[..count])
    }
}

fn fill<T>(room: &mut [T], values: impl Iterator<Item = T>) {
    room.iter_mut().zip(values).for_each(|(place, value)| *place = value);
}

/// A row number as a code.
pub(super) fn row_code(row: u32) -> Code {
    row.wrapping_add(1)
}

/// The column of a key; `None` for keys that are days, numbers or text.
pub(super) fn column<'a>(scope: &'a Scope<'a>, key: Key) -> Option<Column<'a>> {
    let facts = scope.facts;
    let (contacts, referrals, people) = (&facts.contacts, &facts.referrals, &facts.people);
    let stored = Column::stored;
    let of_person = |codes: Cow<'a, Codes>| match scope.people() {
        Some(people) => {
            let highest = codes.highest();
            Column::new(Source::People(people, codes), highest)
        }
        None => Column::one(),
    };
    let of_contact = |codes: &'a Codes| match scope.kind {
        Kind::Referral => Column::each(codes.highest(), move |row| {
            scope.contact_of_referral(row).map_or(0, |contact| codes.get(contact))
        }),
        _ => stored(codes),
    };
    let of_sets = |codes: &'a Codes, sets: &'a Sets| Column { sets: Some(sets), ..stored(codes) };
    Some(match (key, scope.kind) {
        (Key::Role, _) => of_contact(&contacts.role),
        (Key::Source, _) => of_contact(&contacts.source),
        (Key::Channel, _) => stored(&contacts.channel),
        (Key::Reached, _) => stored(&contacts.reached),
        (Key::Offer, _) => stored(&contacts.offer),
        (Key::Offered, _) => stored(facts.history().offered()),
        (Key::Service, _) => of_sets(&contacts.services, &facts.service_sets),
        (Key::Interview, _) => stored(&contacts.interview),
        (Key::Matter, _) => Column::rows(&contacts.matter, facts.matters.len()),
        (Key::Offence, Kind::Matter) => stored(&facts.matters.offence),
        (Key::Offence, _) => stored(&contacts.offence),
        (Key::New, _) => of_person(Cow::Owned(newness(scope))),
        (Key::Weekday, _) => weekdays(scope),
        (Key::Hour, _) => Column::new(Source::Hours(&contacts.minute_of_day), 24),
        (Key::Kind, Kind::Activity) => stored(&facts.activities.kind),
        (Key::Kind, Kind::Organisation) => stored(&facts.organisations.kind),
        (Key::Kind, _) => stored(&referrals.kind),
        (Key::Organisation, Kind::Activity) => of_sets(&facts.activities.organisations, &facts.organisation_sets),
        (Key::Organisation, _) => Column::rows(&referrals.organisation, facts.organisations.len()),
        (Key::Basis, _) => stored(&referrals.basis),
        (Key::Consent, _) => stored(&referrals.consent),
        (Key::Answer, _) => stored(&referrals.answer),
        (Key::Result, _) => stored(&referrals.result),
        (Key::Status, Kind::FollowUp) => {
            Column::each(FOLLOW_UP_STATUS.len() as Code, |row| follow_up_status(scope, row))
        }
        (Key::Status, _) => stored(&referrals.status),
        (Key::Person, _) if facts.history().joined().is_empty() => match scope.people() {
            Some(rows) => Column::rows(rows, people.len()),
            None => Column::one(),
        },
        (Key::Person, _) => {
            let groups = (0..people.len() as u32).map(|person| facts.history().group(person) + 1);
            of_person(Cow::Owned(groups.collect()))
        }
        (Key::Age, Kind::Contact) => {
            let ages = facts.history().ages();
            let groups = (0..=ages.highest()).map(|code| age_group(scope, code) as u8).collect();
            Column::new(Source::Mapped(ages, groups), facts.age_groups().starts().len() as Code)
        }
        (Key::Age, _) => {
            let highest = facts.age_groups().starts().len() as Code;
            Column::each(highest, |row| age_group(scope, age_in_years(scope, row)))
        }
        (Key::Sex, _) => of_person(Cow::Borrowed(&people.sex)),
        (Key::Country, _) => of_person(Cow::Borrowed(&people.country)),
        (Key::Origin, _) => {
            let swedish = facts.countries().number("SE");
            let origin = |country: Code| match country {
                0 => 0,
                country if Some(country) == swedish => 1,
                _ => 2,
            };
            of_person(Cow::Owned((0..people.len()).map(|person| origin(people.country.get(person))).collect()))
        }
        (Key::District, _) => of_person(Cow::Borrowed(&people.district)),
        (Key::Language, _) => of_person(Cow::Borrowed(&people.language)),
        (Key::Protected, _) => of_person(Cow::Borrowed(&people.protected)),
        (Key::Task, _) => stored(&facts.follow_ups.task),
        (Key::Place, _) => stored(&facts.activities.place),
        (Key::Planned, _) => stored(&facts.activities.planned),
        (Key::Participated, _) => stored(&facts.matters.participated),
        (Key::Outcome, _) => stored(&facts.matters.outcome),
        (Key::Agreement, _) => stored(&facts.organisations.agreement),
        (Key::Minutes | Key::Due | Key::Date | Key::Ref | Key::Text | Key::Time(_), _) => return None,
    })
}

/// Ages in years by row, as numbers (`ages_of_code`).
pub(super) fn ages<'a>(scope: &'a Scope<'a>) -> Column<'a> {
    match scope.kind {
        Kind::Contact => Column::stored(scope.facts.history().ages()),
        // The highest age is that of a person born in 1900 and met in 2199.
        _ => Column::each(2 * 300 + 1, |row| age_in_years(scope, row)),
    }
}

fn age_in_years(scope: &Scope, row: usize) -> Code {
    match scope.person(row) {
        NONE => 0,
        person => age_code(scope.facts.people.birth.get(person as usize), scope.day(row)),
    }
}

/// The number of the age group that all ages lie in that the person may have had; 0 if they lie in several.
fn age_group(scope: &Scope, code: Code) -> Code {
    let groups = scope.facts.age_groups();
    match ages_of_code(code) {
        Some((youngest, oldest)) if groups.group_of(youngest) == groups.group_of(oldest) => {
            groups.group_of(youngest) as Code + 1
        }
        _ => 0,
    }
}

/// The weekday of each row's day, Monday being 1.
fn weekdays<'a>(scope: &'a Scope<'a>) -> Column<'a> {
    let number = |day: i32| NaiveDate::from_num_days_from_ce_opt(day).map_or(0, |d| d.weekday().number_from_monday());
    match scope.extent.filter(|_| scope.dated().is_some()) {
        Some((first, last)) => Column::by_day(first, (first..=last).map(number).collect()),
        None => Column::each(7, move |row| number(scope.day(row))),
    }
}

fn newness(scope: &Scope) -> Codes {
    let facts = scope.facts;
    let months = facts.returning_after_months();
    let known = (0..facts.people.len() as u32).map(|person| {
        let newness = facts.history().newness(person, scope.from, scope.to, months, &facts.contacts);
        newness.map_or(0, |newness| newness.code())
    });
    known.collect()
}

/// The place of a follow-up's status in `FOLLOW_UP_STATUS`, from 1.
fn follow_up_status(scope: &Scope, row: usize) -> Code {
    let follow_ups = &scope.facts.follow_ups;
    let known = |day: i32| day != crate::facts::NO_DAY;
    let code = if known(follow_ups.done[row]) {
        "done"
    } else if known(follow_ups.cancelled[row]) {
        "cancelled"
    } else if follow_ups.day[row] < scope.facts.today().num_days_from_ce() {
        "overdue"
    } else {
        "open"
    };
    fixed_number(FOLLOW_UP_STATUS, code).unwrap_or(0)
}

fn fixed_number(values: FixedValues, code: &str) -> Option<Code> {
    values.iter().position(|v| v.0 == code).map(|i| i as Code + 1)
}

/// The code of a free text: itself, in quotes if it is the very word that stands for no text.
fn free_code(text: &str) -> String {
    if text == UNKNOWN { format!("\"{text}\"") } else { text.to_owned() }
}

fn named_kind(names: Names) -> Kind {
    match names {
        Names::Organisation => Kind::Organisation,
        Names::Matter => Kind::Matter,
        _ => Kind::Person,
    }
}

/// The number that a code of a key has in its column.
pub(super) fn number_of(scope: &Scope, key: Key, code: &str) -> Option<Code> {
    let facts = scope.facts;
    match key.values(scope.measure) {
        Values::List(list) => facts.codes(list)?.number(code),
        Values::Fixed(fixed) => fixed_number(fixed, code),
        Values::Country => facts.countries().number(code),
        Values::Weekday => code.parse().ok(),
        Values::Hour => code.parse::<Code>().ok().map(|hour| hour + 1),
        Values::Age => facts.age_groups().codes().iter().position(|c| c == code).map(|i| i as Code + 1),
        Values::Names(names) => match FreeText::of(names) {
            Some(text) => facts.texts(text).number(code),
            None => {
                let row = facts.rows(named_kind(names)).row_of_text(code)?;
                Some(row_code(if names == Names::Person { facts.history().group(row) } else { row }))
            }
        },
        Values::Time(_) | Values::Number | Values::Date | Values::Ref | Values::Text => None,
    }
}

/// The code that a number of a key's column stands for.
pub(super) fn code_of(scope: &Scope, key: Key, number: Code) -> Option<String> {
    let facts = scope.facts;
    let place = (number as usize).checked_sub(1)?;
    match key.values(scope.measure) {
        Values::List(list) => facts.codes(list)?.text(number).map(str::to_owned),
        Values::Fixed(fixed) => fixed.get(place).map(|v| v.0.to_owned()),
        Values::Country => facts.countries().text(number).map(str::to_owned),
        Values::Weekday => Some(number.to_string()),
        Values::Hour => Some(format!("{place:02}")),
        Values::Age => facts.age_groups().codes().get(place).cloned(),
        Values::Names(names) => match FreeText::of(names) {
            Some(text) => facts.texts(text).text(number).map(free_code),
            None => {
                let rows = facts.rows(named_kind(names));
                (place < rows.len()).then(|| rows.text(place).to_owned())
            }
        },
        Values::Time(_) | Values::Number | Values::Date | Values::Ref | Values::Text => None,
    }
}
