//! The one dialog, in the middle of the view.

use super::canvas::Canvas;
use super::theme::Role;
use crate::app::dialog::Dialog;
use crate::app::text_field::{columns, wrap};
use ratatui::layout::Rect;

/// The widest that a dialog's text is.
const WIDTH: u16 = 72;

/// Draws the dialog.
pub fn draw(dialog: &Dialog, body: Rect, canvas: &mut Canvas) {
    let texts = std::iter::once(&dialog.title).chain(&dialog.lines).chain(dialog.choices.iter().map(|c| &c.label));
    let mark = if dialog.choices.iter().any(|choice| choice.is_taken.is_some()) { 4 } else { 0 };
    let widest = texts.map(|text| columns(text.as_str()) as u16 + 2 + mark).max().unwrap_or(0);
    let width = widest.min(WIDTH).min(body.width.saturating_sub(4));
    let rows = |text: &str| wrap(text, width.into()).len() as u16;
    let lines: u16 = dialog.lines.iter().map(|line| rows(line.as_str())).sum();
    let title = rows(dialog.title.as_str()).max(1);
    let head = title + lines + 1;
    let height = (head + dialog.choices.len() as u16 + 2).min(body.height);
    let area = Rect {
        x: body.x + body.width.saturating_sub(width + 4) / 2,
        y: body.y + (body.height - height) / 2,
        width: width + 4,
        height,
    };
    let inside = canvas.framed(area);
    canvas.wrapped(inside, &dialog.title, Role::Title);
    let mut y = inside.y + title;
    for line in &dialog.lines {
        let left = Rect { y, height: inside.bottom().saturating_sub(y), ..inside };
        y += canvas.wrapped(left, line, Role::Plain);
    }
    y += u16::from(lines > 0);
    choices(dialog, Rect { y, height: inside.bottom().saturating_sub(y), ..inside }, canvas);
}

fn choices(dialog: &Dialog, area: Rect, canvas: &mut Canvas) {
    let height = usize::from(area.height).max(1);
    let first = dialog.cursor.saturating_sub(height / 2).min(dialog.choices.len().saturating_sub(height));
    for (row, (place, choice)) in (0..area.height).zip(dialog.choices.iter().enumerate().skip(first)) {
        let here = place == dialog.cursor;
        let sign = crate::domain::Shown::new(if here { "> " } else { "  " });
        let row = Rect { y: area.y + row, height: 1, ..area };
        let mark = crate::domain::Shown::new(match choice.is_taken {
            None => "",
            Some(true) => "[x] ",
            Some(false) => "[ ] ",
        });
        canvas.line(row, &vec![(sign, Role::Plain), (mark, Role::Plain), (choice.label.clone(), Role::Plain)]);
        if here {
            canvas.mark(row, Role::Cursor);
        }
    }
}
