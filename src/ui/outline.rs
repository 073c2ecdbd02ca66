//! The sections of a report in their order: heading, how much is written, whether it is left out.

use super::canvas::Canvas;
use super::scroll::Scroll;
use super::theme::Role;
use crate::app::outline::{Outline, standing};
use crate::app::reports::name;
use crate::app::world::World;
use crate::domain::{OutlineSection, Shown};
use crate::i18n::{fill, number, texts::reports as t};
use crate::report::{ReportKind, heading_of, prose_key};
use ratatui::layout::Rect;

/// Draws the outline.
pub fn draw(outline: &Outline, world: &World, body: Rect, canvas: &mut Canvas) {
    let lang = world.lang;
    let area = Rect { x: body.x + 1, width: body.width.saturating_sub(2), ..body };
    let title = fill(t::OUTLINE_TITLE, lang, &[("report", &name(outline.kind).get(lang))]);
    canvas.put(area.x, area.y, area.width, &Shown::line(title), Role::Title);
    let mut scroll = Scroll::default();
    for (place, section) in standing(outline.kind, &world.project).iter().enumerate() {
        let heading = Shown::line(heading_of(outline.kind, section, lang));
        let state = Shown::line(format!("  {}", state(outline.kind, section, world)));
        let role = if section.left_out { Role::Quiet } else { Role::Plain };
        scroll.choice(place == outline.cursor, vec![(heading, role), (state, Role::Quiet)]);
    }
    if outline.kind == ReportKind::Funder {
        scroll.gap();
        scroll.wrapped(t::PARTIES_HINT.get(lang), Role::Quiet, area.width);
    }
    scroll.draw(Rect { y: area.y + 2, height: area.height.saturating_sub(2), ..area }, canvas);
}

/// Whether it is left out, else how much she has written in it.
fn state(kind: ReportKind, section: &OutlineSection, world: &World) -> String {
    let lang = world.lang;
    if section.left_out {
        return t::LEFT_OUT.get(lang).to_owned();
    }
    let project = &world.project;
    let of = |key: &str| project.sections.get(key).map_or(0, |text| text.chars().count());
    let written = match (kind, section.section.as_str()) {
        (ReportKind::Summary, code) => of(&prose_key(code)),
        (_, "goals") => of("goals") + project.goals.iter().map(|goal| goal.comment.chars().count()).sum::<usize>(),
        (_, "experiences") => of("results") + of("needs"),
        (_, "budget") => project.budget_comment.chars().count(),
        (_, code) => of(code),
    };
    match written {
        0 => t::UNWRITTEN.get(lang).to_owned(),
        written => fill(t::WRITTEN, lang, &[("n", &number(written as i64, lang))]),
    }
}
