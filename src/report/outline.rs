//! The outline of the period summary: sections of questions, as data. What stands here is printed, in this order.

use crate::domain::Text;
use crate::i18n::texts::report as t;
use crate::query::Measure;

/// A heading and what stands under it.
pub struct Section {
    /// What an outline that was changed calls it.
    pub code: &'static str,
    pub heading: Text,
    pub parts: &'static [Part],
}

/// One part of a section.
pub enum Part {
    /// One figure to a row, beside the period before.
    Figures(&'static [Figure]),
    /// Figures of what is missing, in one sentence, and the sums of which some may lack a value.
    Missing(&'static [Figure], &'static [Measure]),
    /// One row for each value of a dimension, one column for each figure, and the totals.
    Breakdown { rows: &'static str, figures: &'static [Figure] },
    /// One measure by one dimension across, and several down, one under the other.
    Cross { rows: &'static [&'static str], columns: &'static str, measure: Measure },
    /// One figure over time, as bars.
    OverTime(Figure),
    /// The goals' indicators; nothing where there are no goals.
    Goals,
    /// Room for a comment by hand.
    Comment,
    /// How the figures were counted.
    Notes,
}

/// A figure: what is counted, of which, and what it is called.
pub struct Figure {
    pub label: Text,
    pub measure: Measure,
    pub filter: &'static str,
}

const fn figure(label: Text, measure: Measure, filter: &'static str) -> Figure {
    Figure { label, measure, filter }
}

/// The period summary.
pub const SUMMARY: &[Section] = &[
    Section {
        code: "key_figures",
        heading: t::KEY_FIGURES,
        parts: &[Part::Figures(&[
            figure(t::CONTACTS, Measure::Contacts, ""),
            figure(t::ATTEMPTS, Measure::Attempts, ""),
            figure(t::MEETINGS, Measure::Meetings, ""),
            figure(t::MINUTES, Measure::Minutes, ""),
            figure(t::PERSONS, Measure::Persons, ""),
            figure(t::NEW_PERSONS, Measure::Persons, "new:new"),
            figure(t::INTERVIEWS_ATTENDED, Measure::Interviews, "interview:attended"),
            figure(t::REPORTS, Measure::Referrals, "kind:report"),
            figure(t::REPORTS_UNDER_18, Measure::Referrals, "kind:report age:<18"),
            figure(t::LINKS, Measure::Referrals, "kind:link"),
            figure(t::FOLLOW_UPS_DUE, Measure::FollowUps, ""),
            figure(t::FOLLOW_UPS_DONE, Measure::FollowUps, "status:done"),
            figure(t::ACTIVITIES, Measure::Activities, ""),
            figure(t::AUDIENCE, Measure::Audience, ""),
            figure(t::MATTERS, Measure::Matters, ""),
        ])],
    },
    Section { code: "comment", heading: t::COMMENT, parts: &[Part::Comment] },
    Section {
        code: "by_role",
        heading: t::BY_ROLE,
        parts: &[
            Part::Breakdown {
                rows: "role",
                figures: &[
                    figure(t::CONTACTS, Measure::Contacts, ""),
                    figure(t::PERSONS, Measure::Persons, ""),
                    figure(t::NEW_PERSONS, Measure::Persons, "new:new"),
                ],
            },
            Part::OverTime(figure(t::CONTACTS, Measure::Contacts, "")),
        ],
    },
    Section {
        code: "services",
        heading: t::SERVICES,
        parts: &[Part::Breakdown {
            rows: "service",
            figures: &[figure(t::CONTACTS, Measure::Contacts, ""), figure(t::PERSONS, Measure::Persons, "")],
        }],
    },
    Section {
        code: "referrals",
        heading: t::REFERRALS,
        parts: &[Part::Cross { rows: &["status", "result"], columns: "kind", measure: Measure::Referrals }],
    },
    Section {
        code: "activities",
        heading: t::ACTIVITIES,
        parts: &[Part::Breakdown {
            rows: "kind",
            figures: &[figure(t::ACTIVITIES, Measure::Activities, ""), figure(t::AUDIENCE, Measure::Audience, "")],
        }],
    },
    Section { code: "goals", heading: t::GOALS, parts: &[Part::Goals] },
    Section {
        code: "missing",
        heading: t::MISSING,
        parts: &[Part::Missing(
            &[
                figure(t::MISSING_PERSON, Measure::Contacts, "person:unknown"),
                figure(t::MISSING_ROLE, Measure::Contacts, "role:unknown"),
                figure(t::MISSING_SOURCE, Measure::Contacts, "source:unknown"),
                figure(t::MISSING_AGE, Measure::Contacts, "age:unknown person:any"),
                figure(t::MISSING_RESULT, Measure::Referrals, "result:unknown"),
            ],
            &[Measure::Minutes, Measure::Audience],
        )],
    },
    Section { code: "how_counted", heading: t::HOW_COUNTED, parts: &[Part::Notes] },
];
