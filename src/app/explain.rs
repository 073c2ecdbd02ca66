//! How a number is counted, in words: unit, period, filter, age, and what does not add up.

use super::dialog::{Dialog, Then};
use super::exchange::{Ask, Ticket, Told};
use super::view::{Cx, Step};
use crate::i18n::{fill, number, texts::app as t};
use crate::query::{Key, Question};
use crate::stats::Answer;

/// An explanation that waits for its filter in words.
#[derive(Debug)]
pub struct Explanation {
    question: Question,
    value: u64,
    without_person: u64,
    without_value: u64,
    ticket: Ticket,
}

impl Explanation {
    /// Asks for what is needed to explain a number.
    pub fn ask(question: Question, value: u64, counts: Option<&Answer>, cx: &mut Cx) -> Explanation {
        let ticket = cx.ask(Ask::Reading(question.measure, question.filter.to_string()));
        let (without_person, without_value) = counts.map_or((0, 0), |c| (c.without_person, c.without_value));
        Explanation { question, value, without_person, without_value, ticket }
    }

    pub fn awaits(&self, ticket: Ticket) -> bool {
        self.ticket == ticket
    }

    /// Opens the explanation.
    pub fn tell(self, told: &Told, cx: &mut Cx) {
        if let Told::Reading(_, filter) = told {
            cx.step(Step::Open(self.dialog(filter.as_str(), cx)));
        }
    }

    fn dialog(&self, filter: &str, cx: &Cx) -> Dialog {
        let lang = cx.world.lang;
        let measure = self.question.measure;
        let besides = [(t::WITHOUT_PERSON, self.without_person), (t::WITHOUT_VALUE, self.without_value)];
        let has_age = self.question.filter.terms().iter().any(|term| term.key == Key::Age);
        let age = has_age.then(|| t::EXPLAIN_AGE.get(lang).to_owned());
        let people = measure.counts_people().then(|| t::EXPLAIN_PEOPLE.get(lang).to_owned());
        let besides = besides.into_iter().filter(|(_, n)| *n > 0);
        let besides = besides.map(|(text, n)| fill(text, lang, &[("n", &number(n as i64, lang))]));
        Dialog::new(format!("{} {}", number(self.value as i64, lang), measure.label(lang)))
            .line(fill(t::EXPLAIN_PERIOD, lang, &[("period", &self.question.period.in_words(lang))]))
            .line(fill(t::EXPLAIN_FILTER, lang, &[("filter", &filter)]))
            .lines(age.into_iter().chain(people).chain(besides))
            .choice(t::CLOSE.get(lang), Then::Nothing)
    }
}
