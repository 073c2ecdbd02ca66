//! The facts: the columns of the records that are counted, compared or called by, side by side in memory: codes, days
//! and numbers, names and titles, districts and the like, digits of telephone numbers; no notes. Filled when the store
//! opens, changed by the same `Change` that changes the store. Statistics are counted from them and nowhere else.
//!
//! Every record has a row of its kind's table; a row is never given to another record, so that row numbers stand for
//! refs. A row whose record is deleted, or only named so far, is not live. Contacts are filled in by day; later ones
//! stand at the end, and nothing relies on the order but speed.

mod codes;
mod columns;
mod days;
mod dictionary;
mod history;
mod names;
mod packed;
mod rows;
mod snapshot;
mod texts;

pub use codes::{Code, Codes, Values as CodeValues};
pub use columns::{Activities, Contacts, FollowUps, Matters, NONE, Organisations, People, Referrals, phone_number};
pub use days::{Days, NO_DAY, STRETCH};
pub use dictionary::{Dictionary, Sets};
pub use history::{History, NOBODY, Newness, age_code, ages_of_code};
pub use rows::Rows;
pub use texts::{Births, Texts};

use crate::domain::field::{activity, contact, follow_up, matter, organisation, person, referral, relation};
use crate::domain::identity::holds_identity_number;
use crate::domain::{AgeGroups, Change, Edit, Kind, List, Lists, Project, Record, Ref, Value};
use chrono::{Datelike, NaiveDate, Timelike};
use columns::Reorder;
use packed::Packed;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::OnceLock;

/// Texts that are few and repeat, and are counted by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum FreeText {
    District,
    Language,
    Place,
    Task,
}

/// The countable columns of all records.
#[derive(Clone, Debug)]
pub struct Facts {
    lists: Lists,
    age_groups: AgeGroups,
    returning_after_months: u32,
    today: NaiveDate,
    pub people: People,
    pub contacts: Contacts,
    pub referrals: Referrals,
    pub follow_ups: FollowUps,
    pub activities: Activities,
    pub matters: Matters,
    pub organisations: Organisations,
    /// Pairs of people said to be one, by the relation's ref.
    same: BTreeMap<Ref, (u32, u32)>,
    /// Pairs of people said to be two, likewise.
    not_same: BTreeMap<Ref, (u32, u32)>,
    codes: HashMap<List, Dictionary>,
    countries: Dictionary,
    texts: [Packed<Dictionary>; 4],
    /// Distinct sets of services, and of organisations, that records have.
    pub service_sets: Packed<Sets>,
    pub organisation_sets: Packed<Sets>,
    /// Records with a text that seems to hold a personal identity number, and as what each is listed: itself; a
    /// relation as the person whose it is.
    identity_numbers: BTreeMap<(Kind, Ref), (Kind, Ref)>,
    /// Worked out when it is first looked at, and kept up from then on.
    history: OnceLock<History>,
    /// Whether all records have been filled in; from then on rows keep their numbers.
    filled: bool,
}

impl Facts {
    /// No records yet.
    pub fn new(lists: &Lists, project: &Project, today: NaiveDate) -> Facts {
        let codes = List::ALL.into_iter().map(|list| {
            (
                list,
                lists.values(list).iter().fold(Dictionary::default(), |mut d, v| {
                    d.add(&v.code);
                    d
                }),
            )
        });
        Facts {
            lists: lists.clone(),
            age_groups: project.age_groups.clone(),
            returning_after_months: project.returning_after_months,
            today,
            people: People::default(),
            contacts: Contacts::default(),
            referrals: Referrals::default(),
            follow_ups: FollowUps::default(),
            activities: Activities::default(),
            matters: Matters::default(),
            organisations: Organisations::default(),
            same: BTreeMap::new(),
            not_same: BTreeMap::new(),
            codes: codes.collect(),
            countries: Dictionary::default(),
            texts: Default::default(),
            service_sets: Packed::default(),
            organisation_sets: Packed::default(),
            identity_numbers: BTreeMap::new(),
            history: OnceLock::new(),
            filled: false,
        }
    }

    /// The facts of all records of a log.
    pub fn of<'a>(
        lists: &Lists,
        project: &Project,
        today: NaiveDate,
        records: impl IntoIterator<Item = &'a Record>,
    ) -> Facts {
        let mut facts = Facts::new(lists, project, today);
        records.into_iter().for_each(|record| facts.insert(record));
        facts.settle();
        facts
    }

    /// Puts a record in, or in place of the one with its ref. Call `settle` after the last one.
    pub fn insert(&mut self, record: &Record) {
        let Some(own) = record.own_ref() else { return };
        let own = own.clone();
        let is_suspect = record.free_texts().any(|(_, text)| holds_identity_number(text));
        match is_suspect {
            true => {
                let person = record.values.get(relation::PERSON).and_then(Value::link);
                let listed = match person.filter(|_| record.kind == Kind::Relation) {
                    Some(person) => (Kind::Person, person.clone()),
                    None => (record.kind, own.clone()),
                };
                self.identity_numbers.insert((record.kind, own.clone()), listed);
            }
            false if self.identity_numbers.is_empty() => {}
            false => drop(self.identity_numbers.remove(&(record.kind, own.clone()))),
        }
        match record.kind {
            Kind::Person => self.insert_person(own, record),
            Kind::Contact => self.insert_contact(own, record),
            Kind::Referral => self.insert_referral(own, record),
            Kind::FollowUp => self.insert_follow_up(own, record),
            Kind::Activity => self.insert_activity(own, record),
            Kind::Matter => self.insert_matter(own, record),
            Kind::Organisation => self.insert_organisation(own, record),
            Kind::Relation => self.insert_relation(own, record),
        }
    }

    /// Takes a record out. Call `settle` after the last one.
    pub fn remove(&mut self, kind: Kind, own: &Ref) {
        self.identity_numbers.remove(&(kind, own.clone()));
        if kind == Kind::Relation {
            self.not_same.remove(own);
            self.part(own);
        } else if let Some(row) = self.rows(kind).row(own) {
            if let Some(history) = self.history.get_mut().filter(|_| kind == Kind::Contact) {
                history.take_out(row, &self.contacts);
            }
            self.rows_mut(kind).set_live(row as usize, false);
        }
    }

    /// Works out what follows from several records, unless it has been kept up: who is one person, what came before
    /// what.
    pub fn settle(&mut self) {
        if !self.filled {
            self.sort_contacts();
            self.history.take();
            self.filled = true;
        }
        self.history();
    }

    /// Puts contacts in the order in which they were.
    fn sort_contacts(&mut self) {
        let contacts = &self.contacts;
        let mut order: Vec<u32> = (0..contacts.len() as u32).collect();
        if order.is_sorted_by(|&a, &b| contacts.by_time(a, b).is_lt()) {
            return;
        }
        order.sort_by(|&a, &b| contacts.by_time(a, b));
        let mut new = vec![NONE; order.len()];
        order.iter().zip(0..).for_each(|(&old, row)| new[old as usize] = row);
        self.contacts.reorder(&order);
        for row in self.contacts.meeting.iter_mut().chain(self.referrals.contact.iter_mut()).filter(|row| **row != NONE)
        {
            *row = new[*row as usize];
        }
    }

    /// Does what was done to the store, also while records are still being filled in.
    pub fn apply(&mut self, change: &Change) {
        for edit in &change.edits {
            match edit {
                Edit::Record { before, after } => match (before, after) {
                    (_, Some(record)) => self.insert(record),
                    (Some(record), None) => {
                        if let Some(own) = record.own_ref() {
                            self.remove(record.kind, &own.clone());
                        }
                    }
                    (None, None) => {}
                },
                Edit::List { list, after, .. } => {
                    let dictionary = self.codes.entry(*list).or_default();
                    after.iter().for_each(|value| {
                        dictionary.add(&value.code);
                    });
                    self.lists.set(*list, after.clone());
                }
                Edit::Project { after, .. } => {
                    self.age_groups = after.age_groups.clone();
                    self.returning_after_months = after.returning_after_months;
                }
            }
        }
        if self.filled {
            self.settle();
        }
    }

    /// Takes another day as today.
    pub fn set_today(&mut self, today: NaiveDate) {
        self.today = today;
    }

    /// More than so many months between two contacts make a person returning.
    pub fn returning_after_months(&self) -> u32 {
        self.returning_after_months
    }

    /// The rows of people told apart, pair by pair.
    pub fn told_apart(&self) -> impl Iterator<Item = (u32, u32)> {
        self.not_same.values().copied()
    }

    /// The records of a kind with a text that seems to hold a personal identity number, by ref; people also for the
    /// text of a relation of theirs.
    pub fn with_identity_number(&self, kind: Kind) -> BTreeSet<&Ref> {
        self.identity_numbers.values().filter(|(of, _)| *of == kind).map(|(_, own)| own).collect()
    }

    pub fn history(&self) -> &History {
        self.history.get_or_init(|| History::of(&self.people, &self.contacts, self.same.values().copied()))
    }

    /// The codes of a value list by number.
    pub fn codes(&self, list: List) -> Option<&Dictionary> {
        self.codes.get(&list)
    }

    pub fn countries(&self) -> &Dictionary {
        &self.countries
    }

    pub fn texts(&self, text: FreeText) -> &Dictionary {
        &self.texts[text as usize]
    }

    /// The refs and rows of a kind. Relations have none: those of people are given.
    pub fn rows(&self, kind: Kind) -> &Rows {
        match kind {
            Kind::Person | Kind::Relation => &self.people.rows,
            Kind::Contact => &self.contacts.rows,
            Kind::Referral => &self.referrals.rows,
            Kind::FollowUp => &self.follow_ups.rows,
            Kind::Activity => &self.activities.rows,
            Kind::Matter => &self.matters.rows,
            Kind::Organisation => &self.organisations.rows,
        }
    }

    fn rows_mut(&mut self, kind: Kind) -> &mut Rows {
        match kind {
            Kind::Person | Kind::Relation => &mut self.people.rows,
            Kind::Contact => &mut self.contacts.rows,
            Kind::Referral => &mut self.referrals.rows,
            Kind::FollowUp => &mut self.follow_ups.rows,
            Kind::Activity => &mut self.activities.rows,
            Kind::Matter => &mut self.matters.rows,
            Kind::Organisation => &mut self.organisations.rows,
        }
    }

    fn code(&mut self, list: List, value: &Value) -> Code {
        value.code().map_or(0, |code| self.codes.entry(list).or_default().add(code))
    }

    fn text(&mut self, text: FreeText, value: &Value) -> Code {
        match value.text() {
            "" => 0,
            found => self.texts[text as usize].add(found),
        }
    }

    fn person_row(&mut self, value: &Value) -> u32 {
        value.link().map_or(NONE, |r| self.people.row_for(r))
    }

    fn insert_person(&mut self, own: Ref, record: &Record) {
        let [sex, country, district, language] = [
            self.code(List::Sex, &record.values[person::SEX]),
            record.values[person::COUNTRY].code().map_or(0, |code| self.countries.add(code)),
            self.text(FreeText::District, &record.values[person::DISTRICT]),
            self.text(FreeText::Language, &record.values[person::LANGUAGE]),
        ];
        let people = &mut self.people;
        let row = people.put(&own);
        people.alias.set(row, record.values[person::ALIAS].text());
        people.aka.set(row, &record.values[person::AKA].to_string());
        let birth = match record.values[person::BIRTH] {
            Value::Birth(birth) => Some(birth),
            _ => None,
        };
        people.birth.set(row, birth);
        people.sex.set(row, sex);
        people.country.set(row, country);
        people.district.set(row, district);
        people.language.set(row, language);
        people.protected.set(row, flag(&record.values[person::PROTECTED]));
        people.phone[row] = phone_number(record.values[person::PHONE].text());
        if let Some(history) = self.history.get_mut() {
            history.set_ages(row as u32, &self.people, &self.contacts);
        }
    }

    fn insert_contact(&mut self, own: Ref, record: &Record) {
        let values = &record.values;
        let moment = match values[contact::AT] {
            Value::Moment(moment) => Some(moment),
            _ => None,
        };
        let person = self.person_row(&values[contact::PERSON]);
        let meeting = values[contact::MEETING].link().map_or(NONE, |r| self.contacts.row_for(r));
        let matter = values[contact::MATTER].link().map_or(NONE, |r| self.matters.row_for(r));
        let role = self.code(List::Role, &values[contact::ROLE]);
        let source = self.code(List::Source, &values[contact::SOURCE]);
        let channel = self.code(List::Channel, &values[contact::CHANNEL]);
        let offer = self.code(List::Offer, &values[contact::OFFER]);
        let interview = self.code(List::Interview, &values[contact::INTERVIEW]);
        let offence = self.code(List::Offence, &values[contact::OFFENCE]);
        let dictionary = self.codes.entry(List::Services).or_default();
        let services = values[contact::SERVICES].codes().iter().map(|code| dictionary.add(code)).collect();
        let services = self.service_sets.add(services);
        if let Some(history) = self.history.get_mut()
            && let Some(row) = self.contacts.row(&own)
        {
            history.take_out(row, &self.contacts);
        }
        let contacts = &mut self.contacts;
        let row = contacts.put(&own);
        contacts.day.set(row, moment.map_or(NO_DAY, |m| m.date.num_days_from_ce()));
        contacts.minute_of_day[row] = moment.and_then(|m| m.time).map_or(-1, |t| (t.hour() * 60 + t.minute()) as i16);
        contacts.person[row] = person;
        contacts.meeting[row] = meeting;
        contacts.matter[row] = matter;
        contacts.role.set(row, role);
        contacts.source.set(row, source);
        contacts.channel.set(row, channel);
        contacts.reached.set(row, if record.is_reached() { 1 } else { 2 });
        contacts.offer.set(row, offer);
        contacts.services.set(row, services);
        contacts.interview.set(row, interview);
        contacts.offence.set(row, offence);
        contacts.minutes[row] = values[contact::MINUTES].number().unwrap_or(NONE);
        if let Some(history) = self.history.get_mut() {
            history.put_in(row as u32, &self.people, &self.contacts);
        }
    }

    fn insert_referral(&mut self, own: Ref, record: &Record) {
        let values = &record.values;
        let person = self.person_row(&values[referral::PERSON]);
        let contact = values[referral::CONTACT].link().map_or(NONE, |r| self.contacts.row_for(r));
        let organisation = values[referral::ORGANISATION].link().map_or(NONE, |r| self.organisations.row_for(r));
        let kind = self.code(List::ReferralKind, &values[referral::KIND]);
        let basis = self.code(List::Basis, &values[referral::BASIS]);
        let consent = self.code(List::Consent, &values[referral::CONSENT]);
        let answer = self.code(List::Answer, &values[referral::ANSWER]);
        let result = self.code(List::Result, &values[referral::RESULT]);
        let status = position(crate::query::key::REFERRAL_STATUS, record.status(self.today));
        let referrals = &mut self.referrals;
        let row = referrals.put(&own);
        referrals.day.set(row, day(&values[referral::DATE]));
        referrals.person[row] = person;
        referrals.contact[row] = contact;
        referrals.organisation[row] = organisation;
        referrals.kind.set(row, kind);
        referrals.basis.set(row, basis);
        referrals.consent.set(row, consent);
        referrals.answer.set(row, answer);
        referrals.result.set(row, result);
        referrals.status.set(row, status);
        referrals.answered[row] = day(&values[referral::ANSWERED]);
        referrals.sent[row] = day(&values[referral::SENT]);
        referrals.confirmed[row] = day(&values[referral::CONFIRMED]);
        referrals.started[row] = day(&values[referral::STARTED]);
        referrals.closed[row] = day(&values[referral::CLOSED]);
    }

    fn insert_follow_up(&mut self, own: Ref, record: &Record) {
        let values = &record.values;
        let person = self.person_row(&values[follow_up::PERSON]);
        let task = self.text(FreeText::Task, &values[follow_up::TASK]);
        let follow_ups = &mut self.follow_ups;
        let row = follow_ups.put(&own);
        follow_ups.day.set(row, day(&values[follow_up::DUE]));
        follow_ups.person[row] = person;
        follow_ups.task.set(row, task);
        follow_ups.done[row] = day(&values[follow_up::DONE]);
        follow_ups.cancelled[row] = day(&values[follow_up::CANCELLED]);
    }

    fn insert_activity(&mut self, own: Ref, record: &Record) {
        let values = &record.values;
        let kind = self.code(List::ActivityKind, &values[activity::KIND]);
        let place = self.text(FreeText::Place, &values[activity::PLACE]);
        let links = values[activity::ORGANISATIONS].links();
        let organisations = links.iter().map(|r| self.organisations.row_for(r) + 1).collect();
        let organisations = self.organisation_sets.add(organisations);
        let activities = &mut self.activities;
        let row = activities.put(&own);
        let start = day(&values[activity::START]);
        activities.start[row] = start;
        activities.end[row] = values[activity::END].date().map_or(start, |d| d.num_days_from_ce());
        activities.kind.set(row, kind);
        activities.organisations.set(row, organisations);
        activities.place.set(row, place);
        activities.planned.set(row, flag(&values[activity::PLANNED]));
        activities.audience[row] = values[activity::AUDIENCE].number().unwrap_or(NONE);
    }

    fn insert_matter(&mut self, own: Ref, record: &Record) {
        let values = &record.values;
        let offence = self.code(List::Offence, &values[matter::OFFENCE]);
        let outcome = self.code(List::MatterOutcome, &values[matter::OUTCOME]);
        let matters = &mut self.matters;
        let row = matters.put(&own);
        matters.title.set(row, values[matter::TITLE].text());
        matters.opened[row] = day(&values[matter::OPENED]);
        matters.closed[row] = day(&values[matter::CLOSED]);
        matters.offence.set(row, offence);
        matters.outcome.set(row, outcome);
        matters.participated.set(row, flag(&values[matter::PARTICIPATED]));
    }

    fn insert_organisation(&mut self, own: Ref, record: &Record) {
        let kind = self.code(List::OrganisationKind, &record.values[organisation::KIND]);
        let organisations = &mut self.organisations;
        let row = organisations.put(&own);
        organisations.name.set(row, record.values[organisation::NAME].text());
        organisations.kind.set(row, kind);
        organisations.agreement.set(row, flag(&record.values[organisation::AGREEMENT]));
    }

    /// Takes back what a relation said of two people being one.
    fn part(&mut self, relation: &Ref) {
        if self.same.remove(relation).is_some() {
            self.history.take();
        }
    }

    fn insert_relation(&mut self, own: Ref, record: &Record) {
        self.not_same.remove(&own);
        self.part(&own);
        let relation = record.values[relation::RELATION].code();
        if !matches!(relation, Some("same" | "not_same")) {
            return;
        }
        let pair =
            (self.person_row(&record.values[relation::PERSON]), self.person_row(&record.values[relation::OTHER]));
        if pair.0 == NONE || pair.1 == NONE {
        } else if relation == Some("same") {
            self.same.insert(own, pair);
            self.history.take();
        } else {
            self.not_same.insert(own, pair);
        }
    }
}

/// 1 for true, 2 for false, 0 for not known: the places in `query::key::FLAGS`, from 1.
fn flag(value: &Value) -> Code {
    match value.flag() {
        Some(true) => 1,
        Some(false) => 2,
        None => 0,
    }
}

fn day(value: &Value) -> i32 {
    value.date().map_or(NO_DAY, |d| d.num_days_from_ce())
}

fn position(values: crate::query::key::FixedValues, code: Option<&str>) -> Code {
    values.iter().position(|v| Some(v.0) == code).map_or(0, |i| i as Code + 1)
}
