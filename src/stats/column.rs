//! The coded value of each row by a key: a number from 1, or 0 where it is not known.

use super::scope::Scope;
use crate::domain::Kind;
use crate::facts::{Code, FreeText, NONE};
use crate::query::key::{FOLLOW_UP_STATUS, FixedValues};
use crate::query::{Key, Names, UNKNOWN, Values, Vocabulary};
use chrono::{Datelike, NaiveDate};

/// The numbers of a key's values, by row.
pub(super) enum Column<'a> {
    One(Box<dyn Fn(usize) -> Code + 'a>),
    /// A list field: each of its values; none is not known.
    Many(Box<dyn Fn(usize) -> &'a [Code] + 'a>),
}

impl Column<'_> {
    /// Calls `f` with each number of a row, with 0 if there is none.
    pub fn each(&self, row: usize, mut f: impl FnMut(Code)) {
        match self {
            Column::One(number) => f(number(row)),
            Column::Many(numbers) => match numbers(row) {
                [] => f(0),
                numbers => numbers.iter().for_each(|&n| f(n)),
            },
        }
    }
}

fn one<'a>(f: impl Fn(usize) -> Code + 'a) -> Column<'a> {
    Column::One(Box::new(f))
}

fn plain(values: &[Code]) -> Column<'_> {
    one(move |row| values[row])
}

/// A row number as a code.
fn row_code(row: u32) -> Code {
    if row == NONE { 0 } else { row + 1 }
}

/// The column of a key; `None` for keys that are days, numbers or text.
pub(super) fn column<'a>(scope: &'a Scope<'a>, key: Key) -> Option<Column<'a>> {
    let facts = scope.facts;
    let (contacts, referrals, people) = (&facts.contacts, &facts.referrals, &facts.people);
    let of_person = |values: &'a [Code]| {
        one(move |row| match scope.person(row) {
            NONE => 0,
            person => values[person as usize],
        })
    };
    let of_contact = |values: &'a [Code]| match scope.kind {
        Kind::Referral => one(move |row| scope.contact_of_referral(row).map_or(0, |contact| values[contact])),
        _ => plain(values),
    };
    Some(match (key, scope.kind) {
        (Key::Role, _) => of_contact(&contacts.role),
        (Key::Source, _) => of_contact(&contacts.source),
        (Key::Channel, _) => plain(&contacts.channel),
        (Key::Reached, _) => one(|row| if contacts.reached[row] { 1 } else { 2 }),
        (Key::Offer, _) => plain(&contacts.offer),
        (Key::Offered, _) => one(|row| if facts.history().offered(row as u32) { 1 } else { 2 }),
        (Key::Service, _) => Column::Many(Box::new(|row| facts.service_sets.members(contacts.services[row]))),
        (Key::Interview, _) => plain(&contacts.interview),
        (Key::Matter, _) => one(|row| row_code(contacts.matter[row])),
        (Key::Offence, Kind::Matter) => plain(&facts.matters.offence),
        (Key::Offence, _) => plain(&contacts.offence),
        (Key::New, _) => newness(scope),
        (Key::Weekday, _) => one(|row| {
            let date = NaiveDate::from_num_days_from_ce_opt(scope.day(row));
            date.map_or(0, |d| d.weekday().number_from_monday())
        }),
        (Key::Hour, _) => one(|row| match contacts.minute_of_day[row] {
            minute if minute < 0 => 0,
            minute => minute as Code / 60 + 1,
        }),
        (Key::Kind, Kind::Activity) => plain(&facts.activities.kind),
        (Key::Kind, Kind::Organisation) => plain(&facts.organisations.kind),
        (Key::Kind, _) => plain(&referrals.kind),
        (Key::Organisation, Kind::Activity) => {
            Column::Many(Box::new(|row| facts.organisation_sets.members(facts.activities.organisations[row])))
        }
        (Key::Organisation, _) => one(|row| row_code(referrals.organisation[row])),
        (Key::Basis, _) => plain(&referrals.basis),
        (Key::Consent, _) => plain(&referrals.consent),
        (Key::Answer, _) => plain(&referrals.answer),
        (Key::Result, _) => plain(&referrals.result),
        (Key::Status, Kind::FollowUp) => one(|row| follow_up_status(scope, row)),
        (Key::Status, _) => plain(&referrals.status),
        (Key::Person, _) => one(|row| match scope.person(row) {
            NONE => 0,
            person => facts.history().group(person) + 1,
        }),
        (Key::Age, _) => one(|row| match scope.ages(row) {
            Some((youngest, oldest)) => {
                let groups = facts.age_groups();
                let group = groups.group_of(youngest);
                if group == groups.group_of(oldest) { group as Code + 1 } else { 0 }
            }
            None => 0,
        }),
        (Key::Sex, _) => of_person(&people.sex),
        (Key::Country, _) => of_person(&people.country),
        (Key::Origin, _) => {
            let swedish = facts.countries().number("SE");
            one(move |row| match scope.person(row) {
                NONE => 0,
                person => match people.country[person as usize] {
                    0 => 0,
                    country if Some(country) == swedish => 1,
                    _ => 2,
                },
            })
        }
        (Key::District, _) => of_person(&people.district),
        (Key::Language, _) => of_person(&people.language),
        (Key::Protected, _) => of_person(&people.protected),
        (Key::Task, _) => plain(&facts.follow_ups.task),
        (Key::Place, _) => plain(&facts.activities.place),
        (Key::Planned, _) => plain(&facts.activities.planned),
        (Key::Participated, _) => plain(&facts.matters.participated),
        (Key::Outcome, _) => plain(&facts.matters.outcome),
        (Key::Agreement, _) => plain(&facts.organisations.agreement),
        (Key::Minutes | Key::Due | Key::Date | Key::Ref | Key::Text | Key::Time(_), _) => return None,
    })
}

fn newness<'a>(scope: &'a Scope<'a>) -> Column<'a> {
    let facts = scope.facts;
    let months = facts.returning_after_months();
    let known: Vec<Code> = (0..facts.people.refs.len() as u32)
        .map(|person| {
            let newness = facts.history().newness(person, scope.from, scope.to, months, &facts.contacts);
            newness.map_or(0, |newness| newness.code())
        })
        .collect();
    one(move |row| match scope.person(row) {
        NONE => 0,
        person => known[person as usize],
    })
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
            None => facts.rows(named_kind(names)).refs.get(place).map(|own| own.as_str().to_owned()),
        },
        Values::Time(_) | Values::Number | Values::Date | Values::Ref | Values::Text => None,
    }
}
