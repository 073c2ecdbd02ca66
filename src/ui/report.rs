//! The period summary: the lines as they will be printed.

use super::canvas::Canvas;
use super::theme::Role;
use crate::app::report::Report;
use crate::app::world::World;
use crate::domain::Shown;
use crate::i18n::{fill, texts::app as t};
use ratatui::layout::Rect;

/// Draws the summary.
pub fn draw(report: &Report, world: &World, body: Rect, canvas: &mut Canvas) {
    let area = Rect { x: body.x + 1, width: body.width.saturating_sub(2), ..body };
    let title = fill(t::REPORT_TITLE, world.lang, &[("period", &report.period.in_words(world.lang))]);
    canvas.put(area.x, area.y, area.width, &Shown::line(title), Role::Title);
    let rest = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
    let Some(lines) = &report.lines else {
        canvas.label(rest.x, rest.y + 1, rest.width, t::LOADING, Role::Quiet);
        return;
    };
    for (row, line) in (0..rest.height).zip(lines.iter().skip(report.top)) {
        canvas.put(rest.x, rest.y + row, rest.width, line, Role::Plain);
    }
}
