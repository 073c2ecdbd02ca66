//! How a number is counted, in words, the same on the screen and in print: what is counted, by which day, in which
//! period, the rules that bear on it, what is missing, and the command that shows its records.

use super::notes::list_command;
use crate::domain::Lang;
use crate::facts::Facts;
use crate::i18n::{capital, fill, number, texts::counted as t, texts::report as r};
use crate::query::{Filter, Key, Measure, Period, Question, Words};
use crate::stats::sheet::Lead;
use crate::stats::{Flow, Part, answer};

/// How a number is counted. What bears on it is told, what does not is left out.
pub fn counted(facts: &Facts, lead: &Lead, words: &Words, lang: Lang) -> Vec<String> {
    let question = &lead.question;
    let measure = question.measure;
    let told = |text: crate::domain::Text, what: &str| fill(text, lang, &[("what", &what)]);
    let mut lines = vec![told(t::UNIT, &Unit::of(question, facts, lang).whole())];
    lines.extend(lead.part.map(|part| part_in_words(part, lang)));
    if !matches!(lead.part, Some(Part::Flow(_))) {
        lines.push(day(measure).get(lang).to_owned());
    }
    lines.push(told(t::PERIOD, &period_in_words(&question.period, lang)));
    lines.extend(rules(question, facts).into_iter().map(|text| text.get(lang).to_owned()));
    if lead.part.is_none() {
        let counts = answer(facts, question, words, lang);
        lines.extend(counts.besides(measure, lang));
        lines.extend(unknown_ages(facts, question, words, lang));
        let period =
            if question.period == Period::ALL { String::new() } else { format!(" --period {}", question.period) };
        lines.push(told(t::COMMAND, &format!("caselog {}{period}", list_command(question))));
    }
    lines
}

/// What a question counts: what its measure is, and its filter.
pub(super) struct Unit {
    definition: String,
    /// The filter in words; "all" without one.
    pub filter: String,
    has_filter: bool,
}

impl Unit {
    pub fn of(question: &Question, facts: &Facts, lang: Lang) -> Unit {
        Unit {
            definition: definition(question.measure).get(lang).to_owned(),
            filter: question.filter.in_words(question.measure, facts, lang),
            has_filter: !question.filter.is_empty(),
        }
    }

    /// Both in one.
    pub fn whole(&self) -> String {
        match self.has_filter {
            true => format!("{}; {}", self.definition, self.filter),
            false => self.definition.clone(),
        }
    }
}

/// How a measure is counted, in words (contract section 5).
fn definition(measure: Measure) -> crate::domain::Text {
    match measure {
        Measure::Contacts => r::DEFINE_CONTACTS,
        Measure::Attempts => r::DEFINE_ATTEMPTS,
        Measure::Meetings => r::DEFINE_MEETINGS,
        Measure::Interviews => r::DEFINE_INTERVIEWS,
        Measure::Persons => r::DEFINE_PERSONS,
        Measure::Referrals => r::DEFINE_REFERRALS,
        Measure::ReferredPersons => r::DEFINE_REFERRED_PERSONS,
        Measure::FollowUps => r::DEFINE_FOLLOW_UPS,
        Measure::Activities => r::DEFINE_ACTIVITIES,
        Measure::Matters => r::DEFINE_MATTERS,
        Measure::Organisations => r::DEFINE_ORGANISATIONS,
        Measure::Minutes => r::DEFINE_MINUTES,
        Measure::Audience => r::DEFINE_AUDIENCE,
    }
}

fn period_in_words(period: &Period, lang: Lang) -> String {
    capital(&period.in_words(lang))
}

/// By which day a record falls in a period.
fn day(measure: Measure) -> crate::domain::Text {
    match measure {
        Measure::Referrals | Measure::ReferredPersons => t::DAY_OF_REFERRAL,
        Measure::FollowUps => t::DAY_OF_FOLLOW_UP,
        Measure::Activities | Measure::Audience => t::DAY_OF_ACTIVITY,
        Measure::Matters => t::DAY_OF_MATTER,
        Measure::Organisations => t::NO_DAY,
        _ => t::DAY_OF_CONTACT,
    }
}

/// The rules behind the keys of a question, in its filter or laid out.
pub(super) fn rules(question: &Question, facts: &Facts) -> Vec<crate::domain::Text> {
    let terms = question.filter.terms();
    let laid_out = |key: Key| [question.rows, question.columns].into_iter().flatten().any(|d| d.key() == key);
    let has = |key: Key| laid_out(key) || terms.iter().any(|term| term.key == key);
    let of_referral = question.measure.source() == crate::domain::Kind::Referral;
    let mut rules = Vec::new();
    if has(Key::Age) {
        rules.push(t::AGE);
    }
    if has(Key::New) {
        rules.push(if facts.returning_after_months() == 12 { t::NEW } else { t::NEW_OTHERWISE });
    }
    if has(Key::Offered) {
        rules.push(t::OFFERED);
    }
    if of_referral && (has(Key::Role) || has(Key::Source)) {
        rules.push(t::ROLE_OF_REFERRAL);
    }
    if has(Key::Service) || (has(Key::Organisation) && question.measure.source() == crate::domain::Kind::Activity) {
        rules.push(t::LISTS);
    }
    if question.measure.counts_people() {
        rules.push(t::PEOPLE);
        rules.extend((terms.len() > 1).then_some(t::ONE_RECORD));
    }
    rules
}

/// How many of the same have no certain age, where an age is asked for.
fn unknown_ages(facts: &Facts, question: &Question, words: &Words, lang: Lang) -> Option<String> {
    let terms = question.filter.terms();
    let is_of_age = terms.iter().any(|term| term.key == Key::Age);
    let rest = terms.iter().filter(|term| term.key != Key::Age).cloned().fold(Filter::default(), Filter::and);
    let unknown = Filter::parse("age:unknown", question.measure, facts).ok().filter(|_| is_of_age)?;
    let filter = unknown.terms().iter().cloned().fold(rest, Filter::and);
    let n = answer(facts, &Question { filter, ..question.clone() }, words, lang).total;
    (n > 0).then(|| fill(t::AGE_UNKNOWN, lang, &[("n", &number(n as i64, lang))]))
}

/// What a number of a view counts.
fn part_in_words(part: Part, lang: Lang) -> String {
    let said = |text: crate::domain::Text, what: &str| fill(text, lang, &[("what", &what)]);
    match part {
        Part::Step(step) => said(t::STEP, step.label().get(lang)),
        Part::Left(left) => said(t::LEFT, left.label().get(lang)),
        Part::Timed(span) | Part::Waiting(span) => {
            let (from, to) = span.labels();
            let text = if matches!(part, Part::Timed(_)) { t::TIMED } else { t::WAITING };
            fill(text, lang, &[("from", &from.get(lang)), ("to", &to.get(lang))])
        }
        Part::Flow(Flow::OpenAtStart) => t::OPEN_AT_START.get(lang).to_owned(),
        Part::Flow(Flow::New) => t::FLOW_NEW.get(lang).to_owned(),
        Part::Flow(Flow::Closed) => t::FLOW_CLOSED.get(lang).to_owned(),
        Part::Flow(Flow::OpenAtEnd) => t::OPEN_AT_END.get(lang).to_owned(),
    }
}
