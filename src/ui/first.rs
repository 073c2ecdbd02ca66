//! The first start: one question after the other, nothing else on the screen.

use super::canvas::Canvas;
use super::theme::Role;
use crate::app::exchange::RecoverySheet;
use crate::app::first::{First, Stage};
use crate::domain::{Lang, Shown, Text};
use crate::i18n::texts::{app, start as t};
use ratatui::layout::Rect;
use zeroize::Zeroizing;

/// So many dots are shown at most, so that the length of a long passphrase stays unsaid.
const DOTS: usize = 32;
/// Groups of the code on a line.
const GROUPS: usize = 4;

/// Draws what is asked.
pub fn draw(first: &First, area: Rect, canvas: &mut Canvas) {
    canvas.lang = first.lang;
    let width = area.width.min(72);
    let column = Rect { x: area.x + (area.width - width) / 2, y: area.y + area.height / 6, width, height: 1 };
    canvas.label(column.x, column.y, width, app::PRODUCT, Role::Title);
    let mut y = column.y + 2;
    let bottom = area.bottom().saturating_sub(1);
    let mut text = |canvas: &mut Canvas, text: &Shown, role: Role| {
        let rest = Rect { y, height: bottom.saturating_sub(y), ..column };
        y += canvas.wrapped(rest, text, role) + 1;
        y
    };
    let said = |text: Text| Shown::new(text.get(first.lang));
    match &first.stage {
        Stage::Language => {
            let y = text(canvas, &said(t::LANGUAGE), Role::Plain);
            for (row, (lang, name)) in (0..).zip([(Lang::Sv, "Svenska"), (Lang::En, "English")]) {
                let here = lang == first.lang;
                let line = Shown::new(format!("{} {name}", if here { ">" } else { " " }));
                canvas.put(column.x, y + row, width, &line, if here { Role::Cursor } else { Role::Plain });
            }
        }
        Stage::Passphrase | Stage::Again => {
            let again = first.stage == Stage::Again;
            let explained = if again { t::AGAIN_WHY } else { t::PASSPHRASE_WHY };
            let y = text(canvas, &said(explained), Role::Plain);
            let label = if again { t::AGAIN } else { app::LOCK_PROMPT };
            dots(label, first.length(), Rect { y, ..column }, canvas);
            let below = Rect { y: y + 2, height: bottom.saturating_sub(y + 2), ..column };
            if let Some(wrong) = &first.wrong {
                canvas.wrapped(below, &Shown::new(format!("! {wrong}")), Role::Wrong);
            } else if let Some(strength) = first.strength() {
                canvas.wrapped(below, &said(strength), Role::Quiet);
            }
        }
        Stage::Making(_) => drop(text(canvas, &said(t::MAKING), Role::Plain)),
        Stage::Done => drop(text(canvas, &said(app::LOCK_OPENING), Role::Plain)),
        Stage::Sheet(sheet) => {
            let from = text(canvas, &said(t::SHEET), Role::Plain);
            let rest = Rect { y: from, height: bottom.saturating_sub(from), ..column };
            y = groups(sheet, rest, canvas) + 1;
            let mut text = |canvas: &mut Canvas, text: &Shown, role: Role| {
                let rest = Rect { y, height: bottom.saturating_sub(y), ..column };
                y += canvas.wrapped(rest, text, role) + 1;
            };
            text(canvas, &said(t::SHEET_KEEP), Role::Plain);
            text(canvas, &Shown::new(format!("{}: {}", t::FOLDER.get(first.lang), first.folder)), Role::Quiet);
        }
    }
    let hint = match first.stage {
        Stage::Language => t::HINT_LANGUAGE,
        Stage::Sheet(_) => t::HINT_SHEET,
        _ => t::HINT,
    };
    if area.height > 2 {
        canvas.label(column.x, bottom, width, hint, Role::Quiet);
    }
}

/// The groups of a recovery code; the row after them.
pub fn groups(sheet: &RecoverySheet, area: Rect, canvas: &mut Canvas) -> u16 {
    let mut y = area.y;
    for groups in sheet.groups().chunks(GROUPS) {
        let line = Zeroizing::new(groups.iter().map(|group| group.as_str()).collect::<Vec<_>>().join("  "));
        let rest = Rect { y, height: area.bottom().saturating_sub(y), ..area };
        y += canvas.wrapped(rest, &Shown::new(format!("    {}", *line)), Role::Title) + 1;
    }
    y - 1
}

/// A field for what nobody is to see, with the cursor in it.
pub fn dots(label: Text, length: usize, row: Rect, canvas: &mut Canvas) {
    let label = canvas.label(row.x, row.y, row.width, label, Role::Label) + 1;
    let dots = Shown::new("•".repeat(length.min(DOTS)));
    let taken = canvas.put(row.x + label, row.y, row.width.saturating_sub(label), &dots, Role::Plain);
    canvas.set_cursor(row.x + label + taken, row.y);
}
