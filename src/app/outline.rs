//! The outline of a report: its sections in order, moved, left out, added, and opened to be written. Every change is one
//! of the log's, so that undo takes it back.

use super::cursor::moved;
use super::exchange::Ask;
use super::keys::{Action, Focus};
use super::manuscript::{Manuscript, Subject};
use super::prompt::{Answer, Prompt, Purpose};
use super::view::{Cx, Part, Step};
use super::world::World;
use crate::domain::outline::sections;
use crate::domain::{Change, OutlineSection, Project};
use crate::query::Period;
use crate::report::{ReportKind, own_sections};

/// The sections of a report.
#[derive(Debug)]
pub struct Outline {
    pub kind: ReportKind,
    period: Period,
    pub cursor: usize,
}

/// The sections of a report as they stand.
pub fn standing(kind: ReportKind, project: &Project) -> Vec<OutlineSection> {
    let changed = match kind {
        ReportKind::Summary => &project.outlines.summary,
        ReportKind::Funder => &project.outlines.funder,
    };
    sections(changed, &own_sections(kind))
}

/// Puts the sections of a report in the place of those that stand. Those that are as the report has them, in its order,
/// are no change.
pub fn put(kind: ReportKind, sections: Vec<OutlineSection>, project: &mut Project) {
    let own: Vec<OutlineSection> = own_sections(kind).iter().map(|code| OutlineSection::of(code)).collect();
    let changed = if sections == own { Vec::new() } else { sections };
    match kind {
        ReportKind::Summary => project.outlines.summary = changed,
        ReportKind::Funder => project.outlines.funder = changed,
    }
}

/// The change of the project from one to another; `None` if they are the same.
pub fn change(before: &Project, after: Project) -> Option<Change> {
    (*before != after).then(|| Change::project(before, after))
}

impl Outline {
    pub fn new(kind: ReportKind, period: Period) -> Outline {
        Outline { kind, period, cursor: 0 }
    }

    fn count(&self, world: &World) -> usize {
        standing(self.kind, &world.project).len()
    }

    fn save(&mut self, cx: &mut Cx, alter: impl FnOnce(&mut Vec<OutlineSection>)) {
        let mut sections = standing(self.kind, &cx.world.project);
        alter(&mut sections);
        let mut after = cx.world.project.clone();
        put(self.kind, sections, &mut after);
        if let Some(change) = change(&cx.world.project, after) {
            cx.step(Step::Order(Ask::Apply(change)));
        }
    }

    /// Moves the section under the cursor, and the cursor with it.
    fn shift(&mut self, by: isize, cx: &mut Cx) {
        let from = self.cursor;
        let Some(to) = from.checked_add_signed(by).filter(|to| *to < self.count(cx.world)) else { return };
        self.cursor = to;
        self.save(cx, |sections| sections.swap(from, to));
    }

    fn open(&self, cx: &mut Cx) {
        if let Some(section) = standing(self.kind, &cx.world.project).into_iter().nth(self.cursor) {
            let subject = Subject { kind: self.kind, code: section.section };
            cx.step(Step::Fill(Manuscript::new(subject, self.period, cx.world).into()));
        }
    }
}

impl Part for Outline {
    fn focus(&self) -> Focus {
        Focus::Outline
    }

    fn refresh(&mut self, cx: &mut Cx) {
        self.cursor = self.cursor.min(self.count(cx.world).saturating_sub(1));
    }

    fn act(&mut self, action: Action, cx: &mut Cx) -> bool {
        if let Some(moved) = moved(self.cursor, action, self.count(cx.world).saturating_sub(1), 10) {
            self.cursor = moved;
            return true;
        }
        let place = self.cursor;
        match action {
            Action::In | Action::Right | Action::Change => self.open(cx),
            Action::New => cx.step(Step::Prompt(Prompt::new(Purpose::Section, ""))),
            Action::LeaveOut => self.save(cx, |sections| {
                if let Some(section) = sections.get_mut(place) {
                    section.left_out = !section.left_out;
                }
            }),
            Action::MoveUp => self.shift(-1, cx),
            Action::MoveDown => self.shift(1, cx),
            _ => return false,
        }
        true
    }

    fn prompted(&mut self, answer: Answer, cx: &mut Cx) {
        let Answer::Section(heading) = answer else { return };
        let taken: Vec<String> =
            standing(self.kind, &cx.world.project).into_iter().map(|section| section.section).collect();
        let code = (1..).map(|n| format!("own_{n}")).find(|code| !taken.contains(code)).unwrap_or_default();
        let place = (self.cursor + 1).min(self.count(cx.world));
        self.cursor = place;
        self.save(cx, |sections| sections.insert(place, OutlineSection { heading, ..OutlineSection::of(&code) }));
    }
}
