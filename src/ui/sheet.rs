//! A sheet of statistics: sections of lines, the figure under the cursor in brackets, bars where there is room.
//!
//! ```text
//!  Länkningar och anmälningar · kind:link                      2010
//!  Steg             Länkningar  Personer  Andel
//!  Erbjuden               [45]       43   100 %  ████████████
//!  …
//!  De som börjat i perioden, som det står i dag.
//! ```

use super::bars;
use super::canvas::{Canvas, fit, wrapped};
use super::heads::more;
use super::theme::Role;
use crate::app::exchange::SheetAnswer;
use crate::app::sheet::{Chart, SheetPart};
use crate::app::text_field::{columns, wrap};
use crate::app::world::World;
use crate::domain::Shown;
use crate::i18n::{capital, fill, texts::app as t, texts::views};
use crate::stats::sheet::{Bars, Figure, Line, Section, Sheet, SheetView};
use ratatui::layout::Rect;

/// Labels are not made narrower than this while a column can be left out instead.
const LABEL: usize = 16;
/// A longer title of a section stands in lines of its own.
const LONGEST_TITLE: usize = 30;
/// A long bar is no longer than this, and is left out where it would be shorter than the least.
const BAR: std::ops::RangeInclusive<usize> = 8..=40;
/// At most so many lines of notes.
const NOTES: usize = 4;

/// What stands in a row of the scrolling part.
enum Row<'a> {
    Gap,
    /// A title too long to stand beside the heads.
    Title(Shown),
    Head(&'a Section),
    Note(&'a str),
    Line(usize, &'a Line),
}

/// Draws the sheet.
pub fn draw(part: &SheetPart, world: &World, area: Rect, canvas: &mut Canvas) {
    title(part, world, area, canvas);
    let rest = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
    let Some(answer) = &part.answer else {
        canvas.label(rest.x, rest.y + 1, rest.width, t::LOADING, Role::Quiet);
        return;
    };
    if let Some(text) = empty(part, answer) {
        let inside = Rect { y: rest.y + 1, height: rest.height.saturating_sub(1), ..rest };
        canvas.wrapped(inside, &Shown::new(text.get(world.lang)), Role::Quiet);
        return;
    }
    let notes = notes(&answer.sheet, rest);
    let body = Rect { height: rest.height.saturating_sub(notes.len() as u16), ..rest };
    lines(part, &answer.sheet, body, canvas);
    for (note, y) in notes.iter().zip(body.bottom()..) {
        canvas.put(rest.x, y, rest.width, note, Role::Quiet);
    }
}

/// What an empty sheet says: what it is for and which key fills it, or that there is nothing in the period.
fn empty(part: &SheetPart, answer: &SheetAnswer) -> Option<crate::domain::Text> {
    if !answer.sheet.is_empty {
        return None;
    }
    Some(match part.asked.view {
        SheetView::Goals => views::NO_GOALS,
        _ if answer.is_new => views::NOTHING_IN_LOG,
        SheetView::Overview => return None,
        _ => views::NOTHING,
    })
}

/// What is counted, which, compared with what, and when.
fn title(part: &SheetPart, world: &World, area: Rect, canvas: &mut Canvas) {
    let lang = world.lang;
    let question = &part.asked.question;
    let period = Shown::line(question.period.to_string());
    let taken = columns(period.as_str()) as u16 + 1;
    let mut parts = Vec::new();
    match part.asked.view {
        SheetView::Overview | SheetView::Goals | SheetView::Balance => {
            parts.push(capital(&question.period.in_words(lang)))
        }
        _ => parts.push(capital(question.measure.label(lang))),
    }
    parts.extend(part.answer.iter().map(|answer| answer.filter.as_str().to_owned()));
    if let Some(period) = part.asked.compare.and_then(|compare| compare.period(&question.period, world.today())) {
        parts.push(fill(views::COMPARED, lang, &[("period", &period)]));
    }
    let words = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
    canvas.put(area.x, area.y, area.width.saturating_sub(taken), &Shown::line(words), Role::Title);
    canvas.right(area.x, area.y, area.width, &period, Role::Title);
}

/// The notes as lines.
fn notes(sheet: &Sheet, area: Rect) -> Vec<Shown> {
    let lines = sheet.notes.iter().flat_map(|note| wrapped(note, area.width.into()));
    lines.take(NOTES.min(usize::from(area.height) / 3)).collect()
}

/// Where the columns stand: their width and the label's.
struct Layout {
    label: usize,
    widths: Vec<usize>,
    /// How many columns of numbers are seen, and how many had no room.
    named: usize,
    hidden: usize,
}

fn width(figure: &Figure) -> usize {
    match &figure.bars {
        Bars::Small(values) => values.len(),
        Bars::Long(_) => 0,
        Bars::None => columns(&figure.text),
    }
}

fn layout(part: &SheetPart, sheet: &Sheet, area: Rect) -> Layout {
    let (mut widths, mut label, mut long) = (Vec::new(), 0, None);
    for section in &sheet.sections {
        label = label.max(columns(&section.title).min(LONGEST_TITLE));
        for (column, head) in section.heads.iter().enumerate() {
            set(&mut widths, column, columns(head));
        }
        for line in &section.lines {
            label = label.max(columns(&line.label));
            for (column, figure) in line.figures.iter().enumerate() {
                set(&mut widths, column, width(figure));
                if matches!(figure.bars, Bars::Long(_)) {
                    long = Some(column);
                }
            }
        }
    }
    let room = usize::from(area.width);
    // Two columns between columns, which the brackets of the cursor use.
    let taken = |widths: &[usize]| widths.iter().map(|width| width + 2).sum::<usize>();
    let least = label.min(LABEL) + 1;
    if let Some(long) = long {
        let others = taken(&widths) + 2;
        let left = room.saturating_sub(others + (label + 1).min(room / 2));
        let is_shown = part.chart != Chart::Off && BAR.contains(&left.min(*BAR.end()));
        widths[long] = if is_shown { left.min(*BAR.end()) } else { 0 };
    }
    let kept = part.lines().nth(part.cursor.0).and_then(|line| part.column(line)).unwrap_or(0);
    let all = widths.len();
    while taken(&widths) + least > room && widths.len() > kept + 1 {
        widths.pop();
    }
    let is_named = |column: &usize| {
        sheet.sections.iter().any(|section| section.heads.get(*column).is_some_and(|head| !head.is_empty()))
    };
    let named = (0..widths.len()).filter(is_named).count();
    let hidden = (widths.len()..all).filter(is_named).count();
    Layout { label: (label + 1).min(room.saturating_sub(taken(&widths))), widths, named, hidden }
}

fn set(widths: &mut Vec<usize>, column: usize, width: usize) {
    widths.resize(widths.len().max(column + 1), 0);
    widths[column] = widths[column].max(width);
}

fn lines(part: &SheetPart, sheet: &Sheet, area: Rect, canvas: &mut Canvas) {
    let layout = layout(part, sheet, area);
    let mut rows = Vec::new();
    let mut place = 0;
    for section in &sheet.sections {
        if !rows.is_empty() {
            rows.push(Row::Gap);
        }
        if !stands_beside(section, &layout) {
            rows.extend(wrapped(&section.title, area.width.into()).map(Row::Title));
        }
        rows.push(Row::Head(section));
        let note = wrap(&section.note, usize::from(area.width).saturating_sub(2));
        rows.extend(
            note.into_iter().map(|line| Row::Note(section.note[line].trim_end())).filter(|_| !section.note.is_empty()),
        );
        for line in &section.lines {
            rows.push(Row::Line(place, line));
            place += 1;
        }
    }
    // What does not fit is said in a line of its own: which lines and columns are seen, and a name that was cut.
    let cut = part.lines().nth(part.cursor.0).filter(|line| columns(&line.label) >= layout.label);
    let is_whole = rows.len() <= usize::from(area.height) && layout.hidden == 0 && cut.is_none();
    let foot = u16::from(!is_whole);
    let whole = area;
    let area = Rect { height: area.height.saturating_sub(foot), ..area };
    let height = usize::from(area.height);
    let cursor = rows.iter().position(|row| matches!(row, Row::Line(place, _) if *place == part.cursor.0)).unwrap_or(0);
    let first = cursor.saturating_sub(height / 2).min(rows.len().saturating_sub(height));
    // The head of what is seen stays in sight.
    let head = rows[..=first.min(rows.len().saturating_sub(1))].iter().rev().find_map(|row| match row {
        Row::Head(section) => Some(*section),
        _ => None,
    });
    for (y, (at, row)) in (area.y..area.bottom()).zip(rows.iter().enumerate().skip(first)) {
        let row_area = Rect { y, height: 1, ..area };
        match (row, head) {
            (row, Some(head)) if at == first && at != cursor && !matches!(row, Row::Head(_)) => {
                draw_head(head, &layout, row_area, canvas);
            }
            (Row::Gap, _) => {}
            (Row::Title(title), _) => _ = canvas.put(area.x, y, area.width, title, Role::Title),
            (Row::Head(section), _) => draw_head(section, &layout, row_area, canvas),
            (Row::Note(note), _) => _ = canvas.put(area.x + 2, y, area.width, &Shown::line(*note), Role::Quiet),
            (Row::Line(place, line), _) => draw_line(part, sheet, *place, line, &layout, row_area, canvas),
        }
    }
    if is_whole {
        return;
    }
    let seen = rows.iter().skip(first).take(height).filter_map(|row| match row {
        Row::Line(place, _) => Some(*place),
        _ => None,
    });
    let seen: Vec<usize> = seen.collect();
    let lines = seen.first().copied().unwrap_or(0)..seen.last().map_or(0, |last| last + 1);
    let more = more((lines, place), (0..layout.named, layout.named + layout.hidden), canvas.lang);
    let row = Rect { y: whole.bottom().saturating_sub(1), height: 1, ..whole };
    canvas.right(row.x, row.y, row.width, &more, Role::Quiet);
    if let Some(line) = cut {
        let room = row.width.saturating_sub(columns(more.as_str()) as u16 + 2);
        canvas.put(row.x, row.y, room, &Shown::line(&line.label), Role::Quiet);
    }
}

/// Whether heads stand over the columns of a section.
fn has_heads(section: &Section) -> bool {
    section.heads.iter().any(|head| !head.is_empty()) && !section.lines.iter().all(|line| line.figures.is_empty())
}

/// Whether a section's title has room beside the heads of its columns.
fn stands_beside(section: &Section, layout: &Layout) -> bool {
    !has_heads(section) || columns(&section.title) < layout.label
}

fn draw_head(section: &Section, layout: &Layout, area: Rect, canvas: &mut Canvas) {
    let mut x = area.x + layout.label as u16;
    for (head, width) in section.heads.iter().zip(&layout.widths) {
        let width = *width as u16 + 2;
        canvas.right(x, area.y, width.saturating_sub(1), &Shown::line(fit(head, usize::from(width))), Role::Label);
        x += width;
    }
    // A long title runs on where no head stands, else it stands in lines of its own.
    let room = if has_heads(section) { layout.label as u16 } else { area.width };
    if stands_beside(section, layout) {
        canvas.put(area.x, area.y, room.saturating_sub(1), &Shown::line(&section.title), Role::Title);
    }
}

fn draw_line(
    part: &SheetPart,
    sheet: &Sheet,
    place: usize,
    line: &Line,
    layout: &Layout,
    area: Rect,
    canvas: &mut Canvas,
) {
    let here = place == part.cursor.0;
    let at = if here { part.column(line) } else { None };
    let role = if line.is_total { Role::Title } else { Role::Plain };
    let label = Shown::line(fit(&line.label, layout.label.saturating_sub(1)));
    let taken = canvas.put(area.x, area.y, layout.label as u16, &label, role);
    if here && at.is_none() {
        canvas.mark(Rect { width: taken.max(1), ..area }, Role::Cursor);
    }
    let mut x = area.x + layout.label as u16;
    for (column, (figure, width)) in line.figures.iter().zip(&layout.widths).enumerate() {
        let is_here = at == Some(column);
        let text = match &figure.bars {
            Bars::None => figure.text.clone(),
            Bars::Small(values) => bars::small(values, part.chart),
            Bars::Long(value) => bars::long(*value, sheet.most, *width, part.chart),
        };
        let (text, role) = if is_here { (format!("[{text}]"), Role::Cursor) } else { (format!(" {text} "), role) };
        let room = *width as u16 + 2;
        match figure.bars {
            Bars::Long(_) if *width > 0 => _ = canvas.put(x, area.y, room, &Shown::line(text), role),
            Bars::Long(_) => {}
            _ => canvas.right(x, area.y, room, &Shown::line(text), role),
        }
        x += room;
    }
}
