//! The views, the stack they stand in, and what a view may ask of the state around it.

use super::alike::Pair;
use super::backups::Backups;
use super::checks::Checks;
use super::dialog::{Dialog, Then};
use super::exchange::{Ask, Effect, Entry, ReadView, Refusal, Sheet, Ticket, Told};
use super::form::Form;
use super::goal_form::GoalForm;
use super::help::Help;
use super::history::History;
use super::kept::{Kept, Pages};
use super::keys::{Action, Focus, When};
use super::log_line::LogLine;
use super::manuscript::Manuscript;
use super::more::More;
use super::outline::Outline;
use super::page::Page;
use super::project::ProjectPage;
use super::prompt::{Prompt, Purpose};
use super::records::Records;
use super::report::Report;
use super::reports::Reports;
use super::saved_views::SavedViews;
use super::secrets::Secrets;
use super::settings::SettingsPage;
use super::signing::Signing;
use super::statistics::Statistics;
use super::today::Today;
use super::unfinished::{Unfinished, Writing};
use super::value_lists::ValueLists;
use super::world::World;
use crate::checks::About;
use crate::domain::{Change, Kind, Record, Ref, SavedView, Shown};

/// A view of one pane.
#[derive(Debug)]
pub enum View {
    Today(Today),
    Records(Box<Records>),
    Page(Page),
    Form(Box<Form>),
    LogLine(Box<LogLine>),
    Statistics(Box<Statistics>),
    GoalForm(Box<GoalForm>),
    Report(Report),
    Reports(Reports),
    Outline(Outline),
    Manuscript(Box<Manuscript>),
    Signing(Signing),
    Kept(Box<Kept>),
    Pages(Pages),
    More(More),
    History(History),
    Pair(Pair),
    ValueLists(ValueLists),
    Backups(Backups),
    Checks(Checks),
    Project(ProjectPage),
    SavedViews(SavedViews),
    Settings(SettingsPage),
    Secrets(Secrets),
    Help(Help),
}

impl View {
    /// What is being typed in it and not saved.
    pub fn unfinished(&self) -> Option<&dyn Writing> {
        match self {
            View::Form(form) => Some(form.as_ref()),
            View::LogLine(line) => Some(&line.draft),
            View::Manuscript(manuscript) => Some(manuscript.as_ref()),
            _ => None,
        }
    }

    /// The same, to be changed.
    pub fn unfinished_mut(&mut self) -> Option<&mut dyn Writing> {
        match self {
            View::Form(form) => Some(form.as_mut()),
            View::LogLine(line) => Some(&mut line.draft),
            View::Manuscript(manuscript) => Some(manuscript.as_mut()),
            _ => None,
        }
    }

    /// The view as what every view is.
    pub fn part(&self) -> &dyn Part {
        match self {
            View::Today(part) => part,
            View::Records(part) => part.as_ref(),
            View::Page(part) => part,
            View::Form(part) => part.as_ref(),
            View::LogLine(part) => part.as_ref(),
            View::Statistics(part) => part.as_ref(),
            View::GoalForm(part) => part.as_ref(),
            View::Report(part) => part,
            View::Reports(part) => part,
            View::Outline(part) => part,
            View::Manuscript(part) => part.as_ref(),
            View::Signing(part) => part,
            View::Kept(part) => part.as_ref(),
            View::Pages(part) => part,
            View::More(part) => part,
            View::History(part) => part,
            View::Pair(part) => part,
            View::ValueLists(part) => part,
            View::Backups(part) => part,
            View::Checks(part) => part,
            View::Project(part) => part,
            View::SavedViews(part) => part,
            View::Settings(part) => part,
            View::Secrets(part) => part,
            View::Help(part) => part,
        }
    }

    /// The same, to be changed.
    pub fn part_mut(&mut self) -> &mut dyn Part {
        match self {
            View::Today(part) => part,
            View::Records(part) => part.as_mut(),
            View::Page(part) => part,
            View::Form(part) => part.as_mut(),
            View::LogLine(part) => part.as_mut(),
            View::Statistics(part) => part.as_mut(),
            View::GoalForm(part) => part.as_mut(),
            View::Report(part) => part,
            View::Reports(part) => part,
            View::Outline(part) => part,
            View::Manuscript(part) => part.as_mut(),
            View::Signing(part) => part,
            View::Kept(part) => part.as_mut(),
            View::Pages(part) => part,
            View::More(part) => part,
            View::History(part) => part,
            View::Pair(part) => part,
            View::ValueLists(part) => part,
            View::Backups(part) => part,
            View::Checks(part) => part,
            View::Project(part) => part,
            View::SavedViews(part) => part,
            View::Settings(part) => part,
            View::Secrets(part) => part,
            View::Help(part) => part,
        }
    }
}

/// What every view can be asked.
pub trait Part {
    /// What its keys are.
    fn focus(&self) -> Focus;

    /// Asks (again) for what it shows: when it comes to the front, and when something was changed.
    fn refresh(&mut self, cx: &mut Cx);

    /// Does what a key stands for. `false`: it does not know the action, which then may mean something around it.
    fn act(&mut self, action: Action, cx: &mut Cx) -> bool;

    /// Whether it waits for an answer. A view that asks nothing waits for none.
    fn awaits(&self, _ticket: Ticket) -> bool {
        false
    }

    /// Takes an answer that it waits for.
    fn take(&mut self, _ticket: Ticket, _told: Result<Told, Refusal>, _cx: &mut Cx) {}

    /// Whether what it shows is still on its way, so that a key would go to what is no longer meant.
    fn is_waiting(&self) -> bool {
        false
    }

    /// Whether a record is on its way to the store from here, so that what stands here is soon out of date.
    fn is_saving(&self) -> bool {
        false
    }

    /// Whether a step back first takes away something here, such as a filter.
    fn narrows(&self) -> bool {
        false
    }

    /// Takes typed or pasted text.
    fn insert(&mut self, _text: &str, _cx: &mut Cx) {}

    /// What is typed into its prompt so far.
    fn typing(&mut self, _purpose: Purpose, _text: &str, _cx: &mut Cx) {}

    /// The prompt was answered.
    fn prompted(&mut self, _answer: super::prompt::Answer, _cx: &mut Cx) {}

    /// A dialog's choice was taken.
    fn chosen(&mut self, _then: Then, _cx: &mut Cx) {}

    /// The store was opened again and the view stayed at hand: what it knows of it by number is forgotten.
    fn reopened(&mut self) {}

    /// The screen locks: what nobody else may know is dropped, also where the view itself has to stay.
    fn locked(&mut self) {}

    /// The terminal has another size.
    fn resized(&mut self, _cx: &mut Cx) {}

    /// Whether there is a field that a person can be put into.
    fn has_person_field(&self) -> bool {
        false
    }

    /// A person was looked up from here. `false`: there is no field for one.
    fn take_person(&mut self, _person: &Entry, _cx: &mut Cx) -> bool {
        false
    }

    /// A record was made, or found, for a field.
    fn take_made(&mut self, _field: usize, _record: Record, _cx: &mut Cx) {}

    /// Whether a condition holds that only the view knows.
    fn holds(&self, _when: When, _world: &World) -> bool {
        false
    }

    /// A record was made or changed from here.
    fn saved(&mut self, _kind: Kind, _own: &Ref, _cx: &mut Cx) {}

    /// An order that was given from here has been carried out.
    fn obeyed(&mut self, _change: &Change, _world: &World) {}

    /// What stands here now, as it would be saved (`saved_views`); named as the saved view that it was taken from.
    /// `None`: it is nothing that can be saved.
    fn to_save(&self, _world: &World) -> Option<SavedView> {
        None
    }

    /// Takes on what a saved view says, which is asked for by the next `refresh`. `false`: it is a view of something
    /// else.
    fn show_saved(&mut self, _view: &ReadView, _cx: &mut Cx) -> bool {
        false
    }

    /// What stands here was saved under that name.
    fn saved_as(&mut self, _name: &str) {}

    /// The text under the cursor, to be copied (`clipping`). `None`: the record there, if there is one.
    fn to_copy(&self, _world: &World) -> Option<String> {
        None
    }

    /// What a file of its table is called, without day and ending. `None`: it has no table.
    fn sheet_name(&self, _world: &World) -> Option<String> {
        None
    }

    /// The table that it shows. `None`: it has none, or fetches it first when the path comes (`Answer::Sheet`).
    fn sheet(&self, _world: &World) -> Option<Sheet> {
        None
    }

    /// How many records are marked.
    fn marked(&self) -> usize {
        0
    }

    /// Whether the cursor is on an unfinished form.
    fn on_draft(&self, _world: &World) -> bool {
        false
    }

    /// The check that the cursor is on a finding of.
    fn finding(&self, _world: &World) -> Option<&'static About> {
        None
    }

    /// The record that the cursor is on.
    fn under(&self, _world: &World) -> Option<&Entry> {
        None
    }
}

/// A pane's views, the one in front last. It is never empty.
#[derive(Debug)]
pub struct Stack {
    below: Vec<View>,
    top: View,
}

impl Stack {
    pub fn new(root: View) -> Stack {
        Stack { below: Vec::new(), top: root }
    }

    pub fn top(&self) -> &View {
        &self.top
    }

    pub fn top_mut(&mut self) -> &mut View {
        &mut self.top
    }

    /// All views, the one in front first.
    pub fn views_mut(&mut self) -> impl Iterator<Item = &mut View> {
        std::iter::once(&mut self.top).chain(self.below.iter_mut().rev())
    }

    pub fn push(&mut self, view: View) {
        self.below.push(std::mem::replace(&mut self.top, view));
    }

    /// All views, the one in front first.
    pub fn views(&self) -> impl Iterator<Item = &View> {
        std::iter::once(&self.top).chain(self.below.iter().rev())
    }

    /// The same, when the stack is let go of.
    pub fn into_views(self) -> impl Iterator<Item = View> {
        std::iter::once(self.top).chain(self.below.into_iter().rev())
    }

    /// Takes the front view off; the last one stays.
    pub fn pop(&mut self) -> Option<View> {
        let next = self.below.pop()?;
        Some(std::mem::replace(&mut self.top, next))
    }

    /// How many views stand behind the front one.
    pub fn depth(&self) -> usize {
        self.below.len()
    }
}

/// What a view asks of the state around it.
#[derive(Debug)]
pub enum Step {
    Push(View),
    /// Out of this view.
    Pop,
    /// Another view in place of this one.
    Replace(View),
    Say(Message),
    Open(Dialog),
    Prompt(Prompt),
    /// A form that was left unfinished.
    KeepDraft(Box<Form>),
    /// A form to fill in, or a section to write; a draft of the same is offered.
    Fill(Unfinished),
    /// A form was saved: its draft goes, and what is shown may have changed.
    Saved(Change),
    /// The draft with that number, to go on with.
    Resume(usize),
    /// The guide begins, or ends.
    Guide,
    /// Out of this form, with a record for that field of the form behind it.
    Made(usize, Box<Record>),
    /// An order that no view waits for; what came of it is said.
    Order(Ask),
}

/// One line of news.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    pub text: Shown,
    pub tone: Tone,
}

/// How a message is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    Done,
    Wrong,
}

impl Message {
    pub fn done(text: impl Into<String>) -> Message {
        Message { text: Shown::line(text), tone: Tone::Done }
    }

    pub fn wrong(text: impl Into<String>) -> Message {
        Message { text: Shown::line(text), tone: Tone::Wrong }
    }
}

/// What a view sees of the state around it, and how it asks for things.
pub struct Cx<'a> {
    pub world: &'a World,
    tickets: &'a mut Ticket,
    pub effects: Vec<Effect>,
    pub steps: Vec<Step>,
    /// What was taken is nowhere to be seen: no new frame is needed for it.
    pub is_unseen: bool,
}

impl<'a> Cx<'a> {
    pub fn new(world: &'a World, tickets: &'a mut Ticket) -> Cx<'a> {
        Cx { world, tickets, effects: Vec::new(), steps: Vec::new(), is_unseen: false }
    }

    /// Asks the worker; its answer has the ticket.
    pub fn ask(&mut self, ask: Ask) -> Ticket {
        self.tickets.0 += 1;
        self.effects.push(Effect::Ask(*self.tickets, ask));
        *self.tickets
    }

    pub fn step(&mut self, step: Step) {
        self.steps.push(step);
    }

    pub fn say(&mut self, message: Message) {
        self.steps.push(Step::Say(message));
    }

    /// Says why something could not be done.
    pub fn refuse(&mut self, refusal: Refusal) {
        self.say(Message::wrong(refusal.message.as_str()));
    }
}
