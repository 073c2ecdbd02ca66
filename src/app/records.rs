//! A list of records with its detail: the panes Contacts, Referrals, Follow-ups, People and the lists of More, and the
//! records behind a number.

use super::alike::opened;
use super::columns::{self, What};
use super::dialog::{Dialog, Then};
use super::done;
use super::exchange::{
    Ask, By, Entry, ListQuestion, Listing, Order, PageContent, ReadView, Refusal, Row, Scope, Section, Ticket, Told,
};
use super::form::prefill;
use super::geometry::Geometry;
use super::keys::{Action, Focus};
use super::marks::{Deed, Gathering, is_of_one};
use super::prompt::{Answer, Prompt, Purpose};
use super::view::{Cx, Message, Part, Step};
use super::window::Window;
use super::world::World;
use crate::checks::About;
use crate::domain::{Change, Edit, Kind, Lang, Ref, SavedView, Shown, ViewKind};
use crate::i18n::fill;
use crate::i18n::texts::common::kind_many;
use crate::i18n::texts::{app as t, lists, start};
use crate::query::{Filter, Measure, Period, Question};
use crate::stats::sheet::Lead;
use std::collections::HashSet;

/// A list and what it shows.
#[derive(Debug)]
pub struct Records {
    pub asked: ListQuestion,
    pub window: Window,
    /// What its columns show.
    pub columns: Vec<What>,
    /// The saved view that it shows, until something of that is changed.
    pub name: Option<String>,
    /// How many there are without period, filter and words; `None` until the first answer.
    pub all: Option<usize>,
    /// The filter in words.
    pub filter: Shown,
    /// The records that what is done next is done to.
    pub marks: HashSet<Row>,
    gathering: Option<Gathering>,
    /// The record to put the cursor on when the answer comes.
    wanted: Option<Ref>,
    /// The page of the record under the cursor.
    pub detail: Option<PageContent>,
    /// The row that it is of.
    detailed: Option<Row>,
    ticket: Option<Ticket>,
    detail_ticket: Option<Ticket>,
}

impl Records {
    /// The pane of a kind: everything there is.
    pub fn pane(measure: Measure) -> Records {
        Records::of(Question::count(measure, Period::ALL, Filter::default()), Scope::Whole)
    }

    /// The records behind a number.
    pub fn behind(question: Question) -> Records {
        Records::of(question, Scope::Counted)
    }

    /// The records behind a number of a sheet.
    pub fn lead(lead: &Lead) -> Records {
        let mut records = Records::behind(lead.question.clone());
        records.asked.scope = lead.part.map_or(Scope::Counted, Scope::Part);
        records
    }

    /// The records that the first counts and the second does not.
    pub fn except(both: (Lead, Lead)) -> Records {
        let mut records = Records::behind(both.0.question.clone());
        records.asked.scope = Scope::Except(Box::new(both));
        records
    }

    /// The records that wait in a part of Today.
    pub fn waiting(section: Section) -> Records {
        let question = Question::count(section.measure(), Period::ALL, Filter::default());
        Records::of(question, Scope::Waiting(section))
    }

    /// The list that a saved view is of.
    pub fn saved(view: &ReadView) -> Records {
        let scope = if view.saved.view == ViewKind::List { Scope::Whole } else { Scope::Counted };
        let mut list = Records::of(Question::count(view.measure, Period::ALL, Filter::default()), scope);
        list.take_on(view);
        list
    }

    /// The list that stood there when the screen was locked, with the cursor on a record.
    pub fn return_to(asked: ListQuestion, columns: Vec<What>, name: Option<String>, at: Option<Ref>) -> Records {
        let list = Records::of(asked.question.clone(), asked.scope.clone());
        Records { asked, columns, name, wanted: at, ..list }
    }

    fn of(question: Question, scope: Scope) -> Records {
        let kind = question.measure.kind();
        let order = usual_order(kind, &scope);
        let asked = ListQuestion { question, scope, find: String::new(), order };
        Records {
            asked,
            window: Window::new(kind),
            columns: columns::usual(kind),
            name: None,
            marks: HashSet::new(),
            gathering: None,
            all: None,
            filter: Shown::default(),
            wanted: None,
            detail: None,
            detailed: None,
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

    /// Whether the record at a place is marked.
    pub fn is_marked(&self, place: usize) -> bool {
        self.window.list().get(place).is_some_and(|row| self.marks.contains(row))
    }

    /// Marks the record under the cursor, or takes its mark off, and goes to the next.
    fn mark(&mut self, cx: &mut Cx) {
        let Some(row) = self.window.current() else { return };
        if !self.marks.remove(&row) {
            self.marks.insert(row);
        }
        self.window.act(Action::Down, Records::rows(cx), cx);
        self.look(false, cx);
    }

    /// Marks all; if they are, none.
    fn mark_all(&mut self) {
        match self.marks.len() == self.window.len() {
            true => self.marks.clear(),
            false => self.marks = self.window.list().iter().copied().collect(),
        }
    }

    /// Does something with the marked records, in the order of the list; where none is marked and all may be meant,
    /// with all.
    fn gather(&mut self, deed: Deed, cx: &mut Cx) {
        let all = self.window.list().iter().copied();
        let rows = all.filter(|row| self.marks.is_empty() || self.marks.contains(row)).collect();
        self.gathering = Some(Gathering::begin(deed, self.kind(), &self.columns, rows, cx));
    }

    /// Asks for the page of the record under the cursor, if it is another than the one that stands.
    fn look(&mut self, anew: bool, cx: &mut Cx) {
        match self.window.current() {
            None => (self.detail, self.detailed) = (None, None),
            current if !anew && self.detailed == current => {}
            Some(row) => {
                self.detailed = Some(row);
                self.detail_ticket = Some(cx.ask(Ask::Detail(self.kind(), row)));
            }
        }
    }

    fn show(&mut self, listing: Listing, cx: &mut Cx) {
        self.all = Some(listing.all);
        self.filter = listing.filter;
        self.window.set(listing.rows, listing.at, Records::rows(cx), cx);
        if !self.marks.is_empty() {
            let shown: HashSet<Row> = self.window.list().iter().copied().collect();
            self.marks.retain(|row| shown.contains(row));
        }
        self.look(true, cx);
    }

    /// Takes away the marks, then what narrows the list, the words first. `false`: nothing does.
    fn widen(&mut self, cx: &mut Cx) -> bool {
        if !self.marks.is_empty() {
            self.marks.clear();
            return true;
        }
        if !self.asked.find.is_empty() {
            self.asked.find.clear();
        } else if self.asked.scope == Scope::Whole && self.is_narrowed() {
            self.asked.question.filter = Filter::default();
            self.asked.question.period = Period::ALL;
            self.name = None;
        } else {
            return false;
        }
        self.refresh(cx);
        true
    }

    /// Whether people would be searched by what the project does not let them be searched by.
    fn is_refused(&self, world: &World) -> bool {
        let searches = self.kind() == Kind::Person && self.asked.scope == Scope::Whole;
        searches && world.project.no_sensitive_search && self.asked.question.filter.is_sensitive()
    }

    fn ask_period(&mut self, period: Period, cx: &mut Cx) {
        self.asked.question.period = period;
        self.name = None;
        self.refresh(cx);
    }

    /// What it is sorted by at first.
    pub fn usual_order(&self) -> Order {
        usual_order(self.kind(), &self.asked.scope)
    }

    /// The choice of what it is sorted by.
    fn choose_order(&self, lang: Lang) -> Dialog {
        let (kind, order) = (self.kind(), self.asked.order);
        let all = columns::sortable(kind, &self.columns);
        let at = all.iter().position(|by| *by == order.by).unwrap_or(0);
        let choice = |dialog: Dialog, by: By| {
            let arrow = if by == order.by { columns::arrow(order) } else { "" };
            let label = format!("{} {arrow}", columns::by_label(by, kind, lang));
            dialog.choice(label.trim_end(), Then::Sort(by))
        };
        let dialog = Dialog::new(lists::SORT_TITLE.get(lang)).line(lists::SORT_AGAIN.get(lang));
        all.into_iter().fold(dialog, choice).at(at)
    }

    fn sort(&mut self, by: By, cx: &mut Cx) {
        let (kind, lang) = (self.kind(), cx.world.lang);
        self.asked.order = columns::sorted(self.asked.order, by, kind);
        self.name = None;
        self.window.rewind();
        let by = format!("{} {}", columns::by_label(by, kind, lang), columns::arrow(self.asked.order));
        cx.say(Message::done(fill(lists::SORTED, lang, &[("by", &by.trim_end())])));
        self.refresh(cx);
    }

    /// The choice of its columns, with the cursor on one of them.
    fn choose_columns(&self, at: Option<What>, lang: Lang) -> Dialog {
        let kind = self.kind();
        let choice = |dialog: Dialog, what: &What| {
            dialog.mark(what.label(kind, lang), self.columns.contains(what), Then::Column(*what))
        };
        let all = columns::all(kind);
        let at = all.iter().position(|what| Some(*what) == at).unwrap_or(0);
        let dialog = Dialog::new(lists::COLUMNS_TITLE.get(lang)).line(lists::COLUMNS_MEANING.get(lang));
        let dialog = all.iter().fold(dialog, choice);
        dialog.choice(lists::COLUMNS_USUAL.get(lang), Then::UsualColumns).at(at)
    }

    /// Takes a column in, or out; the choice stays open.
    fn turn_column(&mut self, what: What, cx: &mut Cx) {
        let lang = cx.world.lang;
        match self.columns.iter().position(|shown| *shown == what) {
            Some(_) if self.columns.len() == 1 => cx.say(Message::wrong(lists::COLUMNS_ONE.get(lang))),
            Some(place) => drop(self.columns.remove(place)),
            None => self.columns.push(what),
        }
        self.name = None;
        cx.step(Step::Open(self.choose_columns(Some(what), lang)));
    }

    /// Takes on what a saved view says.
    fn take_on(&mut self, view: &ReadView) {
        let kind = self.kind();
        let saved = &view.saved;
        let columns: Vec<What> = saved.columns.iter().filter_map(|code| What::of_code(kind, code)).collect();
        self.asked.question.filter = view.filter.clone();
        self.asked.question.period = view.period;
        self.asked.find.clear();
        self.asked.order = columns::read_order(&saved.sort, self.usual_order(), kind);
        self.columns = if columns.is_empty() { columns::usual(kind) } else { columns };
        self.name = Some(saved.name.clone());
        self.window.rewind();
    }
}

/// The order that a list has at first.
fn usual_order(kind: Kind, scope: &Scope) -> Order {
    match scope {
        Scope::Whole if kind == Kind::FollowUp => Order::up(By::Waiting),
        Scope::Whole | Scope::Counted | Scope::Part(_) | Scope::Except(_) => Order::usual(kind),
        Scope::Waiting(_) => Order::oldest(kind),
    }
}

impl Part for Records {
    fn focus(&self) -> Focus {
        Focus::List
    }

    fn narrows(&self) -> bool {
        let is_narrowed = self.asked.scope == Scope::Whole && self.is_narrowed();
        is_narrowed || !self.marks.is_empty() || !self.asked.find.is_empty()
    }

    fn refresh(&mut self, cx: &mut Cx) {
        if self.is_refused(cx.world) {
            self.asked.question.filter = Filter::default();
            cx.say(Message::wrong(start::SENSITIVE_OFF.get(cx.world.lang)));
        }
        self.ticket = Some(cx.ask(Ask::List(self.asked.clone(), self.wanted.clone())));
    }

    fn act(&mut self, action: Action, cx: &mut Cx) -> bool {
        if self.window.act(action, Records::rows(cx), cx) {
            self.look(false, cx);
            return true;
        }
        let period = self.asked.question.period;
        match action {
            Action::In | Action::Right => {
                if let Some(own) = self.window.entry().and_then(Entry::own_ref) {
                    let section = match self.asked.scope {
                        Scope::Waiting(section) => Some(section),
                        _ => None,
                    };
                    cx.step(Step::Push(opened(section, self.kind(), own.clone())));
                }
            }
            Action::New => match prefill::empty(self.kind(), cx.world) {
                Some(form) => cx.step(Step::Fill(form.into())),
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
            Action::Sort => cx.step(Step::Open(self.choose_order(cx.world.lang))),
            Action::ListColumns => cx.step(Step::Open(self.choose_columns(None, cx.world.lang))),
            Action::Mark => self.mark(cx),
            Action::MarkAll => self.mark_all(),
            Action::Delete if !self.marks.is_empty() => self.gather(Deed::Delete, cx),
            Action::Done if !self.marks.is_empty() => self.gather(Deed::TickOff, cx),
            Action::Copy if !self.marks.is_empty() => self.gather(Deed::Copy, cx),
            action if !self.marks.is_empty() && is_of_one(action) => {
                cx.say(Message::wrong(lists::ONE_AT_A_TIME.get(cx.world.lang)));
            }
            Action::Out => return self.widen(cx),
            _ => return false,
        }
        true
    }

    fn awaits(&self, ticket: Ticket) -> bool {
        self.ticket == Some(ticket)
            || self.detail_ticket == Some(ticket)
            || self.window.awaits(ticket)
            || self.gathering.as_ref().is_some_and(|gathering| gathering.awaits(ticket))
    }

    fn is_waiting(&self) -> bool {
        let changes = self.gathering.as_ref().is_some_and(Gathering::is_change);
        self.ticket.is_some() || self.window.is_waiting() || changes
    }

    fn take(&mut self, ticket: Ticket, told: Result<Told, Refusal>, cx: &mut Cx) {
        let gathering = self.gathering.take_if(|gathering| gathering.awaits(ticket));
        let is_of_list = self.ticket.take_if(|waits| *waits == ticket).is_some();
        let is_of_detail = self.detail_ticket.take_if(|waits| *waits == ticket).is_some();
        match told {
            Err(refusal) => {
                self.window.give_up(ticket);
                cx.refuse(refusal);
            }
            Ok(Told::Entries(entries)) if gathering.is_some() => {
                self.gathering = gathering.and_then(|gathering| gathering.take(entries, cx));
            }
            Ok(Told::List(listing)) if is_of_list => {
                self.wanted = None;
                self.show(listing, cx);
            }
            Ok(Told::Detail(page)) if is_of_detail => self.detail = page.map(|page| *page),
            Ok(told) => self.window.take(ticket, told, cx),
        }
    }

    /// What was to be done to the marked ones is done; where it was refused they stay marked.
    fn obeyed(&mut self, change: &Change, world: &World) {
        if matches!(change.edits.first(), Some(Edit::Record { .. })) {
            self.marks.clear();
        }
        let here = self.window.entry().and_then(Entry::own_ref);
        if done::ticked_off(change).is_some_and(|record| record.own_ref() == here) {
            self.window.pass(|next| matches!(next.record.status(world.today()), Some("open" | "overdue")));
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
            Answer::Sheet(path, replace) => return self.gather(Deed::Write(path, replace), cx),
            _ => return,
        }
        self.name = None;
        self.refresh(cx);
    }

    fn chosen(&mut self, then: Then, cx: &mut Cx) {
        match then {
            Then::Sort(by) => self.sort(by, cx),
            Then::Column(what) => self.turn_column(what, cx),
            Then::UsualColumns => {
                self.columns = columns::usual(self.kind());
                self.name = None;
            }
            _ => {}
        }
    }

    fn to_save(&self, _world: &World) -> Option<SavedView> {
        let question = &self.asked.question;
        let (kind, usual) = (self.kind(), columns::usual(self.kind()));
        let view = match self.asked.scope {
            Scope::Whole => ViewKind::List,
            Scope::Counted => ViewKind::Counted,
            Scope::Waiting(_) | Scope::Part(_) | Scope::Except(_) => return None,
        };
        let columns = Some(&self.columns).filter(|columns| **columns != usual);
        Some(SavedView {
            name: self.name.clone().unwrap_or_default(),
            view,
            measure: question.measure.code().to_owned(),
            filter: question.filter.to_string(),
            period: if question.period == Period::ALL { String::new() } else { question.period.to_string() },
            sort: columns::order_text(self.asked.order, self.usual_order(), kind),
            columns: columns.into_iter().flatten().map(|what| what.code(kind).to_owned()).collect(),
            ..SavedView::default()
        })
    }

    fn sheet_name(&self, world: &World) -> Option<String> {
        Some(kind_many(self.kind(), world.lang).to_owned())
    }

    fn marked(&self) -> usize {
        self.marks.len()
    }

    fn show_saved(&mut self, view: &ReadView, _cx: &mut Cx) -> bool {
        let is_of_this = view.saved.view == ViewKind::List
            && self.asked.scope == Scope::Whole
            && self.asked.question.measure == view.measure;
        if is_of_this {
            self.take_on(view);
        }
        is_of_this
    }

    fn saved_as(&mut self, name: &str) {
        self.name = Some(name.to_owned());
    }

    fn resized(&mut self, cx: &mut Cx) {
        self.window.resize(Records::rows(cx), cx);
    }

    fn saved(&mut self, kind: Kind, own: &Ref, cx: &mut Cx) {
        if kind == self.kind() {
            self.wanted = Some(own.clone());
            self.refresh(cx);
        }
    }

    fn reopened(&mut self) {
        self.marks.clear();
        self.window.forget();
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
    let is_behind = matches!(records.asked.scope, Scope::Counted | Scope::Part(_) | Scope::Except(_));
    let text = match records.kind() {
        _ if is_behind && records.asked.find.is_empty() => t::EMPTY_BEHIND,
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
