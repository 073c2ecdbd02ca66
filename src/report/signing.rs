//! What to look at before the funder's report is signed: parts against totals, what is counted twice, what one birth
//! date would change, what waits, a budget that does not add up, words that the figures do not confirm. Each leads to its
//! records, or to where it is written.

use super::budget::cost_label;
use super::document::{Block, Document, Span};
use super::funder::{Material, SECTIONS, funder, heading_of};
use super::late::Entered;
use super::writer::{ReportError, Wanted, questions};
use crate::domain::budget::half_filled;
use crate::domain::outline::sections;
use crate::domain::{Budget, Goal, Kind, Lang, Ref, Text};
use crate::facts::Facts;
use crate::i18n::{fill, money, number, texts::funder as f, texts::signing as t};
use crate::query::{Filter, Key, Measure, Question, Term, Test, Vocabulary, Words};
use crate::stats::{answer, records};
use std::collections::{BTreeSet, HashSet};

/// Something to look at.
#[derive(Clone, Debug, PartialEq)]
pub struct Check {
    pub text: String,
    pub lead: Lead,
}

/// Where a check leads.
#[derive(Clone, Debug, PartialEq)]
pub enum Lead {
    /// The records behind a number.
    Records(Question),
    /// A section of the report, by its code.
    Section(String),
    Nowhere,
}

/// Everything to look at before signing, in the order of the report.
///
/// # Errors
/// As the report itself.
pub fn checks<E>(
    material: Material,
    wanted: &Wanted,
    mut matching: impl FnMut(Kind, &str) -> Result<Vec<Ref>, E>,
) -> Result<Vec<Check>, ReportError<E>> {
    let document = funder(material, wanted, &mut matching)?;
    let mut failed = None;
    let words = |filter: &Filter, measure: Measure| {
        Words::look_up(filter, measure.source(), &mut matching).unwrap_or_else(|error| {
            failed = Some(error);
            Words::default()
        })
    };
    let found = {
        let mut search = Search { facts: material.facts, wanted, words: Box::new(words), found: Vec::new() };
        search.period(material.entered);
        for goal in &material.project.goals {
            search.parts(goal);
            search.births(goal);
        }
        search.two_goals(&material.project.goals);
        search.waiting();
        search.budget(&material);
        search.prose(&material, &document);
        search.found
    };
    match failed {
        Some(error) => Err(ReportError::LookUp(error)),
        None => Ok(found),
    }
}

/// Looks up the words of a filter.
type LookUp<'a> = Box<dyn FnMut(&Filter, Measure) -> Words + 'a>;

struct Search<'a> {
    facts: &'a Facts,
    wanted: &'a Wanted,
    words: LookUp<'a>,
    found: Vec<Check>,
}

impl Search<'_> {
    fn lang(&self) -> Lang {
        self.wanted.lang
    }

    fn tell(&mut self, text: Text, parts: &[(&str, &dyn std::fmt::Display)], lead: Lead) {
        self.found.push(Check { text: fill(text, self.lang(), parts), lead });
    }

    fn count(&mut self, question: &Question) -> u64 {
        let words = (self.words)(&question.filter, question.measure);
        answer(self.facts, question, &words, self.lang()).total
    }

    fn refs(&mut self, question: &Question) -> HashSet<Ref> {
        let words = (self.words)(&question.filter, question.measure);
        records(self.facts, question, &words).into_iter().collect()
    }

    fn say(&self, count: u64) -> String {
        number(count as i64, self.lang())
    }

    fn period(&mut self, entered: &Entered) {
        let today = self.facts.today();
        match Entered::after(&self.wanted.period, today) {
            None => self.tell(t::GOES_ON, &[], Lead::Nowhere),
            Some(_) if !entered.late.is_empty() => {
                let n = self.say(entered.late.len() as u64);
                self.tell(t::LATE, &[("n", &n)], Lead::Nowhere);
            }
            Some(_) => {}
        }
    }

    /// Indicators that are another one with one term more are its parts.
    fn parts(&mut self, goal: &Goal) {
        let read = |indicator| questions(indicator, &self.wanted.period, self.facts).ok();
        let asked: Vec<(&str, Question)> = goal
            .indicators
            .iter()
            .filter_map(|indicator| Some((indicator.label.as_str(), read(indicator)?.0)))
            .collect();
        for (label, whole) in &asked {
            let parts: Vec<(&Question, Term)> =
                asked.iter().filter_map(|(_, part)| Some((part, one_more(whole, part)?))).collect();
            let Some(key) = parts.first().map(|(_, term)| term.key) else { continue };
            if parts.len() < 2 || parts.iter().any(|(_, term)| term.key != key) {
                continue;
            }
            let total = self.count(whole);
            let sum: u64 = parts.iter().map(|(part, _)| self.count(part)).sum();
            let rest = parts.iter().fold(whole.clone(), |rest, (_, term)| Question {
                filter: rest.filter.clone().and(Term { negated: !term.negated, ..term.clone() }),
                ..rest
            });
            let left = self.count(&rest);
            let (sum, total, left) = (self.say(sum), self.say(total), (left, self.say(left)));
            let mut parts: Vec<(&str, &dyn std::fmt::Display)> =
                vec![("goal", &goal.number), ("whole", label), ("sum", &sum), ("total", &total)];
            if left.0 > 0 {
                parts.push(("rest", &left.1));
                self.tell(t::PARTS, &parts, Lead::Records(rest));
            } else if sum != total {
                self.tell(t::PARTS_TWICE, &parts, Lead::Records(whole.clone()));
            }
        }
    }

    /// A figure with an age: those that have all else, and an age that is not certain.
    fn births(&mut self, goal: &Goal) {
        for indicator in &goal.indicators {
            let Ok((question, _)) = questions(indicator, &self.wanted.period, self.facts) else { continue };
            let is_age = |term: &&Term| term.key == Key::Age && !term.tests.contains(&Test::Unknown);
            if !question.filter.terms().iter().any(|term| is_age(&term)) {
                continue;
            }
            let others = question.filter.terms().iter().filter(|term| !is_age(term)).cloned();
            let filter = others.fold(Filter::default(), Filter::and);
            let known = Term { key: Key::Person, negated: false, tests: vec![Test::Any] };
            let vague = Term { key: Key::Age, negated: false, tests: vec![Test::Unknown] };
            let vague = Question { filter: filter.and(vague).and(known), ..question.clone() };
            // A birth known to the year may be certain enough for this figure though it is not for an age group.
            let certain = self.refs(&question);
            let may = self.refs(&vague).difference(&certain).count() as u64;
            if may > 0 {
                let n = self.say(may);
                let parts: [(&str, &dyn std::fmt::Display); 3] =
                    [("goal", &goal.number), ("label", &indicator.label), ("n", &n)];
                self.tell(t::BIRTH, &parts, Lead::Records(vague));
            }
        }
    }

    /// Referrals that two goals count.
    fn two_goals(&mut self, goals: &[Goal]) {
        let mut counted: Vec<(u32, HashSet<Ref>)> = Vec::new();
        for goal in goals {
            let mut refs = HashSet::new();
            for indicator in &goal.indicators {
                let Ok((question, _)) = questions(indicator, &self.wanted.period, self.facts) else { continue };
                if question.measure == Measure::Referrals {
                    refs.extend(self.refs(&question));
                }
            }
            counted.push((goal.number, refs));
        }
        for (place, (one, refs)) in counted.iter().enumerate() {
            for (other, others) in counted.iter().skip(place + 1) {
                let mut both: Vec<String> = refs.intersection(others).map(|own| own.as_str().to_owned()).collect();
                if both.is_empty() {
                    continue;
                }
                both.sort_unstable();
                let n = self.say(both.len() as u64);
                let tests = both.into_iter().map(Test::Code).collect();
                let filter = Filter::default().and(Term { key: Key::Ref, negated: false, tests });
                let question = Question::count(Measure::Referrals, self.wanted.period, filter);
                self.tell(t::TWO_GOALS, &[("n", &n), ("one", one), ("other", other)], Lead::Records(question));
            }
        }
    }

    /// What still waits, and what nobody has filled in.
    fn waiting(&mut self) {
        let asked = [
            (t::PENDING, Measure::Contacts, "offer:pending"),
            (t::NO_OUTCOME, Measure::Referrals, "result:unknown"),
            (t::NO_ROLE, Measure::Contacts, "role:unknown"),
            (t::NO_SOURCE, Measure::Contacts, "source:unknown"),
        ];
        for (text, measure, filter) in asked {
            let Ok(filter) = Filter::parse(filter, measure, self.facts) else { continue };
            let question = Question::count(measure, self.wanted.period, filter);
            let count = self.count(&question);
            if count > 0 {
                let n = self.say(count);
                self.tell(text, &[("n", &n)], Lead::Records(question));
            }
        }
    }

    fn budget(&mut self, material: &Material) {
        let budget = Budget::of(material.project);
        let lang = self.lang();
        let here = || Lead::Section("budget".to_owned());
        let (not_spent, left) = (budget.not_spent(), budget.left_to_requisition());
        let amount = money(not_spent.abs(), lang);
        if not_spent.is_negative() {
            self.tell(t::OVERSPENT, &[("amount", &amount)], here());
        } else if !not_spent.is_zero() {
            self.tell(t::NOT_SPENT, &[("amount", &amount)], here());
        }
        if left.is_negative() {
            self.tell(t::OVERREQUISITIONED, &[("amount", &money(left.abs(), lang))], here());
        }
        for cost in half_filled(&material.project.costs) {
            self.tell(t::HALF_FILLED, &[("what", &cost.description)], here());
        }
        for cost in &material.project.costs {
            if cost.amount.is_some_and(|amount| amount.is_negative()) {
                self.tell(t::NEGATIVE, &[("what", &cost_label(&cost.category, lang))], here());
            }
        }
    }

    /// Words that the figures do not confirm, that are missing, or that name somebody.
    fn prose(&mut self, material: &Material, document: &Document) {
        let lang = self.lang();
        let own: Vec<&str> = SECTIONS.iter().map(|(code, ..)| *code).collect();
        let standing = sections(&material.project.outlines.funder, &own);
        let mut standing = standing.into_iter().filter(|section| !section.left_out);
        let names = super::writer::names(self.facts);
        let (mut here, mut part) = ((String::new(), String::new()), String::new());
        for block in &document.blocks {
            match block {
                Block::Heading(heading) if heading.level == 1 => {
                    here = standing.next().map(|s| (s.section.clone(), heading_of(&s, lang))).unwrap_or_default();
                    part.clear();
                }
                Block::Heading(heading) => part = heading.words(),
                Block::Paragraph(prose) if !here.0.is_empty() => {
                    let lead = || Lead::Section(here.0.clone());
                    for span in &prose.0 {
                        if let Span::Doubtful { text, remark } = span {
                            let parts: [(&str, &dyn std::fmt::Display); 3] =
                                [("section", &here.1), ("text", text), ("remark", remark)];
                            self.tell(t::DOUBTFUL, &parts, lead());
                        }
                    }
                    let words = prose.plain();
                    if words == f::UNWRITTEN.get(lang) {
                        let place = if part.is_empty() { here.1.clone() } else { format!("{}, {part}", here.1) };
                        self.tell(t::UNWRITTEN, &[("section", &place)], lead());
                    }
                    let named: BTreeSet<&str> = names.find(&words).iter().map(|found| names.name(found.name)).collect();
                    for name in named {
                        self.tell(t::NAMES, &[("section", &here.1), ("name", &name)], lead());
                    }
                }
                _ => {}
            }
        }
    }
}

/// The one term that a question has more than another of the same measure.
fn one_more(whole: &Question, part: &Question) -> Option<Term> {
    let (few, many) = (whole.filter.terms(), part.filter.terms());
    let has_all = few.iter().all(|term| many.contains(term));
    if whole.measure != part.measure || many.len() != few.len() + 1 || !has_all {
        return None;
    }
    many.iter().find(|term| !few.contains(term)).cloned()
}
