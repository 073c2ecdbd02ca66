//! A list of records with its detail: the panes Contacts, Referrals, Follow-ups, People and the lists of More, and the
//! records behind a number.

use super::alike::opened;
use super::exchange::{Ask, Entry, ListQuestion, Listing, Order, PageContent, Refusal, Scope, Section, Ticket, Told};
use super::form::prefill;
use super::geometry::Geometry;
use super::keys::{Action, Focus};
use super::prompt::{Answer, Prompt, Purpose};
use super::view::{Cx, Message, Part, Step};
use super::window::Window;
use super::world::World;
use crate::checks::About;
use crate::domain::{Kind, Lang, Ref, Shown};
use crate::i18n::texts::app as t;
use crate::query::{Filter, Measure, Period, Question};

/// A list and what it shows.
#[derive(Debug)]
pub struct Records {
    pub asked: ListQuestion,
    pub window: Window,
    /// How many there are without period, filter and words; `None` until the first answer.
    pub all: Option<usize>,
    /// The filter in words.
    pub filter: Shown,
    /// The record to put the cursor on when the next answer comes.
    wanted: Option<Ref>,
    /// The page of the record under the cursor.
    pub detail: Option<PageContent>,
    ticket: Option<Ticket>,
    detail_ticket: Option<Ticket>,
}

impl Records {
    /// The pane of a kind: everything there is.
    pub fn pane(measure: Measure) -> Records {
        let order = match measure.kind() {
            Kind::Person | Kind::Organisation => Order::ByName,
            Kind::FollowUp => Order::WaitingFirst,
            _ => Order::NewestFirst,
        };
        let question = Question::count(measure, Period::ALL, Filter::default());
        Records::of(ListQuestion { question, scope: Scope::Whole, find: String::new(), order })
    }

    /// The records behind a number.
    pub fn behind(question: Question) -> Records {
        let order = if question.measure.kind() == Kind::Person { Order::ByName } else { Order::NewestFirst };
        Records::of(ListQuestion { question, scope: Scope::Counted, find: String::new(), order })
    }

    /// The records that wait in a part of Today.
    pub fn waiting(section: Section) -> Records {
        let question = Question::count(section.measure(), Period::ALL, Filter::default());
        let scope = Scope::Waiting(section);
        Records::of(ListQuestion { question, scope, find: String::new(), order: Order::OldestFirst })
    }

    /// The list of a question.
    pub fn of(asked: ListQuestion) -> Records {
        let window = Window::new(asked.question.measure.kind());
        Records {
            asked,
            window,
            all: None,
            filter: Shown::default(),
            wanted: None,
            detail: None,
            ticket: None,
            detail_ticket: None,
        }
    }

    pub fn kind(&self) -> Kind {
        self.window.kind
    }

    /// Opens the field that finds in the list.
    pub fn find(&mut self, cx: &mut Cx) {
        cx.step(Step::Prompt(Prompt::new(Purpose::Find, &self.asked.find)));
    }

    /// Whether something narrows the list.
    pub fn is_narrowed(&self) -> bool {
        let question = &self.asked.question;
        !self.asked.find.is_empty() || !question.filter.is_empty() || question.period != Period::ALL
    }

    fn rows(cx: &Cx) -> usize {
        Geometry::of(cx.world.size).list_rows()
    }

    /// Asks for the page of the record under the cursor, if it is another than the one that stands.
    fn look(&mut self, anew: bool, cx: &mut Cx) {
        let shown = self.detail.as_ref().and_then(|detail| detail.entry.own_ref());
        match self.window.current() {
            None => self.detail = None,
            current if !anew && shown == current => {}
            Some(own) => self.detail_ticket = Some(cx.ask(Ask::Page(self.kind(), own.clone()))),
        }
    }

    fn show(&mut self, listing: Listing, cx: &mut Cx) {
        self.all = Some(listing.all);
        self.filter = listing.filter;
        self.window.set(listing.refs, Records::rows(cx), cx);
        if let Some(wanted) = self.wanted.take() {
            self.window.go_to(&wanted, cx);
        }
        self.look(true, cx);
    }

    /// Takes away what narrows the list, the words first. `false`: nothing does.
    fn widen(&mut self, cx: &mut Cx) -> bool {
        if !self.asked.find.is_empty() {
            self.asked.find.clear();
        } else if self.asked.scope == Scope::Whole && self.is_narrowed() {
            self.asked.question.filter = Filter::default();
            self.asked.question.period = Period::ALL;
        } else {
            return false;
        }
        self.refresh(cx);
        true
    }

    fn ask_period(&mut self, period: Period, cx: &mut Cx) {
        self.asked.question.period = period;
        self.refresh(cx);
    }

    fn sort(&mut self, cx: &mut Cx) {
        let by_name = self.kind().name_field().is_some();
        let (order, said) = match self.asked.order {
            Order::NewestFirst => (Order::OldestFirst, t::SORTED_OLDEST),
            Order::OldestFirst if by_name => (Order::ByName, t::SORTED_NAME),
            Order::ByName if self.kind() == Kind::FollowUp => (Order::WaitingFirst, t::SORTED_WAITING),
            _ => (Order::NewestFirst, t::SORTED_NEWEST),
        };
        self.asked.order = order;
        self.window.rewind();
        cx.say(Message::done(said.get(cx.world.lang)));
        self.refresh(cx);
    }
}

impl Part for Records {
    fn focus(&self) -> Focus {
        Focus::List
    }

    fn refresh(&mut self, cx: &mut Cx) {
        self.ticket = Some(cx.ask(Ask::List(self.asked.clone())));
    }

    fn act(&mut self, action: Action, cx: &mut Cx) -> bool {
        if self.window.act(action, Records::rows(cx), cx) {
            self.look(false, cx);
            return true;
        }
        let period = self.asked.question.period;
        match action {
            Action::In | Action::Right => {
                if let Some(own) = self.window.current() {
                    let section = match self.asked.scope {
                        Scope::Waiting(section) => Some(section),
                        Scope::Whole | Scope::Counted => None,
                    };
                    cx.step(Step::Push(opened(section, self.kind(), own.clone())));
                }
            }
            Action::New => match prefill::empty(self.kind(), cx.world) {
                Some(form) => cx.step(Step::Fill(Box::new(form))),
                None => return false,
            },
            Action::Find => self.find(cx),
            Action::Filter => {
                let purpose = Purpose::Filter(self.asked.question.measure);
                cx.step(Step::Prompt(Prompt::new(purpose, &self.asked.question.filter.to_string())));
            }
            Action::Period => {
                let text = if period == Period::ALL { String::new() } else { period.to_string() };
                cx.step(Step::Prompt(Prompt::new(Purpose::Period, &text)));
            }
            Action::Earlier | Action::Later => match period.beside(action == Action::Later) {
                Some(beside) => self.ask_period(beside, cx),
                None => cx.say(Message::wrong(t::NO_PERIOD_BESIDE.get(cx.world.lang))),
            },
            Action::Sort => self.sort(cx),
            Action::Out => return self.widen(cx),
            _ => return false,
        }
        true
    }

    fn awaits(&self, ticket: Ticket) -> bool {
        self.ticket == Some(ticket) || self.detail_ticket == Some(ticket) || self.window.awaits(ticket)
    }

    fn is_waiting(&self) -> bool {
        self.ticket.is_some() || self.window.is_waiting()
    }

    fn take(&mut self, ticket: Ticket, told: Result<Told, Refusal>, cx: &mut Cx) {
        match told {
            Err(refusal) => cx.refuse(refusal),
            Ok(Told::List(listing)) => {
                self.ticket = None;
                self.show(listing, cx);
            }
            Ok(Told::Page(page)) if self.detail_ticket == Some(ticket) => {
                self.detail_ticket = None;
                self.detail = Some(*page);
            }
            Ok(told) => self.window.take(told),
        }
    }

    fn typing(&mut self, purpose: Purpose, text: &str, cx: &mut Cx) {
        if purpose == Purpose::Find && self.asked.find != text {
            self.asked.find = text.to_owned();
            self.refresh(cx);
        }
    }

    fn prompted(&mut self, answer: Answer, cx: &mut Cx) {
        match answer {
            Answer::Find(text) => self.asked.find = text,
            Answer::Filter(filter) => self.asked.question.filter = filter,
            Answer::Period(period) => self.asked.question.period = period,
            _ => return,
        }
        self.refresh(cx);
    }

    fn resized(&mut self, cx: &mut Cx) {
        self.window.resize(Records::rows(cx), cx);
    }

    fn saved(&mut self, kind: Kind, own: &Ref) {
        if kind == self.kind() {
            self.wanted = Some(own.clone());
        }
    }

    fn finding(&self, _world: &World) -> Option<&'static About> {
        match self.asked.scope {
            Scope::Waiting(Section::Rule(rule, _)) => Some(&rule.about),
            _ => None,
        }
    }

    fn under(&self, _world: &World) -> Option<&Entry> {
        self.window.entry()
    }
}

/// What an empty list says: what it is for and which key fills it, or that nothing fits.
pub fn empty_text(records: &Records, lang: Lang) -> Shown {
    let text = match records.kind() {
        _ if records.is_narrowed() || records.asked.scope != Scope::Whole => t::EMPTY_NARROWED,
        Kind::Person => t::EMPTY_PEOPLE,
        Kind::Contact => t::EMPTY_CONTACTS,
        Kind::Referral => t::EMPTY_REFERRALS,
        Kind::FollowUp => t::EMPTY_FOLLOW_UPS,
        Kind::Activity => t::EMPTY_ACTIVITIES,
        Kind::Matter => t::EMPTY_MATTERS,
        Kind::Organisation => t::EMPTY_ORGANISATIONS,
        Kind::Relation => t::EMPTY_RELATIONS,
    };
    Shown::new(text.get(lang))
}
