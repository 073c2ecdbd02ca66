//! The rules, in the order in which they matter.

use crate::domain::Text;
use crate::i18n::texts::checks as t;
use crate::query::Measure;

/// One reminder or check.
#[derive(Debug, PartialEq, Eq)]
pub struct Rule {
    /// Its name in the settings, to switch it off by.
    pub code: &'static str,
    pub label: Text,
    pub why: Text,
    pub measure: Measure,
    /// Which records, in the filter language.
    pub filter: &'static str,
    pub condition: Condition,
}

/// What the filter language has no word for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Condition {
    None,
    /// More than so many days ago.
    OlderThan {
        days: u32,
        since: Since,
    },
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
}

/// What the days are counted from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Since {
    Contact,
    Made,
    Sent,
    Confirmed,
}

/// Every rule. Days are the user's to change; the 14 days to a decision are those of the preliminary assessment.
pub static RULES: &[Rule] = &[
    Rule {
        code: "child_not_reported",
        label: t::CHILD_NOT_REPORTED,
        why: t::CHILD_NOT_REPORTED_WHY,
        measure: Measure::Persons,
        filter: "",
        condition: Condition::ChildNotReported,
    },
    Rule {
        code: "report_not_sent",
        label: t::REPORT_NOT_SENT,
        why: t::REPORT_NOT_SENT_WHY,
        measure: Measure::Referrals,
        filter: "kind:report status:offered,accepted",
        condition: Condition::OlderThan { days: 1, since: Since::Made },
    },
    Rule {
        code: "report_not_confirmed",
        label: t::REPORT_NOT_CONFIRMED,
        why: t::REPORT_NOT_CONFIRMED_WHY,
        measure: Measure::Referrals,
        filter: "kind:report status:sent",
        condition: Condition::OlderThan { days: 7, since: Since::Sent },
    },
    Rule {
        code: "report_not_decided",
        label: t::REPORT_NOT_DECIDED,
        why: t::REPORT_NOT_DECIDED_WHY,
        measure: Measure::Referrals,
        filter: "kind:report status:confirmed result:none",
        condition: Condition::OlderThan { days: 14, since: Since::Confirmed },
    },
    Rule {
        code: "child_interview_alone",
        label: t::CHILD_INTERVIEW_ALONE,
        why: t::CHILD_INTERVIEW_ALONE_WHY,
        measure: Measure::Interviews,
        filter: "interview:not_attended",
        condition: Condition::Child,
    },
    Rule {
        code: "offer_not_recorded",
        label: t::OFFER_NOT_RECORDED,
        why: t::OFFER_NOT_RECORDED_WHY,
        measure: Measure::Contacts,
        filter: "source:trafficking_commission role:victim,witness offer:none offered:no",
        condition: Condition::None,
    },
    Rule {
        code: "offer_not_answered",
        label: t::OFFER_NOT_ANSWERED,
        why: t::OFFER_NOT_ANSWERED_WHY,
        measure: Measure::Contacts,
        filter: "offer:pending",
        condition: Condition::NoLaterAnswer,
    },
    Rule {
        code: "link_not_confirmed",
        label: t::LINK_NOT_CONFIRMED,
        why: t::LINK_NOT_CONFIRMED_WHY,
        measure: Measure::Referrals,
        filter: "kind:link,application status:sent",
        condition: Condition::OlderThan { days: 14, since: Since::Sent },
    },
    Rule {
        code: "link_not_started",
        label: t::LINK_NOT_STARTED,
        why: t::LINK_NOT_STARTED_WHY,
        measure: Measure::Referrals,
        filter: "kind:link,application status:confirmed",
        condition: Condition::OlderThan { days: 30, since: Since::Confirmed },
    },
    Rule {
        code: "in_future",
        label: t::IN_FUTURE,
        why: t::IN_FUTURE_WHY,
        measure: Measure::Contacts,
        filter: "",
        condition: Condition::InFuture,
    },
    Rule {
        code: "role_missing",
        label: t::ROLE_MISSING,
        why: t::ROLE_MISSING_WHY,
        measure: Measure::Contacts,
        filter: "role:none",
        condition: Condition::None,
    },
    Rule {
        code: "source_missing",
        label: t::SOURCE_MISSING,
        why: t::SOURCE_MISSING_WHY,
        measure: Measure::Contacts,
        filter: "source:none",
        condition: Condition::None,
    },
    Rule {
        code: "look_alike",
        label: t::LOOK_ALIKE,
        why: t::LOOK_ALIKE_WHY,
        measure: Measure::Persons,
        filter: "",
        condition: Condition::LooksAlike,
    },
    Rule {
        code: "age_unknown",
        label: t::AGE_UNKNOWN,
        why: t::AGE_UNKNOWN_WHY,
        measure: Measure::Persons,
        filter: "age:unknown",
        condition: Condition::None,
    },
];
