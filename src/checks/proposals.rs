//! The next step that is offered when something was saved: what usually comes after it. Rules that are data, like the
//! checks. Nothing is ever made of them unasked.

use super::Test;
use super::about::{About, Limit, OWN_PRACTICE};
use super::rules::PRELIMINARY_ASSESSMENT;
use crate::domain::field::{contact, follow_up, referral};
use crate::domain::{Every, Kind, Lang, Project, Record, Text, Unit, Value};
use crate::facts::Facts;
use crate::i18n::texts::checks as t;
use crate::query::{Filter, Measure, Vocabulary, Words};
use crate::stats;
use chrono::NaiveDate;

/// One proposal.
#[derive(Debug, PartialEq, Eq)]
pub struct Proposal {
    pub about: About,
    pub measure: Measure,
    /// After which records, in the filter language.
    pub filter: &'static str,
    pub makes: Makes,
}

/// What a proposal makes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Makes {
    /// A follow-up with this task, due when the limit has passed. Only where nothing is planned yet.
    FollowUp(Text),
    /// The follow-up that was done, once more.
    Again,
    /// A report to social services about somebody who may be under 18 and has none. It is filled in before it is saved.
    Report,
}

/// What is proposed.
#[derive(Clone, Debug, PartialEq)]
pub struct Proposed {
    pub proposal: &'static Proposal,
    /// The record that would be made.
    pub record: Record,
}

const fn days(count: u32) -> Limit {
    Limit { span: Every { count, unit: Unit::Days }, from: None, source: OWN_PRACTICE }
}

const TWO_DAYS: &[Limit] = &[days(2)];
const ONE_WEEK: &[Limit] = &[days(7)];
const TWO_WEEKS: &[Limit] = &[days(14)];
const ONE_MONTH: &[Limit] = &[days(30)];
const AT_ONCE: &[Limit] = &[];

/// Every proposal; the first that fits is offered.
pub static PROPOSALS: &[Proposal] = &[
    Proposal {
        about: About { code: "next_report", label: t::NEXT_REPORT, why: t::NEXT_REPORT_WHY, limits: AT_ONCE },
        measure: Measure::Contacts,
        filter: "",
        makes: Makes::Report,
    },
    Proposal {
        about: About { code: "next_offer", label: t::NEXT_OFFER, why: t::NEXT_OFFER_WHY, limits: ONE_WEEK },
        measure: Measure::Contacts,
        filter: "offer:pending",
        makes: Makes::FollowUp(t::TASK_OFFER),
    },
    Proposal {
        about: About { code: "next_contact", label: t::NEXT_CONTACT, why: t::NEXT_CONTACT_WHY, limits: ONE_WEEK },
        measure: Measure::Contacts,
        filter: "person:any",
        makes: Makes::FollowUp(t::TASK_CONTACT),
    },
    Proposal {
        about: About { code: "next_attempt", label: t::NEXT_ATTEMPT, why: t::NEXT_ATTEMPT_WHY, limits: TWO_DAYS },
        measure: Measure::Attempts,
        filter: "",
        makes: Makes::FollowUp(t::TASK_ATTEMPT),
    },
    Proposal {
        about: About {
            code: "next_decision",
            label: t::NEXT_DECISION,
            why: t::NEXT_DECISION_WHY,
            limits: PRELIMINARY_ASSESSMENT,
        },
        measure: Measure::Referrals,
        filter: "kind:report result:none -status:closed,declined",
        makes: Makes::FollowUp(t::TASK_DECISION),
    },
    Proposal {
        about: About { code: "next_answer", label: t::NEXT_ANSWER, why: t::NEXT_ANSWER_WHY, limits: ONE_WEEK },
        measure: Measure::Referrals,
        filter: "kind:link,application status:offered",
        makes: Makes::FollowUp(t::TASK_ANSWER),
    },
    Proposal {
        about: About { code: "next_start", label: t::NEXT_START, why: t::NEXT_START_WHY, limits: TWO_WEEKS },
        measure: Measure::Referrals,
        filter: "kind:link,application status:accepted,sent,confirmed",
        makes: Makes::FollowUp(t::TASK_START),
    },
    Proposal {
        about: About { code: "next_result", label: t::NEXT_RESULT, why: t::NEXT_RESULT_WHY, limits: ONE_MONTH },
        measure: Measure::Referrals,
        filter: "kind:link,application status:started",
        makes: Makes::FollowUp(t::TASK_RESULT),
    },
    Proposal {
        about: About { code: "next_again", label: t::NEXT_AGAIN, why: t::NEXT_AGAIN_WHY, limits: ONE_WEEK },
        measure: Measure::FollowUps,
        filter: "status:done",
        makes: Makes::Again,
    },
];

/// What is proposed after a record was saved, if anything. `planned`: a follow-up waits already, of the person or of
/// the record itself.
pub fn proposed(facts: &Facts, project: &Project, record: &Record, planned: bool, lang: Lang) -> Option<Proposed> {
    let fits = |proposal: &&Proposal| {
        proposal.measure.kind() == record.kind && proposal.about.is_on(project) && holds(facts, proposal, record)
    };
    PROPOSALS.iter().filter(fits).find_map(|proposal| {
        let made = match proposal.makes {
            Makes::Report => report(facts, record),
            Makes::FollowUp(_) | Makes::Again if planned => None,
            Makes::FollowUp(task) => {
                let due = due(proposal, project, record, facts.today())?;
                Some(follow_up(record, due, task.get(lang)))
            }
            Makes::Again => again(proposal, project, record, facts.today()),
        };
        Some(Proposed { proposal, record: made? })
    })
}

/// A filter with a code that was taken out of its list fits nothing.
fn holds(facts: &Facts, proposal: &Proposal, record: &Record) -> bool {
    let Some((own, filter)) = record.own_ref().zip(Filter::parse(proposal.filter, proposal.measure, facts).ok()) else {
        return false;
    };
    stats::holds(facts, proposal.measure, &filter, &Words::default(), own)
}

/// The day on which the limit has passed, counted from the latest step of the record. Nothing is proposed for what was
/// over long ago.
fn due(proposal: &Proposal, project: &Project, record: &Record, today: NaiveDate) -> Option<NaiveDate> {
    let steps: &[usize] = match record.kind {
        Kind::Contact => &[contact::AT],
        Kind::Referral => &[referral::DATE, referral::ANSWERED, referral::SENT, referral::CONFIRMED, referral::STARTED],
        Kind::FollowUp => &[follow_up::DONE],
        _ => return None,
    };
    let latest = steps.iter().filter_map(|&field| record.values.get(field)?.date()).max()?;
    let span = proposal.about.span(project, today)?;
    let due = span.after(latest)?;
    let tomorrow = today.succ_opt()?;
    (span.after(due)? >= tomorrow).then_some(due.max(tomorrow))
}

fn follow_up(record: &Record, due: NaiveDate, task: &str) -> Record {
    let own = record.own_ref().cloned().map_or(Value::Empty, Value::Link);
    let from = if record.kind == Kind::Referral { follow_up::REFERRAL } else { follow_up::CONTACT };
    Record::new(Kind::FollowUp)
        .with(follow_up::DUE, Value::Date(due))
        .with(follow_up::PERSON, person_of(record))
        .with(from, own)
        .with(follow_up::TASK, Value::Text(task.to_owned()))
}

/// One that repeats has made the next one already.
fn again(proposal: &Proposal, project: &Project, record: &Record, today: NaiveDate) -> Option<Record> {
    let repeats = record.values.get(follow_up::EVERY).is_some_and(|every| !every.is_empty());
    let due = due(proposal, project, record, today).filter(|_| !repeats)?;
    let kept = [follow_up::PERSON, follow_up::CONTACT, follow_up::REFERRAL, follow_up::TASK];
    let begun = Record::new(Kind::FollowUp).with(follow_up::DUE, Value::Date(due));
    Some(
        kept.into_iter()
            .fold(begun, |next, field| next.with(field, record.values.get(field).cloned().unwrap_or_default())),
    )
}

fn report(facts: &Facts, record: &Record) -> Option<Record> {
    let row = facts.contacts.row(record.own_ref()?)?;
    if !Test::of_reports(facts).is_child_to_report(row as usize) {
        return None;
    }
    let own = record.own_ref().cloned().map_or(Value::Empty, Value::Link);
    let day = record.values.get(contact::AT)?.date()?;
    Some(
        Record::new(Kind::Referral)
            .with(referral::DATE, Value::Date(day))
            .with(referral::PERSON, person_of(record))
            .with(referral::CONTACT, own)
            .with(referral::KIND, Value::Code("report".to_owned()))
            .with(referral::BASIS, Value::Code("under_18".to_owned())),
    )
}

fn person_of(record: &Record) -> Value {
    record.kind.person_field().and_then(|field| record.values.get(field)).cloned().unwrap_or_default()
}
