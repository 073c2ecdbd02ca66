//! A sheet of statistics: overview, trend, funnel, timeliness, balance or goals. Every figure leads to its records, and
//! back to its place.

use super::dialog::{Dialog, Then};
use super::exchange::{Ask, ReadView, Refusal, Sheet, SheetAnswer, Ticket, Told};
use super::explain::Explanation;
use super::goal_form::GoalForm;
use super::keys::{Action, Focus};
use super::prompt::{Answer, Prompt, Purpose};
use super::records::Records;
use super::report::Report;
use super::view::{Cx, Message, Part, Step, View};
use super::world::World;
use crate::domain::{Change, Lang, SavedView, Text, ViewKind};
use crate::i18n::{capital, fill, texts::app as t, texts::report, texts::views};
use crate::query::{Compare, Dimension, Filter, Key, Measure, Period, Question, Unit};
use crate::stats::sheet::{Bars, Behind, Figure, Lead, Line, SheetQuestion, SheetView};

/// How many lines a page goes: about a goal's worth, so that every indicator is a few keys away.
const PAGE: usize = 5;

/// A sheet and its cursor.
#[derive(Debug)]
pub struct SheetPart {
    pub asked: SheetQuestion,
    pub answer: Option<Box<SheetAnswer>>,
    /// The line, over all sections, and the figure that the cursor is on.
    pub cursor: (usize, usize),
    pub chart: Chart,
    /// The saved view that it was taken from.
    name: Option<String>,
    explanation: Option<Explanation>,
    ticket: Option<Ticket>,
    saving: Option<Ticket>,
    /// What is said when it is deleted.
    deleted: Option<String>,
}

/// How bars are drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Chart {
    /// In eighths of a block.
    #[default]
    Blocks,
    /// In characters of any terminal and printer.
    Ascii,
    Off,
}

impl Chart {
    pub fn next(self) -> Chart {
        match self {
            Chart::Blocks => Chart::Ascii,
            Chart::Ascii => Chart::Off,
            Chart::Off => Chart::Blocks,
        }
    }

    pub fn code(self) -> &'static str {
        match self {
            Chart::Blocks => "",
            Chart::Ascii => "ascii",
            Chart::Off => "off",
        }
    }

    pub fn from_code(code: &str) -> Chart {
        match code {
            "ascii" => Chart::Ascii,
            "off" => Chart::Off,
            _ => Chart::Blocks,
        }
    }
}

impl SheetPart {
    pub fn new(view: SheetView, period: Period) -> SheetPart {
        let measure = match view {
            SheetView::Overview | SheetView::Trend | SheetView::Goals => Measure::Contacts,
            SheetView::Funnel | SheetView::Timeliness | SheetView::Balance => Measure::Referrals,
        };
        let mut question = Question::count(measure, period, Filter::default());
        if view == SheetView::Trend {
            question.rows = Dimension::of(Key::Time(Unit::Month), measure);
        }
        let asked = SheetQuestion { view, question, compare: None };
        SheetPart {
            asked,
            answer: None,
            cursor: (0, 0),
            chart: Chart::default(),
            name: None,
            explanation: None,
            ticket: None,
            saving: None,
            deleted: None,
        }
    }

    /// Its name in the line of views.
    pub fn label(&self) -> Text {
        match self.asked.view {
            SheetView::Overview => views::OVERVIEW,
            SheetView::Trend => views::TREND,
            SheetView::Funnel => views::FUNNEL,
            SheetView::Timeliness => views::TIMELINESS,
            SheetView::Balance => views::BALANCE,
            SheetView::Goals => views::GOALS,
        }
    }

    /// All lines, section after section.
    pub fn lines(&self) -> impl Iterator<Item = &Line> {
        self.answer.iter().flat_map(|answer| &answer.sheet.sections).flat_map(|section| &section.lines)
    }

    pub(super) fn line(&self) -> Option<&Line> {
        self.lines().nth(self.cursor.0)
    }

    /// The place of the figure that the cursor is on: of those that lead somewhere the one at its column, else the
    /// nearest before it.
    pub fn column(&self, line: &Line) -> Option<usize> {
        let leading = || line.figures.iter().enumerate().filter(|(_, figure)| figure.leads()).map(|(place, _)| place);
        leading().rfind(|&place| place <= self.cursor.1).or_else(|| leading().next())
    }

    pub(super) fn figure(&self) -> Option<&Figure> {
        let line = self.line()?;
        line.figures.get(self.column(line)?)
    }

    fn ask(&mut self, cx: &mut Cx) {
        self.ticket = Some(cx.ask(Ask::Sheet(Box::new(self.asked.clone()))));
    }

    /// Moves the cursor to the next figure that leads somewhere. `false`: there is none.
    fn step_aside(&mut self, right: bool) -> bool {
        let Some(line) = self.line() else { return false };
        let Some(at) = self.column(line) else { return false };
        let leads = |place: &usize| line.figures.get(*place).is_some_and(Figure::leads);
        let to = if right { (at + 1..line.figures.len()).find(leads) } else { (0..at).rev().find(leads) };
        match to {
            Some(to) => self.cursor.1 = to,
            None => return false,
        }
        true
    }

    /// Opens what lies behind the figure under the cursor; of a share, the choice of its three lists.
    fn open(&self, cx: &mut Cx) {
        let lang = cx.world.lang;
        match self.figure().map(|figure| &figure.behind) {
            Some(Behind::One(lead)) => cx.step(Step::Push(View::Records(Box::new(Records::lead(lead))))),
            Some(Behind::Share { n, of }) => cx.step(Step::Open(
                Dialog::new(views::SHARE_LISTS.get(lang))
                    .choice(views::SHARE_PART.get(lang), Then::Behind(Box::new(n.clone())))
                    .choice(views::SHARE_WHOLE.get(lang), Then::Behind(Box::new(of.clone())))
                    .choice(views::SHARE_REST.get(lang), Then::Except(Box::new((of.clone(), n.clone())))),
            )),
            Some(Behind::Change { now, before }) => cx.step(Step::Open(of_change(now, before, lang))),
            Some(Behind::Nothing) | None => {}
        }
    }

    fn explain(&mut self, cx: &mut Cx) {
        let (lang, Some(figure)) = (cx.world.lang, self.figure()) else { return };
        let lead: &Lead = match &figure.behind {
            Behind::One(lead) | Behind::Share { n: lead, .. } | Behind::Change { now: lead, .. } => lead,
            Behind::Nothing => return,
        };
        let label = self.line().map(|line| line.label.clone()).unwrap_or_default();
        let value = figure.value.map(|n| crate::i18n::number(n as i64, lang)).unwrap_or_else(|| figure.text.clone());
        self.explanation = Some(Explanation::ask(format!("{label}: {value}"), lead.clone(), cx));
    }

    fn choose_measure(&self, lang: Lang) -> Dialog {
        let all = Measure::ALL.into_iter().filter(|m| m.is_counted());
        let at = all.clone().position(|m| m == self.asked.question.measure).unwrap_or(0);
        all.fold(Dialog::new(t::CHOOSE_MEASURE.get(lang)), |d, m| d.choice(m.label(lang), Then::Measure(m))).at(at)
    }

    fn choose_unit(&self, lang: Lang) -> Dialog {
        let dimensions = Unit::ALL.map(|unit| Dimension::of(Key::Time(unit), self.asked.question.measure));
        let at = dimensions.iter().position(|d| *d == self.asked.question.rows).unwrap_or(0);
        let label = |d: &Dimension| d.label(lang);
        let all = dimensions.iter().flatten();
        all.fold(Dialog::new(views::CHOOSE_UNIT.get(lang)), |dialog, d| dialog.choice(label(d), Then::Rows(Some(*d))))
            .at(at)
    }

    /// The same trend of another measure.
    fn measure(&mut self, measure: Measure) {
        let question = &self.asked.question;
        let kept = question.filter.terms().iter().filter(|term| term.key.is_for(measure));
        let filter = kept.cloned().fold(Filter::default(), Filter::and);
        self.asked.question = Question { measure, filter, ..question.clone() };
    }

    /// The form of the indicator or goal under the cursor, or of a new one.
    fn form(&self, action: Action, cx: &Cx) -> Option<GoalForm> {
        let project = self.answer.as_ref()?.project.clone()?;
        let at = self.line().and_then(|line| line.indicator);
        let period = self.asked.question.period;
        match action {
            Action::NewGoal => Some(GoalForm::of_goal(project, None, period)),
            Action::ChangeGoal => Some(GoalForm::of_goal(project, Some(at?.0), period)),
            Action::New => match at {
                Some((goal, _)) => Some(GoalForm::of_indicator(project, goal, None, period, cx.world.lang)),
                None => Some(GoalForm::of_goal(project, None, period)),
            },
            _ => {
                let (goal, place) = at?;
                Some(GoalForm::of_indicator(project, goal, Some(place?), period, cx.world.lang))
            }
        }
    }

    /// Takes away the indicator under the cursor, or its goal if it has none.
    fn delete(&mut self, cx: &mut Cx) {
        let at = self.line().and_then(|line| line.indicator);
        let before = self.answer.as_ref().and_then(|answer| answer.project.clone());
        let (Some((goal, place)), Some(before)) = (at, before) else { return };
        let mut after = before.clone();
        let (text, name) = match place {
            Some(place) => (views::INDICATOR_DELETED, after.goals[goal].indicators.remove(place).label),
            None => {
                let goal = after.goals.remove(goal);
                let number = fill(t::GOAL, cx.world.lang, &[("n", &goal.number)]);
                (views::GOAL_DELETED, if goal.text.is_empty() { number } else { format!("{number}, {}", goal.text) })
            }
        };
        self.deleted = Some(fill(text, cx.world.lang, &[("what", &name)]));
        self.saving = Some(cx.ask(Ask::Apply(Change::project(&before, *after))));
    }

    fn kind(&self) -> ViewKind {
        match self.asked.view {
            SheetView::Overview => ViewKind::Overview,
            SheetView::Trend => ViewKind::Trend,
            SheetView::Funnel => ViewKind::Funnel,
            SheetView::Timeliness => ViewKind::Timeliness,
            SheetView::Balance => ViewKind::Balance,
            SheetView::Goals => ViewKind::Goals,
        }
    }
}

/// The choice of what lies behind a change: the records of now, and those of before.
pub fn of_change(now: &Lead, before: &Lead, lang: Lang) -> Dialog {
    let of = |lead: &Lead| capital(&lead.question.period.in_words(lang));
    Dialog::new(views::CHANGE_LISTS.get(lang))
        .choice(of(now), Then::Behind(Box::new(now.clone())))
        .choice(of(before), Then::Behind(Box::new(before.clone())))
}

/// Whether a figure is a bar and not a number.
fn is_bar(figure: &Figure) -> bool {
    figure.bars != Bars::None
}

impl Part for SheetPart {
    fn focus(&self) -> Focus {
        match self.asked.view {
            SheetView::Overview => Focus::Overview,
            SheetView::Trend => Focus::Trend,
            SheetView::Goals => Focus::Goals,
            SheetView::Funnel => Focus::Funnel,
            SheetView::Timeliness | SheetView::Balance => Focus::Cohort,
        }
    }

    fn refresh(&mut self, cx: &mut Cx) {
        self.ask(cx);
    }

    fn act(&mut self, action: Action, cx: &mut Cx) -> bool {
        let lang = cx.world.lang;
        let last = self.lines().count().saturating_sub(1);
        if let Some(moved) = super::cursor::moved(self.cursor.0, action, last, PAGE) {
            self.cursor.0 = moved;
            return true;
        }
        match action {
            Action::Right => _ = self.step_aside(true),
            Action::Left => return self.step_aside(false),
            Action::In => self.open(cx),
            Action::Explain => self.explain(cx),
            Action::Period => {
                cx.step(Step::Prompt(Prompt::new(Purpose::Period, &self.asked.question.period.to_string())));
            }
            Action::Earlier | Action::Later => match self.asked.question.period.beside(action == Action::Later) {
                Some(beside) => {
                    self.asked.question.period = beside;
                    self.ask(cx);
                }
                None => cx.say(Message::wrong(t::NO_PERIOD_BESIDE.get(lang))),
            },
            Action::Filter => {
                let purpose = Purpose::Filter(self.asked.question.measure);
                cx.step(Step::Prompt(Prompt::new(purpose, &self.asked.question.filter.to_string())));
            }
            Action::Compare => {
                let text = self.asked.compare.map_or("previous".to_owned(), |compare| compare.to_string());
                cx.step(Step::Prompt(Prompt::new(Purpose::Compare, &text)));
            }
            Action::Measure => cx.step(Step::Open(self.choose_measure(lang))),
            Action::Rows => cx.step(Step::Open(self.choose_unit(lang))),
            Action::Chart => self.chart = self.chart.next(),
            Action::New | Action::Change | Action::NewGoal | Action::ChangeGoal => {
                if let Some(form) = self.form(action, cx) {
                    cx.step(Step::Push(View::GoalForm(Box::new(form))));
                }
            }
            Action::Delete => self.delete(cx),
            Action::Summary => cx.step(Step::Push(View::Report(Report::new(self.asked.question.period, lang)))),
            _ => return false,
        }
        true
    }

    fn awaits(&self, ticket: Ticket) -> bool {
        let mine = [self.ticket, self.saving].contains(&Some(ticket));
        mine || self.explanation.as_ref().is_some_and(|asked| asked.awaits(ticket))
    }

    fn is_waiting(&self) -> bool {
        self.ticket.is_some() || self.saving.is_some() || self.explanation.is_some()
    }

    fn take(&mut self, ticket: Ticket, told: Result<Told, Refusal>, cx: &mut Cx) {
        if let Some(asked) = self.explanation.take_if(|asked| asked.awaits(ticket)) {
            return match told {
                Ok(told) => asked.tell(&told, cx),
                Err(refusal) => cx.refuse(refusal),
            };
        }
        if self.saving == Some(ticket) {
            self.saving = None;
            return match told {
                Ok(Told::Applied(change)) => {
                    cx.step(Step::Saved(change));
                    self.deleted.take().into_iter().for_each(|said| cx.say(Message::done(said)));
                    self.ask(cx);
                }
                Ok(_) => {}
                Err(refusal) => cx.refuse(refusal),
            };
        }
        self.ticket = None;
        match told {
            Ok(Told::Sheet(answer)) => {
                self.answer = Some(answer);
                self.cursor.0 = self.cursor.0.min(self.lines().count().saturating_sub(1));
            }
            Ok(_) => {}
            Err(refusal) => cx.refuse(refusal),
        }
    }

    fn prompted(&mut self, answer: Answer, cx: &mut Cx) {
        match answer {
            Answer::Filter(filter) => self.asked.question.filter = filter,
            Answer::Period(period) => self.asked.question.period = period,
            Answer::Compare(compare) => {
                self.asked.compare = compare;
                let period = &self.asked.question.period;
                if compare.is_some_and(|compare| compare.period(period, cx.world.today()).is_none()) {
                    cx.say(Message::wrong(report::NO_BEFORE.get(cx.world.lang)));
                }
            }
            _ => return,
        }
        self.ask(cx);
    }

    fn chosen(&mut self, then: Then, cx: &mut Cx) {
        match then {
            Then::Rows(dimension) => self.asked.question.rows = dimension,
            Then::Measure(measure) => self.measure(measure),
            Then::Behind(lead) => return cx.step(Step::Push(View::Records(Box::new(Records::lead(&lead))))),
            Then::Except(both) => return cx.step(Step::Push(View::Records(Box::new(Records::except(*both))))),
            _ => return,
        }
        self.cursor = (0, 0);
        self.ask(cx);
    }

    fn to_copy(&self, world: &World) -> Option<String> {
        self.sheet(world).map(|sheet| sheet.text())
    }

    fn sheet_name(&self, world: &World) -> Option<String> {
        self.answer.as_ref().map(|_| format!("{}-{}", self.label().get(world.lang), self.asked.question.period))
    }

    fn sheet(&self, _world: &World) -> Option<Sheet> {
        let sections = &self.answer.as_ref()?.sheet.sections;
        let mut rows: Vec<Vec<String>> = Vec::new();
        for section in sections {
            // Bars are numbers that stand beside them already.
            let kept = |place: usize| !section.lines.iter().any(|line| line.figures.get(place).is_some_and(is_bar));
            let heads =
                section.heads.iter().enumerate().filter(|(place, _)| kept(*place)).map(|(_, head)| head.clone());
            rows.push(std::iter::once(section.title.clone()).chain(heads).collect());
            rows.extend(section.lines.iter().map(|line| {
                let figures = line.figures.iter().enumerate().filter(|(place, _)| kept(*place));
                let texts = figures.map(|(_, figure)| match figure.value {
                    Some(value) => value.to_string(),
                    None => figure.text.clone(),
                });
                std::iter::once(line.label.clone()).chain(texts).collect()
            }));
        }
        let mut rows = rows.into_iter();
        Some(Sheet { head: rows.next()?, rows: rows.collect() })
    }

    fn to_save(&self, _world: &World) -> Option<SavedView> {
        let question = &self.asked.question;
        let text = |is: bool, text: String| if is { text } else { String::new() };
        let is_free = !matches!(self.asked.view, SheetView::Overview | SheetView::Goals);
        Some(SavedView {
            name: self.name.clone().unwrap_or_default(),
            view: self.kind(),
            measure: text(is_free, question.measure.code().to_owned()),
            filter: text(is_free, question.filter.to_string()),
            period: question.period.to_string(),
            rows: question.rows.map(|rows| rows.code().to_owned()).unwrap_or_default(),
            compare: self.asked.compare.map(|compare| compare.to_string()).unwrap_or_default(),
            chart: self.chart.code().to_owned(),
            ..SavedView::default()
        })
    }

    fn show_saved(&mut self, view: &ReadView, cx: &mut Cx) -> bool {
        if view.saved.view != self.kind() {
            return false;
        }
        let measure = if view.saved.measure.is_empty() { self.asked.question.measure } else { view.measure };
        self.asked.question = Question {
            measure,
            rows: Dimension::parse(&view.saved.rows, measure).ok().or(self.asked.question.rows),
            columns: None,
            period: view.period,
            filter: view.filter.clone(),
        };
        self.asked.compare = Compare::parse(&view.saved.compare, cx.world.today()).ok();
        self.chart = Chart::from_code(&view.saved.chart);
        self.name = Some(view.saved.name.clone());
        self.cursor = (0, 0);
        true
    }

    fn saved_as(&mut self, name: &str) {
        self.name = Some(name.to_owned());
    }
}
