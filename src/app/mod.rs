//! The state of the screen: `update` takes what happened and gives back what is to be done. Pure: no clock, file,
//! terminal or SQL; the time, the size and the language come in.

pub mod alike;
mod around;
pub mod awaited;
pub mod backups;
mod cells;
pub mod checks;
pub mod clipping;
pub mod columns;
pub mod cross_table;
mod cursor;
pub mod deed;
pub mod dialog;
pub mod done;
pub mod entry;
pub mod exchange;
mod explain;
pub mod first;
pub mod form;
mod front;
pub mod geometry;
pub mod goal_form;
mod guide;
pub mod help;
mod hidden;
pub mod history;
pub mod keeping;
pub mod kept;
pub mod key;
pub mod keys;
pub mod lock;
mod locking;
pub mod log_line;
pub mod look_up;
pub mod manuscript;
mod marks;
pub mod more;
pub mod naming;
mod near_tables;
pub mod offer;
mod on_record;
pub mod outline;
pub mod page;
pub mod palette;
pub mod pane;
mod place;
pub mod printing;
pub mod project;
pub mod prompt;
mod read_only;
pub mod records;
pub mod relation;
pub mod report;
pub mod reports;
pub mod saved_views;
pub mod secrets;
pub mod settings;
pub mod sheet;
pub mod signing;
pub mod snippet;
pub mod statistics;
mod strokes;
pub mod text_field;
pub mod today;
pub mod unfinished;
pub mod value_lists;
pub mod view;
pub mod when;
pub mod window;
pub mod world;

use crate::domain::{Edit, Kind, Lang};
use dialog::Dialog;
use exchange::{Ask, Effect, Msg, Offer, Reply, Ticket, Told};
use first::{First, Stage};
use key::Key;
use keys::{Action, Focus, When};
use lock::Lock;
use locking::Door;
use look_up::LookUp;
use palette::Palette;
use pane::{Pane, Panes};
use prompt::Prompt;
use std::collections::VecDeque;
use std::path::PathBuf;
use view::{Cx, Message, Part, Step, View};
pub use world::{Env, World};

/// The state of the screen.
#[derive(Debug)]
pub struct App {
    pub world: World,
    /// The store is closed: nothing else is shown.
    pub lock: Option<Lock>,
    /// No store is there yet: nothing else is shown.
    pub first: Option<First>,
    pub panes: Panes,
    /// In front of everything.
    pub dialog: Option<Dialog>,
    /// In front of the prompt and the view.
    pub look_up: Option<LookUp>,
    /// In front of the view.
    pub palette: Option<Palette>,
    /// The same.
    pub prompt: Option<Prompt>,
    /// The step of the guide that is told.
    pub guide: Option<usize>,
    /// The next step, in front of the view until another key is pressed.
    pub offer: Option<Box<Offer>>,
    /// What the last key led to.
    pub message: Option<Message>,
    /// Colours may be used (`NO_COLOR` is not set).
    pub colour: bool,
    /// The store needs a passphrase.
    asks: bool,
    door: Door,
    /// The screen was locked in this run: unlocked, she is where she was.
    is_away: bool,
    /// Where she was is on its way to the store.
    placed: Option<Ticket>,
    /// The store could not keep it.
    is_unplaced: bool,
    tickets: Ticket,
    /// The order that no view waits for: a deletion, an undo.
    ordered: Option<Ticket>,
    /// What comes next was asked for, and no key was pressed since.
    proposes: Option<Ticket>,
    effects: Vec<Effect>,
    /// The last message changed something that is seen.
    pub is_changed: bool,
    /// What is to be said once the store is open.
    pub notice: Option<String>,
    /// The file that a table is being written to.
    writing: Option<PathBuf>,
    /// The highest number that a draft has.
    last_draft: u64,
    /// The screen is to be left as soon as what is typed is kept.
    leaving: bool,
    /// The day's backup is being made; then the screen is left.
    closing: Option<Ticket>,
    /// Keys pressed before the answer came that they are meant for.
    ahead: VecDeque<Key>,
}

/// Does what a message says to the state, and gives back what is to be done outside.
pub fn update(app: &mut App, msg: Msg, env: &Env) -> Vec<Effect> {
    app.world.now = env.now;
    app.is_changed = true;
    match msg {
        Msg::Key(key) => app.key(key),
        Msg::Paste(text) if !app.is_unseen() => app.insert(&text),
        Msg::Paste(_) => {}
        Msg::Resize(width, height) => {
            app.world.size = (width, height);
            app.with_top(|part, cx| part.resized(cx));
        }
        Msg::Reply(reply) => {
            app.take(reply);
            app.catch_up();
        }
        Msg::Progress(words) => app.message = Some(Message::done(words)),
        Msg::Reading(percent) => {
            app.world.reading = percent;
            app.catch_up();
        }
        Msg::Unreadable(words) => app.cannot_read(words),
        Msg::Preferred(set) => app.preferred(set),
        // What is on its way to being saved is not kept once more after that.
        Msg::Tick if app.panes.views().any(|view| view.part().is_saving()) => {}
        Msg::Tick => app.keep(),
        Msg::Lock => app.lock_up(),
        Msg::Stop => {
            app.keep();
            app.effects.push(Effect::Quit);
        }
    }
    app.cover();
    std::mem::take(&mut app.effects)
}

impl App {
    /// The state before the store is open.
    pub fn new(lang: Lang, size: (u16, u16), env: &Env, asks: bool) -> App {
        let world = World::empty(lang, size, env.now);
        App {
            panes: Panes::new(&world),
            world,
            lock: Some(Lock::new(asks)),
            dialog: None,
            look_up: None,
            palette: None,
            writing: None,
            notice: None,
            is_changed: true,
            prompt: None,
            first: None,
            guide: None,
            offer: None,
            message: None,
            colour: true,
            asks,
            door: Door::Closed,
            is_away: false,
            placed: None,
            is_unplaced: false,
            tickets: Ticket::default(),
            ordered: None,
            proposes: None,
            effects: Vec::new(),
            last_draft: 0,
            leaving: false,
            closing: None,
            ahead: VecDeque::new(),
        }
    }

    /// Opens a store that needs no passphrase, or for which one is at hand.
    pub fn open(&mut self) -> Vec<Effect> {
        let mut cx = Cx::new(&self.world, &mut self.tickets);
        self.lock.iter_mut().for_each(|lock| lock.open(None, &mut cx));
        cx.effects
    }

    /// The view in front.
    pub fn top(&self) -> &View {
        self.panes.stack().top()
    }

    /// What the keys go to.
    pub fn focus(&self) -> Focus {
        if self.first.is_some() {
            Focus::First
        } else if self.lock.is_some() {
            Focus::Locked
        } else if self.dialog.is_some() {
            Focus::Dialog
        } else if self.look_up.is_some() {
            Focus::LookUp
        } else if self.palette.is_some() {
            Focus::Palette
        } else if self.prompt.is_some() {
            Focus::Prompt
        } else if self.offer.is_some() {
            Focus::Offer
        } else {
            self.top().part().focus()
        }
    }

    /// Whether the condition of a binding holds.
    pub fn holds(&self, when: When) -> bool {
        if when == When::CanDelete && self.top().part().on_draft(&self.world) {
            return true;
        }
        if when == When::OnFinding {
            return self.top().part().finding(&self.world).is_some();
        }
        let part = self.top().part();
        if when == When::Waiting && part.marked() > 0 {
            return part.under(&self.world).is_some_and(|entry| entry.record.kind == Kind::FollowUp);
        }
        if matches!(when, When::HasNumber | When::IsAlike) {
            return part.holds(when, &self.world);
        }
        let under = part.under(&self.world);
        under.map_or(when == When::Always, |entry| on_record::holds(when, entry, &self.world))
    }

    /// A key was pressed. Typed ahead of an answer it waits for that, so that it goes to what it is meant for: to open
    /// the record that was found, never the one that stood there before. Out, lock and quit never wait.
    fn key(&mut self, key: Key) {
        if self.is_unseen() {
            // What a key would be done to is not seen.
            let action = self.world.keymap.action(self.focus(), key, |when| when == When::Always);
            if matches!(action, Some(Action::Lock | Action::Quit)) {
                self.do_key(key);
            }
            return;
        }
        let offered = self.world.keymap.action(self.focus(), key, |_| true).filter(|_| self.focus() == Focus::Offer);
        if self.act_on_offer(offered) {
            return;
        }
        let action = self.world.keymap.action(self.focus(), key, |when| self.holds(when));
        let at_once = match action {
            Some(Action::Out | Action::Lock | Action::Quit) => {
                self.ahead.clear();
                true
            }
            // Text goes on being typed while what fits it is looked for.
            None => self.ahead.is_empty() && self.focus().is_text(),
            Some(_) => false,
        };
        if at_once || (self.ahead.is_empty() && !self.is_waiting()) {
            self.do_key(key);
        } else {
            self.ahead.push_back(key);
        }
    }

    /// Whether the window is too small for what stands in it to be shown.
    fn is_unseen(&self) -> bool {
        self.first.is_none() && self.lock.is_none() && geometry::is_too_small(self.world.size)
    }

    /// Whether an answer is on its way that the next key is meant for.
    fn is_waiting(&self) -> bool {
        let in_front = self.lock.is_none() && self.dialog.is_none() && self.palette.is_none() && self.prompt.is_none();
        let view_waits = self.top().part().is_waiting() && !self.waits_for_reading();
        in_front && (self.ordered.is_some() || view_waits)
    }

    /// Whether the view in front waits for the log to be read: nothing stands there yet that a key could be mistaken to
    /// mean. A page and a form do not need the whole log, and keep their keys.
    fn waits_for_reading(&self) -> bool {
        self.world.reading.is_some() && !matches!(self.top(), View::Page(_) | View::Form(_))
    }

    /// Does the keys that waited, as far as nothing else has to be waited for.
    fn catch_up(&mut self) {
        while !self.is_waiting()
            && let Some(key) = self.ahead.pop_front()
        {
            self.do_key(key);
        }
    }

    fn do_key(&mut self, key: Key) {
        self.is_changed = true;
        let focus = self.focus();
        let action = self.world.keymap.action(focus, key, |when| self.holds(when));
        if self.closing.is_some() && self.dialog.is_none() {
            return self.act_while_closing(action);
        }
        self.message = None;
        match (action, key.typed()) {
            (Some(action), _) => self.act(action),
            (None, Some(letter)) if focus == Focus::Dialog => {
                self.dialog.iter_mut().for_each(|dialog| dialog.jump(letter));
            }
            (None, Some(typed)) if focus.is_text() => self.insert(typed.encode_utf8(&mut [0; 4])),
            _ => {}
        }
    }

    fn act(&mut self, action: Action) {
        if self.refuses(action) {
        } else if action == Action::Quit {
            self.act_around(action);
        } else if self.first.is_some() {
            self.act_first(action);
        } else if let Some(lock) = &mut self.lock {
            if action == Action::Accept && self.door != Door::Closed {
                lock.is_entered = true;
                return;
            }
            let mut cx = Cx::new(&self.world, &mut self.tickets);
            lock.act(action, &mut cx);
            self.effects.extend(cx.effects);
        } else if self.dialog.is_some() {
            self.act_in_dialog(action);
        } else if self.look_up.is_some() {
            self.act_in_look_up(action);
        } else if self.palette.is_some() {
            self.act_in_palette(action);
        } else if self.prompt.is_some() {
            self.act_in_prompt(action);
        } else if !self.with_top(|part, cx| part.act(action, cx)) {
            self.act_around(action);
        }
        // That something is saved is known once it is.
        if action != Action::Save {
            self.follow_guide(action);
        }
    }

    /// Does an action of the first start; at its end the store is opened and the guide begins.
    fn act_first(&mut self, action: Action) {
        let Some(first) = &mut self.first else { return };
        let mut cx = Cx::new(&self.world, &mut self.tickets);
        first.act(action, &mut cx);
        if first.stage == Stage::Done {
            self.lock.iter_mut().for_each(|lock| lock.open(None, &mut cx));
        }
        self.effects.extend(cx.effects);
        if let Some(First { stage: Stage::Done, lang, .. }) = self.first {
            self.world.lang = lang;
            self.panes = Panes::new(&self.world);
            self.first = None;
            self.guide = Some(0);
        }
    }

    /// Typed or pasted text goes to where text is taken.
    fn insert(&mut self, text: &str) {
        if let Some(first) = &mut self.first {
            first.insert(text);
        } else if let Some(lock) = &mut self.lock {
            lock.insert(text);
        } else if self.dialog.is_some() {
        } else if let Some(look_up) = &mut self.look_up {
            let mut cx = Cx::new(&self.world, &mut self.tickets);
            look_up.insert(text, &mut cx);
            self.effects.extend(cx.effects);
        } else if let Some(palette) = &mut self.palette {
            palette.field.insert(text, false);
            palette.cursor = 0;
        } else if let Some(prompt) = &mut self.prompt {
            prompt.field.insert(text, false);
            self.read_prompt();
        } else {
            self.with_top(|part, cx| part.insert(text, cx));
        }
    }

    /// Lets the view in front do something, then does what it asked for.
    fn with_top<R>(&mut self, f: impl FnOnce(&mut dyn Part, &mut Cx) -> R) -> R {
        let mut cx = Cx::new(&self.world, &mut self.tickets);
        let result = f(self.panes.stack_mut().top_mut().part_mut(), &mut cx);
        let (effects, steps) = (cx.effects, cx.steps);
        self.effects.extend(effects);
        steps.into_iter().for_each(|step| self.step(step));
        result
    }

    fn refresh(&mut self) {
        self.with_top(|part, cx| part.refresh(cx));
    }

    /// Does what a view asked for.
    fn step(&mut self, step: Step) {
        if self.refuses_step(&step) {
            return;
        }
        match step {
            Step::Push(view) => {
                self.panes.stack_mut().push(view);
                self.refresh();
            }
            Step::Pop => {
                self.world.revealed = None;
                self.panes.stack_mut().pop();
                self.refresh();
            }
            Step::Replace(view) => {
                self.panes.stack_mut().pop();
                self.panes.stack_mut().push(view);
                self.refresh();
            }
            Step::Say(message) => self.message = Some(message),
            Step::Open(dialog) => self.dialog = Some(dialog),
            Step::Prompt(prompt) => {
                self.prompt = Some(prompt);
                self.read_prompt();
            }
            Step::KeepDraft(form) => self.world.drafts.push(form.alone().into()),
            Step::Made(field, record) => {
                self.panes.stack_mut().pop();
                self.with_top(|part, cx| part.take_made(field, *record, cx));
            }
            Step::Fill(unfinished) => self.fill(unfinished),
            Step::Resume(draft) => self.resume(draft),
            Step::Guide => self.turn_guide(),
            Step::Saved(change) => self.saved(&change),
            Step::Order(ask) => self.order(ask),
        }
    }

    /// Takes an answer of the worker to whoever waits for it; one that nobody waits for is late.
    fn take(&mut self, reply: Reply) {
        let Reply { ticket, told } = reply;
        if self.take_kept(ticket, &told) {
            return;
        }
        if self.placed.take_if(|placed| *placed == ticket).is_some() {
            self.is_unplaced = told.is_err();
            return;
        }
        self.learn(&told);
        if let Some(first) = self.first.as_mut().filter(|first| first.awaits(ticket)) {
            return first.take(told);
        }
        if self.lock.as_ref().is_some_and(|lock| lock.awaits(ticket)) {
            return self.opened(told);
        }
        if self.closing.take_if(|closing| *closing == ticket).is_some() {
            return self.closing_backed_up(told);
        }
        if self.ordered == Some(ticket) {
            self.ordered = None;
            return self.obeyed(told);
        }
        if self.lock.is_some() && self.door != Door::Saving {
            return;
        }
        if self.proposes == Some(ticket) {
            if let Ok(Told::Proposed(offer)) = told {
                self.offered(offer);
            }
            return;
        }
        if let Some(look_up) = self.look_up.as_mut().filter(|look_up| look_up.awaits(ticket)) {
            match look_up.take(told) {
                Ok(chosen) => chosen.into_iter().for_each(|entry| self.looked_up(entry)),
                Err(refusal) => self.message = Some(Message::wrong(refusal.message.as_str())),
            }
            return;
        }
        if let Some(prompt) = self.prompt.as_mut().filter(|prompt| prompt.awaits(ticket)) {
            if let Some(answer) = prompt.take(told) {
                self.prompt = None;
                self.answered(answer);
            }
            return;
        }
        let mut cx = Cx::new(&self.world, &mut self.tickets);
        if let Some(view) = self.panes.views_mut().find(|view| view.part().awaits(ticket)) {
            view.part_mut().take(ticket, told, &mut cx);
        }
        self.is_changed = !cx.is_unseen;
        let (effects, steps) = (cx.effects, cx.steps);
        self.effects.extend(effects);
        steps.into_iter().for_each(|step| self.step(step));
        self.shut();
    }

    /// Value lists, checks and saved views that were changed are known from then on.
    fn learn(&mut self, told: &Result<Told, exchange::Refusal>) {
        let change = match told {
            Ok(Told::Applied(change) | Told::Erased(change, _)) => change,
            Ok(Told::Undone(Some(turned)) | Told::Redone(Some(turned))) => &turned.change,
            _ => return,
        };
        for edit in &change.edits {
            match edit {
                Edit::List { list, after, .. } => self.world.lists.set(*list, after.clone()),
                Edit::Project { after, .. } => self.world.project.clone_from(after),
                Edit::Record { .. } => {}
            }
        }
    }

    /// Hides a protected person again as soon as her record is left.
    fn cover(&mut self) {
        let person =
            self.top().part().under(&self.world).and_then(|entry| entry.person()).and_then(|record| record.own_ref());
        if self.world.revealed.is_some() && person != self.world.revealed.as_ref() {
            self.world.revealed = None;
        }
    }

    fn order(&mut self, ask: Ask) {
        self.ordered = Some(self.ask_nobody(ask));
    }

    /// Asks something whose answer goes to no view.
    fn ask_nobody(&mut self, ask: Ask) -> Ticket {
        let mut cx = Cx::new(&self.world, &mut self.tickets);
        let ticket = cx.ask(ask);
        self.effects.extend(cx.effects);
        ticket
    }

    /// The pane in front.
    pub fn pane(&self) -> Pane {
        self.panes.current()
    }
}
