//! Where she is, put down when the screen is locked and gone back to when it is unlocked: the same pane, the same views
//! behind each other, the same form at the same character.

use super::App;
use super::checks::Checks;
use super::cross_table::first_period;
use super::exchange::{AskedList, Entry, KeptDraft, KeptPlace, Place, Spot, SpotView, read_period};
use super::form::Form;
use super::goal_form::GoalForm;
use super::history::History;
use super::log_line::LogLine;
use super::manuscript::Manuscript;
use super::more::More;
use super::page::Page;
use super::pane::Pane;
use super::records::Records;
use super::report::Report;
use super::reports::Reports;
use super::statistics::{Front, Statistics};
use super::today::Today;
use super::unfinished::Writing;
use super::value_lists::ValueLists;
use super::view::{Cx, Stack, View};
use super::world::World;
use crate::domain::{Kind, Lang, List, Ref};
use crate::report::ReportKind;

impl App {
    /// Every pane's views as the store keeps them. A view that cannot be asked for again is left out.
    pub(super) fn place(&self) -> Place {
        let spots = |stack: &Stack| {
            let mut spots: Vec<Spot> = stack.views().filter_map(spot).collect();
            spots.reverse();
            spots
        };
        Place { front: self.panes.current() as usize, panes: self.panes.stacks().map(spots).collect() }
    }

    /// Puts the views back that stood there when the screen was locked; the one in front asks for what it shows.
    pub(super) fn return_to(&mut self, kept: KeptPlace) {
        let KeptPlace { place, mut forms } = kept;
        forms.reverse();
        for (pane, spots) in Pane::ALL.into_iter().zip(&place.panes) {
            let mut spots = spots.iter();
            let stack = self.panes.stack_of(pane);
            // The root is there already; what it showed is put into it.
            if let Some(root) = spots.as_slice().first()
                && let Some(view) = view(root, None, &self.world)
                && std::mem::discriminant(&view) == std::mem::discriminant(stack.top())
            {
                *stack.top_mut() = view;
                spots.next();
            }
            for spot in spots {
                let form = match spot {
                    Spot::Form { .. } | Spot::Line { .. } => forms.pop().flatten(),
                    _ => None,
                };
                let stack = self.panes.stack_of(pane);
                view(spot, form, &self.world).into_iter().for_each(|view| stack.push(view));
            }
        }
        if let Some(pane) = Pane::ALL.get(place.front) {
            self.panes.go_to(*pane);
        }
        // What the store could not keep stayed at hand; what is in front again is no longer set aside.
        let open: Vec<u64> =
            self.panes.views().filter_map(View::unfinished).filter_map(|writing| writing.keeping().key).collect();
        self.world.drafts.retain(|draft| draft.keeping().key.is_none_or(|key| !open.contains(&key)));
        let mut cx = Cx::new(&self.world, &mut self.tickets);
        for view in self.panes.views_mut() {
            if let View::LogLine(line) = view {
                line.read(&mut cx);
            }
        }
        self.effects.extend(cx.effects);
    }
}

fn spot(view: &View) -> Option<Spot> {
    Some(match view {
        View::Today(today) => Spot::Today { cursor: today.cursor },
        View::Records(records) => Spot::List {
            asked: AskedList::of(&records.asked)?,
            columns: records.columns.clone(),
            name: records.name.clone(),
            at: records.window.entry().and_then(Entry::own_ref).map(ToString::to_string),
        },
        View::Page(page) => {
            Spot::Page { kind: page.kind.code().to_owned(), own: page.own.to_string(), cursor: page.cursor }
        }
        View::Form(form) => {
            let cursor = form.text_cursor();
            Spot::Form {
                key: form.keeping.key,
                draft: form.draft(),
                field: form.focus,
                cursor,
                made_for: form.made_for(),
            }
        }
        View::LogLine(line) => {
            Spot::Line { key: line.draft.keeping.key, draft: line.draft.draft(), cursor: line.field.cursor() }
        }
        View::Statistics(statistics) => {
            let view = |front: &Front| match front {
                Front::Sheet(sheet) => SpotView::new(&sheet.asked.question, sheet.asked.compare, sheet.cursor),
                Front::Table(table) => SpotView::new(&table.question, table.compare, table.cursor),
            };
            Spot::Statistics { front: statistics.front, views: statistics.views.iter().map(view).collect() }
        }
        View::GoalForm(form) => form.spot(),
        View::Manuscript(manuscript) => manuscript.spot(),
        View::Reports(reports) => Spot::Reports { cursor: reports.cursor, period: reports.period.to_string() },
        View::Report(Report { asked, page, top, .. }) => Spot::Report {
            funder: asked.kind == ReportKind::Funder,
            period: asked.period.to_string(),
            lang: asked.lang.code().to_owned(),
            public: asked.public,
            page: *page,
            top: *top,
        },
        View::More(more) => Spot::More { cursor: more.cursor },
        View::History(history) => Spot::History {
            about: history.about.as_ref().map(|(kind, own)| (kind.code().to_owned(), own.to_string())),
            cursor: history.cursor,
        },
        View::ValueLists(lists) => {
            Spot::ValueLists { list: lists.list.map(|list| list.code().to_owned()), cursor: lists.cursor }
        }
        View::Checks(checks) => Spot::Checks { cursor: checks.cursor },
        // What is quickly opened again: she comes back to what was behind it.
        _ => return None,
    })
}

fn view(spot: &Spot, kept: Option<KeptDraft>, world: &World) -> Option<View> {
    let (lists, today) = (&world.lists, world.today());
    Some(match spot {
        Spot::Today { cursor } => View::Today(Today::at(*cursor)),
        Spot::List { asked, columns, name, at } => {
            let at = at.as_ref().and_then(|own| Ref::parse(own).ok());
            let asked = asked.read(lists, today)?;
            View::Records(Box::new(Records::return_to(asked, columns.clone(), name.clone(), at)))
        }
        Spot::Page { kind, own, cursor } => {
            let mut page = Page::new(Kind::from_code(kind)?, Ref::parse(own).ok()?);
            page.cursor = *cursor;
            View::Page(page)
        }
        Spot::Form { key, field, cursor, made_for, .. } => {
            let form = Form::return_to(&kept?, *key, *field, *cursor, world)?;
            View::Form(Box::new(form.written_for(*made_for)))
        }
        Spot::Line { key, cursor, .. } => View::LogLine(Box::new(LogLine::return_to(&kept?, *key, *cursor, world)?)),
        Spot::Statistics { front, views } => {
            let mut statistics = Statistics::new(first_period(world));
            for (front, kept) in statistics.views.iter_mut().zip(views) {
                let (question, compare) = (kept.asked.read(lists, today)?, kept.compare(today));
                match front {
                    Front::Sheet(sheet) => {
                        (sheet.asked.question, sheet.asked.compare, sheet.cursor) = (question, compare, kept.cursor);
                    }
                    Front::Table(table) => {
                        (table.question, table.compare, table.cursor) = (question, compare, kept.cursor);
                    }
                }
            }
            statistics.front = *front;
            View::Statistics(Box::new(statistics))
        }
        Spot::Manuscript { .. } => View::Manuscript(Box::new(Manuscript::return_to(spot, world)?)),
        Spot::Reports { cursor, period } => {
            let mut reports = Reports::new(read_period(period, today)?);
            reports.cursor = *cursor;
            View::Reports(reports)
        }
        Spot::Goal { .. } => View::GoalForm(Box::new(GoalForm::return_to(spot, world)?)),
        Spot::Report { funder, period, lang, public, page, top } => {
            let mut report = Report::new(read_period(period, today)?, Lang::from_locale(lang)?);
            report.asked.kind = if *funder { ReportKind::Funder } else { ReportKind::Summary };
            (report.asked.public, report.page, report.top) = (*public, *page, *top);
            View::Report(report)
        }
        Spot::More { cursor } => View::More(More { cursor: *cursor }),
        Spot::History { about, cursor } => {
            let about = match about {
                Some((kind, own)) => Some((Kind::from_code(kind)?, Ref::parse(own).ok()?)),
                None => None,
            };
            let mut history = History::new(about);
            history.cursor = *cursor;
            View::History(history)
        }
        Spot::ValueLists { list, cursor } => {
            let list = match list {
                Some(code) => Some(List::from_code(code)?),
                None => None,
            };
            View::ValueLists(ValueLists::at(list, *cursor))
        }
        Spot::Checks { cursor } => View::Checks(Checks { cursor: *cursor }),
    })
}
