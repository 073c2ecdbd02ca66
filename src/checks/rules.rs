//! The rules, in the order in which they matter.

use super::about::{About, Limit, OWN_PRACTICE};
use crate::domain::{Every, Unit};
use crate::i18n::texts::checks as t;
use crate::query::Measure;
use chrono::NaiveDate;

/// One reminder or check.
#[derive(Debug, PartialEq, Eq)]
pub struct Rule {
    pub about: About,
    pub measure: Measure,
    /// Which records, in the filter language.
    pub filter: &'static str,
    pub condition: Condition,
}

/// What the filter language has no word for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Condition {
    None,
    /// Longer ago than the rule's limit.
    OlderThan(Since),
    /// The person may have been under 18.
    Child,
    /// The person was met in the last year while she may have been under 18, and no report stands for her.
    ChildNotReported,
    /// No later contact says what was answered.
    NoLaterAnswer,
    /// After today.
    InFuture,
    /// The person looks like another. People whom nobody has met count too, so that no filter goes before.
    LooksAlike,
    /// A text of the record seems to hold a personal identity number, whatever its kind.
    IdentityNumber,
    /// Nothing about the person for longer than the rule's limit. People whom nobody has met count too.
    NothingSince,
}

/// What the days are counted from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Since {
    Made,
    Sent,
    Confirmed,
}

const fn days(count: u32) -> Limit {
    Limit { span: Every { count, unit: Unit::Days }, from: None, source: OWN_PRACTICE }
}

/// How long social services may take to decide whether to open an inquiry.
pub const PRELIMINARY_ASSESSMENT: &[Limit] = &[
    Limit { source: t::SOURCE_ASSESSMENT_2013, from: NaiveDate::from_ymd_opt(2013, 1, 1), ..days(14) },
    Limit { source: t::SOURCE_ASSESSMENT_2025, from: NaiveDate::from_ymd_opt(2025, 7, 1), ..days(14) },
];

/// How long after the last entry about a person her records are due for erasure.
const ERASURE: &[Limit] =
    &[Limit { span: Every { count: 5, unit: Unit::Years }, from: None, source: t::SOURCE_ERASURE }];

const ONE_DAY: &[Limit] = &[days(1)];
const ONE_WEEK: &[Limit] = &[days(7)];
const TWO_WEEKS: &[Limit] = &[days(14)];
const ONE_MONTH: &[Limit] = &[days(30)];
const NO_LIMIT: &[Limit] = &[];

/// Every rule. Its limit is the user's to change.
pub static RULES: &[Rule] = &[
    Rule {
        about: About {
            code: "child_not_reported",
            label: t::CHILD_NOT_REPORTED,
            why: t::CHILD_NOT_REPORTED_WHY,
            limits: NO_LIMIT,
        },
        measure: Measure::Persons,
        filter: "",
        condition: Condition::ChildNotReported,
    },
    Rule {
        about: About {
            code: "report_not_sent",
            label: t::REPORT_NOT_SENT,
            why: t::REPORT_NOT_SENT_WHY,
            limits: ONE_DAY,
        },
        measure: Measure::Referrals,
        filter: "kind:report status:offered,accepted",
        condition: Condition::OlderThan(Since::Made),
    },
    Rule {
        about: About {
            code: "report_not_confirmed",
            label: t::REPORT_NOT_CONFIRMED,
            why: t::REPORT_NOT_CONFIRMED_WHY,
            limits: ONE_WEEK,
        },
        measure: Measure::Referrals,
        filter: "kind:report status:sent",
        condition: Condition::OlderThan(Since::Sent),
    },
    Rule {
        about: About {
            code: "report_not_decided",
            label: t::REPORT_NOT_DECIDED,
            why: t::REPORT_NOT_DECIDED_WHY,
            limits: PRELIMINARY_ASSESSMENT,
        },
        measure: Measure::Referrals,
        filter: "kind:report status:confirmed result:none",
        condition: Condition::OlderThan(Since::Confirmed),
    },
    Rule {
        about: About {
            code: "child_interview_alone",
            label: t::CHILD_INTERVIEW_ALONE,
            why: t::CHILD_INTERVIEW_ALONE_WHY,
            limits: NO_LIMIT,
        },
        measure: Measure::Interviews,
        filter: "interview:not_attended",
        condition: Condition::Child,
    },
    Rule {
        about: About {
            code: "offer_not_recorded",
            label: t::OFFER_NOT_RECORDED,
            why: t::OFFER_NOT_RECORDED_WHY,
            limits: NO_LIMIT,
        },
        measure: Measure::Contacts,
        filter: "source:trafficking_commission role:victim,witness offer:none offered:no",
        condition: Condition::None,
    },
    Rule {
        about: About {
            code: "offer_not_answered",
            label: t::OFFER_NOT_ANSWERED,
            why: t::OFFER_NOT_ANSWERED_WHY,
            limits: NO_LIMIT,
        },
        measure: Measure::Contacts,
        filter: "offer:pending",
        condition: Condition::NoLaterAnswer,
    },
    Rule {
        about: About {
            code: "link_not_answered",
            label: t::LINK_NOT_ANSWERED,
            why: t::LINK_NOT_ANSWERED_WHY,
            limits: TWO_WEEKS,
        },
        measure: Measure::Referrals,
        filter: "kind:link,application status:offered",
        condition: Condition::OlderThan(Since::Made),
    },
    Rule {
        about: About { code: "link_not_sent", label: t::LINK_NOT_SENT, why: t::LINK_NOT_SENT_WHY, limits: ONE_WEEK },
        measure: Measure::Referrals,
        filter: "kind:link,application status:accepted",
        condition: Condition::OlderThan(Since::Made),
    },
    Rule {
        about: About {
            code: "link_not_confirmed",
            label: t::LINK_NOT_CONFIRMED,
            why: t::LINK_NOT_CONFIRMED_WHY,
            limits: TWO_WEEKS,
        },
        measure: Measure::Referrals,
        filter: "kind:link,application status:sent",
        condition: Condition::OlderThan(Since::Sent),
    },
    Rule {
        about: About {
            code: "link_not_started",
            label: t::LINK_NOT_STARTED,
            why: t::LINK_NOT_STARTED_WHY,
            limits: ONE_MONTH,
        },
        measure: Measure::Referrals,
        filter: "kind:link,application status:confirmed",
        condition: Condition::OlderThan(Since::Confirmed),
    },
    Rule {
        about: About { code: "in_future", label: t::IN_FUTURE, why: t::IN_FUTURE_WHY, limits: NO_LIMIT },
        measure: Measure::Contacts,
        filter: "",
        condition: Condition::InFuture,
    },
    Rule {
        about: About { code: "role_missing", label: t::ROLE_MISSING, why: t::ROLE_MISSING_WHY, limits: NO_LIMIT },
        measure: Measure::Contacts,
        filter: "role:none",
        condition: Condition::None,
    },
    Rule {
        about: About { code: "source_missing", label: t::SOURCE_MISSING, why: t::SOURCE_MISSING_WHY, limits: NO_LIMIT },
        measure: Measure::Contacts,
        filter: "source:none",
        condition: Condition::None,
    },
    Rule {
        about: About {
            code: "identity_number",
            label: t::IDENTITY_NUMBER,
            why: t::IDENTITY_NUMBER_WHY,
            limits: NO_LIMIT,
        },
        measure: Measure::Contacts,
        filter: "",
        condition: Condition::IdentityNumber,
    },
    Rule {
        about: About { code: "look_alike", label: t::LOOK_ALIKE, why: t::LOOK_ALIKE_WHY, limits: NO_LIMIT },
        measure: Measure::Persons,
        filter: "",
        condition: Condition::LooksAlike,
    },
    Rule {
        about: About { code: "age_unknown", label: t::AGE_UNKNOWN, why: t::AGE_UNKNOWN_WHY, limits: NO_LIMIT },
        measure: Measure::Persons,
        filter: "age:unknown",
        condition: Condition::None,
    },
    Rule {
        about: About {
            code: "due_for_erasure",
            label: t::DUE_FOR_ERASURE,
            why: t::DUE_FOR_ERASURE_WHY,
            limits: ERASURE,
        },
        measure: Measure::Persons,
        filter: "",
        condition: Condition::NothingSince,
    },
];
