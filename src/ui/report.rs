//! A report before it is printed: the page as it will be, and above it which report, in which language, which page.

use super::canvas::Canvas;
use super::theme::Role;
use crate::app::report::Report;
use crate::app::text_field::columns;
use crate::app::world::World;
use crate::domain::Shown;
use crate::i18n::{fill, texts::app as t, texts::print};
use crate::report::{ReportKind, text::COLUMNS};
use ratatui::layout::Rect;
use unicode_segmentation::UnicodeSegmentation;

/// A line without so many columns at its beginning.
fn without(line: &Shown, hidden: usize) -> Shown {
    let text = line.as_str();
    let rest = text.grapheme_indices(true).find(|(at, _)| columns(&text[..*at]) >= hidden);
    Shown::line(rest.map_or("", |(at, _)| &text[at..]))
}

/// Draws the page.
pub fn draw(report: &Report, world: &World, body: Rect, canvas: &mut Canvas) {
    let (lang, asked) = (world.lang, report.asked);
    let area = Rect { x: body.x + 1, width: body.width.saturating_sub(2), ..body };
    let kind = match asked.kind {
        ReportKind::Summary => t::REPORT_TITLE,
        ReportKind::Funder => print::FUNDER_TITLE,
    };
    let of = report.pages.answer().map_or(0, Vec::len);
    let mut said = vec![print::language(asked.lang).get(lang).to_owned()];
    said.extend(asked.public.then(|| print::PUBLIC.get(lang).to_owned()));
    said.extend((of > 0).then(|| fill(print::PAGE, lang, &[("page", &(report.page + 1)), ("of", &of)])));
    let said = Shown::line(said.join(" · "));
    let right = (columns(said.as_str()) as u16).min(area.width);
    let title = fill(kind, lang, &[("period", &asked.period.in_words(lang))]);
    let room = area.width.saturating_sub(right + 2);
    canvas.put(area.x, area.y, room, &Shown::line(title), Role::Title);
    canvas.put(area.right().saturating_sub(right), area.y, right, &said, Role::Quiet);
    let rest = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
    let below = Rect { y: rest.y + 1, height: rest.height.saturating_sub(1), ..rest };
    let Some(pages) = canvas.answer(below, &report.pages) else { return };
    let lines = pages.get(report.page).map_or(&[][..], |page| &page.lines);
    for (row, line) in (0..rest.height).zip(lines.iter().skip(report.top)) {
        let hidden = COLUMNS.saturating_sub(rest.width.into());
        let line = if report.aside { without(line, hidden) } else { line.clone() };
        canvas.put(rest.x, rest.y + row, rest.width, &line, Role::Plain);
    }
}
