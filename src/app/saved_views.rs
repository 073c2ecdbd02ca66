//! Saved views: the list of them, saving what is in front, and showing one again.
//!
//! A view takes part by three methods of `Part`: `to_save` says what stands there now (its name and what does not
//! apply left empty), `show_saved` takes on one that was read, and `saved_as` hears under which name it was saved. The
//! keys, the prompt for the name, the question whether `2010-03` or `last-month` is meant, the list, undo and reading
//! the filter are done here and in the worker. A new kind of view is one more `ViewKind` and those three methods; what
//! it adds (rows, shares, chart …) has its member in `SavedView`, to be read by `show_saved`.

use super::App;
use super::cursor::moved;
use super::dialog::{Dialog, Then};
use super::exchange::{Ask, ReadView};
use super::geometry::body_rows;
use super::keys::{Action, Focus};
use super::pane::Pane;
use super::prompt::{Answer, Prompt, Purpose};
use super::records::Records;
use super::view::{Cx, Message, Part, Step, View};
use super::world::World;
use crate::domain::{Kind, Limit, SavedView, Shown, Text, ViewEdit, ViewKind};
use crate::i18n::{capital, fill, texts::lists as t};
use crate::query::{Measure, Period};

/// The list of saved views.
#[derive(Debug, Default)]
pub struct SavedViews {
    pub cursor: usize,
}

impl SavedViews {
    fn current<'a>(&self, world: &'a World) -> Option<&'a SavedView> {
        world.project.views.get(self.cursor)
    }
}

impl Part for SavedViews {
    fn focus(&self) -> Focus {
        Focus::SavedViews
    }

    fn refresh(&mut self, cx: &mut Cx) {
        self.cursor = self.cursor.min(cx.world.project.views.len().saturating_sub(1));
    }

    fn act(&mut self, action: Action, cx: &mut Cx) -> bool {
        let last = cx.world.project.views.len().saturating_sub(1);
        if let Some(moved) = moved(self.cursor, action, last, body_rows(cx.world.size)) {
            self.cursor = moved;
            return true;
        }
        if !matches!(action, Action::In | Action::Right | Action::Change | Action::Delete) {
            return false;
        }
        if let Some(view) = self.current(cx.world) {
            cx.step(match action {
                Action::Change => Step::Prompt(Prompt::new(Purpose::ViewRename, &view.name)),
                Action::Delete => Step::Order(Ask::EditViews(Box::new(ViewEdit::Delete(view.name.clone())))),
                _ => Step::Order(Ask::ReadView(Box::new(view.clone()))),
            });
        }
        true
    }

    fn prompted(&mut self, answer: Answer, cx: &mut Cx) {
        let (Answer::ViewRename(to), Some(view)) = (answer, self.current(cx.world)) else { return };
        if view.name == to {
        } else if cx.world.project.views.iter().any(|other| other.name == to) {
            cx.say(Message::wrong(t::VIEW_TAKEN.get(cx.world.lang)));
        } else {
            cx.step(Step::Order(Ask::EditViews(Box::new(ViewEdit::Rename { from: view.name.clone(), to }))));
        }
    }
}

impl App {
    /// Asks what the view in front is to be saved as.
    pub(super) fn save_view(&mut self) {
        match self.top().part().to_save(&self.world) {
            Some(view) => self.step(Step::Prompt(Prompt::new(Purpose::ViewName, &view.name))),
            None => self.message = Some(Message::wrong(t::VIEW_NOT_SAVED.get(self.world.lang))),
        }
    }

    /// Saves the view in front. Where its period has another name today, such as `last-month`, it is asked which of the
    /// two is meant.
    pub(super) fn save_view_as(&mut self, name: String) {
        let Some(view) = self.top().part().to_save(&self.world) else { return };
        let view = SavedView { name, ..view };
        self.with_top(|part, _| part.saved_as(&view.name));
        let (lang, today) = (self.world.lang, self.world.today());
        let period = Period::parse(&view.period, today).ok();
        let spoken: Vec<_> = period.iter().flat_map(|period| period.spoken(today)).collect();
        if spoken.is_empty() {
            return self.order(Ask::EditViews(Box::new(ViewEdit::Save(view))));
        }
        let of = |period: &str| {
            let period = period.to_owned();
            Then::SaveView(Box::new(SavedView { period, ..view.clone() }))
        };
        let fixed = fill(t::VIEW_PERIOD_FIXED, lang, &[("period", &view.period)]);
        let dialog = Dialog::new(t::VIEW_PERIOD.get(lang)).choice(fixed, of(&view.period));
        let said =
            |word: &str, said: Text| fill(t::VIEW_PERIOD_SPOKEN, lang, &[("said", &said.get(lang)), ("word", &word)]);
        self.dialog =
            Some(spoken.into_iter().fold(dialog, |dialog, (word, text)| dialog.choice(said(word, text), of(word))));
    }

    /// Shows the saved views.
    pub(super) fn list_views(&mut self) {
        if !matches!(self.top(), View::SavedViews(_)) {
            self.step(Step::Push(View::SavedViews(SavedViews::default())));
        }
    }

    /// Shows a saved view in the pane that it belongs to.
    pub(super) fn show_view(&mut self, view: &ReadView) {
        if matches!(self.top(), View::SavedViews(_)) {
            self.panes.stack_mut().pop();
        }
        self.panes.go_to(pane(view));
        self.clear_pane();
        if !self.with_top(|part, cx| part.show_saved(view, cx)) {
            let list = Records::saved(view);
            self.panes.stack_mut().push(View::Records(Box::new(list)));
        }
        self.with_top(|part, cx| part.refresh(cx));
    }
}

/// The pane that a view is shown in.
fn pane(view: &ReadView) -> Pane {
    match view.measure.kind() {
        _ if view.saved.view.is_statistics() => Pane::Statistics,
        Kind::Contact => Pane::Contacts,
        Kind::Referral => Pane::Referrals,
        Kind::FollowUp => Pane::FollowUps,
        Kind::Person => Pane::People,
        Kind::Activity | Kind::Matter | Kind::Organisation | Kind::Relation => Pane::More,
    }
}

/// What a saved view is of, in words: `lista: kontakter · role:victim · last-month`.
pub fn in_words(view: &SavedView, world: &World) -> Shown {
    let lang = world.lang;
    let measure = Measure::from_code(&view.measure).map_or("", |measure| measure.label(lang));
    let list = || fill(t::VIEWS_WHAT_LIST, lang, &[("what", &measure)]);
    let of = |kind: Text| match measure {
        "" => kind.get(lang).to_owned(),
        measure => format!("{}: {measure}", kind.get(lang)),
    };
    let what = match view.view {
        ViewKind::List | ViewKind::Counted => list(),
        ViewKind::Overview => of(t::KIND_OVERVIEW),
        ViewKind::Table => of(t::KIND_TABLE),
        ViewKind::Trend => of(t::KIND_TREND),
        ViewKind::Funnel => of(t::KIND_FUNNEL),
        ViewKind::Timeliness => of(t::KIND_TIMELINESS),
        ViewKind::Balance => of(t::KIND_BALANCE),
        ViewKind::Goals => of(t::KIND_GOALS),
    };
    let parts = [capital(&what), view.filter.clone(), view.period.clone()];
    Shown::line(parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · "))
}

/// A view's name as typed.
///
/// # Errors
/// What is wrong with it.
pub fn read_name(text: &str) -> Result<String, Text> {
    match text.trim() {
        "" => Err(t::VIEW_NAMELESS),
        name if !Limit::LINE.holds(name) => Err(t::VIEW_LONG),
        name => Ok(name.to_owned()),
    }
}
